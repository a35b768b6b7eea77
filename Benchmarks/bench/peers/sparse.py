"""Peers for sparse one-to-one assignment."""

from typing import Any

import numpy as np

from bench.facts import Facts
from bench.peers.peer import Peer, too_many
from bench.problem import Problem


class SciPySparse(Peer):
    """A column is repeated for each place; a row that may stay unused gets a column of its own."""

    name = "scipy-sparse"
    title = "SciPy `min_weight_full_bipartite_matching`"
    package = "scipy"
    module = "scipy.sparse.csgraph"

    def refuses(self, facts: Facts) -> str | None:
        if facts.dense:
            return "for sparse matrices; SciPy has another function for dense ones"
        if not facts.is_simple:
            return "takes a row once, without lower bounds and groups"
        return too_many(facts, 2_000_000)

    def prepare(self, problem: Problem) -> Any:
        from scipy.sparse import coo_array

        arcs, upper = problem.arcs, problem.load.upper
        first = np.concatenate([[0], np.cumsum(upper)])
        copies = upper[arcs.columns]
        before = np.repeat(np.cumsum(copies) - copies, copies)
        places = np.repeat(first[arcs.columns], copies) + np.arange(copies.sum()) - before
        rows = np.repeat(arcs.rows, copies)
        # No cost is 0: SciPy takes a stored 0 for a missing arc.
        costs = np.repeat(problem.costs(arcs.weights) + 1, copies)
        idle = np.flatnonzero(problem.demand.lower == 0)
        if len(idle):
            # Unused is worth 0, on the scale of the shifted costs.
            unused = arcs.weights.max() if problem.sense == "max" else -arcs.weights.min()
            rows = np.concatenate([rows, idle])
            places = np.concatenate([places, first[-1] + np.arange(len(idle))])
            costs = np.concatenate([costs, np.full(len(idle), unused + 1)])
        shape = (problem.row_count, int(first[-1]) + len(idle))
        matrix = coo_array((costs.astype(np.float64), (rows, places)), shape=shape)
        owners = np.repeat(np.arange(problem.column_count), upper)
        return matrix.tocsr(), owners

    def solve(self, prepared: Any) -> Any:
        from scipy.sparse.csgraph import min_weight_full_bipartite_matching

        return min_weight_full_bipartite_matching(prepared[0])

    def pairs(self, problem: Problem, prepared: Any, answer: Any) -> np.ndarray:
        rows, places = answer
        owners = prepared[1]
        real = places < len(owners)
        return np.column_stack([rows[real], owners[places[real]]])


class LAPMod(Peer):
    name = "lapmod"
    title = "lap `lapmod`"
    package = module = "lap"

    def refuses(self, facts: Facts) -> str | None:
        if facts.dense:
            return "for sparse matrices; lap has another function for dense ones"
        return None if facts.is_square else "takes one-to-one assignment"

    def prepare(self, problem: Problem) -> Any:
        starts, columns, weights = problem.weights
        costs = problem.costs(weights).astype(np.float64)
        return problem.row_count, costs, starts.astype(np.int32), columns.astype(np.int32)

    def solve(self, prepared: Any) -> Any:
        from lap import lapmod

        return lapmod(*prepared, return_cost=False)

    def pairs(self, problem: Problem, prepared: Any, answer: Any) -> np.ndarray:
        return np.column_stack([np.arange(problem.row_count), answer[0]])
