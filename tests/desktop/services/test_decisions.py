"""Decisions: each can be undone and redone, over restarts too, and the lists follow."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from db.tables import DecisionRow
from desktop.core.model.articles import Origin, Stated
from desktop.core.model.spans import Span
from desktop.services import decisions
from desktop.services.analyses import get_analysis
from desktop.services.articles import ArticleQuery, count_articles, get_article, list_articles
from desktop.services.errors import CrosslightError
from desktop.services.events import list_events
from desktop.services.libraries import Library, open_library
from desktop.services.maintenance import check_library
from desktop.services.sessions import write_session


def ids(library: Library) -> list[str]:
    return [row.id for row in list_articles(library, ArticleQuery())]


def state(library: Library) -> object:
    return (
        list_articles(library, ArticleQuery()),
        list_articles(library, ArticleQuery("trash")),
        count_articles(library),
        list_events(library),
    )


def first_loaded(library: Library) -> tuple[str, Span]:
    for article_id in ids(library):
        for loaded in get_analysis(library, article_id).loaded:
            return article_id, loaded.span
    raise AssertionError("the samples have loaded wording")


def first_folded(library: Library) -> tuple[str, Span]:
    for article_id in ids(library):
        for block in get_analysis(library, article_id).blocks:
            if not block.scored:
                return article_id, block.span
    raise AssertionError("the samples have folded blocks")


DECIDE: dict[str, Callable[[Library], None]] = {
    "Ignore wording": lambda lib: decisions.ignore_wording(lib, *first_loaded(lib)),
    "Count wording": lambda lib: decisions.count_wording(lib, *first_loaded(lib)),
    "Keep block": lambda lib: decisions.keep_block(lib, *first_folded(lib)),
    "Set block apart": lambda lib: decisions.set_apart_block(
        lib, ids(lib)[0], get_analysis(lib, ids(lib)[0]).blocks[-1].span
    ),
    "Rename event": lambda lib: decisions.rename_event(lib, list_events(lib)[0].id, "Strikes"),
    "Edit title": lambda lib: decisions.edit_field(lib, ids(lib)[0], "title", "Another title"),
    "Edit outlet": lambda lib: decisions.edit_field(lib, ids(lib)[0], "outlet", "New Outlet"),
    "Edit published": lambda lib: decisions.edit_field(lib, ids(lib)[0], "published", "2024-11-01"),
    "Move 2 articles to trash": lambda lib: decisions.trash_articles(lib, ids(lib)[:2]),
}


@pytest.mark.parametrize("label", DECIDE)
def test_every_decision_can_be_undone_and_redone(analyzed: Library, label: str) -> None:
    before = state(analyzed)
    DECIDE[label](analyzed)
    after = state(analyzed)
    assert decisions.undo_label(analyzed) == label
    assert decisions.undo(analyzed) == label
    assert state(analyzed) == before
    assert decisions.redo_label(analyzed) == label
    assert decisions.redo(analyzed) == label
    assert state(analyzed) == after
    assert decisions.redo_label(analyzed) is None
    assert analyzed.path is not None
    assert check_library(analyzed.path) == ()


@settings(max_examples=10)
@given(choices=st.lists(st.sampled_from(sorted(DECIDE)), min_size=1, max_size=4, unique=True))
def test_any_run_of_decisions_goes_back_to_the_start(
    analyzed_file: Path, tmp_path_factory: pytest.TempPathFactory, choices: list[str]
) -> None:
    library = open_library(shutil.copy(analyzed_file, tmp_path_factory.mktemp("run")))
    states = [state(library)]
    for label in choices:
        DECIDE[label](library)
        states.append(state(library))
    for expected in states[-2::-1]:
        decisions.undo(library)
        assert state(library) == expected
    for expected in states[1:]:
        decisions.redo(library)
        assert state(library) == expected
    library.close()


def test_undo_and_redo_outlive_a_restart(samples: Library) -> None:
    decisions.edit_field(samples, ids(samples)[0], "outlet", "Another")
    decisions.undo(samples)
    samples.close()
    again = open_library(samples.url)
    try:
        assert decisions.undo_label(again) == "Add 5 articles"
        assert decisions.redo(again) == "Edit outlet"
        assert list_articles(again, ArticleQuery())[0].outlet == "Another"
    finally:
        again.close()


def test_a_new_decision_ends_what_could_be_redone(samples: Library) -> None:
    first = ids(samples)[0]
    decisions.trash_articles(samples, [first])
    decisions.undo(samples)
    decisions.edit_field(samples, first, "url", "https://example.org")
    assert decisions.redo(samples) is None
    assert [d.label for d in decisions.list_decisions(samples)] == ["Add 5 articles", "Edit url"]


def test_an_ignored_wording_no_longer_counts(analyzed: Library) -> None:
    article_id, span = first_loaded(analyzed)
    decisions.ignore_wording(analyzed, article_id, span)
    assert [x.ignored for x in get_analysis(analyzed, article_id).loaded if x.span == span] == [
        True
    ]
    decisions.count_wording(analyzed, article_id, span)
    assert not any(x.ignored for x in get_analysis(analyzed, article_id).loaded)


def test_an_edited_field_is_the_users(samples: Library) -> None:
    article_id = ids(samples)[0]
    decisions.edit_field(samples, article_id, "authors", "Ann Lee; Bob Ray")
    decisions.edit_field(samples, article_id, "outlet", "")
    known = get_article(samples, article_id).metadata
    assert known.authors == Stated(("Ann Lee", "Bob Ray"), Origin.USER, None, 1.0)
    assert known.outlet == Stated()
    row = list_articles(samples, ArticleQuery())[0]
    assert "No outlet is known." in row.attention


@pytest.mark.parametrize(("field", "value"), [("published", "Friday"), ("text", "x")])
def test_what_is_no_field_or_no_date_is_refused(samples: Library, field: str, value: str) -> None:
    with pytest.raises(CrosslightError):
        decisions.edit_field(samples, ids(samples)[0], field, value)
    assert decisions.undo_label(samples) == "Add 5 articles"


def test_trashed_articles_leave_their_event_and_come_back_into_it(analyzed: Library) -> None:
    (event,) = list_events(analyzed)
    decisions.trash_articles(analyzed, ids(analyzed)[:2])
    assert list_events(analyzed)[0].articles == 3
    decisions.restore_articles(
        analyzed, [r.id for r in list_articles(analyzed, ArticleQuery("trash"))]
    )
    assert list_events(analyzed) == (event,)
    assert decisions.undo_label(analyzed) == "Restore 2 articles"


def test_decisions_on_what_is_not_there_are_refused(samples: Library) -> None:
    with pytest.raises(CrosslightError):
        decisions.ignore_wording(samples, "nobody", Span(0, 1))
    with pytest.raises(CrosslightError):
        decisions.rename_event(samples, "nothing", "x")
    decisions.trash_articles(samples, ["nobody"])
    assert decisions.undo_label(samples) == "Add 5 articles"


def test_a_value_that_is_there_already_is_no_decision(samples: Library) -> None:
    article_id = ids(samples)[0]
    known = get_article(samples, article_id).metadata
    decisions.edit_field(samples, article_id, "title", f" {known.title.value} ")
    decisions.edit_field(samples, article_id, "url", "")
    assert decisions.undo_label(samples) == "Add 5 articles"
    for _again in range(2):
        decisions.edit_field(samples, article_id, "authors", "Ann Lee; Bob Ray")
    assert len(decisions.list_decisions(samples)) == 2


def test_the_last_decision_is_the_one_that_undo_takes_back(samples: Library) -> None:
    imported = decisions.last_decision(samples)
    assert imported is not None
    assert decisions.last_import(samples) == imported
    decisions.edit_field(samples, ids(samples)[0], "outlet", "New Outlet")
    edited = decisions.last_decision(samples)
    assert edited not in (None, imported)
    assert decisions.last_import(samples) == imported
    decisions.undo(samples)
    assert decisions.last_decision(samples) == imported
    decisions.edit_field(samples, ids(samples)[0], "outlet", "Another Outlet")
    assert decisions.last_decision(samples) not in (imported, edited)
    decisions.undo(samples)
    decisions.undo(samples)
    assert (decisions.last_decision(samples), decisions.last_import(samples)) == (None, None)


def test_what_a_later_version_decided_is_not_taken_back_and_not_lost(analyzed: Library) -> None:
    decisions.edit_field(analyzed, ids(analyzed)[0], "agency", "One")
    with write_session(analyzed) as session:
        session.execute(sa.update(DecisionRow).values(kind="later", label="Do more"))
    before = decisions.list_decisions(analyzed)
    with pytest.raises(CrosslightError, match="Do more"):
        decisions.undo(analyzed)
    assert decisions.list_decisions(analyzed) == before
