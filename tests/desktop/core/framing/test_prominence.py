"""Prominence is a place and a share of the words, for claims, speakers and figures."""

from __future__ import annotations

from hypothesis import given, settings

from desktop.core.model.details import Prominence, ProminenceKind
from tests.desktop.core.made_up import detailed, event_of
from tests.desktop.core.strategies import ANY_TEXT

TEXT = (
    "The fair opened on Monday. Mayor Ana Costa said that 40 boats are in the harbor."
    " “They are all ours,” Costa said."
)


def rows(kind: ProminenceKind, **texts: str) -> list[Prominence]:
    return [row for row in detailed(*event_of(**texts)).prominence if row.kind is kind]


def test_a_speaker_has_the_first_words_and_the_room_of_all() -> None:
    (row,) = rows(ProminenceKind.SPEAKER, Daily=TEXT)

    assert row.name == "Ana Costa"
    assert row.place.span.of(TEXT).startswith("40 boats")
    assert row.first == round(TEXT.index("40 boats") / len(TEXT), 4)
    assert row.room == round(10 / 22, 4)


def test_a_figure_has_the_place_of_its_sentence() -> None:
    (row,) = rows(ProminenceKind.FIGURE, Daily=TEXT)

    assert row.name == "40 boats"
    assert row.first == round(TEXT.index("Mayor") / len(TEXT), 4)


def test_a_claim_has_a_row_in_each_article_that_has_it() -> None:
    found = rows(ProminenceKind.CLAIM, Daily=TEXT, Post="Sun at last.\n\n" + TEXT)
    shared = [row for row in found if "boats" in row.name]

    assert {row.place.article for row in shared} == {"Daily", "Post"}
    assert all(0.0 < row.room <= 1.0 for row in shared)


@given(ANY_TEXT)
@settings(max_examples=30, deadline=None)
def test_shares_are_shares_for_any_text(text: str) -> None:
    for row in detailed(*event_of(Daily=TEXT + text, Post=TEXT)).prominence:
        assert 0.0 <= row.first <= 1.0
        assert 0.0 <= row.room <= 1.0
