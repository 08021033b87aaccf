"""What lies over a page: toast, jobs, drop target, banner; and what the help says."""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.ingest.formats import endings
from desktop.services.errors import CrosslightError
from desktop.services.progress import Progress
from desktop.ui.controls.buttons import Button
from desktop.ui.controls.plates import Chip
from desktop.ui.crashes import CrashReporter, log_path, report_crashes
from desktop.ui.fonts import load_fonts
from desktop.ui.jobs import Job, JobState
from desktop.ui.palettes import DARK, LIGHT
from desktop.ui.panels.banner import Banner
from desktop.ui.panels.drop_overlay import DropOverlay, is_wanted
from desktop.ui.panels.help import HelpPage, read_help
from desktop.ui.panels.jobs_panel import JobsPanel
from desktop.ui.panels.legend import LegendRow
from desktop.ui.panels.problems import FileProblem, ProblemRow
from desktop.ui.panels.settings import SettingsPage
from desktop.ui.panels.toast import Toast
from desktop.ui.session import SYSTEM
from desktop.ui.theme import theme
from desktop.ui.windows.commands import Commands
from tests.desktop.ui.emitted import emitted
from tests.desktop.ui.paint.pixels import count

LEFT = Qt.MouseButton.LeftButton
FOREIGN = "<img src=x> <b>1</b>.txt"


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    load_fonts()
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(1000, 700)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def no_steps() -> Iterator[Progress]:
    yield from ()


def test_the_toast_goes_after_ten_seconds_and_begins_anew_with_each_message(host: QWidget) -> None:
    toast = Toast(host)
    toast.move(400, 500)  # away from the pointer
    toast.show_message("Added 5 articles", undoes=1)
    assert (toast._timer.interval(), toast._timer.isSingleShot()) == (10_000, True)
    toast._timer.stop()
    toast.show_message("Added 1 article", undoes=1)
    assert toast._timer.isActive()
    toast._timer.timeout.emit()
    assert not toast.isVisible()


def test_the_toast_stays_while_the_keyboard_is_in_it(host: QWidget) -> None:
    toast = Toast(host)
    toast.move(400, 500)
    toast.show_message("Added 5 articles", undoes=1)
    toast.undo.setFocus()
    toast._timer.stop()
    toast._timer.timeout.emit()
    assert toast.isVisible()
    assert toast._timer.isActive()
    toast.undo.clearFocus()
    toast._timer.timeout.emit()
    assert not toast.isVisible()


def test_the_toast_never_takes_the_focus_by_itself(host: QWidget) -> None:
    other = LegendRow(host)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.show()
    other.setFocus()
    Toast(host).show_message("Added", undoes=1)
    assert other.hasFocus()


def test_foreign_words_on_the_toast_stand_as_they_are_written(host: QWidget) -> None:
    toast = Toast(host)
    toast.show_message(f"{FOREIGN} could not be read", FOREIGN * 20)
    assert toast.title.textFormat() is Qt.TextFormat.PlainText
    assert toast.title.text() == f"{FOREIGN} could not be read"
    assert "<img" not in toast.text.toolTip()


@pytest.mark.parametrize(
    ("state", "error", "note", "said"),
    [
        (JobState.WAITING, None, "", "Starts when the one before is done"),
        (JobState.RUNNING, None, "", "3 of 12 · three.txt"),
        (JobState.DONE, None, "", "Done"),
        (JobState.DONE, None, "2 duplicates", "2 duplicates"),
        (JobState.CANCELED, None, "", "Canceled. What was done is kept."),
        (JobState.FAILED, None, "Stopped.", "Stopped."),
        (
            JobState.FAILED,
            CrosslightError("The disk is full.", "Free some space."),
            "",
            "The disk is full. Free some space.",
        ),
    ],
)
def test_each_state_of_a_job_is_said_in_words(
    host: QWidget, state: JobState, error: CrosslightError | None, note: str, said: str
) -> None:
    panel, job = JobsPanel(host), Job("Adding articles", "file-import", no_steps)
    job.state, job.error, job.note = state, error, note
    if state is not JobState.WAITING:
        job.progress = Progress(3, 12, "three.txt")
    panel.show_jobs([job], can_undo=False)
    assert panel.row(job).status.accessibleName() == said


