"""The problem that everybody solves: bipartite b-matching with groups of columns.

Columns may be allowed to close: then a column is a group that forms or does not.
"""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import numpy as np

Array = np.ndarray
Sense = Literal["min", "max"]


class Bounds(NamedTuple):
    """Lower and upper bounds, one of each for every node."""

    lower: Array
    upper: Array

    @staticmethod
    def of(count: int, lower: int, upper: int) -> "Bounds":
        return Bounds(np.full(count, lower), np.full(count, upper))

    @property
    def uniform(self) -> tuple[int, int] | None:
        """The bounds that all nodes share, if they do."""
        if (self.lower == self.lower[0]).all() and (self.upper == self.upper[0]).all():
            return int(self.lower[0]), int(self.upper[0])
        return None


class Sparse(NamedTuple):
    """Weights by rows (CSR): row i has the arcs starts[i] ..< starts[i + 1]."""

    starts: Array
    columns: Array
    weights: Array


class Arcs(NamedTuple):
    """One entry for each arc, sorted by rows."""

    rows: Array
    columns: Array
    weights: Array


class Group(NamedTuple):
    """Columns that take at most `upper` together."""

    columns: Array
    upper: int


@dataclass(frozen=True)
class Problem:
    """Choose arcs, each at most once, within the bounds; integer weights, least or greatest sum."""

    sense: Sense
    weights: Array | Sparse
    demand: Bounds
    load: Bounds
    groups: list[Group] = field(default_factory=list)
    may_close: Array | None = None
    """For each column whether it may stay closed, with no load; or nobody may."""

    @property
    def row_count(self) -> int:
        return len(self.demand.lower)

    @property
    def column_count(self) -> int:
        return len(self.load.lower)

    @property
    def matrix(self) -> Array | None:
        return None if isinstance(self.weights, Sparse) else self.weights

    @property
    def arcs(self) -> Arcs:
        if isinstance(self.weights, Sparse):
            lengths = np.diff(self.weights.starts)
            rows = np.repeat(np.arange(self.row_count, dtype=np.int32), lengths)
            return Arcs(rows, self.weights.columns, self.weights.weights)
        rows = np.repeat(np.arange(self.row_count, dtype=np.int32), self.column_count)
        columns = np.tile(np.arange(self.column_count, dtype=np.int32), self.row_count)
        return Arcs(rows, columns, self.weights.ravel())

    def costs(self, weights: Array) -> Array:
        """The weights as costs to be minimised, none of them negative."""
        wide = weights.astype(np.int64)
        return wide.max() - wide if self.sense == "max" else wide - wide.min()

    def signed(self, weights: Array) -> Array:
        """The weights as costs whose sum is to be least, also where the number of arcs is free."""
        wide = weights.astype(np.int64)
        return -wide if self.sense == "max" else wide
