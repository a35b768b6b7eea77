"""Instances from seeds, kept in a folder so that they are made once."""

import zlib
from pathlib import Path

import numpy as np

from bench import classes, storage
from bench.facts import Facts


def make(class_name: str, rows: int, seed: int, cache: Path) -> Facts:
    """The instance of the class with so many rows; makes it where the folder lacks it."""
    # Instances that another version of the generators made are others.
    version = zlib.crc32(Path(classes.__file__).read_bytes())
    stem = cache / f"{version:08x}" / f"{class_name}-{rows}-{seed}"
    known = stem.with_suffix(".facts")
    if known.exists():
        return Facts.read(known)
    stem.parent.mkdir(parents=True, exist_ok=True)
    instance_class = next(c for c in classes.CLASSES if c.name == class_name)
    rng = np.random.default_rng([seed, rows, zlib.crc32(class_name.encode())])
    problem = instance_class.build(rows, rng)
    path = storage.save(problem, stem)
    facts = Facts.of(problem, class_name, seed, path)
    facts.write(known)
    return facts
