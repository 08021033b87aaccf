"""Files of each format, made up for tests: by the library that writes it, or by hand."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from docx import Document as WordDocument
from odfdo import Document as OpenDocument
from odfdo import Header, Paragraph

from desktop.ingest.drafts import ArticleDraft, Reading, UnreadableFileError

TITLE = "Storm closes the old bridge"
FIRST = "The storm came at night and tore the roof from a school in Anville, the mayor said."
SECOND = "Nobody was hurt, and the bridge will stay closed until Friday, the council decided."
BODY = f"{FIRST}\n\n{SECOND}\n"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# Words at a place of a page: from the left, from below, and the size of the print.
Print = tuple[float, float, float, str]


def only(found: Reading | tuple[ArticleDraft, ...]) -> ArticleDraft:
    drafts = found.drafts if isinstance(found, Reading) else found
    assert len(drafts) == 1
    return drafts[0]


def refusal(read: Callable[[bytes], object], data: bytes) -> UnreadableFileError:
    try:
        read(data)
    except UnreadableFileError as error:
        return error
    raise AssertionError("nothing was refused")


def paragraphs(draft: ArticleDraft) -> list[str]:
    return draft.text.strip("\n").split("\n\n")


def zipped(members: Mapping[str, bytes | str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def changed(data: bytes, parts: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """Return a package in which members of these names, without an ending, are other bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = {info.filename: package.read(info) for info in package.infolist()}
    return zipped({name: _changed(name, content, parts) for name, content in members.items()})


def _changed(name: str, content: bytes, parts: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    change = parts.get(name.rsplit("/", 1)[-1].partition(".")[0])
    return change(content) if change else content


def word(fill: Callable[[Any], object] | None = None, body: str = "") -> bytes:
    """Return a Word document with the article, what `fill` does, and markup at its end."""
    document = WordDocument()
    document.add_paragraph(TITLE, style="Title")
    document.add_paragraph(FIRST)
    document.add_paragraph(SECOND)
    if fill is not None:
        fill(document)
    packed = io.BytesIO()
    document.save(packed)
    if not body:
        return packed.getvalue()
    end = b"<w:sectPr"
    return changed(
        packed.getvalue(), {"document": lambda part: part.replace(end, body.encode() + end, 1)}
    )


def open_text(fill: Callable[[Any], object] | None = None, body: str = "") -> bytes:
    """Return an OpenDocument text with the article, and markup at its end."""
    document = OpenDocument("text")
    document.body.clear()
    document.body.append(Header(1, TITLE))
    document.body.append(Paragraph(FIRST))
    document.body.append(Paragraph(SECOND))
    if fill is not None:
        fill(document)
    packed = io.BytesIO()
    document.save(packed)
    end = b"</office:text>"
    return changed(
        packed.getvalue(), {"content": lambda part: part.replace(end, body.encode() + end, 1)}
    )


def rich(body: str, head: str = "\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}") -> bytes:
    return f"{{\\rtf1{head}\n{body}}}\n".encode("latin-1")


def printed(pages: Sequence[Sequence[Print]], info: str = "", extra: str = "") -> bytes:
    """Return a PDF document with words where they are told to stand."""
    kids = " ".join(f"{10 + 2 * n} 0 R" for n in range(len(pages)))
    objects = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        3: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        4: f"<< {info} >>",
    }
    for n, words in enumerate(pages):
        objects[10 + 2 * n] = (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R"
            f" >> >> /Contents {11 + 2 * n} 0 R >>"
        )
        stream = "".join(
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({_escaped(text)}) Tj ET\n"
            for x, y, size, text in words
        )
        objects[11 + 2 * n] = f"<< /Length {len(stream)} >>\nstream\n{stream}endstream"
    return _written(objects, extra)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _written(objects: Mapping[int, str], extra: str) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places: dict[int, int] = {}
    for number, content in objects.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    start, size = len(out), max(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n".encode()
    for number in range(1, size):
        used = "n" if number in places else "f"
        out += f"{places.get(number, 0):010d} 00000 {used} \n".encode()
    out += f"trailer\n<< /Size {size} /Root 1 0 R /Info 4 0 R {extra} >>\n".encode()
    return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())


def column(x: float, top: float, lines: Sequence[str], size: float = 11) -> list[Print]:
    """Return lines of print under one another."""
    return [(x, top - number * size * 1.25, size, line) for number, line in enumerate(lines)]


def web_archive(
    pages: Sequence[tuple[str, bytes]],
    *,
    kind: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    compressed: bool = False,
) -> bytes:
    """Return a web archive of pages, each compressed by itself where that is asked for."""
    records = [_record(address, content, kind, status) for address, content in pages]
    return b"".join(gzip.compress(record) if compressed else record for record in records)


def _record(address: str, content: bytes, kind: str, status: str) -> bytes:
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + content
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Date: 2024-11-02T10:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def page(number: int = 0, head: str = "") -> str:
    """Return a web page with an article that no other number has."""
    more = "The council had voted on it twice before, and both times the vote was put off. "
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{TITLE} {number}</title>{head}</head><body>'
        f"<nav><a href='/'>Home</a></nav><article><h1>{TITLE} {number}</h1><p>{FIRST} {more * 3}"
        f"</p><p>{SECOND} {more * 3} Report number {number}.</p></article></body></html>"
    )
