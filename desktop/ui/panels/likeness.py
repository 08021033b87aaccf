"""Two articles that are very like: what holds of them, and what the user says of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.choices import Radio
from desktop.ui.controls.labels import ElidedLabel, Label
from desktop.ui.controls.plates import Card
from desktop.ui.controls.scaling import keep_spaced
from desktop.ui.models.copies import Choice, CopyRow
from desktop.ui.words import in_marks

_PAD_PX, _INDENT_PX = 16, 26


class LikenessCard(Card):
    """Offers what can be said of an article and a copy; nothing is chosen without the user.

    `decided` has the copy and a `Choice`, `compared` and `opened` have the copy.
    """

    decided = Signal(str, str)
    compared = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._row: CopyRow | None = None
        self.title, self.note = Label("", "section"), ElidedLabel("", "small", "text2")
        self.radios: dict[Choice, Radio] = {}
        self._group = QButtonGroup(self)
        self.use = Button(self.tr("Use this choice"), "check")
        self.compare = Button(self.tr("See both side by side"), kind=ButtonKind.LINK)
        self.open_it = Button(self.tr("Open it"), kind=ButtonKind.LINK)
        self._lay_out()
        self._group.buttonClicked.connect(self._follow)
        self.use.clicked.connect(self._decide)
        self.compare.clicked.connect(partial(self._tell, self.compared))
        self.open_it.clicked.connect(partial(self._tell, self.opened))
        self.show_row(None)

    def show_row(self, row: CopyRow | None) -> None:
        """Show what holds of the article and a copy of it."""
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        self.title.setText(row.what)
        parts = [row.outlet or self.tr("Outlet not stated"), in_marks(row.title)]
        if row.share:
            share = self.tr("{share} % of the shorter text in both")
            parts.append(share.format(share=round(100 * row.share)))
        if row.by_user:
            parts.append(self.tr("stated by you"))
        self.note.set_whole(" · ".join(parts))
        self.radios[row.choice].setChecked(True)
        self._follow()

    def allow(self, can_write: bool) -> None:
        """Let the user decide, or only look."""
        for radio in self.radios.values():
            radio.setEnabled(can_write)
        self._follow()

    @property
    def choice(self) -> Choice:
        """Return the choice that is marked."""
        return next(choice for choice, radio in self.radios.items() if radio.isChecked())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        keep_spaced(column, (_PAD_PX, 12, _PAD_PX, 12), 4)
        column.addWidget(self.title)
        column.addWidget(self.note)
        for choice, words, effect in self._choices():
            radio = Radio(words)
            radio.setAccessibleDescription(effect)
            self.radios[choice] = radio
            self._group.addButton(radio)
            about = Label(effect, "small", "text2")
            about.setWordWrap(True)
            line = QHBoxLayout()
            keep_spaced(line, (_INDENT_PX, 0, 0, 4), 0)
            line.addWidget(about)
            column.addWidget(radio)
            column.addLayout(line)
        foot = QHBoxLayout()
        keep_spaced(foot, (0, 6, 0, 0), 14)
        for button in (self.use, self.compare, self.open_it):
            foot.addWidget(button)
        foot.addStretch(1)
        column.addLayout(foot)

    def _choices(self) -> tuple[tuple[Choice, str, str], ...]:
        return (
            (
                Choice.REVISION,
                self.tr("Another version of the same article"),
                self.tr("Both are kept; what changed is shown side by side."),
            ),
            (
                Choice.REPRINT,
                self.tr("Another outlet’s print of it"),
                self.tr("Both are kept; comparisons count them as one source."),
            ),
            (
                Choice.DUPLICATE,
                self.tr("The same text again"),
                self.tr("Both are kept, and shown under Duplicates."),
            ),
            (
                Choice.MERGED,
                self.tr("One article: merge into the one that is read"),
                self.tr("It gets what the other states; the other goes to the trash."),
            ),
            (
                Choice.SEPARATE,
                self.tr("Two separate articles"),
                self.tr("Both are kept; they are not shown as copies again."),
            ),
        )

    def _follow(self) -> None:
        row = self._row
        can_write = self.radios[Choice.SEPARATE].isEnabled()
        self.use.setEnabled(row is not None and can_write and self.choice is not row.choice)

    def _decide(self) -> None:
        if self._row is not None:
            self.decided.emit(self._row.id, self.choice.value)

    def _tell(self, signal: SignalInstance) -> None:
        if self._row is not None:
            signal.emit(self._row.id)
