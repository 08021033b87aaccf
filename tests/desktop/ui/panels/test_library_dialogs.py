"""The banner's ways on, the menu of libraries, backups, and what is told or asked in a dialog."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.services.backups import Backup, BackupKind
from desktop.services.trash import TrashState
from desktop.ui.palettes import DARK, LIGHT
from desktop.ui.panels.backups_dialog import BackupsDialog, backup_words, moment_words
from desktop.ui.panels.banner import Banner
from desktop.ui.panels.library_menu import LibraryChoice, LibraryMenu
from desktop.ui.panels.settings_library import BackupsCard, LibraryCard
from desktop.ui.panels.told_dialog import AskDialog, ToldDialog
from desktop.ui.theme import theme
from tests.desktop.ui.emitted import emitted

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
FOREIGN = "<img src=x> <b>1</b> & 2"
NOW = datetime(2024, 11, 2, 12, 0, tzinfo=UTC)
LEFT = Qt.MouseButton.LeftButton


def backup(hours: float, articles: int | None = 5, kind: BackupKind = BackupKind.TIMED) -> Backup:
    return Backup(Path(f"/b/{hours}"), NOW - timedelta(hours=hours), kind, 2_400_000, articles)


def test_the_ways_of_a_banner_do_what_they_say_and_go_with_their_message(host: QWidget) -> None:
    banner, done = Banner(host), list[str]()
    banner.setGeometry(0, 0, 900, 40)
    ways = [("Try again", lambda: done.append("again")), ("Other", lambda: done.append("other"))]
    banner.show_message(FOREIGN, ways, "lock")
    assert [button.text() for button in banner.ways] == ["Try again", "Other"]
    assert all(button.isVisible() for button in banner.ways)
    QTest.mouseClick(banner.ways[1], LEFT)
    assert done == ["other"]
    banner.grab()
    banner.show_message("Another")
    assert banner.ways == ()


@pytest.mark.parametrize(
    ("days", "words"), [(0, "Today "), (1, "Yesterday "), (2, "31 Oct 2024 "), (400, "2023 ")]
)
def test_a_moment_is_told_as_people_say_it(days: int, words: str) -> None:
    assert words in moment_words(NOW - timedelta(days=days), NOW)


def test_a_backup_is_told_with_its_kind_articles_and_size() -> None:
    told = backup_words(backup(0, 1, BackupKind.EMPTYING), NOW)
    assert told.split("  ·  ")[1:] == ["before the trash was emptied", "1 article", "2.4 MB"]
    assert "cannot be read" in backup_words(backup(0, None), NOW)


def test_the_latest_backup_is_offered_and_one_that_cannot_be_read_is_not(host: QWidget) -> None:
    dialog = BackupsDialog([backup(1), backup(2, None), backup(3)], NOW, host)
    chosen, wanted = emitted(dialog.chosen), emitted(dialog.file_wanted)
    dialog.show()
    dialog.grab()
    assert dialog.list.currentRow() == 0
    dialog.list.setCurrentRow(1)
    assert not dialog.take.isEnabled()
    dialog.list.setCurrentRow(2)
    QTest.mouseClick(dialog.take, LEFT)
    assert chosen == [Path("/b/3")]
    assert wanted == []


def test_without_backups_a_file_can_be_chosen(host: QWidget) -> None:
    dialog = BackupsDialog([], NOW, host)
    wanted = emitted(dialog.file_wanted)
    dialog.show()
    assert not dialog.list.isVisible()
    assert not dialog.take.isEnabled()
    QTest.mouseClick(dialog.other, LEFT)
    assert len(wanted) == 1


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_the_menu_shows_foreign_names_as_they_stand_and_triggers_commands(
    host: QWidget, look: str
) -> None:
    theme().use(look)
    action = QAction("&Back up now", host)
    action.setProperty("icon_name", "device-floppy")
    off = QAction("Move", host)
    off.setEnabled(False)
    choices = [
        LibraryChoice(FOREIGN, "5 articles", "sqlite:////a", is_open=True),
        LibraryChoice("Other", "/b", "sqlite:////b"),
    ]
    menu = LibraryMenu(choices, [[action, off]], host)
    chosen, done = emitted(menu.chosen), emitted(action.triggered)
    menu.show_under(host)
    menu.grab()
    assert [row.text() for row in menu.rows] == [FOREIGN, "Other", "Back up now", "Move"]
    assert menu.rows[0].hasFocus()
    assert not menu.rows[3].isEnabled()
    assert "open now" in menu.rows[0].accessibleName()
    menu.rows[2].click()
    assert len(done) == 1
    assert not menu.isVisible()
    again = LibraryMenu(choices, [], host)
    again.chosen.connect(chosen.append)
    again.rows[1].click()
    assert "sqlite:////b" in chosen
    theme().use(LIGHT)


def test_what_is_told_is_plain_text_to_read_and_copy(host: QWidget) -> None:
    dialog = ToldDialog("What is damaged", "About it.", [FOREIGN, "second"], host)
    dialog.show()
    dialog.grab()
    assert dialog.text.toPlainText() == f"{FOREIGN}\nsecond"
    assert dialog.text.isReadOnly()
    QTest.mouseClick(dialog.close_button, LEFT)
    assert not dialog.isVisible()


def test_a_question_before_a_loss_is_answered_no_by_enter_and_by_escape(host: QWidget) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog = AskDialog("Delete 3 articles for good?", "This cannot be undone.", "Delete", host)
        accepted = emitted(dialog.accepted)
        dialog.show()
        dialog.grab()
        QTest.keyClick(dialog, key)
        assert accepted == []
        assert not dialog.isVisible()
    dialog = AskDialog("Delete 3 articles for good?", "This cannot be undone.", "Delete", host)
    accepted = emitted(dialog.accepted)
    dialog.show()
    QTest.mouseClick(dialog.use, LEFT)
    assert len(accepted) == 1


def test_the_cards_of_the_settings_show_and_ask(qtbot: QtBot) -> None:
    library, backups = LibraryCard(), BackupsCard()
    qtbot.addWidget(library)
    qtbot.addWidget(backups)
    library.show()
    library.show_risk("On a network.")
    assert library.risk.isVisible()
    library.show_risk("")
    assert not library.risk.isVisible()
    backups.show_backups([], NOW)
    assert backups.lines == ("None yet",)
    backups.show_backups([backup(hour) for hour in range(6)], NOW)
    assert len(backups.lines) == 5
    assert backups.lines[-1] == "and 2 older ones"
    backups.show_trash(TrashState(2, NOW.date()), can_empty=True)
    assert "2 articles in the trash. The first is deleted for good on 2 Nov 2024" in (
        backups.trash.text()
    )
    emptied = emitted(backups.empty_requested)
    QTest.mouseClick(backups.empty, LEFT)
    assert len(emptied) == 1
    backups.show_trash(TrashState(0, None), can_empty=True)
    assert not backups.empty.isEnabled()
