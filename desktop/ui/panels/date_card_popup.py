"""The date card as a popup over the article; a choice in it closes it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.date_cards import DateCard
from desktop.ui.panels.date_card import DateCardPanel
from desktop.ui.panels.reasons_popup import ReasonsPopup


class DateCardPopup(ReasonsPopup):
    """Holds a card; Esc, a click elsewhere or a choice closes it."""

    def __init__(self, shown: DateCard, parent: QWidget, *, can_write: bool) -> None:
        super().__init__(_tr("Date card"), parent)
        self.say(_tr("Each date with its origin. File dates never stand in for publication."))
        self.card = DateCardPanel(framed=False)
        self.card.show_card(shown, can_write=can_write)
        self.column.addWidget(self.card)
        self.finish()
        for signal in (self.card.use_wanted, self.card.edit_wanted, self.card.evidence_wanted):
            signal.connect(self.close)


def _tr(words: str) -> str:
    return QCoreApplication.translate("DateCardPopup", words)
