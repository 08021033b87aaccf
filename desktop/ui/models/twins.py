"""Charts as tables: the same figures in rows and columns, to be read and copied as text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from desktop.core.model.analyses import Rate, Voice
from desktop.core.model.comparisons import Place
from desktop.ui.controls.labels import plain_tooltip
from desktop.ui.labels import voice_label
from desktop.ui.paint.loaded_bars import LoadedBars
from desktop.ui.paint.tone_axes import ToneAxes
from desktop.ui.paint.verb_ladder import VerbLadder, rung_label
from desktop.ui.words import tone_number

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
PLACES = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class TwinRow:
    """One line of a table with the places that it opens."""

    cells: tuple[str, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Twin:
    """A table that says what a chart shows."""

    headers: tuple[str, ...]
    rows: tuple[TwinRow, ...]

    def as_text(self) -> str:
        """Return the table as lines with tabs, as spreadsheets take it."""
        lines = (self.headers, *(row.cells for row in self.rows))
        return "\n".join("\t".join(cell.replace("\t", " ") for cell in line) for line in lines)


def loaded_twin(data: LoadedBars) -> Twin:
    """Return the bars as a table; a rate that has too little text is left blank."""
    rows = [
        TwinRow((row.outlet, voice_label(bar.voice), *_rate_cells(bar.rate)), bar.places)
        for row in data.rows
        for bar in row.bars
    ]
    counts = (_tr("Wordings"), _tr("Words"), _tr("Per 100"), _tr("From"), _tr("To"))
    return Twin((_tr("Outlet"), _tr("Voice"), *counts), tuple(rows))


def tone_twin(data: ToneAxes) -> Twin:
    """Return the tone of each outlet and voice as a table."""
    rows = [
        TwinRow((row.outlet, voice_label(dot.voice), *_tone_cells(dot.rate)), dot.places)
        for row in data.rows
        for dot in row.dots
    ]
    counts = (_tr("Sentences"), _tr("Words"), _tr("Tone"), _tr("From"), _tr("To"))
    return Twin((_tr("Outlet"), _tr("Voice"), *counts), tuple(rows))


def verbs_twin(data: VerbLadder) -> Twin:
    """Return the ladder as a table, a line for each word of each outlet."""
    rows = [
        TwinRow((rung_label(rung.rung), name, word.word, f"{len(word.uses)}"), word.uses)
        for rung in data.rungs
        for (name, _, _), words in zip(data.outlets, rung.cells, strict=True)
        for word in words
    ]
    headers = (_tr("Rung"), _tr("Outlet"), _tr("Word"), _tr("Uses"))
    return Twin(headers, tuple(rows))


class TwinModel(QAbstractTableModel):
    """Rows of a twin for a table view; PLACES gives what a row opens."""

    def __init__(self, twin: Twin, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._twin = twin

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._twin.rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._twin.headers)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._twin.rows[index.row()]
        cell = row.cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_number = bool(cell) and cell.lstrip("+−").replace(".", "").isdigit()
            side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(cell)
        return row.places if role == PLACES else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._twin.headers[section]
        return None


def selected_text(twin: Twin, rows: Sequence[int]) -> str:
    """Return some rows of a twin under its headers as text; no rows stand for all of them."""
    chosen = [twin.rows[row] for row in sorted(set(rows))] if rows else list(twin.rows)
    return Twin(twin.headers, tuple(chosen)).as_text()


def voices_of(data: LoadedBars | ToneAxes) -> tuple[Voice, ...]:
    """Return the voices that a chart shows, for its legend."""
    if isinstance(data, LoadedBars):
        return tuple(bar.voice for bar in data.rows[0].bars) if data.rows else ()
    return tuple(dot.voice for dot in data.rows[0].dots) if data.rows else ()


def _rate_cells(rate: Rate) -> tuple[str, ...]:
    ends = (rate.value, rate.low, rate.high)
    shown = ["" if value is None else f"{value:.1f}" for value in ends]
    return (f"{rate.count}", f"{rate.words}", *shown)


def _tone_cells(rate: Rate) -> tuple[str, ...]:
    ends = (rate.value, rate.low, rate.high)
    shown = ["" if value is None else tone_number(value) for value in ends]
    return (f"{rate.count}", f"{rate.words}", *shown)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Twins", words)
