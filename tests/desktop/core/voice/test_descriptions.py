"""Phrases that only describe who speaks: the name inside them is somebody else's, or a place."""

from __future__ import annotations

import pytest

from desktop.core.text.tokens import find_tokens
from desktop.core.voice.descriptions import first_cut, is_described
from tests.desktop.core.voice.conftest import Reader


def first_speaker(read: Reader, text: str) -> str | None:
    speaker = read(text).quotations[0].speaker
    return speaker.name if speaker else None


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("A spokesman for Mr. Berg", "spokesman"),
        ("An aide to Senator Lena Ito", "aide"),
        ("Sources close to Mr. Berg", "Sources"),
        ("Police in Visby", "Police"),
        ("Tide watchers in Arlona", "Tide watchers"),
        ("The director of the Harbor Museum", "director"),
        ("The spokeswoman for the Visby police", "spokeswoman"),
        ("A spokeswoman for Harbor Council", "Harbor Council"),
        ("A spokeswoman for the Harbor Council", "Harbor Council"),
        ("The mayor of Visby, Lena Ito,", "Lena Ito"),
        ("The head of the Harbor Union in Lund, Aya Ito,", "Aya Ito"),
        ("President of the union Nora Berg", "Nora Berg"),
        ("US Secretary of State Nora Berg", "Nora Berg"),
        ("Nora Berg of Visby", "Nora Berg"),
        ("The University of Lund", "University of Lund"),
        ("Housing and Urban Ports Secretary Aya Ito", "Aya Ito"),
        ("Nora Berg and Senator Aya Ito", "Nora Berg and Aya Ito"),
    ],
)
def test_a_description_speaks_for_itself(read: Reader, phrase: str, name: str) -> None:
    assert first_speaker(read, f"{phrase} said that the ferry was late.") == name


def test_an_apposition_without_a_second_comma_leaves_the_name(read: Reader) -> None:
    text = "“It was bright,” Karl Holm, an operations manager at the Harbor Society told reporters."
    assert first_speaker(read, text) == "Karl Holm"
    text = "Lena Ito, a keeper in Visby said it was late."
    assert first_speaker(read, text) == "Lena Ito"


def test_a_party_beside_a_name_is_not_who_speaks(read: Reader) -> None:
    text = (
        "Representative Karl Holm, Republican of Arlona, a founder of the harbor caucus, said that"
        " it was late."
    )
    assert first_speaker(read, text) == "Karl Holm"


def test_company_behind_a_pronoun_changes_nothing(read: Reader) -> None:
    text = "Nora Berg left. She, along with several members of Congress, said it was late."
    assert first_speaker(read, text) == "Nora Berg"


@pytest.mark.parametrize(
    ("phrase", "cut", "described"),
    [
        ("a spokesman for Mr. Berg", 2, True),
        ("Nora Berg, a keeper", 2, False),
        ("the keeper", 2, False),
        ("in May, Nora Berg", 2, False),
        ("Mayor of Lund Aya Ito", 1, False),
    ],
)
def test_the_head_ends_before_what_describes_it(phrase: str, cut: int, described: bool) -> None:
    tokens = find_tokens(phrase)
    start = max(phrase.find(name) for name in ("Berg", "Lund", "Nora"))
    assert first_cut(tokens) == cut
    assert is_described(tokens, max(start, 0)) is described
