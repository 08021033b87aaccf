"""The stage of the diff: two panes that scroll together, ribbons between, an overview."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.controls.plates import Ground
from desktop.ui.models.diff import DiffRow, DiffSides, is_quotation
from desktop.ui.paint.diff import Band, Overview, Tick
from desktop.ui.panels.diff_gutter import DiffGutter, OverviewMap
from desktop.ui.panels.diff_pane import DiffPane
from desktop.ui.theme import theme

_EYE = 0.4
_Extent = tuple[float, float]


class DiffStage(Ground):
    """Shows both sides of a diff and keeps level what is aligned."""

    pair_chosen = Signal(int)
    left_opened = Signal(int)
    right_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self._sides = DiffSides((), (), (), (), 0, 0)
        self._current: int | None = None
        self._following = False
        self.left, self.right = DiffPane(self.tr("Article A")), DiffPane(self.tr("Article B"))
        self.gutter, self.map = DiffGutter(), OverviewMap()
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left, 1)
        row.addWidget(self.gutter)
        row.addWidget(self.right, 1)
        row.addSpacing(16)
        row.addWidget(self.map)
        self._connect()

    def _connect(self) -> None:
        self.left.scrolled.connect(lambda: self._follow(self.left, self.right))
        self.right.scrolled.connect(lambda: self._follow(self.right, self.left))
        self.left.laid_out.connect(self.refresh)
        self.right.laid_out.connect(self.refresh)
        self.left.sentence_opened.connect(self.left_opened)
        self.right.sentence_opened.connect(self.right_opened)
        self.map.share_chosen.connect(self._go_to_share)
        theme().changed.connect(self._restyle)
        for part in (self.left, self.right, self.gutter):
            part.pair_chosen.connect(self.pair_chosen)

    def show_sides(self, sides: DiffSides) -> None:
        """Show a diff from its top, with no pair framed as the current one."""
        self._sides, self._current = sides, None
        quotations = frozenset(n for n, pair in enumerate(sides.pairs) if is_quotation(pair))
        self._following = True
        self.left.show_rows(sides.left, quotations)
        self.right.show_rows(sides.right, quotations)
        self._following = False
        self.refresh()

    def _restyle(self) -> None:
        bar = self.left.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        self._following = True
        self.left.refill()
        self.right.refill()
        self._following = False
        bar.setValue(round(share * bar.maximum()))
        self.set_current(self._current)

    def set_current(self, pair: int | None) -> None:
        """Frame a pair as the current one and bring both of its sides to eye height."""
        self._current = pair
        if pair is not None:
            self._following = True
            for pane in (self.left, self.right):
                extent = pane.pair_extent(pair)
                if extent is not None:
                    _center(pane, sum(extent) / 2)
            self._following = False
        self.refresh()

    def show_sentence(self, left: int | None, right: int | None) -> None:
        """Bring one sentence of either side to eye height, by its number."""
        pane, number = (self.left, left) if left is not None else (self.right, right)
        row = pane.row_of(number) if number is not None else None
        if row is not None:
            _center(pane, sum(pane.extent(row)) / 2)

    def set_marks_visible(self, visible: bool) -> None:
        """Show or hide the marks on differing words on both sides."""
        self.left.set_marks_visible(visible)
        self.right.set_marks_visible(visible)

    def _follow(self, moved: DiffPane, other: DiffPane) -> None:
        """Scroll the other pane so that what is aligned stays level at eye height."""
        if not self._following:
            self._following = True
            eye = moved.verticalScrollBar().value() + moved.viewport().height() * _EYE
            _center(other, self._across(moved, other, eye))
            self._following = False
        self.refresh()

    def _across(self, moved: DiffPane, other: DiffPane, y: float) -> float:
        """Return where `y` of one document is in the other, straight between aligned pairs."""
        anchors = self._anchors(moved, other)
        nth = min(max(1, bisect_left(anchors, (y, 0.0))), len(anchors) - 1)
        (x0, y0), (x1, y1) = anchors[nth - 1], anchors[nth]
        return y0 + (y - x0) * (y1 - y0) / (x1 - x0)

    def _anchors(self, moved: DiffPane, other: DiffPane) -> list[tuple[float, float]]:
        anchors = [(0.0, 0.0)]
        for here, there in self._extents(moved, other):
            x, y = sum(here) / 2, sum(there) / 2
            # A pair that moved would turn the scrolling round; the current one is leveled apart.
            if x > anchors[-1][0] and y > anchors[-1][1]:
                anchors.append((x, y))
        last = anchors[-1]
        ends = moved.document().size().height(), other.document().size().height()
        return [*anchors, (max(ends[0], last[0] + 1), max(ends[1], last[1] + 1))]

    def _extents(self, one: DiffPane, other: DiffPane) -> list[tuple[_Extent, _Extent]]:
        both = ((one.pair_extent(n), other.pair_extent(n)) for n in range(len(self._sides.pairs)))
        return [(here, there) for here, there in both if here and there]

    def refresh(self) -> None:
        """Draw frames, ribbons and overview anew, as after scrolling or a change of size."""
        self.left.set_current(self._current)
        self.right.set_current(self._current)
        self.gutter.show_bands(self._bands())
        self.map.show_overview(self._overview())

    def _bands(self) -> list[tuple[int, Band]]:
        bands: list[tuple[int, Band]] = []
        up, right_up = self.left.verticalScrollBar().value(), self.right.verticalScrollBar().value()
        for nth in range(len(self._sides.pairs)):
            left, right = self.left.pair_extent(nth), self.right.pair_extent(nth)
            if left is None or right is None:
                continue
            here = left[0] - up, left[1] - up
            there = right[0] - right_up, right[1] - right_up
            if max(here[1], there[1]) >= 0 and min(here[0], there[0]) <= self.gutter.height():
                bands.append((nth, self._band(nth, here, there)))
        return bands

    def _band(self, nth: int, left: _Extent, right: _Extent) -> Band:
        pair = self._sides.pairs[nth]
        quoted = is_quotation(pair)
        parts = max(len(pair.left), len(pair.right))
        note = self.tr("%n parts", "", parts) if quoted and parts > 1 else pair.note
        return Band(left, right, quoted, nth == self._current, note)

    def _overview(self) -> Overview:
        tall = max(1.0, self.left.document().size().height())
        top = self.left.verticalScrollBar().value() / tall
        shown = top, min(1.0, top + self.left.viewport().height() / tall)
        left = self._ticks(self.left, self._sides.left)
        return Overview(left, self._ticks(self.right, self._sides.right), shown)

    def _ticks(self, pane: DiffPane, rows: Sequence[DiffRow]) -> tuple[Tick, ...]:
        tall = max(1.0, pane.document().size().height())
        ticks: list[Tick] = []
        for nth, row in enumerate(rows):
            top, bottom = pane.extent(nth)
            quoted = row.pair is not None and is_quotation(self._sides.pairs[row.pair])
            current = row.pair is not None and row.pair == self._current
            ticks.append(Tick((top / tall, bottom / tall), row.pair, quoted, current))
        return tuple(ticks)

    def _go_to_share(self, share: float) -> None:
        _center(self.left, share * self.left.document().size().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()


def _center(pane: DiffPane, y: float) -> None:
    pane.verticalScrollBar().setValue(round(y - pane.viewport().height() * _EYE))
