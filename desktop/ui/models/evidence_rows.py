"""A list of evidence for a list view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from desktop.ui.figures.evidence import Evidence
from desktop.ui.labels import voice_label

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
EVIDENCE = Qt.ItemDataRole.UserRole + 1


class EvidenceModel(QAbstractListModel):
    """Sentences behind a number or a finding; EVIDENCE gives the row's evidence."""

    def __init__(self, rows: Sequence[Evidence] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = tuple(rows)

    @property
    def rows(self) -> tuple[Evidence, ...]:
        """Return the evidence shown."""
        return self._rows

    def show(self, rows: Sequence[Evidence]) -> None:
        """Show other evidence."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == EVIDENCE:
            return row
        words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return evidence_sentence(row) if role in words else None


def evidence_sentence(evidence: Evidence) -> str:
    """Return evidence in one line, for those who listen."""
    where = QCoreApplication.translate("Evidence", "{outlet}, sentence {number} of {count}")
    named = where.format(outlet=evidence.outlet, number=evidence.number, count=evidence.count)
    parts = (
        evidence.lead.removesuffix(":"),
        named,
        voice_label(evidence.voice),
        evidence.text,
        evidence.kind,
    )
    return ". ".join(part.removesuffix(".") for part in parts if part)
