"""The voices of an event: who speaks, who quotes what of an utterance, and which text is shared."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.services.views import EventView
from desktop.ui.figures.outlets import outlet_columns
from desktop.ui.figures.voices import VoiceKind, VoiceSheets, voice_filter, voice_heads, voices_name
from desktop.ui.panels.cards_bar import CardsBar
from desktop.ui.panels.cards_page import CardsPage
from desktop.ui.panels.sheet_card import SheetCard
from desktop.ui.selection import Selection

_PLACES = {
    VoiceKind.LEDGER: (0, 0, 1, 7),
    VoiceKind.ORDERS: (0, 7, 1, 5),
    VoiceKind.QUOTATIONS: (1, 0, 1, 12),
    VoiceKind.BALANCE: (2, 0, 1, 12),
    VoiceKind.WIRE: (3, 0, 1, 7),
    VoiceKind.SHARES: (3, 7, 1, 5),
}
_SHORT_ROWS = {
    VoiceKind.LEDGER: 6,
    VoiceKind.ORDERS: 14,
    VoiceKind.QUOTATIONS: 12,
    VoiceKind.BALANCE: 10,
    VoiceKind.WIRE: 8,
    VoiceKind.SHARES: 8,
}


class VoicesPage(CardsPage):
    """Shows the voices of an event by kind; it knows no service."""

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        cards = {kind: SheetCard(*voice_heads(kind), _SHORT_ROWS[kind]) for kind in _PLACES}
        bar = CardsBar("voices", voices_name(), [voice_filter(kind) for kind in _PLACES])
        placed = [(cards[kind], place) for kind, place in _PLACES.items()]
        super().__init__(selection, bar, placed, tuple(cards.values()), parent)
        self.cards = cards
        self.setAccessibleName(self.tr("Voices"))

    def show_voices(self, view: EventView, sheets: VoiceSheets) -> None:
        """Show the voices of an event; the filter stays as the user chose it."""
        by_card = {self.cards[kind]: sheet for kind, sheet in sheets.items()}
        self.show_sheets(outlet_columns(view), by_card)
