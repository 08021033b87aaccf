"""The explanation of an article's numbers: formula, range, and every wording that was counted."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.core.model.analyses import Analysis, Voice
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Place
from desktop.core.model.spans import Span
from desktop.services.badges import OutletBadge
from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import Label, plain_tooltip
from desktop.ui.controls.plates import Ground, Hairline
from desktop.ui.models.explanations import (
    explain_tone,
    explain_wording,
    rows_in_words,
    without_changes,
    wording_peers,
)
from desktop.ui.models.wordings import counted_wordings, tone_rows, wording_rows
from desktop.ui.paint.range_axis import Peer
from desktop.ui.paint.wordings import WordingRow
from desktop.ui.panels.explain_head import ExplainHead, ExplainTabs
from desktop.ui.panels.explain_list import WordingList
from desktop.ui.theme import theme

WIDTH_PX = 540
OWN_TAB, QUOTED_TAB, TONE_TAB = range(3)
_SIDE_PX = 22


class ExplainPanel(Ground):
    """Tells how a number came about; what the user takes out is struck through and stays."""

    place_chosen = Signal(Place)
    wording_ignored = Signal(str, Span)
    wording_counted = Signal(str, Span)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self._article: Article | None = None
        self._analysis: Analysis | None = None
        self._event: tuple[tuple[Analysis, ...], tuple[OutletBadge, ...]] | None = None
        self._badge = OutletBadge("", "?", -1)
        self.tabs, self.head, self.list = ExplainTabs(), ExplainHead(), WordingList()
        self.count = Label("", "small-medium", "text2")
        self.empty = Label("", "body", "text2")
        self.empty.setWordWrap(True)
        self.close_button = Button("", "x", ButtonKind.BARE, height_px=30)
        self.close_button.setAccessibleName(self.tr("Close the explanation"))
        self.close_button.setToolTip(plain_tooltip(self.tr("Close")))
        self.without = Label("", "small", "text2")
        self.reset = Button(self.tr("Reset all"), kind=ButtonKind.LINK, height_px=28)
        self._lay_out()
        self.close_button.clicked.connect(self.closed)
        self.tabs.chosen.connect(self._show)
        self.list.opened.connect(self._open)
        self.list.toggled.connect(self._toggle)
        self.reset.clicked.connect(self._reset)

    def _lay_out(self) -> None:
        px, side = theme().px, theme().px(_SIDE_PX)
        title = QHBoxLayout()
        title.setContentsMargins(side, px(10), px(12), px(2))
        title.addWidget(Label(self.tr("Explain this number"), "section"))
        title.addStretch(1)
        title.addWidget(self.close_button)
        strip = Ground("sunken")
        row = QHBoxLayout(strip)
        row.setContentsMargins(side, px(8), side, px(8))
        row.addWidget(self.count, 1)
        row.addWidget(Label(self.tr("In text order"), "small", "text2"))
        self._body = QStackedLayout()
        self.list.setParent(self)
        self._body.addWidget(self.list)
        note = QWidget()
        inner = QVBoxLayout(note)
        inner.setContentsMargins(side, px(20), side, px(20))
        inner.addWidget(self.empty)
        inner.addStretch(1)
        self._body.addWidget(note)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(side, px(6), side, px(6))
        foot.addWidget(self.without, 1)
        foot.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(title)
        for control in (self.tabs, Hairline("border"), self.head, Hairline("border"), strip):
            column.addWidget(control)
        column.addLayout(self._body, 1)
        self._foot_line = Hairline("border")
        column.addWidget(self._foot_line)
        column.addWidget(self._foot)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(WIDTH_PX), theme().px(600))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QPainter(self).fillRect(0, 0, 1, self.height(), theme().palette.border)

    # What is shown

    def show_article(self, article: Article, analysis: Analysis, badge: OutletBadge) -> None:
        """Explain the numbers of an article."""
        other = self._article is None or article.id != self._article.id
        self._article, self._analysis, self._badge = article, analysis, badge
        if other:
            self.list.show_span(None)
        self._show()

    def show_event(
        self, event: tuple[tuple[Analysis, ...], tuple[OutletBadge, ...]] | None
    ) -> None:
        """Set the numbers beside those of an event's outlets, or of none."""
        self._event = event
        self._show()

    def show_span(self, span: Span | None) -> None:
        """Open the item of a wording, in the tab of its voice; None closes all items."""
        if self._analysis is None:
            return
        found = next((w for w in counted_wordings(self._analysis) if w.span == span), None)
        if found is not None:
            self.tabs.open(OWN_TAB if found.voice is Voice.OWN else QUOTED_TAB)
        self.list.show_span(span)

    def _show(self) -> None:
        if self._article is None or self._analysis is None:
            return
        tone, voice = self.tabs.current == TONE_TAB, self._voice()
        peers = self._peers(voice, tone=tone)
        explain = explain_tone if tone else explain_wording
        self.head.show_explanation(explain(self._analysis, voice, peers))
        rows = (
            tone_rows(self._article, self._analysis)
            if tone
            else wording_rows(self._article, self._analysis, voice)
        )
        self.list.show_rows(rows)
        self.count.setText(rows_in_words(rows, tone=tone))
        self.empty.setText(
            self.tr("No word moves the tone.") if tone else self.tr("No wording was marked.")
        )
        self._body.setCurrentIndex(0 if rows else 1)
        without = "" if tone else without_changes(self._analysis, voice)
        self.without.setText(without)
        self._foot.setVisible(bool(without))
        self._foot_line.setVisible(bool(without))

    def _voice(self) -> Voice:
        return Voice.QUOTED if self.tabs.current == QUOTED_TAB else Voice.OWN

    def _peers(self, voice: Voice, *, tone: bool) -> tuple[Peer, ...]:
        shown = self._analysis
        if shown is None:
            return ()
        if self._event is None:
            return wording_peers((shown,), (self._badge,), voice, tone=tone)
        analyses, badges = self._event
        # What the user has just ignored is in the analysis shown before it is in the event's.
        current = [shown if one.article_id == shown.article_id else one for one in analyses]
        return wording_peers(current, badges, voice, tone=tone)

    # What the user does

    def _open(self, row: WordingRow) -> None:
        if self._article is not None:
            self.place_chosen.emit(Place(self._article.id, row.span))

    def _toggle(self, row: WordingRow) -> None:
        if self._article is not None:
            said = self.wording_counted if row.is_ignored else self.wording_ignored
            said.emit(self._article.id, row.span)

    def _reset(self) -> None:
        if self._article is None:
            return
        for row in self.list.rows.rows:
            if row.is_ignored:
                self.wording_counted.emit(self._article.id, row.span)
