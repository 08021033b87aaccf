"""The program's own tone: what turns a word round, sets it back or strengthens it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap
from desktop.core.text.sentences import SentenceSpan
from desktop.core.tone.sentences import SentenceTone, score_sentences, score_tone
from desktop.services.lexicons import load_lexicons


def tone_of(text: str) -> SentenceTone:
    sentence = SentenceSpan(Span(0, len(text)), 0)
    return score_sentences(text, [sentence], VoiceMap([]), load_lexicons())[0]


def test_praise_is_above_zero_and_blame_below() -> None:
    assert tone_of("Members praised the mayor.").tone > 0.2
    assert tone_of("Members condemned the mayor.").tone < -0.2


def test_a_negation_turns_a_word_round_and_weakens_it() -> None:
    plain = tone_of("It was a success.").tone
    negated = tone_of("It was not a success.").tone
    assert negated < 0 < plain
    assert abs(negated) < plain


def test_words_after_but_say_more_than_those_before() -> None:
    assert tone_of("It was a success but a scandal.").tone < 0
    assert tone_of("It was a scandal but a success.").tone > 0


def test_a_concession_says_less_than_the_main_clause() -> None:
    conceded = tone_of("Despite the scandal, it was a success.").tone
    assert conceded > tone_of("The scandal was a success.").tone


def test_words_of_size_and_order_have_no_tone() -> None:
    assert tone_of("The first of many new buildings is dead ahead.").words == ()


def test_a_capitalized_name_is_not_rated_by_textblobs_lexicon() -> None:
    assert tone_of("Theresa May met Mr. Grim.").tone == 0.0


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("god bad.,;'’\n"), min_size=1, max_size=60))
def test_tones_stay_within_their_bounds_and_words_within_the_text(text: str) -> None:
    found = tone_of(text)
    assert -1.0 <= found.tone <= 1.0
    assert all(0 < len(word.span.of(text)) == len(word.span) for word in found.words)


@given(st.lists(st.floats(-1, 1)))
def test_a_tone_of_any_values_stays_between_minus_one_and_one(values: list[float]) -> None:
    assert -1.0 < score_tone(values) < 1.0
