"""Reads tables (CSV): a heading that names the columns, and an article a row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from desktop.ingest.drafts import Reading, UnreadableFileError
from desktop.ingest.gathering import Gathering
from desktop.ingest.record_fields import gather_records, known_fields, plain_name
from desktop.ingest.sniffing import Format
from desktop.ingest.texts import decode

_MOST_CELL = 30_000_000
_MOST_COLUMNS = 20_000
_MARKS = ",;\t|"
_NO_TEXT = UnreadableFileError(
    "no-article",
    "No row of the table has a text; name a column text, with the article in it, and add it again.",
)
# What this program writes before a cell that a spreadsheet would run.
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_OWN = {"id", "sha256"}


def read_table(data: bytes) -> Reading:
    """Return the articles of a table; rows without a text are left out.

    Raises:
        UnreadableFileError: No column is named as a text is, or no row has one.
    """
    decoded = decode(data)
    gathering = Gathering("row", "rows")
    if decoded.doubt:
        gathering.remark(decoded.doubt)
    gather_records(gathering, _rows(decoded.text), Format.TABLE, "column")
    return gathering.reading(_NO_TEXT)


def _rows(text: str) -> Iterator[dict[str, object]]:
    """Give each row that is not empty, by the names of its columns."""
    csv.field_size_limit(_MOST_CELL)
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=_mark(text))
    try:
        columns = [name.strip() for name in next(reader, list[str]())]
        if len(columns) > _MOST_COLUMNS or not _names_a_text(columns):
            raise _NO_TEXT
        is_own = set(columns) >= _OWN
        for cells in reader:
            if not any(cells):
                continue
            row: dict[str, object] = {}
            for name, cell in zip(columns, cells, strict=False):
                row[name] = row.get(name) or (_unguarded(cell) if is_own else cell)
            yield row
    except csv.Error as error:
        raise UnreadableFileError(
            "damaged", "The table is damaged and cannot be read; save it again and add that."
        ) from error


def _mark(text: str) -> str:
    first = text.lstrip("\ufeff\r\n").partition("\n")[0][:100_000]
    return max(_MARKS, key=first.count)


def _names_a_text(columns: list[str]) -> bool:
    named = {plain_name(name) for name in columns}
    return bool(named & known_fields())


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell
