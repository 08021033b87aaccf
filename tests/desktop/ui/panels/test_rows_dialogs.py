"""The dialogs with a table of rows by keys: copies of an article, and outlets of a library."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.model.copies import CopyKind
from desktop.services.outlet_names import Outlet
from desktop.ui.models.copies import ArticleCopies, CopyRow
from desktop.ui.panels.copies_dialog import CopiesDialog
from desktop.ui.panels.outlets_dialog import OutletsDialog
from desktop.ui.panels.rows_table import RowsTable
from tests.desktop.ui.emitted import emitted

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
LEFT, RETURN = Qt.MouseButton.LeftButton, Qt.Key.Key_Return
MARKUP = "<b>Storm</b> & <img src=x>"
COPY = CopyRow("b", MARKUP, "Norland Wire", None, CopyKind.REPRINT, 0.9, False, False)
INSIDER = Outlet("Harbor Insider", 0, 3, ("harborinsider.com", "HI"))
D = TypeVar("D", bound=QDialog)
POST = Outlet("Anville Post", 1, 12, ())


def shown(dialog: D, qtbot: QtBot) -> D:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def copies(*rows: CopyRow) -> ArticleCopies:
    return ArticleCopies("a", "Storm", rows)


@pytest.fixture
def outlets(host: QWidget, qtbot: QtBot) -> OutletsDialog:
    return shown(OutletsDialog((INSIDER, POST), host), qtbot)


def row_of(table: RowsTable, nth: int) -> list[str]:
    items = [table.item(nth, column) for column in range(table.columnCount())]
    return [item.text() if item else "" for item in items]


def test_a_table_shows_rows_in_place_of_others_and_lets_no_cell_be_typed_in(qtbot: QtBot) -> None:
    table = RowsTable("Two columns", ("A", "B"), 30)
    qtbot.addWidget(table)
    table.show_rows([("1", MARKUP), ("2", "b"), ("3", "c")], figures=(0,))
    table.show_rows([("4", MARKUP)], figures=(0,))
    assert table.rowCount() == 1
    assert row_of(table, 0) == ["4", MARKUP]
    figure, words = table.item(0, 0), table.item(0, 1)
    assert figure is not None
    assert words is not None
    assert figure.textAlignment() & Qt.AlignmentFlag.AlignRight.value
    assert not words.textAlignment() & Qt.AlignmentFlag.AlignRight.value
    assert not words.flags() & Qt.ItemFlag.ItemIsEditable


def test_tab_leaves_the_table_and_arrows_stay_in_it(outlets: OutletsDialog) -> None:
    assert outlets.table.hasFocus()
    QTest.keyClick(outlets.table, Qt.Key.Key_Down)
    assert outlets.chosen == INSIDER
    assert outlets.card.name.text() == "Harbor Insider"
    QTest.keyClick(outlets.table, Qt.Key.Key_Tab)
    assert not outlets.table.hasFocus()
    assert outlets.chosen == INSIDER


def test_a_click_chooses_the_whole_row(outlets: OutletsDialog) -> None:
    cell = outlets.table.visualRect(outlets.table.model().index(1, 2))
    QTest.mouseClick(outlets.table.viewport(), LEFT, pos=cell.center())
    assert outlets.chosen == INSIDER
    assert len(outlets.table.selectedItems()) == 3


def test_enter_in_a_field_does_what_its_button_says_and_the_window_stays(
    outlets: OutletsDialog,
) -> None:
    added, renamed = emitted(outlets.card.alias_added), emitted(outlets.card.renamed)
    outlets.card.new_name.setFocus()
    QTest.keyClicks(outlets.card.new_name, "AP")
    QTest.keyClick(outlets.card.new_name, RETURN)
    assert added == [("AP", "Anville Post")]
    assert outlets.isVisible()
    outlets.card.name.setFocus()
    outlets.card.name.selectAll()
    QTest.keyClicks(outlets.card.name, "The Post")
    QTest.keyClick(outlets.card.name, RETURN)
    assert renamed == [("Anville Post", "The Post")]
    assert outlets.isVisible()


def test_enter_in_an_empty_field_changes_and_closes_nothing(outlets: OutletsDialog) -> None:
    added = emitted(outlets.card.alias_added)
    outlets.card.new_name.setFocus()
    QTest.keyClick(outlets.card.new_name, RETURN)
    assert added == []
    assert outlets.isVisible()


def test_enter_on_a_button_of_the_card_presses_it_once(outlets: OutletsDialog) -> None:
    forgotten = emitted(outlets.card.alias_forgotten)
    outlets.choose("Harbor Insider")
    outlets.card.forget.setFocus()
    QTest.keyClick(outlets.card.forget, RETURN)
    assert forgotten == ["harborinsider.com"]
    assert outlets.isVisible()


def test_escape_closes_the_outlets_from_a_field(outlets: OutletsDialog) -> None:
    renamed = emitted(outlets.card.renamed)
    outlets.card.name.setFocus()
    QTest.keyClicks(outlets.card.name, "x")
    QTest.keyClick(outlets.card.name, Qt.Key.Key_Escape)
    assert not outlets.isVisible()
    assert renamed == []


def test_very_many_outlets_with_foreign_names_are_listed_by_name(outlets: OutletsDialog) -> None:
    many = [Outlet(f"{MARKUP} {nth:03}", nth, nth, ()) for nth in reversed(range(300))]
    outlets.show_outlets(many)
    assert outlets.table.rowCount() == 300
    assert row_of(outlets.table, 7) == [f"{MARKUP} 007", "7", ""]
    QTest.keyClick(outlets.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert outlets.chosen == many[0]
    assert outlets.card.name.text() == f"{MARKUP} 299"


def test_enter_on_a_copy_shows_both_side_by_side_once(host: QWidget, qtbot: QtBot) -> None:
    dialog = shown(CopiesDialog(copies(COPY, replace(COPY, id="c")), host), qtbot)
    compared = emitted(dialog.compared)
    assert dialog.table.hasFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, RETURN)
    assert compared == ["c"]
    assert not dialog.isVisible()


def test_a_copy_stands_with_its_headline_as_plain_words(host: QWidget, qtbot: QtBot) -> None:
    long = replace(COPY, id="c", outlet="", title=f"{MARKUP}\n" * 100)
    dialog = shown(CopiesDialog(copies(COPY, long), host), qtbot)
    assert row_of(dialog.table, 0) == [COPY.what, "Norland Wire", "Date not stated", MARKUP]
    assert row_of(dialog.table, 1)[1] == "Not stated"
    assert len(row_of(dialog.table, 1)[3]) <= 300
    assert "\n" not in row_of(dialog.table, 1)[3]


def test_a_copy_that_is_gone_leaves_the_first_chosen_and_none_leaves_no_card(
    host: QWidget, qtbot: QtBot
) -> None:
    dialog = shown(CopiesDialog(copies(COPY, replace(COPY, id="c")), host), qtbot)
    compared = emitted(dialog.compared)
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    dialog.show_copies(copies(COPY))
    assert dialog.chosen == COPY
    dialog.show_copies(copies())
    assert dialog.chosen is None
    assert not dialog.card.isVisible()
    QTest.keyClick(dialog.table, Qt.Key.Key_Escape)
    assert compared == []
    assert not dialog.isVisible()
