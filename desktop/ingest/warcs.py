"""Reads web archives (WARC): the pages that were answered well, each with its address."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportMissingTypeStubs=false

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from desktop.ingest.dates import to_iso
from desktop.ingest.drafts import ArticleDraft, Reading, Remark, Statement, UnreadableFileError
from desktop.ingest.gathering import Gathering
from desktop.ingest.mhtml import read_page
from desktop.ingest.sniffing import Format
from desktop.ingest.texts import clean_line

WHERE = "web archive"
_MOST_PAGE = 10_000_000
_MOST_UNPACKED = 120_000_000
# In small blocks, a line without an end would be put together over and over.
_BLOCK = 8_000_000
_STEP = 65_536
_GZIP = b"\x1f\x8b"
_PAGES = ("text/html", "application/xhtml+xml")
_CHARSET = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_NOTHING = UnreadableFileError(
    "no-article", "No page of the web archive is an article; save the article's page and add that."
)
_DAMAGED = Remark("damaged-archive", "A part of the web archive is damaged and was left out.")
_TOO_LARGE = Remark(
    "too-large-inside", "The web archive unpacks to more than is read; its beginning was added."
)
_FAULTS = (
    ArchiveLoadFailed, EOFError, OSError, ValueError, KeyError, AttributeError, TypeError,
    IndexError, zlib.error, UnicodeError,
)  # fmt: skip


def read_web_archive(data: bytes) -> Reading:
    """Return the articles of a web archive.

    Raises:
        UnreadableFileError: It holds no page that is an article.
    """
    gathering = Gathering("page", "pages")
    try:
        archive = io.BytesIO(_unpacked(data, gathering))
        for record in ArchiveIterator(archive, arc2warc=True, block_size=_BLOCK):
            if gathering.is_full():
                break
            for draft in _read_record(record, gathering):
                gathering.add(draft)
    except _FAULTS:
        gathering.remark(_DAMAGED)
    return gathering.reading(_NOTHING)


def _unpacked(data: bytes, gathering: Gathering) -> bytes:
    """Return an archive as it was before it was compressed, as a whole or record by record."""
    if not data.startswith(_GZIP):
        return data
    kept = bytearray()
    while data.startswith(_GZIP):
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            kept += unpacker.decompress(data, max(_MOST_UNPACKED - len(kept), 1))
        except zlib.error:
            gathering.remark(_DAMAGED)
            return bytes(kept)
        if len(kept) >= _MOST_UNPACKED:
            gathering.remark(_TOO_LARGE)
            return bytes(kept)
        if not unpacker.eof:
            gathering.remark(_DAMAGED)
        data = unpacker.unused_data
    return bytes(kept)


def _read_record(record: Any, gathering: Gathering) -> Iterator[ArticleDraft]:  # noqa: ANN401
    """Give the article of a record; a page without one is passed over, as most are none."""
    kind = _kind(record)
    if kind is None:
        return
    try:
        content = _content(record)
    except _FAULTS:
        gathering.remark(_DAMAGED)
        return
    if content is None:
        gathering.leave_out("was too large")
        return
    charset = found[1] if (found := _CHARSET.search(kind)) else None
    try:
        (draft,) = read_page(content, charset)
    except UnreadableFileError:
        return
    except Exception:  # noqa: BLE001
        # A fault in any parser means one unread page; the others are read.
        gathering.leave_out("could not be read")
        return
    yield _with_facts(draft, record)


def _kind(record: Any) -> str | None:  # noqa: ANN401
    """Return the content type of a page that was answered well, None for all else."""
    if record.rec_type == "response" and record.http_headers is not None:
        if not str(record.http_headers.get_statuscode()).startswith("2"):
            return None
        kind = record.http_headers.get_header("Content-Type") or ""
    elif record.rec_type in ("resource", "conversion"):
        kind = record.rec_headers.get_header("Content-Type") or ""
    else:
        return None
    return kind if kind.partition(";")[0].strip().lower() in _PAGES else None


def _content(record: Any) -> bytes | None:  # noqa: ANN401
    """Return the page as it was sent, unpacked in steps; None if it is larger than any article."""
    stream = record.content_stream()
    kept = io.BytesIO()
    while step := stream.read(_STEP):
        kept.write(step)
        if kept.tell() > _MOST_PAGE:
            return None
    return kept.getvalue()


def _with_facts(draft: ArticleDraft, record: Any) -> ArticleDraft:  # noqa: ANN401
    address = clean_line(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    is_address = address.startswith(("http://", "https://"))
    saved = to_iso(record.rec_headers.get_header("WARC-Date") or "")
    facts = draft.facts
    if is_address and not facts.url:
        facts = replace(facts, url=address)
    stated = (
        Statement("url", address if is_address else "", WHERE),
        Statement("saved", saved, WHERE),
    )
    statements = (*draft.statements, *(one for one in stated if one.value))
    return replace(draft, format=Format.WEB_ARCHIVE.value, facts=facts, statements=statements)
