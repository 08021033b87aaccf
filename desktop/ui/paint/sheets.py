"""Sheets: tables of small parts - badges, words, frames - that screen and paper draw alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.core.model.analyses import Voice
from desktop.core.model.places import Place
from desktop.ui.fonts import font, line_height
from desktop.ui.icons import draw_icon
from desktop.ui.paint.axes import draw_words, words_width
from desktop.ui.paint.badges import draw_badge
from desktop.ui.paint.marks import MarkForm
from desktop.ui.paint.text import MarkedText, is_rtl
from desktop.ui.paint.voices import draw_voice_bar
from desktop.ui.palettes import Palette

BADGE = QSizeF(24, 18)
LINE_PX, GAP_PX, CELL_PAD_PX = 20.0, 6.0, 2.0
_SQUARE_PX, _FRAME_PAD_PX, _ICON_PX, _STRIP_PX = 11.0, 5.0, 16.0, 64.0
_STEPS, _STEP_WIDTH_PX, _STEP_PX = 4, 8.0, 3.5
_LEAST_WORDS_PX, _FEW_PX = 90.0, 0.5
_LEFT_TO_RIGHT = "\N{LEFT-TO-RIGHT MARK}"


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a type token (`kind`) and a palette color; they wrap where they end their line.

    What is quoted follows its own language. What `is_ours`, a sentence of the program's or a name
    beside its badge, reads as the program does, also where it begins with foreign letters.
    """

    words: str
    kind: str = "small"
    color: str = "text"
    is_ours: bool = False


@dataclass(frozen=True, slots=True)
class Outlet:
    """A badge, with the number of the sentence where there is one."""

    mark: tuple[str, int]
    name: str
    sentence: str = ""

    @property
    def words(self) -> str:
        """Return the outlet in words."""
        return f"{self.name}, {self.sentence}" if self.sentence else self.name


@dataclass(frozen=True, slots=True)
class Square:
    """The square of a voice; `words` name the voice where no others do."""

    voice: Voice
    words: str = ""


@dataclass(frozen=True, slots=True)
class Framed:
    """Words in a frame: solid for a different figure, dashed for another scope."""

    words: str
    is_dashed: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """Words that another text has not: tinted, with a thin rule."""

    words: str


@dataclass(frozen=True, slots=True)
class Sign:
    """An icon before words."""

    name: str
    color: str = "accent"
    words: str = ""


@dataclass(frozen=True, slots=True)
class Steps:
    """How high a rung of the ladder of certainty is, from 1 to 4."""

    height: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Strip:
    """Where in a text something first stands and how much room it gets; both are shares."""

    first: float
    room: float
    words: str = ""


Part: TypeAlias = Words | Outlet | Square | Framed | Changed | Sign | Steps | Strip
Line: TypeAlias = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class SheetCell:
    """Lines of parts and the places that they open; `said` is how a listener hears the cell.

    `form` is how the words meant are marked where the sentence is shown, if not as chosen.
    """

    lines: tuple[Line, ...] = ()
    places: tuple[Place, ...] = ()
    spoken: str = ""
    form: MarkForm | None = None

    @property
    def said(self) -> str:
        """Return the cell in words."""
        if self.spoken:
            return self.spoken
        lines = (" ".join(part.words for part in line if part.words) for line in self.lines)
        return "; ".join(line for line in lines if line)


class RowKind(Enum):
    """What a row is: one of the table, the head of a group, or a remark; the latter two span it."""

    ROW = auto()
    HEAD = auto()
    NOTE = auto()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """Cells, one a column; a row that spans has one cell and, at its right end, perhaps words."""

    cells: tuple[SheetCell, ...]
    kind: RowKind = RowKind.ROW
    beside: str = ""

    @property
    def said(self) -> str:
        """Return what a row that spans says."""
        return ". ".join(part for part in (self.cells[0].said, self.beside) if part)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, or the badge of its outlet; its share of the width, its least width."""

    title: str
    share: float = 1.0
    least_px: float = 60.0
    mark: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of one kind of detail; without rows, `empty` says what would be needed.

    `few_lines` is how many lines words may take where only the first rows are shown.
    """

    columns: tuple[Column, ...] = ()
    rows: tuple[SheetRow, ...] = ()
    empty: str = ""
    is_headless: bool = False
    few_lines: int = 2


@dataclass(frozen=True, slots=True)
class _Placed:
    part: Part
    rect: QRectF
    text: MarkedText | None = None


