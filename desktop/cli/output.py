"""How results are written to standard output: lines for people, ASCII JSON lines for programs."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Iterable, Iterator
from typing import Any, cast

import click

from desktop.core.model.analyses import Analysis, Rate
from desktop.core.model.articles import Article, Metadata, Published, Stated
from desktop.core.text.languages import language_name
from desktop.services.articles import ArticleSummary, SourceInfo
from desktop.services.progress import FileOutcome, FileStatus

# A spreadsheet would take cells that begin so for formulas.
_FORMULA = re.compile(r"[=+\-@\t\r]")
_FIELDS = ("title", "outlet", "authors", "published", "url", "language", "agency")


def write_json(record: dict[str, Any]) -> None:
    """Write one JSON line and flush it."""
    click.echo(json.dumps(record))


def write_line(line: str) -> None:
    """Write one line for people; what a terminal cannot show is replaced."""
    click.echo(os.fsencode(line).decode("utf-8", "replace"))


def write_csv(records: Iterable[dict[str, Any]]) -> None:
    """Write records as a table with a header; no cell can pass for a formula."""
    columns: list[str] = []
    for record in records:
        if not columns:
            columns = list(record)
            click.echo(_csv_line(columns), nl=False)
        click.echo(_csv_line([_cell(record[column]) for column in columns]), nl=False)


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
    published = article.published.iso if article.published else None
    if kind == "text":
        day = (published or "no date")[:10]
        write_line(f"{article.id}  {day:10}  {article.outlet or 'no outlet'}: {article.title}")
        return
    write_json(
        {
            "id": article.id,
            "title": article.title,
            "outlet": article.outlet or None,
            "published": published,
            "words": article.words,
            "analyzed": article.analyzed,
            "event": article.event_id,
            "attention": list(article.attention),
            "source_name": article.source_name,
        }
    )


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


def article_lines(article: Article, source: SourceInfo, analysis: Analysis) -> Iterator[str]:
    """Give all that is known of one article in words, then its text."""
    for name, stated in _known(article.metadata):
        words = _words(stated.value)
        origin = f" (from {stated.origin.value})" if words else ""
        yield f"{name + ':':12}{words or 'not stated'}{origin}"
    yield f"{'file:':12}{source.source_name}"
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


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value)
    return f"'{text}" if _FORMULA.match(text) else text


def _csv_line(cells: list[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()
