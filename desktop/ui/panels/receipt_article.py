"""The page of one file of an import: its outlet, how much was kept, and the paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.services.badges import OutletBadge
from desktop.ui.controls.buttons import Button, ButtonKind, Segmented
from desktop.ui.controls.labels import ElidedLabel, Label
from desktop.ui.controls.plates import Badge, Ground
from desktop.ui.controls.scaling import keep_spaced
from desktop.ui.models.receipts import Piece, pieces_summary
from desktop.ui.panels.empty import EmptyNote
from desktop.ui.panels.receipt_pieces import ReceiptPieces


class ReceiptArticlePane(QWidget):
    """Shows what was kept of a page; `moved` has the index of a piece, `opened` asks to read it."""

    moved = Signal(int)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pieces, self.note = ReceiptPieces(), EmptyNote()
        self.count = Label("", "small", "text2")
        self.view = Segmented([self.tr("As read"), self.tr("Kept only")], self.tr("Paragraphs"))
        self.open_it = Button(self.tr("Open the article"), kind=ButtonKind.LINK)
        self._shown: tuple[Piece, ...] = ()
        self._outlet = QWidget()
        self._head = QHBoxLayout()
        self._lay_out()
        self.say(self.tr("No page to show"), self.tr("Choose a file to see what was kept of it."))
        self.view.chosen.connect(self._show_pieces)
        self.pieces.moved.connect(self.moved)
        self.open_it.clicked.connect(self.opened)
        self.setFocusProxy(self.pieces)

    @property
    def shown(self) -> tuple[Piece, ...]:
        """Return the pieces of the page that is shown."""
        return self._shown

    def show_page(self, badge: OutletBadge, pieces: Sequence[Piece], *, can_write: bool) -> None:
        """Show the page of an article."""
        self._shown = tuple(pieces)
        self._show_outlet(badge)
        self.count.setText(pieces_summary(pieces))
        self.pieces.allow(can_write)
        self._show_pieces()
        self._stack.setCurrentIndex(1)

    def say(self, title: str, text: str) -> None:
        """Say why there is no page to show."""
        self._shown = ()
        self.note.say(title, text)
        self._stack.setCurrentIndex(0)

    def _show_pieces(self) -> None:
        self.pieces.show_pieces(self._shown, kept_only=self.view.current == 1)

    def _show_outlet(self, badge: OutletBadge) -> None:
        self._head.removeWidget(self._outlet)
        self._outlet.hide()
        self._outlet.deleteLater()
        self._outlet = QWidget()
        row = QHBoxLayout(self._outlet)
        keep_spaced(row, (0, 0, 0, 0), 10)
        name = badge.name or self.tr("Outlet not stated")
        row.addWidget(Badge(badge.letters, badge.slot, name))
        row.addWidget(ElidedLabel(name, "body-strong", "text" if badge.name else "text3"), 1)
        self._head.insertWidget(0, self._outlet, 1)

    def _lay_out(self) -> None:
        page = Ground("surface")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        keep_spaced(self._head, (20, 8, 20, 8), 12)
        self._head.addWidget(self._outlet, 1)
        self._head.addWidget(self.open_it)
        self._head.addWidget(self.view)
        band = Ground("sunken")
        line = QHBoxLayout(band)
        keep_spaced(line, (20, 5, 20, 5), 0)
        self.count.setWordWrap(True)
        line.addWidget(self.count)
        column.addLayout(self._head)
        column.addWidget(band)
        column.addWidget(self.pieces, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.note)
        self._stack.addWidget(page)
