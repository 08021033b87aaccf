"""The privacy page in the window: by the menu, with a real test beside the window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ingest import process
from desktop.ui.panels.privacy_dialog import PrivacyDialog
from desktop.ui.windows.desk import Desk
from tests.desktop.ui.windows.opened import PATIENCE_MS, settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def open_page(qtbot: QtBot, desk: Desk) -> PrivacyDialog:
    desk.window.commands["privacy"].trigger()
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, PrivacyDialog)]
    (dialog,) = [each for each in found if each.isVisible()]
    qtbot.waitUntil(dialog.test.isEnabled, timeout=PATIENCE_MS)
    return dialog


def test_the_menu_opens_the_page_and_the_test_has_been_run(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    dialog = open_page(qtbot, samples_desk)
    assert dialog.means.facts
    assert "Open a file of yours" in {fact.words for fact in dialog.trials.facts}
    assert dialog.data.shown_rows
    dialog.test.click()
    qtbot.waitUntil(dialog.test.isEnabled, timeout=PATIENCE_MS)
    dialog.close_button.click()
    settle(qtbot, samples_desk)


def test_a_page_that_was_closed_before_the_result_is_left_alone(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    dialog = open_page(qtbot, samples_desk)
    dialog.test.click()
    dialog.close_button.click()
    settle(qtbot, samples_desk)


def test_a_reader_that_cannot_be_started_is_told_on_the_page(
    qtbot: QtBot, samples_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "worker_command", lambda: ["/no/such/program"])
    dialog = open_page(qtbot, samples_desk)
    (fact,) = dialog.trials.facts
    assert fact.is_good is False
    assert "could not be run" in fact.words
    dialog.close_button.click()
