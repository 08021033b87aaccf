"""The ring round what has the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop.ui.paint.focus import draw_focus
from desktop.ui.theme import theme
from tests.desktop.ui.paint.pixels import box_of, count, painted


@pytest.mark.parametrize("radius", [0, 4, 7])
def test_the_ring_fills_its_rectangle_and_is_hollow(radius: float) -> None:
    palette, rect = theme().palette, QRectF(5, 5, 60, 30)
    image = painted(70, 40, lambda painter: draw_focus(painter, rect, palette, radius))
    assert box_of(image, palette.accent) == rect
    assert count(image, palette.accent, rect.adjusted(2, 2, -2, -2)) < 10


def test_the_painter_goes_on_as_it_was() -> None:
    palette, rect = theme().palette, QRectF(5, 5, 60, 30)

    def draw(painter: QPainter) -> None:
        painter.setPen(palette.text)
        painter.setBrush(palette.own_fill)
        draw_focus(painter, rect, palette)
        assert painter.pen().color() == palette.text
        assert painter.brush().color() == palette.own_fill

    painted(70, 40, draw)
