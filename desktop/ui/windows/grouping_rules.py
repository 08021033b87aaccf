"""What can be decided about events now, and in words why the rest cannot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.services.event_holds import Hold
from desktop.services.events import EventSummary

OWN, MOVE, KEEP, OUT, FREE = "own event", "other event", "keep in", "keep out", "release"
JOIN, RENAME, WHY = "join event", "rename", "why"
ON_ARTICLES = (OWN, MOVE, KEEP, OUT, FREE)
ON_EVENTS = (JOIN, RENAME)


@dataclass(frozen=True, slots=True)
class Target:
    """What commands are about: the articles chosen, their events, and the event looked at.

    `events` stands in the order of `articles`, with an empty id for an article in no event.
    """

    articles: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    event: str = ""

    @property
    def home(self) -> str:
        """Return the one event that all articles are in, or nothing."""
        return self.events[0] if len(set(self.events)) == 1 else ""


@dataclass(frozen=True, slots=True)
class Known:
    """What the library holds, as far as decisions about events depend on it."""

    events: Mapping[str, EventSummary]
    holds: Mapping[str, Hold]
    can_write: bool

    @staticmethod
    def of(events: Sequence[EventSummary], holds: Mapping[str, Hold], *, can_write: bool) -> Known:
        """Return it from a list of events."""
        return Known({event.id: event for event in events}, holds, can_write)


def find_refusals(target: Target, known: Known) -> dict[str, str]:
    """Return for each command why it cannot be given now, an empty text where it can."""
    found = {name: _no_change(target, known, name) for name in (*ON_ARTICLES, *ON_EVENTS)}
    found[WHY] = "" if target.event or target.articles else _tr("no event is chosen")
    return found


def empties(target: Target, known: Known) -> bool:
    """Say whether the articles are all that their event has."""
    event = known.events.get(target.home)
    return event is not None and event.articles <= len(target.articles)


def _no_change(target: Target, known: Known, name: str) -> str:
    if not known.can_write:
        return _tr("this library opens for reading")
    if name in ON_EVENTS:
        return _no_change_of_event(target, known, name)
    if not target.articles:
        return _tr("no article is selected")
    if name == OWN:
        return _no_own_event(target, known)
    if name == MOVE:
        others = known.events.keys() - ({target.home} if target.home else set[str]())
        return "" if others else _tr("there is no other event")
    if name == FREE:
        is_held = any(each in known.holds for each in target.articles)
        return "" if is_held else _tr("you decided nothing about it")
    return _no_place(target, known, name)


def _no_change_of_event(target: Target, known: Known, name: str) -> str:
    if target.event not in known.events:
        return _tr("no event is chosen")
    if name == JOIN and len(known.events) < 2:
        return _tr("there is no other event")
    return ""


def _no_own_event(target: Target, known: Known) -> str:
    if empties(target, known):
        return _tr("one has to stay") if len(target.articles) > 1 else _tr("it is on its own")
    return _tr("it is in no event") if target.events == ("",) else ""


def _no_place(target: Target, known: Known, name: str) -> str:
    """Return why articles cannot be kept where they are, or out of there."""
    if not target.home:
        several = len({*target.events} - {""}) > 1
        return _tr("they are in different events") if several else _tr("in no event")
    if name == OUT:
        return _tr("one has to stay") if empties(target, known) else ""
    holds = (known.holds.get(each) for each in target.articles)
    kept = all(hold is not None and hold.event == target.home for hold in holds)
    return _tr("it is kept already") if kept else ""


def _tr(words: str) -> str:
    return QCoreApplication.translate("Grouping", words)
