"""The backups in their dialog by keys: one is brought back once, and never one that is damaged."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.services.backups import Backup, BackupKind
from desktop.ui.panels.backups_dialog import BackupsDialog, kind_words
from tests.desktop.ui.emitted import emitted

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
NOW = datetime(2024, 11, 2, 12, 0, tzinfo=UTC)
LEFT, RETURN = Qt.MouseButton.LeftButton, Qt.Key.Key_Return


def backup(hours: int, articles: int | None = 5) -> Backup:
    path = Path(f"/b/{hours}")
    return Backup(path, NOW - timedelta(hours=hours), BackupKind.TIMED, 2_400_000, articles)


def opened(host: QWidget, qtbot: QtBot, backups: Iterable[Backup]) -> BackupsDialog:
    dialog = BackupsDialog(tuple(backups), NOW, host)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_keys_alone_bring_a_backup_back_once(host: QWidget, qtbot: QtBot) -> None:
    dialog = opened(host, qtbot, [backup(1), backup(2)])
    chosen = emitted(dialog.chosen)
    assert dialog.list.hasFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, RETURN)
    assert chosen == [Path("/b/2")]
    assert not dialog.isVisible()


def test_the_latest_that_can_be_read_is_offered_first(host: QWidget, qtbot: QtBot) -> None:
    dialog = opened(host, qtbot, [backup(1, None), backup(2), backup(3)])
    chosen = emitted(dialog.chosen)
    assert dialog.list.currentRow() == 1
    QTest.mouseClick(dialog.take, LEFT)
    assert chosen == [Path("/b/2")]


def test_a_damaged_backup_is_not_brought_back_by_enter(host: QWidget, qtbot: QtBot) -> None:
    dialog = opened(host, qtbot, [backup(1), backup(2, None)])
    chosen = emitted(dialog.chosen)
    dialog.list.setCurrentRow(1)
    assert not dialog.take.isEnabled()
    QTest.keyClick(dialog.list, RETURN)
    assert chosen == []
    assert dialog.isVisible()


def test_where_all_are_damaged_only_a_file_can_be_chosen(host: QWidget, qtbot: QtBot) -> None:
    dialog = opened(host, qtbot, [backup(1, None), backup(2, None)])
    chosen, wanted = emitted(dialog.chosen), emitted(dialog.file_wanted)
    assert dialog.list.count() == 2
    assert not dialog.take.isEnabled()
    QTest.keyClick(dialog.list, RETURN)
    assert chosen == []
    QTest.mouseClick(dialog.other, LEFT)
    assert len(wanted) == 1
    assert not dialog.isVisible()


def test_enter_on_cancel_cancels(host: QWidget, qtbot: QtBot) -> None:
    dialog = opened(host, qtbot, [backup(1)])
    chosen = emitted(dialog.chosen)
    dialog.cancel.setFocus()
    QTest.keyClick(dialog.cancel, RETURN)
    assert chosen == []
    assert dialog.result() == BackupsDialog.DialogCode.Rejected


def test_escape_brings_nothing_back(host: QWidget, qtbot: QtBot) -> None:
    dialog = opened(host, qtbot, [backup(1)])
    chosen, wanted = emitted(dialog.chosen), emitted(dialog.file_wanted)
    QTest.keyClick(dialog.list, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert (chosen, wanted) == ([], [])


def test_without_a_backup_the_keys_are_on_the_choice_of_a_file(host: QWidget, qtbot: QtBot) -> None:
    dialog = opened(host, qtbot, [])
    wanted = emitted(dialog.file_wanted)
    assert dialog.other.hasFocus()
    QTest.keyClick(dialog.other, RETURN)
    assert len(wanted) == 1


def test_very_many_backups_scroll_and_the_window_keeps_its_height(
    host: QWidget, qtbot: QtBot
) -> None:
    few = opened(host, qtbot, [backup(1)])
    many = opened(host, qtbot, [backup(hours) for hours in range(1, 201)])
    assert many.sizeHint() == few.sizeHint()
    QTest.keyClick(many.list, Qt.Key.Key_End)
    assert many.list.currentRow() == 199
    seen = many.list.visualItemRect(many.list.item(199))
    assert many.list.viewport().rect().intersects(seen)


def test_each_kind_is_told_in_words_of_its_own() -> None:
    words = [kind_words(kind) for kind in BackupKind]
    assert all(words)
    assert len(set(words)) == len(words)
