"""Badges: filled for eight outlets, outlined for eight more, gray for the rest."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from desktop.ui.fonts import load_fonts
from desktop.ui.paint.badges import SIZE, draw_badge, outlet_color
from desktop.ui.paint.chips import draw_chip
from desktop.ui.palettes import DARK, LIGHT, Palette, in_gray, load_palette
from tests.desktop.ui.paint.pixels import box_of, count, painted

BOX = QRectF(2, 2, SIZE.width(), SIZE.height())
# A corner of the plate that no letter reaches.
PLAIN = QRectF(6, 5, 3, 3)


@pytest.fixture(autouse=True)
def fonts(qapp: object) -> None:
    assert qapp is not None
    load_fonts()


def badge(slot: int, palette: Palette, letters: str = "HT") -> QImage:
    return painted(
        31,
        26,
        lambda painter: draw_badge(painter, BOX, (letters, slot), palette),
        palette.window,
    )


@pytest.mark.parametrize("look", [LIGHT, DARK])
@pytest.mark.parametrize("slot", range(8))
def test_the_first_eight_outlets_have_a_filled_badge_with_its_letters(look: str, slot: int) -> None:
    palette = load_palette(look)
    image = badge(slot, palette)
    color = palette.outlets[slot]
    assert count(image, color, PLAIN) == 9
    assert box_of(image, color) == BOX
    assert count(image, palette.on_outlet) > 0


@pytest.mark.parametrize("slot", range(8, 16))
def test_the_next_eight_have_the_same_colors_as_an_outline(slot: int) -> None:
    palette = load_palette(LIGHT)
    image = badge(slot, palette)
    color = palette.outlets[slot - 8]
    assert outlet_color(palette, slot) == color
    assert count(image, palette.window, PLAIN) == 9
    assert count(image, color) > 20
    assert count(image, palette.on_outlet) == 0


@pytest.mark.parametrize("slot", [16, 17, 500, -1])
def test_all_others_and_an_outlet_not_stated_are_outlined_in_gray(slot: int) -> None:
    palette = load_palette(LIGHT)
    image = badge(slot, palette)
    assert outlet_color(palette, slot) == palette.text2
    assert count(image, palette.window, PLAIN) == 9
    assert count(image, palette.text2) > 20
    assert not any(count(image, color) for color in palette.outlets)


def test_letters_are_what_tells_outlets_apart_without_color() -> None:
    palette = in_gray(load_palette(LIGHT))
    assert badge(0, palette, "AB") != badge(0, palette, "CD")


def test_a_badge_stays_inside_its_box_however_long_its_letters() -> None:
    palette = load_palette(LIGHT)
    image = badge(0, palette, "W9")
    assert count(image, palette.window, QRectF(0, 0, 31, 2)) == 62
    assert count(image, palette.window, QRectF(0, 0, 2, 26)) == 52


def test_a_chip_has_its_ground_and_its_words_in_its_ink() -> None:
    palette = load_palette(LIGHT)
    image = painted(
        80,
        24,
        lambda painter: draw_chip(
            painter, QRectF(2, 2, 76, 20), "from file", (palette.sunken, palette.err)
        ),
    )
    assert box_of(image, palette.sunken) == QRectF(2, 2, 76, 20)
    letters = box_of(image, palette.err)
    assert abs(letters.center().x() - 40) < 2
