"""The card of questions, with a way to the dates that keep some from being asked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.figures.details import DetailKind
from desktop.ui.panels.detail_card import DetailCard


class QuestionsCard(DetailCard):
    """Shows the questions; `date_wanted` names an article whose date the user wants to state."""

    date_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(DetailKind.QUESTIONS, parent)
        self._undated: tuple[tuple[str, str], ...] = ()
        self.add_date = Button(self.tr("Add date"), kind=ButtonKind.LINK, height_px=28)
        self.foot.insertWidget(0, self.add_date, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_date.clicked.connect(self._ask)

    def show_undated(self, undated: Sequence[tuple[str, str]]) -> None:
        """Offer to date these articles, given with the names of their outlets."""
        self._undated = tuple(undated)
        self.add_date.setVisible(bool(undated))

    def _ask(self) -> None:
        if len(self._undated) == 1:
            self.date_wanted.emit(self._undated[0][0])
            return
        menu = QMenu(self)
        for article, name in self._undated:
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(partial(self._emit, article))
        menu.popup(self.add_date.mapToGlobal(QPoint(0, self.add_date.height())))

    def _emit(self, article: str, _checked: bool = False) -> None:
        self.date_wanted.emit(article)
