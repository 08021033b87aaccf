"""The last decision on an article holds, and what was parted can be united again."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.events.bounds import Bounds
from desktop.services.event_bounds import (
    BINDING,
    JOIN_EVENTS,
    KEEP_IN_EVENT,
    KEEP_OUT_OF_EVENT,
    RELEASE_ARTICLES,
    SPLIT_EVENT,
    Standing,
)

SOME = st.lists(st.sampled_from("abcd"), unique=True)
DECISION = st.tuples(st.sampled_from(BINDING), st.sampled_from("xyz"), SOME, SOME)


def standing(*decisions: tuple[str, str, list[str], list[str]]) -> Bounds:
    """Return what stands after decisions: kind, event, articles, others."""
    found = Standing()
    for kind, event, articles, others in decisions:
        found.take(kind, {"event": event, "articles": articles, "others": others})
    return found.bounds({})


def apart(bounds: Bounds) -> set[tuple[str, str]]:
    return {(one, other) for one, others in bounds.apart.items() for other in others}


def test_a_split_pins_its_part_and_keeps_it_from_the_rest() -> None:
    found = standing((SPLIT_EVENT, "new", ["a", "b"], ["c"]))
    assert found.pins == {"a": "new", "b": "new"}
    assert apart(found) == {("a", "c"), ("c", "a"), ("b", "c"), ("c", "b")}


def test_a_join_takes_back_a_split() -> None:
    found = standing((SPLIT_EVENT, "new", ["a"], ["b", "c"]), (JOIN_EVENTS, "x", ["a"], ["b", "c"]))
    assert found.pins == {"a": "x", "b": "x", "c": "x"}
    assert apart(found) == set()


def test_the_last_word_on_an_article_holds() -> None:
    out = (KEEP_OUT_OF_EVENT, "x", ["a"], ["b", "c"])
    kept = (KEEP_IN_EVENT, "x", ["a"], ["b", "c"])
    assert (standing(out, kept).pins, apart(standing(out, kept))) == ({"a": "x"}, set())
    assert standing(kept, out).pins == {}
    assert len(apart(standing(kept, out))) == 4


def test_an_article_kept_out_of_one_event_stays_pinned_to_another() -> None:
    found = standing((KEEP_IN_EVENT, "y", ["a"], []), (KEEP_OUT_OF_EVENT, "x", ["a"], ["b"]))
    assert found.pins == {"a": "y"}


def test_nothing_stands_of_a_released_article() -> None:
    split = (SPLIT_EVENT, "new", ["a", "b"], ["c"])
    found = standing(split, (RELEASE_ARTICLES, "", ["a"], []))
    assert found.pins == {"b": "new"}
    assert apart(found) == {("b", "c"), ("c", "b")}


@settings(max_examples=100)
@given(st.lists(DECISION, max_size=6))
def test_what_is_apart_is_so_both_ways(
    decisions: list[tuple[str, str, list[str], list[str]]],
) -> None:
    pairs = apart(standing(*decisions))
    assert pairs == {(other, one) for one, other in pairs}
    found = standing(*decisions, (RELEASE_ARTICLES, "", list("abcd"), []))
    assert (found.pins, apart(found)) == ({}, set())
