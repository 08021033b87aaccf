"""Reported speech without marks: where it begins, where it ends, and what is none."""

from __future__ import annotations

import pytest

from desktop.core.model.analyses import QuotationKind, Voice
from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap
from tests.desktop.core.voice.conftest import Reader


def reported(read: Reader, text: str) -> list[str]:
    quotations = read(text).quotations
    return [each.span.of(text) for each in quotations if each.kind is QuotationKind.INDIRECT]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Holm said that the tower was old.", "the tower was old"),
        ("Holm said on Monday that the tower was old.", "the tower was old"),
        ("Holm said in a letter that the tower was old.", "the tower was old"),
        ("Holm said late on Monday the tower was old.", "the tower was old"),
        ("Holm wrote on Facebook that the tower was old.", "the tower was old"),
        ("Holm told the council that the tower was old.", "the tower was old"),
        ("Holm told Nils Berg the tower was old.", "the tower was old"),
        ("Holm argues the tower is old.", "the tower is old"),
        ("Holm also claimed the tower was old.", "the tower was old"),
        ("Holm has repeatedly warned that the tower could fall.", "the tower could fall"),
        ("Holm insisted that it was safe.", "it was safe"),
        ("Holm admitted it was late.", "it was late"),
        ("Holm asked why the tower was closed.", "why the tower was closed"),
        ("Holm demanded that the tower be opened.", "the tower be opened"),
        ("Holm called on Berg to open the tower.", "to open the tower"),
        ("Holm begged the council to open it.", "to open it"),
        ("Holm promised that it would open.", "it would open"),
        (
            "Gov. Maja Holm, a keeper who has left, said the Ode family was safe.",
            "the Ode family was safe",
        ),
        ("One former keeper, speaking on the phone, said Holm described it.", "Holm described it"),
        ("Holm said in a letter on Monday she was late.", "she was late"),
        ("Holm made clear over the summer that it was old.", "it was old"),
        ("The tower is old, said a keeper who was there.", "The tower is old"),
        ("Half say the tower is old.", "the tower is old"),
        ("The tower is old, Holm said.", "The tower is old"),
        ("The tower is old, Holm told reporters on Monday.", "The tower is old"),
        ("The tower is old, said Maja Holm.", "The tower is old"),
        ("The tower is old, according to Maja Holm.", "The tower is old"),
        ("According to Maja Holm, the tower is old.", "the tower is old"),
        ("The builder, who said it was safe, left the island.", "it was safe"),
        ("After Holm said it was safe, they climbed up.", "it was safe"),
    ],
)
def test_reported_content_is_what_was_said_and_no_more(
    read: Reader, text: str, content: str
) -> None:
    assert reported(read, text) == [content]


@pytest.mark.parametrize(
    "text",
    [
        "Holm climbed the tower and saw the sea.",
        "Holm slammed the door and left.",
        "Holm asked for bread.",
        "Holm wrote a book on towers.",
        "Holm showed them the lamp.",
        "Holm told a story by the fire.",
        "Holm plans a new staircase.",
        "Holm addressed the crowd in the harbor.",
        "The sign reads well from the sea.",
        "The vote was held on Monday.",
        "Holm wants bread.",
        "Holm has yet to say a word.",
        "When they called her, Holm had little to say.",
        "It is too soon to say how old the tower is.",
        "How Holm answers that question will decide the vote.",
        "Holm agreed to talk on the condition that her name was left out.",
        "This article was updated to note that the tower was shut.",
        "The tower shuts in May, a plan announced last year.",
        "They have many disputes that had parted them.",
        "It will run in nine states: Visby, Gotland and others.",
        "In a direct appeal to voters inclined to support it, Holm sang.",
    ],
)
def test_doing_judging_and_asking_for_things_report_nothing(read: Reader, text: str) -> None:
    assert reported(read, text) == []


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Holm said it was old, and Berg said it was safe.", ["it was old", "it was safe"]),
        ("Holm said it was old but added that it was safe.", ["it was old", "it was safe"]),
        ("Holm said it was old, adding that it was safe.", ["it was old", "it was safe"]),
        ("Holm said it was old. Berg agreed that it was.", ["it was old", "it was"]),
        ("Holm said it was old and suggesting that it was safe.", ["it was old", "it was safe"]),
        ("One says it was old, while another says it was safe.", ["it was old", "it was safe"]),
        (
            "Half say it was old, and more than 4 in 10 said it was safe.",
            ["it was old", "it was safe"],
        ),
    ],
)
def test_two_reports_do_not_run_into_each_other(
    read: Reader, text: str, contents: list[str]
) -> None:
    assert reported(read, text) == contents


@pytest.mark.parametrize(
    "text",
    [
        "Holm said the tower was old.",
        "The tower was old, Holm said.",
        "According to Holm, the tower was old.",
    ],
)
def test_only_the_reported_words_are_indirect_voice(read: Reader, text: str) -> None:
    voices = VoiceMap(read(text).quotations)
    start = text.lower().index("the tower")
    assert voices.voice_of(Span(start, start + 9)) is Voice.INDIRECT
    assert voices.voice_of(Span(text.index("Holm"), text.index("Holm") + 4)) is Voice.OWN


def test_a_report_in_a_folded_block_is_no_quotation(read: Reader) -> None:
    text = (
        "Tower opens\n\nIt is white and old.\n\nRead more: Holm said the tower was old\n\nIt is so."
    )
    assert read(text).quotations == ()


def test_what_is_said_is_the_sentences_of_its_paragraph_and_never_of_the_next(
    read: Reader,
) -> None:
    text = "Holm said the tower was old.\n\nIt is white. It burns at night."
    (quotation,) = read(text).quotations
    assert quotation.span.end < text.index("\n")
    assert quotation.sentence == 1
