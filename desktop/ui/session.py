"""What the window remembers from one run to the next: size, panes, page, library, looks."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from desktop.services.locations import config_folder, make_folder

SYSTEM = "system"
_FILE = "window.ini"


class Session:
    """The window's settings in an INI file under the user's configuration folder.

    One that restores nothing starts as a first run does, and leaves the file as it is: a window
    that something remembered keeps from opening can be opened so.
    """

    def __init__(self, path: Path | None = None, *, restores: bool = True) -> None:
        self.restores = restores
        self._path = path or config_folder() / _FILE
        self._settings = QSettings(str(self._path), QSettings.Format.IniFormat)
        self._unsaved: dict[str, object] = {}

    @property
    def look(self) -> str:
        """Return the name of the palette that the user chose, or SYSTEM."""
        return self._text("look", SYSTEM)

    @look.setter
    def look(self, name: str) -> None:
        self._keep("look", name)

    @property
    def zoom(self) -> float:
        """Return the zoom that the user chose."""
        try:
            return float(self._text("zoom", "1.0"))
        except ValueError:
            return 1.0

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._keep("zoom", f"{zoom:.2f}")

    @property
    def library(self) -> str:
        """Return the library that was open last, or an empty string."""
        return self._text("library", "")

    @library.setter
    def library(self, url: str) -> None:
        # The address of a server may hold a password.
        if self.restores:
            self._make_private()
        self._keep("library", url)

    @property
    def page(self) -> str:
        """Return the page that was shown last."""
        return self._text("page", "library")

    @page.setter
    def page(self, name: str) -> None:
        self._keep("page", name)

    def state(self, name: str) -> QByteArray:
        """Return a stored geometry or splitter state; empty if there is none."""
        value = self._value(f"state/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_state(self, name: str, state: QByteArray) -> None:
        """Store a geometry or splitter state."""
        self._keep(f"state/{name}", state)

    def sync(self) -> None:
        """Write what changed to the file."""
        self._settings.sync()

    def _make_private(self) -> None:
        """Let nobody else read the file: Qt keeps the rights of a file that is there."""
        with suppress(OSError):
            make_folder(self._path.parent)
            self._path.touch(0o600)
            self._path.chmod(0o600)

    def _text(self, key: str, default: str) -> str:
        value = self._value(key)
        return value if isinstance(value, str) else default

    def _value(self, key: str) -> object:
        return self._settings.value(key) if self.restores else self._unsaved.get(key)

    def _keep(self, key: str, value: object) -> None:
        if self.restores:
            self._settings.setValue(key, value)
        else:
            self._unsaved[key] = value
