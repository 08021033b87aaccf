"""Tone towards actors: the outlet's own words and those of speakers, told apart."""

from __future__ import annotations

from hypothesis import given

from desktop.core.framing.actor_tones import find_actor_tones
from desktop.core.framing.actors import find_mentions
from desktop.core.framing.sources import Sources
from desktop.core.model.actor_tones import ActorTone
from tests.desktop.core.made_up import LEXICONS, event_of
from tests.desktop.core.strategies import ANY_TEXT

FILL = "and the old town by the sea had waited for it through a long and very cold winter"
BAD = f"Russia is a brutal and shameful bully, {FILL}."
GOOD = f"“Russia is a brave and wonderful friend, {FILL},” Mayor Aya Ito said."


def tones(**texts: str) -> tuple[ActorTone, ...]:
    articles, analyses = event_of(**texts)
    mentions = find_mentions(articles, analyses)
    return find_actor_tones(Sources(articles, analyses), mentions, LEXICONS)


def towards(actor: str, text: str) -> ActorTone:
    return next(each for each in tones(Daily=text) if each.actor == actor)


def test_a_speakers_words_are_not_charged_to_the_outlet() -> None:
    text = " ".join((BAD, BAD, BAD, GOOD, GOOD, GOOD))
    tone = towards("Russia", text)
    assert tone.own.value is not None
    assert tone.quoted.value is not None
    assert tone.own.value < 0 < tone.quoted.value
    assert tone.own.count == tone.quoted.count == 3


def test_evidence_are_the_mentions_with_the_strongest_tone() -> None:
    text = f"Russia sent a note. {BAD}"
    tone = towards("Russia", text)
    assert [place.span.start for place in tone.evidence] == [text.index(BAD)]


def test_too_few_words_have_counts_and_no_value() -> None:
    tone = towards("Russia", "Russia is a shameful bully. Russia is brutal.")
    assert tone.own.value is None
    assert (tone.own.count, tone.own.words) == (2, 8)
    assert (tone.quoted.count, tone.quoted.words) == (0, 0)


def test_an_actor_named_once_has_no_row() -> None:
    assert tones(Daily="Russia is a brutal bully.") == ()


def test_an_article_in_another_language_has_no_value_and_says_which_it_is() -> None:
    text = "Le Kremlin ne veut pas la paix, dit la presse de la ville. " * 4
    assert all(tone.own.value is None and tone.own.language == "fr" for tone in tones(Daily=text))


@given(ANY_TEXT)
def test_tones_of_any_text_lie_in_range_and_stand_on_mentions(text: str) -> None:
    for tone in tones(Daily=text, Post=text):
        assert tone.evidence
        for rate in (tone.own, tone.quoted):
            assert rate.value is None or -1.0 <= rate.value <= 1.0
