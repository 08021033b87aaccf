"""Buttons and switches: by mouse, by keyboard, and when they are not to be used."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from desktop.ui.controls.buttons import Button, ButtonKind, Segmented
from desktop.ui.fonts import load_fonts
from desktop.ui.palettes import DARK, LIGHT
from desktop.ui.theme import theme
from tests.desktop.ui.emitted import emitted
from tests.desktop.ui.paint.pixels import count

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    load_fonts()
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(400, 120)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


class Paints(QObject):
    """Tells of each time that a widget is painted."""

    told = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.told.emit()
        return False


def button(host: QWidget, text: str = "Add", kind: ButtonKind = ButtonKind.PLAIN) -> Button:
    made = Button(text, kind=kind, parent=host)
    # Off the corner, where the pointer rests on a screen that is none.
    made.move(120, 60)
    made.resize(made.sizeHint())
    made.show()
    return made


@pytest.mark.parametrize("kind", list(ButtonKind))
def test_a_button_is_pressed_by_mouse_and_by_the_space_key(host: QWidget, kind: ButtonKind) -> None:
    made = button(host, kind=kind)
    seen = emitted(made.clicked)
    QTest.mouseClick(made, LEFT)
    made.setFocus()
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert len(seen) == 2


def test_a_press_that_ends_elsewhere_is_none(host: QWidget) -> None:
    made = button(host)
    seen = emitted(made.clicked)
    QTest.mousePress(made, LEFT)
    QTest.mouseRelease(made, LEFT, pos=QPoint(300, 0))
    assert seen == []


@pytest.mark.parametrize("kind", list(ButtonKind))
def test_a_disabled_button_does_nothing_and_is_pale(host: QWidget, kind: ButtonKind) -> None:
    made = button(host, kind=kind)
    made.setEnabled(False)
    seen = emitted(made.clicked)
    QTest.mouseClick(made, LEFT)
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert seen == []
    image, palette = made.grab().toImage(), theme().palette
    assert count(image, palette.text_dis) > 0
    assert count(image, palette.accent) == 0


def test_the_primary_button_is_petrol_and_the_plain_one_is_not(host: QWidget) -> None:
    palette = theme().palette
    primary, plain = button(host, kind=ButtonKind.PRIMARY), button(host)
    assert count(primary.grab().toImage(), palette.accent) > 200
    image = plain.grab().toImage()
    assert count(image, palette.accent) == 0
    assert count(image, palette.surface) > 200


def test_the_focus_is_seen_as_a_ring(host: QWidget) -> None:
    made = button(host)
    before = count(made.grab().toImage(), theme().palette.accent)
    made.setFocus(Qt.FocusReason.TabFocusReason)
    assert before == 0
    assert count(made.grab().toImage(), theme().palette.accent) > 2 * made.width()


def test_under_the_pointer_a_button_looks_otherwise_until_it_leaves(host: QWidget) -> None:
    made = button(host)
    before = made.grab().toImage()
    point = QPointF(5, 5)
    QApplication.sendEvent(made, QEnterEvent(point, point, point))
    assert count(made.grab().toImage(), theme().palette.hover) > 200
    QApplication.sendEvent(made, QEvent(QEvent.Type.Leave))
    assert made.grab().toImage() == before


def test_a_button_is_painted_anew_as_the_pointer_comes_and_goes(
    qtbot: QtBot, host: QWidget
) -> None:
    made = button(host)
    painted = emitted(Paints(made).told)
    qtbot.waitUntil(lambda: len(painted) > 0)
    # Where the pointer was left by another window, it would not move.
    QTest.mouseMove(host.windowHandle(), QPoint(380, 100))
    for at in (made.geometry().center(), QPoint(390, 110)):
        painted.clear()
        QTest.mouseMove(host.windowHandle(), at)
        qtbot.waitUntil(lambda: len(painted) > 0)
    assert not made.underMouse()


def test_a_button_grows_with_its_words_and_with_the_zoom(host: QWidget) -> None:
    short, long = button(host, "Add"), button(host, "Add many articles")
    assert long.sizeHint().width() > short.sizeHint().width()
    before = long.sizeHint()
    theme().use(zoom=2.0)
    after = long.sizeHint()
    theme().use(zoom=1.0)
    assert after.height() == 2 * before.height()
    assert after.width() == pytest.approx(2 * before.width(), rel=0.1)
    assert long.minimumSizeHint() == before


def test_the_letter_of_a_mnemonic_takes_no_room(host: QWidget) -> None:
    assert button(host, "&Add").sizeHint() == button(host, "Add").sizeHint()
    assert button(host, "This && that").sizeHint().width() > button(host, "This  that").width() - 2


def test_a_button_follows_the_theme(host: QWidget) -> None:
    made = button(host)
    theme().use(DARK)
    image = made.grab().toImage()
    ground = theme().palette.surface
    theme().use(LIGHT)
    assert count(image, ground) > 200


def test_a_button_has_the_role_and_the_name_of_one(host: QWidget) -> None:
    interface = QAccessible.queryAccessibleInterface(button(host, "&Add articles"))
    assert interface.role() is QAccessible.Role.Button
    assert interface.text(QAccessible.Text.Name) == "Add articles"


@pytest.fixture
def switch(host: QWidget) -> Segmented:
    made = Segmented(["Both", "Own", "Quoted"], "Voices", host)
    row = QHBoxLayout(host)
    row.addWidget(made)
    made.show()
    return made


def test_the_first_choice_holds_at_first(switch: Segmented) -> None:
    assert switch.current == 0
    assert [switch.button(nth).isChecked() for nth in range(3)] == [True, False, False]


def test_a_click_chooses_and_tells_it(switch: Segmented) -> None:
    seen = emitted(switch.chosen)
    QTest.mouseClick(switch.button(2), LEFT)
    assert (switch.current, seen) == (2, [2])


def test_a_choice_made_by_code_tells_nobody(switch: Segmented) -> None:
    seen = emitted(switch.chosen)
    switch.choose(1)
    assert (switch.current, seen) == (1, [])


def test_a_click_on_what_is_chosen_leaves_it_chosen(switch: Segmented) -> None:
    QTest.mouseClick(switch.button(0), LEFT)
    assert switch.current == 0


def test_arrow_keys_go_along_the_choices(switch: Segmented) -> None:
    seen = emitted(switch.chosen)
    switch.button(0).setFocus()
    QTest.keyClick(switch.button(0), Qt.Key.Key_Right)
    assert switch.current == 1
    assert switch.button(1).hasFocus()
    QTest.keyClick(switch.button(1), Qt.Key.Key_Left)
    assert switch.current == 0
    assert seen == [1, 0]


def test_a_choice_that_is_disabled_cannot_be_made(switch: Segmented) -> None:
    switch.button(1).setEnabled(False)
    QTest.mouseClick(switch.button(1), LEFT)
    assert switch.current == 0


def test_the_choice_that_holds_is_tinted(switch: Segmented) -> None:
    tint = theme().palette.accent_tint
    switch.choose(1)
    assert count(switch.button(1).grab().toImage(), tint) > 100
    assert count(switch.button(0).grab().toImage(), tint) == 0


def test_the_switch_is_named_and_its_choices_too(switch: Segmented) -> None:
    assert switch.accessibleName() == "Voices"
    assert [switch.button(nth).text() for nth in range(3)] == ["Both", "Own", "Quoted"]
