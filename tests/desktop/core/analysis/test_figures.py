"""An article's figures: which words and wordings count for which voice, and which for none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.analysis.figures import article_figures
from desktop.core.model.analyses import (
    Category,
    Ledger,
    LoadedSpan,
    Sentence,
    SentenceVoice,
    Voice,
)
from desktop.core.model.spans import Span

LEDGER = Ledger(own=50, quoted=60, indirect=40, unclear=10)


def sentence(number: int, *, scored: bool = True, tone: float = 0.0) -> Sentence:
    span = Span(number * 10, number * 10 + 9)
    return Sentence(span, number, 0, scored, SentenceVoice.MIXED, tone, 0.0)


def wording(number: int, voice: Voice, *, ignored: bool = False) -> LoadedSpan:
    span = Span(number * 10, number * 10 + 1)
    reason = "A reason."
    return LoadedSpan(span, Category.METAPHOR, 0.5, voice, reason, None, "id", number, ignored)


def test_all_words_outside_marks_are_those_of_the_own_voice() -> None:
    found = article_figures([sentence(1)], [LEDGER], [], 0)
    assert (found.own.words, found.quoted.words) == (100, 60)
    assert found.ledger == LEDGER


@pytest.mark.parametrize(
    ("voice", "own", "quoted"),
    [(Voice.OWN, 1, 0), (Voice.QUOTED, 0, 1), (Voice.INDIRECT, 0, 0), (Voice.UNCLEAR, 0, 0)],
)
def test_a_wording_counts_for_its_voice_and_in_reported_speech_for_none(
    voice: Voice, own: int, quoted: int
) -> None:
    found = article_figures([sentence(1)], [LEDGER], [wording(1, voice)], 0)
    assert (found.own.loaded.count, found.quoted.loaded.count) == (own, quoted)
    assert found.own.loaded.value == pytest.approx(own)
    assert found.quoted.loaded.value == pytest.approx(100 * quoted / 60)


@pytest.mark.parametrize("voice", [Voice.OWN, Voice.QUOTED])
def test_an_ignored_wording_counts_for_nobody(voice: Voice) -> None:
    found = article_figures([sentence(1)], [LEDGER], [wording(1, voice, ignored=True)], 0)
    assert found.own.loaded.count == found.quoted.loaded.count == 0


def test_a_folded_sentence_gives_neither_words_nor_wordings_nor_tone() -> None:
    rows = [sentence(1, tone=0.5), sentence(2, scored=False, tone=-1.0)]
    spans = [wording(2, Voice.OWN), wording(2, Voice.QUOTED)]
    assert article_figures(rows, [LEDGER, LEDGER], spans) == article_figures(rows[:1], [LEDGER], [])


def test_wordings_of_the_last_sentence_count_as_those_of_the_first() -> None:
    rows = [sentence(number) for number in (1, 2, 3)]
    spans = [wording(1, Voice.OWN), wording(3, Voice.OWN), wording(3, Voice.OWN)]
    assert article_figures(rows, [LEDGER] * 3, spans, 0).own.loaded.count == 3


def test_a_tone_is_weighed_by_the_words_that_a_voice_has_in_the_sentence() -> None:
    rows = [sentence(1, tone=0.5), sentence(2, tone=-0.5)]
    ledgers = [Ledger(60, 20, 0, 0), Ledger(20, 60, 0, 0)]
    found = article_figures(rows, ledgers, [], 0)
    assert found.own.tone.value == pytest.approx(0.25)
    assert found.quoted.tone.value == pytest.approx(-0.25)


def test_a_sentence_without_words_of_a_voice_is_not_counted_for_its_tone() -> None:
    rows = [sentence(1, tone=0.5), sentence(2, tone=-0.5)]
    found = article_figures(rows, [Ledger(60, 0, 0, 0), Ledger(0, 60, 0, 0)], [], 0)
    assert (found.own.tone.count, found.quoted.tone.count) == (1, 1)
    assert found.own.tone.value == pytest.approx(0.5)


def test_reported_words_alone_make_up_the_least_number_of_words_for_a_rate() -> None:
    found = article_figures([sentence(1)], [Ledger(0, 0, 50, 0)], [wording(1, Voice.INDIRECT)], 0)
    assert (found.own.loaded.value, found.own.words) == (0.0, 50)
    assert found.quoted.loaded.value is None


def test_ranges_stand_around_the_value_unless_they_are_left_out() -> None:
    rows = [sentence(number) for number in range(1, 13)]
    spans = [wording(number, Voice.OWN) for number in range(1, 13, 3)]
    ledgers = [Ledger(20, 0, 0, 0)] * 12
    ranged, plain = (article_figures(rows, ledgers, spans, n).own.loaded for n in (200, 0))
    assert replace(ranged, low=None, high=None) == plain
    assert ranged.low is not None
    assert ranged.high is not None
    assert plain.value is not None
    assert 0.0 < ranged.low < plain.value < ranged.high


@given(
    st.lists(
        st.tuples(
            st.booleans(), st.builds(Ledger, *[st.integers(0, 30)] * 4), st.sampled_from(Voice)
        ),
        max_size=8,
    )
)
def test_words_of_the_ledger_and_of_both_voices_add_up(
    rows: list[tuple[bool, Ledger, Voice]],
) -> None:
    sentences = [sentence(n, scored=row[0]) for n, row in enumerate(rows, start=1)]
    spans = [wording(number, row[2]) for number, row in enumerate(rows, start=1)]
    found = article_figures(sentences, [row[1] for row in rows], spans, 0)

    assert found.ledger.total == sum(row[1].total for row in rows if row[0])
    assert found.own.words + found.quoted.words == found.ledger.total
    assert found.own.loaded.count == sum(row[0] and row[2] is Voice.OWN for row in rows)
    assert found.quoted.loaded.count == sum(row[0] and row[2] is Voice.QUOTED for row in rows)
