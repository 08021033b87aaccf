"""The charts page: from a mark to its sentences, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.core.model.comparisons import Place
from desktop.ui.fonts import load_fonts
from desktop.ui.paint.axes import ChartMark
from desktop.ui.palettes import DARK, LIGHT
from desktop.ui.panels.chart_view import ChartView
from desktop.ui.panels.charts import ChartsPage
from desktop.ui.selection import Selection
from desktop.ui.theme import theme
from tests.desktop.ui.emitted import emitted
from tests.desktop.ui.made_event import made_event, place


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[ChartsPage]:
    load_fonts()
    made = ChartsPage(Selection())
    qtbot.addWidget(made)
    made.resize(1300, 900)
    made.show()
    qtbot.waitExposed(made)
    made.show_event(made_event())
    yield made
    theme().use(LIGHT, 1.0)


def at(chart: ChartView, mark: ChartMark) -> QPoint:
    box = chart.figure.mark_rect(chart.area(), mark)
    near = QPointF(box.left() + 10, box.center().y()) * theme().zoom
    return near.toPoint()


def click(chart: ChartView, mark: ChartMark) -> None:
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at(chart, mark))


def shown(page: ChartsPage) -> list[tuple[str, int]]:
    return [(row.outlet, row.number) for row in page.sentences.rows.rows]


def test_a_click_on_a_bar_lists_its_sentences_and_selects_its_wordings(page: ChartsPage) -> None:
    click(page.loaded.chart, ChartMark(0, 0))
    assert page.sentences.isVisible()
    assert shown(page) == [("North Herald", 1), ("North Herald", 2)]
    assert page._selection.places == (place("n", "slams"), place("n", "reckless"))


def test_a_sentence_opens_in_its_article(page: ChartsPage) -> None:
    click(page.loaded.chart, ChartMark(0, 1))
    rows = page.sentences.rows
    rows.focus_first()
    opened = emitted(page.open_article)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert opened == [place("n", "foolish")]


def test_keys_go_from_bar_to_sentence_to_article(page: ChartsPage) -> None:
    chart = page.loaded.chart
    chart.setFocus()
    assert chart.state.focused == ChartMark(0, 0)
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert chart.state.focused == ChartMark(0, 1)
    QTest.keyClick(chart, Qt.Key.Key_Up)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert shown(page)[0] == ("North Herald", 1)
    opened = emitted(page.open_article)
    QTest.keyClick(page.sentences.rows, Qt.Key.Key_Return)
    assert opened == [place("n", "slams")]


def test_arrows_reach_every_mark_of_the_bars(page: ChartsPage) -> None:
    chart = page.loaded.chart
    chart.setFocus()
    seen = {chart.state.focused}
    for _ in range(len(chart.figure.marks())):
        QTest.keyClick(chart, Qt.Key.Key_Down)
        seen.add(chart.state.focused)
    assert seen == set(chart.figure.marks())


def test_arrows_reach_every_word_of_the_ladder(page: ChartsPage) -> None:
    chart = page.verbs.chart
    chart.setFocus()
    todo, seen = [chart.state.focused], set[ChartMark | None]()
    while todo:
        mark = todo.pop()
        if mark is None or mark in seen:
            continue
        seen.add(mark)
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            chart._focus(mark, show=False)
            QTest.keyClick(chart, key)
            todo.append(chart.state.focused)
    assert seen == set(chart.figure.marks())


def test_the_mark_under_the_keyboard_is_said_in_words(page: ChartsPage) -> None:
    chart = page.loaded.chart
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Down)
    said = chart.accessibleDescription()
    assert said == (
        "North Herald, loaded wording, quoted voices: "
        "1 in 50 words, 2.0 per 100, range 0.5 to 60.0."
    )


def test_a_dot_of_a_verb_lists_one_use_and_the_word_all(page: ChartsPage) -> None:
    verbs = page.verbs.chart
    twice = next(m for m in verbs.figure.marks() if len(verbs.figure.places(m)) == 2)
    click(verbs, twice)
    assert len(shown(page)) == 2
    one = ChartMark(twice.row, twice.column, twice.nth, 1)
    verbs.choose(one)
    assert len(shown(page)) == 1


def test_a_hover_shows_the_sentence_and_chooses_nothing(page: ChartsPage, qtbot: QtBot) -> None:
    chart = page.loaded.chart
    QTest.mouseMove(chart, at(chart, ChartMark(0, 0)))
    qtbot.waitUntil(lambda: chart.card.content is not None, timeout=3000)
    assert chart.card.content is not None
    assert chart.card.content.sentence_text == "Mayor slams harbor plan"
    assert page._selection.places == ()


def test_the_card_goes_with_the_focus(page: ChartsPage) -> None:
    chart = page.loaded.chart
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert chart.card.content is not None
    page.gray.setFocus()
    assert chart.card.content is None


def test_ctrl_t_shows_the_same_figures_as_a_table(page: ChartsPage) -> None:
    card = page.loaded
    card.chart.setFocus()
    QTest.keyClick(card.chart, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert card.shows_table
    assert card.table.twin == card.chart.figure.twin()
    QTest.keyClick(card.table, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert not card.shows_table


def test_a_row_of_the_table_opens_what_its_bar_opens(page: ChartsPage) -> None:
    card = page.loaded
    card.turn()
    card.table.setCurrentIndex(card.table.model().index(0, 0))
    QTest.keyClick(card.table, Qt.Key.Key_Return)
    assert page._selection.places == (place("n", "slams"), place("n", "reckless"))


def test_a_table_is_copied_as_text(page: ChartsPage) -> None:
    page.loaded.copy_table()
    assert QGuiApplication.clipboard().text() == page.loaded.table.twin.as_text()


def test_black_and_white_takes_the_color_out_of_the_charts(page: ChartsPage) -> None:
    chart = page.loaded.chart
    bar = chart.figure.anchor(chart.area(), ChartMark(0, 0))
    spot = (bar.topLeft() + QPointF(4, 4)).toPoint()
    assert chart.grab().toImage().pixelColor(spot) == theme().palette.own_fill
    QTest.mouseClick(page.gray, Qt.MouseButton.LeftButton)
    assert chart.grab().toImage().pixelColor(spot).saturation() == 0


def test_a_choice_of_voices_holds_for_bars_and_legend(page: ChartsPage) -> None:
    QTest.keyClick(page.loaded.chart, Qt.Key.Key_V)
    assert len(page.loaded.chart.figure.marks()) == 3
    assert page.legend.accessibleName() == "Own voice"


@pytest.mark.parametrize("zoom", [0.8, 1.5, 2.0])
def test_marks_are_hit_at_any_zoom(page: ChartsPage, zoom: float) -> None:
    theme().use(DARK, zoom)
    QGuiApplication.processEvents()
    click(page.loaded.chart, ChartMark(2, 0))
    assert shown(page) == [("East Wire", 1)]


def test_escape_closes_the_sentences_and_clears_the_selection(page: ChartsPage) -> None:
    click(page.loaded.chart, ChartMark(0, 0))
    QTest.keyClick(page.sentences.rows, Qt.Key.Key_Escape)
    assert not page.sentences.isVisible()
    assert page._selection.places == ()
    assert not page.loaded.chart.state.chosen


def test_a_card_saves_what_it_shows(page: ChartsPage, tmp_path: Path) -> None:
    for card in page.cards:
        path = tmp_path / f"{card.title}.svg"
        assert card.save(path)
        assert card.title in path.read_text("utf-8")


def test_without_an_event_there_is_a_sentence_and_no_empty_axes(page: ChartsPage) -> None:
    page.clear()
    assert page.note.isVisible()
    assert not page.loaded.isVisible()


def test_every_control_has_a_name(page: ChartsPage) -> None:
    for card in page.cards:
        assert card.more.accessibleName()
        assert card.chart.accessibleName() == card.title
        assert card.table.accessibleName()
    assert page.sentences.close_button.accessibleName()


def test_a_mark_without_sentences_opens_an_empty_list(page: ChartsPage) -> None:
    places: list[Place] = []
    page.open_article.connect(places.append)
    click(page.loaded.chart, ChartMark(1, 0))
    assert shown(page) == []
    assert places == []


def test_wordings_of_one_sentence_are_listed_in_one_row(page: ChartsPage) -> None:
    page.loaded.chosen.emit((place("n", "slammed"), place("n", "reckless")), "Two.", False)
    assert shown(page) == [("North Herald", 2)]
