"""A sentence as the measures of tone read it: names are one unit and have no face."""

from __future__ import annotations

import pytest
from hypothesis import given

from desktop.core.text.tokens import find_tokens
from desktop.core.tone.readings import NAME, Reading, known_words, read_words, to_outline
from tests.desktop.core.made_up import LEXICONS
from tests.desktop.core.strategies import ANY_TEXT

KNOWN = known_words(LEXICONS)


def read(text: str) -> Reading:
    return read_words(find_tokens(text), KNOWN)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ito met Nils Berg .", [NAME, "met", NAME, "."]),
        ("Mayor Aya Ito met us", [NAME, "met", "us"]),
        ("Mr. Ito met Aya B. Berg", [NAME, "met", NAME]),
        ("Berg's plan for Norland's capital", [NAME, "'s", "plan", "for", NAME, "'s", "capital"]),
        ("Norland's President Berg", [NAME, "'s", NAME]),
        ("Accused of fraud, Ito left", ["accused", "of", "fraud", ",", NAME, "left"]),
        ("Hope Berg left", [NAME, "left"]),
        ("Yesterday I met them", [NAME, "i", "met", "them"]),
        ("Berg Slams Ito Over the Scandal", [NAME, "slams", NAME, "over", "the", "scandal"]),
        ("He called it “Brave”", ["he", "called", "it", "“", "brave", "”"]),
    ],
)
def test_a_row_of_names_is_one_unit(text: str, words: list[str]) -> None:
    assert read(text).words == words


@pytest.mark.parametrize(
    ("left", "right"),
    [("Ito", "Nils van Berg"), ("Norland", "North Ostria"), ("Mr. Ito", "Governor Aya B. Ito")],
)
def test_names_of_any_length_read_alike(left: str, right: str) -> None:
    left, right = left.replace(" van ", " "), right.replace(" van ", " ")
    text = "Voters of {} say that {}'s plan failed."
    assert read(text.format(left, right)).words == read(text.format(right, left)).words


def test_the_counts_of_an_outline_grow_at_breaks_and_names() -> None:
    outline = to_outline(read("Ito left, and “Berg stayed”."))
    assert outline.words == [NAME, "left", ",", "and", "“", NAME, "stayed", "”", "."]
    assert outline.clauses == [0, 0, 1, 2, 3, 3, 3, 4, 4]
    assert outline.names == [1, 1, 1, 1, 1, 2, 2, 2, 2]
    assert outline.marked == [False] * 4 + [True] * 3 + [False] * 2
    assert outline.has_marks
    assert not to_outline(read("Ito left")).has_marks


def test_straight_marks_open_and_close_by_turns() -> None:
    marked = to_outline(read('"go" he said "now"')).marked
    assert marked == [True, True, False, False, False, True, True, False]


@pytest.mark.parametrize("word", ["Aya", "Ito", "B", "'s", "plan"])
def test_each_place_of_a_text_belongs_to_a_unit(word: str) -> None:
    text = "We like Aya B. Ito's plan"
    reading = read(text)
    unit = reading.unit_at(text.index(word))
    wanted = {"'s": "'s", "plan": "plan"}.get(word, NAME)
    assert reading.words[unit] == wanted


@given(ANY_TEXT)
def test_units_of_any_text_stand_in_order_and_are_of_its_tokens(text: str) -> None:
    tokens = find_tokens(text)
    reading = read_words(tokens, KNOWN)
    assert len(reading.words) == len(reading.places)
    assert reading.places == sorted(reading.places)
    for word, place in zip(reading.words, reading.places, strict=True):
        assert word in {NAME, "'s"} or word == tokens[place].lower
    for offset in range(len(text) if tokens else 0):
        assert 0 <= reading.unit_at(offset) < len(reading.words)
