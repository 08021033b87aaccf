from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.text.blocks import find_blocks
from desktop.core.text.names import find_names
from desktop.core.text.sentences import find_sentences


def names(text: str) -> list[tuple[str, str]]:
    found = find_names(text, find_sentences(text, find_blocks(text)))
    return [(name.text, name.key) for name in found]


def keys(text: str) -> list[str]:
    return [key for _, key in names(text)]


def test_a_surname_has_the_key_of_the_full_name() -> None:
    assert names("President Ann Lee spoke. Later Mrs. Lee left for Lisbon.") == [
        ("Ann Lee", "Ann Lee"),
        ("Lee", "Ann Lee"),
        ("Lisbon", "Lisbon"),
    ]


def test_titles_and_possessive_endings_are_no_part_of_a_name() -> None:
    assert names("They met Portugal’s Foreign Minister Tom Ode.") == [
        ("Portugal", "Portugal"),
        ("Tom Ode", "Tom Ode"),
    ]


def test_an_acronym_has_the_key_of_what_it_stands_for() -> None:
    text = "The World Trade Center opened. The people at WTC were glad."
    assert keys(text) == ["World Trade Center", "World Trade Center"]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is old. However, nobody cares.",
        "On Tuesday in March it rained.",
        "“We saw it,” he said. “It was big.”",
        "He likes Portuguese wine and Russian tea.",
        "It is a German-made car.",
    ],
)
def test_a_capital_alone_makes_no_name(text: str) -> None:
    assert keys(text) == []


def test_names_with_particles_and_initials_are_one() -> None:
    text = "They met Ludwig van Beek, Ban Ki-moon and John F. Kennedy there."
    assert keys(text) == ["Ludwig van Beek", "Ban Ki-moon", "John F. Kennedy"]


def test_a_title_case_headline_gives_only_names_that_the_text_proves() -> None:
    text = (
        "Ann Lee Wants Harbor Bridge Closed At Once\n\n"
        "Mayor Ann Lee spoke on Monday of the bridge and its future.\n\n"
        "She said that the bridge was old and weak."
    )
    assert set(keys(text)) == {"Ann Lee"}


@given(st.text(alphabet=st.sampled_from("AbCd Mr.'’s-\n“&")))
def test_names_equal_their_slices_and_stand_in_order(text: str) -> None:
    end = 0
    for name in find_names(text, find_sentences(text, find_blocks(text))):
        assert name.span.of(text) == name.text
        assert name.span.start >= end
        assert name.key
        end = name.span.end


def test_a_direction_behind_a_verb_of_motion_is_no_name() -> None:
    assert names("The troops moved West to the coast.") == []
    assert [text for text, _ in names("The troops warned the West on Monday.")] == ["West"]
