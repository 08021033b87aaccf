"""How long the window takes: `make measure`, or `python tests/measure_start.py --runs 7`.

The real program starts again and again on a screen of its own (Xvfb), each time with a new home
and library. Two times are taken, with the clock that all processes share:

- first paint: from just before the process is made until the window has painted itself;
- comparison shown: from dropping the five samples until the comparison of all five is painted.
  The files are dropped at first paint, while services and library are still being loaded ("at
  first paint"), or once the window stands idle on its empty library ("once idle").

The first run fills the caches of the system and does not count.
"""

from __future__ import annotations

import argparse
import faulthandler
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from deskkit import DesktopSession

ROOT = Path(__file__).parents[1]
SAMPLES = sorted((ROOT / "seeds").glob("*.txt"))
# As on a desktop without a screen reader.
ENVIRONMENT = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "0"}
HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
FIRST_PAINT_GOAL_S, COMPARISON_GOAL_S = 0.4, 1.0
AT_PAINT, ONCE_IDLE = "at first paint", "once idle"
_LOOK_MS, _PATIENCE_S = 2, 40


class Times(NamedTuple):
    """What one run took, in seconds."""

    first_paint: float
    comparison: float


def measure(desk: DesktopSession, folder: Path, when: str) -> Times:
    """Start the program once on a desktop and return its times."""
    child = [sys.executable, __file__, "--child", when]
    desk.processes.environment |= {name: str(folder / name) for name in HOMES}
    answer = desk.processes.run([*child, "--began", str(time.monotonic())], timeout_s=60.0)
    return Times(*json.loads(answer.splitlines()[-1]))


def main() -> int:
    """Measure, write a table, and return 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="runs that count, of each kind")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    parser.add_argument("--began", type=float, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        return _be_measured(options.began, options.child)
    from statistics import median
    from tempfile import TemporaryDirectory

    sys.path.insert(0, str(ROOT / "tests" / "kit" / "desktop"))
    from deskkit import DesktopSession

    found: dict[str, list[float]] = {}
    with DesktopSession(environment=ENVIRONMENT) as desk:
        for nth in range(options.runs + 1):
            for when in (AT_PAINT, ONCE_IDLE):
                with TemporaryDirectory() as folder:
                    times = measure(desk, Path(folder), when)
                if nth:
                    found.setdefault("first paint", []).append(times.first_paint)
                    found.setdefault(f"comparison, {when}", []).append(times.comparison)
    lines = (f"{k:28} {min(v):6.3f} {median(v):7.3f} {max(v):7.3f}\n" for k, v in found.items())
    sys.stdout.write(f"{'seconds':28} {'best':>6} {'median':>7} {'worst':>7}\n{''.join(lines)}")
    return 0


def _be_measured(began: float, when: str) -> int:
    """Run the window as the program does, with someone who looks on and drops the samples."""
    sys.path[0] = str(ROOT)
    faulthandler.dump_traceback_later(_PATIENCE_S, exit=True)
    from unittest.mock import patch

    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication
    from typing_extensions import override

    from desktop import app
    from desktop.ui.windows.main import COMPARE

    class Onlooker(QObject):
        """Notes when the window has painted, drops the samples, shows and awaits the comparison."""

        def __init__(self, opening: app.Opening) -> None:
            super().__init__(opening.window)
            self._opening = opening
            self._painted = self._dropped = 0.0
            self._is_shown = False
            self._timer = QTimer(self)
            self._timer.timeout.connect(self._look)
            opening.window.painted.connect(self._note_paint)

        def _note_paint(self) -> None:
            self._painted = time.monotonic()
            if when == AT_PAINT:
                self._drop()
            self._timer.start(_LOOK_MS)

        def _drop(self) -> None:
            self._dropped = time.monotonic()
            self._opening.window.drop.paths_dropped.emit(list(SAMPLES))

        def _look(self) -> None:
            desk = self._opening.desk
            if desk is None or desk.workspace.library is None:
                return
            view = desk.pages.view
            if not self._dropped and not desk.is_busy:
                self._drop()
            elif view is not None and len(view.articles) == len(SAMPLES):
                self._timer.stop()
                self._opening.window.page_widget(COMPARE).installEventFilter(self)
                self._opening.window.show_page(COMPARE)

        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and not self._is_shown:
                self._is_shown = True
                # Comes when the parts of the page have been painted, too.
                QTimer.singleShot(0, self, self._end)
            return super().eventFilter(watched, event)

        def _end(self) -> None:
            shown = time.monotonic()
            sys.stdout.write(f"{json.dumps([self._painted - began, shown - self._dropped])}\n")
            self._opening.window.close()

    class Watched(app.Opening):
        @override
        def __init__(self, application: QApplication, start: app.Start) -> None:
            super().__init__(application, start)
            Onlooker(self)

    with patch.object(app, "Opening", Watched):
        return app.run_gui([])


if __name__ == "__main__":
    raise SystemExit(main())
