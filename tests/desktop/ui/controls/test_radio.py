"""Radio buttons painted flat."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.controls.choices import Radio
from desktop.ui.palettes import HIGH_DARK, LIGHT
from desktop.ui.theme import theme


def two(qtbot: QtBot) -> tuple[QWidget, Radio, Radio]:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    first, second = Radio("&Color"), Radio("&Black and white")
    for button in (first, second):
        column.addWidget(button)
    first.setChecked(True)
    host.show()
    qtbot.waitExposed(host)
    return host, first, second


def test_an_arrow_or_a_click_chooses_the_other_one(qtbot: QtBot) -> None:
    host, first, second = two(qtbot)
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.isChecked()
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert first.isChecked()


def test_the_one_chosen_has_a_dot_in_every_palette(qtbot: QtBot) -> None:
    _host, first, second = two(qtbot)
    for look in (LIGHT, HIGH_DARK):
        theme().use(look)
        middle = first.height() // 2
        dot = first.grab().toImage().pixelColor(10, middle)
        empty = second.grab().toImage().pixelColor(10, middle)
        assert dot == theme().palette.accent
        assert empty == theme().palette.surface
    theme().use(LIGHT)


def test_a_ring_is_drawn_where_nothing_is_chosen_in_high_contrast(qtbot: QtBot) -> None:
    _host, _first, second = two(qtbot)
    theme().use(HIGH_DARK)
    picture = second.grab().toImage()
    row = [picture.pixelColor(x, second.height() // 2) for x in range(5)]
    assert any(color.lightness() > 150 for color in row)
    theme().use(LIGHT)
