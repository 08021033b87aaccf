"""Searches find what a look at every article finds, in any order, page by page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.text.search import fold
from desktop.services import finding
from desktop.services.articles import ArticleQuery, count_matches, list_articles
from desktop.services.errors import CrosslightError
from desktop.services.finding import Order
from desktop.services.libraries import Library, open_library
from desktop.services.queries import (
    All,
    AnyOf,
    Days,
    Importance,
    Known,
    Node,
    Not,
    Term,
    parse_query,
    write_query,
)
from tests.desktop.services.found import MADE, WORDS, Made, fill, is_found

LIVE = [made for made in MADE if not made.trashed]
ANY_ORDER = [(order, down) for order in Order for down in (False, True)]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Give the small library."""
    opened = open_library(tmp_path_factory.mktemp("made") / "Made.crosslight", create=True)
    fill(opened)
    yield opened
    opened.close()


def ids(library: Library, query: ArticleQuery) -> list[str]:
    return [article.id for article in list_articles(library, query)]


def paged(library: Library, query: ArticleQuery, size: int) -> list[str]:
    """Return all ids of a query, fetched page by page."""
    found: list[str] = []
    while page := ids(library, replace(query, limit=size, after=found[-1] if found else None)):
        found += page
    return found


def asked(text: str) -> ArticleQuery:
    return ArticleQuery(text=text, is_finished=True)


TERMS = st.builds(
    Term,
    st.sampled_from([*WORDS, "tore a", "storm roof", "roof-less", "ann lee"]),
    st.booleans(),
    st.sampled_from(["", "", "title", "author"]),
)
KNOWN = st.sampled_from(
    [
        *(Known("outlet", name) for name in ("lantern", "evening", "Harbor Post", "none")),
        *(Known("tag", name) for name in ("storm", "follow", "up", "none")),
        *(Known("event", name) for name in ("anville", "e2", "harbor strike", "none")),
        *(Known("note", words) for words in ("roof", "storm note", "none")),
        *(Known("is", state) for state in ("untagged", "undated", "unanalyzed", "reprint")),
        *(Known("is", state) for state in ("revision", "duplicate", "attention")),
        *(Known("has", thing) for thing in ("note", "tag", "date", "outlet", "author", "event")),
        *(Known("lang", code) for code in ("en", "uk", "ukrainian", "de")),
        *(Known("format", name) for name in ("txt", "html", "pdf")),
    ]
)
DAYS = st.sampled_from(
    [
        Days("2024", "2024"),
        Days("20241102", "20241102"),
        Days("202411", ""),
        Days("", "2023"),
        Days("2022", "202311"),
    ]
)
LEVELS = st.sampled_from([Importance(0, 0), Importance(2, 3), Importance(1, 2)])


def negated(node: Node) -> Node:
    return node.node if isinstance(node, Not) else Not(node)


def every(nodes: Sequence[Node]) -> Node:
    return All(tuple(nodes))


def any_of(nodes: Sequence[Node]) -> Node:
    return AnyOf(tuple(nodes))


NODES: st.SearchStrategy[Node] = st.recursive(
    TERMS | KNOWN | DAYS | LEVELS,
    lambda inner: (
        st.builds(negated, inner)
        | st.lists(inner, min_size=2, max_size=3).map(every)
        | st.lists(inner, min_size=2, max_size=3).map(any_of)
    ),
    max_leaves=6,
)


def outlets_called(text: str) -> set[str]:
    """Return the outlets whose name a query of nothing but words is or has."""
    node = parse_query(text)
    terms = node.nodes if isinstance(node, All) else (node,)
    plain = [each.text for each in terms if isinstance(each, Term) and not each.field]
    if len(plain) < len(terms):
        return set()
    name = " ".join(fold(" ".join(plain)).split())
    return {each.id for each in LIVE if name and name in fold(each.outlet)}


@settings(max_examples=70, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(node=NODES, order=st.sampled_from(ANY_ORDER))
def test_a_search_finds_what_a_look_at_every_article_finds(
    made: Library, node: Node, order: tuple[Order, bool]
) -> None:
    text = write_query(node)
    query = replace(asked(text), order=order[0], is_descending=order[1])
    expected = {each.id for each in LIVE if is_found(each, node)} | outlets_called(text)
    found = ids(made, query)
    assert sorted(found) == sorted(expected), text
    assert paged(made, query, 2) == found
    assert count_matches(made, query) == len(expected)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=50), order=st.sampled_from(list(Order)), is_finished=st.booleans())
