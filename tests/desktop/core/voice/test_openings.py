"""Where reported content begins, and which verbs report none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from desktop.core.model.analyses import QuotationKind
from desktop.core.text.blocks import find_blocks
from desktop.core.text.sentences import find_sentences
from desktop.core.voice.marks import find_stretches
from desktop.core.voice.openings import Shape, find_opening
from desktop.core.voice.passages import find_passages
from desktop.core.voice.verbs import find_cues, index_verbs
from desktop.services.lexicons import load_lexicons
from tests.desktop.core.strategies import ANY_TEXT
from tests.desktop.core.voice.conftest import Reader


def reported(read: Reader, text: str) -> list[str]:
    quotations = read(text).quotations
    return [each.span.of(text) for each in quotations if each.kind is QuotationKind.INDIRECT]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Holm explicitly said that it was old.", "it was old"),
        ("Holm said this week that it was old.", "it was old"),
        ("Holm said that, after the storm, it was old.", "it was old"),
        ("Holm told a crowd in Visby that it was old.", "it was old"),
        ("Holm told an Island Courier reporter that it was old.", "it was old"),
        ("Holm told a Visby council meeting she will open it.", "she will open it"),
        ("Holm warned the keepers of the tower on Monday that it was old.", "it was old"),
        ("Holm asked Berg if it was old.", "if it was old"),
        ("Holm asked if it was old.", "if it was old"),
        ("Officials in Visby say Berg knows the tower.", "Berg knows the tower"),
        ("Holm wrote in a long letter to Berg that it was old.", "it was old"),
        ("Holm contends that it is old.", "it is old"),
        ("The survey shows that it is old.", "it is old"),
        ("New records show the tower is old.", "the tower is old"),
        ("Holm described the new lamp as a mistake that blinds ships.",
         "a mistake that blinds ships"),
        ("Holm dismissed the letter as a joke.", "a joke"),
        ("Holm proposed a new staircase on Monday.", "a new staircase"),
        ("Holm called for a new lamp that burns at night.", "a new lamp"),
        ("Berg left a plan which Holm said was late.", "was late"),
        ("Police said 40 boats sank.", "40 boats sank"),
        ("Police said Monday 40 boats sank.", "40 boats sank"),
        ("Police said March 3 40 boats sank.", "40 boats sank"),
        ("Police said on 3 March the boats sank.", "the boats sank"),
        ("Henrik Simon said the dike broke.", "the dike broke"),
    ],
)  # fmt: skip
def test_content_begins_behind_whom_it_is_told_to_when_and_where(
    read: Reader, text: str, content: str
) -> None:
    assert reported(read, text) == [content]


@pytest.mark.parametrize(
    "text",
    [
        "Holm knows that it is old.",
        "Holm realized that it was old.",
        "She understands that the keepers need a lamp.",
        "Holm sees that it is old.",
        "Holm showed that it was old.",
        "Holm found that it was old.",
    ],
)
def test_who_says_that_somebody_knows_a_thing_vouches_for_it(read: Reader, text: str) -> None:
    assert reported(read, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "I think that it is old.",
        "You say that it is old.",
        "Holm did not say that it was old.",
        "Holm never said it was old.",
        "Holm doesn’t believe that it is old.",
    ],
)
def test_the_authors_own_view_and_what_was_not_said_report_nothing(read: Reader, text: str) -> None:
    assert reported(read, text) == []


def test_what_somebody_left_open_is_reported(read: Reader) -> None:
    assert reported(read, "Holm did not say whether it was old.") == ["whether it was old"]


@pytest.mark.parametrize(
    "text",
    [
        "Holm announced a ban on lamps.",
        "Holm explained her plan to the keepers.",
        "Holm discussed the lamp with Berg.",
        "Holm claimed victory in the race.",
        "Holm confirmed the date.",
        "Holm mentioned the old lamp.",
        "Holm emphasized the role of the keepers.",
        "Holm admitted sixty keepers to the tower.",
        "Holm reported the theft to the police.",
        "The repairs turned into a slow affair.",
        "Holm declined a second request of the Courier.",
        "Holm agreed to open the tower.",
        "Holm pledged money to the keepers.",
        "They voted that way in May.",
        "The island was so charged that nobody slept.",
        "The court ruling that closed the tower is old.",
        "Berg's repeated calls for a lamp had no answer.",
        "She made an impassioned call for a lamp.",
        "The plan was described as a mistake.",
    ],
)
def test_things_and_deeds_are_the_narrators_words(read: Reader, text: str) -> None:
    assert reported(read, text) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Holm criticized “rumors” that she had left the island.", "“rumors”"),
        ("A keeper reported “no lamp” when asked about the tower.", "“no lamp”"),
        ("Holm spoke of “a dream” in the harbor.", "“a dream”"),
        ("Holm took aim at Berg for “dreaming” and left.", "“dreaming”"),
        ("Holm urged them to “dream on” in the harbor.", "“dream on”"),
        ("Holm vowed to “open up” the tower, even though it is locked.", "“open up”"),
        ("Holm called the very long letter from the keepers of the island “a dream.”",
         "“a dream.”"),
    ],
)  # fmt: skip
def test_a_fragment_takes_none_of_the_narrators_words_with_it(
    read: Reader, text: str, marked: str
) -> None:
    quotations = [q for q in read(text).quotations if q.kind is not QuotationKind.INDIRECT]
    assert marked in [span.of(text) for each in quotations for span in each.marked]
    assert all("island left" not in each.span.of(text) for each in quotations)
    assert all("locked" not in each.span.of(text) for each in quotations)


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("Holm said that it was old.", Shape.CLAUSE),
        ("Holm urged Berg to open it.", Shape.INFINITIVE),
        ("Holm proposed a new lamp.", Shape.THING),
        ("Holm criticized “rumors” of the island.", Shape.FRAGMENT),
    ],
)
def test_an_opening_has_the_shape_of_what_it_opens(text: str, shape: Shape) -> None:
    blocks = find_blocks(text)
    passage = find_passages(
        text, find_sentences(text, blocks), blocks, find_stretches(text, blocks)
    )[0]
    cue = next(find_cues(passage, index_verbs(load_lexicons())))
    opening = find_opening(passage, cue)
    assert opening is not None
    assert opening.shape is shape


@settings(max_examples=60, deadline=None)
@given(ANY_TEXT)
def test_no_text_has_reported_content_that_begins_with_a_blank_or_is_empty(
    read: Reader, text: str
) -> None:
    for content in reported(read, text):
        assert content
        assert content[0] == content.lstrip()[0]
