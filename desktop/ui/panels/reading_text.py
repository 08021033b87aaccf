"""The text of an article: selectable, with voices in the margin and marks on loaded wording."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.core.model.analyses import Analysis, LoadedSpan
from desktop.core.model.articles import Article, Block
from desktop.core.model.spans import Span
from desktop.ui.models.pieces import lay_pieces
from desktop.ui.models.wordings import counted_wordings
from desktop.ui.panels.quiet_edit import QuietEdit
from desktop.ui.panels.reading_margin import ReadingMargin
from desktop.ui.panels.reading_marks import ReadingMarks
from desktop.ui.panels.reading_page import ReadingPage
from desktop.ui.panels.reading_slots import ReadingSlots
from desktop.ui.theme import theme


class ReadingText(QuietEdit):
    """Shows an article's blocks; folded ones are rows that open. Positions are code points."""

    mark_hovered = Signal(object)
    mark_chosen = Signal(object)
    mark_toggled = Signal(object)
    step_wanted = Signal(int)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, *, numbers: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Article text"))
        self._numbers = numbers
        self._article = Article("", "")
        self._blocks: tuple[Block, ...] = ()
        self._unfolded: set[Span] = set()
        self._pressed: QPointF | None = None
        self.current: LoadedSpan | None = None
        self.page = ReadingPage(self.document())
        self.marks = ReadingMarks(self.page)
        self.margin = ReadingMargin(self.page, numbers=numbers)
        self.slots = ReadingSlots(self.page, self.viewport())
        self.slots.fold_wanted.connect(self.set_unfolded)
        self.verticalScrollBar().valueChanged.connect(self._place_slots)
        self.document().documentLayout().documentSizeChanged.connect(self._place_slots)
        theme().changed.connect(self._refill)

    # What is shown

    def show_article(self, article: Article, analysis: Analysis) -> None:
        """Show an article; where only its marks changed, the place read stays."""
        same_text = (article.id, article.text) == (self._article.id, self._article.text)
        same_shape = same_text and article.title == self._article.title
        same_shape = same_shape and analysis.blocks == self._blocks
        self._article, self._blocks = article, analysis.blocks
        self.margin.show(analysis)
        if not same_text:
            self._unfolded, self.current = set(), None
        if not same_shape:
            self._refill(keep_place=same_text)
        self.marks.set_loaded(counted_wordings(analysis))
        if self.current is not None:
            self.current = self._loaded_at(self.current.span)
        self.viewport().update()

    def set_unfolded(self, span: Span, unfolded: bool) -> None:
        """Show or fold the text of a block that is set apart."""
        if unfolded:
            self._unfolded.add(span)
        else:
            self._unfolded.discard(span)
        self._refill()

    @property
    def unfolded(self) -> Collection[Span]:
        """Return the spans of folded blocks whose text is shown."""
        return frozenset(self._unfolded)

    def reveal(self, span: Span) -> None:
        """Bring a span into view, unfolding the block that hides it."""
        hidden = self.page.map.hidden_block(span)
        if hidden is not None:
            self.set_unfolded(hidden.span, unfolded=True)
        rects = self.page.rects(span)
        if not rects:
            return
        bar, room = self.verticalScrollBar(), self.viewport().height()
        top, bottom = rects[0].top(), rects[-1].bottom()
        margin = min(room / 4, theme().px(96))
        if top < bar.value() + margin or bottom > bar.value() + room - margin:
            bar.setValue(round(top - room / 3))

    def set_selected(self, spans: Sequence[Span], sentences: Collection[int]) -> None:
        """Frame spans, and fill the numbers of their sentences."""
        self.marks.set_selected(spans)
        self.margin.selected = frozenset(sentences)
        self.current = self._loaded_at(spans[0]) if len(spans) == 1 else None
        self.viewport().update()

    def _loaded_at(self, span: Span) -> LoadedSpan | None:
        return next((one for one in self.marks.loaded if one.span == span), None)

    def _refill(self, *, keep_place: bool = True) -> None:
        place = self.verticalScrollBar().value() if keep_place else 0
        self._set_margins()
        pieces = lay_pieces(self._article, self._blocks, self._unfolded)
        self.page.fill(pieces, self.slots.heights(self.column_width()))
        self._set_margins()
        self.slots.take_text(self._article.text, self._unfolded)
        self.marks.place()
        # Filling has moved the caret to the end, and Qt would scroll to it.
        self.setTextCursor(QTextCursor(self.document()))
        self.verticalScrollBar().setValue(place)
        self._place_slots()

    def fit_slots(self) -> None:
        """Give the controls between the pieces the height they need now."""
        for role, height in self.slots.heights(self.column_width()).items():
            self.page.set_slot_height(role, height)
        self._place_slots()

    # Geometry

    def sides(self) -> tuple[int, int]:
        """Return left and right of the text column within the pane's sides."""
        return self.page.sides(self.viewport().width(), numbers=self._numbers)

    def column_width(self) -> int:
        """Return the width of the text column."""
        return max(1, self.viewport().width() - sum(self.sides()))

    def _set_margins(self) -> None:
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

    def _place_slots(self) -> None:
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

    # Events

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
        self._set_margins()
        self.fit_slots()

    @override
    def mouseMoveEvent(self, e: QMouseEvent) -> None:
        super().mouseMoveEvent(e)
        loaded = self.loaded_at(e.position())
        hand = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(hand if loaded else Qt.CursorShape.IBeamCursor)
        self.mark_hovered.emit(loaded)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.mark_hovered.emit(None)

    @override
    def mousePressEvent(self, e: QMouseEvent) -> None:
        super().mousePressEvent(e)
        self._pressed = e.position() if e.button() is Qt.MouseButton.LeftButton else None

    @override
    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        super().mouseReleaseEvent(e)
        pressed, self._pressed = self._pressed, None
        if pressed is None or self.textCursor().hasSelection():
            return
        loaded = self.loaded_at(e.position())
        if loaded is not None and loaded == self.loaded_at(pressed):
            self.mark_chosen.emit(loaded)

    @override
    def event(self, e: QEvent) -> bool:
        # Delete and the steps from mark to mark are ours here, whatever the window's menus say.
        if e.type() is QEvent.Type.ShortcutOverride and isinstance(e, QKeyEvent) and self._owns(e):
            e.accept()
            return True
        return super().event(e)

    def _owns(self, e: QKeyEvent) -> bool:
        if e.key() == Qt.Key.Key_Delete:
            return self.current is not None
        alt = e.modifiers() == Qt.KeyboardModifier.AltModifier
        return alt and e.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if self._owns(e):
            if e.key() == Qt.Key.Key_Delete:
                self.mark_toggled.emit(self.current)
            else:
                self.step_wanted.emit(1 if e.key() == Qt.Key.Key_Down else -1)
            return
        super().keyPressEvent(e)

    @override
    def contextMenuEvent(self, e: QContextMenuEvent) -> None:
        at = QPointF(e.pos()) + QPointF(0, self.verticalScrollBar().value())
        block = next((self.page.pieces[n].block for n in self.page.between(at.y(), at.y())), None)
        self.menu_wanted.emit(block, e.globalPos())

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.page.chosen_text(self.textCursor()))
        return data

    def choose_words(self, span: Span) -> None:
        """Select the words of a span as the mouse would, and bring them into view."""
        self.reveal(span)
        cursor = self.page.select(span)
        if cursor is not None:
            place = self.verticalScrollBar().value()
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(place)

    def chosen_span(self) -> Span | None:
        """Return the span of the words selected with mouse or keys, None without any."""
        return self.page.chosen_span(self.textCursor())