def column_widths(columns: Sequence[Column], room_px: float) -> list[float]:
    """Return widths that fill the room by the shares of the columns, none under its least."""
    total = sum(column.share for column in columns) or 1.0
    widths = [max(column.least_px, room_px * column.share / total) for column in columns]
    spare = room_px - sum(widths)
    if spare < 0:
        # Taken from the columns that have more than they must.
        loose = [width - column.least_px for width, column in zip(widths, columns, strict=True)]
        give = min(1.0, -spare / sum(loose)) if sum(loose) > 0 else 0.0
        widths = [w - part * give for w, part in zip(widths, loose, strict=True)]
    return widths


def cell_height(cell: SheetCell, width_px: float, most_lines: int = 0) -> float:
    """Return the height of a cell at a width; words wrap to `most_lines`, 0 is no limit."""
    inner = width_px - 2 * GAP_PX
    bottoms = [placed.rect.bottom() for placed in _place(cell, inner, most_lines)]
    return max([LINE_PX, *bottoms]) + 2 * CELL_PAD_PX


def draw_cell(
    painter: QPainter, rect: QRectF, cell: SheetCell, palette: Palette, most_lines: int = 0
) -> None:
    """Draw a cell from the top of a rectangle as wide as it was measured for."""
    at = rect.topLeft() + QPointF(GAP_PX, CELL_PAD_PX)
    for placed in _place(cell, rect.width() - 2 * GAP_PX, most_lines):
        box = placed.rect.translated(at)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if placed.text is not None and isinstance(placed.part, Words):
            ink = getattr(palette, placed.part.color)
            placed.text.draw(painter, box.topLeft(), ink, palette)
        else:
            _draw_part(painter, box, placed.part, palette)
        painter.restore()


def draw_beside(painter: QPainter, rect: QRectF, row: SheetRow, palette: Palette) -> float:
    """Draw what stands at the right end of a row that spans; return the width it takes."""
    if not row.beside:
        return 0.0
    width = min(words_width(row.beside, "small") + 1, rect.width() * 0.72)
    box = QRectF(rect.right() - width - GAP_PX, rect.top() + CELL_PAD_PX, width, LINE_PX)
    draw_words(painter, box, row.beside, ("small", palette.text2))
    return width + 2 * GAP_PX


def _place(cell: SheetCell, width: float, most_lines: int) -> Iterator[_Placed]:
    top = 0.0
    for line in cell.lines:
        placed = list(_place_line(line, width, most_lines))
        yield from (_Placed(p.part, p.rect.translated(0, top), p.text) for p in placed)
        top += max([LINE_PX, *(p.rect.bottom() for p in placed)])


def _place_line(line: Line, width: float, most_lines: int) -> Iterator[_Placed]:
    """Yield the parts of a line from left to right; what has no room goes on below."""
    x = y = 0.0
    for nth, part in enumerate(line):
        asked = _width(part)
        is_last = nth == len(line) - 1
        fits = x + asked <= width + _FEW_PX
        is_wrapped = isinstance(part, Words) and _is_wide(part, is_last, asked > width, fits)
        if x and not fits and (not is_wrapped or width - x < min(_LEAST_WORDS_PX, width / 2)):
            x, y = 0.0, y + LINE_PX
        if isinstance(part, Words) and is_wrapped:
            text, leading = _text(part), line_height(part.kind)
            height = text.lay_out(max(20.0, width - x), most_lines)
            gap = (LINE_PX - leading) / 2
            yield _Placed(part, QRectF(x, y + gap, width - x, height + gap), text)
            x, y = 0.0, y + max(LINE_PX, height + 2 * gap)
        else:
            yield _Placed(part, QRectF(x, y, min(asked, width), LINE_PX))
            x += asked + GAP_PX


def _is_wide(part: Words, is_last: bool, is_long: bool, fits: bool) -> bool:
    """Say whether words take the rest of their line: to wrap, or to stand at its right end."""
    is_turned = is_last and not part.is_ours and is_rtl(part.words)
    return is_turned or ((is_last or is_long) and not fits)


def _text(part: Words) -> MarkedText:
    return MarkedText(_read(part), font(part.kind), line_height(part.kind))


def _read(part: Words) -> str:
    """Return words as they are drawn: those of ours with a mark that says how they read."""
    return f"{_LEFT_TO_RIGHT}{part.words}" if part.is_ours else part.words


