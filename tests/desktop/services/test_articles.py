"""Lists, counts and single articles: every collection holds what its name says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.core.model.articles import Origin
from desktop.services import decisions
from desktop.services.articles import (
    NO_DATE,
    NO_OUTLET,
    ArticleQuery,
    OutletCount,
    count_articles,
    get_article,
    get_source,
    list_articles,
    live_among,
)
from desktop.services.errors import CrosslightError
from desktop.services.libraries import Library, sample_articles
from tests.desktop.services.conftest import STORM, run_import, write


def names(library: Library, collection: str, value: str = "", text: str = "") -> list[str]:
    query = ArticleQuery(collection, value, text)
    return [row.source_name for row in list_articles(library, query)]


def test_a_new_library_is_empty_in_every_collection(library: Library) -> None:
    counts = count_articles(library)
    assert (counts.all, counts.attention, counts.trash, counts.outlets, counts.events) == (
        0,
        0,
        0,
        (),
        (),
    )
    for collection in ("all", "attention", "trash", "duplicates", "reprints", "revisions"):
        assert list_articles(library, ArticleQuery(collection)) == ()


def test_counts_and_lists_agree(analyzed: Library) -> None:
    first = list_articles(analyzed, ArticleQuery())[0]
    decisions.trash_articles(analyzed, [first.id])
    counts = count_articles(analyzed)
    assert counts.all == len(names(analyzed, "all")) == 4
    assert counts.trash == len(names(analyzed, "trash")) == 1
    assert counts.attention == len(names(analyzed, "attention")) == 2
    (event,) = counts.events
    assert event.articles == len(names(analyzed, "event", event.id)) == 4
    for outlet in counts.outlets:
        assert outlet.articles == len(names(analyzed, "outlet", outlet.name)) == 1


def test_outlets_keep_the_slot_they_entered_with(samples: Library) -> None:
    outlets = count_articles(samples).outlets
    assert [(outlet.name, outlet.slot) for outlet in outlets] == [
        ("Business Insider", 0),
        ("The Hindu", 1),
        ("Antiwar.com", 2),
        ("RFE/RL", 3),
        ("Euromaidan Press", 4),
    ]
    decisions.undo(samples)
    run_import(samples, sample_articles()[3])
    assert count_articles(samples).outlets == (OutletCount("RFE/RL", 3, 1),)


def test_two_spellings_of_an_outlet_are_one(library: Library, tmp_path: Path) -> None:
    for number, outlet in enumerate(["The Hindu", " the  HINDU "]):
        path = write(tmp_path, f"{number}.txt", f"{STORM}\n{number}")
        path.with_name(path.name + ".meta.json").write_text(json.dumps({"outlet": outlet}))
        run_import(library, path)
    assert count_articles(library).outlets == (OutletCount("The Hindu", 0, 2),)


def test_attention_says_why_and_ends_when_the_field_is_filled(
    library: Library, tmp_path: Path
) -> None:
    run_import(library, write(tmp_path, "storm.txt"))
    (row,) = list_articles(library, ArticleQuery("attention"))
    assert row.attention == (NO_OUTLET, NO_DATE)
    decisions.edit_field(library, row.id, "outlet", "Daily Test")
    decisions.edit_field(library, row.id, "published", "2024-11-02T18:37+01:00")
    assert list_articles(library, ArticleQuery("attention")) == ()
    (filled,) = list_articles(library, ArticleQuery())
    assert filled.published is not None
    assert filled.published.iso == "2024-11-02T18:37+01:00"
    assert (filled.outlet_origin, filled.published_origin) == (Origin.USER, Origin.USER)


def test_files_that_came_again_are_found_as_duplicates(library: Library, tmp_path: Path) -> None:
    path, new = write(tmp_path, "storm.txt"), write(tmp_path, "calm.txt", "Calm returned to sea.")
    run_import(library, path)
    run_import(library, path, new)
    assert names(library, "duplicates") == ["storm.txt"]
    assert count_articles(library).duplicates == 1


def test_an_unanalyzed_article_has_no_figures_and_an_analyzed_one_all(
    samples: Library, analyzed: Library
) -> None:
    for row in list_articles(samples, ArticleQuery()):
        assert (row.analyzed, row.own, row.quoted, row.words) == (False, None, None, 0)
    for row in list_articles(analyzed, ArticleQuery()):
        assert row.analyzed
        assert row.words > 300
        assert row.own is not None
        assert row.own.words <= row.words
        assert row.own.value is not None
        assert row.own.low is not None
        assert row.own.high is not None
        assert row.own.low <= row.own.value <= row.own.high
        assert row.event_id is not None


def test_the_source_of_an_article_is_known(samples: Library) -> None:
    (row, *_rest) = list_articles(samples, ArticleQuery())
    source = get_source(samples, row.id)
    assert (source.source_name, source.format) == (sample_articles()[0].name, "txt")
    assert len(source.sha256) == 64
    assert len(list_articles(samples, ArticleQuery("batch", source.batch))) == 5


def test_an_article_that_is_not_there_is_an_error_with_a_remedy(library: Library) -> None:
    for ask in (get_article, get_source):
        with pytest.raises(CrosslightError) as refusal:
            ask(library, "nobody")
        assert "nobody" in refusal.value.message
        assert refusal.value.remedy


@pytest.mark.parametrize("text", ["zelensky", "ZELENSKY", "Zelensk", "troops russia", "“Victory"])
def test_search_ignores_case_and_marks_and_takes_beginnings(samples: Library, text: str) -> None:
    assert sample_articles()[2].name in names(samples, "all", text=text)


@pytest.mark.parametrize("text", ['"', "*", "title:x", "NEAR(a b)", "a AND", "-", "'; DROP TABLE"])
def test_no_search_is_an_error(samples: Library, text: str) -> None:
    assert isinstance(names(samples, "all", text=text), list)


def test_pages_hold_every_article_once(library: Library, tmp_path: Path) -> None:
    for number in range(7):
        write(tmp_path / "files", f"{number}.txt", f"Report number {number} of the day.")
    run_import(library, tmp_path / "files")
    seen: list[str] = []
    after: str | None = None
    while page := list_articles(library, ArticleQuery(after=after, limit=3)):
        seen += [row.source_name for row in page]
        after = page[-1].id
    assert seen == [f"{number}.txt" for number in range(7)]


def test_of_some_articles_those_outside_the_trash_are_live(samples: Library) -> None:
    first, *others = [row.id for row in list_articles(samples, ArticleQuery())]
    decisions.trash_articles(samples, [first])
    assert live_among(samples, [first, *others, "unknown"]) == set(others)
    assert live_among(samples, []) == frozenset()
