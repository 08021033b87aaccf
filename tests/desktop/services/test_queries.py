"""The language of searches: any text is a query, and what it asks for is what it says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.services.queries import (
    MOST_TERMS,
    All,
    AnyOf,
    Days,
    Importance,
    Known,
    Node,
    Not,
    Term,
    is_word,
    parse_query,
    terms_of,
    write_query,
)

A, B, C = Term("a"), Term("b"), Term("c")


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("a b", All((A, B))),
        ("a AND b", All((A, B))),
        ("a OR b c", AnyOf((A, All((B, C))))),
        ("(a OR b) c", All((AnyOf((A, B)), C))),
        ("a NOT b", All((A, Not(B)))),
        ("a -b", All((A, Not(B)))),
        ("-(a b)", Not(All((A, B)))),
        ("--a", A),
        ("NOT NOT a", A),
        ('"a  b"', Term("a b")),
        ("“a b” c", All((Term("a b"), C))),
        ("a*", Term("a", is_prefix=True)),
        ('"a b"*', Term("a b", is_prefix=True)),
        ("co-op", Term("co-op")),
        ("title:a", Term("a", field="title")),
        ("TITLE:a", Term("a", field="title")),
        ("title:(a OR b)", AnyOf((Term("a", field="title"), Term("b", field="title")))),
        ('author:"Ann Lee"', Term("Ann Lee", field="author")),
        ('outlet:"The Hindu"', Known("outlet", "The Hindu")),
        ("tag:x -note:y", All((Known("tag", "x"), Not(Known("note", "y"))))),
        ("lang:EN format:Html", All((Known("lang", "en"), Known("format", "html")))),
        ("is:Undated has:note", All((Known("is", "undated"), Known("has", "note")))),
        ("date:2024-11-02", Days("20241102", "20241102")),
        ("date:2024-11", Days("202411", "202411")),
        ("date:2024", Days("2024", "2024")),
        ("date:2024-2-9", Days("20240209", "20240209")),
        ("date:2023..2024-11", Days("2023", "202411")),
        ("date:2023..", Days("2023", "")),
        ("date:..2023", Days("", "2023")),
        ("date:>2024-12-31", Days("20250101", "")),
        ("date:>=2024-12", Days("202412", "")),
        ("date:<2024-01", Days("", "202312")),
        ("date:<2024", Days("", "2023")),
        ("importance:2", Importance(2, 2)),
        ("importance:>=2", Importance(2, 3)),
        ("importance:<2", Importance(0, 1)),
        ("importance:1..2", Importance(1, 2)),
        ("importance:2..", Importance(2, 3)),
    ],
)
def test_a_query_is_read_as_it_says(text: str, node: Node) -> None:
    assert parse_query(text) == node
    assert parse_query(write_query(node)) == node


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("AND", Term("AND")),
        ("or not and", All((Term("or"), Term("not"), Term("and")))),
        ("a OR", All((A, Term("OR")))),
        ("OR a", All((Term("OR"), A))),
        ("a NOT", All((A, Term("NOT")))),
        ('"AND"', Term("AND")),
        ('a "b', All((A, B))),
        ("(a", A),
        ("a)) b", All((A, B))),
        ("a - b", All((A, B))),
        ("foo:bar", Term("foo:bar")),
        ("outlet:", Term("outlet:")),
        ("outlet: a", All((Term("outlet:"), A))),
        ("is:nonsense", Term("is:nonsense")),
        ("date:2024-13", Term("date:2024-13")),
        ("date:2023-02-29", Term("date:2023-02-29")),
        ("date:soon", Term("date:soon")),
        ("importance:7", Term("importance:7")),
        ("importance:3..1", Term("importance:3..1")),
        ("https://a.b/c", Term("https://a.b/c")),
        ("a () b", All((A, B))),
        ("a *** b", All((A, B))),
    ],
)
def test_what_is_out_of_place_is_a_word_or_passed_over(text: str, node: Node) -> None:
    assert parse_query(text) == node


@pytest.mark.parametrize(
    "text", ["", " ", '"', "***", "()", "-", "“ ”", "...", "\0", "\ud800", "(("]
)
def test_what_holds_no_word_asks_for_nothing(text: str) -> None:
    assert parse_query(text) is None
    assert write_query(None) == ""


PIECES = st.sampled_from(
    ["a", "b c", '"', "“", "(", ")", "-", "AND", "OR", "NOT", "*", ":", " ", "title:", "tag:",
     "outlet:", "date:", "2024-11", "..", ">", "is:undated", "importance:", "2", "has:note", "\\"]
)  # fmt: skip
TEXTS = st.text(max_size=60) | st.lists(PIECES, max_size=14).map("".join) | st.lists(
    PIECES, max_size=14
).map(" ".join)  # fmt: skip


@settings(max_examples=150)
@given(TEXTS)
def test_any_text_is_a_query_and_its_form_in_words_asks_for_the_same(text: str) -> None:
    node = parse_query(text)
    assert parse_query(write_query(node)) == node
    assert parse_query(text, is_unfinished=True) is not None or node is None
    if node is not None:
        assert is_word(text)


WORDS = st.sampled_from(["a", "storm", "AND", "x-y", "ö", "3.5", "two words", "-x", "a:b"])
LEAVES = (
    st.builds(Term, WORDS, st.booleans(), st.sampled_from(["", "title", "author"]))
    | st.builds(Known, st.sampled_from(["outlet", "event", "tag", "note"]), WORDS)
    | st.sampled_from([Known("is", "undated"), Days("2024", "202411"), Days("", "2023")])
    | st.sampled_from([Importance(0, 0), Importance(1, 3), Known("lang", "en")])
)


def joined(kind: type[All] | type[AnyOf], nodes: list[Node]) -> Node:
    """Return nodes joined as the reader joins them: flat, and one alone as itself."""
    flat = [each for node in nodes for each in (node.nodes if isinstance(node, kind) else (node,))]
    return kind(tuple(flat)) if len(flat) > 1 else flat[0]


def negated(node: Node) -> Node:
    return node.node if isinstance(node, Not) else Not(node)


NODES: st.SearchStrategy[Node] = st.recursive(
    LEAVES,
    lambda inner: (
        st.builds(negated, inner)
        | st.builds(joined, st.sampled_from([All, AnyOf]), st.lists(inner, min_size=1, max_size=3))
    ),
    max_leaves=8,
)


@settings(max_examples=150)
@given(NODES)
def test_any_tree_is_read_again_from_what_is_written(node: Node) -> None:
    assert parse_query(write_query(node)) == node


def test_the_last_word_may_go_on_while_it_is_typed() -> None:
    assert parse_query("a sto", is_unfinished=True) == All((A, Term("sto", is_prefix=True)))
    assert parse_query("a -sto", is_unfinished=True) == All((A, Not(Term("sto", is_prefix=True))))
    assert parse_query("a sto ", is_unfinished=True) == parse_query("a sto")
    assert parse_query("date:2024", is_unfinished=True) == Days("2024", "2024")


def test_words_under_a_not_are_not_what_was_found() -> None:
    node = parse_query('a (b OR title:c) -d tag:e "f g" a')
    title = Term("c", field="title")
    assert terms_of(node) == (A, B, title, Term("f g"))
    assert terms_of(None) == ()


def test_a_query_of_a_thousand_words_or_parentheses_is_cut_short() -> None:
    long = parse_query("word " * 1000)
    assert isinstance(long, All)
    assert len(long.nodes) == MOST_TERMS
    assert parse_query("(" * 1000 + "a" + ")" * 1000) == A
    deep = parse_query("-(a " * 200)
    assert deep is not None
    assert parse_query(write_query(deep)) is not None
