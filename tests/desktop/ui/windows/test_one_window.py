"""Only the main window ever appears: a part shown before it has a parent would flash as another."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.desktop.ui.windows.opened import DeskMaker, settle


class Watcher(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.seen: list[str] = []
        app.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_no_part_appears_as_a_window_of_its_own(
    qtbot: QtBot, qapp: QApplication, make_desk: DeskMaker, sample_library: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "Copy.crosslight"
    copy.write_bytes(sample_library.read_bytes())
    watcher = Watcher(qapp)
    desk = make_desk(copy)
    for page in ("compare", "diff", "charts", "article", "report", "settings", "help", "library"):
        desk.window.show_page(page)
        settle(qtbot, desk)
    qapp.removeEventFilter(watcher)
    assert watcher.seen == ["MainWindow"]
