"""The pieces of a report in pixels: each keeps to its height, its indent and its column."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from desktop.core.model.spans import Span
from desktop.ui.fonts import load_fonts
from desktop.ui.paint.marks import Mark, MarkForm
from desktop.ui.palettes import LIGHT, Palette, in_gray, load_palette
from desktop.ui.printing.flow import Flow
from desktop.ui.printing.pieces import (
    EvidenceRow,
    EvidenceText,
    Figure,
    FindingHead,
    Heading,
    Masthead,
    Paragraph,
    Rule,
    SourceRow,
    SourceText,
)
from tests.desktop.ui.paint.pixels import box_of, count, is_blank, painted

INK = load_palette(LIGHT)
WIDTH, EDGE = 420, 30
LONG = "A sentence of the report that goes on for longer than a line of this width holds. " * 3
SOURCE = SourceText(("NH", 0), "North Herald", LONG, "2 Nov 2024", "1,260 words")


@pytest.fixture(autouse=True)
def fonts(qapp: object) -> None:
    assert qapp is not None
    load_fonts()


def printed(flow: Flow, palette: Palette = INK) -> QImage:
    """Return a piece drawn where its layout would put it, with an edge all round."""
    height = flow.height(WIDTH)
    rect = QRectF(EDGE, EDGE, WIDTH, height)
    size = WIDTH + 2 * EDGE, int(height) + 2 * EDGE
    return painted(*size, lambda painter: flow.draw(painter, rect, palette))


def evidence(text: str, *marks: Mark) -> EvidenceRow:
    return EvidenceRow(EvidenceText(("NH", 0), "s. 3", text, marks), keeps_next=False)


# Made inside the tests: a piece measures its fonts, for which there has to be an application.
PIECES: list[Callable[[], Flow]] = [
    lambda: Paragraph(LONG),
    lambda: Paragraph(LONG, indent_px=36),
    Rule,
    lambda: Masthead("Crosslight", "Comparison of one event"),
    lambda: SourceRow(SOURCE),
    lambda: Heading("Who says what", ("Own voice", "Quoted voices")),
    lambda: FindingHead(1, "Different figures", LONG),
    lambda: evidence(LONG),
]


@pytest.mark.parametrize("make", PIECES)
def test_a_piece_stays_in_its_column_and_its_height(make: Callable[[], Flow]) -> None:
    image = printed(make())
    assert not is_blank(image)
    height = image.height() - 2 * EDGE
    assert is_blank(image.copy(0, 0, EDGE - 2, image.height()))
    assert is_blank(image.copy(EDGE + WIDTH + 2, 0, EDGE - 2, image.height()))
    assert is_blank(image.copy(0, EDGE + height + 6, image.width(), EDGE - 6))
    assert is_blank(image.copy(0, 0, image.width(), EDGE - 6))


@pytest.mark.parametrize("make", [*PIECES[:3], *PIECES[4:]])
def test_a_printer_without_color_gets_none(make: Callable[[], Flow]) -> None:
    image = printed(make(), in_gray(INK))
    colors = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    assert len(colors) > 1
    assert all(max(_parts(rgb)) - min(_parts(rgb)) <= 2 for rgb in colors)


def _parts(rgb: int) -> tuple[int, int, int]:
    return (rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255


def test_a_paragraph_is_as_high_as_its_lines_and_wraps_anew() -> None:
    flow = Paragraph(LONG)
    narrow, wide = flow.height(200), flow.height(2000)
    assert narrow > 3 * wide
    assert flow.height(200) == narrow


def test_an_indent_moves_the_words() -> None:
    plain, moved = (box_of(printed(Paragraph("Words", indent_px=px)), INK.text) for px in (0, 36))
    assert moved.left() - plain.left() == 36


def test_marks_of_a_sentence_are_printed_on_its_words() -> None:
    text = "The mayor slammed it."
    image = printed(evidence(text, Mark(Span(10, 17), MarkForm.OWN)))
    tint = box_of(image, INK.own_tint)
    assert tint.left() > EDGE + 120
    assert 40 < tint.width() < 90
    assert count(printed(evidence(text)), INK.own_tint) == 0


def test_a_long_headline_of_a_source_ends_before_the_date() -> None:
    image = printed(SourceRow(SOURCE))
    short = printed(SourceRow(SourceText(("NH", 0), "North Herald", "", "2 Nov 2024", "12 words")))
    date = box_of(short, INK.text2)
    gap = QRectF(date.left() - 8, EDGE, 6, 20)
    assert count(image, INK.paper, gap) == int(gap.width() * gap.height())


def test_a_heading_shows_the_voices_only_where_its_section_has_them() -> None:
    with_voices = printed(Heading("Loaded wording", ("Own voice", "Quoted voices")))
    without = printed(Heading("Sources"))
    assert count(with_voices, INK.own_fill) > 50
    assert count(with_voices, INK.quo_tint) > 10
    assert count(without, INK.own_fill) == count(without, INK.quo_tint) == 0


def test_headings_and_findings_never_stand_alone_at_the_foot_of_a_page() -> None:
    assert Heading("Sources").keeps_next
    assert FindingHead(1, "Figures", "Two.").keeps_next
    assert not evidence("Words").keeps_next


def test_a_figure_leaves_the_painter_as_it_was() -> None:
    def draw(painter: QPainter, rect: QRectF, palette: Palette) -> None:
        painter.setPen(palette.err)
        painter.translate(50, 50)
        painter.drawRect(rect)

    def twice(painter: QPainter) -> None:
        before = painter.pen().color(), painter.transform()
        Figure(40, draw).draw(painter, QRectF(0, 0, 60, 40), INK)
        assert (painter.pen().color(), painter.transform()) == before

    assert not is_blank(painted(140, 120, twice))
