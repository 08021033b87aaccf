"""`crosslight profile`: text for people, JSON for programs, and what is not there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from desktop.cli.main import cli
from desktop.services.analyses import analyze_articles
from desktop.services.errors import CrosslightError
from desktop.services.events import group_library
from desktop.services.importing import import_files
from desktop.services.libraries import open_library, sample_articles


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("profile") / "Samples.crosslight"
    opened = open_library(path, create=True)
    for steps in (import_files(opened, sample_articles()), analyze_articles(opened)):
        for _step in steps:
            pass
    for _step in group_library(opened):
        pass
    opened.close()
    return path


def profile(library: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["profile", *arguments, "--library", str(library)])


def test_every_outlet_is_listed_with_its_measures_and_what_is_too_little(library: Path) -> None:
    answer = profile(library)
    assert answer.exit_code == 0
    lines = answer.output.splitlines()
    assert lines[0] == "Antiwar.com  1 event shared"
    assert lines[1].startswith("  loaded wording, own voice, per 100 words")
    assert lines[1].endswith("too little: 1 event, 6 needed")


def test_json_is_one_list_and_json_lines_one_object_a_line(library: Path) -> None:
    whole = json.loads(profile(library, "--format", "json").output)
    lines = profile(library, "--format", "jsonl").output.splitlines()
    assert [json.loads(line) for line in lines] == whole
    assert len(whole) == 5


def test_one_outlet_alone_can_be_asked_for(library: Path) -> None:
    (record,) = json.loads(profile(library, "RFE/RL", "--format", "json").output)
    assert record["outlet"] == "RFE/RL"


def test_an_outlet_that_is_not_there_is_an_error(library: Path) -> None:
    assert isinstance(profile(library, "Daily").exception, CrosslightError)
