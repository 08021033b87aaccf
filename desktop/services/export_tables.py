"""Tables of articles: comma-separated values, and workbooks that every spreadsheet opens."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import fields
from typing import IO, Any

import xlsxwriter  # pyright: ignore[reportMissingTypeStubs]

from desktop.services.export_formats import disarmed, is_formula, to_cells, without_controls
from desktop.services.exports import ExportedArticle

COLUMNS = tuple(field.name for field in fields(ExportedArticle))
# A cell holds so many units of UTF-16; a part of a text fits even if each letter takes two.
_MOST_CELL = 32_767
_PART = 16_000
_WIDTHS = {"id": 12, "title": 60, "outlet": 24, "authors": 24, "published": 18, "text": 60}
_MORE = ("id", "part", "text")


class CsvWriter:
    """Comma-separated values in UTF-8, with a header; no cell can pass for a formula."""

    def __init__(self, target: IO[bytes]) -> None:
        self._target = target
        self._write_row(COLUMNS)

    def write(self, article: ExportedArticle) -> None:
        """Write an article."""
        cells = to_cells(article)
        self._write_row([disarmed(cells[column]) for column in COLUMNS])

    def close(self) -> None:
        """Write nothing more."""

    def _write_row(self, cells: Sequence[str]) -> None:
        line = io.StringIO()
        csv.writer(line).writerow(cells)
        self._target.write(line.getvalue().encode())


class XlsxWriter:
    """A workbook: a row an article, and a second sheet for the texts that no cell can hold."""

    def __init__(self, target: IO[bytes]) -> None:
        self._book: Any = xlsxwriter.Workbook(
            target,
            {
                "constant_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        head = self._book.add_format({"bold": True, "bottom": 1})
        # The mark of a text: it stays one where the cell is edited or saved in another form.
        self._quoted = self._book.add_format({"quote_prefix": True})
        self._articles = self._book.add_worksheet("Articles")
        self._more = self._book.add_worksheet("Long texts")
        self._row = self._more_row = 0
        for sheet, columns in ((self._articles, COLUMNS), (self._more, _MORE)):
            sheet.freeze_panes(1, 0)
            for at, column in enumerate(columns):
                sheet.set_column(at, at, _WIDTHS.get(column, 14))
                sheet.write_string(0, at, column, head)

    def write(self, article: ExportedArticle) -> None:
        """Write an article."""
        self._row += 1
        for at, (column, cell) in enumerate(to_cells(article).items()):
            if column == "importance" and cell:
                self._articles.write_number(self._row, at, int(cell))
            else:
                self._write_cell(
                    self._articles, self._row, at, cell if _fits(cell) else cell[:_PART]
                )
        if not _fits(article.text):
            self._write_more(article)

    def close(self) -> None:
        """Write the workbook; the target stays open."""
        self._book.close()

    def _write_more(self, article: ExportedArticle) -> None:
        starts = range(0, len(article.text), _PART)
        for part, start in enumerate(starts, start=1):
            self._more_row += 1
            self._write_cell(self._more, self._more_row, 0, article.id)
            self._more.write_number(self._more_row, 1, part)
            cut = article.text[start : start + _PART]
            self._write_cell(self._more, self._more_row, 2, cut)

    def _write_cell(self, sheet: Any, row: int, column: int, cell: str) -> None:  # noqa: ANN401
        if cell:
            plain = without_controls(cell)
            sheet.write_string(row, column, plain, self._quoted if is_formula(plain) else None)


def _fits(cell: str) -> bool:
    return len(cell.encode("utf-16-le")) // 2 <= _MOST_CELL
