"""What can be said about an instance without reading its weights."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

from bench.problem import Problem


@dataclass(frozen=True)
class Facts:
    """Enough to decide who can solve an instance."""

    class_name: str
    seed: int
    path: str
    rows: int
    columns: int
    arcs: int
    dense: bool
    demand: tuple[int, int]
    load: tuple[int, int]
    places: int
    groups: int
    closable: int = 0
    """How many columns may close."""

    @staticmethod
    def of(problem: Problem, class_name: str, seed: int, path: Path) -> "Facts":
        return Facts(
            class_name=class_name,
            seed=seed,
            path=str(path),
            rows=problem.row_count,
            columns=problem.column_count,
            arcs=len(problem.arcs.rows),
            dense=problem.matrix is not None,
            demand=(int(problem.demand.lower.min()), int(problem.demand.upper.max())),
            load=(int(problem.load.lower.min()), int(problem.load.upper.max())),
            places=int(problem.load.upper.sum()),
            groups=len(problem.groups),
            closable=0 if problem.may_close is None else int(problem.may_close.sum()),
        )

    @classmethod
    def read(cls, file: Path) -> Self:
        return cls.parse(json.loads(file.read_text()))

    @classmethod
    def parse(cls, document: dict[str, Any]) -> Self:
        document["demand"], document["load"] = tuple(document["demand"]), tuple(document["load"])
        return cls(**document)

    def write(self, file: Path) -> None:
        file.write_text(json.dumps(asdict(self)))

    @property
    def size(self) -> str:
        return f"{self.rows:,} × {self.columns:,}"

    @property
    def is_square(self) -> bool:
        """One column for each row, one row for each column: a plain assignment problem."""
        return self.rows == self.columns and self.demand == (1, 1) and self.load == (0, 1)

    @property
    def is_simple(self) -> bool:
        """Each row is used once at most, and nothing but capacity bounds a column."""
        return self.demand[1] == 1 and self.load[0] == 0 and not self.groups
