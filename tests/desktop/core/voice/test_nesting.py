"""A report that holds another is told from one that only follows it in its sentence."""

from __future__ import annotations

import pytest

from tests.desktop.core.voice.conftest import Reader


def given(read: Reader, text: str) -> list[tuple[str, str]]:
    """Return the speakers of a text and what each says."""
    return [
        (each.speaker.name, each.span.of(text))
        for each in read(text).quotations
        if each.is_said and each.speaker
    ]


def test_a_report_of_somebody_else_holds_the_one_inside_it(read: Reader) -> None:
    text = "Maja Holm said the tower was “very old,” the Courier reported."
    assert given(read, text) == [
        ("Courier", "Maja Holm said the tower was “very old,”"),
        ("Maja Holm", "the tower was “very old,”"),
    ]


def test_a_pronoun_goes_on_with_who_spoke_before_it(read: Reader) -> None:
    text = "Maja Holm said it was old: “The tower is no longer safe,” she added."
    found = given(read, text)
    assert {speaker for speaker, _ in found} == {"Maja Holm"}
    assert all(not words.startswith("Maja") for _, words in found)


@pytest.mark.parametrize("sign", [",", " -"])
def test_what_follows_a_report_does_not_reach_back_over_it(read: Reader, sign: str) -> None:
    text = f"Maja Holm said the tower was old{sign} that it would fall, she said."
    assert all("Maja Holm said" not in words for _, words in given(read, text))


def test_many_reports_in_one_sentence_are_read_in_linear_time(read: Reader) -> None:
    assert read("Holm said it was “so,” he said, " * 600).quotations
