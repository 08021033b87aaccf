"""The sentence behind a place."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.analyses import Voice
from desktop.core.model.comparisons import Place
from desktop.core.model.spans import Span
from desktop.ui.figures.evidence import (
    LONGEST_TEXT,
    by_sentence,
    clipped,
    evidence_finder,
    find_evidence,
    with_form,
)
from desktop.ui.figures.outlets import OutletColumn, outlet_columns
from desktop.ui.paint.marks import MarkForm
from tests.desktop.ui.made_event import analysis, article, made_event, place


def column(key: str = "n") -> OutletColumn:
    view = made_event()
    return next(c for c in outlet_columns(view) if c.article.id == key)


def test_evidence_says_where_its_words_stand_and_marks_them() -> None:
    found = find_evidence(column(), place("n", "reckless"))
    assert found is not None
    assert (found.outlet, found.number, found.count) == ("North Herald", 2, 3)
    assert found.words == "reckless"
    assert {mark.form for mark in found.marks} == {MarkForm.OWN, MarkForm.SELECTED}
    assert found.reason == "A plain word exists."


def test_a_quoted_wording_has_a_quoted_voice() -> None:
    found = find_evidence(column(), place("n", "foolish"))
    assert found is not None
    assert found.voice is Voice.QUOTED


def test_a_place_past_the_text_has_no_evidence() -> None:
    assert find_evidence(column(), Place("n", Span(5, 10_000))) is None
    assert evidence_finder([column()])(Place("nobody", Span(0, 1))) is None


def test_a_whole_sentence_gets_no_frame() -> None:
    sentence = analysis("n").sentences[1].span
    found = find_evidence(column(), Place("n", sentence))
    assert found is not None
    assert all(mark.form is not MarkForm.SELECTED for mark in found.marks)


@given(st.integers(0, 60), st.integers(1, 20))
def test_marks_never_leave_the_text_shown(start: int, length: int) -> None:
    text = article("n").text
    span = Span(start, min(start + length, len(text)))
    found = find_evidence(column(), Place("n", span))
    assert found is not None
    for mark in found.marks:
        assert mark.span.end <= len(found.text)
    near = clipped(found)
    assert all(mark.span.end <= len(near.text) for mark in near.marks)


def long_column(lead: int, tail: int) -> tuple[OutletColumn, Place]:
    text = "word " * lead + "reckless " + "word " * tail
    span = Span(5 * lead, 5 * lead + len("reckless"))
    made = analysis("n")
    sentence = replace(made.sentences[0], span=Span(0, len(text)))
    lone = replace(made, sentences=(sentence,), loaded=(), quotations=())
    base = column()
    return replace(base, article=replace(base.article, text=text), analysis=lone), Place("n", span)


@given(st.integers(0, 400), st.integers(0, 3000))
def test_words_deep_in_a_long_sentence_are_shown_and_marked(lead: int, tail: int) -> None:
    found = find_evidence(*long_column(lead, tail))
    assert found is not None
    assert found.words == "reckless" or not found.marks
    assert len(found.text) <= LONGEST_TEXT + 2
    assert "reckless" in clipped(found).text[:80]


@given(st.integers(0, 400))
def test_clipped_marks_stay_on_their_words(lead: int) -> None:
    found = find_evidence(*long_column(lead, 5))
    assert found is not None
    near = clipped(found)
    assert [mark.span.of(near.text) for mark in near.marks] == ["reckless"]


def test_wordings_of_one_sentence_share_a_row() -> None:
    found = [find_evidence(column(), place("n", w)) for w in ("slammed", "reckless", "foolish")]
    rows = by_sentence([row for row in found if row is not None])
    assert [row.number for row in rows] == [2, 3]
    framed = [mark for mark in rows[0].marks if mark.form is MarkForm.SELECTED]
    assert len(framed) == 2


def test_another_form_takes_the_place_of_the_frame() -> None:
    found = find_evidence(column("e"), place("e", "900"))
    assert found is not None
    forms = {mark.form for mark in with_form(found, MarkForm.OTHER_FIGURE).marks}
    assert MarkForm.OTHER_FIGURE in forms
    assert MarkForm.SELECTED not in forms
