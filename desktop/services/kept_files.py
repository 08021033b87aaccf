"""Files that could not be read, or not well: what they are, why, and the bytes to try again."""

from __future__ import annotations

from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import FileOutcomeRow, ImportBatchRow, KeptFileRow
from desktop.ingest.drafts import SAVE_AS_TEXT
from desktop.ingest.folders import FoundFile
from desktop.services.errors import CrosslightError
from desktop.services.files import write_whole
from desktop.services.importing import import_reading
from desktop.services.libraries import Library
from desktop.services.originals import is_doubtful, unpack
from desktop.services.progress import FileOutcome, FileStatus, Problem, Progress
from desktop.services.readers import FileReader
from desktop.services.sessions import in_parts, read_session, require_writable

_BEAT_S = 0.25
_UNSETTLED = (FileStatus.REJECTED.value, FileStatus.ATTENTION.value)
_NO_REASON = Problem("no-article", f"No article was found in the file; {SAVE_AS_TEXT}.")


@dataclass(frozen=True, slots=True)
class UnsettledFile:
    """A file that was refused or is doubtful, as the last import of it left it.

    `has_original` says that its bytes are kept; there are none of a file that could not be opened.
    """

    id: int
    path: str
    status: FileStatus
    problem: Problem
    added: str
    article_ids: tuple[str, ...]
    has_original: bool

    @property
    def name(self) -> str:
        """The file's name without its folders."""
        return Path(self.path).name or self.path


@dataclass(frozen=True, slots=True)
class Retry:
    """What another attempt at a file came to; `outcome` is None where nothing has changed."""

    message: str
    outcome: FileOutcome | None = None


def list_unsettled(library: Library) -> tuple[UnsettledFile, ...]:
    """Return the files that need attention, the latest first.

    A file that a later import read without a doubt is settled.
    """
    query = _query().where(FileOutcomeRow.status.in_(_UNSETTLED)).order_by(FileOutcomeRow.id.desc())
    with read_session(library) as session:
        found = [_to_unsettled(*row) for row in session.execute(query)]
        last = _last_outcomes(session, list({file.path for file in found}))
    return tuple(file for file in found if last.get(file.path) == file.id)


def get_unsettled(library: Library, file_id: int) -> UnsettledFile:
    """Return one file that needs attention.

    Raises:
        CrosslightError: There is none with this id.
    """
    query = _query().where(FileOutcomeRow.id == file_id, FileOutcomeRow.status.in_(_UNSETTLED))
    with read_session(library) as session:
        row = session.execute(query).one_or_none()
    if row is None:
        raise CrosslightError(
            f"No file that needs attention has the number {file_id}.",
            "`crosslight files` lists them all.",
        )
    return _to_unsettled(*row)


def load_original(library: Library, file_id: int) -> bytes:
    """Return the bytes of a file as they came.

    Raises:
        CrosslightError: There are none, or they have been damaged.
    """
    file = get_unsettled(library, file_id)
    with read_session(library) as session:
        row = session.get(KeptFileRow, file_id)
        data = row.data if row else None
    if data is None:
        raise CrosslightError(
            f"The library holds no copy of {file.name}.", "Add the file itself again."
        )
    try:
        return unpack(data)
    except ValueError as error:
        raise CrosslightError(
            f"The copy of {file.name} in the library is damaged.", "Add the file itself again."
        ) from error


def save_original(library: Library, file_id: int, path: Path) -> None:
    """Write the file as it came to a place of the user's choice.

    Raises:
        CrosslightError: There is no copy of it.
        OSError: The place cannot be written to.
    """
    write_whole(path, load_original(library, file_id))


def retry_file(library: Library, file_id: int, reader: FileReader | None = None) -> Retry:
    """Read a file again from its kept bytes, and store what this version finds better.

    Raises:
        CrosslightError: There is no copy of it, or the library cannot be written.
    """
    steps = retry_steps(library, file_id, reader)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def retry_steps(
    library: Library, file_id: int, reader: FileReader | None = None
) -> Generator[Progress, None, Retry]:
    """Do as `retry_file` does, in steps that one can stop at while the file is being read.

    Raises:
        CrosslightError: There is no copy of it, or the library cannot be written.
    """
    require_writable(library)
    file = get_unsettled(library, file_id)
    data = load_original(library, file_id)
    with ThreadPoolExecutor(1) as pool, reader or FileReader() as open_reader:
        found = pool.submit(open_reader.read_data, file.name, data)
        while wait([found], _BEAT_S).not_done:
            yield Progress(0, 1, file.name)
        reading = found.result()
    if reading.problem is not None:
        return Retry(reading.problem.message)
    if is_doubtful(reading) and file.status is FileStatus.ATTENTION and file.article_ids:
        return Retry("The file was read as before; nothing has changed.")
    path = Path(file.path)
    outcome = import_reading(library, FoundFile(path, file.path, path.parent), reading)
    yield Progress(1, 1, file.name, outcome)
    return Retry(_describe(outcome), outcome)


def _describe(outcome: FileOutcome) -> str:
    if outcome.error is not None:
        return outcome.error.message
    number = len(outcome.articles)
    what = f"{number} article{'' if number == 1 else 's'}"
    if outcome.status is FileStatus.DUPLICATE:
        return f"The file was read: {what}, in the library already."
    return f"The file was read: {what} added."


def _query() -> sa.Select[FileOutcomeRow, str, bool]:
    has_original = KeptFileRow.outcome_id.is_not(None)
    return (
        sa.select(FileOutcomeRow, ImportBatchRow.started_at, has_original)
        .join(ImportBatchRow, ImportBatchRow.id == FileOutcomeRow.batch_id)
        .outerjoin(KeptFileRow, KeptFileRow.outcome_id == FileOutcomeRow.id)
    )


def _last_outcomes(session: Session, paths: list[str]) -> dict[str, int]:
    last: dict[str, int] = {}
    for some in in_parts(paths):
        query = sa.select(FileOutcomeRow.path, sa.func.max(FileOutcomeRow.id))
        rows = session.execute(
            query.where(FileOutcomeRow.path.in_(some)).group_by(FileOutcomeRow.path)
        )
        last.update(rows.all())
    return last


def _to_unsettled(row: FileOutcomeRow, added: str, has_original: bool) -> UnsettledFile:
    problem = Problem(row.code, row.message) if row.code and row.message else _NO_REASON
    return UnsettledFile(
        id=row.id,
        path=row.path,
        status=FileStatus(row.status),
        problem=problem,
        added=added,
        article_ids=tuple(row.articles),
        has_original=has_original,
    )
