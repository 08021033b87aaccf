"""Reads mails and mailboxes: the text of each message, and what its header states."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import InvalidBase64PaddingDefect, MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from typing import cast

from desktop.ingest.dates import to_iso
from desktop.ingest.drafts import (
    SAVE_AGAIN,
    ArticleDraft,
    FileFacts,
    Reading,
    Remark,
    Statement,
    UnreadableFileError,
)
from desktop.ingest.fragments import fragment_text
from desktop.ingest.gathering import Gathering
from desktop.ingest.html import read_html
from desktop.ingest.plain import to_draft
from desktop.ingest.sniffing import Format, locked
from desktop.ingest.texts import Decoded, clean_line, decode

WHERE = "mail header"
_NEXT = re.compile(rb"(?:^|\n\r?\n)From [^\n]{3,200}\r?\n(?=[A-Za-z][A-Za-z0-9-]*:)")
_FAULTS = (
    AttributeError, KeyError, LookupError, ValueError, TypeError, IndexError, AssertionError,
    MessageError, RecursionError,
)  # fmt: skip
_MOST_DEPTH = 100
_STUB, _FULLER = 300, 3
_MOST_HEADER = 20_000
_NO_TEXT = UnreadableFileError("no-text", f"The mail holds no text; {SAVE_AGAIN}.")
_BULK = ("list-id", "list-unsubscribe", "list-post")
_ARTICLE = re.compile(r"<article\b", re.IGNORECASE)
_PAGE = re.compile(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE)
_BOUNDARY = re.compile(r'^--([^\s"-][^\r\n"]{0,68}?)[ \t]*\r?$', re.MULTILINE)
_BASE64 = re.compile(rb"[A-Za-z0-9+/=\s]{40,}")
_NO_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
CUT_SHORT = Remark(
    "cut-short", "The file ends too early, so the last words of its text may be missing."
)
_RAW = policy.compat32


def read_mails(data: bytes) -> Reading:
    """Return the articles of a mail, which is one, or of a mailbox.

    Raises:
        UnreadableFileError: No message has a text.
    """
    messages = list(_messages(data))
    if len(messages) == 1:
        return Reading(read_mail(messages[0]))
    gathering = Gathering("message", "messages")
    for message in messages:
        if gathering.is_full():
            break
        try:
            gathering.add(read_mail(message)[0])
        except UnreadableFileError:
            gathering.leave_out()
    return gathering.reading(_NO_TEXT)


def _messages(data: bytes) -> Iterator[bytes]:
    if not data.startswith(b"From "):
        yield data
        return
    starts = list(_NEXT.finditer(data))
    ends = [found.start() for found in starts[1:]] + [len(data)]
    if not starts:
        yield data.partition(b"\n")[2]
        return
    for found, end in zip(starts, ends, strict=True):
        yield data[found.end() : end]


def read_mail(data: bytes) -> tuple[ArticleDraft, ...]:
    """Return the one article of a mail.

    Raises:
        UnreadableFileError: It has no text, or is encrypted.
    """
    message = message_from_bytes(data, policy=_RAW)
    if message.get_content_type() == "multipart/encrypted":
        raise locked("The mail")
    decoded, text = _find_text(message)
    facts, statements = _facts(message)
    draft = to_draft(decoded, text, Format.MAIL, facts)
    return (replace(draft, statements=statements),)


def _find_text(message: Message) -> tuple[Decoded, str]:
    """Return the text of a message: its plain form, or the words of its page."""
    for with_attachments in (False, True):
        found = [text for text in _texts(message, with_attachments) if text.text.strip()]
        if found:
            doubtful = next((one for one in found if one.doubt), found[0])
            return doubtful, "\n\n".join(one.text.strip("\r\n") for one in found) + "\n"
    raise _NO_TEXT


def _texts(part: Message, with_attachments: bool, depth: int = 0) -> list[Decoded]:
    """Return the texts of a part and of those in it, of alternatives one."""
    kind = part.get_content_type()
    if depth > _MOST_DEPTH or _is_passed_over(part, kind, with_attachments):
        return []
    if kind.startswith("multipart/") or kind == "message/rfc822":
        each = [_texts(inner, with_attachments, depth + 1) for inner in _inner(part)]
        if kind == "multipart/alternative":
            return _fullest(each)
        if kind == "multipart/report":
            return each[0] if each else []
        return [text for texts in each for text in texts]
    decoded = _decoded(part)
    if kind == "text/html" or _PAGE.match(decoded.text):
        return [Decoded(_words(decoded.text), decoded.doubt)]
    return [Decoded(_unwrapped(part, decoded.text), decoded.doubt)]


def _is_passed_over(part: Message, kind: str, with_attachments: bool) -> bool:
    if kind.startswith("multipart/") or kind == "message/rfc822":
        return False
    if part.get_content_disposition() == "attachment" and not with_attachments:
        return True
    known = ("text/plain", "text/html", "text/enriched")
    return kind not in known and kind.startswith(
        ("image/", "audio/", "video/", "application/", "text/", "message/")
    )


def _fullest(each: list[list[Decoded]]) -> list[Decoded]:
    """Return the first form of a text, unless it only says that there is another one."""
    lengths = [sum(len(text.text.strip()) for text in texts) for texts in each]
    longest = max(lengths, default=0)
    for texts, length in zip(each, lengths, strict=True):
        if length and (length >= _STUB or longest < _FULLER * length):
            return texts
    return each[lengths.index(longest)] if longest else []


def _inner(part: Message) -> list[Message]:
    """Return the parts of a message, also where it names another line between them than it has."""
    payload = part.get_payload()
    if not isinstance(payload, str):
        return [one for one in cast("list[object]", payload) if isinstance(one, Message)]
    found = _BOUNDARY.search(payload)
    if found is None:
        return []
    written = f'Content-Type: multipart/mixed; boundary="{found[1]}"\n\n{payload}'
    again = message_from_bytes(written.encode("ascii", "surrogateescape"), policy=_RAW)
    inner = again.get_payload()
    several = cast("list[object]", inner) if isinstance(inner, list) else []
    return [one for one in several if isinstance(one, Message)]


def _decoded(part: Message) -> Decoded:
    content, is_whole = content_of(part)
    if not content:
        return Decoded("")
    decoded = decode(content, charset_of(part))
    return decoded if is_whole else Decoded(decoded.text, decoded.doubt or CUT_SHORT)


def content_of(part: Message) -> tuple[bytes, bool]:
    """Return the bytes of a part, and whether they are all that was sent."""
    try:
        payload = part.get_payload(decode=True)
    except _FAULTS:
        payload = None
    content = payload if isinstance(payload, bytes) else b""
    if _is_base64(part) and _BASE64.fullmatch(content):
        # What was cut inside of a group of four letters is given back as it was sent.
        letters = _NO_BASE64.sub(b"", content)
        usable = letters[: len(letters) - (len(letters) % 4 == 1)]
        return b64decode(usable + b"=" * (-len(usable) % 4)), False
    is_cut = any(isinstance(defect, InvalidBase64PaddingDefect) for defect in part.defects)
    return content, not is_cut


def _is_base64(part: Message) -> bool:
    return str(part.get("content-transfer-encoding", "")).strip().lower() == "base64"


def charset_of(part: Message) -> str | None:
    """Return the encoding that a part declares."""
    try:
        return part.get_content_charset()
    except _FAULTS:
        return None


def _words(page: str) -> str:
    """Return the words of a page in a mail, which is laid out unlike those of the web."""
    if _ARTICLE.search(page):
        try:
            return read_html(b"\xef\xbb\xbf" + page.encode("utf-8", "replace"))[0].text
        except UnreadableFileError:
            pass
    return fragment_text(page)


def _unwrapped(part: Message, text: str) -> str:
    """Return a text with its lines as they were before they were wrapped for sending."""
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    deletes = str(part.get_param("delsp", "")).lower() == "yes"
    lines: list[str] = []
    is_open = False
    for raw in text.replace("\r\n", "\n").split("\n"):
        line = raw.removeprefix(" ")
        goes_on = line.endswith(" ") and line != "-- "
        shown = line[:-1] if goes_on and deletes else line
        if is_open:
            lines[-1] += shown
        else:
            lines.append(shown)
        is_open = goes_on
    return "\n".join(lines)


def _facts(message: Message) -> tuple[FileFacts, tuple[Statement, ...]]:
    title = header(message, "subject")
    name = sender(_raw(message, "from"))
    published = sent(message)
    # A newsletter is sent by the outlet, a single mail by a person.
    is_bulk = any(field in message for field in _BULK)
    statements = (
        Statement("title", title, WHERE),
        Statement("outlet" if is_bulk else "authors", name, WHERE),
        Statement("published", published, WHERE),
    )
    facts = FileFacts(
        title=title,
        outlet=name if is_bulk else "",
        authors=(name,) if name and not is_bulk else (),
        published=published,
    )
    return facts, tuple(statement for statement in statements if statement.value)


def header(message: Message, name: str) -> str:
    """Return a field of a header as one line; what cannot be taken apart states nothing."""
    return clean_line(_in_words(_raw(message, name)))


def sent(message: Message) -> str:
    """Return when a message was sent, with the zone that it states."""
    written = header(message, "date")
    try:
        moment = parsedate_to_datetime(written)
    except _FAULTS:
        return to_iso(written)
    return to_iso(moment.isoformat(timespec="minutes"))


def sender(written: str) -> str:
    """Return the name of a sender, without the address."""
    try:
        name = parseaddr(written)[0]
    except _FAULTS:
        return ""
    return clean_line(_in_words(name)).strip("\"'")


def _raw(message: Message, name: str) -> str:
    """Return a field as it was written; letters beyond ASCII are decoded by a guess."""
    found = next((str(value) for key, value in message.raw_items() if key.lower() == name), "")
    written = found[:_MOST_HEADER]
    if written.isascii():
        return written
    try:
        return decode(written.encode("utf-8", "surrogateescape")).text
    except (UnreadableFileError, UnicodeError):
        return written


def _in_words(written: str) -> str:
    """Return a field with its encoded words as they are read."""
    if "=?" not in written:
        return written
    try:
        pieces = decode_header(written.replace("\r", "").replace("\n", ""))
    except _FAULTS:
        return written
    return "".join(_piece(content, charset) for content, charset in pieces)


def _piece(content: bytes | str, charset: str | None) -> str:
    if isinstance(content, str):
        return content
    try:
        # Without a charset it is what stands between encoded words.
        return decode(content, charset).text if charset else content.decode("raw_unicode_escape")
    except (UnreadableFileError, UnicodeError):
        return content.decode("latin-1")
