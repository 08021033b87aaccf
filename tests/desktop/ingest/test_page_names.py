"""Authors of pages: people by their names, and neither labels nor roles, outlets or agencies."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.page_facts import read_page_facts
from desktop.ingest.page_names import has_label, is_label, to_agencies, to_names
from desktop.ingest.pages import parse_page

TEXT = "<p>" + "The ferry to Anville stops, the harbor office said on Friday. " * 5 + "</p>"


def authors(body: str, head: str = "") -> tuple[str, ...]:
    page = (
        f"<html><head>{head}</head><body><h1>Ferry to Anville stops</h1>{body}{TEXT}</body></html>"
    )
    return read_page_facts(parse_page(page)).facts.authors


def data(author: object) -> str:
    node = {"@type": "NewsArticle", "headline": "Ferry to Anville stops", "author": author}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ann Lee", ["Ann Lee"]),
        ("by ANN LEE", ["Ann Lee"]),
        ("Von Anna Groß und Bernd Klein", ["Anna Groß", "Bernd Klein"]),
        ("Par Anne Petit, journaliste", ["Anne Petit"]),
        ("Por Ana Ruiz y Luis Mora", ["Ana Ruiz", "Luis Mora"]),
        ("Di Anna Bianchi", ["Anna Bianchi"]),
        ("Door Jan de Vries", ["Jan de Vries"]),
        ("Автор: Анна Белова", ["Анна Белова"]),
        ("Text: Anna Groß | Foto: Bernd Klein", ["Anna Groß"]),
        ("Ein Gastbeitrag von Anna Groß", ["Anna Groß"]),
        ("Written by Ann Lee, Senior Reporter, and Bob Ray", ["Ann Lee", "Bob Ray"]),
        ("Ann Lee (AP)", ["Ann Lee"]),
        ("Ann Lee, Reuters", ["Ann Lee"]),
        ("Ann Lee, PhD", ["Ann Lee"]),
        ("Ann Lee 2 November 2024", ["Ann Lee"]),
        ("Ann Lee | Politics", ["Ann Lee"]),
        ("Ludwig van der Berg", ["Ludwig van der Berg"]),
        ("作者：林宸誼", ["林宸誼"]),
        ("Reuters", []),
        ("Associated Press", []),
        ("dpa/AFP", []),
        ("Online-Redaktion", []),
        ("Guardian staff", []),
        ("The Editorial Board", []),
        ("admin", []),
        ("ann@example.org", []),
        ("https://example.org/ann", []),
        ("© Getty Images, Ann Lee", []),
        ("", []),
    ],
)
def test_a_byline_gives_people(line: str, expected: list[str]) -> None:
    assert list(to_names([line])) == expected


def test_the_outlet_and_a_part_of_its_name_are_no_authors() -> None:
    assert to_names(["Harbor Insider"], ["Harbor Insider"]) == ()
    assert to_names(["Bayern Bembel"], ["Bayern Bembel Regensburg"]) == ()
    assert to_names(["Bayern Bembel"], ["Bayern Bembel Regensburg"], marked=True) == (
        "Bayern Bembel",
    )


def test_one_word_is_a_name_only_where_it_may_be_one() -> None:
    assert to_names(["wavecrest7"]) == ()
    assert to_names(["wavecrest7"], loose=True) == ("wavecrest7",)


def test_agencies_are_told_apart_from_people() -> None:
    assert to_agencies(["Ann Lee and Reuters"]) == ("Reuters",)
    assert to_agencies(["Ann Lee"]) == ()


def test_labels_are_known_with_and_without_a_name() -> None:
    assert has_label("Von Anna Groß")
    assert not has_label("Vonnegut stops")
    assert is_label("Autor:")
    assert not is_label("Autor: Anna")


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=80))
def test_any_line_gives_names_on_one_line_or_none(line: str) -> None:
    for name in to_names([line], loose=True):
        assert name == " ".join(name.split())
        assert len(name.split()) <= 5


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ([{"@type": "Person", "name": "Ann Lee"}, "Bob Ray"], ("Ann Lee", "Bob Ray")),
        ({"@type": "Organization", "name": "Harbor Union"}, ("Harbor Union",)),
        ([{"@type": "Organization", "name": "Harbor Union"}, {"name": "Ann Lee"}], ("Ann Lee",)),
        ({"@type": "Person", "name": "Associated Press"}, ("Associated Press",)),
        ({"@type": "Person", "name": "admin"}, ()),
        ({"name": "Ann Lee &amp; Bob Ray"}, ("Ann Lee", "Bob Ray")),
        ({"@id": "#ann"}, ()),
    ],
)
def test_data_names_the_authors(author: object, expected: tuple[str, ...]) -> None:
    assert authors("", data(author)) == expected


def test_an_author_named_by_its_id_is_found() -> None:
    graph = {
        "@graph": [
            {"@type": "Article", "headline": "Ferry to Anville stops", "author": {"@id": "#a"}},
            {"@type": "Person", "@id": "#a", "name": "Ann Lee"},
        ]
    }
    script = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    assert authors("", script) == ("Ann Lee",)


@pytest.mark.parametrize(
    "body",
    [
        '<p class="byline">By Ann Lee and Bob Ray</p>',
        '<p class="byline"><a href="/author/a">Ann Lee</a><a href="/author/b">Bob Ray</a></p>',
        '<p><a rel="author">Ann Lee</a>, <a rel="author">Bob Ray</a></p>',
        "<p>By Ann Lee and Bob Ray</p>",
        "<p>2 November 2024 | Author: Ann Lee, Bob Ray</p>",
        f'{TEXT}{TEXT}{TEXT}<div class="foot">Autor: Ann Lee und Bob Ray</div>',
    ],
)
def test_the_byline_in_sight_names_the_authors(body: str) -> None:
    assert authors(body) == ("Ann Lee", "Bob Ray")


def test_a_byline_that_names_more_completes_the_data() -> None:
    byline = '<p class="byline"><a href="/author/a">Ann Lee</a> <a href="/author/b">Bob Ray</a></p>'
    assert authors(byline, data({"@type": "Person", "name": "Bob Ray"})) == ("Ann Lee", "Bob Ray")


@pytest.mark.parametrize(
    "body",
    [
        '<div class="comments"><p class="author">Ann Lee</p></div>',
        '<div class="related"><p class="byline">By Ann Lee</p></div>',
        "<footer><p class='author'>Ann Lee</p></footer>",
        f"{TEXT}{TEXT}{TEXT}<p class='author'>Ann Lee</p><p class='author'>Bob Ray</p>",
    ],
)
def test_who_stands_elsewhere_wrote_something_else(body: str) -> None:
    assert authors(body) == ()


def test_a_newsroom_is_the_author_only_where_the_page_names_nobody() -> None:
    newsroom = data({"@type": "Organization", "name": "Harbor Post"})
    assert authors("<p class='byline'>By Ann Lee</p>", newsroom) == ("Ann Lee",)
    assert authors("<p class='byline'>Harbor Post</p>", newsroom) == ("Harbor Post",)
    page = f"<html><head>{newsroom}</head><body><h1>Ferry stops here</h1>{TEXT}</body></html>"
    places = [s.where for s in read_page_facts(parse_page(page)).statements if s.field == "authors"]
    assert places == ["newsroom"]


def test_an_agency_in_the_byline_is_stated_as_one() -> None:
    page = f"<body><h1>Ferry stops here</h1><p class='byline'>Reuters</p>{TEXT}</body>"
    found = read_page_facts(parse_page(page))
    assert [s.value for s in found.statements if s.field == "agency"] == ["Reuters"]
    assert found.facts.authors == ()
