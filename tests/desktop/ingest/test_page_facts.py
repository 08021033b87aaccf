"""What pages state of themselves, in all the ways that pages do."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ingest.drafts import FileFacts, UnreadableFileError
from desktop.ingest.html import read_html
from desktop.ingest.page_facts import find_facts
from desktop.ingest.pages import parse_page


def facts(head: str, body: str = "<p>Words.</p>", attributes: str = "") -> FileFacts:
    page = f"<html {attributes}><head>{head}</head><body>{body}</body></html>"
    return find_facts(parse_page(page))


def data(value: Any) -> str:  # noqa: ANN401
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


@pytest.mark.parametrize(
    "kind", ["NewsArticle", "Article", "ReportageNewsArticle", ["X", "Report"]]
)
def test_every_kind_of_article_is_one(kind: object) -> None:
    assert facts(data({"@type": kind, "headline": "H"})).title == "H"


@pytest.mark.parametrize("kind", ["WebSite", "Person", None, 5, []])
def test_what_is_no_article_states_nothing(kind: object) -> None:
    assert facts(data({"@type": kind, "headline": "H"})).title == ""


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Ann Lee", ("Ann Lee",)),
        ({"name": "Ann Lee"}, ("Ann Lee",)),
        ([{"name": "Ann Lee"}, "Bob Ray"], ("Ann Lee", "Bob Ray")),
        (["Ann Lee", "Ann Lee"], ("Ann Lee",)),
        ("By Ann Lee", ("Ann Lee",)),
        ({"url": "x"}, ()),
        ("https://example.org/ann", ()),
        (None, ()),
    ],
)
def test_authors_come_in_many_forms(author: object, expected: tuple[str, ...]) -> None:
    assert facts(data({"@type": "Article", "author": author})).authors == expected


def test_structured_data_goes_before_meta_tags_and_those_before_headings() -> None:
    head = '<meta property="og:title" content="Meta"><title>Title - Site</title>'
    body = "<h1>Heading</h1>"
    assert facts(data({"@type": "Article", "headline": "Data"}) + head, body).title == "Data"
    assert facts(head, body).title == "Meta"
    assert facts("<title>Title</title>", body).title == "Heading"
    assert facts("<title>Title</title>").title == "Title"


@pytest.mark.parametrize(
    ("metas", "expected"),
    [
        ({"article:published_time": "2024-11-02T10:00:00Z"}, "2024-11-02T10:00+00:00"),
        ({"date": "2024-11-02"}, "2024-11-02"),
        ({"datePublished": "November 2, 2024"}, "2024-11-02"),
        ({"date": "yesterday", "pubdate": "20241102"}, "2024-11-02"),
        ({"article:modified_time": "2024-11-03"}, ""),
    ],
)
def test_only_dates_of_publication_count(metas: dict[str, str], expected: str) -> None:
    head = "".join(f'<meta property="{name}" content="{day}">' for name, day in metas.items())
    assert facts(head).published == expected


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [('lang="en-US"', "en"), ('lang="DE"', "de"), ('lang="english"', ""), ("", "")],
)
def test_a_language_is_two_or_three_letters(attributes: str, expected: str) -> None:
    assert facts("", attributes=attributes).language == expected


@pytest.mark.parametrize("content", ["{broken", "[" * 5000, '"text"', "null", "[[[]]]"])
def test_broken_structured_data_is_passed_over(content: str) -> None:
    head = f'<script type="application/ld+json">{content}</script><title>T</title>'
    assert facts(head).title == "T"


MARKUP = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<div hidden>", "<script>", "</script>", "<!--", "-->", "<h1>", "<table>",
         "<meta name=date content=x>", "words here", "é", "<time datetime='2024-11-02'>", "&lt;"]
    ),
    max_size=25,
)  # fmt: skip


@given(MARKUP)
def test_any_page_is_read_or_refused(parts: list[str]) -> None:
    try:
        (draft,) = read_html("".join(parts).encode())
    except UnreadableFileError:
        return
    assert draft.text.strip()
    assert "<script>" not in draft.text
