"""A short round of each fault: what a library outlives at length in `make soak`."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.kit.faults.__main__ import WAYS, run
from tests.kit.faults.made import Program
from tests.kit.faults.power import Disk, Step

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="kills and limits as POSIX systems do"),
]

ROUNDS = {"kills": 3, "power": 20, "full": 3, "damage": 8, "locks": 2}


@pytest.mark.parametrize("kind", WAYS)
def test_nothing_acknowledged_is_lost(kind: str) -> None:
    tally = run(kind, ROUNDS[kind], articles=10, seed=7)

    assert tally.troubles == []
    assert tally.rounds == ROUNDS[kind]
    assert tally.acknowledged > 0


def test_the_round_of_power_cuts_tells_a_write_that_was_synced_from_one_that_was_not() -> None:
    disk, rng = Disk(), random.Random(1)  # noqa: S311
    for step in (
        Step("name", "a"), Step("write", "a", 0, b"safe"), Step("sync", "a"),
        Step("write", "a", 4, b"lost"), Step("line", data=b"told\n"),
    ):  # fmt: skip
        disk.take(step)
    states = [disk.cut(rng) for _ in range(50)]
    assert all(state.files["a"].startswith(b"safe") for state in states)
    assert {state.files["a"] for state in states} >= {b"safe", b"safelost"}
    assert {state.lines for state in states} == {"told\n"}


def test_without_a_recording_states_are_taken_from_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(_name: str) -> None:
        return None

    monkeypatch.setattr("tests.kit.faults.power.shutil.which", nothing)
    tally = WAYS["power"](Program(tmp_path.resolve()), 2, 8, 3)
    assert tally.troubles == []
    assert (tally.rounds, tally.note) == (2, ", from copies")
