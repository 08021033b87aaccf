"""Libraries for the tests: real files, real imports."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services.analyses import analyze_articles
from desktop.services.events import group_library
from desktop.services.importing import FileOutcome, import_files
from desktop.services.libraries import Library, open_library, sample_articles

STORM = """Storm tears roof from school in Anville

The storm that hit the coast of Norland on Friday tore the roof from a school, the mayor said.

Nobody was hurt in the night, but forty families had to leave their houses in Anville.
"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Give an empty library."""
    opened = open_library(tmp_path / "library" / "Test.crosslight", create=True)
    yield opened
    opened.close()


@pytest.fixture
def samples(library: Library) -> Library:
    """Give a library with the five sample articles."""
    run_import(library, *sample_articles())
    return library


@pytest.fixture(scope="session")
def analyzed_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the file of a closed library with the samples analyzed and grouped; copy it."""
    path = tmp_path_factory.mktemp("analyzed") / "Analyzed.crosslight"
    opened = open_library(path, create=True)
    run_import(opened, *sample_articles())
    run_jobs(opened)
    opened.close()
    return path


@pytest.fixture
def analyzed(analyzed_file: Path, tmp_path: Path) -> Iterator[Library]:
    """Give a library with the samples analyzed and grouped."""
    opened = open_library(shutil.copy(analyzed_file, tmp_path))
    yield opened
    opened.close()


def run_import(library: Library, *paths: Path) -> list[FileOutcome]:
    """Import files and return what became of each."""
    steps = import_files(library, paths)
    return [step.outcome for step in steps if step.outcome is not None]


def run_jobs(library: Library) -> None:
    """Analyze and group, as after every import."""
    for _step in (*analyze_articles(library), *group_library(library)):
        pass


def write(folder: Path, name: str, text: str = STORM) -> Path:
    """Write a file and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
