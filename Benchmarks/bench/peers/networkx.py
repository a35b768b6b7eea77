"""NetworkX, on the smallest instances."""

from typing import Any

import numpy as np

from bench.facts import Facts
from bench.network import Network
from bench.peers.peer import Peer, chosen, too_many
from bench.problem import Problem


class NetworkX(Peer):
    name = "networkx"
    title = "NetworkX `network_simplex`"
    package = module = "networkx"

    def refuses(self, facts: Facts) -> str | None:
        return too_many(facts, 20_000)

    def prepare(self, problem: Problem) -> Any:
        import networkx

        network = Network.of(problem)
        graph = networkx.DiGraph()
        for node, supply in enumerate(network.supplies.tolist()):
            graph.add_node(node, demand=-supply)
        columns = (network.tails, network.heads, network.capacities, network.costs)
        for tail, head, capacity, cost in zip(*(c.tolist() for c in columns), strict=True):
            graph.add_edge(tail, head, capacity=capacity, weight=cost)
        return graph

    def solve(self, prepared: Any) -> Any:
        import networkx

        return networkx.network_simplex(prepared)[1]

    def pairs(self, problem: Problem, prepared: Any, answer: Any) -> np.ndarray:
        arcs = problem.arcs
        first = problem.row_count
        flows = [
            answer[row][first + column]
            for row, column in zip(arcs.rows.tolist(), arcs.columns.tolist(), strict=True)
        ]
        return chosen(problem, np.array(flows))
