"""What the user's decisions hold an article to, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:  # the module brings the database along, which first paint must not wait for
    from desktop.services.event_holds import Hold


def hold_words(hold: Hold) -> str:
    """Return in a sentence that the user keeps an article in its event, or out of others."""
    parts: list[str] = []
    if hold.kept:
        parts.append(_tr("kept in this event by you"))
    if len(hold.out_of) == 1:
        parts.append(_tr("kept out of “{event}” by you").format(event=hold.out_of[0]))
    elif hold.out_of:
        parts.append(_tr("kept out of {n} events by you").format(n=len(hold.out_of)))
    words = "; ".join(parts) or _tr("kept apart from another article by you")
    return words[:1].upper() + words[1:]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Holds", words)
