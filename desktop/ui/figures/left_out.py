"""What the comparison left out of its parts, and why."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.core.model.details import Details
from desktop.core.model.omissions import LeftOut
from desktop.ui.figures.event_texts import EventTexts
from desktop.ui.figures.outlet_grid import outlet_cell
from desktop.ui.paint.sheets import Column, Sheet, SheetCell, SheetRow, Words


def left_out_sheet(details: Details, texts: EventTexts) -> Sheet:
    """Return a row for each part that a text is not in; what holds for all texts comes first."""
    order = {article: nth for nth, article in enumerate(texts.ids)}
    rows = [row for row in details.left_out if row.article is None or row.article in order]
    rows.sort(key=lambda row: -1 if row.article is None else order[row.article])
    return Sheet(
        (
            Column(_tr("Text"), 1.0, 130.0),
            Column(_tr("Part"), 1.0, 120.0),
            Column(_tr("Why"), 3.0, 180.0),
        ),
        tuple(_row(row, texts) for row in rows),
        _tr("Nothing was left out: every text is in every part."),
    )


def _row(row: LeftOut, texts: EventTexts) -> SheetRow:
    if row.article is None:
        name, places = SheetCell(((Words(_tr("All texts"), "small-strong"),),)), ()
    else:
        places = texts.head(row.article)
        name = outlet_cell(texts, row.article, places)
    part = SheetCell(((Words(row.part, "small"),),), places)
    return SheetRow((name, part, SheetCell(((Words(row.reason, "small", "text2"),),), places)))


def _tr(words: str) -> str:
    return QCoreApplication.translate("Details", words)
