"""How results are written to standard output: lines for people, ASCII JSON lines for programs."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from typing import Any, cast

import click

from desktop.core.model.analyses import Analysis, Rate
from desktop.core.model.articles import Article, Metadata, Published, Stated
from desktop.core.text.languages import language_name
from desktop.services.articles import ArticleSummary, SourceInfo
from desktop.services.progress import FileOutcome, FileStatus
from desktop.services.snippets import Snippet

_FIELDS = ("title", "outlet", "authors", "published", "url", "language", "agency")


def write_json(record: dict[str, Any]) -> None:
    """Write one JSON line and flush it."""
    click.echo(json.dumps(record))


def write_line(line: str) -> None:
    """Write one line for people; what a terminal cannot show is replaced."""
    click.echo(os.fsencode(line).decode("utf-8", "replace"))


def outcome_record(outcome: FileOutcome) -> dict[str, Any]:
    """Return what became of a file as the import's line."""
    error = outcome.error
    return {
        "path": outcome.path,
        "status": outcome.status.value,
        "articles": [{"id": ref.id, "title": ref.title} for ref in outcome.articles],
        "error": {"code": error.code, "message": error.message} if error else None,
    }


def outcome_line(outcome: FileOutcome) -> str:
    """Return what became of a file in words."""
    words = {
        FileStatus.IMPORTED: "restored from the trash" if outcome.restored else "added",
        FileStatus.DUPLICATE: "in the library already",
        FileStatus.ATTENTION: "added, to look over",
        FileStatus.REJECTED: "not read",
    }
    message = f": {outcome.error.message}" if outcome.error else ""
    return f"{outcome.path}: {words[outcome.status]}{message}"


def write_article(article: ArticleSummary, kind: str) -> None:
    """Write an article of a list."""
    if kind == "text":
        write_line(_listed_line(article))
    else:
        write_json(_listed_record(article))


def write_hit(article: ArticleSummary, snippet: Snippet | None, kind: str) -> None:
    """Write an article of a search, with the words around the first hit in its text."""
    if kind != "text":
        write_json({**_listed_record(article), "snippet": snippet.text if snippet else ""})
        return
    write_line(_listed_line(article))
    if snippet is not None and snippet.text:
        write_line(f"{'':38}{snippet.text}")


def write_count(articles: int, kind: str) -> None:
    """Write how many articles were found."""
    if kind == "jsonl":
        write_json({"articles": articles})
    else:
        write_line("1 article" if articles == 1 else f"{articles} articles")


def _listed_line(article: ArticleSummary) -> str:
    day = (article.published.iso if article.published else "no date")[:10]
    return f"{article.id}  {day:10}  {article.outlet or 'no outlet'}: {article.title}"


def _listed_record(article: ArticleSummary) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet or None,
        "published": article.published.iso if article.published else None,
        "words": article.words,
        "analyzed": article.analyzed,
        "event": article.event_id,
        "attention": list(article.attention),
        "source_name": article.source_name,
        "importance": article.importance,
    }


def article_record(article: Article, source: SourceInfo, analysis: Analysis) -> dict[str, Any]:
    """Return all that is known of one article."""
    return {
        "id": article.id,
        "metadata": {name: _stated(stated) for name, stated in _known(article.metadata)},
        "source_name": source.source_name,
        "format": source.format,
        "sha256": source.sha256,
        "added": source.added,
        "words": analysis.ledger.total,
        "own": _rate(analysis.own.loaded),
        "quoted": _rate(analysis.quoted.loaded),
        "text": article.text,
    }


def article_lines(
    article: Article, source: SourceInfo, analysis: Analysis, also: Iterable[str] = ()
) -> Iterator[str]:
    """Give all that is known of one article in words, what `also` is stated, then its text."""
    for name, stated in _known(article.metadata):
        words = _words(stated.value)
        origin = f" (from {stated.origin.value})" if words else ""
        yield f"{name + ':':12}{words or 'not stated'}{origin}"
    yield f"{'file:':12}{source.source_name}"
    yield from also
    for voice, rate in (("own", analysis.own.loaded), ("quoted", analysis.quoted.loaded)):
        figure = _no_rate(rate) if rate.value is None else f"{rate.value:.1f} per 100"
        yield f"{voice + ' voice:':14}{rate.count} loaded wordings in {rate.words} words, {figure}"
    yield ""
    yield article.text


def _no_rate(rate: Rate) -> str:
    if rate.language:
        return f"not scored: text in {language_name(rate.language)}"
    return "too few words for a rate"


def _known(metadata: Metadata) -> Iterator[tuple[str, Stated[Any]]]:
    for name in _FIELDS:
        yield name, getattr(metadata, name)


def _stated(stated: Stated[Any]) -> dict[str, Any]:
    value, span = stated.value, stated.evidence
    return {
        "value": value.iso if isinstance(value, Published) else value,
        "origin": stated.origin.value,
        "evidence": [span.start, span.end] if span else None,
        "confidence": stated.confidence,
    }


def _words(value: object) -> str:
    if isinstance(value, Published):
        return value.iso
    if isinstance(value, tuple):
        return ", ".join(cast("tuple[str, ...]", value))
    return value if isinstance(value, str) else ""


def _rate(rate: Rate) -> dict[str, Any]:
    return {
        "per_100_words": rate.value,
        "count": rate.count,
        "words": rate.words,
        "low": rate.low,
        "high": rate.high,
        **({"language": rate.language} if rate.language else {}),
    }
