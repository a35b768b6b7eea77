"""What a campaign leaves behind."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median

from bench.facts import Facts


@dataclass
class Run:
    """One solver on one instance, once."""

    solver: str
    repetition: int
    seconds: float | None = None
    read_seconds: float | None = None
    prepare_seconds: float | None = None
    process_seconds: float | None = None
    peak_bytes: int | None = None
    objective: int | None = None
    flaw: str | None = None
    """What is wrong with the answer."""
    failure: str | None = None
    """How it ended without an answer."""
    over_limit: float | None = None
    """The limit that was passed."""
    best: int | None = None
    """The best plan at the limit, where the optimum was not proved."""
    bound: float | None = None
    """What no plan can pass, as the solver says at the limit."""
    plans: list[tuple[float, float]] = field(default_factory=list)
    """When it had which plans, where it says so."""


@dataclass
class Match:
    """Everybody on one instance."""

    facts: Facts
    runs: list[Run] = field(default_factory=list)
    left_out: dict[str, str] = field(default_factory=dict)

    def of(self, solver: str) -> list[Run]:
        return [run for run in self.runs if run.solver == solver]

    def seconds(self, solver: str) -> float | None:
        """The median time of solving alone."""
        return self._median(run.seconds for run in self.of(solver) if run.objective is not None)

    def spread(self, solver: str) -> float:
        """The slowest repetition over the fastest."""
        known = [run.seconds for run in self.of(solver) if run.seconds]
        return max(known) / min(known) if known else 1.0

    def process_seconds(self, solver: str) -> float | None:
        """The median time of the whole process."""
        runs = self.of(solver)
        return self._median(run.process_seconds for run in runs if run.objective is not None)

    def peak_bytes(self, solver: str) -> int | None:
        return max((r.peak_bytes for r in self.of(solver) if r.peak_bytes), default=None)

    def limit_passed(self, solver: str) -> float | None:
        """The time limit that the solver did not keep."""
        return max((r.over_limit for r in self.of(solver) if r.over_limit), default=None)

    def ratio(self, solver: str, base: str) -> tuple[float, bool] | None:
        """How many times as long as `base`; with True, at least so many times."""
        ours = self.seconds(base)
        if not ours:
            return None
        if (limit := self.limit_passed(solver)) is not None:
            return limit / ours, True
        theirs = self.seconds(solver)
        return None if theirs is None else (theirs / ours, False)

    @property
    def objectives(self) -> dict[int, list[str]]:
        """The optima that were found, each with who found it; more than one is a fault."""
        found: dict[int, set[str]] = {}
        for run in self.runs:
            if run.objective is not None:
                found.setdefault(run.objective, set()).add(run.solver)
        return {objective: sorted(solvers) for objective, solvers in sorted(found.items())}

    def gap(self, solver: str) -> float | None:
        """How far the worst plan at the limit is from its bound, as a share of the bound."""
        shares = [
            abs(run.bound - run.best) / max(1, abs(run.bound))
            for run in self.of(solver)
            if run.best is not None and run.bound is not None
        ]
        return max(shares, default=None)

    @property
    def best(self) -> int | None:
        """The best sum that anybody found."""
        found = [*self.objectives, *(run.best for run in self.runs if run.best is not None)]
        # Instances whose solvers tell their plans have the sense max.
        return max(found, default=None)

    def seconds_to_within(self, share: float, solver: str) -> float | None:
        """The median time to a plan that lacks at most this share of the best; None where a run
        had none."""
        best = self.best
        if best is None:
            return None
        enough = best - share * abs(best)
        times = [
            min((seconds for seconds, value in run.plans if value >= enough), default=None)
            for run in self.of(solver)
        ]
        return median(t for t in times if t is not None) if times and None not in times else None

    @property
    def faults(self) -> list[str]:
        """Wrong answers of anybody and missing answers of ours: none of them may stand."""
        faults = {f"{run.solver}: {run.flaw}" for run in self.runs if run.flaw}
        faults |= {
            f"{run.solver}: {run.failure}"
            for run in self.runs
            if run.failure and run.solver.startswith("nastavnik")
        }
        if len(self.objectives) > 1:
            found = "; ".join(f"{o}: {', '.join(who)}" for o, who in self.objectives.items())
            faults.add(f"the optima differ: {found}")
        # Group instances have the sense max.
        for run in self.runs:
            proved = [o for o in self.objectives if run.best is not None and run.best > o]
            faults |= {f"{run.solver} has {run.best}, above the optimum {o}" for o in proved}
        return sorted(faults)

    @staticmethod
    def _median(values: Iterable[float | None]) -> float | None:
        known = [value for value in values if value is not None]
        return median(known) if known else None
