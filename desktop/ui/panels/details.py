"""The details of an event: figures, naming, the five W, questions, and how sure each text is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.core.model.details import Details
from desktop.services.views import EventView
from desktop.ui.figures.details import DetailKind, filter_words, filters_name, make_sheets
from desktop.ui.figures.outlets import outlet_columns
from desktop.ui.paint.sheets import Sheet
from desktop.ui.panels.cards_bar import CardsBar
from desktop.ui.panels.cards_page import CardsPage
from desktop.ui.panels.detail_card import DetailCard
from desktop.ui.panels.questions import QuestionsCard
from desktop.ui.selection import Selection

_PLACES = {
    DetailKind.NUMBERS: (0, 0, 1, 7),
    DetailKind.FIVE_W: (1, 0, 1, 7),
    DetailKind.QUESTIONS: (0, 7, 2, 5),
    DetailKind.ATTRIBUTION: (2, 0, 1, 4),
    DetailKind.CERTAINTY: (2, 4, 1, 4),
    DetailKind.AGENCY: (2, 8, 1, 4),
    DetailKind.NAMING: (3, 0, 1, 12),
    DetailKind.HEADLINES: (4, 0, 1, 12),
    DetailKind.PROMINENCE: (5, 0, 1, 12),
    DetailKind.PAIRS: (6, 0, 1, 12),
    DetailKind.TONE: (7, 0, 1, 12),
    DetailKind.WORDS: (8, 0, 1, 12),
    DetailKind.LEFT_OUT: (9, 0, 1, 12),
}


class DetailsPage(CardsPage):
    """Shows the details of an event by kind; it knows no service."""

    date_wanted = Signal(str)

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        questions = QuestionsCard()
        cards = {
            kind: questions if kind is DetailKind.QUESTIONS else DetailCard(kind)
            for kind in _PLACES
        }
        bar = CardsBar("details", filters_name(), [filter_words(kind) for kind in DetailKind])
        placed = [(cards[kind], place) for kind, place in _PLACES.items()]
        super().__init__(selection, bar, placed, [cards[kind] for kind in DetailKind], parent)
        self.questions, self.cards, self.can_date = questions, cards, True
        self.setAccessibleName(self.tr("Details"))
        self.questions.date_wanted.connect(self.date_wanted)

    @property
    def kind(self) -> DetailKind | None:
        """Return the one kind that is shown, or None for all of them."""
        card = self.card
        return card.kind if isinstance(card, DetailCard) else None

    def show_details(
        self,
        view: EventView,
        details: Details,
        sheets: Mapping[DetailKind, Sheet] | None = None,
    ) -> None:
        """Show the details of an event; the filter stays as the user chose it.

        `sheets` are the tables of the details, where they were made before, in another thread.
        """
        columns = outlet_columns(view)
        undated = [(c.article.id, c.name) for c in columns if c.article.id in details.clock.unknown]
        self.questions.show_undated(undated if self.can_date else ())
        made = make_sheets(view, details) if sheets is None else sheets
        self.show_sheets(columns, {self.cards[kind]: sheet for kind, sheet in made.items()})

    def show_kind(self, kind: DetailKind | None) -> None:
        """Show one kind with every row, or the first rows of all."""
        self.show_card(None if kind is None else self.cards[kind])
