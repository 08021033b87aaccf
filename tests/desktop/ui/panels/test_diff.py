"""The diff page: choose two texts, step through differences, read on in the article."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.core.model.comparisons import Comparison, Diff, DiffPair, PairKind, Place
from desktop.core.model.spans import Span
from desktop.services.badges import OutletBadge
from desktop.services.views import EventView
from desktop.ui.panels.diff import DiffPage
from desktop.ui.selection import Selection
from tests.desktop.ui.emitted import emitted
from tests.desktop.ui.readings import read

LEFT = read("a", "One came.", "Two went home.", "Only here.")
RIGHT = read("b", "One came.", "Only there.", "Two went away.")
THIRD = read("c", "Three.")
HOME = LEFT[0].text.index("home")
DIFF = Diff(
    "a",
    "b",
    (
        DiffPair(PairKind.STATEMENT, (1,), (1,), 1.0, (), (), (), (), ""),
        DiffPair(PairKind.QUOTATION, (2,), (3,), 0.8, (Span(HOME, HOME + 4),), (), (), (), ""),
    ),
    (3,),
    (2,),
)


def event(*members: str) -> EventView:
    known = {"a": LEFT, "b": RIGHT, "c": THIRD}
    chosen = [known[member] for member in members]
    badges = tuple(OutletBadge(m.upper(), m.upper(), n) for n, m in enumerate(members))
    return EventView(
        id="e",
        label="An event",
        articles=tuple(article for article, _ in chosen),
        analyses=tuple(analysis for _, analysis in chosen),
        badges=badges,
        comparison=Comparison(members, (), (), (), ()),
        links=(),
    )


@pytest.fixture
def page(qtbot: QtBot) -> DiffPage:
    page = DiffPage(Selection())
    qtbot.addWidget(page)
    page.resize(1200, 700)

    def answer(*_: object) -> None:
        page.show_diff(DIFF)

    page.pair_requested.connect(answer)
    page.show_event(event("a", "b", "c"))
    page.show()
    return page


def test_an_event_asks_for_its_first_two_articles(qtbot: QtBot) -> None:
    page = DiffPage(Selection())
    qtbot.addWidget(page)
    asked = emitted(page.pair_requested)
    page.show_event(event("b", "c"))
    assert asked == [("b", "c")]


def test_one_article_asks_for_a_second_outlet(qtbot: QtBot) -> None:
    page = DiffPage(Selection())
    qtbot.addWidget(page)
    page.show_event(event("a"))
    assert page.bar.isHidden()


def test_every_sentence_is_shown_and_aligned_ones_know_their_pair(page: DiffPage) -> None:
    assert page.stage.left.toPlainText().splitlines() == [
        "One came.", "Two went home.", "Only here."
    ]  # fmt: skip
    assert [row.pair for row in page.stage.right.rows] == [0, None, 1]
    assert page.bar.counts.text() == "2 aligned · 1 only in A · 1 only in B"


def test_stepping_goes_through_the_differences_and_selects_their_sentences(page: DiffPage) -> None:
    selection = page._selection
    QTest.mouseClick(page.bar.down, Qt.MouseButton.LeftButton)
    assert page.bar.position.text() == "Difference 1 of 3"
    assert [place.article for place in selection.places] == ["b"]
    QTest.mouseClick(page.bar.down, Qt.MouseButton.LeftButton)
    assert [place.article for place in selection.places] == ["a", "b"]
    assert selection.places[0].span.of(LEFT[0].text) == "Two went home."
    QTest.mouseClick(page.bar.down, Qt.MouseButton.LeftButton)
    assert not page.bar.down.isEnabled()


def test_a_click_on_a_sentence_makes_its_pair_the_current_one(page: DiffPage) -> None:
    pane = page.stage.left
    top, bottom = pane.extent(1)
    at = QPoint(60, round((top + bottom) / 2) - pane.verticalScrollBar().value())
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [place.article for place in page._selection.places] == ["a", "b"]


def test_enter_opens_the_sentence_in_its_article(page: DiffPage) -> None:
    opened = emitted(page.open_article)
    QTest.keyClick(page.stage.right, Qt.Key.Key_Return)
    assert opened == [Place("b", Span(0, 9))]


def test_swapping_asks_for_the_same_two_the_other_way_round(page: DiffPage) -> None:
    asked = emitted(page.pair_requested)
    QTest.mouseClick(page.bar.swap, Qt.MouseButton.LeftButton)
    assert asked == [("b", "a")]


def test_the_table_has_what_the_panes_have(page: DiffPage) -> None:
    QTest.mouseClick(page.bar.as_table, Qt.MouseButton.LeftButton)
    assert page.table.isVisible()
    model = page.table.model()
    rows = [[model.index(r, c).data() for c in range(3)] for r in range(model.rowCount())]
    assert rows == [
        ["statement, same words", "1. One came.", "1. One came."],
        ["quotation, reworded", "2. Two went home.", "3. Two went away."],
        ["only in A", "3. Only here.", ""],
        ["only in B", "", "2. Only there."],
    ]


def test_choosing_one_text_on_both_sides_moves_the_other_on(page: DiffPage) -> None:
    page.bar.first.setCurrentIndex(1)
    asked = emitted(page.pair_requested)
    page.bar.first.activated.emit(1)
    assert asked == [("b", "c")]
