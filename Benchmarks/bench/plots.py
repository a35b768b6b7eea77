"""Time against size on logarithmic axes, one plot for each class."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.classes import CLASSES
from bench.entrants import Entrant
from bench.records import Match
from bench.results import Results


def draw(folder: Path, results: Results) -> None:
    """Writes an SVG for each class that has matches."""
    import matplotlib

    matplotlib.use("svg")
    # Text stays text, and the same numbers give the same bytes.
    matplotlib.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "bench"})
    for instance_class in CLASSES:
        if own := results.of(instance_class.name):
            path = folder / f"{instance_class.name}.svg"
            _draw(path, instance_class.title, results.entrants, own)


def _draw(path: Path, title: str, entrants: Sequence[Entrant], matches: Sequence[Match]) -> None:
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(7, 4.2), layout="constrained")
    for index, entrant in enumerate(entrants):
        points = [
            (match.facts.rows, seconds)
            for match in matches
            if (seconds := match.seconds(entrant.name)) is not None
        ]
        ours = entrant.name.startswith("nastavnik")
        style: dict[str, Any] = {
            "color": f"C{index % 10}",
            "marker": "os^vD*"[index % 6],
            "linewidth": 2.5 if ours else 1,
            "linestyle": "-" if ours else "--",
        }
        if points:
            axes.plot(*zip(*points, strict=True), label=entrant.name, markersize=5, **style)
    axes.set(xscale="log", yscale="log", xlabel="rows", ylabel="seconds of solving", title=title)
    axes.grid(True, which="major", alpha=0.3)
    rows = sorted({match.facts.rows for match in matches})
    axes.set_xticks(rows, [f"{n:,}" for n in rows])
    axes.minorticks_off()
    if axes.has_data():
        axes.legend(fontsize=7, loc="center left", bbox_to_anchor=(1, 0.5))
    figure.savefig(path, metadata={"Date": None})
    pyplot.close(figure)
