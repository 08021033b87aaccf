"""Rows of the library's list, drawn: badge, outlet, date, headline, both tallies, tone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from desktop.core.model.analyses import Rate, Voice
from desktop.core.model.articles import Origin
from desktop.ui.dates import date_label
from desktop.ui.fonts import font
from desktop.ui.icons import draw_icon
from desktop.ui.labels import origin_label
from desktop.ui.models.articles import EventHead, ListedArticle, ListRow, PlainHead
from desktop.ui.paint.badges import SIZE, draw_badge
from desktop.ui.paint.chips import draw_chip
from desktop.ui.paint.marks import Mark, MarkForm
from desktop.ui.paint.text import MarkedText
from desktop.ui.paint.tone_axes import ToneDot, draw_tone_axis
from desktop.ui.paint.voices import SQUARE_PX, draw_tally, draw_voice_bar, tally_width
from desktop.ui.palettes import Palette
from desktop.ui.theme import theme
from desktop.ui.words import no_rate

if TYPE_CHECKING:  # the module brings the database along, which first paint must not wait for
    from desktop.services.articles import ArticleSummary
    from desktop.services.snippets import Snippet

ARTICLE_PX, HEAD_PX, SMALL_HEAD_PX = 128, 34, 26
_SIDE_PX, _AXIS_PX, _BAR_PX = 20, 164, 3
_MOST_AXIS, _FIGURES_PX = 0.4, 114
_MOST_TAGS = 3
_MOST_NOTE = _MOST_TITLE = 400
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowWords:
    """The words that rows show beside their data; a view translates them once."""

    def __init__(self, words: dict[str, str]) -> None:
        self._words = words

    def __getitem__(self, key: str) -> str:
        return self._words[key]


def row_height(row: ListRow | None) -> int:
    """Return the height of a row at the zoom in use; None is one that is being read."""
    if row is None or isinstance(row, ListedArticle):
        return theme().px(ARTICLE_PX)
    small = isinstance(row, PlainHead) and row.is_small
    return theme().px(SMALL_HEAD_PX if small else HEAD_PX)


def draw_head(
    painter: QPainter, rect: QRectF, row: EventHead | PlainHead, words: RowWords, palette: Palette
) -> None:
    """Draw the head over an event's articles, or a plain one."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(rect, palette.sunken)
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), palette.hair)
    side = theme().px(_SIDE_PX)
    if isinstance(row, EventHead):
        text, note, name = row.label, _event_note(row, words), "calendar-event"
    else:
        text, note, name = row.text, row.note, "clock" if row.is_small else "news"
    size = theme().px(16)
    box = QRectF(rect.left() + side, rect.center().y() - size / 2, size, size)
    draw_icon(painter, box, name, palette.text2)
    painter.setFont(theme().font("small"))
    painter.setPen(palette.text2)
    painter.drawText(rect.adjusted(0, 0, -side, 0), _RIGHT, note)
    taken = painter.fontMetrics().horizontalAdvance(note) + side + 12
    left = box.right() + theme().px(8)
    painter.setFont(theme().font("body-strong"))
    painter.setPen(palette.text2)
    room = QRectF(left, rect.top(), rect.right() - taken - left, rect.height())
    painter.drawText(room, _MIDDLE, _elided(painter, text, room.width()))
    painter.restore()


def draw_waiting_row(painter: QPainter, rect: QRectF, palette: Palette) -> None:
    """Draw the place of an article that is being read: bars where its words will be."""
    painter.save()
    px = theme().px
    inner = rect.adjusted(px(_SIDE_PX), 0, -px(_SIDE_PX), 0)
    for top, share in ((16, 0.3), (43, 0.9), (63, 0.6), (98, 0.45)):
        bar = QRectF(inner.left(), rect.top() + px(top), inner.width() * share, px(11))
        painter.fillRect(bar, palette.sunken)
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), palette.border)
    painter.restore()


