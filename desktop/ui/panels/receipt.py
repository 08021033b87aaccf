"""The import receipt: its files, the page of the one that is chosen, and what it is a copy of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import Label, plain_tooltip
from desktop.ui.controls.plates import Card, Ground, Hairline
from desktop.ui.controls.scaling import keep_spaced
from desktop.ui.models.copies import ArticleCopies
from desktop.ui.models.receipts import FileLine
from desktop.ui.panels.flow import FlowLayout
from desktop.ui.panels.likeness import LikenessCard
from desktop.ui.panels.receipt_article import ReceiptArticlePane
from desktop.ui.panels.receipt_files import ReceiptFiles
from desktop.ui.theme import theme

_FILES_PX, _PAGE_PX, _CARDS_PX, _MOST_COPIES = 300, 604, 420, 4
_WIDE_PX = 1040


class ReceiptPage(QWidget):
    """Shows one import; it knows no service.

    `chosen` has the index of a file; `stepped` is 1 for the import before this one and -1 for the
    one after; `decided`, `compared` and `opened` are about the copies of the article.
    """

    chosen = Signal(int)
    stepped = Signal(int)
    undo_wanted = Signal()
    save_wanted = Signal()
    decided = Signal(str, str)
    compared = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files, self.article = ReceiptFiles(), ReceiptArticlePane()
        self.summary = Label("", "small", "text2")
        self.undo = Button(self.tr("Undo import"), "arrow-back-up")
        self.save = Button(self.tr("Save receipt"), "download")
        self.older = Button("", "arrow-down", ButtonKind.BARE, height_px=28)
        self.newer = Button("", "arrow-up", ButtonKind.BARE, height_px=28)
        for button, words in (
            (self.older, self.tr("The import before")),
            (self.newer, self.tr("The import after")),
        ):
            button.setAccessibleName(words)
            button.setToolTip(plain_tooltip(words))
        self._cards = QVBoxLayout()
        self._has_side = False
        self._build()
        self._join()
        self.setAccessibleName(self.tr("Import receipt"))

    @property
    def parts(self) -> list[QWidget]:
        """Return the panes in reading order."""
        return [self.files, self.article, self._side]

    @property
    def likeness(self) -> tuple[LikenessCard, ...]:
        """Return the cards of the article's copies."""
        found = (self._cards.itemAt(nth) for nth in range(self._cards.count()))
        widgets = (item.widget() for item in found if item is not None)
        return tuple(one for one in widgets if isinstance(one, LikenessCard))

    def show_import(self, lines: Sequence[FileLine], summary: str, *, can_undo: bool) -> None:
        """Show the files of an import."""
        self.files.show_lines(lines)
        self.summary.setText(summary)
        self.undo.setEnabled(can_undo)
        self.save.setEnabled(bool(lines))

    def show_steps(self, *, has_older: bool, has_newer: bool) -> None:
        """Say whether there are imports before and after the one that is shown."""
        self.older.setEnabled(has_older)
        self.newer.setEnabled(has_newer)

    def show_side(
        self, dates: QWidget | None, copies: ArticleCopies | None, *, can_write: bool
    ) -> None:
        """Show the date card of the article, and what it is a copy of."""
        while (item := self._cards.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if dates is not None:
            plate = Card("surface")
            inner = QVBoxLayout(plate)
            inner.setContentsMargins(1, 1, 1, 1)
            inner.addWidget(dates)
            self._cards.addWidget(plate)
        for row in copies.rows[:_MOST_COPIES] if copies is not None else ():
            card = LikenessCard()
            card.show_row(row)
            card.allow(can_write)
            card.decided.connect(self.decided)
            card.compared.connect(self.compared)
            card.opened.connect(self.opened)
            self._cards.addWidget(card)
        self._cards.addStretch(1)
        self._has_side = dates is not None or bool(copies is not None and copies.rows)
        self._fit()

    def _fit(self) -> None:
        """Show the cards where there is room for them; the article itself has them, too."""
        self._side.setVisible(self._has_side and self.width() / theme().zoom >= _WIDE_PX)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        self._side = self._make_side()
        for pane in (self._make_files(), self.article, self._side):
            panes.addWidget(pane)
        panes.setStretchFactor(1, 1)
        panes.setSizes([theme().px(width) for width in (_FILES_PX, _PAGE_PX, _CARDS_PX)])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(panes)
        self._side.hide()

    def _make_files(self) -> QWidget:
        ground = Ground("window")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        keep_spaced(head, (20, 12, 12, 10), 2)
        line = QHBoxLayout()
        line.addWidget(Label(self.tr("Import receipt"), "section"))
        line.addStretch(1)
        line.addWidget(self.older)
        line.addWidget(self.newer)
        head.addLayout(line)
        self.summary.setWordWrap(True)
        head.addWidget(self.summary)
        buttons = QWidget()
        flow = FlowLayout(buttons, (8, 8), 8)
        flow.addWidget(self.undo)
        flow.addWidget(self.save)
        foot = QVBoxLayout()
        keep_spaced(foot, (20, 10, 12, 12), 0)
        foot.addWidget(buttons)
        column.addLayout(head)
        column.addWidget(Hairline("border"))
        column.addWidget(self.files, 1)
        column.addWidget(Hairline("border"))
        column.addLayout(foot)
        return ground

    def _make_side(self) -> QScrollArea:
        scroll, body = QScrollArea(), Ground("window")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName(self.tr("Dates and copies"))
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(body)
        keep_spaced(column, (16, 12, 16, 12), 0)
        keep_spaced(self._cards, (0, 0, 0, 0), 12)
        column.addLayout(self._cards)
        scroll.setWidget(body)
        return scroll

    def _join(self) -> None:
        self.files.chosen.connect(self.chosen)
        self.older.clicked.connect(partial(self.stepped.emit, 1))
        self.newer.clicked.connect(partial(self.stepped.emit, -1))
        self.undo.clicked.connect(self.undo_wanted)
        self.save.clicked.connect(self.save_wanted)
