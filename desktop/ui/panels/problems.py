"""A file that could not be read, or not well: what happened, why, and what one can do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, QUrl
from PySide6.QtGui import QDesktopServices, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.controls.buttons import Button
from desktop.ui.controls.labels import ElidedLabel, Label
from desktop.ui.controls.scaling import keep_spaced
from desktop.ui.icons import draw_icon
from desktop.ui.panels.flow import FlowLayout
from desktop.ui.theme import theme


@dataclass(frozen=True, slots=True)
class FileProblem:
    """A file of an import with the reason why it was refused or needs a look.

    `kept` says that the library holds the file as it came.
    """

    path: str
    name: str
    reason: str
    refused: bool
    kept: bool = False


class ProblemRow(QWidget):
    """Shows a problem on the color of warnings, with its ways out."""

    def __init__(self, problem: FileProblem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problem = problem
        words = (
            self.tr("{name} was not added") if problem.refused else self.tr("{name} needs a look")
        )
        title = ElidedLabel(words.format(name=problem.name), "body-strong")
        reason = Label(problem.reason, "small", "text2")
        reason.setWordWrap(True)
        self.folder = Button(self.tr("Show"), height_px=30)
        self.folder.setAccessibleName(self.tr("Show file"))
        self.folder.clicked.connect(self._show_file)
        self.retry = Button(self.tr("Try again"), height_px=30)
        self.save = Button(self.tr("Save original…"), height_px=30)
        self.skip = Button(self.tr("Skip"), height_px=30)
        ways = QWidget()
        flow = FlowLayout(ways, (4, 8), 6)
        with_copy = (self.retry, self.save) if problem.kept else ()
        for button in (self.folder, *with_copy, self.skip):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        keep_spaced(column, (52, 12, 20, 14), 4)
        column.addWidget(title)
        column.addWidget(reason)
        column.addSpacing(4)
        column.addWidget(ways)

    def _show_file(self) -> None:
        folder = Path(self.problem.path).parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = theme().palette
        painter.fillRect(self.rect(), palette.warn_tint)
        painter.fillRect(0, 0, self.width(), 1, palette.hair)
        px = theme().px
        box = QRectF(px(20), px(14), px(18), px(18))
        draw_icon(painter, box, "alert-triangle", palette.warn_text)
