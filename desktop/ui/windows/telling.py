"""A change of the library with a message that offers to take it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from desktop.services import decisions
from desktop.services.libraries import Library
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.workspace import Workspace

T = TypeVar("T")


def decide_and_tell(
    window: MainWindow,
    workspace: Workspace,
    change: Callable[[Library], T],
    words: tuple[str, str],
    then: Callable[[T], None] = lambda _result: None,
) -> None:
    """Change the library, say so, and offer to undo it if it was a decision.

    Args:
        window: Whose message it is.
        workspace: The library that is open.
        change: The change itself, in the thread of the library.
        words: Title and text of the message.
        then: Gets what the change returned, before the window follows it.
    """

    def work(library: Library) -> tuple[T, int | None]:
        before = decisions.last_decision(library)
        result = change(library)
        made = decisions.last_decision(library)
        return result, made if made != before else None

    def tell(done: tuple[T, int | None]) -> None:
        result, made = done
        window.toast.show_message(*words, undoes=made, is_good=True)
        then(result)

    workspace.decide(work, tell)
