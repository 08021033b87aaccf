"""The text of an article: selectable, with voices in the margin and marks on loaded wording."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.core.model.analyses import Analysis, LoadedSpan
from desktop.core.model.articles import Article, Block
from desktop.core.model.spans import Span
from desktop.ui.models.pieces import lay_pieces
from desktop.ui.models.wordings import counted_wordings
from desktop.ui.paint.marks import Mark
from desktop.ui.panels.page_edit import PageEdit
from desktop.ui.theme import theme


class ReadingText(PageEdit):
    """Shows an article's blocks; folded ones are rows that open. Positions are code points."""

    mark_hovered = Signal(object)
    mark_chosen = Signal(object)
    mark_toggled = Signal(object)
    step_wanted = Signal(int)
    menu_wanted = Signal(object, QPoint)
    point_chosen = Signal(int)

    def __init__(self, *, numbers: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(numbers=numbers, parent=parent)
        self._article = Article("", "")
        self._blocks: tuple[Block, ...] = ()
        self._unfolded: set[Span] = set()
        self._pressed: QPointF | None = None
        self.current: LoadedSpan | None = None
        self.slots.fold_wanted.connect(self.set_unfolded)
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
        self.marks.set_stated(one.span for one in analysis.stated)
        if self.current is not None:
            self.current = self._loaded_at(self.current.span)
        self.viewport().update()

    def set_unfolded(self, span: Span, unfolded: bool) -> None:
        """Show or fold the text of a block that is set apart."""
        focused = self.slots.focused()
        if unfolded:
            self._unfolded.add(span)
        else:
            self._unfolded.discard(span)
        self._refill()
        self.slots.focus(focused)

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

    def show_noted(self, marks: Sequence[Mark] | None, spans: Sequence[Span]) -> None:
        """Mark what notes speak of, and the numbers of their sentences; None ends it."""
        self.marks.set_noted(marks)
        self.margin.show_noted(None if marks is None else spans)
        self.viewport().update()

    def _loaded_at(self, span: Span) -> LoadedSpan | None:
        return next((one for one in self.marks.loaded if one.span == span), None)

    def _refill(self, *, keep_place: bool = True) -> None:
        place = self.verticalScrollBar().value() if keep_place else 0
        self.set_margins()
        pieces = lay_pieces(self._article, self._blocks, self._unfolded)
        self.page.fill(pieces, self.slots.heights(self.column_width()))
        self.set_margins()
        self.slots.take_text(self._article.text, self._unfolded)
        self.marks.forget()
        # Filling has moved the caret to the end, and Qt would scroll to it.
        self.setTextCursor(QTextCursor(self.document()))
        self.verticalScrollBar().setValue(place)
        self.place_slots()

    # Events

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
        elif (position := self.caret) is not None:
            self.point_chosen.emit(position)

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

    def position_at(self, at: QPoint) -> int | None:
        """Return the article's code point at a point of the screen, None beside the text."""
        return self.page.position(self.cursorForPosition(self.viewport().mapFromGlobal(at)))

    @property
    def caret(self) -> int | None:
        """Return the article's code point that the caret stands at, None in a slot."""
        return self.page.position(self.textCursor())

    def choose_words(self, span: Span) -> None:
        """Select the words of a span as the mouse would, and bring them into view."""
        self.reveal(span)
        cursor = self.page.select(span)
        if cursor is not None:
            place = self.verticalScrollBar().value()
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(place)
