"""Tone towards a name: near words say more than far ones, and those of another clause half."""

from __future__ import annotations

from itertools import pairwise

import pytest

from desktop.core.model.spans import Span
from desktop.core.tone.sentences import score_tone
from desktop.core.tone.targets import score_targets
from tests.desktop.core.made_up import LEXICONS, analyzed


def tone_to_ito(text: str) -> float:
    place = text.index("Ito")
    return score_targets(text, [Span(place, place + 3)], LEXICONS)[0]


@pytest.mark.parametrize("sentence", ["Ito {}praised it.", "They praised {}Ito."])
def test_each_word_between_weakens_what_is_said_before_and_behind_a_name(sentence: str) -> None:
    tones = [tone_to_ito(sentence.format("also " * count)) for count in range(8)]
    assert all(near > far > 0 for near, far in pairwise(tones))


def test_a_word_says_as_much_before_a_name_as_behind_it() -> None:
    assert tone_to_ito("praised Ito") == pytest.approx(tone_to_ito("Ito praised"))


@pytest.mark.parametrize(
    ("mark", "is_break"),
    [(";", True), (":", True), ("—", True), ("–", True), (",", False), ("and", False)],
)
@pytest.mark.parametrize("sentence", ["Ito left {} they praised Berg", "They praised Berg {} Ito"])
def test_what_stands_in_another_clause_says_half(sentence: str, mark: str, is_break: bool) -> None:
    same, other = tone_to_ito(sentence.format("or")), tone_to_ito(sentence.format(mark))
    if is_break:
        assert 0.4 * same < other < 0.6 * same
    else:
        assert other == pytest.approx(same)


@pytest.mark.parametrize("core", ["they praised Ito", "there Ito praised"])
def test_words_farther_out_than_both_move_nothing(core: str) -> None:
    tone = tone_to_ito(core)
    assert tone_to_ito(f"late on a Monday in town {core}") == pytest.approx(tone)
    assert tone_to_ito(f"{core} late on a Monday in town") == pytest.approx(tone)


@pytest.mark.parametrize("core", ["they condemned Aya Ito", "there Aya Ito condemned them"])
def test_words_farther_out_move_no_actor_of_an_article(core: str) -> None:
    texts = (f"So {core} at nine.", f"On this and that evening in town {core} at nine.")
    tones = [target.tone for text in texts for target in analyzed(text).targets]
    assert tones == pytest.approx([tones[0]] * 2)
    assert tones[0] < 0


def test_a_mark_that_does_not_stand_between_parts_nothing() -> None:
    assert tone_to_ito("They praised Ito ; and left") == tone_to_ito("They praised Ito , and left")


def test_all_words_of_a_name_are_passed_over() -> None:
    text = "They met Success Praised Ito at nine."
    span = Span(text.index("Success"), text.index(" at"))
    assert score_targets(text, [span], LEXICONS) == (0.0,)
    assert score_targets(text, [Span(span.end - 3, span.end)], LEXICONS)[0] > 0


@pytest.mark.parametrize(
    ("near", "far"),
    [
        ("They condemned Aya Ito.", "They condemned, late on a Monday, the words of Aya Ito."),
        ("Aya Ito was condemned.", "Aya Ito was, late on a Monday and in the hall, condemned."),
    ],
    ids=["before", "behind"],
)
def test_an_actor_of_an_article_gets_less_of_a_far_word(near: str, far: str) -> None:
    tones = [
        target.tone for text in (near, far) for target in analyzed(text).targets
        if target.name == "Aya Ito"
    ]  # fmt: skip
    assert tones[0] < tones[1] < 0


def test_an_actor_whose_name_has_a_tone_is_not_judged_by_it() -> None:
    found = analyzed("They went to Scandal Harbor at nine.")
    assert found.tone_words
    assert [(target.name, target.tone) for target in found.targets] == [("Scandal Harbor", 0.0)]


def test_the_tone_of_a_sentence_is_that_of_all_its_words_whoever_they_are_near() -> None:
    text = "They praised Aya Ito; the scandal of Nils Berg grew."
    found = analyzed(text)
    assert found.sentences[0].tone == score_tone(word.polarity for word in found.tone_words)
    by_name = {target.name: target.tone for target in found.targets}
    assert by_name["Nils Berg"] < by_name["Aya Ito"]
