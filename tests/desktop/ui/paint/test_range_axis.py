from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from desktop.core.model.analyses import Rate, Voice
from desktop.ui.fonts import load_fonts
from desktop.ui.paint.badges import outlet_color
from desktop.ui.paint.gutter import GutterLine, NumberMark, draw_gutter, draw_sentence_number
from desktop.ui.paint.range_axis import (
    HEIGHT_PX,
    Peer,
    RangeAxis,
    draw_range_axis,
    pushed_apart,
    rate_scale,
)
from desktop.ui.palettes import DARK, LIGHT, load_palette

PLACES = st.lists(st.floats(0, 400), max_size=12)


@given(PLACES)
def test_badges_pushed_apart_keep_their_order_and_their_gap(wanted: list[float]) -> None:
    found = pushed_apart(wanted, 25.0, (0.0, 400.0))
    order = sorted(range(len(wanted)), key=lambda nth: wanted[nth])
    assert all(found[b] - found[a] >= 25.0 - 1e-6 for a, b in pairwise(order))
    assert all(place <= 400.0 for place in found)


@given(st.lists(st.floats(0, 60), max_size=5), st.floats(0, 90))
def test_the_scale_holds_the_range_and_all_outlets(values: list[float], high: float) -> None:
    peers = [Peer("AA", 0, value) for value in values]
    scale = rate_scale(Rate(1.0, 1, 100, 0.0, high), peers)
    assert scale.top >= max([high, *values]) - 1e-6


def _image() -> QImage:
    image = QImage(480, round(HEIGHT_PX), QImage.Format.Format_ARGB32)
    image.fill(0)
    return image


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", [LIGHT, DARK])
@pytest.mark.parametrize("voice", [Voice.OWN, Voice.QUOTED])
def test_the_axis_is_drawn_with_its_range_in_the_voice_s_color(name: str, voice: Voice) -> None:
    load_fonts()
    palette, image = load_palette(name), _image()
    rate = Rate(4.0, 4, 100, 2.0, 8.0)
    peers = (Peer("AW", 2, 4.0), Peer("TH", 1, 0.0))
    painter = QPainter(image)
    box = QRectF(0, 0, 480, HEIGHT_PX)
    axis = RangeAxis(rate, voice, peers, rate_scale(rate, peers))
    draw_range_axis(painter, box, axis, palette)
    painter.end()
    tint = palette.own_tint if voice is Voice.OWN else palette.quo_tint
    colors = {image.pixelColor(x, 34).name() for x in range(480)}
    assert tint.name() in colors


@pytest.mark.usefixtures("qapp")
def test_the_gutter_joins_own_lines_and_parts_quoted_ones() -> None:
    palette, image = load_palette(LIGHT), _image()
    lines = [
        GutterLine(0, 10, Voice.OWN, joins=False),
        GutterLine(10, 20, Voice.OWN, joins=True),
        GutterLine(20, 30, Voice.QUOTED, joins=True),
    ]
    painter = QPainter(image)
    draw_gutter(painter, QRectF(0, 0, 6, 1), lines, palette)
    painter.end()
    assert {image.pixelColor(3, y).name() for y in range(3, 19)} == {palette.own_mid.name()}
    assert image.pixelColor(3, 25).alpha() > 0
    assert image.pixelColor(3, 25) != palette.own_mid


@pytest.mark.usefixtures("qapp")
def test_the_number_of_a_selected_sentence_is_filled() -> None:
    palette, image = load_palette(LIGHT), _image()
    painter = QPainter(image)
    mark = NumberMark(3, marked=True, selected=True)
    draw_sentence_number(painter, QRectF(0, 0, 26, 18), mark, palette)
    painter.end()
    assert image.pixelColor(4, 9) == palette.accent


@pytest.mark.usefixtures("qapp")
def test_outlets_without_room_for_their_badges_are_counted_beside_the_label() -> None:
    load_fonts()
    palette, rate = load_palette(LIGHT), Rate(4.0, 4, 100, 2.0, 8.0)

    def colors_over_label(count: int) -> set[str]:
        peers = tuple(Peer("AW", 0, nth % 5 / 5) for nth in range(count))
        image, box = _image(), QRectF(0, 0, 480, HEIGHT_PX)
        painter = QPainter(image)
        axis = RangeAxis(rate, Voice.OWN, peers, rate_scale(rate, peers))
        draw_range_axis(painter, box, axis, palette)
        painter.end()
        return {image.pixelColor(x, y).name() for x in range(70) for y in range(18)}

    badge = outlet_color(palette, 0).name()
    assert badge not in colors_over_label(12)
    assert badge not in colors_over_label(40)
