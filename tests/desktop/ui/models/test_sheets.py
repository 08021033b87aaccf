"""Rows of a sheet for a view: a page at a time, spoken in full, and as text for a spreadsheet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.ui.controls.labels import plain_tooltip
from desktop.ui.figures.details import DetailKind, make_sheet
from desktop.ui.models.sheets import CELL, COLUMN, PAGE, ROW, SheetModel, places_of, sheet_twin
from desktop.ui.paint.sheets import Column, RowKind, Sheet, SheetCell, SheetRow, Words
from tests.desktop.ui.made_details import made_details, texts_of
from tests.desktop.ui.made_event import made_event, place

pytestmark = pytest.mark.usefixtures("qapp")
DISPLAY, SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole
TIP = Qt.ItemDataRole.ToolTipRole


def cell(words: str) -> SheetCell:
    return SheetCell(((Words(words),),), (place("n", "400"),))


def long_sheet(rows: int) -> Sheet:
    made = tuple(SheetRow((cell(f"a{nth}"), cell(f"b{nth}"))) for nth in range(rows))
    return Sheet((Column("First"), Column("Second")), made)


@pytest.mark.parametrize("kind", DetailKind)
def test_the_model_of_every_sheet_is_sound(kind: DetailKind) -> None:
    model = SheetModel(make_sheet(kind, made_details(), texts_of(made_event())))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.rowCount() == len(model.sheet.rows)
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            assert isinstance(model.index(row, column).data(CELL), SheetCell)
    del tester


def test_rows_come_a_page_at_a_time() -> None:
    model = SheetModel(long_sheet(2 * PAGE + 7))
    counts = [model.rowCount()]
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
        counts.append(model.rowCount())
    assert counts == [PAGE, 2 * PAGE, 2 * PAGE + 7]
    assert len(model.rows) == 2 * PAGE + 7


def test_the_first_rows_alone_are_kept_where_a_card_is_short() -> None:
    model = SheetModel(long_sheet(20), most_rows=3)
    assert model.rowCount() == 3
    assert not model.canFetchMore(QModelIndex())


def test_a_cell_is_spoken_with_the_title_of_its_column() -> None:
    model = SheetModel(long_sheet(1), tooltip=plain_tooltip)
    second = model.index(0, 1)
    assert second.data(SPOKEN) == "Second: b0"
    assert second.data(DISPLAY) == "b0"
    assert "b0" in second.data(TIP)
    assert second.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None


def test_words_of_a_text_are_no_markup_in_the_tooltip() -> None:
    shown = Sheet((Column(""),), (SheetRow((cell("<b>bold</b>"),)),))
    assert "&lt;b&gt;" in SheetModel(shown, tooltip=plain_tooltip).index(0, 0).data(TIP)


def test_a_row_that_spans_is_the_same_in_each_column() -> None:
    head = SheetRow((cell("Soldiers"),), RowKind.HEAD, "No different figure.")
    model = SheetModel(Sheet((Column("a"), Column("b")), (head,)))
    assert model.index(0, 0).data(SPOKEN) == "Soldiers. No different figure."
    assert model.index(0, 1).data(CELL) == model.index(0, 0).data(CELL)
    assert model.index(0, 1).data(ROW) is head


def test_headers_give_title_and_column() -> None:
    model = SheetModel(long_sheet(1))
    across = Qt.Orientation.Horizontal
    assert model.headerData(0, across) == "First"
    assert model.headerData(1, across, COLUMN) == model.sheet.columns[1]
    assert model.headerData(0, across, Qt.ItemDataRole.FontRole) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_as_text_every_row_has_as_many_cells_as_there_are_columns() -> None:
    head = SheetRow((cell("Soldiers"),), RowKind.HEAD, "Two.")
    twin = sheet_twin(Sheet((Column("a"), Column("b")), (head, *long_sheet(1).rows)))
    assert twin.as_text() == "a\tb\nSoldiers. Two.\t\na0\tb0"


def test_places_are_given_once_in_their_order() -> None:
    one, two = place("n", "400"), place("e", "900")
    cells = [SheetCell((), (two, one)), SheetCell((), (one,))]
    assert places_of(cells) == (two, one)
