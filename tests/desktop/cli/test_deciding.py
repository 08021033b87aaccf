"""What a verb decided is told once, as `undo` names it; what stands already is no decision."""

from __future__ import annotations

import json

import pytest

from desktop.cli.deciding import STANDS, tell_decision
from desktop.services.decisions import edit_field, last_decision
from desktop.services.libraries import open_library

Captured = pytest.CaptureFixture[str]


def test_what_was_decided_is_told_for_people_and_for_programs(
    told: tuple[str, str], capsys: Captured
) -> None:
    library = open_library(told[0])
    before = last_decision(library)
    edit_field(library, told[1], "title", "Another title")
    tell_decision(library, before, lines=["of the mayor"])
    tell_decision(library, before, "jsonl", {"article": "a"})
    number = last_decision(library)
    library.close()
    first, second, record = capsys.readouterr().out.splitlines()
    assert (first, second) == ("Edit title", "of the mayor")
    assert json.loads(record) == {"decision": number, "label": "Edit title", "article": "a"}


def test_where_nothing_was_decided_that_is_said(told: tuple[str, str], capsys: Captured) -> None:
    library = open_library(told[0])
    before = last_decision(library)
    edit_field(library, told[1], "agency", "")
    tell_decision(library, before)
    tell_decision(library, before, "jsonl")
    library.close()
    line, record = capsys.readouterr().out.splitlines()
    assert line == STANDS
    assert json.loads(record) == {"decision": None, "label": None}
