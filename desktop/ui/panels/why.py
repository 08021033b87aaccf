"""Why one event: a popup with what each pair of articles shares."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.controls.labels import Label
from desktop.ui.controls.plates import Badge, Card, Hairline
from desktop.ui.models.links import Reason
from desktop.ui.theme import theme

_WIDTH_PX, _HEIGHT_PX, _PAD_PX, _LABEL_PX = 460, 480, 16, 64


class WhyPopup(QFrame):
    """Lists shared names, figures and words of each pair, and what speaks most against it."""

    def __init__(self, reasons: Sequence[Reason], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAccessibleName(self.tr("Why one event"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(_PAD_PX, _PAD_PX, _PAD_PX, _PAD_PX)
        column.setSpacing(8)
        column.addWidget(Label(self.tr("Why one event"), "section"))
        said = Label(self.tr("What the texts share, the weakest pair first."), "small", "text2")
        column.addWidget(said)
        for reason in reasons:
            column.addWidget(Hairline())
            column.addWidget(_pair(reason))
        column.addStretch(1)
        self._frame(inner)

    def show_under(self, widget: QWidget) -> None:
        """Open below a control, inside its screen."""
        size = self.size()
        corner = widget.mapToGlobal(QPoint(widget.width() - size.width(), widget.height() + 4))
        room = widget.screen().availableGeometry()
        left = max(room.left(), min(corner.x(), room.right() - size.width()))
        top = max(room.top(), min(corner.y(), room.bottom() - size.height()))
        self.move(left, top)
        self.show()

    def _frame(self, inner: QWidget) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(inner)
        # Setting it has made it paint a ground of its own over the card.
        inner.setAutoFillBackground(False)
        card = Card("raised")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(area)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(card)
        width = theme().px(_WIDTH_PX)
        asked = max(inner.heightForWidth(width - 16), inner.sizeHint().height())
        height = min(theme().px(_HEIGHT_PX), asked + 4)
        self.resize(width, height)


def _pair(reason: Reason) -> QWidget:
    pair = QWidget()
    grid = QGridLayout(pair)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(3)
    grid.setColumnMinimumWidth(0, theme().px(_LABEL_PX))
    grid.setColumnStretch(1, 1)
    head = QHBoxLayout()
    head.setSpacing(6)
    for column in (reason.left, reason.right):
        head.addWidget(Badge(column.badge.letters, column.badge.slot, column.name))
    head.addWidget(Label(f"{reason.left.name}, {reason.right.name}", "small-strong"))
    head.addStretch(1)
    words = QCoreApplication.translate("WhyOneEvent", "likeness {share}")
    head.addWidget(Label(words.format(share=f"{reason.likeness:.2f}"), "small", "text2"))
    grid.addLayout(head, 0, 0, 1, 2)
    for nth, (label, said) in enumerate(reason.lines, start=1):
        grid.addWidget(Label(label, "small", "text3"), nth, 0, Qt.AlignmentFlag.AlignTop)
        shared = Label(said, "small", "text2")
        shared.setWordWrap(True)
        grid.addWidget(shared, nth, 1)
    return pair
