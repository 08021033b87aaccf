"""Adding articles: from files dropped, chosen or named, then analyzed and grouped by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from desktop.ingest.formats import endings
from desktop.services.articles import count_articles
from desktop.services.events import is_grouped
from desktop.services.importing import ImportSummary, summarize
from desktop.services.jobs import (
    JobKind,
    UnfinishedJob,
    end_job,
    pause_job,
    resume_job,
    unfinished_jobs,
)
from desktop.services.large_jobs import LargeJobs
from desktop.services.libraries import Library, sample_articles
from desktop.services.readers import FileReader
from desktop.ui.jobs import Job, JobState
from desktop.ui.windows.file_problems import FileProblems
from desktop.ui.windows.import_steps import ImportSteps, find_refusal, summary_note, summary_title
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.workspace import Workspace

_NEWS_MS = 800


class Importing(QObject):
    """Starts imports and what follows them, and tells how they went."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self.problems = FileProblems(window.jobs_panel, self)
        self._waiting: list[Path] = []
        self._reader: FileReader | None = None
        self._large = LargeJobs()
        # What a job brings in is shown from time to time, not with each of its steps.
        self._news = QTimer(self, singleShot=True, interval=_NEWS_MS)
        self._news.timeout.connect(workspace.changed)
        commands = window.commands
        commands["add"].triggered.connect(self.ask_files)
        commands["add folder"].triggered.connect(self.ask_folder)
        commands["group"].triggered.connect(self.group)
        window.drop.paths_dropped.connect(self.add)
        first_run = window.library.first_run
        first_run.files_requested.connect(self.ask_files)
        first_run.folder_requested.connect(self.ask_folder)
        workspace.opened.connect(self._begin)

    def take_reader(self, reader: FileReader) -> None:
        """Take a reader that was started ahead, for the first import."""
        self._reader = reader

    def close(self) -> None:
        """End the reader that no import has used, and the process of large jobs."""
        if self._reader is not None:
            self._reader.close()
        self._large.close()

    def add(self, paths: Sequence[Path]) -> None:
        """Import files and folders; before a library is open they wait for it."""
        library = self._workspace.library
        if library is None:
            self._waiting.extend(paths)
        elif paths:
            reader, self._reader = self._reader, None
            self._start(ImportSteps(library, paths, large=self._large, reader=reader))

    def add_samples(self) -> None:
        """Import the sample articles without a word; those that are there are not added twice."""
        library = self._workspace.library
        if library is not None and not library.read_only:
            reader, self._reader = self._reader, None
            self._start(ImportSteps(library, sample_articles(), reader=reader))

    def ask_files(self) -> None:
        """Ask for files and import them."""
        kinds = " ".join(f"*{ending}" for ending in endings())
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
        steps = partial(self._large.analyze, library)
        job = Job(self.tr("Analyzing wording"), "refresh", steps, starts_again=True)
        job.progressed.connect(self._tell_news)
        job.finished.connect(partial(self._finish_analyzing, job))
        self._workspace.jobs.start(job)

    def group(self) -> None:
        """Group the articles into events."""
        library = self._workspace.library
        if library is None or library.read_only:
            return
        steps = partial(self._large.group, library)
        job = Job(self.tr("Grouping into events"), "calendar-event", steps, starts_again=True)
        job.finished.connect(partial(self._finish_grouping, job))
        self._workspace.jobs.start(job)

    def _begin(self) -> None:
        self.problems.begin()
        paths, self._waiting = self._waiting, []
        if self._workspace.can_write:
            self._workspace.read(unfinished_jobs, partial(self._go_on, paths))
        elif paths:
            self.add(paths)

    def _go_on(self, paths: Sequence[Path], left: Sequence[UnfinishedJob]) -> None:
        """Take up the imports that an earlier run left, then what this one was given."""
        library = self._workspace.library
        imports = [each for each in left if each.kind is JobKind.IMPORT]
        for each in imports:
            if library is None:
                return
            steps = ImportSteps(library, each.paths, large=self._large, job_id=each.id)
            self._start(steps, waits=not each.goes_on)
        if paths:
            self.add(paths)
        elif not any(each.goes_on for each in imports):
            # A newer engine or lexicon makes stored analyses out of date: they are made again.
            self.analyze()

    def _start(self, steps: ImportSteps, *, waits: bool = False) -> None:
        job = Job(self.tr("Adding articles"), "file-import", steps, starts_again=not steps.is_quiet)
        job.progressed.connect(self._tell_news)
        job.paused.connect(partial(self._note_pause, steps))
        job.finished.connect(partial(self._finish, job, steps))
        if waits:
            self._workspace.jobs.offer(job)
            return
        if steps.job_id:
            self._workspace.read(lambda library: resume_job(library, steps.job_id), _nothing)
        self._workspace.jobs.start(job)

    def _tell_news(self) -> None:
        if not self._news.isActive():
            self._news.start()

    def _note_pause(self, steps: ImportSteps, waits: bool) -> None:
        if steps.job_id and steps.library is self._workspace.library:
            work = partial(pause_job, job_id=steps.job_id, paused=waits)
            self._workspace.read(work, _nothing)

    def _forget(self, steps: ImportSteps) -> None:
        """Forget an import that the user gave up: it does not go on at the next start."""
        if steps.job_id and steps.library is self._workspace.library:
            self._workspace.read(partial(end_job, job_id=steps.job_id), _nothing)

    def _finish(self, job: Job, steps: ImportSteps) -> None:
        summary = summarize(job.outcomes)
        job.title, job.note = summary_title(summary), summary_note(summary)
        job.has_added = bool(summary.article_ids)
        job.decision = steps.decision if steps.library is self._workspace.library else None
        self.problems.add(job.outcomes)
        if job.is_canceled:
            self._forget(steps)
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
        reason = "" if undo else remark or find_refusal(job.outcomes)
        self._window.toast.show_message(
            summary_title(summary),
            reason or summary_note(summary),
            undoes=job.decision,
            can_show=undo or problems > 0,
            is_good=not problems and not reason,
        )

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


def _lacks_events(library: Library) -> bool:
    return count_articles(library).all > 0 and not is_grouped(library)


def _nothing(_none: None) -> None:
    """Do nothing with what a service gave back."""
