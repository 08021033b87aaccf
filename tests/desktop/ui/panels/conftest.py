"""The window that a part of the frame is tried out in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.fonts import load_fonts
from desktop.ui.palettes import LIGHT
from desktop.ui.theme import theme


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[QWidget]:
    load_fonts()
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    theme().use(LIGHT, 1.0)
