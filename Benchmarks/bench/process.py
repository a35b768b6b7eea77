"""Runs a command within a limit of time and memory, and measures it."""

import os
import resource
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Finished:
    """How a command ended."""

    code: int
    seconds: float
    peak_bytes: int
    timed_out: bool
    message: str
    """The end of what it wrote to standard error."""


def run(
    command: Sequence[str | Path], output: Path, *, seconds: float, memory: int | None = None
) -> Finished:
    """Runs the command with its standard output in a file."""
    errors = output.with_suffix(".stderr")
    with open(output, "wb") as out, open(errors, "wb") as err:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=err)
        if memory is not None:
            resource.prlimit(process.pid, resource.RLIMIT_AS, (memory, memory))
        is_over = threading.Event()

        def stop() -> None:
            is_over.set()
            process.kill()

        timer = threading.Timer(seconds, stop)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        elapsed = time.perf_counter() - start
        timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    return Finished(
        code=process.returncode,
        seconds=elapsed,
        peak_bytes=usage.ru_maxrss * 1024,
        timed_out=is_over.is_set(),
        message=errors.read_text(errors="replace")[-400:].strip(),
    )
