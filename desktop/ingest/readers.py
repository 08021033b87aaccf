"""From a file to drafts: opened safely, sniffed, and given to the reader of its format."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from importlib import import_module
from typing import cast

from desktop.ingest.archives import ArchiveReader
from desktop.ingest.drafts import (
    SAVE_AS_TEXT,
    SPLIT,
    ArticleDraft,
    Reading,
    Remark,
    UnreadableFileError,
)
from desktop.ingest.formats import Format, find_format
from desktop.ingest.sniffing import sniff

MOST_BYTES = 25_000_000
# An archive holds many articles; each of them has the limit of a file.
MOST_ARCHIVE_BYTES = 100_000_000
NOT_A_FILE = "This is not a file that can be read; add a file or a folder."
Reader = Callable[[bytes], tuple[ArticleDraft, ...] | Reading]
_READERS = {
    Format.TEXT: ("plain", "read_plain"),
    Format.MARKDOWN: ("markdown", "read_markdown"),
    Format.HTML: ("html", "read_html"),
    Format.SAVED_PAGE: ("mhtml", "read_saved_page"),
    Format.WORD: ("docx", "read_docx"),
    Format.OPEN_TEXT: ("odt", "read_odt"),
    Format.RICH_TEXT: ("rtf", "read_rtf"),
    Format.PDF: ("pdf", "read_pdf"),
    Format.MAIL: ("mail", "read_mails"),
    Format.RECORDS: ("records", "read_records"),
    Format.TABLE: ("csv_tables", "read_table"),
    Format.FEED: ("feeds", "read_feed"),
    Format.WEB_ARCHIVE: ("warcs", "read_web_archive"),
    Format.REFERENCES: ("references", "read_ris"),
    Format.BIBTEX: ("references", "read_bibtex"),
}


def read_file(path: str) -> Reading:
    """Return what was read from a file, or why nothing was; never raises for what a file holds."""
    try:
        return read_data(load_file(path), os.fsdecode(path))
    except UnreadableFileError as error:
        return Reading(problem=Remark(error.code, error.message))


def read_data(data: bytes, name: str) -> Reading:
    """Return what the bytes of a file hold, or why it is nothing; `name` is only looked at."""
    try:
        return _read_as(sniff(data, name), data, ArchiveReader(_read_member))
    except UnreadableFileError as error:
        return Reading(problem=Remark(error.code, error.message))
    except (RecursionError, MemoryError):
        message = f"The file is too complex to be read; {SAVE_AS_TEXT}."
        return Reading(problem=Remark("too-complex", message))


def load_file(path: str) -> bytes:
    """Return the bytes of a file, without waiting for what is none.

    Raises:
        UnreadableFileError: It cannot be opened, is no file, or is larger than any article.
    """
    # Without O_NONBLOCK, opening a pipe would wait for a writer for ever.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags)
    except OSError as error:
        raise unopened(error) from error
    with os.fdopen(handle, "rb") as file:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            raise UnreadableFileError("not-a-file", NOT_A_FILE)
        most = most_bytes(path)
        if state.st_size > most:
            raise too_large(state.st_size, most)
        try:
            data = file.read(most + 1)
        except OSError as error:
            raise unopened(error) from error
    if len(data) > most:
        raise too_large(len(data), most)
    return data


def unopened(error: OSError) -> UnreadableFileError:
    """Return the refusal of a file that the system does not open."""
    if isinstance(error, FileNotFoundError):
        return UnreadableFileError(
            "missing", "There is no such file; check its name and its folder."
        )
    if isinstance(error, PermissionError):
        return UnreadableFileError(
            "unreadable", "You may not read this file; change its permissions and add it again."
        )
    reason = (error.strerror or "unknown error").lower()
    return UnreadableFileError(
        "unreadable", f"The file cannot be read: {reason}; copy it elsewhere and add the copy."
    )


def most_bytes(name: str) -> int:
    """Return how large a file of this name may be."""
    known = find_format(os.fsdecode(name))
    return MOST_ARCHIVE_BYTES if known and known.kind == "archive" else MOST_BYTES


def too_large(size: int, most: int = MOST_BYTES) -> UnreadableFileError:
    """Return the refusal of a file that is larger than any article."""
    # Rounded up, so that a size over the limit never reads like the limit.
    megabytes = -(-size // 1_000_000)
    return UnreadableFileError(
        "file-too-large",
        f"The file has {megabytes} MB and files of more than {most // 1_000_000} MB are not read;"
        f" {SPLIT}.",
    )


def _read_as(kind: Format, data: bytes, archive: ArchiveReader) -> Reading:
    """Read bytes as a format; what it takes is loaded when the first file of it is read."""
    if kind is Format.ARCHIVE:
        return archive.read_archive(data)
    module, name = _READERS[kind]
    reader = cast("Reader", getattr(import_module(f"desktop.ingest.{module}"), name))
    found = reader(data)
    return found if isinstance(found, Reading) else Reading(found)


def _read_member(data: bytes, name: str, archive: ArchiveReader) -> Reading:
    try:
        return _read_as(sniff(data, name), data, archive)
    except (UnreadableFileError, MemoryError):
        raise
    except Exception as error:
        # A fault in any parser means one unread member; the others are read.
        raise UnreadableFileError("unreadable", "It is damaged.") from error
