"""Variants of one quotation: shortened, translated, cut; not what merely sounds alike."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.alignment.quotations import (
    align_quotations,
    find_parts,
    find_quoted,
    match_versions,
    score_version,
)
from desktop.core.model.comparisons import Utterance
from tests.desktop.core.made_up import event_of
from tests.desktop.core.strategies import ANY_TEXT

FULL = (
    "“Nobody may cross the bridge before its steel has been tested and found safe,” Aya Ito said."
)


def align(*texts: str) -> tuple[Utterance, ...]:
    return align_quotations(*event_of(**{f"o{n}": text for n, text in enumerate(texts)}))


@pytest.mark.parametrize(
    "other",
    [
        FULL,
        FULL.replace("“", '"').replace("”", '"'),
        FULL.upper().replace("AYA ITO SAID", "Aya Ito said"),
        "Aya Ito said: “Nobody may cross the bridge before its steel has been tested.”",
        "“Nobody will cross the bridge before the steel has been tested,” the mayor said.",
        "“Nobody may cross the bridge,” Aya Ito said, “before its steel has been tested.”",
        "“No one may cross the bridge until its steel is tested and found safe,” Aya Ito said.",
        "“It is late. Nobody may cross the bridge before its steel has been tested,” Ito said.",
    ],
)
def test_one_utterance_is_known_in_other_marks_words_and_lengths(other: str) -> None:
    (utterance, *_) = align(FULL, other)
    assert {place.article for place in utterance.versions} == {"o0", "o1"}
    assert 0.0 < utterance.score <= 1.0


@pytest.mark.parametrize(
    "other",
    [
        "“Everybody may cross the ferry,” Aya Ito said.",
        "“The steel of the tower is older than the town,” Aya Ito said.",
        "“We will see,” Aya Ito said.",
        "Aya Ito said nobody may cross the bridge before its steel has been tested.",
        "Nobody may cross the bridge before its steel has been tested and found safe.",
        "The “bridge” is closed.",
        "",
    ],
)
def test_other_words_and_words_without_marks_are_no_variant(other: str) -> None:
    assert align(FULL, other) == ()


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("Aya Ito called it “found safe” on Monday.", 1),
        ("Nils Berg called it “found safe” on Monday.", 0),
        ("Aya Ito called it “has been” on Monday.", 0),
        ("Aya Ito called it “safe steel” on Monday.", 0),
    ],
)
def test_a_fragment_needs_the_speaker_and_a_telling_word_in_order(other: str, found: int) -> None:
    assert len(align(FULL, other)) == found


def test_one_article_that_repeats_itself_is_no_second_version() -> None:
    assert align(f"{FULL}\n\n{FULL}", "Nobody came.") == ()


def test_two_utterances_of_one_speaker_stay_two() -> None:
    text = f"{FULL}\n\n“The ferry will sail to Lund every hour until the autumn,” Aya Ito said."
    found = align(text, text)
    assert len(found) == 2
    assert all(len(utterance.versions) == 2 for utterance in found)


def test_the_most_widely_quoted_comes_first() -> None:
    other = "“The ferry will sail to Lund every hour until the autumn,” Aya Ito said."
    found = align(f"{other}\n\n{FULL}", f"{other}\n\n{FULL}", FULL)
    assert [len(utterance.not_found) for utterance in found] == [0, 1]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_articles_does_not_change_who_quotes(order: tuple[int, ...]) -> None:
    texts = [FULL, FULL.replace("tested and found safe", "tested"), "Nobody came to Visby."]
    (utterance,) = align(*(texts[each] for each in order))
    assert len(utterance.versions) == 2
    assert utterance.not_found == (f"o{order.index(2)}",)
    assert utterance.fullest.article == f"o{order.index(0)}"


@settings(max_examples=60)
@given(st.lists(ANY_TEXT, min_size=2, max_size=3))
def test_scores_are_the_same_from_both_sides_and_only_pairs_of_two_articles(
    texts: list[str],
) -> None:
    articles, analyses = event_of(**{f"o{n}": text for n, text in enumerate(texts)})
    versions = find_quoted(articles, analyses)
    for match in match_versions(versions):
        left, right = versions[match.left], versions[match.right]
        assert left.article != right.article
        assert match.score == score_version(left, right) > 0.0
        assert (score_version(right, left) > 0) == (match.score > 0)


@given(ANY_TEXT)
def test_parts_of_a_quotation_lie_inside_it_and_hold_all_its_words(text: str) -> None:
    articles, analyses = event_of(o=text)
    wholes, parts = find_quoted(articles, analyses), find_parts(articles, analyses)
    for part in parts:
        assert any(whole.place.span.covers(part.place.span) for whole in wholes)
    for whole in wholes:
        inside = [p for p in parts if whole.place.span.covers(p.place.span)]
        assert sum(len(p.words) for p in inside) >= len(whole.words)
