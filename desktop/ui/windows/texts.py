"""The text of an article corrected by hand: the editor, and what came of the decisions on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.services import decisions
from desktop.services.libraries import Library
from desktop.ui.panels.reading import ReadingPane
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.reading import ReadArticle, Reading
from desktop.ui.windows.workspace import Workspace

if TYPE_CHECKING:  # loaded when the editor opens
    from desktop.services.texts_edited import TextEdit
    from desktop.ui.panels.article import ArticlePage

_TOPIC = "text"


class Texts(QObject):
    """Opens the editor on the article that is read, and stores what is saved in it."""

    def __init__(self, window: MainWindow, workspace: Workspace, reading: Reading) -> None:
        super().__init__(window)
        self._window, self._workspace, self._reading = window, workspace, reading
        window.commands["correct text"].triggered.connect(self.open)
        reading.pane.menu.text_wanted.connect(self.open)
        reading.page_made.connect(self._follow)

    def open(self) -> None:
        """Open the editor, if there is an article whose text can be typed in."""
        from desktop.services.texts_edited import first_text

        shown = self._reading.shown
        if shown is None:
            return
        if not self._workspace.can_write:
            words = self.tr("The text cannot be corrected: the library can only be read.")
            self._window.toast.show_message(words)
            return
        article_id = shown.article.id
        then = partial(self._open, shown)
        self._workspace.read(lambda library: first_text(library, article_id), then, topic=_TOPIC)

    def _open(self, shown: ReadArticle, first: str | None) -> None:
        from desktop.ui.panels.text_dialog import TextDialog, is_editable

        article = shown.article
        if not is_editable(article.text):
            words = self.tr("This text is too long to be typed in.")
            remedy = self.tr("“crosslight correct text” takes it from a file.")
            self._window.toast.show_message(words, remedy)
            return
        dialog = TextDialog(article.title, article.text, first, self._window)
        dialog.saved.connect(partial(self._save, article.id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(self, article_id: str, text: str) -> None:
        from desktop.services.texts_edited import edit_text

        def work(library: Library) -> tuple[TextEdit, int | None]:
            return edit_text(library, article_id, text), decisions.last_decision(library)

        self._workspace.decide(work, self._tell)

    def _tell(self, made: tuple[TextEdit, int | None]) -> None:
        edit, number = made
        kept = self.tr("The text as it was read is kept.")
        self._window.toast.show_message(self.tr("Text corrected"), edit.note or kept, undoes=number)

    def _follow(self, page: ArticlePage | ReadingPane) -> None:
        pane = page if isinstance(page, ReadingPane) else page.reading
        pane.menu.text_wanted.connect(self.open)
