"""The card of one kind of detail of the event."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.ui.figures.details import DetailKind, card_subtitle, card_title
from desktop.ui.panels.sheet_card import MOST_SHORT, SheetCard

_SHORT_ROWS = {
    DetailKind.NUMBERS: 10,
    DetailKind.NAMING: 6,
    DetailKind.QUESTIONS: 12,
    DetailKind.HEADLINES: 6,
    DetailKind.ATTRIBUTION: 5,
    DetailKind.CERTAINTY: 7,
    DetailKind.AGENCY: 7,
    DetailKind.PAIRS: 6,
    DetailKind.TONE: 6,
}


class DetailCard(SheetCard):
    """Shows the sheet of one kind."""

    def __init__(self, kind: DetailKind, parent: QWidget | None = None) -> None:
        most = _SHORT_ROWS.get(kind, MOST_SHORT)
        super().__init__(card_title(kind), card_subtitle(kind), most, parent)
        self.kind = kind