def test_the_toast_offers_undo_only_of_its_own_decision(host: QWidget) -> None:
    toast = Toast(host)
    toast.show_message("Moved to Trash", undoes=7)
    toast.keep_undo(7)
    assert toast.undo.isVisible()
    toast.keep_undo(8)
    assert toast.isVisible()
    assert not toast.undo.isVisible()
    assert toast.undoes is None


def test_only_the_latest_job_that_added_articles_offers_undo(host: QWidget) -> None:
    panel = JobsPanel(host)
    panel.show()
    older, grouping, newer = (Job(name, "refresh", no_steps) for name in ("1", "2", "3"))
    older.has_added = newer.has_added = True
    for job in (older, grouping, newer):
        job.state = JobState.DONE
    panel.show_jobs([grouping, newer, older], can_undo=True)
    rows = [panel.row(job) for job in (grouping, newer, older)]
    assert [row.undo.isVisibleTo(row) for row in rows] == [False, True, False]
    panel.show_jobs([grouping, newer, older], can_undo=False)
    assert not rows[1].undo.isVisibleTo(rows[1])


def test_the_jobs_stand_latest_first_with_how_many_run(host: QWidget) -> None:
    panel = JobsPanel(host)
    panel.setGeometry(0, 0, 440, 600)
    panel.show()
    jobs = [Job(str(nth), "refresh", no_steps) for nth in range(3)]
    panel.show_jobs(jobs[:1], can_undo=False)
    jobs[0].state = JobState.RUNNING
    panel.show_jobs([jobs[2], jobs[1], jobs[0]], can_undo=False)
    order = [panel._list.indexOf(panel.row(job)) for job in (jobs[2], jobs[1], jobs[0])]
    assert order == sorted(order)
    chips = [chip.accessibleName() for chip in panel.findChildren(Chip) if not chip.isHidden()]
    assert chips == ["3 running"]
    for job in jobs:
        job.state = JobState.DONE
    panel.show_jobs(jobs, can_undo=False)
    assert all(chip.isHidden() for chip in panel.findChildren(Chip))


def test_a_problem_is_told_with_its_name_as_it_stands_and_can_be_skipped(host: QWidget) -> None:
    panel = JobsPanel(host)
    panel.setGeometry(0, 0, 440, 600)
    panel.show()
    problem = FileProblem(f"/a/{FOREIGN}", FOREIGN, "It looks like a picture.", refused=True)
    skipped = emitted(panel.skip_requested)
    panel.show_problems([problem])
    (row,) = panel.findChildren(ProblemRow)
    titles = [label.accessibleName() for label in row.findChildren(QWidget)]
    assert f"{FOREIGN} was not added" in titles
    QTest.mouseClick(row.skip, LEFT)
    assert skipped == [problem]


def test_a_thousand_problems_do_not_become_a_thousand_rows(host: QWidget) -> None:
    panel = JobsPanel(host)
    panel.show_problems([FileProblem(f"/{n}", f"{n}", "No.", refused=True) for n in range(1000)])
    assert len(panel.problems) == 50


