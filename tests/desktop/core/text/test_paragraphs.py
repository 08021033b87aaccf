"""Paragraphs put into a text, found in it and taken out of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.text.paragraphs import Paragraphs, drop_paragraph, insert_paragraph

TEXT = "Storm tears roof\n\nNobody  was hurt.\n\nThe ferry waits.\n"
lines = st.lists(st.text(alphabet="ab .", max_size=6), max_size=6)


@given(lines, st.text(alphabet="xy ", max_size=6))
@settings(max_examples=80, deadline=None)
def test_what_is_put_in_is_found_and_can_be_taken_out(parts: list[str], paragraph: str) -> None:
    text = "\n\n".join(parts)
    new = insert_paragraph(text, paragraph, parts)
    place = Paragraphs(new).find(paragraph)
    if not paragraph.strip():
        assert place is None
        return
    assert place is not None
    assert place.of(new) == paragraph.strip()
    assert Paragraphs(drop_paragraph(new, paragraph)).find(paragraph) is None


def test_blanks_and_not_letters_may_differ() -> None:
    found = Paragraphs(TEXT).find(" Nobody was\thurt. ")
    assert found is not None
    assert found.of(TEXT) == "Nobody  was hurt."
    assert Paragraphs(TEXT).find("Nobody was hurt") is None
    assert Paragraphs(TEXT).find("was hurt.") is None


def test_a_paragraph_of_several_lines_is_found_as_lines_in_a_row() -> None:
    text = "Ann Lee\nreporter\n\nAnn Lee\nBo Lund\n"
    found = Paragraphs(text).find("Ann Lee\n Bo Lund")
    assert found is not None
    assert found.start == 18
    assert Paragraphs(text).find("Bo Lund\nAnn Lee") is None
    assert Paragraphs(text).count("Ann Lee\nBo Lund") == 1
    assert Paragraphs(text).count("Ann Lee") == 2


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (["Storm tears roof"], "Storm tears roof\n\nNew.\n\nNobody  was hurt."),
        (["Storm tears roof", "It is gone."], "Storm tears roof\n\nNew.\n\nNobody"),
        (["It is gone."], "New.\n\nStorm tears roof"),
        ([], "New.\n\nStorm"),
    ],
)
def test_it_stands_behind_the_last_of_those_before_it(before: list[str], expected: str) -> None:
    assert expected in insert_paragraph(TEXT, "New.", before)


def test_a_text_with_a_line_for_each_paragraph_keeps_its_form() -> None:
    assert insert_paragraph("One.\nThree.", "Two.", ["One."]) == "One.\nTwo.\nThree."


def test_the_last_paragraph_leaves_the_end_as_it_was() -> None:
    assert drop_paragraph(TEXT, "The ferry waits.") == "Storm tears roof\n\nNobody  was hurt.\n"
    assert drop_paragraph("One.\n\nTwo.", "Two.") == "One."
    assert drop_paragraph(TEXT, "Not there.") == TEXT
