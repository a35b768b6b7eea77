"""Judges an answer by the instance alone, whoever gave it."""

import json
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from bench.problem import Bounds, Problem
from bench.storage import load


class Verdict(NamedTuple):
    """What an answer is worth; a flaw says why it is no answer."""

    objective: int | None
    flaw: str | None
    seconds: float | None = None
    read_seconds: float | None = None
    prepare_seconds: float | None = None
    best: int | None = None
    """The plan of a solver that was stopped before it had proved its optimum."""
    bound: float | None = None
    """What that solver says that no plan can pass."""
    plans: list[tuple[float, float]] = []
    """When it had which plans, where it says so."""


@lru_cache(maxsize=1)
def _instance(path: str) -> Problem:
    return load(Path(path))


def judge(instance: str, answer: Path) -> Verdict:
    """Adds up the weights of the chosen arcs and holds them against every bound."""
    document = json.loads(answer.read_text())
    times = (
        document["seconds"],
        document.get("readSeconds"),
        document.get("prepareSeconds", 0.0),
    )
    plans = [(plan["seconds"], plan["objective"]) for plan in document.get("plans", [])]
    problem = _instance(instance)
    was_stopped = problem.may_close is not None and document["status"] in ("feasible", "unknown")
    if document["status"] == "unknown" and was_stopped:
        return Verdict(None, None, *times, bound=document.get("bound"))
    if document["status"] != "optimal" and not was_stopped:
        return Verdict(None, f"status {document['status']}", *times)
    pairs = np.array(document["assignment"], dtype=np.int64).reshape(-1, 2)
    objective, flaw = measure(problem, pairs)
    claimed = document.get("objective", objective)
    if flaw is None and claimed != objective:
        flaw = f"claims {claimed}, has {objective}"
    if was_stopped and flaw is None:
        return Verdict(
            None, None, *times, best=objective, bound=document.get("bound"), plans=plans
        )
    return Verdict(None if flaw else objective, flaw, *times, plans=plans)


def measure(problem: Problem, pairs: np.ndarray) -> tuple[int, str | None]:
    """The sum of the weights, and what is wrong with the choice."""
    rows, columns = pairs.T
    limits = (problem.row_count, problem.column_count)
    if (pairs < 0).any() or (pairs >= limits).any():
        return 0, "a pair is outside the instance"
    keys = rows * problem.column_count + columns
    if len(np.unique(keys)) != len(keys):
        return 0, "a pair is chosen twice"
    if problem.matrix is not None:
        weights = problem.matrix[rows, columns]
    else:
        arcs = problem.arcs
        known = arcs.rows.astype(np.int64) * problem.column_count + arcs.columns
        places = np.minimum(np.searchsorted(known, keys), len(known) - 1)
        if (known[places] != keys).any():
            return 0, "a pair is no arc"
        weights = arcs.weights[places]
    used = np.bincount(columns, minlength=problem.column_count)
    if not _within(np.bincount(rows, minlength=problem.row_count), problem.demand):
        return 0, "a row is out of its bounds"
    is_closed = np.zeros(len(used), bool)
    if problem.may_close is not None:
        is_closed = problem.may_close & (used == 0)
    load = Bounds(np.where(is_closed, 0, problem.load.lower), problem.load.upper)
    if not _within(used, load):
        return 0, "a column is out of its bounds"
    if any(used[group.columns].sum() > group.upper for group in problem.groups):
        return 0, "a group is over its bound"
    return int(weights.sum(dtype=np.int64)), None


def _within(counts: np.ndarray, bounds: Bounds) -> bool:
    return bool(((bounds.lower <= counts) & (counts <= bounds.upper)).all())
