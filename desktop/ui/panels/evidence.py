"""The bar at the foot of a view: the sentence behind the cell that is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.core.model.comparisons import Place
from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import ElidedLabel, Label, plain_tooltip
from desktop.ui.controls.plates import Ground
from desktop.ui.controls.scaling import keep_sized, keep_spaced
from desktop.ui.figures.evidence import Evidence
from desktop.ui.paint.badges import SIZE, draw_badge
from desktop.ui.paint.text import MarkedText
from desktop.ui.theme import theme

HEIGHT_PX, LABEL_PX = 58, 262
_LINES, _PAD_PX, _GAP_PX = 2, 20, 14


class EvidenceBar(Ground):
    """Shows one sentence at a time of those behind a cell; `opened` asks for its article."""

    opened = Signal(Place)
    shown = Signal(Place)
    correct_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("raised", parent)
        self._rows: tuple[Evidence, ...] = ()
        self._nth = 0
        self.setAccessibleName(self.tr("The sentence behind this cell"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title = Label(self.tr("The sentence behind this cell"), "small-strong", "text2")
        self._note = ElidedLabel("", "small", "text2")
        self.sentence = SentenceLine()
        self.count = Label("", "small", "text2")
        self.before = Button("", "arrow-up", ButtonKind.BARE, height_px=30)
        self.after = Button("", "arrow-down", ButtonKind.BARE, height_px=30)
        self.open = Button(self.tr("Open in article"), kind=ButtonKind.LINK)
        self.correct = Button(self.tr("Correct this cell"), kind=ButtonKind.LINK)
        self.correct.clicked.connect(self.correct_asked)
        self._name_buttons()
        self._lay_out()
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.open.clicked.connect(self._open)
        theme().changed.connect(self.updateGeometry)
        self.clear()

    @property
    def current(self) -> Evidence | None:
        """Return the evidence shown, or None."""
        return self._rows[self._nth] if self._rows else None

    def show_evidence(
        self, rows: Sequence[Evidence], note: str, *, can_correct: bool = False
    ) -> None:
        """Show the first of some sentences; `note` says how they relate to the cell."""
        self._rows, self._nth = tuple(rows), 0
        self.correct.setVisible(can_correct)
        self._note.set_whole(note)
        self._refresh()

    def clear(self) -> None:
        """Show that nothing is chosen."""
        self.show_evidence((), self.tr("Choose a cell to see its words."))

    def step(self, by: int) -> None:
        """Show the next or a previous sentence, from the last on to the first."""
        if self._rows:
            self._nth = (self._nth + by) % len(self._rows)
            self._refresh()
            self.shown.emit(self._rows[self._nth].place)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().px(HEIGHT_PX))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, theme().palette.border)

    def _refresh(self) -> None:
        shown = self.current
        self.sentence.show_evidence(shown)
        many = len(self._rows) > 1
        for part in (self.count, self.before, self.after):
            part.setVisible(many)
        self.count.setText(
            self.tr("{nth} of {count}").format(nth=self._nth + 1, count=len(self._rows))
        )
        self.open.setVisible(shown is not None)

    def _open(self) -> None:
        if self.current is not None:
            self.opened.emit(self.current.place)

    def _name_buttons(self) -> None:
        names = ((self.before, self.tr("Sentence before")), (self.after, self.tr("Next sentence")))
        for button, name in names:
            button.setAccessibleName(name)
            button.setToolTip(plain_tooltip(name))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addStretch(1)
        left.addWidget(self._title)
        left.addWidget(self._note)
        left.addStretch(1)
        holder = QWidget()
        holder.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        keep_sized(holder, width=LABEL_PX - _PAD_PX)
        row = QHBoxLayout(self)
        keep_spaced(row, (_PAD_PX, 1, _PAD_PX, 0), _GAP_PX)
        row.addWidget(holder)
        row.addWidget(self.sentence, 1)
        for part in (self.count, self.before, self.after, self.open, self.correct):
            row.addWidget(part)


class SentenceLine(QWidget):
    """A badge and two lines of a sentence with its marks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence: Evidence | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self.update)

    def show_evidence(self, evidence: Evidence | None) -> None:
        """Show a sentence, or nothing."""
        self._evidence = evidence
        self.setAccessibleName(evidence.text if evidence else "")
        self.setToolTip(plain_tooltip(evidence.text) if evidence else "")
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._evidence is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, size = theme().palette, SIZE * theme().zoom
        badge = self.rect().toRectF()
        badge.setTop((self.height() - size.height()) / 2)
        badge.setSize(size)
        draw_badge(painter, badge, self._evidence.badge, palette)
        line = theme().line("evidence")
        text = MarkedText(self._evidence.text, theme().font("evidence"), line, self._evidence.marks)
        left = size.width() + theme().px(_GAP_PX)
        height = text.lay_out(max(40.0, self.width() - left), _LINES)
        text.draw(painter, QPointF(left, (self.height() - height) / 2), palette.text, palette)
