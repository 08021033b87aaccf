"""Pages of the library's list: an event's articles under its head, the others after them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.core.model.copies import CopyKind
from desktop.services.articles import (
    ArticleQuery,
    ArticleSummary,
    list_articles,
    list_numbered,
)
from desktop.services.badges import OutletBadge
from desktop.services.copy_notes import list_copy_notes
from desktop.services.event_left_out import count_left_out
from desktop.services.events import EventSummary
from desktop.services.libraries import Library
from desktop.services.snippets import Words, find_snippets
from desktop.services.tags import tags_of
from desktop.ui.models.articles import EventHead, ListedArticle, ListRow, PlainHead
from desktop.ui.windows.left_out_words import left_out_head
from desktop.ui.words import counted

_KINDS = {
    "duplicates": CopyKind.DUPLICATE,
    "reprints": CopyKind.REPRINT,
    "revisions": CopyKind.REVISION,
}
_PAGE, _EVENTS_A_PAGE, _OF_EVENT_AT_ONCE = 100, 8, 500


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the next page begins: events come first, then the articles in none of them."""

    events: int = 0
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of the list, and where the next ones begin, if there are more."""

    rows: tuple[ListRow, ...]
    next: Cursor | None


def grouped_page(
    library: Library,
    cursor: Cursor,
    events: Sequence[EventSummary],
    badges: Mapping[str, OutletBadge],
) -> Page:
    """Return some events with their articles, or after the last of them what is in none."""
    rows: list[ListRow] = []
    nth = cursor.events
    while nth < len(events) and nth < cursor.events + _EVENTS_A_PAGE:
        rows += _event_rows(library, events[nth], badges)
        nth += 1
    if nth < len(events):
        return Page(tuple(rows), Cursor(nth))
    grouped = {event.id for event in events}
    after = cursor.after
    while True:
        found = list_articles(library, ArticleQuery(after=after, limit=_PAGE))
        rest = [summary for summary in found if summary.event_id not in grouped]
        if rest and cursor.after is None and events:
            rows.append(left_out_head(count_left_out(library)))
        rows += _tagged(library, _listed(rest, badges))
        if len(found) < _PAGE:
            return Page(tuple(rows), None)
        after = found[-1].id
        if rest:
            return Page(tuple(rows), Cursor(nth, after))


def _event_rows(
    library: Library, event: EventSummary, badges: Mapping[str, OutletBadge]
) -> list[ListRow]:
    """Return an event's head, its dated articles from the newest on, then the others by outlet."""
    summaries = _event_articles(library, event.id)
    dated = [summary for summary in summaries if summary.published is not None]
    dated.sort(key=lambda s: s.published.iso if s.published else "", reverse=True)
    undated = [summary for summary in summaries if summary.published is None]
    undated.sort(key=lambda summary: summary.outlet.casefold())
    outlets = len({summary.outlet for summary in summaries if summary.outlet})
    rows: list[ListRow] = [EventHead(event.id, event.label, outlets, len(summaries), len(dated))]
    rows += _tagged(library, _listed(dated, badges))
    if dated and undated:
        note = f"{counted(len(undated), 'article', 'articles')}, by outlet"
        rows.append(PlainHead("Date not stated", note, is_small=True))
    return rows + _tagged(library, _listed(undated, badges))


def _event_articles(library: Library, event_id: str) -> list[ArticleSummary]:
    found: list[ArticleSummary] = []
    while True:
        after = found[-1].id if found else None
        query = ArticleQuery("event", event_id, after=after, limit=_OF_EVENT_AT_ONCE)
        some = list_articles(library, query)
        found += some
        if len(some) < _OF_EVENT_AT_ONCE:
            return found


@dataclass(frozen=True, slots=True)
class Flat:
    """A list without heads: what of, with which badges, and the words that are marked in it."""

    query: ArticleQuery
    badges: Mapping[str, OutletBadge]
    words: Words = ()


def flat_page(library: Library, flat: Flat, cursor: Cursor) -> Page:
    """Return the articles of a list that come after a cursor."""
    query = replace(flat.query, after=cursor.after, limit=_PAGE)
    found = list_articles(library, query)
    after = Cursor(0, found[-1].id) if len(found) == _PAGE else None
    return Page(tuple(_flat_rows(library, flat, found)), after)


def numbered_rows(library: Library, flat: Flat, numbers: Sequence[int]) -> list[ListRow]:
    """Return the rows of a long list by the numbers of its articles."""
    return _flat_rows(library, flat, list_numbered(library, numbers))


def _flat_rows(library: Library, flat: Flat, found: Sequence[ArticleSummary]) -> list[ListRow]:
    ids = [summary.id for summary in found]
    notes = _notes(library, flat.query.collection, found)
    snippets, tags = find_snippets(library, flat.words, ids), tags_of(library, ids)
    return [
        replace(
            row,
            note=notes.get(row.summary.id, ""),
            snippet=snippets.get(row.summary.id),
            tags=tags.get(row.summary.id, ()),
        )
        for row in _listed(found, flat.badges)
    ]


def _notes(library: Library, collection: str, found: Sequence[ArticleSummary]) -> dict[str, str]:
    """Return why articles stand in a collection, for those that hold articles for a reason."""
    if collection == "attention":
        return {summary.id: " ".join(summary.attention) for summary in found}
    kind = _KINDS.get(collection)
    if kind is None:
        return {}
    notes = list_copy_notes(library, kind, [summary.id for summary in found])
    return {article: " · ".join(note.text for note in each) for article, each in notes.items()}


def _listed(
    summaries: Sequence[ArticleSummary], badges: Mapping[str, OutletBadge]
) -> list[ListedArticle]:
    unknown = OutletBadge("", "–", -1)
    return [ListedArticle(summary, badges.get(summary.outlet, unknown)) for summary in summaries]


def _tagged(library: Library, rows: Sequence[ListedArticle]) -> list[ListedArticle]:
    tags = tags_of(library, [row.summary.id for row in rows])
    return [replace(row, tags=tags.get(row.summary.id, ())) for row in rows]
