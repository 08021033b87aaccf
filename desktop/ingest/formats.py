"""The formats that are read: the one list that sniffing, dialogs and messages go by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath


class Format(StrEnum):
    """The formats that are read."""

    TEXT = "txt"
    MARKDOWN = "md"
    HTML = "html"
    SAVED_PAGE = "mhtml"
    WORD = "docx"
    OPEN_TEXT = "odt"
    RICH_TEXT = "rtf"
    PDF = "pdf"
    MAIL = "eml"
    RECORDS = "json"
    TABLE = "csv"
    FEED = "feed"
    ARCHIVE = "zip"
    WEB_ARCHIVE = "warc"
    REFERENCES = "ris"
    BIBTEX = "bib"


@dataclass(frozen=True, slots=True)
class KnownFormat:
    """A format with its endings, the usual one first.

    `name` is what messages call it, `kind` the group that a drop is counted under: "text",
    "web page", "document", "mail", "record", "feed", "archive" or "reference".
    """

    format: Format
    name: str
    kind: str
    endings: tuple[str, ...]


KNOWN_FORMATS = (
    KnownFormat(Format.TEXT, "text", "text", (".txt", ".text")),
    KnownFormat(Format.MARKDOWN, "Markdown", "text", (".md", ".markdown")),
    KnownFormat(Format.HTML, "web page", "web page", (".html", ".htm", ".xhtml", ".shtml")),
    KnownFormat(Format.SAVED_PAGE, "saved web page", "web page", (".mhtml", ".mht")),
    KnownFormat(Format.WORD, "Word", "document", (".docx", ".docm", ".dotx", ".dotm")),
    KnownFormat(Format.OPEN_TEXT, "OpenDocument", "document", (".odt", ".ott")),
    KnownFormat(Format.RICH_TEXT, "rich text", "document", (".rtf",)),
    KnownFormat(Format.PDF, "PDF", "document", (".pdf",)),
    KnownFormat(Format.MAIL, "mail", "mail", (".eml", ".mbox")),
    KnownFormat(Format.RECORDS, "records", "record", (".json", ".jsonl", ".ndjson")),
    KnownFormat(Format.TABLE, "table", "record", (".csv", ".tsv")),
    KnownFormat(Format.FEED, "feed", "feed", (".xml", ".rss", ".atom", ".rdf")),
    KnownFormat(Format.ARCHIVE, "archive", "archive", (".zip",)),
    KnownFormat(Format.WEB_ARCHIVE, "web archive", "archive", (".warc", ".warc.gz")),
    KnownFormat(Format.REFERENCES, "references", "reference", (".ris",)),
    KnownFormat(Format.BIBTEX, "BibTeX", "reference", (".bib",)),
)
_BY_ENDING = {ending: known for known in KNOWN_FORMATS for ending in known.endings}


def endings() -> tuple[str, ...]:
    """Return all endings of files that are read, with their dots."""
    return tuple(_BY_ENDING)


def find_format(name: str) -> KnownFormat | None:
    """Return the format that a file's name promises, None where it promises none.

    >>> find_format("Crawl.WARC.GZ").format, find_format("photo.jpg")
    (<Format.WEB_ARCHIVE: 'warc'>, None)
    """
    lower = PurePath(name).name.lower()
    if lower.endswith(".warc.gz"):
        return _BY_ENDING[".warc.gz"]
    return _BY_ENDING.get(PurePath(lower).suffix)


def readable() -> str:
    """Return the formats in words, as messages list them.

    >>> readable()[:40]
    'text (.txt), Markdown (.md), web page (.'
    """
    parts = [f"{known.name} ({known.endings[0]})" for known in KNOWN_FORMATS]
    return f"{', '.join(parts[:-1])} or {parts[-1]}"
