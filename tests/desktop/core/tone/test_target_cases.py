"""Tone towards a name: the words of its own clause, whose words they are, and how near."""

from __future__ import annotations

import pytest
from hypothesis import given

from desktop.core.model.spans import Span
from desktop.core.tone.targets import MOST_TARGETS, label_tone, score_targets
from tests.desktop.core.made_up import LEXICONS, analyzed
from tests.desktop.core.strategies import ANY_TEXT


def tone_to(name: str, text: str) -> float:
    place = text.index(name)
    return score_targets(text, [Span(place, place + len(name))], LEXICONS)[0]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Members praised Ito.", "positive"),
        ("Members condemned Ito.", "negative"),
        ("Members met Ito at nine.", "neutral"),
        ("Members never praised Ito.", "negative"),
        ("Ito was praised.", "positive"),
        ("", "neutral"),
    ],
)
def test_a_name_has_the_tone_of_the_words_around_it(text: str, label: str) -> None:
    tone = tone_to("Ito", text) if text else 0.0
    assert label_tone(tone) == label


def test_the_name_in_the_clause_of_a_word_gets_more_of_it() -> None:
    text = "Members praised Ito; on the same Monday they met Berg."
    assert tone_to("Ito", text) > tone_to("Berg", text) > 0


def test_words_of_another_sentence_say_nothing() -> None:
    assert tone_to("Ito", "Ito spoke at nine. The scandal grew.") == 0.0


def test_a_name_that_is_a_word_with_a_tone_does_not_judge_itself() -> None:
    assert tone_to("praise", "They met praise at nine.") == 0.0


def test_a_speakers_words_weigh_half_of_the_outlets() -> None:
    own = analyzed("It was a scandal of Aya Ito.").targets[0].tone
    said = analyzed("“It was a scandal of Aya Ito.”").targets[0].tone
    assert own < said < 0


def test_the_tone_of_an_actor_is_the_mean_over_mentions() -> None:
    once = analyzed("Members condemned Aya Ito.").targets[0]
    twice = analyzed("Members condemned Aya Ito. They met Aya Ito.").targets[0]
    assert len(twice.mentions) == 2
    assert twice.tone == pytest.approx(once.tone / 2)


@pytest.mark.parametrize(
    ("tone", "label"),
    [(0.0, "neutral"), (0.07, "neutral"), (-0.07, "neutral"), (0.08, "positive"),
     (-0.08, "negative"), (1.0, "positive"), (-1.0, "negative")],
)  # fmt: skip
def test_a_small_tone_is_neutral(tone: float, label: str) -> None:
    assert label_tone(tone) == label


@given(ANY_TEXT)
def test_actors_of_any_text_are_named_in_it_and_have_a_tone_within_bounds(text: str) -> None:
    targets = analyzed(text).targets
    assert len(targets) <= MOST_TARGETS
    counts = [len(target.mentions) for target in targets]
    assert counts == sorted(counts, reverse=True)
    for target in targets:
        assert -1.0 <= target.tone <= 1.0
        assert list(target.mentions) == sorted(set(target.mentions))
        assert all(mention.of(text).strip() for mention in target.mentions)
