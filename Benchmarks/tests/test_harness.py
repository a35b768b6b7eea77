"""The harness does not time what it should not, and believes nobody."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bench import aims, check, process, storage
from bench.campaign import Campaign
from bench.classes import CLASSES, InstanceClass
from bench.entrants import ENTRANTS, Entrant
from bench.facts import Facts
from bench.instances import make
from bench.problem import Bounds, Group, Problem, Sparse
from bench.records import Match, Run
from bench.results import Results
from bench.whole import RESOLVES, Whole


def tiny() -> Problem:
    """Two rows, two columns, one arc missing; row 0 may stay unused; a group over both columns."""
    weights = Sparse(np.array([0, 2, 3]), np.array([0, 1, 1], np.int32), np.array([5, 9, 8]))
    demand = Bounds(np.array([0, 1]), np.array([1, 1]))
    return Problem("max", weights, demand, Bounds.of(2, 0, 1), [Group(np.array([0, 1]), 2)])


def campaign(
    cache: Path, classes: list[InstanceClass], entrants: list[Entrant], repetitions: int = 1
) -> Campaign:
    return Campaign(
        size="small",
        seed=5,
        repetitions=repetitions,
        limit=60,
        memory=2**34,
        cache=cache,
        classes=classes,
        entrants=entrants,
        report=lambda line: None,
    )


@pytest.mark.parametrize(
    ("pairs", "objective", "flaw"),
    [
        ([[0, 0], [1, 1]], 13, None),
        ([[1, 1]], 8, None),
        ([[0, 1]], 9, "a row is out of its bounds"),
        ([[0, 1], [1, 1]], 17, "a column is out of its bounds"),
        ([[1, 0]], 0, "a pair is no arc"),
        ([[1, 1], [1, 1]], 0, "a pair is chosen twice"),
        ([[2, 1]], 0, "a pair is outside the instance"),
    ],
)
def test_measures_a_choice_by_the_instance_alone(pairs, objective, flaw):
    found = check.measure(tiny(), np.array(pairs))
    assert found[1] == flaw
    if found[1] is None:
        assert found[0] == objective


def test_sees_a_group_over_its_bound():
    problem = tiny()
    problem.groups[:] = [Group(np.array([0, 1]), 1)]
    assert check.measure(problem, np.array([[0, 0], [1, 1]]))[1] == "a group is over its bound"


def test_does_not_believe_a_claimed_objective(tmp_path):
    path = storage.save(tiny(), tmp_path / "tiny")
    answer = tmp_path / "answer"
    answer.write_text(
        json.dumps(
            {
                "status": "optimal",
                "seconds": 1,
                "objective": 14,
                "assignment": [[0, 0], [1, 1]],
            }
        )
    )
    assert check.judge(str(path), answer).flaw == "claims 14, has 13"


@pytest.mark.parametrize("instance_class", CLASSES, ids=lambda c: c.name)
def test_reads_the_instance_that_it_wrote(instance_class, tmp_path):
    problem = instance_class.build(60, np.random.default_rng(3))
    read = storage.load(storage.save(problem, tmp_path / "instance"))
    for before, after in zip(problem.arcs, read.arcs, strict=True):
        assert np.array_equal(before, after)
    for before, after in (problem.demand, read.demand), (problem.load, read.load):
        assert np.array_equal(before.lower, after.lower)
        assert np.array_equal(before.upper, after.upper)
    assert [(g.columns.tolist(), g.upper) for g in problem.groups] == [
        (g.columns.tolist(), g.upper) for g in read.groups
    ]
    assert problem.sense == read.sense


@pytest.mark.parametrize("instance_class", CLASSES, ids=lambda c: c.name)
def test_the_same_seed_gives_the_same_bytes(instance_class, tmp_path):
    first, again, other = (
        make(instance_class.name, 60, seed, tmp_path / folder)
        for seed, folder in [(1, "a"), (1, "b"), (2, "c")]
    )
    content = [Path(facts.path).read_bytes() for facts in (first, again, other)]
    assert content[0] == content[1]
    assert content[0] != content[2]


@pytest.mark.parametrize("instance_class", CLASSES, ids=lambda c: c.name)
def test_everybody_who_takes_a_class_agrees_on_its_optimum(instance_class, tmp_path):
    match = next(campaign(tmp_path, [replace(instance_class, small=(60,))], ENTRANTS).run())
    assert len({run.solver for run in match.runs}) > 1
    assert match.faults == []
    assert all(run.objective is not None for run in match.runs), match.runs


def test_a_command_over_its_limit_is_stopped(tmp_path):
    done = process.run(["sleep", "20"], tmp_path / "out", seconds=0.2)
    assert done.timed_out
    assert done.seconds < 5


def test_what_a_stopped_command_started_is_stopped_too(tmp_path):
    started = tmp_path / "started"
    script = f"sleep 20 & echo $! > {started}; wait"
    process.run(["sh", "-c", script], tmp_path / "out", seconds=0.3)
    status = Path(f"/proc/{started.read_text().strip()}/stat")
    assert not status.exists() or status.read_text().split()[2] == "Z"


def test_a_command_over_its_memory_fails(tmp_path):
    command = [sys.executable, "-c", "import time; time.sleep(1); bytearray(2 ** 31)"]
    done = process.run(command, tmp_path / "out", seconds=20, memory=2**30)
    assert done.code != 0
    assert "MemoryError" in done.message


def test_a_campaign_runs_everybody_in_turns_and_leaves_reasons(tmp_path):
    names = ("scipy-lsa", "scipy-sparse", "ortools-mcf")
    classes = [replace(c, small=(60,)) for c in CLASSES if c.name == "small-integers"]
    chosen = [e for e in ENTRANTS if e.name in names]
    match = next(campaign(tmp_path, classes, chosen, repetitions=2).run())
    assert [run.solver for run in match.runs] == [
        "scipy-lsa",
        "ortools-mcf",
        "ortools-mcf",
        "scipy-lsa",
    ]
    assert list(match.left_out) == ["scipy-sparse"]
    assert match.faults == []


def match_of(**seconds: float) -> Match:
    facts = Facts("structured", 1, "", 1000, 1000, 10**6, True, (1, 1), (0, 1), 1000, 0)
    runs = [Run(name.replace("_", "-"), 0, s, objective=1) for name, s in seconds.items()]
    return Match(facts, runs)


def test_reads_the_results_that_it_wrote(tmp_path):
    facts = make("blocks", 60, 1, tmp_path)
    match = Match(facts, [Run("lap", 0, 1.5, objective=7)], {"lapjv": "takes a dense matrix"})
    whole = Whole("lyceum", 0.5, 2**20)
    written = Results("small", 1, 3, 10, {}, {}, ["lap"], [match], [whole])
    written.write(tmp_path)
    read = Results.read(tmp_path)
    assert read.matches[0].facts.path == Path(facts.path).name
    read.matches[0] = replace(read.matches[0], facts=facts)
    assert read == written


def test_different_optima_are_a_fault():
    match = match_of(nastavnik_hungarian=1, lap=2)
    match.runs[1].objective = 2
    assert match.faults == ["the optima differ: 1: nastavnik-hungarian; 2: lap"]


def test_an_aim_is_held_against_the_best_of_the_peers():
    first = aims.outcomes([match_of(nastavnik_hungarian=1, lap=2, lapjv=4)], [])[0]
    assert first.verdict == "**missed** by 1.5 ×"
    first = aims.outcomes([match_of(nastavnik_hungarian=1, lap=6, lapjv=4)], [])[0]
    assert first.verdict == "met (1.3 ×)"


def test_a_peer_over_its_limit_gives_a_bound():
    match = match_of(nastavnik_hungarian=2)
    match.runs.append(Run("lap", 0, over_limit=20))
    assert match.ratio("lap", "nastavnik-hungarian") == (10, True)


def test_matching_is_held_against_scoring():
    region = Whole("region", 9.0, 2**30, scoring_seconds=2.0, solving_seconds=1.0)
    outcome = aims.outcomes([], [region])[-1]
    assert (outcome.measured, outcome.verdict) == ("1.5 ×", "met (1.3 ×)")
    outcome = aims.outcomes([], [replace(region, solving_seconds=4.0)])[-1]
    assert outcome.verdict == "**missed** by 1.5 ×"
    assert aims.outcomes([], [replace(region, scoring_seconds=None)])[-1].verdict == "not measured"


def test_every_measured_re_solve_has_an_aim():
    for name in RESOLVES:
        outcomes = aims.outcomes([], [Whole(name, 0.001, 2**20)])
        assert [o.verdict for o in outcomes if o.verdict.startswith("met")] != []
