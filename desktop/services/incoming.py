"""From a draft to an article: what its text states, joined with what its file and sidecar state."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from db.tables import ArticleRow
from desktop.core.model.articles import Metadata, Origin, Published, Stated
from desktop.core.text.blocks import find_blocks
from desktop.core.text.languages import language_name, same_language
from desktop.core.text.metadata import find_metadata
from desktop.ingest.drafts import ArticleDraft, FileFacts, Remark
from desktop.ingest.texts import clean_line
from desktop.services.decision_log import now
from desktop.services.files import to_text
from desktop.services.ids import new_id
from desktop.services.metadata import provenance_of, to_published
from desktop.services.outlets import find_or_enter

T = TypeVar("T")

# The text's own statement stands beside an agreeing sidecar only where it is this sure.
SURE = 0.6
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


def to_incoming(draft: ArticleDraft, sidecar: FileFacts, path: Path) -> Incoming:
    """Return a draft with all that is known of it; a sidecar goes before file, file before text."""
    file_title = sidecar.title or draft.facts.title
    blocks = find_blocks(draft.text, file_title)
    stated = find_metadata(draft.text, blocks)
    metadata = _joined(stated, draft.facts, sidecar)
    return Incoming(
        text=draft.text,
        sha256=hashlib.sha256(draft.text.encode("utf-8")).hexdigest(),
        title=clean_line(metadata.title.value or "") or _first_line(draft.text) or UNTITLED,
        metadata=metadata,
        format=draft.format,
        source_name=clean_line(to_text(path.name)),
        doubts=(*draft.doubts, *_language_doubts(stated, metadata)),
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
    """Return a new row for an article; its outlet is entered where it is new."""
    known = incoming.metadata
    outlet, published = known.outlet.value, known.published.value
    return ArticleRow(
        id=new_id(),
        text=incoming.text,
        sha256=incoming.sha256,
        title=incoming.title,
        outlet_id=find_or_enter(session, outlet).id if outlet else None,
        authors=list(known.authors.value) if known.authors.value else None,
        published=published.iso if published else None,
        zone=published.zone if published else None,
        url=known.url.value or None,
        language=known.language.value or None,
        agency=known.agency.value or None,
        provenance=provenance_of(known),
        format=incoming.format,
        source_name=incoming.source_name,
        batch_id=batch_id,
        added_at=now(),
    )


def _joined(text: Metadata, file: FileFacts, sidecar: FileFacts) -> Metadata:
    def choose(stated: Stated[T], in_file: T | None, in_sidecar: T | None) -> Stated[T]:
        return _chosen(stated, {Origin.SIDECAR: in_sidecar, Origin.FILE: in_file})

    return Metadata(
        title=choose(text.title, file.title, sidecar.title),
        outlet=choose(text.outlet, file.outlet, sidecar.outlet),
        authors=choose(text.authors, file.authors, sidecar.authors),
        published=choose(text.published, _date(file), _date(sidecar)),
        url=choose(text.url, file.url, sidecar.url),
        language=choose(text.language, file.language, sidecar.language),
        agency=text.agency,
    )


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
    return to_published(facts.published) if facts.published else None


def _first_line(text: str) -> str:
    lines = (clean_line(line) for line in text.split("\n", 50))
    return next((line for line in lines if line), "")
