"""The mouse and the keys on parts of a window, and what stands in it then."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.models.sidebar import Shelf
from desktop.ui.windows.desk import Desk
from tests.desktop.ui.windows.opened import settle

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
UNDO = (Qt.Key.Key_Z, CONTROL)


def button(part: QWidget, words: str) -> QAbstractButton:
    """Return the button of a part that is seen and called so."""
    named = [
        one
        for one in part.findChildren(QAbstractButton)
        if one.isVisible() and words in (one.accessibleName(), one.text())
    ]
    assert len(named) == 1, (words, len(named))
    return named[0]


def press(part: QWidget, words: str) -> None:
    """Click the button of a part that is seen and called so."""
    QTest.mouseClick(button(part, words), LEFT)


def row_middle(desk: Desk, outlet: str) -> QPoint:
    """Return the middle of the row of an outlet's article, scrolled into sight."""
    rows = desk.window.library.list
    article = next(row.summary.id for row in rows.model.articles if row.summary.outlet == outlet)
    index = rows.model.index(rows.model.row_of(article))
    rows.view.scrollTo(index)
    return rows.view.visualRect(index).center()


def click_article(
    qtbot: QtBot, desk: Desk, outlet: str, modifier: Qt.KeyboardModifier = PLAIN
) -> None:
    """Click the row of an outlet's article and wait until all has followed."""
    at = row_middle(desk, outlet)
    QTest.mouseClick(desk.window.library.list.view.viewport(), LEFT, modifier, at)
    settle(qtbot, desk)


def click_shelf(qtbot: QtBot, desk: Desk, shelf: Shelf) -> None:
    """Click a shelf in the sidebar and wait until its articles are listed."""
    sidebar = desk.window.library.sidebar
    index = sidebar.model.index(sidebar.model.row_of(shelf))
    sidebar.view.scrollTo(index)
    QTest.mouseClick(sidebar.view.viewport(), LEFT, pos=sidebar.view.visualRect(index).center())
    settle(qtbot, desk)


def press_keys(
    qtbot: QtBot, desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN
) -> None:
    """Press keys where the focus is and wait until all has followed."""
    QTest.keyClick(desk.window.focusWidget() or desk.window, key, modifier)
    settle(qtbot, desk)


def outlets(desk: Desk) -> list[str]:
    """Return the outlets of the articles listed, in their order."""
    return [row.summary.outlet for row in desk.window.library.list.model.articles]


def chosen(desk: Desk) -> set[str]:
    """Return the outlets of the articles chosen."""
    ids = set(desk.window.library.list.chosen_ids)
    rows = desk.window.library.list.model.articles
    return {row.summary.outlet for row in rows if row.summary.id in ids}


def shown_outlet(desk: Desk) -> str:
    """Return the outlet of the article that the reading pane shows, or nothing."""
    article = desk.reading.pane.article
    return article.outlet if article else ""


def toast(desk: Desk) -> tuple[str, str]:
    """Return title and text of the message that is seen; empty where none is."""
    if not desk.window.toast.isVisible():
        return "", ""
    return desk.window.toast.title.accessibleName(), desk.window.toast.text.accessibleName()


def labels(desk: Desk) -> tuple[str, str]:
    """Return what Undo and Redo say they would do; nothing where they cannot be used."""
    undo, redo = desk.window.commands["undo"], desk.window.commands["redo"]
    assert undo.text().startswith("&Undo")
    assert redo.text().startswith("&Redo")
    return (
        undo.text().removeprefix("&Undo").strip() if undo.isEnabled() else "",
        redo.text().removeprefix("&Redo").strip() if redo.isEnabled() else "",
    )
