"""The outlets in their dialog: named, renamed, merged, and followed while they change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.services.outlet_names import Outlet
from desktop.ui.panels.outlets_dialog import OutletsDialog
from tests.desktop.ui.emitted import emitted

INSIDER = Outlet("Harbor Insider", 0, 3, ("harborinsider.com", "HI"))
POST = Outlet("Anville Post", 1, 1, ())
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(qtbot: QtBot) -> OutletsDialog:
    made = OutletsDialog((INSIDER, POST))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def cells(dialog: OutletsDialog) -> list[list[str]]:
    table = dialog.table
    found = [[table.item(row, column) for column in range(3)] for row in range(table.rowCount())]
    return [[item.text() if item else "" for item in row] for row in found]


def test_outlets_stand_by_name_with_their_other_names(dialog: OutletsDialog) -> None:
    assert cells(dialog) == [
        ["Anville Post", "1", ""],
        ["Harbor Insider", "3", "harborinsider.com, HI"],
    ]
    assert dialog.chosen == POST
    assert not dialog.card.forget.isEnabled()


def test_a_name_is_added_and_one_forgotten(dialog: OutletsDialog) -> None:
    added, forgotten = emitted(dialog.card.alias_added), emitted(dialog.card.alias_forgotten)
    dialog.choose("Harbor Insider")
    assert not dialog.card.add.isEnabled()
    QTest.keyClicks(dialog.card.new_name, "H.I.")
    QTest.keyClick(dialog.card.new_name, Qt.Key.Key_Return)
    dialog.card.names.setCurrentText("HI")
    QTest.mouseClick(dialog.card.forget, LEFT)
    assert added == [("H.I.", "Harbor Insider")]
    assert forgotten == ["HI"]


def test_an_outlet_is_renamed_and_stays_chosen(dialog: OutletsDialog) -> None:
    renamed = emitted(dialog.card.renamed)
    dialog.choose("Harbor Insider")
    assert not dialog.card.rename.isEnabled()
    dialog.card.name.selectAll()
    QTest.keyClicks(dialog.card.name, "Pier Daily")
    QTest.mouseClick(dialog.card.rename, LEFT)
    assert renamed == [("Harbor Insider", "Pier Daily")]
    dialog.show_outlets((Outlet("Pier Daily", 0, 3, ("Harbor Insider",)), POST))
    assert dialog.chosen is not None
    assert dialog.chosen.name == "Pier Daily"


def test_two_outlets_are_merged_into_the_one_that_is_picked(dialog: OutletsDialog) -> None:
    merged = emitted(dialog.card.merged)
    assert not dialog.card.merge.isEnabled()
    dialog.card.others.setCurrentText("Harbor Insider")
    QTest.mouseClick(dialog.card.merge, LEFT)
    assert merged == [("Anville Post", "Harbor Insider")]


def test_a_library_that_cannot_be_written_lets_nothing_be_changed(dialog: OutletsDialog) -> None:
    dialog.card.allow(False)
    dialog.choose("Harbor Insider")
    QTest.keyClicks(dialog.card.new_name, "x")
    buttons = (dialog.card.rename, dialog.card.add, dialog.card.forget, dialog.card.merge)
    assert not any(button.isEnabled() for button in buttons)


def test_without_outlets_a_sentence_says_so(dialog: OutletsDialog) -> None:
    dialog.show_outlets(())
    assert dialog.empty.isVisibleTo(dialog)
    assert dialog.chosen is None
    assert not dialog.card.name.isEnabled()
