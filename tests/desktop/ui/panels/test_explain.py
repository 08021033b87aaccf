from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.core.model.analyses import Rate, Voice, VoiceFigures
from desktop.core.model.comparisons import Place
from desktop.services.badges import OutletBadge
from desktop.ui.fonts import load_fonts
from desktop.ui.models.explained import OWN_TAB, QUOTED_TAB, TONE_TAB
from desktop.ui.paint.wordings import action_rect
from desktop.ui.panels.explain import ExplainPanel
from tests.desktop.ui.panels.marked import (
    BADGE,
    marked_analysis,
    marked_article,
    record,
    span_of,
    with_ignored,
)

KEY, NONE, LEFT = Qt.Key, Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot: QtBot) -> ExplainPanel:
    load_fonts()
    made = ExplainPanel()
    qtbot.addWidget(made)
    made.resize(540, 700)
    made.show_article(marked_article(), marked_analysis(), BADGE)
    made.show()
    qtbot.waitExposed(made)
    return made


def _words(panel: ExplainPanel) -> list[str]:
    return [row.words for row in panel.list.rows.rows]


def _middle(panel: ExplainPanel, nth: int) -> QPoint:
    return panel.list.visualRect(panel.list.rows.index(nth, 0)).center()


def test_the_number_stands_with_its_formula_and_range(panel: ExplainPanel) -> None:
    assert panel.head.number.text() == "5.0"
    assert panel.head.formula.text() == "3 marked ÷ 60 words in own voice × 100. Range 1.0 to 9.0."
    assert panel.count.text() == "3 wordings, in 3 sentences"


def test_the_wordings_of_a_voice_stand_in_text_order(panel: ExplainPanel) -> None:
    assert _words(panel) == ["slams", "lashed out", "claimed"]
    QTest.mouseClick(panel.tabs.tab(QUOTED_TAB), LEFT)
    assert _words(panel) == ["madness", "utter folly 🎭", "hardly safe"]
    assert panel.count.text() == "3 wordings, in 3 sentences; 1 in indirect reports, in no rate"
    assert panel.list.rows.rows[2].chips == ("emotive verb", "indirect report")


def test_too_little_text_has_a_count_in_words_and_no_rate(panel: ExplainPanel) -> None:
    panel.tabs.open(QUOTED_TAB)
    assert panel.head.number.isHidden()
    assert panel.head.formula.text() == "2 in 7 words: too little text for a rate."


def test_a_click_opens_an_item_and_tells_its_place(panel: ExplainPanel) -> None:
    seen = record(panel.place_chosen)
    QTest.mouseClick(panel.list.viewport(), LEFT, NONE, _middle(panel, 1))
    assert seen == [(Place("a1", span_of("lashed out")),)]
    assert panel.list.current is not None
    assert panel.list.current.context.startswith("The mayor 😀 lashed out")
    assert panel.list.current.at.of(panel.list.current.context) == "lashed out"


def test_the_list_is_reached_with_the_keyboard_alone(panel: ExplainPanel) -> None:
    seen = record(panel.place_chosen)
    ignored = record(panel.wording_ignored)
    panel.list.setFocus()
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Return, KEY.Key_Delete):
        QTest.keyClick(panel.list, key)
    assert panel.list.current is not None
    assert seen == [(Place("a1", panel.list.current.span),)]
    assert ignored == [("a1", panel.list.current.span)]


def test_the_sign_of_a_closed_item_takes_it_out_of_the_count(panel: ExplainPanel) -> None:
    ignored = record(panel.wording_ignored)
    opened = record(panel.place_chosen)
    rect = QRectF(panel.list.visualRect(panel.list.rows.index(2, 0)))
    at = action_rect(rect).center().toPoint()
    QTest.mouseClick(panel.list.viewport(), LEFT, NONE, at)
    assert (ignored, opened) == ([("a1", span_of("claimed"))], [])


