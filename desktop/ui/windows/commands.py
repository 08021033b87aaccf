"""The window's commands: one action each, with its menu, icon and keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop.ui.palettes import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT
from desktop.ui.session import SYSTEM

FILE, EDIT, VIEW, EVENT, TOOLS, HELP = "file", "edit", "view", "event", "tools", "help"
LINE = ""


@dataclass(frozen=True, slots=True)
class Command:
    """A command of a menu. `short` is its text on a button; a `hint` names keys that a pane takes.

    `needs` says what it takes to be enabled: nothing, a "library", one in a "file", a "writable"
    one, an "event" or an "article".
    """

    name: str
    text: str
    keys: str = ""
    icon_name: str = ""
    short: str = ""
    hint: str = ""
    needs: str = ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Commands", text)


class Commands:
    """All actions of a window by name; those of pages, looks and libraries are made in groups."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._needs: dict[str, str] = {}
        self.pages = QActionGroup(window)
        self.looks = QActionGroup(window)
        bar = window.menuBar()
        self.recent = QMenu(_tr("Open &recent"), window)
        for name, title, commands in _menus():
            menu = QMenu(title, window)
            bar.addMenu(menu)
            self._fill(menu, commands)
            if name == FILE:
                menu.insertMenu(self._actions["open sample"], self.recent)
            if name == VIEW:
                menu.addSeparator()
                menu.addMenu(self._look_menu())
        for look in (SYSTEM, LIGHT, DARK, HIGH_LIGHT, HIGH_DARK):
            self._actions[f"look {look}"].setData(look)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def enable(self, held: Sequence[str]) -> None:
        """Enable the commands whose needs are met: those of `held`."""
        for name, needs in self._needs.items():
            if needs:
                self._actions[name].setEnabled(needs in held)

    def _fill(self, menu: QMenu, commands: Sequence[Command | str]) -> None:
        for command in commands:
            if isinstance(command, str):
                menu.addSeparator()
                continue
            action = self._add(command)
            menu.addAction(action)
            if command.name.startswith("page "):
                action.setCheckable(True)
                action.setData(command.name.removeprefix("page "))
                self.pages.addAction(action)

    def _add(self, command: Command) -> QAction:
        text = f"{command.text}\t{command.hint}" if command.hint else command.text
        action = QAction(text, self._window)
        if command.keys:
            keys = [QKeySequence(part) for part in command.keys.split("|")]
            action.setShortcuts(keys)
        action.setProperty("icon_name", command.icon_name)
        action.setProperty("short_text", command.short)
        self._actions[command.name] = action
        self._needs[command.name] = command.needs
        self._window.addAction(action)
        return action

    def _look_menu(self) -> QMenu:
        menu = QMenu(_tr("&Theme"), self._window)
        for name, text in (
            (SYSTEM, _tr("&Follow the system")),
            (LIGHT, _tr("&Light")),
            (DARK, _tr("&Dark")),
            (HIGH_LIGHT, _tr("High contrast, &black on white")),
            (HIGH_DARK, _tr("High contrast, &white on black")),
        ):
            action = self._add(Command(f"look {name}", text))
            action.setCheckable(True)
            self.looks.addAction(action)
            menu.addAction(action)
        return menu


def _menus() -> tuple[tuple[str, str, tuple[Command | str, ...]], ...]:
    return (
        (FILE, _tr("&File"), _file_commands()),
        (EDIT, _tr("&Edit"), _edit_commands()),
        (VIEW, _tr("&View"), _view_commands()),
        (EVENT, _tr("Eve&nt"), _event_commands()),
        (TOOLS, _tr("&Tools"), _tool_commands()),
        (HELP, _tr("&Help"), _help_commands()),
    )


def _file_commands() -> tuple[Command | str, ...]:
    return (
        Command(
            "add", _tr("&Add articles…"), "Ctrl+O", "plus", _tr("Add articles"), needs="writable"
        ),
        Command("add folder", _tr("Add &folder…"), needs="writable"),
        Command("watch folder", _tr("Watch a fol&der…"), needs="writable"),
        LINE,
        Command("new library", _tr("&New library…"), "", "plus"),
        Command("open library", _tr("&Open library…"), "Ctrl+Shift+O", "folder-open"),
        Command("open sample", _tr("Open the &sample library")),
        Command("switch library", _tr("S&witch library…"), "Ctrl+L", "switch-horizontal"),
        LINE,
        Command("move library", _tr("&Move library…"), icon_name="folder-symlink", needs="file"),
        Command("rename library", _tr("Rename librar&y…"), icon_name="pencil", needs="file"),
        Command("back up", _tr("&Back up now"), "Ctrl+Shift+B", "device-floppy", needs="file"),
        Command(
            "restore backup", _tr("Restore from a bac&kup…"), icon_name="history", needs="file"
        ),
        Command("check library", _tr("&Check library"), "", "heart-rate-monitor", needs="file"),
        Command("salvage", _tr("Sa&lvage what is sound…"), needs="file"),
        Command("show file", _tr("Show fil&e"), icon_name="external-link", needs="file"),
        LINE,
        Command("export", _tr("E&xport articles…"), "Ctrl+E", "download", needs="library"),
        Command("save pdf", _tr("Save report as &PDF…"), "Ctrl+S", "download", _tr("Save as PDF")),
        Command("print", _tr("Prin&t report…"), "", "printer", _tr("Print")),
        LINE,
        Command("quit", _tr("&Quit"), "Ctrl+Q"),
    )


