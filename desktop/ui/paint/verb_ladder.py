"""Verbs used for speaking: rungs from attack down to plain speech by outlets, a dot a use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.core.model.analyses import Rung
from desktop.core.model.comparisons import Place
from desktop.ui.paint.axes import ChartMark, draw_row_ground, draw_words, words_width
from desktop.ui.paint.badges import SIZE, draw_badge
from desktop.ui.paint.focus import draw_focus
from desktop.ui.palettes import Palette

HEAD_PX, LINE_PX, PAD_PX, LEAST_ROW_PX = 38.0, 18.0, 9.0, 40.0
_LEAST_COLUMN_PX = 84.0
_LABEL_PX, _STEPS_PX, _DOT_PX, _DOT_STEP_PX, _GAP_PX = 138.0, 26.0, 3.0, 9.0, 7.0
_STEP_WIDTH_PX, _STEP_HEIGHT_PX, _STEP_GAP_PX = 7.0, 2.5, 1.5
_RUNGS = tuple(Rung)
_STEPS_TALL_PX = len(_RUNGS) * (_STEP_HEIGHT_PX + _STEP_GAP_PX)
_STRONG_FROM = _RUNGS.index(Rung.EMOTION)


@dataclass(frozen=True, slots=True)
class VerbWord:
    """A word as it stands, and each use of it."""

    word: str
    uses: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class VerbRung:
    """A rung with its words by outlet, in the order of the ladder's outlets."""

    rung: Rung
    cells: tuple[tuple[VerbWord, ...], ...]


