"""What holds for every test of the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(scope="session", autouse=True)
def emptied_clipboard(qapp: QApplication) -> Iterator[None]:
    """Empty the clipboard at the end.

    Without a display Qt lets go of it after Python has ended, and what Python made is gone by then.
    """
    yield
    qapp.clipboard().clear()
