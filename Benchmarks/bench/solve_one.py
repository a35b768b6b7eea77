"""A child process: reads an instance, solves it with one peer, writes the answer.

The answer has the members of the JSON that `nastavnik solve` prints.
"""

import json
import sys
import time
from importlib import import_module
from pathlib import Path

from bench.peers import PEERS
from bench.storage import load


def main(name: str, instance: str, output: str, limit: str | None = None) -> None:
    peer = next(peer for peer in PEERS if peer.name == name)
    peer.limit = None if limit is None else float(limit)
    if peer.folder is not None:
        sys.path.insert(0, str(peer.folder))
    import_module(peer.module)
    start = time.perf_counter()
    problem = load(Path(instance))
    read = time.perf_counter()
    prepared = peer.prepare(problem)
    ready = time.perf_counter()
    answer = peer.solve(prepared)
    solved = time.perf_counter()
    bound = peer.bound(problem, answer)
    document = {
        "status": "optimal" if bound is None else "feasible",
        "bound": bound,
        "seconds": peer.seconds(solved - ready, answer),
        "readSeconds": read - start,
        "prepareSeconds": ready - read,
        "plans": [
            {"seconds": seconds, "objective": objective}
            for seconds, objective in peer.plans(problem, answer)
        ],
        "assignment": peer.pairs(problem, prepared, answer).tolist(),
    }
    Path(output).write_text(json.dumps(document))


if __name__ == "__main__":
    main(*sys.argv[1:])
