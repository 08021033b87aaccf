"""Pages on paper: one drawing for the preview, the printer and the PDF."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QLineF, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from desktop.ui.fonts import font, paper_fonts
from desktop.ui.palettes import LIGHT, Palette, in_gray, load_palette
from desktop.ui.printing.flow import Page, Paper

_DPI = 1200


@dataclass(frozen=True, slots=True)
class Foot:
    """What the foot of every page says at the left and in the middle; the page number is added."""

    name: str
    settings: str


@dataclass(frozen=True, slots=True)
class Outline:
    """An entry of a PDF's outline: a title and the page it stands on, from 0."""

    title: str
    page: int


@dataclass(frozen=True, slots=True)
class Document:
    """Pages ready to be drawn, on their paper, in color or in gray."""

    title: str
    pages: tuple[Page, ...]
    paper: Paper
    foot: Foot
    outline: tuple[Outline, ...]
    page_words: str
    gray: bool = False

    @property
    def palette(self) -> Palette:
        """Return the palette of paper: always the light one."""
        light = load_palette(LIGHT)
        return in_gray(light) if self.gray else light


def draw_page(painter: QPainter, document: Document, number: int) -> None:
    """Draw a page, counted from 0, at 96 logical pixels to the inch."""
    with paper_fonts():
        _draw_page(painter, document, number)


def _draw_page(painter: QPainter, document: Document, number: int) -> None:
    palette, paper = document.palette, document.paper
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    for rect, flow in document.pages[number].placed:
        painter.save()
        height = flow.height(rect.width())
        scale = min(1.0, rect.height() / height) if height else 1.0
        painter.translate(rect.topLeft())
        painter.scale(scale, scale)
        flow.draw(painter, QRectF(0, 0, rect.width(), height), palette)
        painter.restore()
    _draw_foot(painter, document, number, paper.foot)


def _draw_foot(painter: QPainter, document: Document, number: int, rect: QRectF) -> None:
    palette = document.palette
    painter.setPen(QPen(palette.border, 1))
    painter.drawLine(QLineF(rect.left(), rect.top() + 8, rect.right(), rect.top() + 8))
    line = QRectF(rect.left(), rect.top() + 12, rect.width(), 18)
    painter.setPen(palette.text2)
    painter.setFont(font("caption"))
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, document.foot.name)
    painter.drawText(line, middle | Qt.AlignmentFlag.AlignHCenter, document.foot.settings)
    painter.setPen(palette.text)
    painter.setFont(font("badge"))
    told = document.page_words.format(at=number + 1, of=len(document.pages))
    painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, told)


def to_pdf(document: Document) -> bytes:
    """Return the pages as a PDF with embedded fonts, selectable text, a title and an outline."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(document.title)
    writer.setCreator("Crosslight")
    points = QSizeF(document.paper.width_px * 0.75, document.paper.height_px * 0.75)
    size = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    painter = QPainter(writer)
    painter.scale(_DPI / 96, _DPI / 96)
    for number in range(len(document.pages)):
        if number:
            writer.newPage()
        draw_page(painter, document, number)
    painter.end()
    buffer.close()
    # Only saving needs pypdf: the window opens without it.
    from desktop.ui.printing.finish import finish_pdf

    outline = [(entry.title, entry.page) for entry in document.outline]
    return finish_pdf(bytes(buffer.data().data()), outline)
