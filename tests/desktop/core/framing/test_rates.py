"""Rates, their ranges, and where there are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.framing.rates import MINIMUM_WORDS, SentenceCounts, middle, voice_figures

COUNTS = st.builds(
    SentenceCounts,
    own_words=st.integers(0, 40),
    own_spans=st.integers(0, 5),
    quoted_words=st.integers(0, 40),
    quoted_spans=st.integers(0, 5),
    tone=st.floats(-1, 1),
)


def own(words: int, spans: int, tone: float = 0.0) -> SentenceCounts:
    return SentenceCounts(words, spans, 0, 0, tone)


def test_a_rate_is_spans_per_hundred_words() -> None:
    figures, _ = voice_figures([own(50, 1), own(50, 2)])
    assert (figures.loaded.value, figures.loaded.count, figures.loaded.words) == (3.0, 3, 100)


def test_a_tone_is_the_mean_over_the_words_of_the_voice() -> None:
    figures, _ = voice_figures([own(75, 0, 0.4), own(25, 0, -0.4)])
    assert figures.tone.value == pytest.approx(0.2)
    assert figures.tone.count == 2


def test_there_is_no_rate_below_the_least_number_of_words_but_there_are_counts() -> None:
    figures, quoted = voice_figures([own(MINIMUM_WORDS - 1, 4)])
    assert (figures.loaded.value, figures.loaded.low, figures.loaded.high) == (None, None, None)
    assert (figures.loaded.count, figures.words, quoted.words) == (4, MINIMUM_WORDS - 1, 0)


def test_the_range_is_the_same_at_every_run() -> None:
    counts = [own(20 + i, i % 3, 0.1 * (i % 5)) for i in range(12)]
    assert voice_figures(counts) == voice_figures(counts)


def test_sentences_that_differ_more_give_a_wider_range() -> None:
    even = voice_figures([own(20, 1) for _ in range(20)])[0].loaded
    odd = voice_figures([own(20, 20 if i == 0 else 0) for i in range(20)])[0].loaded
    assert even.low == even.high == even.value == odd.value
    assert odd.low is not None
    assert odd.high is not None
    assert odd.low < 5.0 < odd.high


def test_an_article_without_sentences_has_no_rates() -> None:
    figures, quoted = voice_figures([])
    assert figures.loaded.value is quoted.tone.value is None


def test_ranges_can_be_left_out() -> None:
    rate = voice_figures([own(80, 2)], redraws=0)[0].loaded
    assert (rate.value, rate.low, rate.high) == (2.5, None, None)


def test_a_long_article_is_redrawn_by_runs_of_sentences() -> None:
    rate = voice_figures([own(20, i % 2) for i in range(1000)])[0].loaded
    assert rate.value == 2.5
    assert rate.low is not None
    assert rate.high is not None
    assert rate.low <= 2.5 <= rate.high


@settings(max_examples=50, deadline=None)
@given(st.lists(COUNTS, max_size=12))
def test_totals_are_exact_and_ranges_in_order(counts: list[SentenceCounts]) -> None:
    own_voice, quoted = voice_figures(counts, redraws=40)
    assert own_voice.words == sum(count.own_words for count in counts)
    assert quoted.loaded.count == sum(count.quoted_spans for count in counts)
    for rate in (own_voice.loaded, own_voice.tone, quoted.loaded, quoted.tone):
        assert rate.low is None or rate.high is None or rate.low <= rate.high
        assert (rate.value is None) == (rate.words < MINIMUM_WORDS)


def test_the_middle_leaves_out_a_fortieth_at_each_end() -> None:
    assert middle([float(value) for value in range(40)]) == (1.0, 38.0)
    assert middle([]) == (None, None)


def test_a_sentence_as_long_as_a_book_has_its_place_in_the_redraws() -> None:
    rate = voice_figures([own(900_000, 3, 1.0), own(10, 1, -1.0)])[0]
    assert rate.tone.high == pytest.approx(1.0, abs=1e-3)
    assert rate.tone.low == pytest.approx(-1.0, abs=1e-3)
