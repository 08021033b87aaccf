"""What a file is: by its content first, then by its ending."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath
from typing import Any

from desktop.ingest.drafts import SAVE_AGAIN, UnreadableFileError
from desktop.ingest.texts import is_wide


class Format(StrEnum):
    """The formats that are read."""

    TEXT = "txt"
    MARKDOWN = "md"
    HTML = "html"
    MAIL = "eml"
    RECORDS = "json"


READABLE = "text (.txt), Markdown (.md), web page (.html), mail (.eml) or records (.json, .jsonl)"
_UNPACK = "unpack it and add the articles in it"
_ADD_ARTICLE = "add the article's own file"
_ENDINGS = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".eml": Format.MAIL,
    ".json": Format.RECORDS,
    ".jsonl": Format.RECORDS,
    ".ndjson": Format.RECORDS,
}
_CONTAINERS = (
    (b"PK\x03\x04", "an archive or office document", f"unpack it, or {SAVE_AGAIN}"),
    (b"PK\x05\x06", "an empty archive", _ADD_ARTICLE),
    (b"%PDF", "a PDF document", SAVE_AGAIN),
    (b"{\\rtf", "an RTF document", SAVE_AGAIN),
    (b"\x1f\x8b", "a compressed file", _UNPACK),
    (b"\xd0\xcf\x11\xe0", "an old office document", SAVE_AGAIN),
    (b"MZ", "a program", _ADD_ARTICLE),
    (b"\x7fELF", "a program", _ADD_ARTICLE),
)
_PICTURES = re.compile(
    rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|BM.{4}\0\0\0\0|RIFF.{4}WEBP|II\*\0|MM\0\*", re.DOTALL
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rb"<[a-z!/]", re.IGNORECASE)
_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}\r?\n")
_MAIL_FIELD = re.compile(
    rb"^(?:from|subject|date|message-id|mime-version):", re.IGNORECASE | re.MULTILINE
)
_HEAD = 65_536
_MOST_CONTROL = 0.01
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27}) + b"\x7f"


def sniff(data: bytes, name: str) -> Format:
    """Return what the bytes of a file are.

    Raises:
        UnreadableFileError: It is empty, a picture, a container, or nothing that holds an article.
    """
    head = data[:_HEAD]
    if not head.strip(b"\0 \t\r\n"):
        raise UnreadableFileError(
            "empty-file", "The file is empty; save the article again and add that."
        )
    _refuse_containers(head)
    _refuse_binaries(head)
    ending = PurePath(name).suffix.lower()
    known = _ENDINGS.get(ending)
    if known is Format.TEXT or known is Format.MARKDOWN:
        return known
    found = _by_content(_narrow(head))
    if found is not None:
        return found
    if known is Format.HTML:
        return Format.HTML if _TAG.search(_narrow(head)) else Format.TEXT
    if known is None:
        raise UnreadableFileError(
            "unknown-format", f"This kind of file is not read; save the article as {READABLE}."
        )
    return known


def _by_content(head: bytes) -> Format | None:
    if _HTML.match(head.removeprefix(b"\xef\xbb\xbf")):
        return Format.HTML
    header = _HEADER.match(head)
    if header and len(_MAIL_FIELD.findall(header.group())) > 1:
        return Format.MAIL
    return None


def _narrow(head: bytes) -> bytes:
    """Return bytes in which ASCII patterns can be found, also of UTF-16 text."""
    return head.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")


def _refuse_containers(head: bytes) -> None:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n\0")
    for mark, what, remedy in _CONTAINERS:
        if start.startswith(mark) and (len(mark) > 2 or b"\0" in head or mark == b"\x1f\x8b"):
            raise UnreadableFileError(
                "unsupported-format", f"The file is {what}, which is not read; {remedy}."
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
