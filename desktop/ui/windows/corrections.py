"""What the user corrects: marks, blocks and fields, each an own decision."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.core.model.spans import Span
from desktop.services import decisions, statements
from desktop.services.libraries import Library
from desktop.ui.panels.reading import ReadingPane
from desktop.ui.statements import (
    ConfirmVoice,
    ConfirmWording,
    CountWording,
    FixSpeaker,
    FixVoice,
    KeepBlock,
    MarkWording,
    ResetVoice,
    SetApartBlock,
    Statement,
    UnmarkWording,
)
from desktop.ui.windows.history import History
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.trash import Trash
from desktop.ui.windows.workspace import Workspace

if TYPE_CHECKING:
    from desktop.ui.panels.article import ArticlePage


class Corrections(QObject):
    """Places corrections; `history` takes decisions back, `trash` decides what is put away."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self.history, self.trash = History(window, workspace), Trash(window, workspace)
        self.last_read = self.history.last_read

    def follow(self, page: ReadingPane | ArticlePage) -> None:
        """Take the corrections that a page emits."""
        page.wording_ignored.connect(partial(self._correct, decisions.ignore_wording))
        page.wording_counted.connect(partial(self._correct, decisions.count_wording))
        page.block_kept.connect(partial(self._correct, decisions.keep_block))
        page.block_set_apart.connect(partial(self._correct, decisions.set_apart_block))
        page.field_edited.connect(self._edit)
        page.stated.connect(self._state)

    def _correct(
        self, decide: Callable[[Library, str, Span], None], article_id: str, span: Span
    ) -> None:
        self._workspace.decide(lambda library: decide(library, article_id, span))

    def _state(self, article_id: str, statement: Statement) -> None:
        def work(library: Library) -> tuple[int | None, str | None]:
            _decide(library, article_id, statement)
            return decisions.last_decision(library), decisions.undo_label(library)

        def tell(made: tuple[int | None, str | None]) -> None:
            # Nothing in the text changes, so that it has to be said.
            number, label = made
            words = self.tr("Counted as right")
            self._window.toast.show_message(words, label or "", undoes=number)

        is_right = isinstance(statement, (ConfirmWording, ConfirmVoice))
        self._workspace.decide(work, tell if is_right else None)

    def _edit(self, article_id: str, field: str, value: str) -> None:
        self._workspace.decide(
            lambda library: decisions.edit_field(library, article_id, field, value)
        )


def _decide(library: Library, article_id: str, statement: Statement) -> None:
    span = statement.span
    match statement:
        case MarkWording(category=category, weight=weight):
            statements.mark_wording(library, article_id, span, category, weight)
        case FixVoice(voice=voice, speaker=speaker):
            statements.fix_voice(library, article_id, span, voice, speaker)
        case FixSpeaker(speaker=speaker):
            statements.fix_speaker(library, article_id, span, speaker)
        case _:
            _OF_WORDS[type(statement)](library, article_id, span)


_OF_WORDS: dict[type[Statement], Callable[[Library, str, Span], None]] = {
    CountWording: decisions.count_wording,
    UnmarkWording: statements.unmark_wording,
    ConfirmWording: statements.confirm_wording,
    ConfirmVoice: statements.confirm_voice,
    ResetVoice: statements.reset_voice,
    KeepBlock: decisions.keep_block,
    SetApartBlock: decisions.set_apart_block,
}
