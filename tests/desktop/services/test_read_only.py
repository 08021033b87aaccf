"""A library that can only be read shows everything and refuses every change, with a way out."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.core.model.spans import Span
from desktop.services import decisions, event_decisions
from desktop.services.analyses import analyze_articles, get_analysis
from desktop.services.articles import (
    ArticleQuery,
    count_articles,
    get_article,
    get_source,
    list_articles,
)
from desktop.services.comparisons import view_diff, view_event
from desktop.services.errors import CrosslightError
from desktop.services.events import event_members, group_library, is_grouped, list_events
from desktop.services.exports import export_articles
from desktop.services.importing import import_files
from desktop.services.libraries import Library, open_library, sample_articles
from desktop.services.maintenance import backup_library, check_library
from tests.desktop.services.conftest import run_import, write


@pytest.fixture(scope="module")
def shelf(analyzed_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Give a library that was opened to be read; tests change nothing in it."""
    path = Path(shutil.copy(analyzed_file, tmp_path_factory.mktemp("shelf")))
    before = path.read_bytes()
    opened = open_library(path, read_only=True)
    yield opened
    opened.close()
    assert path.read_bytes() == before


def first(library: Library) -> str:
    return list_articles(library, ArticleQuery(limit=1))[0].id


CHANGES: dict[str, Callable[[Library], object]] = {
    "import": lambda lib: list(import_files(lib, sample_articles())),
    "import nothing": lambda lib: list(import_files(lib, [Path("missing.txt")])),
    "analyze": lambda lib: list(analyze_articles(lib)),
    "group": lambda lib: list(group_library(lib)),
    "ignore a wording": lambda lib: decisions.ignore_wording(lib, first(lib), Span(0, 1)),
    "count a wording": lambda lib: decisions.count_wording(lib, first(lib), Span(0, 1)),
    "keep a block": lambda lib: decisions.keep_block(lib, first(lib), Span(0, 1)),
    "set a block apart": lambda lib: decisions.set_apart_block(lib, first(lib), Span(0, 1)),
    "rename": lambda lib: decisions.rename_event(lib, list_events(lib)[0].id, "x"),
    "make an event": lambda lib: event_decisions.make_event(lib, [first(lib)]),
    "keep in an event": lambda lib: event_decisions.keep_in_event(lib, "none", [first(lib)]),
    "release": lambda lib: event_decisions.release_articles(lib, [first(lib)]),
    "edit": lambda lib: decisions.edit_field(lib, first(lib), "title", "x"),
    "trash": lambda lib: decisions.trash_articles(lib, [first(lib)]),
    "restore": lambda lib: decisions.restore_articles(lib, [first(lib)]),
    "undo": decisions.undo,
    "redo": decisions.redo,
}


@pytest.mark.parametrize("name", [name for name in CHANGES if name != "analyze"])
def test_every_change_is_refused_with_a_way_out(shelf: Library, name: str) -> None:
    with pytest.raises(CrosslightError, match="“Analyzed” can only be read") as refusal:
        CHANGES[name](shelf)
    assert refusal.value.remedy == "Open a copy of it in a folder where you may write."


def test_an_analysis_is_refused_only_where_there_is_something_to_analyze(
    shelf: Library, samples: Library
) -> None:
    assert CHANGES["analyze"](shelf) == []
    reading = open_library(samples.url, read_only=True)
    with pytest.raises(CrosslightError, match="can only be read"):
        CHANGES["analyze"](reading)
    reading.close()


READS: dict[str, Callable[[Library], object]] = {
    "list": lambda lib: list_articles(lib, ArticleQuery()),
    "search": lambda lib: list_articles(lib, ArticleQuery(text="kursk")),
    "counts": count_articles,
    "article": lambda lib: get_article(lib, first(lib)),
    "source": lambda lib: get_source(lib, first(lib)),
    "analysis": lambda lib: get_analysis(lib, first(lib)),
    "events": list_events,
    "members": lambda lib: event_members(lib, list_events(lib)[0].id),
    "grouped": is_grouped,
    "view": lambda lib: view_event(lib, list_events(lib)[0].id),
    "diff": lambda lib: view_diff(lib, *event_members(lib, list_events(lib)[0].id)[:2]),
    "export": lambda lib: list(export_articles(lib)),
    "decisions": decisions.list_decisions,
    "labels": lambda lib: (decisions.undo_label(lib), decisions.redo_label(lib)),
}


@pytest.mark.parametrize("name", READS)
def test_everything_is_shown_as_in_the_library_itself(
    shelf: Library, analyzed: Library, name: str
) -> None:
    shown = READS[name](shelf)
    assert shown
    assert shown == READS[name](analyzed)


def test_what_was_never_analyzed_is_shown_all_the_same(samples: Library) -> None:
    reading = open_library(samples.url, read_only=True)
    ids = [row.id for row in list_articles(reading, ArticleQuery())]
    assert [get_analysis(reading, each).article_id for each in ids] == ids
    assert view_diff(reading, ids[0], ids[1]) == view_diff(samples, ids[0], ids[1])
    assert not any(row.analyzed for row in list_articles(reading, ArticleQuery()))
    reading.close()


def test_a_library_opened_to_be_read_follows_the_one_that_is_written(
    library: Library, tmp_path: Path
) -> None:
    reading = open_library(library.url, read_only=True)
    assert count_articles(reading).all == 0
    run_import(library, write(tmp_path, "storm.txt"))
    assert count_articles(reading).all == 1
    decisions.undo(library)
    assert (count_articles(reading).all, count_articles(reading).trash) == (0, 1)
    reading.close()


def test_a_copy_of_it_can_be_written(shelf: Library, tmp_path: Path) -> None:
    copy = tmp_path / "Copy.crosslight"
    backup_library(shelf, copy)
    assert check_library(copy) == ()
    opened = open_library(copy)
    assert (opened.name, opened.read_only) == ("Copy", False)
    decisions.edit_field(opened, first(opened), "title", "Another title")
    assert list_articles(opened, ArticleQuery(limit=1))[0].title == "Another title"
    opened.close()
