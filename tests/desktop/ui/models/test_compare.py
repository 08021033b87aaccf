"""The grid of the event comparison."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from desktop.core.model.analyses import Rate, VoiceFigures
from desktop.ui.figures.outlets import Voices, outlet_columns
from desktop.ui.models.compare import (
    CELL,
    CompareModel,
    GridCell,
    RowKind,
    grid_rows,
    header_line,
    headline_of,
)
from desktop.ui.models.links import link_reasons
from desktop.ui.paint.marks import MarkForm
from tests.desktop.ui.made_event import made_event, place


def model(voices: Voices = Voices.BOTH) -> CompareModel:
    view = made_event()
    return CompareModel(grid_rows(view.comparison, voices), outlet_columns(view), voices)


def row_of(made: CompareModel, kind: RowKind, nth: int = 0) -> int:
    return [n for n, row in enumerate(made.rows) if row.kind is kind][nth]


def test_the_rows_are_headline_wording_tone_and_claims_in_their_order() -> None:
    made = model()
    kinds = [row.kind for row in made.rows]
    assert kinds[:5] == [
        RowKind.HEADLINE,
        RowKind.LOADED_OWN,
        RowKind.LOADED_QUOTED,
        RowKind.TONE,
        RowKind.CLAIMS,
    ]
    claims = [row.claim.text for row in made.rows if row.claim]
    assert claims == [claim.text for claim in made_event().comparison.claims]
    assert made.rows[4].count == len(claims)


def test_own_voice_alone_leaves_only_claims_that_an_outlet_makes_itself() -> None:
    made = model(Voices.OWN)
    assert RowKind.LOADED_QUOTED not in [row.kind for row in made.rows]
    assert [row.claim.text for row in made.rows if row.claim] == ["The plan costs 400 jobs."]


def test_a_headline_has_its_marks_and_opens_itself() -> None:
    cell = model().cell(0, 0)
    assert headline_of(cell.column)[0] == "Mayor slams harbor plan"
    assert [mark.form for mark in cell.marks] == [MarkForm.OWN]
    assert cell.places == (place("n", "Mayor slams harbor plan"),)


def test_a_cell_is_a_full_sentence_for_those_who_listen() -> None:
    made = model()
    loaded = made.index(row_of(made, RowKind.LOADED_OWN), 0).data()
    assert loaded == (
        "North Herald, loaded wording, own voice: 2 in 60 words, 8.0 per 100, range 2.0 to 14.0."
    )
    claim = made.index(row_of(made, RowKind.CLAIM), 1).data()
    assert claim == (
        "The plan costs 400 jobs. South Post: "
        "other scope, no contradiction, 400 in town, own voice."
    )


def test_what_was_not_found_says_so_and_accuses_nobody() -> None:
    made = model()
    index = made.index(row_of(made, RowKind.CLAIM, 1), 0)
    assert "not found in this text" in index.data()
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "No sentence on this was found. The outlet may have covered it elsewhere."


def test_the_head_of_the_claims_cannot_be_chosen() -> None:
    made = model()
    head = made.index(row_of(made, RowKind.CLAIMS), 0)
    assert not head.flags() & Qt.ItemFlag.ItemIsSelectable


def test_a_date_nobody_stated_is_not_stated_in_the_header() -> None:
    made = model()
    assert header_line(made.columns[0]).startswith("Date not stated")
    assert header_line(made.columns[1]).startswith("3 May 2024")
    assert made.headerData(0, Qt.Orientation.Horizontal) == "North Herald"


def test_a_cell_is_made_once() -> None:
    made = model()
    first: GridCell = made.index(0, 0).data(CELL)
    assert made.index(0, 0).data(CELL) is first


def test_reasons_of_an_event_list_what_is_shared_and_what_speaks_against() -> None:
    view = made_event()
    (reason,) = link_reasons(view.links, outlet_columns(view))
    assert (reason.left.name, reason.right.name) == ("North Herald", "South Post")
    assert dict(reason.lines) == {
        "Names": "Mayor",
        "Figures": "400",
        "Words": "harbor",
        "Apart": "not both dated",
        "Weakest": "One is not dated.",
    }


def test_a_cell_of_a_text_in_another_language_says_that_it_is_not_scored() -> None:
    view = made_event()
    rate = Rate(None, 0, 60, language="fr")
    figures = VoiceFigures(60, rate, rate)
    foreign = replace(view.analyses[0], language="fr", own=figures, quoted=figures, loaded=())
    view = replace(view, analyses=(foreign, *view.analyses[1:]))
    made = CompareModel(grid_rows(view.comparison, Voices.BOTH), outlet_columns(view), Voices.BOTH)
    column = [each.article.id for each in made.columns].index("n")
    for kind in (RowKind.LOADED_OWN, RowKind.LOADED_QUOTED, RowKind.TONE):
        assert "not scored: text in French" in made.cell(row_of(made, kind), column).sentence
        others = [made.cell(row_of(made, kind), n) for n in range(3) if n != column]
        assert not any("not scored" in cell.sentence for cell in others)
