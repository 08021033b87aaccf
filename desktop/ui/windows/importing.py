"""Adding articles: from files dropped, chosen or named, then analyzed and grouped by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop.services.analyses import analyze_articles
from desktop.services.articles import count_articles
from desktop.services.decisions import last_import
from desktop.services.events import group_library, is_grouped
from desktop.services.importing import ImportSummary, find_barren, import_files, summarize
from desktop.services.libraries import Library, sample_articles
from desktop.services.progress import FileOutcome, FileStatus, Progress
from desktop.services.readers import FileReader
from desktop.ui.jobs import Job, JobState
from desktop.ui.panels.drop_overlay import READABLE
from desktop.ui.panels.problems import FileProblem
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.workspace import Workspace
from desktop.ui.words import counted


class Importing(QObject):
    """Starts imports and what follows them, and tells how they went."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._problems: list[FileProblem] = []
        self._quiet = False
        self._waiting: list[Path] = []
        self._reader: FileReader | None = None
        commands = window.commands
        commands["add"].triggered.connect(self.ask_files)
        commands["add folder"].triggered.connect(self.ask_folder)
        commands["group"].triggered.connect(self.group)
        window.drop.paths_dropped.connect(self.add)
        first_run = window.library.first_run
        first_run.files_requested.connect(self.ask_files)
        first_run.folder_requested.connect(self.ask_folder)
        window.jobs_panel.skip_requested.connect(self._skip)
        workspace.opened.connect(self._begin)

    def take_reader(self, reader: FileReader) -> None:
        """Take a reader that was started ahead, for the first import."""
        self._reader = reader

    def close(self) -> None:
        """End the reader that no import has used."""
        if self._reader is not None:
            self._reader.close()

    def add(self, paths: Sequence[Path]) -> None:
        """Import files and folders; before a library is open they wait for it."""
        library = self._workspace.library
        if library is None:
            self._waiting.extend(paths)
        elif paths:
            self._start(library, paths)

    def add_samples(self) -> None:
        """Import the sample articles without a word; those that are there are not added twice."""
        library = self._workspace.library
        if library is not None and not library.read_only:
            self._start(library, sample_articles(), quiet=True)

    def ask_files(self) -> None:
        """Ask for files and import them."""
        kinds = " ".join(f"*{ending}" for ending in READABLE)
        readable = self.tr("Articles ({kinds})").format(kinds=kinds)
        names, _filter = QFileDialog.getOpenFileNames(
            self._window, self.tr("Add articles"), "", f"{readable};;{self.tr('All files')} (*)"
        )
        self.add([Path(name) for name in names])

    def ask_folder(self) -> None:
        """Ask for a folder and import what is in it."""
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Add folder"))
        if name:
            self.add([Path(name)])

    def analyze(self) -> None:
        """Analyze what has no current analysis, then group."""
        library = self._workspace.library
        if library is None or library.read_only:
            return
        steps = partial(analyze_articles, library)
        job = Job(self.tr("Analyzing wording"), "refresh", steps)
        job.finished.connect(partial(self._finish_analyzing, job))
        self._workspace.jobs.start(job)

    def group(self) -> None:
        """Group the articles into events."""
        library = self._workspace.library
        if library is None or library.read_only:
            return
        job = Job(
            self.tr("Grouping into events"), "calendar-event", partial(group_library, library)
        )
        job.finished.connect(partial(self._finish_grouping, job))
        self._workspace.jobs.start(job)

    def _begin(self) -> None:
        self._problems = []
        self._window.jobs_panel.show_problems([])
        paths, self._waiting = self._waiting, []
        if paths:
            self.add(paths)
        elif self._workspace.can_write:
            # A newer engine or lexicon makes stored analyses out of date: they are made again.
            self.analyze()

    def _start(self, library: Library, paths: Sequence[Path], *, quiet: bool = False) -> None:
        reader, self._reader = self._reader, None
        steps = _Import(library, paths, reader, is_quiet=quiet)
        job = Job(self.tr("Adding articles"), "file-import", steps)
        job.progressed.connect(self._workspace.changed)
        job.finished.connect(partial(self._finish, job, steps))
        self._workspace.jobs.start(job)

    def _finish(self, job: Job, steps: _Import) -> None:
        summary = summarize(job.outcomes)
        job.title, job.note = _title(summary), _note(summary)
        job.has_added = bool(summary.article_ids)
        job.decision = steps.decision if steps.library is self._workspace.library else None
        self._keep_problems(job.outcomes)
        self._workspace.changed.emit()
        if summary.article_ids:
            self.analyze()
        if job.state is JobState.FAILED and job.error is not None:
            self._workspace.troubled.emit(job.error)
        elif not steps.is_quiet:
            self._tell(job, summary, steps.remark)

    def _tell(self, job: Job, summary: ImportSummary, remark: str) -> None:
        undo = bool(summary.article_ids)
        problems = summary.rejected + summary.attention
        reason = "" if undo else remark or _refusal(job.outcomes)
        self._window.toast.show_message(
            _title(summary),
            reason or _note(summary),
            undoes=job.decision,
            can_show=undo or problems > 0,
            is_good=not problems and not reason,
        )

    def _keep_problems(self, outcomes: Sequence[FileOutcome]) -> None:
        self._problems += [
            FileProblem(
                outcome.path,
                Path(outcome.path).name,
                outcome.error.message,
                refused=outcome.status is FileStatus.REJECTED,
            )
            for outcome in outcomes
            if outcome.error is not None
        ]
        self._window.jobs_panel.show_problems(self._problems)

    def _skip(self, problem: FileProblem) -> None:
        self._problems = [kept for kept in self._problems if kept is not problem]
        self._window.jobs_panel.show_problems(self._problems)

    def _finish_analyzing(self, job: Job) -> None:
        if job.progress is None and job.state is JobState.DONE:
            self._workspace.jobs.forget(job)  # nothing was to be done
            # A window that closed after the analysis left the grouping to the next one.
            self._workspace.read(_lacks_events, lambda lacks: self.group() if lacks else None)
            return
        self._workspace.changed.emit()
        if job.state is JobState.DONE:
            self.group()

    def _finish_grouping(self, job: Job) -> None:
        if job.state is JobState.DONE:
            job.note = self.tr("Groups that you named keep their names.")
        self._workspace.changed.emit()
        self._workspace.settled.emit()


