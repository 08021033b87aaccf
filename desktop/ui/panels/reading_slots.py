"""The controls that stand between the pieces of an article: its head, its details, its rows."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QRect, QRectF, Signal
from PySide6.QtWidgets import QWidget

from desktop.core.model.articles import Block
from desktop.core.model.spans import Span
from desktop.ui.models.pieces import SLOTS, Role
from desktop.ui.panels.fold_row import HEIGHT_PX, FoldRow
from desktop.ui.panels.reading_page import ReadingPage
from desktop.ui.theme import theme


class ReadingSlots(QObject):
    """Keeps controls where their pieces stand; rows are made when they come into view."""

    fold_wanted = Signal(Span, bool)
    block_kept = Signal(Span)
    block_set_apart = Signal(Span)

    def __init__(self, page: ReadingPage, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._page, self._viewport = page, viewport
        self._controls: dict[Role, QWidget] = {}
        self._rows: dict[int, FoldRow] = {}
        self._text = ""
        self._unfolded: frozenset[Span] = frozenset()

    def put(self, role: Role, control: QWidget) -> None:
        """Let a control stand in the slot of a role."""
        control.setParent(self._viewport)
        control.hide()
        self._controls[role] = control

    def heights(self, width_px: int) -> dict[Role, int]:
        """Return the height of the slots of each role at a width."""
        found = {role: _height(control, width_px) for role, control in self._controls.items()}
        return {Role.TOP: 0, Role.DETAILS: 0} | found | {Role.ROW: theme().px(HEIGHT_PX)}

    def take_text(self, text: str, unfolded: Iterable[Span]) -> None:
        """Drop all rows: the pieces were laid anew from a text."""
        self._text, self._unfolded = text, frozenset(unfolded)
        for row in self._rows.values():
            row.hide()
            row.deleteLater()
        self._rows = {}

    def place(self, pieces: Iterable[int], column: QRectF) -> None:
        """Move the controls of the visible pieces to their slots and hide the others.

        `column` gives left and width of the text column; its top is added to the page's heights.
        """
        seen = list[QWidget]()
        for nth in pieces:
            piece = self._page.pieces[nth]
            if piece.role not in SLOTS:
                continue
            row = self._row(nth, piece.block) if piece.block else None
            control = row or self._controls.get(piece.role)
            if control is None:
                continue
            top = round(self._page.box(nth).top() + column.top())
            height = self._page.slot_height(nth)
            control.setGeometry(QRect(round(column.left()), top, round(column.width()), height))
            control.show()
            seen.append(control)
        for control in (*self._controls.values(), *self._rows.values()):
            # A control keeps the focus while it is scrolled away, so it is only moved out; it may
            # be on a page that is not shown, and there it would be found at its old place.
            if control not in seen and not control.isHidden():
                control.move(control.x(), -control.height() - 1)

    def _row(self, nth: int, block: Block) -> FoldRow:
        if nth not in self._rows:
            unfolded = block.span in self._unfolded
            row = FoldRow(
                block, block.span.of(self._text), unfolded=unfolded, parent=self._viewport
            )
            row.fold_wanted.connect(self.fold_wanted)
            row.kept.connect(self.block_kept)
            row.set_apart.connect(self.block_set_apart)
            self._rows[nth] = row
        return self._rows[nth]

    def focused(self) -> Span | None:
        """Return the block whose row has the focus, or None."""
        rows = (row for row in self._rows.values() if row.opener.hasFocus())
        return next((row.block.span for row in rows), None)

    def focus(self, span: Span | None) -> None:
        """Give the focus to the row of a block, where it is in view."""
        for row in self._rows.values():
            if row.block.span == span:
                row.opener.setFocus()

    @property
    def rows(self) -> tuple[FoldRow, ...]:
        """Return the rows made so far, in text order."""
        return tuple(self._rows[nth] for nth in sorted(self._rows))


def _height(control: QWidget, width_px: int) -> int:
    if control.hasHeightForWidth():
        return control.heightForWidth(width_px)
    return control.sizeHint().height()
