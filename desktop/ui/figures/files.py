"""Files that need attention as a table: what they are, what became of them, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.services.kept_files import UnsettledFile
from desktop.services.progress import FileStatus
from desktop.ui.paint.sheets import Column, Sheet, SheetCell, SheetRow, Words


def files_sheet(files: Sequence[UnsettledFile]) -> Sheet:
    """Return a row for each file."""
    return Sheet(
        (
            Column(_tr("File"), 1.1, 130.0),
            Column(_tr("Reason"), 2.2, 220.0),
            Column(_tr("What became of it"), 0.9, 120.0),
            Column(_tr("Added (UTC)"), 0.7, 110.0),
        ),
        tuple(_row(file) for file in files),
    )


def state_words(file: UnsettledFile) -> str:
    """Return what became of a file, and whether the library holds it."""
    if file.status is FileStatus.REJECTED or not file.article_ids:
        state = _tr("not read")
    else:
        state = _tr("read with a doubt")
    return _tr("{state}, kept").format(state=state) if file.has_original else state


def _row(file: UnsettledFile) -> SheetRow:
    added = file.added[:16].replace("T", " ")
    return SheetRow(
        (
            _cell(file.name, "small-strong"),
            _cell(file.problem.message),
            _cell(state_words(file)),
            _cell(added, color="text2"),
        )
    )


def _cell(words: str, kind: str = "small", color: str = "text") -> SheetCell:
    return SheetCell(((Words(words, kind, color),),))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Files", text)
