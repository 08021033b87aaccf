"""The grid of the event comparison: headlines, loaded wording, tone and claims by outlet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from desktop.core.model.analyses import LoadedSpan, Voice
from desktop.core.model.articles import BlockKind
from desktop.core.model.comparisons import Cell, Claim, Comparison, Place, Relation
from desktop.core.model.spans import Span
from desktop.ui.figures.charts import figures_of, loaded_places, tone_dots
from desktop.ui.figures.claims import cell_sentence, relation_words, said_by
from desktop.ui.figures.outlets import OutletColumn, Voices
from desktop.ui.paint.marks import Mark, MarkForm
from desktop.ui.paint.tone_axes import ToneDot
from desktop.ui.words import date_or_not_stated, no_rate, rate_sentence, sentences_count, tone_word

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
CELL, ROW = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2

__all__ = [
    "CELL",
    "ROW",
    "CompareModel",
    "GridCell",
    "GridRow",
    "RowKind",
    "grid_cell",
    "grid_rows",
    "header_line",
    "headline_of",
    "is_said_by",
    "row_label",
    "said_by",
]


class RowKind(Enum):
    """What a row of the grid shows; each voice has a row of loaded wording of its own."""

    HEADLINE = auto()
    LOADED_OWN = auto()
    LOADED_QUOTED = auto()
    TONE = auto()
    CLAIMS = auto()
    CLAIM = auto()


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row; `claim` is set for a claim, `count` for the head of the claims."""

    kind: RowKind
    claim: Claim | None = None
    count: int = 0


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: what is drawn, what it opens, and a full sentence for those who listen.

    `note` says beside the evidence how the cell relates to its claim.
    """

    kind: RowKind
    column: OutletColumn
    places: tuple[Place, ...]
    sentence: str
    note: str = ""
    cell: Cell | None = None
    marks: tuple[Mark, ...] = ()
    dots: tuple[ToneDot, ...] = ()


def grid_rows(comparison: Comparison, voices: Voices) -> tuple[GridRow, ...]:
    """Return the rows that a choice of voices shows; claims keep their order."""
    rows = [GridRow(RowKind.HEADLINE)]
    if Voice.OWN in voices.shown:
        rows.append(GridRow(RowKind.LOADED_OWN))
    if Voice.QUOTED in voices.shown:
        rows.append(GridRow(RowKind.LOADED_QUOTED))
    rows.append(GridRow(RowKind.TONE))
    claims = [claim for claim in comparison.claims if _is_shown(claim, voices)]
    if claims:
        rows.append(GridRow(RowKind.CLAIMS, count=len(claims)))
    return (*rows, *(GridRow(RowKind.CLAIM, claim) for claim in claims))


def is_said_by(cell: Cell, voices: Voices) -> bool:
    """Say whether a cell's statement is made in one of the voices shown."""
    voice = Voice.OWN if cell.attribution is None else Voice.QUOTED
    return cell.relation is not Relation.NOT_FOUND and voice in voices.shown


def _is_shown(claim: Claim, voices: Voices) -> bool:
    return voices is Voices.BOTH or any(is_said_by(cell, voices) for cell in claim.cells)


def grid_cell(row: GridRow, column: OutletColumn, voices: Voices = Voices.BOTH) -> GridCell:
    """Return one cell of the grid."""
    if row.kind is RowKind.HEADLINE:
        return _headline_cell(column)
    if row.kind is RowKind.TONE:
        return _tone_cell(column, voices)
    if row.kind is RowKind.CLAIMS:
        return GridCell(row.kind, column, (), "")
    if row.claim is not None:
        return _claim_cell(row.claim, column)
    voice = Voice.OWN if row.kind is RowKind.LOADED_OWN else Voice.QUOTED
    return _loaded_cell(row.kind, column, voice)


def headline_of(column: OutletColumn) -> tuple[str, Span | None]:
    """Return a headline and where the text has it; the title that was stated, if it has none."""
    block = next((b for b in column.analysis.blocks if b.kind is BlockKind.HEADLINE), None)
    if block is not None:
        return block.span.of(column.article.text), block.span
    return column.article.title or _tr("No headline"), None


def header_line(column: OutletColumn) -> str:
    """Return the second line of a column's header: its date as stated, and its words."""
    published = column.article.metadata.published.value
    words = _tr("{count} words").format(count=f"{column.analysis.ledger.total:,}")
    return f"{date_or_not_stated(published)} · {words}"


def _headline_cell(column: OutletColumn) -> GridCell:
    text, span = headline_of(column)
    marks = () if span is None else _loaded_marks(column.analysis.loaded, span)
    places = () if span is None else (Place(column.article.id, span),)
    said = _tr("{outlet}, headline: {text}").format(outlet=column.name, text=text)
    return GridCell(RowKind.HEADLINE, column, places, said, marks=marks)


