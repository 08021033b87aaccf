"""What an article is grouped by comes back from its bytes; a new article finds its group by it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.events.days import Moment, find_moment
from desktop.core.events.placing import find_home, is_alike, score_likeness
from desktop.core.events.signatures import (
    Signature,
    from_signature,
    signature_keys,
    term_key,
    to_signature,
)
from desktop.core.events.vectors import to_vectors
from desktop.core.model.articles import Article
from tests.desktop.core.events.test_grouping_order import articles
from tests.desktop.core.made_up import LEXICONS, article_of
from tests.desktop.core.strategies import ANY_TEXT


def signature_of(article: Article) -> Signature:
    return to_vectors([article], LEXICONS)[0], find_moment(article)


@settings(max_examples=60)
@given(ANY_TEXT)
def test_a_signature_of_any_text_comes_back(text: str) -> None:
    vector, moment = signature_of(article_of(text))
    again, same = from_signature(to_signature(vector, moment))
    assert same == moment
    assert list(again.weights) == list(vector.weights)
    assert again.names == vector.names & vector.weights.keys()
    for term, weight in vector.weights.items():
        assert again.weights[term] == pytest.approx(weight, abs=1e-5)


def test_a_moment_comes_back_whole() -> None:
    moment = Moment(739000, None, frozenset({"Monday", "Friday"}))
    assert from_signature(to_signature(signature_of(article_of(""))[0], moment))[1] == moment


@given(st.binary(max_size=60))
def test_bytes_that_are_no_signature_are_refused(damaged: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_signature(damaged)


def test_articles_on_one_event_share_keys_and_an_article_has_few() -> None:
    one, other = (set(signature_keys(signature_of(a)[0])) for a in articles("b1", "b2"))
    assert one & other
    assert len(one) <= 24
    assert term_key("bridge") == term_key("bridge") != term_key("ferry")


def test_a_new_article_finds_its_event() -> None:
    new, *old = (signature_of(each) for each in articles("b3", "b1", "b2", "o1", "o2"))
    scores = [score_likeness(new, each) for each in old]
    assert [is_alike(score) for score in scores] == [True, True, False, False]
    assert find_home({"bridge": scores[:2], "orchard": scores[2:]}) == "bridge"


@pytest.mark.parametrize(
    ("likenesses", "home"),
    [
        ({}, None),
        ({"x": []}, None),
        ({"x": [0.1, 0.1]}, None),
        ({"x": [0.5], "y": [0.6, 0.0]}, "x"),
        ({"y": [0.5], "x": [0.5]}, "x"),
    ],
)
def test_the_group_that_is_alike_as_a_whole_is_home(
    likenesses: dict[str, list[float]], home: str | None
) -> None:
    assert find_home(likenesses) == home
