"""Titles in marks: what names a film, a show or a book quotes nobody."""

from __future__ import annotations

import pytest

from desktop.core.model.analyses import QuotationKind
from desktop.core.text.blocks import find_blocks
from desktop.core.voice.marks import find_stretches
from desktop.core.voice.works import is_title
from tests.desktop.core.voice.conftest import Reader


def titles(text: str) -> list[str]:
    stretches = find_stretches(text, find_blocks(text))
    return [stretch.span.of(text) for stretch in stretches if is_title(text, stretch)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A film titled “Night Tide” was shown.", "“Night Tide”"),
        ("Holm liked the movie “Night Tide” in May.", "“Night Tide”"),
        ("Holm wrote a book called “Keepers of the Lamp” in May.", "“Keepers of the Lamp”"),
        ("The show, “Tide Talk,” is on at nine.", "“Tide Talk,”"),
        ("Holm hosts “Tide Talk” on Monday.", "“Tide Talk”"),
        ("Berg, who starred in “Night Tide” once, left.", "“Night Tide”"),
        ("Holm spoke on Radio One’s “Tide Talk” on Monday.", "“Tide Talk”"),
        ("The latest “Night Tide” movie was shown.", "“Night Tide”"),
        ("They wore the “Open Tower Now” hats that Holm sold.", "“Open Tower Now”"),
        ("Holm sang the song 'Old Lamp' at night.", "'Old Lamp'"),
        ("The album «Lamp of Visby» came out.", "«Lamp of Visby»"),
    ],
)
def test_words_in_title_case_beside_a_kind_of_work_are_its_title(text: str, title: str) -> None:
    assert titles(text) == [title]


@pytest.mark.parametrize(
    "text",
    [
        "Holm called the film “a dull thing” on Monday.",
        "Holm called the plan “Night Tide” on Monday.",
        "“Night Tide,” Holm said.",
        "Holm said: “Open The Tower.”",
        "The “free” tickets are gone.",
        "Mayor Slams ‘Tower Of Shame’",
        "Holm said the book was “old.”",
        "There were calls of “Open Tower Now” and of others.",
        "Holm wrote in the book “" + "Night Tide " * 12 + "” that it was old.",
    ],
)
def test_words_that_somebody_says_are_no_title(text: str) -> None:
    assert titles(text) == []


def test_a_title_is_neither_a_quotation_nor_a_scare_quote(read: Reader) -> None:
    assert read("Holm liked the film “Night Tide” and left.").quotations == ()


def test_a_title_takes_no_part_in_what_is_said_around_it(read: Reader) -> None:
    text = "“It is old,” Holm said on Radio One’s “Tide Talk.” Nobody heard it."
    (quotation,) = read(text).quotations
    assert quotation.kind is QuotationKind.DIRECT
    assert quotation.span.of(text) == "“It is old,”"
