"""Judging on the comparison's page: from the menu of a cell, and beside a key difference."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from desktop.core.model.comparisons import Finding, Place
from desktop.services.views import EventView
from desktop.ui.figures.outlets import OutletColumn
from desktop.ui.panels.claim_menu import ClaimMenu
from desktop.ui.panels.compare_table import CompareTable
from desktop.ui.panels.differences import KeyDifferences
from desktop.ui.panels.dismiss_dialog import DismissDialog
from desktop.ui.panels.evidence import EvidenceBar


class Judging(QObject):
    """Joins table, evidence and differences to what can be judged; `judged` tells what was.

    `is_on` says whether judgments are taken; a library that is only read takes none.
    """

    judged = Signal(object)
    open_article = Signal(Place)

    def __init__(
        self,
        page: QWidget,
        table: CompareTable,
        differences: KeyDifferences,
        evidence: EvidenceBar,
    ) -> None:
        super().__init__(page)
        self._page, self._table = page, table
        self._differences, self._evidence = differences, evidence
        self._goes_to: tuple[int, int] | None = None
        self.is_on = False
        self.columns: Sequence[OutletColumn] = ()
        self.menu = ClaimMenu(page)
        table.claim_menu_asked.connect(self._show_menu)
        evidence.correct_asked.connect(table.ask_claim_menu)
        differences.judged.connect(self.judged)
        differences.dismiss_asked.connect(self._ask_dismiss)
        self.menu.judged.connect(self._take)
        self.menu.opened.connect(self._open)

    def show_judged(self, view: EventView) -> None:
        """Show what was judged of an event's differences."""
        self._differences.show_judged(view.right, len(view.dismissed), can_judge=self.is_on)

    def return_to_cell(self, is_same: bool) -> None:
        """Go back to the cell that was judged, where the event is the same."""
        goes_to, self._goes_to = self._goes_to, None
        if is_same and goes_to is not None:
            self._table.go_to(*goes_to)

    def _show_menu(self, row: int, column: int, at: QPoint) -> None:
        grid = self._table.grid
        claim = grid.rows[row].claim if grid is not None else None
        if grid is None or claim is None or not self.is_on:
            return
        article = self.columns[column].article.id if column >= 0 else ""
        near = grid.rows[row - 1].claim, self._table.chosen_claims
        self.menu.show(claim, article, near, at)

    def _take(self, judged: object) -> None:
        index = self._table.currentIndex()
        if index.isValid():
            self._goes_to = index.row(), index.column()
        self.judged.emit(judged)

    def _ask_dismiss(self, finding: Finding) -> None:
        dialog = DismissDialog(finding, self._page.window())
        dialog.stated.connect(self.judged)
        dialog.finished.connect(self._differences.titles.setFocus)
        dialog.open()

    def _open(self) -> None:
        shown = self._evidence.current
        if shown is not None:
            self.open_article.emit(shown.place)
