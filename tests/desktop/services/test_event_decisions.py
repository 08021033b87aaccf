"""Split, join, keep in and out: at once, with undo, and binding for every later grouping."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import sqlalchemy as sa

from db.tables import EventRow
from desktop.services import decisions
from desktop.services.comparisons import view_event
from desktop.services.errors import CrosslightError
from desktop.services.event_decisions import (
    join_events,
    keep_in_event,
    keep_out_of_event,
    kept_articles,
    release_articles,
    split_event,
)
from desktop.services.events import event_members, explain_event, group_library, list_events
from desktop.services.libraries import Library
from desktop.services.sessions import write_session
from tests.desktop.services.conftest import STORM, run_import, run_jobs, write

Members = dict[str, tuple[str, ...]]


def members(library: Library) -> Members:
    return {event.id: event_members(library, event.id) for event in list_events(library)}


def regroup(library: Library) -> None:
    for _step in group_library(library):
        pass


@pytest.fixture
def event(analyzed: Library) -> str:
    """Give the one event of the samples."""
    return list_events(analyzed)[0].id


@pytest.fixture
def storm(analyzed: Library, tmp_path: Path) -> tuple[str, ...]:
    """Give two articles on a storm that were grouped into an event of their own."""
    files = [write(tmp_path, f"{n}.txt", f"{STORM}\nReport {n} from Anville.\n") for n in (1, 2)]
    ids = [outcome.articles[0].id for outcome in run_import(analyzed, *files)]
    run_jobs(analyzed)
    return tuple(ids)


def test_a_split_takes_articles_into_an_event_of_their_own(analyzed: Library, event: str) -> None:
    held = event_members(analyzed, event)
    made = split_event(analyzed, event, held[3:])
    assert members(analyzed) == {event: held[:3], made: held[3:]}
    assert kept_articles(analyzed, made) == set(held[3:])
    assert len(explain_event(analyzed, made)) == 1
    assert view_event(analyzed, made).label


def test_a_grouping_respects_a_split(analyzed: Library, event: str) -> None:
    held = event_members(analyzed, event)
    made = split_event(analyzed, event, held[3:])
    regroup(analyzed)
    assert members(analyzed) == {event: held[:3], made: held[3:]}
    regroup(analyzed)
    assert members(analyzed) == {event: held[:3], made: held[3:]}


def test_an_article_split_off_alone_stays_alone(analyzed: Library, event: str) -> None:
    held = event_members(analyzed, event)
    made = split_event(analyzed, event, held[:1])
    regroup(analyzed)
    assert members(analyzed) == {event: held[1:], made: held[:1]}


def test_events_joined_are_one_and_stay_so(
    analyzed: Library, event: str, storm: tuple[str, ...]
) -> None:
    held = event_members(analyzed, event)
    other = next(each for each in members(analyzed) if each != event)
    decisions.rename_event(analyzed, other, "Storm")
    assert join_events(analyzed, [event, other, event]) == event
    assert members(analyzed) == {event: (*held, *storm)}
    regroup(analyzed)
    assert members(analyzed) == {event: (*held, *storm)}
    assert decisions.undo(analyzed) == "Join events"
    assert members(analyzed) == {event: held, other: storm}
    assert {each.label for each in list_events(analyzed)} >= {"Storm"}
    regroup(analyzed)
    assert members(analyzed) == {event: held, other: storm}


def test_an_article_kept_in_an_event_stays_there(
    analyzed: Library, event: str, storm: tuple[str, ...]
) -> None:
    held = event_members(analyzed, event)
    keep_in_event(analyzed, event, storm[:1])
    assert members(analyzed) == {event: (*held, storm[0])}
    regroup(analyzed)
    assert members(analyzed) == {event: (*held, storm[0])}
    assert any(storm[0] in (link.left, link.right) for link in explain_event(analyzed, event))


def test_an_article_kept_out_of_an_event_never_comes_back(analyzed: Library, event: str) -> None:
    held = event_members(analyzed, event)
    keep_out_of_event(analyzed, event, held[1:2])
    left = (held[0], *held[2:])
    assert members(analyzed) == {event: left}
    regroup(analyzed)
    assert members(analyzed) == {event: left}
    keep_in_event(analyzed, event, held[1:2])
    regroup(analyzed)
    assert members(analyzed) == {event: held}


def test_what_was_decided_can_be_forgotten(analyzed: Library, event: str) -> None:
    held = event_members(analyzed, event)
    keep_out_of_event(analyzed, event, held[:2])
    release_articles(analyzed, held)
    regroup(analyzed)
    assert members(analyzed) == {event: held}
    assert decisions.undo(analyzed) == "Release 5 articles"
    regroup(analyzed)
    assert members(analyzed)[event] == held[2:]


def test_nothing_to_forget_is_no_decision(analyzed: Library, event: str) -> None:
    before = decisions.list_decisions(analyzed)
    release_articles(analyzed, event_members(analyzed, event))
    assert decisions.list_decisions(analyzed) == before


CHANGES: dict[str, Callable[[Library, str, tuple[str, ...]], object]] = {
    "Split event": lambda library, event, held: split_event(library, event, held[2:]),
    "Keep 2 articles in event": lambda library, event, held: keep_in_event(
        library, event, held[:2]
    ),
    "Keep 1 article out of event": lambda library, event, held: keep_out_of_event(
        library, event, held[4:]
    ),
}


@pytest.mark.parametrize("label", CHANGES)
def test_each_decision_is_undone_and_redone(analyzed: Library, event: str, label: str) -> None:
    before = members(analyzed)
    CHANGES[label](analyzed, event, before[event])
    after = members(analyzed)
    for _round in range(2):
        assert decisions.undo(analyzed) == label
        assert members(analyzed) == before
        assert decisions.redo(analyzed) == label
        assert members(analyzed) == after
    assert decisions.undo(analyzed) == label
    regroup(analyzed)
    assert members(analyzed) == before


def test_an_undo_brings_back_label_and_order_of_the_events(analyzed: Library, event: str) -> None:
    held = event_members(analyzed, event)
    split_event(analyzed, event, held[3:])
    with write_session(analyzed) as session:
        for row in session.scalars(sa.select(EventRow)):
            row.created_at = "2024-11-02T00:00:00+00:00" if row.id == event else "2024-11-03"
            row.label = "Found with all of them"
    decisions.trash_articles(analyzed, held[:1])
    before = list_events(analyzed)
    for join in (True, False):
        if join:
            join_events(analyzed, [each.id for each in before])
        else:
            keep_out_of_event(analyzed, event, held[1:3])
        after = list_events(analyzed)
        decisions.undo(analyzed)
        assert list_events(analyzed) == before
        decisions.redo(analyzed)
        assert list_events(analyzed) == after
        decisions.undo(analyzed)


def test_an_undo_after_a_grouping_brings_the_event_back(analyzed: Library, event: str) -> None:
    held = event_members(analyzed, event)
    split_event(analyzed, event, held[1:])
    regroup(analyzed)
    assert decisions.undo(analyzed) == "Split event"
    assert members(analyzed) == {event: held}


def test_a_new_article_goes_to_the_part_that_it_is_like(
    analyzed: Library, event: str, tmp_path: Path
) -> None:
    held = event_members(analyzed, event)
    made = split_event(analyzed, event, held[4:])
    text = next(a.text for a in view_event(analyzed, made).articles)
    (outcome,) = run_import(analyzed, write(tmp_path, "again.txt", f"{text}\nMore follows.\n"))
    run_jobs(analyzed)
    assert members(analyzed)[made] == (*held[4:], outcome.articles[0].id)


@pytest.mark.parametrize("after", [1, 2], ids=["articles read", "articles grouped"])
def test_what_is_decided_while_articles_are_grouped_holds(
    analyzed: Library, event: str, tmp_path: Path, after: int
) -> None:
    run_import(analyzed, write(tmp_path, "storm.txt", STORM))
    held = event_members(analyzed, event)
    steps = group_library(analyzed)
    for _nth in range(after):
        next(steps)
    made = split_event(analyzed, event, held[3:])
    assert [step.done for step in steps] == [*range(after + 1, 4)]
    assert members(analyzed) == {event: held[:3], made: held[3:]}
    regroup(analyzed)
    assert members(analyzed) == {event: held[:3], made: held[3:]}


def test_what_is_taken_back_while_articles_are_grouped_holds_no_longer(
    analyzed: Library, event: str
) -> None:
    held = event_members(analyzed, event)
    split_event(analyzed, event, held[3:])
    steps = group_library(analyzed)
    next(steps)
    next(steps)
    assert decisions.undo(analyzed) == "Split event"
    assert [step.done for step in steps] == [3]
    assert members(analyzed) == {event: held}


def test_trash_and_restore_keep_what_was_decided(analyzed: Library, event: str) -> None:
    held = event_members(analyzed, event)
    made = split_event(analyzed, event, held[3:])
    decisions.trash_articles(analyzed, held[3:])
    regroup(analyzed)
    assert members(analyzed) == {event: held[:3]}
    decisions.restore_articles(analyzed, held[3:])
    regroup(analyzed)
    assert members(analyzed) == {event: held[:3], made: held[3:]}


Change = Callable[[Library, str, Sequence[str]], object]


@pytest.mark.parametrize("change", [split_event, keep_in_event, keep_out_of_event])
@pytest.mark.parametrize(
    ("event_id", "articles", "message"),
    [
        ("none", ["none"], "no event none"),
        (None, ["none"], "no article none"),
        (None, [], "No article was chosen"),
    ],
)
def test_what_is_not_there_cannot_be_decided_about(
    analyzed: Library,
    event: str,
    change: Change,
    event_id: str | None,
    articles: list[str],
    message: str,
) -> None:
    refused(analyzed, lambda: change(analyzed, event_id or event, articles), message)


def test_an_event_is_not_split_into_nothing_and_itself(analyzed: Library, event: str) -> None:
    held = event_members(analyzed, event)
    refused(analyzed, lambda: split_event(analyzed, event, held), "All articles")


@pytest.mark.parametrize(
    ("other", "message"), [(None, "cannot be joined"), ("none", "no event none")]
)
def test_an_event_is_joined_with_another_that_is_there(
    analyzed: Library, event: str, other: str | None, message: str
) -> None:
    refused(analyzed, lambda: join_events(analyzed, [event, other or event]), message)


def test_an_article_that_is_not_there_cannot_be_released(analyzed: Library) -> None:
    refused(analyzed, lambda: release_articles(analyzed, ["none"]), "no article none")


def refused(library: Library, change: Callable[[], object], message: str) -> None:
    """Check that a change is refused and leaves all as it was."""
    before = members(library), decisions.list_decisions(library)
    with pytest.raises(CrosslightError, match=message):
        change()
    assert (members(library), decisions.list_decisions(library)) == before
