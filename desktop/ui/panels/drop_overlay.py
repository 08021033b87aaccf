"""The drop target: covers the page while files are dragged over the window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ingest.formats import find_format
from desktop.ui.icons import draw_icon
from desktop.ui.paint.shadows import draw_plate
from desktop.ui.theme import theme

_VEIL, _INSET_PX, _RADIUS = 0.72, 14.5, 14
_CARD_WIDTH_PX, _CARD_HEIGHT_PX = 470, 266


class DropOverlay(QWidget):
    """Says what dropping would do: number and kinds of files, or what cannot be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title, self._kinds, self._notes = "", "", ("", "")
        self._can_drop = True
        self.hide()

    def offer(self, paths: Sequence[Path], *, can_write: bool = True) -> bool:
        """Show what dropping these paths would do, and say whether it would do anything."""
        wanted = [path for path in paths if is_wanted(path)]
        self._can_drop = bool(wanted) and can_write
        if self._can_drop:
            self._say_drop(paths)
        elif wanted:
            self._title = self.tr("This library can only be read")
            self._kinds = self.tr("Nothing can be added to it.")
            self._notes = (self.tr("Open another library from the File menu."), "")
        else:
            self._title = self.tr("These files cannot be read")
            self._kinds = self.tr("Text, web pages, documents, mails and archives can.")
            self._notes = (self.tr("Nothing is changed."), "")
        self.setAccessibleName(f"{self._title}. {self._kinds}")
        self.show()
        self.raise_()
        self.update()
        return self._can_drop

    @property
    def title(self) -> str:
        """Return what the card says first."""
        return self._title

    def _say_drop(self, paths: Sequence[Path]) -> None:
        count = len(paths)
        folders = sum(path.is_dir() for path in paths)
        if folders == count:
            few, many = self.tr("Drop to add a folder"), self.tr("Drop to add {count} folders")
        else:
            few, many = self.tr("Drop to add 1 file"), self.tr("Drop to add {count} files")
        self._title = few if count == 1 else many.format(count=count)
        self._kinds = self._kinds_of(paths)
        self._notes = (
            self.tr("Copies go into your library. The files stay where they are."),
            self.tr("Duplicates are set aside, not added twice. You can undo."),
        )

    def _kinds_of(self, paths: Sequence[Path]) -> str:
        counts = Counter(_kind_of(path) for path in paths)
        words = {
            "text": (self.tr("1 text file"), self.tr("{count} text files")),
            "web page": (self.tr("1 web page"), self.tr("{count} web pages")),
            "document": (self.tr("1 document"), self.tr("{count} documents")),
            "mail": (self.tr("1 mail"), self.tr("{count} mails")),
            "record": (self.tr("1 file of records"), self.tr("{count} files of records")),
            "feed": (self.tr("1 feed"), self.tr("{count} feeds")),
            "reference": (self.tr("1 list of references"), self.tr("{count} lists of references")),
            "archive": (self.tr("1 archive"), self.tr("{count} archives")),
            "folder": (self.tr("1 folder with all that is in it"), self.tr("{count} folders")),
            "": (self.tr("1 other file"), self.tr("{count} other files")),
        }
        parts = [
            one if counts[kind] == 1 else many.format(count=counts[kind])
            for kind, (one, many) in words.items()
            if counts[kind]
        ]
        if len(parts) < 2:
            return "".join(parts)
        return self.tr("{first} and {last}").format(first=", ".join(parts[:-1]), last=parts[-1])

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = theme().palette
        veil = QColor(palette.window)
        veil.setAlphaF(_VEIL)
        painter.fillRect(self.rect(), veil)
        ink = palette.accent if self._can_drop else palette.border_strong
        tint = QColor(palette.accent_tint if self._can_drop else palette.sunken)
        tint.setAlphaF(0.8)
        pen = QPen(ink, 2.5)
        pen.setDashPattern([5, 3])
        painter.setPen(pen)
        painter.setBrush(tint)
        inset = _INSET_PX
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
        self._draw_card(painter, ink)

    def _draw_card(self, painter: QPainter, ink: QColor) -> None:
        palette = theme().palette
        width, height = theme().px(_CARD_WIDTH_PX), theme().px(_CARD_HEIGHT_PX)
        card = QRectF(0, 0, min(width, self.width() - 60), height)
        card.moveCenter(QRectF(self.rect()).center())
        draw_plate(painter, card, palette.raised, palette)
        name = "file-import" if self._can_drop else "ban"
        size = theme().px(48)
        top = card.top() + theme().px(30)
        draw_icon(painter, QRectF(card.center().x() - size / 2, top, size, size), name, ink)
        top += size + theme().px(14)
        top = self._draw_line(painter, card, top, self._title, "title")
        top = self._draw_line(painter, card, top + theme().px(6), self._kinds, "body-medium")
        top += theme().px(18)
        painter.setPen(QPen(palette.hair, 1))
        left, right = int(card.left() + theme().px(30)), int(card.right() - theme().px(30))
        painter.drawLine(left, int(top), right, int(top))
        top += theme().px(16)
        for note in self._notes:
            top = self._draw_line(painter, card, top, note, "body") + theme().px(10)

    def _draw_line(
        self, painter: QPainter, card: QRectF, top: float, words: str, kind: str
    ) -> float:
        height = theme().line(kind)
        painter.setFont(theme().font(kind))
        painter.setPen(theme().palette.text)
        line = QRectF(card.left() + 16, top, card.width() - 32, height)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, words)
        return top + height


def is_wanted(path: Path) -> bool:
    """Say whether a path may hold articles: a folder, or a file of a kind that can be read."""
    return path.is_dir() or find_format(path.name) is not None or not path.suffix


def _kind_of(path: Path) -> str:
    known = find_format(path.name)
    return "folder" if path.is_dir() else known.kind if known else ""
