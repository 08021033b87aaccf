"""What an import says at its end: counted right, leading to what it speaks of, canceled safely."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.services.decisions import trash_articles
from desktop.services.importing import import_files
from desktop.services.libraries import create_library, sample_articles
from desktop.ui.jobs import JobState
from desktop.ui.panels.problems import ProblemRow
from desktop.ui.panels.topbar import Heading
from desktop.ui.windows.desk import Desk
from desktop.ui.windows.main import COMPARE, LIBRARY
from tests.desktop.ui.windows.opened import PATIENCE_MS, answer, settle
from tests.desktop.ui.windows.pointing import (
    CONTROL,
    LEFT,
    outlets,
    press,
    press_keys,
    row_middle,
    toast,
)
from tests.desktop.ui.windows.test_importing import drop

SAMPLES = sample_articles()


def heading(desk: Desk) -> tuple[str, str]:
    (bar,) = desk.window.topbar.findChildren(Heading)
    return bar.title.accessibleName(), bar.small.accessibleName()


def empty_file(folder: Path, name: str) -> Path:
    path = folder / name
    path.touch()
    return path


def test_every_mix_of_outcomes_is_counted_in_words(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    first, second = SAMPLES[:2]
    bad, worse = empty_file(tmp_path, "bad.txt"), empty_file(tmp_path, "worse.txt")
    gone = tmp_path / "gone.txt"
    refused = "The file is empty; save the article again and add that."
    for paths, title, text in (
        ([bad], "1 file could not be read", refused),
        ([first], "Added 1 article", "0 duplicates"),
        ([first, second, bad], "Added 1 article", "1 duplicate, 1 file not read"),
        ([first, second], "Nothing was added", "2 duplicates"),
        ([first, bad, gone], "Nothing was added", "The file is empty"),
        ([bad, worse, gone], "3 files could not be read", refused),
    ):
        drop(desk.window, *paths)
        settle(qtbot, desk)
        shown = toast(desk)
        assert shown[0] == title
        assert shown[1].startswith(text)
    assert desk.shelves.counts.all == 2


def test_what_was_in_the_trash_is_said_to_be_restored(qtbot: QtBot, desk: Desk) -> None:
    drop(desk.window, *SAMPLES[:2])
    settle(qtbot, desk)
    library = desk.workspace.library
    assert library is not None
    ids = [row.summary.id for row in desk.window.library.list.model.articles]
    desk.workspace.decide(lambda opened: trash_articles(opened, ids))
    settle(qtbot, desk)
    drop(desk.window, SAMPLES[0])
    settle(qtbot, desk)
    assert toast(desk) == ("Restored 1 article from Trash", "0 duplicates")
    drop(desk.window, SAMPLES[1], SAMPLES[2])
    settle(qtbot, desk)
    assert toast(desk) == ("Added 1 article", "0 duplicates, 1 restored from Trash")
    press(desk.window.toast, "Undo")
    settle(qtbot, desk)
    # What was restored goes back to where it was, and what was added follows it there.
    assert (desk.shelves.counts.all, desk.shelves.counts.trash) == (1, 2)


def test_show_leads_to_the_articles_and_with_problems_to_the_jobs(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    window = desk.window
    drop(window, *SAMPLES[:2])
    settle(qtbot, desk)
    QTest.mouseClick(window.rail.button(COMPARE), LEFT)
    settle(qtbot, desk)
    window.toast.show_it.setFocus()
    press_keys(qtbot, desk, Qt.Key.Key_Space)
    assert window.page == LIBRARY
    assert window.focusWidget() is window.library.list.view
    assert not window.jobs_panel.isVisible()
    drop(window, empty_file(tmp_path, "bad.txt"), empty_file(tmp_path, "worse.txt"))
    settle(qtbot, desk)
    press(window.toast, "Show")
    settle(qtbot, desk)
    assert window.jobs_panel.isVisible()
    for name, left in (("bad.txt", ["worse.txt"]), ("worse.txt", [])):
        rows = window.jobs_panel.findChildren(ProblemRow)
        press(next(row for row in rows if row.problem.name == name), "Skip")
        settle(qtbot, desk)
        assert [problem.name for problem in window.jobs_panel.problems] == left
    press(window.jobs_panel, "Close the jobs")
    assert not window.jobs_panel.isVisible()


def test_problems_of_one_library_are_not_shown_beside_another(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    drop(desk.window, empty_file(tmp_path, "bad.txt"))
    settle(qtbot, desk)
    assert desk.window.jobs_panel.problems
    desk.libraries.open(str(tmp_path / "Other.crosslight"), create=True)
    settle(qtbot, desk)
    assert desk.window.jobs_panel.problems == ()


def test_a_click_on_cancel_stops_an_import_and_another_library_stops_it_too(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    def many(name: str) -> list[Path]:
        made = [tmp_path / f"{name}-{nth}.txt" for nth in range(60)]
        for nth, path in enumerate(made):
            path.write_text(f"Boat {nth} of {name} came in late on Friday.", "utf-8")
        return made

    other = create_library(tmp_path / "Other.crosslight")
    for sample in SAMPLES[:2]:
        assert list(import_files(other, [sample]))
    other.close()
    press_keys(qtbot, desk, Qt.Key.Key_8, CONTROL)
    drop(desk.window, *many("port"))
    job = desk.workspace.jobs.jobs[0]
    qtbot.waitUntil(lambda: bool(job.outcomes), timeout=PATIENCE_MS)
    press(desk.window.jobs_panel.row(job), "Cancel")
    settle(qtbot, desk)
    assert job.state is JobState.CANCELED
    kept = len(job.outcomes)
    assert desk.shelves.counts.all == kept < 60
    assert toast(desk)[0] == f"Added {kept} article{'s' if kept > 1 else ''}"
    drop(desk.window, *many("harbor"))
    job = desk.workspace.jobs.jobs[0]
    qtbot.waitUntil(lambda: bool(job.outcomes), timeout=PATIENCE_MS)
    desk.libraries.open(str(tmp_path / "Other.crosslight"))
    settle(qtbot, desk)
    assert job.is_over
    assert desk.window.windowTitle() == "Other – Crosslight"
    # The decision with the number of this import is another one here.
    assert desk.window.commands["undo"].text() == "&Undo Add 1 article"
    assert not desk.window.toast.undo.isVisible()
    assert desk.window.jobs_panel.row(job).undo.isHidden()
    assert desk.shelves.counts.all == 2
    desk.libraries.open(str(tmp_path / "Desk.crosslight"))
    settle(qtbot, desk)
    # What another library stopped goes on with its own.
    assert desk.shelves.counts.all == kept + 60


def test_a_folder_from_the_first_page_is_added_and_grouped_again_on_demand(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert heading(desk) == ("Desk", "Library · empty")
    assert desk.window.status.text == "No articles yet"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answer(str(SAMPLES[0].parent)))
    press(desk.window.library.first_run, "Choose a folder…")
    settle(qtbot, desk)
    assert heading(desk) == ("Desk", "Library · 5 articles, 1 event")
    before = desk.shelves.events
    desk.window.commands["group"].trigger()
    job = desk.workspace.jobs.jobs[0]
    settle(qtbot, desk)
    assert (job.title, job.state) == ("Grouping into events", JobState.DONE)
    assert desk.shelves.events == before


def test_a_new_library_is_named_and_shown_in_its_folder(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    class Handler(QObject):
        @Slot(QUrl)
        def take(self, url: QUrl) -> None:
            opened.append(url.toLocalFile())

    handler = Handler()
    QTest.mouseClick(desk.window.rail.button("settings"), LEFT)
    settle(qtbot, desk)
    for name, file in (("Trade news", "Trade news.crosslight"), ("ä & b.db", "ä & b.db")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", answer((str(tmp_path / name), "")))
        press(desk.settings, "New library…")
        settle(qtbot, desk)
        assert (tmp_path / file).is_file()
        assert desk.window.windowTitle() == f"{Path(file).stem} – Crosslight"
    QDesktopServices.setUrlHandler("file", handler, "take")  # pyright: ignore[reportArgumentType]
    try:
        press(desk.settings, "Show file")
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert [Path(place) for place in opened] == [tmp_path]


def test_the_article_clicked_is_still_read_when_more_are_added(qtbot: QtBot, desk: Desk) -> None:
    drop(desk.window, *SAMPLES[:2])
    settle(qtbot, desk)
    outlet = outlets(desk)[-1]
    at = row_middle(desk, outlet)
    QTest.mouseClick(desk.window.library.list.view.viewport(), LEFT, pos=at)
    settle(qtbot, desk)
    drop(desk.window, *SAMPLES[2:])
    settle(qtbot, desk)
    article = desk.reading.pane.article
    assert article is not None
    assert article.outlet == outlet
    assert QApplication.focusWidget() is desk.window.library.list.view
