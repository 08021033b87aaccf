"""Words in marks that nobody said: names, signs, labels and a speaker's words are no distance."""

from __future__ import annotations

import pytest
from hypothesis import given

from desktop.core.model.analyses import Category
from tests.desktop.core.made_up import analyzed
from tests.desktop.core.strategies import ANY_TEXT


def distances(text: str) -> list[str]:
    return [
        each.span.of(text)
        for each in analyzed(text).loaded
        if each.category is Category.SCARE_QUOTE
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The council has its “peace” plan for the harbor since the spring of that year.",
        "The mayor’s “solution” was late, and the boats lay still in the old harbor.",
        "The keepers got their “reward” in the spring, when the tower was shut at last.",
    ],
)
def test_marks_around_a_plain_word_keep_it_at_a_distance(text: str) -> None:
    assert len(distances(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The station, which means “heavenly palace” in the old tongue, fell into the sea.",
        "The Lodestar-1 or “heavenly place” lab was built in the spring of that year.",
        "The menu has the ‘This Station’ tab, which lists all that the keeper has bought.",
        "The keeper will press the ‘square’ button when the lamp goes out in the night.",
        "Interns hauled a “Tide Hall Strong” board through the old town on that day.",
        "The crowd, which was large, chanted “hands up and off the old tower” for an hour.",
        "He broke down in the hall with an “I’m leaving” that nobody in the hall heard.",
        "A day after the “step up” remark of the mayor, the harbor was closed for good.",
        "His state was upgraded from “critical” in the morning of that long day in March.",
    ],
)
def test_names_signs_labels_and_the_words_of_others_are_no_distance(text: str) -> None:
    assert distances(text) == []


def test_words_that_a_speaker_has_in_the_same_text_are_the_speakers() -> None:
    text = (
        "“This is a safe harbor for all women who come here,” said Mayor Aya Ito.\n\n"
        "The “safe harbor” lay behind the old tower, and nobody came on that day."
    )
    assert distances(text) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The group has claimed responsibility for the fire in the harbor.", False),
        ("The group claimed that the fire in the harbor was an accident.", True),
        ("The guard was hurt while helping to stop the attack on Sunday.", False),
        ("The ships came back after the storm.", False),
    ],
)
def test_deeds_are_no_report_verbs(text: str, marked: bool) -> None:
    categories = [each.category for each in analyzed(text).loaded]
    assert (Category.VERDICT_VERB in categories) is marked


@given(ANY_TEXT)
def test_any_text_has_an_answer(text: str) -> None:
    assert all(each in text for each in distances(text))
