"""Sniffing: content goes before the ending."""

from __future__ import annotations

import gzip
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.drafts import UnreadableFileError
from desktop.ingest.formats import endings
from desktop.ingest.sniffing import Format, sniff

PAGE = b"<!DOCTYPE html><html><body><p>Words of a page.</p></body></html>"
MAIL = b"From: Ann <ann@example.org>\r\nSubject: Storm\r\nDate: Sat, 2 Nov 2024\r\n\r\nHi."

SAVED = (
    b"From: <Saved by Blink>\r\nSubject: Storm\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
)


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
        (b"\n\n %PDF-1.7 rest", "a.txt", Format.PDF),
        (b"HTTP/1.1 200\n\n%PDF-1.7 rest", "a.pdf", Format.PDF),
        (b"{\\rtf1 rest}", "a.md", Format.RICH_TEXT),
        (b"WARC/1.0\r\n", "a", Format.WEB_ARCHIVE),
        (gzip.compress(b"WARC/1.0\r\n", mtime=0), "a.warc", Format.WEB_ARCHIVE),
        (b"TY  - NEWS\nTI  - Storm\n", "a.bib", Format.REFERENCES),
        (b"% Mine\n@article{a, title = {Storm}}", "a.ris", Format.BIBTEX),
        (b"title,text\nStorm,Rain", "a.csv", Format.TABLE),
        (b"<?xml version='1.0'?>\n<!-- x --><rss version='2.0'>", "a.html", Format.FEED),
        (b"<!DOCTYPE rss [<!ENTITY a 'b'>]>\n<rss>", "a.xml", Format.FEED),
        (b"\n<feed xmlns='http://www.w3.org/2005/Atom'>", "a", Format.FEED),
        (b"<rdf:RDF xmlns='x'>", "a.rdf", Format.FEED),
        (SAVED, "a.eml", Format.SAVED_PAGE),
        (b"From a@b.org Sat Nov  2 10:00:00 2024\n" + MAIL, "a.mbox", Format.MAIL),
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
        (b"PK\x03\x04rest\0", "a.txt", "damaged"),
        (b"\x1f\x8b\x08rest", "a.warc.gz", "unsupported-format"),
        (b"Plain words.", "a.docx", "unknown-format"),
        (b"Plain words.", "a.pdf", "unknown-format"),
        (b"<urlset></urlset>", "a.xml", "unknown-format"),
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
@given(st.binary(max_size=300), st.sampled_from([f"a{ending}" for ending in (*endings(), ".xyz")]))
def test_any_bytes_have_a_format_or_are_refused(data: bytes, name: str) -> None:
    with suppress(UnreadableFileError):
        assert isinstance(sniff(data, name), Format)
