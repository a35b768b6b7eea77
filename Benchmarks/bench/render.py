"""`python -m bench.render FOLDER`: the page and the plots once more, from `raw.json`."""

import sys
from pathlib import Path

from bench import plots, report
from bench.results import Results


def write(folder: Path, results: Results) -> None:
    """Writes `results.md` and a plot for each class."""
    (folder / "results.md").write_text(report.page(results))
    plots.draw(folder, results)


if __name__ == "__main__":
    path = Path(sys.argv[1])
    write(path, Results.read(path))
