"""Pairs that are alike are found among many, whatever order they come in."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.events.grouping import sort_by_event
from desktop.core.events.likeness import cosine, cosines
from desktop.core.events.vectors import Vector
from tests.desktop.core.made_up import LEXICONS, article_of

TERMS = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.05, 0.6), max_size=6)
VECTORS = st.builds(Vector, TERMS, st.frozensets(st.sampled_from("abcd")))
FLOOD = (
    "The river burst its banks in Torgau and firefighters brought 300 residents to a sports hall."
    " Mayor Henrik Simon said the dike had broken at two places near the old mill."
)


@settings(max_examples=60)
@given(st.lists(VECTORS, max_size=5))
def test_all_pairs_at_once_are_as_alike_as_each_alone(vectors: list[Vector]) -> None:
    for (left, right), value in cosines(vectors).items():
        assert left < right
        assert value == pytest.approx(cosine(vectors[left], vectors[right]), abs=1e-6)


@settings(max_examples=60)
@given(st.lists(VECTORS, min_size=2, max_size=5))
def test_the_order_of_vectors_changes_nothing(vectors: list[Vector]) -> None:
    turned = list(reversed(vectors))
    last = len(vectors) - 1
    found = {frozenset((last - a, last - b)): v for (a, b), v in cosines(turned).items()}
    assert found == {frozenset(pair): value for pair, value in cosines(vectors).items()}


def test_names_alone_make_little() -> None:
    names = Vector({"torgau": 0.7, "elbe": 0.7}, frozenset({"torgau", "elbe"}))
    words = Vector({"torgau": 0.7, "elbe": 0.7}, frozenset())
    assert cosine(names, names) < 0.1 < cosine(words, words)


@pytest.mark.parametrize("copies", [50, 120, 300])
def test_many_reprints_of_one_text_are_one_event(copies: int) -> None:
    articles = [article_of(FLOOD, f"{n:03}", f"Outlet {n}") for n in range(copies)]
    assert [len(group) for group in sort_by_event(articles, LEXICONS)] == [copies]
