"""The text that is read, by menu and by keys: copy, find, correct, and out again with Esc."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.model.articles import Article, BlockKind
from desktop.core.model.comparisons import Place
from desktop.core.model.spans import Span
from desktop.ui.fonts import load_fonts
from desktop.ui.panels.reading import ReadingPane
from desktop.ui.selection import Selection
from tests.desktop.ui.panels.marked import (
    BADGE,
    LINES,
    TEXT,
    analysis_of,
    marked_analysis,
    marked_article,
    record,
    span_of,
    with_ignored,
)

KEY, LEFT, NONE = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
needs_no_grab = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    load_fonts()
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(680, 800)
    made.show()
    return made


@pytest.fixture
def pane(qtbot: QtBot, host: QWidget) -> ReadingPane:
    made = ReadingPane(Selection(), parent=host)
    made.resize(680, 800)
    made.show_article(marked_article(), marked_analysis(), BADGE, "harbor.txt")
    made.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    made.text.setFocus()
    return made


def point(pane: ReadingPane, words: str) -> QPoint:
    rect = pane.text.page.rects(span_of(words))[0]
    return rect.translated(0, -pane.text.verticalScrollBar().value()).center().toPoint()


def choose(pane: ReadingPane, words: str) -> None:
    QTest.mouseClick(pane.text.viewport(), LEFT, NONE, point(pane, words))


def ask_menu(pane: ReadingPane, words: str, wanted: str = "") -> dict[str, bool]:
    """Ask for the menu at some words and choose in it; return what it offers and what it allows."""
    offered: dict[str, bool] = {}

    def choose_and_close() -> None:
        menu = next(m for m in pane.findChildren(QMenu) if m.isVisible())
        for action in (one for one in menu.actions() if not one.isSeparator()):
            offered[action.text()] = action.isEnabled()
            if action.text() == wanted:
                action.trigger()
        menu.close()

    QTimer.singleShot(0, choose_and_close)
    at, viewport = point(pane, words), pane.text.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, event)
    return offered


@needs_no_grab
def test_the_menu_of_a_paragraph_sets_it_apart(pane: ReadingPane) -> None:
    apart, wanted = record(pane.block_set_apart), "Set this paragraph apart"
    offered = ask_menu(pane, "rivals", wanted)
    assert offered == {
        "Copy": False,
        "Select all": True,
        "Whose words are these…": True,
        wanted: True,
        "Correct text…": True,
    }
    assert apart == [("a1", span_of(LINES[3][1]))]


@needs_no_grab
def test_the_menu_of_a_folded_paragraph_keeps_it(pane: ReadingPane) -> None:
    pane.text.set_unfolded(span_of(LINES[4][1]), unfolded=True)
    kept = record(pane.block_kept)
    offered = ask_menu(pane, "ten <b>harbors</b>", "Keep this paragraph")
    assert "Set this paragraph apart" not in offered
    assert kept == [("a1", span_of(LINES[4][1]))]


@needs_no_grab
def test_the_menu_takes_the_wording_that_is_chosen_out_of_the_count_and_back(
    pane: ReadingPane,
) -> None:
    ignored, counted = record(pane.wording_ignored), record(pane.wording_counted)
    choose(pane, "lashed out")
    ask_menu(pane, "lashed out", "Not loaded here")
    analysis = with_ignored(marked_analysis(), "lashed out")
    pane.show_article(marked_article(), analysis, BADGE, "harbor.txt")
    assert "Not loaded here" not in ask_menu(pane, "lashed out", "Count again")
    assert ignored == counted == [("a1", span_of("lashed out"))]


@needs_no_grab
def test_copy_is_offered_once_words_are_selected(pane: ReadingPane) -> None:
    pane.text.choose_words(span_of("utter folly 🎭, all"))
    assert ask_menu(pane, "rivals", "Copy")["Copy"]
    assert QGuiApplication.clipboard().text() == "utter folly 🎭, all"


def test_words_selected_in_the_text_are_looked_for(pane: ReadingPane) -> None:
    pane.text.choose_words(span_of("harbor"))
    QTest.keyClick(pane.text, KEY.Key_F, CONTROL)
    assert pane.find_bar.field.text() == "harbor"
    assert [hit.of(TEXT) for hit in pane.finder.hits] == ["harbor"] * 3
    pane.finder.close()
    pane.text.choose_words(span_of(LINES[3][1]))
    QTest.keyClick(pane.text, KEY.Key_F, CONTROL)
    assert pane.find_bar.field.text() == LINES[3][1]


def test_a_long_selection_is_not_taken_for_words_to_look_for(pane: ReadingPane) -> None:
    pane.finder.open()
    QTest.keyClicks(pane.find_bar.field, "plan")
    pane.text.choose_words(Span(span_of(LINES[3][1]).start, len(TEXT)))
    QTest.keyClick(pane.text, KEY.Key_F, CONTROL)
    assert pane.find_bar.field.text() == "plan"


def test_f3_in_the_text_goes_from_hit_to_hit_and_round(pane: ReadingPane) -> None:
    QTest.keyClick(pane.text, KEY.Key_F3)
    assert pane.find_bar.isHidden()
    pane.finder.open()
    QTest.keyClicks(pane.find_bar.field, "harbor")
    seen: list[str] = []
    for keys in (NONE, NONE, NONE, SHIFT):
        QTest.keyClick(pane.text, KEY.Key_F3, keys)
        seen.append(pane.find_bar.count.text())
    assert seen == ["2 of 3", "3 of 3", "1 of 3", "3 of 3"]


def test_hits_follow_the_article_while_the_bar_is_open(pane: ReadingPane) -> None:
    pane.finder.open()
    QTest.keyClicks(pane.find_bar.field, "mayor")
    assert pane.find_bar.count.text() == "1 of 2"
    other = "No such person."
    pane.show_article(Article("b", other), analysis_of(other, [(BlockKind.BODY, other)]), BADGE, "")
    assert pane.find_bar.count.text() == "Not found"
    pane.find_bar.field.setText("such")
    assert [hit.of(other) for hit in pane.finder.hits] == ["such"]


def test_escape_leaves_one_thing_after_the_other_and_then_the_text(pane: ReadingPane) -> None:
    choose(pane, "slams")
    pane.finder.open()
    pane.step_mark(1)
    assert pane.card.card.isVisible()
    left = list[tuple[bool, bool, bool]]()
    for _ in range(3):
        QTest.keyClick(pane.text, KEY.Key_Escape)
        marked = pane.text.margin.selected != frozenset()
        left.append((pane.card.card.isVisible(), pane.finder.is_open, marked))
    assert left == [(False, True, True), (False, False, True), (False, False, False)]


def test_steps_from_mark_to_mark_end_at_the_first_and_at_the_last(pane: ReadingPane) -> None:
    seen = record(pane.place_chosen)
    pane.step_mark(-1)
    pane.step_mark(1)
    assert seen == [(Place("a1", span_of("hardly safe")),)]
    choose(pane, "slams")
    pane.step_mark(-1)
    assert [place for (place,) in seen] == [
        Place("a1", span_of(words)) for words in ("hardly safe", "slams")
    ]


def test_without_marks_there_is_nothing_to_step_to(pane: ReadingPane) -> None:
    pane.show_article(marked_article(), replace(marked_analysis(), loaded=()), BADGE, "")
    seen = record(pane.place_chosen)
    QTest.keyClick(pane.text, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert seen == []
    assert pane.card.card.content is None


def test_a_selection_over_a_mark_is_no_click_on_it(pane: ReadingPane) -> None:
    seen = record(pane.place_chosen)
    middle = point(pane, "lashed out")
    start, end = middle - QPoint(20, 0), middle + QPoint(20, 0)
    QTest.mousePress(pane.text.viewport(), LEFT, NONE, start)
    QTest.mouseMove(pane.text.viewport(), end)
    QTest.mouseRelease(pane.text.viewport(), LEFT, NONE, end)
    assert pane.text.chosen_span() is not None
    assert seen == []
