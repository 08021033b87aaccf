"""Properties of documents count where the text bears them out, and are stated in any case."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.document_facts import WHERE, Properties, facts_of_document
from desktop.ingest.drafts import Statement
from tests.desktop.ingest.made_files import FIRST, SECOND, TITLE

LINES = [TITLE, "By Ann Lee", FIRST, SECOND]


@pytest.mark.parametrize(
    ("title", "lines", "expected"),
    [
        (TITLE, LINES, TITLE),
        (TITLE.upper(), LINES, TITLE.upper()),
        (TITLE, [f"  {TITLE.replace(' ', '   ')} ", FIRST], TITLE),
        ("Quite another headline", LINES, ""),
        ("Quite another headline", [FIRST, SECOND], "Quite another headline"),
        ("Storm", [FIRST, SECOND], ""),
        ("Storm", ["Storm", FIRST], "Storm"),
        ("storm final.docx", [FIRST], ""),
        ("Microsoft Word - storm", [FIRST], ""),
        ("Unbenannt 1", [FIRST], ""),
        ("Dokument 12", [FIRST], ""),
        ("Sans titre", [FIRST], ""),
        ("", [FIRST], ""),
    ],
)
def test_a_title_counts_where_the_text_has_it_or_no_other(
    title: str, lines: list[str], expected: str
) -> None:
    facts, statements = facts_of_document(Properties(title=title), lines)
    assert facts.title == expected
    assert [one.value for one in statements if one.field == "title"] == ([title] if title else [])


def test_a_paragraph_marked_as_the_title_goes_before_the_properties() -> None:
    facts, statements = facts_of_document(Properties(title="Old title of it"), LINES, f" {TITLE}\n")
    assert facts.title == TITLE
    assert statements == (
        Statement("title", TITLE, "document title"),
        Statement("title", "Old title of it", WHERE),
    )


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Ann Lee",), ("Ann Lee",)),
        (("ANN LEE",), ("ANN LEE",)),
        (("Bob Ray",), ()),
        (("Bob Ray", "Ann Lee", "Ann Lee"), ("Ann Lee",)),
        (("Ann",), ()),
        (("",), ()),
        ((), ()),
    ],
)
def test_an_author_counts_where_the_text_names_him(
    names: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    facts, statements = facts_of_document(Properties(authors=names), LINES)
    assert facts.authors == expected
    told = [one.value for one in statements if one.field == "authors"]
    assert told == (["; ".join(dict.fromkeys(names))] if any(names) else [])


def test_an_author_counts_at_the_beginning_and_the_end_alone() -> None:
    amid = [FIRST, *[SECOND] * 40, "Ann Lee saw it.", *[SECOND] * 40]
    assert facts_of_document(Properties(authors=("Ann Lee",)), amid)[0].authors == ()
    signed = [FIRST, *[SECOND] * 40, "Ann Lee"]
    assert facts_of_document(Properties(authors=("Ann Lee",)), signed)[0].authors == ("Ann Lee",)


@pytest.mark.parametrize(
    ("written", "expected"),
    [("en-US", ["en"]), ("DE", ["de"]), ("fil", ["fil"]), ("x-none", []), ("none", []), ("", [])],
)
def test_a_language_is_stated_by_its_code(written: str, expected: list[str]) -> None:
    facts, statements = facts_of_document(Properties(language=written), LINES)
    assert [one.value for one in statements] == expected
    assert facts.language == ""


def test_dates_are_those_of_the_file_and_none_of_the_article() -> None:
    properties = Properties(
        saved="2024-11-03T10:00:00Z", dates=("2024-11-02", "2024-11-02", "2009", "")
    )
    facts, statements = facts_of_document(properties, LINES)
    assert facts.published == ""
    assert statements == (
        Statement("saved", "2024-11-03T10:00+00:00", WHERE),
        Statement("file", "2024-11-02", WHERE),
    )


TEXTS = st.text(max_size=30)
PROPERTIES = st.builds(
    Properties,
    title=TEXTS,
    authors=st.lists(TEXTS, max_size=3).map(tuple),
    language=TEXTS,
    saved=st.text("0123456789-:T+Z", max_size=20),
    dates=st.lists(st.text("0123456789-:T+Z", max_size=20), max_size=3).map(tuple),
)


@settings(max_examples=80, deadline=None)
@given(PROPERTIES, st.lists(TEXTS, max_size=5), TEXTS)
def test_any_properties_state_single_lines_and_full_dates(
    properties: Properties, lines: list[str], heading: str
) -> None:
    facts, statements = facts_of_document(properties, lines, heading)
    assert "\n" not in facts.title
    for one in statements:
        assert "\n" not in one.value
        if one.field in {"saved", "file"}:
            assert datetime.fromisoformat(one.value)
