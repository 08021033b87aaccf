"""What can be decided about events, and why the rest cannot: each case with its reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.services.event_holds import Hold
from desktop.services.events import EventSummary
from desktop.ui.windows.grouping_rules import (
    FREE,
    JOIN,
    KEEP,
    MOVE,
    ON_ARTICLES,
    ON_EVENTS,
    OUT,
    OWN,
    RENAME,
    WHY,
    Known,
    Target,
    empties,
    find_refusals,
)

STRIKES = EventSummary("strikes", "Strikes", 3, ("A", "B", "C"), 0)
STORM = EventSummary("storm", "Storm", 2, ("A", "B"), 0)
KNOWN = Known.of((STRIKES, STORM), {}, can_write=True)
ONE = Target(("a",), ("strikes",), "strikes")
LONE = Target(("x",), ("",), "strikes")
ALL = Target(("a", "b", "c"), ("strikes",) * 3, "strikes")


def possible(target: Target, known: Known = KNOWN) -> set[str]:
    return {name for name, reason in find_refusals(target, known).items() if not reason}


@pytest.mark.parametrize(
    ("target", "commands"),
    [
        pytest.param(ONE, {OWN, MOVE, KEEP, OUT, JOIN, RENAME, WHY}, id="one of an event"),
        pytest.param(ALL, {MOVE, KEEP, JOIN, RENAME, WHY}, id="all of an event"),
        pytest.param(LONE, {MOVE, JOIN, RENAME, WHY}, id="one in no event"),
        pytest.param(
            Target(("x", "y"), ("", "")), {OWN, MOVE, WHY}, id="two in no event, and none chosen"
        ),
        pytest.param(
            Target(("a", "s"), ("strikes", "storm"), "storm"),
            {OWN, MOVE, JOIN, RENAME, WHY},
            id="two of two events",
        ),
        pytest.param(Target((), (), "storm"), {JOIN, RENAME, WHY}, id="an event alone"),
        pytest.param(Target((), (), "gone"), {WHY}, id="an event that is there no more"),
        pytest.param(Target(), set[str](), id="nothing"),
    ],
)
def test_what_is_possible_depends_on_what_is_chosen(target: Target, commands: set[str]) -> None:
    assert possible(target) == commands


@pytest.mark.parametrize(
    ("target", "name", "reason"),
    [
        pytest.param(Target(), OWN, "no article is selected", id="nothing selected"),
        pytest.param(ALL, OWN, "one has to stay", id="all split off"),
        pytest.param(ALL, OUT, "one has to stay", id="all kept out"),
        pytest.param(LONE, OWN, "it is in no event", id="a lone one split off"),
        pytest.param(LONE, KEEP, "in no event", id="a lone one kept"),
        pytest.param(
            Target(("a", "s"), ("strikes", "storm")),
            KEEP,
            "they are in different events",
            id="several events",
        ),
        pytest.param(ONE, FREE, "you decided nothing about it", id="nothing decided"),
        pytest.param(Target(), RENAME, "no event is chosen", id="no event"),
        pytest.param(Target(), WHY, "no event is chosen", id="nothing to explain"),
    ],
)
def test_what_cannot_be_done_says_why(target: Target, name: str, reason: str) -> None:
    assert find_refusals(target, KNOWN)[name] == reason


def test_a_library_that_is_only_read_changes_no_event() -> None:
    refused = find_refusals(ONE, replace(KNOWN, can_write=False))
    changes = {*ON_ARTICLES, *ON_EVENTS}
    assert {refused[name] for name in changes} == {"this library opens for reading"}
    assert refused[WHY] == ""


def test_the_only_event_of_a_library_is_joined_with_nothing() -> None:
    known = Known.of((STRIKES,), {}, can_write=True)
    refused = find_refusals(ONE, known)
    assert refused[JOIN] == refused[MOVE] == "there is no other event"
    # For what is in no event, the only one is another.
    assert find_refusals(LONE, known)[MOVE] == ""


def test_an_article_on_its_own_can_be_put_elsewhere_only() -> None:
    known = Known.of((STRIKES, replace(STORM, articles=1)), {}, can_write=True)
    target = Target(("s",), ("storm",), "storm")
    assert find_refusals(target, known)[OWN] == "it is on its own"
    assert possible(target, known) == {MOVE, KEEP, JOIN, RENAME, WHY}
    assert empties(target, known)
    assert not empties(ONE, known)


def test_what_is_held_can_be_released_and_not_be_kept_twice() -> None:
    known = replace(KNOWN, holds={"a": Hold("strikes", ())})
    refused = find_refusals(ONE, known)
    assert (refused[FREE], refused[KEEP]) == ("", "it is kept already")
    both = Target(("a", "b"), ("strikes", "strikes"), "strikes")
    assert find_refusals(both, known)[KEEP] == ""
    # Kept in an event that it has left by a later decision: it is not kept where it is.
    moved = replace(KNOWN, holds={"a": Hold("storm", ())})
    assert find_refusals(ONE, moved)[KEEP] == ""
    out = replace(KNOWN, holds={"x": Hold("", ("Storm",))})
    assert find_refusals(LONE, out)[FREE] == ""
