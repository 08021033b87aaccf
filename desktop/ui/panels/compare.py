"""The comparison of an event: key differences, one column per outlet, the evidence at the foot."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.core.model.comparisons import Finding, Place, Relation
from desktop.services.views import EventView
from desktop.ui.controls.buttons import Button, ButtonKind, Segmented
from desktop.ui.controls.labels import Label
from desktop.ui.controls.plates import Ground, Hairline
from desktop.ui.figures.evidence import (
    Evidence,
    Finder,
    by_sentence,
    evidence_finder,
    with_form,
)
from desktop.ui.figures.outlets import Order, OutletColumn, Voices, outlet_columns
from desktop.ui.models.compare import GridCell
from desktop.ui.models.links import link_reasons
from desktop.ui.paint.marks import MarkForm
from desktop.ui.panels.compare_table import CompareTable
from desktop.ui.panels.differences import KeyDifferences
from desktop.ui.panels.empty import EmptyNote
from desktop.ui.panels.evidence import EvidenceBar
from desktop.ui.panels.legend import LegendRow
from desktop.ui.panels.why import WhyPopup
from desktop.ui.selection import Selection
from desktop.ui.theme import theme

_FORMS = {
    Relation.OTHER_FIGURE: MarkForm.OTHER_FIGURE,
    Relation.OTHER_SCOPE: MarkForm.OTHER_SCOPE,
}
_LEGEND_FROM_PX, _WHY_FROM_PX, _TIGHT_UNDER_PX, _PAD_PX = 1060, 820, 560, 20
_LEAST_PX = (600, 320)


class ComparePage(Ground):
    """Shows an event's outlets side by side; it knows no service."""

    place_chosen = Signal(Place)
    open_article = Signal(Place)
    diff_requested = Signal(str, str)
    report_requested = Signal()
    rename_requested = Signal(str, str)

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self.setAccessibleName(self.tr("Compare"))
        self._selection = selection
        self._view: EventView | None = None
        self._columns: tuple[OutletColumn, ...] = ()
        self._find: Finder = evidence_finder(())
        self.voices = Segmented(
            [self.tr("Both voices"), self.tr("Own voice"), self.tr("Quoted voices")],
            self.tr("Voices"),
        )
        self.order = Segmented([self.tr("As added"), self.tr("Loaded wording")], self.tr("Order"))
        self._order_label = Label(self.tr("Order"), "small", "text2")
        self.why = Button(self.tr("Why one event"), kind=ButtonKind.LINK)
        self.more = Button("", "dots", ButtonKind.BARE, height_px=30)
        self.legend, self.name_field = LegendRow(), QLineEdit()
        self.differences, self.table = KeyDifferences(), CompareTable()
        self.evidence, self.note = EvidenceBar(), EmptyNote()
        self._stack = QStackedWidget()
        self._lay_out()
        self.setFocusProxy(self.table)
        self._connect()
        self.clear()

    def show_event(self, view: EventView) -> None:
        """Show an event; voices and order stay as the user chose them."""
        self._view = view
        self.name_field.hide()
        self._refresh()

    def clear(self) -> None:
        """Show that no event is chosen."""
        self._view = None
        self.note.say(self.tr("No event"), self.tr("Choose an event to compare its outlets."))
        self._stack.setCurrentWidget(self.note)

    def rename(self) -> None:
        """Let the user type another name for the event."""
        if self._view is not None:
            self.name_field.setText(self._view.label)
            self.name_field.show()
            self.name_field.selectAll()
            self.name_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def pair_menu(self, column: int) -> QMenu:
        """Return a menu that puts one outlet beside each other one."""
        menu, first = QMenu(self), self._columns[column]
        for other in self._columns:
            if other is not first:
                words = self.tr("Compare {left} with {right}").format(
                    left=first.name, right=other.name
                )
                action = menu.addAction(words.replace("&", "&&"))
                ids = (first.article.id, other.article.id)
                action.triggered.connect(partial(self._ask_diff, ids))
        return menu

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(_LEAST_PX[0]), theme().px(_LEAST_PX[1]))

    def _fit(self) -> None:
        """Leave out what there is no room for; the menu has it too."""
        width = self.width()
        self.legend.setVisible(width >= theme().px(_LEGEND_FROM_PX))
        has_links = self._view is not None and bool(self._view.links)
        self.why.setVisible(has_links and width >= theme().px(_WHY_FROM_PX))
        self._order_label.setVisible(width >= theme().px(_WHY_FROM_PX))
        self.differences.fold_where_tight(self.height() < theme().px(_TIGHT_UNDER_PX))

    def _ask_diff(self, pair: tuple[str, str], _checked: bool = False) -> None:
        self.diff_requested.emit(*pair)

    def _refresh(self) -> None:
        if self._view is None:
            return
        if len(self._view.articles) < 2:
            title = self.tr("Add a second outlet to compare")
            self.note.say(title, self.tr("This event has one article so far."))
            self._stack.setCurrentWidget(self.note)
            return
        voices = Voices(self.voices.current)
        self._columns = outlet_columns(self._view, Order(self.order.current))
        self._find = evidence_finder(self._columns)
        self.legend.show_voices(voices.shown)
        self.table.show_comparison(self._view.comparison, self._columns, voices)
        self.differences.show_findings(self._view.comparison.findings, self._find)
        self.evidence.clear()
        self._stack.setCurrentIndex(0)
        self._fit()

    def _choose_cell(self, cell: GridCell) -> None:
        form = _FORMS.get(cell.cell.relation) if cell.cell else None
        rows = [row for place in cell.places if (row := self._find(place))]
        rows = [with_form(row, form) for row in rows] if form else rows
        self._show(rows, cell.note or ("" if rows else self.tr("Nothing to show here.")))

    def _show(self, rows: list[Evidence], note: str) -> None:
        self.evidence.show_evidence(by_sentence(rows), note)
        self._selection.choose([row.place for row in rows])
        if rows:
            self.place_chosen.emit(rows[0].place)

    def _open_cell(self, cell: GridCell) -> None:
        shown = self.evidence.current
        if cell.places and shown is not None:
            self.open_article.emit(shown.place)

    def _show_selection(self) -> None:
        self.table.show_selection(self._selection.places)

    def _choose_finding(self, finding: Finding) -> None:
        self._selection.choose(finding.evidence)

    def _show_why(self) -> None:
        if self._view is not None:
            reasons = link_reasons(self._view.links, self._columns)
            shown = self.why if self.why.isVisible() else self.more
            WhyPopup(reasons, self).show_under(shown)

    def _show_more(self) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("Rename event"), self.rename)
        menu.addAction(self.tr("Why one event"), self._show_why)
        menu.addAction(self.tr("Report"), self.report_requested.emit)
        menu.addSeparator()
        for nth, column in enumerate(self._columns):
            pairs = self.pair_menu(nth)
            pairs.setTitle(self.tr("Diff of {outlet}").format(outlet=column.name))
            menu.addMenu(pairs)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _show_outlet_menu(self, column: int, at: QPoint) -> None:
        self.pair_menu(column).popup(at)

    def _diff_current(self) -> None:
        column = max(0, self.table.currentIndex().column())
        if len(self._columns) > 1:
            corner = self.table.mapToGlobal(self.table.rect().topLeft())
            self.pair_menu(column).popup(corner)

    def _take_name(self) -> None:
        label = " ".join(self.name_field.text().split())
        self.name_field.hide()
        if self._view is not None and label and label != self._view.label:
            self.rename_requested.emit(self._view.id, label)

    def _connect(self) -> None:
        self.voices.chosen.connect(self._refresh)
        self.order.chosen.connect(self._refresh)
        self.table.cell_chosen.connect(self._choose_cell)
        self.table.cell_opened.connect(self._open_cell)
        self.table.outlet_menu_asked.connect(self._show_outlet_menu)
        self._selection.changed.connect(self._show_selection)
        self.evidence.opened.connect(self.open_article)
        self.evidence.shown.connect(self.place_chosen)
        self.differences.opened.connect(self.open_article)
        self.differences.chosen.connect(self._choose_finding)
        self.why.clicked.connect(self._show_why)
        self.more.clicked.connect(self._show_more)
        self.name_field.returnPressed.connect(self._take_name)
        keys = (("F2", self.rename), ("Ctrl+D", self._diff_current), ("V", self._turn_voices))
        for key, slot in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        escape = QShortcut(QKeySequence("Esc"), self.name_field)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self.name_field.hide)

    def _turn_voices(self) -> None:
        self.voices.choose((self.voices.current + 1) % len(Voices))
        self._refresh()

    def _lay_out(self) -> None:
        px = theme().px
        self.more.setAccessibleName(self.tr("More for this event"))
        self.more.setToolTip(self.tr("More for this event"))
        self.name_field.setAccessibleName(self.tr("Name of the event"))
        self.name_field.setFixedHeight(px(34))
        self.name_field.hide()
        bar = QHBoxLayout()
        bar.setContentsMargins(px(_PAD_PX), px(7), px(_PAD_PX), px(7))
        bar.setSpacing(px(12))
        bar.addWidget(self.voices)
        bar.addWidget(self._order_label)
        bar.addWidget(self.order)
        bar.addWidget(self.name_field, 1)
        bar.addStretch(1)
        for part in (self.why, self.legend, self.more):
            bar.addWidget(part)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(Hairline("border"))
        column.addWidget(self.differences)
        column.addWidget(Hairline("border"))
        column.addWidget(self.table, 1)
        column.addWidget(self.evidence)
        self._stack.addWidget(body)
        self._stack.addWidget(self.note)
        outer = QVBoxLayout(self)
        outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
