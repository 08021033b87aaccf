"""What a file is: by its content first, then by its ending."""

from __future__ import annotations

import re
import zlib
from typing import Any

from desktop.ingest.drafts import SAVE_AGAIN, UnreadableFileError
from desktop.ingest.formats import Format, find_format, readable
from desktop.ingest.packages import find_package
from desktop.ingest.texts import is_wide

__all__ = ["Format", "sniff"]

_ADD_ARTICLE = "add the article's own file"
_UNPACK = "unpack it and add the articles in it"
# What is never text, and is refused here with what it is.
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an old office document", SAVE_AGAIN),
    (b"MZ", "a program", _ADD_ARTICLE),
    (b"\x7fELF", "a program", _ADD_ARTICLE),
    (b"Rar!\x1a\x07", "an archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "an archive", _UNPACK),
)
_PICTURES = re.compile(
    rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|BM.{4}\0\0\0\0|RIFF.{4}WEBP|II\*\0|MM\0\*", re.DOTALL
)
_WEB_ARCHIVES = (b"WARC/", b"filedesc://")
_TEXTUAL = (Format.TEXT, Format.MARKDOWN)
# Formats that are never plain text: a text with such an ending is something else.
_PACKED = (
    Format.WORD, Format.OPEN_TEXT, Format.RICH_TEXT, Format.PDF, Format.ARCHIVE,
    Format.WEB_ARCHIVE,
)  # fmt: skip
_HTML = re.compile(rb"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_FEED = re.compile(rb"<(?:rss|(?:\w{1,20}:)?feed|(?:\w{1,20}:)?rdf|channel)\b", re.IGNORECASE)
_BLANK = re.compile(rb"\s*")
_DOCTYPE = re.compile(rb"<!doctype\b", re.IGNORECASE)
_BEFORE = ((b"<?", b">"), (b"<!--", b"-->"))
_MOST_DOCTYPE = 1000
_INNER_FEED = re.compile(rb"<(?:feed|rss)\s[^>]{0,500}(?:2005/Atom|version)", re.IGNORECASE)
_TAG = re.compile(rb"<[a-z!/]", re.IGNORECASE)
_FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*")
_MAIL_FIELD = re.compile(
    rb"^(?:from|subject|date|message-id|mime-version|received|return-path|delivered-to):",
    re.IGNORECASE | re.MULTILINE,
)
_MAILBOX = re.compile(rb"From [^\n]{3,200}\n")
_PAGE_PARTS = re.compile(
    rb"^(?:snapshot-content-location:|from:[^\n]{0,40}saved by|content-type:\s*multipart/related)",
    re.IGNORECASE | re.MULTILINE,
)
_PAGE_SIGN = re.compile(
    rb"^content-location:|snapshot-content-location:|saved by", re.IGNORECASE | re.MULTILINE
)
_REFERENCE = re.compile(rb"\s*TY  - ?\S")
_BIBTEX = re.compile(rb"(?:%[^\n]*\n|\s)*+@[A-Za-z]{3,20}\s{0,20}[{(]")
_HEAD = 65_536
_MOST_FIELDS = 5_000
_PDF_WITHIN = 1024
_MOST_CONTROL = 0.01
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27}) + b"\x7f"


def sniff(data: bytes, name: str) -> Format:
    """Return what the bytes of a file are.

    Raises:
        UnreadableFileError: It is empty, a picture, or nothing that holds an article.
    """
    head = data[:_HEAD]
    if not head.strip(b"\0 \t\r\n"):
        raise UnreadableFileError(
            "empty-file", "The file is empty; save the article again and add that."
        )
    known = find_format(name)
    ending = known.format if known else None
    container = _container(data, head, ending)
    if container is not None:
        return container
    _refuse_foreign(head)
    _refuse_binaries(head)
    if ending is not None and ending in _TEXTUAL:
        return ending
    return _of_text(_narrow(head), ending)