@pytest.mark.parametrize(
    ("names", "title", "kinds"),
    [
        (["a.txt"], "Drop to add 1 file", "1 text file"),
        (["a.txt", "b.MD", "c.html"], "Drop to add 3 files", "2 text files and 1 web page"),
        (
            ["a.txt", "b.eml", "c.json", "d.mp4"],
            "Drop to add 4 files",
            "1 text file, 1 mail, 1 file of records and 1 other file",
        ),
        (["a.pdf", "b.docx", "c.warc.gz"], "Drop to add 3 files", "2 documents and 1 archive"),
        (["a.rss", "b.bib"], "Drop to add 2 files", "1 feed and 1 list of references"),
        (["folder"], "Drop to add a folder", "1 folder with all that is in it"),
        (["folder", "other"], "Drop to add 2 folders", "2 folders"),
        (["folder", "a.txt"], "Drop to add 2 files", "1 text file and 1 folder with all that is"),
    ],
)
def test_the_drop_target_says_what_dropping_would_do(
    host: QWidget, tmp_path: Path, names: list[str], title: str, kinds: str
) -> None:
    for name in names:
        if "." not in name:
            (tmp_path / name).mkdir()
    overlay = DropOverlay(host)
    overlay.setGeometry(0, 0, 560, 340)
    assert overlay.offer([tmp_path / name for name in names])
    assert overlay.isVisible()
    assert overlay.title == title
    assert kinds in overlay.accessibleName()
    assert count(overlay.grab().toImage(), theme().palette.accent) > 500


@pytest.mark.parametrize("can_write", [True, False])
def test_the_drop_target_says_why_dropping_would_do_nothing(host: QWidget, can_write: bool) -> None:
    overlay = DropOverlay(host)
    overlay.setGeometry(0, 0, 560, 340)
    paths = [Path("film.mp4")] if can_write else [Path("a.txt")]
    assert not overlay.offer(paths, can_write=can_write)
    said = "These files cannot be read" if can_write else "This library can only be read"
    assert overlay.title == said
    assert overlay.isVisible()
    assert count(overlay.grab().toImage(), theme().palette.accent) == 0


def test_whatever_can_be_read_is_wanted_in_any_case(tmp_path: Path) -> None:
    assert all(is_wanted(Path(f"a{ending.upper()}")) for ending in endings())
    assert is_wanted(Path("README"))
    assert is_wanted(tmp_path)
    assert not is_wanted(Path("a.mp4"))


def test_the_drop_target_lets_the_mouse_through(host: QWidget) -> None:
    overlay = DropOverlay(host)
    assert overlay.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert not overlay.acceptDrops()


def test_the_banner_can_be_closed_and_comes_back_with_another_message(host: QWidget) -> None:
    banner = Banner(host)
    banner.setGeometry(0, 0, 900, 40)
    banner.show_message(FOREIGN)
    assert banner.accessibleName() == FOREIGN
    close = next(w for w in banner.findChildren(QWidget) if "Close" in w.accessibleName())
    QTest.mouseClick(close, LEFT)
    assert not banner.isVisible()
    banner.show_message("Another")
    assert banner.isVisible()
    assert count(banner.grab().toImage(), theme().palette.warn_tint) > 1000


def test_the_legend_shows_the_voices_it_is_told_and_none_in_color_when_gray(host: QWidget) -> None:
    legend = LegendRow(host)
    legend.resize(legend.sizeHint())
    assert legend.accessibleName() == "Own voice, Quoted voices"
    palette = theme().palette
    assert count(legend.grab().toImage(), palette.own_fill) > 50
    legend.set_gray(True)
    assert count(legend.grab().toImage(), palette.own_fill) == 0


@pytest.mark.parametrize("name", [page.name for page in read_help()])
def test_every_page_of_help_is_shown_whole_and_leads_nowhere(qtbot: QtBot, name: str) -> None:
    load_fonts()
    page = HelpPage()
    qtbot.addWidget(page)
    page.show_page(name)
    wanted = next(text for text in read_help() if text.name == name)
    shown = page.text.toPlainText()
    assert shown.startswith(wanted.title)
    words = re.findall(r"\w+", re.sub(r"[`*#]", " ", wanted.text))
    assert re.findall(r"\w+", shown) == words
    html = page.text.toHtml()
    assert "href" not in html
    assert "<img" not in html
    assert not page.text.openLinks()
    assert "http" not in wanted.text


