"""The tabs of an event and the chips of its details: chosen by mouse and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.palettes import DARK
from desktop.ui.panels.compare_bar import CompareBar
from desktop.ui.panels.event_tabs import EventTabs
from desktop.ui.panels.filter_chips import FilterChips
from desktop.ui.theme import theme
from tests.desktop.ui.emitted import emitted
from tests.desktop.ui.panels.grabbed import shown

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NAMES = ["library", "voices", "compare", "details"]


@pytest.fixture
def tabs(host: QWidget) -> EventTabs:
    made = EventTabs("details", host)
    made.show_pages(NAMES)
    made.resize(made.sizeHint())
    made.show()
    return made


def test_pages_stand_in_their_order_and_the_own_one_is_current(tabs: EventTabs) -> None:
    assert tabs.names == ("compare", "details", "voices")
    assert [tabs.tabText(nth) for nth in range(3)] == ["Overview", "Details", "Voices"]
    assert tabs.currentIndex() == 1


def test_a_page_that_is_not_there_has_no_tab(tabs: EventTabs) -> None:
    tabs.show_pages(["compare", "details"])
    assert tabs.names == ("compare", "details")
    assert tabs.currentIndex() == 1


def test_a_click_asks_for_its_page_and_the_tabs_stay_as_they_are(tabs: EventTabs) -> None:
    chosen = emitted(tabs.chosen)
    QTest.mouseClick(tabs, LEFT, pos=tabs.tabRect(0).center())
    assert chosen == ["compare"]
    assert tabs.currentIndex() == 1


def test_a_click_on_the_own_tab_asks_for_nothing(tabs: EventTabs) -> None:
    chosen = emitted(tabs.chosen)
    QTest.mouseClick(tabs, LEFT, pos=tabs.tabRect(1).center())
    assert chosen == []


@pytest.mark.parametrize(("key", "page"), [("Right", "voices"), ("Left", "compare")])
def test_arrows_ask_for_the_neighbor(tabs: EventTabs, key: str, page: str) -> None:
    tabs.setFocus()
    chosen = emitted(tabs.chosen)
    QTest.keyClick(tabs, Qt.Key[f"Key_{key}"])
    assert chosen == [page]


def test_ctrl_tab_goes_on_and_back_from_anywhere_in_the_window(
    host: QWidget, tabs: EventTabs
) -> None:
    chosen = emitted(tabs.chosen)
    QTest.keyClick(host, Qt.Key.Key_Tab, CONTROL)
    QTest.keyClick(host, Qt.Key.Key_Backtab, CONTROL | SHIFT)
    assert chosen == ["voices", "compare"]


def test_the_last_tab_is_followed_by_the_first(host: QWidget) -> None:
    last = EventTabs("voices", host)
    last.show_pages(NAMES)
    chosen = emitted(last.chosen)
    last.turn(1)
    assert chosen == ["compare"]
    last.show_pages(["compare"])
    last.turn(1)
    assert chosen == ["compare"]


def test_tabs_grow_with_the_zoom_and_change_with_the_look(tabs: EventTabs) -> None:
    before, light = tabs.sizeHint(), shown(tabs, 300, 44)
    theme().use(DARK, 1.5)
    assert tabs.sizeHint().width() > before.width()
    assert tabs.sizeHint().height() > before.height()
    assert shown(tabs, 300, 44) != light


def test_the_tab_with_the_keys_has_a_ring(tabs: EventTabs) -> None:
    without = shown(tabs, 300, 44)
    tabs.setFocus(Qt.FocusReason.TabFocusReason)
    assert shown(tabs, 300, 44) != without
    assert tabs.accessibleName()


@pytest.fixture
def chips(host: QWidget) -> FilterChips:
    made = FilterChips(["All", "Numbers", "Naming"], "Kinds", host)
    made.resize(400, 32)
    made.show()
    return made


def test_a_chip_that_is_clicked_holds_alone(chips: FilterChips) -> None:
    chosen = emitted(chips.chosen)
    QTest.mouseClick(chips.button(2), LEFT)
    assert chosen == [2]
    assert [chips.button(nth).isChecked() for nth in range(3)] == [False, False, True]
    QTest.mouseClick(chips.button(2), LEFT)
    assert chosen == [2]


def test_arrows_go_from_chip_to_chip(chips: FilterChips) -> None:
    chips.button(0).setFocus(Qt.FocusReason.TabFocusReason)
    chosen = emitted(chips.chosen)
    QTest.keyClick(chips.button(0), Qt.Key.Key_Right)
    assert chosen == [1]
    assert chips.button(1).hasFocus()


def test_chips_go_on_in_a_second_row_where_room_is_short(chips: FilterChips) -> None:
    assert chips.heightForWidth(900) < chips.heightForWidth(120)
    chips.resize(120, chips.heightForWidth(120))
    assert chips.button(2).y() > chips.button(0).y()


def test_a_chip_is_tinted_while_it_holds(chips: FilterChips) -> None:
    before = shown(chips, 400, 32)
    chips.choose(1)
    assert shown(chips, 400, 32) != before
    assert chips.current == 1


def test_over_the_comparison_tabs_stand_in_the_row_where_there_is_room(host: QWidget) -> None:
    bar = CompareBar(host)
    bar.tabs.show_pages(NAMES)
    bar.show()
    bar.resize(1300, bar.sizeHint().height())
    QApplication.processEvents()
    assert bar.tabs.geometry().right() < bar.voices.x()
    bar.resize(760, bar.sizeHint().height())
    QApplication.processEvents()
    bar.resize(760, bar.sizeHint().height())
    QApplication.processEvents()
    assert bar.tabs.geometry().bottom() <= bar.voices.y()
    assert bar.more.geometry().right() <= 760


def test_tabs_stand_alone_where_there_is_nothing_to_switch(host: QWidget) -> None:
    bar = CompareBar(host)
    bar.tabs.show_pages(NAMES)
    bar.show()
    bar.resize(1300, 52)
    bar.show_switches(False)
    assert bar.tabs.isVisible()
    shown_parts = (bar.voices, bar.order, bar.more, bar.legend, bar.why)
    assert not any(part.isVisible() for part in shown_parts)
    bar.show_switches(True)
    assert bar.voices.isVisible()
    assert bar.legend.isVisible()
