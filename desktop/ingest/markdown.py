"""Reads Markdown: plain paragraphs, with the fields of a front matter as facts of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from desktop.ingest.dates import to_iso
from desktop.ingest.drafts import ArticleDraft, FileFacts, Statement
from desktop.ingest.plain import to_draft
from desktop.ingest.sniffing import Format
from desktop.ingest.texts import clean_line, clean_text, decode

_FRONT = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\n(.*?)\n\1[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z_ -]{1,40})\s*[:=]\s*(.*)")
_NAMES = {
    "title": "title",
    "headline": "title",
    "outlet": "outlet",
    "publisher": "outlet",
    "publication": "outlet",
    "site": "outlet",
    "source": "outlet",
    "author": "authors",
    "authors": "authors",
    "by": "authors",
    "byline": "authors",
    "date": "published",
    "published": "published",
    "url": "url",
    "link": "url",
    "updated": "updated",
    "modified": "updated",
    "lastmod": "updated",
    "section": "section",
    "category": "section",
    "lang": "language",
    "language": "language",
}
_HEADLINE = re.compile(r"\s*#[ \t]+([^\n]{1,500})")
_MOST_FRONT = 20_000
_HEADING = "heading_open"


def read_markdown(data: bytes) -> tuple[ArticleDraft, ...]:
    """Return the one article of a Markdown file as plain text.

    Raises:
        UnreadableFileError: It holds no words, or more than an article does.
    """
    decoded = decode(data)
    body, facts = split_front(clean_text(decoded.text))
    if not facts.title and (found := _HEADLINE.match(body)):
        facts = replace(facts, title=clean_line(to_plain_text(found[1])))
    draft = to_draft(decoded, to_plain_text(body), Format.MARKDOWN, facts)
    return (replace(draft, statements=tuple(_statements(facts))),)


def _statements(facts: FileFacts) -> Iterator[Statement]:
    for name in ("title", "outlet", "published", "updated", "url", "language", "section"):
        if value := str(getattr(facts, name)):
            yield Statement(name, value, "front matter or headline")
    if facts.authors:
        yield Statement("authors", "; ".join(facts.authors), "front matter")


def split_front(text: str) -> tuple[str, FileFacts]:
    """Return a Markdown text without its front matter, and what that states."""
    found = _FRONT.match(text)
    if found is None or len(found[2]) > _MOST_FRONT:
        return text, FileFacts()
    fields = dict(_read_fields(found[2].split("\n")))
    authors = [clean_line(author) for author in fields.get("authors", []) if author.strip()]
    first = {name: clean_line(values[0]) for name, values in fields.items() if values}
    facts = FileFacts(
        title=first.get("title", ""),
        outlet=first.get("outlet", ""),
        authors=tuple(authors),
        published=to_iso(first.get("published", "")),
        url=first.get("url", ""),
        language=first.get("language", "")[:8],
        updated=to_iso(first.get("updated", "")),
        section=first.get("section", ""),
    )
    return text[found.end() :], facts


def _read_fields(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Give each known field with its values; what is no simple field or list is passed over."""
    name, values = "", list[str]()
    for line in lines:
        if line.lstrip().startswith("- ") and name and line[:1] in " -\t":
            values.append(_unquoted(line.lstrip()[2:]))
        elif (found := _FIELD.fullmatch(line.rstrip())) and not line[:1].isspace():
            if name:
                yield name, values
            name = _NAMES.get(found[1].strip().lower(), "")
            values = _values(found[2], several=name == "authors")
    if name:
        yield name, values


def _values(written: str, *, several: bool) -> list[str]:
    plain = written.strip()
    if plain.startswith("[") and plain.endswith("]"):
        return [_unquoted(part) for part in plain[1:-1].split(",") if part.strip()]
    if several and plain:
        return [_unquoted(part) for part in re.split(r";|,| and ", plain) if part.strip()]
    return [_unquoted(plain)] if plain else []


def _unquoted(value: str) -> str:
    plain = value.strip()
    if len(plain) > 1 and plain[0] == plain[-1] and plain[0] in "\"'":
        return plain[1:-1]
    return plain


def to_plain_text(markdown: str) -> str:
    r"""Return the words of a Markdown text: a paragraph a line, a blank line between.

    >>> to_plain_text("# Title\n\nSome *loud* words\nof [one](http://a.b) line.")
    'Title\n\nSome loud words of one line.\n'
    """
    lines: list[str] = []
    prefix = ""
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        if token.type == "list_item_open":
            prefix = "- "
        elif token.type == "inline":
            lines.append(prefix + _words(token))
            prefix = ""
        elif token.type in ("fence", "code_block"):
            lines.append(token.content.rstrip("\n"))
    kept = [line for line in lines if line.strip(" -")]
    return "\n\n".join(kept) + "\n" if kept else ""


def _words(token: Token) -> str:
    parts: list[str] = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return "".join(parts).strip()
