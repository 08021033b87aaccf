"""A program killed while it imports has kept every article that it said was added."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="kills as POSIX systems do"),
]

PROGRAM = (sys.executable, "-m", "desktop")
FILES, SAID_BEFORE_KILL = 300, 40
PLACES = "Harbor Valley Station Market Bridge Castle Garden Mill Quarry Island".split()
DEEDS = "opened closed flooded burned reopened moved expanded".split()


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Return a folder of short articles, no two alike."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(FILES):
        place, deed = PLACES[number % len(PLACES)], DEEDS[number % len(DEEDS)]
        text = (
            f"{place} {number} {deed} on Monday\n\n"
            f"The {place.lower()} numbered {number} {deed} early on Monday, officials said.\n"
            f"Some {number + 100} people watched as it {deed}.\n"
        )
        (folder / f"{number:03}.txt").write_text(text, "utf-8")
    return folder


def test_a_killed_import_has_kept_what_it_said_was_added(tmp_path: Path, articles: Path) -> None:
    library = tmp_path / "Killed.crosslight"

    said = killed_import(articles, library)

    assert SAID_BEFORE_KILL <= len(said) < FILES
    assert run("check", "--library", str(library)) == ""
    kept = {record["id"] for record in records(run("list", *at(library)))}
    assert said <= kept


def test_an_import_done_again_after_a_kill_adds_the_rest_and_nothing_twice(
    tmp_path: Path, articles: Path
) -> None:
    library = tmp_path / "Killed.crosslight"
    said = killed_import(articles, library)

    again = list(records(run("import", str(articles), *at(library))))

    statuses = [record["status"] for record in again]
    assert statuses.count("duplicate") >= len(said)
    assert set(statuses) <= {"duplicate", "imported", "needs-attention"}
    assert len(list(records(run("list", *at(library))))) == FILES


def killed_import(folder: Path, library: Path) -> set[str]:
    """Start an import, kill it in the middle, and return the ids of what it said was added."""
    command = [*PROGRAM, "import", str(folder), *at(library)]
    said: set[str] = set()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            said |= {article["id"] for article in json.loads(line)["articles"]}
            if len(said) == SAID_BEFORE_KILL:
                process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    return said


def at(library: Path) -> tuple[str, ...]:
    return ("--library", str(library), "--format", "jsonl")


def run(*arguments: str) -> str:
    done = subprocess.run(
        [*PROGRAM, *arguments], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def records(lines: str) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in lines.splitlines())
