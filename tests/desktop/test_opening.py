"""A window on its way: what happens to it before it can work, and what it takes from last time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Opening, Start, make_application
from desktop.services.libraries import sample_articles
from desktop.ui.garbage import Collector
from desktop.ui.palettes import DARK, HIGH_DARK, LIGHT
from desktop.ui.session import SYSTEM, Session
from desktop.ui.theme import theme
from desktop.ui.windows.desk import Desk
from tests.desktop.ui.windows.test_importing import drop

PATIENCE_MS = 60_000
Opener = Callable[[Start], Opening]


def start(folder: Path, *paths: Path, look: str = "") -> Start:
    return Start(str(folder / "L.crosslight"), False, look, paths)


@pytest.fixture
def opener(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Opener]:
    """Return what makes windows with the session of the test; all are closed at the end."""
    collector, made = Collector(qapp), list[Opening]()

    def make(asked: Start) -> Opening:
        opening = Opening(make_application(), asked, Session(tmp_path / "window.ini"))
        qtbot.addWidget(opening.window)
        made.append(opening)
        return opening

    yield make
    for opening in made:
        opening.window.close()
        opening.close()
    collector.close()
    collector.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme().use(LIGHT, 1.0)
    qapp.setStyleSheet("")


def ready(qtbot: QtBot, opening: Opening) -> Desk:
    """Wait until a window has its library and nothing is on its way; return what is behind it."""

    def is_ready() -> bool:
        desk = opening.desk
        return desk is not None and desk.workspace.library is not None and not desk.is_busy

    qtbot.waitUntil(is_ready, timeout=PATIENCE_MS)
    assert opening.desk is not None
    return opening.desk


def test_files_that_come_before_the_window_can_work_are_added_once_in_their_order(
    qtbot: QtBot, opener: Opener, tmp_path: Path
) -> None:
    named, dropped, handed, later = sample_articles()[:4]
    opening = opener(start(tmp_path, named))
    opening.window.show()
    assert opening.desk is None
    drop(opening.window, dropped)
    opening.receive([handed])
    desk = ready(qtbot, opening)
    opening.receive([later])
    drop(opening.window, dropped)  # which is there already
    qtbot.waitUntil(lambda: desk.shelves.counts.all == 4 and not desk.is_busy, timeout=PATIENCE_MS)
    jobs = [job for job in reversed(desk.workspace.jobs.jobs) if job.outcomes]
    paths = [Path(outcome.path) for job in jobs for outcome in job.outcomes]
    assert paths == [named, dropped, handed, later, dropped]
    assert [job.has_added for job in jobs] == [True, True, False]


def test_a_second_start_without_files_brings_a_minimized_window_back(
    qtbot: QtBot, opener: Opener, tmp_path: Path
) -> None:
    opening = opener(start(tmp_path))
    opening.window.show()
    desk = ready(qtbot, opening)
    opening.window.showMinimized()
    assert opening.window.isMinimized()
    opening.receive([])
    assert not opening.window.isMinimized()
    assert desk.workspace.jobs.jobs == ()


def test_a_window_closed_before_it_can_work_makes_no_library(
    qtbot: QtBot, opener: Opener, tmp_path: Path
) -> None:
    opening = opener(start(tmp_path, sample_articles()[0]))
    with qtbot.waitSignal(opening.window.painted, timeout=PATIENCE_MS):
        opening.window.show()
    opening.window.close()
    opening.close()
    QApplication.processEvents()
    assert opening.desk is None
    assert not list(tmp_path.glob("*.crosslight*"))


def test_size_and_page_are_those_of_the_last_run_and_a_library_is_as_it_was_left(
    qtbot: QtBot, opener: Opener, tmp_path: Path
) -> None:
    first = opener(start(tmp_path, sample_articles()[0]))
    first.window.show()
    desk = ready(qtbot, first)
    first.window.resize(760, 610)
    first.window.show_page("charts")
    first.window.close()
    assert desk.workspace.library is None
    second = opener(start(tmp_path))
    assert (second.window.width(), second.window.height()) == (760, 610)
    second.window.show()
    assert ready(qtbot, second).shelves.counts.all == 1
    assert second.window.page == "charts"


def test_colors_asked_for_at_the_start_hold_for_this_run_until_others_are_chosen(
    qtbot: QtBot, opener: Opener, tmp_path: Path
) -> None:
    first = opener(start(tmp_path, look=HIGH_DARK))
    assert theme().palette.name == HIGH_DARK
    assert Session(tmp_path / "window.ini").look == SYSTEM
    first.window.show()
    desk = ready(qtbot, first)
    desk.window.commands[f"look {DARK}"].trigger()
    first.window.close()
    opener(start(tmp_path))
    assert theme().palette.name == DARK
    opener(start(tmp_path, look=HIGH_DARK))
    assert theme().palette.name == HIGH_DARK


def test_a_library_that_cannot_be_opened_is_said_on_a_window_that_stays(
    qtbot: QtBot, opener: Opener, tmp_path: Path
) -> None:
    (tmp_path / "L.crosslight").write_bytes(b"no library at all " * 100)
    opening = opener(start(tmp_path, sample_articles()[0]))
    opening.window.show()
    qtbot.waitUntil(opening.window.banner.isVisible, timeout=PATIENCE_MS)
    assert str(tmp_path / "L.crosslight") in opening.window.banner.accessibleName()
    assert opening.window.isVisible()
    assert opening.desk is not None
    # The files named at the start wait for a library that can be opened.
    opening.desk.libraries.open(str(tmp_path / "Other.crosslight"), create=True)
    desk = ready(qtbot, opening)
    qtbot.waitUntil(lambda: desk.shelves.counts.all == 1, timeout=PATIENCE_MS)
