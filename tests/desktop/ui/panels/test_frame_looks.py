"""How the frame looks: jobs as far as they have come, the head, the foot, the rail."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QAction, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.services.errors import CrosslightError
from desktop.services.progress import Progress
from desktop.ui.jobs import Job, JobState
from desktop.ui.palettes import HIGH_LIGHT
from desktop.ui.panels.jobs_panel import JobRow
from desktop.ui.panels.rail import Rail, RailEntry
from desktop.ui.panels.statusline import StatusLine
from desktop.ui.panels.topbar import TopBar
from desktop.ui.theme import theme
from tests.desktop.ui.emitted import emitted
from tests.desktop.ui.paint.pixels import count
from tests.desktop.ui.panels.grabbed import shown

KEY, LEFT, REASON = Qt.Key, Qt.MouseButton.LeftButton, Qt.FocusReason


def no_steps() -> Iterator[Progress]:
    yield from ()


def job_row(host: QWidget, state: JobState, progress: Progress | None = None) -> JobRow:
    job = Job("Adding articles", "file-import", no_steps)
    job.state, job.progress = state, progress
    row = JobRow(job, host)
    row.setGeometry(0, 0, 400, 90)
    row.show()
    row.follow(can_undo=False)
    QApplication.processEvents()
    return row


@pytest.mark.parametrize(("done", "share"), [(0, 0.0), (3, 0.25), (12, 1.0)])
def test_the_bar_of_a_job_is_filled_as_far_as_it_has_come(
    host: QWidget, done: int, share: float
) -> None:
    bar = job_row(host, JobState.RUNNING, Progress(done, 12, "a.txt")).bar
    row = QRectF(4, bar.height() // 2, bar.width() - 8, 1)
    filled = count(bar.grab().toImage(), theme().palette.accent, row)
    assert filled == pytest.approx(share * row.width(), abs=4)


def test_a_job_of_no_steps_has_an_empty_bar(host: QWidget) -> None:
    bar = job_row(host, JobState.RUNNING, Progress(0, 0, "")).bar
    assert count(bar.grab().toImage(), theme().palette.accent) == 0


def test_in_high_contrast_an_empty_bar_is_outlined(host: QWidget) -> None:
    bar = job_row(host, JobState.RUNNING, Progress(0, 12, "a.txt")).bar
    theme().use(HIGH_LIGHT)
    assert count(bar.grab().toImage(), theme().palette.border_strong) > 100


@pytest.mark.parametrize(
    ("state", "ink"),
    [(JobState.DONE, "ok"), (JobState.FAILED, "warn_text"), (JobState.RUNNING, "accent")],
)
def test_the_icon_of_a_job_has_the_color_of_its_state(
    host: QWidget, state: JobState, ink: str
) -> None:
    row = job_row(host, state)
    icon = QRectF(18, 11, 24, 24)
    assert count(row.grab().toImage(), getattr(theme().palette, ink), icon) > 5


def test_a_job_that_failed_says_what_and_what_to_do(host: QWidget) -> None:
    row = job_row(host, JobState.FAILED)
    row.job.error = CrosslightError("The library is full.", "Free some space and try again.")
    row.follow(can_undo=True)
    assert row.status.accessibleName() == "The library is full. Free some space and try again."
    assert not row.bar.isVisible()
    assert not row.cancel.isVisible()


def test_the_last_action_of_a_page_is_its_primary_one_and_old_ones_go(host: QWidget) -> None:
    bar = TopBar(host)
    first, second = QAction("&Report…"), QAction("Compare && diff")
    first.setShortcut("Ctrl+P")
    bar.show_actions([first, second])
    plain, primary = bar.buttons
    shown(bar, 900, 60)
    accent = theme().palette.accent
    kinds = [count(button.grab().toImage(), accent) > 500 for button in (plain, primary)]
    assert kinds == [False, True]
    assert "Report…  Ctrl+P" in plain.toolTip()
    second.setText("Compare now")
    assert primary.text() == "Compare now"
    bar.show_actions([])
    assert bar.buttons == ()
    assert not plain.isVisible()


def test_the_keys_of_the_search_field_are_shown_until_it_is_used(host: QWidget) -> None:
    bar = TopBar(host)
    shown(bar, 900, 60)
    rest = QRectF(bar.search.width() - 70, 0, 66, bar.search.height())
    palette = theme().palette
    assert count(bar.search.grab().toImage(), palette.text2, rest) > 5
    bar.search.setFocus()
    assert count(bar.search.grab().toImage(), palette.text2, rest) == 0
    changed = emitted(bar.search_changed)
    QTest.keyClick(bar.search, KEY.Key_Escape)
    assert changed == []


def test_the_head_of_the_window_draws_its_mark_and_the_foot_its_lock(host: QWidget) -> None:
    palette = theme().palette
    head = shown(TopBar(host), 900, 60)
    assert count(head, palette.text, QRectF(20, 10, 36, 36)) > 20
    line = StatusLine(host)
    foot = shown(line, 900, 26)
    assert count(foot, palette.border, QRectF(0, 0, 900, 1)) == 900
    assert count(foot, palette.text2, QRectF(450, 1, 450, 25)) > 40


def test_an_entry_of_the_rail_is_tinted_under_the_mouse_and_barred_while_open(
    host: QWidget,
) -> None:
    rail = Rail([RailEntry("library", "Library", "books"), RailEntry("help", "Help", "help")], host)
    shown(rail, rail.width(), 300)
    entry, palette, at = rail.button("library"), theme().palette, QPointF(9, 9)
    QApplication.sendEvent(entry, QEnterEvent(at, at, at))
    assert count(entry.grab().toImage(), palette.hover) > 300
    QApplication.sendEvent(entry, QEvent(QEvent.Type.Leave))
    assert count(entry.grab().toImage(), palette.hover) == 0
    rail.mark("library")
    bar = QRectF(0, 0, 3, entry.height())
    assert count(entry.grab().toImage(), palette.accent, bar) > 30
    assert count(rail.button("help").grab().toImage(), palette.accent, bar) == 0
