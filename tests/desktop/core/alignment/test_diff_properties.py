"""Diffs: every sentence in exactly one place, nothing to see in one text twice, both ways alike."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.alignment.diffs import diff_articles
from desktop.core.analysis.articles import analyze_article
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Diff, DiffPair, PairKind
from tests.desktop.core.made_up import LEXICONS, analyzed
from tests.desktop.core.strategies import ANY_TEXT

SENTENCES = (
    "The harbor bridge in Visby will close in May.",
    "Engineers found cracks in its northern pillars.",
    "“Nobody may cross it before the steel is tested,” Aya Ito said.",
    "About 400 people use the bridge every day.",
    "A ferry to Lund takes ninety minutes.",
    "Nils Berg built the tower of oak and iron.",
    "Cherry growers fear for their harvest.",
    "In May the council will close the bridge in the harbor of Visby.",
    "Cracks were found by engineers in the pillars of the north.",
    "“Nobody may cross it until the steel is tested,” said Aya Ito.",
    "Some 600 people use the bridge each day.",
)
NEWS = st.lists(st.sampled_from(SENTENCES), unique=True, max_size=7).map("\n\n".join)


def diff(left: str, right: str) -> Diff:
    articles = Article("left", left), Article("right", right)
    analyses = [analyze_article(article, LEXICONS, redraws=0) for article in articles]
    return diff_articles(articles[0], analyses[0], articles[1], analyses[1], LEXICONS)


def scored(text: str) -> list[int]:
    return [sentence.number for sentence in analyzed(text).sentences if sentence.scored]


def numbers(found: Diff) -> tuple[list[int], list[int]]:
    left = [*found.only_left, *(number for pair in found.pairs for number in pair.left)]
    right = [*found.only_right, *(number for pair in found.pairs for number in pair.right)]
    return sorted(left), sorted(right)


def sides(pair: DiffPair) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return pair.left, pair.right


@settings(max_examples=60)
@given(st.one_of(ANY_TEXT, NEWS), st.one_of(ANY_TEXT, NEWS))
def test_every_scored_sentence_of_both_sides_stands_in_exactly_one_place(
    left: str, right: str
) -> None:
    assert numbers(diff(left, right)) == (scored(left), scored(right))


@given(NEWS)
def test_a_text_beside_itself_is_aligned_throughout_without_a_difference(text: str) -> None:
    found = diff(text, text)

    assert found.only_left == found.only_right == ()
    for pair in found.pairs:
        assert pair.left == pair.right
        assert pair.similarity == 1.0
        assert pair.changed_left == pair.changed_right == ()
        assert pair.note == ""


@given(NEWS, NEWS)
def test_swapping_the_sides_mirrors_the_pairs_and_what_is_left_over(left: str, right: str) -> None:
    there, back = diff(left, right), diff(right, left)

    assert {sides(pair) for pair in there.pairs} == {sides(pair)[::-1] for pair in back.pairs}
    assert (there.only_left, there.only_right) == (back.only_right, back.only_left)
    assert {pair.kind for pair in there.pairs} == {pair.kind for pair in back.pairs}


@settings(max_examples=60)
@given(st.one_of(ANY_TEXT, NEWS), st.one_of(ANY_TEXT, NEWS))
def test_marked_words_stand_in_their_sentences_in_order(left: str, right: str) -> None:
    found = diff(left, right)
    for pair in found.pairs:
        for text, owners, spans in (
            (left, pair.left, (*pair.changed_left, *pair.shared_left)),
            (right, pair.right, (*pair.changed_right, *pair.shared_right)),
        ):
            areas = [analyzed(text).sentence(number).span for number in owners]
            assert list(spans) == sorted(spans)
            for span in spans:
                assert any(area.covers(span) for area in areas)
                assert span.of(text).strip() == span.of(text)
        is_close = bool(pair.changed_left or pair.changed_right)
        assert not (is_close and (pair.shared_left or pair.shared_right))
    lefts = [pair.left[0] for pair in found.pairs]
    assert lefts == sorted(lefts)


@pytest.mark.parametrize(
    ("left", "right", "changed_left", "changed_right"),
    [
        ("The old bridge closes in May.", "The new bridge closes in May.", ["old"], ["new"]),
        ("The bridge closes in May.", "The old bridge closes in May.", [], ["old"]),
        ("The bridge closes in May, at last.", "The bridge closes in May.", ["at last"], []),
        ("The bridge closes in May.", "The bridge closes, in May!", [], []),
        ("Petro Zelinskyy met Aya Ito.", "Petro Zelinskiy met Aya Ito.", [], []),
        ("The bridge closes in May 😀.", "The bridge closes in June 😀.", ["May"], ["June"]),
    ],
)
def test_only_the_words_that_differ_are_marked(
    left: str, right: str, changed_left: list[str], changed_right: list[str]
) -> None:
    (pair,) = diff(left, right).pairs
    assert [span.of(left) for span in pair.changed_left] == changed_left
    assert [span.of(right) for span in pair.changed_right] == changed_right


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        (SENTENCES[2], SENTENCES[9], PairKind.QUOTATION),
        (SENTENCES[0], SENTENCES[7], PairKind.STATEMENT),
        (SENTENCES[2], "Aya Ito said nobody may cross it before the steel is tested.",
         PairKind.STATEMENT),
    ],
)  # fmt: skip
def test_a_pair_is_a_quotation_where_both_sides_quote(
    left: str, right: str, kind: PairKind
) -> None:
    (pair,) = diff(left, right).pairs
    assert pair.kind is kind


@pytest.mark.parametrize(
    ("left", "right"),
    [("", ""), (SENTENCES[0], ""), ("", SENTENCES[0]), (SENTENCES[5], SENTENCES[6])],
)
def test_texts_without_anything_in_common_have_no_pair(left: str, right: str) -> None:
    found = diff(left, right)
    assert found.pairs == ()
    assert (found.only_left, found.only_right) == (tuple(scored(left)), tuple(scored(right)))
