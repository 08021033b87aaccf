"""What leaves this machine, what holds the readers of files in, and what came with the program."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.services.privacy import BundledData, IsolationCheck, NetworkCount
from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import Label
from desktop.ui.controls.plates import Card
from desktop.ui.controls.scaling import keep_spaced
from desktop.ui.figures.privacy import (
    Fact,
    bundled_sheet,
    means_facts,
    network_facts,
    trial_facts,
)
from desktop.ui.panels.sheet_table import SheetTable
from desktop.ui.panels.sign import Sign
from desktop.ui.theme import theme

_SIZE_PX, _PAD_PX, _INSIDE_PX = QSize(760, 720), 20, 16


class PrivacyDialog(QDialog):
    """Shows what was counted and found; `test_asked` wants a reader to try once more."""

    test_asked = Signal()

    def __init__(self, bundled: Sequence[BundledData], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Privacy"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.network = FactList()
        self.means, self.trials = FactList(), FactList()
        self.data = SheetTable(self.tr("Data that came with Crosslight"))
        self.data.show_sheet(bundled_sheet(bundled), len(bundled))
        self.test = Button(self.tr("Run the test"), "refresh")
        self.close_button = Button(self.tr("Close"), kind=ButtonKind.PRIMARY)
        for button in (self.test, self.close_button):
            button.setAutoDefault(False)
        self.close_button.setDefault(True)
        self._lay_out()
        self.test.clicked.connect(self.start)
        self.close_button.clicked.connect(self.accept)
        room = self.screen().availableSize() - QSize(40, 60)
        self.resize((_SIZE_PX * theme().zoom).boundedTo(room))
        self.close_button.setFocus()

    def start(self) -> None:
        """Ask for the test, and wait for its result."""
        self.test.setEnabled(False)
        self.trials.show_facts((Fact(None, self.tr("A reader is trying it now…")),))
        self.test_asked.emit()

    def show_check(self, check: IsolationCheck, network: NetworkCount) -> None:
        """Show what the test found, and what has been counted by now."""
        self.network.show_facts(network_facts(network))
        self.means.show_facts(means_facts(check))
        self.trials.show_facts(trial_facts(check))
        self.test.setEnabled(True)

    def show_trouble(self, message: str) -> None:
        """Say why there is no result."""
        self.trials.show_facts((Fact(False, message),))
        self.test.setEnabled(True)

    def _lay_out(self) -> None:
        parts, column = QWidget(), QVBoxLayout()
        parts.setLayout(column)
        keep_spaced(column, (0, 0, 10, 0), 12)
        test_row = QHBoxLayout()
        test_row.addWidget(Label(self.tr("What a reader tried just now"), "section"))
        test_row.addStretch(1)
        test_row.addWidget(self.test)
        about = Label(
            self.tr(
                "Crosslight opens no connection. Files are read in processes of their own, the "
                "readers; this is what the system lets them do."
            ),
            "body",
            "text2",
        )
        about.setWordWrap(True)
        column.addWidget(about)
        column.addWidget(_card(self.tr("Network"), self.network))
        column.addWidget(_card(self.tr("What this system does while a file is read"), self.means))
        column.addWidget(_card(test_row, self.trials))
        column.addWidget(_card(self.tr("Data that came with Crosslight"), self.data, inside=1))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        parts.setAutoFillBackground(False)
        area.setWidget(parts)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        keep_spaced(whole, (_PAD_PX, _PAD_PX, _PAD_PX, _PAD_PX), 12)
        whole.addWidget(Label(self.tr("Privacy"), "title"))
        whole.addWidget(area, 1)
        whole.addLayout(foot)

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().palette.window)


class FactList(QWidget):
    """Lines with a sign each: so, not so, or neither."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        keep_spaced(self._column, (0, 0, 0, 0), 6)
        self.facts: tuple[Fact, ...] = ()

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show facts in place of those before."""
        self.facts = tuple(facts)
        while self._column.count():
            item = self._column.takeAt(0)
            line = item.widget() if item else None
            if line is not None:
                line.setParent(None)
                line.deleteLater()
        for fact in facts:
            self._column.addWidget(_line(fact))


def _line(fact: Fact) -> QWidget:
    line = QWidget()
    line.setAccessibleName(fact.spoken)
    row = QHBoxLayout(line)
    keep_spaced(row, (0, 0, 0, 0), 8)
    if fact.is_good is not None:
        name, color = ("circle-check", "ok") if fact.is_good else ("alert-triangle", "warn_text")
        row.addWidget(Sign(name, fact.verdict, color), alignment=Qt.AlignmentFlag.AlignTop)
    words = Label(fact.words, "body")
    words.setWordWrap(True)
    row.addWidget(words, 1)
    if fact.note:
        row.addWidget(Label(fact.note, "small", "text2"), alignment=Qt.AlignmentFlag.AlignTop)
    return line


def _card(head: str | QHBoxLayout, body: QWidget, inside: int = _INSIDE_PX) -> Card:
    card = Card("surface")
    column = QVBoxLayout(card)
    keep_spaced(column, (inside, 12, inside, 12 if inside > 1 else 2), 8)
    if isinstance(head, str):
        title = Label(head, "section")
        if inside <= 1:
            title.setContentsMargins(_INSIDE_PX - 1, 0, 0, 0)
        column.addWidget(title)
    else:
        column.addLayout(head)
    column.addWidget(body)
    return card
