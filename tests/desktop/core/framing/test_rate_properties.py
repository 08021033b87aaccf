"""What holds for the range of any rate: it holds the value, narrows with more text, and repeats."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.framing.rates import MINIMUM_WORDS, SentenceCounts, middle, voice_figures
from desktop.core.model.analyses import Rate

COUNTS = st.builds(
    SentenceCounts,
    own_words=st.integers(1, 40),
    own_spans=st.integers(0, 4),
    quoted_words=st.integers(0, 40),
    quoted_spans=st.integers(0, 4),
    tone=st.floats(-1, 1),
)


def own(words: int, spans: int, tone: float = 0.0) -> SentenceCounts:
    return SentenceCounts(words, spans, 0, 0, tone)


def width(rate: Rate) -> float:
    assert rate.low is not None
    assert rate.high is not None
    return rate.high - rate.low


@pytest.mark.parametrize("words", [50, 100, 1_000])
def test_a_count_of_none_is_a_range_up_to_three_in_the_words(words: int) -> None:
    rate = voice_figures([own(words // 2, 0), own(words // 2, 0)])[0].loaded
    assert (rate.value, rate.low, rate.high) == (0.0, 0.0, pytest.approx(300 / words))


@pytest.mark.parametrize("spans", [1, 2])
@pytest.mark.parametrize("sentences", [3, 10, 40])
def test_sentences_that_are_all_alike_leave_no_range(spans: int, sentences: int) -> None:
    rate = voice_figures([own(20, spans, 0.25)] * sentences)[0]
    assert rate.loaded.low == rate.loaded.high == rate.loaded.value
    assert width(rate.tone) == pytest.approx(0.0)
    assert rate.tone.value == pytest.approx(0.25)


@pytest.mark.parametrize("every", [2, 3, 5])
def test_more_sentences_of_the_same_kind_narrow_the_range(every: int) -> None:
    row = [own(20, int(n % every == 0), 0.5 if n % every else -0.5) for n in range(30)]
    few, many = voice_figures(row)[0], voice_figures(row * 6)[0]
    assert many.loaded.value == pytest.approx(few.loaded.value)
    assert width(many.loaded) < width(few.loaded)
    assert width(many.tone) < width(few.tone)


@given(st.lists(COUNTS, min_size=30, max_size=60))
def test_the_range_holds_the_value_where_there_are_sentences_enough(
    counts: list[SentenceCounts],
) -> None:
    for voice in voice_figures(counts):
        for rate in (voice.loaded, voice.tone):
            if rate.value is not None:
                assert rate.low is not None
                assert rate.high is not None
                slack = 0.25 * (rate.high - rate.low) + 1e-3
                assert rate.low - slack <= rate.value <= rate.high + slack


@given(st.lists(COUNTS, max_size=20))
def test_the_same_sentences_give_the_same_range_again(counts: list[SentenceCounts]) -> None:
    assert voice_figures(counts, 60) == voice_figures(list(counts), 60)


@given(st.lists(COUNTS, max_size=20), st.data())
def test_the_order_of_sentences_moves_no_count_and_no_value(
    counts: list[SentenceCounts], data: st.DataObject
) -> None:
    turned = data.draw(st.permutations(counts))
    for one, other in zip(voice_figures(counts, 0), voice_figures(turned, 0), strict=True):
        assert (one.words, one.loaded.count, one.tone.count) == (
            other.words,
            other.loaded.count,
            other.tone.count,
        )
        assert (one.loaded.value is None) == (other.loaded.value is None)
        if one.loaded.value is not None:
            assert one.loaded.value == pytest.approx(other.loaded.value)
            assert one.tone.value == pytest.approx(other.tone.value)


@given(st.lists(COUNTS, max_size=20))
def test_voices_are_counted_apart(counts: list[SentenceCounts]) -> None:
    mirrored = [
        SentenceCounts(c.quoted_words, c.quoted_spans, c.own_words, c.own_spans, c.tone)
        for c in counts
    ]
    assert voice_figures(counts, 30) == voice_figures(mirrored, 30)[::-1]


@given(st.lists(COUNTS, max_size=20))
def test_a_tone_never_leaves_its_bounds_nor_a_rate_zero(counts: list[SentenceCounts]) -> None:
    for voice in voice_figures(counts, 60):
        for value in (voice.tone.low, voice.tone.value, voice.tone.high):
            assert value is None or -1.0 - 1e-3 <= value <= 1.0 + 1e-3
        for value in (voice.loaded.low, voice.loaded.value, voice.loaded.high):
            assert value is None or value >= 0.0


@pytest.mark.parametrize(
    ("words", "given_"), [(MINIMUM_WORDS - 1, False), (MINIMUM_WORDS, True), (500, True)]
)
def test_a_rate_needs_its_least_number_of_words(words: int, given_: bool) -> None:
    rate = voice_figures([own(words, 2)])[0].loaded
    assert (rate.value is not None) is given_
    assert (rate.low is not None) is given_
    assert (rate.count, rate.words) == (2, words)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1))
def test_the_middle_lies_within_the_values_in_order(values: list[float]) -> None:
    low, high = middle(values)
    assert low in values
    assert high in values
    assert min(values) <= low <= high <= max(values)
    assert middle(values[::-1]) == (low, high)
