"""Runs everybody on the same bytes, in turns."""

import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from bench import check, process
from bench.classes import CLASSES, InstanceClass
from bench.entrants import ENTRANTS, Entrant
from bench.facts import Facts
from bench.instances import make
from bench.records import Match, Run

STOPPED = 75
"""The exit code of `nastavnik` where the time limit came first."""

GRACE = 10.0
"""So many seconds more than twice its limit has a solver that knows the limit."""

LONG = 5.0
"""A run that takes more seconds is not repeated."""


@dataclass
class Campaign:
    """Which instances, how often, and within which limits."""

    size: str
    seed: int
    repetitions: int
    limit: float
    memory: int
    cache: Path
    classes: list[InstanceClass] = field(default_factory=lambda: list(CLASSES))
    entrants: list[Entrant] = field(default_factory=lambda: list(ENTRANTS))
    report: Callable[[str], None] = print

    def run(self) -> Iterator[Match]:
        """Each instance after all have solved it."""
        # Instances are made and answers judged in another process: the peak memory that the
        # system gives for a child begins with that of the process that started it.
        with (
            ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool,
            tempfile.TemporaryDirectory() as folder,
        ):
            self._pool, self._folder = pool, Path(folder)
            for instance_class in self.classes:
                too_slow: dict[str, str] = {}
                for rows in instance_class.sizes(self.size):
                    name, seed = instance_class.name, self.seed
                    facts = pool.submit(make, name, rows, seed, self.cache).result()
                    yield self._match(facts, too_slow)

    def _match(self, facts: Facts, too_slow: dict[str, str]) -> Match:
        match = Match(facts)
        self.report(f"{facts.class_name} {facts.size}")
        running = []
        for entrant in self.entrants:
            reason = entrant.absent() or entrant.refuses(facts) or too_slow.get(entrant.name)
            if reason:
                match.left_out[entrant.name] = reason
            else:
                running.append(entrant)
        for repetition in range(self.repetitions):
            # Nobody always runs first, or always after the same other.
            shift = repetition % max(1, len(running))
            for entrant in running[shift:] + running[:shift]:
                run = self._once(entrant, facts, repetition)
                match.runs.append(run)
                if run.over_limit is not None and not facts.closable:
                    too_slow[entrant.name] = f"over {self.limit:g} s on {facts.size} already"
            running = [e for e in running if self._is_worth_repeating(match.of(e.name)[-1])]
        for entrant in self.entrants:
            self._tell(match, entrant.name)
        return match

    def _once(self, entrant: Entrant, facts: Facts, repetition: int) -> Run:
        answer, output = self._folder / "answer.json", self._folder / "output"
        answer.unlink(missing_ok=True)
        # Groups may take for ever: their solvers are told the limit, and have something by then.
        told = self.limit if facts.closable else None
        command = entrant.command(facts, answer, told)
        seconds = self.limit if told is None else 2 * self.limit + GRACE
        done = process.run(command, output, seconds=seconds, memory=self.memory)
        run = Run(
            entrant.name, repetition, process_seconds=done.seconds, peak_bytes=done.peak_bytes
        )
        if done.timed_out:
            run.over_limit = self.limit
        elif done.code not in (0, STOPPED if told else 0):
            run.failure = f"ended with {done.code}: {done.message or 'no message'}"
        else:
            written = answer if answer.exists() else output
            verdict = self._pool.submit(check.judge, facts.path, written).result()
            run.objective, run.flaw, *times = verdict[:5]
            run.seconds, run.read_seconds, run.prepare_seconds = times
            run.best, run.bound, run.plans = verdict.best, verdict.bound, verdict.plans
            if told and run.objective is None and run.flaw is None:
                run.over_limit = told
        return run

    @staticmethod
    def _is_worth_repeating(run: Run) -> bool:
        return run.objective is not None and (run.process_seconds or 0) <= LONG

    def _tell(self, match: Match, name: str) -> None:
        if (seconds := match.seconds(name)) is not None:
            self.report(f"  {name:22}{seconds:10.4f} s")
        elif (limit := match.limit_passed(name)) is not None:
            self.report(f"  {name:22}{'>':>4}{limit:6.0f} s")
        for trouble in {run.flaw or run.failure for run in match.of(name)} - {None}:
            self.report(f"  {name:22} {trouble}")
