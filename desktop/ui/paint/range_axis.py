"""A rate with its range on an axis, with the other outlets of the event above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.core.model.analyses import Rate, Voice
from desktop.ui.paint.axes import CENTER, Scale, draw_words, nice_scale
from desktop.ui.paint.badges import SIZE, draw_badge
from desktop.ui.paint.voices import voice_color
from desktop.ui.palettes import Palette

HEIGHT_PX = 58.0
TONE_SCALE = Scale(1.0, 0.5, -1.0)
_LABELS_PX, _SIDE_PX, _AXIS_PX, _BAR_PX, _TICK_PX, _BADGE_GAP_PX = 84.0, 14.0, 33.0, 8.0, 4.0, 3.0
_BADGE = SIZE * 0.82


@dataclass(frozen=True, slots=True)
class Peer:
    """An outlet on the axis: its letters, its slot and its value."""

    letters: str
    slot: int
    value: float


@dataclass(frozen=True, slots=True)
class RangeAxis:
    """What the axis shows: the rate, whose it is, all outlets with a rate, and the scale."""

    rate: Rate
    voice: Voice
    peers: tuple[Peer, ...]
    scale: Scale


def rate_scale(rate: Rate, peers: Sequence[Peer]) -> Scale:
    """Return a scale from 0 that holds a rate's range and the other outlets' rates."""
    ends = [rate.value or 0.0, rate.high or 0.0, *(peer.value for peer in peers)]
    return nice_scale(max(ends))


def draw_range_axis(painter: QPainter, rect: QRectF, data: RangeAxis, palette: Palette) -> None:
    """Draw badges over an axis, each with a line to its value, and the range as a bar."""
    translate = QCoreApplication.translate
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    y = rect.top() + _AXIS_PX
    area = QRectF(rect.left() + _LABELS_PX, y, rect.width() - _LABELS_PX - _SIDE_PX, 0)
    if data.peers:
        above = QRectF(rect.left(), rect.top(), _LABELS_PX, _BADGE.height())
        event = translate("RangeAxis", "In this event")
        draw_words(painter, above, event, ("small", palette.text2))
    _draw_axis(painter, area, data.scale, palette)
    _draw_range(painter, area, data, palette)
    if data.rate.low is not None:
        beside = QRectF(rect.left(), y - 8, _LABELS_PX, 16)
        color = voice_color(palette, data.voice)
        draw_words(painter, beside, translate("RangeAxis", "95 % range"), ("small", color))
    _draw_peers(painter, rect, area, data, palette)
    painter.restore()


def _draw_axis(painter: QPainter, area: QRectF, scale: Scale, palette: Palette) -> None:
    y = area.top()
    painter.setPen(QPen(palette.border_strong, 1))
    painter.drawLine(QLineF(area.left(), y, area.right(), y))
    for tick in scale.ticks():
        x = scale.x(tick, area)
        painter.setPen(QPen(palette.border_strong, 1))
        painter.drawLine(QLineF(x, y - _TICK_PX, x, y + _TICK_PX))
        box = QRectF(x - 24, y + 9, 48, 14)
        words = f"{tick:g}".replace("-", "−")
        draw_words(painter, box, words, ("caption", palette.text2), CENTER)


def _draw_range(painter: QPainter, area: QRectF, data: RangeAxis, palette: Palette) -> None:
    rate = data.rate
    if rate.low is None or rate.high is None:
        return
    left, right = data.scale.x(rate.low, area), data.scale.x(rate.high, area)
    own = data.voice is Voice.OWN
    tint: QColor = palette.own_tint if own else palette.quo_tint
    style = Qt.PenStyle.SolidLine if own else Qt.PenStyle.DashLine
    painter.setPen(QPen(voice_color(palette, data.voice), 1.3, style))
    painter.setBrush(tint)
    bar = QRectF(left, area.top() - _BAR_PX / 2, max(2.0, right - left), _BAR_PX)
    painter.drawRoundedRect(bar, _BAR_PX / 2, _BAR_PX / 2)


def _draw_peers(
    painter: QPainter, rect: QRectF, area: QRectF, data: RangeAxis, palette: Palette
) -> None:
    at = [data.scale.x(peer.value, area) for peer in data.peers]
    width = _BADGE.width()
    if len(at) * (width + _BADGE_GAP_PX) > rect.right() - area.left():
        _draw_crowd(painter, at, area, palette)
        return
    middles = pushed_apart(at, width + _BADGE_GAP_PX, (area.left(), rect.right() - width / 2))
    for peer, x, middle in zip(data.peers, at, middles, strict=True):
        box = QRectF(middle - width / 2, rect.top(), width, _BADGE.height())
        painter.setPen(QPen(palette.text2, 1))
        painter.drawLine(QLineF(middle, box.bottom() + 1, x, area.top() - _BAR_PX / 2 - 1))
        painter.drawLine(QLineF(x, area.top() - _BAR_PX / 2 - 1, x, area.top()))
        draw_badge(painter, box, (peer.letters, peer.slot), palette)


def _draw_crowd(painter: QPainter, at: Sequence[float], area: QRectF, palette: Palette) -> None:
    """Draw a line for each outlet, and their number where their badges have no room."""
    many = QCoreApplication.translate("RangeAxis", "{count} outlets").format(count=len(at))
    box = QRectF(area.left(), area.top() - _AXIS_PX, area.width(), _BADGE.height())
    draw_words(painter, box, many, ("small-medium", palette.text))
    painter.setPen(QPen(palette.text2, 1))
    for x in at:
        painter.drawLine(QLineF(x, area.top() - _BAR_PX / 2 - 4, x, area.top()))


def pushed_apart(
    wanted: Sequence[float], gap: float, ends: tuple[float, float]
) -> tuple[float, ...]:
    """Return places near the wanted ones, at least `gap` apart and in the same order.

    >>> pushed_apart([10.0, 12.0], 20.0, (10.0, 100.0))
    (10.0, 30.0)
    """
    order = sorted(range(len(wanted)), key=lambda nth: wanted[nth])
    places = [max(wanted[nth], ends[0]) for nth in order]
    for nth in range(1, len(places)):
        places[nth] = max(places[nth], places[nth - 1] + gap)
    most = ends[1]
    for nth in reversed(range(len(places))):
        places[nth] = min(places[nth], most)
        most = places[nth] - gap
    found = dict(zip(order, places, strict=True))
    return tuple(found[nth] for nth in range(len(wanted)))
