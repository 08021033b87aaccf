"""The parts of a window joined: what is made once the first picture stands on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.services.errors import CrosslightError
from desktop.ui.jobs import Job
from desktop.ui.panels.help import HelpPage
from desktop.ui.panels.settings import SettingsPage
from desktop.ui.session import Session
from desktop.ui.theme import theme
from desktop.ui.windows.appearance import Appearance
from desktop.ui.windows.corrections import Corrections
from desktop.ui.windows.headings import Headings
from desktop.ui.windows.importing import Importing
from desktop.ui.windows.libraries import Libraries
from desktop.ui.windows.main import ARTICLE, CHARTS, COMPARE, DIFF, HELP, LIBRARY, REPORT, SETTINGS
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.pages import Pages
from desktop.ui.windows.panes import Panes
from desktop.ui.windows.paper import Paper
from desktop.ui.windows.shelves import Shelves
from desktop.ui.windows.workspace import Workspace


class Desk(QObject):
    """Everything behind a window: the workspace, and the parts that join it to the panels."""

    def __init__(self, window: MainWindow, session: Session, appearance: Appearance) -> None:
        super().__init__(window)
        self.window, self.session, self.appearance = window, session, appearance
        self.workspace = Workspace(self)
        self.importing = Importing(window, self.workspace)
        self.libraries = Libraries(window, self.workspace, session)
        self.corrections = Corrections(window, self.workspace)
        self.shelves = Shelves(window, self.workspace)
        self.pages = Pages(window, self.workspace, self.shelves, self.corrections)
        self.paper = Paper(window, self.pages)
        self.settings, self.help = SettingsPage(), HelpPage()
        window.add_page(HELP, self.help)
        window.add_page(SETTINGS, self.settings)
        self.headings = Headings(window, self.workspace, self.shelves, self.pages)
        self.panes = Panes(window, session)
        self._join_commands()
        self._join_jobs()
        self._join_settings()
        self.workspace.troubled.connect(self._tell_trouble)
        self.libraries.samples_wanted.connect(self.importing.add_samples)
        window.closing.connect(self.close)

    def start(self, where: str, paths: Sequence[Path], *, sample: bool) -> None:
        """Open the library that a start asks for and import the paths that it names."""
        self.importing.add(paths)
        self.libraries.open_first(where, sample=sample)

    @property
    def is_busy(self) -> bool:
        """Say whether anything is still on its way to the window."""
        return self.workspace.is_busy or self.shelves.is_settling or not self.pages.is_fed

    def close(self) -> None:
        """Remember the session, stop the threads and close the library."""
        self.panes.keep()
        self.session.sync()
        self.workspace.close()

    def _join_commands(self) -> None:
        window, commands = self.window, self.window.commands
        commands["quit"].triggered.connect(window.close)
        commands["find"].triggered.connect(self._find)
        commands["page help"].triggered.connect(self._show_help)
        commands["about"].triggered.connect(lambda: self.help.show_page("about"))
        commands["about"].triggered.connect(lambda: window.show_page(HELP))
        commands["compare"].triggered.connect(lambda: window.show_page(COMPARE))
        commands["charts"].triggered.connect(lambda: window.show_page(CHARTS))
        commands["report"].triggered.connect(lambda: window.show_page(REPORT))
        commands["diff"].triggered.connect(self._diff_chosen)
        commands["rename"].triggered.connect(self._rename)
        window.rename_wanted.connect(self._rename)
        window.library.list.opened.connect(lambda _id: window.show_page(ARTICLE))
        window.library.list.chosen.connect(lambda _ids: self._enable_diff())
        window.page_shown.connect(lambda _page: self._enable_diff())
        self._enable_diff()
        looks = commands.looks
        looks.triggered.connect(lambda action: self._use_look(action.data()))
        commands["zoom in"].triggered.connect(lambda: self._zoom(1))
        commands["zoom out"].triggered.connect(lambda: self._zoom(-1))
        commands["zoom reset"].triggered.connect(lambda: self._zoom(0))
        self._show_look()

    def _join_jobs(self) -> None:
        panel, jobs = self.window.jobs_panel, self.workspace.jobs
        self.window.commands["jobs"].triggered.connect(self._toggle_jobs)
        self.window.toast.show_requested.connect(self._show_added)
        panel.closed.connect(panel.hide)
        panel.cancel_requested.connect(Job.cancel)
        jobs.changed.connect(self._show_jobs)
        self.workspace.changed.connect(self._show_jobs)

    def _join_settings(self) -> None:
        settings = self.settings
        settings.look_chosen.connect(self._use_look)
        settings.zoom_chosen.connect(self._zoom_to)
        settings.new_requested.connect(self.libraries.ask_new)
        settings.open_requested.connect(self.libraries.ask_open)
        settings.folder_requested.connect(self.libraries.show_folder)
        self.workspace.opened.connect(self._show_library)
        theme().changed.connect(self._show_look)

    def _show_library(self) -> None:
        library = self.workspace.library
        if library is not None:
            place = str(library.path) if library.path is not None else library.url
            self.settings.show_library(library.name, place, read_only=library.read_only)

    def _find(self) -> None:
        self.window.show_page(LIBRARY)
        self.window.topbar.search.setFocus()
        self.window.topbar.search.selectAll()

    def _show_help(self) -> None:
        self.window.show_page(HELP)

    def _enable_diff(self) -> None:
        two = len(self.window.library.list.chosen_ids) == 2
        self.window.commands["diff"].setEnabled(two and self.window.page == LIBRARY)

    def _diff_chosen(self) -> None:
        ids = self.window.library.list.chosen_ids
        if len(ids) == 2:
            self.pages.open_diff(ids[0], ids[1])

    def _rename(self) -> None:
        view = self.pages.view
        if view is None or not self.workspace.can_write:
            return
        if self.window.page == COMPARE:
            self.pages.compare.rename()
        elif self.window.page in (LIBRARY, DIFF, CHARTS, REPORT):
            self.corrections.ask_event_name(view.id, view.label)

    def _use_look(self, look: str) -> None:
        self.appearance.choose(look)
        self._show_look()

    def _zoom(self, steps: int) -> None:
        self.appearance.zoom_by(steps)

    def _zoom_to(self, zoom: float) -> None:
        self.appearance.zoom_to(zoom)

    def _show_look(self) -> None:
        self.window.commands[f"look {self.appearance.look}"].setChecked(True)
        self.settings.show_look(self.appearance.look)

    def _toggle_jobs(self) -> None:
        panel = self.window.jobs_panel
        panel.setVisible(not panel.isVisible())
        if panel.isVisible():
            panel.raise_()
            panel.setFocus()
            self._show_jobs()

    def _show_added(self) -> None:
        """Show what the toast spoke of: problems in the jobs, articles in the list."""
        if self.window.jobs_panel.problems:
            self._show_jobs()
            self.window.jobs_panel.show()
            self.window.jobs_panel.raise_()
        else:
            self.window.show_page(LIBRARY)
            self.window.library.list.view.setFocus()

    def _show_jobs(self) -> None:
        undo = self.window.commands["undo"]
        adds = undo.isEnabled() and "Add" in undo.text()
        self.window.jobs_panel.show_jobs(self.workspace.jobs.jobs, can_undo=adds)

    def _tell_trouble(self, error: CrosslightError) -> None:
        if self.workspace.library is None:
            self.window.banner.show_message(f"{error.message} {error.remedy}".strip())
        else:
            self.window.toast.show_message(error.message, error.remedy)
