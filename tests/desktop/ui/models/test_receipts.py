"""A receipt in words: its files, and the pieces of a page in their order."""

from __future__ import annotations

import pytest

from desktop.core.analysis.articles import analyze_article
from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article
from desktop.services.lexicons import load_lexicons
from desktop.services.progress import FileStatus
from desktop.services.receipts import (
    ImportReceipt,
    ReceiptArticle,
    ReceiptFile,
    ReceiptParagraph,
)
from desktop.ui.models.receipts import (
    file_lines,
    page_pieces,
    pieces_summary,
    receipt_summary,
)

TEXT = """Storm tears roof from school

The storm that hit the coast of Norland on Friday tore the roof from a school in Anville.

Nobody was hurt in the night, but forty families had to leave their houses near the quay.
"""
LINES = [line for line in TEXT.splitlines() if line]


def article(
    name: str = "a", *, kept: int = 0, of: int = 0, trashed: bool = False
) -> ReceiptArticle:
    return ReceiptArticle(name, f"Storm {name}", "Norland Wire", trashed, kept, of)


def file(
    status: FileStatus, *articles: ReceiptArticle, message: str = "", path: str = "/in/a.html"
) -> ReceiptFile:
    return ReceiptFile(path, status, "code" if message else "", message, articles)


def paragraph(
    number: int, text: str, *, kept: bool, was_kept: bool | None = None
) -> ReceiptParagraph:
    before = kept if was_kept is None else was_kept
    return ReceiptParagraph(number, text, kept, before, "" if before else "share line")


@pytest.fixture
def read() -> tuple[Article, Analysis]:
    """Return an article and its analysis."""
    made = Article("a", TEXT)
    return made, analyze_article(made, load_lexicons())


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (file(FileStatus.IMPORTED, article()), "Added"),
        (file(FileStatus.IMPORTED, article(kept=7, of=9)), "Added · 7 of 9 paragraphs kept"),
        (file(FileStatus.IMPORTED, article("a"), article("b")), "2 articles"),
        (file(FileStatus.ATTENTION, article(), message="Guessed."), "Added · Guessed."),
        (file(FileStatus.REJECTED, message="It is empty."), "It is empty."),
        (file(FileStatus.DUPLICATE, article()), "In the library already: Storm a"),
        (file(FileStatus.IMPORTED, article(trashed=True)), "In the trash"),
    ],
)
def test_a_file_says_what_became_of_it(made: ReceiptFile, said: str) -> None:
    (line,) = file_lines(ImportReceipt("b", "2024", (made,)), {"Norland Wire": ("NW", 3)})
    assert (line.name, line.said, line.status) == ("a.html", said, made.status)
    assert line.article == (made.articles[0].id if made.articles else None)
    assert (line.letters, line.slot) == (("NW", 3) if made.articles else ("", -1))


def test_an_import_is_summed_up() -> None:
    statuses = (FileStatus.IMPORTED, FileStatus.IMPORTED, FileStatus.DUPLICATE, FileStatus.REJECTED)
    files = tuple(file(status, article()) for status in statuses)
    receipt = ImportReceipt("b", "2024", files)
    assert receipt_summary(receipt) == "2 added, 1 in the library already, 1 not read"
    assert receipt_summary(ImportReceipt("b", "2024", ())) == ""


def test_the_blocks_of_a_text_are_its_pieces(read: tuple[Article, Analysis]) -> None:
    pieces = page_pieces(*read, ())
    assert [piece.text for piece in pieces] == LINES
    assert all(piece.kept and piece.span is not None for piece in pieces)
    assert [piece.is_heading for piece in pieces] == [True, False, False]
    assert [piece.number for piece in pieces] == [None, None, None]


def test_what_was_left_out_stands_where_the_page_had_it(read: tuple[Article, Analysis]) -> None:
    told = [
        paragraph(0, "Home · Sport", kept=False),
        paragraph(1, LINES[0], kept=True),
        paragraph(2, LINES[1], kept=True),
        paragraph(3, "Share this", kept=False),
        paragraph(4, LINES[2], kept=True),
        paragraph(5, "All rights reserved.", kept=False),
    ]
    pieces = page_pieces(*read, told)
    assert [piece.text for piece in pieces] == [each.text for each in told]
    assert [piece.kept for piece in pieces] == [each.kept for each in told]
    assert [piece.number for piece in pieces] == [0, 1, 2, 3, 4, 5]
    assert pieces[3].why == "share line"
    assert pieces_summary(pieces).startswith("3 kept, 3 set apart. ")


def test_what_the_user_moved_is_marked(read: tuple[Article, Analysis]) -> None:
    told = [
        paragraph(0, LINES[0], kept=True),
        paragraph(1, LINES[1], kept=True, was_kept=False),
        paragraph(2, "The ferry waits.", kept=False, was_kept=True),
        paragraph(3, LINES[2], kept=True),
    ]
    pieces = page_pieces(*read, told)
    assert [(piece.text, piece.by_user) for piece in pieces] == [
        (LINES[0], False),
        (LINES[1], True),
        ("The ferry waits.", True),
        (LINES[2], False),
    ]
    assert pieces[2].why == "left out by you"
