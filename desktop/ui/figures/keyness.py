"""Words that one text uses more than the others do, in its own voice, with their counts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.core.model.details import Details, Keyness
from desktop.ui.figures.event_texts import EventTexts
from desktop.ui.paint.sheets import Column, Sheet, SheetCell, SheetRow, Words


def keyness_sheet(details: Details, texts: EventTexts) -> Sheet:
    """Return a row a word, text by text, the most telling words first."""
    order = {article: nth for nth, article in enumerate(texts.ids)}
    words = [row for row in details.keyness if row.article in order]
    words.sort(key=lambda row: (order[row.article], -row.likelihood))
    return Sheet(
        (
            Column(_tr("First in"), 0.0, 80.0),
            Column(_tr("Word"), 1.4, 84.0),
            Column(_tr("Here"), 0.6, 44.0),
            Column(_tr("Others"), 0.6, 54.0),
            Column(_tr("Log-likelihood"), 0.9, 96.0),
            Column(_tr("Effect"), 0.6, 50.0),
        ),
        tuple(_row(row, texts) for row in words),
        _tr(
            "No word stands out: none is used so much more in one text that chance would be"
            " unlikely. Longer texts tell more."
        ),
    )


def _row(row: Keyness, texts: EventTexts) -> SheetRow:
    places = (row.place,)
    figures = (f"{row.here}", f"{row.elsewhere}", f"{row.likelihood:.1f}", f"{row.effect:+.1f}")
    cells = [SheetCell(((Words(words, "small", "text2"),),), places) for words in figures]
    return SheetRow(
        (
            SheetCell(((texts.outlet(row.place),),), places),
            SheetCell(((Words(row.word, "small-strong"),),), places),
            *cells,
        )
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("Details", words)
