"""Notes beside an article: what the other texts add, word or attribute otherwise, or lack."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.core.model.annotations import Annotation, AnnotationKind
from desktop.core.model.places import Place
from desktop.ui.controls.labels import Label
from desktop.ui.controls.plates import Hairline
from desktop.ui.controls.scaling import keep_spaced
from desktop.ui.figures.notes import Notes, kind_words
from desktop.ui.paint.sheets import SheetCell
from desktop.ui.panels.filter_chips import FilterChips
from desktop.ui.panels.sheet_card import SheetCard
from desktop.ui.panels.sheet_table import SheetTable
from desktop.ui.panels.side_panel import SidePanel

_SIDE_PX, _MOST_HEADLINES = 16, 6
_KINDS = (None, *AnnotationKind)


class OthersPanel(SidePanel):
    """Lists notes in text order; one chosen tells its places, one opened goes to another text.

    `filtered` tells that the marks in the text are to follow.
    """

    chosen = Signal(object)
    opened = Signal(Place)
    filtered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.close_button.setAccessibleName(self.tr("Close the notes"))
        self.setAccessibleName(self.tr("With the others"))
        self._all: Notes | None = None
        self.notes: Notes | None = None
        labels = [kind_words(kind) if kind else self.tr("All") for kind in _KINDS]
        self.filters = FilterChips(labels, self.tr("Kinds of notes"))
        self.headlines = SheetCard(
            self.tr("Headline check"),
            self.tr("Where the body carries each part, and who says it there"),
            _MOST_HEADLINES,
        )
        self.table = SheetTable(self.tr("Notes in text order"))
        self.count, self.foot = Label("", "small-medium", "text2"), Label("", "small", "text2")
        self.said = Label("", "body", "text2")
        self._body = QStackedWidget()
        self._lay_out()
        self.filters.chosen.connect(self._filter)
        for sheet in (self.table, self.headlines):
            sheet.cell_chosen.connect(self._choose)
            sheet.cell_opened.connect(self._open)

    def show_notes(self, notes: Notes) -> None:
        """Show the notes of an article; the filter stays as the user chose it."""
        self._all = notes
        self.headlines.show_sheet(notes.headlines, is_whole=False)
        self.headlines.setVisible(bool(notes.headlines.rows))
        self.foot.setText(notes.foot)
        self._filter()

    def say(self, words: str) -> None:
        """Say in place of the notes why there are none, or none yet."""
        self._all = self.notes = None
        self.headlines.hide()
        self.foot.setText("")
        self.count.setText("")
        self.said.setText(words)
        self._body.setCurrentIndex(1)
        self.filtered.emit()

    def choose_at(self, position: int) -> None:
        """Choose the note on the fewest words at a position of the article's text."""
        notes = self.notes
        if notes is None:
            return
        there = [
            (len(each.place.span), nth)
            for nth, each in enumerate(notes.annotations)
            if each.place.span.start <= position < each.place.span.end
        ]
        if there:
            self._go(min(there)[1])

    def step(self, by: int) -> None:
        """Go to the next note, or with -1 to the one before."""
        count = len(self.notes.annotations) if self.notes else 0
        row = self.table.currentIndex().row()
        nth = row + by if row >= 0 else (0 if by > 0 else count - 1)
        if 0 <= nth < count:
            self._go(nth)

    def show_selection(self, places: tuple[Place, ...]) -> None:
        """Frame the notes whose words were chosen, here or in another view."""
        self.table.show_selection(places)
        self.headlines.show_selection(places)

    def _go(self, nth: int) -> None:
        index = self.table.model().index(nth, 0)
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index)

    def _filter(self) -> None:
        if self._all is None:
            return
        self.notes = self._all.only(_KINDS[self.filters.current])
        notes: tuple[Annotation, ...] = self.notes.annotations
        many = self.tr("{count} notes").format(count=len(notes))
        self.count.setText(self.tr("1 note") if len(notes) == 1 else many)
        self.said.setText(self.notes.sheet.empty)
        self.table.show_sheet(self.notes.sheet)
        self._body.setCurrentIndex(0 if notes else 1)
        self.filtered.emit()

    def _choose(self, cell: SheetCell) -> None:
        self.chosen.emit(cell.places)

    def _open(self, cell: SheetCell) -> None:
        """Open the first place in another text, or the own one where there is none."""
        article = self._all.article if self._all else ""
        others = [place for place in cell.places if place.article != article]
        if cell.places:
            self.opened.emit((others or list(cell.places))[0])

    def _lay_out(self) -> None:
        self.said.setWordWrap(True)
        title, note, inner = QHBoxLayout(), QWidget(), QVBoxLayout()
        keep_spaced(title, (_SIDE_PX, 8, 10, 4), 8)
        title.addWidget(Label(self.tr("With the others"), "section"))
        title.addWidget(self.count, 1)
        title.addWidget(self.close_button)
        chips, head, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        keep_spaced(chips, (_SIDE_PX, 0, _SIDE_PX, 8), 0)
        chips.addWidget(self.filters)
        keep_spaced(head, (_SIDE_PX, 10, _SIDE_PX, 10), 0)
        head.addWidget(self.headlines)
        keep_spaced(foot, (_SIDE_PX, 6, _SIDE_PX, 6), 0)
        foot.addWidget(self.foot)
        self.foot.setWordWrap(True)
        note.setLayout(inner)
        keep_spaced(inner, (_SIDE_PX, 20, _SIDE_PX, 20), 0)
        inner.addWidget(self.said)
        inner.addStretch(1)
        listed = QWidget()
        side = QVBoxLayout(listed)
        keep_spaced(side, (_SIDE_PX - 6, 0, 2, 0), 0)
        side.addWidget(self.table)
        self._body.addWidget(listed)
        self._body.addWidget(note)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(title)
        column.addLayout(chips)
        column.addWidget(Hairline("border"))
        column.addLayout(head)
        column.addWidget(self._body, 1)
        column.addWidget(Hairline("border"))
        column.addLayout(foot)
