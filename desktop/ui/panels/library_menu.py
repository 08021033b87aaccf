"""The menu under the library's name: the libraries, and what can be done with the open one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.controls.labels import Label, plain_tooltip
from desktop.ui.controls.plates import Hairline
from desktop.ui.icons import draw_icon
from desktop.ui.paint.focus import draw_focus
from desktop.ui.panels.card_scroll import fill_with_card, move_inside
from desktop.ui.theme import theme

_WIDTH_PX, _ROW_PX, _TALL_PX, _ICON_PX, _MOST_PX = 360, 34, 46, 18, 640
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class LibraryChoice:
    """A library as the menu shows it; `note` stands under its name."""

    name: str
    note: str
    url: str
    is_open: bool = False
    is_missing: bool = False


class LibraryMenu(QFrame):
    """Shows the libraries and the commands; Esc or a click elsewhere closes it."""

    chosen = Signal(str)

    def __init__(
        self,
        libraries: Sequence[LibraryChoice],
        groups: Sequence[Sequence[QAction]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAccessibleName(self.tr("Libraries"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.rows: list[MenuRow] = []
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(6, 8, 6, 8)
        self._column.setSpacing(1)
        head = Label(self.tr("Libraries"), "small-medium", "text2")
        head.setContentsMargins(10, 2, 0, 4)
        self._column.addWidget(head)
        for choice in libraries:
            self._add_library(choice)
        for actions in groups:
            self._column.addSpacing(5)
            self._column.addWidget(Hairline())
            self._column.addSpacing(5)
            for action in actions:
                self._add_action(action)
        self._lay_out()

    def show_under(self, widget: QWidget) -> None:
        """Open below a control, inside its screen."""
        corner = widget.mapToGlobal(QPoint(0, widget.height() + 4))
        move_inside(self, corner, widget.screen().availableGeometry())
        self.show()
        first = next((row for row in self.rows if row.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _MOVES.get(Qt.Key(event.key()), 0)
        able = [row for row in self.rows if row.isEnabled()]
        held = next((row for row in able if row.hasFocus()), None)
        if held is not None and event.key() in _ENTER:
            held.click()
            return
        if not step or not able:
            super().keyPressEvent(event)
            return
        now = able.index(held) if held is not None else -step
        able[(now + step) % len(able)].setFocus(Qt.FocusReason.TabFocusReason)

    def _add_library(self, choice: LibraryChoice) -> None:
        row = MenuRow(choice.name, "books", self._inner)
        row.show_library(choice)
        row.setEnabled(not choice.is_missing)
        row.clicked.connect(lambda: self._choose(choice.url))
        self._add(row)

    def _add_action(self, action: QAction) -> None:
        icon_name = str(action.property("icon_name") or "")
        row = MenuRow(action.text().replace("&", ""), icon_name, self._inner)
        row.show_keys(action.shortcut().toString())
        row.setEnabled(action.isEnabled())
        row.clicked.connect(lambda: self._trigger(action))
        self._add(row)

    def _add(self, row: MenuRow) -> None:
        self.rows.append(row)
        self._column.addWidget(row)

    def _choose(self, url: str) -> None:
        self.close()
        self.chosen.emit(url)

    def _trigger(self, action: QAction) -> None:
        self.close()
        action.trigger()

    def _lay_out(self) -> None:
        fill_with_card(self, self._inner)
        height = self._inner.sizeHint().height() + 4
        self.setFixedWidth(theme().px(_WIDTH_PX))
        self.resize(theme().px(_WIDTH_PX), min(theme().px(_MOST_PX), height))


class MenuRow(QAbstractButton):
    """A row of the menu: an icon, words, perhaps a note under them, and keys or a check."""

    def __init__(self, text: str, icon_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self._icon_name, self._note, self._keys = icon_name, "", ""
        self._is_open = self._is_missing = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_library(self, choice: LibraryChoice) -> None:
        """Show a library: its note under its name, and whether it is the one that is open."""
        self._note, self._is_open = choice.note, choice.is_open
        self._is_missing = choice.is_missing
        state = self.tr("open now") if choice.is_open else ""
        told = [part for part in (choice.name, choice.note, state) if part]
        self.setAccessibleName(", ".join(told))
        self.setToolTip(plain_tooltip(choice.url.removeprefix("sqlite:///")))

    def show_keys(self, keys: str) -> None:
        """Show the keys that do the same."""
        self._keys = keys.replace("+", " + ")

    @override
    def sizeHint(self) -> QSize:
        height = _TALL_PX if self._note else _ROW_PX
        return QSize(theme().px(_WIDTH_PX - 16), theme().px(height))

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        painter, palette, px = QPainter(self), theme().palette, theme().px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        lit = self.isEnabled() and (self.underMouse() or self.isDown())
        if self._is_open or lit:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.sel if self._is_open else palette.hover)
            painter.drawRoundedRect(box, 6, 6)
        ink = palette.text if self.isEnabled() else palette.text_dis
        if self._is_open:
            ink = palette.accent
        side = px(_ICON_PX)
        where = QRectF(px(10), (box.height() - side) / 2, side, side)
        if self._icon_name:
            quiet = palette.text2 if self.isEnabled() else palette.text_dis
            draw_icon(painter, where, self._icon_name, palette.accent if self._is_open else quiet)
        room = QRectF(where.right() + px(12), 0, 0, box.height())
        room.setRight(box.right() - px(12) - self._draw_end(painter, box))
        self._draw_words(painter, room, (ink, palette.text2 if self.isEnabled() else ink))
        if self.hasFocus():
            draw_focus(painter, box.adjusted(1, 1, -1, -1), palette, 5)

    def _draw_end(self, painter: QPainter, box: QRectF) -> float:
        """Draw keys or a check at the right and return the room they take."""
        palette, px = theme().palette, theme().px
        if self._is_open:
            side = px(_ICON_PX)
            place = QRectF(box.right() - side - px(10), (box.height() - side) / 2, side, side)
            draw_icon(painter, place, "check", palette.accent)
            return side + px(8)
        if not self._keys:
            return 0.0
        painter.setFont(theme().font("small"))
        painter.setPen(palette.text2 if self.isEnabled() else palette.text_dis)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box.adjusted(0, 0, -px(12), 0), right, self._keys)
        return QFontMetricsF(painter.font()).horizontalAdvance(self._keys) + px(10)

    def _draw_words(self, painter: QPainter, room: QRectF, inks: tuple[QColor, QColor]) -> None:
        tall = bool(self._note)
        if tall:
            room.setHeight(theme().px(19))
            room.moveTop((self.height() - 2 * room.height()) / 2)
        token = "body-strong" if tall else "body"
        for words, kind, ink in ((self.text(), token, inks[0]), (self._note, "small", inks[1])):
            painter.setFont(theme().font(kind))
            painter.setPen(ink)
            metrics = QFontMetricsF(painter.font())
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
            room.moveTop(room.bottom())