def _loaded_marks(loaded: Sequence[LoadedSpan], within: Span) -> tuple[Mark, ...]:
    forms = {Voice.OWN: MarkForm.OWN, Voice.QUOTED: MarkForm.QUOTED}
    return tuple(
        Mark(found.span.shifted(-within.start), forms[found.voice])
        for found in loaded
        if within.covers(found.span) and found.voice in forms and not found.ignored
    )


def _loaded_cell(kind: RowKind, column: OutletColumn, voice: Voice) -> GridCell:
    places = loaded_places(column.analysis, voice)
    rate = figures_of(column.analysis, voice).loaded
    named = _tr("own voice") if voice is Voice.OWN else _tr("quoted voices")
    said = _tr("{outlet}, loaded wording, {voice}: {rate}.").format(
        outlet=column.name, voice=named, rate=rate_sentence(rate)
    )
    return GridCell(kind, column, places, said, rate_sentence(rate))


def _tone_cell(column: OutletColumn, voices: Voices) -> GridCell:
    dots = tone_dots(column.analysis, voices)
    parts = [_tone_part(dot) for dot in dots]
    said = _tr("Tone of wording, {outlet}. {parts}.").format(
        outlet=column.name, parts=". ".join(parts)
    )
    places = tuple(place for dot in dots for place in dot.places)
    return GridCell(RowKind.TONE, column, places, said, "; ".join(parts), dots=dots)


def _tone_part(dot: ToneDot) -> str:
    named = _tr("Own voice") if dot.voice is Voice.OWN else _tr("Quoted voices")
    value = dot.rate.value
    how = no_rate(dot.rate) if value is None else tone_word(value)
    return f"{named}: {how}, {sentences_count(dot.rate.count)}"


def _claim_cell(claim: Claim, column: OutletColumn) -> GridCell:
    empty = Cell(column.article.id, Relation.NOT_FOUND, None, "", ())
    cell = next((cell for cell in claim.cells if cell.article == column.article.id), empty)
    said = f"{claim.text.rstrip('.')}. {column.name}: {cell_sentence(cell)}."
    return GridCell(RowKind.CLAIM, column, cell.evidence, said, relation_words(cell), cell)


class CompareModel(QAbstractTableModel):
    """The grid for a table view: CELL gives a cell, ROW in the vertical header gives its row.

    `tip` makes a tooltip of foreign text, so that it is never taken for markup.
    """

    def __init__(
        self,
        rows: Sequence[GridRow],
        columns: Sequence[OutletColumn],
        voices: Voices = Voices.BOTH,
        tip: Callable[[str], str] = str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tip = tip
        self.rows, self.columns, self.voices = tuple(rows), tuple(columns), voices
        self._cells: dict[tuple[int, int], GridCell] = {}

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def cell(self, row: int, column: int) -> GridCell:
        """Return a cell; made when first asked for."""
        key = (row, column)
        if key not in self._cells:
            self._cells[key] = grid_cell(self.rows[row], self.columns[column], self.voices)
        return self._cells[key]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(_tooltip(cell))
        words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return cell.sentence if role in words else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.rows[index.row()].kind is RowKind.CLAIMS:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal:
            column = self.columns[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return column.name
            if role == Qt.ItemDataRole.ToolTipRole:
                return self._tip(f"{column.name}\n{header_line(column)}")
            return column if role == CELL else None
        row = self.rows[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return row_label(row)[0]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row.claim.text) if row.claim else None
        return row if role == ROW else None


def _tooltip(cell: GridCell) -> str:
    if cell.cell is not None and cell.cell.relation is Relation.NOT_FOUND:
        return _tr("No sentence on this was found. The outlet may have covered it elsewhere.")
    if cell.kind is RowKind.HEADLINE:
        return headline_of(cell.column)[0]
    return cell.sentence


def row_label(row: GridRow) -> tuple[str, str]:
    """Return a row's label and the line that explains it."""
    if row.claim is not None:
        return row.claim.text, ""
    return {
        RowKind.HEADLINE: (_tr("Headline"), _tr("Its wording counts with the text below.")),
        RowKind.LOADED_OWN: (_tr("Loaded wording, own voice"), _tr("Rate per 100 words")),
        RowKind.LOADED_QUOTED: (_tr("Loaded wording, quoted voices"), _tr("Rate per 100 words")),
        RowKind.TONE: (_tr("Tone"), _tr("Critical on the left, favorable right")),
        RowKind.CLAIMS: (_tr("Claims"), ""),
        RowKind.CLAIM: ("", ""),
    }[row.kind]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Compare", words)
