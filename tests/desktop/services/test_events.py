"""Events: grouping keeps an event itself, and the comparison is kept until a part changes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from db.tables import ComparisonRow, EventRow
from desktop.core.analysis.comparisons import compare_articles
from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Comparison
from desktop.core.model.events import EventGroup
from desktop.core.model.lexicons import Lexicons
from desktop.services import comparisons, decisions
from desktop.services.articles import ArticleQuery, list_articles
from desktop.services.badges import to_badges
from desktop.services.comparisons import view_diff, view_event
from desktop.services.errors import CrosslightError
from desktop.services.events import (
    _matched,
    event_members,
    is_grouped,
    list_events,
)
from desktop.services.libraries import Library
from desktop.services.sessions import write_session
from tests.desktop.services.conftest import run_import, run_jobs, write


def groups(*members: Sequence[str]) -> list[EventGroup]:
    return [EventGroup("x", tuple(some), ()) for some in members]


def test_the_samples_are_one_event_and_another_text_is_not_in_it(
    samples: Library, tmp_path: Path
) -> None:
    run_import(samples, write(tmp_path, "storm.txt"))
    assert not is_grouped(samples)
    run_jobs(samples)
    assert is_grouped(samples)
    (event,) = list_events(samples)
    assert (event.articles, len(event.outlets), event.dated) == (5, 5, 2)
    assert len(event_members(samples, event.id)) == 5


def test_an_event_keeps_its_id_and_label_while_it_changes(analyzed: Library) -> None:
    (event,) = list_events(analyzed)
    decisions.rename_event(analyzed, event.id, "Long-range strikes")
    decisions.trash_articles(analyzed, event_members(analyzed, event.id)[:1])
    run_jobs(analyzed)
    (again,) = list_events(analyzed)
    assert (again.id, again.label, again.articles) == (event.id, "Long-range strikes", 4)


def test_an_event_goes_on_in_the_group_that_has_most_of_it() -> None:
    before = dict.fromkeys("abcde", "old")
    assert _matched(groups("abx", "cde"), before) == [None, "old"]
    assert _matched(groups("ab", "cd", "e"), before) == [None, None, None]
    assert _matched(groups("abcdefgh"), before | dict.fromkeys("fgh", "late")) == ["old"]


@given(st.permutations("abcdefgh"), st.integers(1, 7), st.integers(1, 7))
def test_no_event_goes_on_in_two_groups(order: list[str], left: int, right: int) -> None:
    before = {a: ("one" if i < left else "two") for i, a in enumerate("abcdefgh")}
    found = _matched(groups(order[:right], order[right:]), before)
    kept = [event for event in found if event]
    assert len(kept) == len(set(kept))


def test_a_view_has_articles_analyses_and_badges_in_one_order(analyzed: Library) -> None:
    (event,) = list_events(analyzed)
    view = view_event(analyzed, event.id)
    assert [badge.letters for badge in view.badges] == ["BI", "TH", "AN", "RF", "EP"]
    assert [badge.slot for badge in view.badges] == [0, 1, 2, 3, 4]
    assert [a.article_id for a in view.analyses] == [a.id for a in view.articles]
    assert view.comparison.articles == tuple(a.id for a in view.articles)
    assert view.links
    assert view_event(analyzed, event.id) == view


def test_a_comparison_follows_a_correction(analyzed: Library) -> None:
    (event,) = list_events(analyzed)
    before = view_event(analyzed, event.id)
    loaded = [(a.article_id, x.span) for a in before.analyses for x in a.loaded]
    for article_id, span in loaded:
        decisions.ignore_wording(analyzed, article_id, span)
    after = view_event(analyzed, event.id)
    assert all(x.ignored for a in after.analyses for x in a.loaded)
    assert {a.own.loaded.count for a in after.analyses} == {0}
    for _ in loaded:
        decisions.undo(analyzed)
    assert view_event(analyzed, event.id) == before


def test_two_articles_stand_side_by_side(samples: Library) -> None:
    left, right, *_others = [row.id for row in list_articles(samples, ArticleQuery())]
    diff = view_diff(samples, left, right)
    assert (diff.left, diff.right) == (left, right)
    assert diff.pairs


@given(st.lists(st.tuples(st.text(max_size=6), st.integers(0, 20)), max_size=20))
def test_different_outlets_never_share_letters(outlets: list[tuple[str, int]]) -> None:
    badges = to_badges(outlets)
    letters = {(badge.name, badge.slot): badge.letters for badge in badges}
    assert len(set(letters.values())) == len(set(outlets))
    assert [(badge.name, badge.slot) for badge in badges] == outlets


def test_an_event_that_goes_while_it_is_compared_is_shown_and_not_kept(
    analyzed: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    (event,) = list_events(analyzed)

    def compare_late(
        articles: Sequence[Article], analyses: Sequence[Analysis], lexicons: Lexicons
    ) -> Comparison:
        found = compare_articles(articles, analyses, lexicons)
        with write_session(analyzed) as session:
            session.execute(sa.delete(EventRow).where(EventRow.id == event.id))
        return found

    with write_session(analyzed) as session:
        session.execute(sa.delete(ComparisonRow))
    monkeypatch.setattr(comparisons, "compare_articles", compare_late)
    assert len(comparisons.view_event(analyzed, event.id).articles) == 5
    assert list_events(analyzed) == ()


def test_a_comparison_that_cannot_be_kept_is_shown(
    analyzed: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    (event,) = list_events(analyzed)

    def refuse(*_parts: object) -> None:
        raise CrosslightError("The disk is full.")

    monkeypatch.setattr(comparisons, "_keep", refuse)
    assert len(view_event(analyzed, event.id).articles) == 5
