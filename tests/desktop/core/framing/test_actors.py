"""Actors are read from whole noun phrases, and joined only where the words show them to be one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings

from desktop.core.framing.actors import ActorKind, Mention, find_mentions
from desktop.core.framing.states import adjective_state, is_seat, state_of
from tests.desktop.core.made_up import event_of
from tests.desktop.core.strategies import ANY_TEXT


def mentions_of(**articles: str) -> list[tuple[str, str]]:
    """Return the phrase and the key of each mention."""
    found, analyses = event_of(**articles)
    return [
        (mention.span.of(found[mention.article].text), mention.key)
        for mention in find_mentions(found, analyses)
    ]


def phrases(text: str) -> list[str]:
    return [phrase for phrase, _ in mentions_of(Daily=text)]


def mention(text: str, phrase: str) -> Mention:
    articles, analyses = event_of(Daily=text)
    return next(each for each in find_mentions(articles, analyses) if each.span.of(text) == phrase)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norwegian Prime Minister Kari Lund left.", ["Norwegian Prime Minister Kari Lund"]),
        ("Norway's President Kari Lund left.", ["Norway's President Kari Lund"]),
        ("The South Korean troops left.", ["The South Korean troops"]),
        (
            "Its allies and the Biden administration agreed.",
            ["Its allies", "the Biden administration"],
        ),
        ("Some senior Danish officials said no.", ["Some senior Danish officials"]),
        ("The Kremlin and the White House agreed.", ["The Kremlin", "the White House"]),
        ("He swam in the Sea of Japan.", []),
        ("The military bases are closed.", []),
        ("The troops went home.", []),
    ],
)
def test_a_phrase_is_read_whole(text: str, expected: list[str]) -> None:
    assert phrases(text) == expected


def test_a_person_and_a_surname_are_one_actor() -> None:
    found = mentions_of(Daily="President Kari Lund left.", Post="Lund said nothing. Ms. Lund left.")

    assert {key for _, key in found} == {"person:lund"}


def test_a_first_name_alone_is_the_person_where_the_family_name_stands_first() -> None:
    found = mentions_of(Daily="Foreign Minister Cho Sun Ye left. “We will stay,” Cho said.")

    assert len({key for _, key in found}) == 1


def test_a_place_is_no_actor() -> None:
    assert phrases("The boats sank near Bergen on Monday.") == []


def test_these_troops_are_the_ones_just_named() -> None:
    found = mentions_of(Daily="Danish soldiers came. These troops will stay.")

    assert found[0][1] == found[1][1]


def test_these_troops_are_nobody_where_two_could_be_meant() -> None:
    found = mentions_of(Daily="Danish soldiers met Finnish soldiers. These troops will stay.")

    assert [phrase for phrase, _ in found] == ["Danish soldiers", "Finnish soldiers"]


def test_allies_are_the_west_where_a_text_calls_them_western() -> None:
    joined = mentions_of(Daily="Western allies agreed.", Post="The West and its partners agreed.")
    apart = mentions_of(Daily="Eastern allies agreed.", Post="The West agreed.")

    assert len({key for _, key in joined}) == 1
    assert len({key for _, key in apart}) == 2


def test_a_title_that_two_people_bear_names_neither() -> None:
    text = "President Kari Lund met President Ana Costa. The president left."

    assert "The president" not in phrases(text)


def test_words_in_marks_are_a_speakers() -> None:
    text = "“Norway must act,” Mayor Ana Costa said. Norway agreed."
    articles, analyses = event_of(Daily=text)
    states = [m for m in find_mentions(articles, analyses) if m.kind is ActorKind.STATE]

    assert [each.quoted for each in states] == [True, False]


def test_a_body_has_its_article() -> None:
    found = mention("The Harbor Commission agreed.", "The Harbor Commission")

    assert found.kind is ActorKind.BODY


def test_states_are_known_by_name_adjective_and_seat() -> None:
    assert state_of("U.K.") == state_of("Britain’s") == "United Kingdom"
    assert adjective_state("Danish") == "Denmark"
    assert state_of("Danish") is None
    assert is_seat("Kremlin")
    assert not is_seat("Russia")


@given(ANY_TEXT)
@settings(max_examples=40, deadline=None)
def test_mentions_of_any_text_are_stretches_of_it_in_order(text: str) -> None:
    articles, analyses = event_of(Daily=text)
    spans = [each.span for each in find_mentions(articles, analyses)]

    assert spans == sorted(spans)
    assert all(span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_us_is_a_pronoun_where_it_is_not_written_as_the_states_name() -> None:
    text = "They told us to wait. “Tell Us More” was the title. The US waited."
    found = [m for m in find_mentions(*event_of(Daily=text)) if m.key == "state:United States"]
    assert [mention.span.of(text) for mention in found] == ["The US"]
