"""The bar under the menus: mark, where one is, search, and the actions of the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import ElidedLabel, plain_tooltip
from desktop.ui.controls.plates import Ground
from desktop.ui.icons import draw_icon
from desktop.ui.panels.rail import RAIL_PX
from desktop.ui.theme import theme

_HEIGHT_PX, _SEARCH_PX, _SEARCH_LEFT_PX, _LOGO_PX = 52, 336, 608, 26


class TopBar(Ground):
    """Shows trail, title and actions; emits what is typed into the search field."""

    search_changed = Signal(str)
    menu_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self.heading = Heading(self)
        self.heading.pressed.connect(self.menu_wanted)
        self.search = SearchField(self)
        self.search.textChanged.connect(self.search_changed)
        self._buttons: list[ActionButton] = []
        self._row = QHBoxLayout(self)
        self._row.setSpacing(8)
        self._row.addWidget(self.heading, 10)
        self._row.addSpacing(theme().px(12))
        self._row.addWidget(self.search, 8)
        self._row.addStretch(1)
        theme().changed.connect(self._resize)
        self._resize()

    def show_heading(
        self, title: str, small: str, *, as_trail: bool = False, has_menu: bool = False
    ) -> None:
        """Show a title with a small line under it, or over it when that is a trail.

        One with a menu under it says so by an arrow, and emits `menu_wanted` when it is pressed.
        """
        self.heading.show_words(title, small, as_trail=as_trail)
        self.heading.show_menu(has_menu=has_menu)

    def show_actions(self, actions: Sequence[QAction]) -> None:
        """Show buttons for the actions of a page; the last one is the primary."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        primary = len(actions) - 1
        kinds = [
            ButtonKind.PRIMARY if n == primary else ButtonKind.PLAIN for n in range(primary + 1)
        ]
        self._buttons = [
            ActionButton(a, kind, self) for a, kind in zip(actions, kinds, strict=True)
        ]
        for button in self._buttons:
            self._row.addWidget(button)

    @property
    def buttons(self) -> tuple[ActionButton, ...]:
        """Return the buttons of the page, the primary last."""
        return tuple(self._buttons)

    def _resize(self) -> None:
        self.setFixedHeight(theme().px(_HEIGHT_PX))
        self._row.setContentsMargins(theme().px(RAIL_PX + 12), 0, theme().px(16), 2)
        self.search.setFixedHeight(theme().px(34))
        self.search.setMaximumWidth(theme().px(_SEARCH_PX))
        self.heading.setMaximumWidth(theme().px(_SEARCH_LEFT_PX - RAIL_PX - 32))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = theme().px(_LOGO_PX)
        left = (theme().px(RAIL_PX) - size) / 2
        box = QRectF(left, (self.height() - size) / 2 - 1, size, size)
        draw_icon(painter, box, "crosslight", theme().palette.text)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().palette.border)


class Heading(QWidget):
    """Two lines: the page's title, and a trail above it or counts below it."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel("", "section")
        self.trail = ElidedLabel("", "caption", "text2")
        self.small = ElidedLabel("", "small", "text2")
        self._has_menu = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        for label in (self.trail, self.title, self.small):
            column.addWidget(label)
        column.addStretch(1)

    def show_words(self, title: str, small: str, *, as_trail: bool) -> None:
        """Show a title with a small line."""
        self.title.set_whole(title)
        for label, shown in ((self.trail, as_trail), (self.small, not as_trail)):
            label.set_whole(small if shown else "")
            label.setVisible(shown)

    def show_menu(self, *, has_menu: bool) -> None:
        """Show whether there is a menu under the title."""
        self._has_menu = has_menu
        shape = Qt.CursorShape.PointingHandCursor if has_menu else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._has_menu and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()
        else:
            super().mousePressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_menu:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, words = theme().px(16), self.title.fontMetrics().horizontalAdvance(self.title.text())
        left = min(words + theme().px(6), self.width() - side)
        top = self.title.y() + (self.title.height() - side) / 2
        draw_icon(painter, QRectF(left, top, side, side), "chevron-down", theme().palette.text)


class SearchField(QLineEdit):
    """Narrows the library's list to articles with all of the words typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Search articles, text, outlets"))
        self.setAccessibleName(self.tr("Search the library"))
        self.setMaxLength(200)
        self.setAcceptDrops(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme().changed.connect(self._resize)
        self._resize()

    def _resize(self) -> None:
        # Room for the glass at the left and for the keys at the right.
        self.setTextMargins(theme().px(24), 0, theme().px(56), 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = theme().palette
        middle = self.height() / 2
        px = theme().px
        side = px(18)
        draw_icon(painter, QRectF(10, middle - side / 2, side, side), "search", palette.text2)
        if self.text() or self.hasFocus():
            return
        keys = self.tr("Ctrl K")
        painter.setFont(theme().font("caption"))
        width = painter.fontMetrics().horizontalAdvance(keys) + px(12)
        cap = QRectF(self.width() - width - 10, middle - px(19) / 2, width, px(19))
        painter.setPen(palette.border)
        painter.setBrush(palette.surface)
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(palette.text2)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)


class ActionButton(Button):
    """A button that follows an action: its text, its icon, whether it is enabled and shown."""

    def __init__(self, action: QAction, kind: ButtonKind, parent: QWidget | None = None) -> None:
        super().__init__(
            _short(action), str(action.property("icon_name") or ""), kind, parent=parent
        )
        self._action = action
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setText(_short(self._action))
        whole = self._action.text().replace("&", "")
        # Who speaks to the computer says what is to be seen.
        self.setAccessibleName(_short(self._action))
        self.setAccessibleDescription(whole)
        self.setEnabled(self._action.isEnabled())
        shortcut = self._action.shortcut().toString()
        self.setToolTip(plain_tooltip(f"{whole}  {shortcut}".strip()))
        self.updateGeometry()


def _short(action: QAction) -> str:
    text = str(action.property("short_text") or action.text())
    return text.replace("&", "").removesuffix("…")
