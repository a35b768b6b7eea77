"""The classes of instances, each built from a size and a seeded generator."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from bench.problem import Bounds, Group, Problem, Sense, Sparse


@dataclass(frozen=True)
class InstanceClass:
    """A family of instances; `small` and `full` are the numbers of rows that a run has."""

    name: str
    title: str
    build: Callable[[int, Generator], Problem]
    small: tuple[int, ...]
    full: tuple[int, ...]

    def sizes(self, size: str) -> tuple[int, ...]:
        return self.small if size == "small" else self.full


def square(n: int, sense: Sense, weights: np.ndarray) -> Problem:
    return Problem(sense, weights.astype(np.int32), Bounds.of(n, 1, 1), Bounds.of(n, 0, 1))


def profile_scores(rng: Generator, rows: int, columns: int) -> np.ndarray:
    """Scores of request profiles against competencies: low rank, few values, many near ties."""
    competencies = 5
    importance = rng.random((rows, competencies)) * (rng.random((rows, competencies)) < 0.5)
    level = rng.random((columns, competencies))
    return np.rint(1000 * (importance @ level.T)).astype(np.int32) + 1


def uniform(n: int, rng: Generator) -> Problem:
    return square(n, "min", rng.integers(0, 1_000_000, (n, n)))


def structured(n: int, rng: Generator) -> Problem:
    return square(n, "max", profile_scores(rng, n, n))


def geometric(n: int, rng: Generator) -> Problem:
    here, there = rng.random((2, n, 2))
    offset = here[:, None, :] - there[None, :, :]
    return square(n, "min", np.rint(100_000 * np.hypot(offset[..., 0], offset[..., 1])))


def small_integers(n: int, rng: Generator) -> Problem:
    return square(n, "min", rng.integers(1, 101, (n, n)))


def capacitated(
    rows_per_column: float, capacity: int, *, lower: int = 0, demand: tuple[int, int] = (1, 1)
) -> Callable[[int, Generator], Problem]:
    """Profiles against columns that all have the same bounds."""

    def build(n: int, rng: Generator) -> Problem:
        columns = int(np.ceil(n / rows_per_column))
        return Problem(
            "max",
            profile_scores(rng, n, columns),
            Bounds.of(n, *demand),
            Bounds.of(columns, lower, capacity),
        )

    return build


def sparse_square(n: int, rng: Generator) -> Problem:
    """10 to 50 candidates, among them those of a hidden plan, so that one exists."""
    pairs = [np.column_stack([np.arange(n), rng.permutation(n)])]
    lengths = rng.integers(9, 50, n)
    rows = np.repeat(np.arange(n), lengths)
    pairs.append(np.column_stack([rows, rng.integers(0, n, len(rows))]))
    sparse = _sparse(n, n, np.concatenate(pairs), lambda r, c: rng.integers(1, 10_001, len(r)))
    return Problem("min", sparse, Bounds.of(n, 1, 1), Bounds.of(n, 0, 1))


def popular(fewest: int, most: int) -> Callable[[int, Generator], Problem]:
    """Candidate lists in which popular mentors stand again and again; capacity 6, a fifth spare."""

    def build(n: int, rng: Generator) -> Problem:
        columns = n // 5
        lengths = rng.integers(fewest, most + 1, n)
        rows = np.repeat(np.arange(n, dtype=np.int64), lengths)
        # Two fifths of these draws fall on a hundredth of the mentors.
        ranks = (columns * rng.random(len(rows)) ** 5).astype(np.int64)
        chance = rng.integers(0, columns, len(rows))
        candidates = np.where(rng.random(len(rows)) < 0.5, ranks, chance)

        def scores(r: np.ndarray, c: np.ndarray) -> np.ndarray:
            return 1 + (400 * (1 - c / columns) + 600 * rng.random(len(r))).astype(np.int32)

        sparse = _sparse(n, columns, np.column_stack([rows, candidates]), scores)
        return Problem("max", sparse, Bounds.of(n, 0, 1), Bounds.of(columns, 0, 6))

    return build


def blocks(n: int, rng: Generator) -> Problem:
    """Organizations with mentors of their own and a ceiling; a municipal pool takes the rest."""
    pairs: list[np.ndarray] = []
    groups: list[Group] = []
    capacities: list[int] = []
    first = 0
    while first < n:
        members = np.arange(first, min(n, first + int(rng.integers(20, 61))))
        own = len(capacities) + np.arange(max(1, len(members) // 6))
        capacity = rng.integers(2, 8, len(own))
        pairs.append(np.stack(np.meshgrid(members, own, indexing="ij"), -1).reshape(-1, 2))
        groups.append(Group(own, max(1, int(0.9 * capacity.sum()))))
        capacities += capacity.tolist()
        first = int(members[-1]) + 1
    pool = len(capacities) + np.arange(max(10, n // 40))
    capacities += [10] * len(pool)
    rows = np.repeat(np.arange(n), 10)
    pairs.append(np.column_stack([rows, rng.choice(pool, len(rows))]))

    def scores(r: np.ndarray, c: np.ndarray) -> np.ndarray:
        return rng.integers(1, 601, len(r)) + np.where(c < pool[0], 400, 0)

    upper = np.array(capacities)
    sparse = _sparse(n, len(upper), np.concatenate(pairs), scores)
    return Problem("max", sparse, Bounds.of(n, 0, 1), Bounds(np.zeros_like(upper), upper), groups)


def groups(n: int, rng: Generator) -> Problem:
    """Mentees with interests, topics that open with 3 to 6 of them, mentors with two topics."""
    mentors = max(2, n // 5)
    topics = 2 * mentors
    interests = rng.random((n, 6))
    offers = rng.random((topics, 6))
    fit = interests @ offers.T
    lengths = rng.integers(10, 31, n)
    pairs = np.concatenate(
        [
            np.column_stack([np.full(k, row), rng.choice(topics, k, replace=False)])
            for row, k in enumerate(np.minimum(lengths, topics))
        ]
    )

    def scores(r: np.ndarray, c: np.ndarray) -> np.ndarray:
        return 1 + np.rint(160 * fit[r, c]).astype(np.int32)

    return Problem(
        "max",
        _sparse(n, topics, pairs, scores),
        Bounds.of(n, 0, 1),
        Bounds.of(topics, 3, 6),
        [Group(np.array([2 * m, 2 * m + 1]), 8) for m in range(mentors)],
        np.ones(topics, bool),
    )


def _sparse(
    rows: int,
    columns: int,
    pairs: np.ndarray,
    scores: Callable[[np.ndarray, np.ndarray], np.ndarray],
) -> Sparse:
    keys = np.unique(pairs[:, 0].astype(np.int64) * columns + pairs[:, 1])
    r, c = np.divmod(keys, columns)
    starts = np.searchsorted(r, np.arange(rows + 1))
    # No weight is 0: SciPy takes a stored 0 for a missing arc.
    return Sparse(starts, c.astype(np.int32), scores(r, c).astype(np.int32))


SQUARE = {"small": (250, 500, 1000), "full": (500, 1000, 2000, 4000)}
DENSE = {"small": (250, 500, 1000), "full": (1000, 2000, 5000)}
SPARSE = {"small": (1000, 4000, 10_000), "full": (10_000, 30_000, 100_000)}

CLASSES = [
    InstanceClass("uniform", "dense, uniform costs", uniform, **SQUARE),
    InstanceClass("structured", "dense, structured profiles", structured, **SQUARE),
    InstanceClass("geometric", "dense, distances in the plane", geometric, **SQUARE),
    InstanceClass("small-integers", "dense, costs 1 … 100", small_integers, **SQUARE),
    InstanceClass(
        "capacity-far-above",
        "capacitated, capacity 3 × demand",
        capacitated(5, 15),
        **DENSE,
    ),
    InstanceClass(
        "capacity-above", "capacitated, capacity 1.2 × demand", capacitated(5, 6), **DENSE
    ),
    InstanceClass(
        "capacity-just-above",
        "capacitated, capacity 1.02 × demand",
        capacitated(4.9, 5),
        **DENSE,
    ),
    InstanceClass("capacity-equal", "capacitated, capacity = demand", capacitated(5, 5), **DENSE),
    InstanceClass(
        "capacity-below",
        "capacitated, capacity 0.8 × demand",
        capacitated(5, 4, demand=(0, 1)),
        **DENSE,
    ),
    InstanceClass(
        "demand-three",
        "rows with demand 3, capacity 1.33 × demand",
        capacitated(2, 8, demand=(3, 3)),
        small=(100, 250, 500),
        full=(500, 1000, 2000),
    ),
    InstanceClass(
        "lower-bounds",
        "loads of at least 3 and at most 8",
        capacitated(5, 8, lower=3),
        **DENSE,
    ),
    InstanceClass(
        "sparse-square",
        "sparse, 10 … 50 candidates, one to one",
        sparse_square,
        **SPARSE,
    ),
    InstanceClass(
        "sparse-popular",
        "sparse, 10 … 50 candidates, popular mentors contended",
        popular(10, 50),
        **SPARSE,
    ),
    InstanceClass(
        "blocks",
        "organizations with ceilings and a municipal fallback",
        blocks,
        small=(500, 2000, 5000),
        full=(5000, 20_000, 50_000),
    ),
    InstanceClass(
        "groups",
        "groups that form or do not, 3 … 6 mentees a topic",
        groups,
        small=(60, 120, 240),
        full=(60, 120, 240, 480, 960),
    ),
    InstanceClass(
        "national",
        "national: about 30 candidates, popular mentors contended",
        popular(30, 38),
        small=(),
        full=(1_000_000,),
    ),
]
