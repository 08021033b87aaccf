"""The reading pane: an article with its voices and loaded wording told apart."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.core.model.analyses import Analysis, LoadedSpan
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Place
from desktop.core.model.spans import Span
from desktop.services.badges import OutletBadge
from desktop.ui.controls.plates import Ground
from desktop.ui.models.pieces import Role
from desktop.ui.paint.marks import Mark
from desktop.ui.panels.copies_bar import CopiesBar
from desktop.ui.panels.dates_bar import DatesBar
from desktop.ui.panels.empty import EmptyNote
from desktop.ui.panels.find_bar import FindBar
from desktop.ui.panels.hover_card import HoverContent
from desktop.ui.panels.reading_card import MarkCard, wording_content
from desktop.ui.panels.reading_find import ReadingFind
from desktop.ui.panels.reading_header import ReadingDetails, ReadingTop
from desktop.ui.panels.reading_menu import ReadingMenu
from desktop.ui.panels.reading_text import ReadingText
from desktop.ui.selection import Selection
from desktop.ui.statements import KeepBlock, SetApartBlock, Statement, UnmarkWording


class ReadingPane(QWidget):
    """Shows an article; it says what the user chose and corrected, and knows no service.

    With `numbers` it has sentence numbers in the margin and its metadata folded, as beside the
    explanation of a number.
    """

    place_chosen = Signal(Place)
    wording_ignored = Signal(str, Span)
    wording_counted = Signal(str, Span)
    block_kept = Signal(str, Span)
    block_set_apart = Signal(str, Span)
    field_edited = Signal(str, str, str)
    stated = Signal(str, object)
    explain_requested = Signal(str)
    step_wanted = Signal(int)

    def __init__(
        self, selection: Selection, *, numbers: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._selection = selection
        self._article: Article | None = None
        self._analysis: Analysis | None = None
        self._badge = OutletBadge("", "?", -1)
        self._is_noted = False
        self.top, self.details = ReadingTop(brief=numbers), ReadingDetails()
        self.text, self.find_bar = ReadingText(numbers=numbers), FindBar()
        self.copies, self.dates = CopiesBar(), DatesBar()
        self.finder = ReadingFind(self.text, self.find_bar)
        self.menu = ReadingMenu(self.text)
        self.card = MarkCard(self.text, self._content, self.text.rect_on_screen)
        self._lay_out()
        self._join()
        self.details.show_parts(facts=not numbers)

    def _lay_out(self) -> None:
        self.text.slots.put(Role.TOP, self.top)
        self.text.slots.put(Role.DETAILS, self.details)
        self._note, shown = EmptyNote(), Ground("surface")
        self._note.say(
            self.tr("No article chosen"), self.tr("Choose an article in the list to read it here.")
        )
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.dates)
        column.addWidget(self.copies)
        column.addWidget(self.find_bar)
        column.addWidget(self.text)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._note)
        self._stack.addWidget(shown)
        self.setFocusProxy(self.text)

    def _join(self) -> None:
        text = self.text
        text.mark_hovered.connect(self.card.hover)
        text.mark_chosen.connect(self._choose)
        text.mark_toggled.connect(self._toggle)
        text.step_wanted.connect(self.step_mark)
        self.menu.stated.connect(self._state)
        self.menu.toggled.connect(self._toggle)
        text.verticalScrollBar().valueChanged.connect(self.card.hide)
        text.slots.block_kept.connect(partial(self._tell, self.block_kept))
        text.slots.block_set_apart.connect(partial(self._tell, self.block_set_apart))
        self.top.details_wanted.connect(self.details.show_facts)
        self.top.add_wanted.connect(self.details.edit)
        self.details.height_changed.connect(text.fit_slots)
        self.details.field_edited.connect(partial(self._tell, self.field_edited))
        self.details.evidence_wanted.connect(text.choose_words)
        self.details.card_wanted.connect(self.dates.opened)
        self.details.explain_wanted.connect(partial(self._tell, self.explain_requested))
        self._selection.changed.connect(self._show_selection)

    # What is shown

    @property
    def article(self) -> Article | None:
        """Return the article shown, or None."""
        return self._article

    def show_article(
        self, article: Article, analysis: Analysis, badge: OutletBadge, source_name: str
    ) -> None:
        """Show an article; shown again with other marks, it stays where it was scrolled to."""
        self.card.hide()
        self._article, self._analysis, self._badge = article, analysis, badge
        self.top.show_article(article, badge, source_name)
        self.details.show_article(article, analysis)
        self.text.show_article(article, analysis)
        self.finder.show_article(article, analysis)
        self.menu.show_article(article, analysis)
        self.text.setAccessibleDescription(article.title)
        self._stack.setCurrentIndex(1)
        self.text.fit_slots()
        self._show_selection()

    def clear(self) -> None:
        """Show no article."""
        self.card.hide()
        self.finder.close()
        self._article = self._analysis = None
        self._stack.setCurrentIndex(0)

    def set_marks_visible(self, visible: bool) -> None:
        """Show or hide the marks on loaded wording."""
        self.text.marks.set_visible(visible=visible)
        self.text.viewport().update()

    def show_noted(self, marks: Sequence[Mark] | None, spans: Sequence[Span] = ()) -> None:
        """Mark what notes speak of in place of loaded wordings; None marks those again.

        `spans` are of all notes: the numbers of their sentences are marked.
        """
        self._is_noted = marks is not None
        self.card.hide()
        self.text.show_noted(marks, spans)

    def set_four_voices(self, apart: bool) -> None:
        """Tell indirect reports apart in the gutter, or count them with the outlet's own words."""
        self.text.margin.four_voices = apart
        self.text.viewport().update()

    def show_place(self, place: Place) -> None:
        """Scroll to a place of the article shown and choose it."""
        if self._article is not None and place.article == self._article.id:
            self._selection.choose((place,))
            self.text.reveal(place.span)

    def _show_selection(self) -> None:
        if self._article is None or self._analysis is None:
            return
        here = [p.span for p in self._selection.places if p.article == self._article.id]
        numbers = [s.number for s in self._analysis.sentences if any(map(s.span.overlap, here))]
        self.text.set_selected(here, numbers)

    def _content(self, loaded: LoadedSpan) -> HoverContent:
        article, analysis = self._article, self._analysis
        if article is None or analysis is None:
            message = "a mark without an article"
            raise ValueError(message)
        return wording_content(article, analysis, self._badge, loaded)

    # Loaded wording

    def step_mark(self, step: int) -> None:
        """Go to the next marked wording, or with -1 to the one before, and show its card."""
        if self._is_noted:
            self.step_wanted.emit(step)
            return
        marked = self.text.marks.loaded
        if not marked:
            return
        current = self.text.current
        if current in marked:
            nth = marked.index(current) + step
        else:
            nth = 0 if step > 0 else len(marked) - 1
        if 0 <= nth < len(marked):
            self.text.reveal(marked[nth].span)
            self._choose(marked[nth])
            self.card.show_now(marked[nth])

    def _choose(self, loaded: LoadedSpan) -> None:
        if self._article is not None:
            place = Place(self._article.id, loaded.span)
            self._selection.choose((place,))
            self.place_chosen.emit(place)

    def _toggle(self, loaded: LoadedSpan) -> None:
        self.card.hide()
        if loaded.by_user:
            self._tell(self.stated, UnmarkWording(loaded.span))
            return
        self._tell(self.wording_counted if loaded.ignored else self.wording_ignored, loaded.span)

    # Corrections

    def _tell(self, signal: SignalInstance, *values: object) -> None:
        """Emit a signal about the article shown."""
        if self._article is not None:
            signal.emit(self._article.id, *values)

    def edit_field(self, field: str = "") -> None:
        """Edit a field of the metadata; without a name the first that is missing."""
        if self._article is None:
            return
        if self.top.details.isVisibleTo(self.top):
            self.top.details.setChecked(True)
        self.text.verticalScrollBar().setValue(0)
        self.details.edit(field)

    def _state(self, statement: Statement) -> None:
        """Tell what was stated in the menu; what stands in rows and on keys has own signals."""
        if isinstance(statement, SetApartBlock):
            self._tell(self.block_set_apart, statement.span)
        elif isinstance(statement, KeepBlock):
            self._tell(self.block_kept, statement.span)
        else:
            self._tell(self.stated, statement)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.matches(QKeySequence.StandardKey.Find):
            self.finder.open()
        elif event.key() == Qt.Key.Key_F3:
            self.finder.step(-1 if back else 1)
        elif event.key() == Qt.Key.Key_F2 and self._article is not None:
            self.edit_field()
        elif event.key() == Qt.Key.Key_E and not event.modifiers():
            self._tell(self.explain_requested)
        elif event.key() == Qt.Key.Key_L and not event.modifiers():
            self.menu.ask_mark()
        elif event.key() == Qt.Key.Key_W and not event.modifiers():
            self.menu.ask_voice()
        elif event.key() == Qt.Key.Key_Escape:
            self._escape(event)
        elif event.key() == Qt.Key.Key_M and event.modifiers() == _CONTROL:
            self.set_marks_visible(not self.text.marks.visible)
        else:
            super().keyPressEvent(event)

    def _escape(self, event: QKeyEvent) -> None:
        if self.card.card.isVisible():
            self.card.hide()
        elif self.finder.is_open:
            self.finder.close()
        elif self._selection.places:
            self._selection.clear()
        else:
            event.ignore()


_CONTROL = Qt.KeyboardModifier.ControlModifier
