"""The swap test as rows and words: a sentence a row, and what the measures did in plain lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from desktop.core.analysis.swaps import Change, SentenceSwap, SwapTest
from desktop.core.model.spans import Span
from desktop.core.text.languages import language_name
from desktop.services.views import SwapView
from desktop.ui.controls.labels import plain_tooltip
from desktop.ui.models.diff import one_line
from desktop.ui.theme import theme
from desktop.ui.words import in_marks, sentences_count, tone_number

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
WORDS, RESULT = 1, 6
_MEASURES, _OWN, _SIGNED = range(2, RESULT), (2, 3), (2, 4)
_MOST_NAME, _MOST_WORDS = 60, 300
_DIGITS = range(2, 10)


class Outcome(Enum):
    """What a measure did: it stayed, it moved as the reference may, or it moved and must not."""

    SAME = auto()
    MOVED = auto()
    WRONG = auto()


@dataclass(frozen=True, slots=True)
class SwapLine:
    """One line of the result."""

    words: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Named:
    """A sentence on one line, and where it names one of the two."""

    text: str
    names: tuple[Span, ...]


def _tr(words: str) -> str:
    return QCoreApplication.translate("swaps", words)


def swap_headline(view: SwapView) -> str:
    """Return who changed places, or why nobody did."""
    if view.language:
        words = _tr("This text is in {language}: it has no scores that an exchange could move")
        return words.format(language=language_name(view.language))
    if view.test is None:
        return _tr("This article names fewer than two actors: nobody can change places")
    first, second = (_name(name) for name in (view.test.first, view.test.second))
    return _tr("{first} and {second} changed places in this article").format(
        first=first, second=second
    )


def swap_lines(test: SwapTest) -> tuple[SwapLine, ...]:
    """Return what the exchange did to the program's own measures and to the reference measure."""
    lines = [_own_line(test), _towards_line(test), _reference_line(test)]
    if test.lost:
        words = _tr("{sentences} not compared: the exchange moved where they begin or end")
        said = words.format(sentences=sentences_count(test.lost))
        lines.append(SwapLine(said, Outcome.MOVED))
    return tuple(lines)


def _own_line(test: SwapTest) -> SwapLine:
    moved, count = len(test.own_moved), len(test.sentences)
    if moved:
        words = _tr("Own tone and loadedness: changed in {moved}, which should not happen")
        said = words.format(moved=_of(moved, count))
        return SwapLine(said, Outcome.WRONG)
    words = _tr("Own tone and loadedness: the same in {sentences}")
    return SwapLine(words.format(sentences=_all(count)), Outcome.SAME)


def _towards_line(test: SwapTest) -> SwapLine:
    first, second = test.towards
    if first.moved or second.moved:
        words = _tr("Own tone towards the two: changed, which should not happen ({changes})")
        changes = ", ".join(change_words(change, signed=True) for change in test.towards)
        return SwapLine(words.format(changes=changes), Outcome.WRONG)
    words = _tr("Own tone towards the two: the same for whoever takes the place ({tones})")
    tones = ", ".join(tone_number(change.before) for change in test.towards)
    return SwapLine(words.format(tones=tones), Outcome.SAME)


def _reference_line(test: SwapTest) -> SwapLine:
    moved, count = len(test.reference_moved), len(test.sentences)
    if moved:
        words = _tr(
            "TextBlob’s reference measure: changed in {moved}; its word list scores words that "
            "occur in names, such as nationalities"
        )
        return SwapLine(words.format(moved=_of(moved, count)), Outcome.MOVED)
    words = _tr("TextBlob’s reference measure: the same in {sentences}")
    return SwapLine(words.format(sentences=_all(count)), Outcome.SAME)


def _all(count: int) -> str:
    if count == 1:
        return _tr("the one sentence that names them")
    return _tr("all {count} sentences that name them").format(count=f"{count:,}")


def _of(moved: int, count: int) -> str:
    return _tr("{moved} of {sentences}").format(moved=moved, sentences=sentences_count(count))


def _name(name: str) -> str:
    flat = one_line(name)
    return in_marks(f"{flat[: _MOST_NAME - 1]}…" if len(flat) > _MOST_NAME else flat)


def change_words(change: Change, *, signed: bool = False) -> str:
    """Return a measure before and after, with as many digits as it takes to see a difference.

    >>> change_words(Change(0.5, 0.5)), change_words(Change(-0.1, -0.1001), signed=True)
    ('0.50 = 0.50', '−0.1000 ≠ −0.1001')
    """
    before = after = ""
    for digits in _DIGITS:
        before, after = (_number(value, digits, signed) for value in (change.before, change.after))
        if not change.moved or before != after:
            break
    return f"{before} {'≠' if change.moved else '='} {after}"


