"""What a text gives to somebody without settling that it was said is unclear, and shown so."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.model.analyses import QuotationKind, Voice
from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap
from desktop.core.voice.unsettled import without_stops
from tests.desktop.core.voice.conftest import Reader


def given_as(read: Reader, text: str, kind: QuotationKind) -> list[str]:
    return [each.span.of(text) for each in read(text).quotations if each.kind is kind]


def unclear(read: Reader, text: str) -> list[str]:
    return given_as(read, text, QuotationKind.UNCLEAR)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Holm believes that the tower is old.", "the tower is old"),
        ("Voters fear that the tower could fall.", "the tower could fall"),
        ("Holm acknowledged that the tower was old.", "the tower was old"),
        ("The inquiry found that the tower was old.", "the tower was old"),
        ("The inquiry concluded the tower was old.", "the tower was old"),
        ("The vote made it clear that the tower would stay.", "the tower would stay"),
        ("Holm raised the prospect of a new tower.", "a new tower"),
        ("The damage suggests that the tower is old.", "the tower is old"),
        ("Holm threatened to close it.", "to close it"),
        ("Holm promised to open it in May.", "to open it in May"),
    ],
)
def test_minds_findings_and_deeds_are_no_settled_speech(
    read: Reader, text: str, words: str
) -> None:
    assert unclear(read, text) == [words]
    assert [each.is_said for each in read(text).quotations] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "It is said that the tower is old.",
        "It was widely reported that the tower is old.",
        "The tower is said to be old.",
    ],
)
def test_what_is_said_by_nobody_has_no_speaker(read: Reader, text: str) -> None:
    (quotation,) = read(text).quotations
    assert quotation.kind is QuotationKind.UNCLEAR
    assert quotation.speaker is None
    assert quotation.verb is not None


@pytest.mark.parametrize(
    "text",
    [
        "It was Berg who was told that the tower is old.",
        "Holm is expected to leave in May.",
        "It was said by Holm that the tower is old.",
    ],
)
def test_a_passive_that_reports_nothing_is_left_alone(read: Reader, text: str) -> None:
    assert unclear(read, text) == []


@pytest.mark.parametrize(
    ("said", "tail"),
    [
        ("the tower was old", "while Berg kept the light"),
        ("the tower was old", "as the storm came"),
        ("the tower was old", "compared with the one in Visby"),
        ("the tower was old", "but she was not there"),
        ("the tower was old", "in an interview with the Courier"),
        ("she was named by Berg", "the mayor of Visby"),
        ("the tower was old", "notably without a glance at it"),
    ],
)
def test_the_tail_of_a_report_may_be_the_outlets(read: Reader, said: str, tail: str) -> None:
    text = f"Holm said {said}, {tail}."
    assert given_as(read, text, QuotationKind.INDIRECT) == [said]
    assert unclear(read, text) == [tail]


@pytest.mark.parametrize(
    "words",
    [
        "the tower was old, and the light was out",
        "the tower was old, that it was late",
        "the wall, the tower and the light were old",
        "the tower -- built of sand -- would fall",
        "if the sea rose, the tower would fall",
    ],
)
def test_what_goes_on_with_the_report_is_no_tail(read: Reader, words: str) -> None:
    text = f"Holm said {words}."
    assert given_as(read, text, QuotationKind.INDIRECT) == [words]


def test_a_dash_that_is_not_answered_opens_a_tail(read: Reader) -> None:
    text = "Holm said the tower would fall -- known here for its light."
    assert unclear(read, text) == ["known here for its light"]


def test_the_scene_before_a_report_may_be_the_outlets(read: Reader) -> None:
    text = "In May, as the tide rose, the tower fell, according to Holm."
    assert given_as(read, text, QuotationKind.INDIRECT) == ["the tower fell"]
    assert unclear(read, text) == ["In May, as the tide rose"]


def test_marks_settle_what_was_said(read: Reader) -> None:
    text = "Holm believes that the tower is “old and cold.”"
    (quotation,) = read(text).quotations
    assert quotation.kind is QuotationKind.MIXED
    text = "Holm said the tower was “old and cold” when asked about it."
    assert given_as(read, text, QuotationKind.MIXED) == ["the tower was “old and cold”"]
    assert unclear(read, text) == ["when asked about it"]


def test_what_is_unclear_inside_a_report_is_reported(read: Reader) -> None:
    text = "Holm said that Berg believes the tower is old."
    assert unclear(read, text) == []
    voices = VoiceMap(read(text).quotations)
    start = text.index("the tower")
    assert voices.voice_of(Span(start, start + 9)) is Voice.INDIRECT


def test_a_report_inside_what_is_unclear_is_reported(read: Reader) -> None:
    text = "Holm believes Berg said the tower was old."
    assert unclear(read, text) == ["Berg said the tower was old"]
    assert given_as(read, text, QuotationKind.INDIRECT) == ["the tower was old"]


def test_a_verb_inside_what_is_unclear_is_no_verb_of_the_outlet(read: Reader) -> None:
    verbs = {verb.lemma: verb.voice for verb in read("Holm believes Berg said it fell.").verbs}
    assert verbs == {"believe": Voice.OWN, "say": Voice.UNCLEAR}


def test_a_turn_in_an_interview_has_no_tail(read: Reader) -> None:
    text = "HOLM: Well, I think the tower is old, but we can all see it from here."
    assert unclear(read, text) == []


@given(st.text(alphabet=st.sampled_from("ab ,;:-–—.(“")), st.integers(0, 9), st.integers(0, 9))
def test_a_stretch_without_stops_begins_with_a_word(text: str, start: int, end: int) -> None:
    span = without_stops(text, start, min(end, len(text)))
    if span is not None:
        words = span.of(text)
        assert words[0].isalnum() or words[0] == "("
        assert not words[-1].isspace()
        assert words[-1] not in ",;:-–—"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Holm", "said", "believes", "that", ",", "while", "it", "was", "“", "”", "--", ". It"]
        ),
        max_size=20,
    )
)
def test_spans_lie_inside_the_text_whatever_it_says(read: Reader, words: list[str]) -> None:
    text = " ".join(words)
    for quotation in read(text).quotations:
        assert quotation.span.end <= len(text)
        assert quotation.span.of(text).strip()
        if quotation.kind is QuotationKind.UNCLEAR:
            assert quotation.marked == ()
