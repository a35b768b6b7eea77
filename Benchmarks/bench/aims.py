"""The aims of speed, and how far this run is from them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bench.records import Match
from bench.whole import Whole

HUNGARIAN, GLPK = "nastavnik-hungarian", "nastavnik-glpk"
ABSENT = ("no such size in this run", "not measured")
DENSE_PEERS = ("scipy-lsa", "lapjv", "lap", "lapx", "ortools-lsa")


@dataclass(frozen=True)
class Outcome:
    """An aim against what was measured."""

    work: str
    aim: str
    measured: str
    verdict: str


@dataclass(frozen=True)
class Ahead:
    """On a class from so many rows on, `base` is at least `factor` times as fast as the best."""

    work: str
    class_name: str
    rows: range
    peers: Sequence[str]
    base: str
    factor: float

    def outcomes(self, matches: Sequence[Match]) -> list[Outcome]:
        aim = f"{self.factor:g} × ahead"
        found = _at(matches, self.class_name, self.rows)
        return [self._outcome(m, aim) for m in found] or [Outcome(self.work, aim, *ABSENT)]

    def _outcome(self, match: Match, aim: str) -> Outcome:
        work = f"{self.work}: {match.facts.size}"
        ratios = [
            (*ratio, peer)
            for peer in self.peers
            if (ratio := match.ratio(peer, self.base)) is not None
        ]
        if not ratios:
            reasons = "; ".join(f"{p}: {match.left_out.get(p, 'no answer')}" for p in self.peers)
            return Outcome(work, aim, reasons, "not measured")
        value, is_bound, peer = min(ratios)
        measured = f"{'over ' if is_bound else ''}{value:.2g} × ahead of {peer}"
        if is_bound and value < self.factor:
            return Outcome(work, aim, measured, "open: the peer passed its time limit")
        return Outcome(work, aim, measured, _verdict(value / self.factor))


@dataclass(frozen=True)
class Within:
    """On a class, a measure of a match stays within a limit."""

    work: str
    class_name: str
    rows: range
    limit: float
    unit: str
    measure: Callable[[Match], float | None]

    def outcomes(self, matches: Sequence[Match]) -> list[Outcome]:
        aim = f"at most {self.limit:g} {self.unit}"
        return [
            _within(f"{self.work}: {match.facts.size}", self.measure(match), self.limit, self.unit)
            for match in _at(matches, self.class_name, self.rows)
        ] or [Outcome(self.work, aim, *ABSENT)]


AIMS: list[Ahead | Within] = [
    Ahead(
        "dense, structured profiles, ahead of SciPy, lapjv, lap, lapx, OR-tools",
        "structured",
        range(1000, 4001),
        DENSE_PEERS,
        HUNGARIAN,
        3,
    ),
    Ahead(
        "dense, capacity 6, ahead of OR-tools min-cost flow",
        "capacity-above",
        range(5000, 5001),
        ("ortools-mcf",),
        HUNGARIAN,
        10,
    ),
    Within(
        "the same through GLPK, against the Hungarian",
        "capacity-above",
        range(5000, 5001),
        5,
        "×",
        lambda match: (ratio := match.ratio(GLPK, HUNGARIAN)) and ratio[0],
    ),
    Ahead(
        "the same through GLPK, ahead of bare GLPK",
        "capacity-above",
        range(5000, 5001),
        ("glpk",),
        GLPK,
        100,
    ),
    Ahead(
        "national, ahead of OR-tools",
        "national",
        range(1_000_000, 1_000_001),
        ("ortools-mcf",),
        HUNGARIAN,
        3,
    ),
    Within(
        "national, certified",
        "national",
        range(1_000_000, 1_000_001),
        15,
        "s",
        lambda match: match.seconds(HUNGARIAN),
    ),
    Within(
        "national, peak memory of the whole process",
        "national",
        range(1_000_000, 1_000_001),
        3,
        "GiB",
        lambda match: (peak := match.peak_bytes(HUNGARIAN)) and peak / 2**30,
    ),
]

WHOLE_LIMITS = {
    "lyceum": ("a lyceum's folder to proposals, whole process", 0.030),
    "region": ("34,000 × 8,000 profiles, files to proposals", 10.0),
    "re-solve 500 × 100": ("what-if re-solve, 500 × 100", 0.005),
    "re-solve 4,000 × 3,000": ("what-if re-solve, 4,000 × 3,000", 0.1),
}

SCORING = "matching against scoring"
SCORING_LIMIT = 2


def outcomes(matches: Sequence[Match], wholes: Sequence[Whole]) -> list[Outcome]:
    """Every aim, met, missed or not measured."""
    found = [outcome for aim in AIMS for outcome in aim.outcomes(matches)]
    measured = {whole.name: whole for whole in wholes}
    for name, (work, limit) in WHOLE_LIMITS.items():
        whole = measured.get(name)
        if whole is None:
            found.append(Outcome(work, f"at most {limit:g} s", *ABSENT))
        elif whole.seconds is None:
            found.append(Outcome(work, f"at most {limit:g} s", whole.failure or "", "missed"))
        else:
            outcome = _within(work, whole.seconds, limit, "s")
            if whole.start_seconds is not None:
                start = f", of which {whole.start_seconds:.3f} s start the process"
                outcome = replace(outcome, measured=outcome.measured + start)
            found.append(outcome)
    return [*found, _matching_against_scoring(measured.get("region"))]


def _matching_against_scoring(whole: Whole | None) -> Outcome:
    """Scoring every pair once and solving, against scoring alone."""
    if whole is None or not whole.scoring_seconds or whole.solving_seconds is None:
        return Outcome(SCORING, f"at most {SCORING_LIMIT} ×", *ABSENT)
    ratio = 1 + whole.solving_seconds / whole.scoring_seconds
    return _within(SCORING, ratio, SCORING_LIMIT, "×")


def _at(matches: Sequence[Match], class_name: str, rows: range) -> list[Match]:
    return [m for m in matches if m.facts.class_name == class_name and m.facts.rows in rows]


def _within(work: str, value: float | None, limit: float, unit: str) -> Outcome:
    aim = f"at most {limit:g} {unit}"
    if value is None:
        return Outcome(work, aim, "no answer", "missed")
    return Outcome(work, aim, f"{value:.3g} {unit}", _verdict(limit / value))


def _verdict(share: float) -> str:
    """`share` is 1 where the aim is met exactly, and 2 where it is met twice over."""
    return f"met ({share:.2g} ×)" if share >= 1 else f"**missed** by {1 / share:.2g} ×"
