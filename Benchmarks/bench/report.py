"""The results as a page."""

from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path

from bench import aims
from bench.campaign import LONG
from bench.classes import CLASSES
from bench.entrants import BASELINE, Entrant
from bench.records import Match
from bench.results import Results

WHY = Path(__file__).resolve().parents[1] / "why.md"
"""What is known about aims that are missed, kept by hand."""


def page(results: Results) -> str:
    """The page of results."""
    return "\n\n".join(_sections(results)) + "\n"


def _sections(results: Results) -> list[str]:
    matches = results.matches
    if results.faults:
        faults = [f"- {fault}" for fault in results.faults]
        agreement = "**Not all agree:**\n\n" + "\n".join(faults)
    else:
        agreement = "All answers were checked against their instance; all optima agree."
    return [
        f"# Benchmark, size {results.size}, seed {results.seed}",
        "Times are medians of solving alone (reading the file and building a solver's own model"
        f" are apart, in `raw.json`). Repetitions in turns: {results.repetitions}, or one for runs"
        f" of more than {LONG:g} s. Time limit of a run with reading: {results.limit:g} s. Each"
        " run is a process of its own.",
        agreement,
        "## Aims",
        _table(
            ["work", "aim", "measured", ""],
            [astuple(outcome) for outcome in aims.outcomes(matches, results.wholes)],
        ),
        *_why(),
        "## Ratios",
        f"How many times as long as `{BASELINE}` a solver takes: above 1 it is slower. `>`: it was"
        " stopped at the time limit. `–`: left out, see below. The fastest peer is bold.",
        _ratios(results.entrants, matches),
        "## Lost",
        _lost(matches),
        *_groups(matches),
        "## Our times and memory",
        "Spread: the slowest repetition over the fastest, a measure of the noise. Peak: no less"
        " than that of the harness, about 40 MiB, with which a child process begins.",
        _ours(matches),
        "## Plots",
        "\n".join(f"![{c.title}]({c.name}.svg)" for c in CLASSES if results.of(c.name)),
        "## Left out",
        _left_out(results.entrants, matches),
        "## Machine",
        _table(["", ""], [[key, value] for key, value in results.machine.items()]),
        "## Versions",
        _table(["solver", "version"], [[name, value] for name, value in results.versions.items()]),
    ]


def _why() -> list[str]:
    return ["## Why", WHY.read_text().strip()] if WHY.exists() else []


def _ratios(entrants: Sequence[Entrant], matches: Sequence[Match]) -> str:
    names = [e.name for e in entrants if any(m.of(e.name) for m in matches)]
    others = [name for name in names if name != BASELINE]
    rows = []
    for match in matches:
        ratios = {name: match.ratio(name, BASELINE) for name in others}
        exact = [
            ratio[0]
            for name, ratio in ratios.items()
            if ratio is not None and not ratio[1] and not name.startswith("nastavnik")
        ]
        best = min(exact, default=None)
        cells = [_ratio(ratios[name], best) for name in others]
        rows.append([match.facts.class_name, match.facts.size, _seconds(match), *cells])
    return _table(["class", "size", "hungarian, s", *others], rows)


def _groups(matches: Sequence[Match]) -> list[str]:
    """Time to the proof, or how far from it the time limit came."""
    rows = []
    for match in matches:
        if not match.facts.closable:
            continue
        best = match.best
        if best is None:
            continue
        for name in dict.fromkeys(run.solver for run in match.runs):
            seconds, gap = match.seconds(name), match.gap(name)
            plans = [r.best for r in match.of(name) if r.best is not None]
            short = f"{(best - min(plans)) / max(1, abs(best)):.3%}" if plans else ""
            proof = f"{seconds:.3f}" if seconds is not None and gap is None else "–"
            near = match.seconds_to_within(0.01, name)
            rows.append(
                [
                    f"{match.facts.size}, {match.facts.groups} mentors",
                    name,
                    "–" if near is None else f"{near:.3f}",
                    proof,
                    "" if gap is None else f"{gap:.3%}",
                    short,
                ]
            )
    if not rows:
        return []
    heads = ["mentees × topics", "solver", "to a plan within 1 %, s", "to the proof, s"]
    heads += ["gap at the limit", "plan below the best"]
    return [
        "## Groups",
        "Solvers of group instances are told the time limit. Within 1 % means of the best plan that"
        " anybody found. Where the limit came before the proof: the"
        " gap to the solver's own bound, and by how much its plan is below the best of all. Only"
        " our bounds come with a proof that is checked.",
        _table(heads, rows),
    ]


