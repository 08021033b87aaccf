"""The page of an empty library: drop files, open the sample, and what one will get."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import Label
from desktop.ui.controls.plates import Card, Ground
from desktop.ui.icons import draw_icon
from desktop.ui.paint.badges import SIZE, draw_badge
from desktop.ui.paint.promises import draw_number_promise, draw_tone_promise, draw_voices_promise
from desktop.ui.palettes import Palette
from desktop.ui.theme import theme

_WIDTH_PX, _ZONE_PX, _SAMPLE_PX, _HEIGHT_PX, _PROMISE_PX = 988, 573, 395, 282, 182
_RADIUS = 14
Drawing = Callable[[QPainter, QRectF, tuple[str, str], Palette], None]


class FirstRun(Ground):
    """Asks for files, a folder or the sample library."""

    files_requested = Signal()
    folder_requested = Signal()
    sample_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        inner = Ground("surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(40, 56, 40, 32)
        column.setSpacing(0)
        title = Label(self.tr("See how each outlet tells the same story"), "display")
        title.setWordWrap(True)
        about = self.tr(
            "Add news articles. Crosslight groups those on one event and shows the wording "
            "side by side."
        )
        lead = Label(about, "body", "text2")
        lead.setWordWrap(True)
        column.addWidget(title)
        column.addSpacing(8)
        column.addWidget(lead)
        column.addSpacing(24)
        column.addLayout(self._start_row())
        column.addSpacing(36)
        column.addWidget(Label(self.tr("What you will get"), "section"))
        column.addSpacing(12)
        column.addLayout(self._promise_row())
        column.addSpacing(52)
        column.addWidget(
            _Promised(
                self.tr(
                    "Everything stays on this computer. Crosslight never goes online by itself."
                )
            )
        )
        column.addStretch(1)
        inner.setMaximumWidth(theme().px(_WIDTH_PX + 80))
        self._scroll_over(inner)

    def _scroll_over(self, inner: QWidget) -> None:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        scroll.setWidget(inner)
        scroll.viewport().setAutoFillBackground(False)
        scroll.setAcceptDrops(False)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(scroll)

    def _start_row(self) -> QHBoxLayout:
        self.files = Button(self.tr("Choose files…"), kind=ButtonKind.PRIMARY, height_px=40)
        self.folder = Button(self.tr("Choose a folder…"), height_px=40)
        self.sample = Button(self.tr("Open the sample library"), height_px=40)
        self.files.clicked.connect(self.files_requested)
        self.folder.clicked.connect(self.folder_requested)
        self.sample.clicked.connect(self.sample_requested)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(DropZone(self.files, self.folder), _ZONE_PX)
        row.addWidget(_SampleCard(self.sample), _SAMPLE_PX)
        return row

    def _promise_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(20)
        marked = self.tr("lashed out")
        sentence = self.tr("…has again {words} at his…").format(words=marked)
        row.addWidget(
            _Promise(
                draw_number_promise,
                (sentence, marked),
                self.tr("Every number opens"),
                self.tr("Click a mark and read its sentences."),
            )
        )
        row.addWidget(
            _Promise(
                draw_voices_promise,
                (self.tr("Own voice"), self.tr("Quoted voices")),
                self.tr("Two voices, kept apart"),
                self.tr("Solid is the outlet’s own voice. Hatched is a quoted voice."),
            )
        )
        row.addWidget(
            _Promise(
                draw_tone_promise,
                (self.tr("Critical wording"), self.tr("Favorable wording")),
                self.tr("No verdicts"),
                self.tr("No left or right, no bias score. You judge the wording."),
            )
        )
        return row


class DropZone(QWidget):
    """A dashed plate that says what can be dropped on the window, with the same as buttons."""

    def __init__(self, files: Button, folder: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(theme().px(_HEIGHT_PX))
        title = Label(self.tr("Drop files here"), "title")
        kinds = Label(self.tr("Web pages, documents, mails, or a whole folder"), "body", "text2")
        keys = Label(self.tr("Ctrl O"), "caption", "text2")
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        buttons.addWidget(files)
        buttons.addWidget(folder)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.setContentsMargins(20, theme().px(114), 20, 20)
        for label in (title, kinds, keys):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(title)
        column.addSpacing(6)
        column.addWidget(kinds)
        column.addSpacing(22)
        column.addLayout(buttons)
        column.addSpacing(16)
        column.addWidget(keys)
        column.addStretch(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = theme().palette
        pen = QPen(palette.border_strong, 1.6)
        pen.setDashPattern([5, 3])
        painter.setPen(pen)
        painter.setBrush(palette.window)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        size, icon_px = theme().px(68), theme().px(34)
        disk = QRectF((self.width() - size) / 2, theme().px(34), size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.accent_tint)
        painter.drawEllipse(disk)
        box = QRectF(0, 0, icon_px, icon_px)
        box.moveCenter(disk.center())
        draw_icon(painter, box, "file-import", palette.accent)


class _SampleCard(Card):
    def __init__(self, button: Button) -> None:
        super().__init__("surface")
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        about = Label(
            self.tr(
                "Five sample articles from five outlets, kept in a library of their own. "
                "Your library stays as it is."
            ),
            "body",
            "text2",
        )
        about.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 22)
        column.setSpacing(0)
        column.addWidget(Label(self.tr("New here?"), "caption", "text2"))
        column.addSpacing(4)
        column.addWidget(Label(self.tr("Try it on one event"), "title"))
        column.addSpacing(8)
        column.addWidget(about)
        column.addSpacing(22)
        column.addWidget(_SampleBadges())
        column.addStretch(1)
        column.addWidget(button)


class _SampleBadges(QWidget):
    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(220), theme().px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width, height = theme().px(34), SIZE.height() * theme().zoom * 1.1
        for nth, letter in enumerate("ABCDE"):
            box = QRectF(nth * (width + 8), 0, width, height)
            draw_badge(painter, box, (letter, nth), theme().palette)


class _Promise(QWidget):
    def __init__(self, drawing: Drawing, words: tuple[str, str], title: str, text: str) -> None:
        super().__init__()
        self._drawing, self._words = drawing, words
        self.setAccessibleName(f"{title}. {text}")
        self.setMinimumHeight(theme().px(_PROMISE_PX))
        # Three of one width, whatever they say.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        about = Label(text, "body", "text2")
        about.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, theme().px(102), 20, 18)
        column.setSpacing(6)
        column.addWidget(Label(title, "section"))
        column.addWidget(about)
        column.addStretch(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = theme().palette
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.window)
        painter.drawRoundedRect(QRectF(self.rect()), 10, 10)
        room = QRectF(22, theme().px(27), self.width() - 42, theme().px(64))
        self._drawing(painter, room, self._words, palette)


class _Promised(QWidget):
    def __init__(self, text: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(26, 2, 0, 2)
        row.addWidget(Label(text, "body", "text2"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, self.height() / 2 - 8, 16, 16)
        draw_icon(painter, box, "lock", theme().palette.text2)
