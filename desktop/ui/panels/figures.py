"""The three charts of an event with what their widget asks of each: marks, places and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter

from desktop.core.model.analyses import Voice
from desktop.core.model.comparisons import Place
from desktop.ui.labels import voice_label
from desktop.ui.models.twins import Twin, loaded_twin, tone_twin, verbs_twin, voices_of
from desktop.ui.paint import loaded_bars, tone_axes, verb_ladder
from desktop.ui.paint.axes import ChartMark
from desktop.ui.palettes import Palette
from desktop.ui.words import (
    counted,
    no_rate,
    rate_sentence,
    sentences_count,
    tone_number,
    tone_word,
)


@dataclass(frozen=True, slots=True)
class MarkState:
    """Which marks of a chart are chosen, and which one the keyboard is at."""

    chosen: frozenset[ChartMark] = frozenset()
    focused: ChartMark | None = None


class Figure(Protocol):
    """What the chart's widget, its table and its file ask of a chart."""

    def height(self) -> float:
        """Return the height that the chart asks for, in logical pixels."""
        ...

    def width(self) -> float:
        """Return the least width that the chart needs, in logical pixels; 0 for any."""
        ...

    def draw(self, painter: QPainter, rect: QRectF, state: MarkState, palette: Palette) -> None:
        """Draw the chart."""
        ...

    def marks(self) -> Sequence[ChartMark]:
        """Return all marks that the keyboard reaches, in reading order."""
        ...

    def mark_rect(self, rect: QRectF, mark: ChartMark) -> QRectF:
        """Return where a mark stands."""
        ...

    def mark_at(self, rect: QRectF, point: QPointF) -> ChartMark | None:
        """Return the mark under a point."""
        ...

    def anchor(self, rect: QRectF, mark: ChartMark) -> QRectF:
        """Return what a hover card must not cover."""
        ...

    def places(self, mark: ChartMark) -> tuple[Place, ...]:
        """Return what a mark opens."""
        ...

    def sentence(self, mark: ChartMark) -> str:
        """Return a mark in words."""
        ...

    def twin(self) -> Twin:
        """Return the same figures as a table."""
        ...

    def voices(self) -> tuple[Voice, ...]:
        """Return the voices that the legend names."""
        ...


@dataclass(frozen=True, slots=True)
class LoadedFigure:
    """Loaded wording by outlet."""

    data: loaded_bars.LoadedBars

    def height(self) -> float:
        """Return the height that the chart asks for, in logical pixels."""
        return loaded_bars.height_for(self.data)

    def width(self) -> float:
        """Return the least width that the chart needs, in logical pixels; 0 for any."""
        return 0.0

    def draw(self, painter: QPainter, rect: QRectF, state: MarkState, palette: Palette) -> None:
        """Draw the chart."""
        shown = replace(self.data, chosen=state.chosen, focused=state.focused)
        loaded_bars.draw_loaded_bars(painter, rect, shown, palette)

    def marks(self) -> Sequence[ChartMark]:
        """Return all marks that the keyboard reaches, in reading order."""
        return loaded_bars.marks(self.data)

    def mark_rect(self, rect: QRectF, mark: ChartMark) -> QRectF:
        """Return where a mark stands."""
        return loaded_bars.mark_rect(rect, self.data, mark)

    def mark_at(self, rect: QRectF, point: QPointF) -> ChartMark | None:
        """Return the mark under a point."""
        return loaded_bars.mark_at(rect, self.data, point)

    def anchor(self, rect: QRectF, mark: ChartMark) -> QRectF:
        """Return what a hover card must not cover."""
        bar = loaded_bars.bar_rect(rect, self.data, mark)
        return bar.united(bar.adjusted(0, 0, 60 - bar.width(), 0)) if bar.width() < 60 else bar

    def places(self, mark: ChartMark) -> tuple[Place, ...]:
        """Return what a mark opens."""
        return self.data.rows[mark.row].bars[mark.column].places

    def sentence(self, mark: ChartMark) -> str:
        """Return a mark in words."""
        row = self.data.rows[mark.row]
        bar = row.bars[mark.column]
        said = _tr("{outlet}, loaded wording, {voice}: {rate}.")
        return said.format(outlet=row.outlet, voice=_voice(bar.voice), rate=rate_sentence(bar.rate))

    def twin(self) -> Twin:
        """Return the same figures as a table."""
        return loaded_twin(self.data)

    def voices(self) -> tuple[Voice, ...]:
        """Return the voices that the legend names."""
        return voices_of(self.data)


