"""The card on watched folders: a row each, a way to end each, and none where nothing is watched."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.ui.panels.watched_card import WatchedCard
from tests.desktop.ui.emitted import emitted


def test_folders_are_listed_and_can_be_removed(qtbot: QtBot, tmp_path: Path) -> None:
    card = WatchedCard()
    qtbot.addWidget(card)
    assert not card.empty.isHidden()
    card.show_folders([tmp_path, tmp_path / "gone"])
    removed = emitted(card.remove_requested)
    assert card.empty.isHidden()
    assert [button.accessibleName() for button in card.removes] == [
        f"Watch {tmp_path} no longer",
        f"Watch {tmp_path / 'gone'} no longer",
    ]
    card.removes[1].click()
    assert removed == [tmp_path / "gone"]
    card.show_folders([])
    assert (card.removes, card.empty.isHidden()) == ([], False)


def test_a_library_that_takes_no_changes_offers_none(qtbot: QtBot, tmp_path: Path) -> None:
    card = WatchedCard()
    qtbot.addWidget(card)
    card.show_folders([tmp_path])
    asked = emitted(card.add_requested)
    card.allow(False)
    assert not card.add_button.isEnabled()
    assert not card.removes[0].isEnabled()
    card.allow(True)
    card.add_button.click()
    assert len(asked) == 1
