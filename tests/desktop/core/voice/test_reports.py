"""Attributions before, behind, around and inside one another, and those that a colon makes."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from desktop.core.model.analyses import QuotationKind
from tests.desktop.core.voice.conftest import Reader

DIRECT, MIXED = QuotationKind.DIRECT, QuotationKind.MIXED


def all_said(read: Reader, text: str) -> list[tuple[str, str | None]]:
    return [
        (each.span.of(text), each.speaker.name if each.speaker else None)
        for each in read(text).quotations
    ]


def cues(read: Reader, text: str) -> list[str | None]:
    return [each.verb.span.of(text) if each.verb else None for each in read(text).quotations]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The tower, Holm said, would fall in May.", ["The tower", "would fall in May"]),
        ("If it rains, Holm said, the tower stays shut.", ["If it rains", "the tower stays shut"]),
        ("It is old, Holm said, so nobody may climb it.", ["It is old", "so nobody may climb it"]),
        ("It is old, Holm said in a letter, that nobody read it.", ["It is old", "nobody read it"]),
        ("In May, Holm said, the tower will open.", ["the tower will open"]),
        ("It is old, Holm said, and left the island.", ["It is old"]),
        ("The lamp is old, Holm said, a day after the storm.", ["The lamp is old"]),
        ("It is old, Holm said, pointing to the lamp.", ["It is old"]),
    ],
)
def test_an_attribution_in_the_middle_parts_what_was_said(
    read: Reader, text: str, parts: list[str]
) -> None:
    assert all_said(read, text) == [(part, "Holm") for part in parts]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("But the tower is old, according to Holm.", "the tower is old"),
        ("And, the tower is old, Holm said.", "the tower is old"),
        ("VISBY, June 3 (Courier) — The tower is old, Holm said.", "The tower is old"),
        ("Repairs cost the keepers a lot, said Holm, a keeper who has a boat.",
         "Repairs cost the keepers a lot"),
        ("As the lamp went out, Holm said the tower was old.", "the tower was old"),
        ("According to Holm, a former keeper, the tower is old.", "the tower is old"),
        ("According to Holm of the island council, the tower is old.", "the tower is old"),
    ],
)  # fmt: skip
def test_what_leads_to_the_content_is_no_part_of_it(read: Reader, text: str, content: str) -> None:
    assert [words for words, _ in all_said(read, text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "That is according to reports of the island.",
        "“It is old,” said the council in May. “It will fall.” The tower is white.",
    ],
)
def test_nothing_is_reported_twice(read: Reader, text: str) -> None:
    spans = [each.span for each in read(text).quotations]
    assert len(spans) == len(set(spans))
    assert all(left.end <= right.start for left, right in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "outer", "speaker"),
    [
        ("Holm said it was “old,” the Island Courier reported.",
         "Holm said it was “old,”", "Island Courier"),
        ("“It is old,” Holm said, according to Berg.", "“It is old,” Holm said", "Berg"),
    ],
)  # fmt: skip
def test_who_reports_a_report_is_quoted_around_it(
    read: Reader, text: str, outer: str, speaker: str
) -> None:
    found = all_said(read, text)
    assert (outer, speaker) in found
    assert len(found) == 2
    assert [name for words, name in found if words != outer] == ["Holm"]


def test_one_speaker_with_two_verbs_is_not_quoted_twice(read: Reader) -> None:
    text = "Holm said it was late but added, “We open in May,” Holm said."
    assert [words for words, _ in all_said(read, text) if words.startswith("“")] == [
        "“We open in May,”"
    ]


@pytest.mark.parametrize("headline", ["Mayor: Tower could fall", "Ito: tower could fall"])
def test_a_headline_gives_words_without_marks_with_a_colon(read: Reader, headline: str) -> None:
    text = f"{headline}\n\nMayor Aya Ito met the council of Visby on Monday.\n\nIt was late."
    quotation = read(text).quotations[0]
    assert quotation.kind is QuotationKind.INDIRECT
    assert quotation.span.of(text).lower() == "tower could fall"
    assert quotation.speaker is not None
    assert quotation.speaker.name == "Aya Ito"
    assert quotation.verb is not None
    assert quotation.verb.span.of(text) == ":"


@pytest.mark.parametrize(
    "headline",
    [
        "Weather: rain and wind",
        "Live Updates: tower could fall",
        "Visby: tower could fall",
        "Watch: tower could fall",
        "Mayor:",
        ": tower could fall",
        "The tower is old: Ito left",
    ],
)
def test_a_label_before_a_colon_says_nothing(read: Reader, headline: str) -> None:
    text = f"{headline}\n\nMayor Aya Ito met the council of Visby on Monday.\n\nIt was late."
    assert read(text).quotations == ()


@pytest.mark.parametrize(
    "headline", ["Tower could fall, mayor says", "Tower could fall, says mayor"]
)
def test_a_headline_gives_words_with_a_verb_at_its_end(read: Reader, headline: str) -> None:
    text = f"{headline}\n\nMayor Aya Ito met the council of Visby on Monday.\n\nIt was late."
    assert all_said(read, text) == [("Tower could fall", "Aya Ito")]


@pytest.mark.parametrize("sign", ["— Maja Holm", "– Maja Holm", "- Maja Holm.", "-- Maja Holm"])
@pytest.mark.parametrize("end", ["\n", "\n\n", "\r\n"])
def test_a_line_below_a_quotation_signs_it(read: Reader, sign: str, end: str) -> None:
    text = f"“The tower was built by hand and will fall by hand.”{end}{sign}{end}It is white."
    quotation = read(text).quotations[0]
    assert quotation.speaker is not None
    assert quotation.speaker.name == "Maja Holm"


def test_a_list_below_a_quotation_does_not_sign_it(read: Reader) -> None:
    text = "“The tower was built by hand and will fall by hand.”\n- The lamp burns again.\n"
    assert all(each.speaker is None for each in read(text).quotations)


@pytest.mark.parametrize(
    ("text", "name", "verb"),
    [
        ("“It is old,” Maja Holm, who has kept the tower for years, told Berg.",
         "Maja Holm", "told"),
        ("“It is old,” Berg is quoted as saying.", "Berg", "saying"),
        ("“Nobody came!” Keeper Holm said as she closed the door.", "Keeper Holm", "said"),
        ("Then it came: “It is old and cold,” exhorted Berg.", "Berg", "exhorted"),
        ("Another keeper left. Another said, “It is old.”", "Another", "said"),
        ("It surprised Maja Holm: “It is an old tower and it will fall.”", "Maja Holm", ":"),
        ("Asked again, she shrugged: “It is an old tower and it will fall.”", "she", ":"),
    ],
)  # fmt: skip
def test_a_quotation_finds_its_speaker_and_verb(
    read: Reader, text: str, name: str, verb: str
) -> None:
    found = read(text).quotations[-1]
    assert found.speaker is not None
    assert (found.speaker.name, cues(read, text)[-1]) == (name, verb)


def test_a_sentence_of_its_own_after_marks_is_no_attribution_of_them(read: Reader) -> None:
    text = "Berg said it was “beyond control.” Holm says it is safe."
    assert ("it is safe", "Holm") in all_said(read, text)
    assert ("it was “beyond control.”", "Berg") in all_said(read, text)


@pytest.mark.parametrize(
    "piece",
    ['"', "“", "“a” ", "(", "A ", "he said, ", "X said that ", "according to ", "who said ",
     "“Aa Bb” ", "– Aa\n", "the film “Aa Bb” ", '"Aa," Bb said, according to Cc. '],
)  # fmt: skip
def test_time_grows_with_the_text_and_no_faster(read: Reader, piece: str) -> None:
    def took(length: int) -> float:
        text = piece * (length // len(piece))
        start = time.process_time()
        read(text)
        return time.process_time() - start

    took(1_000)
    assert took(16_000) < 12 * took(4_000) + 0.3
