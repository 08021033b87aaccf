"""Files that could not be read, in the window: found again, saved, tried again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.ingest.drafts import ArticleDraft, Reading
from desktop.ingest.reading import FileReader
from desktop.ui.panels.files_dialog import FilesDialog
from desktop.ui.panels.problems import ProblemRow
from desktop.ui.windows.desk import Desk
from tests.desktop.ui.windows.opened import settle
from tests.desktop.ui.windows.test_importing import drop

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

BROKEN = b'{"title": "Storm", "text": '


@pytest.fixture
def broken(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Path:
    """Drop a file that cannot be read."""
    path = tmp_path / "broken.json"
    path.write_bytes(BROKEN)
    drop(desk.window, path)
    settle(qtbot, desk)
    return path


def open_list(qtbot: QtBot, desk: Desk) -> FilesDialog:
    desk.window.commands["files"].trigger()
    settle(qtbot, desk)
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, FilesDialog)]
    (dialog,) = [each for each in found if each.isVisible()]
    return dialog


def answer(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> None:
    """Let the question for a place be answered."""

    def _answers(*_given: object) -> tuple[str, str]:
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", _answers)


def read_at_last(monkeypatch: pytest.MonkeyPatch) -> None:
    draft = ArticleDraft("A storm tore the roof from a school in the night.", "json")

    def _reads(_reader: FileReader, _name: str, _data: bytes) -> Reading:
        return Reading((draft,))

    monkeypatch.setattr(FileReader, "read_data", _reads)


def test_the_list_is_there_in_another_session_and_the_file_is_given_back(
    qtbot: QtBot, desk: Desk, broken: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken.unlink()
    answer(monkeypatch, tmp_path / "back.json")
    dialog = open_list(qtbot, desk)
    assert dialog.chosen is not None
    assert dialog.chosen.path == str(broken)
    dialog.save.click()
    settle(qtbot, desk)
    assert (tmp_path / "back.json").read_bytes() == BROKEN
    assert "back.json" in dialog.note.text()
    dialog.close_button.click()


def test_a_question_that_is_not_answered_saves_nothing(
    qtbot: QtBot, desk: Desk, broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "")
    (row,) = desk.window.jobs_panel.findChildren(ProblemRow)
    row.save.click()
    settle(qtbot, desk)
    assert sorted(broken.parent.glob("*.json")) == [broken]


def test_a_place_that_cannot_be_written_is_told(
    qtbot: QtBot, desk: Desk, broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, broken.parent / "none" / "back.json")
    dialog = open_list(qtbot, desk)
    dialog.save.click()
    settle(qtbot, desk)
    assert "No such file" in dialog.note.text()
    dialog.close_button.click()


@pytest.mark.usefixtures("broken")
def test_a_file_that_is_read_at_last_leaves_both_lists(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [problem.kept for problem in desk.window.jobs_panel.problems] == [True]
    dialog = open_list(qtbot, desk)
    read_at_last(monkeypatch)
    dialog.retry.click()
    settle(qtbot, desk)
    assert dialog.chosen is None
    assert dialog.note.text() == "The file was read: 1 article added."
    assert desk.window.jobs_panel.problems == ()
    dialog.close_button.click()


@pytest.mark.usefixtures("broken")
def test_trying_again_from_the_jobs_says_when_nothing_is_better(qtbot: QtBot, desk: Desk) -> None:
    (row,) = desk.window.jobs_panel.findChildren(ProblemRow)
    reason = row.problem.reason
    row.retry.click()
    settle(qtbot, desk)
    assert [problem.reason for problem in desk.window.jobs_panel.problems] == [reason]
    assert desk.workspace.jobs.jobs[0].note == reason


def test_a_file_that_is_not_kept_offers_no_other_attempt(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    drop(desk.window, tmp_path / "empty.txt")
    settle(qtbot, desk)
    (row,) = desk.window.jobs_panel.findChildren(ProblemRow)
    assert row.folder.parentWidget() is not None
    assert row.retry.parentWidget() is None
    assert row.save.parentWidget() is None
