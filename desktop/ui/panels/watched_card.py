"""The settings' card on watched folders: which there are, another one, and one less."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import ElidedLabel, Label
from desktop.ui.controls.plates import Card
from desktop.ui.panels.settings_library import card_column


class WatchedCard(Card):
    """Lists the folders whose new files are added by themselves; empty until one is chosen."""

    add_requested = Signal()
    remove_requested = Signal(Path)

    def __init__(self) -> None:
        super().__init__()
        note = self.tr("New files in them are added while Crosslight runs")
        column = card_column(self, self.tr("Watched folders"), note)
        self.empty = Label(self.tr("No folder is watched."), "body", "text2")
        column.addWidget(self.empty)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column.addLayout(self._list)
        self._rows: list[QWidget] = []
        self.add_button = Button(self.tr("Watch a folder…"), "folder-open")
        self.add_button.clicked.connect(self.add_requested)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        column.addLayout(foot)

    @property
    def removes(self) -> list[Button]:
        """Return the buttons that end the watching of a folder, in the order of the folders."""
        return [row.findChildren(Button)[0] for row in self._rows]

    def show_folders(self, folders: Sequence[Path]) -> None:
        """Show the folders that are watched."""
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(folder) for folder in folders]
        for row in self._rows:
            self._list.addWidget(row)
        self.empty.setVisible(not folders)

    def allow(self, can_write: bool) -> None:
        """Offer changes only where the library takes them."""
        for button in (self.add_button, *self.removes):
            button.setEnabled(can_write)

    def _row(self, folder: Path) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        place = ElidedLabel("", "body")
        words = str(folder)
        if not folder.is_dir():
            words = self.tr("{folder} (not there now)").format(folder=folder)
        place.set_whole(words)
        remove = Button(self.tr("Watch no longer"), kind=ButtonKind.LINK, height_px=26)
        remove.setAccessibleName(self.tr("Watch {folder} no longer").format(folder=folder))
        remove.clicked.connect(partial(self._remove, folder))
        line.addWidget(place, 1)
        line.addWidget(remove)
        return row

    def _remove(self, folder: Path, _checked: bool = False) -> None:
        self.remove_requested.emit(folder)