def test_the_open_item_has_a_button_that_takes_it_out(panel: ExplainPanel) -> None:
    ignored = record(panel.wording_ignored)
    panel.show_span(span_of("slams"))
    button = panel.list.findChild(type(panel.reset), "toggle")
    assert isinstance(button, type(panel.reset))
    assert button.text() == "Not loaded here"
    QTest.mouseClick(button, LEFT)
    assert panel.focusWidget() is panel.list
    assert ignored == [("a1", span_of("slams"))]


def test_an_ignored_item_stays_with_undo_and_the_foot_tells_the_number_without_it(
    panel: ExplainPanel,
) -> None:
    counted = record(panel.wording_counted)
    panel.show_span(span_of("claimed"))
    analysis = with_ignored(marked_analysis(), "claimed")
    panel.show_article(marked_article(), analysis, BADGE)
    assert panel.head.number.text() == "3.3"
    assert panel.count.text() == "3 wordings, 1 ignored, in 3 sentences"
    assert panel.without.text() == "Without your change: 3 wordings, 5.0 per 100"
    assert panel.list.current is not None
    assert panel.list.current.is_ignored
    assert panel.list.current.reason == "Ignored by you. It no longer counts."
    QTest.mouseClick(panel.reset, LEFT)
    assert counted == [("a1", span_of("claimed"))]


def test_a_wording_shown_from_elsewhere_opens_in_the_tab_of_its_voice(panel: ExplainPanel) -> None:
    panel.show_span(span_of("madness"))
    assert panel.tabs.current == QUOTED_TAB
    assert panel.list.current is not None
    assert panel.list.current.words == "madness"
    panel.show_span(None)
    assert panel.list.current is None


def test_the_tone_stands_with_its_words(panel: ExplainPanel) -> None:
    panel.tabs.open(TONE_TAB)
    assert panel.head.number.text() == "−0.20"
    assert "Mean of 4 sentences in own voice" in panel.head.formula.text()
    assert [row.chips for row in panel.list.rows.rows] == [("−0.50", "quoted")]
    assert not panel.list.rows.rows[0].can_ignore


def test_the_arrow_keys_go_from_tab_to_tab(panel: ExplainPanel, qtbot: QtBot) -> None:
    panel.activateWindow()
    panel.tabs.tab(OWN_TAB).setFocus()
    qtbot.waitUntil(panel.tabs.tab(OWN_TAB).hasFocus)
    QTest.keyClick(panel.tabs.tab(OWN_TAB), KEY.Key_Right)
    assert panel.tabs.current == QUOTED_TAB
    QTest.keyClick(panel.tabs.tab(QUOTED_TAB), KEY.Key_Left)
    assert panel.tabs.current == OWN_TAB


def test_nothing_marked_is_said_in_words(panel: ExplainPanel) -> None:
    figures = VoiceFigures(60, Rate(0.0, 0, 60, 0.0, 0.0), Rate(0.0, 3, 60))
    plain = replace(marked_analysis(), loaded=(), own=figures)
    panel.show_article(marked_article(), plain, BADGE)
    assert panel.head.number.text() == "0.0"
    assert panel.empty.text() == "No wording was marked."
    assert panel.empty.isVisible()


def test_the_other_outlets_stand_on_the_axis(panel: ExplainPanel) -> None:
    other = OutletBadge("Other", "OT", 1)
    before = panel.grab().toImage()
    panel.show_event(((marked_analysis(), marked_analysis()), (BADGE, other)))
    assert panel.grab().toImage() != before


@pytest.mark.parametrize("role", [Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole])
def test_an_item_reads_as_a_sentence(panel: ExplainPanel, role: Qt.ItemDataRole) -> None:
    said = panel.list.rows.data(panel.list.rows.index(0, 0), role)
    assert isinstance(said, str)
    assert said.startswith("Sentence 1: “slams”, emotive verb.")
    assert panel.list.rows.rows[0].voice is Voice.OWN


def test_the_buttons_of_an_item_go_with_it_before_the_list_is_laid_out_again(
    panel: ExplainPanel,
) -> None:
    rows = panel.list
    for nth in (0, 1, 2, 1):
        rows.setCurrentIndex(rows.rows.index(nth, 0))
        held = [n for n in range(3) if rows.indexWidget(rows.rows.index(n, 0))]
        assert held == [nth]
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        rows.doItemsLayout()
