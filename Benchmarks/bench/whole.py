"""Whole runs of the command line: from a programme folder to proposals."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench import process
from bench.entrants import NASTAVNIK, PROJECT

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
        runs = [
            process.run([NASTAVNIK, "match", programme], Path(folder, "plan"), seconds=limit)
            for _ in range(repetitions)
        ]
    peak = max(run.peak_bytes for run in runs)
    if any(run.timed_out for run in runs):
        return Whole(name, None, peak, f"over {limit:g} s")
    if any(run.code not in FINISHED for run in runs):
        return Whole(name, None, peak, f"ended with {runs[0].code}: {runs[0].message}")
    return Whole(name, median(run.seconds for run in runs), peak, start_seconds=_start(repetitions))


def _start(repetitions: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        runs = [
            process.run([NASTAVNIK, "--version"], Path(folder, "version"), seconds=60)
            for _ in range(repetitions)
        ]
    return median(run.seconds for run in runs)
