"""Attribution: what one text says itself and others attribute, and sources without a name."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from desktop.core.model.analyses import Voice
from desktop.core.model.details import Contrast, ContrastKind, Details, Side
from desktop.ui.figures.event_texts import EventTexts
from desktop.ui.paint.sheets import Column, RowKind, Sheet, SheetCell, SheetRow, Square, Words

_OWN = "own voice"
_MOST_NAMED = 6


def attribution_sheet(details: Details, texts: EventTexts) -> Sheet:
    """Return a row a sentence: first those that others attribute, then unnamed sources."""
    gaps = [c for c in details.contrasts if c.kind is ContrastKind.ATTRIBUTION_GAP]
    unnamed = [c for c in details.contrasts if c.kind is ContrastKind.ANONYMOUS]
    rows = [
        *_grouped(_tr("Own voice here, attributed elsewhere"), _gap_rows(gaps, texts)),
        *_grouped(_tr("Unnamed sources"), _unnamed_rows(unnamed, texts)),
    ]
    return Sheet(
        (Column(_tr("Sentence"), 0.0, 80.0), Column(_tr("Words"), 1.0, 160.0)),
        tuple(rows),
        _tr("Nothing was found that one text says itself and another attributes to somebody."),
        is_headless=True,
    )


def _grouped(title: str, rows: Iterator[SheetRow]) -> Iterator[SheetRow]:
    found = list(rows)
    if found:
        yield SheetRow((SheetCell(((Words(title, "small-strong"),),)),), RowKind.HEAD)
    yield from found


def _gap_rows(contrasts: list[Contrast], texts: EventTexts) -> Iterator[SheetRow]:
    for contrast in contrasts:
        sides = [side for side in contrast.sides if side.place.article in texts]
        said = [side for side in sides if side.label != _OWN]
        for side in sides:
            if side.label == _OWN and said:
                yield _row(side, said, _tr("Attributed elsewhere to"), texts)


def _unnamed_rows(contrasts: list[Contrast], texts: EventTexts) -> Iterator[SheetRow]:
    for contrast in contrasts:
        sides = [side for side in contrast.sides if side.place.article in texts]
        if sides:
            yield _row(sides[0], sides[1:], _tr("Named elsewhere:"), texts)


def _row(side: Side, others: list[Side], lead: str, texts: EventTexts) -> SheetRow:
    places = (side.place, *(other.place for other in others))
    voice = texts.voice(side.place)
    quoted = (Square(Voice.OWN if voice is Voice.OWN else Voice.QUOTED),)
    words = Words(texts.quoted(side.place), "evidence")
    named = [
        part
        for other in others[:_MOST_NAMED]
        for part in (Words(other.label, "small", "text2"), texts.outlet(other.place))
    ]
    below = (Words(lead, "small", "text2"), *named)
    if not others:
        below = (Words(_tr("Nobody is named for it in the other texts."), "small", "text2"),)
    return SheetRow(
        (
            SheetCell(((texts.outlet(side.place),),), places),
            SheetCell(((*quoted, words), below), places),
        )
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("Details", words)
