"""The bytes of files that were refused or are doubtful, packed to be kept in the library."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import KeptFileRow
from desktop.ingest.drafts import Reading
from desktop.ingest.reading import FileRead

# A file of another kind is no article, and whoever has it has it still.
_NOT_WORTH_KEEPING = frozenset({
    "empty-file", "no-reader", "not-text", "picture", "unknown-format", "unsupported-format",
})  # fmt: skip
_LEVEL = 6
# What a library keeps in all: a folder of a thousand scans must not swell it without end.
MOST_KEPT = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Original:
    """A packed file; the digest is that of `data`, as which it is stored."""

    sha256: str
    data: bytes


def pack(read: FileRead) -> Original | None:
    """Return the packed bytes of a file if what was read from it leaves something to be desired."""
    if read.data is None or not is_doubtful(read.reading):
        return None
    data = zlib.compress(read.data, _LEVEL)
    return Original(hashlib.sha256(data).hexdigest(), data)


def unpack(data: bytes) -> bytes:
    """Return the file as it came.

    Raises:
        ValueError: What was kept has been damaged.
    """
    try:
        return zlib.decompress(data)
    except zlib.error as error:
        raise ValueError("the kept file is damaged") from error


def is_doubtful(reading: Reading) -> bool:
    """Say whether a later version may read more of a file, or its user wants to look into it."""
    if reading.problem is not None:
        return reading.problem.code not in _NOT_WORTH_KEEPING
    return bool(reading.remarks) or any(draft.doubts for draft in reading.drafts)


def room_for_originals(session: Session) -> int:
    """Return how many bytes of packed files the library still takes."""
    used = session.scalar(sa.select(sa.func.sum(sa.func.length(KeptFileRow.data))))
    return max(0, MOST_KEPT - (used or 0))


def to_row(outcome_id: int, original: Original) -> KeptFileRow:
    """Return the row that keeps a file beside what became of it."""
    return KeptFileRow(outcome_id=outcome_id, sha256=original.sha256, data=original.data)
