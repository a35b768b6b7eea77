"""OR-tools: assignment and minimum-cost flow."""

from typing import Any

import numpy as np

from bench.facts import Facts
from bench.network import Network
from bench.peers.peer import Peer, PeerFailed, chosen, too_many
from bench.problem import Problem


class LinearSumAssignment(Peer):
    name = "ortools-lsa"
    title = "OR-tools `LinearSumAssignment`"
    package = "ortools"
    module = "ortools.graph.python.linear_sum_assignment"

    def refuses(self, facts: Facts) -> str | None:
        if not facts.is_square:
            return "takes one-to-one assignment"
        return too_many(facts, 20_000_000)

    def prepare(self, problem: Problem) -> Any:
        from ortools.graph.python.linear_sum_assignment import SimpleLinearSumAssignment

        arcs = problem.arcs
        solver = SimpleLinearSumAssignment()
        solver.add_arcs_with_cost(
            arcs.rows.astype(np.int32), arcs.columns.astype(np.int32), problem.costs(arcs.weights)
        )
        return solver

    def solve(self, prepared: Any) -> Any:
        status = prepared.solve()
        if status != prepared.OPTIMAL:
            raise PeerFailed(str(status))

    def pairs(self, problem: Problem, prepared: Any, answer: Any) -> np.ndarray:
        mates = [prepared.right_mate(row) for row in range(problem.row_count)]
        return np.column_stack([np.arange(problem.row_count), mates])


class MinCostFlow(Peer):
    name = "ortools-mcf"
    title = "OR-tools `SimpleMinCostFlow`"
    package = "ortools"
    module = "ortools.graph.python.min_cost_flow"

    def refuses(self, facts: Facts) -> str | None:
        return too_many(facts, 40_000_000)

    def prepare(self, problem: Problem) -> Any:
        from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

        network = Network.of(problem)
        solver = SimpleMinCostFlow()
        arcs = solver.add_arcs_with_capacity_and_unit_cost(
            network.tails.astype(np.int32),
            network.heads.astype(np.int32),
            network.capacities,
            network.costs,
        )
        nodes = np.arange(len(network.supplies), dtype=np.int32)
        solver.set_nodes_supplies(nodes, network.supplies)
        return solver, arcs

    def solve(self, prepared: Any) -> Any:
        solver, _ = prepared
        status = solver.solve()
        if status != solver.OPTIMAL:
            raise PeerFailed(str(status))

    def pairs(self, problem: Problem, prepared: Any, answer: Any) -> np.ndarray:
        solver, arcs = prepared
        return chosen(problem, np.asarray(solver.flows(arcs)))