def test_help_follows_the_look(qtbot: QtBot) -> None:
    page = HelpPage()
    qtbot.addWidget(page)
    theme().use(DARK)
    try:
        assert theme().palette.text.name() in page.text.toHtml()
        assert page.list.currentRow() == 0
    finally:
        theme().use(LIGHT)


def test_every_key_that_help_promises_is_one_of_a_command(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    commands = Commands(window)
    assert commands["quit"].isEnabled()
    given = {key.toString() for action in window.actions() for key in action.shortcuts()}
    page = next(text.text for text in read_help() if text.name == "keys")
    everywhere = page.partition("## Everywhere")[2].partition("##")[0]
    promised = set(re.findall(r"`(?:(?:Ctrl|Shift)\+\S+|F\d+)`", everywhere))
    named = {key.strip("`").replace("Plus", "+").replace("Minus", "-") for key in promised}
    assert len(named) > 8
    assert named - given == set()


def test_the_settings_ask_for_libraries_and_show_every_look(qtbot: QtBot) -> None:
    load_fonts()
    page = SettingsPage()
    qtbot.addWidget(page)
    new, opened = emitted(page.library.new_requested), emitted(page.library.open_requested)
    folder = emitted(page.library.folder_requested)
    buttons = {w.text(): w for w in page.findChildren(Button)}
    for text in ("Show file", "Open library…", "New library…"):
        QTest.mouseClick(buttons[text], LEFT)
    assert (len(new), len(opened), len(folder)) == (1, 1, 1)
    for look, place in ((SYSTEM, 0), (LIGHT, 1), (DARK, 2)):
        page.show_look(look)
        assert page.themes.current == place
    page.library.show_library(FOREIGN, f"/a/{FOREIGN}", read_only=False)
    assert page.library.name.accessibleName() == FOREIGN
    theme().use(zoom=1.5)
    page.show_look(LIGHT)
    theme().use(zoom=1.0)
    assert page.sizes.current == 3


def fail(words: str) -> None:
    raise ZeroDivisionError(words)


def in_folder(path: Path) -> Callable[..., str]:
    def find(*_arguments: object, **_options: object) -> str:
        return str(path)

    return find


@pytest.fixture
def reporter(
    qapp: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[CrashReporter]:
    assert qapp is not None
    monkeypatch.setattr("platformdirs.user_log_dir", in_folder(tmp_path))
    before = sys.excepthook, threading.excepthook
    made = report_crashes()
    yield made
    made.close()
    sys.excepthook, threading.excepthook = before


def test_a_fault_is_logged_and_told_in_one_dialog(
    qtbot: QtBot, reporter: CrashReporter, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def tell(box: QMessageBox) -> None:
        told.append(box.informativeText())

    monkeypatch.setattr(QMessageBox, "exec", tell)
    for _nth in range(3):
        with pytest.raises(ZeroDivisionError, match="img") as caught:
            fail(FOREIGN)
        reporter.hook(caught.type, caught.value, caught.tb)
    qtbot.waitUntil(lambda: bool(told), timeout=5000)
    assert len(told) == 1
    assert str(log_path()) in told[0]
    logged = log_path().read_text("utf-8")
    assert logged.count("Traceback") == logged.count("\nZeroDivisionError\n") == 3
    # What an error says may be words of an article: they are on the screen alone.
    assert FOREIGN not in logged


@pytest.mark.usefixtures("reporter")
def test_a_fault_in_another_thread_is_told_in_the_thread_of_the_window(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[int] = []

    def tell(_box: QMessageBox) -> None:
        told.append(threading.get_ident())

    monkeypatch.setattr(QMessageBox, "exec", tell)
    thread = threading.Thread(target=fail, args=("there",))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(told), timeout=5000)
    assert told == [threading.get_ident()]
