"""Ways with a chart besides the click: its menu, its table, its card, its files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.figures.outlets import Voices
from desktop.ui.fonts import load_fonts
from desktop.ui.paint.axes import ChartMark
from desktop.ui.palettes import LIGHT
from desktop.ui.panels.chart_view import ChartView
from desktop.ui.panels.charts import ChartsPage
from desktop.ui.selection import Selection
from desktop.ui.theme import theme
from tests.desktop.ui.emitted import emitted
from tests.desktop.ui.made_event import made_event, place

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
NO_WORDING = ChartMark(1, 0)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[ChartsPage]:
    load_fonts()
    made = ChartsPage(Selection())
    qtbot.addWidget(made)
    made.resize(1300, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_event(made_event())
    yield made
    theme().use(LIGHT, 1.0)


@pytest.fixture
def chart(page: ChartsPage) -> ChartView:
    page.loaded.chart.setFocus()
    return page.loaded.chart


def at(chart: ChartView, mark: ChartMark) -> QPoint:
    box = chart.figure.mark_rect(chart.area(), mark)
    return QPointF(box.left() + 10, box.center().y()).toPoint()


def hover(widget: QWidget, spot: QPoint) -> None:
    """Move the mouse, and let the window hear of it; to where it was it would be no move."""
    for place_near in (spot - QPoint(1, 0), spot):
        QTest.mouseMove(widget, place_near)
        QApplication.processEvents()


def go_to(chart: ChartView, mark: ChartMark) -> None:
    """Bring the keyboard to a mark of the chart, which is one column of bars."""
    for _ in range(len(chart.figure.marks())):
        QTest.keyClick(chart, KEY.Key_Up)
    while chart.state.focused != mark:
        QTest.keyClick(chart, KEY.Key_Down)


def answer(path: Path | None, kind: str = "SVG picture (*.svg)") -> Callable[..., tuple[str, str]]:
    """Return what stands in for the dialog that asks for a file."""

    def ask(*_: object) -> tuple[str, str]:
        return (str(path), kind) if path else ("", "")

    return ask


@pytest.mark.parametrize(
    ("name", "kind", "written"),
    [
        ("chart.svg", "SVG picture (*.svg)", "chart.svg"),
        ("chart.PNG", "SVG picture (*.svg)", "chart.PNG"),
        ("chart", "SVG picture (*.svg)", "chart.svg"),
        ("chart", "PNG picture (*.png)", "chart.png"),
        ("version 2.1", "PNG picture (*.png)", "version 2.1.png"),
    ],
)
def test_a_chart_is_saved_under_the_name_and_as_the_kind_that_was_chosen(
    page: ChartsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    name: str, kind: str, written: str,
) -> None:  # fmt: skip
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer(tmp_path / name, kind))
    failed = emitted(page.save_failed)
    page.save_card(page.loaded)
    assert [path.name for path in tmp_path.iterdir()] == [written]
    saved = tmp_path / written
    if saved.suffix == ".svg":
        assert "North Herald" in saved.read_text("utf-8")
    else:
        assert not QImage(str(saved)).isNull()
    assert failed == []


def test_a_chart_that_cannot_be_written_names_the_file(
    page: ChartsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "no such folder" / "chart.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer(target))
    failed = emitted(page.save_failed)
    page.save_card(page.tone)
    assert failed == [str(target)]


def test_no_file_is_written_where_the_user_cancels(
    page: ChartsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer(None))
    monkeypatch.chdir(tmp_path)
    failed = emitted(page.save_failed)
    page.save_card(page.verbs)
    assert (list(tmp_path.iterdir()), failed) == ([], [])


def test_the_menu_of_a_chart_has_its_table_its_text_and_its_file(
    page: ChartsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[list[str]] = []

    def show(menu: QMenu, _at: QPoint) -> None:
        actions = menu.actions()
        offered.append([action.text() for action in actions])
        for action in actions:
            action.trigger()

    monkeypatch.setattr(QMenu, "popup", show)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer(None))
    asked = emitted(page.loaded.save_asked)
    for _ in range(2):
        QTest.mouseClick(page.loaded.more, LEFT)
    assert offered == [
        ["Show as table", "Copy table", "Save chart…"],
        ["Show as chart", "Copy table", "Save chart…"],
    ]
    assert not page.loaded.shows_table
    assert QGuiApplication.clipboard().text() == page.loaded.table.twin.as_text()
    assert len(asked) == 2


def test_rows_chosen_in_the_table_are_copied_alone(page: ChartsPage) -> None:
    page.loaded.turn()
    table = page.loaded.table
    table.selectRow(2)
    QTest.keyClick(table, KEY.Key_C, CONTROL)
    header, row = QGuiApplication.clipboard().text().split("\n")
    assert header.split("\t")[:2] == ["Outlet", "Voice"]
    assert row.split("\t")[0] == "South Post"


def test_a_pinned_card_stays_while_the_mouse_goes_on(page: ChartsPage, chart: ChartView) -> None:
    go_to(chart, ChartMark(0, 0))
    QTest.keyClick(chart, KEY.Key_Space)
    pinned = chart.card.content
    assert pinned is not None
    for widget, spot in ((chart, at(chart, ChartMark(0, 1))), (page.gray, QPoint(5, 5))):
        hover(widget, spot)
        assert chart.card.content == pinned
    QTest.keyClick(chart, KEY.Key_Escape)
    assert chart.card.content is None


def test_space_again_lets_the_card_go_with_the_mouse(page: ChartsPage, chart: ChartView) -> None:
    go_to(chart, ChartMark(0, 0))
    for _ in range(2):
        QTest.keyClick(chart, KEY.Key_Space)
    hover(chart, at(chart, ChartMark(0, 1)))
    assert chart.card.content is None
    assert page.loaded.isVisible()


def test_where_there_is_no_card_none_is_pinned(chart: ChartView, qtbot: QtBot) -> None:
    go_to(chart, NO_WORDING)
    QTest.keyClick(chart, KEY.Key_Space)
    assert chart.card.content is None
    hover(chart, at(chart, ChartMark(0, 0)))
    qtbot.waitUntil(lambda: chart.card.content is not None, timeout=3000)


def test_the_card_goes_with_its_chart_though_the_keys_were_elsewhere(
    page: ChartsPage, chart: ChartView, qtbot: QtBot
) -> None:
    page.gray.setFocus()
    hover(chart, at(chart, ChartMark(0, 1)))
    qtbot.waitUntil(lambda: chart.card.content is not None, timeout=3000)
    page.clear()
    assert chart.card.content is None


def test_the_hand_shows_what_can_be_opened(chart: ChartView) -> None:
    shapes: list[Qt.CursorShape] = []
    for spot in (at(chart, ChartMark(0, 0)), at(chart, NO_WORDING), QPoint(1, chart.height() - 1)):
        hover(chart, spot)
        shapes.append(chart.cursor().shape())
    arrow = Qt.CursorShape.ArrowCursor
    assert shapes == [Qt.CursorShape.PointingHandCursor, arrow, arrow]


def test_only_the_left_button_chooses(page: ChartsPage, chart: ChartView) -> None:
    chosen = emitted(page.place_chosen)
    QTest.mouseClick(chart, RIGHT, pos=at(chart, ChartMark(0, 0)))
    QTest.mouseClick(chart, LEFT, pos=QPoint(1, chart.height() - 1))
    assert chosen == []
    assert not page.sentences.isVisible()


def test_keys_go_on_from_the_mark_that_was_clicked(page: ChartsPage, chart: ChartView) -> None:
    QTest.mouseClick(chart, LEFT, pos=at(chart, ChartMark(1, 1)))
    QTest.keyClick(chart, KEY.Key_Down)
    assert chart.state.focused == ChartMark(2, 0)
    assert page.sentences.isVisible()


def test_a_mark_chosen_in_one_chart_is_let_go_in_the_others(
    page: ChartsPage, chart: ChartView
) -> None:
    QTest.mouseClick(chart, LEFT, pos=at(chart, ChartMark(0, 0)))
    tone = page.tone.chart
    QTest.mouseClick(tone, LEFT, pos=at(tone, ChartMark(0, 0)))
    assert (len(chart.state.chosen), len(tone.state.chosen)) == (0, 1)
    assert page._selection.places == (place("n", "harbor"),)


def test_the_voices_turn_round_and_the_next_event_has_those_that_were_left(
    page: ChartsPage, chart: ChartView
) -> None:
    seen: list[int] = []
    for _ in range(len(Voices)):
        QTest.keyClick(chart, KEY.Key_V)
        seen.append(page.voices.current)
    assert seen == [Voices.OWN, Voices.QUOTED, Voices.BOTH]
    QTest.keyClick(chart, KEY.Key_V)
    page.show_event(made_event("s", "e"))
    rows = page.loaded.chart.figure.twin().rows
    assert [row.cells[:2] for row in rows] == [
        ("South Post", "Own voice"),
        ("East Wire", "Own voice"),
    ]
