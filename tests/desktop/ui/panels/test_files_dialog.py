"""The list of files that need attention: one is chosen, and what can be done with it is offered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.services.kept_files import UnsettledFile
from desktop.services.progress import FileStatus, Problem
from desktop.ui.figures.files import files_sheet, state_words
from desktop.ui.panels.files_dialog import FilesDialog
from tests.desktop.ui.emitted import emitted

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

KEPT = UnsettledFile(
    id=7,
    path="/clippings/<b>storm.pdf",
    status=FileStatus.REJECTED,
    problem=Problem("took-too-long", "The file takes too long to be read."),
    added="2024-11-02T10:15:00+00:00",
    article_ids=(),
    has_original=True,
)
MISSING = replace(KEPT, id=9, path="/clippings/gone.txt", has_original=False)
DOUBTED = replace(KEPT, id=5, status=FileStatus.ATTENTION, article_ids=("a",))


@pytest.fixture
def dialog(qtbot: QtBot) -> FilesDialog:
    made = FilesDialog(can_write=True)
    qtbot.addWidget(made)
    made.show()
    return made


def test_each_file_stands_with_its_reason_as_plain_words(dialog: FilesDialog) -> None:
    dialog.show_files([KEPT, MISSING])
    rows = [[cell.said for cell in row.cells] for row in dialog.table.shown_rows]
    assert rows == [
        ["<b>storm.pdf", KEPT.problem.message, "not read, kept", "2024-11-02 10:15"],
        ["gone.txt", KEPT.problem.message, "not read", "2024-11-02 10:15"],
    ]
    assert files_sheet(()).rows == ()


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (KEPT, "not read, kept"),
        (MISSING, "not read"),
        (DOUBTED, "read with a doubt, kept"),
        (replace(DOUBTED, article_ids=()), "not read, kept"),
    ],
)
def test_what_became_of_a_file_is_said_in_words(file: UnsettledFile, words: str) -> None:
    assert state_words(file) == words


def test_the_keys_choose_a_file_and_its_ways_out_are_offered(dialog: FilesDialog) -> None:
    dialog.show_files([KEPT, MISSING])
    assert dialog.chosen == KEPT
    for button, signal in ((dialog.retry, dialog.retry_asked), (dialog.save, dialog.save_asked)):
        asked: list[object] = []
        signal.connect(asked.append)
        button.click()
        assert asked == [7]
    folders: list[str] = []
    dialog.folder_asked.connect(folders.append)
    dialog.folder.click()
    assert folders == [KEPT.path]
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    assert dialog.chosen == MISSING
    assert not dialog.retry.isEnabled()
    assert not dialog.save.isEnabled()
    assert dialog.folder.isEnabled()


def test_the_row_stays_where_it_was_when_the_list_is_read_again(dialog: FilesDialog) -> None:
    dialog.show_files([KEPT, MISSING, DOUBTED])
    dialog.table.setCurrentIndex(dialog.table.model().index(1, 0))
    dialog.show_files([KEPT, DOUBTED])
    assert dialog.chosen == DOUBTED
    dialog.show_files([KEPT])
    assert dialog.chosen == KEPT


def test_a_list_of_nothing_says_so_and_offers_nothing(dialog: FilesDialog) -> None:
    assert dialog.chosen is None
    assert dialog.empty.isVisible()
    for button in (dialog.retry, dialog.save, dialog.folder):
        assert not button.isEnabled()
    dialog.show_files([KEPT])
    assert dialog.table.isVisible()


def test_a_library_that_is_only_read_lets_files_be_saved_and_not_tried(qtbot: QtBot) -> None:
    dialog = FilesDialog(can_write=False)
    qtbot.addWidget(dialog)
    dialog.show_files([KEPT])
    assert dialog.save.isEnabled()
    assert not dialog.retry.isEnabled()


def test_enter_on_a_button_presses_that_one_and_the_window_stays(dialog: FilesDialog) -> None:
    dialog.show_files([KEPT])
    retried, saved = emitted(dialog.retry_asked), emitted(dialog.save_asked)
    for button in (dialog.retry, dialog.save):
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert (retried, saved) == ([7], [7])
    assert dialog.isVisible()


def test_escape_and_enter_in_the_list_close_and_ask_for_nothing(dialog: FilesDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.show_files([KEPT])
    asked = emitted(dialog.retry_asked)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        dialog.show()
        QTest.keyClick(dialog.table, key)
        assert not dialog.isVisible()
    assert asked == []


def test_very_many_files_are_listed_and_the_last_is_reached_by_keys(dialog: FilesDialog) -> None:
    files = [replace(KEPT, id=nth, path=f"/clippings/{nth}.txt") for nth in range(300)]
    dialog.show_files(files)
    for _page in range(3):
        QTest.keyClick(dialog.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    saved = emitted(dialog.save_asked)
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert saved == [299]
    dialog.show_files(files[:250])
    assert dialog.chosen == files[249]
    assert dialog.save.isEnabled()


def test_what_became_of_a_wish_is_plain_text(dialog: FilesDialog) -> None:
    dialog.say("<b>storm.pdf</b> was saved")
    assert dialog.note.text() == "<b>storm.pdf</b> was saved"
    assert dialog.note.textFormat() is Qt.TextFormat.PlainText
