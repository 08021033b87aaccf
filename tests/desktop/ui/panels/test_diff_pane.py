"""A diff read by key and by wheel: in one of its texts, and in its table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.core.model.comparisons import Diff, DiffPair, PairKind
from desktop.ui.models.diff import DiffRow, diff_sides
from desktop.ui.panels.diff_pane import DiffPane
from desktop.ui.panels.diff_table import DiffTable
from tests.desktop.ui.emitted import emitted
from tests.desktop.ui.readings import read

KEY = Qt.Key


@pytest.fixture
def pane(host: QWidget) -> DiffPane:
    made = DiffPane("Article A", host)
    made.setGeometry(0, 0, 400, 120)
    rows = [
        DiffRow(1, "One.", (), 0),
        DiffRow(2, "Two alone.", (), None),
        DiffRow(4, "Four.", (), 1),
    ]
    made.show_rows(rows, frozenset())
    made.show()
    made.setFocus()
    return made


def test_arrows_choose_the_pair_they_come_to_and_nothing_where_there_is_none(
    pane: DiffPane,
) -> None:
    chosen = emitted(pane.pair_chosen)
    QTest.keyClick(pane, KEY.Key_Alt)
    QTest.keyClick(pane, KEY.Key_Up)
    assert chosen == []
    QTest.keyClick(pane, KEY.Key_Down)
    assert chosen == []
    QTest.keyClick(pane, KEY.Key_Down)
    QTest.keyClick(pane, KEY.Key_Up)
    QTest.keyClick(pane, KEY.Key_Up)
    assert chosen == [1, 0]


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter])
def test_enter_opens_the_sentence_by_its_number_in_the_text(pane: DiffPane, key: Qt.Key) -> None:
    opened = emitted(pane.sentence_opened)
    QTest.keyClick(pane, KEY.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(pane, key)
    assert opened == [4]
    assert pane.toPlainText().splitlines() == ["One.", "Two alone.", "Four."]


def test_a_pane_without_sentences_opens_and_chooses_nothing(pane: DiffPane) -> None:
    pane.show_rows([], frozenset())
    opened, chosen = emitted(pane.sentence_opened), emitted(pane.pair_chosen)
    QTest.keyClick(pane, KEY.Key_Return)
    QTest.mouseDClick(pane.viewport(), Qt.MouseButton.LeftButton)
    assert opened == chosen == []
    assert pane.pair_extent(0) is None
    assert pane.row_of(1) is None


def test_the_wheel_with_control_does_not_zoom_one_text_alone(pane: DiffPane) -> None:
    at, up, none = QPointF(5, 5), QPoint(0, 120), Qt.MouseButton.NoButton
    control, no_phase = Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(at, at, up, up, none, control, no_phase, False)
    QApplication.sendEvent(pane.viewport(), wheel)
    assert not wheel.isAccepted()


def test_enter_in_the_table_chooses_the_pair_of_its_row(host: QWidget) -> None:
    table = DiffTable(host)
    table.setGeometry(0, 0, 800, 300)
    table.show()
    left, right = read("a", "One came.", "Two went."), read("b", "One came.", "Three left.")
    pair = DiffPair(PairKind.STATEMENT, (1,), (1,), 1.0, (), (), (), (), "")
    table.show_sides(diff_sides(left, right, Diff("a", "b", (pair,), (2,), (2,))))
    chosen = emitted(table.pair_chosen)
    for row in range(3):
        table.setCurrentIndex(table.model().index(row, 0))
        QTest.keyClick(table, KEY.Key_Return)
    assert chosen == [0]
