"""Reads feeds (RSS 0.9 to 2.0, RSS 1.0, Atom): each entry with its text is an article."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportMissingTypeStubs=false

from __future__ import annotations

import io
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

import feedparser

from desktop.ingest.dates import to_iso
from desktop.ingest.drafts import (
    SAVE_AS_TEXT,
    ArticleDraft,
    FileFacts,
    Reading,
    Remark,
    Statement,
    UnreadableFileError,
)
from desktop.ingest.fragments import to_plain
from desktop.ingest.gathering import Gathering
from desktop.ingest.plain import to_draft
from desktop.ingest.sniffing import Format
from desktop.ingest.texts import Decoded, clean_line, decode

WHERE = "feed"
_PROLOG = re.compile(r"\s*<\?xml[^>]{0,500}\?>")
_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})["']""")
_DOCTYPE = re.compile(
    r"<!DOCTYPE(?:[^\[>\"']|\"[^\"]*\"|'[^']*')*(?:\[(?:[^\]\"']|\"[^\"]*\"|'[^']*')*\]\s*)?>",
    re.IGNORECASE,
)
_MOST_HEAD = 300_000
# What XML does not allow, and what feeds have all the same.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:[xX](?P<hex>[0-9a-fA-F]+)|(?P<figures>[0-9]+));?")
_MOST_FIGURES = 12
_HALVES = range(0xD800, 0xE000)
_NO_CHARACTER = "\ufffd"
_NO_ENTRIES = UnreadableFileError(
    "no-article", f"The feed holds no entry with a text; {SAVE_AS_TEXT}."
)
_DAMAGED = Remark("damaged-feed", "The feed is not well formed, so look over what was read.")
Entry = Mapping[str, Any]


def read_feed(data: bytes) -> Reading:
    """Return the articles of a feed.

    Raises:
        UnreadableFileError: It is no feed, or no entry has a text.
    """
    declared = _ENCODING.match(data.lstrip(b"\xef\xbb\xbf \r\n\t")[:_MOST_HEAD])
    decoded = decode(data, declared[1].decode("ascii") if declared else None)
    feed = _parse(decoded.text)
    entries = cast("Sequence[Entry]", feed.entries)
    gathering = Gathering("entry", "entries")
    if decoded.doubt:
        gathering.remark(decoded.doubt)
    elif feed.bozo:
        gathering.remark(_DAMAGED)
    for entry in entries:
        if gathering.is_full():
            break
        try:
            gathering.add(_to_draft(entry, feed.feed))
        except UnreadableFileError:
            gathering.leave_out()
    return gathering.reading(_NO_ENTRIES)


def _parse(text: str) -> Any:  # noqa: ANN401
    """Parse a feed without what its head defines or refers to; nothing of that is needed."""
    body = _PROLOG.sub("", text.lstrip("\ufeff"), count=1)
    head = _DOCTYPE.sub("", body[:_MOST_HEAD], count=1)
    plain = _REFERENCE.sub(_possible, _NO_XML.sub("", head + body[_MOST_HEAD:])).lstrip()
    # Bytes would be taken for the name of a file, so they come as a stream.
    stream = io.BytesIO(
        b'<?xml version="1.0" encoding="utf-8"?>' + plain.encode("utf-8", "replace")
    )
    return feedparser.parse(stream, sanitize_html=False, resolve_relative_uris=False)


def _possible(reference: re.Match[str]) -> str:
    """Return a reference to a character; to one that cannot be, the mark of a damaged one."""
    written = reference["hex"] or reference["figures"]
    if len(written.lstrip("0")) > _MOST_FIGURES:
        return _NO_CHARACTER
    number = int(written.lstrip("0") or "0", 16 if reference["hex"] else 10)
    is_none = number in _HALVES or number > sys.maxunicode
    return _NO_CHARACTER if is_none else reference.group()


def _to_draft(entry: Entry, feed: Entry) -> ArticleDraft:
    text = _longest_text(entry)
    facts, statements = _facts(entry, feed)
    draft = to_draft(Decoded(""), text, Format.FEED, facts)
    return replace(draft, statements=statements)


def _longest_text(entry: Entry) -> str:
    """Return the fullest form in which an entry has its text."""
    contents = cast("list[Entry]", entry.get("content") or [])
    written = [str(content.get("value", "")) for content in contents]
    written += [str(entry.get(name) or "") for name in ("summary", "description")]
    return max((to_plain(one) for one in dict.fromkeys(written)), key=len, default="")


def _facts(entry: Entry, feed: Entry) -> tuple[FileFacts, tuple[Statement, ...]]:
    source = cast("Entry", entry.get("source") or {})
    outlet = _line(source.get("title")) or _line(feed.get("title"))
    authors = _authors(entry) or _authors(feed)
    published = _date(entry, "published")
    updated = _date(entry, "updated")
    tags = [_line(tag.get("label") or tag.get("term")) for tag in entry.get("tags") or []]
    link = _line(entry.get("link"))
    url = link if link.startswith(("http://", "https://")) else ""
    title = _line(to_plain(str(entry.get("title") or "")))
    language = _language(entry, feed)
    facts = FileFacts(
        title=title,
        outlet=outlet,
        authors=authors,
        # An entry that was never changed may give its one date under either name.
        published=published or updated,
        url=url,
        language=language,
        updated=updated if published and updated != published else "",
        section=tags[0] if len(tags) == 1 else "",
    )
    stated = (
        ("title", title), ("outlet", outlet), ("authors", "; ".join(authors)),
        ("published", published), ("updated", updated), ("url", url), ("language", language),
        *(("section", tag) for tag in tags[:10]),
    )  # fmt: skip
    return facts, tuple(Statement(field, value, WHERE) for field, value in stated if value)


def _authors(entry: Entry) -> tuple[str, ...]:
    several = cast("list[Entry]", entry.get("authors") or [])
    names = [_name(author.get("name")) for author in several]
    found = [name for name in names if name] or [_name(entry.get("author"))]
    return tuple(dict.fromkeys(name for name in found if name))


def _name(value: object) -> str:
    """Return a name; feeds of old give an address with the name in brackets."""
    line = _line(value)
    if found := re.fullmatch(r"\S+@\S+ \((.+)\)", line):
        return found[1]
    return "" if "@" in line or "://" in line else line


def _date(entry: Entry, name: str) -> str:
    return to_iso(_line(dict.get(cast("dict[str, object]", entry), name)))


def _language(entry: Entry, feed: Entry) -> str:
    detail = cast("Entry", entry.get("title_detail") or {})
    stated = _line(detail.get("language")) or _line(feed.get("language"))
    found = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", stated)
    return found.group().lower() if found else ""


def _line(value: object) -> str:
    return clean_line(value) if isinstance(value, str) else ""
