"""From a file to drafts: opened safely, sniffed, and given to the reader of its format."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable

from desktop.ingest.drafts import (
    SAVE_AS_TEXT,
    SPLIT,
    ArticleDraft,
    Reading,
    Remark,
    UnreadableFileError,
)
from desktop.ingest.sniffing import Format, sniff

MOST_BYTES = 25_000_000
NOT_A_FILE = "This is not a file that can be read; add a file or a folder."
Reader = Callable[[bytes], tuple[ArticleDraft, ...]]


def read_file(path: str) -> Reading:
    """Return what was read from a file, or why nothing was; never raises for what a file holds."""
    try:
        data = _read_bytes(path)
        return Reading(_reader(sniff(data, os.fsdecode(path)))(data))
    except UnreadableFileError as error:
        return Reading(problem=Remark(error.code, error.message))
    except (RecursionError, MemoryError):
        message = f"The file is too complex to be read; {SAVE_AS_TEXT}."
        return Reading(problem=Remark("too-complex", message))


def _read_bytes(path: str) -> bytes:
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
        if state.st_size > MOST_BYTES:
            raise too_large(state.st_size)
        try:
            data = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise unopened(error) from error
    if len(data) > MOST_BYTES:
        raise too_large(len(data))
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


def too_large(size: int) -> UnreadableFileError:
    """Return the refusal of a file that is larger than any article."""
    # Rounded up, so that a size over the limit never reads like the limit.
    megabytes = -(-size // 1_000_000)
    return UnreadableFileError(
        "file-too-large",
        f"The file has {megabytes} MB and files of more than 25 MB are not read; {SPLIT}.",
    )


def _reader(kind: Format) -> Reader:
    """Return the reader of a format; each is loaded when it is first needed."""
    if kind is Format.HTML:
        from desktop.ingest.html import read_html  # noqa: PLC0415

        return read_html
    if kind is Format.MARKDOWN:
        from desktop.ingest.markdown import read_markdown  # noqa: PLC0415

        return read_markdown
    if kind is Format.MAIL:
        from desktop.ingest.mail import read_mail  # noqa: PLC0415

        return read_mail
    if kind is Format.RECORDS:
        from desktop.ingest.records import read_records  # noqa: PLC0415

        return read_records
    from desktop.ingest.plain import read_plain  # noqa: PLC0415

    return read_plain
