"""The page of details: every cell opens its sentence, a filter shows one kind with every row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.core.model.details import FairClock
from desktop.services.event_details import make_details
from desktop.ui.figures.details import DetailKind
from desktop.ui.fonts import load_fonts
from desktop.ui.models.sheets import PAGE
from desktop.ui.paint.marks import MarkForm
from desktop.ui.palettes import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT
from desktop.ui.panels.details import DetailsPage
from desktop.ui.panels.sheet_table import SheetTable
from desktop.ui.selection import Selection
from desktop.ui.theme import theme
from tests.desktop.ui.emitted import emitted
from tests.desktop.ui.made_details import NOTHING, crowd, made_details
from tests.desktop.ui.made_event import made_event, place
from tests.sample_event import sample_view

LEFT = Qt.MouseButton.LeftButton
# Of each kind a cell and the first place that it opens.
CELLS = {
    DetailKind.NUMBERS: (1, 0, place("n", "400 jobs")),
    DetailKind.NAMING: (0, 2, place("s", "The mayor")),
    DetailKind.FIVE_W: (1, 1, place("n", "the reckless harbor plan")),
    DetailKind.QUESTIONS: (1, 0, place("n", "400 jobs")),
    DetailKind.HEADLINES: (0, 2, place("n", "The mayor slammed the reckless harbor plan.")),
    DetailKind.PROMINENCE: (1, 3, place("e", "900")),
    DetailKind.ATTRIBUTION: (1, 1, place("n", "cost 400 jobs")),
    DetailKind.CERTAINTY: (3, 2, place("s", "it cost 400 jobs")),
    DetailKind.AGENCY: (1, 2, place("e", "costs 900")),
    DetailKind.WORDS: (0, 1, place("n", "reckless")),
    DetailKind.PAIRS: (1, 1, place("e", "costs 900 jobs")),
    DetailKind.TONE: (0, 1, place("n", "The mayor")),
    DetailKind.LEFT_OUT: (1, 2, place("e", "Harbor plan costs jobs")),
}


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[DetailsPage]:
    load_fonts()
    made = DetailsPage(Selection())
    qtbot.addWidget(made)
    made.tabs.show_pages(["compare", "details"])
    made.resize(1368, 794)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_details(made_event(), made_details())
    yield made
    theme().use(LIGHT, 1.0)


def spot(table: SheetTable, row: int, column: int) -> QPoint:
    return table.visualRect(table.model().index(row, column)).center()


def open_filter(page: DetailsPage, kind: DetailKind) -> SheetTable:
    """Click on the filter of a kind and return the table that it shows."""
    chip = page.filters.button(1 + list(DetailKind).index(kind))
    QTest.mouseClick(chip, LEFT)
    QApplication.processEvents()
    return page.cards[kind].table


@pytest.mark.parametrize("kind", DetailKind)
def test_a_cell_of_each_card_shows_its_sentence_and_selects_it(
    page: DetailsPage, kind: DetailKind
) -> None:
    row, column, wanted = CELLS[kind]
    table = open_filter(page, kind)
    QTest.mouseClick(table.viewport(), LEFT, pos=spot(table, row, column))
    assert page.evidence.current is not None
    assert page.evidence.current.place == wanted
    assert page._selection.places[0] == wanted
    assert wanted in table.selected


@pytest.mark.parametrize("kind", DetailKind)
def test_enter_opens_the_sentence_in_its_article(page: DetailsPage, kind: DetailKind) -> None:
    row, column, wanted = CELLS[kind]
    table = open_filter(page, kind)
    opened = emitted(page.open_article)
    table.setFocus()
    table.setCurrentIndex(table.model().index(row, column))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened == [wanted]


def test_a_double_click_opens_it_as_well(page: DetailsPage) -> None:
    table = open_filter(page, DetailKind.WORDS)
    opened = emitted(page.open_article)
    at = spot(table, 1, 1)
    QTest.mouseClick(table.viewport(), LEFT, pos=at)
    QTest.mouseDClick(table.viewport(), LEFT, pos=at)
    assert opened == [place("e", "coast")]


def test_arrows_go_from_cell_to_cell_and_the_bar_follows(page: DetailsPage) -> None:
    table = open_filter(page, DetailKind.NUMBERS)
    QTest.mouseClick(table.viewport(), LEFT, pos=spot(table, 1, 0))
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert page.evidence.current is not None
    assert page.evidence.current.words == "cost 400"
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert table.currentIndex().column() == 1


def test_a_cell_of_several_sentences_leads_through_them(page: DetailsPage) -> None:
    table = open_filter(page, DetailKind.ATTRIBUTION)
    QTest.mouseClick(table.viewport(), LEFT, pos=spot(table, 1, 1))
    chosen = emitted(page.place_chosen)
    QTest.mouseClick(page.evidence.after, LEFT)
    assert chosen == [place("e", "900 jobs")]


@pytest.mark.parametrize(("row", "form"), [(3, MarkForm.OTHER_FIGURE), (4, MarkForm.OTHER_SCOPE)])
def test_another_figure_or_scope_keeps_its_frame_in_the_sentence(
    page: DetailsPage, row: int, form: MarkForm
) -> None:
    table = open_filter(page, DetailKind.NUMBERS)
    QTest.mouseClick(table.viewport(), LEFT, pos=spot(table, row, 0))
    assert page.evidence.current is not None
    assert form in {mark.form for mark in page.evidence.current.marks}


def test_the_one_text_without_a_date_can_be_dated(page: DetailsPage) -> None:
    wanted = emitted(page.date_wanted)
    QTest.mouseClick(page.questions.add_date, LEFT)
    assert wanted == ["e"]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_of_several_texts_without_a_date_one_is_chosen(page: DetailsPage) -> None:
    details = made_details()
    page.show_details(made_event(), replace(details, clock=FairClock((), ("n", "e"))))
    wanted = emitted(page.date_wanted)
    QTest.mouseClick(page.questions.add_date, LEFT)
    menu = page.questions.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["North Herald", "East Wire"]
    menu.actions()[1].trigger()
    menu.close()
    assert wanted == ["e"]


def test_dates_are_not_offered_where_they_cannot_be_kept(page: DetailsPage) -> None:
    page.can_date = False
    page.show_details(made_event(), made_details())
    assert not page.questions.add_date.isVisible()


def test_what_was_not_found_shows_no_sentence(page: DetailsPage) -> None:
    table = open_filter(page, DetailKind.NAMING)
    QTest.mouseClick(table.viewport(), LEFT, pos=spot(table, 0, 3))
    assert page.evidence.current is None
    opened = emitted(page.open_article)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened == []


def test_what_is_selected_elsewhere_is_framed_on_every_card(page: DetailsPage) -> None:
    before = page.cards[DetailKind.NUMBERS].table.grab().toImage()
    page._selection.choose([place("n", "400 jobs")])
    assert all(place("n", "400 jobs") in card.table.selected for card in page.cards.values())
    assert page.cards[DetailKind.NUMBERS].table.grab().toImage() != before


def test_coming_to_a_card_by_key_keeps_what_is_selected(page: DetailsPage) -> None:
    page._selection.choose([place("e", "coast")])
    page.cards[DetailKind.NUMBERS].table.setFocus(Qt.FocusReason.TabFocusReason)
    assert page._selection.places == (place("e", "coast"),)


def test_all_cards_stand_in_two_columns_and_a_filter_shows_one(page: DetailsPage) -> None:
    assert all(card.isVisible() for card in page.cards.values())
    numbers, questions = page.cards[DetailKind.NUMBERS], page.cards[DetailKind.QUESTIONS]
    assert questions.x() > numbers.geometry().right()
    open_filter(page, DetailKind.QUESTIONS)
    assert [kind for kind, card in page.cards.items() if card.isVisible()] == [DetailKind.QUESTIONS]
    assert questions.is_whole
    assert questions.width() > 1300
    page.show_kind(None)
    assert page.kind is None
    assert not questions.is_whole


def test_under_1200_pixels_the_cards_stand_in_one_column(page: DetailsPage) -> None:
    page.resize(1100, 700)
    QApplication.processEvents()
    assert len({card.x() for card in page.cards.values()}) == 1


def test_a_short_card_leads_to_every_row(page: DetailsPage) -> None:
    view = sample_view()
    page.show_details(view, make_details(view))
    card = page.cards[DetailKind.NUMBERS]
    assert len(card.table.shown_rows) < len(card.table.sheet.rows)
    QTest.mouseClick(card.show_all, LEFT)
    assert page.kind is DetailKind.NUMBERS
    assert len(card.table.shown_rows) == len(card.table.sheet.rows)
    assert not card.show_all.isVisible()


def test_the_filter_stays_with_another_event(page: DetailsPage) -> None:
    open_filter(page, DetailKind.NAMING)
    page.show_details(made_event("n", "s"), made_details())
    assert page.kind is DetailKind.NAMING
    assert page.cards[DetailKind.NAMING].table.model().columnCount() == 3


def test_without_an_event_it_says_what_will_be_here(page: DetailsPage) -> None:
    page.clear()
    assert page.note.isVisible()
    assert page.note.title.text() == "No event"
    assert not page.filters.isEnabled()
    assert page.tabs.isVisible()


def test_work_can_be_stopped_and_asked_for_again(page: DetailsPage) -> None:
    page.show_working(40)
    assert (page.note.title.text(), page.note.again.isVisible()) == ("Working…", False)
    assert "40 texts" in page.note.text.text()
    stopped, again = emitted(page.stopped), emitted(page.again_asked)
    QTest.mouseClick(page.note.stop, LEFT)
    page.show_stopped("Stopped", "Nothing was changed.")
    QTest.mouseClick(page.note.again, LEFT)
    assert (stopped, again) == ([()], [()])


@pytest.mark.parametrize("keys", [("n",), ("n", "s"), ("n", "s", "e")])
def test_where_nothing_was_found_each_card_says_so(page: DetailsPage, keys: tuple[str]) -> None:
    page.show_details(made_event(*keys), replace(NOTHING))
    for kind, card in page.cards.items():
        has_rows = kind is DetailKind.QUESTIONS and len(keys) > 1
        assert card.empty.isVisible() is not has_rows
        assert card.table.isVisible() is has_rows


@pytest.mark.parametrize("outlets", [1, 7, 40])
def test_any_number_of_outlets_fits_the_width(page: DetailsPage, outlets: int) -> None:
    page.show_details(*crowd(outlets))
    QApplication.processEvents()
    for card in page.cards.values():
        assert card.table.horizontalScrollBar().maximum() == 0
        assert card.geometry().right() <= page.width()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_copying_gives_the_row_or_the_whole_table(page: DetailsPage) -> None:
    table = open_filter(page, DetailKind.WORDS)
    QTest.mouseClick(table.viewport(), LEFT, pos=spot(table, 1, 0))
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().splitlines()[1:] == [
        "East Wire, s. 2\tcoast\t2\t1\t4.0\t+1.0"
    ]
    card = page.cards[DetailKind.WORDS]
    QTest.mouseClick(card.more, LEFT)
    menu = card.findChild(QMenu)
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert len(QApplication.clipboard().text().splitlines()) == 3


def test_the_row_that_the_keys_come_to_is_scrolled_into_sight(page: DetailsPage) -> None:
    table = page.cards[DetailKind.WORDS].table
    table.setFocus()
    table.setCurrentIndex(table.model().index(1, 0))
    corner = table.viewport().mapTo(page, spot(table, 1, 0))
    assert 0 < corner.y() < page.evidence.y()


@pytest.mark.parametrize("look", [LIGHT, DARK, HIGH_LIGHT, HIGH_DARK])
def test_the_page_follows_look_and_zoom(page: DetailsPage, look: str) -> None:
    before = page.grab().toImage()
    theme().use(look, 1.5)
    QApplication.processEvents()
    assert page.grab().toImage() != before
    table = page.cards[DetailKind.NUMBERS].table
    assert table.rowHeight(1) >= 36


def turn_wheel(page: DetailsPage, table: SheetTable) -> None:
    at = table.viewport().mapTo(page, QPoint(20, 20))
    QTest.wheelEvent(page.windowHandle(), QPointF(at), QPoint(0, -240))
    QApplication.processEvents()


def test_the_wheel_over_a_short_card_turns_the_page(page: DetailsPage) -> None:
    bar = page._area.verticalScrollBar()
    QApplication.processEvents()
    assert bar.maximum() > 0
    turn_wheel(page, page.cards[DetailKind.NUMBERS].table)
    assert bar.value() > 0


def test_the_wheel_over_a_whole_card_turns_its_rows(page: DetailsPage) -> None:
    page.show_details(*crowd(60))
    table = open_filter(page, DetailKind.NUMBERS)
    turn_wheel(page, table)
    assert table.verticalScrollBar().value() > 0


def test_rows_past_the_first_page_come_as_the_keys_go_down(page: DetailsPage) -> None:
    page.show_details(*crowd(130))
    table = open_filter(page, DetailKind.FIVE_W)
    assert len(table.shown_rows) == PAGE
    table.setFocus()
    table.setCurrentIndex(table.model().index(PAGE - 1, 1))
    table.scrollToBottom()
    QApplication.processEvents()
    assert len(table.shown_rows) == 130
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == PAGE
    assert table.rowHeight(PAGE) >= 20
