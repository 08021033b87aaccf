"""Adding articles: dropped, chosen, given again, taken back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.analyses import analyze_articles
from desktop.services.articles import count_articles
from desktop.services.decisions import list_decisions
from desktop.services.events import is_grouped
from desktop.services.importing import import_files
from desktop.services.jobs import unfinished_jobs
from desktop.services.libraries import create_library, open_library, sample_articles
from desktop.services.maintenance import check_library
from desktop.ui.jobs import JobState
from desktop.ui.models.articles import EventHead, PlainHead
from desktop.ui.models.sidebar import Shelf
from desktop.ui.windows.desk import Desk
from tests.desktop.ui.windows.opened import PATIENCE_MS, DeskMaker, answer, settle

LEFT, COPY = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
PLAIN = Qt.KeyboardModifier.NoModifier
NO_ARTICLES = (
    "The folder holds no articles; save them in it as text or as web pages and add it again."
)
ONLY_SIDECAR = (
    "A sidecar alone adds nothing; add its folder, or the files that it describes, with it."
)


def mime(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def enter(widget: QWidget, data: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(QPoint(20, 20), COPY, data, LEFT, PLAIN)
    QApplication.sendEvent(widget, event)
    return event


def drop(widget: QWidget, *paths: Path) -> QDropEvent:
    data = mime(*paths)
    enter(widget, data)
    event = QDropEvent(QPointF(20, 20), COPY, data, LEFT, PLAIN)
    QApplication.sendEvent(widget, event)
    return event


def titles(desk: Desk) -> list[str]:
    return [row.summary.title for row in desk.window.library.list.model.articles]


@pytest.mark.slow
def test_dropping_the_samples_shows_one_event_and_a_summary_with_undo(
    qtbot: QtBot, desk: Desk
) -> None:
    event = drop(desk.window, *sample_articles())
    settle(qtbot, desk)
    toast = desk.window.toast
    assert event.dropAction() is COPY
    assert event.isAccepted()
    assert toast.title.accessibleName() == "Added 5 articles"
    assert toast.text.accessibleName() == "0 duplicates"
    assert toast.undo.isVisible()
    rows = desk.window.library.list.model.rows
    head = next(row for row in rows if isinstance(row, EventHead))
    assert (head.articles, head.outlets, head.dated) == (5, 5, 2)
    assert [row.text for row in rows if isinstance(row, PlainHead)] == ["Date not stated"]
    assert desk.window.status.text == "5 articles  ·  1 event  ·  All analyzed"
    assert desk.reading.shown is not None


@pytest.mark.slow
def test_the_same_files_again_add_nothing_and_say_so(qtbot: QtBot, samples_desk: Desk) -> None:
    drop(samples_desk.window, *sample_articles())
    settle(qtbot, samples_desk)
    toast = samples_desk.window.toast
    assert toast.title.accessibleName() == "Nothing was added"
    assert toast.text.accessibleName() == "5 duplicates"
    assert not toast.undo.isVisible()
    assert samples_desk.shelves.counts.all == 5
    assert samples_desk.window.commands["undo"].text() == "&Undo Add 5 articles"
    sidebar = samples_desk.window.library.sidebar
    row = sidebar.model.rows[sidebar.model.row_of(Shelf("duplicates"))]
    assert (row.text, row.count) == ("Duplicates", 5)
    sidebar.choose(Shelf("duplicates"))
    settle(qtbot, samples_desk)
    assert len(titles(samples_desk)) == 5


@pytest.mark.slow
def test_the_samples_given_again_by_the_program_are_no_duplicates(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    samples_desk.importing.add_samples()
    settle(qtbot, samples_desk)
    assert (samples_desk.shelves.counts.all, samples_desk.shelves.counts.duplicates) == (5, 0)


@pytest.mark.slow
def test_undo_by_key_takes_an_import_back_and_redo_brings_it_again(
    qtbot: QtBot, desk: Desk
) -> None:
    drop(desk.window, *sample_articles())
    settle(qtbot, desk)
    undo = desk.window.commands["undo"]
    assert undo.text() == "&Undo Add 5 articles"
    QTest.keyClick(desk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, desk)
    assert (desk.shelves.counts.all, titles(desk)) == (0, [])
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(desk.window, Qt.Key.Key_Z, control_shift)
    settle(qtbot, desk)
    assert desk.shelves.counts.all == 5


@pytest.mark.slow
def test_undo_on_the_toast_takes_the_import_back(qtbot: QtBot, desk: Desk) -> None:
    drop(desk.window, sample_articles()[0])
    settle(qtbot, desk)
    QTest.mouseClick(desk.window.toast.undo, LEFT)
    settle(qtbot, desk)
    assert desk.shelves.counts.all == 0


@pytest.mark.slow
def test_undo_beside_a_message_goes_when_something_else_was_decided(
    qtbot: QtBot, desk: Desk
) -> None:
    drop(desk.window, sample_articles()[0])
    settle(qtbot, desk)
    toast, library = desk.window.toast, desk.workspace.library
    assert library is not None
    assert toast.undo.isVisible()
    article = desk.window.library.list.model.articles[0].summary.id
    desk.reading.page.field_edited.emit(article, "outlet", "The Hindu")
    settle(qtbot, desk)
    assert toast.isVisible()
    assert not toast.undo.isVisible()
    # A press that was on its way takes nothing else back either.
    toast.undo_requested.emit()
    settle(qtbot, desk)
    assert [decision.undone for decision in list_decisions(library)] == [False, False]


@pytest.mark.slow
def test_a_job_offers_undo_only_while_its_import_is_the_last_decision(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    for nth in range(2):
        desk.importing.add([sample_articles()[nth]])
        settle(qtbot, desk)
    panel = desk.window.jobs_panel
    later, earlier = [job for job in desk.workspace.jobs.jobs if job.has_added]
    undo = panel.row(later).undo
    assert (undo.isHidden(), panel.row(earlier).undo.isHidden()) == (False, True)
    desk.corrections.history.undo()
    settle(qtbot, desk)
    assert undo.isHidden()
    panel.undo_requested.emit(later)
    settle(qtbot, desk)
    assert desk.shelves.counts.all == 1
    desk.corrections.history.redo()
    settle(qtbot, desk)
    undo.click()
    settle(qtbot, desk)
    assert desk.shelves.counts.all == 1
    desk.corrections.history.redo()
    settle(qtbot, desk)
    assert not undo.isHidden()
    desk.libraries.open(str(tmp_path / "Other.crosslight"), create=True)
    settle(qtbot, desk)
    assert undo.isHidden()


@pytest.mark.slow
def test_articles_analyzed_but_not_grouped_are_grouped_at_the_next_opening(
    make_desk: DeskMaker, tmp_path: Path
) -> None:
    path = tmp_path / "Cut.crosslight"
    library = create_library(path)
    for steps in (import_files(library, sample_articles()), analyze_articles(library)):
        assert [step.done for step in steps]
    library.close()
    desk = make_desk(path)
    assert desk.workspace.library is not None
    assert is_grouped(desk.workspace.library)
    assert [event.articles for event in desk.shelves.events] == [5]


def test_an_empty_library_is_not_grouped(desk: Desk) -> None:
    assert desk.workspace.jobs.jobs == ()


@pytest.mark.slow
def test_files_chosen_in_the_dialog_are_added(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [str(sample_articles()[1])]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer((names, "")))
    QTest.keyClick(desk.window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, desk)
    assert desk.shelves.counts.all == 1
    assert not desk.window.library.is_empty_shown


@pytest.mark.slow
def test_a_folder_of_what_is_no_article_changes_nothing_and_names_each_file(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    drop(desk.window, folder)
    settle(qtbot, desk)
    assert desk.shelves.counts.all == 0
    assert desk.window.toast.title.accessibleName() == "2 files could not be read"
    assert desk.window.toast.text.accessibleName() == NO_ARTICLES
    problems = desk.window.jobs_panel.problems
    assert {problem.name for problem in problems} == {"empty.txt", "picture.txt"}
    assert all(problem.reason for problem in problems)
    QTest.mouseClick(desk.window.toast.show_it, LEFT)
    assert desk.window.jobs_panel.isVisible()
    desk.window.jobs_panel.skip_requested.emit(problems[0])
    assert len(desk.window.jobs_panel.problems) == 1


def test_a_sidecar_alone_is_told_what_it_lacks(qtbot: QtBot, desk: Desk) -> None:
    drop(desk.window, sample_articles()[0].with_name("sources.csv"))
    settle(qtbot, desk)
    toast = desk.window.toast
    assert toast.title.accessibleName() == "Nothing was added"
    assert toast.text.accessibleName() == ONLY_SIDECAR
    assert not toast.undo.isVisible()
    assert not toast.show_it.isVisible()


@pytest.mark.slow
def test_of_several_paths_the_toast_names_the_one_that_gave_nothing(
    qtbot: QtBot, samples_desk: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "empty.txt").touch()
    drop(samples_desk.window, sample_articles()[0], folder)
    settle(qtbot, samples_desk)
    toast = samples_desk.window.toast
    assert toast.title.accessibleName() == "Nothing was added"
    assert toast.text.accessibleName() == f"given: {NO_ARTICLES}"


@pytest.mark.slow
def test_an_import_that_added_something_explains_nothing(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "empty.txt").touch()
    drop(desk.window, sample_articles()[1], folder)
    settle(qtbot, desk)
    assert desk.window.toast.title.accessibleName() == "Added 1 article"
    assert desk.window.toast.text.accessibleName() == "0 duplicates, 1 file not read"


@pytest.mark.slow
def test_an_import_can_be_canceled_and_keeps_what_was_added(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    paths = [tmp_path / f"copy-{nth}.txt" for nth in range(40)]
    for nth, path in enumerate(paths):
        shutil.copy(sample_articles()[nth % 5], path)
        path.write_text(f"{path.read_text('utf-8')}\n\nLine {nth}.", "utf-8")
    desk.importing.add(paths)
    job = desk.workspace.jobs.jobs[0]
    desk.window.jobs_panel.show_jobs(desk.workspace.jobs.jobs, can_undo=False)
    qtbot.waitUntil(lambda: job.outcomes != [], timeout=20_000)
    desk.window.jobs_panel.row(job).cancel.click()
    settle(qtbot, desk)
    assert job.state is JobState.CANCELED
    assert 0 < len(job.outcomes) < len(paths)
    assert desk.shelves.counts.all == len(job.outcomes)


def test_a_drag_says_how_many_files_of_which_kind(desk: Desk) -> None:
    data = mime(Path("one.txt"), Path("two.md"), Path("page.html"))
    event = enter(desk.window, data)
    overlay = desk.window.overlay
    assert event.isAccepted()
    assert event.dropAction() is COPY
    assert overlay.isVisible()
    assert overlay.accessibleName() == "Drop to add 3 files. 2 text files and 1 web page"
    QApplication.sendEvent(desk.window, QDragLeaveEvent())
    assert not overlay.isVisible()


def test_a_drag_of_unreadable_files_says_what_can_be_read(desk: Desk) -> None:
    event = enter(desk.window, mime(Path("film.mp4")))
    assert event.dropAction() is Qt.DropAction.IgnoreAction
    assert desk.window.overlay.title == "These files cannot be read"


def test_a_drag_over_lists_and_texts_reaches_the_window(desk: Desk) -> None:
    library = desk.window.library
    library.show_empty(False)
    for child in (library.list.view.viewport(), library.sidebar.view.viewport(), library.first_run):
        desk.window.overlay.hide()
        enter(child, mime(Path("one.txt")))
        assert desk.window.overlay.isVisible()


def test_a_drag_without_files_is_left_alone(desk: Desk) -> None:
    data = QMimeData()
    data.setText("words")
    assert not enter(desk.window, data).isAccepted()
    assert not desk.window.overlay.isVisible()


def many(folder: Path, count: int) -> list[Path]:
    """Write so many different articles."""
    folder.mkdir()
    paths = [folder / f"{nth:03}.txt" for nth in range(count)]
    for nth, path in enumerate(paths):
        words = f"Bridge {nth} opened in town {nth % 7} on Monday after {nth + 3} months of work."
        text = f"Bridge {nth} opens\n\n{words} " + f"Some {nth} people came. " * 3
        path.write_text(text, "utf-8")
    return paths


@pytest.mark.slow
def test_an_import_can_be_paused_for_another_and_goes_on(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    desk.importing.add([many(tmp_path / "many", 80)[0].parent])
    job = desk.workspace.jobs.jobs[0]
    qtbot.waitUntil(lambda: job.outcomes != [], timeout=PATIENCE_MS)
    panel = desk.window.jobs_panel
    desk.jobs_list.toggle()
    panel.row(job).pause.click()
    qtbot.waitUntil(lambda: desk.workspace.jobs.running == 0, timeout=PATIENCE_MS)
    settle(qtbot, desk)
    assert job.is_paused
    assert panel.row(job).pause.text() == "Go on"
    assert panel.row(job).status.accessibleName().startswith("Paused")
    library = desk.workspace.library
    assert library is not None
    assert [left.goes_on for left in unfinished_jobs(library)] == [False]
    desk.importing.add(sample_articles()[:1])
    settle(qtbot, desk)
    assert "Zelenskyy" in " ".join(titles(desk))
    panel.row(job).pause.click()
    qtbot.waitUntil(lambda: job.is_over, timeout=PATIENCE_MS)
    settle(qtbot, desk)
    assert len(job.outcomes) == 80
    assert count_articles(library).all == 81
    assert unfinished_jobs(library) == ()


@pytest.mark.slow
def test_an_import_that_a_closed_window_left_goes_on_with_the_next(
    qtbot: QtBot, make_desk: DeskMaker, tmp_path: Path
) -> None:
    place, folder = tmp_path / "Left.crosslight", many(tmp_path / "many", 80)[0].parent
    first = make_desk(place)
    first.importing.add([folder])
    job = first.workspace.jobs.jobs[0]
    qtbot.waitUntil(lambda: job.outcomes != [], timeout=PATIENCE_MS)
    first.close()
    library = open_library(place)
    before = count_articles(library).all
    assert [left.goes_on for left in unfinished_jobs(library)] == [True]
    library.close()
    assert 0 < before < 80
    second = make_desk(place)
    opened = second.workspace.library
    assert opened is not None
    qtbot.waitUntil(lambda: count_articles(opened).all == 80, timeout=PATIENCE_MS)
    settle(qtbot, second)
    assert unfinished_jobs(opened) == ()
    assert list_decisions(opened)[-1].label == "Add 80 articles"


@pytest.mark.slow
def test_an_import_that_was_given_up_does_not_come_back(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    desk.importing.add([many(tmp_path / "many", 80)[0].parent])
    job = desk.workspace.jobs.jobs[0]
    qtbot.waitUntil(lambda: job.outcomes != [], timeout=PATIENCE_MS)
    job.cancel()
    qtbot.waitUntil(lambda: job.is_over, timeout=PATIENCE_MS)
    settle(qtbot, desk)
    assert desk.workspace.library is not None
    assert unfinished_jobs(desk.workspace.library) == ()
    assert check_library(desk.workspace.library.path or "") == ()