@dataclass(frozen=True, slots=True)
class ToneFigure:
    """Tone of wording by outlet."""

    data: tone_axes.ToneAxes

    def height(self) -> float:
        """Return the height that the chart asks for, in logical pixels."""
        return tone_axes.height_for(self.data)

    def width(self) -> float:
        """Return the least width that the chart needs, in logical pixels; 0 for any."""
        return 0.0

    def draw(self, painter: QPainter, rect: QRectF, state: MarkState, palette: Palette) -> None:
        """Draw the chart."""
        shown = replace(self.data, chosen=state.chosen, focused=state.focused)
        tone_axes.draw_tone_axes(painter, rect, shown, palette)

    def marks(self) -> Sequence[ChartMark]:
        """Return all marks that the keyboard reaches, in reading order."""
        return tone_axes.marks(self.data)

    def mark_rect(self, rect: QRectF, mark: ChartMark) -> QRectF:
        """Return where a mark stands."""
        return tone_axes.mark_rect(rect, self.data, mark)

    def mark_at(self, rect: QRectF, point: QPointF) -> ChartMark | None:
        """Return the mark under a point."""
        return tone_axes.mark_at(rect, self.data, point)

    def anchor(self, rect: QRectF, mark: ChartMark) -> QRectF:
        """Return what a hover card must not cover."""
        row = tone_axes.mark_rect(rect, self.data, ChartMark(mark.row, 0))
        line = tone_axes.axis_area(rect)
        last = tone_axes.mark_rect(
            rect, self.data, ChartMark(mark.row, len(self.data.rows[mark.row].dots) - 1)
        )
        return QRectF(line.left(), row.top(), line.width(), last.bottom() - row.top())

    def places(self, mark: ChartMark) -> tuple[Place, ...]:
        """Return what a mark opens."""
        return self.data.rows[mark.row].dots[mark.column].places

    def sentence(self, mark: ChartMark) -> str:
        """Return a mark in words."""
        row = self.data.rows[mark.row]
        dot = row.dots[mark.column]
        value = dot.rate.value
        how = no_rate(dot.rate)
        if value is not None:
            how = f"{tone_word(value)}, {tone_number(value)}"
        said = _tr("{outlet}, tone of wording, {voice}: {how}, {sentences}.")
        return said.format(
            outlet=row.outlet,
            voice=_voice(dot.voice),
            how=how,
            sentences=sentences_count(dot.rate.count),
        )

    def twin(self) -> Twin:
        """Return the same figures as a table."""
        return tone_twin(self.data)

    def voices(self) -> tuple[Voice, ...]:
        """Return the voices that the legend names."""
        return voices_of(self.data)


@dataclass(frozen=True, slots=True)
class VerbFigure:
    """Verbs used for speaking, by rung and outlet."""

    data: verb_ladder.VerbLadder

    def height(self) -> float:
        """Return the height that the chart asks for, in logical pixels."""
        return verb_ladder.height_for(self.data)

    def width(self) -> float:
        """Return the least width that the chart needs, in logical pixels; 0 for any."""
        return verb_ladder.least_width(self.data)

    def draw(self, painter: QPainter, rect: QRectF, state: MarkState, palette: Palette) -> None:
        """Draw the chart."""
        shown = replace(self.data, chosen=state.chosen, focused=state.focused)
        verb_ladder.draw_verb_ladder(painter, rect, shown, palette)

    def marks(self) -> Sequence[ChartMark]:
        """Return all marks that the keyboard reaches, in reading order."""
        return verb_ladder.marks(self.data)

    def mark_rect(self, rect: QRectF, mark: ChartMark) -> QRectF:
        """Return where a mark stands."""
        return verb_ladder.mark_rect(rect, self.data, mark)

    def mark_at(self, rect: QRectF, point: QPointF) -> ChartMark | None:
        """Return the mark under a point."""
        return verb_ladder.mark_at(rect, self.data, point)

    def anchor(self, rect: QRectF, mark: ChartMark) -> QRectF:
        """Return what a hover card must not cover."""
        return self.mark_rect(rect, mark)

    def places(self, mark: ChartMark) -> tuple[Place, ...]:
        """Return what a mark opens: one use, or all of them."""
        uses = self._word(mark).uses
        return uses if mark.use < 0 else (uses[mark.use],)

    def sentence(self, mark: ChartMark) -> str:
        """Return a mark in words."""
        word, rung = self._word(mark), self.data.rungs[mark.row].rung
        uses = counted(len(word.uses), _tr("use"), _tr("uses"))
        outlet = self.data.outlets[mark.column][0]
        return f"{outlet}, {verb_ladder.rung_label(rung)}: “{word.word}”, {uses}."

    def twin(self) -> Twin:
        """Return the same figures as a table."""
        return verbs_twin(self.data)

    def voices(self) -> tuple[Voice, ...]:
        """Return the voices that the legend names."""
        return (Voice.OWN,)

    def _word(self, mark: ChartMark) -> verb_ladder.VerbWord:
        return self.data.rungs[mark.row].cells[mark.column][mark.nth]


def _voice(voice: Voice) -> str:
    label = voice_label(voice)
    return label[:1].lower() + label[1:]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Charts", words)
