"""Libraries by command at their edges: empty ones, long ones, odd texts, the trash, and twice."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.cli.main import run_cli
from desktop.services.decisions import edit_field, rename_event, trash_articles
from desktop.services.libraries import open_library, sample_articles

Run = Callable[..., list[str]]
SAMPLES = [str(path) for path in sample_articles()]
ODD_TEXTS = {
    "emoji": "Flags \U0001f3f4\U000e0067\U000e007f and 👩\u200d👩\u200d👧 stood by \U00010348.",
    "right to left": "אמר הנשיא: \u202bשלום\u202c today, \u200fand went.",
    "separators": "One\u2028two\u2029three and\tfour of them.",
    "spaces": "  \u00a0Kept as it is, with all its blanks.   \n\n\n",
    "markup": "Fish & chips &amp; <b>bold</b> \\u0041 %s {n} $HOME.",
}
STORED_OTHERWISE = {
    "line ends": ("One\r\ntwo here\rthree.\r\n", "One\ntwo here\nthree.\n"),
    "marks": ("A cafe\u0301 with ệ here.", "A café with ệ here."),
    "NUL": ("A word\0 and the next.", "A word and the next."),
}


@pytest.fixture
def place(tmp_path: Path) -> str:
    return str(tmp_path / "Library.crosslight")


@pytest.fixture
def lines(capsys: pytest.CaptureFixture[str], place: str) -> Run:
    """Return what runs a command on the library and gives the lines it writes."""

    def run(*words: str, code: int = 0) -> list[str]:
        assert run_cli([*words, "--library", place]) == code
        told = capsys.readouterr()
        assert bool(told.err) == bool(code)
        return (told.out or told.err).splitlines()

    return run


def records(told: list[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in told]


def jsonl(path: Path, articles: list[dict[str, Any]]) -> str:
    path.write_text("".join(json.dumps(article) + "\n" for article in articles), "utf-8")
    return str(path)


def test_an_empty_library_has_nothing_to_say_and_is_sound(lines: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert len(lines("import", str(tmp_path / "empty.txt"))) == 2
    for words in (["list"], ["events"], ["export"], ["export", "--format", "ris"], ["check"]):
        assert lines(*words) == []
    (head,) = lines("export", "--format", "csv")
    assert head.startswith("id,title,outlet,")


def test_a_long_library_is_listed_and_exported_whole_in_the_order_it_grew(
    lines: Run, tmp_path: Path
) -> None:
    # More than any page that is read at once.
    titles = [f"Number {nth} of the day" for nth in range(431)]
    articles = [{"title": title, "text": f"{title} was seen."} for title in titles]
    lines("import", jsonl(tmp_path / "many.jsonl", articles))
    listed, exported = records(lines("list", "--format", "jsonl")), records(lines("export"))
    assert [line["title"] for line in listed] == titles
    assert [line["title"] for line in exported] == titles
    assert [line["id"] for line in listed] == [line["id"] for line in exported]
    assert len({line["id"] for line in listed}) == len(titles)


def test_people_see_day_outlet_and_title_or_that_there_is_none(lines: Run, tmp_path: Path) -> None:
    articles = [
        {
            "title": "Dated",
            "text": "Boats came in.",
            "outlet": "Daily",
            "published": "2024-11-02T18:37:00Z",
        },
        {"title": "Bare", "text": "Boats went out."},
    ]
    lines("import", jsonl(tmp_path / "two.jsonl", articles))
    dated, bare = lines("list")
    assert dated.split("  ", 1)[1] == "2024-11-02  Daily: Dated"
    assert bare.split("  ", 1)[1] == "no date     no outlet: Bare"


@pytest.mark.parametrize("kind", ODD_TEXTS)
def test_no_sign_of_a_text_is_lost_or_changed(lines: Run, tmp_path: Path, kind: str) -> None:
    lines("import", jsonl(tmp_path / "odd.jsonl", [{"title": "Odd", "text": ODD_TEXTS[kind]}]))
    (exported,) = records(lines("export"))
    assert exported["text"] == ODD_TEXTS[kind]
    (shown,) = records(lines("show", exported["id"], "--format", "jsonl"))
    assert shown["text"] == ODD_TEXTS[kind]


@pytest.mark.parametrize("kind", STORED_OTHERWISE)
def test_two_forms_of_one_text_are_one_article(lines: Run, tmp_path: Path, kind: str) -> None:
    given, stored = STORED_OTHERWISE[kind]
    lines("import", jsonl(tmp_path / "given.jsonl", [{"title": "Odd", "text": given}]))
    assert [line["text"] for line in records(lines("export"))] == [stored]
    again = jsonl(tmp_path / "stored.jsonl", [{"title": "Odd", "text": stored}])
    (told,) = records(lines("import", again, "--format", "jsonl"))
    assert told["status"] == "duplicate"


def test_the_same_files_again_are_duplicates_of_what_is_there(lines: Run) -> None:
    first = records(lines("import", *SAMPLES, "--format", "jsonl"))
    again = records(lines("import", *reversed(SAMPLES), "--format", "jsonl"))
    assert {line["status"] for line in again} == {"duplicate"}
    assert [line["articles"] for line in again] == [line["articles"] for line in first[::-1]]
    assert lines("import", *SAMPLES)[-1] == "0 added, 5 duplicates"
    assert len(lines("list")) == 5


def test_what_is_in_the_trash_is_in_no_list_until_it_is_added_again(lines: Run, place: str) -> None:
    given = records(lines("import", *SAMPLES, "--format", "jsonl"))
    moved = [line["articles"][0]["id"] for line in given[:2]]
    library = open_library(place)
    trash_articles(library, moved)
    library.close()
    for words in (["list", "--format", "jsonl"], ["export"]):
        left = {line["id"] for line in records(lines(*words))}
        assert left == {line["articles"][0]["id"] for line in given[2:]}
    (event,) = records(lines("events", "--format", "jsonl"))
    assert not set(moved) & set(event["articles"])
    told = lines("import", SAMPLES[0])
    assert told[0] == f"1/1 {SAMPLES[0]}: restored from the trash"
    assert moved[0] in {line["id"] for line in records(lines("list", "--format", "jsonl"))}


def test_events_keep_their_ids_and_the_names_that_they_were_given(lines: Run, place: str) -> None:
    lines("import", *SAMPLES[:3])
    (before,) = records(lines("events", "--format", "jsonl"))
    assert records(lines("events", "--format", "jsonl")) == [before]
    library = open_library(place)
    rename_event(library, before["id"], "Strikes on 🪖 troops")
    library.close()
    lines("import", *SAMPLES[3:])
    (after,) = records(lines("events", "--format", "jsonl"))
    assert (after["id"], after["label"]) == (before["id"], "Strikes on 🪖 troops")
    assert set(before["articles"]) < set(after["articles"])
    head, names = lines("events")
    assert head == f"{after['id']}  5 articles  Strikes on 🪖 troops"
    assert names.split(", ")[-1] == "Euromaidan Press"


def test_a_correction_made_in_the_window_is_what_the_commands_tell(lines: Run, place: str) -> None:
    lines("import", SAMPLES[0])
    (before,) = records(lines("list", "--format", "jsonl"))
    library = open_library(place)
    edit_field(library, before["id"], "outlet", "The Insider")
    edit_field(library, before["id"], "published", "2024-11-03")
    library.close()
    (after,) = records(lines("list", "--format", "jsonl"))
    assert (after["outlet"], after["published"]) == ("The Insider", "2024-11-03")
    (shown,) = records(lines("show", before["id"], "--format", "jsonl"))
    assert shown["metadata"]["outlet"]["origin"] == "user"
    assert "published:  2024-11-03 (from user)" in lines("show", before["id"])


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["show", "nobody"], "The library has no article nobody."),
        (["report", "nobody", "--to", "never.json"], "nobody: no event is called so."),
    ],
)
def test_what_is_not_there_is_named_with_a_way_to_find_it(
    lines: Run, words: list[str], says: str
) -> None:
    lines("import", SAMPLES[0])
    message, remedy = lines(*words, code=3)
    assert message == f"crosslight: {says}"
    assert "List" in remedy


def test_a_library_below_a_file_is_refused_with_its_path(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "note.txt").write_text("no folder", "utf-8")
    where = tmp_path / "note.txt" / "L.crosslight"
    assert run_cli(["import", SAMPLES[0], "--library", str(where)]) == 3
    told = capsys.readouterr()
    assert str(where) in told.err
    assert told.out == ""
    assert (tmp_path / "note.txt").read_text("utf-8") == "no folder"


def test_a_cell_with_lines_and_marks_stays_one_cell(
    lines: Run, tmp_path: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    article = {"title": 'He said, "no"', "text": "One,\n\n\"two\";\n'three'"}
    lines("import", jsonl(tmp_path / "a.jsonl", [article]))
    assert run_cli(["export", "--format", "csv", "--library", place]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out, newline=""))
    assert (row["title"], row["text"]) == (article["title"], article["text"])
