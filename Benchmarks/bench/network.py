"""The problem in the forms that general solvers take: a flow network, a linear program."""

from dataclasses import dataclass

import numpy as np

from bench.problem import Array, Problem


@dataclass(frozen=True)
class Network:
    """Minimum-cost flow. The first arcs are those of the problem, in their order."""

    tails: Array
    heads: Array
    capacities: Array
    costs: Array
    supplies: Array

    @staticmethod
    def of(problem: Problem) -> "Network":
        """Rows supply, columns pass on, to their group or at once to one sink.

        A row that may stay unused sends the rest to the sink for nothing. The lower bound of a
        column is a flow that is already under way: the column lacks it, the next node has it.
        """
        rows, columns, groups = problem.row_count, problem.column_count, len(problem.groups)
        row, column = np.arange(rows), rows + np.arange(columns)
        group, sink = rows + columns + np.arange(groups), rows + columns + groups
        onward = np.full(columns, sink)
        for node, members in zip(group, problem.groups, strict=True):
            onward[members.columns] = node
        lower = problem.load.lower
        slack = problem.demand.upper - problem.demand.lower
        idle = np.flatnonzero(slack)

        supplies = np.zeros(sink + 1, dtype=np.int64)
        supplies[row] = problem.demand.upper
        supplies[column] = -lower
        np.add.at(supplies, onward, lower)
        supplies[sink] -= supplies.sum()

        arcs = problem.arcs
        parts = [
            (arcs.rows, rows + arcs.columns, np.ones(len(arcs.rows)), problem.signed(arcs.weights)),
            (idle, np.full(len(idle), sink), slack[idle], np.zeros(len(idle))),
            (column, onward, problem.load.upper - lower, np.zeros(columns)),
            (
                group,
                np.full(groups, sink),
                np.array([g.upper for g in problem.groups], dtype=np.int64),
                np.zeros(groups),
            ),
        ]
        tails, heads, capacities, costs = (
            np.concatenate([part[i] for part in parts]).astype(np.int64) for i in range(4)
        )
        return Network(tails, heads, capacities, costs, supplies)


@dataclass(frozen=True)
class LinearProgram:
    """Minimise over 0 ≤ x ≤ 1 with bounds on rows of the matrix, given by columns (CSC)."""

    costs: Array
    lower: Array
    upper: Array
    starts: Array
    indices: Array

    @staticmethod
    def of(problem: Problem) -> "LinearProgram":
        """One variable an arc; a constraint for each row, each column and each group."""
        rows, columns = problem.row_count, problem.column_count
        arcs = problem.arcs
        group = np.full(columns, -1)
        for index, members in enumerate(problem.groups):
            group[members.columns] = rows + columns + index
        entries = np.column_stack([arcs.rows, rows + arcs.columns, group[arcs.columns]])
        present = entries >= 0
        starts = np.concatenate([[0], np.cumsum(present.sum(axis=1))])
        uppers = np.array([g.upper for g in problem.groups], dtype=np.int64)
        return LinearProgram(
            problem.signed(arcs.weights).astype(np.float64),
            np.concatenate([problem.demand.lower, problem.load.lower, np.zeros(len(uppers))]),
            np.concatenate([problem.demand.upper, problem.load.upper, uppers]),
            starts,
            entries[present],
        )
