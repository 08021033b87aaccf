"""The parts of a window joined: what is made once the first picture stands on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.services.errors import CrosslightError, LibraryDamagedError
from desktop.ui.selection import Selection
from desktop.ui.session import Session
from desktop.ui.windows.appearance import Appearance
from desktop.ui.windows.copies import CopyWork
from desktop.ui.windows.corrections import Corrections
from desktop.ui.windows.dates import Dates
from desktop.ui.windows.details import DetailsTab
from desktop.ui.windows.emptying import Emptying
from desktop.ui.windows.exporting import Exporting
from desktop.ui.windows.grouping import Grouping
from desktop.ui.windows.grouping_commands import GroupingCommands
from desktop.ui.windows.headings import Headings
from desktop.ui.windows.importing import Importing
from desktop.ui.windows.jobs_list import JobsList
from desktop.ui.windows.judgments import Judgments
from desktop.ui.windows.kept_files import KeptFiles
from desktop.ui.windows.libraries import Libraries
from desktop.ui.windows.looks import Looks
from desktop.ui.windows.main import (
    ARTICLE,
    CHARTS,
    COMPARE,
    DIFF,
    EVENT_TABS,
    HELP,
    LIBRARY,
    REPORT,
    SETTINGS,
    MainWindow,
)
from desktop.ui.windows.marks import Marks
from desktop.ui.windows.others import Others
from desktop.ui.windows.outlets import Outlets
from desktop.ui.windows.pages import EventPages
from desktop.ui.windows.panes import Panes
from desktop.ui.windows.paper import Paper
from desktop.ui.windows.privacy import Privacy
from desktop.ui.windows.profiles import Profiles
from desktop.ui.windows.reading import Reading
from desktop.ui.windows.receipts import Receipts
from desktop.ui.windows.searches import Searches
from desktop.ui.windows.shelves import Shelves
from desktop.ui.windows.swaps import Swaps
from desktop.ui.windows.tabs import Tabs
from desktop.ui.windows.texts import Texts
from desktop.ui.windows.upkeep import WindowUpkeep
from desktop.ui.windows.voices import VoicesTab
from desktop.ui.windows.watching import Watching
from desktop.ui.windows.whys import Whys
from desktop.ui.windows.workspace import Workspace

if TYPE_CHECKING:  # loaded when they are shown
    from desktop.ui.panels.help import HelpPage
    from desktop.ui.panels.settings import SettingsPage


class Desk(QObject):
    """Everything behind a window: the workspace, and the parts that join it to the panels."""

    def __init__(self, window: MainWindow, session: Session, appearance: Appearance) -> None:
        super().__init__(window)
        self.window, self.session = window, session
        self.workspace = Workspace(self)
        window.pages.offer(HELP, lambda: self.help)
        window.pages.offer(SETTINGS, lambda: self.settings)
        selection = Selection(self)
        self.libraries = Libraries(window, self.workspace, session)
        self.upkeep = WindowUpkeep(window, self.workspace)
        self.upkeep.damaged.connect(self.libraries.care.follow_check)
        self.emptying = Emptying(window, self.workspace)
        self.shelves = Shelves(window, self.workspace)
        self.pages = EventPages(window, self.workspace, self.shelves, selection)
        self.tabs = Tabs(window)
        self.tabs.add(COMPARE, self.pages.compare.bar.tabs)
        self.details = DetailsTab(window, self.workspace, self.pages, self.tabs)
        self.voices = VoicesTab(window, self.workspace, self.pages, self.tabs)
        self.reading = Reading(window, self.workspace, self.shelves, selection)
        self.others = Others(self.workspace, self.pages, self.reading)
        self.corrections = Corrections(window, self.workspace)
        self.grouping = Grouping(window, self.workspace, self.shelves, self.pages)
        whys = Whys(window, self.workspace)
        self.event_commands = GroupingCommands(
            window, self.grouping, whys, self.shelves, self.pages, self.reading
        )
        self.event_commands.drops.trashed.connect(self.corrections.trash.put_away)
        self.corrections.trash.read_chosen = self.shelves.rows.long.chosen
        self.marks = Marks(window, self.workspace, self.shelves, self.reading)
        self.event_commands.drops.tagged.connect(self.marks.tag_dropped)
        self.searches = Searches(window, self.workspace, self.shelves)
        self.judgments = Judgments(window, self.workspace, self.pages)
        self.swaps = Swaps(window, self.workspace, self.reading)
        self._make_article_parts()
        self.profiles = Profiles(window, self.workspace, self.shelves, self.pages, self.reading)
        self.privacy = Privacy(window, self.workspace)
        self.importing = Importing(window, self.workspace)
        self.kept_files = KeptFiles(window, self.workspace)
        self.exporting = Exporting(window, self.workspace, self.shelves, self.pages)
        self.watching = Watching(window, self.workspace)
        self.jobs_list = JobsList(window, self.workspace)
        self.paper = Paper(window, self.pages)
        self.looks = Looks(window, appearance)
        self.headings = Headings(window, self.workspace, self.shelves, self.pages, self.reading)
        self.panes = Panes(window, session)
        self._join_parts()
        self._join_commands()
        window.closing.connect(self.close)

    def _make_article_parts(self) -> None:
        """Make what works on what is known of articles: dates, outlets, copies, texts, receipts."""
        window, work, reading = self.window, self.workspace, self.reading
        self.copies = CopyWork(window, work, reading, self.pages)
        self.dates = Dates(window, work, reading)
        self.outlets = Outlets(window, work)
        self.receipts = Receipts(window, work, self.shelves, reading, self.pages)
        self.texts = Texts(window, work, reading)

    @cached_property
    def settings(self) -> SettingsPage:
        """Return the page of settings."""
        from desktop.ui.panels.settings import SettingsPage
        from desktop.ui.windows.library_settings import LibrarySettings

        page = SettingsPage()
        self.window.pages.add(SETTINGS, page)
        self.looks.follow(page)
        LibrarySettings(page, self.window, self.workspace)
        self.watching.follow(page.watched)
        return page

    @cached_property
    def help(self) -> HelpPage:
        """Return the pages of help."""
        from desktop.ui.panels.help import HelpPage

        page = HelpPage()
        self.window.pages.add(HELP, page)
        return page

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
        # The step that runs may take a while to end: nobody should wait before a frozen window.
        self.window.hide()
        self.libraries.banner.close()
        self.upkeep.close()
        self.watching.close()
        self.workspace.close()
        self.importing.close()
        self.exporting.close()

    def _join_parts(self) -> None:
        pages, reading, corrections = self.pages, self.reading, self.corrections
        corrections.follow(reading.pane)
        reading.page_made.connect(corrections.follow)
        pages.open_article.connect(reading.open_place)
        self.grouping.released.connect(self.importing.group)
        pages.view_changed.connect(self._place_article)
        reading.event_found.connect(pages.choose_event)
        self.libraries.samples_wanted.connect(self.importing.add_samples)
        corrections.last_read.connect(self.jobs_list.follow_decision)
        self.watching.found.connect(self.importing.add)
        self.kept_files.added.connect(self.importing.analyze)
        self.kept_files.settled.connect(self.importing.problems.drop)
        self.workspace.troubled.connect(self._tell_trouble)

    def _join_commands(self) -> None:
        window, commands = self.window, self.window.commands
        commands["quit"].triggered.connect(window.close)
        commands["find"].triggered.connect(self._find)
        commands["page help"].triggered.connect(partial(window.show_page, HELP))
        commands["about"].triggered.connect(self._show_about)
        for name, page in (("compare", COMPARE), ("charts", CHARTS), ("report", REPORT)):
            commands[name].triggered.connect(partial(window.show_page, page))
        commands["diff"].triggered.connect(self._diff_chosen)
        commands["rename"].triggered.connect(self._rename)
        window.rename_wanted.connect(self._rename)
        window.library.list.opened.connect(self._open_article)
        window.library.list.chosen.connect(self._enable_diff)
        window.page_shown.connect(self._enable_diff)
        self._enable_diff()

    def _place_article(self) -> None:
        self.reading.place_in(self.pages.view)

    def _find(self) -> None:
        self.window.show_page(LIBRARY)
        self.window.topbar.search.setFocus()
        self.window.topbar.search.selectAll()

    def _show_about(self) -> None:
        self.help.show_page("about")
        self.window.show_page(HELP)

    def _open_article(self, _article_id: str) -> None:
        self.window.show_page(ARTICLE)

    def _enable_diff(self) -> None:
        two = len(self.window.library.list.chosen_ids) == 2
        # On other pages the keys belong to the page.
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
        elif self.window.page in (LIBRARY, *EVENT_TABS, DIFF, CHARTS, REPORT):
            self.grouping.ask_name(view.id)

    def _tell_trouble(self, error: CrosslightError) -> None:
        if self.workspace.library is None and isinstance(error, LibraryDamagedError):
            self.libraries.banner.show_failure(error)
        elif self.workspace.library is None:
            self.window.banner.show_message(f"{error.message} {error.remedy}".strip())
        else:
            self.window.toast.show_message(error.message, error.remedy)
