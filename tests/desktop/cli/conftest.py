"""A library with one article to correct, and a command that runs on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.cli.main import run_cli
from desktop.services.importing import import_files
from desktop.services.libraries import create_library

Run = Callable[..., list[str]]
TOLD = """Mayor slams harbor plan

By Ada Moe

🌊 The mayor slammed the shameful plan on Friday. The town’s council slammed it on Monday.

“This is utter folly, all of it,” the mayor, Bo Lund, told reporters in Anville. Lund said that \
the harbor was hardly safe for the forty families who live beside it.

The council wants to build the wall before the winter, and the ferry waits in Norland until then.
"""


@pytest.fixture
def told(tmp_path: Path) -> tuple[str, str]:
    """Return the path of a library with one article, and the article's id."""
    path, file = tmp_path / "T.crosslight", tmp_path / "mayor.txt"
    file.write_text(TOLD, "utf-8")
    library = create_library(path)
    (step,) = (step for step in import_files(library, [file]) if step.outcome)
    assert step.outcome is not None
    library.close()
    return str(path), step.outcome.articles[0].id


@pytest.fixture
def run(told: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs a verb on the library and gives the lines that it writes."""

    def run_words(*words: object, code: int = 0) -> list[str]:
        capsys.readouterr()
        assert run_cli([*map(str, words), "--library", told[0]]) == code
        written = capsys.readouterr()
        return (written.err if code else written.out).splitlines()

    return run_words


@pytest.fixture
def correct(run: Run, told: tuple[str, str]) -> Run:
    """Return what runs a command of `correct` on the article."""

    def run_correction(command: str, *words: object, code: int = 0) -> list[str]:
        return run("correct", command, told[1], *words, code=code)

    return run_correction
