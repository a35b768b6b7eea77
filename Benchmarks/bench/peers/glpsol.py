"""`glpsol`, which reads the flow network in DIMACS form and solves it as a linear program."""

import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

from bench.facts import Facts
from bench.network import Network
from bench.peers.peer import Peer, PeerFailed, chosen, too_many
from bench.problem import Problem


class GLPSol(Peer):
    name = "glpsol"
    title = "`glpsol --mincost`"
    package = "glpk-utils"
    module = "shutil"

    def refuses(self, facts: Facts) -> str | None:
        return too_many(facts, 300_000)

    def missing(self) -> str | None:
        return None if shutil.which("glpsol") else "glpsol (glpk-utils) is not installed"

    def version(self) -> str:
        said = subprocess.run(["glpsol", "--version"], capture_output=True, text=True, check=True)
        found = re.search(r"Solver ([\d.]+)", said.stdout)
        return found.group(1) if found else "unknown"

    def prepare(self, problem: Problem) -> Any:
        network = Network.of(problem)
        folder = tempfile.TemporaryDirectory()
        arcs = np.column_stack(
            [
                network.tails + 1,
                network.heads + 1,
                np.zeros_like(network.tails),
                network.capacities,
                network.costs,
            ]
        )
        with open(Path(folder.name, "network"), "w") as file:
            file.write(f"p min {len(network.supplies)} {len(arcs)}\n")
            for node, supply in enumerate(network.supplies.tolist(), 1):
                if supply:
                    file.write(f"n {node} {supply}\n")
            np.savetxt(file, arcs, fmt="a %d %d %d %d %d")
        start = time.perf_counter()
        self._run(folder, "--check")
        return folder, time.perf_counter() - start

    def solve(self, prepared: Any) -> Any:
        folder, reading = prepared
        said = self._run(folder, "--write", "answer")
        if "OPTIMAL" not in said:
            raise PeerFailed(said[-300:])
        return reading

    def seconds(self, elapsed: float, answer: float) -> float:
        # Its own clock has one decimal; so what a run takes that only reads is taken off.
        return max(elapsed - answer, 0.001)

    def _run(self, folder: tempfile.TemporaryDirectory, *arguments: str) -> str:
        command = ["glpsol", "--mincost", "network", *arguments]
        return subprocess.run(command, cwd=folder.name, capture_output=True, text=True).stdout

    def pairs(self, problem: Problem, prepared: Any, answer: Any) -> np.ndarray:
        written = Path(prepared[0].name, "answer").read_text().splitlines()
        values = [float(line.split()[3]) for line in written if line.startswith("j ")]
        # GLPK goes through the nodes, and through the arcs of a node from the last to the first.
        tails = Network.of(problem).tails
        flows = np.empty(len(tails))
        flows[np.lexsort((-np.arange(len(tails)), tails))] = values
        return chosen(problem, flows)
