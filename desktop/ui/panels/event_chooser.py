"""A dialog to choose an event: words narrow the list, Enter or a double click takes one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import ElidedLabel, Label
from desktop.ui.controls.plates import Card
from desktop.ui.controls.scaling import keep_sized, keep_spaced
from desktop.ui.icons import draw_icon
from desktop.ui.models.articles import Index
from desktop.ui.models.event_choices import EventChoice, EventChoices
from desktop.ui.paint.focus import draw_focus
from desktop.ui.theme import theme

_WIDTH_PX, _LIST_PX, _PAD_PX, _ROW_PX, _ICON_PX = 520, 320, 20, 50, 18
_LIST_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class EventChooser(QDialog):
    """Emits the id of the event that was chosen; it shows the choices it is given.

    Its words are a title, what the choice is about, and a verb for the button.
    """

    chosen = Signal(str)

    def __init__(
        self,
        words: tuple[str, str, str],
        choices: Sequence[EventChoice],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        title, about, verb = words
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model = EventChoices(choices, self)
        self.search, self.view = QLineEdit(), QListView()
        self.note = Label(self.tr("No event has all of these words."), "small", "text2")
        self.take = Button(verb, kind=ButtonKind.PRIMARY)
        self.cancel = Button(self.tr("Cancel"))
        self._delegate = _ChoiceDelegate(self.view)
        self._set_up()
        self._lay_out(Label(title, "title"), ElidedLabel(about, "small", "text2"))
        self._connect()
        self._narrow("")
        self.search.setFocus()

    @property
    def current(self) -> EventChoice | None:
        """Return the event that would be taken, or None."""
        choice = self.view.currentIndex().data(EventChoices.CHOICE)
        return choice if isinstance(choice, EventChoice) else None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The list is gone through while words are typed.
        if watched is self.search and isinstance(event, QKeyEvent):
            is_pressed = event.type() is QEvent.Type.KeyPress
            if is_pressed and Qt.Key(event.key()) in _LIST_KEYS:
                self.view.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().palette.raised)

    def _narrow(self, words: str) -> None:
        self.model.narrow(words)
        first = self.model.index(0, 0)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.view.selectionModel().setCurrentIndex(first, flag)
        self.take.setEnabled(first.isValid())
        self.note.setVisible(not first.isValid())

    def _take(self) -> None:
        choice = self.current
        if choice is not None:
            self.accept()
            self.chosen.emit(choice.id)

    def _set_up(self) -> None:
        self.search.setPlaceholderText(self.tr("Find an event by label, outlet or date"))
        self.search.setAccessibleName(self.tr("Find an event"))
        self.search.setClearButtonEnabled(True)
        keep_sized(self.search, height=34)
        self.view.setAccessibleName(self.tr("Events"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.viewport().setAutoFillBackground(False)
        keep_sized(self.view, height=_LIST_PX)
        self.take.setDefault(True)
        self.cancel.setAutoDefault(False)

    def _connect(self) -> None:
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._narrow)
        self.view.doubleClicked.connect(self._take)
        self.take.clicked.connect(self._take)
        self.cancel.clicked.connect(self.reject)
        theme().changed.connect(self.view.scheduleDelayedItemsLayout)

    def _lay_out(self, title: QWidget, about: QWidget) -> None:
        foot = QHBoxLayout()
        keep_spaced(foot, (0, 0, 0, 0), 8)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        keep_spaced(column, (_PAD_PX, _PAD_PX, _PAD_PX, _PAD_PX), 10)
        card = Card()
        inside = QVBoxLayout(card)
        keep_spaced(inside, (4, 4, 4, 4))
        inside.addWidget(self.view)
        for part in (title, about, self.search, card, self.note):
            column.addWidget(part)
        column.addLayout(foot)
        self.setFixedWidth(theme().px(_WIDTH_PX))


class _ChoiceDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(200), theme().px(_ROW_PX))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        choice: EventChoice = index.data(EventChoices.CHOICE)
        palette, px, flag = theme().palette, theme().px, QStyle.StateFlag
        rect, chosen = QRectF(option.rect), bool(option.state & flag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or option.state & flag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.sel if chosen else palette.hover)
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 6, 6)
        side = px(_ICON_PX)
        box = QRectF(rect.left() + px(12), rect.center().y() - side / 2, side, side)
        draw_icon(painter, box, "calendar-event", palette.accent if chosen else palette.text2)
        left = box.right() + px(10)
        room = QRectF(left, rect.top() + px(6), rect.right() - px(12) - left, px(19))
        for words, token, ink in (
            (choice.label, "body-strong", palette.text),
            (choice.about, "small", palette.text2),
        ):
            painter.setFont(theme().font(token))
            painter.setPen(ink)
            metrics = QFontMetricsF(painter.font())
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
            room.moveTop(room.bottom())
        if option.state & flag.State_HasFocus:
            draw_focus(painter, rect.adjusted(3, 2, -3, -2), palette, 5)
        painter.restore()
