"""Instance files: npy (dense), npz (sparse CSR of SciPy), json (whatever those cannot hold)."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bench.problem import Bounds, Group, Problem, Sparse


def save(problem: Problem, stem: Path) -> Path:
    """Writes the instance in the plainest format that holds it; returns the file."""
    uniform = problem.demand.uniform and problem.load.uniform and not problem.groups
    uniform = uniform and problem.may_close is None
    if not uniform:
        return _save_json(problem, stem.with_suffix(".json"))
    if isinstance(problem.weights, Sparse):
        path = stem.with_suffix(".npz")
        np.savez(
            path,
            format=np.bytes_(b"csr"),
            shape=np.array([problem.row_count, problem.column_count]),
            indptr=problem.weights.starts,
            indices=problem.weights.columns,
            data=problem.weights.weights,
        )
    else:
        path = stem.with_suffix(".npy")
        np.save(path, problem.weights)
    beside = {
        "objective": problem.sense,
        "rowDemand": problem.demand.uniform,
        "columnLoad": problem.load.uniform,
    }
    options_file(path).write_text(json.dumps(beside))
    return path


def load(path: Path) -> Problem:
    """The instance in the file."""
    if path.suffix == ".json":
        return _load_json(path)
    options = load_options(path)
    weights: np.ndarray | Sparse
    if path.suffix == ".npz":
        with np.load(path) as arrays:
            weights = Sparse(arrays["indptr"], arrays["indices"], arrays["data"])
            rows, columns = (int(n) for n in arrays["shape"])
    else:
        matrix: np.ndarray = np.load(path)
        weights, (rows, columns) = matrix, matrix.shape
    return Problem(
        options["objective"],
        weights,
        Bounds.of(rows, *options["rowDemand"]),
        Bounds.of(columns, *options["columnLoad"]),
    )


def options_file(path: Path) -> Path:
    """The file that holds what a matrix file has no place for."""
    return path.with_suffix(path.suffix + ".options")


def load_options(path: Path) -> dict:
    """Objective and bounds that belong to a matrix file; a JSON instance has them inside."""
    return {} if path.suffix == ".json" else json.loads(options_file(path).read_text())


def _save_json(problem: Problem, path: Path) -> Path:
    arcs = problem.arcs
    document = {
        "objective": problem.sense,
        "rows": problem.row_count,
        "columns": problem.column_count,
        "rowDemand": {name: bound.tolist() for name, bound in problem.demand._asdict().items()},
        "columnLoad": {name: bound.tolist() for name, bound in problem.load._asdict().items()},
        "columnGroups": [
            {"columns": group.columns.tolist(), "upper": group.upper} for group in problem.groups
        ],
        "arcs": np.column_stack(arcs).tolist(),
    }
    if problem.may_close is not None:
        document["mayClose"] = problem.may_close.tolist()
    path.write_text(json.dumps(document, separators=(",", ":")))
    return path


def _load_json(path: Path) -> Problem:
    document = json.loads(path.read_text())
    arcs = np.array(document["arcs"], dtype=np.int64).reshape(-1, 3)
    starts = np.searchsorted(arcs[:, 0], np.arange(document["rows"] + 1))
    return Problem(
        document["objective"],
        Sparse(starts, arcs[:, 1].astype(np.int32), arcs[:, 2]),
        _bounds(document["rowDemand"]),
        _bounds(document["columnLoad"]),
        [Group(np.array(g["columns"]), g["upper"]) for g in document["columnGroups"]],
        np.array(document["mayClose"]) if "mayClose" in document else None,
    )


def _bounds(document: dict[str, Sequence[int]]) -> Bounds:
    return Bounds(np.array(document["lower"]), np.array(document["upper"]))
