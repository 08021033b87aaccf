"""The style of the application."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMenuBar, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.style import apply_style
from desktop.ui.theme import theme


@pytest.fixture(autouse=True)
def plain_again(qapp: QApplication) -> Iterator[None]:
    before = qapp.font()
    yield
    qapp.setStyleSheet("")
    qapp.setFont(before)


@pytest.mark.parametrize("kind", [QMenuBar, QMenu, QRadioButton, QLabel])
def test_no_widget_keeps_a_font_that_the_desktop_has_for_it(
    qtbot: QtBot, qapp: QApplication, kind: type[QWidget]
) -> None:
    set_font: Any = QApplication.setFont  # its stub wants bytes, which it refuses
    set_font(QFont("Another"), kind.__name__)

    apply_style(qapp)

    widget = kind()
    qtbot.addWidget(widget)
    assert widget.font().family() == theme().font("body").family()