def _lost(matches: Sequence[Match]) -> str:
    lines = []
    for match in matches:
        faster = []
        for name in dict.fromkeys(run.solver for run in match.runs):
            ratio = None if name.startswith("nastavnik") else match.ratio(name, BASELINE)
            if ratio is not None and not ratio[1] and ratio[0] < 1:
                faster.append((ratio[0], name))
        if faster:
            who = ", ".join(f"{name} ({_number(1 / r)} × as fast)" for r, name in sorted(faster))
            lines.append(f"- {match.facts.class_name} {match.facts.size}: {who}")
    return "\n".join(lines) or "No instance on which a peer is faster than our Hungarian."


def _ours(matches: Sequence[Match]) -> str:
    rows = []
    for match in matches:
        for name in dict.fromkeys(run.solver for run in match.runs):
            seconds, process = match.seconds(name), match.process_seconds(name)
            if name.startswith("nastavnik") and seconds is not None and process is not None:
                peak = (match.peak_bytes(name) or 0) / 2**20
                where = [match.facts.class_name, match.facts.size, name]
                numbers = [f"{seconds:.4f}", f"{match.spread(name):.2g}", f"{process:.3f}"]
                rows.append([*where, *numbers, f"{peak:.0f}"])
    return _table(
        ["class", "size", "solver", "solving, s", "spread", "whole process, s", "peak, MiB"], rows
    )


def _left_out(entrants: Sequence[Entrant], matches: Sequence[Match]) -> str:
    """For each solver the reasons, each with the instances that it holds for."""
    lines = []
    for entrant in entrants:
        reasons: dict[str, list[Match]] = {}
        for match in matches:
            if reason := match.left_out.get(entrant.name):
                reasons.setdefault(reason, []).append(match)
            for failure in {r.failure for r in match.of(entrant.name) if r.failure}:
                last = failure.splitlines()[-1]
                reasons.setdefault(f"no answer: {last}", []).append(match)
        for reason, places in reasons.items():
            lines.append(f"- {entrant.title}: {reason} ({_places(places, matches)})")
    return "\n".join(lines) or "Nothing."


def _places(of: Sequence[Match], among: Sequence[Match]) -> str:
    """A class by its name alone where all its sizes are meant."""
    if len(of) == len(among):
        return "everywhere"
    words = []
    for name in dict.fromkeys(match.facts.class_name for match in of):
        sizes = [match.facts.size for match in of if match.facts.class_name == name]
        whole = sum(match.facts.class_name == name for match in among) == len(sizes)
        words.append(name if whole else f"{name} {', '.join(sizes)}")
    return "; ".join(words)


def _seconds(match: Match) -> str:
    seconds = match.seconds(BASELINE)
    if seconds is None:
        return "> limit" if match.limit_passed(BASELINE) else "–"
    return f"{seconds:.4f}"


def _ratio(ratio: tuple[float, bool] | None, best: float | None) -> str:
    if ratio is None:
        return "–"
    value, is_bound = ratio
    text = _number(value)
    if is_bound:
        return f"> {text}"
    return f"**{text}**" if value == best else text


def _number(value: float) -> str:
    """Two digits, or all that stand before the point."""
    return f"{value:.2g}" if value < 99.5 else f"{value:,.0f}"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
