"""Jobs that outlive the program: what is left of one is kept in its library until it has ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import JobRow
from desktop.ingest.reading import FileReader
from desktop.services.decision_log import now
from desktop.services.ids import new_id
from desktop.services.importing import import_files
from desktop.services.libraries import Library
from desktop.services.progress import Progress
from desktop.services.sessions import read_session, write_session

# A job that ended the program each time it began is offered, and no longer begun by itself.
_MOST_STARTS = 3


class JobKind(StrEnum):
    """What a job does."""

    IMPORT = "import"
    EXPORT = "export"
    BACKUP = "backup"


class JobState(StrEnum):
    """Whether a job goes on by itself at the next start, or waits for the user."""

    RUNNING = "running"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class UnfinishedJob:
    """A job that an earlier run of the program has not brought to its end."""

    id: str
    kind: JobKind
    label: str
    state: JobState
    data: dict[str, Any]

    @property
    def paths(self) -> tuple[Path, ...]:
        """Return the files and folders of an import, or the file that something goes to."""
        return tuple(Path(path) for path in self.data["paths"])

    @property
    def goes_on(self) -> bool:
        """Say whether the next start of the program takes it up by itself."""
        return self.state is JobState.RUNNING and self.data.get("starts", 0) < _MOST_STARTS


def begin_job(
    library: Library,
    kind: JobKind,
    label: str,
    paths: Sequence[Path],
    details: Mapping[str, Any] | None = None,
) -> str:
    """Write down that a job begins, and return its id; it is forgotten with `end_job`.

    Args:
        library: The library that the job works on.
        kind: What it does.
        label: What the user reads of it.
        paths: What an import reads, or the file that something goes to.
        details: What else the job needs to begin anew, as JSON.

    Raises:
        CrosslightError: The library cannot be written.
    """
    moment, job_id = now(), new_id()
    # A folder that the program was started in means nothing to the next start.
    data = {"paths": [str(path.absolute()) for path in paths], "starts": 1, **(details or {})}
    with write_session(library) as session:
        session.add(
            JobRow(
                id=job_id,
                kind=kind.value,
                label=label,
                state=JobState.RUNNING.value,
                data=data,
                made_at=moment,
                changed_at=moment,
            )
        )
    return job_id


def resume_job(library: Library, job_id: str) -> None:
    """Write down that a job is taken up again."""
    with write_session(library) as session:
        row = session.get(JobRow, job_id)
        if row is not None:
            row.data = {**row.data, "starts": row.data.get("starts", 0) + 1}
            _set_state(session, job_id, JobState.RUNNING)


def pause_job(library: Library, job_id: str, *, paused: bool = True) -> None:
    """Write down that a job waits for the user, or no longer does."""
    with write_session(library) as session:
        _set_state(session, job_id, JobState.PAUSED if paused else JobState.RUNNING)


def end_job(library: Library, job_id: str) -> None:
    """Forget a job that has come to its end or was given up."""
    with write_session(library) as session:
        session.execute(sa.delete(JobRow).where(JobRow.id == job_id))


def unfinished_jobs(library: Library) -> tuple[UnfinishedJob, ...]:
    """Return the jobs that earlier runs of the program left, the first first."""
    kinds = {kind.value for kind in JobKind}
    with read_session(library) as session:
        rows = session.scalars(sa.select(JobRow).order_by(JobRow.made_at, JobRow.id))
        return tuple(
            UnfinishedJob(row.id, JobKind(row.kind), row.label, JobState(row.state), row.data)
            for row in rows
            if row.kind in kinds
        )


def import_as_job(
    library: Library,
    job_id: str,
    paths: Sequence[Path],
    *,
    notes_duplicates: bool = True,
    reader: FileReader | None = None,
) -> Iterator[Progress]:
    """Import files under the id of a job, so that a later start reads what is left of them.

    The job is forgotten at its end; closed half way, as when the program ends, it stays.

    Raises:
        CrosslightError: As `import_files` does.
    """
    told = False
    for progress in import_files(
        library, paths, notes_duplicates=notes_duplicates, reader=reader, batch=job_id
    ):
        if progress.outcome is not None and not told:
            told = True
            _note_progress(library, job_id)
        yield progress
    end_job(library, job_id)


def _note_progress(library: Library, job_id: str) -> None:
    """Count starts anew: what brings something in does not end the program each time."""
    with write_session(library) as session:
        row = session.get(JobRow, job_id)
        if row is not None and row.data.get("starts", 0) > 1:
            row.data = {**row.data, "starts": 1}


def _set_state(session: Session, job_id: str, state: JobState) -> None:
    change = sa.update(JobRow).where(JobRow.id == job_id)
    session.execute(change.values(state=state.value, changed_at=now()))
