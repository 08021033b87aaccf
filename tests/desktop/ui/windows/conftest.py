"""A window with all its parts on a library of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.analyses import analyze_articles
from desktop.services.events import group_library
from desktop.services.importing import import_files
from desktop.services.libraries import create_library, sample_articles
from desktop.ui.fonts import load_fonts
from desktop.ui.garbage import Collector
from desktop.ui.palettes import LIGHT
from desktop.ui.theme import theme
from desktop.ui.windows.desk import Desk
from tests.desktop.ui.windows.opened import DeskMaker


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the samples, analyzed and grouped; copy it before use."""
    path = tmp_path_factory.mktemp("samples") / "Samples.crosslight"
    library = create_library(path)
    for steps in (
        import_files(library, sample_articles()),
        analyze_articles(library),
        group_library(library),
    ):
        assert [step.done for step in steps]
    library.close()
    return path


@pytest.fixture
def plain_look(qapp: QApplication) -> Iterator[QApplication]:
    """The application, plain again at the end: after its windows have gone, which is quick."""
    load_fonts()
    yield qapp
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme().use(LIGHT, 1.0)
    qapp.setStyleSheet("")


@pytest.fixture
def make_desk(plain_look: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[DeskMaker]:
    """Return a maker of desks; all are closed at the end."""
    qapp = plain_look
    collector = Collector(qapp)
    maker = DeskMaker(qtbot, qapp, tmp_path)
    yield maker
    for desk in maker.made:
        desk.close()
    collector.close()
    collector.deleteLater()


@pytest.fixture
def desk(make_desk: DeskMaker) -> Desk:
    """A window on an empty library."""
    return make_desk()


@pytest.fixture
def samples_desk(make_desk: DeskMaker, sample_library: Path, tmp_path: Path) -> Desk:
    """A window on a copy of the sample library."""
    copy = tmp_path / "Copy.crosslight"
    copy.write_bytes(sample_library.read_bytes())
    return make_desk(copy)
