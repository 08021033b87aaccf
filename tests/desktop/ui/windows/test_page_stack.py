"""Pages are made when they are first shown, once, and take the keys as those that were there."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.windows.page_stack import PageStack


class _Form(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.button, self.field = QPushButton("Go"), QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.button)
        column.addWidget(self.field)


class _Offer:
    def __init__(self, stack: PageStack, name: str) -> None:
        self.made = list[_Form]()
        self._stack, self._name = stack, name
        stack.offer(name, self.make)

    def make(self) -> None:
        self.made.append(_Form())
        self._stack.add(self._name, self.made[-1], self.made[-1].field)


@pytest.fixture
def stack(qtbot: QtBot) -> PageStack:
    made = PageStack()
    qtbot.addWidget(made)
    made.add("first", _Form())
    made.show()
    qtbot.waitExposed(made)
    return made


def test_an_offered_page_can_be_shown_before_it_is_made(stack: PageStack) -> None:
    offer = _Offer(stack, "second")
    assert stack.available == ("first", "second")
    assert offer.made == []
    assert stack.page == "first"


def test_an_offered_page_is_made_once(stack: PageStack) -> None:
    offer = _Offer(stack, "second")
    for name in ("second", "first", "second"):
        stack.show_page(name)
    assert len(offer.made) == 1
    assert stack.page_widget("second") is offer.made[0]
    assert (stack.page, stack.count()) == ("second", 2)


def test_asking_for_an_offered_page_makes_it_and_shows_nothing(stack: PageStack) -> None:
    offer = _Offer(stack, "second")
    assert [stack.page_widget("second")] == offer.made
    assert stack.page == "first"


def test_the_maker_may_ask_for_its_page_again(stack: PageStack) -> None:
    made = list[QWidget]()

    def make() -> None:
        made.append(_Form())
        stack.add("second", made[-1])
        stack.show_page("second")

    stack.offer("second", make)
    stack.show_page("second")
    assert len(made) == 1
    assert stack.page == "second"


def test_an_unknown_page_leaves_all_as_it_is(qtbot: QtBot, stack: PageStack) -> None:
    with qtbot.assertNotEmitted(stack.shown):
        stack.show_page("nowhere")
    assert stack.page == "first"


def test_each_new_page_and_each_turn_is_told(qtbot: QtBot, stack: PageStack) -> None:
    with qtbot.waitSignal(stack.available_changed):
        _Offer(stack, "second")
    with qtbot.waitSignals([stack.available_changed, stack.shown]):
        stack.show_page("second")


def test_a_page_that_is_shown_takes_the_keys_where_it_wants_them(
    qtbot: QtBot, stack: PageStack
) -> None:
    stack.activateWindow()
    offer = _Offer(stack, "second")
    stack.show_page("second")
    qtbot.waitUntil(offer.made[0].field.hasFocus)
    stack.show_page("first")
    first = stack.page_widget("first")
    assert isinstance(first, _Form)
    qtbot.waitUntil(first.button.hasFocus)


def test_the_keys_come_back_when_a_page_has_been_filled(qtbot: QtBot, stack: PageStack) -> None:
    stack.activateWindow()
    offer = _Offer(stack, "second")
    stack.page_widget("second")
    page = offer.made[0]
    page.field.hide()
    stack.show_page("second")
    qtbot.waitUntil(page.button.hasFocus)
    page.field.show()
    stack.settle_focus()
    assert page.field.hasFocus()


def test_keys_that_are_held_stay_when_a_page_has_been_filled(stack: PageStack) -> None:
    stack.activateWindow()
    offer = _Offer(stack, "second")
    stack.page_widget("second")
    page = offer.made[0]
    page.field.hide()
    stack.show_page("second")
    stack.hold_focus(page.button)
    page.field.show()
    stack.settle_focus()
    assert page.button.hasFocus()


def test_keys_that_went_elsewhere_meanwhile_stay_there(stack: PageStack) -> None:
    stack.activateWindow()
    offer = _Offer(stack, "second")
    stack.page_widget("second")
    page = offer.made[0]
    other = QLineEdit(page)
    other.show()
    page.field.hide()
    stack.show_page("second")
    other.setFocus()
    page.field.show()
    stack.settle_focus()
    assert other.hasFocus()
