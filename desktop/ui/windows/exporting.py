"""Exporting articles: which, in which form, to which file; a job beside all others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop.services.articles import ArticleQuery
from desktop.services.export_formats import ExportFormat
from desktop.services.exporting import ExportChoice
from desktop.services.jobs import (
    JobKind,
    UnfinishedJob,
    begin_job,
    end_job,
    resume_job,
    unfinished_jobs,
)
from desktop.services.large_jobs import LargeJobs
from desktop.services.libraries import Library
from desktop.services.progress import Progress
from desktop.ui.jobs import Job, JobState
from desktop.ui.panels.export_dialog import ExportScope
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.pages import EventPages
from desktop.ui.windows.shelves import Shelves
from desktop.ui.windows.workspace import Workspace
from desktop.ui.words import counted

if TYPE_CHECKING:  # loaded when it is shown
    from desktop.ui.panels.export_dialog import ExportDialog

_ALL, _LIST, _CHOSEN, _EVENT = "all", "list", "chosen", "event"
_ONE_IS_NO_CHOICE = 2
_MOST_LABEL = 40


class Exporting(QObject):
    """Asks what to export, and runs the export; one that was left begins anew at the next start."""

    def __init__(
        self, window: MainWindow, workspace: Workspace, shelves: Shelves, pages: EventPages
    ) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._shelves, self._pages = shelves, pages
        self._large = LargeJobs()
        self.dialog: ExportDialog | None = None
        window.commands["export"].triggered.connect(self.ask)
        workspace.opened.connect(self._begin)

    def close(self) -> None:
        """End the process of a large export."""
        self._large.close()

    def ask(self) -> None:
        """Ask for articles and a form, then for a file."""
        from desktop.ui.panels.export_dialog import ExportDialog

        if self._workspace.library is None:
            return
        scopes = self._scopes()
        chosen = scopes[-1].key if len(scopes) > 1 else _ALL
        dialog = self.dialog = ExportDialog(scopes, chosen, self._window)
        dialog.decided.connect(self._ask_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def start(self, target: Path, form: ExportFormat, choice: ExportChoice) -> None:
        """Write articles to a file, in a job."""
        library = self._workspace.library
        if library is not None:
            self._run(library, target, form, choice)

    def _scopes(self) -> list[ExportScope]:
        """Return what can be exported now, the narrowest last."""
        counts, rows = self._shelves.counts, self._shelves.rows
        all_words = counted(counts.all, self.tr("article"), self.tr("articles"))
        scopes = [ExportScope(_ALL, self.tr("All {articles}").format(articles=all_words))]
        if rows.text or self._window.library.sidebar.shelf.collection != _ALL:
            scopes.append(ExportScope(_LIST, self.tr("The articles of the list as it is shown")))
        view = self._pages.view
        if view is not None:
            words = self.tr("The {articles} of the event “{label}”")
            size = counted(len(view.articles), self.tr("article"), self.tr("articles"))
            label = _shortened(view.label)
            scopes.append(ExportScope(_EVENT, words.format(label=label, articles=size)))
        chosen = self._window.library.list.chosen_ids
        if len(chosen) >= _ONE_IS_NO_CHOICE:
            words = self.tr("The {count} articles that are selected")
            scopes.append(ExportScope(_CHOSEN, words.format(count=len(chosen))))
        return scopes

    def _choice(self, scope: str) -> ExportChoice:
        view, shelf = self._pages.view, self._window.library.sidebar.shelf
        if scope == _CHOSEN:
            return ExportChoice(ids=tuple(self._window.library.list.chosen_ids))
        if scope == _EVENT and view is not None:
            return ExportChoice(ids=tuple(article.id for article in view.articles))
        if scope == _LIST:
            text = self._shelves.rows.text
            return ExportChoice(ArticleQuery(shelf.collection, shelf.value, text))
        return ExportChoice()

    def _ask_file(self, scope: str, form: ExportFormat) -> None:
        choice, library = self._choice(scope), self._workspace.library
        if library is None:
            return
        name = f"{library.name} {date.today().isoformat()}{form.ending}"  # noqa: DTZ011
        kind = f"*{form.ending}"
        target, _kind = QFileDialog.getSaveFileName(
            self._window, self.tr("Export articles"), name, kind
        )
        if target:
            self.start(Path(target), form, choice)

    def _run(
        self,
        library: Library,
        target: Path,
        form: ExportFormat,
        choice: ExportChoice,
        job_id: str = "",
    ) -> None:
        title = self.tr("Exporting to {file}").format(file=target.name)
        steps = _ExportSteps(self._large, library, _Order(target, form, choice, title), job_id)
        job = Job(title, "download", steps)
        job.finished.connect(partial(self._finish, job, steps))
        self._workspace.jobs.start(job, beside=True)

    def _begin(self) -> None:
        if self._workspace.can_write:
            self._workspace.read(unfinished_jobs, self._go_on)

    def _go_on(self, left: Sequence[UnfinishedJob]) -> None:
        library = self._workspace.library
        for each in left:
            if library is None or each.kind is not JobKind.EXPORT:
                continue
            if not each.goes_on:
                self._forget(each.id)
                continue
            form = ExportFormat(each.data["form"])
            choice = ExportChoice.from_plain(each.data["choice"])
            self._run(library, each.paths[0], form, choice, each.id)

    def _finish(self, job: Job, steps: _ExportSteps) -> None:
        is_left = job.state is JobState.CANCELED and not job.is_canceled
        if steps.job_id and not is_left and steps.library is self._workspace.library:
            self._forget(steps.job_id)
        if job.state is JobState.FAILED and job.error is not None:
            self._workspace.troubled.emit(job.error)
        elif job.state is JobState.DONE:
            done = job.progress.done if job.progress else 0
            articles = counted(done, self.tr("article"), self.tr("articles"))
            job.title = self.tr("Exported {articles}").format(articles=articles)
            job.note = str(steps.order.target)
            self._window.toast.show_message(job.title, job.note, is_good=True)

    def _forget(self, job_id: str) -> None:
        self._workspace.read(partial(end_job, job_id=job_id), lambda _none: None)


@dataclass(frozen=True, slots=True)
class _Order:
    """What is written where."""

    target: Path
    form: ExportFormat
    choice: ExportChoice
    title: str


class _ExportSteps:
    """The steps of an export, which is remembered while they are taken."""

    def __init__(self, large: LargeJobs, library: Library, order: _Order, job_id: str) -> None:
        self.library, self.order, self.job_id = library, order, job_id
        self._large = large

    def __call__(self) -> Iterator[Progress]:
        order = self.order
        if self.job_id:
            resume_job(self.library, self.job_id)
        elif not self.library.read_only:
            details = {"form": order.form.value, "choice": order.choice.to_plain()}
            self.job_id = begin_job(
                self.library, JobKind.EXPORT, order.title, [order.target], details
            )
        yield from self._large.export(self.library, order.target, order.form, order.choice)


def _shortened(label: str) -> str:
    return label if len(label) <= _MOST_LABEL else f"{label[:_MOST_LABEL].rstrip()}…"
