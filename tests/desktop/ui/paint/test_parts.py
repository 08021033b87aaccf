"""Gutter, legend, plates, frames of the diff and the drawings of the first page, in pixels."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage

from desktop.core.model.analyses import Voice
from desktop.ui.fonts import load_fonts
from desktop.ui.paint.axes import draw_range, draw_words, words_width
from desktop.ui.paint.diff import (
    Band,
    Overview,
    Tick,
    band_path,
    draw_bands,
    draw_frame,
    draw_overview,
)
from desktop.ui.paint.gutter import (
    GutterLine,
    NumberMark,
    draw_bullet,
    draw_gutter,
    draw_sentence_number,
)
from desktop.ui.paint.legend import draw_legend, legend_width
from desktop.ui.paint.promises import (
    draw_number_promise,
    draw_tone_promise,
    draw_voices_promise,
)
from desktop.ui.paint.shadows import SHADOW_PX, draw_plate
from desktop.ui.palettes import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, Palette, load_palette
from tests.desktop.ui.paint.pixels import box_of, count, is_blank, painted

LIGHT_COLORS = load_palette(LIGHT)


@pytest.fixture(autouse=True)
def fonts(qapp: object) -> None:
    assert qapp is not None
    load_fonts()


def gutter(lines: list[GutterLine], palette: Palette = LIGHT_COLORS) -> QImage:
    return painted(
        12,
        100,
        lambda painter: draw_gutter(painter, QRectF(0, 0, 12, 100), lines, palette),
        palette.surface,
    )


def test_the_own_voice_is_a_line_through_its_paragraph_and_a_quotation_a_box_a_line() -> None:
    lines = [
        GutterLine(0, 20, Voice.OWN, joins=False),
        GutterLine(20, 40, Voice.OWN, joins=True),
        GutterLine(40, 60, Voice.QUOTED, joins=True),
        GutterLine(60, 80, Voice.QUOTED, joins=True),
    ]
    image = gutter(lines)
    own = box_of(image, LIGHT_COLORS.own_mid)
    assert (own.top(), own.bottom()) == (2, 40)
    assert own.width() == 3
    assert count(image, LIGHT_COLORS.own_mid, QRectF(0, 40, 12, 60)) == 0
    # Two boxes, with a breath of ground between them.
    assert count(image, LIGHT_COLORS.surface, QRectF(0, 60, 12, 1)) == 12
    assert count(image, LIGHT_COLORS.quo_tint, QRectF(0, 40, 12, 40)) > 0


def test_a_new_paragraph_parts_the_own_voice_from_the_one_before() -> None:
    lines = [
        GutterLine(0, 20, Voice.OWN, joins=False),
        GutterLine(20, 40, Voice.OWN, joins=False),
    ]
    image = gutter(lines)
    assert count(image, LIGHT_COLORS.own_mid, QRectF(0, 20, 12, 2)) == 0
    assert count(image, LIGHT_COLORS.own_mid, QRectF(0, 22, 12, 18)) == 3 * 18


def test_an_indirect_report_in_the_gutter_is_open() -> None:
    image = gutter([GutterLine(0, 30, Voice.INDIRECT, joins=False)])
    assert count(image, LIGHT_COLORS.own_mid) == count(image, LIGHT_COLORS.quo_tint) == 0
    assert not is_blank(image, LIGHT_COLORS.surface)


@pytest.mark.parametrize("look", [HIGH_LIGHT, HIGH_DARK])
def test_in_high_contrast_the_gutter_has_the_full_color(look: str) -> None:
    palette = load_palette(look)
    image = gutter([GutterLine(0, 30, Voice.OWN, joins=False)], palette)
    assert count(image, palette.own) > 60


def test_no_lines_are_no_gutter() -> None:
    assert is_blank(gutter([]), LIGHT_COLORS.surface)


def number(mark: NumberMark) -> QImage:
    return painted(
        30,
        20,
        lambda painter: draw_sentence_number(painter, QRectF(2, 2, 26, 16), mark, LIGHT_COLORS),
    )


def test_a_number_is_plain_outlined_or_filled() -> None:
    plain = number(NumberMark(7, marked=False, selected=False))
    marked = number(NumberMark(7, marked=True, selected=False))
    chosen = number(NumberMark(7, marked=True, selected=True))
    assert count(plain, LIGHT_COLORS.border_strong) == count(plain, LIGHT_COLORS.accent) == 0
    assert not is_blank(plain)
    assert count(marked, LIGHT_COLORS.border_strong) >= 20
    assert count(chosen, LIGHT_COLORS.accent) > 100
    assert number(NumberMark(8, marked=True, selected=True)) != chosen


def test_the_dash_of_a_key_point_stands_in_the_middle() -> None:
    image = painted(
        20, 20, lambda painter: draw_bullet(painter, QRectF(2, 4, 12, 12), LIGHT_COLORS)
    )
    dark = [
        (x, y) for x in range(20) for y in range(20) if image.pixelColor(x, y).lightness() < 250
    ]
    assert {y for _, y in dark} <= {9, 10}
    assert 10 <= len({x for x, _ in dark}) <= 14


@pytest.mark.parametrize("voices", [(Voice.OWN,), (Voice.OWN, Voice.QUOTED), tuple(Voice)])
def test_a_legend_is_as_wide_as_it_says(voices: tuple[Voice, ...]) -> None:
    width = legend_width(voices)
    image = painted(
        700, 20, lambda painter: draw_legend(painter, QPointF(0, 0), voices, LIGHT_COLORS)
    )
    assert is_blank(image.copy(int(width) + 1, 0, 700 - int(width) - 1, 20))
    assert not is_blank(image.copy(int(width) - 12, 0, 12, 20))


@pytest.mark.parametrize(("look", "has_shadow"), [(LIGHT, True), (DARK, True), (HIGH_LIGHT, False)])
def test_a_plate_has_its_ground_and_a_shadow_that_stays_in_its_room(
    look: str, has_shadow: bool
) -> None:
    palette = load_palette(look)
    white = QColor("white")
    plate = QRectF(SHADOW_PX + 6, SHADOW_PX + 6, 100, 60)
    image = painted(
        160, 120, lambda painter: draw_plate(painter, plate, palette.raised, palette), white
    )
    assert image.pixelColor(plate.center().toPoint()) == palette.raised
    below = QRectF(plate.left() + 20, plate.bottom() + 2, 60, 4)
    assert (count(image, white, below) == 0) is has_shadow
    assert count(image, white, QRectF(0, 0, 160, 5)) == 800
    assert count(image, white, QRectF(0, plate.bottom() + SHADOW_PX + 6, 160, 1)) == 160


def frame(*, is_quotation: bool, is_current: bool) -> QImage:
    look = (is_quotation, is_current)
    return painted(
        120, 60, lambda painter: draw_frame(painter, QRectF(5, 5, 110, 50), look, LIGHT_COLORS)
    )


def test_the_current_pair_is_framed_and_tinted_a_quotation_broken_in_its_color() -> None:
    plain = frame(is_quotation=False, is_current=False)
    quoted = frame(is_quotation=True, is_current=False)
    current = frame(is_quotation=True, is_current=True)
    middle = QRectF(20, 20, 80, 20)
    assert count(plain, LIGHT_COLORS.surface, middle) == 1600
    assert count(current, LIGHT_COLORS.accent_tint, middle) == 1600
    assert count(current, LIGHT_COLORS.accent) > 200
    assert count(plain, LIGHT_COLORS.accent) == count(quoted, LIGHT_COLORS.accent) == 0
    along = {quoted.pixelColor(x, 5).lightness() // 40 for x in range(20, 100)}
    assert len(along) > 1
    assert len({plain.pixelColor(x, 5).rgb() for x in range(20, 100)}) == 1


BAND = Band((10, 30), (40, 70), is_quotation=False, is_current=False, note="")


def test_a_ribbon_joins_where_its_pair_stands_on_both_sides() -> None:
    room = QRectF(0, 0, 80, 100)
    path = band_path(room, BAND)
    assert path.contains(QPointF(1, 20))
    assert path.contains(QPointF(79, 55))
    assert not path.contains(QPointF(1, 60))
    assert not path.contains(QPointF(79, 15))
    assert path.boundingRect().height() == pytest.approx(60)


def test_the_current_ribbon_lies_on_top_whatever_comes_after_it() -> None:
    room = QRectF(0, 0, 80, 100)
    current = Band((10, 60), (10, 60), is_quotation=False, is_current=True, note="")
    other = Band((40, 90), (40, 90), is_quotation=False, is_current=False, note="")
    pictures = [
        painted(
            80, 100, lambda painter, bands=bands: draw_bands(painter, room, bands, LIGHT_COLORS)
        )
        for bands in ([current, other], [other, current])
    ]
    assert pictures[0] == pictures[1]
    assert count(pictures[0], LIGHT_COLORS.accent) > 80


def test_a_ribbon_says_its_note_on_a_plate_inside_the_gutter() -> None:
    room = QRectF(10, 0, 60, 100)
    noted = Band((20, 60), (20, 60), is_quotation=True, is_current=False, note="a long note here")
    image = painted(80, 100, lambda painter: draw_bands(painter, room, [noted], LIGHT_COLORS))
    assert is_blank(image.copy(0, 0, 9, 100))
    assert is_blank(image.copy(71, 0, 9, 100))
    assert count(image, LIGHT_COLORS.surface, QRectF(14, 31, 50, 18)) > 100


def test_the_overview_joins_pairs_and_frames_what_is_in_view() -> None:
    left = (Tick((0.0, 0.2), 1, False, True), Tick((0.2, 0.6), None, False, False))
    right = (Tick((0.5, 0.9), 1, False, True),)
    images = [
        painted(
            60,
            200,
            lambda painter, shown=shown: draw_overview(
                painter, QRectF(0, 0, 60, 200), Overview(left, right, shown), LIGHT_COLORS
            ),
        )
        for shown in ((0.0, 0.2), (0.6, 1.0))
    ]
    assert images[0] != images[1]
    assert all(count(image, LIGHT_COLORS.accent) > 100 for image in images)


def test_an_overview_of_nothing_has_only_its_frame() -> None:
    empty = Overview((), (), (0.0, 1.0))
    image = painted(
        60, 100, lambda painter: draw_overview(painter, QRectF(0, 0, 60, 100), empty, LIGHT_COLORS)
    )
    inner = {image.pixel(x, y) for x in range(10, 50) for y in range(10, 90)}
    assert len(inner) == 1


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_the_first_page_promises_what_the_charts_keep(look: str) -> None:
    palette = load_palette(look)
    rect = QRectF(4, 4, 260, 60)
    numbers = painted(
        270,
        70,
        lambda p: draw_number_promise(p, rect, ("…has again lashed out…", "lashed out"), palette),
        palette.surface,
    )
    voices = painted(
        270, 70, lambda p: draw_voices_promise(p, rect, ("Own", "Quoted"), palette), palette.surface
    )
    tone = painted(
        270, 70, lambda p: draw_tone_promise(p, rect, ("Critical", "Favorable"), palette)
    )
    assert count(numbers, palette.own_fill) >= 8 * 49
    assert count(numbers, palette.own_tint) > 100
    assert count(voices, palette.own_fill) > 400
    assert count(voices, palette.quo_tint) > 400
    assert not is_blank(tone)


def test_words_without_room_are_cut_and_never_leave_their_box() -> None:
    rect = QRectF(5, 0, 60, 20)
    used: list[float] = []
    image = painted(
        200,
        20,
        lambda p: used.append(
            draw_words(p, rect, "A very long outlet's name", ("body", LIGHT_COLORS.text))
        ),
    )
    assert used[0] <= 61
    assert is_blank(image.copy(67, 0, 133, 20))
    assert words_width("A very long outlet's name", "body") > 61


def test_a_range_has_caps_where_it_ends_and_an_arrow_where_it_goes_on() -> None:
    area = QRectF(20, 0, 100, 20)

    def ends(low: float, high: float) -> QImage:
        return painted(
            140, 20, lambda p: draw_range(p, 10, (low, high), area, LIGHT_COLORS), QColor("white")
        )

    inside, past = ends(40, 80), ends(40, 300)
    for image in (inside, past):
        assert is_blank(image.copy(122, 0, 18, 20))
    assert not is_blank(inside.copy(78, 6, 4, 8))
    assert is_blank(inside.copy(84, 0, 50, 20))
    assert not is_blank(past.copy(112, 6, 8, 8))
