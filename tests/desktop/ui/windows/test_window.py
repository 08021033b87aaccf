"""The window as a whole: headings, keys, looks, what is refused and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from desktop.core.model.comparisons import Place
from desktop.services.decisions import list_decisions
from desktop.services.libraries import sample_articles
from desktop.ui.models.sidebar import Shelf
from desktop.ui.palettes import DARK, LIGHT
from desktop.ui.theme import theme
from desktop.ui.windows.desk import Desk
from desktop.ui.windows.grouping_rules import ON_ARTICLES
from desktop.ui.windows.main import ARTICLE, CHARTS, COMPARE, DIFF, LIBRARY, REPORT
from tests.desktop.ui.windows.opened import PATIENCE_MS, DeskMaker, answer, settle
from tests.desktop.ui.windows.test_importing import drop
from tests.desktop.ui.windows.test_pages import choose

CONTROL = Qt.KeyboardModifier.ControlModifier


def heading(desk: Desk) -> tuple[str, str, str]:
    """Return title, trail and small line of the top bar."""
    bar = desk.window.topbar.heading
    return bar.title.accessibleName(), bar.trail.accessibleName(), bar.small.accessibleName()


def toast_words(desk: Desk) -> str:
    return desk.window.toast.accessibleName()


@pytest.fixture
def later_desk(make_desk: DeskMaker, sample_library: Path, tmp_path: Path) -> Desk:
    """A window on a library of a later version, which can only be read."""
    import sqlite3

    copy = tmp_path / "Later.crosslight"
    copy.write_bytes(sample_library.read_bytes())
    connection = sqlite3.connect(copy)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    return make_desk(copy)


def test_each_page_says_where_one_is_and_what_can_be_done(qtbot: QtBot, samples_desk: Desk) -> None:
    window, event = samples_desk.window, samples_desk.shelves.events[0].label
    expected = {
        LIBRARY: (("Copy", "", "Library · 5 articles, 1 event"), 3),
        COMPARE: ((event, "Event  ›  2 of 5 dated", ""), 2),
        DIFF: ((event, "Event  ›  Diff", ""), 2),
        CHARTS: ((event, "Event  ›  Charts", ""), 2),
        REPORT: ((event, "Event  ›  Print preview", ""), 2),
        "settings": (("Settings", "", "Appearance, library, privacy"), 0),
        "help": (("Help", "", "How to use Crosslight"), 0),
    }
    for page, (words, buttons) in expected.items():
        window.show_page(page)
        settle(qtbot, samples_desk)
        assert heading(samples_desk) == words
        assert len(window.topbar.buttons) == buttons
    window.show_page(ARTICLE)
    shown = samples_desk.reading.shown
    assert shown is not None
    assert heading(samples_desk)[:2] == (
        shown.article.title,
        f"Library  ›  {shown.article.outlet}",
    )
    assert window.status.text == f"{shown.analysis.ledger.total} words"
    window.show_page(COMPARE)
    assert "5 outlets in this event" in window.status.text


def test_the_status_line_counts_the_sentences_chosen(qtbot: QtBot, samples_desk: Desk) -> None:
    article = choose(qtbot, samples_desk, "Antiwar.com")
    shown = samples_desk.reading.shown
    assert shown is not None
    first, second = shown.analysis.sentences[1].span, shown.analysis.sentences[2].span
    samples_desk.pages.selection.choose([Place(article, first), Place(article, second)])
    assert "2 sentences selected" in samples_desk.window.status.text
    samples_desk.pages.selection.choose([Place(article, first)])
    assert "1 sentence selected" in samples_desk.window.status.text
    samples_desk.pages.selection.clear()
    assert "selected" not in samples_desk.window.status.text


def test_another_look_leaves_page_choice_and_selection_alone(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    article = choose(qtbot, samples_desk, "The Hindu")
    shown = samples_desk.reading.shown
    assert shown is not None
    place = Place(article, shown.analysis.sentences[1].span)
    samples_desk.window.show_page(ARTICLE)
    samples_desk.pages.selection.choose([place])
    for look in (DARK, LIGHT):
        samples_desk.window.commands[f"look {look}"].trigger()
        settle(qtbot, samples_desk)
        assert theme().palette.name == look
        assert samples_desk.window.page == ARTICLE
        assert samples_desk.pages.selection.places == (place,)
        assert samples_desk.window.library.list.chosen_ids == [article]
        ground = samples_desk.window.grab().toImage()
        assert ground.pixelColor(ground.width() - 3, ground.height() - 3) == theme().palette.window


def test_escape_closes_what_lies_on_top_first(qtbot: QtBot, samples_desk: Desk) -> None:
    window = samples_desk.window
    article = choose(qtbot, samples_desk, "The Hindu")
    shown = samples_desk.reading.shown
    assert shown is not None
    place = Place(article, shown.analysis.sentences[1].span)
    samples_desk.pages.selection.choose([place])
    window.toast.show_message("Something was done", is_good=True)
    QTest.keyClick(window, Qt.Key.Key_8, CONTROL)
    assert window.jobs_panel.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert (window.jobs_panel.isVisible(), window.toast.isVisible()) == (False, True)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.toast.isVisible()
    assert samples_desk.pages.selection.places == (place,)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert samples_desk.pages.selection.places == ()


def test_the_jobs_open_and_close_with_their_keys_and_take_the_focus(samples_desk: Desk) -> None:
    window = samples_desk.window
    QTest.keyClick(window, Qt.Key.Key_8, CONTROL)
    assert window.jobs_panel.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.jobs_panel.isAncestorOf(focus)
    QTest.keyClick(window, Qt.Key.Key_8, CONTROL)
    assert not window.jobs_panel.isVisible()


def test_a_library_that_can_only_be_read_refuses_decisions_and_says_so(
    qtbot: QtBot, later_desk: Desk
) -> None:
    article = choose(qtbot, later_desk, "Antiwar.com")
    shown = later_desk.reading.shown
    library = later_desk.workspace.library
    assert shown is not None
    assert library is not None
    before = list_decisions(library)
    own = next(one.span for one in shown.analysis.loaded if one.voice.value == "own")
    later_desk.reading.pane.wording_ignored.emit(article, own)
    settle(qtbot, later_desk)
    assert later_desk.window.toast.isVisible()
    assert "read" in toast_words(later_desk).lower()
    assert later_desk.reading.shown is not None
    assert later_desk.reading.shown.analysis.own == shown.analysis.own
    assert list_decisions(library) == before


def test_a_library_that_can_only_be_read_takes_no_files_and_offers_no_changes(
    qtbot: QtBot, later_desk: Desk
) -> None:
    choose(qtbot, later_desk, "RFE/RL")
    drop(later_desk.window, sample_articles()[0])
    QTest.keyClick(later_desk.window.library.list.view, Qt.Key.Key_Delete)
    QTest.keyClick(later_desk.window.rail, Qt.Key.Key_F2)
    settle(qtbot, later_desk)
    assert (later_desk.shelves.counts.all, later_desk.shelves.counts.trash) == (5, 0)
    assert later_desk.workspace.jobs.jobs == ()
    for name in ("add", "add folder", "group", "undo", "redo", "trash", "restore"):
        assert not later_desk.window.commands[name].isEnabled(), name


def test_a_first_library_that_cannot_be_opened_is_named_over_the_page(
    qtbot: QtBot, make_desk: DeskMaker, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.crosslight"
    wrong.write_text("no library", "utf-8")
    desk = make_desk.begin(wrong)
    qtbot.waitUntil(desk.window.banner.isVisible, timeout=PATIENCE_MS)
    assert str(wrong) in desk.window.banner.accessibleName()
    assert desk.workspace.library is None
    assert not desk.window.commands["add"].isEnabled()
    assert wrong.read_text("utf-8") == "no library"
    # Another library can still be opened, and then all is well.
    desk.libraries.open(str(tmp_path / "Other.crosslight"), create=True)
    settle(qtbot, desk)
    assert not desk.window.banner.isVisible()
    assert desk.window.commands["add"].isEnabled()


def test_what_was_moved_to_the_trash_comes_back_from_the_toast(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    choose(qtbot, samples_desk, "RFE/RL")
    QTest.keyClick(samples_desk.window.library.list.view, Qt.Key.Key_Delete)
    settle(qtbot, samples_desk)
    assert toast_words(samples_desk) == "Moved to Trash. 1 article"
    assert samples_desk.window.commands["undo"].text() == "&Undo Move 1 article to trash"
    QTest.mouseClick(samples_desk.window.toast.undo, Qt.MouseButton.LeftButton)
    settle(qtbot, samples_desk)
    assert samples_desk.shelves.counts.trash == 0
    assert samples_desk.window.commands["redo"].text() == "&Redo Move 1 article to trash"
    assert samples_desk.window.commands["redo"].isEnabled()


def test_with_all_of_an_event_in_the_trash_its_pages_say_so(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    samples_desk.window.show_page(COMPARE)
    settle(qtbot, samples_desk)
    samples_desk.window.show_page(LIBRARY)
    rows = samples_desk.window.library.list
    rows.choose([row.summary.id for row in rows.model.articles])
    samples_desk.window.commands["trash"].trigger()
    settle(qtbot, samples_desk)
    assert samples_desk.shelves.counts.trash == 5
    assert samples_desk.pages.view is None
    for page in (COMPARE, DIFF, CHARTS, REPORT):
        samples_desk.window.show_page(page)
        settle(qtbot, samples_desk)
        assert heading(samples_desk)[0] == "No event"
    samples_desk.window.commands["undo"].trigger()
    settle(qtbot, samples_desk)
    assert samples_desk.shelves.counts.all == 5
    assert samples_desk.pages.view is not None


def test_the_menu_of_chosen_articles_has_their_commands(
    qtbot: QtBot, samples_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A menu that pops up takes the keyboard, which there is none of without a display.
    shown: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _at: shown.append(menu))  # type: ignore[misc]
    choose(qtbot, samples_desk, "RFE/RL")
    rows = samples_desk.window.library.list
    rows.view.customContextMenuRequested.emit(QPoint(40, 60))
    (menu,) = shown
    commands = samples_desk.window.commands
    assert [action for action in menu.actions() if not action.isSeparator()] == [
        commands["page article"],
        commands["compare"],
        commands["diff"],
        *(commands[name] for name in (*ON_ARTICLES, "tag", "rate", "note", "trash")),
    ]
    menu.aboutToHide.emit()
    samples_desk.window.library.sidebar.choose(Shelf("trash"))
    settle(qtbot, samples_desk)
    assert not commands["trash"].isEnabled()


def test_a_dialog_that_is_given_up_changes_nothing(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer((list[str](), "")))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answer(""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer(("", "")))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer(("", "")))
    before = desk.workspace.library
    for name in ("add", "add folder", "new library", "open library"):
        desk.window.commands[name].trigger()
    settle(qtbot, desk)
    assert desk.workspace.library is before
    assert desk.workspace.jobs.jobs == ()
    assert desk.window.library.is_empty_shown


def test_the_first_page_opens_the_samples_in_a_library_of_their_own(
    qtbot: QtBot, desk: Desk, sample_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "Given.crosslight"
    copy.write_bytes(sample_library.read_bytes())
    monkeypatch.setenv("CROSSLIGHT_SAMPLE", str(copy))
    QTest.mouseClick(desk.window.library.first_run.sample, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.shelves.counts.all == 5, timeout=PATIENCE_MS)
    settle(qtbot, desk)
    assert not desk.window.library.is_empty_shown
    # The samples that are there already are given once more, without a word about duplicates.
    assert not desk.window.toast.isVisible()
    assert desk.session.library.endswith("Given.crosslight")


def test_files_named_at_the_start_wait_for_the_library(qtbot: QtBot, make_desk: DeskMaker) -> None:
    desk = make_desk.begin()
    desk.importing.add([sample_articles()[2]])
    settle(qtbot, desk)
    assert desk.shelves.counts.all == 1


def test_a_damaged_session_opens_the_window_as_at_first(
    make_desk: DeskMaker, tmp_path: Path
) -> None:
    damage = b"[General]\npage=braid\nzoom=a\n[state]\nwindow=@ByteArray(\0\nlibrary=\xff\0\n"
    (tmp_path / "window.ini").write_bytes(damage)
    desk = make_desk()
    assert desk.window.page == LIBRARY
    assert theme().zoom == 1.0
    assert min(desk.window.library.panes.sizes()) > 0


def test_a_window_closed_in_the_middle_of_an_import_keeps_it_and_the_next_goes_on(
    qtbot: QtBot, make_desk: DeskMaker, tmp_path: Path
) -> None:
    desk = make_desk()
    desk.importing.add(sample_articles())
    job = desk.workspace.jobs.jobs[0]
    qtbot.waitUntil(lambda: job.progress is not None, timeout=PATIENCE_MS)
    desk.window.close()
    assert desk.workspace.library is None
    again = make_desk(tmp_path / "Desk.crosslight")
    rest = [each for each in again.workspace.jobs.jobs if each.outcomes]
    assert again.shelves.counts.all == 5
    assert len(job.outcomes) + sum(len(each.outcomes) for each in rest) == 5


def test_words_that_are_found_nowhere_are_answered_in_words(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    QTest.keyClick(samples_desk.window, Qt.Key.Key_K, CONTROL)
    QTest.keyClicks(samples_desk.window.topbar.search, "north")
    settle(qtbot, samples_desk)
    found = len(samples_desk.window.library.list.model.articles)
    assert samples_desk.window.library.list.heading.text() == f"{found} found"
    QTest.keyClicks(samples_desk.window.topbar.search, "zzzz")
    settle(qtbot, samples_desk)
    assert samples_desk.window.library.list.heading.text() == "0 found"
    assert "No article here" in samples_desk.window.library.list.empty.text()


def test_an_empty_shelf_says_what_is_not_there(qtbot: QtBot, samples_desk: Desk) -> None:
    rows = samples_desk.window.library.list
    for shelf, words in (
        ("trash", "The trash is empty."),
        ("duplicates", "No file was added twice."),
        ("reprints", "No two outlets printed the same text."),
    ):
        samples_desk.window.library.sidebar.choose(Shelf(shelf))
        settle(qtbot, samples_desk)
        assert rows.empty.text() == words
        assert rows.heading.text() == "0 articles"
