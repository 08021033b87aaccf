"""From a draft to an article: what its text states, joined with what its file and sidecar state."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from db.tables import ArticleRow
from desktop.core.model.articles import Metadata, Origin, Published, Stated
from desktop.core.text.agencies import find_agencies
from desktop.core.text.blocks import find_blocks
from desktop.core.text.languages import language_name, same_language
from desktop.core.text.metadata import find_metadata
from desktop.ingest.dates import is_future
from desktop.ingest.drafts import ArticleDraft, FileFacts, Marks, Paragraph, Remark
from desktop.ingest.texts import clean_line
from desktop.services.decision_log import now
from desktop.services.files import to_text
from desktop.services.ids import new_id
from desktop.services.metadata import provenance_of, to_published
from desktop.services.outlet_links import link_site
from desktop.services.outlets import find_or_enter
from desktop.services.settling import conflict_rows
from desktop.services.stated import (
    SURE,
    Entry,
    Statements,
    collect_statements,
    confidence_of,
    to_statement,
)

T = TypeVar("T")

UNTITLED = "Untitled"


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article that is ready to be stored."""

    text: str
    sha256: str
    title: str
    metadata: Metadata
    format: str
    source_name: str
    doubts: tuple[Remark, ...]
    paragraphs: tuple[Paragraph, ...] = ()
    updated: str | None = None
    section: str | None = None
    stated: Statements = field(default_factory=dict[str, list[Entry]])
    marks: Marks = field(default_factory=Marks)


def to_incoming(draft: ArticleDraft, sidecar: FileFacts, path: Path) -> Incoming:
    """Return a draft with all that is known of it; a sidecar goes before file, file before text."""
    file_title = sidecar.title or draft.facts.title
    blocks = find_blocks(draft.text, file_title)
    stated = find_metadata(draft.text, blocks)
    statements = collect_statements(stated, draft, sidecar, path)
    metadata = _weighed(_joined(stated, draft.facts, sidecar), statements)
    metadata = replace(metadata, agency=_agency(stated.agency, draft))
    return Incoming(
        text=draft.text,
        sha256=hashlib.sha256(draft.text.encode("utf-8")).hexdigest(),
        title=clean_line(metadata.title.value or "") or _first_line(draft.text) or UNTITLED,
        metadata=metadata,
        format=draft.format,
        source_name=clean_line(to_text(path.name)),
        doubts=(*draft.doubts, *_language_doubts(stated, metadata)),
        paragraphs=draft.paragraphs,
        updated=_past(sidecar.updated) or _past(draft.facts.updated),
        section=sidecar.section or draft.facts.section or None,
        stated=statements,
        marks=draft.marks,
    )


def _language_doubts(text: Metadata, known: Metadata) -> tuple[Remark, ...]:
    """Return a remark where the text is in another language than its page or sidecar says.

    What was stated stays as it is; the analysis follows the text.
    """
    found, stated = text.language.value or "", known.language.value or ""
    if not found or not stated or same_language(found, stated):
        return ()
    message = (
        f"The language is stated as {language_name(stated)}, and the text is in"
        f" {language_name(found)}."
    )
    return (Remark("other-language", message),)


def to_row(session: Session, incoming: Incoming, batch_id: str) -> ArticleRow:
    """Return a new row for an article; its outlet is entered where it is new.

    What its sources disagree about is written beside it.
    """
    known = incoming.metadata
    published = known.published.value
    outlet = find_or_enter(session, known.outlet.value) if known.outlet.value else None
    if outlet is not None and known.outlet.origin is Origin.FILE:
        link_site(session, outlet, known.url.value or "")
    row = ArticleRow(
        id=new_id(),
        text=incoming.text,
        sha256=incoming.sha256,
        title=incoming.title,
        outlet_id=outlet.id if outlet else None,
        authors=list(known.authors.value) if known.authors.value else None,
        published=published.iso if published else None,
        zone=published.zone if published else None,
        url=known.url.value or None,
        language=known.language.value or None,
        agency=known.agency.value or None,
        provenance={**provenance_of(known), **_origins(incoming)},
        format=incoming.format,
        source_name=incoming.source_name,
        batch_id=batch_id,
        added_at=now(),
        updated=incoming.updated,
        section=incoming.section,
        stated=incoming.stated or None,
    )
    session.add_all(conflict_rows(session, row, outlet.name if outlet else None))
    return row


def _origins(incoming: Incoming) -> dict[str, Any]:
    """Return where the fields come from that only the library knows."""
    values = {"updated": incoming.updated, "section": incoming.section}
    return {
        name: {"origin": incoming.stated[name][0]["origin"], "confidence": 0.9}
        for name, value in values.items()
        if value and incoming.stated.get(name)
    }


def _joined(text: Metadata, file: FileFacts, sidecar: FileFacts) -> Metadata:
    def choose(stated: Stated[T], in_file: T | None, in_sidecar: T | None) -> Stated[T]:
        return _chosen(stated, {Origin.SIDECAR: in_sidecar, Origin.FILE: in_file})

    return Metadata(
        title=choose(text.title, file.title, sidecar.title),
        outlet=choose(text.outlet, file.outlet, sidecar.outlet),
        authors=choose(text.authors, file.authors, sidecar.authors),
        published=choose(_not_ahead(text.published), _date(file), _date(sidecar)),
        url=choose(text.url, file.url, sidecar.url),
        language=choose(text.language, file.language, sidecar.language),
        agency=text.agency,
    )


def _weighed(known: Metadata, statements: Statements) -> Metadata:
    """Return metadata with what the file states weighed by its place and by what else is stated."""
    changes: dict[str, Any] = {}
    for name in ("title", "outlet", "authors", "published", "url", "language"):
        stated: Stated[Any] = getattr(known, name)
        if stated.origin is Origin.FILE and stated.value:
            value = to_statement(stated.value)
            changes[name] = replace(stated, confidence=confidence_of(statements, name, value))
    return replace(known, **changes)


def _agency(stated: Stated[str], draft: ArticleDraft) -> Stated[str]:
    """Return the agency that the text credits, or else the one that the page's byline names."""
    named = [each.value for each in draft.statements if each.field == "agency"]
    if stated.value or not named:
        return stated
    known = find_agencies(named[0])
    return Stated(known[0][0] if known else named[0], Origin.FILE, None, 0.8)


def _chosen(stated: Stated[T], others: Mapping[Origin, T | None]) -> Stated[T]:
    for origin, value in others.items():
        if not value:
            continue
        sure = stated.evidence is not None and stated.confidence >= SURE
        if origin is Origin.SIDECAR and sure and _same(stated.value, value):
            return stated
        return Stated(value, origin, None, 1.0)
    return stated if stated.value else Stated()


def _same(left: Any, right: Any) -> bool:  # noqa: ANN401
    if isinstance(left, str) and isinstance(right, str):
        return " ".join(left.split()).casefold() == " ".join(right.split()).casefold()
    return bool(left == right)


def _date(facts: FileFacts) -> Published | None:
    stated = to_published(facts.published) if facts.published else None
    return stated if stated and not is_future(stated.iso) else None


def _not_ahead(stated: Stated[Published]) -> Stated[Published]:
    return Stated() if stated.value and is_future(stated.value.iso) else stated


def _past(iso: str) -> str | None:
    stated = to_published(iso) if iso else None
    return stated.iso if stated and not is_future(stated.iso) else None


def _first_line(text: str) -> str:
    lines = (clean_line(line) for line in text.split("\n", 50))
    return next((line for line in lines if line), "")
