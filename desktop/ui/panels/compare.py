"""The comparison of an event: key differences, one column per outlet, the evidence at the foot."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.core.model.comparisons import Finding, Place, Relation
from desktop.services.views import EventView
from desktop.ui.controls.plates import Ground, Hairline
from desktop.ui.figures.evidence import (
    Finder,
    by_sentence,
    evidence_finder,
    with_form,
)
from desktop.ui.figures.outlets import Order, OutletColumn, Voices, outlet_columns
from desktop.ui.models.compare import GridCell
from desktop.ui.paint.marks import MarkForm
from desktop.ui.panels.compare_bar import CompareBar
from desktop.ui.panels.compare_menus import CompareMenus
from desktop.ui.panels.compare_table import CompareTable
from desktop.ui.panels.differences import KeyDifferences
from desktop.ui.panels.evidence import EvidenceBar
from desktop.ui.panels.focus_keeper import FocusKeeper
from desktop.ui.panels.judging import Judging
from desktop.ui.panels.work_note import WorkNote
from desktop.ui.selection import Selection
from desktop.ui.theme import theme

_FORMS = {
    Relation.OTHER_FIGURE: MarkForm.OTHER_FIGURE,
    Relation.OTHER_SCOPE: MarkForm.OTHER_SCOPE,
}
_TIGHT_UNDER_PX = 560
_LEAST_PX = (600, 320)


class ComparePage(Ground):
    """Shows an event's outlets side by side; it knows no service."""

    place_chosen = Signal(Place)
    open_article = Signal(Place)
    diff_requested = Signal(str, str)
    report_requested = Signal()
    rename_requested = Signal(str, str)
    judged = Signal(object)
    decisions_asked = Signal()
    why_requested = Signal(QWidget)

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self.setAccessibleName(self.tr("Compare"))
        self._selection = selection
        self._view: EventView | None = None
        self._columns: tuple[OutletColumn, ...] = ()
        self._find: Finder = evidence_finder(())
        self.bar, self.menus = CompareBar(), CompareMenus(self)
        self.differences, self.table = KeyDifferences(), CompareTable()
        self.evidence, self.note = EvidenceBar(), WorkNote()
        self.judging = Judging(self, self.table, self.differences, self.evidence)
        self._stack = QStackedWidget()
        self._keys = FocusKeeper(self, self.bar.tabs)
        self._lay_out()
        self._connect()
        self.clear()

    @property
    def parts(self) -> list[QWidget]:
        """Return the panes in reading order."""
        return [self.bar, self.differences, self.table, self.evidence]

    def show_event(self, view: EventView) -> None:
        """Show an event; voices and order stay as the user chose them."""
        stays = self._view is not None and self._view.id == view.id
        self._view = view
        self.bar.name_field.hide()
        self._refresh(stays=stays)
        self.judging.return_to_cell(stays)

    def clear(self) -> None:
        """Show that no event is chosen."""
        self._view = None
        self.note.say(self.tr("No event"), self.tr("Choose an event to compare its outlets."))
        self.show_note()

    def show_note(self) -> None:
        """Show the note in place of the comparison: why there is none, or none yet."""
        with self._keys.kept():
            self.bar.show_switches(False)
            self._stack.setCurrentWidget(self.note)

    def rename(self) -> None:
        """Let the user type another name for the event."""
        if self._view is not None:
            self.bar.edit_name(self._view.label)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(_LEAST_PX[0]), theme().px(_LEAST_PX[1]))

    def _fit(self) -> None:
        self.differences.fold_where_tight(self.height() < theme().px(_TIGHT_UNDER_PX))

    def _refresh(self, *, stays: bool = True) -> None:
        if self._view is None:
            return
        if len(self._view.articles) < 2:
            title = self.tr("Add a second outlet to compare")
            words = self.tr(
                "This event has one article so far. Its wording and tone are on the pages Charts "
                "and Article; claims, figures and quotations are compared from two articles on. "
                "Event › Join with another event puts it beside others."
            )
            self.note.say(title, words)
            self.show_note()
            return
        voices = Voices(self.bar.voices.current)
        self._columns = outlet_columns(self._view, Order(self.bar.order.current))
        self._find = evidence_finder(self._columns)
        self.menus.columns = self.judging.columns = self._columns
        self.bar.legend.show_voices(voices.shown)
        self.bar.show_links(bool(self._view.links))
        self.table.show_comparison(self._view.comparison, self._columns, voices)
        findings = self._view.comparison.findings
        self.differences.show_findings(findings, self._find, stays=stays)
        self.judging.show_judged(self._view)
        self.evidence.clear()
        with self._keys.kept():
            self.bar.show_switches(True)
            self._stack.setCurrentIndex(0)
            self._fit()

    def _choose_cell(self, cell: GridCell) -> None:
        form = _FORMS.get(cell.cell.relation) if cell.cell else None
        rows = [row for place in cell.places if (row := self._find(place))]
        rows = [with_form(row, form) for row in rows] if form else rows
        note = cell.note or ("" if rows else self.tr("Nothing to show here."))
        can_correct = self.judging.is_on and cell.cell is not None and bool(rows)
        self.evidence.show_evidence(by_sentence(rows), note, can_correct=can_correct)
        self._selection.choose([row.place for row in rows])
        if rows:
            self.place_chosen.emit(rows[0].place)

    def _open_cell(self, cell: GridCell) -> None:
        if self.evidence.current is None:
            # The keys have just come to it.
            self._choose_cell(cell)
        shown = self.evidence.current
        if cell.places and shown is not None:
            self.open_article.emit(shown.place)

    def _show_selection(self) -> None:
        self.table.show_selection(self._selection.places)

    def _choose_finding(self, finding: Finding) -> None:
        self._selection.choose(finding.evidence)

    def _show_why(self) -> None:
        self.why_requested.emit(self.bar.why if self.bar.why.isVisible() else self.bar.more)

    def _show_more(self) -> None:
        more = self.bar.more
        self.menus.show_more(more.mapToGlobal(QPoint(0, more.height())))

    def _diff_current(self) -> None:
        corner = self.table.mapToGlobal(self.table.rect().topLeft())
        self.menus.show_pair(self.table.currentIndex().column(), corner)

    def _take_name(self, label: str) -> None:
        if self._view is not None and label != self._view.label:
            self.rename_requested.emit(self._view.id, label)

    def _connect(self) -> None:
        self.bar.chosen.connect(self._refresh)
        self.bar.named.connect(self._take_name)
        self.table.cell_chosen.connect(self._choose_cell)
        self.table.cell_opened.connect(self._open_cell)
        self.table.outlet_menu_asked.connect(self.menus.show_pair)
        self._selection.changed.connect(self._show_selection)
        self.evidence.opened.connect(self.open_article)
        self.evidence.shown.connect(self.place_chosen)
        self.judging.judged.connect(self.judged)
        self.judging.open_article.connect(self.open_article)
        self.differences.decisions_asked.connect(self.decisions_asked)
        self.differences.opened.connect(self.open_article)
        self.differences.chosen.connect(self._choose_finding)
        self.bar.why.clicked.connect(self._show_why)
        self.bar.more.clicked.connect(self._show_more)
        self.menus.diff_chosen.connect(self.diff_requested)
        self.menus.rename_chosen.connect(self.rename)
        self.menus.why_chosen.connect(self._show_why)
        self.menus.report_chosen.connect(self.report_requested)
        keys = (("F2", self.rename), ("Ctrl+D", self._diff_current), ("V", self.bar.turn_voices))
        for key, slot in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.differences)
        column.addWidget(Hairline("border"))
        column.addWidget(self.table, 1)
        column.addWidget(self.evidence)
        self._stack.addWidget(body)
        self._stack.addWidget(self.note)
        outer = QVBoxLayout(self)
        outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.bar)
        outer.addWidget(Hairline("border"))
        outer.addWidget(self._stack, 1)
