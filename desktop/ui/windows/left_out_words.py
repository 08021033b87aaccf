"""What the list says of the articles that no event holds."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.event_left_out import FEW_WORDS, LeftOut
from desktop.ui.models.articles import PlainHead
from desktop.ui.words import counted


def left_out_head(left: LeftOut) -> PlainHead:
    """Return the head over the articles in no event, and in its tooltip why that may be."""
    notes = [counted(left.articles, _tr("article"), _tr("articles"))]
    if left.short:
        notes.append(_tr("{n} short").format(n=left.short))
    if left.undated:
        notes.append(_tr("{n} undated").format(n=left.undated))
    note = " · ".join(notes)
    return PlainHead(_tr("Not in an event"), note, tip=" ".join(_reasons(left)))


def _reasons(left: LeftOut) -> list[str]:
    found = [_tr("No other article is alike enough to be on the same event.")]
    if left.short:
        words = _tr("{n} with under {few} words: little to compare.")
        found.append(words.format(n=left.short, few=FEW_WORDS))
    if left.undated:
        found.append(_tr("{n} without a date: any day is possible.").format(n=left.undated))
    if left.alone_in:
        words = _tr("Only one here in {languages}: compared by names and figures.")
        found.append(words.format(languages=", ".join(left.alone_in)))
    found.append(_tr("Ctrl+I on an article says what is nearest to it."))
    return found


def _tr(words: str) -> str:
    return QCoreApplication.translate("LeftOut", words)
