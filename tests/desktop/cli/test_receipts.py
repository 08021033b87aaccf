"""`crosslight receipt`: what became of files and paragraphs, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.services.libraries import create_library
from tests.desktop.cli.conftest import TOLD, Run

LONG = " ".join(["The mayor spoke for a long time of the pier."] * 4)
PAGE = f"""<html lang="en"><head><title>Pier closed - Anville Post</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Pier closed</h1>
<p>The pier of Anville was closed on Friday, the harbor office said, because it has a crack.</p>
<p>{LONG}</p><p><a href="/x">Read more: Ferry waits behind the island</a></p>
<p>Forty families on the island now wait for a boat that the council has promised.</p></article>
<footer><p>Copyright 2024 Anville Post. All rights reserved.</p></footer></body></html>"""


def records(run: Run, *words: object) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(*words, "--format", "jsonl")]


@pytest.fixture
def page(run: Run, tmp_path: Path) -> str:
    """Import a page and return its article."""
    path = tmp_path / "Pfeiler 🌊.html"
    path.write_text(PAGE, "utf-8")
    (record,) = records(run, "import", path)
    return record["articles"][0]["id"]


def number_of(run: Run, page: str, words: str) -> int:
    return next(p["number"] for p in records(run, "receipt", page) if words in p["text"])


def test_an_empty_library_has_no_receipt_and_says_what_to_do(
    run: Run, told: tuple[str, str]
) -> None:
    Path(told[0]).unlink()
    create_library(told[0]).close()
    assert run("receipt", "--imports") == []
    message, remedy = run("receipt", code=3)
    assert message == "crosslight: The library has no import."
    assert remedy == "Add articles first."


def test_what_is_no_import_and_no_article_is_named(run: Run) -> None:
    for subject in ("nobody", "'; --", "标签", "0"):
        message, remedy = run("receipt", subject, code=3)
        assert message == f"crosslight: The library has no import {subject}."
        assert remedy


def test_the_last_import_is_told_where_none_is_named(
    run: Run, told: tuple[str, str], page: str
) -> None:
    imports = records(run, "receipt", "--imports")
    assert [each["files"] for each in imports] == [1, 1]
    assert all(line.endswith("  1 file") for line in run("receipt", "--imports"))
    (last,) = records(run, "receipt")
    assert (last["import"], last["articles"][0]["id"]) == (imports[0]["import"], page)
    assert Path(last["path"]).name == "Pfeiler 🌊.html"
    (first,) = records(run, "receipt", imports[1]["import"])
    assert first["articles"][0]["id"] == told[1]


def test_each_file_has_its_reason_and_each_article_its_line(
    run: Run, told: tuple[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "1 again.txt").write_text(TOLD, "utf-8")
    (folder / "2 empty.txt").write_bytes(b"")
    (folder / "3 page.html").write_text(PAGE, "utf-8")
    run("import", folder)
    again, empty, page = records(run, "receipt")
    assert [each["status"] for each in (again, empty, page)][:2] == ["duplicate", "rejected"]
    assert [each["id"] for each in again["articles"]] == [told[1]]
    assert empty["message"]
    assert empty["articles"] == []
    lines = run("receipt")
    assert lines[0].startswith(f"{folder / '1 again.txt'}: duplicate")
    assert lines[2] == f"{folder / '2 empty.txt'}: rejected: {empty['message']}"
    assert lines[-1].endswith(
        f"Pier closed, {page['articles'][0]['kept']} of {page['articles'][0]['paragraphs']} "
        "paragraphs kept"
    )


def test_an_article_in_the_trash_is_told_as_such(run: Run, page: str) -> None:
    run("trash", page)
    assert run("receipt")[-1].endswith("paragraphs kept, in the trash")
    assert records(run, "receipt")[0]["articles"][0]["trashed"] is True
    assert records(run, "receipt", page) != []


def test_paragraphs_are_one_line_each_with_state_and_reason(run: Run, page: str) -> None:
    lines, told = run("receipt", page), records(run, "receipt", page)
    assert len(lines) == len(told)
    assert [int(line[:4]) for line in lines] == list(range(1, len(told) + 1))
    more = told[number_of(run, page, "Read more") - 1]
    assert (more["kept"], bool(more["reason"])) == (False, True)
    assert f"left out ({more['reason']})  Read more: Ferry" in lines[more["number"] - 1]
    long = lines[number_of(run, page, "The mayor spoke") - 1]
    assert long.endswith("…")
    assert len(long.partition("kept  ")[2]) == 90


def test_an_article_of_plain_text_has_no_paragraphs(run: Run, told: tuple[str, str]) -> None:
    assert run("receipt", told[1]) == []
    message, remedy = run("receipt", told[1], "--keep", 1, code=3)
    assert message == "crosslight: The page has no paragraph 1."
    assert remedy == "List its paragraphs to see their numbers."


def test_a_paragraph_is_kept_dropped_and_taken_back(run: Run, page: str) -> None:
    number, before = number_of(run, page, "Read more"), run("show", page)
    (kept,) = records(run, "receipt", page, "--keep", number)
    assert (kept["article"], kept["label"]) == (page, "Keep a paragraph of “Pier closed”")
    assert kept["decision"] is not None
    assert any("Read more" in line for line in run("show", page))
    assert records(run, "receipt", page, "--keep", number)[0]["decision"] is None
    assert run("receipt", page, "--keep", number) == ["This stands already."]
    assert run("undo") == ["Undone: Keep a paragraph of “Pier closed”"]
    assert run("show", page) == before
    assert run("receipt", page, "--drop", number) == ["This stands already."]
    assert run("redo") == ["Done again: Keep a paragraph of “Pier closed”"]
    assert ", by you" in run("receipt", page)[number - 1]
    run("receipt", page, "--drop", number)
    assert run("show", page)[-3:] == before[-3:]


def test_a_wrong_use_says_what_was_wrong(run: Run, page: str) -> None:
    before = run("show", page)
    for words, said in (
        (("--keep", "1"), "Name the article"),
        ((page, "--keep", "1", "--drop", "2"), "one paragraph to keep or to drop"),
        ((page, "--keep", "0"), "--keep"),
        ((page, "--drop", "-3"), "--drop"),
        ((page, "--drop", "two"), "--drop"),
        ((page, "more"), "more"),
    ):
        lines = run("receipt", *words, code=2)
        assert lines[0].startswith("Usage: crosslight receipt")
        assert said in lines[-1]
    assert run("show", page) == before


def test_a_paragraph_of_nobody_is_refused(run: Run) -> None:
    for way in ("--keep", "--drop"):
        message, remedy = run("receipt", "nobody", way, 1, code=3)
        assert message == "crosslight: The library has no article nobody."
        assert remedy == "List the articles to see their ids."
