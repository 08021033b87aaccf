"""Whom "he", "she" and "they" mean, and which names are nobody's."""

from __future__ import annotations

import pytest

from tests.desktop.core.voice.conftest import Reader


def last_speaker(read: Reader, text: str) -> str | None:
    speaker = read(text).quotations[-1].speaker
    return speaker.name if speaker else None


def test_who_is_only_named_in_the_words_did_not_say_them(read: Reader) -> None:
    text = (
        "Mayor Aya Ito met Nils Berg. Ito praised the keeper.\n\n"
        "“Nils Berg is doing a great job on the island,” she said."
    )
    assert last_speaker(read, text) == "Aya Ito"


def test_who_acts_in_the_sentence_before_speaks_rather_than_an_earlier_speaker(
    read: Reader,
) -> None:
    text = (
        "“We lost,” said Mayor Aya Ito. It rained for the whole day.\n\n"
        "At the press meeting, Captain Nils Berg brushed off all questions.\n\n"
        "“The league makes me be here to talk about this,” he said."
    )
    assert last_speaker(read, text) == "Nils Berg"


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Officials said the tide was high.", "Officials"),
        ("Many people said the tide was high.", "Many people"),
        ("A report said the tide was high.", "They"),
        ("The law says the tide is high.", "They"),
    ],
)
def test_they_are_several(read: Reader, before: str, name: str) -> None:
    assert last_speaker(read, f"{before} They said that the ferry was late.") == name


def test_a_place_of_two_words_is_nobody(read: Reader) -> None:
    text = (
        "Mayor Aya Ito said it was late. The boats lay still in Green Bay for a day.\n\n"
        "The crews left over Green Bay. “We are grateful,” she said."
    )
    assert last_speaker(read, text) == "Aya Ito"


def test_a_father_keeps_his_surname_where_his_daughter_is_named_in_full(read: Reader) -> None:
    text = (
        "President Berg came to the harbor. “You will not be beaten,” Mr. Berg said.\n\n"
        "Nora Berg, the president’s daughter, came with him."
    )
    assert [each.speaker.name for each in read(text).quotations if each.speaker] == ["Berg"]


def test_a_surname_before_its_only_full_form_is_that_person(read: Reader) -> None:
    text = "Mr. Berg said that it was late. Nils Berg, the keeper, left."
    assert last_speaker(read, text) == "Nils Berg"


def test_no_person_is_what_that_refers_to(read: Reader) -> None:
    text = "Nils Berg sent letters to former port official Lena Ito that derided the mayor."
    verbs = [each for each in read(text).verbs if each.lemma == "deride"]
    assert all(each.speaker != "Lena Ito" for each in verbs)


def test_words_on_signs_are_not_said_by_the_name_before_those_who_carry_them(
    read: Reader,
) -> None:
    (found,) = read("Harbor interns hauled signs: “Tide Strong” in red.").quotations
    assert found.speaker is None


def test_whom_somebody_told_is_no_part_of_what_was_told(read: Reader) -> None:
    text = "Ito told Harbor News host Nils Berg on his radio show on Tuesday that she’s staying in."
    (found,) = read(text).quotations
    assert found.span.of(text) == "she’s staying in"
