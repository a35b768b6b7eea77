"""Whole runs of the command line: from a programme folder to proposals, and solving once more."""

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import numpy as np

from bench import process, storage
from bench.classes import profile_scores
from bench.entrants import NASTAVNIK, PROJECT
from bench.problem import Bounds, Problem

FINISHED = (0, 1)
"""Done; done, with findings in the data."""


@dataclass(frozen=True)
class Whole:
    """The median time of a whole process."""

    name: str
    seconds: float | None
    peak_bytes: int
    failure: str | None = None
    start_seconds: float | None = None
    """What a process takes that does nothing."""
    scoring_seconds: float | None = None
    """What it took to look at every pair once, where the run says so."""
    solving_seconds: float | None = None
    """What it took to solve after that."""


RESOLVES = {"re-solve 500 × 100": (500, 100), "re-solve 4,000 × 3,000": (4000, 3000)}


def resolve(name: str, repetitions: int) -> Whole:
    """A dense instance, solved; then one row in a hundred has other scores, and it is solved again
    from the first answer. The time is that of the second solving alone."""
    rows, columns = RESOLVES[name]
    rng = np.random.default_rng([rows, columns])
    scores = profile_scores(rng, rows, columns)
    changed = scores.copy()
    some = rng.choice(rows, rows // 100, replace=False)
    changed[some] = profile_scores(rng, len(some), columns)
    capacity = -(-6 * rows // (5 * columns))
    bounds = Bounds.of(rows, 1, 1), Bounds.of(columns, 0, capacity)
    with tempfile.TemporaryDirectory() as folder:
        before = storage.save(Problem("max", scores, *bounds), Path(folder, "before"))
        after = storage.save(Problem("max", changed, *bounds), Path(folder, "after"))
        certificate, answer = Path(folder, "certificate.json"), Path(folder, "answer")
        words = ["--solver", "hungarian", "--maximize", "--row-demand", "1"]
        words += ["--column-load", f"0:{capacity}"]
        command = [NASTAVNIK, "solve", before, *words, "--certificate", certificate]
        runs = [process.run(command, answer, seconds=60)]
        seconds = []
        for _ in range(repetitions):
            command = [NASTAVNIK, "solve", after, *words, "--from", certificate, "--json"]
            runs.append(process.run(command, answer, seconds=60))
            if any(run.code != 0 for run in runs):
                return Whole(name, None, 0, f"ended with {runs[-1].code}: {runs[-1].message}")
            seconds.append(json.loads(answer.read_text())["seconds"])
    return Whole(name, median(seconds), max(run.peak_bytes for run in runs))


def lyceum(repetitions: int) -> Whole:
    """A lyceum's folder to proposals."""
    return _match("lyceum", PROJECT / "datasets/tpu-lyceum", repetitions, limit=60)


def region(limit: float) -> Whole:
    """34,000 mentees and 8,000 mentors, invented, from files to proposals."""
    with tempfile.TemporaryDirectory() as folder:
        programme = Path(folder, "region")
        words = "generate --mentees 34000 --mentors 8000 --seed 1 --out".split()
        made = process.run([NASTAVNIK, *words, programme], Path(folder, "generate"), seconds=limit)
        if made.code != 0:
            return Whole("region", None, 0, f"generate ended with {made.code}: {made.message}")
        return _match("region", programme, 1, limit)


def _match(name: str, programme: Path, repetitions: int, limit: float) -> Whole:
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder, "plan")
        command = [NASTAVNIK, "match", programme, "--json"]
        runs = [process.run(command, plan, seconds=limit) for _ in range(repetitions)]
        parts = _parts(plan)
    peak = max(run.peak_bytes for run in runs)
    if any(run.timed_out for run in runs):
        return Whole(name, None, peak, f"over {limit:g} s")
    if any(run.code not in FINISHED for run in runs):
        return Whole(name, None, peak, f"ended with {runs[0].code}: {runs[0].message}")
    return Whole(
        name,
        median(run.seconds for run in runs),
        peak,
        start_seconds=_start(repetitions),
        scoring_seconds=parts.get("scoring"),
        solving_seconds=parts.get("solving"),
    )


def _parts(plan: Path) -> dict[str, float]:
    """Where the time of the last run went; nothing where it did not come to its end."""
    try:
        return json.loads(plan.read_text())["seconds"]
    except (OSError, ValueError, KeyError):
        return {}


def _start(repetitions: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        runs = [
            process.run([NASTAVNIK, "--version"], Path(folder, "version"), seconds=60)
            for _ in range(repetitions)
        ]
    return median(run.seconds for run in runs)
