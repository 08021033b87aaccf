"""Numbers in words."""

from __future__ import annotations

import pytest

from desktop.core.model.analyses import Rate
from desktop.core.model.articles import Published
from desktop.ui.words import (
    count_in_words,
    date_or_not_stated,
    in_marks,
    no_rate,
    rate_sentence,
    sentences_count,
    tone_number,
    tone_word,
    too_little_text,
)


def test_one_is_never_many() -> None:
    assert sentences_count(1) == "1 sentence"
    assert count_in_words(Rate(100.0, 1, 1)) == "1 in 1 word"


def test_a_rate_says_count_words_rate_and_range() -> None:
    said = rate_sentence(Rate(6.15, 16, 260, 2.4, 10.5))
    assert said == "16 in 260 words, 6.2 per 100, range 2.4 to 10.5"


def test_a_rate_without_a_range_says_none() -> None:
    assert rate_sentence(Rate(1.0, 1, 100)) == "1 in 100 words, 1.0 per 100"


def test_a_text_in_another_language_says_so_in_place_of_a_rate() -> None:
    rate = Rate(None, 0, 300, language="fr")
    assert no_rate(rate) == "not scored: text in French"
    assert rate_sentence(rate) == too_little_text(rate) == "not scored: text in French"
    assert no_rate(Rate(None, 2, 30)) == "too little text"


def test_too_little_text_gives_the_count_and_no_rate() -> None:
    rate = Rate(None, 5, 30)
    assert rate_sentence(rate) == too_little_text(rate)
    assert too_little_text(rate) == "5 in 30 words: too little text for a rate"


@pytest.mark.parametrize(
    ("value", "number", "word"),
    [
        (-0.3, "−0.30", "critical"),
        (0.3, "+0.30", "favorable"),
        (-0.001, "0.00", "near neutral"),
        (0.0, "0.00", "near neutral"),
    ],
)
def test_a_tone_has_a_sign_only_where_it_is_not_zero(value: float, number: str, word: str) -> None:
    assert (tone_number(value), tone_word(value)) == (number, word)


def test_a_date_nobody_stated_is_not_made_up() -> None:
    assert date_or_not_stated(None) == "Date not stated"
    assert date_or_not_stated(Published(2024, 11, 2)) == "2 Nov 2024"


@pytest.mark.parametrize(
    ("words", "shown"),
    [("again", "“again”"), ("“Victory Plan,”", "“Victory Plan,”"), ("'so'", "'so'"), ("", "“”")],
)
def test_words_that_stand_in_marks_get_no_second_pair(words: str, shown: str) -> None:
    assert in_marks(words) == shown
