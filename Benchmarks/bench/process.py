"""Runs a command within a limit of time and memory, and measures it."""

import contextlib
import os
import resource
import signal
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
    """The last line that it wrote to standard error."""


def run(
    command: Sequence[str | Path], output: Path, *, seconds: float, memory: int | None = None
) -> Finished:
    """Runs the command with its standard output in a file."""
    errors = output.with_suffix(".stderr")
    with open(output, "wb") as out, open(errors, "wb") as err:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=err, start_new_session=True)
        if memory is not None:
            resource.prlimit(process.pid, resource.RLIMIT_AS, (memory, memory))
        is_over = threading.Event()

        def stop() -> None:
            is_over.set()
            _kill(process.pid)

        timer = threading.Timer(seconds, stop)
        timer.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            _kill(process.pid)
            raise
        finally:
            timer.cancel()
        elapsed = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    return Finished(
        code=process.returncode,
        seconds=elapsed,
        peak_bytes=usage.ru_maxrss * 1024,
        timed_out=is_over.is_set(),
        message="".join(errors.read_text(errors="replace").splitlines()[-1:])[:400],
    )


def _kill(session: int) -> None:
    """Ends the process with those it started: a solver left behind would slow all that follow."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(session, signal.SIGKILL)
