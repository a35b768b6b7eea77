"""What a peer has to be."""

from abc import ABC, abstractmethod
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from bench.facts import Facts
from bench.problem import Problem


class Peer(ABC):
    """A solver to be compared with. Only `solve` is timed.

    Modules are imported in the methods: the campaign asks for names and reasons alone.
    """

    name: str
    title: str
    package: str
    module: str
    """Imported before the clock starts."""
    takes_groups = False
    """Whether it decides which columns open, and takes a time limit for that."""
    limit: float | None = None
    """The seconds that it has."""
    folder: Path | None = None
    """Where the module is, if not in the environment itself."""

    @abstractmethod
    def refuses(self, facts: Facts) -> str | None:
        """Why it cannot, or is not asked to, solve such an instance."""

    @abstractmethod
    def prepare(self, problem: Problem) -> Any:
        """The instance in the form that the solver takes."""

    @abstractmethod
    def solve(self, prepared: Any) -> Any:
        """The answer in whatever form the solver gives it."""

    @abstractmethod
    def pairs(self, problem: Problem, prepared: Any, answer: Any) -> np.ndarray:
        """The chosen arcs, a row and a column each."""

    def bound(self, problem: Problem, answer: Any) -> float | None:
        """What no plan can pass where the optimum is not proved; None where it is."""
        return None

    def plans(self, problem: Problem, answer: Any) -> list[tuple[float, int]]:
        """When plans were found on the way, in seconds of solving, and their sums."""
        return []

    def seconds(self, elapsed: float, answer: Any) -> float:
        """The time of solving alone, given what passed in `solve`."""
        return elapsed

    def missing(self) -> str | None:
        """Why it cannot run on this machine."""
        top = self.module.split(".")[0]
        found = (self.folder / top).exists() if self.folder else find_spec(top)
        return None if found else f"{self.package} is not installed"

    def version(self) -> str:
        """The version of its package."""
        if self.folder is None:
            return metadata.version(self.package)
        found = metadata.distributions(name=self.package, path=[str(self.folder)])
        return next(iter(found)).version


class PeerFailed(Exception):
    """The solver says that it has no optimum."""


def too_many(facts: Facts, arcs: int) -> str | None:
    """The reason where an instance is beyond what the peer ends in useful time."""
    return f"asked up to {arcs:,} arcs" if facts.arcs > arcs else None


def chosen(problem: Problem, flows: np.ndarray) -> np.ndarray:
    """The pairs of the arcs whose flow is 1."""
    arcs = problem.arcs
    used = np.flatnonzero(np.asarray(flows[: len(arcs.rows)]) > 0.5)
    return np.column_stack([arcs.rows[used], arcs.columns[used]])
