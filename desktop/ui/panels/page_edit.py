"""A text edit that shows an article's page: margins, marks and controls between the pieces."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.core.model.analyses import LoadedSpan
from desktop.core.model.spans import Span
from desktop.ui.panels.quiet_edit import QuietEdit
from desktop.ui.panels.reading_margin import ReadingMargin
from desktop.ui.panels.reading_marks import ReadingMarks
from desktop.ui.panels.reading_page import ReadingPage
from desktop.ui.panels.reading_slots import ReadingSlots
from desktop.ui.theme import theme


class PageEdit(QuietEdit):
    """Paints what lies under and over the text and keeps controls where their pieces stand."""

    def __init__(self, *, numbers: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Article text"))
        self._numbers = numbers
        self.page = ReadingPage(self.document())
        self.marks = ReadingMarks(self.page)
        self.margin = ReadingMargin(self.page, numbers=numbers)
        self.slots = ReadingSlots(self.page, self.viewport())
        self.verticalScrollBar().valueChanged.connect(self.place_slots)
        self.document().documentLayout().documentSizeChanged.connect(self.place_slots)

    def sides(self) -> tuple[int, int]:
        """Return left and right of the text column within the pane's sides."""
        return self.page.sides(self.viewport().width(), numbers=self._numbers)

    def column_width(self) -> int:
        """Return the width of the text column."""
        return max(1, self.viewport().width() - sum(self.sides()))

    def set_margins(self) -> None:
        """Give the page the margins that the width asks for."""
        self.page.set_margins(*self.sides())

    def rect_on_screen(self, span: Span) -> QRect | None:
        """Return where the first line of a span stands on the screen, None where it is folded."""
        rects = self.page.rects(span)
        if not rects:
            return None
        box = rects[0].translated(0, -self.verticalScrollBar().value()).toAlignedRect()
        return QRect(self.viewport().mapToGlobal(box.topLeft()), box.size())

    def _visible(self) -> list[int]:
        top = self.verticalScrollBar().value()
        return list(self.page.between(top, top + self.viewport().height()))

    def place_slots(self) -> None:
        """Move the controls to where their pieces stand now."""
        left = self.sides()[0]
        shift = self.verticalScrollBar().value()
        self.slots.place(self._visible(), QRectF(left, -shift, self.column_width(), 0))

    def loaded_at(self, point: QPointF) -> LoadedSpan | None:
        """Return the loaded wording under a point of the viewport."""
        at = point + QPointF(0, self.verticalScrollBar().value())
        for piece in self.page.between(at.y(), at.y()):
            if self.page.box(piece).contains(QPointF(at.x(), at.y())):
                return self.marks.at(piece, at)
        return None

    def fit_slots(self) -> None:
        """Give the controls between the pieces the height they need now."""
        for role, height in self.slots.heights(self.column_width()).items():
            self.page.set_slot_height(role, height)
        self.place_slots()

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        pieces, palette = self._visible(), theme().palette
        shift = -self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), palette.surface)
        painter.translate(0, shift)
        left = self.sides()[0]
        self.margin.draw(painter, pieces, (left, left + self.column_width()), palette)
        self.marks.draw(painter, pieces, palette, over=False)
        painter.end()
        super().paintEvent(e)
        painter = QPainter(self.viewport())
        painter.translate(0, shift)
        self.marks.draw(painter, pieces, palette, over=True)
        painter.end()

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self.set_margins()
        self.fit_slots()

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.page.chosen_text(self.textCursor()))
        return data

    def chosen_span(self) -> Span | None:
        """Return the span of the words selected with mouse or keys, None without any."""
        return self.page.chosen_span(self.textCursor())
