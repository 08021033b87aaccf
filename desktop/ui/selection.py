"""The linked selection: the places the user chose, shown by every view that is visible."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from desktop.core.model.comparisons import Place


class Selection(QObject):
    """Holds the chosen places; it survives a change of view and is cleared with Esc."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: tuple[Place, ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        """Return the chosen places, in the order in which they were given."""
        return self._places

    def choose(self, places: Sequence[Place]) -> None:
        """Take the place of what was chosen before."""
        if self._places != tuple(places):
            self._places = tuple(places)
            self.changed.emit()

    def clear(self) -> None:
        """Choose nothing."""
        self.choose(())
