"""Orders with quotations and without: only who enters or leaves a tie crosses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.framing.orders import LOADED, TONE, find_crossings, find_orders
from desktop.core.framing.sources import Sources
from desktop.core.model.orders import Groups
from tests.desktop.core.made_up import event_of

PLAIN = "The ferry left the harbor at noon with forty people and came back at night."
LOUD = "“It is a shameful, brutal and disgraceful farce,” said Mayor Aya Ito at the harbor."


@pytest.mark.parametrize(
    ("own", "whole", "crossed"),
    [
        ((("a",), ("b",)), (("a",), ("b",)), {}),
        ((("a", "b"),), (("b", "a"),), {}),
        ((("a",), ("b",)), (("a", "b"),), {"a": "enters a tie", "b": "enters a tie"}),
        ((("a", "b"),), (("a",), ("b",)), {"a": "leaves a tie", "b": "leaves a tie"}),
        ((("a", "b", "c"),), (("a",), ("b", "c")), {"a": "leaves a tie"}),
        ((("a",), ("b", "c")), (("a", "b", "c"),), {"a": "enters a tie"}),
        ((("a",), ("b",)), (("b",), ("a",)),
         {"a": "passes through a tie", "b": "passes through a tie"}),
        ((("a",), ("b", "c")), (("b", "c"), ("a",)), {"a": "passes through a tie"}),
        ((("a",), ("b", "c")), (("a", "b"), ("c",)),
         {"a": "enters a tie", "b": "changes ties", "c": "leaves a tie"}),
    ],
    ids=["same", "inside a tie", "joined", "parted", "one leaves", "one enters", "turned round",
         "past a tie", "one tie to another"],
)  # fmt: skip
def test_a_crossing_is_named_where_an_article_enters_or_leaves_a_tie(
    own: Groups, whole: Groups, crossed: dict[str, str]
) -> None:
    found = find_crossings(own, whole)
    assert {each.article: each.crossed.value for each in found} == crossed


def test_a_crossing_tells_both_places_and_to_whom_they_changed() -> None:
    (crossing,) = find_crossings((("a",), ("b", "c")), (("a", "b", "c"),))
    assert (crossing.own, crossing.whole, crossing.others) == (1, 1, ("b", "c"))


def test_quotations_can_change_the_order_and_who_is_quoted_is_not_who_wrote_it() -> None:
    texts = {"Daily": " ".join([PLAIN] * 8), "Post": " ".join([PLAIN, LOUD] * 6)}
    loaded, tone = find_orders(Sources(*event_of(**texts)))
    assert (loaded.measure, tone.measure) == (LOADED, TONE)
    assert loaded.own == (("Daily", "Post"),)
    assert loaded.whole == (("Post",), ("Daily",))
    assert {each.article for each in loaded.crossings} == {"Daily", "Post"}


def test_a_text_too_short_for_a_rate_stands_in_no_order() -> None:
    texts = {"Daily": " ".join([PLAIN] * 8), "Post": PLAIN}
    for order in find_orders(Sources(*event_of(**texts))):
        assert order.own == order.whole == (("Daily",),)


_IDS = st.permutations("abcd")


@given(_IDS, _IDS, st.integers(1, 3), st.integers(1, 3))
def test_no_crossing_is_named_between_orders_with_the_same_ties(
    one: list[str], other: list[str], cut: int, second: int
) -> None:
    own = (tuple(one[:cut]), tuple(one[cut:]))
    whole = (tuple(other[:second]), tuple(other[second:]))
    crossed = find_crossings(own, whole)
    if [set(group) for group in own] == [set(group) for group in whole]:
        assert crossed == ()
    assert all(each.article not in each.others and each.others for each in crossed)
