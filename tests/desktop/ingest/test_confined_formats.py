"""Every format is read inside the confinement: what its library loads late is still found."""

from __future__ import annotations

import gzip
import io
import textwrap
import zipfile
import zlib
from collections.abc import Iterator

import pytest

from desktop.ingest.reading import FileReader

WORDS = (
    "The storm that hit the coast of Norland on Friday tore the roof from a school in Anville, the "
    "mayor said, and forty families had to leave their houses in the night before the morning."
)
PAGE = f"<html><head><title>Storm in Anville</title></head><body><article><p>{WORDS}</p></article>"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
LINKS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
WORD = (
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/'
    f'2006/main"><w:body><w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p></w:body></w:document>'
)
OPEN = (
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:'
    'xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    f"<office:text><text:p>{WORDS}</text:p></office:text></office:body></office:document-content>"
)
MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:'
    'manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/'
    'vnd.oasis.opendocument.text"/></manifest:manifest>'
)
MAIL = f"From: ann@one.invalid\r\nSubject: Storm\r\nMIME-Version: 1.0\r\n\r\n{WORDS}\r\n"
SAVED = (
    "From: <Saved by a browser>\r\nSubject: Storm\r\nMIME-Version: 1.0\r\nContent-Type: multipart/"
    'related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
    f"Content-Location: https://one.invalid/storm\r\n\r\n{PAGE}\r\n--b--\r\n"
)
FEED = (
    "<?xml version='1.0'?><rss version='2.0'><channel><title>One</title><item><title>Storm</title>"
    f"<description>{WORDS}</description></item></channel></rss>"
)


def pack(entries: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in entries.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def pdf() -> bytes:
    lines = textwrap.wrap(WORDS, 60)
    shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
    content = zlib.compress(f"BT /F 12 Tf 72 700 Td {shown}ET".encode())
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources 6 0 R>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Font<</F 5 0 R>>>>",
    ]
    data, places = b"%PDF-1.4\n", list[int]()
    for number, part in enumerate(parts, start=1):
        places.append(len(data))
        data += b"%d 0 obj%sendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    tail = b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, len(data))
    return data + head + table + tail


def warc() -> bytes:
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{PAGE}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://one.invalid/storm\r\n"
        "WARC-Date: 2024-11-02T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + body + b"\r\n\r\n")


FILES: dict[str, bytes] = {
    "a.txt": WORDS.encode(),
    "guessed.txt": f"{WORDS} Élève, «déjà» à l’école.".encode("cp1252"),
    "a.md": f"# Storm\n\n{WORDS}".encode(),
    "a.html": PAGE.encode(),
    "a.mhtml": SAVED.encode(),
    "a.docx": pack({"[Content_Types].xml": TYPES, "_rels/.rels": LINKS, "word/document.xml": WORD}),
    "a.odt": pack({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": OPEN,
                   "META-INF/manifest.xml": MANIFEST}),
    "a.rtf": (r"{\rtf1\ansi " + WORDS + r"\par}").encode(),
    "a.pdf": pdf(),
    "a.eml": MAIL.encode(),
    "a.json": f'{{"title": "Storm", "text": "{WORDS}"}}'.encode(),
    "a.jsonl": f'{{"title": "Storm", "text": "{WORDS}"}}\n'.encode(),
    "a.csv": f'title,text\nStorm,"{WORDS}"\n'.encode(),
    "a.xml": FEED.encode(),
    "a.zip": pack({"a.txt": WORDS}),
    "a.warc.gz": warc(),
    "a.ris": f"TY  - NEWS\r\nTI  - Storm\r\nAB  - {WORDS}\r\nER  - \r\n".encode(),
    "a.bib": f"@article{{a, title = {{Storm}}, abstract = {{{WORDS}}}}}".encode(),
}  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> Iterator[FileReader]:
    with FileReader() as made:
        yield made


@pytest.mark.parametrize("name", FILES)
def test_a_format_is_read_in_a_process_that_may_do_nothing_else(
    reader: FileReader, name: str
) -> None:
    reading = reader.read_data(name, FILES[name])
    assert reading.problem is None
    text = " ".join(" ".join(draft.text for draft in reading.drafts).split())
    assert WORDS in text


def test_a_process_that_has_read_all_formats_is_the_one_that_was_started() -> None:
    with FileReader() as reader:
        reader.start()
        first = reader.pid
        for name, data in FILES.items():
            reader.read_data(name, data)
        assert reader.pid == first
