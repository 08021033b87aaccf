"""One more article in a library of many: how long it takes to find its event.

The library is made in a temporary folder, with all that a grouping of its articles would have kept;
grouping them is measured elsewhere. Times are those of a clock on the wall, commits to the disk
included, and of the processor beside them: where other programs take the processor, the two part.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import sqlalchemy as sa

from db.tables import ArticleRow, ImportBatchRow
from desktop.core.events.days import find_moment
from desktop.core.events.vectors import to_vectors
from desktop.core.model.articles import Article
from desktop.services.event_rows import read_state, remember_grouping
from desktop.services.event_signatures import MANY_ARTICLES, add_signatures
from desktop.services.events import group_library, is_grouped
from desktop.services.lexicons import load_lexicons
from desktop.services.libraries import Library, open_library
from desktop.services.sessions import write_session
from tests.bench.articles import make_articles

NEW_ARTICLES = 15
_AT_ONCE = 1000
_BATCH = "00000000-0000-7000-8000-000000000000"


def place_one(articles: int) -> tuple[float, float]:
    """Return what one more article takes in a library of so many: seconds on the wall and of CPU.

    Both are the median over some articles of events that the library holds.
    """
    made = make_articles(max(articles, MANY_ARTICLES) + NEW_ARTICLES)
    with TemporaryDirectory() as folder:
        library = open_library(Path(folder) / "Many.crosslight", create=True)
        _fill(library, made[NEW_ARTICLES:])
        took = [_add(library, article) for article in made[:NEW_ARTICLES]]
        library.close()
    return median(wall for wall, _ in took), median(cpu for _, cpu in took)


def _add(library: Library, article: Article) -> tuple[float, float]:
    with write_session(library) as session:
        session.execute(sa.insert(ArticleRow), [_row(article)])
    wall, cpu = time.perf_counter(), time.process_time()
    if not is_grouped(library):
        for _step in group_library(library):
            pass
    return time.perf_counter() - wall, time.process_time() - cpu


def _fill(library: Library, articles: Sequence[Article]) -> None:
    """Store articles and what they are grouped by, and say that they have been grouped."""
    lexicons = load_lexicons()
    with write_session(library) as session:
        session.add(ImportBatchRow(id=_BATCH, started_at="2024-01-01T00:00:00+00:00"))
    for some in _parts(articles):
        vectors = to_vectors(some, lexicons)
        with write_session(library) as session:
            session.execute(sa.insert(ArticleRow), [_row(article) for article in some])
            add_signatures(
                session,
                (
                    (article.id, vector, find_moment(article))
                    for article, vector in zip(some, vectors, strict=True)
                ),
            )
    with write_session(library) as session:
        last = session.scalar(sa.select(sa.func.max(ArticleRow.number))) or 0
        remember_grouping(session, last, read_state(session).whole)


def _parts(articles: Sequence[Article]) -> Iterator[Sequence[Article]]:
    for start in range(0, len(articles), _AT_ONCE):
        yield articles[start : start + _AT_ONCE]


def _row(article: Article) -> dict[str, Any]:
    published = article.metadata.published.value
    origin = {"origin": "file", "start": None, "end": None, "confidence": 1.0}
    return {
        "id": article.id,
        "text": article.text,
        "sha256": "0" * 64,
        "seal": "",
        "title": article.title,
        "outlet_id": None,
        "authors": None,
        "published": published.iso if published else None,
        "zone": None,
        "url": None,
        "language": "en",
        "agency": None,
        "provenance": {"title": origin, "published": origin},
        "format": "txt",
        "source_name": "made up",
        "batch_id": _BATCH,
        "added_at": "2024-01-01T00:00:00+00:00",
    }
