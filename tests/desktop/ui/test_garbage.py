"""Collecting garbage where Qt's objects live."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.ui.garbage import Collector


class Ring(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.me = self


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    made = Collector(qapp)
    yield made
    made.close()
    made.deleteLater()


def test_nothing_is_collected_before_its_time_comes(collector: Collector) -> None:
    gc.collect()
    ring = weakref.ref(Ring())
    keep = [[nth] for nth in range(5000)]
    assert len(keep) == 5000
    assert ring() is not None
    collector.collect_due()
    assert ring() is None


def test_python_collects_again_afterwards(qapp: QApplication) -> None:
    made = Collector(qapp)
    assert not gc.isenabled()
    made.close()
    made.deleteLater()
    assert gc.isenabled()
