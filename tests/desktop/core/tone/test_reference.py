"""The reference measure is TextBlob's, whatever the text holds."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textblob import TextBlob  # pyright: ignore[reportMissingTypeStubs]

from desktop.core.tone.reference import reference_words, score_reference
from desktop.services.lexicons import load_lexicons

SUBJECTS = ("The plan", "Mr. Ito's reply", "Her U.S. visit", "The “new” budget")
VERBS = ("was", "isn't", "has never been", "may really be", "was, e.g.,")
QUALITIES = (
    "good",
    "very bad",
    "not extremely helpful",
    "hardly brilliant",
    "absolutely terrible!",
    "no great success (!)",
    "slightly less wonderful...",
    "so-so :-)",
    "deadly, quick and cheap?!",
    "not a really happy end :(",
    "well-off; rather dull",
    "the worst, etc.",
)
SENTENCES = [" ".join(parts) + "." for parts in product(SUBJECTS, VERBS, QUALITIES)]
WORDS = """good bad very really not no never extremely real deadly quickly slightly hardly the a is
it don't can't Mr. Gov. U.S. etc. i.e. and/or long-range END-OF-SENTENCE D 3 o"""
MARKS = """! . , : ; ( ) ' ’ “ ” " — - ... ?! (!) <3 ♥ :-D XD 8) 8-) o.O °o° >.> :'( =/ *) _ x-"""
PIECES = st.sampled_from([*WORDS.split(), *MARKS.split(), "\n", "\n\n", "\r\n\r\n"])


def assert_same(text: str) -> None:
    blob: Any = TextBlob(text)
    expected = tuple(blob.sentiment)
    assert score_reference(text, load_lexicons().tone) == pytest.approx(expected, abs=1e-9)


def test_every_sentence_has_textblobs_polarity_and_subjectivity() -> None:
    assert len(SENTENCES) > 200
    for sentence in SENTENCES:
        assert_same(sentence)


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=14), st.sampled_from(["", " "]))
def test_words_and_marks_in_any_order_score_as_in_textblob(pieces: list[str], gap: str) -> None:
    assert_same(gap.join(pieces))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(sorted(load_lexicons().tone)), max_size=12))
def test_words_of_the_lexicon_in_any_order_score_as_in_textblob(words: list[str]) -> None:
    assert_same(" ".join(words))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_any_text_scores_as_in_textblob(text: str) -> None:
    assert_same(text)


def test_an_empty_text_has_no_tone() -> None:
    assert score_reference("", load_lexicons().tone) == (0.0, 0.0)


def test_apostrophes_part_words_as_textblob_parts_them() -> None:
    assert reference_words("It isn’t his.") == ["it", "isn", "’", "t", "his", "."]
