"""Parts of pages with much to show: long findings, many outlets, little room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.model.analyses import Rung
from desktop.core.model.comparisons import Finding, FindingKind
from desktop.ui.paint.verb_ladder import VerbLadder, VerbRung, VerbWord
from desktop.ui.palettes import DARK, LIGHT
from desktop.ui.panels.chart_card import ChartCard
from desktop.ui.panels.diff_bar import DiffBar
from desktop.ui.panels.differences import KeyDifferences
from desktop.ui.panels.figures import VerbFigure
from desktop.ui.theme import theme
from tests.desktop.ui.made_event import place


@pytest.fixture(autouse=True)
def plain_look() -> Iterator[None]:
    """Each test ends in the plain look."""
    yield
    theme().use(LIGHT, 1.0)


def ladder(outlets: int) -> VerbFigure:
    words = tuple((VerbWord("claimed", (place("n", "slammed"),)),) for _ in range(outlets))
    rung = VerbRung(Rung.DOUBT, words)
    return VerbFigure(VerbLadder(tuple((f"Outlet {n}", "OU", n) for n in range(outlets)), (rung,)))


def test_a_chart_of_many_outlets_scrolls_to_the_one_under_the_keyboard(qtbot: QtBot) -> None:
    card = ChartCard(ladder(40), "Verbs", "One dot, one use.")
    qtbot.addWidget(card)
    card.resize(700, 400)
    card.show()
    qtbot.waitExposed(card)
    chart = card.chart
    assert chart.width() > 3_000
    assert not chart.visibleRegion().isEmpty()
    chart.setFocus()
    for _ in range(40):
        QTest.keyClick(chart, Qt.Key.Key_Right)
    mark = chart.state.focused
    assert mark is not None
    assert mark.column == 39
    box = chart.figure.mark_rect(chart.area(), mark).toRect()
    assert chart.visibleRegion().boundingRect().contains(box.center())


def test_a_chart_of_few_outlets_fills_its_card(qtbot: QtBot) -> None:
    card = ChartCard(ladder(2), "Verbs", "One dot, one use.")
    qtbot.addWidget(card)
    card.resize(700, 400)
    card.show()
    qtbot.waitExposed(card)
    assert card.chart.visibleRegion().boundingRect().width() == card.chart.width()


def test_a_long_finding_leaves_room_for_its_evidence(qtbot: QtBot) -> None:
    panel = KeyDifferences()
    qtbot.addWidget(panel)
    said = "Harbor Post, Valley Times and Northern Courier " * 40
    finding = Finding(FindingKind.FIGURES, "Different figures", said, 1.0, ())
    panel.resize(1000, 230)
    panel.show()
    panel.show_findings([finding], lambda _place: None)
    QApplication.processEvents()
    assert panel.evidence.height() > 80
    labels = [part for part in panel.findChildren(type(panel._text)) if part.toolTip()]
    assert labels[0].accessibleName() == said


def test_the_arrow_turns_when_the_pane_is_folded(qtbot: QtBot) -> None:
    panel = KeyDifferences()
    qtbot.addWidget(panel)
    panel.show_findings([Finding(FindingKind.FIGURES, "Figures", "", 1.0, ())], lambda _place: None)
    panel.show()
    qtbot.waitExposed(panel)
    before = panel.fold.grab().toImage()
    panel.toggle()
    assert panel.fold.grab().toImage() != before
    panel.toggle()
    assert panel.fold.grab().toImage() == before


def test_one_difference_is_said_in_the_singular(qtbot: QtBot) -> None:
    bar = DiffBar()
    qtbot.addWidget(bar)
    bar.resize(1300, 54)
    bar.show_position(0, 1)
    assert bar.position.accessibleName() == "1 difference"
    bar.show_position(0, 4)
    assert bar.position.accessibleName() == "4 differences"


def test_badges_of_the_diff_follow_the_theme(qtbot: QtBot) -> None:
    bar = DiffBar()
    qtbot.addWidget(bar)
    bar.show_articles([("a", "AB", 0, "Alpha"), ("b", "CD", 1, "Beta")])
    size = bar.first.iconSize()
    before = bar.first.itemIcon(0).pixmap(size).toImage()
    theme().use(DARK)
    assert bar.first.itemIcon(0).pixmap(size).toImage() != before
