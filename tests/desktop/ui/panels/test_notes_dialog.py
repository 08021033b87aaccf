"""The notes of an article in their dialog: read, typed, kept apart, and never deleted by chance."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.core.model.articles import Article
from desktop.core.model.spans import Span
from desktop.services.notes import Note
from desktop.ui.panels.notes_dialog import NotesDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
LEFT = Qt.MouseButton.LeftButton
MARKUP = "<b>Storm</b> & <img src=x>"
ARTICLE = Article("a", f"{MARKUP} tears\n\nroof. " + "The ferry waits. " * 40)
WORDS = Span(0, len(MARKUP))
WHOLE = Note("n1", "Who says so?", "a", None, None, "2024-11-02", "2024-11-02")
ON_WORDS = replace(WHOLE, id="n2", text=f"{MARKUP}: whose words?", span=WORDS)


def opened(host: QWidget, qtbot: QtBot, *notes: Note, span: Span | None = None) -> NotesDialog:
    dialog = NotesDialog(ARTICLE, notes, span, host)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_without_notes_a_new_one_on_the_article_is_typed_at_once(
    host: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(host, qtbot)
    assert dialog.field.hasFocus()
    assert dialog.words.text() == "On the whole article"
    assert not dialog.use.isEnabled()
    assert not dialog.remove.isVisible()
    QTest.keyClicks(dialog.field, "Check it")
    QTest.mouseClick(dialog.use, LEFT)
    assert dialog.result() == NotesDialog.DialogCode.Accepted
    assert (dialog.text, dialog.note, dialog.is_on_words) == ("Check it", None, False)
    assert not dialog.deletes


def test_blanks_alone_are_no_note(host: QWidget, qtbot: QtBot) -> None:
    dialog = opened(host, qtbot)
    QTest.keyClicks(dialog.field, "  ")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert not dialog.use.isEnabled()
    QTest.keyClicks(dialog.field, "a")
    assert dialog.use.isEnabled()


def test_the_note_that_is_there_is_shown_and_has_to_be_changed_to_be_saved(
    host: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(host, qtbot, WHOLE, ON_WORDS)
    assert dialog.note == WHOLE
    assert dialog.text == WHOLE.text
    assert not dialog.use.isEnabled()
    QTest.keyClicks(dialog.field, "x")
    assert dialog.use.isEnabled()
    QTest.keyClick(dialog.field, Qt.Key.Key_Backspace)
    assert not dialog.use.isEnabled()


def test_a_note_that_ends_in_a_blank_is_not_taken_for_a_changed_one(
    host: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(host, qtbot, replace(WHOLE, text="Who says so? \n"))
    assert not dialog.use.isEnabled()


def test_chosen_words_begin_a_new_note_though_there_are_others(host: QWidget, qtbot: QtBot) -> None:
    dialog = opened(host, qtbot, WHOLE, span=WORDS)
    assert dialog.note is None
    assert dialog.is_on_words
    assert dialog.words.text() == f"On “{MARKUP}”"
    dialog.picker.setCurrentIndex(1)
    assert dialog.words.text() == "On the whole article"
    assert not dialog.is_on_words


def test_foreign_words_are_plain_text_wherever_they_stand(host: QWidget, qtbot: QtBot) -> None:
    dialog = opened(host, qtbot, ON_WORDS)
    assert dialog.words.textFormat() is Qt.TextFormat.PlainText
    assert dialog.words.text() == f"On “{MARKUP}”"
    assert dialog.text == ON_WORDS.text
    assert dialog.picker.itemText(1) == ON_WORDS.text


def test_long_words_and_long_notes_are_cut_where_they_are_only_named(
    host: QWidget, qtbot: QtBot
) -> None:
    long = replace(WHOLE, text="Why\nnot? " * 60, span=Span(0, len(ARTICLE.text)))
    dialog = opened(host, qtbot, long)
    named = dialog.picker.itemText(1)
    assert named.startswith("Why not? Why not?")
    assert named.endswith("…")
    assert len(named) <= 81
    assert len(dialog.words.text()) <= 90
    assert dialog.text == long.text


def test_what_was_typed_in_one_note_is_there_again_after_a_look_at_another(
    host: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(host, qtbot, WHOLE, ON_WORDS)
    QTest.keyClicks(dialog.field, "Really: ")
    typed = dialog.text
    dialog.picker.setFocus()
    QTest.keyClick(dialog.picker, Qt.Key.Key_Down)
    assert dialog.note == ON_WORDS
    assert dialog.text == ON_WORDS.text
    assert not dialog.use.isEnabled()
    QTest.keyClick(dialog.picker, Qt.Key.Key_Up)
    assert dialog.text == typed
    assert dialog.use.isEnabled()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_where_a_note_is_picked_never_deletes_it(
    host: QWidget, qtbot: QtBot, key: Qt.Key
) -> None:
    dialog = opened(host, qtbot, WHOLE)
    dialog.picker.setFocus()
    QTest.keyClick(dialog.picker, key)
    assert not dialog.deletes
    assert dialog.isVisible()
    QTest.keyClicks(dialog.field, "x")
    QTest.keyClick(dialog.picker, key)
    assert not dialog.deletes
    assert dialog.result() == NotesDialog.DialogCode.Accepted


def test_deleting_says_which_note_goes(host: QWidget, qtbot: QtBot) -> None:
    dialog = opened(host, qtbot, WHOLE, ON_WORDS)
    dialog.picker.setCurrentIndex(2)
    QTest.mouseClick(dialog.remove, LEFT)
    assert dialog.deletes
    assert dialog.note == ON_WORDS
    assert dialog.result() == NotesDialog.DialogCode.Accepted


def test_a_new_note_has_nothing_to_delete(host: QWidget, qtbot: QtBot) -> None:
    dialog = opened(host, qtbot, WHOLE)
    assert dialog.remove.isVisible()
    dialog.picker.setCurrentIndex(0)
    assert not dialog.remove.isVisible()


def test_tab_leaves_the_field_and_enter_there_begins_a_line(host: QWidget, qtbot: QtBot) -> None:
    dialog = opened(host, qtbot)
    QTest.keyClicks(dialog.field, "a")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.field, "b")
    assert dialog.text == "a\nb"
    assert dialog.isVisible()
    QTest.keyClick(dialog.field, Qt.Key.Key_Tab)
    assert not dialog.field.hasFocus()
    assert dialog.text == "a\nb"


def test_escape_and_cancel_change_nothing(host: QWidget, qtbot: QtBot) -> None:
    first = opened(host, qtbot, WHOLE)
    QTest.keyClick(first.field, Qt.Key.Key_Escape)
    second = opened(host, qtbot, WHOLE)
    QTest.mouseClick(second.cancel, LEFT)
    for dialog in (first, second):
        assert not dialog.isVisible()
        assert dialog.result() == NotesDialog.DialogCode.Rejected
        assert not dialog.deletes
