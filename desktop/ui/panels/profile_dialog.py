"""The profile of an outlet: how it differs from the others of the same events, and in which."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.core.model.profiles import OutletProfile, ProfileRow
from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import Label
from desktop.ui.controls.plates import Card
from desktop.ui.controls.scaling import keep_spaced
from desktop.ui.figures.profile import (
    events_count,
    events_sheet,
    measure_words,
    profile_sheet,
)
from desktop.ui.panels.sheet_table import SheetTable
from desktop.ui.theme import theme

_SIZE_PX, _PAD_PX = QSize(900, 640), 20


class ProfileDialog(QDialog):
    """Shows a row a measure, and below it the events of the one chosen; Enter opens an event."""

    event_opened = Signal(str)

    def __init__(
        self, profile: OutletProfile, labels: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Outlet profile"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._profile, self._labels = profile, dict(labels)
        self._row: ProfileRow = profile.rows[0]
        self.measures = SheetTable(self.tr("Measures"))
        self.events = SheetTable(self.tr("Events"))
        self.chosen = Label("", "section")
        self.empty = Label("", "body", "text2")
        self.empty.setWordWrap(True)
        self.close_button = Button(self.tr("Close"), kind=ButtonKind.PRIMARY)
        self._lay_out()
        self.measures.show_sheet(profile_sheet(profile), len(profile.rows))
        self.measures.cell_chosen.connect(self._follow)
        self.events.activated.connect(self._open)
        self.close_button.clicked.connect(self.accept)
        self._show_events()
        self.resize(_SIZE_PX * theme().zoom)
        self.measures.setFocus()

    def _follow(self) -> None:
        nth = self.measures.currentIndex().row()
        if nth >= 0:
            self._row = self._profile.rows[nth]
            self._show_events()

    def _show_events(self) -> None:
        sheet = events_sheet(self._row, self._labels)
        self.chosen.setText(measure_words(self._row.measure))
        self.events.show_sheet(sheet)
        self.events.setVisible(bool(sheet.rows))
        self.empty.setText(sheet.empty)
        self.empty.setVisible(not sheet.rows)

    def _open(self, index: QModelIndex) -> None:
        event = self._row.events[index.row()].event
        if event in self._labels:
            self.accept()
            self.event_opened.emit(event)

    def _lay_out(self) -> None:
        title = Label(self._profile.outlet, "title")
        shared = self.tr(
            "{events} shared with other outlets. Each difference is taken inside one event: this "
            "outlet minus the mean of the others."
        ).format(events=events_count(self._profile.events))
        about = Label(shared, "body", "text2")
        for label in (title, about):
            label.setWordWrap(True)
        top, below = Card("surface"), Card("surface")
        for card, parts in ((top, (self.measures,)), (below, (self.chosen, self.events))):
            column = QVBoxLayout(card)
            keep_spaced(column, (1, 8, 1, 2), 6)
            for part in parts:
                column.addWidget(part)
        self.chosen.setContentsMargins(16, 2, 16, 0)
        self.empty.setContentsMargins(16, 4, 16, 14)
        below_column = below.layout()
        if below_column is not None:
            below_column.addWidget(self.empty)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        keep_spaced(whole, (_PAD_PX, _PAD_PX, _PAD_PX, _PAD_PX), 12)
        for part in (title, about, top):
            whole.addWidget(part)
        whole.addWidget(below, 1)
        whole.addLayout(foot)

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().palette.window)
