"""The print preview: the pages that print, and options that change them at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.services.reports import build_report
from desktop.ui.fonts import load_fonts
from desktop.ui.panels.report import ReportPage
from desktop.ui.printing.flow import LETTER
from desktop.ui.printing.report import Section
from tests.sample_event import sample_view


@pytest.fixture
def page(qtbot: QtBot) -> ReportPage:
    load_fonts()
    page = ReportPage()
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    page.show_report(build_report(sample_view()))
    return page


def test_every_page_of_the_document_is_shown(page: ReportPage) -> None:
    assert page.document is not None
    assert len(page.sheets.shown) == len(page.document.pages)
    assert all(sheet.isVisible() for sheet in page.sheets.shown)


def test_leaving_a_section_out_lays_the_pages_out_anew(page: ReportPage, qtbot: QtBot) -> None:
    check = page.choices.sections[Section.CLAIMS]
    with qtbot.waitSignal(page.changed):
        QTest.keyClick(check, Qt.Key.Key_Space)
    assert page.document is not None
    assert "Who says what" not in [entry.title for entry in page.document.outline]


def test_how_to_read_cannot_be_left_out(page: ReportPage) -> None:
    assert not page.choices.sections[Section.METHOD].isEnabled()


def test_ink_and_paper_are_those_of_the_document(page: ReportPage) -> None:
    page.choices.gray.click()
    page.choices.paper.setCurrentIndex(1)
    page.choices.paper.activated.emit(1)
    assert page.document is not None
    assert page.document.gray
    assert page.document.paper == LETTER


def test_without_an_event_it_says_what_will_be_here(qtbot: QtBot) -> None:
    page = ReportPage()
    qtbot.addWidget(page)
    assert page.document is None
    page.show_report(build_report(sample_view()))
    page.clear()
    assert page.document is None


def test_while_a_report_is_made_that_of_another_event_is_not_shown(
    qtbot: QtBot, page: ReportPage
) -> None:
    page.wait_for(sample_view())
    assert page.document is not None
    with qtbot.waitSignal(page.changed):
        page.wait_for(replace(sample_view(), id="another"))
    assert page.document is None
    assert page._note.isVisible()
    assert page._note.title.text() == "Working…"
    assert "5 texts" in page._note.text.text()
    page.show_report(build_report(sample_view()))
    assert not page._note.isVisible()
