"""Minimal pairs: sentences of two texts that differ in a word or two, by what differs."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from desktop.core.model.details import Details
from desktop.core.model.pairs import Change, PairSide
from desktop.ui.figures.event_texts import LONG, EventTexts
from desktop.ui.paint.sheets import (
    Changed,
    Column,
    Line,
    RowKind,
    Sheet,
    SheetCell,
    SheetRow,
    Words,
)


def pairs_sheet(details: Details, texts: EventTexts) -> Sheet:
    """Return a row a pair under what differs in it."""
    rows = [row for change in Change for row in _rows(change, details, texts)]
    return Sheet(
        (Column(_tr("One text"), 1.0, 160.0), Column(_tr("Another text"), 1.0, 160.0)),
        tuple(rows),
        _tr("No two sentences of different texts differ in so little."),
    )


def _rows(change: Change, details: Details, texts: EventTexts) -> Iterator[SheetRow]:
    pairs = [
        pair
        for pair in details.minimal_pairs
        if pair.change is change
        and pair.left.place.article in texts
        and pair.right.place.article in texts
    ]
    if pairs:
        head = SheetCell(((Words(_change(change), "small-strong"),),))
        yield SheetRow((head,), RowKind.HEAD)
    for pair in pairs:
        places = pair.left.place, pair.right.place
        sides = (_side(pair.left, texts), _side(pair.right, texts))
        yield SheetRow((SheetCell(sides[0], places), SheetCell(sides[1], (places[1], places[0]))))


def _side(side: PairSide, texts: EventTexts) -> tuple[Line, ...]:
    sentence = (texts.outlet(side.place), Words(texts.words(side.place, LONG), "evidence"))
    if not side.changed:
        return sentence, (Words(_tr("nothing in its place"), "small", "text2"),)
    changed = tuple(Changed(texts.words(place)) for place in side.changed)
    return sentence, changed


def _change(change: Change) -> str:
    return {
        Change.REPORT_VERB: _tr("Report verb"),
        Change.NAME_FORM: _tr("Form of a name"),
        Change.FIGURE: _tr("Figure"),
        Change.LOADED: _tr("Loaded word"),
        Change.CERTAINTY: _tr("Certainty"),
        Change.OTHER: _tr("Other words"),
    }[change]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Details", words)
