"""Headline, outlet, language and section of a page, each from what the page says of itself."""

from __future__ import annotations

import json

import pytest

from desktop.ingest.drafts import FileFacts
from desktop.ingest.page_facts import read_page_facts
from desktop.ingest.page_outlets import host_label, host_of, is_alike
from desktop.ingest.page_titles import without_site
from desktop.ingest.pages import parse_page

TEXT = "<p>" + "The ferry to Anville stops, the harbor office said on Friday. " * 5 + "</p>"
LINK = '<link rel="canonical" href="https://www.harborpost.example/a">'


def facts(head: str, body: str = "", language: str = "en") -> FileFacts:
    page = f"<html lang='{language}'><head>{head}</head><body>{body}{TEXT}</body></html>"
    return read_page_facts(parse_page(page)).facts


def node(**fields: object) -> str:
    made = {"@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(made)}</script>'


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (
            '<meta property="og:title" content="Ferry to Anville stops - Harbor Post">',
            "<h1>Harbor Post</h1><h1>Ferry to Anville stops</h1>",
            "Ferry to Anville stops",
        ),
        (
            "<title>Ferry to Anville stops | Harbor Post</title>",
            "<h1>Ferry to <em>An</em>ville stops</h1>",
            "Ferry to Anville stops",
        ),
        (
            node(headline="Ferry &#8216;stops&#8217; at Anville &amp; Benville"),
            "",
            "Ferry ‘stops’ at Anville & Benville",
        ),
        (
            '<meta property="og:title" content="Ferry to Anville stops">',
            "<h1>Weather for Monday: rain</h1><h2>Ferry to Anville stops</h2>",
            "Ferry to Anville stops",
        ),
        ("<title>Ferry to Anville stops - Harbor Post</title>" + LINK, "",
         "Ferry to Anville stops"),
        ("", "<h1>Ferry stops</h1>", "Ferry stops"),
    ],
)  # fmt: skip
def test_the_headline_is_the_one_that_stands_there(head: str, body: str, expected: str) -> None:
    assert facts(head, body).title == expected


def test_a_headline_in_other_words_than_the_tags_is_the_headline() -> None:
    head = '<meta property="og:title" content="No boat for a week">'
    assert facts(head, "<h1>Ferry to Anville stops</h1>").title == "Ferry to Anville stops"


def test_the_site_is_taken_off_at_both_ends() -> None:
    assert without_site("Harbor Post | Ferry stops | Harbor Post", ["Harbor Post"], "") == (
        "Ferry stops"
    )
    assert without_site("Ferry - stops", ["Harbor Post"], "") == "Ferry - stops"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta property="og:site_name" content="Harbor Post">', "Harbor Post"),
        (node(publisher={"name": "Harbor Post"}) + LINK, "Harbor Post"),
        (
            node(publisher={"name": "Island Media AG"}) + LINK
            + "<title>Ferry stops here - Harbor Post</title>",
            "Harbor Post",
        ),
        (node(publisher={"name": "Island Media AG"}) + LINK, "harborpost.example"),
        (node(publisher={"name": "Island Media AG"}), ""),
        ('<meta name="application-name" content="Harbor Post">', "Harbor Post"),
        ('<meta property="og:site_name" content="Home">' + LINK, "harborpost.example"),
        ("<title>Ferry stops here</title>", ""),
    ],
)  # fmt: skip
def test_an_outlet_is_what_the_page_calls_itself(head: str, expected: str) -> None:
    assert facts(head).outlet == expected


@pytest.mark.parametrize(
    ("name", "label", "expected"),
    [
        ("Harbor Post", "harborpost", True),
        ("The Harbor Post", "harborpost", True),
        ("Harbor Post", "hp", True),
        ("Harbor Post", "islandnews", False),
        ("", "harborpost", False),
    ],
)
def test_names_are_compared_with_hosts(name: str, label: str, expected: bool) -> None:
    assert is_alike(name, label) is expected


def test_hosts_are_cut_to_what_tells() -> None:
    assert host_of("https://www.harborpost.example/a") == "harborpost.example"
    assert host_of("https://[bad") == ""
    assert host_label("news.harborpost.co.uk") == "harborpost"


def test_several_articles_in_the_data_and_the_right_one_is_taken() -> None:
    head = (
        '<meta property="og:title" content="Ferry to Anville stops">'
        + node(headline="Rain on Monday", datePublished="2020-01-01")
        + node(headline="Ferry to Anville stops", datePublished="2024-11-02")
    )
    assert facts(head, "<h1>Ferry to Anville stops</h1>").published == "2024-11-02"


@pytest.mark.parametrize(
    "script",
    [
        '<!-- {"@type": "Article", "headline": "Ferry stops"} -->',
        '//<![CDATA[\n{"@type": "Article", "headline": "Ferry stops"}\n//]]>',
        '{"@type": "Article", "headline": "Ferry stops",}',
        '{"@type": "http://schema.org/NewsArticle", "headline": "Ferry stops"};',
    ],
)
def test_data_that_is_wrapped_or_a_little_broken_is_read(script: str) -> None:
    head = f'<script type="application/ld+json">{script}</script>'
    assert facts(head).title == "Ferry stops"


@pytest.mark.parametrize("script", ["", "{", "[[[", '"text"', "5", "null", '{"@graph": 5}'])
def test_broken_data_is_left_alone(script: str) -> None:
    head = f'<script type="application/ld+json">{script}</script><title>Ferry</title>'
    assert facts(head).title == "Ferry"


def test_language_and_section_are_stated_with_their_places() -> None:
    head = '<meta property="og:locale" content="en_GB">' + node(articleSection=["Island", "Sea"])
    page = f"<html lang='en-US'><head>{head}</head><body>{TEXT}</body></html>"
    found = read_page_facts(parse_page(page))
    assert (found.facts.language, found.facts.section) == ("en", "Island")
    stated = {(s.field, s.value, s.where) for s in found.statements}
    assert ("language", "en-gb", "meta tag og:locale") in stated
    assert ("section", "Sea", "JSON-LD") in stated
