"""Names of people, places and bodies, and the capitals that are none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.text.names import find_names
from desktop.core.text.spellings import fold_spelling
from tests.desktop.core.made_up import sentences_of
from tests.desktop.core.strategies import ANY_TEXT


def names(text: str) -> list[str]:
    return [name.text for name in find_names(text, sentences_of(text))]


def keys(text: str) -> list[str]:
    return [name.key for name in find_names(text, sentences_of(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mayor, Aya Ito, met Nils Berg in Visby.", ["Aya Ito", "Nils Berg", "Visby"]),
        ("They met Dr. Aya Ito and Prof. Nils Berg.", ["Aya Ito", "Nils Berg"]),
        ("They met Governor Ruiz and Sen. Okoro.", ["Ruiz", "Okoro"]),
        ("They met Aya de la Cruz and Joop van der Meer.", ["Aya de la Cruz", "Joop van der Meer"]),
        ("They met A. B. Okoro at noon.", ["A. B. Okoro"]),
        ("They sailed past Iceland’s coast to Greenland.", ["Iceland", "Greenland"]),
        ("They met Åsa Öberg and Łukasz Żak.", ["Åsa Öberg", "Łukasz Żak"]),
        ("They met Anne-Marie Ruiz-Holm.", ["Anne-Marie Ruiz-Holm"]),
        ("They met Conor O’Brien there.", ["Conor O’Brien"]),
        ("They went to the University of Visby.", ["University of Visby"]),
        ("They saw the ships of the ESA and of NOAA.", ["ESA", "NOAA"]),
        ("In Visby, Nils Berg spoke.", ["Visby", "Nils Berg"]),
        ("Visby’s Mayor Aya Ito spoke.", ["Visby", "Aya Ito"]),
        ("Again Ito and Berg left.", ["Ito", "Berg"]),
        ("Suddenly Berg left, and reportedly Ito did.", ["Berg", "Ito"]),
        ("Did Ito know it? Is Berg right?", ["Ito", "Berg"]),
        ("Without Ito nobody came; unlike Berg, she was ill.", ["Ito", "Berg"]),
        ("Kelly Ruiz and Sally Holm left.", ["Kelly Ruiz", "Sally Holm"]),
        ("Jan Berg met April Ruiz in April.", ["Jan Berg", "April Ruiz"]),
        ("On Jan. 4 Berg left, and in May Ukraine won.", ["Berg", "Ukraine"]),
        ("Theresa May spoke. Mrs. May left in June.", ["Theresa May", "May"]),
        ("August Ruiz was born in August 1888.", ["August Ruiz"]),
        ("De Gaulle met Ben Okoro and Al Ruiz.", ["De Gaulle", "Ben Okoro", "Al Ruiz"]),
        ("They met Pvt. Berg there.", ["Berg"]),
    ],
)
def test_names_are_found_without_titles_and_endings(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "It rained on Monday and on Tuesday in April.",
        "However, nobody came. Instead they slept.",
        "“Nobody came,” he said. “Everybody slept.”",
        "I think I’ve seen it, and I’m glad.",
        "the tower is old",
        "They like Swedish bread and Norwegian fish.",
        "",
        "12 % of 40",
    ],
)
def test_capitals_of_days_openings_and_languages_are_no_names(text: str) -> None:
    assert names(text) == []


def test_all_mentions_of_one_person_share_one_key() -> None:
    text = "Aya Ito spoke in Visby. Mrs. Ito was late. “Ito is right,” Ito’s brother said."
    assert keys(text) == ["Aya Ito", "Visby", "Aya Ito", "Aya Ito", "Aya Ito"]


def test_the_longest_full_name_is_the_key() -> None:
    text = "They met Nils Berg. Later Nils Olof Berg wrote. Nobody answered Berg."
    assert keys(text)[-1] == "Nils Olof Berg"


def test_two_people_of_one_surname_keep_their_own_full_names() -> None:
    assert keys("They met Aya Ito and Kenji Ito at home.") == ["Aya Ito", "Kenji Ito"]


def test_the_last_word_of_a_body_is_not_its_short_name() -> None:
    text = "They work for the Island Council. The Council House is old, and so is the Council."
    assert "Island Council" not in keys(text)[1:]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yevheniy", "Yevhenii"),
        ("Łukasz", "łukasz"),
        ("José", "Jose"),
        ("Zelinskyy’s", "Zelinsky"),
        ("Gustaffson", "Gustafson"),
    ],
)
def test_spellings_of_one_name_are_the_same_word(one: str, other: str) -> None:
    assert fold_spelling(one) == fold_spelling(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Mali", "Male"), ("Niger", "Nigeria"), ("Berg", "Borg"), ("Ito", "Ita")]
)
def test_names_that_only_look_alike_are_told_apart(one: str, other: str) -> None:
    assert fold_spelling(one) != fold_spelling(other)


@given(st.text("abinyYZéł", min_size=1, max_size=12), st.sampled_from(["'s", "’s", "’", ""]))
def test_case_and_possessive_endings_fold_away(word: str, ending: str) -> None:
    assert fold_spelling(word.title() + ending) == fold_spelling(word.lower())


@given(ANY_TEXT)
def test_names_of_any_text_are_its_words_in_order_inside_their_sentences(text: str) -> None:
    sentences = sentences_of(text)
    found = find_names(text, sentences)

    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    for name in found:
        assert name.span.of(text) == name.text
        assert any(sentence.span.covers(name.span) for sentence in sentences)
        assert any(char.isupper() for char in name.text)
        assert name.key.strip() == name.key != ""
