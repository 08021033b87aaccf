"""The explanation of an article's numbers: formula, range, and every wording that was counted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.core.model.analyses import Analysis, Voice
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Place
from desktop.core.model.spans import Span
from desktop.services.badges import OutletBadge
from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import Label
from desktop.ui.controls.plates import Ground, Hairline
from desktop.ui.models.explained import CHANGES_TAB, OWN_TAB, QUOTED_TAB, VOICES_TAB, Explained
from desktop.ui.models.wordings import counted_wordings
from desktop.ui.paint.wordings import WordingRow
from desktop.ui.panels.explain_head import ExplainHead, ExplainTabs
from desktop.ui.panels.explain_ledger import AgreementBand, ExplainLedger
from desktop.ui.panels.explain_list import WordingList
from desktop.ui.panels.side_panel import SidePanel
from desktop.ui.statements import CountWording
from desktop.ui.theme import theme

_SIDE_PX = 22


class ExplainPanel(SidePanel):
    """Tells how a number came about; what the user takes out is struck through and stays."""

    place_chosen = Signal(Place)
    wording_ignored = Signal(str, Span)
    wording_counted = Signal(str, Span)
    stated = Signal(str, object)
    voice_wanted = Signal(Span)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.close_button.setAccessibleName(self.tr("Close the explanation"))
        self._told: Explained | None = None
        self._event: tuple[tuple[Analysis, ...], tuple[OutletBadge, ...]] | None = None
        self.tabs, self.head, self.list = ExplainTabs(), ExplainHead(), WordingList()
        self.ledger, self.agreement = ExplainLedger(), AgreementBand()
        self.count = Label("", "small-medium", "text2")
        self.empty = Label("", "body", "text2")
        self.empty.setWordWrap(True)
        self.without = Label("", "small", "text2")
        self.reset = Button(self.tr("Reset all"), kind=ButtonKind.LINK, height_px=28)
        self._lay_out()
        self.tabs.chosen.connect(self._show)
        self.list.opened.connect(self._open)
        self.list.toggled.connect(self._toggle)
        self.list.restated.connect(self._restate)
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
        self._head_line = Hairline("border")
        figures = self.head, self.ledger, self.agreement, self._head_line
        for control in (self.tabs, Hairline("border"), *figures, strip):
            column.addWidget(control)
        column.addLayout(self._body, 1)
        self._foot_line = Hairline("border")
        column.addWidget(self._foot_line)
        column.addWidget(self._foot)

    # What is shown

    def show_article(
        self,
        article: Article,
        analysis: Analysis,
        badge: OutletBadge,
        found: Analysis | None = None,
    ) -> None:
        """Explain the numbers of an article; `found` is without the user's corrections."""
        other = self._told is None or article.id != self._told.article.id
        self._told = Explained(article, analysis, found, badge)
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
        if self._told is None:
            return
        found = next((w for w in counted_wordings(self._told.analysis) if w.span == span), None)
        if found is not None and self.tabs.current != CHANGES_TAB:
            self.tabs.open(OWN_TAB if found.voice is Voice.OWN else QUOTED_TAB)
        self.list.show_span(span)

    def _show(self) -> None:
        told, tab = self._told, self.tabs.current
        if told is None:
            return
        number = told.number(tab, self._event)
        self.head.setVisible(number is not None)
        if number is not None:
            self.head.show_explanation(number)
        self._head_line.setVisible(tab != CHANGES_TAB)
        self.ledger.setVisible(tab == VOICES_TAB)
        self.ledger.show_rows(told.voices() if tab == VOICES_TAB else ())
        self.agreement.show_agreement(told.agreement(tab))
        rows = told.rows(tab)
        had_focus = self.window().focusWidget() is self.list
        self.list.show_rows(rows)
        self.count.setText(told.count_in_words(tab, rows))
        self.empty.setText(told.nothing_in_words(tab))
        if had_focus and not rows:
            self.tabs.tab(tab).setFocus()  # the keyboard goes on from there
        self._body.setCurrentIndex(0 if rows else 1)
        without = told.without_changes(tab)
        can_reset = any(row.undo for row in rows)
        self.without.setText(without)
        self.reset.setVisible(can_reset)
        self._foot.setVisible(bool(without) or can_reset)
        self._foot_line.setVisible(bool(without) or can_reset)

    # What the user does

    def _open(self, row: WordingRow) -> None:
        if self._told is not None:
            self.place_chosen.emit(Place(self._told.article.id, row.span))

    def _toggle(self, row: WordingRow) -> None:
        if self._told is None:
            return
        article_id, undo = self._told.article.id, row.undo
        if undo is None:
            self.wording_ignored.emit(article_id, row.span)
        elif isinstance(undo, CountWording):
            self.wording_counted.emit(article_id, undo.span)
        else:
            self.stated.emit(article_id, undo)

    def _restate(self, row: WordingRow) -> None:
        self.voice_wanted.emit(row.span)

    def _reset(self) -> None:
        for row in self.list.rows.rows:
            if row.undo is not None:
                self._toggle(row)
