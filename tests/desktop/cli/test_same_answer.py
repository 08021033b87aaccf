"""Two runs of the command give the same bytes, however Python seeds the hashes of words."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest

from tests.sample_event import SEEDS

_LINES = "".join(
    json.dumps({"id": path.stem[:3], "text": path.read_text("utf-8"), "outlet": f"Outlet {nth}"})
    + "\n"
    for nth, path in enumerate(sorted(SEEDS.glob("*.txt")))
)
_MADE = re.compile(rb'"made": "[^"]*"')


def answer(verb: str, *options: str, seed: str) -> bytes:
    """Return what a verb of the command prints on the samples."""
    done = subprocess.run(
        [sys.executable, "-m", "desktop", verb, *options, "-"],
        input=_LINES.encode(),
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    return _MADE.sub(b"", done.stdout)


@pytest.mark.slow
@pytest.mark.parametrize(
    "words", [("analyze",), ("group",), ("compare",), ("compare", "--full")], ids=" ".join
)
def test_an_answer_does_not_depend_on_the_seed_of_hashes(words: tuple[str, ...]) -> None:
    first = answer(*words, seed="1")
    assert first
    assert answer(*words, seed="4711") == first
