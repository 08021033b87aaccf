"""The forms that articles are given back in, and what all writers of them have in common."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from enum import StrEnum
from typing import IO, Any, Protocol

from desktop.services.exports import ExportedArticle

# What a spreadsheet takes for a formula at the head of a cell, now or without its apostrophes.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class ExportFormat(StrEnum):
    """The form of an export; `ending` is that of its file."""

    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"
    RIS = "ris"
    BIBTEX = "bibtex"
    CSL = "csl"
    BUNDLE = "bundle"

    @property
    def ending(self) -> str:
        """Return the ending of a file of this form."""
        return {
            ExportFormat.BIBTEX: ".bib",
            ExportFormat.CSL: ".json",
            ExportFormat.BUNDLE: ".zip",
        }.get(self, f".{self.value}")

    @property
    def is_text(self) -> bool:
        """Say whether a file of this form is text, and can go to a terminal or a pipe."""
        return self not in (ExportFormat.XLSX, ExportFormat.BUNDLE)


class ArticleWriter(Protocol):
    """Writes articles one by one; `close` writes what stands at the end."""

    def write(self, article: ExportedArticle) -> None:
        """Write an article."""
        ...

    def close(self) -> None:
        """Write what is left."""
        ...


class JsonLinesWriter:
    """One ASCII JSON object a line."""

    def __init__(self, target: IO[bytes]) -> None:
        self._target = target

    def write(self, article: ExportedArticle) -> None:
        """Write an article."""
        self._target.write(json.dumps(asdict(article)).encode("ascii") + b"\n")

    def close(self) -> None:
        """Write nothing more."""


def to_cells(article: ExportedArticle) -> dict[str, str]:
    """Return an article's fields as cells of a table; lists have semicolons between."""
    fields: dict[str, Any] = asdict(article)
    cells = {name: "" if value is None else str(value) for name, value in fields.items()}
    cells["authors"] = "; ".join(article.authors)
    cells["tags"] = "; ".join(article.tags)
    cells["importance"] = str(article.importance or "")
    cells["relations"] = "; ".join(f"{each.kind}: {each.id}" for each in article.relations)
    cells["notes"] = "\n".join(note.text for note in article.notes)
    return cells


def is_formula(cell: str) -> bool:
    """Say whether a spreadsheet could run a cell as a formula, now or without its apostrophe."""
    return _FORMULA.match(cell) is not None


def disarmed(cell: str) -> str:
    """Return a cell that is no formula; whoever reads it back takes one apostrophe off.

    >>> disarmed("=1+1"), disarmed("1+1"), disarmed("'=1")
    ("'=1+1", '1+1', "''=1")
    """
    return f"'{cell}" if is_formula(cell) else cell


def without_controls(text: str) -> str:
    """Return a text with what no XML may hold replaced."""
    return _NOT_XML.sub("\ufffd", text)
