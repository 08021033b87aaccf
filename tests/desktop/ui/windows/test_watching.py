"""Watched folders in the window: chosen, listed, imported from, and watched no longer."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.services import watching
from desktop.services.articles import count_articles
from desktop.services.libraries import sample_articles
from desktop.services.watching import watched_folders
from desktop.ui.windows.desk import Desk
from desktop.ui.windows.main import SETTINGS
from tests.desktop.ui.windows.opened import DeskMaker, answer, settle

PATIENCE_MS = 30_000


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder; files are complete as soon as they stand still for a moment."""
    monkeypatch.setattr(watching.FolderWatch.__init__, "__defaults__", (0.05,))
    made = tmp_path / "watched"
    made.mkdir()
    return made


def wait_for(qtbot: QtBot, desk: Desk, articles: int) -> None:
    """Wait until the library holds so many articles."""
    library = desk.workspace.library
    assert library is not None
    qtbot.waitUntil(lambda: count_articles(library).all == articles, timeout=PATIENCE_MS)
    settle(qtbot, desk)


@pytest.mark.slow
def test_a_watched_folder_is_imported_listed_and_removed(
    qtbot: QtBot, desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third, *_others = sample_articles()
    shutil.copy(first, folder)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answer(str(folder)))
    card = desk.settings.watched
    assert not card.empty.isHidden()
    card.add_button.click()
    wait_for(qtbot, desk, 1)
    assert card.empty.isHidden()
    assert len(card.removes) == 1
    shutil.copy(second, folder)
    wait_for(qtbot, desk, 2)
    assert desk.window.toast.title.accessibleName() == "Added 1 article"
    card.removes[0].click()
    qtbot.waitUntil(lambda: not desk.watching.is_watching, timeout=PATIENCE_MS)
    settle(qtbot, desk)
    assert card.removes == []
    shutil.copy(third, folder)
    assert desk.workspace.library is not None
    assert watched_folders(desk.workspace.library) == ()


@pytest.mark.slow
def test_a_folder_is_watched_again_at_the_next_start(
    qtbot: QtBot, make_desk: DeskMaker, folder: Path, tmp_path: Path
) -> None:
    place = tmp_path / "Kept.crosslight"
    first = make_desk(place)
    first.watching.add(folder)
    qtbot.waitUntil(lambda: first.watching.is_watching, timeout=PATIENCE_MS)
    first.close()
    assert not first.watching.is_watching
    shutil.copy(sample_articles()[0], folder)
    second = make_desk(place)
    wait_for(qtbot, second, 1)
    second.window.show_page(SETTINGS)
    assert len(second.settings.watched.removes) == 1
