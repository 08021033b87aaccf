"""`python -m tests.kit.faults KIND --rounds N`: do it and say what came of it."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path
from unittest.mock import patch

from tests.kit.faults.made import Program, Tally, home_in
from tests.kit.faults.power import power
from tests.kit.faults.ways import Way, damage, full, kills, locks

WAYS: dict[str, Way] = {
    "kills": kills,
    "power": power,
    "full": full,
    "damage": damage,
    "locks": locks,
}


def run(kind: str, rounds: int, articles: int, seed: int) -> Tally:
    """Do one kind of fault so many times."""
    with tempfile.TemporaryDirectory(prefix=f"faults-{kind}-") as name:
        room = Path(name).resolve()
        # What runs in this process has its home there, too.
        with patch.dict(os.environ, home_in(room)):
            return WAYS[kind](Program(room), rounds, articles, seed)


def main() -> int:
    """Run what the command line asks for; 0 where all of it holds."""
    parser = argparse.ArgumentParser(prog="python -m tests.kit.faults")
    parser.add_argument("kind", choices=(*WAYS, "all"))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=int, default=24)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    failed = False
    for kind in WAYS if asked.kind == "all" else (asked.kind,):
        began = time.monotonic()
        tally = run(kind, asked.rounds, asked.articles, asked.seed)
        for trouble in tally.troubles[:20]:
            sys.stdout.write(f"  {trouble}\n")
        sys.stdout.write(f"{tally.line()} in {time.monotonic() - began:.0f} s\n")
        sys.stdout.flush()
        failed = failed or bool(tally.troubles)
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main())