@dataclass(frozen=True, slots=True)
class VerbLadder:
    """The table: outlets as name, letters and slot; rungs from the top; chosen and focused."""

    outlets: tuple[tuple[str, str, int], ...]
    rungs: tuple[VerbRung, ...]
    chosen: frozenset[ChartMark] = frozenset()
    focused: ChartMark | None = None


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a word stands: its box with the dots, the dots, and how many uses `dots` leave out."""

    mark: ChartMark
    word: VerbWord
    box: QRectF
    dots: tuple[QPointF, ...]
    is_counted: bool


def rung_label(rung: Rung) -> str:
    """Return the name of a rung as its row says it."""
    return {
        Rung.PLAIN: QCoreApplication.translate("VerbLadder", "Plain speech"),
        Rung.URGING: QCoreApplication.translate("VerbLadder", "Urging"),
        Rung.DOUBT: QCoreApplication.translate("VerbLadder", "Doubt or warning"),
        Rung.EMOTION: QCoreApplication.translate("VerbLadder", "Emotion"),
        Rung.REPROACH: QCoreApplication.translate("VerbLadder", "Reproach"),
        Rung.ATTACK: QCoreApplication.translate("VerbLadder", "Attack"),
    }[rung]


def height_for(data: VerbLadder) -> float:
    """Return the height the table asks for."""
    return HEAD_PX + sum(_row_height(rung) for rung in data.rungs)


def least_width(data: VerbLadder) -> float:
    """Return the width under which the words of a column could no longer be read."""
    return _LABEL_PX + len(data.outlets) * _LEAST_COLUMN_PX


def draw_verb_ladder(painter: QPainter, rect: QRectF, data: VerbLadder, palette: Palette) -> None:
    """Draw the table into `rect`: badges above, rungs at the left, words with a dot a use."""
    if not data.outlets:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for column, (_, letters, slot) in enumerate(data.outlets):
        left = _column_left(rect, data, column)
        at = QPointF(left, rect.top() + (HEAD_PX - SIZE.height()) / 2)
        draw_badge(painter, QRectF(at, SIZE), (letters, slot), palette)
    for nth, row in enumerate(_row_rects(rect, data)):
        _draw_rung(painter, row, data.rungs[nth], palette, is_even=nth % 2 == 1)
    for spot in _spots(rect, data):
        _draw_spot(painter, spot, data, palette)
    painter.restore()


def marks(data: VerbLadder) -> tuple[ChartMark, ...]:
    """Return the marks of all words in reading order; each use of a word can be hit as well."""
    return tuple(
        ChartMark(row, column, nth)
        for row, rung in enumerate(data.rungs)
        for column, words in enumerate(rung.cells)
        for nth in range(len(words))
    )


def mark_rect(rect: QRectF, data: VerbLadder, mark: ChartMark) -> QRectF:
    """Return where a word stands with its dots; empty where there is no such word."""
    word = ChartMark(mark.row, mark.column, mark.nth)
    return next((spot.box for spot in _spots(rect, data) if spot.mark == word), QRectF())


def mark_at(rect: QRectF, data: VerbLadder, point: QPointF) -> ChartMark | None:
    """Return the mark under a point: one use for a dot, all uses for the word."""
    for spot in _spots(rect, data):
        if not spot.box.contains(point):
            continue
        for use, dot in enumerate(spot.dots):
            if not spot.is_counted and abs(dot.x() - point.x()) <= _DOT_STEP_PX / 2:
                return ChartMark(spot.mark.row, spot.mark.column, spot.mark.nth, use)
        return spot.mark
    return None


def _row_height(rung: VerbRung) -> float:
    lines = max((len(words) for words in rung.cells), default=0)
    return max(LEAST_ROW_PX, lines * LINE_PX + 2 * PAD_PX)


def _first_line(rung: VerbRung) -> float:
    """Return where the first line stands: words begin at the top, a single line in the middle."""
    lines = max((len(words) for words in rung.cells), default=0)
    return PAD_PX if lines > 1 else (LEAST_ROW_PX - LINE_PX) / 2


def _row_rects(rect: QRectF, data: VerbLadder) -> list[QRectF]:
    asked = [_row_height(rung) for rung in data.rungs]
    top, rows = rect.top() + HEAD_PX, list[QRectF]()
    for height in asked:
        rows.append(QRectF(rect.left(), top, rect.width(), height))
        top += height
    return rows


def _column_left(rect: QRectF, data: VerbLadder, column: int) -> float:
    return rect.left() + _LABEL_PX + column * _column_width(rect, data)


def _column_width(rect: QRectF, data: VerbLadder) -> float:
    return (rect.width() - _LABEL_PX) / max(1, len(data.outlets))


def _spots(rect: QRectF, data: VerbLadder) -> Iterator[_Spot]:
    width = _column_width(rect, data)
    for row, (area, rung) in enumerate(zip(_row_rects(rect, data), data.rungs, strict=True)):
        for column, words in enumerate(rung.cells):
            top = area.top() + _first_line(rung)
            left = _column_left(rect, data, column)
            for nth, word in enumerate(words):
                room = QRectF(left, top + nth * LINE_PX, width - _GAP_PX, LINE_PX)
                yield _spot(ChartMark(row, column, nth), word, rung.rung, room)


def _spot(mark: ChartMark, word: VerbWord, rung: Rung, room: QRectF) -> _Spot:
    said = min(words_width(word.word, _token(rung)), room.width() - 2 * _DOT_STEP_PX)
    left = room.left() + said + _GAP_PX + _DOT_PX
    fits = int((room.right() - left) // _DOT_STEP_PX) + 1
    is_counted = len(word.uses) > fits
    shown = 1 if is_counted else len(word.uses)
    middle = room.center().y() + 0.5
    dots = tuple(QPointF(left + nth * _DOT_STEP_PX, middle) for nth in range(shown))
    right = (dots[-1].x() if dots else left) + _DOT_STEP_PX
    right += words_width(f"×{len(word.uses)}", "caption") if is_counted else 0
    box = QRectF(room.left() - 4, room.top(), right - room.left() + 4, room.height())
    return _Spot(mark, word, box, dots, is_counted)


def _token(rung: Rung) -> str:
    return "small-strong" if _RUNGS.index(rung) >= _STRONG_FROM else "small"


def _draw_rung(
    painter: QPainter, row: QRectF, rung: VerbRung, palette: Palette, *, is_even: bool
) -> None:
    if is_even:
        painter.fillRect(row, palette.window)
    painter.setPen(QPen(palette.hair, 1))
    painter.drawLine(QPointF(row.left(), row.top() + 0.5), QPointF(row.right(), row.top() + 0.5))
    first = row.top() + _first_line(rung)
    middle = max(first + LINE_PX / 2, row.top() + _STEPS_TALL_PX / 2 + 4)
    _draw_steps(painter, QPointF(row.left() + 8, middle), rung.rung, palette)
    room = QRectF(row.left() + _STEPS_PX, first, _LABEL_PX - _STEPS_PX, LINE_PX)
    draw_words(painter, room, rung_label(rung.rung), ("small-strong", palette.text))


def _draw_steps(painter: QPainter, at: QPointF, rung: Rung, palette: Palette) -> None:
    """Draw a small ladder with as many steps filled as the rung is high."""
    for nth in range(len(_RUNGS)):
        y = at.y() + _STEPS_TALL_PX / 2 - (nth + 1) * (_STEP_HEIGHT_PX + _STEP_GAP_PX)
        step = QRectF(at.x(), y, _STEP_WIDTH_PX, _STEP_HEIGHT_PX)
        painter.fillRect(step, palette.own if nth <= _RUNGS.index(rung) else palette.border)


def _draw_spot(painter: QPainter, spot: _Spot, data: VerbLadder, palette: Palette) -> None:
    rung = data.rungs[spot.mark.row].rung
    chosen = _chosen_uses(spot, data.chosen)
    if chosen:
        draw_row_ground(painter, spot.box, palette)
    if data.focused == spot.mark or len(chosen) == len(spot.word.uses):
        draw_focus(painter, spot.box.adjusted(-1, -1, 1, 1), palette)
    room = QRectF(spot.box.left() + 4, spot.box.top(), 0, spot.box.height())
    room.setRight(spot.dots[0].x() - _DOT_PX - _GAP_PX + 1 if spot.dots else spot.box.right())
    draw_words(painter, room, spot.word.word, (_token(rung), palette.text))
    for use, dot in enumerate(spot.dots):
        painter.setPen(QPen(palette.accent, 2) if use in chosen else Qt.PenStyle.NoPen)
        painter.setBrush(palette.own_fill)
        painter.drawEllipse(dot, _DOT_PX, _DOT_PX)
    if spot.is_counted:
        left = spot.dots[0].x() + _DOT_PX + 3
        count = QRectF(left, spot.box.top(), spot.box.right() - left + 4, spot.box.height())
        draw_words(painter, count, f"×{len(spot.word.uses)}", ("caption", palette.text2))


def _chosen_uses(spot: _Spot, chosen: frozenset[ChartMark]) -> Sequence[int]:
    if spot.mark in chosen:
        return range(len(spot.word.uses))
    home = (spot.mark.row, spot.mark.column, spot.mark.nth)
    return sorted(mark.use for mark in chosen if (mark.row, mark.column, mark.nth) == home)
