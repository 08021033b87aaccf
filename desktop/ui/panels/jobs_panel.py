"""The jobs: what runs, what is done, and the files that could not be read, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import ElidedLabel, Label
from desktop.ui.controls.plates import Chip
from desktop.ui.controls.scaling import keep_sized, keep_spaced
from desktop.ui.icons import draw_icon
from desktop.ui.jobs import Job, JobState
from desktop.ui.pace import left_in_words
from desktop.ui.paint.shadows import SHADOW_PX, draw_plate
from desktop.ui.panels.problems import FileProblem, ProblemRow
from desktop.ui.theme import theme

WIDTH_PX = 414
_MOST_PROBLEMS = 50


class JobsPanel(QWidget):
    """Lists the jobs of a runner; it is told what to show and knows no service."""

    cancel_requested = Signal(Job)
    pause_requested = Signal(Job)
    undo_requested = Signal(Job)
    skip_requested = Signal(FileProblem)
    save_requested = Signal(FileProblem)
    retry_requested = Signal(FileProblem)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Jobs"))
        self._rows: dict[Job, JobRow] = {}
        self._problems: tuple[FileProblem, ...] = ()
        self._head = _Head(self)
        self._head.close_it.clicked.connect(self.closed)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.addStretch(1)
        self._empty = Label(self.tr("Nothing has run since the window opened."), "body", "text2")
        self._empty.setContentsMargins(20, 16, 20, 16)
        self._list.insertWidget(0, self._empty)
        self._lay_out()
        theme().changed.connect(self._resize)
        self._resize()
        self.hide()

    def show_jobs(self, jobs: Sequence[Job], *, can_undo: bool) -> None:
        """Show the jobs, the latest first; the latest that added articles may offer Undo."""
        for job in [known for known in self._rows if known not in jobs]:
            self._drop(self._rows.pop(job))
        for nth, job in enumerate(jobs):
            if job not in self._rows:
                self._rows[job] = JobRow(job, self)
                self._rows[job].cancel_requested.connect(self.cancel_requested)
                self._rows[job].pause_requested.connect(self.pause_requested)
                self._rows[job].undo_requested.connect(self.undo_requested)
                self._list.insertWidget(nth, self._rows[job])
        latest = next((job for job in jobs if job.has_added), None)
        for job, row in self._rows.items():
            row.follow(can_undo=can_undo and job is latest)
        running = sum(not job.is_over and not job.is_paused for job in jobs)
        self._head.show_running(running, sum(job.is_paused for job in jobs))
        self._empty.setVisible(not jobs and not self._problems)

    def show_problems(self, problems: Sequence[FileProblem]) -> None:
        """Show the files that could not be read, or not well, in place of those before."""
        for row in self.findChildren(ProblemRow):
            self._drop(row)
        self._problems = tuple(problems[:_MOST_PROBLEMS])
        for problem in self._problems:
            row = ProblemRow(problem, self)
            for button, asked in (
                (row.skip, self.skip_requested),
                (row.save, self.save_requested),
                (row.retry, self.retry_requested),
            ):
                button.clicked.connect(lambda _c=False, a=asked, p=problem: a.emit(p))
            self._list.insertWidget(self._list.count() - 1, row)
        self._empty.setVisible(not self._rows and not self._problems)

    @property
    def problems(self) -> tuple[FileProblem, ...]:
        """Return the problems that are shown."""
        return self._problems

    def take_focus(self) -> None:
        """Put the focus on the button that closes the panel."""
        self._head.close_it.setFocus()

    def row(self, job: Job) -> JobRow:
        """Return the row of a job."""
        return self._rows[job]

    def _drop(self, row: QWidget) -> None:
        self._list.removeWidget(row)
        row.hide()
        row.setParent(None)
        row.deleteLater()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setLayout(self._list)
        scroll = QScrollArea()
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        for widget in (scroll, scroll.viewport(), inner):
            widget.setAutoFillBackground(False)
        foot = Label(
            self.tr("You can keep working. Closing the window pauses jobs."), "small", "text2"
        )
        foot.setContentsMargins(20, 12, 20, 14)
        column = QVBoxLayout(self)
        inset = SHADOW_PX
        column.setContentsMargins(inset + 1, inset, inset + 1, inset + 5)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(scroll, 1)
        column.addWidget(foot)

    def _resize(self) -> None:
        self.setFixedWidth(theme().px(WIDTH_PX) + 2 * SHADOW_PX)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        inset = SHADOW_PX
        plate = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset - 4)
        palette = theme().palette
        draw_plate(QPainter(self), plate, palette.raised, palette)


class _Head(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 12, 14, 12)
        self._row.addWidget(Label(self.tr("Jobs"), "section"))
        self._chip: Chip | None = None
        self._row.addStretch(1)
        self.close_it = Button("", "x", ButtonKind.BARE, height_px=28)
        self.close_it.setAccessibleName(self.tr("Close the jobs"))
        self._row.addWidget(self.close_it)

    def show_running(self, running: int, paused: int) -> None:
        words = self.tr("{count} running").format(count=running) if running else ""
        if not running and paused:
            words = self.tr("{count} paused").format(count=paused)
        if self._chip is not None:
            self._row.removeWidget(self._chip)
            self._chip.hide()
            self._chip.deleteLater()
            self._chip = None
        if words:
            self._chip = Chip(words, "accent_tint", "accent", self)
            self._row.insertWidget(1, self._chip)
            self._chip.show()


class JobRow(QWidget):
    """One job: icon, title, a bar while it runs, and what it says in plain words."""

    cancel_requested = Signal(Job)
    pause_requested = Signal(Job)
    undo_requested = Signal(Job)

    def __init__(self, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.job = job
        self.title = ElidedLabel(job.title, "body-strong")
        self.status = ElidedLabel("", "small", "text2")
        self.bar = _FlatBar(job.title)
        self.pause = Button(self.tr("Pause"), kind=ButtonKind.LINK, height_px=24)
        self.cancel = Button(self.tr("Cancel"), kind=ButtonKind.LINK, height_px=24)
        self.undo = Button(self.tr("Undo"), kind=ButtonKind.LINK, height_px=24)
        self.cancel.clicked.connect(lambda: self.cancel_requested.emit(job))
        self.pause.clicked.connect(lambda: self.pause_requested.emit(job))
        self.undo.clicked.connect(lambda: self.undo_requested.emit(job))
        top = QHBoxLayout()
        keep_spaced(top, (0, 0, 0, 0), 14)
        top.addWidget(self.title, 1)
        top.addWidget(self.undo)
        top.addWidget(self.pause)
        top.addWidget(self.cancel)
        column = QVBoxLayout(self)
        keep_spaced(column, (52, 10, 20, 12), 4)
        column.addLayout(top)
        column.addWidget(self.bar)
        column.addWidget(self.status)

    def follow(self, *, can_undo: bool) -> None:
        """Show how far the job has come."""
        job = self.job
        progress = job.progress
        self.bar.setVisible(not job.is_over)
        self.cancel.setVisible(not job.is_over)
        self.pause.setVisible(not job.is_over)
        self.pause.setText(self.tr("Go on") if job.is_paused else self.tr("Pause"))
        self.undo.setVisible(can_undo and job.is_over)
        if progress is not None and progress.total:
            self.bar.setRange(0, progress.total)
            self.bar.setValue(progress.done)
        self.title.set_whole(job.title)
        self.status.set_whole(self._status())
        self.update()

    def _status(self) -> str:
        job = self.job
        if job.error is not None:
            return f"{job.error.message} {job.error.remedy}".strip()
        if job.state is JobState.FAILED:
            return job.note
        if job.state is JobState.CANCELED:
            return job.note or self.tr("Canceled. What was done is kept.")
        if job.state is JobState.DONE:
            return job.note or self.tr("Done")
        if job.is_paused:
            return self._paused()
        if job.progress is None:
            is_first = job.state is JobState.RUNNING
            return self.tr("Begins") if is_first else self.tr("Starts when the one before is done")
        left = job.left_s
        parts = [self._counts(), left_in_words(left) if left is not None else ""]
        return " · ".join(part for part in (*parts, job.progress.label) if part)

    def _paused(self) -> str:
        if self.job.progress is None:
            return self.tr("Paused. Goes on where it stopped.")
        return self.tr("Paused at {counts}").format(counts=self._counts())

    def _counts(self) -> str:
        progress = self.job.progress
        if progress is None or not progress.total:
            return ""
        words = self.tr("{done} of {total}")
        return words.format(done=f"{progress.done:,}", total=f"{progress.total:,}")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = theme().palette
        names = {
            JobState.DONE: ("circle-check", palette.ok),
            JobState.FAILED: ("alert-triangle", palette.warn_text),
            JobState.CANCELED: ("ban", palette.text2),
            JobState.WAITING: ("clock", palette.text2),
        }
        name, ink = names.get(self.job.state, (self.job.icon_name, palette.accent))
        if self.job.is_paused:
            name, ink = names[JobState.WAITING]
        px = theme().px
        draw_icon(painter, QRectF(px(20), px(13), px(18), px(18)), name, ink)
        painter.fillRect(0, 0, self.width(), 1, palette.hair)


class _FlatBar(QProgressBar):
    """A thin bar in the colors of the theme in use."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTextVisible(False)
        keep_sized(self, height=6)

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        painter, palette = QPainter(self), theme().palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        radius = box.height() / 2
        # Where a palette has no tints, an outline shows how far there is to go.
        bare, edge = Qt.PenStyle.NoPen, 0.5 if palette.is_high_contrast else 0.0
        painter.setPen(QPen(palette.border_strong, 1) if palette.is_high_contrast else bare)
        painter.setBrush(palette.hover)
        painter.drawRoundedRect(box.adjusted(edge, edge, -edge, -edge), radius, radius)
        span = self.maximum() - self.minimum()
        box.setWidth(box.width() * (self.value() - self.minimum()) / span if span else 0)
        painter.setPen(bare)
        painter.setBrush(palette.accent)
        painter.drawRoundedRect(box, radius, radius)
