"""Notes beside an article say how the others stand to its words, and never which is right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.core.model.annotations import Annotation, AnnotationKind
from desktop.core.model.details import Details, FairClock, FigureDesk
from desktop.services.views import EventView
from desktop.ui.figures.notes import Notes, make_notes
from desktop.ui.paint.marks import Mark, MarkForm
from tests.desktop.ui.made_event import made_event, place


def with_notes(*annotations: Annotation) -> Details:
    return Details(
        FigureDesk(), (), (), (), FairClock(), (), (), (), (), annotations=tuple(annotations)
    )


WORDED = Annotation(
    place("n", "slammed"),
    AnnotationKind.WORD,
    "other verb",
    ("s",),
    (place("n", "slammed"), place("s", "questioned")),
)
FIGURE = Annotation(
    place("n", "400 jobs"),
    AnnotationKind.WORD,
    "other figure",
    ("e",),
    (place("n", "400 jobs"), place("e", "900 jobs")),
)
ADDED = Annotation(
    place("n", "The mayor slammed the reckless harbor plan."),
    AnnotationKind.ADD,
    "statement",
    ("s", "e"),
    (place("s", "He said no more."),),
)
LONE = Annotation(
    place("n", "He said “a foolish dream” cost 400 jobs."),
    AnnotationKind.NO_MENTION,
    "not found",
    ("s", "e"),
    (),
)
OF_ANOTHER = replace(WORDED, place=place("s", "questioned"), others=("n",))


@pytest.fixture
def view() -> EventView:
    return made_event("n", "s", "e")


def said(notes: Notes) -> list[str]:
    return [row.said for row in notes.sheet.rows]


def test_a_note_names_the_words_of_this_text_and_those_of_the_others(view: EventView) -> None:
    (note,) = said(make_notes("n", view, with_notes(WORDED, OF_ANOTHER)))
    assert "Other verb “slammed”" in note
    assert "South Post, s. " in note
    assert "“questioned”" in note


def test_another_figure_is_framed_as_it_is_elsewhere(view: EventView) -> None:
    notes = make_notes("n", view, with_notes(FIGURE, WORDED))
    assert notes.marks == (
        Mark(FIGURE.place.span, MarkForm.OTHER_FIGURE),
        Mark(WORDED.place.span, MarkForm.CHANGED),
    )


def test_what_others_add_and_whole_sentences_leave_the_text_unmarked(view: EventView) -> None:
    notes = make_notes("n", view, with_notes(ADDED, LONE))
    assert notes.marks == (None, None)


def test_what_the_others_do_not_mention_is_called_not_found(view: EventView) -> None:
    (note,) = said(make_notes("n", view, with_notes(LONE)))
    assert "Not found in the other 2 texts." in note
    single = replace(LONE, others=("s",))
    (note,) = said(make_notes("n", view, with_notes(single)))
    assert "Not found in the other text." in note


def test_others_of_whom_no_words_are_shown_are_named_all_the_same(view: EventView) -> None:
    (note,) = said(make_notes("n", view, with_notes(ADDED)))
    assert "He said no more" in note
    assert "Also East Wire" in note


def test_a_filter_keeps_notes_rows_and_marks_together(view: EventView) -> None:
    notes = make_notes("n", view, with_notes(ADDED, WORDED, LONE))
    worded = notes.only(AnnotationKind.WORD)
    assert worded.annotations == (WORDED,)
    assert worded.sheet.rows == notes.sheet.rows[1:2]
    assert worded.marks == notes.marks[1:2]
    assert notes.only(None) is notes


def test_the_foot_counts_the_claims_here_and_elsewhere(view: EventView) -> None:
    claims = view.comparison.claims
    here = [c for c in claims if any(cell.article == "n" and cell.evidence for cell in c.cells)]
    foot = make_notes("n", view, with_notes()).foot
    assert foot.startswith(f"{len(claims)} claims in the event: {len(here)} here")
    assert foot.endswith(f"{len(claims) - len(here)} only elsewhere")


def test_an_article_without_notes_says_so(view: EventView) -> None:
    sheet = make_notes("e", view, with_notes(WORDED)).sheet
    assert sheet.rows == ()
    assert "differs" in sheet.empty
