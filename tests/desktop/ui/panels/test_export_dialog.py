"""The export's dialog: one of the scopes, one of the forms, each explained."""

from __future__ import annotations

import pytest
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
