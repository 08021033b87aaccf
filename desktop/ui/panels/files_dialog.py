"""The files that could not be read, or not well: each with its reason and its ways out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.services.kept_files import UnsettledFile
from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import Label
from desktop.ui.controls.plates import Card
from desktop.ui.controls.scaling import keep_spaced
from desktop.ui.figures.files import files_sheet
from desktop.ui.panels.empty import EmptyNote
from desktop.ui.panels.sheet_table import SheetTable
from desktop.ui.theme import theme

_SIZE_PX, _PAD_PX = QSize(900, 560), 20


class FilesDialog(QDialog):
    """Lists files; the signals name the one that is to be tried again, saved or shown."""

    retry_asked = Signal(int)
    save_asked = Signal(int)
    folder_asked = Signal(str)

    def __init__(self, *, can_write: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Files that need attention"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._files: tuple[UnsettledFile, ...] = ()
        self._can_write = can_write
        self.table = SheetTable(self.tr("Files that need attention"))
        self.empty = EmptyNote()
        self.empty.say(
            self.tr("Every file was read"),
            self.tr("Files that cannot be read, or are read with a doubt, are listed here."),
        )
        self.note = Label("", "small", "text2")
        self.note.setWordWrap(True)
        self.retry = Button(self.tr("Try again"), "refresh")
        self.save = Button(self.tr("Save original…"), "download")
        self.folder = Button(self.tr("Show file"))
        self.close_button = Button(self.tr("Close"), kind=ButtonKind.PRIMARY)
        self._stack = QStackedWidget()
        self._lay_out()
        self.retry.clicked.connect(lambda: self._with_id(self.retry_asked.emit))
        self.save.clicked.connect(lambda: self._with_id(self.save_asked.emit))
        self.folder.clicked.connect(self._ask_folder)
        self.close_button.clicked.connect(self.accept)
        self.show_files(())
        room = self.screen().availableSize() - QSize(40, 60)
        self.resize((_SIZE_PX * theme().zoom).boundedTo(room))
        self.table.setFocus()

    @property
    def chosen(self) -> UnsettledFile | None:
        """The file whose row is chosen."""
        row = self.table.currentIndex().row()
        return self._files[row] if 0 <= row < len(self._files) else None

    def show_files(self, files: Sequence[UnsettledFile]) -> None:
        """Show files; the row that was chosen stays."""
        row = max(0, self.table.currentIndex().row())
        self._files = tuple(files)
        self.table.show_sheet(files_sheet(files))
        self.table.selectionModel().currentRowChanged.connect(self._enable)
        self._stack.setCurrentIndex(0 if files else 1)
        if files:
            self._choose(min(row, len(files) - 1))
        self._enable()

    def _choose(self, row: int) -> None:
        model, nowhere = self.table.model(), QModelIndex()
        # A long list comes in as it is scrolled.
        while model.rowCount() <= row and model.canFetchMore(nowhere):
            model.fetchMore(nowhere)
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.table.selectionModel().setCurrentIndex(model.index(row, 0), select)

    def say(self, words: str) -> None:
        """Say what became of the last wish."""
        self.note.setText(words)

    def _enable(self) -> None:
        file = self.chosen
        has_original = file is not None and file.has_original
        self.retry.setEnabled(has_original and self._can_write)
        self.save.setEnabled(has_original)
        self.folder.setEnabled(file is not None)

    def _with_id(self, ask: Callable[[int], None]) -> None:
        if self.chosen is not None:
            ask(self.chosen.id)

    def _ask_folder(self) -> None:
        if self.chosen is not None:
            self.folder_asked.emit(self.chosen.path)

    def _lay_out(self) -> None:
        about = Label(
            self.tr(
                "A file that is kept can be saved as it came, and tried again: a later version of "
                "Crosslight may read more."
            ),
            "body",
            "text2",
        )
        about.setWordWrap(True)
        card = Card("surface")
        inner = QVBoxLayout(card)
        keep_spaced(inner, (1, 6, 1, 2))
        inner.addWidget(self.table)
        self._stack.addWidget(card)
        self._stack.addWidget(self.empty)
        foot = QHBoxLayout()
        foot.addWidget(self.note, 1)
        for button in (self.folder, self.save, self.retry, self.close_button):
            foot.addWidget(button)
        self.close_button.setDefault(True)
        whole = QVBoxLayout(self)
        keep_spaced(whole, (_PAD_PX, _PAD_PX, _PAD_PX, _PAD_PX), 12)
        whole.addWidget(Label(self.tr("Files that need attention"), "title"))
        whole.addWidget(about)
        whole.addWidget(self._stack, 1)
        whole.addLayout(foot)

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().palette.window)
