"""Over the list: orders and filters are chosen in menus, and each says what holds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.models.list_orders import BY_DATE, BY_MATCH, GROUPED, list_filters, list_orders
from desktop.ui.panels.list_bar import ListBar
from tests.desktop.ui.emitted import emitted

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


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


def test_a_menu_opens_under_its_button_and_keys_choose_in_it(bar: ListBar) -> None:
    bar.show()
    bar.allow(can_group=False, has_words=False)
    changed = emitted(bar.changed)
    QTest.keyClick(bar.sort, Qt.Key.Key_Space)
    menu = shown_menu()
    able = [action for action in menu.actions() if action.isEnabled()]
    menu.setActiveAction(able[1])
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert len(changed) == 1
    assert bar.order.text == able[1].text()
    assert not menu.isVisible()


def test_escape_leaves_order_and_filters_as_they_are(bar: ListBar) -> None:
    bar.show()
    changed = emitted(bar.changed)
    for button in (bar.sort, bar.narrow):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        menu = shown_menu()
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Escape)
        assert not menu.isVisible()
    assert changed == []
    assert bar.filters == ()


def test_what_cannot_be_used_now_is_there_and_cannot_be_chosen(bar: ListBar) -> None:
    bar.allow(can_group=False, has_words=False)
    barred = [each.text() for each in bar.order_menu().actions() if not each.isEnabled()]
    texts = {order.name: order.text for order in list_orders()}
    assert barred == [texts[name] for name in texts if name in {GROUPED, BY_MATCH}]
    bar.allow(can_group=True, has_words=True)
    assert all(each.isEnabled() for each in bar.order_menu().actions())


def test_the_same_order_and_one_that_is_not_known_are_no_change(bar: ListBar) -> None:
    changed = emitted(bar.changed)
    bar.choose_order(GROUPED)
    bar.choose_order("no such order")
    assert changed == []
    assert bar.order.name == GROUPED


def test_a_search_is_kept_by_a_click_while_words_are_looked_for(bar: ListBar) -> None:
    bar.show()
    wanted = emitted(bar.save_wanted)
    assert not bar.save.isVisible()
    bar.allow(can_group=False, has_words=True)
    QTest.mouseClick(bar.save, Qt.MouseButton.LeftButton)
    assert len(wanted) == 1
    bar.allow(can_group=False, has_words=False)
    assert not bar.save.isVisible()


def test_all_filters_at_once_stand_below_one_another_and_keys_take_them_away(
    bar: ListBar,
) -> None:
    for each in list_filters():
        bar.toggle_filter(each.query)
    bar.chips.resize(220, 600)
    bar.chips.show()
    chips = shown_chips(bar)
    assert len({chip.y() for chip in chips}) > 1
    assert all(chip.geometry().right() <= 220 for chip in chips)
    assert chips[0].accessibleName() == f"Remove the filter “{list_filters()[0].text}”"
    for left in range(len(chips) - 1, -1, -1):
        chip = shown_chips(bar)[0]
        chip.setFocus()
        QTest.keyClick(chip, Qt.Key.Key_Space)
        assert len(bar.filters) == left
    assert bar.chips.isHidden()


def test_the_keys_stay_on_the_filters_and_go_to_their_button_after_the_last(
    host: QWidget, qtbot: QtBot
) -> None:
    bar, column = ListBar(host), QVBoxLayout(host)
    column.addWidget(bar)
    column.addWidget(bar.chips)
    for each in list_filters()[:2]:
        bar.toggle_filter(each.query)
    shown_chips(bar)[0].setFocus()
    QTest.keyClick(shown_chips(bar)[0], Qt.Key.Key_Space)
    (last,) = shown_chips(bar)
    qtbot.waitUntil(last.hasFocus)
    QTest.keyClick(last, Qt.Key.Key_Space)
    assert bar.filters == ()
    assert bar.narrow.hasFocus()


def shown_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def shown_chips(bar: ListBar) -> list[QAbstractButton]:
    return [each for each in bar.chips.findChildren(QAbstractButton) if not each.isHidden()]
