"""Why an article is in no event, or not in another: what is nearest to it, and what is missing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui.controls.buttons import Button
from desktop.ui.controls.labels import Label
from desktop.ui.controls.plates import Hairline
from desktop.ui.models.links import Lone
from desktop.ui.panels.reasons_popup import ReasonsPopup
from desktop.ui.theme import theme

_LABEL_PX = 64


class AlonePopup(ReasonsPopup):
    """Says what is nearest to an article; `move_requested` tells the event to put it into."""

    move_requested = Signal(str)

    def __init__(self, lone: Lone, parent: QWidget, *, can_decide: bool) -> None:
        super().__init__(lone.title, parent)
        self.say(lone.verdict)
        if lone.lines:
            self.column.addWidget(Hairline())
            self.column.addWidget(_lines(lone))
        if lone.event and can_decide:
            move = Button(self.tr("Put it into this event"), height_px=30)
            move.clicked.connect(lambda: self._move(lone.event))
            self.column.addWidget(move, 0, Qt.AlignmentFlag.AlignLeft)
        self.finish()

    def _move(self, event_id: str) -> None:
        self.close()
        self.move_requested.emit(event_id)


def _lines(lone: Lone) -> QWidget:
    block = QWidget()
    grid = QGridLayout(block)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(4)
    grid.setColumnMinimumWidth(0, theme().px(_LABEL_PX))
    grid.setColumnStretch(1, 1)
    for nth, (label, said) in enumerate(lone.lines):
        grid.addWidget(Label(label, "small", "text3"), nth, 0, Qt.AlignmentFlag.AlignTop)
        words = Label(said, "small", "text2")
        words.setWordWrap(True)
        grid.addWidget(words, nth, 1)
    return block
