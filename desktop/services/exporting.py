"""Giving articles back: as lines, tables, references or a bundle, to a file or to a pipe."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, Self

import sqlalchemy as sa

from db.tables import ArticleRow
from desktop.services.articles import ArticleQuery, list_articles
from desktop.services.errors import CrosslightError
from desktop.services.export_formats import ArticleWriter, ExportFormat, JsonLinesWriter
from desktop.services.exports import export_articles
from desktop.services.files import written_whole
from desktop.services.libraries import Library
from desktop.services.progress import Progress
from desktop.services.sessions import read_session

_PAGE = 500
# A spreadsheet has no more rows, its head included.
_MOST_ROWS = 1_048_575
_WRITERS = {
    ExportFormat.CSV: ("desktop.services.export_tables", "CsvWriter"),
    ExportFormat.XLSX: ("desktop.services.export_tables", "XlsxWriter"),
    ExportFormat.RIS: ("desktop.services.export_citations", "RisWriter"),
    ExportFormat.BIBTEX: ("desktop.services.export_citations", "BibtexWriter"),
    ExportFormat.CSL: ("desktop.services.export_citations", "CslWriter"),
}


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """Which articles are exported: all, those of a list, or some by id."""

    query: ArticleQuery | None = None
    ids: tuple[str, ...] | None = None

    def to_plain(self) -> dict[str, Any]:
        """Return the choice as plain values for JSON."""
        query = self.query
        return {
            "query": [query.collection, query.value, query.text] if query else None,
            "ids": None if self.ids is None else list(self.ids),
        }

    @classmethod
    def from_plain(cls, values: Mapping[str, Any]) -> Self:
        """Return the choice that `to_plain` was asked of."""
        query, ids = values["query"], values["ids"]
        return cls(
            None if query is None else ArticleQuery(query[0], query[1], query[2]),
            None if ids is None else tuple(ids),
        )


ALL = ExportChoice()


def export_file(
    library: Library, target: Path, form: ExportFormat, choice: ExportChoice = ALL
) -> Iterator[Progress]:
    """Write articles to a file, which is there as a whole at the end or not at all.

    Raises:
        CrosslightError: The library cannot be read, or the file cannot be written.
    """
    try:
        with written_whole(target) as file:
            yield from write_export(library, file, form, choice)
    except OSError as error:
        raise CrosslightError(
            f"The export {target} cannot be written: {error.strerror or error}.",
            "Check the free space, and that you may write there.",
        ) from error


def write_export(
    library: Library, target: BinaryIO, form: ExportFormat, choice: ExportChoice = ALL
) -> Iterator[Progress]:
    """Write articles to an open file or pipe.

    Raises:
        CrosslightError: The library cannot be read, or holds more than the form can take.
        OSError: The target cannot be written.
    """
    ids = chosen_articles(library, choice)
    total = count_live(library) if ids is None else len(ids)
    if form is ExportFormat.XLSX and total > _MOST_ROWS:
        raise CrosslightError(
            "A workbook has no room for so many articles.", "Choose CSV, or fewer articles."
        )
    writer = _open_writer(library, target, form)
    for done, article in enumerate(export_articles(library, ids), start=1):
        writer.write(article)
        yield Progress(done, max(done, total), article.title)
    writer.close()


def chosen_articles(library: Library, choice: ExportChoice) -> tuple[str, ...] | None:
    """Return the ids of the articles to export; None are all of them.

    Raises:
        CrosslightError: There is no such collection, or the library cannot be read.
    """
    if choice.ids is not None:
        return choice.ids
    if choice.query is None:
        return None
    return tuple(_listed(library, choice.query))


def count_live(library: Library) -> int:
    """Return how many articles there are outside the trash."""
    with read_session(library) as session:
        live = sa.select(sa.func.count()).where(ArticleRow.trashed_at.is_(None))
        return session.scalar(live) or 0


def _listed(library: Library, query: ArticleQuery) -> Iterator[str]:
    after: str | None = None
    while True:
        page = list_articles(library, _page_of(query, after))
        yield from (article.id for article in page)
        if len(page) < _PAGE:
            return
        after = page[-1].id


def _page_of(query: ArticleQuery, after: str | None) -> ArticleQuery:
    return ArticleQuery(query.collection, query.value, query.text, after, _PAGE)


def _open_writer(library: Library, target: BinaryIO, form: ExportFormat) -> ArticleWriter:
    """Return the writer of a form; each is loaded when it is first needed."""
    if form is ExportFormat.JSONL:
        return JsonLinesWriter(target)
    if form is ExportFormat.BUNDLE:
        from desktop.services.export_bundle import BundleWriter  # noqa: PLC0415

        return BundleWriter(target, library)
    module, name = _WRITERS[form]
    writer: ArticleWriter = getattr(import_module(module), name)(target)
    return writer
