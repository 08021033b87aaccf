"""Flows and the page loop: pieces of a report, placed on pages without cutting any of them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import dropwhile

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageSize, QPainter
from typing_extensions import override

from desktop.ui.palettes import Palette

PX_PER_MM = 96 / 25.4
MARGIN_MM = 15.0
FOOT_PX = 30.0
_ROUNDING_PX = 0.01


class Flow(ABC):
    """A piece of a report that stays whole: it knows its height at a width and draws itself.

    Lengths are logical pixels, 96 to the inch. `keeps_next` holds it on the page of the piece
    that follows; `header` is drawn again at the top of a page that begins with this piece.
    """

    keeps_next = False
    header: Flow | None = None

    @abstractmethod
    def height(self, width_px: float) -> float:
        """Return the height at a width."""

    @abstractmethod
    def draw(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        """Draw into a rectangle of the width asked for and the height returned."""


class Space(Flow):
    """White space; it vanishes at the top of a page."""

    keeps_next = True

    def __init__(self, height_px: float) -> None:
        self._height = height_px

    @override
    def height(self, width_px: float) -> float:
        return self._height

    @override
    def draw(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        """Draw nothing."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet and its margins, in logical pixels."""

    width_px: float
    height_px: float
    margin_px: float = MARGIN_MM * PX_PER_MM

    @property
    def body(self) -> QRectF:
        """Return where the flows go: inside the margins, above the foot."""
        width, height = self.width_px - 2 * self.margin_px, self.height_px - 2 * self.margin_px
        return QRectF(self.margin_px, self.margin_px, width, height - FOOT_PX)

    @property
    def foot(self) -> QRectF:
        """Return where the foot goes."""
        bottom = self.height_px - self.margin_px
        return QRectF(self.margin_px, bottom - FOOT_PX, self.body.width(), FOOT_PX)


def to_paper(size: QPageSize) -> Paper:
    """Return the paper of a page size, upright."""
    points = size.sizePoints()
    return Paper(points.width() * 96 / 72, points.height() * 96 / 72)


A4 = to_paper(QPageSize(QPageSize.PageSizeId.A4))
LETTER = to_paper(QPageSize(QPageSize.PageSizeId.Letter))


@dataclass(slots=True)
class Page:
    """What stands on one page: each flow with its rectangle in page coordinates."""

    placed: list[tuple[QRectF, Flow]] = field(default_factory=list[tuple[QRectF, Flow]])


def lay_out(flows: Sequence[Flow], paper: Paper) -> tuple[Page, ...]:
    """Place flows on as few pages as keep each of them whole, in order.

    A flow higher than a page, or than what its heading leaves of one, is scaled down to it by
    `draw_page`.
    """
    pages, top = [Page()], 0.0
    for group in _groups(flows):
        top = _place(pages, group, top, paper.body)
    return tuple(page for page in pages if page.placed)


def _place(pages: list[Page], group: Sequence[Flow], top: float, body: QRectF) -> float:
    """Put a group on the last page, or on a new one if it does not fit; return the next top.

    A group higher than a page is held together only as long as half a page is left.
    """
    height = sum(flow.height(body.width()) for flow in group)
    if pages[-1].placed and top + height > body.height():
        pages.append(Page())
        top = 0.0
    for flow in group if pages[-1].placed else _at_top(group):
        asked = flow.height(body.width())
        # The sum above may differ from its parts in the last digit.
        if body.height() - top < min(asked, body.height() / 2) - _ROUNDING_PX:
            pages.append(Page())
            top = 0.0
        tall = min(asked, body.height() - top)
        rect = QRectF(body.left(), body.top() + top, body.width(), tall)
        pages[-1].placed.append((rect, flow))
        top += tall
    return top


def _groups(flows: Sequence[Flow]) -> list[list[Flow]]:
    """Return runs of flows that have to stand on one page."""
    groups: list[list[Flow]] = []
    run: list[Flow] = []
    for flow in flows:
        run.append(flow)
        if not flow.keeps_next:
            groups.append(run)
            run = []
    return [*groups, run] if run else groups


def _at_top(group: Sequence[Flow]) -> list[Flow]:
    """Return a group as it begins a page: without white space, below its table's header."""
    kept = list(dropwhile(lambda flow: isinstance(flow, Space), group))
    header = kept[0].header if kept else None
    return kept if header is None else [header, *kept]
