"""The window looks after its library: held elsewhere, damaged, backed up, moved, emptied."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.services import decisions, settings
from desktop.services.articles import ArticleQuery, list_articles
from desktop.services.backups import list_backups
from desktop.services.libraries import ReadOnly, create_library, remember_library
from desktop.ui.panels.backups_dialog import BackupsDialog
from desktop.ui.panels.library_menu import LibraryMenu
from desktop.ui.panels.told_dialog import AskDialog, ToldDialog
from desktop.ui.windows.desk import Desk
from tests.db.test_locks import other_program
from tests.desktop.ui.windows.opened import PATIENCE_MS, DeskMaker, answer, settle

W = TypeVar("W", bound=QWidget)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    path = tmp_path / "config" / "settings.json"
    monkeypatch.setattr(settings, "settings_path", lambda: path)
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, LibraryMenu | BackupsDialog | AskDialog | ToldDialog):
            widget.close()


def opened(qtbot: QtBot, kind: type[W]) -> W:
    """Return the dialog of a kind that is open, when it is."""
    found: list[W] = []

    def is_there() -> bool:
        found[:] = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind)]
        found[:] = [w for w in found if w.isVisible()]
        return bool(found)

    qtbot.waitUntil(is_there, timeout=PATIENCE_MS)
    return found[0]


def banner(desk: Desk) -> tuple[str, list[str]]:
    """Return what the banner says and offers; nothing while it is hidden."""
    strip = desk.window.banner
    said = strip.accessibleName() if strip.isVisible() else ""
    return said, [button.text() for button in strip.ways]


def damage(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE article SET title = 'Odd' WHERE number = 2")


def path_of(desk: Desk) -> Path:
    library = desk.workspace.library
    assert library is not None
    assert library.path is not None
    return library.path


def trigger(desk: Desk, name: str) -> None:
    command = desk.window.commands[name]
    assert command.isEnabled(), name
    command.trigger()


def test_a_library_that_another_program_writes_is_read_until_that_has_finished(
    qtbot: QtBot, make_desk: DeskMaker, sample_library: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "Held.crosslight"
    copy.write_bytes(sample_library.read_bytes())
    with other_program(copy) as process:
        desk = make_desk(copy)
        said, ways = banner(desk)
        assert "is being written by another Crosslight window" in said
        assert ways == ["Try again"]
        assert desk.shelves.counts.all == 5
        assert not desk.window.commands["add"].isEnabled()
        process.communicate("go\n")
    QTest.mouseClick(desk.window.banner.ways[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.workspace.can_write, timeout=PATIENCE_MS)
    settle(qtbot, desk)
    assert banner(desk)[0] == ""


def test_the_window_sees_by_itself_that_the_other_program_has_finished(
    qtbot: QtBot, make_desk: DeskMaker, sample_library: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("desktop.ui.windows.library_banner._LOOK_MS", 20)
    copy = tmp_path / "Held.crosslight"
    copy.write_bytes(sample_library.read_bytes())
    with other_program(copy) as process:
        desk = make_desk(copy)
        assert not desk.workspace.can_write
        process.communicate("go\n")
    qtbot.waitUntil(lambda: desk.workspace.can_write, timeout=PATIENCE_MS)


def test_a_check_that_finds_damage_leaves_the_library_to_be_read_and_salvaged(
    qtbot: QtBot, samples_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = samples_desk
    trigger(desk, "check library")
    qtbot.waitUntil(lambda: "sound" in desk.window.toast.accessibleName(), timeout=PATIENCE_MS)
    trigger(desk, "back up")
    qtbot.waitUntil(lambda: "Backed up" in desk.window.toast.accessibleName(), timeout=PATIENCE_MS)
    damage(path_of(desk))
    trigger(desk, "check library")
    qtbot.waitUntil(lambda: not desk.workspace.can_write, timeout=PATIENCE_MS)
    settle(qtbot, desk)
    said, ways = banner(desk)
    assert said.startswith("This library is damaged in 1 place.")
    assert ways == ["Salvage…", "Restore a backup…", "Details"]
    desk.window.banner.ways[2].click()
    details = opened(qtbot, ToldDialog)
    assert "“Odd”" in details.text.toPlainText()
    details.close_button.click()
    target = tmp_path / "Saved"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer((str(target), "")))
    desk.window.banner.ways[0].click()
    report = opened(qtbot, ToldDialog)
    assert "5 articles saved" in report.text.toPlainText()
    assert "1 article from the backup" in report.text.toPlainText()
    qtbot.waitUntil(lambda: desk.workspace.can_write, timeout=PATIENCE_MS)
    settle(qtbot, desk)
    assert path_of(desk) == target.with_suffix(".crosslight")
    assert banner(desk)[0] == ""
    assert desk.shelves.counts.all == 5


def test_a_library_too_damaged_to_be_opened_offers_its_backups(
    qtbot: QtBot, samples_desk: Desk, make_desk: DeskMaker
) -> None:
    trigger(samples_desk, "back up")
    qtbot.waitUntil(lambda: "Backed up" in samples_desk.window.toast.accessibleName(),
                    timeout=PATIENCE_MS)  # fmt: skip
    path = path_of(samples_desk)
    samples_desk.close()
    path.write_bytes(b"x" * 5000)
    desk = make_desk.begin(path)
    qtbot.waitUntil(desk.window.banner.isVisible, timeout=PATIENCE_MS)
    assert "damaged" in banner(desk)[0]
    desk.window.banner.ways[1].click()
    dialog = opened(qtbot, BackupsDialog)
    assert "5 articles" in dialog.list.item(0).text()
    dialog.take.click()
    settle(qtbot, desk)
    assert desk.shelves.counts.all == 5
    assert banner(desk)[0] == ""
    kinds = [backup.kind.value for backup in list_backups(path)]
    assert kinds == ["before-restore", "asked"]


def test_a_restore_brings_the_library_back_as_it_was(qtbot: QtBot, samples_desk: Desk) -> None:
    desk = samples_desk
    trigger(desk, "back up")
    qtbot.waitUntil(lambda: "Backed up" in desk.window.toast.accessibleName(), timeout=PATIENCE_MS)
    first = desk.window.library.list.model.articles[0].summary.id
    desk.corrections.trash.put_away([first])
    settle(qtbot, desk)
    assert desk.shelves.counts.all == 4
    trigger(desk, "restore backup")
    opened(qtbot, BackupsDialog).take.click()
    qtbot.waitUntil(lambda: desk.shelves.counts.all == 5, timeout=PATIENCE_MS)
    settle(qtbot, desk)
    assert desk.workspace.can_write


def test_another_file_can_be_restored(
    qtbot: QtBot, samples_desk: Desk, sample_library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer((str(sample_library), "")))
    before = samples_desk.workspace.library
    trigger(samples_desk, "restore backup")
    dialog = opened(qtbot, BackupsDialog)
    assert not dialog.take.isEnabled()
    dialog.other.click()
    qtbot.waitUntil(lambda: samples_desk.workspace.library is not before, timeout=PATIENCE_MS)
    settle(qtbot, samples_desk)
    assert samples_desk.shelves.counts.all == 5


def test_the_library_is_renamed_and_moved_while_it_is_shown(
    qtbot: QtBot, samples_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = samples_desk
    monkeypatch.setattr(QInputDialog, "getText", answer(("Press desk", True)))
    trigger(desk, "rename library")
    qtbot.waitUntil(lambda: path_of(desk).stem == "Press desk", timeout=PATIENCE_MS)
    settle(qtbot, desk)
    assert desk.window.windowTitle().startswith("Press desk")
    target = tmp_path / "there" / "Moved"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer((str(target), "")))
    trigger(desk, "move library")
    qtbot.waitUntil(lambda: path_of(desk).stem == "Moved", timeout=PATIENCE_MS)
    settle(qtbot, desk)
    assert path_of(desk) == target.with_suffix(".crosslight")
    assert (desk.shelves.counts.all, desk.workspace.can_write) == (5, True)
    assert [path.name for path in tmp_path.glob("*.crosslight")] == []


def test_a_move_that_is_refused_leaves_the_library_open_and_says_why(
    qtbot: QtBot, samples_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Taken.crosslight").touch()
    monkeypatch.setattr(QInputDialog, "getText", answer(("Taken", True)))
    trigger(samples_desk, "rename library")
    toast = samples_desk.window.toast
    qtbot.waitUntil(lambda: "There is a file" in toast.accessibleName(), timeout=PATIENCE_MS)
    settle(qtbot, samples_desk)
    assert (path_of(samples_desk).stem, samples_desk.workspace.can_write) == ("Copy", True)


def test_the_trash_says_when_it_is_emptied_and_is_emptied_when_asked(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    desk = samples_desk
    first = desk.window.library.list.model.articles[0].summary.id
    desk.corrections.trash.put_away([first])
    settle(qtbot, desk)
    sidebar = desk.window.library.sidebar
    rows = sidebar.view.model()
    shelves = [rows.index(nth, 0) for nth in range(rows.rowCount())]
    sidebar.view.setCurrentIndex(next(each for each in shelves if each.data() == "Trash"))
    qtbot.waitUntil(lambda: "1 article in the trash" in banner(desk)[0], timeout=PATIENCE_MS)
    assert banner(desk)[1] == ["Empty Trash…"]
    desk.window.banner.ways[0].click()
    dialog = opened(qtbot, AskDialog)
    assert dialog.windowTitle() == "Delete 1 article for good?"
    assert dialog.cancel.isDefault()
    dialog.use.click()
    qtbot.waitUntil(lambda: desk.shelves.counts.trash == 0, timeout=PATIENCE_MS)
    settle(qtbot, desk)
    assert desk.shelves.counts.all == 4
    assert [each.kind.value for each in list_backups(path_of(desk))] == ["before-emptying"]
    trigger(desk, "empty trash")
    qtbot.waitUntil(lambda: "is empty" in desk.window.toast.accessibleName(), timeout=PATIENCE_MS)


def test_the_menu_of_libraries_switches_and_marks_what_is_missing(
    qtbot: QtBot, samples_desk: Desk, tmp_path: Path
) -> None:
    for name in ("Second", "Gone"):
        library = create_library(tmp_path / f"{name}.crosslight")
        remember_library(library)
        library.close()
    (tmp_path / "Gone.crosslight").unlink()
    trigger(samples_desk, "switch library")
    menu = opened(qtbot, LibraryMenu)
    rows = {row.text(): row for row in menu.rows}
    assert [row.text() for row in menu.rows][:3] == ["Gone", "Second", "Copy"]
    assert (rows["Gone"].isEnabled(), rows["Second"].isEnabled()) == (False, True)
    assert "open now" in rows["Copy"].accessibleName()
    assert "missing" in rows["Gone"].accessibleName()
    rows["Second"].click()
    qtbot.waitUntil(lambda: path_of(samples_desk).stem == "Second", timeout=PATIENCE_MS)
    settle(qtbot, samples_desk)
    recent = samples_desk.window.commands.recent
    recent.aboutToShow.emit()
    shown = {action.text(): action.isEnabled() for action in recent.actions()}
    assert shown["Gone (missing)"] is False
    assert shown["Copy"] is True


def test_the_name_of_the_library_opens_its_menu(qtbot: QtBot, samples_desk: Desk) -> None:
    QTest.mouseClick(samples_desk.window.topbar.heading, Qt.MouseButton.LeftButton)
    menu = opened(qtbot, LibraryMenu)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    assert menu.rows[1].hasFocus()
    QTest.keyClick(menu, Qt.Key.Key_Up)
    QTest.keyClick(menu, Qt.Key.Key_Up)
    assert menu.rows[-1].hasFocus()
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()
    samples_desk.window.show_page("settings")
    QTest.mouseClick(samples_desk.window.topbar.heading, Qt.MouseButton.LeftButton)
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, LibraryMenu)
                and w.isVisible()]  # fmt: skip


def test_a_risky_folder_is_warned_of_with_a_way_out(
    qtbot: QtBot, make_desk: DeskMaker, tmp_path: Path
) -> None:
    desk = make_desk(tmp_path / "Dropbox" / "Press.crosslight")
    qtbot.waitUntil(lambda: "kept in step" in banner(desk)[0], timeout=PATIENCE_MS)
    assert banner(desk)[1] == ["Move library…"]
    assert desk.workspace.can_write


def test_upkeep_empties_the_trash_of_what_is_old_and_backs_up(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    desk = samples_desk
    library = desk.workspace.library
    assert library is not None
    first = list_articles(library, ArticleQuery(limit=1))[0].id
    decisions.trash_articles(library, [first])
    old = (datetime.now(UTC) - timedelta(days=40)).isoformat(timespec="seconds")
    with closing(sqlite3.connect(path_of(desk))) as other, other:
        other.execute("UPDATE article SET trashed_at = ? WHERE trashed_at NOT NULL", (old,))
    desk.upkeep.look()
    qtbot.waitUntil(lambda: desk.upkeep.is_idle, timeout=PATIENCE_MS)
    settle(qtbot, desk)
    assert "Deleted 1 article for good" in desk.window.toast.accessibleName()
    assert desk.shelves.counts.trash == 0
    assert [each.kind.value for each in list_backups(path_of(desk))] == ["before-emptying"]


def test_upkeep_finds_damage_and_leaves_the_library_to_be_read(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    damage(path_of(samples_desk))
    samples_desk.upkeep.look()
    qtbot.waitUntil(lambda: not samples_desk.workspace.can_write, timeout=PATIENCE_MS)
    settle(qtbot, samples_desk)
    library = samples_desk.workspace.library
    assert library is not None
    assert library.reason is ReadOnly.DAMAGED


def test_the_settings_show_backups_trash_and_risk_and_pass_on_what_is_asked(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    desk = samples_desk
    page = desk.settings
    desk.window.show_page("settings")
    qtbot.waitUntil(lambda: page.backups.lines == ("None yet",), timeout=PATIENCE_MS)
    assert page.backups.trash.text() == "The trash is empty."
    assert not page.backups.empty.isEnabled()
    page.backups.backup_requested.emit()
    qtbot.waitUntil(lambda: "asked for" in page.backups.lines[0], timeout=PATIENCE_MS)
    library = desk.workspace.library
    assert library is not None
    decisions.trash_articles(library, [list_articles(library, ArticleQuery(limit=1))[0].id])
    desk.workspace.changed.emit()
    qtbot.waitUntil(page.backups.empty.isEnabled, timeout=PATIENCE_MS)
    assert "30 days after it came there" in page.backups.trash.text()
