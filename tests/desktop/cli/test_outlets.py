"""Outlets by command: listed, merged, named, renamed, and all of it taken back."""

from __future__ import annotations

import json

import pytest

from tests.desktop.cli.conftest import Run


@pytest.fixture
def named(run: Run, told: tuple[str, str]) -> Run:
    """Give the library with an outlet."""
    run("correct", "field", told[1], "outlet", "Harbor Insider")
    return run


def test_outlets_are_listed_with_their_names(named: Run) -> None:
    assert named("outlets") == ["Harbor Insider: 1 article"]
    assert named("outlets", "alias", "HI", "Harbor Insider") == ["Name Harbor Insider “HI” too"]
    assert named("outlets") == ["Harbor Insider: 1 article; also HI"]
    (record,) = map(json.loads, named("outlets", "--format", "jsonl"))
    assert record == {"name": "Harbor Insider", "slot": 0, "articles": 1, "aliases": ["HI"]}
    assert named("outlets", "forget", "HI") == ["Forget the name “HI”"]
    assert named("undo") == ["Undone: Forget the name “HI”"]
    assert named("outlets") == ["Harbor Insider: 1 article; also HI"]


def test_an_outlet_is_renamed_and_merged(named: Run, told: tuple[str, str]) -> None:
    assert named("outlets", "rename", "harbor insider", "Pier Post") == ["Rename Harbor Insider"]
    assert named("outlets") == ["Pier Post: 1 article; also Harbor Insider"]
    named("correct", "field", told[1], "outlet", "Island Daily")
    named("outlets", "merge", "Pier Post", "Island Daily")
    assert named("outlets") == ["Pier Post: 1 article; also Harbor Insider, Island Daily"]
    (record,) = map(json.loads, named("outlets", "alias", "PP", "Pier Post", "--format", "jsonl"))
    assert record["label"] == "Name Pier Post “PP” too"


def test_what_stands_already_is_said_and_what_is_not_there_refused(named: Run) -> None:
    named("outlets", "alias", "HI", "Harbor Insider")
    assert named("outlets", "alias", "HI", "Harbor Insider") == ["This stands already."]
    assert "no outlet “Nobody”" in named("outlets", "merge", "Nobody", "HI", code=3)[0]
    assert "one outlet already" in named("outlets", "merge", "HI", "Harbor Insider", code=3)[0]
