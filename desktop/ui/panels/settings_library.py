"""The settings' cards on the library: where it lies, its backups, and its trash."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.services.backups import Backup
from desktop.services.trash import TRASH_DAYS, TrashState
from desktop.ui.controls.buttons import Button
from desktop.ui.controls.labels import ElidedLabel, Label
from desktop.ui.controls.plates import Card, Hairline
from desktop.ui.panels.backups_dialog import backup_words
from desktop.ui.words import counted

_SHOWN = 4


class LibraryCard(Card):
    """Says which library is open and where it lies, and emits what is to be done with it."""

    new_requested = Signal()
    open_requested = Signal()
    folder_requested = Signal()
    move_requested = Signal()
    rename_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = card_column(self, self.tr("Library"), self.tr("One file holds all of it"))
        self.name, self.place = ElidedLabel("", "body-strong"), ElidedLabel("", "body", "text2")
        self.risk = Label("", "small", "warn_text")
        self.risk.setWordWrap(True)
        self.risk.hide()
        for part in (self.name, self.place, self.risk):
            column.addWidget(part)
        column.addSpacing(6)
        for row in (
            (
                (self.tr("Show file"), self.folder_requested),
                (self.tr("Rename…"), self.rename_requested),
                (self.tr("Move…"), self.move_requested),
            ),
            (
                (self.tr("Open library…"), self.open_requested),
                (self.tr("New library…"), self.new_requested),
            ),
        ):
            column.addLayout(_buttons(row))

    def show_library(self, name: str, place: str, *, read_only: bool) -> None:
        """Show the library that is open and where it lies."""
        state = self.tr("{name}, only to be read") if read_only else "{name}"
        self.name.set_whole(state.format(name=name))
        self.place.set_whole(place)

    def show_risk(self, risk: str) -> None:
        """Warn of the folder that the library lies in; an empty text takes that back."""
        self.risk.setText(risk)
        self.risk.setVisible(bool(risk))


class BackupsCard(Card):
    """Lists the latest backups and how full the trash is, and emits what is to be done."""

    backup_requested = Signal()
    restore_requested = Signal()
    check_requested = Signal()
    empty_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        note = self.tr("Made after half an hour of changes")
        column = card_column(self, self.tr("Backups and trash"), note)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        column.addLayout(self._list)
        about = Label(
            self.tr(
                "Each is checked when it is made. The newest of the last 8 hours, 7 days and 8 "
                "weeks are kept beside the library."
            ),
            "small",
            "text2",
        )
        about.setWordWrap(True)
        column.addWidget(about)
        column.addLayout(
            _buttons(
                (
                    (self.tr("Back up now"), self.backup_requested),
                    (self.tr("Restore…"), self.restore_requested),
                    (self.tr("Check library"), self.check_requested),
                )
            )
        )
        column.addWidget(Hairline())
        self.trash = Label("", "body", "text2")
        self.trash.setWordWrap(True)
        self.empty = Button(self.tr("Empty Trash…"))
        self.empty.clicked.connect(self.empty_requested)
        row = QHBoxLayout()
        row.addWidget(self.trash, 1)
        row.addWidget(self.empty)
        column.addLayout(row)
        self.lines: tuple[str, ...] = ()

    def show_backups(self, backups: Sequence[Backup], now: datetime) -> None:
        """Show the latest backups."""
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        shown = [backup_words(backup, now) for backup in backups[:_SHOWN]]
        if len(backups) > _SHOWN:
            shown.append(self.tr("and {count} older ones").format(count=len(backups) - _SHOWN))
        self.lines = tuple(shown or [self.tr("None yet")])
        for line in self.lines:
            self._list.addWidget(ElidedLabel(line, "body", "text2", self))

    def show_trash(self, state: TrashState, *, can_empty: bool) -> None:
        """Show how full the trash is, and when the first of it is deleted for good."""
        if state.next_goes is None:
            self.trash.setText(self.tr("The trash is empty."))
        else:
            articles = counted(state.articles, self.tr("article"), self.tr("articles"))
            goes = f"{state.next_goes.day} {state.next_goes:%b %Y}"
            words = self.tr(
                "{articles} in the trash. The first is deleted for good on {date}, {days} days "
                "after it came there."
            )
            self.trash.setText(words.format(articles=articles, date=goes, days=TRASH_DAYS))
        self.empty.setEnabled(can_empty and state.articles > 0)


def card_column(card: Card, title: str, note: str) -> QVBoxLayout:
    """Lay out a card of the settings: a title with a note beside it, over a column."""
    column = QVBoxLayout(card)
    column.setContentsMargins(18, 16, 18, 18)
    column.setSpacing(10)
    head = QHBoxLayout()
    head.setSpacing(12)
    head.addWidget(Label(title, "section"))
    head.addWidget(Label(note, "small", "text2"))
    head.addStretch(1)
    column.addLayout(head)
    return column


def _buttons(entries: Sequence[tuple[str, SignalInstance]]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for text, signal in entries:
        button = Button(text)
        button.clicked.connect(signal)
        row.addWidget(button)
    row.addStretch(1)
    return row
