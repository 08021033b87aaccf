"""A matter by outlets: columns for a few outlets, for more of them a list below each matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.core.model.places import Place
from desktop.ui.figures.event_texts import EventTexts
from desktop.ui.paint.sheets import Column, RowKind, SheetCell, SheetRow, Words
from desktop.ui.words import counted

MOST_COLUMNS = 6
_LABEL_PX, _CELL_PX = 110.0, 96.0


@dataclass(frozen=True, slots=True)
class Matter:
    """What a row of a grid is about, and the cells of the articles in which it was found."""

    label: SheetCell
    cells: Mapping[str, SheetCell]


def grid_columns(
    texts: EventTexts, titles: tuple[str, str], share: float = 1.0
) -> tuple[Column, ...]:
    """Return the columns of a grid: one for each outlet, or two where they are too many.

    The titles are that of the matters, and that of what is told of them, for the list.
    """
    title, told = titles
    if len(texts.columns) > MOST_COLUMNS:
        return Column(_tr("Outlet"), 1.0, _LABEL_PX), Column(told, 4.0, 200.0)
    outlets = [Column(each.name, 1.0, _CELL_PX, each.mark) for each in texts.columns]
    return Column(title, share, _LABEL_PX), *outlets


def grid_rows(texts: EventTexts, matters: Sequence[Matter]) -> tuple[SheetRow, ...]:
    """Return the rows of a grid; what was not found has a dash, in a list a number."""
    if len(texts.columns) > MOST_COLUMNS:
        return tuple(row for matter in matters for row in _listed(texts, matter))
    return tuple(
        SheetRow((matter.label, *(matter.cells.get(each, _not_found()) for each in texts.ids)))
        for matter in matters
    )


def outlet_cell(texts: EventTexts, article: str, places: tuple[Place, ...] = ()) -> SheetCell:
    """Return a cell with an article's outlet, badge and name."""
    badge = texts.badge(article)
    return SheetCell(((badge, texts.name(article)),), places, badge.name)


def _listed(texts: EventTexts, matter: Matter) -> list[SheetRow]:
    found = texts.ordered(matter.cells)
    rest = len(texts.columns) - len(found)
    texts_count = counted(rest, _tr("text"), _tr("texts"))
    beside = _tr("not found in {texts}").format(texts=texts_count) if rest else ""
    rows = [SheetRow((outlet_cell(texts, article), matter.cells[article])) for article in found]
    return [SheetRow((matter.label,), RowKind.HEAD, beside), *rows]


def _not_found() -> SheetCell:
    return SheetCell(((Words("–", "small", "text3"),),), (), _tr("not found"))


def _tr(words: str) -> str:
    return QCoreApplication.translate("Details", words)
