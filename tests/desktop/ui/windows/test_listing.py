"""Pages of the list: every article exactly once, under the head where it belongs."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.services.articles import ArticleQuery, Counts, count_articles
from desktop.services.badges import OutletBadge, to_badges
from desktop.services.decisions import edit_field, trash_articles
from desktop.services.events import EventSummary, list_events
from desktop.services.importing import import_files
from desktop.services.libraries import Library, open_library
from desktop.services.saved_searches import save_search
from desktop.services.snippets import words_of
from desktop.services.tags import tag_articles
from desktop.ui.models.articles import EventHead, ListedArticle, ListRow, PlainHead
from desktop.ui.models.sidebar import Shelf
from desktop.ui.windows import listing
from desktop.ui.windows.listing import Cursor, Flat, flat_page, grouped_page
from desktop.ui.windows.sidebar_rows import MOST_EVENTS, sidebar_rows
from tests.desktop.ui.test_icons import file_names

OTHERS = 10


@pytest.fixture(scope="module")
def stored(sample_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples in their event, and after them articles that are in none; copy it before use."""
    folder = tmp_path_factory.mktemp("listed")
    path = folder / "Listed.crosslight"
    shutil.copy(sample_library, path)
    records = [
        {"title": f"Harbor {n}", "text": f"Boat {n} came in late.", "outlet": f"Port {n % 2}"}
        for n in range(OTHERS)
    ]
    given = folder / "others.jsonl"
    given.write_text("\n".join(map(json.dumps, records)), "utf-8")
    opened = open_library(path)
    outcomes = [step.outcome for step in import_files(opened, [given]) if step.outcome]
    assert len(outcomes) == 1
    opened.close()
    return path


