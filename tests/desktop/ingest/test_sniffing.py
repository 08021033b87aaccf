"""Sniffing: content goes before the ending."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.drafts import UnreadableFileError
from desktop.ingest.sniffing import Format, sniff

PAGE = b"<!DOCTYPE html><html><body><p>Words of a page.</p></body></html>"
MAIL = b"From: Ann <ann@example.org>\r\nSubject: Storm\r\nDate: Sat, 2 Nov 2024\r\n\r\nHi."


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"Plain words.", "a.txt", Format.TEXT),
        (b"Plain words.", "A.TXT", Format.TEXT),
        (b"# Head", "a.md", Format.MARKDOWN),
        (PAGE, "a.html", Format.HTML),
        (PAGE, "a.dat", Format.HTML),
        (PAGE, "a", Format.HTML),
        (PAGE, "a.txt", Format.TEXT),
        (b"Just words.", "a.html", Format.TEXT),
        (b"<p>Words", "a.htm", Format.HTML),
        (PAGE.decode().encode("utf-16"), "a.htm", Format.HTML),
        (MAIL, "a.eml", Format.MAIL),
        (MAIL, "a.bin", Format.MAIL),
        (b'{"text": "Words"}', "a.jsonl", Format.RECORDS),
        (b"PKK leader speaks in Ankara", "a.txt", Format.TEXT),
        (b"MZ is a short name for a town", "a.txt", Format.TEXT),
    ],
)
def test_a_file_is_what_its_content_says(data: bytes, name: str, expected: Format) -> None:
    assert sniff(data, name) is expected


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.txt", "empty-file"),
        (b" \r\n\0", "a.txt", "empty-file"),
        (b"PK\x03\x04rest", "a.txt", "unsupported-format"),
        (b"%PDF-1.7 rest", "a.txt", "unsupported-format"),
        (b"{\\rtf1 rest}", "a.md", "unsupported-format"),
        (b"\x89PNG\r\n\x1a\n rest", "a.txt", "picture"),
        (b"\xff\xd8\xff\xe0 rest", "photo.jpg", "picture"),
        (b"GIF89a rest", "a.html", "picture"),
        (bytes(range(256)) * 4, "a.txt", "not-text"),
        (b"Plain words.", "a.log", "unknown-format"),
        (b"Plain words.", "README", "unknown-format"),
    ],
)
def test_what_holds_no_article_is_refused(data: bytes, name: str, code: str) -> None:
    with pytest.raises(UnreadableFileError) as refusal:
        sniff(data, name)
    assert refusal.value.code == code
    what, remedy = refusal.value.message.split("; ")
    assert what
    assert remedy.endswith(".")
    assert "\n" not in remedy


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html", "a.json", "a.xyz"]))
def test_any_bytes_have_a_format_or_are_refused(data: bytes, name: str) -> None:
    with suppress(UnreadableFileError):
        assert isinstance(sniff(data, name), Format)
