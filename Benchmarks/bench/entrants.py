"""Everybody who takes part: our solvers and the peers, each as a command."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bench.facts import Facts
from bench.peers import PEERS, Peer
from bench.storage import load_options

PROJECT = Path(__file__).resolve().parents[2]
NASTAVNIK = PROJECT / ".build/release/nastavnik"


class Entrant(Protocol):
    """Somebody who solves instances in a process of their own."""

    @property
    def name(self) -> str: ...
    @property
    def title(self) -> str: ...
    def absent(self) -> str | None: ...
    def refuses(self, facts: Facts) -> str | None: ...
    def command(
        self, facts: Facts, answer: Path, limit: float | None = None
    ) -> list[str | Path]: ...
    def version(self) -> str: ...


@dataclass(frozen=True)
class Ours:
    """One of our solvers, as a user runs it."""

    solver: str
    arcs: int

    @property
    def name(self) -> str:
        return f"nastavnik-{self.solver}"

    @property
    def title(self) -> str:
        return f"`nastavnik solve --solver {self.solver}`"

    def absent(self) -> str | None:
        return None if NASTAVNIK.exists() else "not built: swift build -c release"

    def refuses(self, facts: Facts) -> str | None:
        return f"asked up to {self.arcs:,} arcs" if facts.arcs > self.arcs else None

    def command(
        self, facts: Facts, answer: Path, limit: float | None = None
    ) -> list[str | Path]:
        options = load_options(Path(facts.path))
        words: list[str | Path] = [NASTAVNIK, "solve", facts.path, "--json"]
        words += ["--solver", self.solver]
        if limit is not None:
            words += ["--time-limit", f"{limit:g}"]
        if options.get("objective") == "max":
            words.append("--maximize")
        for option, member in ("--row-demand", "rowDemand"), ("--column-load", "columnLoad"):
            if member in options:
                lower, upper = options[member]
                words += [option, f"{lower}:{upper}"]
        return words

    def version(self) -> str:
        said = subprocess.run([NASTAVNIK, "--version"], capture_output=True, text=True)
        git = "git describe --always --dirty --exclude *".split()
        told = subprocess.run(git, cwd=PROJECT, capture_output=True, text=True)
        return f"{said.stdout.strip()} {told.stdout.strip()}".strip()


@dataclass(frozen=True)
class Theirs:
    """A peer, in a Python process."""

    peer: Peer

    @property
    def name(self) -> str:
        return self.peer.name

    @property
    def title(self) -> str:
        return self.peer.title

    def absent(self) -> str | None:
        return self.peer.missing()

    def refuses(self, facts: Facts) -> str | None:
        if facts.closable and not self.peer.takes_groups:
            return "takes no columns that may close"
        if self.peer.takes_groups and not facts.closable:
            return "asked for groups alone"
        return self.peer.refuses(facts)

    def command(
        self, facts: Facts, answer: Path, limit: float | None = None
    ) -> list[str | Path]:
        words = [sys.executable, "-m", "bench.solve_one", self.name, facts.path, answer]
        return words if limit is None else [*words, f"{limit:g}"]

    def version(self) -> str:
        return f"{self.peer.package} {self.peer.version()}"


BASELINE = "nastavnik-hungarian"
ENTRANTS: list[Entrant] = [
    Ours("hungarian", arcs=100_000_000),
    Ours("glpk", arcs=6_000_000),
    *(Theirs(peer) for peer in PEERS),
]
