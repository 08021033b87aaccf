"""The export's dialog: one of the scopes, one of the forms, each explained."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.services.export_formats import ExportFormat
from desktop.ui.panels.export_dialog import ExportDialog, ExportScope
from tests.desktop.ui.emitted import emitted

SCOPES = (ExportScope("all", "All 5 articles"), ExportScope("chosen", "The 2 that are selected"))


@pytest.fixture
def dialog(qtbot: QtBot) -> ExportDialog:
    made = ExportDialog(SCOPES, "chosen")
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_scope_asked_for_is_chosen_and_another_can_be(dialog: ExportDialog) -> None:
    assert dialog.scope == "chosen"
    dialog.radios[0].click()
    assert dialog.scope == "all"


@pytest.mark.parametrize("form", list(ExportFormat))
def test_each_form_is_named_and_explained(dialog: ExportDialog, form: ExportFormat) -> None:
    dialog.forms.setCurrentIndex(list(ExportFormat).index(form))
    assert dialog.form is form
    assert dialog.forms.currentText()
    assert len(dialog.about.text()) > 20


def test_saving_tells_scope_and_form_and_canceling_nothing(dialog: ExportDialog) -> None:
    decided = emitted(dialog.decided)
    dialog.cancel.click()
    assert decided == []
    dialog.forms.setCurrentIndex(1)
    dialog.save.click()
    assert decided == [("chosen", ExportFormat.CSV)]


def test_keys_alone_choose_articles_and_form_and_save(dialog: ExportDialog) -> None:
    decided = emitted(dialog.decided)
    assert dialog.radios[1].hasFocus()
    QTest.keyClick(dialog.radios[1], Qt.Key.Key_Up)
    assert dialog.scope == "all"
    dialog.forms.setFocus()
    for _step in range(2):
        QTest.keyClick(dialog.forms, Qt.Key.Key_Down)
    QTest.keyClick(dialog.forms, Qt.Key.Key_Return)
    assert decided == [("all", tuple(ExportFormat)[2])]
    assert not dialog.isVisible()


def test_escape_and_enter_on_cancel_save_nothing(dialog: ExportDialog) -> None:
    decided = emitted(dialog.decided)
    dialog.cancel.setFocus()
    QTest.keyClick(dialog.cancel, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    dialog.show()
    QTest.keyClick(dialog.forms, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert decided == []


def test_what_is_explained_follows_the_form_and_each_is_explained_otherwise(
    dialog: ExportDialog,
) -> None:
    said: list[str] = []
    for nth in range(len(ExportFormat)):
        dialog.forms.setCurrentIndex(nth)
        said.append(dialog.about.text())
    assert len(set(said)) == len(ExportFormat)


def test_a_scope_that_is_not_there_leaves_the_first_marked(qtbot: QtBot) -> None:
    dialog = ExportDialog(SCOPES, "gone")
    qtbot.addWidget(dialog)
    assert dialog.radios[0].isChecked()
    assert dialog.scope == "all"


def test_the_name_of_a_scope_is_plain_text(qtbot: QtBot) -> None:
    words = "The articles of <b>Storm</b>"
    dialog = ExportDialog((ExportScope("event", words),), "event")
    qtbot.addWidget(dialog)
    assert dialog.radios[0].text() == words
    assert dialog.scope == "event"
