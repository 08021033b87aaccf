"""Events by command: listed, explained and changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.cli.main import run_cli
from desktop.services.libraries import sample_articles

Run = Callable[..., list[str]]
SAMPLES = [str(path) for path in sample_articles()]


@pytest.fixture
def lines(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Return what runs a command on a library of the samples and gives the lines it writes."""
    place = str(tmp_path / "Library.crosslight")

    def run(*words: str, code: int = 0) -> list[str]:
        assert run_cli([*words, "--library", place]) == code
        told = capsys.readouterr()
        return (told.err if code else told.out).splitlines()

    run("import", *SAMPLES)
    return run


def listed(run: Run) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("events", "--format", "jsonl")]


def test_events_are_split_and_joined(lines: Run) -> None:
    (whole,) = listed(lines)
    (made,) = lines("events", "split", whole["id"], *whole["articles"][3:])
    parts = {event["id"]: event["articles"] for event in listed(lines)}
    assert parts == {whole["id"]: whole["articles"][:3], made: whole["articles"][3:]}
    assert lines("events", "join", whole["id"], made) == [whole["id"]]
    assert [event["articles"] for event in listed(lines)] == [whole["articles"]]


def test_an_article_is_kept_out_in_and_released(lines: Run) -> None:
    (whole,) = listed(lines)
    first, *rest = whole["articles"]
    assert lines("events", "keep-out", whole["id"], first) == ["Keep 1 article out of event"]
    assert [event["articles"] for event in listed(lines)] == [rest]
    assert lines("events", "keep", whole["id"], first) == ["Move 1 article to event"]
    assert lines("events", "keep", whole["id"], first) == ["This stands already."]
    assert [event["articles"] for event in listed(lines)] == [whole["articles"]]
    assert lines("events", "release", first) == ["Release 1 article"]
    assert [event["articles"] for event in listed(lines)] == [whole["articles"]]


def test_an_event_is_renamed_and_gets_its_label_back(lines: Run) -> None:
    (whole,) = listed(lines)
    lines("events", "rename", whole["id"], "Long-range strikes")
    assert listed(lines)[0]["label"] == "Long-range strikes"
    lines("events", "rename", whole["id"], "")
    assert lines("events", "rename", whole["id"], "") == ["This stands already."]
    assert listed(lines) == [whole]


def test_why_says_what_each_pair_shares_and_what_speaks_against_it(lines: Run) -> None:
    (whole,) = listed(lines)
    told = lines("events", "why", whole["id"])
    assert len(told) == 20
    assert all("shares " in line for line in told[::2])
    assert all(line.strip().endswith(".") for line in told[1::2])
    first = whole["articles"][0]
    lines("events", "keep", whole["id"], first)
    links = [json.loads(line) for line in lines("events", "why", whole["id"], "--format", "jsonl")]
    assert len(links) == 10
    for link in links:
        assert link["names"]
        assert link["weakest"]
        assert link["kept"] == [each for each in (link["left"], link["right"]) if each == first]


@pytest.mark.parametrize(
    "words",
    [
        ("why", "none"),
        ("split", "none", "article"),
        ("join", "none", "other"),
        ("keep", "none", "article"),
        ("keep-out", "\udcff", "article"),
        ("release", "article"),
        ("rename", "none", "x"),
    ],
)
def test_what_is_not_there_is_said_in_one_message(lines: Run, words: tuple[str, ...]) -> None:
    told = lines("events", *words, code=3)
    assert told[0].startswith("crosslight: The library has no ")


def test_a_command_without_its_articles_is_a_usage_error(lines: Run) -> None:
    assert any("Missing argument" in line for line in lines("events", "split", "x", code=2))


def test_articles_of_several_events_are_made_one(lines: Run) -> None:
    (whole,) = listed(lines)
    (first,) = lines("events", "split", whole["id"], whole["articles"][0])
    chosen = [whole["articles"][0], whole["articles"][4]]
    (made,) = lines("events", "make", *chosen)
    parts = {event["id"]: event["articles"] for event in listed(lines)}
    assert parts == {whole["id"]: whole["articles"][1:4], made: chosen}
    assert first not in parts


def test_the_nearest_event_is_named_with_what_is_missing(lines: Run) -> None:
    (whole,) = listed(lines)
    (made,) = lines("events", "split", whole["id"], whole["articles"][0])
    (line,) = lines("events", "nearest", whole["articles"][0], "--format", "jsonl")
    told = json.loads(line)
    assert (told["event"], told["kept_out"]) == (whole["id"], True)
    assert told["likeness"] > told["needed"] > 0
    assert told["article"] in whole["articles"][1:]
    plain = lines("events", "nearest", whole["articles"][0])
    assert plain[0].startswith(f"{whole['id']}  ")
    assert "likeness" in plain[1]
    assert "shares " in plain[2]
    assert plain[3].strip() == "You decided that it does not belong there."
    assert made not in plain[0]
    assert f"{made}  1 article  " in "".join(lines("events"))


def test_nothing_is_nearest_to_an_article_on_its_own(lines: Run) -> None:
    (whole,) = listed(lines)
    (told,) = lines("events", "nearest", whole["articles"][0])
    assert told.startswith("No other event or article")
    assert lines("events", "nearest", whole["articles"][0], "--format", "jsonl") == []
    assert "no article none" in lines("events", "nearest", "none", code=3)[0]
