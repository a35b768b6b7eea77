"""Everything that a run found out, as it is kept in `raw.json`."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

from bench.entrants import ENTRANTS, Entrant
from bench.facts import Facts
from bench.records import Match, Run
from bench.whole import Whole


@dataclass
class Results:
    """A run of the benchmark."""

    size: str
    seed: int
    repetitions: int
    limit: float
    machine: dict[str, str]
    versions: dict[str, str]
    solvers: list[str]
    matches: list[Match]
    wholes: list[Whole]

    @property
    def entrants(self) -> list[Entrant]:
        """Who was to take part, in the order of the tables."""
        return [entrant for entrant in ENTRANTS if entrant.name in self.solvers]

    @property
    def faults(self) -> list[str]:
        """What must not be, one sentence each."""
        return [
            f"{match.facts.class_name} {match.facts.size}: {fault}"
            for match in self.matches
            for fault in match.faults
        ]

    def of(self, class_name: str) -> Sequence[Match]:
        """The matches of a class, by size."""
        return [match for match in self.matches if match.facts.class_name == class_name]

    def write(self, folder: Path) -> None:
        """Writes `raw.json`."""
        # Microseconds are as fine as any clock here.
        document = json.loads(json.dumps(asdict(self)), parse_float=lambda x: round(float(x), 6))
        for match in document["matches"]:
            match["facts"]["path"] = Path(match["facts"]["path"]).name
        # A line for each match: short enough to keep, and to compare.
        matches = ",\n".join(json.dumps(m, ensure_ascii=False) for m in document.pop("matches"))
        rest = json.dumps(document, indent=1, ensure_ascii=False).removesuffix("\n}")
        (folder / "raw.json").write_text(f'{rest},\n "matches": [\n{matches}\n]}}\n')

    @classmethod
    def read(cls, folder: Path) -> Self:
        """What `raw.json` holds."""
        raw: dict[str, Any] = json.loads((folder / "raw.json").read_text())
        matches = [
            Match(
                Facts.parse(match["facts"]),
                [Run(**run) for run in match["runs"]],
                match["left_out"],
            )
            for match in raw.pop("matches")
        ]
        wholes = [Whole(**whole) for whole in raw.pop("wholes")]
        return cls(**raw, matches=matches, wholes=wholes)
