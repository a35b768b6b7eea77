"""Peers that take a dense matrix and match each row with one column."""

import sys
from abc import abstractmethod
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from bench.facts import Facts
from bench.peers.peer import Peer
from bench.problem import Problem

ENTRIES = 40_000_000


class Repeated(NamedTuple):
    """The cost matrix with a column for each place, and whose place each is."""

    costs: np.ndarray
    owners: np.ndarray


class MatrixPeer(Peer):
    """Capacity is expressed as a user would: a column is repeated once for each place."""

    squares = True
    """Whether the matrix has to be filled up to a square."""

    def refuses(self, facts: Facts) -> str | None:
        if not facts.dense:
            return "takes a dense matrix"
        if not facts.is_simple:
            return "takes a row once, without lower bounds and groups"
        if max(facts.rows, facts.places) * facts.places > ENTRIES:
            return f"asked up to {ENTRIES:,} entries with repeated columns"
        return None

    def prepare(self, problem: Problem) -> Repeated:
        owners = np.repeat(np.arange(problem.column_count), problem.load.upper)
        costs = problem.costs(np.asarray(problem.matrix)).astype(np.float64)
        if len(owners) != problem.column_count:
            costs = costs[:, owners]
        if self.squares and len(owners) != problem.row_count:
            side = max(len(owners), problem.row_count)
            full = np.zeros((side, side))
            full[: problem.row_count, : len(owners)] = costs
            costs = full
        return Repeated(np.ascontiguousarray(costs), owners)

    def pairs(self, problem: Problem, prepared: Repeated, answer: Any) -> np.ndarray:
        rows, places = self.mapping(answer)
        real = (rows < problem.row_count) & (places < len(prepared.owners))
        return np.column_stack([rows[real], prepared.owners[places[real]]])

    @abstractmethod
    def mapping(self, answer: Any) -> tuple[np.ndarray, np.ndarray]:
        """Matched rows and columns of the matrix."""


class SciPyDense(MatrixPeer):
    name = "scipy-lsa"
    title = "SciPy `linear_sum_assignment`"
    package = "scipy"
    module = "scipy.optimize"
    squares = False

    def solve(self, prepared: Repeated) -> Any:
        from scipy.optimize import linear_sum_assignment

        return linear_sum_assignment(prepared.costs)

    def mapping(self, answer: Any) -> tuple[np.ndarray, np.ndarray]:
        return answer


class LAPJV(MatrixPeer):
    name = "lapjv"
    title = "lapjv"
    package = module = "lapjv"

    def solve(self, prepared: Repeated) -> Any:
        from lapjv import lapjv

        return lapjv(prepared.costs)

    def mapping(self, answer: Any) -> tuple[np.ndarray, np.ndarray]:
        return np.arange(len(answer[0])), answer[0]


class LAP(MatrixPeer):
    name = "lap"
    title = "lap `lapjv`"
    package = module = "lap"

    def solve(self, prepared: Repeated) -> Any:
        from lap import lapjv

        return lapjv(prepared.costs, return_cost=False)

    def mapping(self, answer: Any) -> tuple[np.ndarray, np.ndarray]:
        return np.arange(len(answer[0])), answer[0]


class LAPX(MatrixPeer):
    name = "lapx"
    title = "lapx `lapjvs`"
    package = "lapx"
    module = "lap"
    folder = Path(sys.prefix) / "lapx"

    def solve(self, prepared: Repeated) -> Any:
        from lap import lapjvs

        # Doubles, as everybody else: with floats its optimum is one of rounded costs.
        return lapjvs(prepared.costs, return_cost=False, prefer_float32=False)

    def mapping(self, answer: Any) -> tuple[np.ndarray, np.ndarray]:
        return answer
