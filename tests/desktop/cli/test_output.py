"""Output: ASCII for programs, words for people."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cli import output
from desktop.core.analysis.articles import analyze_article
from desktop.core.model.articles import Article, Metadata, Origin, Published, Stated
from desktop.core.model.spans import Span
from desktop.services.articles import SourceInfo
from desktop.services.lexicons import load_lexicons
from desktop.services.progress import ArticleRef, FileOutcome, FileStatus, Problem

REF = ArticleRef("id-1", "Title")
TEXT = "Storm hits\n\nThe storm hit the coast on Friday, the mayor of Anville said.\n"
ARTICLE = Article(
    "id-1",
    TEXT,
    Metadata(
        title=Stated("Storm hits", Origin.TEXT, Span(0, 10), 0.9),
        outlet=Stated("Daily Test", Origin.SIDECAR, None, 1.0),
        authors=Stated(("Ann Lee", "Bob Ray"), Origin.USER, None, 1.0),
        published=Stated(Published(2024, 11, 2), Origin.FILE, None, 1.0),
    ),
)
SOURCE = SourceInfo("a.txt", "txt", "0" * 64, "2024-11-02T00:00:00+00:00", "batch")


@given(st.text(st.characters(codec=None), max_size=30), st.text(max_size=30))
def test_a_line_for_programs_is_ascii_and_comes_back_as_it_was(path: str, message: str) -> None:
    outcome = FileOutcome(path, FileStatus.REJECTED, error=Problem("code", message))
    line = json.dumps(output.outcome_record(outcome))
    assert line.isascii()
    assert "\n" not in line
    assert json.loads(line) == {
        "path": path,
        "status": "rejected",
        "articles": [],
        "error": {"code": "code", "message": message},
    }


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        (FileOutcome("a", FileStatus.IMPORTED, (REF,)), "a: added"),
        (FileOutcome("a", FileStatus.IMPORTED, (REF,), None, 1), "a: restored from the trash"),
        (FileOutcome("a", FileStatus.DUPLICATE, (REF,)), "a: in the library already"),
        (
            FileOutcome("a", FileStatus.ATTENTION, (REF,), Problem("c", "Look.")),
            "a: added, to look over: Look.",
        ),
        (FileOutcome("a", FileStatus.REJECTED, (), Problem("c", "No.")), "a: not read: No."),
    ],
)
def test_people_are_told_what_became_of_a_file(outcome: FileOutcome, told: str) -> None:
    assert output.outcome_line(outcome) == told


def test_a_name_that_is_no_text_can_be_shown(capsys: pytest.CaptureFixture[str]) -> None:
    output.write_line("files/\udcff.txt: added")
    assert capsys.readouterr().out == "files/\ufffd.txt: added\n"


def test_an_article_is_shown_with_the_origin_of_each_field() -> None:
    analysis = analyze_article(ARTICLE, load_lexicons())
    lines = list(output.article_lines(ARTICLE, SOURCE, analysis))
    assert lines[:8] == [
        "title:      Storm hits (from text)",
        "outlet:     Daily Test (from sidecar)",
        "authors:    Ann Lee, Bob Ray (from user)",
        "published:  2024-11-02 (from file)",
        "url:        not stated",
        "language:   not stated",
        "agency:     not stated",
        "file:       a.txt",
    ]
    assert lines[-1] == TEXT


def test_an_article_for_programs_has_evidence_and_figures() -> None:
    record = output.article_record(ARTICLE, SOURCE, analyze_article(ARTICLE, load_lexicons()))
    known = json.loads(json.dumps(record))
    assert known["metadata"]["title"] == {
        "value": "Storm hits",
        "origin": "text",
        "evidence": [0, 10],
        "confidence": 0.9,
    }
    assert known["metadata"]["published"]["value"] == "2024-11-02"
    assert known["metadata"]["url"]["value"] is None
    assert known["text"] == TEXT
    assert set(known["own"]) == {"per_100_words", "count", "words", "low", "high"}


def test_an_article_in_another_language_says_why_it_has_no_rate() -> None:
    text = "La mairesse a fermé le port lundi après la tempête, et personne ne sait pourquoi. " * 8
    article = Article("id-2", text)
    analysis = analyze_article(article, load_lexicons(), redraws=0)
    lines = list(output.article_lines(article, SOURCE, analysis))
    assert any(line.endswith("not scored: text in French") for line in lines)
    record = output.article_record(article, SOURCE, analysis)
    assert record["own"]["per_100_words"] is None
    assert record["own"]["language"] == "fr"
