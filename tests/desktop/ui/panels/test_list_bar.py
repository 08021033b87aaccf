"""Over the list: orders and filters are chosen in menus, and each says what holds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.ui.models.list_orders import BY_DATE, BY_MATCH, GROUPED, list_filters, list_orders
from desktop.ui.panels.list_bar import ListBar


@pytest.fixture
def bar(qtbot: QtBot) -> ListBar:
    made = ListBar()
    qtbot.addWidget(made)
    qtbot.addWidget(made.chips)
    return made


def test_a_new_list_stands_by_event_and_newest_first_where_it_cannot(bar: ListBar) -> None:
    assert bar.order.name == GROUPED
    assert bar.sort.text() == "By event"
    bar.allow(can_group=False, has_words=False)
    assert bar.order.name == BY_DATE
    assert bar.sort.text() == "Newest first"
    bar.allow(can_group=True, has_words=False)
    assert bar.order.name == GROUPED


def test_the_best_match_needs_words(bar: ListBar) -> None:
    bar.choose_order(BY_MATCH)
    assert bar.order.name == BY_DATE
    bar.allow(can_group=False, has_words=True)
    assert bar.order.name == BY_MATCH
    assert not bar.save.isHidden()


def test_an_order_is_chosen_from_the_menu_and_told_once(bar: ListBar, qtbot: QtBot) -> None:
    menu = bar.order_menu()
    names = [action.text() for action in menu.actions()]
    assert names == [order.text for order in list_orders()]
    action = next(each for each in menu.actions() if each.text() == "Most loaded first")
    with qtbot.waitSignal(bar.changed):
        action.trigger()
    assert (bar.order.key, bar.order.is_descending) == ("loaded", True)
    assert [each.text() for each in bar.order_menu().actions() if each.isChecked()] == [
        "Most loaded first"
    ]
    assert "Most loaded first" in bar.sort.accessibleName()


def test_filters_are_shown_as_chips_and_taken_away_by_a_click(bar: ListBar, qtbot: QtBot) -> None:
    queries = [each.query for each in list_filters()]
    bar.filter_menu().actions()[0].trigger()
    bar.filter_menu().actions()[3].trigger()
    assert bar.filters == (queries[0], queries[3])
    assert not bar.chips.isHidden()
    chip = bar.chips.findChildren(QAbstractButton)[0]
    with qtbot.waitSignal(bar.changed):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert bar.filters == (queries[3],)
    bar.toggle_filter(queries[3])
    assert bar.chips.isHidden()