@pytest.fixture
def library(stored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """A library of its own, listed three rows a page."""
    monkeypatch.setattr(listing, "_PAGE", 3)
    monkeypatch.setattr(listing, "_EVENTS_A_PAGE", 1)
    opened = open_library(shutil.copy(stored, tmp_path / "Listed.crosslight"))
    yield opened
    opened.close()


def badges(library: Library) -> dict[str, OutletBadge]:
    outlets = count_articles(library).outlets
    return {badge.name: badge for badge in to_badges([(o.name, o.slot) for o in outlets])}


def grouped(library: Library, events: tuple[EventSummary, ...]) -> list[list[ListRow]]:
    pages: list[list[ListRow]] = []
    cursor: Cursor | None = Cursor()
    while cursor is not None:
        page = grouped_page(library, cursor, events, badges(library))
        pages.append(list(page.rows))
        cursor = page.next
    return pages


def flat(library: Library, shelf: Shelf, text: str = "") -> list[list[ListRow]]:
    pages: list[list[ListRow]] = []
    cursor: Cursor | None = Cursor()
    while cursor is not None:
        query = ArticleQuery(shelf.collection, shelf.value, text)
        page = flat_page(library, Flat(query, badges(library), words_of(text)), cursor)
        pages.append(list(page.rows))
        cursor = page.next
    return pages


def ids(pages: list[list[ListRow]]) -> list[str]:
    return [r.summary.id for page in pages for r in page if isinstance(r, ListedArticle)]


def heads(pages: list[list[ListRow]]) -> list[str]:
    rows = [row for page in pages for row in page]
    return [
        row.label if isinstance(row, EventHead) else row.text
        for row in rows
        if not isinstance(row, ListedArticle)
    ]


def test_every_article_stands_in_the_list_exactly_once(library: Library) -> None:
    pages = grouped(library, list_events(library))
    found = ids(pages)
    assert len(found) == len(set(found)) == 5 + OTHERS
    assert len(pages) > 3


def test_an_event_comes_first_then_what_is_undated_then_what_is_in_none(library: Library) -> None:
    events = list_events(library)
    pages = grouped(library, events)
    assert heads(pages) == [events[0].label, "Date not stated", "Not in an event"]
    rows = [row for page in pages for row in page]
    at = {text: nth for nth, text in enumerate(map(_words, rows)) if text}
    dated = [row for row in rows[: at["Date not stated"]] if isinstance(row, ListedArticle)]
    undated = rows[at["Date not stated"] + 1 : at["Not in an event"]]
    assert all(row.summary.published is not None for row in dated)
    assert [isinstance(row, ListedArticle) for row in undated] == [True] * 3
    outlets = [row.summary.outlet.casefold() for row in undated if isinstance(row, ListedArticle)]
    assert outlets == sorted(outlets)


def _words(row: ListRow) -> str:
    return row.text if isinstance(row, PlainHead) else ""


def test_the_newest_of_an_event_comes_first(library: Library) -> None:
    rows = grouped(library, list_events(library))[0]
    dates = [r.summary.published for r in rows if isinstance(r, ListedArticle)]
    shown = [date.iso for date in dates if date is not None]
    assert len(shown) == 2
    assert shown == sorted(shown, reverse=True)


def test_the_head_of_an_event_counts_what_is_under_it(library: Library) -> None:
    head = grouped(library, list_events(library))[0][0]
    assert isinstance(head, EventHead)
    assert (head.articles, head.outlets, head.dated) == (5, 5, 2)


def test_without_events_there_are_no_heads(library: Library) -> None:
    pages = grouped(library, ())
    assert heads(pages) == []
    assert len(set(ids(pages))) == len(ids(pages)) == 5 + OTHERS


def test_where_all_of_an_event_are_dated_nothing_is_headed_undated(library: Library) -> None:
    for article in ids(grouped(library, list_events(library)))[:5]:
        edit_field(library, article, "published", "2024-11-04")
    assert heads(grouped(library, list_events(library)))[1:] == ["Not in an event"]


def test_trashed_articles_leave_their_event_and_stand_in_the_trash(library: Library) -> None:
    chosen = ids(grouped(library, list_events(library)))[:2]
    trash_articles(library, chosen)
    left = ids(grouped(library, list_events(library)))
    assert not set(chosen) & set(left)
    assert len(left) == 3 + OTHERS
    assert sorted(ids(flat(library, Shelf("trash")))) == sorted(chosen)


@pytest.mark.parametrize(
    ("shelf", "text", "number"),
    [
        (Shelf("all"), "boat", OTHERS),
        (Shelf("all"), "boat nosuchword", 0),
        (Shelf("outlet", "Port 0"), "", OTHERS // 2),
        (Shelf("outlet", "Port 0"), "late", OTHERS // 2),
        (Shelf("trash"), "", 0),
    ],
)
def test_a_shelf_lists_its_own_once_and_without_heads(
    library: Library, shelf: Shelf, text: str, number: int
) -> None:
    pages = flat(library, shelf, text)
    found = ids(pages)
    assert len(found) == len(set(found)) == number
    assert heads(pages) == []


def test_articles_have_the_badge_of_their_outlet(library: Library) -> None:
    known = badges(library)
    rows = [row for page in flat(library, Shelf("all")) for row in page]
    listed = [row for row in rows if isinstance(row, ListedArticle)]
    assert {row.badge for row in listed} == set(known.values())
    assert all(row.badge == known[row.summary.outlet] for row in listed)


def test_an_article_without_an_outlet_has_the_badge_of_none(library: Library) -> None:
    article = ids(flat(library, Shelf("outlet", "Port 1")))[0]
    edit_field(library, article, "outlet", "")
    rows = [row for page in flat(library, Shelf("attention")) for row in page]
    row = next(r for r in rows if isinstance(r, ListedArticle) and r.summary.id == article)
    assert (row.badge.name, row.badge.slot) == ("", -1)


def test_the_sidebar_names_collections_events_and_outlets_with_counts(library: Library) -> None:
    known = badges(library)
    rows = sidebar_rows(count_articles(library), list_events(library), known.__getitem__)
    counts = {row.shelf: row.count for row in rows if row.shelf}
    assert counts[Shelf()] == 5 + OTHERS
    assert counts[Shelf("outlet", "Port 0")] == OTHERS // 2
    assert counts[Shelf("event", list_events(library)[0].id)] == 5
    heads_and_notes = [row.text for row in rows if row.shelf is None]
    assert heads_and_notes[:4] == ["Library", "Events", "Outlets", "Tags"]
    outlets = [
        row.text.casefold() for row in rows if row.shelf and row.shelf.collection == "outlet"
    ]
    assert outlets == sorted(outlets)
    assert {row.icon_name for row in rows if row.icon_name} <= file_names()


def test_an_empty_library_says_what_will_stand_in_its_sidebar() -> None:
    rows = sidebar_rows(Counts(), (), lambda name: OutletBadge(name, "–", -1))
    notes = [row.text for row in rows if row.is_note]
    assert notes == [
        "Events appear when two or more articles report the same story.",
        "None yet",
        "Press T in the list to tag what is selected.",
    ]
    assert all(row.count == 0 for row in rows)


def test_tags_and_saved_searches_stand_in_the_sidebar(library: Library) -> None:
    article = ids(flat(library, Shelf("all")))[0]
    tag_articles(library, [article], "Lesson 3")
    save_search(library, "Boats", "boat -calm")
    rows = sidebar_rows(count_articles(library), (), lambda name: OutletBadge(name, "–", -1))
    shelves = {row.shelf: row for row in rows if row.shelf}
    assert shelves[Shelf("tag", "Lesson 3")].count == 1
    saved = next(row for row in shelves.values() if row.query)
    assert (saved.text, saved.query, saved.count) == ("Boats", "boat -calm", None)
    (tagged,) = (row for page in flat(library, Shelf("tag", "Lesson 3")) for row in page)
    assert isinstance(tagged, ListedArticle)
    assert tagged.tags == ("Lesson 3",)


def test_of_very_many_events_the_latest_stand_in_the_sidebar(library: Library) -> None:
    (event,) = list_events(library)
    many = [replace(event, id=f"{nth}") for nth in range(MOST_EVENTS + 5)]
    rows = sidebar_rows(Counts(), many, lambda name: OutletBadge(name, "–", -1))
    assert sum(row.shelf is not None and row.shelf.collection == "event" for row in rows) == (
        MOST_EVENTS
    )
    assert any("5 more" in row.text for row in rows if row.is_note)


def test_rows_of_a_search_show_where_it_hit(library: Library) -> None:
    page = flat(library, Shelf("all"), "late")[0]
    row = page[0]
    assert isinstance(row, ListedArticle)
    assert row.snippet is not None
    assert [hit.of(row.snippet.text) for hit in row.snippet.hits] == ["late"]


def test_an_event_of_more_articles_than_are_read_at_once_is_listed_whole(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "_OF_EVENT_AT_ONCE", 2)
    pages = grouped(library, list_events(library))
    assert len(set(ids(pages))) == len(ids(pages)) == 5 + OTHERS
    head = pages[0][0]
    assert isinstance(head, EventHead)
    assert head.articles == 5
