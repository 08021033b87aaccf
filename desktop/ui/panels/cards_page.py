"""A page of an event made of cards: all of them short, or one with every row."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.core.model.places import Place
from desktop.ui.controls.plates import Ground, Hairline
from desktop.ui.controls.scaling import keep_spaced
from desktop.ui.figures.evidence import Finder, by_sentence, evidence_finder, with_form
from desktop.ui.figures.outlets import OutletColumn
from desktop.ui.paint.sheets import Sheet, SheetCell
from desktop.ui.panels.cards_bar import CardsBar
from desktop.ui.panels.evidence import EvidenceBar
from desktop.ui.panels.focus_keeper import FocusKeeper
from desktop.ui.panels.sheet_card import SheetCard
from desktop.ui.panels.work_note import WorkNote
from desktop.ui.selection import Selection
from desktop.ui.theme import theme

_ONE_COLUMN_UNDER_PX, _LEAST_PX = 1128, (600, 320)
_GAP_PX, _PAD_PX, _TWELVE = 12, 14, 12
PlacedCard = tuple[SheetCard, tuple[int, int, int, int]]
"""A card with its row, its column, its rows and its columns of twelve."""


class Shown(IntEnum):
    """What of the page is shown; the numbers are the places in its stack."""

    CARDS = 0
    NOTE = 1


class CardsPage(Ground):
    """Shows cards in reading order; filters choose one of them, every cell opens its sentence.

    The filters are in the order of `filtered`; the first one, before them, stands for all cards.
    """

    open_article = Signal(Place)
    place_chosen = Signal(Place)
    stopped = Signal()
    again_asked = Signal()

    def __init__(
        self,
        selection: Selection,
        bar: CardsBar,
        placed: Sequence[PlacedCard],
        filtered: Sequence[SheetCard],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("window", parent)
        self._selection, self._placed, self._filtered = selection, tuple(placed), tuple(filtered)
        self._find: Finder = evidence_finder(())
        self.bar = bar
        self.tabs, self.filters = bar.tabs, bar.filters
        self.evidence, self.note = EvidenceBar(), WorkNote()
        self._sheets: dict[SheetCard, Sheet] = {}
        self._chosen: SheetCell | None = None
        self._keys = FocusKeeper(self, self.tabs)
        self._stack, self._grid, self._area = QStackedWidget(), QGridLayout(), QScrollArea()
        self._inner = Ground("window")
        self._lay_out()
        self._connect()
        self.clear()

    @property
    def parts(self) -> list[QWidget]:
        """Return the panes in reading order."""
        return [self.bar, *(card for card, _ in self._placed), self.evidence]

    @property
    def card(self) -> SheetCard | None:
        """Return the one card that is shown, or None for all of them."""
        nth = self.filters.current
        return None if nth == 0 else self._filtered[nth - 1]

    def show_card(self, card: SheetCard | None) -> None:
        """Show one card with every row, or the first rows of all."""
        self.filters.choose(0 if card is None else 1 + self._filtered.index(card))

    def show_sheets(self, columns: Sequence[OutletColumn], sheets: dict[SheetCard, Sheet]) -> None:
        """Show a sheet on each card; the filter stays as the user chose it."""
        self._find = evidence_finder(columns)
        self._sheets, self._chosen = sheets, None
        with self._keys.kept():
            self.evidence.clear()
            self._refresh()
        self._show_selection()

    def clear(self) -> None:
        """Show that no event is chosen."""
        self._show_note(self.tr("No event"), self.tr("Choose an event to see its texts compared."))

    def show_working(self, texts: int) -> None:
        """Show that so many texts are being worked on, with a way to stop that."""
        words = self.tr("{count} texts are being compared.").format(count=texts)
        self._show_note("", "")
        self.note.say_working(words)

    def show_stopped(self, title: str, words: str) -> None:
        """Show why there is nothing, with a way to try again."""
        self._show_note("", "")
        self.note.say_stopped(title, words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cards()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(_LEAST_PX[0]), theme().px(_LEAST_PX[1]))

    def _show_note(self, title: str, words: str) -> None:
        self.note.say(title, words)
        with self._keys.kept():
            self.filters.setEnabled(False)
            self.evidence.hide()
            self._stack.setCurrentIndex(Shown.NOTE)

    def _refresh(self) -> None:
        only = self.card
        for card, _ in self._placed:
            is_shown = only in (None, card)
            if is_shown:
                card.show_sheet(self._sheets[card], is_whole=only is card)
            card.setVisible(is_shown)
        self.filters.setEnabled(True)
        self.evidence.show()
        self._stack.setCurrentIndex(Shown.CARDS)
        self._place_cards()

    def _place_cards(self) -> None:
        """Put cards side by side where there is room, else one below the other."""
        is_narrow = self.width() < theme().px(_ONE_COLUMN_UNDER_PX) or self.card is not None
        for nth, (card, place) in enumerate(self._placed):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, *((nth, 0, 1, _TWELVE) if is_narrow else place))
        self._grid.setRowStretch(len(self._placed), 0 if self.card is not None else 1)

    def _choose_filter(self) -> None:
        if self._stack.currentIndex() == Shown.CARDS:
            card = self.card
            with self._keys.kept(card.table if card is not None else None):
                self._refresh()
            self._show_selection()
            self._area.verticalScrollBar().setValue(0)

    def _choose_cell(self, cell: SheetCell) -> None:
        self._chosen = cell
        rows = [row for place in cell.places if (row := self._find(place))]
        rows = [with_form(row, cell.form) for row in rows] if cell.form else rows
        note = "" if rows else self.tr("Nothing to show here.")
        self.evidence.show_evidence(by_sentence(rows), note)
        self._selection.choose([row.place for row in rows])
        if rows:
            self.place_chosen.emit(rows[0].place)

    def _open_cell(self, cell: SheetCell) -> None:
        if cell != self._chosen:
            # The keys have come to it from elsewhere.
            self._choose_cell(cell)
        shown = self.evidence.current
        if cell.places and shown is not None:
            self.open_article.emit(shown.place)

    def _reveal(self, card: SheetCard, row: QRect) -> None:
        corner = card.table.viewport().mapTo(self._inner, row.topLeft())
        middle = row.height() // 2
        self._area.ensureVisible(corner.x(), corner.y() + middle, 0, middle + theme().px(24))

    def _show_selection(self) -> None:
        for card, _ in self._placed:
            card.show_selection(self._selection.places)

    def _connect(self) -> None:
        self.filters.chosen.connect(self._choose_filter)
        self._selection.changed.connect(self._show_selection)
        self.evidence.opened.connect(self.open_article)
        self.evidence.shown.connect(self.place_chosen)
        self.note.stopped.connect(self.stopped)
        self.note.again_asked.connect(self.again_asked)
        theme().changed.connect(self._place_cards)
        for card, _ in self._placed:
            card.cell_chosen.connect(self._choose_cell)
            card.cell_opened.connect(self._open_cell)
            card.all_asked.connect(partial(self.show_card, card))
            card.row_shown.connect(partial(self._reveal, card))

    def _lay_out(self) -> None:
        self._inner.setLayout(self._grid)
        keep_spaced(self._grid, (_PAD_PX, _GAP_PX, _PAD_PX, _GAP_PX), _GAP_PX)
        for nth in range(_TWELVE):
            self._grid.setColumnStretch(nth, 1)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inner)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(Hairline("border"))
        column.addWidget(self._stack, 1)
        column.addWidget(self.evidence)
