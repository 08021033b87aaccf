"""The editor of an article's text: what it shows, saves, and never gives up without a word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.panels.text_dialog import MOST_LINE, MOST_TEXT, TextDialog, is_editable
from tests.desktop.ui.panels.told import args_of

TEXT = "Storm tears roof\n\nNobody\u00a0was hurt.\tThe 🌊 ferry waits.\n"
LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def opened(host: QWidget, qtbot: QtBot, text: str = TEXT, first: str | None = None) -> TextDialog:
    dialog = TextDialog("Storm tears roof", text, first, host)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_text_stands_there_letter_for_letter(host: QWidget, qtbot: QtBot) -> None:
    dialog = opened(host, qtbot)
    assert dialog.text == TEXT
    assert not dialog.save.isEnabled()
    assert not dialog.as_read.isVisible()
    assert dialog.words.text() == "9 words"


@given(st.text(alphabet="a 🌊é\u00a0\t\n…“”"))
@settings(max_examples=40, deadline=None)
def test_any_text_goes_in_and_comes_out_as_it_was(text: str) -> None:
    dialog = TextDialog("Storm", text, None)
    assert dialog.text == text
    dialog.deleteLater()


def test_a_word_typed_is_counted_and_saved(host: QWidget, qtbot: QtBot) -> None:
    dialog = opened(host, qtbot)
    QTest.keyClicks(dialog.edit, "Big ")
    assert dialog.words.text() == "10 words (+1)"
    with qtbot.waitSignal(dialog.saved) as told:
        QTest.mouseClick(dialog.save, LEFT)
    assert args_of(told) == [f"Big {TEXT}"]
    assert not dialog.isVisible()


def test_words_taken_out_are_counted_too(host: QWidget, qtbot: QtBot) -> None:
    dialog = opened(host, qtbot)
    dialog.edit.moveCursor(QTextCursor.MoveOperation.EndOfLine, QTextCursor.MoveMode.KeepAnchor)
    QTest.keyClick(dialog.edit, Qt.Key.Key_Delete)
    assert dialog.words.text() == "6 words (−3)"


def test_a_text_without_words_cannot_be_saved(host: QWidget, qtbot: QtBot) -> None:
    dialog = opened(host, qtbot)
    dialog.edit.selectAll()
    dialog.edit.insertPlainText("… —")
    assert dialog.words.text() == "0 words (−9)"
    assert not dialog.save.isEnabled()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_S])
def test_the_keys_save(host: QWidget, qtbot: QtBot, key: Qt.Key) -> None:
    dialog = opened(host, qtbot)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClicks(dialog.edit, "Big ")
    with qtbot.waitSignal(dialog.saved):
        QTest.keyClick(dialog.edit, key, CONTROL)


def test_return_makes_a_paragraph_and_saves_nothing(host: QWidget, qtbot: QtBot) -> None:
    dialog = opened(host, qtbot)
    QTest.keyClick(dialog.edit, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.text == f"\n{TEXT}"


def test_the_text_as_read_comes_back_and_is_still_to_be_saved(host: QWidget, qtbot: QtBot) -> None:
    dialog = opened(host, qtbot, first="Storm.\n")
    assert dialog.as_read.isVisible()
    QTest.mouseClick(dialog.as_read, LEFT)
    assert dialog.text == "Storm.\n"
    assert not dialog.as_read.isEnabled()
    assert dialog.save.isEnabled()


def test_nothing_typed_is_closed_at_once(host: QWidget, qtbot: QtBot) -> None:
    dialog = opened(host, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_was_typed_is_asked_about_and_typing_on_asks_again(
    host: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(host, qtbot)
    QTest.keyClicks(dialog.edit, "Big ")
    QTest.mouseClick(dialog.cancel, LEFT)
    assert dialog.isVisible()
    assert dialog.cancel.text() == "Discard changes"
    QTest.keyClicks(dialog.edit, "x")
    assert dialog.cancel.text() == "Cancel"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    with qtbot.assertNotEmitted(dialog.saved):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_rich_text_is_pasted_as_words(host: QWidget, qtbot: QtBot) -> None:
    dialog = opened(host, qtbot)
    assert not dialog.edit.acceptRichText()
    dialog.edit.insertPlainText("<b>Storm</b>")
    assert dialog.text == f"<b>Storm</b>{TEXT}"


def test_what_no_text_widget_can_show_is_not_opened() -> None:
    assert is_editable(TEXT)
    assert is_editable("a" * MOST_LINE)
    assert not is_editable("a" * (MOST_LINE + 1))
    assert not is_editable("a\n" * MOST_TEXT)


def test_enter_on_a_button_does_what_it_says_and_saves_nothing(host: QWidget, qtbot: QtBot) -> None:
    dialog = opened(host, qtbot, first="Storm.\n")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClicks(dialog.edit, "Big ")
    with qtbot.assertNotEmitted(dialog.saved):
        dialog.as_read.setFocus()
        QTest.keyClick(dialog.as_read, Qt.Key.Key_Return)
        assert dialog.text == "Storm.\n"
        for _time in range(2):
            dialog.cancel.setFocus()
            QTest.keyClick(dialog.cancel, Qt.Key.Key_Return)
    assert not dialog.isVisible()
