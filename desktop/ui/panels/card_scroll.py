"""What popups have in common: a card that scrolls, and a place inside the screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.controls.plates import Card


def fill_with_card(popup: QWidget, inner: QWidget) -> None:
    """Lay a card over the whole of a popup, and what the popup holds into it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(inner)
    # Setting it has made it paint a ground of its own over the card.
    inner.setAutoFillBackground(False)
    card = Card("raised")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(1, 1, 1, 1)
    inside.addWidget(area)
    outside = QVBoxLayout(popup)
    outside.setContentsMargins(0, 0, 0, 0)
    outside.addWidget(card)


def move_inside(popup: QWidget, corner: QPoint, room: QRect) -> None:
    """Move a popup to where its corner is wished, or as near as it is wholly in the room."""
    last = room.bottomRight() - popup.rect().bottomRight()
    left = max(room.left(), min(corner.x(), last.x()))
    top = max(room.top(), min(corner.y(), last.y()))
    popup.move(left, top)
