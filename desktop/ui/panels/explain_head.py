"""The head of the explanation: which number, how it came about, and where it lies in the event."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.core.model.analyses import Voice
from desktop.ui.controls.labels import Label
from desktop.ui.models.explanations import Explanation
from desktop.ui.paint.focus import draw_focus
from desktop.ui.paint.range_axis import HEIGHT_PX, RangeAxis, draw_range_axis
from desktop.ui.paint.voices import draw_voice_bar
from desktop.ui.theme import theme

_SQUARE_PX, _TAB_PX, _SIDE_PX = 10, 34, 22


class ExplainTabs(QWidget):
    """What is explained: a row of tabs; Left and Right go from one to the next."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What to explain"))
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(_SIDE_PX), 0, theme().px(_SIDE_PX), 0)
        row.setSpacing(theme().px(22))
        labels = (
            (self.tr("Own voice"), Voice.OWN),
            (self.tr("Quoted voices"), Voice.QUOTED),
            (self.tr("Tone"), None),
            (self.tr("Voices"), None),
            (self.tr("Your changes"), None),
        )
        for nth, (label, voice) in enumerate(labels):
            tab = _Tab(label, voice)
            self._group.addButton(tab, nth)
            row.addWidget(tab)
        row.addStretch(1)
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(self._tell)

    @property
    def current(self) -> int:
        """Return the number of the tab that is open."""
        return self._group.checkedId()

    def open(self, nth: int) -> None:
        """Open a tab by its number."""
        self._group.button(nth).setChecked(True)

    def tab(self, nth: int) -> QAbstractButton:
        """Return a tab by its number."""
        return self._group.button(nth)

    def _tell(self, nth: int, is_open: bool) -> None:
        if is_open:
            self.chosen.emit(nth)


class _Tab(QAbstractButton):
    def __init__(self, label: str, voice: Voice | None) -> None:
        super().__init__()
        self._voice = voice
        self.setText(label)
        self.setAccessibleName(label)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetrics(theme().font("body-strong")).horizontalAdvance(self.text())
        square = theme().px(_SQUARE_PX + 6) if self._voice else 0
        return QSize(width + square + 2, theme().px(_TAB_PX))

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        painter, palette, x = QPainter(self), theme().palette, 0.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._voice is not None:
            side = theme().px(_SQUARE_PX)
            square = QRectF(0, (self.height() - side) / 2, side, side)
            draw_voice_bar(painter, square, self._voice, palette)
            x = side + theme().px(6)
        painter.setFont(theme().font("body-strong" if self.isChecked() else "body-medium"))
        painter.setPen(palette.text if self.isChecked() else palette.text2)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(x, 0, self.width() - x, self.height()), flags, self.text())
        if self.isChecked():
            painter.fillRect(QRectF(0, self.height() - 2.5, self.width(), 2.5), palette.accent)
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()).adjusted(0, 2, 0, -4), palette)


class ExplainHead(QWidget):
    """The number, its formula in words and its range on an axis."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = Label("", "number", "own")
        self.what, self.formula = Label("", "section"), Label("", "small", "text2")
        for label in (self.what, self.formula):
            label.setWordWrap(True)
        self._axis = _Axis()
        words = QVBoxLayout()
        words.setSpacing(theme().px(2))
        words.addStretch(1)
        words.addWidget(self.what)
        words.addWidget(self.formula)
        words.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(theme().px(14))
        line.addWidget(self.number)
        line.addLayout(words, 1)
        column = QVBoxLayout(self)
        side = theme().px(_SIDE_PX)
        column.setContentsMargins(side, theme().px(12), side, theme().px(10))
        column.setSpacing(theme().px(8))
        column.addLayout(line)
        column.addWidget(self._axis)

    def show_explanation(self, told: Explanation) -> None:
        """Show a number; where there is too little text, the count in words stands alone."""
        self.number.setText(told.number)
        self.number.setVisible(bool(told.number))
        self.number.set_color("own" if told.voice is Voice.OWN else "quo")
        self.what.setText(told.what)
        self.formula.setText(told.formula)
        self._axis.show_axis(told.axis)
        self.setAccessibleName(" ".join(p for p in (told.number, told.what, told.formula) if p))


class _Axis(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._data: RangeAxis | None = None
        self.setFixedHeight(theme().px(HEIGHT_PX))

    def show_axis(self, data: RangeAxis | None) -> None:
        self._data = data
        self.setVisible(data is not None)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._data is None:
            return
        painter, zoom = QPainter(self), theme().zoom
        painter.scale(zoom, zoom)
        room = QRectF(0, 0, self.width() / zoom, self.height() / zoom)
        draw_range_axis(painter, room, self._data, theme().palette)
