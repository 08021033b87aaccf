"""The tables of voices: what a cell says and opens, for two outlets, for thirty, and for none."""

from __future__ import annotations

import pytest

from desktop.core.model.analyses import Voice
from desktop.core.model.places import Place
from desktop.core.model.wire import AgencySign, SignKind
from desktop.ui.figures.quote_grid import MOST_NARROW, empty_words
from desktop.ui.figures.voices import VoiceKind, VoiceSheets
from desktop.ui.figures.wire import sign_words, wire_empty
from desktop.ui.paint.sheets import Outlet, RowKind, Sheet, SheetCell, SheetRow, Sign, Square
from tests.desktop.ui.spoken_event import (
    CUT,
    OTHER,
    QUOTED,
    REPORTED,
    STORY,
    sheets_of,
    spoken_view,
)

QUOTES, WIRE, SHARES = VoiceKind.QUOTATIONS, VoiceKind.WIRE, VoiceKind.SHARES
pytestmark = pytest.mark.usefixtures("qapp")
JUDGING = ("omit", "plagiar", "copied", "hidden", "silent", "wrong", "missing")


def shown(*texts: str) -> VoiceSheets:
    return sheets_of(spoken_view(*texts))


def rows(sheet: Sheet) -> list[SheetRow]:
    return [row for row in sheet.rows if row.kind is RowKind.ROW]


def part_of(cell: SheetCell, kind: type) -> object:
    return next((part for line in cell.lines for part in line if isinstance(part, kind)), None)


def test_a_row_has_what_was_said_and_what_each_outlet_has_of_it() -> None:
    sheet = shown(QUOTED, CUT, OTHER, REPORTED, "The sun shone all day in Venn.")[QUOTES]
    (row,) = rows(sheet)
    label, *cells = row.cells

    assert [column.title for column in sheet.columns[1:]] == [f"Paper {n}" for n in range(5)]
    assert label.said.startswith("Ana Costa; “We will close the old harbor bridge")
    assert [cell.said.split(";")[0] for cell in cells] == [
        "fullest version",
        "cut",
        "other wording",
        "reported, not quoted",
        "Paper 4: not found",
    ]
    assert "cut: “before the winter storms arrive”" in cells[1].said
    assert "“shall shut” for “will close”" in cells[2].said
    assert "before winter" in cells[3].said


def test_marks_and_reports_have_squares_of_their_own_and_cells_open_their_words() -> None:
    view = spoken_view(QUOTED, CUT, REPORTED, "The sun shone all day in Venn.")
    (row,) = rows(sheets_of(view)[QUOTES])
    squares = [part_of(cell, Square) for cell in row.cells[1:]]

    assert [each.voice if isinstance(each, Square) else None for each in squares] == [
        Voice.QUOTED,
        Voice.QUOTED,
        Voice.INDIRECT,
        None,
    ]
    assert [len(cell.places) for cell in row.cells] == [1, 1, 1, 1, 0]
    text = view.articles[1].text
    assert row.cells[2].places[0].span.of(text) == "“We will close the old harbor bridge,”"


def test_more_outlets_than_six_have_signs_and_the_words_are_said() -> None:
    texts = [f"{QUOTED} {n} boats left." for n in range(3)]
    texts += [f"{CUT} {n} cars waited." for n in range(2)] + [OTHER, REPORTED, "Rain fell."]
    sheet = shown(*texts)[QUOTES]
    (row,) = rows(sheet)
    cells = row.cells[1:]

    assert len(cells) == 8
    assert isinstance(part_of(cells[5], Sign), Sign)
    assert cells[3].said == "Paper 3: cut. cut: “before the winter storms arrive”"
    assert cells[7].said == "Paper 7: not found"
    assert all(column.least_px < 50 for column in sheet.columns[1:])


def test_more_outlets_than_thirty_are_counted() -> None:
    names = [f"{chr(65 + n % 26)}{chr(97 + n // 26)}xen" for n in range(MOST_NARROW + 3)]
    texts = [f"{QUOTED} {name} was read out by the clerk of {name}ville." for name in names[:-1]]
    sheet = shown(*texts, "Rain fell on Venn.")[QUOTES]
    (row,) = rows(sheet)

    assert [column.title for column in sheet.columns] == [
        "Said",
        "full",
        "cut",
        "merged",
        "other wording",
        "reported, not quoted",
        "not found",
    ]
    assert row.cells[1].said == f"{len(texts)} full"
    assert len(row.cells[1].places) == len(texts)
    assert row.cells[-1].said == "1 not found"


