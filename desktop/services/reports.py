"""The comparison report of an event: what is printed, and the hash that names its settings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from desktop.core.analysis.articles import ENGINE_VERSION
from desktop.core.model.analyses import Analysis
from desktop.core.model.details import Details
from desktop.core.model.judgments import Judgment
from desktop.services.event_details import make_details
from desktop.services.lexicons import load_lexicons
from desktop.services.views import EventView


@dataclass(frozen=True, slots=True)
class Report:
    """A comparison report, ready to be laid out; `made` is a moment in UTC."""

    view: EventView
    settings: str
    made: datetime
    details: Details


def build_report(view: EventView) -> Report:
    """Return the report of an event as it stands with the user's corrections."""
    return Report(view, settings_hash(view), datetime.now(UTC), make_details(view))


def settings_hash(view: EventView) -> str:
    """Return eight hex digits that change with the texts, the versions or a correction."""
    digest = hashlib.sha256("\n".join(_settings(view)).encode()).hexdigest()
    return f"{digest[:4]}-{digest[4:8]}"


def _settings(view: EventView) -> Iterator[str]:
    yield ENGINE_VERSION
    yield load_lexicons().version
    for article, analysis in zip(view.articles, view.analyses, strict=True):
        yield text_hash(article.text)
        yield from (f"{block.span.start} {block.scored}" for block in analysis.blocks)
        ignored = (found.span for found in analysis.loaded if found.ignored)
        yield from (f"ignored {span.start} {span.end}" for span in ignored)
        yield from _statements(analysis)
    yield from map(repr, _without_numbers(view))


def _statements(analysis: Analysis) -> Iterator[str]:
    for found in analysis.loaded:
        if found.by_user:
            yield f"marked {found.span.start} {found.span.end} {found.category} {found.weight}"
    for one in analysis.stated:
        yield f"voice {one.span.start} {one.span.end} {one.voice} {one.speaker}"


def _without_numbers(view: EventView) -> Iterator[Judgment]:
    # Undone and decided again, a judgment has another number and says the same.
    return (replace(judgment, number=0) for judgment in view.judgments)


def text_hash(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, in hex digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