class _Import:
    """The steps of an import, and the decision that it became with its first article.

    At its end `remark` says which of the paths gave nothing, and what to do about it.
    """

    def __init__(
        self,
        library: Library,
        paths: Sequence[Path],
        reader: FileReader | None,
        *,
        is_quiet: bool,
    ) -> None:
        self.library, self.is_quiet = library, is_quiet
        self.decision: int | None = None
        self.remark = ""
        self._paths, self._reader = paths, reader

    def __call__(self) -> Iterator[Progress]:
        outcomes: list[FileOutcome] = []
        steps = import_files(
            self.library,
            self._paths,
            notes_duplicates=not self.is_quiet,
            reader=self._reader,
        )
        for progress in steps:
            if progress.outcome is not None:
                outcomes.append(progress.outcome)
                self._note_decision(progress.outcome)
            yield progress
        self.remark = _remark(self._paths, outcomes)

    def _note_decision(self, outcome: FileOutcome) -> None:
        added = outcome.status in (FileStatus.IMPORTED, FileStatus.ATTENTION)
        if added and self.decision is None:
            self.decision = last_import(self.library)


def _lacks_events(library: Library) -> bool:
    return count_articles(library).all > 0 and not is_grouped(library)


def _remark(paths: Sequence[Path], outcomes: Sequence[FileOutcome]) -> str:
    for path, reason in find_barren(paths, outcomes).items():
        return reason if len(paths) == 1 else f"{path.name}: {reason}"
    return ""


def _refusal(outcomes: Sequence[FileOutcome]) -> str:
    return next((outcome.error.message for outcome in outcomes if outcome.error is not None), "")


def _title(summary: ImportSummary) -> str:
    if summary.added:
        return f"Added {counted(summary.added, 'article', 'articles')}"
    if summary.restored:
        return f"Restored {counted(summary.restored, 'article', 'articles')} from Trash"
    if summary.rejected and not summary.duplicates:
        return f"{counted(summary.rejected, 'file', 'files')} could not be read"
    return "Nothing was added"


def _note(summary: ImportSummary) -> str:
    parts = [counted(summary.duplicates, "duplicate", "duplicates")]
    if summary.added and summary.restored:
        parts.append(f"{summary.restored} restored from Trash")
    if summary.attention:
        parts.append(f"{counted(summary.attention, 'file', 'files')} to look over")
    if summary.rejected:
        parts.append(f"{counted(summary.rejected, 'file', 'files')} not read")
    return ", ".join(parts)