def _width(part: Part) -> float:
    if isinstance(part, Words):
        return words_width(part.words, part.kind) + 1
    if isinstance(part, Outlet):
        label = words_width(part.sentence, "small") + 5 if part.sentence else 0.0
        return BADGE.width() + label
    if isinstance(part, Framed | Changed):
        return words_width(part.words, "small-strong") + 2 * _FRAME_PAD_PX
    if isinstance(part, Square):
        return _SQUARE_PX
    return {Sign: _ICON_PX, Steps: _STEP_WIDTH_PX + 2, Strip: _STRIP_PX}[type(part)]


def _draw_part(painter: QPainter, box: QRectF, part: Part, palette: Palette) -> None:
    middle = box.center().y()
    if isinstance(part, Words):
        draw_words(painter, box, _read(part), (part.kind, getattr(palette, part.color)))
    elif isinstance(part, Outlet):
        badge = QRectF(QPointF(box.left(), middle - BADGE.height() / 2), BADGE)
        draw_badge(painter, badge, part.mark, palette)
        label = box.adjusted(BADGE.width() + 5, 0, 0, 0)
        draw_words(painter, label, part.sentence, ("small", palette.text2))
    elif isinstance(part, Framed):
        _draw_framed(painter, box.adjusted(0.75, 1.5, -0.75, -1.5), part, palette)
    elif isinstance(part, Changed):
        _draw_changed(painter, box.adjusted(0, 1, 0, -1), part, palette)
    elif isinstance(part, Square):
        side = _SQUARE_PX
        square = QRectF(box.left(), middle - side / 2, side, side)
        draw_voice_bar(painter, square, part.voice, palette)
    elif isinstance(part, Sign):
        icon = QRectF(box.left(), middle - _ICON_PX / 2, _ICON_PX, _ICON_PX)
        draw_icon(painter, icon, part.name, getattr(palette, part.color))
    elif isinstance(part, Steps):
        _draw_steps(painter, QPointF(box.left(), middle), part, palette)
    else:
        _draw_strip(painter, box, part, palette)


def _draw_framed(painter: QPainter, box: QRectF, part: Framed, palette: Palette) -> None:
    pen = QPen(palette.accent, 1.5)
    if part.is_dashed:
        pen.setDashPattern([3.0, 2.0])
    painter.setPen(pen)
    painter.setBrush(palette.surface)
    painter.drawRoundedRect(box, 4, 4)
    inner = box.adjusted(_FRAME_PAD_PX - 1, 0, -_FRAME_PAD_PX + 2, 0)
    draw_words(painter, inner, part.words, ("small-strong", palette.accent))


def _draw_changed(painter: QPainter, box: QRectF, part: Changed, palette: Palette) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.diff_tint)
    painter.drawRoundedRect(box, 2, 2)
    painter.fillRect(QRectF(box.left(), box.bottom() - 1.5, box.width(), 1.5), palette.accent)
    inner = box.adjusted(_FRAME_PAD_PX, 0, -_FRAME_PAD_PX + 1, 0)
    draw_words(painter, inner, part.words, ("small-strong", palette.text))


def _draw_steps(painter: QPainter, at: QPointF, part: Steps, palette: Palette) -> None:
    """Draw the rungs from the foot, those reached in full."""
    foot = at.y() + _STEPS * _STEP_PX / 2
    for nth in range(_STEPS):
        reached = nth < part.height
        color = palette.accent if reached else palette.border_strong
        height = _STEP_PX - 1.2 if reached else 1.0
        top = foot - (nth + 1) * _STEP_PX + (_STEP_PX - height) / 2
        painter.fillRect(QRectF(at.x(), top, _STEP_WIDTH_PX, height), color)


def _draw_strip(painter: QPainter, box: QRectF, part: Strip, palette: Palette) -> None:
    """Draw a text as a line, and the room from where something first stands as a bar on it."""
    y = round(box.center().y()) + 0.5
    painter.setPen(QPen(palette.border_strong, 1))
    painter.drawLine(QLineF(box.left(), y, box.right(), y))
    for x in (box.left(), box.right()):
        painter.drawLine(QLineF(x, y - 2, x, y + 2))
    left = box.left() + part.first * box.width()
    width = max(3.0, part.room * box.width())
    bar = QRectF(min(left, box.right() - width), y - 4, width, 8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.text2)
    painter.drawRoundedRect(bar, 2, 2)
