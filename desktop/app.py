"""The composition root of the window: paints it first, then loads what it works with."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop.services.locations import default_library, portable_library, sample_library_path
from desktop.ui.crashes import report_crashes
from desktop.ui.display import explain_missing, has_display, missing_libraries
from desktop.ui.fonts import load_fonts
from desktop.ui.garbage import Collector, spare_loaded
from desktop.ui.instance import SingleInstance, name_place
from desktop.ui.jobs import Worker
from desktop.ui.palettes import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT
from desktop.ui.session import SYSTEM, Session
from desktop.ui.windows.appearance import Appearance
from desktop.ui.windows.main import MainWindow

if TYPE_CHECKING:  # loaded after first paint
    from desktop.services.readers import FileReader
    from desktop.ui.windows.desk import Desk

DONE, CANNOT_OPEN = 0, 3
_SWITCH_S = 0.0005
_LEAVING_MS = 3000
_LOOKS = {
    "light": LIGHT,
    "dark": DARK,
    "high-contrast-light": HIGH_LIGHT,
    "high-contrast-dark": HIGH_DARK,
    "system": SYSTEM,
}


@dataclass(frozen=True, slots=True)
class Start:
    """What a start of the window asks for."""

    library: str
    sample: bool
    look: str
    paths: tuple[Path, ...]
    is_safe: bool = False


def run_gui(arguments: list[str]) -> int:
    """Open the window, or hand the paths to the one that is open; return the exit code."""
    start = parse(arguments)
    missing = missing_libraries()
    if missing or not has_display():
        sys.stderr.write(explain_missing(missing) if missing else _NO_DISPLAY)
        return CANNOT_OPEN
    # A short switch interval keeps the window answering while a thread computes.
    sys.setswitchinterval(_SWITCH_S)
    app = make_application()
    instance = SingleInstance(name_place(_asked(start)))
    if not instance.claim():
        if instance.hand_over(start.paths):
            return DONE
        # A window that is closing takes nothing more: when it has gone, this one opens.
        if not instance.claim(_LEAVING_MS):
            sys.stderr.write("crosslight: the window that is open does not answer.\n")
            return CANNOT_OPEN
    reporter, collector = report_crashes(), Collector(app)
    opening = Opening(app, start)
    instance.paths_received.connect(opening.receive)
    opening.window.closing.connect(instance.stop_listening)
    opening.window.show()
    code = app.exec()
    opening.close()
    instance.close()
    collector.close()
    reporter.close()
    return code


def run_demo(arguments: list[str]) -> int:
    """Compare the samples without a display: print it, write the report and pictures."""
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from desktop.ui.windows.demo import run

    return run(arguments, make_application())


def parse(arguments: list[str]) -> Start:
    """Return what the arguments ask for; wrong ones end the program with exit code 2."""
    parser = argparse.ArgumentParser(
        prog="crosslight gui", description="Open the window, and import articles into it."
    )
    parser.add_argument("--library", default="", metavar="DB", help="path or URL of a library")
    parser.add_argument("--sample", action="store_true", help="open the sample articles")
    parser.add_argument(
        "--portable", action="store_true", help="use a library beside the program, made if needed"
    )
    parser.add_argument(
        "--safe-mode", action="store_true", help="restore nothing of the last session"
    )
    parser.add_argument("--theme", choices=tuple(_LOOKS), default=None, help="colors to use")
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files to import")
    found = parser.parse_args(arguments)
    look = _LOOKS[found.theme] if found.theme else ""
    paths = tuple(path.absolute() for path in found.paths)
    library = found.library or (str(portable_library()) if found.portable else "")
    return Start(library, found.sample, look, paths, found.safe_mode)


def make_application() -> QApplication:
    """Return the application with names and fonts set; there is one a process."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["crosslight"])
    app.setApplicationName("Crosslight")
    app.setApplicationDisplayName("Crosslight")
    app.setDesktopFileName("crosslight")
    load_fonts()
    return app


class Opening:
    """A window on its way: first the frame, then what it works with, then the library."""

    def __init__(self, app: QApplication, start: Start, session: Session | None = None) -> None:
        self._start, self._session = start, session or Session(restores=not start.is_safe)
        self._appearance = Appearance(app, self._session, start.look)
        self.window = MainWindow()
        geometry = self._session.state("window")
        if not geometry.isEmpty():
            self.window.restoreGeometry(geometry)
        self.desk: Desk | None = None
        self._received: list[Path] = list(start.paths)
        self._reader: FileReader | None = None
        self._loader = Worker("loader", self.window)
        self.window.painted.connect(self._load)
        self.window.drop.paths_dropped.connect(self._keep)

    def receive(self, paths: list[Path]) -> None:
        """Take the paths of a second start and come to the front."""
        if self.desk is not None:
            self.desk.importing.add(paths)
        else:
            self._received += paths
        if self.window.isMinimized():
            self.window.showNormal()
        if QApplication.platformName() != "offscreen":  # which complains of both
            self.window.raise_()
            self.window.activateWindow()

    def close(self) -> None:
        """Stop loading, if the window was closed before it was ready."""
        self._loader.close()
        if self._reader is not None and self.desk is None:
            self._reader.close()

    def _keep(self, paths: list[Path]) -> None:
        if self.desk is None:
            self._received += paths
            self._start_reader()

    def _load(self) -> None:
        self._loader.run(_import_desk, self._build)
        if self._received or self._start.sample:
            self._start_reader()

    def _start_reader(self) -> None:
        """Let the process that reads files load beside the rest of the window."""
        from desktop.services.readers import start_reader

        if self._reader is None:
            self._reader = start_reader()

    def _build(self, make: Callable[[MainWindow, Session, Appearance], Desk]) -> None:
        self.desk = make(self.window, self._session, self._appearance)
        if self._reader is not None:
            self.desk.importing.take_reader(self._reader)
        self.desk.start(self._start.library, self._received, sample=self._start.sample)


_NO_DISPLAY = (
    "crosslight: there is no display to open a window on.\n"
    "`crosslight demo` works without one; `crosslight --help` lists the other commands.\n"
)


def _import_desk() -> Callable[[MainWindow, Session, Appearance], Desk]:
    """Import services and pages, with the database and everything else; takes a moment."""
    from desktop.ui.windows.desk import Desk

    spare_loaded()
    return Desk


def _asked(start: Start) -> str:
    """Return the library that names a start; one that names none is the default library's."""
    if start.sample:
        return os.environ.get("CROSSLIGHT_SAMPLE") or str(sample_library_path())
    return start.library or default_library()