def test_one_text_printed_often_has_one_column_with_its_number() -> None:
    story = f"{STORY}. {QUOTED} " * 2
    sheets = shown(*[story] * 4, CUT)

    assert [column.title for column in sheets[QUOTES].columns] == [
        "Said",
        "Paper 0 ×4",
        "Paper 4",
    ]
    head = sheets[WIRE].rows[0]
    assert head.kind is RowKind.HEAD
    assert head.said == (
        "One text, counted once: Paper 0, Paper 1, Paper 2, Paper 3. 4 articles print it"
    )


def test_a_passage_shows_its_outlets_its_origin_and_what_differs() -> None:
    view = spoken_view(f"VENN (AP) — {STORY}. Nobody was hurt.", f"On its third day out, {STORY}.")
    sheet = sheets_of(view)[WIRE]
    (row,) = rows(sheet)
    count, words, outlets, origin, changes = row.cells

    assert count.said == str(len(STORY.split()))
    assert words.said.startswith("“The ferry to Venn was stopped")
    assert outlets.said == "Paper 0, Paper 1"
    assert origin.said == "AP; Paper 0 AP: dateline"
    assert origin.places[0].span.of(view.articles[0].text) == "AP"
    assert "adds “On its third day out”" in changes.said
    assert changes.said.endswith("held against Paper 0")


def test_no_sign_and_two_agencies_leave_the_origin_open() -> None:
    plain = rows(shown(f"{STORY}.", f"News. {STORY}.")[WIRE])[0].cells[3]
    both = rows(shown(f"VENN (AP) — {STORY}.", f"VENN (Reuters) — {STORY}.")[WIRE])[0].cells[3]

    assert (plain.said, plain.places) == ("none found", ())
    assert both.said.startswith("open: AP or Reuters")


def test_many_outlets_of_a_passage_are_named_and_six_are_shown() -> None:
    texts = [f"{STORY}. {name} gave no reason for it at all." for name in "ABCDEFGHIJ"]
    cell = rows(shown(*texts)[WIRE])[0].cells[2]
    badges = [part for line in cell.lines for part in line if isinstance(part, Outlet)]

    assert len(badges) == 6
    assert cell.said == ", ".join(f"Paper {n}" for n in range(10))
    assert len(cell.places) == 10


def test_shares_stand_by_size_with_what_is_only_here_and_not_here() -> None:
    long = "The mayor spoke of a bad day. Buses run instead. No one knows for how long yet."
    sheet = shown(f"{STORY}. {long}", f"{STORY}.", "Rain fell on the islands.")[SHARES]
    first, second = rows(sheet)

    assert [first.cells[0].said, second.cells[0].said] == ["Paper 1", "Paper 0"]
    assert first.cells[1].said == f"{len(STORY.split())} of {len(STORY.split())} words 100\u2009%"
    assert (first.cells[3].said, first.cells[4].said) == ("0 passages", "1 passage")
    assert len(first.cells[4].places) == 1
    assert second.cells[3].said == "–"


def test_texts_that_change_nothing_share_a_row() -> None:
    sheet = shown(*[f"{STORY}."] * 9)[SHARES]

    assert sheet.rows[-1].kind is RowKind.NOTE
    assert sheet.rows[-1].said.startswith("8 texts: no sentence added, none cut: Paper 1")
    assert len(sheet.rows) == 2


@pytest.mark.parametrize("texts", [(), ("Rain fell.",), ("Rain fell.", "The sun shone.")])
def test_where_nothing_is_shared_it_is_said_why(texts: tuple[str, ...]) -> None:
    sheets = shown(*texts)

    assert [
        sheets[QUOTES].rows,
        sheets[WIRE].rows,
        sheets[SHARES].rows,
    ] == [(), (), ()]
    assert sheets[QUOTES].empty == empty_words(len(texts))
    assert sheets[WIRE].empty == wire_empty(len(texts))
    assert ("one article" in sheets[WIRE].empty) is (len(texts) < 2)


def test_no_word_of_the_tables_judges() -> None:
    sheets = shown(QUOTED, CUT, REPORTED, f"{STORY}. It rained.", f"{STORY}.")
    for sheet in (sheets[QUOTES], sheets[WIRE], sheets[SHARES]):
        said = " ".join(cell.said for row in sheet.rows for cell in row.cells).lower()
        assert not [word for word in JUDGING if word in said + sheet.empty.lower()]


def test_each_kind_of_sign_has_words() -> None:
    assert len({sign_words(kind) for kind in SignKind}) == len(SignKind)
    assert AgencySign("AP", SignKind.OUTLET, "a").place is None
    assert isinstance(rows(shown(QUOTED, QUOTED)[QUOTES])[0].cells[0].places[0], Place)
