"""Prominence: where a claim, a speaker or a figure first stands in each text, and its room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.core.model.details import Details, Prominence, ProminenceKind
from desktop.ui.figures.event_texts import SHORT, EventTexts, shortened
from desktop.ui.figures.outlet_grid import Matter, grid_columns, grid_rows
from desktop.ui.paint.sheets import RowKind, Sheet, SheetCell, SheetRow, Strip, Words

_LEAST_TEXTS = 2


def prominence_sheet(details: Details, texts: EventTexts) -> Sheet:
    """Return rows for what at least two texts have, claims first, then speakers and figures."""
    rows: list[SheetRow] = []
    for kind, title in _kinds():
        matters = _matters([p for p in details.prominence if p.kind is kind], texts)
        if matters:
            head = Words(title, "small-strong")
            rows.append(SheetRow((SheetCell(((head,),)),), RowKind.HEAD))
            rows += grid_rows(texts, matters)
    return Sheet(
        grid_columns(texts, (_tr("Matter"), _tr("First mention and room")), 1.6),
        tuple(rows),
        _tr("Nothing was found that two texts have. It takes a second text on the same matter."),
    )


def _kinds() -> tuple[tuple[ProminenceKind, str], ...]:
    return (
        (ProminenceKind.CLAIM, _tr("Claims")),
        (ProminenceKind.SPEAKER, _tr("Speakers")),
        (ProminenceKind.FIGURE, _tr("Figures")),
    )


def _matters(rows: Sequence[Prominence], texts: EventTexts) -> list[Matter]:
    by_name: dict[str, dict[str, Prominence]] = {}
    for row in rows:
        if row.place.article in texts:
            by_name.setdefault(row.name, {}).setdefault(row.place.article, row)
    shared = {name: found for name, found in by_name.items() if len(found) >= _LEAST_TEXTS}
    return [
        Matter(
            SheetCell(((Words(shortened(name, SHORT), "small"),),)),
            {article: _cell(row) for article, row in found.items()},
        )
        for name, found in sorted(shared.items(), key=lambda item: -len(item[1]))
    ]


def _cell(row: Prominence) -> SheetCell:
    first, room = f"{row.first * 100:.0f}", f"{row.room * 100:.0f}"
    words = _tr("at {first} %, {room} % of words").format(first=first, room=room)
    shown = _tr("{first} % · {room} %").format(first=first, room=room)
    parts = (Strip(row.first, row.room), Words(shown, "caption", "text2"))
    return SheetCell((parts,), (row.place,), words)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Details", words)
