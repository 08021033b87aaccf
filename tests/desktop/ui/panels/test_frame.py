"""The parts of the frame: rail, top bar, status line, toast, jobs, banner."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QAction, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.progress import Progress
from desktop.ui.jobs import Job, JobState
from desktop.ui.panels.banner import Banner
from desktop.ui.panels.jobs_panel import JobsPanel
from desktop.ui.panels.problems import FileProblem
from desktop.ui.panels.rail import Rail, RailEntry
from desktop.ui.panels.statusline import StatusLine
from desktop.ui.panels.toast import Toast
from desktop.ui.panels.topbar import TopBar
from tests.desktop.ui.emitted import emitted

LEFT = Qt.MouseButton.LeftButton
ENTRIES = [
    RailEntry("library", "Library", "books"),
    RailEntry("compare", "Compare", "columns-3"),
    RailEntry("help", "Help", "help", at_foot=True),
]


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    widget.show()
    return widget


def no_steps() -> Iterator[Progress]:
    yield from ()


def test_the_rail_emits_a_page_and_marks_what_it_is_told(qtbot: QtBot) -> None:
    rail = Rail(ENTRIES)
    qtbot.addWidget(rail)
    seen = emitted(rail.page_chosen)
    QTest.mouseClick(rail.button("compare"), LEFT)
    assert seen == ["compare"]
    assert not rail.button("compare").isChecked()
    rail.mark("compare")
    assert rail.button("compare").isChecked()
    rail.set_available(["library"])
    assert rail.button("compare").isHidden()


def test_arrow_keys_move_along_the_rail(qtbot: QtBot, host: QWidget) -> None:
    rail = Rail(ENTRIES, host)
    rail.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    rail.button("library").setFocus()
    QTest.keyClick(rail.button("library"), Qt.Key.Key_Down)
    assert rail.button("compare").hasFocus()
    QTest.keyClick(rail.button("compare"), Qt.Key.Key_Up)
    QTest.keyClick(rail.button("library"), Qt.Key.Key_Up)
    assert rail.button("help").hasFocus()


def test_a_slim_rail_says_its_words_in_tooltips(qtbot: QtBot) -> None:
    rail = Rail(ENTRIES)
    qtbot.addWidget(rail)
    wide = rail.width()
    rail.set_slim(True)
    assert rail.width() < wide
    assert "Compare" in rail.button("compare").toolTip()
    assert rail.button("compare").accessibleName() == "Compare"


def test_the_top_bar_follows_its_actions(qtbot: QtBot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    first, second = QAction("&Compare event"), QAction("&Add articles…")
    seen = emitted(second.triggered)
    bar.show_actions([first, second])
    assert [button.text() for button in bar.buttons] == ["Compare event", "Add articles"]
    first.setEnabled(False)
    assert not bar.buttons[0].isEnabled()
    QTest.mouseClick(bar.buttons[1], LEFT)
    assert len(seen) == 1
    bar.show_actions([second])
    assert len(bar.buttons) == 1


def test_the_heading_stands_as_it_is_written(qtbot: QtBot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.resize(1440, 52)
    bar.show()
    title = "<img src=x> & more"
    bar.show_heading(title, "Library", as_trail=True)
    assert bar.heading.title.text() == title
    assert bar.heading.title.textFormat() is Qt.TextFormat.PlainText


def test_escape_empties_the_search_field(qtbot: QtBot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    seen = emitted(bar.search_changed)
    QTest.keyClicks(bar.search, "ab")
    QTest.keyClick(bar.search, Qt.Key.Key_Escape)
    assert seen == ["a", "ab", ""]


def test_the_status_line_leaves_empty_parts_out(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_parts(["5 articles", "", "1 event"])
    assert line.text == "5 articles  ·  1 event"


def test_the_toast_offers_what_can_be_done_and_closes(host: QWidget) -> None:
    toast = Toast(host)
    undone, shown = emitted(toast.undo_requested), emitted(toast.show_requested)
    toast.show_message("Added 5 articles", "0 duplicates", undoes=1, can_show=True)
    assert toast.accessibleName() == "Added 5 articles. 0 duplicates"
    QTest.mouseClick(toast.undo, LEFT)
    assert (len(undone), toast.isVisible()) == (1, False)
    toast.show_message("Added", can_show=True)
    assert not toast.undo.isVisible()
    QTest.mouseClick(toast.show_it, LEFT)
    assert len(shown) == 1
    toast.show_message("Nothing was added")
    QTest.mouseClick(toast.close_it, LEFT)
    assert not toast.isVisible()


def test_the_toast_waits_while_the_pointer_is_on_it(host: QWidget) -> None:
    toast = Toast(host)
    toast.show_message("Added")
    point = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(point, point, point))
    assert not toast._timer.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast._timer.isActive()


def test_jobs_show_progress_and_offer_cancel_then_undo(host: QWidget) -> None:
    panel = JobsPanel(host)
    job = Job("Adding articles", "file-import", no_steps)
    canceled, undone = emitted(panel.cancel_requested), emitted(panel.undo_requested)
    job.state, job.progress = JobState.RUNNING, Progress(3, 12, "three.txt")
    panel.show()
    panel.show_jobs([job], can_undo=True)
    row = panel.row(job)
    assert (row.bar.value(), row.bar.maximum()) == (3, 12)
    assert row.status.accessibleName() == "3 of 12 · three.txt"
    assert not row.undo.isVisible()
    QTest.mouseClick(row.cancel, LEFT)
    assert canceled == [job]
    job.note, job.has_added = "2 duplicates", True
    job.settle()
    panel.show_jobs([job], can_undo=True)
    assert not row.cancel.isVisible()
    QTest.mouseClick(row.undo, LEFT)
    assert len(undone) == 1
    panel.show_jobs([], can_undo=False)
    assert panel._empty.isVisible()


def test_problems_stand_with_their_reason_until_they_are_skipped(host: QWidget) -> None:
    panel = JobsPanel(host)
    problems = [
        FileProblem("/a/scan.txt", "scan.txt", "It looks like a picture.", refused=True),
        FileProblem("/a/odd.txt", "odd.txt", "Its end may be missing.", refused=False),
    ]
    panel.show_problems(problems)
    assert panel.problems == tuple(problems)
    panel.show_problems(problems[1:])
    assert panel.problems == (problems[1],)


def test_the_banner_is_there_while_it_has_something_to_say(host: QWidget) -> None:
    banner = Banner(host)
    banner.show_message("This library opens for reading.")
    assert banner.isVisible()
    banner.show_message("")
    assert not banner.isVisible()


def test_every_button_of_the_frame_has_a_name_and_a_role(host: QWidget) -> None:
    bar, toast, panel = TopBar(host), Toast(host), JobsPanel(host)
    action = QAction("&Jobs")
    bar.show_actions([action])
    for button in (*bar.buttons, toast.undo, toast.close_it, panel._head.close_it):
        interface = QAccessible.queryAccessibleInterface(button)
        assert interface.role() is QAccessible.Role.Button
        assert interface.text(QAccessible.Text.Name)
