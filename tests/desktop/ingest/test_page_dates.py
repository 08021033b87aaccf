"""The date of a page: from its own statement, in data or in sight, and never from elsewhere."""

from __future__ import annotations

import pytest

from desktop.ingest.page_facts import PageFacts, read_page_facts
from desktop.ingest.pages import parse_page

SINGLE_FILE = """<!--
 Page saved with SingleFile
 url: https://www.example.org/ferry
 saved date: Sat Nov 02 2024 18:37:10 GMT+0100 (CET)
-->"""
TEXT = "<p>" + "The ferry to Anville stops, the harbor office said on Friday. " * 5 + "</p>"
META = '<meta property="article:published_time" content="{}">'
CHANGED = '<meta property="article:modified_time" content="{}">'


def read(body: str, head: str = "", language: str = "en") -> PageFacts:
    page = f"<html lang='{language}'><head>{head}</head><body>{body}{TEXT}{TEXT}</body></html>"
    return read_page_facts(parse_page(page), page)


def published(body: str, head: str = "", language: str = "en") -> str:
    return read(f"<h1>Ferry to Anville stops</h1>{body}", head, language).facts.published


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "Published on November 2, 2024 at 6:37 pm", "2024-11-02T18:37"),
        ("de", "Veröffentlicht am 2. November 2024, 18.37 Uhr", "2024-11-02T18:37"),
        ("de", "02.11.2024", "2024-11-02"),
        ("fr", "Publié le 2 novembre 2024 à 18h37", "2024-11-02T18:37"),
        ("fr", "02/11/2024", "2024-11-02"),
        ("es", "2 de noviembre de 2024", "2024-11-02"),
        ("pt", "2 de novembro de 2024 às 18h37", "2024-11-02T18:37"),
        ("it", "2 novembre 2024", "2024-11-02"),
        ("nl", "2 november 2024 18:37", "2024-11-02T18:37"),
        ("pl", "2 listopada 2024", "2024-11-02"),
        ("cs", "2. listopadu 2024", "2024-11-02"),
        ("hr", "2. listopada 2024.", "2024-10-02"),
        ("sv", "2 november 2024 kl. 18.37", "2024-11-02T18:37"),
        ("fi", "2.11.2024 klo 18.37", "2024-11-02T18:37"),
        ("hu", "2024. november 2. 18:37", "2024-11-02T18:37"),
        ("ro", "2 noiembrie 2024", "2024-11-02"),
        ("tr", "2 Kasım 2024", "2024-11-02"),
        ("ru", "2 ноября 2024", "2024-11-02"),
        ("uk", "2 листопада 2024", "2024-11-02"),
        ("el", "2 Νοεμβρίου 2024", "2024-11-02"),
        ("ja", "2024年11月2日 18:37", "2024-11-02T18:37"),
        ("ko", "2024년 11월 2일", "2024-11-02"),
        ("ar", "2 نوفمبر 2024", "2024-11-02"),
        ("hi", "2 नवंबर 2024", "2024-11-02"),
        ("id", "2 November 2024", "2024-11-02"),
        ("lt", "2024 m. lapkričio 2 d.", "2024-11-02"),
    ],
)
def test_a_dateline_is_read_in_its_language(language: str, line: str, expected: str) -> None:
    assert published(f'<p class="date">{line}</p>', language=language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en-US", "2024-03-04"), ("en-GB", "2024-04-03"), ("en", ""), ("fr", "2024-04-03")],
)
def test_figures_that_can_be_two_days_follow_the_language_or_are_none(
    language: str, expected: str
) -> None:
    assert published('<span class="date">03/04/2024</span>', language=language) == expected


@pytest.mark.parametrize(
    "body",
    [
        "<footer>Copyright 2 November 2024</footer>",
        '<div class="comments"><span class="date">2 November 2024</span></div>',
        '<div class="related"><time datetime="2024-11-02">2 Nov</time></div>',
        "<nav><span class='date'>2 November 2024</span></nav>",
        "<p class='date'>November 2024</p>",
        "<p class='date'>2 November</p>",
        "<p class='date' hidden>2 November 2024</p>",
    ],
)
def test_what_is_no_statement_of_the_article_is_no_date(body: str) -> None:
    assert published(body) == ""


def test_a_date_in_a_sentence_is_not_the_date_of_the_article() -> None:
    sentence = "The pier was closed once before, and on 2 November 2019 the council had it mended."
    assert published(f"<p>{sentence}</p>") == ""


def test_a_line_on_an_update_tells_when_it_was_changed_and_not_when_published() -> None:
    found = read("<h1>Ferry stops here</h1><p class='date'>Updated: 5 November 2024</p>").facts
    assert (found.published, found.updated) == ("", "2024-11-05")
    both = "<p class='date'>Published 2 November 2024 | Updated 5 November 2024</p>"
    found = read(f"<h1>Ferry stops here</h1>{both}").facts
    assert (found.published, found.updated) == ("2024-11-02", "2024-11-05")


def test_a_day_that_the_page_shows_twice_goes_before_a_tag_alone() -> None:
    link = '<link rel="canonical" href="https://www.example.org/2024/11/02/ferry">'
    head = link + META.format("2024-11-06")
    assert published('<time class="published">2 November 2024</time>', head) == "2024-11-02"
    assert published('<p class="x">2 November 2024</p>', META.format("2024-11-06")) == "2024-11-06"


def test_the_day_of_a_change_is_not_taken_for_the_day_of_publication() -> None:
    head = META.format("2020-12-05T00:19:00+00:00") + CHANGED.format("2024-11-02T10:00:00+00:00")
    assert published('<p class="date">2 November 2024</p>', head) == "2020-12-05T00:19+00:00"


def test_a_moment_in_utc_is_shown_on_the_day_of_its_place() -> None:
    head = META.format("2024-11-03T05:30:00Z")
    assert published('<time class="date">Nov 2, 2024 at 11:30 pm</time>', head) == (
        "2024-11-02T23:30"
    )
    assert published('<time class="date">Nov 2, 2024 at 11:37 pm</time>', head) == (
        "2024-11-03T05:30+00:00"
    )


def test_the_address_is_the_last_to_be_asked() -> None:
    head = '<link rel="canonical" href="https://www.example.org/news/2024/11/02/ferry">'
    found = read("<h1>Ferry stops here</h1>", head)
    assert found.facts.published == "2024-11-02"
    assert [(s.value, s.where) for s in found.statements if s.field == "published"] == [
        ("2024-11-02", "address")
    ]


def test_a_date_that_lies_ahead_is_stated_and_not_taken() -> None:
    found = read("<h1>Ferry stops here</h1>", META.format("2098-01-01"))
    assert found.facts.published == ""
    assert ("published", "2098-01-01") in {(s.field, s.value) for s in found.statements}
    earlier = META.format("2098-01-01") + '<meta name="date" content="2024-11-02">'
    assert read("<h1>Ferry stops here</h1>", earlier).facts.published == "2024-11-02"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<!-- saved from url=(0030)https://www.example.org/ferry -->", ""),
        (
            SINGLE_FILE,
            "2024-11-02T18:37+01:00",
        ),
    ],
)
def test_browsers_note_where_and_when_they_saved(source: str, expected: str) -> None:
    page = f"{source}<html><body><h1>Ferry stops here</h1>{TEXT}</body></html>"
    found = read_page_facts(parse_page(page), page)
    assert found.facts.url == "https://www.example.org/ferry"
    assert [s.value for s in found.statements if s.field == "saved"] == [expected] * bool(expected)
    assert found.facts.published == ""
