"""The profile of an outlet in the window: by keys, on the outlet of the article that is shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.services.decisions import edit_field
from desktop.ui.panels.profile_dialog import ProfileDialog
from desktop.ui.windows.desk import Desk
from desktop.ui.windows.main import COMPARE
from tests.desktop.ui.windows.opened import PATIENCE_MS, settle
from tests.desktop.ui.windows.pointing import CONTROL, SHIFT, click_article

OUTLET = "Antiwar.com"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def dialogs() -> list[ProfileDialog]:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, ProfileDialog)]
    return [dialog for dialog in found if dialog.isVisible()]


def press(desk: Desk) -> None:
    part = desk.window.focusWidget() or desk.window
    QTest.keyClick(part, Qt.Key.Key_U, CONTROL | SHIFT)


def test_the_keys_show_the_outlet_of_the_article_and_an_event_is_opened(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    click_article(qtbot, samples_desk, OUTLET)
    press(samples_desk)
    qtbot.waitUntil(lambda: len(dialogs()) == 1, timeout=PATIENCE_MS)
    (dialog,) = dialogs()
    assert dialog.chosen.text() == "Loaded wording, own voice"
    rows = [row.cells[1].said for row in dialog.measures.shown_rows]
    assert rows[0] == "too little: 1 event, 6 needed"
    assert len(dialog.events.shown_rows) == 1
    dialog.events.setFocus()
    dialog.events.setCurrentIndex(dialog.events.model().index(0, 0))
    QTest.keyClick(dialog.events, Qt.Key.Key_Return)
    settle(qtbot, samples_desk)
    assert samples_desk.window.page == COMPARE
    assert not dialogs()


def test_an_article_without_an_outlet_says_what_is_missing(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    click_article(qtbot, samples_desk, OUTLET)
    shown = samples_desk.reading.shown
    assert shown is not None
    article = shown.article.id
    samples_desk.workspace.decide(lambda library: edit_field(library, article, "outlet", ""))
    settle(qtbot, samples_desk)
    samples_desk.reading.read(article)
    settle(qtbot, samples_desk)
    press(samples_desk)
    settle(qtbot, samples_desk)
    assert not dialogs()
    assert samples_desk.window.toast.isVisible()
    assert "not stated" in samples_desk.window.toast.accessibleDescription() or any(
        "not stated" in label.text() for label in samples_desk.window.toast.findChildren(QLabel)
    )
