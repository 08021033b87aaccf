"""Sheets are drawn as they are measured: parts flow, words wrap, nothing runs out of its cell."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.core.model.analyses import Voice
from desktop.ui.fonts import load_fonts
from desktop.ui.paint.sheets import (
    LINE_PX,
    Changed,
    Column,
    Framed,
    Line,
    Outlet,
    RowKind,
    SheetCell,
    SheetRow,
    Sign,
    Square,
    Steps,
    Strip,
    Words,
    cell_height,
    column_widths,
    draw_beside,
    draw_cell,
)
from desktop.ui.palettes import HIGH_DARK, LIGHT, load_palette

pytestmark = pytest.mark.usefixtures("qapp")
ALL_PARTS: Line = (
    Outlet(("NH", 0), "North Herald", "s. 3"),
    Square(Voice.QUOTED),
    Framed("≠ 900", is_dashed=False),
    Framed("in Russia", is_dashed=True),
    Changed("said"),
    Sign("clock"),
    Steps(3),
    Strip(0.9, 0.4),
    Words("words of the text", "evidence"),
)


@pytest.fixture(autouse=True)
def fonts(qapp: object) -> None:
    assert qapp is not None
    load_fonts()


def drawn(cell: SheetCell, width: int, look: str = LIGHT) -> QImage:
    """Return a cell on a ground twice as high and wide as it asks for."""
    height = round(cell_height(cell, width))
    image = QImage(2 * width, 2 * height, QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    draw_cell(painter, QRectF(0, 0, width, height), cell, load_palette(look))
    painter.end()
    return image


def is_clean(image: QImage, left: int, top: int) -> bool:
    """Say whether nothing is drawn right of `left` and below `top`."""
    ground = QColor("magenta").rgb()
    right = ((x, y) for x in range(left, image.width()) for y in range(image.height()))
    below = ((x, y) for x in range(image.width()) for y in range(top, image.height()))
    return all(image.pixel(x, y) == ground for at in (right, below) for x, y in at)


@pytest.mark.parametrize("width", [80, 160, 420])
@pytest.mark.parametrize("look", [LIGHT, HIGH_DARK])
def test_no_part_leaves_its_cell(width: int, look: str) -> None:
    cell = SheetCell((ALL_PARTS, (Words("more of it " * 9),)))
    image = drawn(cell, width, look)
    assert is_clean(image, width + 2, image.height() // 2 + 1)


def test_a_narrow_cell_is_higher_than_a_wide_one() -> None:
    cell = SheetCell((ALL_PARTS,))
    assert cell_height(cell, 90) > cell_height(cell, 300) > cell_height(cell, 900)


def test_words_wrap_to_as_many_lines_as_allowed() -> None:
    cell = SheetCell(((Words("many words " * 40),),))
    heights = [cell_height(cell, 150, lines) for lines in (1, 2, 5, 0)]
    assert heights == sorted(set(heights))
    assert heights[0] < 2 * LINE_PX


def test_an_empty_cell_is_a_line_high() -> None:
    assert cell_height(SheetCell(), 100) == cell_height(SheetCell(((Words("one"),),)), 100)


def test_words_stay_beside_their_square_in_a_narrow_cell() -> None:
    cell = SheetCell(((Square(Voice.OWN), Words("some words that wrap twice or more")),))
    alone = SheetCell(((Words("some words that wrap twice or more"),),))
    assert cell_height(cell, 110) <= cell_height(alone, 92) + 8


def test_text_from_right_to_left_stands_at_the_right() -> None:
    words = "هذا نص طويل من اليمين إلى اليسار يحتاج إلى أكثر من سطر واحد في هذه الخلية"
    image = drawn(SheetCell(((Words(words),),)), 200)
    ground = QColor("magenta").rgb()
    last = round(cell_height(SheetCell(((Words(words),),)), 200)) - 12
    inked = [x for x in range(200) for y in range(last - 8, last) if image.pixel(x, y) != ground]
    assert inked
    assert max(inked) > 180


def test_a_short_line_from_right_to_left_stands_at_the_right_as_well() -> None:
    image = drawn(SheetCell(((Words("نص قصير"),),)), 300)
    ground = QColor("magenta").rgb()
    inked = [x for x in range(300) for y in range(24) if image.pixel(x, y) != ground]
    assert min(inked) > 200


def test_what_stands_beside_a_head_ends_at_the_right() -> None:
    row = SheetRow((SheetCell(((Words("Soldiers"),),)),), RowKind.HEAD, "No different figure.")
    image = QImage(400, 24, QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    assert 60 < draw_beside(painter, QRectF(0, 0, 400, 24), row, load_palette(LIGHT)) < 200
    assert draw_beside(painter, QRectF(), SheetRow(row.cells), load_palette(LIGHT)) == 0
    painter.end()
    ground = QColor("magenta").rgb()
    assert any(image.pixel(x, y) != ground for x in range(380, 400) for y in range(24))


def test_a_row_and_a_cell_say_their_parts_in_words() -> None:
    cell = SheetCell(((Outlet(("NH", 0), "North Herald", "s. 3"), Words("said")), (Words("no"),)))
    assert cell.said == "North Herald, s. 3 said; no"
    assert SheetCell(cell.lines, (), "other").said == "other"
    assert SheetRow((cell,), RowKind.HEAD, "Two.").said == "North Herald, s. 3 said; no. Two."


@given(
    st.lists(st.tuples(st.floats(0, 5), st.floats(10, 200)), min_size=1, max_size=8),
    st.floats(50, 2000),
)
@settings(max_examples=80, deadline=None)
def test_columns_fill_the_room_and_none_is_under_its_least(
    asked: list[tuple[float, float]], room: float
) -> None:
    columns = [Column("", share, least) for share, least in asked]
    widths = column_widths(columns, room)
    assert all(w >= c.least_px - 1e-6 for w, c in zip(widths, columns, strict=True))
    least = sum(column.least_px for column in columns)
    assert sum(widths) == pytest.approx(max(room, least)) or sum(widths) >= min(room, least)


@pytest.mark.parametrize(
    "words", ["הארץ", "جريدة النهار", "הארץ enters a tie when quotations count."]
)
def test_a_name_beside_its_badge_and_a_sentence_of_ours_read_as_the_program_does(
    words: str,
) -> None:
    def first_ink(is_ours: bool) -> int:
        image = drawn(SheetCell(((Words(words, is_ours=is_ours),),)), 420)
        ground = image.pixelColor(0, 0)
        rows = range(image.height())
        inked = (
            x
            for x in range(image.width())
            if any(image.pixelColor(x, y) not in (ground, QColor("magenta")) for y in rows)
        )
        return next(inked, -1)

    assert 0 <= first_ink(is_ours=True) < 60
    assert first_ink(is_ours=False) > 60


def test_how_words_read_is_no_part_of_what_is_said_or_copied() -> None:
    assert SheetCell(((Words("הארץ", is_ours=True),),)).said == "הארץ"
