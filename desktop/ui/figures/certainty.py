"""The ladder of certainty: one claim told as plain fact, confirmed, reported or believed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from desktop.core.model.details import Contrast, ContrastKind, Details, Side
from desktop.ui.figures.event_texts import EventTexts
from desktop.ui.paint.sheets import (
    Column,
    RowKind,
    Sheet,
    SheetCell,
    SheetRow,
    Steps,
    Words,
)

_RUNGS = ("plain fact", "confirmed", "reported", "alleged")


def certainty_sheet(details: Details, texts: EventTexts) -> Sheet:
    """Return the rungs of each claim with the sentences on them; an empty rung has a dash."""
    contrasts = [each for each in details.contrasts if each.kind is ContrastKind.CERTAINTY]
    return Sheet(
        (
            Column(_tr("Rung"), 0.0, 132.0),
            Column(_tr("Sentence"), 0.0, 74.0),
            Column(_tr("Words"), 1.0, 130.0),
        ),
        tuple(row for each in contrasts for row in _rows(each, texts)),
        _tr("No claim was found that two texts tell with different certainty."),
        is_headless=True,
    )


def rung_name(label: str) -> str:
    """Return the name of a rung as its row says it."""
    return {
        "plain fact": _tr("Plain fact"),
        "confirmed": _tr("Confirmed"),
        "reported": _tr("Reported"),
        "alleged": _tr("Believed or alleged"),
    }.get(label, label)


def _rows(contrast: Contrast, texts: EventTexts) -> Iterator[SheetRow]:
    sides = [side for side in contrast.sides if side.place.article in texts]
    title = Words(contrast.text, "small-strong")
    yield SheetRow((SheetCell(((title,),)),), RowKind.HEAD)
    for nth, rung in enumerate(_RUNGS):
        on_rung = [side for side in sides if side.label == rung]
        steps = Steps(len(_RUNGS) - nth)
        label = SheetCell(((steps, Words(rung_name(rung), "small-strong")),), (), rung_name(rung))
        if not on_rung:
            dash = SheetCell(((Words("–", "small", "text3"),),), (), _tr("none"))
            yield SheetRow((label, dash, SheetCell()))
        for first, side in enumerate(on_rung):
            yield _row(side, SheetCell(spoken=label.said) if first else label, texts)


def _row(side: Side, label: SheetCell, texts: EventTexts) -> SheetRow:
    places = (side.place,)
    label = SheetCell(label.lines, places, label.said)
    words = Words(texts.quoted(side.place), "small")
    return SheetRow(
        (label, SheetCell(((texts.outlet(side.place),),), places), SheetCell(((words,),), places))
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("Details", words)
