"""Lists, searches and counts of a library as it grows: how long the first page of each takes.

One library is filled step by step in a temporary folder and measured at four sizes. Its articles
are made up, with outlets, events, tags and rates; figures are CPU milliseconds, the best of a few.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import sqlalchemy as sa

from db.tables import (
    ArticleRow,
    ArticleTagRow,
    EventArticleRow,
    EventRow,
    FileOutcomeRow,
    ImportBatchRow,
    OutletRow,
    TagRow,
)
from desktop.core.model.articles import Article
from desktop.services.articles import ArticleQuery, count_articles, count_matches, list_articles
from desktop.services.events import list_events
from desktop.services.finding import Order
from desktop.services.ids import new_id
from desktop.services.libraries import Library, open_library
from desktop.services.sessions import write_session
from tests.bench.articles import OUTLETS, make_articles

LISTED = (12_500, 25_000, 50_000, 100_000)
_BATCH = "00000000-0000-7000-8000-000000000001"
_AT_ONCE, _TAGS, _RUNS = 2_500, 6, 5
_MOMENT = "2024-01-01T00:00:00+00:00"
# A word of half of the articles, one of few, words in a row, and all that can be joined.
_COMMON, _RARE, _ROW = "council", "zelensky", '"harbor bridge"'
_JOINED = "council -police outlet:lantern importance:1.."


def measure_lists(sizes: Sequence[int] = LISTED) -> Iterator[tuple[int, str, float, str]]:
    """Yield size, what was done, the milliseconds that it took, and its goal at 100,000."""
    with TemporaryDirectory() as folder:
        library = open_library(Path(folder) / "Listed.crosslight", create=True)
        filled = 0
        for size in sizes:
            fill(library, size - filled, seed=filled)
            filled = size
            yield size, "kilobytes of the library an article", _kilobytes(library, size), ""
            for what, (work, goal) in _works(library).items():
                yield size, what, _best_ms(work), goal
        library.close()


def fill(library: Library, count: int, seed: int) -> None:
    """Add so many made-up articles with all that lists and counts ask for."""
    random = Random(seed)  # noqa: S311
    _enter_names(library)
    for start in range(0, count, _AT_ONCE):
        some = make_articles(min(_AT_ONCE, count - start), seed + start + 1)
        _store(library, some, random)


def _works(library: Library) -> Mapping[str, tuple[Callable[[], object], str]]:
    def page(order: Order, text: str = "", *, collection: str = "all") -> Callable[[], object]:
        query = ArticleQuery(
            collection, text=text, order=order, is_descending=True, is_finished=True
        )
        return partial(list_articles, library, query)

    counted = ArticleQuery(text=_COMMON, is_finished=True)
    return {
        "first page by date": (page(Order.DATE), "10"),
        "first page by title": (page(Order.TITLE), "10"),
        "first page by loadedness": (page(Order.LOADED), "10"),
        "first page of what needs attention": (page(Order.DATE, collection="attention"), ""),
        "a common word by date": (page(Order.DATE, _COMMON), "10"),
        "a rare word by date": (page(Order.DATE, _RARE), "10"),
        "words in a row by date": (page(Order.DATE, _ROW), "10"),
        "words and fields by date": (page(Order.DATE, _JOINED), "10"),
        "a common word by relevance": (page(Order.RELEVANCE, _COMMON), "150"),
        "words in a row by relevance": (page(Order.RELEVANCE, _ROW), "150"),
        "the hits of a common word counted": (partial(count_matches, library, counted), ""),
        "all collections counted": (partial(count_articles, library), ""),
        "all events listed": (partial(list_events, library), ""),
    }


def _best_ms(work: Callable[[], object]) -> float:
    best = float("inf")
    for _run in range(_RUNS):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return 1000 * best


def _kilobytes(library: Library, articles: int) -> float:
    with library.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        size = connection.exec_driver_sql("PRAGMA page_size").scalar_one()
    return pages * size / 1000 / articles


def _enter_names(library: Library) -> None:
    with write_session(library) as session:
        if session.get(ImportBatchRow, _BATCH) is None:
            session.add(ImportBatchRow(id=_BATCH, started_at=_MOMENT))
            for nth, name in enumerate(OUTLETS):
                session.add(OutletRow(id=nth + 1, name=name, key=name.casefold(), slot=nth))
            for nth in range(_TAGS):
                session.add(TagRow(id=nth + 1, key=f"tag {nth}", name=f"Tag {nth}"))


def _store(library: Library, articles: Sequence[Article], random: Random) -> None:
    events: dict[str, str] = {}
    rows = [_row(article, random) for article in articles]
    ids = [row["id"] for row in rows]
    places: list[dict[str, Any]] = []
    for article, article_id in zip(articles, ids, strict=True):
        event = events.setdefault(article.id.partition("-")[0], new_id())
        places.append({"article_id": article_id, "event_id": event, "likeness": random.random()})
    outcome = {"batch_id": _BATCH, "status": "imported", "code": None, "message": None}
    with write_session(library) as session:
        session.execute(sa.insert(ArticleRow), rows)
        session.execute(
            sa.insert(FileOutcomeRow),
            [{**outcome, "path": f"/made/up/{each}.txt", "articles": [each]} for each in ids],
        )
        session.execute(sa.insert(EventRow), [_event(each) for each in events.values()])
        session.execute(sa.insert(EventArticleRow), places)
        tagged = [each for each in ids if random.random() < 0.6]
        session.execute(
            sa.insert(ArticleTagRow),
            [{"tag_id": random.randint(1, _TAGS), "article_id": each} for each in tagged],
        )


def _event(event_id: str) -> dict[str, Any]:
    label = f"Event {event_id[-6:]}"
    return {"id": event_id, "label": label, "user_label": None, "links": b"", "created_at": _MOMENT}


def _row(article: Article, random: Random) -> dict[str, Any]:
    published, outlet = article.metadata.published.value, article.outlet
    origin = {"origin": "file", "confidence": 1.0}
    rate = [random.random(), 7, 300, 0.0, 5.0]
    return {
        "id": new_id(), "text": article.text, "sha256": f"{random.getrandbits(256):064x}",
        "seal": "", "title": article.title, "authors": ["Ann Lee"], "zone": None, "url": None,
        "outlet_id": OUTLETS.index(outlet) + 1 if random.random() < 0.97 else None,
        "published": published.iso if published and random.random() < 0.9 else None,
        "language": "en", "agency": None, "format": "txt", "source_name": "made up",
        "provenance": {"title": origin, "outlet": origin, "published": origin},
        "batch_id": _BATCH, "added_at": _MOMENT,
        "trashed_at": _MOMENT if random.random() < 0.01 else None,
        "importance": random.choice((0, 0, 0, 1, 2, 3)), "words": 550, "summary_key": "made up",
        "own_rate": 5 * random.random(), "own_tone": random.random() - 0.5,
        "rates": dict.fromkeys(("own", "quoted", "own_tone", "quoted_tone"), rate),
    }  # fmt: skip
