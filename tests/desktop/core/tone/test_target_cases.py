"""Tone towards a name: who is praised or blamed in a sentence, by whom, and in whose words."""

from __future__ import annotations

import pytest
from hypothesis import given

from desktop.core.model.analyses import Target
from desktop.core.model.spans import Span
from desktop.core.tone.targets import MOST_TARGETS, label_tone, score_targets
from tests.desktop.core.made_up import LEXICONS, analyzed
from tests.desktop.core.strategies import ANY_TEXT


def tone_to(name: str, text: str) -> float:
    place = text.index(name)
    return score_targets(text, [Span(place, place + len(name))], LEXICONS)[0]


def target_of(text: str, name: str = "Aya Ito") -> Target:
    return next(target for target in analyzed(text).targets if target.name == name)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Voters admire Ito.", "positive"),
        ("Ito was praised by voters.", "positive"),
        ("Ito won the race.", "positive"),
        ("Ito is a hero.", "positive"),
        ("Praise for Ito grew.", "positive"),
        ("Critics accused Ito of lying.", "negative"),
        ("Ito was accused of fraud.", "negative"),
        ("Ito, who was accused of fraud, left.", "negative"),
        ("Ito betrayed his voters.", "negative"),
        ("Ito is a liar.", "negative"),
        ("Ito is not a hero.", "negative"),
        ("The disgraced Ito left.", "negative"),
        ("Ito's failure cost the party.", "negative"),
        ("Members met Ito at nine.", "neutral"),
        ("Ito arrived at nine.", "neutral"),
        ("Ito said the plan was a disaster.", "neutral"),
        ("“He is a liar,” Ito said.", "neutral"),
    ],
)
def test_a_name_has_the_tone_of_what_is_said_of_it(text: str, label: str) -> None:
    assert label_tone(tone_to("Ito", text)) == label


@pytest.mark.parametrize("verb", ["called {} a liar", "humiliated {}", "denounced {} at nine"])
def test_who_is_blamed_has_a_worse_tone_than_who_blames(verb: str) -> None:
    text = f"Berg {verb.format('Ito')}."
    assert tone_to("Ito", text) < 0
    assert tone_to("Ito", text) < tone_to("Berg", text)


def test_a_passive_turns_the_parts_round() -> None:
    text = "Ito was denounced by Berg."
    assert tone_to("Ito", text) < tone_to("Berg", text)


@pytest.mark.parametrize(
    ("milder", "stronger"),
    [
        ("Ito is no liar.", "Ito is a liar."),
        ("Ito hardly failed.", "Ito failed."),
        ("Ito failed to come, but he is a hero.", "Ito failed to come, and he is a liar."),
    ],
)
def test_negation_and_contrast_are_heard(milder: str, stronger: str) -> None:
    assert tone_to("Ito", milder) > tone_to("Ito", stronger)


@pytest.mark.parametrize(
    ("male", "female"),
    [
        ("Voters say he betrayed them.", "Voters say she betrayed them."),
        ("Then he lied, and they blamed him.", "Then she lied, and they blamed her."),
        ("Critics hail his courage; he won.", "Critics hail her courage; she won."),
    ],
)
def test_a_man_and_a_woman_get_the_same_tone(male: str, female: str) -> None:
    tone = tone_to(" he ", male)
    assert tone == pytest.approx(tone_to(" she ", female))
    assert tone != 0.0


def test_words_of_another_sentence_say_nothing() -> None:
    alone = tone_to("Ito", "Ito spoke at nine.")
    assert tone_to("Ito", "Ito spoke at nine. The scandal grew.") == alone == 0.0


def test_a_name_that_is_a_word_with_a_tone_does_not_judge_itself() -> None:
    assert tone_to("praise", "They met praise at nine.") == 0.0
    text = "They met Success Praised Ito at nine."
    place = text.index("Success")
    assert score_targets(text, [Span(place, text.index(" at"))], LEXICONS) == (0.0,)


def test_all_parts_of_a_name_have_its_tone() -> None:
    text = "Critics accused Mayor Aya B. Ito of fraud."
    assert len({tone_to(part, text) for part in ("Mayor", "Aya", "Ito", "Aya B. Ito")}) == 1


def test_a_speakers_words_say_less_than_the_outlets() -> None:
    own = target_of("So the scandal disgraced Aya Ito.").tone
    said = target_of("“So the scandal disgraced Aya Ito.”").tone
    assert own < said


def test_the_tone_of_an_actor_is_the_mean_over_mentions() -> None:
    once = target_of("They condemned Aya Ito.")
    twice = target_of("They condemned Aya Ito. They met Aya Ito.")
    assert len(twice.mentions) == 2
    assert once.tone < 0
    assert twice.tone == pytest.approx(once.tone / 2)


def test_an_actor_of_an_article_has_a_tone_only_where_a_word_can_be_shown_for_it() -> None:
    found = analyzed("Aya Ito tweeted the video of the dead, and Nils Berg told the police.")
    assert found.tone_words == ()
    assert [target.tone for target in found.targets] == [0.0, 0.0]


@pytest.mark.parametrize(
    ("tone", "label"),
    [(0.0, "neutral"), (0.004, "neutral"), (-0.004, "neutral"), (0.01, "positive"),
     (-0.01, "negative"), (1.0, "positive"), (-1.0, "negative")],
)  # fmt: skip
def test_no_tone_at_all_is_neutral(tone: float, label: str) -> None:
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
