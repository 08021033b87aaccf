"""A metadata field: its name and origin, its value, and an editor in its place."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.core.model.spans import Span
from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import Label, plain_tooltip
from desktop.ui.controls.scaling import keep_sized
from desktop.ui.models.metadata import FieldFacts
from desktop.ui.paint.chips import draw_chip
from desktop.ui.paint.focus import draw_focus
from desktop.ui.theme import theme

_VALUE_WIDTH_PX, _EDITOR_WIDTH_PX, _HEAD_PX, _GAP_PX = 190, 150, 16, 6


class MetadataField(QWidget):
    """Shows a field; a click, F2 or Enter edits it, its chip shows where the text states it."""

    edited = Signal(str, str)
    evidence_wanted = Signal(Span)
    card_wanted = Signal()

    def __init__(self, facts: FieldFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts, self._is_editing = facts, False
        self.value = _Value(facts, self)
        self.value.clicked.connect(self.edit)
        self.add = Button(self.tr("Add"), kind=ButtonKind.LINK, height_px=20, parent=self)
        self.add.setAccessibleName(self.tr("Add: {field}").format(field=facts.label))
        self.add.clicked.connect(self.edit)
        self.add.setVisible(bool(facts.missing and not facts.value))
        self.all_dates = Button(
            "", "calendar-event", kind=ButtonKind.BARE, height_px=22, parent=self
        )
        self.all_dates.setAccessibleName(self.tr("All dates, each with its origin"))
        self.all_dates.setToolTip(plain_tooltip(self.all_dates.accessibleName()))
        self.all_dates.clicked.connect(self.card_wanted)
        self.all_dates.setVisible(facts.name == "published")
        self.chip = _OriginChip(facts, self)
        self.chip.clicked.connect(self._show_evidence)
        self.chip.setVisible(bool(facts.origin))
        self.editor = _Editor(facts, self)
        self.editor.left.connect(self._leave)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme().px(_GAP_PX))
        name = Label(self.facts.label, "caption", "text3")
        # As high as a chip, with or without one: the values stand in one line.
        keep_sized(name, height=_HEAD_PX)
        head.addWidget(name)
        head.addWidget(self.chip)
        head.addStretch(1)
        shown = QWidget(self)
        row = QHBoxLayout(shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(_GAP_PX))
        row.addWidget(self.value)
        row.addWidget(self.add)
        row.addWidget(self.all_dates)
        row.addStretch(1)
        self._stack = QStackedLayout()
        self._stack.addWidget(shown)
        self._stack.addWidget(self.editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(2))
        column.addLayout(head)
        column.addLayout(self._stack)

    @override
    def sizeHint(self) -> QSize:
        # The editor fits where the value stood; a short value must not make it unusable.
        gap, px = theme().px(_GAP_PX), theme().px
        head = QFontMetrics(theme().font("caption")).horizontalAdvance(self.facts.label)
        head += gap + self.chip.sizeHint().width() if self.facts.origin else 0
        line = self.value.sizeHint().width()
        for link in (self.add, self.all_dates):
            line += gap + link.sizeHint().width() if not link.isHidden() else 0
        if self._is_editing:
            line = max(line, px(_EDITOR_WIDTH_PX))
        return QSize(max(head, line) + px(2), px(42))

    @property
    def is_editing(self) -> bool:
        """Say whether the editor is open."""
        return self._is_editing

    def edit(self) -> None:
        """Open the editor in the value's place."""
        if not self.facts.name:
            return
        self._is_editing = True
        self.editor.setText(self.facts.edit_text)
        self.editor.selectAll()
        self._stack.setCurrentWidget(self.editor)
        self._resized()
        self.editor.setFocus()

    def _leave(self, kept: bool) -> None:
        if not self._is_editing:
            return
        # Hiding the editor takes its focus, which comes here once more.
        self._is_editing = False
        self._stack.setCurrentIndex(0)
        self._resized()
        self.value.setFocus()
        value = self.editor.text().strip()
        if kept and value != self.facts.edit_text:
            self.edited.emit(self.facts.name, value)

    def _resized(self) -> None:
        self.updateGeometry()
        if (around := self.parentWidget()) is not None:
            around.updateGeometry()

    def _show_evidence(self) -> None:
        if self.facts.evidence is not None:
            self.evidence_wanted.emit(self.facts.evidence)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.edit()
            return
        super().keyPressEvent(event)


class _Editor(QLineEdit):
    """Enter and leaving keep what was typed, Esc gives it up."""

    left = Signal(bool)

    def __init__(self, facts: FieldFacts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(facts.label)
        self.setPlaceholderText(facts.hint)
        self.setToolTip(plain_tooltip(facts.hint))
        self.setFixedHeight(theme().px(26))
        self.setFont(theme().font("body"))
        self.setAcceptDrops(False)

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if arg__1.key() == Qt.Key.Key_Escape:
            self.left.emit(False)
        elif arg__1.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit(True)
        else:
            super().keyPressEvent(arg__1)

    @override
    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        super().focusOutEvent(arg__1)
        if arg__1.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit(True)


class _Value(QAbstractButton):
    """The value as plain text; it looks like a button only while the mouse is on it."""

    def __init__(self, facts: FieldFacts, parent: QWidget) -> None:
        super().__init__(parent)
        self._missing = not facts.value
        # Painted anew as the pointer comes and goes.
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setText(facts.value or facts.missing)
        said = f"{facts.label}: {self.text()}"
        self.setAccessibleName(f"{said}, {facts.origin}" if facts.origin else said)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        can_edit = bool(facts.name)
        self.setEnabled(can_edit)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if can_edit else Qt.FocusPolicy.NoFocus)
        hint = self.tr("{value}\nClick or F2 to edit").format(value=self.text())
        self.setToolTip(plain_tooltip(hint) if can_edit else "")

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetrics(theme().font("body-medium")).horizontalAdvance(self.text()) + 2
        return QSize(min(width, theme().px(_VALUE_WIDTH_PX)), theme().px(22))

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(e)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        painter, palette = QPainter(self), theme().palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font("body" if self._missing else "body-medium"))
        painter.setPen(palette.text3 if self._missing else palette.text)
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect(), flags, shown)
        if self.isEnabled() and self.underMouse():
            y = self.height() - 2
            painter.setPen(QPen(palette.border_strong, 1, Qt.PenStyle.DotLine))
            painter.drawLine(0, y, self.width(), y)
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), palette)


class _OriginChip(QAbstractButton):
    """Where a value comes from; where the text states it, a click shows the words."""

    def __init__(self, facts: FieldFacts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(facts.origin)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._evident = facts.evidence is not None
        said = f"{facts.label}, {facts.origin}"
        self.setAccessibleName(f"{said}: “{facts.words}”" if facts.words else said)
        hand, plain = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(hand if self._evident else plain)
        policy = Qt.FocusPolicy.TabFocus if self._evident else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        if facts.words:
            self.setToolTip(plain_tooltip(f"“{facts.words}”"))

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme().font("caption"))
        return QSize(metrics.horizontalAdvance(self.text()) + theme().px(10), theme().px(_HEAD_PX))

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        painter, palette = QPainter(self), theme().palette
        ink = palette.accent if self.hasFocus() else palette.text2
        draw_chip(painter, QRectF(self.rect()), self.text(), (palette.sunken, ink))
