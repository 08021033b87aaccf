"""Who, what, when, where, why and how of each text, in its own words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.core.model.details import Answer, Details, FiveW
from desktop.ui.figures.event_texts import SHORT, EventTexts, shortened
from desktop.ui.figures.outlet_grid import (
    MOST_COLUMNS,
    Matter,
    grid_columns,
    grid_rows,
    outlet_cell,
)
from desktop.ui.paint.sheets import Column, Sheet, SheetCell, SheetRow, Words

_MOST_ANSWERS = 4
_NAME_PX, _CELL_PX = 120.0, 96.0


def five_w_sheet(details: Details, texts: EventTexts) -> Sheet:
    """Return a row a question; for many outlets a row an outlet, for they would be columns."""
    grids = {row.article: row for row in details.five_w if row.article in texts}
    questions = _questions()
    if not any(pick(row) for row in grids.values() for _, pick in questions):
        return Sheet(empty=_tr("Nothing was found. It takes a sentence that says who did what."))
    if len(texts.columns) <= MOST_COLUMNS:
        matters = [
            Matter(
                SheetCell(((Words(title, "small-strong"),),)),
                {key: _cell(pick(row), texts) for key, row in grids.items() if pick(row)},
            )
            for title, pick in questions
        ]
        return Sheet(grid_columns(texts, ("", ""), 0.6), grid_rows(texts, matters))
    columns = [Column(title, 1.0, _CELL_PX) for title, _ in questions]
    rows = [_row(grids[article], texts) for article in texts.ids if article in grids]
    return Sheet((Column(_tr("Outlet"), 1.0, _NAME_PX), *columns), tuple(rows))


def _questions() -> tuple[tuple[str, Callable[[FiveW], Sequence[Answer]]], ...]:
    return (
        (_tr("Who"), lambda row: row.who),
        (_tr("What"), lambda row: row.what),
        (_tr("When"), lambda row: row.when),
        (_tr("Where"), lambda row: row.where),
        (_tr("Why"), lambda row: row.why),
        (_tr("How"), lambda row: row.how),
    )


def _row(grid: FiveW, texts: EventTexts) -> SheetRow:
    name = outlet_cell(texts, grid.article)
    return SheetRow((name, *(_cell(pick(grid), texts) for _, pick in _questions())))


def _cell(answers: Sequence[Answer], texts: EventTexts) -> SheetCell:
    if not answers:
        return SheetCell(((Words("–", "small", "text3"),),), (), _tr("not found"))
    shown = answers[:_MOST_ANSWERS]
    words = [shortened(texts.loaded_marked(answer.place), SHORT) for answer in shown]
    more = len(answers) - len(shown)
    if more > 0:
        words.append(_tr("and {count} more").format(count=more))
    places = tuple(answer.place for answer in answers)
    return SheetCell(((Words("; ".join(words), "small"),),), places)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Details", words)