def test_any_text_is_answered(made: Library, text: str, order: Order, is_finished: bool) -> None:
    query = ArticleQuery(text=text, order=order, is_finished=is_finished)
    assert set(ids(made, query)) <= {each.id for each in LIVE}


@pytest.mark.parametrize("few", [0, 1_000])
def test_narrow_searches_find_the_same_by_either_way(
    made: Library, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "_FEW", few)
    by_date = {"order": Order.DATE, "is_descending": True, "is_finished": True}
    for text, expected in (
        ("tag:storm storm", ["a1"]),
        ("storm event:anville", ["a5", "a1"]),
        ("is:reprint roof", ["a5", "a1"]),
        ("has:note storm", ["a2", "a7"]),
    ):
        assert ids(made, ArticleQuery(text=text, **by_date)) == expected  # pyright: ignore[reportArgumentType]
    event = ArticleQuery("event", "e1", "roof", **by_date)  # pyright: ignore[reportArgumentType]
    assert ids(made, event) == ["a5", "a1", "a3"]


def place(each: Made) -> str:
    return each.day.replace("-", "").replace("T", "").replace(":", "").ljust(12, "0")[:12]


@pytest.mark.parametrize("down", [False, True])
def test_lists_are_in_the_order_asked_for_and_what_is_not_known_comes_last(
    made: Library, down: bool
) -> None:
    def listed(order: Order, text: str = "") -> list[Made]:
        query = ArticleQuery(text=text, order=order, is_descending=down, is_finished=True)
        found = ids(made, query)
        return [next(each for each in MADE if each.id == article) for article in found]

    for text in ("", "roof", "the"):
        dated = [place(each) for each in listed(Order.DATE, text) if each.day]
        assert dated == sorted(dated, reverse=down)
        assert all(not each.day for each in listed(Order.DATE, text)[len(dated) :])
        for order in (Order.LOADED, Order.TONE):
            rates = [each.own_rate for each in listed(order, text)]
            known = [rate for rate in rates if rate is not None]
            assert rates[: len(known)] == sorted(known, reverse=down)
        titles = [each.title.lower() for each in listed(Order.TITLE, text)]
        assert titles == sorted(titles, reverse=down)
        levels = [each.importance for each in listed(Order.IMPORTANCE, text)]
        assert levels == sorted(levels, reverse=down)
    names = list(dict.fromkeys(each.outlet for each in listed(Order.OUTLET)))
    expected = ["Daily Lantern", "Évening Ledger", "Harbor Post"]
    assert names == [*(reversed(expected) if down else expected), ""]


def test_what_fits_best_comes_first_and_a_headline_counts_more(made: Library) -> None:
    best = ids(made, replace(asked("roof"), order=Order.RELEVANCE))
    assert best[0] == "a3"
    assert set(best) == {"a1", "a3", "a5", "a8"}
    # The outlet called so comes after the articles that have the words.
    post = ids(made, replace(asked("harbor post"), order=Order.RELEVANCE))
    assert post[0] == "a7"
    assert set(post) == {"a7", "a2", "a3"}


def test_collections_hold_what_their_names_say(made: Library) -> None:
    def held(collection: str, value: str = "") -> set[str]:
        return set(ids(made, ArticleQuery(collection, value)))

    for name, state in (
        ("attention", "attention"),
        ("undated", "undated"),
        ("untagged", "untagged"),
        ("reprints", "reprint"),
        ("revisions", "revision"),
    ):
        assert held(name) == {each.id for each in LIVE if is_found(each, Known("is", state))}
    assert held("trash") == {"a6"}
    assert held("tag", "FOLLOW  up") == {"a3", "a7"}
    assert held("tag", "nobody") == held("outlet", "nobody") == held("event", "nobody") == set()
    for collection in ("nonsense", "search"):
        with pytest.raises(CrosslightError):
            held(collection)


def test_a_page_after_an_article_that_is_gone_is_empty(made: Library) -> None:
    for order in Order:
        assert ids(made, ArticleQuery(text="roof", after="nobody", order=order)) == []
