"""Which widget of a part of the window takes the keys first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def first_focus(pane: QWidget) -> QWidget | None:
    """Return the first widget of a pane that takes the focus by Tab."""
    for widget in [pane, *pane.findChildren(QWidget)]:
        takes = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        if takes and widget.isVisible() and widget.isEnabled():
            return widget
    return None
