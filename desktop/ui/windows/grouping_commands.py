"""The commands on events: what each is about on the page that is shown, and where it is offered."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from desktop.services.events import EventSummary
from desktop.ui.models.event_choices import EventChoice
from desktop.ui.windows.article_drops import ArticleDrops
from desktop.ui.windows.grouping import Grouping
from desktop.ui.windows.grouping_rules import (
    FREE,
    JOIN,
    KEEP,
    MOVE,
    ON_ARTICLES,
    OUT,
    OWN,
    RENAME,
    WHY,
    Target,
    find_refusals,
)
from desktop.ui.windows.main import ARTICLE, COMPARE, LIBRARY, MainWindow
from desktop.ui.windows.pages import EventPages
from desktop.ui.windows.reading import Reading
from desktop.ui.windows.shelves import Shelves
from desktop.ui.windows.whys import Whys
from desktop.ui.words import counted

if TYPE_CHECKING:  # loaded when it is shown
    from desktop.ui.panels.event_chooser import EventChooser


class GroupingCommands(QObject):
    """Joins menus, keys, popups and drags to the decisions on events."""

    def __init__(
        self,
        window: MainWindow,
        grouping: Grouping,
        whys: Whys,
        shelves: Shelves,
        pages: EventPages,
        reading: Reading,
    ) -> None:
        super().__init__(window)
        self._window, self._grouping, self._whys = window, grouping, whys
        self._shelves, self._pages, self._reading = shelves, pages, reading
        self.drops = ArticleDrops(window)
        named = (WHY, *ON_ARTICLES, JOIN, RENAME)
        self._labels = {name: window.commands[name].text() for name in named}
        self._join_commands()
        self._join_parts()
        self.refresh()

    @property
    def target(self) -> Target:
        """Return what commands are about on the page that is shown."""
        shelf = self._window.library.sidebar.shelf
        on_shelf = self._window.page == LIBRARY and shelf.collection == "event"
        event = shelf.value if on_shelf else self._pages.event_id or ""
        return self._grouping.target(self._chosen(), event)

    def refresh(self) -> None:
        """Enable the commands that can be given now; the others say why they cannot."""
        for name, reason in find_refusals(self.target, self._grouping.known).items():
            action = self._window.commands[name]
            text, _, hint = self._labels[name].partition("\t")
            shown = f"{text} ({reason})" if reason else text
            action.setEnabled(not reason)
            action.setText(f"{shown}\t{hint}" if hint else shown)

    def show_event_menu(self, event_id: str, at: QPoint) -> None:
        """Show what can be done with an event, and with the selected articles there."""
        chosen, known = self._chosen(), self._grouping.known
        refused = find_refusals(self._grouping.target(chosen, event_id), known)
        menu, ask = QMenu(self._window), self._ask_join
        for words, reason, slot in (
            (self.tr("Compare event"), "", partial(self._pages.open_event, event_id)),
            (self.tr("Why one event…"), "", partial(self._explain, event_id)),
            (self.tr("Rename event…"), refused[RENAME], partial(self._ask_name, event_id)),
            (self.tr("Join with another event…"), refused[JOIN], partial(ask, event_id)),
        ):
            action = menu.addAction(f"{words} ({reason})" if reason else words, slot)
            action.setEnabled(not reason)
        if chosen and known.can_write and self._grouping.target(chosen).home != event_id:
            count = counted(len(chosen), self.tr("article"), self.tr("articles"))
            words = self.tr("Move {articles} here").format(articles=count)
            menu.addAction(words, partial(self._grouping.move, chosen, event_id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _chosen(self) -> list[str]:
        page, library = self._window.page, self._window.library
        if page == LIBRARY:
            return [] if library.sidebar.shelf.collection == "trash" else library.list.chosen_ids
        if page == ARTICLE:
            return [self._reading.shown.article.id] if self._reading.shown else []
        inside = [article.id for article in self._pages.view.articles] if self._pages.view else []
        if len(inside) < 2:
            return inside
        outlet = self._pages.compare.table.outlet if page == COMPARE else None
        return [outlet.article.id] if outlet is not None and outlet.article.id in inside else []

    def _join_commands(self) -> None:
        grouping, commands = self._grouping, self._window.commands
        slots = {
            OWN: lambda: grouping.split(self._chosen()),
            MOVE: self._ask_move,
            KEEP: lambda: grouping.keep(self._chosen(), self.target.home),
            OUT: lambda: grouping.keep_out(self._chosen(), self.target.home),
            FREE: lambda: grouping.release(self._chosen()),
            JOIN: lambda: self._ask_join(self.target.event),
            WHY: self._ask_why,
        }
        for name, slot in slots.items():
            commands[name].triggered.connect(slot)

    def _join_parts(self) -> None:
        library, compare, grouping = self._window.library, self._pages.compare, self._grouping
        library.sidebar.event_menu_requested.connect(self.show_event_menu)
        library.list.event_menu_requested.connect(self.show_event_menu)
        self.drops.moved.connect(grouping.move)
        self._whys.split_requested.connect(grouping.split)
        self._whys.keep_requested.connect(grouping.keep)
        self._whys.move_requested.connect(grouping.move)
        compare.rename_requested.connect(grouping.rename)
        compare.why_requested.connect(self._explain_shown)
        commands = self._window.commands
        compare.menus.on_article = [commands[name] for name in ON_ARTICLES]
        compare.menus.on_event = [commands[JOIN]]
        for told in (
            library.list.chosen,
            library.sidebar.shelf_chosen,
            self._window.page_shown,
            self._pages.view_changed,
            self._shelves.counted,
            self._shelves.rows.listed,
            self._reading.article_shown,
            compare.table.cell_chosen,
        ):
            told.connect(self.refresh)

    def _ask_name(self, event_id: str) -> None:
        self._grouping.ask_name(event_id)

    def _ask_move(self) -> None:
        chosen = self._chosen()
        title, verb = self.tr("Move to another event"), self.tr("Move")
        count = counted(len(chosen), self.tr("article"), self.tr("articles"))
        choices = self._choices(self._grouping.target(chosen).home)
        chooser = self._chooser((title, count, verb), choices)
        chooser.chosen.connect(partial(self._grouping.move, chosen))

    def _ask_join(self, event_id: str) -> None:
        title, verb = self.tr("Join with another event"), self.tr("Join")
        words = title, self._grouping.label(event_id), verb
        chooser = self._chooser(words, self._choices(event_id))
        chooser.chosen.connect(partial(self._grouping.join, event_id))

    def _chooser(self, words: tuple[str, str, str], choices: Sequence[EventChoice]) -> EventChooser:
        """Return a chooser of events that has been opened."""
        from desktop.ui.panels.event_chooser import EventChooser

        chooser = EventChooser(words, choices, self._window)
        chooser.open()
        return chooser

    def _ask_why(self) -> None:
        target = self.target
        if len(target.articles) == 1 and not target.home:
            self._whys.explain_article(target.articles[0], is_in_event=False)
        else:
            self._explain(target.home or target.event)

    def _explain(self, event_id: str) -> None:
        if event_id:
            self._whys.explain_event(event_id)

    def _explain_shown(self, anchor: QWidget) -> None:
        if self._pages.event_id is not None:
            self._whys.explain_event(self._pages.event_id, anchor)

    def _choices(self, home: str) -> list[EventChoice]:
        return [_choice(event) for event in self._shelves.events if event.id != home]


def _choice(event: EventSummary) -> EventChoice:
    parts = (event.id, event.label, event.outlets, event.articles)
    return EventChoice(*parts, event.first, event.last)
