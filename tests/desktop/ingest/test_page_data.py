"""The data of a page: nodes of JSON-LD, meta tags and the address, whatever shape they have."""

from __future__ import annotations

import json

import pytest

from desktop.ingest.page_data import PageData, kinds_of, plain, read_data, several
from desktop.ingest.pages import parse_page


def read(head: str) -> PageData:
    return read_data(parse_page(f"<html><head>{head}</head><body><p>x</p></body></html>"))


def script(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("A &amp; B", "A & B"),
        ("A &amp;#8217;s", "A ’s"),
        ("<b>A</b>\n B", "A B"),
        ("Heli\u00adkopter", "Helikopter"),
        (None, ""),
        (5, ""),
        (["A"], ""),
    ],
)
def test_values_become_plain_lines(value: object, expected: str) -> None:
    assert plain(value) == expected


def test_one_value_is_a_list_of_one_and_a_long_list_ends() -> None:
    assert several("a") == ["a"]
    assert several(["a", "b"]) == ["a", "b"]
    assert len(several(["a"] * 500)) == 100


def test_types_lose_the_address_of_their_vocabulary() -> None:
    assert kinds_of({"@type": ["https://schema.org/NewsArticle", "Report", 5]}) == {
        "NewsArticle",
        "Report",
    }


def test_the_article_of_the_page_is_told_from_those_it_lists() -> None:
    head = '<link rel="canonical" href="https://example.org/b">' + script(
        [
            {"@type": "NewsArticle", "headline": "A", "url": "https://example.org/a"},
            {"@type": "NewsArticle", "headline": "B", "url": "https://example.org/b"},
        ]
    )
    assert read(head).article["headline"] == "B"


def test_a_review_is_the_article_only_where_the_page_is_about_it() -> None:
    review = {"@type": "Review", "headline": "A fine ferry"}
    assert read(script(review)).article == {}
    title = '<meta property="og:title" content="A fine ferry">'
    assert read(title + script(review)).article["headline"] == "A fine ferry"


def test_page_and_site_are_kept_beside_the_article() -> None:
    graph = [
        {"@type": "WebPage", "datePublished": "2024-11-02"},
        {"@type": "WebSite", "name": "Harbor Post"},
        {"@type": "BlogPosting", "headline": "A", "author": {"@id": "#a"}},
        {"@type": "Person", "@id": "#a", "name": "Ann Lee"},
    ]
    data = read(script({"@graph": graph}))
    assert data.around["datePublished"] == "2024-11-02"
    assert [site["name"] for site in data.sites] == ["Harbor Post"]
    assert data.by_id["#a"]["name"] == "Ann Lee"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<link rel="canonical" href="https://example.org/a">', "https://example.org/a"),
        ('<link rel="canonical" href="/a">', ""),
        ('<meta property="og:url" content="https://example.org/b">', "https://example.org/b"),
        (script({"@type": "Article", "url": "https://example.org/c"}), "https://example.org/c"),
        (script({"@type": "Article", "mainEntityOfPage": {"@id": "https://example.org/d"}}),
         "https://example.org/d"),
        ('<link rel="canonical" href="javascript:x">', ""),
    ],
)  # fmt: skip
def test_an_address_is_one_of_the_web(head: str, expected: str) -> None:
    assert read(head).url == expected


def test_tags_are_found_by_any_of_their_names() -> None:
    head = (
        '<meta property="OG:Title" content="A"><meta name="date" content="2024-11-02">'
        '<meta itemprop="datePublished" content="x"><meta content="nameless"><meta name="empty">'
    )
    data = read(head)
    assert data.meta("og:title", "missing", "date") == [("A", "og:title"), ("2024-11-02", "date")]
    assert "datepublished" in data.metas
    assert "empty" not in data.metas
