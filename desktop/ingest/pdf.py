"""Reads PDF documents: the text in the order of reading, without what printing adds to it."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportMissingTypeStubs=false
# pyright: reportUnknownArgumentType=false

from __future__ import annotations

import ctypes
import re
import time
from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import Any

import pypdfium2
from pypdfium2 import raw

from desktop.ingest.document_facts import Properties, facts_of_document
from desktop.ingest.drafts import SAVE_AS_TEXT, ArticleDraft, Remark, UnreadableFileError
from desktop.ingest.formats import Format
from desktop.ingest.packages import damaged
from desktop.ingest.pdf_lines import Line, in_reading_order
from desktop.ingest.pdf_paragraphs import to_paragraphs, without_heads
from desktop.ingest.plain import to_draft
from desktop.ingest.sniffing import locked
from desktop.ingest.texts import Decoded

_MOST_PAGES = 1000
_MOST_LETTERS = 6_000_000
_BUDGET_S = 9.0
_FEWEST_LETTERS = 20
_HEADLINE_SHARE = 1.25
_MOST_HEADLINE = 200
_GAP = 1.6
_LINE_ENDS = ("\r", "\n")
# How the library tells of a hyphen that divides a word at the end of a line.
_HYPHENS = ("\u0002", "\ufffe")
_MOMENT = re.compile(r"D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(?:\d\d)?)?(?:(Z)|([+-]\d\d)'?(\d\d))?")
_PICTURES = Remark(
    "pages-without-text",
    "Some pages of the document are pictures without text, and their words are missing.",
)


def read_pdf(data: bytes) -> tuple[ArticleDraft, ...]:
    """Return the one article of a PDF document.

    Raises:
        UnreadableFileError: It is damaged or locked, a scan without text, or too long.
    """
    document = _open(data)
    try:
        pages, pictures = _read_pages(document)
        properties = _properties(document)
    finally:
        document.close()
    letters = sum(letter.isalnum() for page in pages for line in page for letter in line.text)
    if letters < _FEWEST_LETTERS and pictures:
        raise UnreadableFileError(
            "scan",
            "The document is a scan, a picture of text; let a program recognize its text and add"
            " that.",
        )
    bodies = without_heads(pages)
    columns = [column for lines in bodies for column in in_reading_order(lines)]
    lines = to_paragraphs(columns)
    facts, statements = facts_of_document(properties, lines, _headline(columns))
    draft = to_draft(Decoded(""), "\n\n".join(lines) + "\n", Format.PDF, facts)
    doubts = (*draft.doubts, _PICTURES) if pictures else draft.doubts
    return (replace(draft, doubts=doubts, statements=statements),)


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise locked("The document") from error
        if "security" in str(error).lower():
            raise locked("The document") from error
        raise damaged("The document") from error
    if len(document) > _MOST_PAGES:
        document.close()
        raise UnreadableFileError(
            "text-too-long",
            f"The document has more than {_MOST_PAGES} pages, more than an article has; save the"
            " pages of the article and add those.",
        )
    return document


def _read_pages(document: pypdfium2.PdfDocument) -> tuple[list[list[Line]], int]:
    """Return the lines of each page, and how many pages are pictures without text."""
    until = time.process_time() + _BUDGET_S
    pages: list[list[Line]] = []
    pictures, letters = 0, 0
    for number in range(len(document)):
        if time.process_time() > until or letters > _MOST_LETTERS:
            raise UnreadableFileError(
                "too-complex", f"The document is too complex to be read; {SAVE_AS_TEXT}."
            )
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            pages.append([])
            continue
        lines = _lines_of(page)
        letters += sum(len(line.text) for line in lines)
        if not lines and _has_picture(page):
            pictures += 1
        pages.append(lines)
        page.close()
    return pages, pictures


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    return next(iter(page.get_objects((raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3)), None) is not None


def _lines_of(page: pypdfium2.PdfPage) -> list[Line]:
    try:
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return []
    try:
        return _Letters(text.raw, text.count_chars()).lines()
    finally:
        text.close()


class _Letters:
    """Goes over the letters of a page in the order of the file and puts them into lines."""

    def __init__(self, text: Any, count: int) -> None:  # noqa: ANN401
        self._text, self._count = text, count
        self._box = raw.FS_RECTF()
        self._lines: list[Line] = []
        self._letters: list[str] = []
        self._sides: list[float] = []
        self._size = 0.0

    def lines(self) -> list[Line]:
        """Return the lines; text that stands upright or on its head is left out."""
        unicode, box = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
        here = ctypes.byref(self._box)
        last: tuple[float, float] | None = None
        for at in range(self._count):
            letter = _to_letter(unicode(self._text, at))
            if letter in _LINE_ENDS:
                self._end()
                last = None
                continue
            if not letter:
                continue
            box(self._text, at, here)
            left, right = self._box.left, self._box.right
            if letter.isspace() or right <= left:
                self._letters.append(letter)
                continue
            if last and max(left - last[1], last[0] - right) > _GAP * max(self._size, 1.0):
                self._end()
            if not self._sides:
                self._size = raw.FPDFText_GetFontSize(self._text, at)
                self._size = max(self._size, 0.0) or self._box.top - self._box.bottom
                self._size = self._scaled(self._size)
            self._add(letter, left, right)
            last = (left, right)
        self._end()
        return self._lines

    def _scaled(self, size: float) -> float:
        # A stated size may be in a unit of its own, which the height of the letter is not.
        height = self._box.top - self._box.bottom
        return size if 0.5 * height <= size <= 2 * height else height

    def _add(self, letter: str, left: float, right: float) -> None:
        if not self._sides:
            self._sides = [left, right, self._box.bottom, self._box.top]
        else:
            sides = self._sides
            self._sides = [
                min(sides[0], left),
                max(sides[1], right),
                min(sides[2], self._box.bottom),
                max(sides[3], self._box.top),
            ]
        self._letters.append(letter)

    def _end(self) -> None:
        words = " ".join("".join(self._letters).split(" ")).strip()
        if words and self._sides:
            left, right, bottom, top = self._sides
            self._lines.append(Line(words, left, right, bottom, top, self._size))
        self._letters, self._sides = [], []


def _to_letter(code: int) -> str:
    if code in (0, 0xFFFF) or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return ""
    letter = chr(code)
    return "-" if letter in _HYPHENS else letter


def _headline(columns: Sequence[Sequence[Line]]) -> str:
    """Return the largest print among the first lines, if it is larger than the text."""
    lines = [line for column in columns for line in column]
    if len(lines) < 3:
        return ""
    usual = median(line.size for line in lines)
    head = lines[:12]
    largest = max(line.size for line in head)
    if largest < _HEADLINE_SHARE * usual:
        return ""
    start = next(at for at, line in enumerate(head) if line.size == largest)
    words: list[str] = []
    for line in head[start:]:
        if abs(line.size - largest) > 0.5:
            break
        words.append(line.text)
    text = " ".join(" ".join(words).split())
    return text if len(text) <= _MOST_HEADLINE and " " in text else ""


def _properties(document: pypdfium2.PdfDocument) -> Properties:
    try:
        stated = document.get_metadata_dict(skip_empty=True)
    except (pypdfium2.PdfiumError, UnicodeError):
        return Properties()
    author = stated.get("Author", "")
    return Properties(
        title=stated.get("Title", ""),
        authors=tuple(name.strip() for name in author.split(";") if name.strip()),
        saved=_iso(stated.get("CreationDate", "")),
        dates=(_iso(stated.get("ModDate", "")),),
    )


def _iso(written: str) -> str:
    found = _MOMENT.match(written)
    if found is None:
        return ""
    year, month, day, hour, minute, zulu, hours, minutes = found.groups()
    clock = f"T{hour}:{minute}" if hour else ""
    zone = ("Z" if zulu else f"{hours}:{minutes}" if hours else "") if clock else ""
    return f"{year}-{month}-{day}{clock}{zone}"
