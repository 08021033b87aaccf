"""The window answers while articles come in and the user scrolls, searches and opens them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.app import _SWITCH_S
from desktop.ui.windows.desk import Desk
from tests.bench.articles import make_articles
from tests.desktop.ui.loop_watch import LoopWatch
from tests.desktop.ui.windows.opened import PATIENCE_MS, settle

FILES, LONGEST_MS, EVERY_MS = 50, 100.0, 90
# A gap can be the machine's own: the best of some imports counts.
ATTEMPTS = 4
WORDS = ("harbor", "", "bridge council", "")


class Restless:
    """A user who scrolls, searches and opens articles, one thing after the other."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._done = desk, 0
        self._timer = QTimer()
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._act)
        self._timer.start()

    def rest(self) -> None:
        self._timer.stop()

    def _act(self) -> None:
        self._done += 1
        view, search = self._desk.window.library.list.view, self._desk.window.topbar.search
        if self._done % 8 == 3:
            search.setText(WORDS[self._done // 8 % len(WORDS)])
        elif self._done % 6 == 5:
            rows = view.model().rowCount()
            if rows:
                view.setCurrentIndex(view.model().index(self._done * 13 % rows, 0))
        else:
            bar = view.verticalScrollBar()
            bar.setValue((bar.value() + bar.pageStep()) % (bar.maximum() + 1))


@pytest.fixture
def quick_turns() -> Iterator[None]:
    """Let threads take turns as the program does."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH_S)
    yield
    sys.setswitchinterval(before)


@pytest.mark.slow
@pytest.mark.usefixtures("quick_turns")
def test_the_window_answers_within_a_tenth_of_a_second_while_articles_come_in(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    longest: list[float] = []
    articles = make_articles(FILES * ATTEMPTS)
    while len(longest) < ATTEMPTS and not any(gap < LONGEST_MS for gap in longest):
        folder = tmp_path / str(len(longest))
        folder.mkdir()
        for number, article in enumerate(articles[FILES * len(longest) :][:FILES]):
            (folder / f"{number:03}.txt").write_text(article.text, "utf-8")
        longest.append(longest_gap_ms(qtbot, desk, folder))
    assert desk.shelves.counts.all == FILES * len(longest)
    assert min(longest) < LONGEST_MS


def longest_gap_ms(qtbot: QtBot, desk: Desk, folder: Path) -> float:
    """Return the longest gap of the loop while the files of a folder come in."""
    jobs = desk.workspace.jobs
    before = len(jobs.jobs)
    with LoopWatch() as watch:
        user = Restless(desk)
        desk.importing.add([folder])
        qtbot.waitUntil(
            lambda: len(jobs.jobs) >= before + 3 and not jobs.running, timeout=2 * PATIENCE_MS
        )
        user.rest()
    settle(qtbot, desk)
    assert watch.beats > 100
    return watch.longest_ms
