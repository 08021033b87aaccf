"""The diff by mouse and keyboard: ribbons, overview, marks, and both sides kept level."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.core.model.comparisons import Comparison, Diff, DiffPair, PairKind, Place
from desktop.core.model.spans import Span
from desktop.services.badges import OutletBadge
from desktop.services.views import EventView
from desktop.ui.fonts import load_fonts
from desktop.ui.palettes import DARK, LIGHT
from desktop.ui.panels.diff import DiffPage
from desktop.ui.selection import Selection
from desktop.ui.theme import theme
from tests.desktop.ui.emitted import emitted
from tests.desktop.ui.paint.pixels import count
from tests.desktop.ui.readings import read

LEFT_BUTTON, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
FILLER = "Nothing of this is said by the other outlet, which reports at length on other things."
MANY = 40


def _pair(left: int, right: int, kind: PairKind, changed: tuple[Span, ...] = ()) -> DiffPair:
    return DiffPair(kind, (left,), (right,), 0.7, changed, (), (), (), "")


LEFT = read("a", "First 😀😀😀 changed here.", *[FILLER] * MANY, "Last <b>of</b> all left.")
RIGHT = read("b", "First it is.", *[FILLER] * 3, "Last of all right.")
CHANGED = LEFT[0].text.index("changed")
DIFF = Diff(
    "a",
    "b",
    (
        _pair(1, 1, PairKind.STATEMENT, (Span(CHANGED, CHANGED + len("changed")),)),
        _pair(MANY + 2, 5, PairKind.QUOTATION),
    ),
    tuple(range(2, MANY + 2)),
    (2, 3, 4),
)
VIEW = EventView(
    id="e",
    label="An event",
    articles=(LEFT[0], RIGHT[0]),
    analyses=(LEFT[1], RIGHT[1]),
    badges=(OutletBadge("A & B", "AB", 0), OutletBadge("<b>C</b>", "C", 1)),
    comparison=Comparison(("a", "b"), (), (), (), ()),
    links=(),
)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[DiffPage]:
    load_fonts()
    made = DiffPage(Selection())
    qtbot.addWidget(made)
    made.resize(1200, 500)
    made.show()
    qtbot.waitExposed(made)
    made.show_event(VIEW)
    made.show_diff(DIFF)
    yield made
    theme().use(LIGHT, 1.0)


def place(article: str, number: int) -> Place:
    analysis = LEFT[1] if article == "a" else RIGHT[1]
    return Place(article, analysis.sentence(number).span)


def test_a_ribbon_that_is_clicked_makes_its_pair_the_current_one(page: DiffPage) -> None:
    gutter = page.stage.gutter
    QTest.mouseClick(gutter, LEFT_BUTTON, PLAIN, QPoint(gutter.width() // 2, 28))
    assert page._selection.places == (place("a", 1), place("b", 1))
    assert "1 " in page.bar.position.text()


def test_a_click_beside_the_ribbons_chooses_nothing(page: DiffPage) -> None:
    gutter = page.stage.gutter
    QTest.mouseClick(gutter, LEFT_BUTTON, PLAIN, QPoint(2, gutter.height() - 3))
    assert page._selection.places == ()


def test_the_overview_leads_to_where_it_is_clicked_and_dragged(page: DiffPage) -> None:
    bar, overview = page.stage.left.verticalScrollBar(), page.stage.map
    assert bar.value() == 0
    QTest.mouseClick(overview, LEFT_BUTTON, PLAIN, QPoint(30, overview.height() - 12))
    assert bar.value() > 0.9 * bar.maximum()
    assert overview.overview.shown[1] > 0.95
    QTest.mousePress(overview, LEFT_BUTTON, PLAIN, QPoint(30, overview.height() - 12))
    QTest.mouseMove(overview, QPoint(30, 30))
    QTest.mouseRelease(overview, LEFT_BUTTON, PLAIN, QPoint(30, 30))
    assert overview.overview.shown[0] < 0.1


def test_at_the_end_of_one_side_the_other_is_at_its_end(page: DiffPage) -> None:
    left, right = page.stage.left.verticalScrollBar(), page.stage.right.verticalScrollBar()
    left.setValue(left.maximum())
    assert right.value() == right.maximum()
    left.setValue(0)
    assert right.value() == 0


def test_what_is_chosen_is_brought_into_view_on_both_sides(page: DiffPage) -> None:
    page.choose_pair(1)
    for pane in (page.stage.left, page.stage.right):
        extent = pane.pair_extent(1)
        assert extent is not None
        top = pane.verticalScrollBar().value()
        assert top <= extent[0] + 1
        assert extent[1] <= top + pane.viewport().height() + 1
    assert page._selection.places == (place("a", MANY + 2), place("b", 5))


def test_keys_step_through_every_difference_and_stop_at_both_ends(page: DiffPage) -> None:
    stops = len(page._sides.stops)
    assert stops == 2 + MANY + 3
    assert not page.bar.up.isEnabled()
    page.stage.left.setFocus()
    for _nth in range(stops + 3):
        page.step(1)
    assert page._stop == stops - 1
    assert not page.bar.down.isEnabled()
    QTest.keyClick(page.stage.left, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page._stop == stops - 2


def test_a_sentence_of_one_side_only_is_selected_alone(page: DiffPage) -> None:
    page.step(1)
    page.step(1)
    assert page._selection.places == (place("a", 2),)


def test_a_double_click_opens_the_sentence_of_its_side(page: DiffPage) -> None:
    opened = emitted(page.open_article)
    spot = QPoint(60, 30)
    QTest.mouseClick(page.stage.right.viewport(), LEFT_BUTTON, PLAIN, spot)
    QTest.mouseDClick(page.stage.right.viewport(), LEFT_BUTTON, PLAIN, spot)
    assert opened == [place("b", 1)]


def test_marks_on_changed_words_can_be_hidden(page: DiffPage) -> None:
    tint = theme().palette.diff_tint
    pane = page.stage.left
    assert count(pane.viewport().grab().toImage(), tint) > 100
    page.bar.words.setChecked(False)
    assert count(pane.viewport().grab().toImage(), tint) == 0
    page.bar.words.setChecked(True)
    assert count(pane.viewport().grab().toImage(), tint) > 100


def test_after_emoji_the_mark_stands_on_its_own_word(page: DiffPage) -> None:
    pane, tint = page.stage.left, theme().palette.diff_tint
    image = pane.viewport().grab().toImage()
    columns = [x for x in range(image.width()) if count(image, tint, QRectF(x, 0, 1, 60))]
    start = len(LEFT[0].text[:CHANGED].encode("utf-16-le")) // 2
    ends: list[int] = []
    for position in (start, start + len("changed")):
        cursor = QTextCursor(pane.document())
        cursor.setPosition(position)
        ends.append(pane.cursorRect(cursor).left())
    assert [min(columns), max(columns)] == pytest.approx(ends, abs=3)


def test_foreign_text_is_shown_as_it_is_written(page: DiffPage) -> None:
    assert page.stage.left.toPlainText().endswith("Last <b>of</b> all left.")
    assert page.bar.second.currentText() == "<b>C</b>"
    assert page.bar.first.currentText() == "A & B"


def test_the_table_takes_the_place_of_the_panes_and_back(page: DiffPage) -> None:
    page.stage.left.setFocus()
    page.bar.as_table.setChecked(True)
    assert page.table.isVisible()
    assert not page.stage.isVisible()
    page.bar.as_table.setChecked(False)
    assert page.stage.isVisible()


def test_another_look_and_size_keep_the_texts_and_the_current_pair(page: DiffPage) -> None:
    page.choose_pair(1)
    before = page.stage.left.toPlainText()
    theme().use(DARK, 1.5)
    assert page.stage.left.toPlainText() == before
    image = page.stage.left.viewport().grab().toImage()
    assert count(image, theme().palette.window) > 1000
    assert count(image, theme().palette.accent_tint) > 500


def test_a_diff_of_another_event_is_not_shown(page: DiffPage) -> None:
    before = page.stage.left.toPlainText()
    page.show_diff(Diff("a", "elsewhere", (), (), ()))
    assert page.stage.left.toPlainText() == before


def test_cleared_it_says_what_will_be_here(page: DiffPage) -> None:
    page.clear()
    assert not page.bar.isVisible()
    assert not page.stage.isVisible()
    assert "side by side" in page._note.accessibleName()
    page.show_diff(DIFF)
    assert not page.stage.isVisible()


def test_nothing_can_be_typed_or_dropped_into_either_text(page: DiffPage) -> None:
    for pane in (page.stage.left, page.stage.right):
        before = pane.toPlainText()
        QTest.keyClicks(pane, "words")
        assert pane.toPlainText() == before
        assert not pane.acceptDrops()
