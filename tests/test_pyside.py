"""Guards against faults of Qt's Python bindings that only show after some minutes of use."""

from __future__ import annotations

import subprocess
import sys

import pytest

# Some versions of PySide6 take one reference too many from None in each call that returns nothing.
# Until Python 3.12 made None immortal, the interpreter aborts when the last one is gone.
CALLS = 20_000
PROBE = f"""
import sys
from PySide6.QtCore import QTimer

timer = QTimer()
before = sys.getrefcount(None)
for _ in range({CALLS}):
    timer.stop()
lost = before - sys.getrefcount(None)
raise SystemExit(f"{{lost}} references to None lost" if lost > {CALLS // 100} else 0)
"""


@pytest.mark.slow
def test_calls_that_return_nothing_leave_the_reference_count_of_none_alone() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROBE], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
