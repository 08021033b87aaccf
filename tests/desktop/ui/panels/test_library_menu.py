"""The menu of libraries by keys alone: crowded, with libraries that are gone, and foreign names."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.ui.panels.library_menu import LibraryChoice, LibraryMenu, MenuRow
from desktop.ui.theme import theme
from tests.desktop.ui.emitted import emitted

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
LEFT = Qt.MouseButton.LeftButton
MARKUP = "<b>Storm</b> & <img src=x>"


def library(nth: int, *, is_missing: bool = False) -> LibraryChoice:
    return LibraryChoice(
        f"Library {nth}", f"{nth} articles", f"sqlite:////{nth}", False, is_missing
    )


def opened(
    host: QWidget, libraries: Sequence[LibraryChoice], actions: Sequence[QAction] = ()
) -> LibraryMenu:
    menu = LibraryMenu(libraries, [actions] if actions else [], host)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    menu.show_under(host)
    return menu


def focused(menu: LibraryMenu) -> int:
    """Return which row has the keys, -1 for none."""
    return next((nth for nth, row in enumerate(menu.rows) if row.hasFocus()), -1)


def is_in_view(menu: LibraryMenu, row: MenuRow) -> bool:
    return not row.visibleRegion().isEmpty() and menu.rect().contains(
        row.mapTo(menu, row.rect().center())
    )


def test_the_arrows_go_round(host: QWidget) -> None:
    menu = opened(host, [library(nth) for nth in range(3)])
    visited = [focused(menu)]
    for _step in range(3):
        QTest.keyClick(menu.rows[focused(menu)], Qt.Key.Key_Down)
        visited.append(focused(menu))
    assert visited == [0, 1, 2, 0]
    QTest.keyClick(menu.rows[0], Qt.Key.Key_Up)
    assert focused(menu) == 2


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_library_is_opened_by_keys_alone(host: QWidget, key: Qt.Key) -> None:
    menu = opened(host, [library(0), library(1)])
    chosen = emitted(menu.chosen)
    QTest.keyClick(menu.rows[0], Qt.Key.Key_Down)
    QTest.keyClick(menu.rows[1], key)
    assert chosen == ["sqlite:////1"]
    assert not menu.isVisible()


def test_a_library_that_is_gone_is_passed_over_and_cannot_be_opened(host: QWidget) -> None:
    gone = [library(0, is_missing=True), library(1), library(2, is_missing=True), library(3)]
    menu = opened(host, gone)
    chosen = emitted(menu.chosen)
    assert focused(menu) == 1
    QTest.keyClick(menu.rows[1], Qt.Key.Key_Down)
    assert focused(menu) == 3
    QTest.mouseClick(menu.rows[0], LEFT)
    assert chosen == []
    assert menu.isVisible()


def test_where_nothing_can_be_chosen_keys_do_no_harm(host: QWidget) -> None:
    menu = opened(host, [library(0, is_missing=True)])
    chosen = emitted(menu.chosen)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(menu, key)
    assert focused(menu) == -1
    assert chosen == []
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


def test_escape_closes_and_chooses_nothing(host: QWidget) -> None:
    menu = opened(host, [library(0)])
    chosen = emitted(menu.chosen)
    QTest.keyClick(menu.rows[0], Qt.Key.Key_Escape)
    assert not menu.isVisible()
    assert chosen == []


def test_very_many_libraries_stay_inside_the_screen_and_come_into_view(host: QWidget) -> None:
    menu = opened(host, [library(nth) for nth in range(60)])
    assert menu.height() <= theme().px(640)
    assert host.screen().availableGeometry().contains(menu.geometry().topLeft())
    assert not is_in_view(menu, menu.rows[59])
    QTest.keyClick(menu.rows[0], Qt.Key.Key_Up)
    assert focused(menu) == 59
    assert is_in_view(menu, menu.rows[59])


def test_a_foreign_name_is_never_markup(host: QWidget) -> None:
    url = f"sqlite:////{MARKUP}.crosslight"
    menu = opened(host, [LibraryChoice(MARKUP, MARKUP, url, is_open=True)])
    row = menu.rows[0]
    assert row.text() == MARKUP
    assert row.accessibleName() == f"{MARKUP}, {MARKUP}, open now"
    assert "<img" not in row.toolTip()
    assert "&lt;img" in row.toolTip()


def test_a_command_shows_its_keys_and_is_done_once(host: QWidget) -> None:
    action, off = QAction("&Back up now", host), QAction("Move", host)
    action.setShortcut("Ctrl+B")
    off.setEnabled(False)
    done, not_done = emitted(action.triggered), emitted(off.triggered)
    menu = opened(host, [library(0)], [action, off])
    assert menu.rows[1].text() == "Back up now"
    QTest.mouseClick(menu.rows[2], LEFT)
    assert not_done == []
    QTest.keyClick(menu.rows[0], Qt.Key.Key_Down)
    QTest.keyClick(menu.rows[1], Qt.Key.Key_Return)
    assert len(done) == 1
    assert not menu.isVisible()
