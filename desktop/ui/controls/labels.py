"""Labels: plain text in a type token, whatever it says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QLabel,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from desktop.ui.theme import theme


class Label(QLabel):
    """Plain text in a type token and a palette color; never rich text, whatever it says."""

    def __init__(
        self,
        text: str = "",
        kind: str = "body",
        color: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind, self._color = kind, color
        self.setTextFormat(Qt.TextFormat.PlainText)
        theme().changed.connect(self._restyle)
        self._restyle()

    def set_color(self, color: str) -> None:
        """Change the palette token of the text's color."""
        self._color = color
        self._restyle()

    @override
    def changeEvent(self, arg__1: QEvent) -> None:
        super().changeEvent(arg__1)
        # A new application style sheet takes the label's colors back.
        if arg__1.type() == QEvent.Type.StyleChange:
            self._restyle()

    def _restyle(self) -> None:
        self.setFont(theme().font(self._kind))
        made = self.palette()
        color = getattr(theme().palette, self._color)
        # Which of the two is used depends on the parent, which may come later.
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
            made.setColor(role, color)
        self.setPalette(made)


class ElidedLabel(Label):
    """A line of plain text that ends in an ellipsis where it does not fit; the tooltip has all."""

    def __init__(
        self,
        text: str = "",
        kind: str = "body",
        color: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", kind, color, parent)
        self.setMinimumWidth(theme().px(24))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._whole = ""
        self.set_whole(text)

    def set_whole(self, text: str) -> None:
        """Show a text, as much of it as there is room for."""
        self._whole = text
        self.setAccessibleName(text)
        self._elide()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole), super().sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        mode = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self._whole, mode, max(self.width(), 1))
        self.setText(shown)
        self.setToolTip(plain_tooltip(self._whole) if shown != self._whole else "")


def plain_tooltip(text: str) -> str:
    """Return foreign text so that a tooltip shows it as it stands and never as markup."""
    # Qt takes a tooltip for rich text by its look; a wrapped, escaped one is ours.
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span style='white-space:pre-wrap'>{escaped}</span>" if text else ""
