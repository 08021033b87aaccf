"""Jobs: each step is safe to stop at, and going on later does only what is left."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import cast

import pytest
import sqlalchemy as sa

from db.tables import AnalysisRow
from desktop.services import decisions
from desktop.services.analyses import analyze_articles, get_analysis
from desktop.services.articles import ArticleQuery, ArticleSummary, list_articles
from desktop.services.comparisons import view_diff, view_event
from desktop.services.errors import CrosslightError
from desktop.services.events import event_members, group_library, is_grouped, list_events
from desktop.services.libraries import Library, open_library
from desktop.services.progress import Progress
from desktop.services.sessions import read_session, write_session
from tests.desktop.services.conftest import STORM, run_import, run_jobs, write


def rows(library: Library) -> tuple[ArticleSummary, ...]:
    return list_articles(library, ArticleQuery())


def stored(library: Library) -> set[str]:
    with read_session(library) as session:
        return set(session.scalars(sa.select(AnalysisRow.article_id)))


def test_an_analysis_that_stops_goes_on_with_what_is_left(samples: Library) -> None:
    steps = cast("Generator[Progress]", analyze_articles(samples))
    told = [next(steps), next(steps)]
    steps.close()
    assert [row.analyzed for row in rows(samples)] == [True, True, False, False, False]
    told += analyze_articles(samples)
    assert [(step.done, step.total) for step in told] == [(1, 5), (2, 5), (1, 3), (2, 3), (3, 3)]
    assert [step.label for step in told] == [row.title for row in rows(samples)]
    assert all(row.analyzed for row in rows(samples))
    assert list(analyze_articles(samples)) == []


def test_an_analysis_survives_a_restart_between_its_steps(samples: Library) -> None:
    next(iter(analyze_articles(samples)))
    samples.close()
    again = open_library(samples.url)
    assert len(list(analyze_articles(again))) == 4
    again.close()


def test_only_the_articles_asked_for_are_analyzed(samples: Library) -> None:
    ids = [row.id for row in rows(samples)]
    (step,) = analyze_articles(samples, [ids[3]])
    assert (step.done, step.total) == (1, 1)
    assert stored(samples) == {ids[3]}
    assert list(analyze_articles(samples, [])) == []
    assert list(analyze_articles(samples, [ids[3]])) == []


def test_what_lies_in_the_trash_is_analyzed_when_it_comes_back(samples: Library) -> None:
    first, *others = [row.id for row in rows(samples)]
    decisions.trash_articles(samples, [first])
    assert len(list(analyze_articles(samples))) == 4
    assert stored(samples) == set(others)
    decisions.undo(samples)
    assert [step.total for step in analyze_articles(samples)] == [1]


def test_an_article_that_is_not_there_ends_the_analysis_and_keeps_what_was_done(
    samples: Library,
) -> None:
    first = rows(samples)[0].id
    steps = iter(analyze_articles(samples, [first, "nobody"]))
    assert next(steps).total == 2
    with pytest.raises(CrosslightError, match="no article nobody"):
        next(steps)
    assert stored(samples) == {first}


def test_looking_at_an_analysis_stores_nothing_and_says_the_same_as_a_job(
    samples: Library,
) -> None:
    first = rows(samples)[0].id
    seen = get_analysis(samples, first)
    assert stored(samples) == set()
    list(analyze_articles(samples, [first]))
    assert get_analysis(samples, first) == seen
    row = rows(samples)[0]
    assert (row.words, row.own, row.own_tone) == (seen.ledger.total, seen.own.loaded, seen.own.tone)
    assert (row.quoted, row.quoted_tone) == (seen.quoted.loaded, seen.quoted.tone)


@pytest.mark.parametrize("taken", [0, 1, 2])
def test_a_grouping_that_stops_changes_nothing(samples: Library, taken: int) -> None:
    steps = cast("Generator[Progress]", group_library(samples))
    for _step in range(taken):
        next(steps)
    steps.close()
    assert list_events(samples) == ()
    assert not is_grouped(samples)


def test_a_grouping_tells_its_three_steps_and_repeats_itself(samples: Library) -> None:
    told = list(group_library(samples))
    assert told == [
        Progress(1, 3, "Reading articles"),
        Progress(2, 3, "Grouping articles"),
        Progress(3, 3, "Storing events"),
    ]
    before = list_events(samples)
    list(group_library(samples))
    assert list_events(samples) == before


def test_an_empty_library_has_jobs_that_do_nothing(library: Library) -> None:
    assert list(analyze_articles(library)) == []
    assert len(list(group_library(library))) == 3
    assert is_grouped(library)
    assert list_events(library) == ()


def test_an_article_imported_while_events_are_found_waits_for_the_next_grouping(
    analyzed: Library, tmp_path: Path
) -> None:
    (event,) = list_events(analyzed)
    decisions.rename_event(analyzed, event.id, "Strikes")
    steps = iter(group_library(analyzed))
    next(steps)
    (outcome,) = run_import(analyzed, write(tmp_path, "storm.txt"))
    list(steps)
    assert not is_grouped(analyzed)
    assert outcome.articles[0].id not in event_members(analyzed, event.id)
    run_jobs(analyzed)
    assert is_grouped(analyzed)
    assert [found.label for found in list_events(analyzed)] == ["Strikes"]
    assert rows(analyzed)[-1].event_id is None


def test_new_articles_on_one_thing_become_an_event_of_their_own(
    analyzed: Library, tmp_path: Path
) -> None:
    (old,) = list_events(analyzed)
    copies = [
        write(tmp_path, f"{n}.txt", STORM + f"\nReport {n} of the storm in Anville.\n")
        for n in (1, 2)
    ]
    outcomes = run_import(analyzed, *copies)
    run_jobs(analyzed)
    new = next(event for event in list_events(analyzed) if event.id != old.id)
    assert event_members(analyzed, new.id) == tuple(o.articles[0].id for o in outcomes)
    assert next(event for event in list_events(analyzed) if event.id == old.id) == old
    decisions.trash_articles(analyzed, [outcomes[0].articles[0].id])
    assert list_events(analyzed) == (old,)
    run_jobs(analyzed)
    assert list_events(analyzed) == (old,)
    decisions.undo(analyzed)
    run_jobs(analyzed)
    assert {event.id: event.articles for event in list_events(analyzed)} == {old.id: 5, new.id: 2}


def test_an_event_whose_articles_all_lie_in_the_trash_says_so(analyzed: Library) -> None:
    (event,) = list_events(analyzed)
    members = event_members(analyzed, event.id)
    decisions.trash_articles(analyzed, members[1:])
    assert [article.id for article in view_event(analyzed, event.id).articles] == [members[0]]
    decisions.trash_articles(analyzed, members)
    with pytest.raises(CrosslightError, match="in the trash") as refusal:
        view_event(analyzed, event.id)
    assert refusal.value.remedy == "Restore one."
    decisions.restore_articles(analyzed, members)
    assert view_event(analyzed, event.id).id == event.id


def test_damaged_reasons_of_an_event_are_none_until_it_is_grouped_again(analyzed: Library) -> None:
    (event,) = list_events(analyzed)
    before = view_event(analyzed, event.id)
    with write_session(analyzed) as session:
        session.execute(sa.text("UPDATE event SET links = X'00'"))
    damaged = view_event(analyzed, event.id)
    assert (damaged.links, damaged.comparison) == ((), before.comparison)
    list(group_library(analyzed))
    assert view_event(analyzed, event.id).links == before.links


@pytest.mark.parametrize("pair", [("nobody", 0), (0, "nobody")])
def test_a_diff_with_an_article_that_is_not_there_names_it(
    samples: Library, pair: tuple[str | int, str | int]
) -> None:
    ids = [row.id for row in rows(samples)]
    left, right = (ids[side] if isinstance(side, int) else side for side in pair)
    with pytest.raises(CrosslightError, match="no article nobody"):
        view_diff(samples, left, right)
