"""The cards of an event by key and mouse: no click is lost, and the keys never leave the page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.figures.details import DetailKind
from desktop.ui.fonts import load_fonts
from desktop.ui.palettes import LIGHT, load_palette
from desktop.ui.panels.details import DetailsPage
from desktop.ui.panels.sheet_table import SheetTable
from desktop.ui.selection import Selection
from desktop.ui.theme import theme
from desktop.ui.windows.focus import first_focus
from tests.desktop.ui.emitted import emitted
from tests.desktop.ui.made_details import NOTHING, made_details
from tests.desktop.ui.made_event import made_event, place

LEFT = Qt.MouseButton.LeftButton
WHO = place("n", "400 jobs")


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[DetailsPage]:
    """Return a page in a window with a field below it, to which keys that are lost would go."""
    load_fonts()
    window, made = QWidget(), DetailsPage(Selection())
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addWidget(QLineEdit())
    made.tabs.show_pages(["compare", "details"])
    window.resize(1368, 820)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.show_details(made_event(), made_details())
    yield made
    theme().use(LIGHT, 1.0)


def table_of(page: DetailsPage, kind: DetailKind) -> SheetTable:
    return page.cards[kind].table


def click(table: SheetTable, row: int, column: int) -> None:
    at = table.visualRect(table.model().index(row, column)).center()
    QTest.mouseClick(table.viewport(), LEFT, pos=at)


def ring_in(table: SheetTable, row: int) -> bool:
    """Say whether the frame of the keys is drawn round a row's first cell."""
    image = table.viewport().grab().toImage()
    cell = table.visualRect(table.model().index(row, 0))
    y, accent = cell.center().y(), load_palette(LIGHT).accent.name()
    inside = range(cell.left() + 4, cell.right() + 1)
    return accent in {image.pixelColor(x, cell.top() + 2).name() for x in inside} and accent in {
        image.pixelColor(x, y).name() for x in range(cell.right() - 6, cell.right())
    }


def test_a_cell_can_be_chosen_again_where_the_cursor_still_stands(page: DetailsPage) -> None:
    numbers, words = table_of(page, DetailKind.NUMBERS), table_of(page, DetailKind.TONE)
    click(numbers, 1, 0)
    click(words, 0, 1)
    assert page._selection.places != (WHO,)
    click(numbers, 1, 0)
    assert page._selection.places == (WHO,)
    page._selection.clear()
    click(numbers, 1, 0)
    assert page._selection.places == (WHO,)


def test_the_first_cell_that_the_keys_came_to_can_be_clicked(page: DetailsPage) -> None:
    table = table_of(page, DetailKind.TONE)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert table.currentIndex().isValid()
    chosen = emitted(table.cell_chosen)
    click(table, 0, 0)
    assert len(chosen) == 1


def test_enter_opens_what_the_keys_are_at_and_not_what_was_chosen_elsewhere(
    page: DetailsPage,
) -> None:
    numbers, tone = table_of(page, DetailKind.NUMBERS), table_of(page, DetailKind.TONE)
    click(numbers, 1, 0)
    click(tone, 0, 1)
    opened = emitted(page.open_article)
    numbers.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(numbers, Qt.Key.Key_Return)
    assert opened == [WHO]


def test_enter_opens_the_sentence_that_the_bar_was_stepped_to(page: DetailsPage) -> None:
    table = table_of(page, DetailKind.QUESTIONS)
    click(table, 1, 0)
    page.evidence.step(1)
    shown = page.evidence.current
    assert shown is not None
    opened = emitted(page.open_article)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened == [shown.place]


def test_the_keys_are_seen_where_they_come_in_and_no_row_looks_chosen(page: DetailsPage) -> None:
    table = table_of(page, DetailKind.HEADLINES)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert table.chosen_row == -1
    assert ring_in(table, 0)
    page.filters.button(0).setFocus()
    assert not ring_in(table, 0)


def test_a_filter_that_hides_the_card_with_the_keys_gives_them_to_its_own(
    page: DetailsPage,
) -> None:
    table_of(page, DetailKind.NUMBERS).setFocus()
    page.show_kind(DetailKind.NAMING)
    assert table_of(page, DetailKind.NAMING).hasFocus()
    page.show_kind(None)
    assert table_of(page, DetailKind.NAMING).hasFocus()


def test_a_filter_chosen_by_key_keeps_the_keys(page: DetailsPage) -> None:
    chip = page.filters.button(0)
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Right)
    assert page.kind is DetailKind.NUMBERS
    assert page.filters.button(1).hasFocus()


def test_the_keys_wait_on_the_tabs_while_there_is_nothing_else_and_come_back(
    page: DetailsPage,
) -> None:
    table = table_of(page, DetailKind.NAMING)
    table.setFocus()
    page.show_working(3)
    assert page.tabs.hasFocus()
    page.show_details(made_event(), made_details())
    assert table.hasFocus()
    page.clear()
    assert page.tabs.hasFocus()


def test_keys_that_went_elsewhere_meanwhile_stay_there(page: DetailsPage) -> None:
    table_of(page, DetailKind.NAMING).setFocus()
    page.show_working(3)
    page.note.stop.setFocus()
    page.show_details(made_event(), made_details())
    assert page.tabs.hasFocus()


def test_a_card_that_has_nothing_any_more_gives_the_keys_to_the_tabs(page: DetailsPage) -> None:
    table_of(page, DetailKind.NAMING).setFocus()
    page.show_details(made_event("n", "s"), NOTHING)
    assert page.tabs.hasFocus()


def test_from_card_to_card_the_keys_come_to_the_table_first(page: DetailsPage) -> None:
    for card in page.cards.values():
        assert first_focus(card) is card.table


def test_filters_that_cannot_be_chosen_look_so(page: DetailsPage) -> None:
    QApplication.processEvents()
    before = page.filters.button(2).grab().toImage()
    page.clear()
    assert page.filters.button(2).grab().toImage() != before
