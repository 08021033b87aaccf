"""What lists and popups rely on: own events, what is held where, what is nearest, what is left."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
import sqlalchemy as sa
from sqlalchemy import event as events

from db.tables import ArticleRow, EventArticleRow, EventRow, ImportBatchRow
from desktop.services import decisions, event_signatures
from desktop.services.articles import ArticleQuery, list_articles
from desktop.services.errors import CrosslightError
from desktop.services.event_decisions import (
    join_events,
    keep_in_event,
    keep_out_of_event,
    make_event,
    release_articles,
    split_event,
)
from desktop.services.event_holds import Hold, list_holds
from desktop.services.event_left_out import count_left_out
from desktop.services.event_nearest import find_nearest
from desktop.services.events import event_members, group_library, list_events
from desktop.services.libraries import Library
from desktop.services.sessions import write_session
from tests.desktop.services.conftest import STORM, run_import, run_jobs, write

BRIDGE = """Harbor bridge in Visby to close

The harbor bridge in Visby will close in May because engineers found cracks in its pillars.
"""


@pytest.fixture
def event(analyzed: Library) -> str:
    """Give the one event of the samples."""
    return list_events(analyzed)[0].id


@pytest.fixture
def lone(analyzed: Library, tmp_path: Path) -> tuple[str, str]:
    """Give two articles that are in no event."""
    files = [write(tmp_path, "storm.txt", STORM), write(tmp_path, "bridge.txt", BRIDGE)]
    outcomes = run_import(analyzed, *files)
    run_jobs(analyzed)
    one, two = (outcome.articles[0].id for outcome in outcomes)
    return one, two


def regroup(library: Library) -> None:
    for _step in group_library(library):
        pass


def sizes(library: Library) -> dict[str, int]:
    return {event.id: event.articles for event in list_events(library)}


def test_articles_in_no_event_are_made_one_and_stay_it(
    analyzed: Library, event: str, lone: tuple[str, str]
) -> None:
    made = make_event(analyzed, lone)
    assert decisions.undo_label(analyzed) == "Make event of 2 articles"
    regroup(analyzed)
    assert event_members(analyzed, made) == lone
    assert decisions.undo(analyzed)
    assert sizes(analyzed) == {event: 5}
    assert decisions.redo(analyzed)
    assert sizes(analyzed) == {event: 5, made: 2}


def test_an_event_is_made_of_articles_of_several(
    analyzed: Library, event: str, lone: tuple[str, str]
) -> None:
    held = event_members(analyzed, event)
    made = make_event(analyzed, [lone[0], held[1]])
    regroup(analyzed)
    assert set(event_members(analyzed, made)) == {lone[0], held[1]}
    assert event_members(analyzed, event) == (held[0], *held[2:])
    # Those that it had shared an event with are held apart, the lone one never met them.
    assert list_holds(analyzed)[held[1]] == Hold(made, (label(analyzed, event),))


def test_what_is_on_its_own_already_is_no_decision(
    analyzed: Library, event: str, lone: tuple[str, str]
) -> None:
    before = decisions.list_decisions(analyzed)
    for articles in (event_members(analyzed, event), lone[:1]):
        with pytest.raises(CrosslightError, match="on their own already"):
            make_event(analyzed, articles)
    with pytest.raises(CrosslightError, match="no article none"):
        make_event(analyzed, ["none"])
    with pytest.raises(CrosslightError, match="No article was chosen"):
        make_event(analyzed, [])
    assert decisions.list_decisions(analyzed) == before


def test_an_event_of_one_is_listed_where_the_user_made_it(analyzed: Library, event: str) -> None:
    held = event_members(analyzed, event)
    made = split_event(analyzed, event, held[:1])
    assert sizes(analyzed) == {event: 4, made: 1}
    # One that is left over by the trash is not: nobody said that it is an event.
    decisions.trash_articles(analyzed, held[2:])
    assert sizes(analyzed) == {made: 1}
    decisions.undo(analyzed)
    decisions.undo(analyzed)
    assert sizes(analyzed) == {event: 5}


def test_a_move_is_called_one_and_a_stay_is_not(
    analyzed: Library, event: str, lone: tuple[str, str]
) -> None:
    keep_in_event(analyzed, event, lone[:1])
    assert decisions.undo_label(analyzed) == "Move 1 article to event"
    keep_in_event(analyzed, event, event_members(analyzed, event)[:1])
    assert decisions.undo_label(analyzed) == "Keep 1 article in event"


def test_what_is_held_in_an_event_already_is_no_decision(analyzed: Library, event: str) -> None:
    held = event_members(analyzed, event)
    keep_in_event(analyzed, event, held[:2])
    first = decisions.last_decision(analyzed)
    keep_in_event(analyzed, event, held[:1])
    assert decisions.last_decision(analyzed) == first
    keep_in_event(analyzed, event, held[:3])
    assert decisions.last_decision(analyzed) != first


def test_only_those_that_were_chosen_are_held(analyzed: Library, event: str) -> None:
    held = event_members(analyzed, event)
    assert list_holds(analyzed) == {}
    keep_out_of_event(analyzed, event, held[:1])
    assert list_holds(analyzed) == {held[0]: Hold("", (label(analyzed, event),))}
    keep_in_event(analyzed, event, held[1:2])
    assert list_holds(analyzed)[held[1]] == Hold(event, ())
    release_articles(analyzed, held[:1])
    assert set(list_holds(analyzed)) == {held[1]}
    decisions.undo(analyzed)
    assert set(list_holds(analyzed)) == {held[0], held[1]}


def test_what_was_joined_again_is_kept_out_of_nothing(analyzed: Library, event: str) -> None:
    held = event_members(analyzed, event)
    made = split_event(analyzed, event, held[3:])
    assert list_holds(analyzed)[held[4]] == Hold(made, (label(analyzed, event),))
    join_events(analyzed, [event, made])
    assert list_holds(analyzed) == {each: Hold(event, ()) for each in sorted(held)}


def test_the_nearest_event_says_why_an_article_is_not_in_it(
    analyzed: Library, event: str, tmp_path: Path
) -> None:
    text = "Zelenskyy speaks of Kursk\n\nVolodymyr Zelenskyy spoke of farms near Kursk today.\n"
    (outcome,) = run_import(analyzed, write(tmp_path, "farms.txt", text))
    run_jobs(analyzed)
    nearest = find_nearest(analyzed, outcome.articles[0].id)
    assert nearest is not None
    assert (nearest.event, nearest.articles, nearest.is_kept_out) == (event, 5, False)
    assert 0 < nearest.likeness < nearest.needed
    assert nearest.other.id in event_members(analyzed, event)
    assert nearest.link.weakest


def test_a_single_article_can_be_nearest_too(
    analyzed: Library, event: str, lone: tuple[str, str]
) -> None:
    decisions.trash_articles(analyzed, event_members(analyzed, event))
    nearest = find_nearest(analyzed, lone[0])
    assert nearest is None or (nearest.event, nearest.other.id) == ("", lone[1])
    with pytest.raises(CrosslightError, match="no article none"):
        find_nearest(analyzed, "none")


def test_a_large_library_finds_the_same_nearest_event(
    analyzed: Library, event: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = event_members(analyzed, event)
    split_event(analyzed, event, held[:1])
    small = find_nearest(analyzed, held[0])
    monkeypatch.setattr(event_signatures, "MANY_ARTICLES", 5)
    keep_out_of_event(analyzed, list_events(analyzed)[1].id, held[1:2])
    decisions.undo(analyzed)
    regroup(analyzed)
    large = find_nearest(analyzed, held[0])
    assert small is not None
    assert large is not None
    assert (large.event, large.other.id) == (small.event, small.other.id)
    assert large.likeness == pytest.approx(small.likeness, abs=0.02)
    assert large.is_kept_out


def test_those_left_out_are_counted_with_what_holds_of_them(
    analyzed: Library, event: str, lone: tuple[str, str]
) -> None:
    left = count_left_out(analyzed)
    assert (left.articles, left.short, left.undated) == (2, 2, 2)
    decisions.edit_field(analyzed, lone[0], "published", "2024-05-02")
    decisions.edit_field(analyzed, lone[1], "language", "sv")
    left = count_left_out(analyzed)
    assert (left.articles, left.undated, left.alone_in) == (2, 1, ("Swedish",))
    keep_in_event(analyzed, event, lone)
    assert count_left_out(analyzed).articles == 0


def test_any_number_of_events_may_be_left_with_one_article(library: Library) -> None:
    numbers, given = range(600), list[int]()
    with write_session(library) as session:
        session.add(ImportBatchRow(id="batch", started_at=""))
        session.flush()
        session.execute(sa.insert(ArticleRow), [bare_article(each) for each in numbers])
        session.execute(sa.insert(EventRow), [bare_event(each) for each in numbers])
        places = [{"article_id": f"a{each}", "event_id": f"e{each}"} for each in numbers]
        session.execute(sa.insert(EventArticleRow), places)

    def count(*step: object) -> None:
        given.append(len(cast("tuple[object, ...]", step[3])))

    events.listen(library.engine, "before_cursor_execute", count)
    left = count_left_out(library)
    assert (left.articles, left.undated, left.alone_in) == (600, 600, ())
    assert max(given) < 10


def bare_article(number: int) -> dict[str, object]:
    empty = dict.fromkeys(("text", "sha256", "seal", "title", "format", "source_name"), "")
    known: dict[str, object] = {"number": number + 1, "id": f"a{number}", "language": "en"}
    return {**empty, **known, "provenance": {"title": None}, "batch_id": "batch", "added_at": ""}


def bare_event(number: int) -> dict[str, object]:
    return {"id": f"e{number}", "label": "", "links": b"", "created_at": ""}


def test_what_lies_in_the_trash_is_not_what_is_nearest(
    analyzed: Library, event: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = event_members(analyzed, event)
    split_event(analyzed, event, held[:1])
    monkeypatch.setattr(event_signatures, "MANY_ARTICLES", 5)
    keep_out_of_event(analyzed, event, held[1:2])
    decisions.undo(analyzed)
    regroup(analyzed)
    decisions.trash_articles(analyzed, held[1:4])
    nearest = find_nearest(analyzed, held[0])
    assert nearest is not None
    assert (nearest.event, nearest.articles, nearest.other.id) == (event, 1, held[4])


def test_what_the_user_made_an_event_of_is_not_left_out(analyzed: Library, event: str) -> None:
    held = event_members(analyzed, event)
    split_event(analyzed, event, held[:1])
    assert count_left_out(analyzed).articles == 0
    keep_out_of_event(analyzed, event, held[1:2])
    assert count_left_out(analyzed).articles == 1
    decisions.trash_articles(analyzed, held[2:])
    assert count_left_out(analyzed).articles == 1


def test_the_dates_of_an_event_run_from_its_first_to_its_last(analyzed: Library) -> None:
    (summary,) = list_events(analyzed)
    assert summary.first is not None
    assert summary.last is not None
    assert summary.first.iso[:10] == summary.last.iso[:10] == "2024-11-02"
    undated = [s.id for s in list_articles(analyzed, ArticleQuery()) if s.published is None]
    decisions.edit_field(analyzed, undated[0], "published", "2024-10-31")
    (summary,) = list_events(analyzed)
    assert (summary.dated, summary.first and summary.first.iso) == (3, "2024-10-31")
    assert summary.last.iso[:10] == "2024-11-02" if summary.last else False


def label(library: Library, event_id: str) -> str:
    return next(event.label for event in list_events(library) if event.id == event_id)
