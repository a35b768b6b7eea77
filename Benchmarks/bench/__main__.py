"""`python -m bench`: runs a campaign and writes its results."""

import argparse
import datetime
import signal
import sys
from pathlib import Path

from bench import render, whole
from bench.campaign import Campaign
from bench.classes import CLASSES
from bench.entrants import ENTRANTS
from bench.machine import load, machine
from bench.results import Results

HERE = Path(__file__).resolve().parents[1]
REPETITIONS = {"small": 3, "full": 5}
LIMIT = {"small": 10.0, "full": 300.0}
GIB = 2**30


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--size", choices=["small", "full"], default="small")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--repetitions", type=int, help="default: 3 small, 5 full")
    parser.add_argument("--limit", type=float, help="seconds a run; default: 10 small, 300 full")
    parser.add_argument("--memory", type=float, default=16, help="GiB a run; default: 16")
    parser.add_argument("--classes", nargs="+", choices=[c.name for c in CLASSES])
    parser.add_argument("--solvers", nargs="+", choices=[e.name for e in ENTRANTS])
    parser.add_argument("--out", type=Path, help="default: results/<date>, with -small for small")
    return parser.parse_args()


def main() -> int:
    # A solver that is running is ended with us.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    typed = arguments()
    campaign = Campaign(
        size=typed.size,
        seed=typed.seed,
        repetitions=typed.repetitions or REPETITIONS[typed.size],
        limit=typed.limit or LIMIT[typed.size],
        memory=int(typed.memory * GIB),
        cache=HERE / ".cache",
        classes=[c for c in CLASSES if not typed.classes or c.name in typed.classes],
        entrants=[e for e in ENTRANTS if not typed.solvers or e.name in typed.solvers],
        report=lambda line: print(line, file=sys.stderr, flush=True),
    )
    suffix = "-small" if typed.size == "small" else ""
    folder = typed.out or HERE / "results" / f"{datetime.date.today():%Y-%m-%d}{suffix}"
    folder.mkdir(parents=True, exist_ok=True)

    results = Results(
        size=campaign.size,
        seed=campaign.seed,
        repetitions=campaign.repetitions,
        limit=campaign.limit,
        machine=machine(),
        versions={e.name: e.version() for e in campaign.entrants if not e.absent()},
        solvers=[entrant.name for entrant in campaign.entrants],
        matches=[],
        wholes=[],
    )
    results.wholes.append(whole.lyceum(campaign.repetitions))
    results.wholes += [whole.resolve(name, campaign.repetitions) for name in whole.RESOLVES]
    if typed.size == "full":
        results.wholes.append(whole.region(campaign.limit))
    for match in campaign.run():
        results.matches.append(match)
        results.machine["load after"] = load()
        # A long run that is stopped leaves what it has.
        results.write(folder)
    render.write(folder, results)
    print(folder)
    for fault in results.faults:
        print(fault, file=sys.stderr)
    return 1 if results.faults else 0


if __name__ == "__main__":
    sys.exit(main())
