"""The backups of a library, to choose one to bring back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.services.backups import Backup, BackupKind
from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import Label
from desktop.ui.controls.scaling import keep_spaced
from desktop.ui.theme import theme
from desktop.ui.words import counted

_WIDTH_PX, _LIST_PX, _PAD_PX, _ROW_PX = 560, 320, 20, 40
_MEGA = 1_000_000
_SHEET = (
    "QListWidget {{ background: {ground}; border: 1px solid {line}; border-radius: 6px; }}"
    " QListWidget::item {{ color: {ink}; padding: 0 10px; border-bottom: 1px solid {line}; }}"
    " QListWidget::item:selected {{ background: {chosen}; }}"
)


def _tr(words: str) -> str:
    return QCoreApplication.translate("backups", words)


def moment_words(made: datetime, now: datetime) -> str:
    """Return when something was made, in the time of this computer: "Today 13:40".

    >>> from datetime import UTC
    >>> noon = datetime(2024, 11, 2, 12, tzinfo=UTC).astimezone()
    >>> moment_words(noon, noon).startswith("Today ")
    True
    """
    local, today = made.astimezone(), now.astimezone().date()
    days = (today - local.date()).days
    named = {0: _tr("Today"), 1: _tr("Yesterday")}
    return f"{named.get(days, f'{local.day} {local:%b %Y}')} {local:%H:%M}"


def kind_words(kind: BackupKind) -> str:
    """Return why a backup was made."""
    return {
        BackupKind.TIMED: _tr("by time"),
        BackupKind.ASKED: _tr("asked for"),
        BackupKind.MIGRATION: _tr("before an update"),
        BackupKind.RESTORE: _tr("before a restore"),
        BackupKind.EMPTYING: _tr("before the trash was emptied"),
    }[kind]


def backup_words(backup: Backup, now: datetime) -> str:
    """Return a backup in one line: when, why, how many articles and how big."""
    held = _tr("cannot be read")
    if backup.articles is not None:
        held = counted(backup.articles, _tr("article"), _tr("articles"))
    size = f"{backup.size / _MEGA:.1f} MB"
    when = moment_words(backup.made, now)
    return f"{when}  ·  {kind_words(backup.kind)}  ·  {held}  ·  {size}"


class BackupsDialog(QDialog):
    """Emits the file of the backup that was chosen, or that another file is wanted."""

    chosen = Signal(Path)
    file_wanted = Signal()

    def __init__(
        self, backups: Sequence[Backup], now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Restore from a backup"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Backups, the latest first"))
        palette = theme().palette
        self.list.setStyleSheet(
            _SHEET.format(
                ground=palette.surface.name(),
                line=palette.border.name(),
                ink=palette.text.name(),
                chosen=palette.sel.name(),
            )
        )
        self.take = Button(self.tr("Restore"), kind=ButtonKind.PRIMARY)
        self.other = Button(self.tr("Choose a file…"))
        self.cancel = Button(self.tr("Cancel"))
        self._fill(backups, now)
        self._lay_out(bool(backups))
        self.take.clicked.connect(self._take)
        self.other.clicked.connect(self._take_file)
        self.cancel.clicked.connect(self.reject)
        self.list.itemActivated.connect(self._take)
        self.list.currentRowChanged.connect(self._enable)
        self._enable()
        (self.list if backups else self.other).setFocus()

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().palette.raised)

    def _fill(self, backups: Sequence[Backup], now: datetime) -> None:
        for backup in backups:
            item = QListWidgetItem(backup_words(backup, now))
            item.setData(Qt.ItemDataRole.UserRole, backup.path)
            item.setSizeHint(QSize(0, theme().px(_ROW_PX)))
            if backup.articles is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        sound = (nth for nth, backup in enumerate(backups) if backup.articles is not None)
        self.list.setCurrentRow(next(sound, -1))

    def _enable(self) -> None:
        item = self.list.currentItem()
        self.take.setEnabled(bool(item) and bool(item.flags() & Qt.ItemFlag.ItemIsEnabled))

    def _take(self) -> None:
        # Enter in the list asks even for a backup that the button does not offer.
        if not self.take.isEnabled():
            return
        path = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        self.accept()
        self.chosen.emit(path)

    def _take_file(self) -> None:
        self.accept()
        self.file_wanted.emit()

    def _lay_out(self, has_backups: bool) -> None:
        foot = QHBoxLayout()
        keep_spaced(foot, (0, 0, 0, 0), 8)
        foot.addWidget(self.other)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.take)
        self.take.setDefault(True)
        about = self.tr(
            "A backup is checked before it takes the library’s place. What the library holds now "
            "is kept among the backups, so that this can be taken back."
        )
        nothing = self.tr("There is no backup yet. One is made after half an hour of changes.")
        note = Label(about if has_backups else nothing, "small", "text2")
        note.setWordWrap(True)
        column = QVBoxLayout(self)
        keep_spaced(column, (_PAD_PX, _PAD_PX, _PAD_PX, _PAD_PX), 10)
        column.addWidget(Label(self.windowTitle(), "title"))
        column.addWidget(note)
        self.list.setFixedHeight(theme().px(_LIST_PX))
        self.list.setVisible(has_backups)
        column.addWidget(self.list)
        column.addLayout(foot)
        self.setFixedWidth(theme().px(_WIDTH_PX))
