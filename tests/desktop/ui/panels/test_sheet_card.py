"""A card with a sheet: its first rows, all rows on demand, words where there is nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.model.places import Place
from desktop.core.model.spans import Span
from desktop.ui.paint.sheets import Column, RowKind, Sheet, SheetCell, SheetRow, Words
from desktop.ui.panels.sheet_card import SheetCard
from tests.desktop.ui.emitted import emitted

LEFT = Qt.MouseButton.LeftButton
COLUMNS = (Column("Said"), Column("Paper"))


def cell(words: str, at: int = 0) -> SheetCell:
    return SheetCell(((Words(words),),), (Place("a", Span(at, at + 1)),))


def sheet(count: int) -> Sheet:
    rows = tuple(SheetRow((cell(f"row {n}", n), cell(f"cell {n}", n))) for n in range(count))
    return Sheet(COLUMNS, rows, "Nothing was found.")


@pytest.fixture
def card(host: QWidget, qtbot: QtBot) -> SheetCard:
    made = SheetCard("Quotations", "Version by version", 4, host)
    made.resize(700, 420)
    made.show()
    qtbot.waitExposed(host)
    return made


def test_a_short_sheet_is_shown_whole_and_offers_nothing_more(card: SheetCard) -> None:
    card.show_sheet(sheet(5), is_whole=False)

    assert len(card.table.shown_rows) == 5
    assert not card.show_all.isVisible()
    assert not card.empty.isVisible()


def test_a_long_one_shows_its_first_rows_and_says_how_many_there_are(card: SheetCard) -> None:
    asked = emitted(card.all_asked)
    card.show_sheet(sheet(9), is_whole=False)
    assert len(card.table.shown_rows) == 4
    assert card.show_all.text() == "Show all 9"
    assert card.show_all.accessibleName() == "Quotations: Show all 9"
    QTest.mouseClick(card.show_all, LEFT)

    assert len(asked) == 1


def test_heads_and_remarks_are_not_counted_as_rows(card: SheetCard) -> None:
    plain = sheet(9)
    head = SheetRow((cell("One text"),), RowKind.HEAD)
    card.show_sheet(Sheet(COLUMNS, (head, *plain.rows)), is_whole=False)

    assert card.show_all.text() == "Show all 9"


def test_all_rows_are_shown_when_they_are_asked_for(card: SheetCard) -> None:
    card.show_sheet(sheet(9), is_whole=True)

    assert card.is_whole
    assert len(card.table.shown_rows) == 9
    assert not card.show_all.isVisible()


def test_nothing_is_said_in_words(card: SheetCard) -> None:
    card.show_sheet(sheet(0), is_whole=False)

    assert card.empty.text() == "Nothing was found."
    assert card.empty.isVisible()
    assert not card.table.isVisible()
    assert not card.more.isVisible()


def test_rows_that_come_take_the_place_of_the_words(card: SheetCard) -> None:
    card.show_sheet(sheet(0), is_whole=False)
    card.show_sheet(sheet(2), is_whole=False)

    assert card.table.isVisible()
    assert not card.empty.isVisible()


def test_the_menu_copies_the_sheet_as_a_table(
    card: SheetCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QMenu] = []

    def show(menu: QMenu, _at: QPoint) -> None:
        shown.append(menu)

    monkeypatch.setattr(QMenu, "popup", show)
    card.show_sheet(sheet(9), is_whole=False)
    QTest.mouseClick(card.more, LEFT)
    actions = shown[0].actions()
    assert [action.text() for action in actions] == ["Copy as table", "Show every row"]
    actions[0].trigger()
    lines = QGuiApplication.clipboard().text().splitlines()

    assert lines[0] == "Said\tPaper"
    assert lines[9] == "row 8\tcell 8"


def test_a_cell_that_is_chosen_or_opened_is_passed_on(card: SheetCard) -> None:
    chosen, opened = emitted(card.cell_chosen), emitted(card.cell_opened)
    card.show_sheet(sheet(3), is_whole=False)
    card.table.setCurrentIndex(card.table.model().index(1, 1))
    QTest.keyClick(card.table, Qt.Key.Key_Return)

    assert chosen == opened == [cell("cell 1", 1)]


def test_the_words_chosen_elsewhere_are_framed(card: SheetCard) -> None:
    card.show_sheet(sheet(3), is_whole=False)
    places = [Place("a", Span(2, 3))]
    card.show_selection(places)

    assert card.table.selected == frozenset(places)


def test_the_card_and_its_buttons_have_names(card: SheetCard) -> None:
    assert card.accessibleName() == card.table.accessibleName() == "Quotations"
    assert card.more.accessibleName() == "More for Quotations"
