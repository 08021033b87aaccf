"""The diff of two articles of an event: choose two, go through what differs, read on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.core.model.comparisons import Diff, Place
from desktop.services.views import EventView, PairView
from desktop.ui.controls.plates import Hairline
from desktop.ui.models.diff import DiffSides, diff_sides
from desktop.ui.panels.diff_bar import DiffBar
from desktop.ui.panels.diff_stage import DiffStage
from desktop.ui.panels.diff_table import DiffTable
from desktop.ui.panels.empty import EmptyNote
from desktop.ui.selection import Selection


class DiffPage(QWidget):
    """Shows two articles of an event as a diff; any two of them can be chosen."""

    pair_requested = Signal(str, str)
    open_article = Signal(Place)

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selection = selection
        self._view: EventView | PairView | None = None
        self._diff: Diff | None = None
        self._sides = DiffSides((), (), (), (), 0, 0)
        self._stop = -1
        self.bar, self.stage, self.table = DiffBar(), DiffStage(), DiffTable()
        self._note = EmptyNote()
        self._stack = QStackedLayout()
        for page in (self.stage, self.table, self._note):
            page.setParent(self)
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(Hairline("border"))
        column.addLayout(self._stack, 1)
        self.setAccessibleName(self.tr("Diff"))
        self._connect()
        self.clear()

    @property
    def parts(self) -> list[QWidget]:
        """Return the panes in reading order."""
        return [self.bar, self.stage.left, self.stage.right, self.table]

    def _connect(self) -> None:
        self.bar.pair_chosen.connect(self.pair_requested)
        self.bar.stepped.connect(self.step)
        self.bar.marks_toggled.connect(self.stage.set_marks_visible)
        self.bar.table_toggled.connect(self._show_stage)
        self.stage.pair_chosen.connect(self.choose_pair)
        self.stage.left_opened.connect(self._open_left)
        self.stage.right_opened.connect(self._open_right)
        self.table.pair_chosen.connect(self.choose_pair)
        for keys, by in (("Alt+Down", 1), ("Alt+Up", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.step(by))
        table = QShortcut(QKeySequence("Ctrl+T"), self)
        table.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        table.activated.connect(self.bar.as_table.toggle)

    def clear(self) -> None:
        """Say what will be here once an event is chosen."""
        self._view = self._diff = None
        self._say(
            self.tr("Two texts side by side"),
            self.tr("Choose an event in the library to see two of its articles line by line."),
        )

    def show_event(self, view: EventView | PairView) -> None:
        """Offer the articles of an event, or any two; asks for the pair shown, or the first."""
        self._view = view
        ids = [article.id for article in view.articles]
        self.bar.show_articles(
            [
                (i, badge.letters, badge.slot, badge.name)
                for i, badge in zip(ids, view.badges, strict=True)
            ]
        )
        if len(ids) < 2:
            self._say(
                self.tr("Add a second outlet to compare"),
                self.tr("This event has one article so far. Add another report on it."),
            )
            return
        shown = (self._diff.left, self._diff.right) if self._diff else ("", "")
        self.pair_requested.emit(*(shown if set(shown) <= set(ids) else ids[:2]))

    def show_diff(self, diff: Diff) -> None:
        """Show a diff of two articles of the event shown before; another event's is not shown."""
        if self._view is None:
            return
        both = {
            article.id: (article, analysis)
            for article, analysis in zip(self._view.articles, self._view.analyses, strict=True)
        }
        if diff.left not in both or diff.right not in both:
            return
        self._diff, self._stop = diff, -1
        self._sides = diff_sides(both[diff.left], both[diff.right], diff)
        self.stage.show_sides(self._sides)
        self.table.show_sides(self._sides)
        self.bar.setVisible(True)
        self.bar.show_pair(diff.left, diff.right)
        self.bar.show_counts(len(diff.pairs), self._sides.only_left, self._sides.only_right)
        self.bar.show_position(0, len(self._sides.stops))
        self._show_stage()

    def choose_pair(self, pair: int) -> None:
        """Make a pair the current one: frame it, bring both sides level, select its sentences."""
        stops = self._sides.stops
        stop = next((nth for nth, stop in enumerate(stops) if stop.pair == pair), None)
        if stop is not None:
            self._stop = stop
            self.bar.show_position(stop + 1, len(stops))
        self.stage.set_current(pair)
        self._select(self._sides.pairs[pair].left, self._sides.pairs[pair].right)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) difference; past the ends nothing happens."""
        if not 0 <= self._stop + by < len(self._sides.stops):
            return
        self._stop += by
        stop = self._sides.stops[self._stop]
        if stop.pair is not None:
            self.choose_pair(stop.pair)
            return
        self.bar.show_position(self._stop + 1, len(self._sides.stops))
        self.stage.set_current(None)
        self.stage.show_sentence(stop.left, stop.right)
        self._select(_known(stop.left), _known(stop.right))

    def _say(self, title: str, text: str) -> None:
        self.bar.setVisible(False)
        self._note.say(title, text)
        self._stack.setCurrentWidget(self._note)

    def _show_stage(self) -> None:
        self._stack.setCurrentWidget(self.table if self.bar.is_table else self.stage)

    def _select(self, lefts: Sequence[int], rights: Sequence[int]) -> None:
        if self._diff is not None:
            places = [self._place(self._diff.left, number) for number in lefts]
            places += [self._place(self._diff.right, number) for number in rights]
            self._selection.choose(places)

    def _open_left(self, number: int) -> None:
        if self._diff is not None:
            self.open_article.emit(self._place(self._diff.left, number))

    def _open_right(self, number: int) -> None:
        if self._diff is not None:
            self.open_article.emit(self._place(self._diff.right, number))

    def _place(self, article_id: str, number: int) -> Place:
        analyses = self._view.analyses if self._view else ()
        analysis = next(one for one in analyses if one.article_id == article_id)
        return Place(article_id, analysis.sentence(number).span)


def _known(number: int | None) -> tuple[int, ...]:
    return () if number is None else (number,)
