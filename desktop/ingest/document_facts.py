"""What the properties of a document say of its article, taken with care: most are leftovers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.ingest.dates import to_iso
from desktop.ingest.drafts import FileFacts, Statement
from desktop.ingest.texts import clean_line

WHERE = "document properties"
_HEAD_LINES = 8
_HEAD, _TAIL = 1500, 400
_HEADLINE = 160
_FILE_NAME = re.compile(r"\.(?:docx?|odt|rtf|pdf|txt|html?|indd|pages|tex|dvi|qxd)$", re.IGNORECASE)
_LEFTOVER = re.compile(
    r"(?:microsoft word|untitled|unbenannt|sans titre|document|dokument|title|titel|titre|layout|"
    r"slide|page|template|normal|blank)\b[\s\d_-]*(?:-.*)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Properties:
    """The properties of a document as they are written in it; empty where there are none.

    `saved` is when the copy was made, `dates` are other dates of the file.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    language: str = ""
    saved: str = ""
    dates: tuple[str, ...] = ()


def facts_of_document(
    properties: Properties, lines: Sequence[str], heading: str = ""
) -> tuple[FileFacts, tuple[Statement, ...]]:
    """Return what a document states of its article, and all that its properties say.

    Properties are filled in by programs and kept through copies, so a title or an author among
    them counts only where the text says the same, or has no headline of its own. A document's
    dates are those of the file.

    Args:
        properties: What the file says of itself.
        lines: The paragraphs of the text.
        heading: The paragraph that is marked as the title, if one is.
    """
    head = [" ".join(line.split()) for line in lines[:_HEAD_LINES]]
    title = clean_line(heading) or _confirmed_title(clean_line(properties.title), head)
    written = "\n".join(lines)
    near = f"{written[:_HEAD]}\n{written[-_TAIL:]}".casefold()
    names = tuple(dict.fromkeys(clean_line(name) for name in properties.authors if name.strip()))
    authors = tuple(n for n in names if " " in n and n.casefold() in near)
    language = found.group().lower() if (found := _language(properties.language)) else ""
    statements = [
        *([Statement("title", clean_line(heading), "document title")] if heading else []),
        *([Statement("title", clean_line(properties.title), WHERE)] if properties.title else []),
        *([Statement("authors", "; ".join(names), WHERE)] if names else []),
        *([Statement("language", language, WHERE)] if language else []),
        *_dates("saved", (properties.saved,)),
        *_dates("file", properties.dates),
    ]
    return FileFacts(title=title, authors=authors), tuple(statements)


def _language(written: str) -> re.Match[str] | None:
    return re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", written)


def _confirmed_title(title: str, head: Sequence[str]) -> str:
    if not title or _FILE_NAME.search(title) or _LEFTOVER.match(title):
        return ""
    if any(title.casefold() == line.casefold() for line in head):
        return title
    first = next((line for line in head if line), "")
    has_headline = len(first) <= _HEADLINE and not first.endswith((".", "!", "?", "”", '"'))
    return title if " " in title and not has_headline else ""


def _dates(field: str, written: Sequence[str]) -> list[Statement]:
    found = dict.fromkeys(iso for one in written if (iso := to_iso(one)))
    return [Statement(field, iso, WHERE) for iso in found]