def _number(value: float, digits: int, signed: bool) -> str:
    shown = f"{abs(value):.{digits}f}"
    if float(shown) == 0:
        return shown
    plus = "+" if signed else ""
    return f"{'−' if value < 0 else plus}{shown}"


def _named(text: str, sentence: Span, names: Iterable[Span]) -> Named:
    shown = one_line(sentence.of(text))
    last = sentence.start + len(shown)
    inside = (name for name in names if sentence.start <= name.start and name.end <= last)
    moved = (Span(name.start - sentence.start, name.end - sentence.start) for name in inside)
    return Named(shown, tuple(moved))


class SwapModel(QAbstractTableModel):
    """One row a sentence that names one of the two: its words, each measure, what came of it."""

    def __init__(self, view: SwapView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = view.article.text
        self._swapped = view.test.text if view.test else ""
        self._exchanged = view.test.exchanged if view.test else ()
        self._rows: Sequence[SentenceSwap] = view.test.sentences if view.test else ()

    @property
    def first_moved(self) -> int:
        """Return the first row of which a measure moved, or 0."""
        moved = (nth for nth, one in enumerate(self._rows) if one.own_moved or one.reference_moved)
        return next(moved, 0)

    def printed(self, row: int) -> Named:
        """Return a row's sentence as it is printed."""
        names = [mention for mention, _name in self._exchanged]
        return _named(self._text, self._rows[row].span, names)

    def exchanged(self, row: int) -> Named:
        """Return a row's sentence with the two exchanged."""
        names = [name for _mention, name in self._exchanged]
        return _named(self._swapped, self._rows[row].swapped, names)

    def as_text(self, rows: Sequence[int]) -> str:
        """Return rows under their headers as lines with tabs; no rows stand for all of them."""
        chosen = sorted(set(rows)) or range(len(self._rows))
        lines = [[self._header(nth).replace("\n", " ") for nth in range(self.columnCount())]]
        lines += [[self._cell(row, nth) for nth in range(self.columnCount())] for row in chosen]
        return "\n".join("\t".join(cell.replace("\t", " ") for cell in line) for line in lines)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else RESULT + 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._words(row)) if column == WORDS else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column == 0 else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return self._look(row, column, role)

    def _look(self, row: int, column: int, role: int) -> object:
        outcome = self._outcome(row, column)
        if outcome is Outcome.SAME:
            return None
        if role == Qt.ItemDataRole.FontRole:
            return theme().font("small-strong")
        palette, is_wrong = theme().palette, outcome is Outcome.WRONG
        if role == Qt.ItemDataRole.BackgroundRole:
            return palette.warn_tint if is_wrong else palette.diff_tint
        if role == Qt.ItemDataRole.ForegroundRole:
            return palette.warn_text if is_wrong else palette.text
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._header(section)
        return None

    def _header(self, section: int) -> str:
        return (
            self.tr("No."),
            self.tr("Sentence as printed"),
            self.tr("Own tone"),
            self.tr("Own\nloadedness"),
            self.tr("TextBlob’s\npolarity"),
            self.tr("TextBlob’s\nsubjectivity"),
            self.tr("Result"),
        )[section]

    def _words(self, row: int) -> str:
        return one_line(self._rows[row].span.of(self._text))

    def _changes(self, row: int) -> tuple[Change, ...]:
        one = self._rows[row]
        return one.tone, one.loadedness, one.polarity, one.subjectivity

    def _outcome(self, row: int, column: int) -> Outcome:
        """Return what the measure of a cell did; only one of the program's own must not move."""
        one = self._rows[row]
        if column in _MEASURES:
            if not self._changes(row)[column - 2].moved:
                return Outcome.SAME
            return Outcome.WRONG if column in _OWN else Outcome.MOVED
        if column != RESULT or not (one.own_moved or one.reference_moved):
            return Outcome.SAME
        return Outcome.WRONG if one.own_moved else Outcome.MOVED

    def _cell(self, row: int, column: int) -> str:
        if column == 0:
            return str(self._rows[row].number)
        if column == WORDS:
            words = self._words(row)
            return f"{words[:_MOST_WORDS]}…" if len(words) > _MOST_WORDS else words
        if column in _MEASURES:
            return change_words(self._changes(row)[column - 2], signed=column in _SIGNED)
        return self._result(self._rows[row])

    def _result(self, one: SentenceSwap) -> str:
        if one.own_moved:
            return self.tr("both changed") if one.reference_moved else self.tr("own changed")
        return self.tr("TextBlob’s changed") if one.reference_moved else self.tr("same")

    def _spoken(self, row: int, column: int) -> str:
        if column not in _MEASURES:
            return self._cell(row, column)
        before, sign, after = self._cell(row, column).split(" ")
        name = self._header(column).replace("\n", " ")
        words = self.tr("{name}: {before} before, {after} after, changed")
        if sign == "=":
            words = self.tr("{name}: {before} before and after, the same")
        return words.format(name=name, before=before, after=after)
