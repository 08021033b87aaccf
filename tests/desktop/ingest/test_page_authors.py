"""Who wrote a page: data and bylines together, in several languages, with their places."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.drafts import Statement
from desktop.ingest.page_authors import BODY
from desktop.ingest.page_facts import PageFacts, read_page_facts
from desktop.ingest.pages import parse_page

TITLE = "Ferry to Anville stops"
TEXT = "<p>" + "The ferry to Anville stops, the harbor office said on Friday. " * 5 + "</p>"


def read(body: str = "", head: str = "", foot: str = "") -> PageFacts:
    page = f"<html><head>{head}</head><body><h1>{TITLE}</h1>{body}{TEXT * 3}{foot}</body></html>"
    return read_page_facts(parse_page(page))


def data(author: object) -> str:
    node = {"@type": "NewsArticle", "headline": TITLE, "author": author}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def stated(found: PageFacts) -> list[tuple[str, str]]:
    return [(one.where, one.value) for one in found.statements if one.field == "authors"]


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("Von Anna Groß und Bernd Klein", ("Anna Groß", "Bernd Klein")),
        ("Par Anne Petit et Luc Noël", ("Anne Petit", "Luc Noël")),
        ("Por Ana Ruiz y Luis Mora", ("Ana Ruiz", "Luis Mora")),
        ("Di Anna Bianchi", ("Anna Bianchi",)),
        ("Door Jan de Vries en Piet Bakker", ("Jan de Vries", "Piet Bakker")),
        ("Av Anna Lund och Bo Berg", ("Anna Lund", "Bo Berg")),
        ("Автор: Анна Белова", ("Анна Белова",)),
        ("作者：林宸誼", ("林宸誼",)),
    ],
)
@pytest.mark.parametrize(
    "markup", ["<p class='byline'>{}</p>", "<p>{}</p>", "<div><b>{}</b></div>"]
)
def test_a_byline_is_read_in_its_language_with_and_without_a_mark(
    markup: str, byline: str, expected: tuple[str, ...]
) -> None:
    found = read(markup.format(byline))
    assert found.facts.authors == expected
    assert stated(found) == [("byline", "; ".join(expected))]


def test_data_and_byline_are_both_stated_and_the_longer_list_is_taken() -> None:
    found = read("<p class='byline'>By Ann Lee and Bob Ray</p>", data({"name": "Ann Lee"}))
    assert stated(found) == [("JSON-LD", "Ann Lee"), ("byline", "Ann Lee; Bob Ray")]
    assert found.facts.authors == ("Ann Lee", "Bob Ray")


def test_where_they_name_others_the_data_go_first() -> None:
    found = read("<p class='byline'>By Bob Ray and Cay Fox</p>", data({"name": "Ann Lee"}))
    assert found.facts.authors == ("Ann Lee",)
    assert ("byline", "Bob Ray; Cay Fox") in stated(found)


def test_a_meta_tag_of_the_article_goes_before_that_of_the_site() -> None:
    head = (
        '<meta name="author" content="Site Owner">'
        '<meta property="article:author" content="Ann Lee">'
    )
    found = read("", head)
    assert found.facts.authors == ("Ann Lee",)
    assert stated(found) == [
        ("meta tag article:author", "Ann Lee"),
        ("meta tag author", "Site Owner"),
    ]


@pytest.mark.parametrize(
    "content", ["", "admin", "https://example.org/ann", "a@example.org", "Reuters"]
)
def test_a_tag_that_names_no_person_gives_no_author(content: str) -> None:
    assert read("", f'<meta name="author" content="{content}">').facts.authors == ()


def test_a_newsroom_is_told_as_one_where_no_person_is_named() -> None:
    union = {"@type": "Organization", "name": "Harbor Union"}
    assert stated(read("", data(union))) == [(BODY, "Harbor Union")]
    assert stated(read("<p>By Ann Lee</p>", data(union))) == [("byline", "Ann Lee")]


def test_an_agency_of_the_byline_is_stated_beside_the_author() -> None:
    found = read("<p class='byline'>By Ann Lee, Reuters</p>")
    assert found.facts.authors == ("Ann Lee",)
    assert Statement("agency", "Reuters", "byline") in found.statements


def test_links_that_follow_one_another_are_one_byline() -> None:
    links = "".join(f"<a href='/author/{name[0]}'>{name}</a> " for name in ("Ann Lee", "Bob Ray"))
    assert read(f"<div>{links}</div>").facts.authors == ("Ann Lee", "Bob Ray")


@pytest.mark.parametrize(
    "foot",
    [
        "<footer><p class='author'>Cay Fox</p></footer>",
        "<div id='comments'><p class='author'>Cay Fox</p></div>",
        "<nav><a href='/author/cay-fox'>Cay Fox</a></nav>",
        "<div class='related'><p>By Cay Fox</p></div>",
    ],
)
def test_names_in_other_parts_are_no_authors(foot: str) -> None:
    assert read("", foot=foot).facts.authors == ()
    assert read("<p>By Ann Lee</p>", foot=foot).facts.authors == ("Ann Lee",)


def test_a_byline_below_the_text_counts_where_all_name_the_same() -> None:
    below = "<p class='author'>Autor: Anna Groß</p>"
    assert read("", foot=below).facts.authors == ("Anna Groß",)
    assert read("", foot=below + "<p class='author'>Autor: Bernd Klein</p>").facts.authors == ()


AUTHORS = st.recursive(
    st.none() | st.integers() | st.text(max_size=14) | st.sampled_from(["Ann Lee", "Reuters"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "@id", "@type", "author"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(AUTHORS, st.text("ByVon AnnLee,&|();:é林", max_size=40))
def test_any_data_and_byline_give_names_on_one_line(author: object, byline: str) -> None:
    found = read(f"<p class='byline'>{byline.replace('&', '&amp;')}</p>", data(author))
    listed = [value.split("; ") for _where, value in stated(found)]
    for name in found.facts.authors:
        assert name
        assert name == " ".join(name.split())
        assert any(name in names for names in listed)