def _container(data: bytes, head: bytes, ending: Format | None) -> Format | None:
    """Return the format of bytes that are no text by themselves."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n\0")
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")) and b"\0" in head:
        return find_package(data)
    if start.startswith(b"%PDF") or (ending is Format.PDF and b"%PDF-" in head[:_PDF_WITHIN]):
        return Format.PDF
    if start.startswith(b"{\\rtf"):
        return Format.RICH_TEXT
    if start.startswith(b"\x1f\x8b"):
        return _compressed(start)
    if start.startswith(_WEB_ARCHIVES) and ending not in _TEXTUAL:
        return Format.WEB_ARCHIVE
    return None


def _compressed(start: bytes) -> Format:
    """Return the one format that is read compressed.

    Raises:
        UnreadableFileError: Something else was compressed.
    """
    try:
        first = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(start, 16)
    except zlib.error:
        first = b""
    if not first.startswith(_WEB_ARCHIVES):
        raise UnreadableFileError(
            "unsupported-format", f"The file is a compressed file, which is not read; {_UNPACK}."
        )
    return Format.WEB_ARCHIVE


def _of_text(head: bytes, ending: Format | None) -> Format:
    found = _by_content(head)
    if found is Format.HTML and ending is Format.FEED and _INNER_FEED.search(head):
        return Format.FEED
    if found is not None:
        return found
    if ending is Format.HTML:
        return Format.HTML if _TAG.search(head) else Format.TEXT
    if ending is None or ending is Format.FEED or ending in _PACKED:
        what = "This kind of file is not read" if ending is None else _mismatch(ending)
        raise UnreadableFileError("unknown-format", f"{what}; save the article as {readable()}.")
    return ending


def _mismatch(ending: Format) -> str:
    if ending is Format.FEED:
        return "The file is XML, and no feed of articles"
    return "The file is not what the ending of its name says"


def _by_content(head: bytes) -> Format | None:
    start = head.removeprefix(b"\xef\xbb\xbf")
    root = _root_of(start)
    if _HTML.match(start, root):
        return Format.HTML
    if _FEED.match(start, root):
        return Format.FEED
    if (mail := _mail_kind(start)) is not None:
        return mail
    if _REFERENCE.match(start):
        return Format.REFERENCES
    if _BIBTEX.match(start):
        return Format.BIBTEX
    return None


def _root_of(markup: bytes) -> int:
    """Return where the first element begins, or the doctype of a page: after what stands before.

    It goes by single steps, as a pattern for this would try out all divisions of it.
    """
    at = 0
    while True:
        at = _BLANK.match(markup, at).end()  # pyright: ignore[reportOptionalMemberAccess]
        end = next((end for start, end in _BEFORE if markup.startswith(start, at)), None)
        if end is None and not _HTML.match(markup, at) and _DOCTYPE.match(markup, at):
            inside = markup.find(b"[", at, at + _MOST_DOCTYPE)
            close = markup.find(b">", at)
            end = b"]" if 0 <= inside < close else b">"
        if end is None:
            return at
        found = markup.find(end, at)
        if found < 0:
            return at
        at = found + len(end)
        if end == b"]":
            at = markup.find(b">", at) + 1 or at


def _mail_kind(start: bytes) -> Format | None:
    plain = start.replace(b"\r\n", b"\n").lstrip(b"\n")
    at = found.end() if (found := _MAILBOX.match(plain)) else 0
    end = at
    for _ in range(_MOST_FIELDS):
        field = _FIELD.match(plain, end)
        if field is None:
            break
        end = field.end()
    header = plain[at:end]
    is_whole = plain[end : end + 1] == b"\n" or end == len(plain) or len(plain) >= _HEAD - 1000
    if not is_whole or len(_MAIL_FIELD.findall(header)) + bool(at) < 2:
        return None
    if _PAGE_PARTS.search(header) and _PAGE_SIGN.search(plain):
        return Format.SAVED_PAGE
    return Format.MAIL


def _narrow(head: bytes) -> bytes:
    """Return bytes in which ASCII patterns can be found, also of UTF-16 text."""
    return head.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")


def _refuse_foreign(head: bytes) -> None:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n\0")
    for mark, what, remedy in _FOREIGN:
        if start.startswith(mark) and (len(mark) > 2 or b"\0" in head):
            if "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0".encode("latin-1") in head:
                raise locked("The document")
            raise UnreadableFileError(
                "unsupported-format", f"The file is {what}, which is not read; {remedy}."
            )


def locked(what: str) -> UnreadableFileError:
    """Return the refusal of what only opens with a password."""
    return UnreadableFileError(
        "password", f"{what} is locked with a password; save a copy without one and add that."
    )


def _refuse_binaries(head: bytes) -> None:
    if _PICTURES.match(head):
        raise UnreadableFileError(
            "picture", f"The file is a picture and holds no text; {SAVE_AGAIN}."
        )
    if is_wide(head) or _control_share(head) <= _MOST_CONTROL:
        return
    raise UnreadableFileError(
        "not-text", f"The file is {_kind_of(head)}, not an article; {SAVE_AGAIN}."
    )


def _control_share(head: bytes) -> float:
    return (len(head) - len(head.translate(None, _CONTROL))) / len(head)


def _kind_of(head: bytes) -> str:
    # Its tables take a while to load, and articles never need them.
    import puremagic  # noqa: PLC0415

    try:
        found: list[Any] = puremagic.magic_string(head)  # pyright: ignore[reportUnknownMemberType]
        name = str(found[0].name)
    except (puremagic.PureError, ValueError, IndexError):
        name = ""
    plain = " ".join("".join(c for c in name if c.isprintable()).split())
    return f"binary data ({plain})" if plain else "binary data"
