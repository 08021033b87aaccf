"""Minimal pairs: the same sentence but for a word or two, sorted by what the words are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.analysis.articles import analyze_article
from desktop.core.model.articles import Article
from desktop.core.model.pairs import Change, MinimalPair
from tests.desktop.core.made_up import LEXICONS, article_of, detailed, event_of
from tests.desktop.core.strategies import ANY_TEXT

BRIDGE = "The harbor bridge in Visby will close on Monday for repairs of its steel."


def pairs(**texts: str) -> tuple[MinimalPair, ...]:
    return detailed(*event_of(**texts)).minimal_pairs


def changed(pair: MinimalPair, **texts: str) -> tuple[str, str]:
    left, right = (
        "|".join(place.span.of(texts[place.article]) for place in side.changed)
        for side in (pair.left, pair.right)
    )
    return left, right


@pytest.mark.parametrize(
    ("daily", "post", "change", "words"),
    [
        ("Mayor Aya Ito said the harbor bridge will close on Monday.",
         "Mayor Aya Ito claimed the harbor bridge will close on Monday.",
         Change.REPORT_VERB, ("said", "claimed")),
        ("President Petro Zelinskyy will open the harbor bridge in Visby.",
         "President Petro Zelinsky will open the harbor bridge in Visby.",
         Change.NAME_FORM, ("Zelinskyy", "Zelinsky")),
        ("Some 400 residents of Visby marched to the old town hall.",
         "Some 600 residents of Visby marched to the old town hall.",
         Change.FIGURE, ("400", "600")),
        (BRIDGE, BRIDGE.replace("repairs", "shameful repairs"),
         Change.LOADED, ("", "shameful")),
        (BRIDGE, BRIDGE.replace("will", "may"), Change.CERTAINTY, ("will", "may")),
        (BRIDGE, BRIDGE.replace("Monday", "Tuesday"), Change.OTHER, ("Monday", "Tuesday")),
        (BRIDGE, BRIDGE.replace("repairs of its steel", "tests of old steel"),
         Change.OTHER, ("repairs|its", "tests|old")),
    ],
    ids=["verb", "name", "figure", "loaded", "certainty", "other", "two words"],
)  # fmt: skip
def test_what_changed_is_named_with_the_words_that_differ(
    daily: str, post: str, change: Change, words: tuple[str, str]
) -> None:
    (pair,) = pairs(Daily=daily, Post=post)
    assert pair.change is change
    assert changed(pair, Daily=daily, Post=post) == words


@pytest.mark.parametrize(
    "post",
    [
        BRIDGE,
        BRIDGE.replace("in Visby", "at Visby"),
        BRIDGE.replace("harbor bridge in Visby", "old wooden bridge near Lund").replace(
            "Monday", "Friday"
        ),
        "The bridge will close.",
        "",
    ],
    ids=["no change", "a small word", "too much", "too short", "nothing"],
)
def test_no_change_or_a_large_one_makes_no_pair(post: str) -> None:
    assert pairs(Daily=BRIDGE, Post=post) == ()


def test_who_said_it_behind_the_same_words_makes_no_pair() -> None:
    words = "“The harbor bridge in Visby closes on Monday for repairs"
    daily, post = f"Aya Ito spoke. {words}.”", f"Aya Ito spoke. {words},” she said."
    assert pairs(Daily=daily, Post=post) == ()


def test_two_texts_of_one_outlet_make_no_pair() -> None:
    articles: list[Article] = [
        article_of(BRIDGE, "a", "Daily"),
        article_of(BRIDGE.replace("Monday", "Tuesday"), "b", "Daily"),
    ]
    analyses = [analyze_article(each, LEXICONS, redraws=0) for each in articles]
    assert detailed(articles, analyses).minimal_pairs == ()


def test_the_same_two_wordings_are_shown_once() -> None:
    other = BRIDGE.replace("Monday", "Tuesday")
    found = pairs(Daily=BRIDGE, Post=other, Star=other, Mail=BRIDGE)
    assert len(found) == 1


def test_pairs_stand_in_the_order_of_what_changed() -> None:
    march = "Some 400 residents of Visby marched to the old town hall."
    found = pairs(
        Daily=f"{BRIDGE} {march}",
        Post=f"{BRIDGE.replace('will', 'may')} {march.replace('400', '600')}",
    )
    assert [pair.change for pair in found] == [Change.FIGURE, Change.CERTAINTY]


@given(st.lists(ANY_TEXT, min_size=2, max_size=3))
def test_changed_words_lie_inside_their_sentences_in_any_texts(texts: list[str]) -> None:
    for pair in pairs(**{f"Outlet{n}": text for n, text in enumerate(texts)}):
        assert pair.left.place.article != pair.right.place.article
        assert pair.left.changed or pair.right.changed
        for side in (pair.left, pair.right):
            assert all(side.place.span.covers(each.span) for each in side.changed)
