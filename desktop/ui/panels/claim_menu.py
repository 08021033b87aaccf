"""The menu of a claim's cell: rows to merge, a cell to set apart, a relation to correct."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.core.model.comparisons import Cell, Claim, Relation
from desktop.ui.figures.claims import relation_name
from desktop.ui.judgments import MergeRows, SetCellApart, StateRelation

_STATED = tuple(each for each in Relation if each is not Relation.NOT_FOUND)


class ClaimMenu(QObject):
    """Makes the menu of a cell; `judged` tells what the user chose, `opened` asks for its words."""

    judged = Signal(object)
    opened = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page

    def menu(
        self, claim: Claim, article: str, above: Claim | None, chosen: Sequence[Claim]
    ) -> QMenu:
        """Return the menu of a row's cell.

        Args:
            claim: The row.
            article: The article whose cell it is, empty for the row's label.
            above: The row above, if there is one.
            chosen: The rows that are selected.
        """
        menu = QMenu(self._page)
        cell = next((each for each in claim.cells if each.article == article), None)
        if cell is not None and cell.evidence:
            menu.addAction(self.tr("Open in article"), self.opened.emit)
            menu.addSeparator()
        self._add_rows(menu, claim, above, chosen)
        if cell is not None and cell.evidence:
            self._add_cell(menu, claim, cell)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _add_rows(
        self, menu: QMenu, claim: Claim, above: Claim | None, chosen: Sequence[Claim]
    ) -> None:
        merge = menu.addAction(self.tr("Merge with the row above"))
        merge.setEnabled(above is not None)
        if above is not None:
            merge.triggered.connect(partial(self._judge, MergeRows((above, claim))))
        if len(chosen) > 1:
            words = self.tr("Merge the {count} selected rows").format(count=len(chosen))
            rows = MergeRows(tuple(chosen))
            menu.addAction(words).triggered.connect(partial(self._judge, rows))

    def _add_cell(self, menu: QMenu, claim: Claim, cell: Cell) -> None:
        has_company = sum(bool(each.evidence) for each in claim.cells) > 1
        apart = menu.addAction(self.tr("Set this cell apart"))
        apart.triggered.connect(partial(self._judge, SetCellApart(claim, cell.article)))
        apart.setEnabled(has_company)
        menu.addSeparator()
        found = relation_name(cell.relation)
        right = menu.addAction(self.tr("“{relation}” is right").format(relation=found))
        state = StateRelation(claim, cell.article, cell.relation)
        right.triggered.connect(partial(self._judge, state))
        right.setEnabled(has_company and not cell.by_user)
        relations = QMenu(self.tr("Relation"), menu)
        relations.setEnabled(has_company)
        for relation in _STATED:
            action = relations.addAction(relation_name(relation))
            action.setCheckable(True)
            action.setChecked(relation is cell.relation)
            stated = StateRelation(claim, cell.article, relation)
            action.triggered.connect(partial(self._judge, stated))
        menu.addMenu(relations)

    def show(
        self,
        claim: Claim,
        article: str,
        near: tuple[Claim | None, Sequence[Claim]],
        at: QPoint,
    ) -> None:
        """Show the menu of a row's cell; `near` are the row above and the rows selected."""
        self.menu(claim, article, *near).popup(at)

    def _judge(self, judged: object, _checked: bool = False) -> None:
        self.judged.emit(judged)
