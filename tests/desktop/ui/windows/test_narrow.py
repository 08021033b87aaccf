"""Narrow windows and large zoom: fewer panes, a way to each of them, nothing cut off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.palettes import DARK
from desktop.ui.theme import theme
from desktop.ui.windows.desk import Desk
from desktop.ui.windows.main import ARTICLE, DIFF, REPORT, SETTINGS
from tests.desktop.ui.windows.opened import settle


def test_a_button_brings_the_folded_sidebar_back(samples_desk: Desk) -> None:
    samples_desk.window.resize(1000, 700)
    library = samples_desk.window.library
    assert not library.sidebar.isVisible()
    QTest.mouseClick(library.list.shelves, Qt.MouseButton.LeftButton)
    assert library.sidebar.isVisible()
    assert library.sidebar.view.hasFocus()
    row = library.sidebar.view.visualRect(library.sidebar.model.index(1))
    QTest.mouseClick(library.sidebar.view.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert not library.sidebar.isVisible()
    samples_desk.window.resize(1440, 900)
    assert library.sidebar.isVisible()
    assert not library.list.shelves.isVisible()


def test_a_click_reads_an_article_where_one_pane_has_room_and_back_leads_to_the_list(
    samples_desk: Desk,
) -> None:
    samples_desk.window.resize(760, 560)
    library = samples_desk.window.library
    row = library.list.model.row_of(library.list.model.articles[0].summary.id)
    at = library.list.view.visualRect(library.list.model.index(row)).center()
    QTest.mouseClick(library.list.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert library.reading.isVisible()
    assert not library.list.isVisible()
    QTest.mouseClick(library.back, Qt.MouseButton.LeftButton)
    assert library.list.view.hasFocus()
    assert not library.reading.isVisible()


def test_a_click_that_adds_to_a_choice_keeps_the_list(samples_desk: Desk) -> None:
    samples_desk.window.resize(760, 560)
    library = samples_desk.window.library
    second = library.list.model.row_of(library.list.model.articles[1].summary.id)
    at = library.list.view.visualRect(library.list.model.index(second)).center()
    viewport, control = library.list.view.viewport(), Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, control, at)
    assert len(library.list.chosen_ids) == 2
    assert library.list.isVisible()


def test_zoom_alone_changes_how_many_panes_there_are(samples_desk: Desk) -> None:
    theme().use(zoom=2.0)
    library = samples_desk.window.library
    assert not library.sidebar.isVisible()
    assert not library.reading.isVisible()
    theme().use(zoom=1.0)
    assert library.reading.isVisible()


def test_the_metadata_of_an_article_stands_in_one_row(samples_desk: Desk) -> None:
    assert samples_desk.window.width() == 1440
    fields = samples_desk.reading.pane.details.fields
    assert len(fields) == 5
    assert len({field.y() for field in fields}) == 1


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_options_of_the_report_are_never_squeezed(
    qtbot: QtBot, samples_desk: Desk, zoom: float
) -> None:
    samples_desk.window.show_page(REPORT)
    settle(qtbot, samples_desk)
    theme().use(zoom=zoom)
    samples_desk.window.resize(760, 560)
    QApplication.processEvents()
    choices = samples_desk.pages.report.choices
    for part in (choices.paper, choices.color, choices.gray, *choices.sections.values()):
        assert part.height() >= part.sizeHint().height()
        assert part.width() >= part.sizeHint().width()


@pytest.mark.parametrize(("width", "zoom"), [(1440, 1.0), (1000, 1.0), (760, 1.0), (1440, 2.0)])
def test_the_bar_of_the_diff_leaves_out_what_has_no_room(
    qtbot: QtBot, samples_desk: Desk, width: int, zoom: float
) -> None:
    samples_desk.window.show_page(DIFF)
    settle(qtbot, samples_desk)
    theme().use(zoom=zoom)
    samples_desk.window.resize(width, 700)
    QApplication.processEvents()
    bar = samples_desk.pages.diff.bar
    shown = [bar.legend, bar.counts, bar.as_table, bar.words, bar.position]
    for part in shown:
        assert not part.isVisible() or part.width() >= part.sizeHint().width() - 2


def test_a_new_theme_keeps_the_letters_of_the_diff(qtbot: QtBot, samples_desk: Desk) -> None:
    samples_desk.window.show_page(DIFF)
    settle(qtbot, samples_desk)
    samples_desk.settings.look_chosen.emit(DARK)
    block = samples_desk.pages.diff.stage.left.document().findBlockByNumber(1)
    assert block.charFormat().font().families() == theme().font("evidence").families()
    formats = block.layout().formats()
    face = formats[0].format.font() if formats else block.charFormat().font()
    assert face.pixelSize() == theme().font("evidence").pixelSize()


def test_settings_stand_in_one_column_where_two_are_too_narrow(samples_desk: Desk) -> None:
    samples_desk.window.show_page(SETTINGS)
    theme().use(zoom=2.0)
    sizes = samples_desk.settings.sizes
    last = sizes.button(4)
    assert sizes.rect().contains(last.geometry())


def test_rows_of_a_page_that_is_not_shown_are_not_left_at_their_old_place(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    window, text = samples_desk.window, samples_desk.reading.page.reading.text
    window.show_page(ARTICLE)
    settle(qtbot, samples_desk)
    window.show_page(SETTINGS)
    text.verticalScrollBar().setValue(text.verticalScrollBar().maximum())
    text.place_slots()
    text.verticalScrollBar().setValue(0)
    text.place_slots()
    window.show_page(ARTICLE)
    QApplication.processEvents()
    tops = [row.y() for row in text.slots.rows if row.isVisible() and row.y() > -row.height()]
    assert len(tops) == len(set(tops))
    assert all(top > samples_desk.reading.page.reading.top.y() for top in tops)
