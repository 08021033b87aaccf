"""The menus: every command has words, an icon that exists, and keys of its own."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from desktop.ui.windows.commands import Commands
from tests.desktop.ui.test_icons import file_names


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def commands(window: QMainWindow) -> Commands:
    return Commands(window)


def menus(window: QMainWindow) -> list[QMenu]:
    found = [action.menu() for action in window.menuBar().actions()]
    return [menu for menu in found if isinstance(menu, QMenu)]


def words(menu: QMenu) -> list[QAction]:
    return [action for action in menu.actions() if not action.isSeparator()]


def test_there_are_six_menus_and_none_is_empty(window: QMainWindow, commands: Commands) -> None:
    assert commands.recent.title() == "Open &recent"
    titles = [menu.title().replace("&", "") for menu in menus(window)]
    assert titles == ["File", "Edit", "View", "Event", "Tools", "Help"]
    assert all(words(menu) for menu in menus(window))


def test_no_two_commands_have_the_same_keys(window: QMainWindow, commands: Commands) -> None:
    assert commands["undo"].shortcut() == QKeySequence("Ctrl+Z")
    keys = Counter(
        sequence.toString()
        for action in window.actions()
        for sequence in action.shortcuts()
        if sequence.toString()
    )
    assert [key for key, number in keys.items() if number > 1] == []
    assert len(keys) > 20


def test_keys_of_a_menu_are_not_those_of_its_neighbors(
    window: QMainWindow, commands: Commands
) -> None:
    assert commands["quit"].isEnabled()
    for menu in menus(window):
        letters = [_mnemonic(action.text()) for action in words(menu)]
        given = Counter(letter for letter in letters if letter)
        assert [letter for letter, number in given.items() if number > 1] == [], menu.title()
    bar = Counter(_mnemonic(menu.title()) for menu in menus(window))
    assert set(bar.values()) == {1}


def _mnemonic(text: str) -> str:
    at = text.replace("&&", "\0\0").find("&")
    return text[at + 1].lower() if at >= 0 else ""


def test_every_command_has_words_and_its_icon_exists(
    window: QMainWindow, commands: Commands
) -> None:
    assert commands["add"].property("short_text") == "Add articles"
    for action in window.actions():
        assert action.text().strip()
        name = str(action.property("icon_name") or "")
        assert not name or name in file_names()


@pytest.mark.parametrize(
    ("held", "enabled"),
    [
        ((), set[str]()),
        (("library",), set[str]()),
        (("library", "writable"), {"add", "add folder", "group"}),
        (("event",), {"compare", "charts", "report"}),
    ],
)
def test_commands_wait_for_what_they_need(
    commands: Commands, held: tuple[str, ...], enabled: set[str]
) -> None:
    commands.enable(held)
    needy = ("add", "add folder", "group", "compare", "charts", "report")
    assert {name for name in needy if commands[name].isEnabled()} == enabled
    assert all(commands[name].isEnabled() for name in ("quit", "find", "new library", "about"))


def test_one_look_and_one_page_hold_at_a_time(commands: Commands) -> None:
    looks = commands.looks.actions()
    assert len({str(action.data()) for action in looks}) == 5
    for action in looks:
        action.trigger()
        assert [other for other in looks if other.isChecked()] == [action]
    pages = commands.pages.actions()
    assert all(action.isCheckable() for action in pages)
    assert len({str(action.data()) for action in pages}) == len(pages) == 10


def test_keys_that_a_pane_takes_are_shown_and_left_to_the_pane(commands: Commands) -> None:
    assert commands["trash"].text().endswith("\tDel")
    assert commands["trash"].shortcut().isEmpty()
    assert commands["rename"].text().endswith("\tF2")
    assert commands["rename"].shortcut().isEmpty()
