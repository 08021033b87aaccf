"""A bundle: one zip with everything of the articles, for people, programs and another library."""

from __future__ import annotations

import json
import re
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import IO, Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import (
    ArticleRow,
    DecisionRow,
    EventArticleRow,
    EventRow,
    NoteRow,
    OutletAliasRow,
    OutletRow,
)
from desktop.services.analyses import get_analyzed
from desktop.services.decision_log import now
from desktop.services.exports import ExportedArticle
from desktop.services.language import analysis_record
from desktop.services.libraries import Library
from desktop.services.sessions import read_session

MANIFEST = "crosslight-bundle.json"
VERSION = 1
_NOT_A_NAME = re.compile(r"[^a-z0-9]+")
_README = """This is a bundle of articles from Crosslight.

articles.jsonl   every article with all that is known of it, one JSON object a line
texts/           the texts alone, each with a file that states its title, outlet and date
analysis/        what was found in each article; offsets are code points of its text
events.jsonl     the events and their articles
decisions.jsonl  what was corrected, judged and changed, in order
notes.jsonl      notes on articles and events
outlets.jsonl    the outlets with the other names they go by

Add the bundle to another library as it is, or unpack it and add the folder "texts".
"""

Record = dict[str, Any]


class BundleWriter:
    """Writes a bundle; texts and analyses go in one by one, the lists at the end."""

    def __init__(self, target: IO[bytes], library: Library) -> None:
        self._library = library
        self._zip = zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6)
        self._lines: list[bytes] = []
        self._ids: list[str] = []

    def write(self, article: ExportedArticle) -> None:
        """Write an article's text, sidecar and analysis; its line waits for the end."""
        self._ids.append(article.id)
        name = f"{len(self._ids):06}-{_plain(article.title)}"
        self._zip.writestr(f"texts/{name}.txt", article.text.encode())
        self._add(f"texts/{name}.txt.meta.json", _sidecar(article))
        found = get_analyzed(self._library, article.id)
        self._add(f"analysis/{name}.json", analysis_record(found.article, found.analysis))
        self._lines.append(_line({**asdict(article), "file": f"texts/{name}.txt"}))

    def close(self) -> None:
        """Write the lists and the table of contents; the target stays open."""
        self._zip.writestr("articles.jsonl", b"".join(self._lines))
        with read_session(self._library) as session:
            lists = {
                "events": list(_events(session, frozenset(self._ids))),
                "decisions": list(_decisions(session, frozenset(self._ids))),
                "notes": list(_notes(session)),
                "outlets": list(_outlets(session)),
            }
        for name, records in lists.items():
            self._zip.writestr(f"{name}.jsonl", b"".join(map(_line, records)))
        counts = {"articles": len(self._ids), **{name: len(each) for name, each in lists.items()}}
        self._zip.writestr("README.txt", _README.encode())
        self._add(
            MANIFEST,
            {
                "format": "crosslight-bundle",
                "version": VERSION,
                "made": now(),
                "library": self._library.name,
                "counts": counts,
            },
        )
        self._zip.close()

    def _add(self, name: str, record: Mapping[str, Any]) -> None:
        text = json.dumps(record, ensure_ascii=False, indent=1)
        self._zip.writestr(name, text.encode("utf-8", "replace"))


def _sidecar(article: ExportedArticle) -> Record:
    stated: Record = {
        "title": article.title,
        "outlet": article.outlet,
        "authors": list(article.authors),
        "published": article.published,
        "updated": article.updated,
        "url": article.url,
        "language": article.language,
        "section": article.section,
        "tags": list(article.tags),
        "importance": article.importance,
        "source_name": article.source_name,
    }
    return {name: value for name, value in stated.items() if value}


def _events(session: Session, ids: frozenset[str]) -> Iterator[Record]:
    query = (
        sa.select(EventRow.id, EventRow.label, EventRow.user_label, EventArticleRow.article_id)
        .join(EventArticleRow, EventArticleRow.event_id == EventRow.id)
        .join(ArticleRow, ArticleRow.id == EventArticleRow.article_id)
        .order_by(EventRow.created_at, EventRow.id, ArticleRow.number)
    )
    events: dict[str, Record] = {}
    for event_id, label, chosen, article_id in session.execute(query):
        if article_id in ids:
            event = {"id": event_id, "label": chosen or label, "articles": list[str]()}
            events.setdefault(event_id, event)["articles"].append(article_id)
    yield from events.values()


def _decisions(session: Session, ids: frozenset[str]) -> Iterator[Record]:
    """Give the decisions on the articles, and those on no article alone."""
    for row in session.scalars(sa.select(DecisionRow).order_by(DecisionRow.id)):
        if row.article_id is None or row.article_id in ids:
            yield {
                "number": row.id,
                "kind": row.kind,
                "label": row.label,
                "article": row.article_id,
                "data": row.data,
                "made_at": row.made_at,
                "undone": row.undone,
            }


def _notes(session: Session) -> Iterator[Record]:
    """Give the notes on events; those on articles stand with them."""
    query = sa.select(NoteRow).where(NoteRow.event_id.is_not(None)).order_by(NoteRow.made_at)
    for row in session.scalars(query):
        yield {"event": row.event_id, "text": row.text, "made_at": row.made_at}


def _outlets(session: Session) -> Iterator[Record]:
    names: dict[int, list[str]] = {}
    for outlet_id, name in session.execute(
        sa.select(OutletAliasRow.outlet_id, OutletAliasRow.name).order_by(OutletAliasRow.key)
    ):
        names.setdefault(outlet_id, []).append(name)
    for row in session.scalars(sa.select(OutletRow).order_by(OutletRow.slot)):
        yield {"name": row.name, "aliases": names.get(row.id, [])}


def _line(record: Mapping[str, Any]) -> bytes:
    return json.dumps(record).encode("ascii") + b"\n"


def _plain(title: str) -> str:
    """Return the beginning of a title as part of a file's name that every system takes."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return _NOT_A_NAME.sub("-", letters)[:48].strip("-") or "article"
