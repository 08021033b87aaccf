"""The charts of an event: every mark opens the sentences behind it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.core.model.comparisons import Place
from desktop.services.views import EventView
from desktop.ui.controls.buttons import Button, ButtonKind, Segmented
from desktop.ui.controls.labels import ElidedLabel, Label
from desktop.ui.controls.plates import Ground, Hairline
from desktop.ui.figures.charts import chart_data
from desktop.ui.figures.evidence import Evidence, Finder, by_sentence, evidence_finder
from desktop.ui.figures.outlets import Voices, outlet_columns
from desktop.ui.paint.loaded_bars import LoadedBars
from desktop.ui.paint.tone_axes import ToneAxes
from desktop.ui.paint.verb_ladder import VerbLadder
from desktop.ui.panels.chart_card import ChartCard
from desktop.ui.panels.empty import EmptyNote
from desktop.ui.panels.evidence_list import EvidenceList
from desktop.ui.panels.figures import LoadedFigure, ToneFigure, VerbFigure
from desktop.ui.panels.hover_card import HoverContent
from desktop.ui.panels.legend import LegendRow
from desktop.ui.selection import Selection
from desktop.ui.theme import theme

_ONE_COLUMN_UNDER_PX, _LEGEND_FROM_PX, _LEAST_PX = 1000, 760, (600, 320)
_PAD_PX, _GAP_PX, _LIST_PX = 20, 12, 208


class ChartsPage(Ground):
    """Shows loaded wording, tone and report verbs by outlet; it knows no service."""

    open_article = Signal(Place)
    place_chosen = Signal(Place)
    save_failed = Signal(str)

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self.setAccessibleName(self.tr("Charts"))
        self._selection = selection
        self._view: EventView | None = None
        self._find: Finder = evidence_finder(())
        self.voices = Segmented(
            [self.tr("Both voices"), self.tr("Own voice"), self.tr("Quoted voices")],
            self.tr("Voices"),
        )
        self.legend = LegendRow()
        self.gray = Button(self.tr("Black and white"), "palette", height_px=32)
        self.gray.setCheckable(True)
        self.loaded, self.tone, self.verbs = self._make_cards()
        self.sentences, self.note = SentencePanel(), EmptyNote()
        self._grid, self._stack = QGridLayout(), QStackedWidget()
        self._lay_out()
        self._connect()
        self.clear()

    @property
    def cards(self) -> tuple[ChartCard, ChartCard, ChartCard]:
        """Return the cards in reading order."""
        return self.loaded, self.tone, self.verbs

    @property
    def parts(self) -> list[QWidget]:
        """Return the panes in reading order."""
        return [self.voices, *self.cards, self.sentences]

    def show_event(self, view: EventView) -> None:
        """Show an event; the choice of voices stays."""
        self._view = view
        self.sentences.hide()
        self._refresh()
        self._stack.setCurrentIndex(0)

    def clear(self) -> None:
        """Show that no event is chosen."""
        self._view = None
        self.note.say(self.tr("No event"), self.tr("Choose an event to see its charts."))
        self._stack.setCurrentWidget(self.note)

    def save_card(self, card: ChartCard) -> None:
        """Ask where to, and save a chart there."""
        kinds = self.tr("SVG picture (*.svg);;PNG picture (*.png)")
        chosen, kind = QFileDialog.getSaveFileName(
            self, self.tr("Save chart"), f"{card.title}.svg", kinds
        )
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() not in (".svg", ".png"):
            path = path.with_name(path.name + (".png" if "png" in kind else ".svg"))
        if not card.save(path):
            self.save_failed.emit(str(path))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.legend.setVisible(self.width() >= theme().px(_LEGEND_FROM_PX))
        self._place_cards()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(_LEAST_PX[0]), theme().px(_LEAST_PX[1]))

    def _make_cards(self) -> tuple[ChartCard, ChartCard, ChartCard]:
        return (
            ChartCard(
                LoadedFigure(LoadedBars(())),
                self.tr("Loaded wording by outlet"),
                self.tr("Per 100 words of a voice, with its 95 % range. Outlets as added."),
            ),
            ChartCard(
                ToneFigure(ToneAxes(())),
                self.tr("Tone of wording by outlet"),
                self.tr("Left of the middle is critical, right is favorable. With 95 % ranges."),
            ),
            ChartCard(
                VerbFigure(VerbLadder((), ())),
                self.tr("Verbs used for speaking"),
                self.tr(
                    "From plain speech up to attack, in the outlet’s own voice. One dot, one use."
                ),
            ),
        )

    def _refresh(self) -> None:
        if self._view is None:
            return
        columns, voices = outlet_columns(self._view), Voices(self.voices.current)
        self._find = evidence_finder(columns)
        data = chart_data(columns, voices)
        self.legend.show_voices(voices.shown)
        self.loaded.show_figure(LoadedFigure(data.loaded), self._describe)
        self.tone.show_figure(ToneFigure(data.tone), self._describe)
        self.verbs.show_figure(VerbFigure(data.verbs), self._describe)

    def _describe(self, place: Place, why: str) -> HoverContent | None:
        found = self._find(place)
        if found is None:
            return None
        keys = ((self.tr("Enter"), self.tr("Sentences")), (self.tr("Space"), self.tr("Pin")))
        return HoverContent(
            *found.badge,
            sentence_number=found.number,
            sentence_count=found.count,
            voice=found.voice,
            sentence_text=found.text,
            marks=found.marks,
            reason=" ".join(part for part in (found.reason, why) if part),
            category=found.kind,
            keys=keys,
        )

    def _choose(self, card: ChartCard, places: tuple[Place, ...], said: str, by_key: bool) -> None:
        for other in self.cards:
            if other is not card:
                other.chart.mark_chosen(None)
        found = (self._find(place) for place in places)
        rows: list[Evidence] = [evidence for evidence in found if evidence is not None]
        self.sentences.show_sentences(said, by_sentence(rows))
        self._selection.choose(places)
        if places:
            self.place_chosen.emit(places[0])
        if by_key and rows:
            self.sentences.rows.focus_first()

    def _set_gray(self, is_gray: bool) -> None:
        for part in (*self.cards, self.legend, self.sentences.rows):
            part.set_gray(is_gray)

    def _close_sentences(self) -> None:
        self.sentences.hide()
        self._selection.clear()
        for card in self.cards:
            card.chart.mark_chosen(None)

    def _connect(self) -> None:
        self.voices.chosen.connect(self._refresh)
        self.gray.toggled.connect(self._set_gray)
        self.sentences.rows.opened.connect(self.open_article)
        self.sentences.rows.chosen.connect(self.place_chosen)
        self.sentences.close_button.clicked.connect(self._close_sentences)
        for card in self.cards:
            card.chosen.connect(partial(self._choose, card))
            card.save_asked.connect(partial(self.save_card, card))
        for key, slot in (("V", self._turn_voices), ("Esc", self._close_sentences)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _turn_voices(self) -> None:
        self.voices.choose((self.voices.current + 1) % len(Voices))
        self._refresh()

    def _place_cards(self) -> None:
        wide = self.width() >= theme().px(_ONE_COLUMN_UNDER_PX)
        for card in self.cards:
            self._grid.removeWidget(card)
        self._grid.addWidget(self.loaded, 0, 0)
        self._grid.addWidget(self.tone, 1, 0)
        self._grid.addWidget(self.verbs, 0 if wide else 2, 1 if wide else 0, 2 if wide else 1, 1)
        self._grid.setColumnStretch(0, 547)
        self._grid.setColumnStretch(1, 768 if wide else 0)

    def _lay_out(self) -> None:
        px, pad = theme().px, theme().px(_PAD_PX)
        bar = QHBoxLayout()
        bar.setContentsMargins(pad, px(7), pad, px(7))
        bar.setSpacing(px(12))
        bar.addWidget(self.voices)
        bar.addWidget(self.legend)
        said = self.tr("Every mark opens its sentences.")
        bar.addWidget(ElidedLabel(said, "small", "text2"), 1)
        bar.addWidget(self.gray)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Charts"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.viewport().setAutoFillBackground(False)
        cards = QWidget()
        cards.setAutoFillBackground(False)
        cards.setLayout(self._grid)
        self._grid.setContentsMargins(pad, 0, pad, px(14))
        self._grid.setSpacing(px(_GAP_PX))
        self._place_cards()
        area.setWidget(cards)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(area, 1)
        column.addWidget(self.sentences)
        self._stack.addWidget(body)
        self._stack.addWidget(self.note)
        outer = QVBoxLayout(self)
        outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)


class SentencePanel(Ground):
    """What a mark was chosen for, and its sentences; closed until one is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("raised", parent)
        self.setAccessibleName(self.tr("Sentences"))
        self._said = ElidedLabel("", "small", "text2")
        self.rows = EvidenceList(self.tr("Sentences"))
        self.close_button = Button("", "x", ButtonKind.BARE, height_px=26)
        self.close_button.setAccessibleName(self.tr("Close"))
        self.close_button.setToolTip(self.tr("Close"))
        px, pad = theme().px, theme().px(_PAD_PX)
        head = QHBoxLayout()
        head.setContentsMargins(pad, px(4), pad - 8, 0)
        head.setSpacing(px(10))
        head.addWidget(Label(self.tr("Sentences"), "section"))
        head.addWidget(self._said, 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        column.addWidget(Hairline("border"))
        column.addLayout(head)
        inner = QHBoxLayout()
        inner.setContentsMargins(pad - 8, 0, pad - 8, px(6))
        inner.addWidget(self.rows)
        column.addLayout(inner, 1)
        self.setFixedHeight(px(_LIST_PX))
        self.hide()

    def show_sentences(self, said: str, rows: Sequence[Evidence]) -> None:
        """Show sentences under what they were chosen for."""
        self._said.set_whole(said)
        self.rows.show_evidence(rows)
        self.show()
