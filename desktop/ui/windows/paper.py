"""The report on paper: printing it and saving it as PDF."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from desktop.services.files import write_whole
from desktop.ui.windows.main import REPORT, MainWindow
from desktop.ui.windows.pages import EventPages


class Paper(QObject):
    """Joins the commands of the report page to printer and file."""

    def __init__(self, window: MainWindow, pages: EventPages) -> None:
        super().__init__(window)
        self._window, self._pages = window, pages
        place = QStandardPaths.StandardLocation.DocumentsLocation
        self._folder = Path(QStandardPaths.writableLocation(place))
        window.commands["print"].triggered.connect(self.print)
        window.commands["save pdf"].triggered.connect(self.ask_and_save)
        pages.report_changed.connect(self._enable)
        pages.view_changed.connect(self._enable)
        window.page_shown.connect(self._enable)
        self._enable()

    def print(self) -> None:
        """Ask for a printer and print the pages of the preview."""
        from desktop.ui.printing.printer import ask_and_print

        document = self._pages.report.document
        if document is not None:
            ask_and_print(document, self._window)

    def ask_and_save(self) -> None:
        """Ask for a file and save the report there as PDF."""
        title = self._pages.view.label if self._pages.view else self.tr("Report")
        offered = str(self._folder / f"{_file_name(title)}.pdf")
        name, _filter = QFileDialog.getSaveFileName(
            self._window, self.tr("Save as PDF"), offered, "PDF (*.pdf)"
        )
        if not name:
            return
        path = Path(name if name.lower().endswith(".pdf") else f"{name}.pdf")
        if self.save(path):
            self._folder = path.parent
            self._window.toast.show_message(self.tr("Saved as PDF"), str(path), is_good=True)

    def save(self, path: Path) -> list[Path]:
        """Save the pages of the preview as PDF; return what was written, nothing on trouble."""
        from desktop.ui.printing.pages import to_pdf

        document = self._pages.report.document
        if document is None:
            return []
        try:
            write_whole(path, to_pdf(document))
        except OSError as error:
            words = self.tr("{name} could not be written").format(name=path.name)
            self._window.toast.show_message(words, error.strerror or "")
            return []
        return [path]

    def _enable(self) -> None:
        ready = self._window.page == REPORT and self._pages.report.document is not None
        for name in ("print", "save pdf"):
            self._window.commands[name].setEnabled(ready)


def _file_name(title: str) -> str:
    """Return a title without the characters that file systems refuse."""
    kept = "".join(c if c.isalnum() or c in " -_" else " " for c in title)
    return " ".join(kept.split())[:80] or "Report"