def draw_article_row(
    painter: QPainter, rect: QRectF, row: ListedArticle, words: RowWords, lit: frozenset[str]
) -> None:
    """Draw an article's row; `lit` holds "selected", "hovered" or "focused" as they apply."""
    palette = theme().palette
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if "selected" in lit:
        painter.fillRect(rect, palette.sel)
        painter.fillRect(QRectF(rect.left(), rect.top(), _BAR_PX, rect.height()), palette.accent)
    elif "hovered" in lit:
        painter.fillRect(rect, palette.hover)
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), palette.border)
    inner = rect.adjusted(theme().px(_SIDE_PX), 0, -theme().px(_SIDE_PX), 0)
    _draw_outlet(painter, inner, row, words, asks_date=bool(lit & {"selected", "hovered"}))
    found = row.snippet.in_title if row.snippet is not None else ()
    marks = [Mark(hit, MarkForm.SEARCH) for hit in found if hit.end <= _MOST_TITLE]
    title = MarkedText(_cut(row.summary.title), theme().font("card"), theme().line("card"), marks)
    title.lay_out(inner.width(), 2)
    title.draw(painter, QPointF(inner.left(), inner.top() + theme().px(39)), palette.text, palette)
    if row.snippet is not None and row.snippet.text:
        _draw_snippet(painter, inner, row.snippet, palette)
    elif row.note:
        _draw_note(painter, inner, row.note, palette)
    elif row.summary.own is not None and row.summary.own.language:
        reason = no_rate(row.summary.own)
        _draw_line(painter, inner, reason[:1].upper() + reason[1:], palette)
    elif row.summary.own is not None and row.summary.quoted is not None:
        _draw_figures(painter, inner, row, words, palette)
    else:
        _draw_line(painter, inner, words["waiting"], palette)
    if "focused" in lit:
        painter.setPen(QPen(palette.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(2, 2, -2, -3))
    painter.restore()


def _event_note(row: EventHead, words: RowWords) -> str:
    outlets = words["outlet"] if row.outlets == 1 else words["outlets"].format(count=row.outlets)
    dated = words["dated"].format(dated=row.dated, count=row.articles)
    return f"{outlets} · {dated}"


def date_box(rect: QRectF, words: RowWords) -> QRectF:
    """Return where the row in `rect` has "Add date" while it asks for one."""
    width = QFontMetricsF(theme().font("body-strong")).horizontalAdvance(words["add date"])
    right = rect.right() - theme().px(_SIDE_PX)
    middle = rect.top() + theme().px(22)
    return QRectF(right - width, middle - theme().px(12), width, theme().px(24))


def _draw_outlet(
    painter: QPainter, inner: QRectF, row: ListedArticle, words: RowWords, *, asks_date: bool
) -> None:
    summary, palette = row.summary, theme().palette
    middle = inner.top() + theme().px(22)
    size = SIZE * theme().zoom
    box = QRectF(inner.left(), middle - size.height() / 2, size.width(), size.height())
    draw_badge(painter, box, (row.badge.letters, row.badge.slot), palette)
    asks = asks_date and summary.published is None and not summary.trashed
    painter.setFont(theme().font("body-strong" if asks else "small"))
    faint = palette.text2 if summary.published else palette.text3
    painter.setPen(palette.accent if asks else faint)
    date = words["add date"] if asks else date_label(summary.published)
    line = QRectF(inner.left(), middle - theme().px(10), inner.width(), theme().px(20))
    painter.drawText(line, _RIGHT, date)
    right = inner.right() - painter.fontMetrics().horizontalAdvance(date) - theme().px(10)
    if row.held:
        right = _draw_pin(painter, right, middle, palette)
    left = box.right() + theme().px(8)
    painter.setFont(theme().font("body-strong"))
    painter.setPen(palette.text if summary.outlet else palette.text3)
    name = _elided(painter, summary.outlet or words["no outlet"], right - left)
    line.setLeft(left)
    painter.drawText(line, _MIDDLE, name)
    left += painter.fontMetrics().horizontalAdvance(name) + theme().px(8)
    _draw_chips(painter, QPointF(left, middle), right, row, words)


def _draw_pin(painter: QPainter, right: float, middle: float, palette: Palette) -> float:
    """Draw the sign of an article that the user holds in its place; return where it begins."""
    size = theme().px(15)
    left = right - size
    draw_icon(painter, QRectF(left, middle - size / 2, size, size), "pin", palette.text2)
    return left - theme().px(8)


def _draw_chips(
    painter: QPainter, at: QPointF, right: float, row: ListedArticle, words: RowWords
) -> None:
    summary, palette = row.summary, theme().palette
    # A plain outlet that the text itself states needs no chip.
    plain = summary.outlet_origin in (Origin.TEXT, Origin.UNKNOWN)
    chips = [] if plain else [origin_label(summary.outlet_origin)]
    if summary.agency:
        chips.append(words["agency"].format(agency=summary.agency))
    if summary.importance:
        chips.insert(0, "!" * summary.importance)
    chips += row.tags[:_MOST_TAGS]
    metrics = QFontMetricsF(theme().font("caption"))
    left = at.x()
    for chip in chips:
        width = metrics.horizontalAdvance(chip) + theme().px(14)
        if left + width > right:
            return
        box = QRectF(left, at.y() - theme().px(10), width, theme().px(20))
        draw_chip(painter, box, chip, (palette.sunken, palette.text2))
        left += width + theme().px(6)


def _draw_figures(
    painter: QPainter, inner: QRectF, row: ListedArticle, words: RowWords, palette: Palette
) -> None:
    # In logical pixels: the painters of tallies and axes know no zoom.
    painter.save()
    painter.translate(inner.topLeft())
    painter.scale(theme().zoom, theme().zoom)
    width = inner.width() / theme().zoom
    axis_left = width - min(_AXIS_PX, width * _MOST_AXIS)
    painter.setFont(font("caption"))
    painter.setPen(palette.text2)
    captions = QRectF(0, 90, width, 16)
    painter.drawText(captions, _MIDDLE, words["loaded"])
    painter.drawText(captions, _RIGHT, words["favorable"])
    captions.setLeft(axis_left)
    painter.drawText(captions, _MIDDLE, words["critical"])
    _draw_tallies(painter, row.summary, axis_left, palette)
    axis = QRectF(axis_left, _FIGURES_PX - 9, width - axis_left, 18)
    tones = ((Voice.QUOTED, row.summary.quoted_tone), (Voice.OWN, row.summary.own_tone))
    dots = [ToneDot(voice, rate) for voice, rate in tones if rate is not None]
    draw_tone_axis(painter, axis, dots, palette)
    painter.restore()


def _draw_tallies(
    painter: QPainter, summary: ArticleSummary, room: float, palette: Palette
) -> None:
    own, quoted = summary.own or Rate(None, 0, 0), summary.quoted or Rate(None, 0, 0)
    left = 4.0 if own.count == 0 else 0.0
    left += draw_tally(painter, QPointF(left, _FIGURES_PX), Voice.OWN, own.count, palette) + 16
    # Two full tallies are wider than the room left of the axis: the second becomes its count.
    if tally_width(quoted.count) <= room - left - 40:
        draw_tally(painter, QPointF(left, _FIGURES_PX), Voice.QUOTED, quoted.count, palette)
        return
    square = QRectF(left, _FIGURES_PX - SQUARE_PX / 2, SQUARE_PX, SQUARE_PX)
    draw_voice_bar(painter, square, Voice.QUOTED, palette)
    painter.setFont(font("small-medium"))
    painter.setPen(palette.quo)
    number = QRectF(square.right() + 6, _FIGURES_PX - 8, 60, 16)
    painter.drawText(number, _MIDDLE, f"{quoted.count}")


def _draw_line(painter: QPainter, inner: QRectF, words: str, palette: Palette) -> None:
    painter.setFont(theme().font("small"))
    painter.setPen(palette.text3)
    line = QRectF(inner.left(), inner.top() + theme().px(98), inner.width(), theme().px(18))
    painter.drawText(line, _MIDDLE, words)


def _draw_note(painter: QPainter, inner: QRectF, note: str, palette: Palette) -> None:
    """Draw why an article stands in the list, on two lines at most."""
    lines = MarkedText(note[:_MOST_NOTE], theme().font("small"), theme().line("small"))
    lines.lay_out(inner.width(), 2)
    lines.draw(painter, QPointF(inner.left(), inner.top() + theme().px(86)), palette.text2, palette)


def _draw_snippet(painter: QPainter, inner: QRectF, snippet: Snippet, palette: Palette) -> None:
    """Draw the words around a hit on two lines, with every hit marked."""
    marks = [Mark(hit, MarkForm.SEARCH) for hit in snippet.hits]
    face = theme().font("small")
    lines = MarkedText(snippet.text, face, theme().line("small") + 2, marks)
    lines.lay_out(inner.width(), 2)
    lines.draw(painter, QPointF(inner.left(), inner.top() + theme().px(84)), palette.text2, palette)


def _cut(title: str) -> str:
    # A headline of a million letters would be laid out as a whole before it is elided.
    return title[:_MOST_TITLE]


def _elided(painter: QPainter, text: str, width: float) -> str:
    metrics = QFontMetricsF(painter.font())
    return metrics.elidedText(text[:300], Qt.TextElideMode.ElideRight, max(width, 10))
