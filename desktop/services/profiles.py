"""Outlet profiles: how the outlets of a library differ from the others over its events."""

from __future__ import annotations

from typing import Any

from desktop.core.alignment.wire import find_reprints
from desktop.core.framing.profile import LEAST_EVENTS, measure_article, profile_outlets
from desktop.core.model.profiles import UNITS, ArticleMeasures, OutletProfile, ProfileRow
from desktop.services.analyses import read_analyzed
from desktop.services.articles import read_articles
from desktop.services.errors import CrosslightError
from desktop.services.event_rows import event_articles
from desktop.services.events import list_events
from desktop.services.libraries import Library
from desktop.services.sessions import read_session

Record = dict[str, Any]


def profile_library(library: Library, outlet: str | None = None) -> tuple[OutletProfile, ...]:
    """Return the profiles of the outlets of a library, or that of one, with corrections applied.

    A text that several outlets print, as they do an agency's, is nobody's own wording: it is left
    out.

    Raises:
        CrosslightError: The outlet shares no event with another one.
    """
    wanted = None if outlet is None else outlet.casefold()
    articles: list[ArticleMeasures] = []
    for event in list_events(library):
        # Events of others say nothing of an outlet, and to read them all may take minutes.
        is_wanted = wanted is None or wanted in map(str.casefold, event.outlets)
        if is_wanted and len(event.outlets) > 1:
            articles += _measure_event(library, event.id)
    profiles = profile_outlets(articles)
    if wanted is None:
        return profiles
    found = tuple(each for each in profiles if each.outlet.casefold() == wanted)
    if not found:
        raise CrosslightError(
            f"“{outlet}” shares no event with another outlet.",
            "`crosslight profile` lists the outlets that do.",
        )
    return found


def _measure_event(library: Library, event_id: str) -> list[ArticleMeasures]:
    with read_session(library) as session:
        read = read_analyzed(session, read_articles(session, event_articles(session, event_id)))
    articles, analyses = [each.article for each in read], [each.analysis for each in read]
    outlets = {article.id: article.outlet for article in articles}
    printed = {
        article
        for group in find_reprints(articles, analyses)
        if len({outlets[each] for each in group}) > 1
        for article in group
    }
    return [
        ArticleMeasures(event_id, article.outlet, measure_article(article, analysis))
        for article, analysis in zip(articles, analyses, strict=True)
        if article.id not in printed
    ]


def profile_record(profile: OutletProfile) -> Record:
    """Return a profile as `crosslight profile --format json` writes it."""
    return {
        "outlet": profile.outlet,
        "events": profile.events,
        "least_events": LEAST_EVENTS,
        "measures": [_row_record(row) for row in profile.rows],
    }


def _row_record(row: ProfileRow) -> Record:
    return {
        "measure": row.measure,
        "unit": UNITS[row.measure],
        "mean": _rounded(row.mean),
        "low": _rounded(row.low),
        "high": _rounded(row.high),
        "reason": row.reason or None,
        "events": [
            {
                "event": each.event,
                "value": _rounded(each.value),
                "others": _rounded(each.others),
            }
            for each in row.events
        ],
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
