"""Reads plain text files, and makes drafts of what other readers take for plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from desktop.ingest.drafts import SAVE_AGAIN, SPLIT, ArticleDraft, FileFacts, UnreadableFileError
from desktop.ingest.sniffing import Format
from desktop.ingest.texts import MOST_TEXT_BYTES, Decoded, clean_text, decode

_FEWEST_LETTERS = 3


def read_plain(data: bytes) -> tuple[ArticleDraft, ...]:
    """Return the one article of a text file, letter for letter.

    Raises:
        UnreadableFileError: It holds no words, or more than an article does.
    """
    decoded = decode(data)
    return (to_draft(decoded, decoded.text, Format.TEXT, FileFacts()),)


def to_draft(decoded: Decoded, text: str, kind: Format, facts: FileFacts) -> ArticleDraft:
    """Return a draft of `text`, which was found in what was decoded, with the decoding's doubt.

    Raises:
        UnreadableFileError: The text holds no words, or more than an article does.
    """
    kept = clean_text(text)
    letters = (letter for letter in kept if letter.isalnum())
    if len(list(islice(letters, _FEWEST_LETTERS))) < _FEWEST_LETTERS:
        raise UnreadableFileError("no-text", f"The file holds no words; {SAVE_AGAIN}.")
    if len(kept) > MOST_TEXT_BYTES or len(kept.encode("utf-8")) > MOST_TEXT_BYTES:
        raise UnreadableFileError(
            "text-too-long", f"The text is longer than 5 MB, more than an article has; {SPLIT}."
        )
    doubts = (decoded.doubt,) if decoded.doubt else ()
    return ArticleDraft(kept, kind.value, facts, doubts)


def row_lines(cells: Sequence[Sequence[str]]) -> Iterator[str]:
    """Give the lines of a table's row: one with tabs, or each cell's where one has several."""
    if all(len(cell) < 2 for cell in cells):
        line = "\t".join(cell[0] for cell in cells if cell)
        if line:
            yield line
    else:
        for cell in cells:
            yield from cell
