"""The printed lines of a page and their order: columns one after the other, cells side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_LEAST_GUTTER = 7.0
_FEWEST_LINES = 4
_MOST_ACROSS = 0.35
_FEWEST_LETTERS = 12
_MOST_COLUMNS_DEEP = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, or the part of one in a column; `top` and `bottom` grow upwards."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float

    @property
    def middle(self) -> float:
        """Return the height of the line's middle above the page's foot."""
        return (self.bottom + self.top) / 2


def in_reading_order(lines: Sequence[Line], depth: int = 0) -> list[list[Line]]:
    """Return the lines of a page as columns in the order in which they are read.

    What stands across several columns, as a headline does, comes between what is above and below.
    """
    gutter = _find_gutter(lines) if depth < _MOST_COLUMNS_DEEP else None
    if gutter is None:
        return [_side_by_side(lines)] if lines else []
    columns: list[list[Line]] = []
    for band, is_across in _bands(lines, gutter):
        if is_across:
            columns.append(_side_by_side(band))
            continue
        for side in (
            [line for line in band if line.right <= gutter + 1],
            [line for line in band if line.right > gutter + 1],
        ):
            columns += in_reading_order(side, depth + 1)
    return [column for column in columns if column]


def _bands(lines: Sequence[Line], gutter: float) -> list[tuple[list[Line], bool]]:
    """Return the lines from top to bottom, in runs that lie across the gutter or do not."""
    bands: list[tuple[list[Line], bool]] = []
    for line in sorted(lines, key=lambda line: -line.middle):
        is_across = line.left < gutter - 1 and line.right > gutter + 1
        if not bands or bands[-1][1] != is_across:
            bands.append(([], is_across))
        bands[-1][0].append(line)
    return bands


def _find_gutter(lines: Sequence[Line]) -> float | None:
    """Return where the empty stripe between two columns ends, None where there is one column."""
    wide = [line for line in lines if len(line.text) >= _FEWEST_LETTERS]
    if len(wide) < 2 * _FEWEST_LINES:
        return None
    starts = sorted({round(line.left, 1) for line in wide})
    best: tuple[float, float] | None = None
    for start in starts:
        left = [line for line in wide if line.right <= start + 1]
        right = [line for line in wide if line.left >= start - 1]
        if len(left) < _FEWEST_LINES or len(right) < _FEWEST_LINES:
            continue
        across = len(wide) - len(left) - len(right)
        gap = start - max(line.right for line in left)
        if gap < _LEAST_GUTTER and gap < 0.5 * median(line.size for line in wide):
            continue
        if across > _MOST_ACROSS * len(wide) or not _stand_beside(left, right):
            continue
        if best is None or across < best[0]:
            best = (across, start)
    return best[1] if best else None


def _stand_beside(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Say whether two groups of lines share height, and are text rather than cells of a table."""
    low = max(min(line.bottom for line in side) for side in (left, right))
    high = min(max(line.top for line in side) for side in (left, right))
    if high - low < 3 * median(line.size for line in left):
        return False
    return all(_is_running(side) for side in (left, right))


def _is_running(side: Sequence[Line]) -> bool:
    """Say whether lines fill their column, as those of running text do."""
    widths = [line.right - line.left for line in side]
    full = max(widths)
    return sum(width > 0.7 * full for width in widths) >= 0.5 * len(widths)


def _side_by_side(lines: Iterable[Line]) -> list[Line]:
    """Return lines from top to bottom; what stands on one height is one line with tabs in it."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -line.middle):
        if rows and abs(rows[-1][0].middle - line.middle) < 0.4 * min(
            rows[-1][0].size, line.size or 1
        ):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_joined(row) for row in rows]


def _joined(parts: Sequence[Line]) -> Line:
    is_leftward = _is_leftward("".join(line.text for line in parts))
    row = sorted(parts, key=lambda line: -line.right if is_leftward else line.left)
    text = row[0].text
    for before, after in pairwise(row):
        gap = before.left - after.right if is_leftward else after.left - before.right
        is_near = gap < 0.6 * max(before.size, 1)
        text += (" " if is_near else "\t") + after.text
    return Line(
        text,
        min(line.left for line in row),
        max(line.right for line in row),
        min(line.bottom for line in row),
        max(line.top for line in row),
        row[0].size,
    )


def _is_leftward(text: str) -> bool:
    """Say whether most letters are of a script that runs from right to left."""
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum("\u0590" <= letter <= "\u08ff" for letter in letters) > len(letters)
