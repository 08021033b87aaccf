"""Voices in pixels: own is solid, quoted hatched, indirect open, unclear dotted."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage

from desktop.core.model.analyses import Voice
from desktop.ui.fonts import load_fonts
from desktop.ui.paint.voices import (
    SQUARE_PX,
    TALLY_MOST,
    draw_tally,
    draw_voice_bar,
    tally_width,
    voice_color,
)
from desktop.ui.palettes import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, Palette, in_gray, load_palette
from tests.desktop.ui.paint.pixels import box_of, count, painted

LOOKS = [LIGHT, DARK, HIGH_LIGHT, HIGH_DARK]
BAR = QRectF(4, 4, 80, 16)
INNER = BAR.adjusted(3, 3, -3, -3)
INNER_AREA = int(INNER.width() * INNER.height())


@pytest.fixture(autouse=True)
def fonts(qapp: object) -> None:
    assert qapp is not None
    load_fonts()


def bar(voice: Voice, palette: Palette) -> QImage:
    return painted(
        88, 24, lambda painter: draw_voice_bar(painter, BAR, voice, palette), palette.surface
    )


@pytest.mark.parametrize("look", LOOKS)
def test_the_own_voice_is_a_solid_bar(look: str) -> None:
    palette = load_palette(look)
    image = bar(Voice.OWN, palette)
    assert count(image, palette.own_fill, INNER) == INNER_AREA
    assert box_of(image, palette.own_fill) == BAR


@pytest.mark.parametrize("look", LOOKS)
def test_a_quoted_voice_is_hatched_on_its_tint_inside_an_outline(look: str) -> None:
    palette = load_palette(look)
    image = bar(Voice.QUOTED, palette)
    assert count(image, palette.own_fill) == 0
    tinted = count(image, palette.quo_tint, INNER)
    assert 0.2 * INNER_AREA < tinted < 0.9 * INNER_AREA
    # The hatch crosses every column and row: the middle of the bar is never plain.
    middle = QRectF(INNER.left(), INNER.center().y(), INNER.width(), 1)
    along = [image.pixel(x, int(middle.top())) for x in range(8, 80)]
    assert len(set(along)) > 1
    changes = sum(one != other for one, other in pairwise(along))
    assert changes >= 2 * 72 / 8


@pytest.mark.parametrize("look", LOOKS)
def test_an_indirect_report_is_an_outline_and_nothing_else(look: str) -> None:
    palette = load_palette(look)
    image = bar(Voice.INDIRECT, palette)
    assert count(image, palette.surface, INNER) == INNER_AREA
    assert box_of(image, palette.quo).width() >= BAR.width() - 2


def test_an_unclear_voice_is_a_dotted_outline_in_no_color_of_a_voice() -> None:
    palette = load_palette(LIGHT)
    image = bar(Voice.UNCLEAR, palette)
    assert count(image, palette.surface, INNER) == INNER_AREA
    assert count(image, palette.quo) == count(image, palette.own_fill) == 0
    top = [image.pixelColor(x, 5) == palette.surface for x in range(8, 80)]
    assert any(top)
    assert not all(top)


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_without_color_the_two_voices_still_look_different(look: str) -> None:
    palette = in_gray(load_palette(look))
    own, quoted = bar(Voice.OWN, palette), bar(Voice.QUOTED, palette)
    for image in (own, quoted):
        assert all(
            image.pixelColor(x, y).saturation() == 0
            for x in range(image.width())
            for y in range(image.height())
        )
    assert count(own, palette.own_fill, INNER) == INNER_AREA
    assert count(quoted, palette.own_fill, INNER) < INNER_AREA / 4


def test_words_of_a_voice_have_its_text_color() -> None:
    palette = load_palette(LIGHT)
    assert voice_color(palette, Voice.OWN) == palette.own
    assert voice_color(palette, Voice.QUOTED) == palette.quo


def squares(image: QImage, palette: Palette, width: float) -> int:
    """Count the stretches of own color along the middle of a tally."""
    row = image.height() // 2
    on = [image.pixelColor(x, row) == palette.own_fill for x in range(int(width) + 1)]
    return sum(now and not before for before, now in zip([False, *on], on, strict=False))


@pytest.mark.parametrize("number", [0, 1, 2, 7, TALLY_MOST])
def test_a_tally_has_a_square_for_each_wording(number: int) -> None:
    palette = load_palette(LIGHT)
    image = painted(
        300, 24, lambda painter: draw_tally(painter, QPointF(4, 12), Voice.OWN, number, palette)
    )
    assert squares(image, palette, 4 + tally_width(number)) == number


def test_past_twenty_the_squares_become_a_bar_of_their_width() -> None:
    palette = load_palette(LIGHT)
    image = painted(
        300, 24, lambda painter: draw_tally(painter, QPointF(4, 12), Voice.OWN, 21, palette)
    )
    assert squares(image, palette, 4 + tally_width(21)) == 1
    assert tally_width(21) == tally_width(1000) == tally_width(TALLY_MOST)


def test_a_tally_says_its_count_and_tells_how_wide_it_is() -> None:
    palette, used = load_palette(LIGHT), list[float]()
    for number in (1, 1000):
        image = painted(
            400,
            24,
            lambda painter, number=number: used.append(
                draw_tally(painter, QPointF(0, 12), Voice.QUOTED, number, palette)
            ),
        )
        # The number stands after the squares, inside the width that was told, in the voice's color.
        after = QRectF(tally_width(number) + 4, 0, 400, 24)
        assert count(image, palette.quo, after) > 0
        assert count(image, palette.quo, QRectF(used[-1] + 2, 0, 400, 24)) == 0
    assert used[1] > used[0] > SQUARE_PX


def test_nothing_counted_is_a_plain_zero() -> None:
    palette = load_palette(LIGHT)
    assert tally_width(0) == 0
    image = painted(
        60, 24, lambda painter: draw_tally(painter, QPointF(2, 12), Voice.OWN, 0, palette)
    )
    assert count(image, palette.own) > 0
    assert count(image, palette.own_fill) == 0
