"""Pickers and check boxes, by mouse and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.controls.choices import Check, Picker, badge_icon
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


@pytest.fixture
def picker(host: QWidget) -> Picker:
    made = Picker("Left outlet", host)
    made.addItem(badge_icon("NH", 0), "North Herald")
    made.addItem(badge_icon("SP", 1), "South <b>Post</b> & more")
    made.resize(200, 34)
    made.show()
    return made


def test_a_picker_tells_what_was_chosen_by_key(picker: Picker) -> None:
    seen = emitted(picker.activated)
    picker.setFocus()
    QTest.keyClick(picker, Qt.Key.Key_Down)
    assert (picker.currentText(), seen) == ("South <b>Post</b> & more", [1])
    QTest.keyClick(picker, Qt.Key.Key_Home)
    assert picker.currentIndex() == 0


def test_letters_find_an_item_of_a_picker(picker: Picker) -> None:
    picker.setFocus()
    QTest.keyClicks(picker, "so")
    assert picker.currentIndex() == 1


def test_a_disabled_picker_stays_as_it_is(picker: Picker) -> None:
    picker.setEnabled(False)
    QTest.keyClick(picker, Qt.Key.Key_Down)
    assert picker.currentIndex() == 0
    assert count(picker.grab().toImage(), theme().palette.text_dis) > 0


def test_a_picker_shows_badge_and_words_and_its_focus(picker: Picker) -> None:
    palette = theme().palette
    image = picker.grab().toImage()
    assert count(image, palette.outlets[0]) > 200
    assert count(image, palette.text) > 0
    assert count(image, palette.accent) == 0
    picker.setFocus()
    assert count(picker.grab().toImage(), palette.accent) > 200


def test_a_picker_is_named_and_has_its_role(picker: Picker) -> None:
    assert picker.accessibleName() == "Left outlet"
    interface = QAccessible.queryAccessibleInterface(picker)
    assert interface.role() is QAccessible.Role.ComboBox
    assert interface.text(QAccessible.Text.Value) == "North Herald"


def test_a_narrow_picker_cuts_its_words_before_the_arrow(picker: Picker) -> None:
    picker.setCurrentIndex(1)
    picker.resize(110, 34)
    image, palette = picker.grab().toImage(), theme().palette
    gap = image.width() - 28
    assert all(image.pixelColor(gap, y) == palette.surface for y in range(6, 28))


def test_a_check_box_is_ticked_by_mouse_and_by_key(host: QWidget) -> None:
    check = Check("Include &marks", host)
    check.resize(check.sizeHint())
    check.show()
    seen = emitted(check.toggled)
    QTest.mouseClick(check, LEFT, pos=QPoint(8, check.height() // 2))
    check.setFocus()
    QTest.keyClick(check, Qt.Key.Key_Space)
    assert seen == [True, False]


def test_a_disabled_check_box_keeps_its_state(host: QWidget) -> None:
    check = Check("Marks", host)
    check.setChecked(True)
    check.setEnabled(False)
    check.show()
    QTest.mouseClick(check, LEFT, pos=QPoint(8, check.height() // 2))
    QTest.keyClick(check, Qt.Key.Key_Space)
    assert check.isChecked()


def test_a_ticked_box_is_petrol_and_an_empty_one_an_outline(host: QWidget) -> None:
    check, palette = Check("Marks", host), theme().palette
    check.resize(check.sizeHint())
    assert count(check.grab().toImage(), palette.accent) == 0
    check.setChecked(True)
    assert count(check.grab().toImage(), palette.accent) > 100


def test_the_words_of_a_check_box_have_room(host: QWidget) -> None:
    short, long = Check("A", host), Check("A much longer sentence", host)
    assert long.sizeHint().width() > short.sizeHint().width() + 80


def test_badges_of_menus_are_those_of_the_look(qapp: object) -> None:
    assert qapp is not None
    made: list[int] = []
    for look in (LIGHT, DARK):
        theme().use(look)
        image = badge_icon("NH", 2).pixmap(27, 22).toImage()
        made.append(count(image, theme().palette.outlets[2]))
    theme().use(LIGHT)
    assert min(made) > 200
