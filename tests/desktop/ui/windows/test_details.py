"""From the import to the details: tabs turn the pages, cells open articles, nothing stale stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from desktop.services.errors import CrosslightError
from desktop.services.libraries import sample_articles
from desktop.ui.controls.labels import ElidedLabel
from desktop.ui.figures.details import DetailKind
from desktop.ui.panels.event_tabs import EventTabs, tab_titles
from desktop.ui.windows.desk import Desk
from desktop.ui.windows.main import ARTICLE, CHARTS, COMPARE, DETAILS, EVENT_TABS, LIBRARY, REPORT
from tests.desktop.ui.windows.opened import DeskMaker, settle

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def show_details(qtbot: QtBot, desk: Desk) -> None:
    desk.window.show_page(DETAILS)
    settle(qtbot, desk)


def click_tab(bar: EventTabs, page: str) -> None:
    QTest.mouseClick(bar, LEFT, pos=bar.tabRect(bar.names.index(page)).center())


@pytest.mark.slow
def test_texts_that_are_added_can_be_compared_in_detail(qtbot: QtBot, desk: Desk) -> None:
    desk.importing.add(sample_articles())
    settle(qtbot, desk)
    desk.window.show_page(COMPARE)
    settle(qtbot, desk)
    click_tab(desk.pages.compare.bar.tabs, DETAILS)
    settle(qtbot, desk)
    page = desk.details.page
    assert desk.window.page == DETAILS
    numbers = page.cards[DetailKind.NUMBERS]
    assert "No different figure." in numbers.table.shown_rows[0].said
    spot = numbers.table.visualRect(numbers.table.model().index(1, 0)).center()
    QTest.mouseClick(numbers.table.viewport(), LEFT, pos=spot)
    shown = page.evidence.current
    assert shown is not None
    assert "8,000" in shown.words
    QTest.keyClick(numbers.table, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert desk.window.page == ARTICLE
    assert desk.pages.selection.places == (shown.place,)


def test_ctrl_tab_goes_round_the_tabs_and_the_rail_stays(qtbot: QtBot, samples_desk: Desk) -> None:
    window = samples_desk.window
    window.show_page(COMPARE)
    settle(qtbot, samples_desk)
    pages = [name for name in EVENT_TABS if name in window.pages.available]
    seen: list[str] = []
    for _ in pages:
        QTest.keyClick(window, Qt.Key.Key_Tab, CONTROL)
        settle(qtbot, samples_desk)
        seen.append(window.page)
        assert window.rail.button(COMPARE).isChecked()
    assert seen == [*pages[1:], COMPARE]


def test_arrows_on_a_tab_keep_the_keys_on_the_tabs(qtbot: QtBot, samples_desk: Desk) -> None:
    window = samples_desk.window
    window.show_page(COMPARE)
    settle(qtbot, samples_desk)
    bar = samples_desk.pages.compare.bar.tabs
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Right)
    settle(qtbot, samples_desk)
    assert window.page == DETAILS
    assert samples_desk.details.page.tabs.hasFocus()
    QTest.keyClick(samples_desk.details.page.tabs, Qt.Key.Key_Left)
    assert window.page == COMPARE
    assert bar.hasFocus()


def test_details_are_made_when_they_are_looked_at_and_forgotten_with_their_event(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    assert "page" not in vars(samples_desk.details)
    show_details(qtbot, samples_desk)
    page = samples_desk.details.page
    assert page.cards[DetailKind.FIVE_W].isVisible()
    samples_desk.pages.choose_event(None)
    settle(qtbot, samples_desk)
    assert page.note.title.text() == "No event"


def test_a_correction_makes_them_again(qtbot: QtBot, samples_desk: Desk) -> None:
    show_details(qtbot, samples_desk)
    questions = samples_desk.details.page.cards[DetailKind.QUESTIONS].table
    before = questions.sheet
    view = samples_desk.pages.view
    assert view is not None
    undated = next(a.id for a in view.articles if a.metadata.published.value is None)
    samples_desk.reading.pane.field_edited.emit(undated, "published", "2024-11-04")
    settle(qtbot, samples_desk)
    assert questions.sheet != before
    assert samples_desk.details.page.evidence.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_add_date_leads_to_the_field_of_that_text(qtbot: QtBot, samples_desk: Desk) -> None:
    show_details(qtbot, samples_desk)
    questions = samples_desk.details.page.questions
    QTest.mouseClick(questions.add_date, LEFT)
    menu = questions.findChild(QMenu)
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    settle(qtbot, samples_desk)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert focus.accessibleName() == "Published"
    focus.setText("2024-11-02")
    QTest.keyClick(focus, Qt.Key.Key_Return)
    settle(qtbot, samples_desk)
    view = samples_desk.pages.view
    assert view is not None
    assert sum(a.metadata.published.value is not None for a in view.articles) == 3


def test_another_page_of_the_event_does_not_work_them_out(qtbot: QtBot, samples_desk: Desk) -> None:
    samples_desk.window.show_page(CHARTS)
    settle(qtbot, samples_desk)
    assert samples_desk.details.work.asked is None


def test_work_that_was_stopped_shows_nothing_and_can_be_taken_up(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    show_details(qtbot, samples_desk)
    page = samples_desk.details.page
    samples_desk.details.work._shown_event = ""
    page.again_asked.emit()
    assert page.note.title.text() == "Working…"
    QTest.mouseClick(page.note.stop, LEFT)
    settle(qtbot, samples_desk)
    assert page.note.title.text() == "Stopped"
    QTest.mouseClick(page.note.again, LEFT)
    settle(qtbot, samples_desk)
    assert page.cards[DetailKind.NUMBERS].isVisible()


def test_what_is_shown_stays_until_what_is_new_is_ready(qtbot: QtBot, samples_desk: Desk) -> None:
    show_details(qtbot, samples_desk)
    page = samples_desk.details.page
    samples_desk.pages.view_changed.emit()
    assert page.cards[DetailKind.NUMBERS].isVisible()
    samples_desk.details.work.patience.timeout.emit()
    assert page.note.title.text() == "Working…"
    settle(qtbot, samples_desk)
    assert page.cards[DetailKind.NUMBERS].isVisible()


def test_what_cannot_be_made_says_so_with_a_way_on(qtbot: QtBot, samples_desk: Desk) -> None:
    show_details(qtbot, samples_desk)
    page = samples_desk.details.page
    samples_desk.details.work.fail(CrosslightError("A word list is damaged.", "Install it again."))
    assert (page.note.title.text(), page.note.text.text()) == (
        "A word list is damaged.",
        "Install it again.",
    )
    assert page.note.again.isVisible()


def test_heading_and_status_tell_of_the_event(qtbot: QtBot, samples_desk: Desk) -> None:
    show_details(qtbot, samples_desk)
    assert samples_desk.pages.view is not None
    labels = samples_desk.window.topbar.findChildren(ElidedLabel)
    assert any(label.text().endswith("Details") for label in labels)
    told = [label.text() for label in samples_desk.window.status.findChildren(QLabel)]
    assert "Date stated in 2 of 5 texts" in " ".join(told)
    commands = samples_desk.window.commands
    assert commands["page details"].isChecked()
    assert commands["report"].isEnabled()


def test_the_menu_leads_to_the_details(qtbot: QtBot, samples_desk: Desk) -> None:
    samples_desk.window.commands["page details"].trigger()
    settle(qtbot, samples_desk)
    assert samples_desk.window.page == DETAILS


def test_the_window_opens_again_on_the_details(
    qtbot: QtBot, samples_desk: Desk, make_desk: DeskMaker, tmp_path: Path
) -> None:
    show_details(qtbot, samples_desk)
    samples_desk.close()
    again = make_desk(tmp_path / "Copy.crosslight")
    settle(qtbot, again)
    assert again.window.page == DETAILS
    assert again.details.page.cards[DetailKind.NUMBERS].isVisible()


def test_the_report_comes_with_its_details(qtbot: QtBot, samples_desk: Desk) -> None:
    samples_desk.window.show_page(REPORT)
    settle(qtbot, samples_desk)
    document = samples_desk.pages.report.document
    assert document is not None
    assert "Number desk" in [entry.title for entry in document.outline]


def test_every_page_that_has_a_tab_has_its_words() -> None:
    assert tuple(tab_titles()) == EVENT_TABS
    assert LIBRARY not in tab_titles()
