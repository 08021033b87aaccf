"""An import receipt in words: what became of each file, and of each piece of its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article, BlockKind
from desktop.core.model.spans import Span
from desktop.core.text.paragraphs import Paragraphs
from desktop.services.progress import FileStatus

if TYPE_CHECKING:  # the module brings the database along, which first paint must not wait for
    from desktop.services.receipts import ImportReceipt, ReceiptFile, ReceiptParagraph

_translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file of an import as the list shows it; `article` is the first that it gave."""

    name: str
    said: str
    status: FileStatus
    article: str | None
    letters: str = ""
    slot: int = -1


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of a page: part of the text and scored, part of it and set apart, or left out.

    `span` is its place in the text, None where it is left out; `number` its place in the receipt of
    its page, None where the reader told none. `why` says what kind it is, or why it was left out.
    """

    text: str
    why: str
    kept: bool
    span: Span | None
    number: int | None
    is_heading: bool = False
    by_user: bool = False


def file_lines(receipt: ImportReceipt, badges: dict[str, tuple[str, int]]) -> tuple[FileLine, ...]:
    """Return the files of an import; `badges` are letters and slots by outlet."""
    return tuple(_file_line(file, badges) for file in receipt.files)


def receipt_summary(receipt: ImportReceipt) -> str:
    """Return what an import came to: "5 added, 1 duplicate, 1 not read"."""
    parts: list[str] = []
    for status, words in (
        (FileStatus.IMPORTED, _translate("receipt", "{count} added")),
        (FileStatus.ATTENTION, _translate("receipt", "{count} to look over")),
        (FileStatus.DUPLICATE, _translate("receipt", "{count} in the library already")),
        (FileStatus.REJECTED, _translate("receipt", "{count} not read")),
    ):
        count = receipt.count(status)
        if count:
            parts.append(words.format(count=count))
    return ", ".join(parts)


def page_pieces(
    article: Article, analysis: Analysis, paragraphs: Sequence[ReceiptParagraph]
) -> tuple[Piece, ...]:
    """Return the blocks of a text, with the paragraphs of its page that were left out between."""
    left_out = _left_out(article.text, paragraphs)
    numbers = _numbers(article.text, paragraphs)
    pieces: list[Piece] = []
    for block in analysis.blocks:
        pieces += left_out.pop(block.span.start, ())
        number, by_user = numbers.get(block.span.start, (None, False))
        pieces.append(
            Piece(
                block.span.of(article.text),
                str(block.kind),
                block.scored,
                block.span,
                number,
                block.kind is BlockKind.HEADLINE,
                by_user,
            )
        )
    for start in sorted(left_out):
        pieces += left_out[start]
    return tuple(pieces)


def pieces_summary(pieces: Sequence[Piece]) -> str:
    """Return how much of a page is kept."""
    kept = sum(piece.kept for piece in pieces)
    words = _translate(
        "receipt", "{kept} kept, {apart} set apart. Nothing was deleted: it can be brought back."
    )
    return words.format(kept=kept, apart=len(pieces) - kept)


def _file_line(file: ReceiptFile, badges: dict[str, tuple[str, int]]) -> FileLine:
    article = file.articles[0] if file.articles else None
    letters, slot = badges.get(article.outlet, ("", -1)) if article else ("", -1)
    name = PurePath(file.path).name or file.path
    return FileLine(name, _said(file), file.status, article.id if article else None, letters, slot)


def _said(file: ReceiptFile) -> str:
    article = file.articles[0] if file.articles else None
    if article is not None and article.trashed:
        return _translate("receipt", "In the trash")
    if file.status is FileStatus.DUPLICATE:
        return _translate("receipt", "In the library already: {title}").format(
            title=article.title if article else ""
        )
    if file.status is FileStatus.REJECTED:
        return file.message
    parts = [_translate("receipt", "Added")]
    if len(file.articles) > 1:
        words = _translate("receipt", "{count} articles")
        parts = [words.format(count=len(file.articles))]
    elif article is not None and article.paragraphs:
        words = _translate("receipt", "{kept} of {count} paragraphs kept")
        parts.append(words.format(kept=article.kept, count=article.paragraphs))
    if file.message:
        parts.append(file.message)
    return " · ".join(parts)


def _left_out(text: str, paragraphs: Sequence[ReceiptParagraph]) -> dict[int, list[Piece]]:
    """Return what was left out of a page, by where the text goes on behind it."""
    lines, found = Paragraphs(text), dict[int, list[Piece]]()
    waiting: list[Piece] = []
    for paragraph in paragraphs:
        span = lines.find(paragraph.text) if paragraph.kept else None
        if span is not None:
            if waiting:
                found.setdefault(span.start, []).extend(waiting)
                waiting = []
        elif not paragraph.kept:
            by_user = paragraph.was_kept
            why = paragraph.reason or _translate("receipt", "left out by you")
            piece = Piece(paragraph.text, why, False, None, paragraph.number, False, by_user)
            waiting.append(piece)
    if waiting:
        found.setdefault(len(text) + 1, []).extend(waiting)
    return found


def _numbers(
    text: str, paragraphs: Sequence[ReceiptParagraph]
) -> dict[int, tuple[int | None, bool]]:
    """Return for the place of each kept paragraph its number, and whether the user kept it."""
    lines = Paragraphs(text)
    found: dict[int, tuple[int | None, bool]] = {}
    for paragraph in paragraphs:
        span = lines.find(paragraph.text) if paragraph.kept else None
        if span is not None:
            found[span.start] = (paragraph.number, not paragraph.was_kept)
    return found
