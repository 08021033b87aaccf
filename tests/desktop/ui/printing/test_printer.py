"""Printing through the system's dialog: it opens on our pages, and cancelling prints nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.reports import build_report
from desktop.ui.fonts import load_fonts
from desktop.ui.printing.pages import Document
from desktop.ui.printing.printer import ask_and_print
from desktop.ui.printing.report import ReportOptions, lay_out_report
from tests.sample_event import sample_view

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def document() -> Document:
    load_fonts()
    return lay_out_report(build_report(sample_view()), ReportOptions())


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def open_dialog() -> QPrintDialog:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, QPrintDialog)]
    return next(dialog for dialog in found if dialog.isVisible())


def test_the_dialog_offers_all_pages_and_cancel_prints_nothing(
    document: Document, window: QWidget
) -> None:
    offered: list[tuple[int, int]] = []

    def look_and_cancel() -> None:
        dialog = open_dialog()
        offered.append((dialog.minPage(), dialog.maxPage()))
        dialog.reject()

    QTimer.singleShot(0, look_and_cancel)
    assert not ask_and_print(document, window)
    assert offered == [(1, len(document.pages))]


def test_accepting_prints_the_pages_chosen(
    document: Document, window: QWidget, tmp_path: Path
) -> None:
    target = tmp_path / "printed.pdf"

    def choose_and_accept() -> None:
        dialog = open_dialog()
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        printer.setFromTo(1, 2)
        dialog.done(QPrintDialog.DialogCode.Accepted)

    QTimer.singleShot(0, choose_and_accept)
    assert ask_and_print(document, window)
    assert len(PdfReader(target).pages) == 2
