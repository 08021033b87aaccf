"""The steps of an import in the window, and how its outcome is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.services.decisions import last_import
from desktop.services.importing import ImportSummary, find_barren, import_files
from desktop.services.jobs import JobKind, begin_job
from desktop.services.large_jobs import LargeJobs
from desktop.services.libraries import Library
from desktop.services.progress import FileOutcome, FileStatus, Progress
from desktop.services.readers import FileReader
from desktop.ui.words import counted

_translate = QCoreApplication.translate


class ImportSteps:
    """The steps of an import, and the decision that it became with its first article.

    Called again they go on where they stopped: `job_id` is that of the job that remembers it. What
    the program gives by itself is quiet, and no job to remember. At the end `remark` says which of
    the paths gave nothing, and what to do about it.
    """

    def __init__(
        self,
        library: Library,
        paths: Sequence[Path],
        *,
        large: LargeJobs | None = None,
        reader: FileReader | None = None,
        job_id: str = "",
    ) -> None:
        self.library, self.paths, self.job_id = library, tuple(paths), job_id
        self.decision: int | None = None
        self.remark = ""
        self._large, self._reader = large, reader

    @property
    def is_quiet(self) -> bool:
        """Say whether the program itself gives the files."""
        return self._large is None

    def __call__(self) -> Iterator[Progress]:
        """Take the steps."""
        outcomes: list[FileOutcome] = []
        for progress in self._begun():
            if progress.outcome is not None:
                outcomes.append(progress.outcome)
                self._note_decision(progress.outcome)
            yield progress
        self.remark = find_remark(self.paths, outcomes)

    def _begun(self) -> Iterator[Progress]:
        reader, self._reader = self._reader, None
        if self._large is None:
            return import_files(self.library, self.paths, notes_duplicates=False, reader=reader)
        if not self.job_id:
            label = _translate("Importing", "Adding articles")
            self.job_id = begin_job(self.library, JobKind.IMPORT, label, self.paths)
        return self._large.import_files(self.library, self.job_id, self.paths, reader=reader)

    def _note_decision(self, outcome: FileOutcome) -> None:
        added = outcome.status in (FileStatus.IMPORTED, FileStatus.ATTENTION)
        if added and self.decision is None:
            self.decision = last_import(self.library)


def find_remark(paths: Sequence[Path], outcomes: Sequence[FileOutcome]) -> str:
    """Return why one of the paths gave nothing, if one did."""
    for path, reason in find_barren(paths, outcomes).items():
        return reason if len(paths) == 1 else f"{path.name}: {reason}"
    return ""


def find_refusal(outcomes: Sequence[FileOutcome]) -> str:
    """Return why the first file that was refused was."""
    return next((outcome.error.message for outcome in outcomes if outcome.error is not None), "")


def summary_title(summary: ImportSummary) -> str:
    """Return in a few words what an import did."""
    if summary.added:
        return f"Added {counted(summary.added, 'article', 'articles')}"
    if summary.restored:
        return f"Restored {counted(summary.restored, 'article', 'articles')} from Trash"
    if summary.rejected and not summary.duplicates:
        return f"{counted(summary.rejected, 'file', 'files')} could not be read"
    return "Nothing was added"


def summary_note(summary: ImportSummary) -> str:
    """Return what else an import came to."""
    parts = [counted(summary.duplicates, "duplicate", "duplicates")]
    if summary.added and summary.restored:
        parts.append(f"{summary.restored} restored from Trash")
    if summary.attention:
        parts.append(f"{counted(summary.attention, 'file', 'files')} to look over")
    if summary.rejected:
        parts.append(f"{counted(summary.rejected, 'file', 'files')} not read")
    return ", ".join(parts)
