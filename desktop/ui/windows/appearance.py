"""How the window looks: theme and zoom, chosen by the user or following the system."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from desktop.ui.palettes import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT
from desktop.ui.session import SYSTEM, Session
from desktop.ui.style import apply_style
from desktop.ui.theme import theme

LOOKS = (SYSTEM, LIGHT, DARK, HIGH_LIGHT, HIGH_DARK)
_ZOOMS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


class Appearance(QObject):
    """Applies theme and zoom to the application and remembers them."""

    def __init__(self, app: QApplication, session: Session, look: str = "") -> None:
        super().__init__(app)
        self._app, self._session = app, session
        self._look = look or (session.look if session.look in LOOKS else SYSTEM)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        theme().use(self._palette_name(), session.zoom)
        apply_style(app)

    @property
    def look(self) -> str:
        """Return the look in use, SYSTEM or a palette's name."""
        return self._look

    def choose(self, look: str) -> None:
        """Use a look and remember it."""
        self._look = self._session.look = look
        self._apply()

    def zoom_by(self, steps: int) -> None:
        """Make everything larger or smaller; 0 steps is the actual size."""
        current = min(range(len(_ZOOMS)), key=lambda nth: abs(_ZOOMS[nth] - theme().zoom))
        nth = _ZOOMS.index(1.0) if steps == 0 else current + steps
        self.zoom_to(_ZOOMS[min(max(nth, 0), len(_ZOOMS) - 1)])

    def zoom_to(self, zoom: float) -> None:
        """Use a zoom and remember it."""
        theme().use(zoom=zoom)
        self._session.zoom = theme().zoom
        apply_style(self._app)

    def _follow_system(self) -> None:
        if self._look == SYSTEM:
            self._apply()

    def _apply(self) -> None:
        theme().use(self._palette_name())
        apply_style(self._app)

    def _palette_name(self) -> str:
        if self._look != SYSTEM:
            return self._look
        dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
