"""Crosslight as its user has it: the real program on a desktop of its own, seen from outside."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
from deskaccess import Node
from deskkit import OPENING_TOOLS, TOOLS, DesktopSession
from deskproc import DeskError, require_tools, wait_until
from deskscreen import Window
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
SAMPLES = tuple(sorted(path.name for path in SEEDS.glob("*.txt")))
OUTLETS = ("Business Insider", "The Hindu", "Antiwar.com", "RFE/RL", "Euromaidan Press")
PROGRAM = (sys.executable, "-m", "desktop")
TITLE = "– Crosslight$"
BUTTON = "(push )?button"
# The first look at a tree on a busy machine takes seconds.
PATIENCE_S = 30.0


class Program:
    """The running window and what its user can do and see; each step leaves a picture."""

    def __init__(self, desk: DesktopSession, pictures: Path) -> None:
        self.desk = desk
        self._pictures = pictures
        self._steps = 0
        self.window = Window(0, 0, "", "")

    def start(self) -> None:
        """Start the program and wait until it is ready for files."""
        self.desk.start(PROGRAM)
        self.window = self.desk.wait_window(TITLE, PATIENCE_S)
        self.see("Drop files here")

    def see(self, *patterns: str) -> None:
        """Wait until all patterns are in the window at once."""
        self.desk.access.wait_all(TITLE, patterns, PATIENCE_S)

    def find(self, role: str, name: str) -> Node:
        """Wait for something of a role and a name, and return it."""
        return self.desk.access.wait(TITLE, role, name, PATIENCE_S)[0]

    def press(self, name: str) -> None:
        """Press a button as a screen reader does."""
        self.desk.click_accessible(BUTTON, name, TITLE, timeout_s=PATIENCE_S)

    def key(self, keys: str) -> None:
        """Press keys in the window."""
        self.desk.key(keys, self.window)

    def drop(self, *names: str) -> None:
        """Drag files of the open folder to the middle of the window."""
        self.window = self.desk.place_beside_folder(self.window)
        self.desk.drag(names, self.window)

    def take_picture(self, name: str, *, of_screen: bool = False) -> Path:
        """Keep a picture of the window, or of the screen, where a dialog is over the window."""
        self._steps += 1
        path = self._pictures / f"{self._steps:02}-{name}.png"
        return self.desk.screenshot(path, None if of_screen else self.window)

    def picture_when(self, name: str, shows: Callable[[QImage], QRect]) -> QRect:
        """Take pictures until one shows something; keep that and return where it is on screen."""
        path = self.take_picture(name)

        def look() -> QRect | None:
            self.desk.screenshot(path, self.window)
            found = shows(QImage(str(path)))
            return found if found.isValid() else None

        found = wait_until(look, f"sight of what {path.name} shows", PATIENCE_S)
        return found.translated(QPoint(self.window.x, self.window.y))


@contextmanager
def running_desktop(name: str, environment: dict[str, str] | None = None) -> Generator[Program]:
    """Give a desktop with the program not started yet; a failure is left in build/e2e/NAME.

    Without the tools for it the test is skipped, and says which are missing.
    """
    try:
        require_tools((*TOOLS, *OPENING_TOOLS))
    except DeskError as error:
        pytest.skip(str(error))
    artifacts = ROOT / "build" / "e2e" / name
    with DesktopSession(artifacts=artifacts, environment=environment) as desk:
        yield Program(desk, artifacts)


def longest_bar(image: QImage, area: QRect, color: QColor) -> QRect:
    """Return the longest unbroken row of a color in a part of a picture; invalid without one."""
    best, wanted = QRect(), color.rgb()
    for y in range(area.top(), min(area.bottom(), image.height())):
        start = area.left()
        for x in range(area.left(), min(area.right(), image.width()) + 1):
            if x < image.width() and image.pixel(x, y) == wanted:
                continue
            if x - start > max(best.width(), 0):
                best = QRect(start, y, x - start, 1)
            start = x + 1
    return best