def _edit_commands() -> tuple[Command | str, ...]:
    return (
        Command("undo", _tr("&Undo"), "Ctrl+Z", "arrow-back-up"),
        Command("redo", _tr("&Redo"), "Ctrl+Shift+Z|Ctrl+Y"),
        Command("decisions", _tr("Your &decisions…"), "Ctrl+Shift+D", "history", needs="library"),
        LINE,
        Command("trash", _tr("Move to &Trash"), icon_name="trash", hint=_tr("Del")),
        Command("restore", _tr("Re&store from Trash"), icon_name="arrow-back-up"),
        Command("empty trash", _tr("&Empty Trash…")),
        LINE,
        Command("tag", _tr("Ta&g selected articles…"), "", "tag", hint=_tr("T")),
        Command("rate", _tr("Rate selected articles…"), hint=_tr("0 to 3")),
        Command("note", _tr("Write a n&ote…"), "Ctrl+Shift+A", "notes"),
        LINE,
        Command("mark wording", _tr("&Mark as loaded wording…"), hint=_tr("L"), needs="writable"),
        Command("whose words", _tr("&Whose words are these…"), hint=_tr("W"), needs="writable"),
        Command("correct text", _tr("&Correct text…"), "Ctrl+Shift+X", "edit", needs="article"),
        LINE,
        Command("find", _tr("&Find in the library"), "Ctrl+K", "search"),
        Command("next hit", _tr("Ne&xt hit"), "F3"),
        Command("previous hit", _tr("Previous h&it"), "Shift+F3"),
        Command("save search", _tr("Save this searc&h…"), icon_name="device-floppy"),
    )


def _view_commands() -> tuple[Command | str, ...]:
    return (
        Command("page library", _tr("&Library"), "Ctrl+1"),
        Command("page compare", _tr("&Compare"), "Ctrl+2"),
        Command("page details", _tr("D&etails of the event")),
        Command("page voices", _tr("&Voices of the event")),
        Command("page diff", _tr("&Diff"), "Ctrl+3"),
        Command("page charts", _tr("C&harts"), "Ctrl+4"),
        Command("page article", _tr("&Article"), "Ctrl+5"),
        Command("page report", _tr("&Report"), "Ctrl+6"),
        Command("page settings", _tr("&Settings"), "Ctrl+9"),
        LINE,
        Command("zoom in", _tr("Zoom &in"), "Ctrl++|Ctrl+="),
        Command("zoom out", _tr("Zoom &out"), "Ctrl+-"),
        Command("zoom reset", _tr("Act&ual size"), "Ctrl+0"),
        LINE,
        Command("next pane", _tr("&Next pane"), "F6"),
        Command("previous pane", _tr("&Previous pane"), "Shift+F6"),
        Command("reset panes", _tr("Reset the sizes of panes")),
    )


def _event_commands() -> tuple[Command | str, ...]:
    return (
        Command(
            "compare", _tr("&Compare event"), "", "columns-3", _tr("Compare event"), needs="event"
        ),
        Command(
            "diff", _tr("&Diff of the two selected articles"), "Ctrl+D", "arrows-diff", _tr("Diff")
        ),
        Command(
            "charts", _tr("C&harts of the event"), "", "chart-dots", _tr("Charts"), needs="event"
        ),
        Command(
            "report",
            _tr("&Print preview of the event"),
            "Ctrl+P",
            "printer",
            _tr("Report"),
            needs="event",
        ),
        LINE,
        Command("why", _tr("Wh&y one event…"), "Ctrl+I", "help"),
        LINE,
        Command("own event", _tr("&Split off into an event of their own"), "Ctrl+Shift+E"),
        Command("other event", _tr("&Move to another event…"), "Ctrl+Shift+M"),
        Command("keep in", _tr("&Keep in this event"), "Ctrl+Shift+K", "pin"),
        Command("keep out", _tr("Keep &out of this event"), "Ctrl+Shift+N", "ban"),
        Command("release", _tr("R&elease to the grouping"), "Ctrl+Shift+R", "refresh"),
        LINE,
        Command("join event", _tr("&Join with another event…"), "Ctrl+J"),
        Command("rename", _tr("&Rename event…"), icon_name="edit", hint=_tr("F2")),
    )


def _tool_commands() -> tuple[Command | str, ...]:
    return (
        Command("jobs", _tr("&Jobs"), "Ctrl+8", "stack-2", _tr("Jobs")),
        Command("group", _tr("&Group articles again"), icon_name="refresh", needs="writable"),
        Command("files", _tr("&Files that need attention…"), needs="library"),
        Command("receipt", _tr("Import &receipt"), "Ctrl+Shift+I", "inbox", needs="library"),
        Command("copies", _tr("&Copies and versions…"), "Ctrl+Shift+V", "copy", needs="article"),
        LINE,
        Command("swap test", _tr("&Swap test…"), "Ctrl+Shift+T", needs="article"),
        Command("outlets", _tr("&Outlets…"), needs="library"),
        Command("outlet profile", _tr("Outlet &profile…"), "Ctrl+Shift+U", needs="article"),
    )


def _help_commands() -> tuple[Command | str, ...]:
    return (
        Command("page help", _tr("&Help on Crosslight"), "F1", "help"),
        Command("privacy", _tr("&Privacy…"), icon_name="lock"),
        Command("about", _tr("&About Crosslight")),
    )
