"""Why articles are held to be on one event, in lines to be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.core.model.events import Link
from desktop.ui.figures.outlets import OutletColumn
from desktop.ui.words import counted

_MOST = 8


@dataclass(frozen=True, slots=True)
class Reason:
    """One pair of articles: their badges, and a label and what it says for each signal."""

    left: OutletColumn
    right: OutletColumn
    likeness: float
    lines: tuple[tuple[str, str], ...]


def link_reasons(links: Sequence[Link], columns: Sequence[OutletColumn]) -> tuple[Reason, ...]:
    """Return the reasons of the pairs shown, the weakest pair first: it decides."""
    by_id = {column.article.id: column for column in columns}
    known = [link for link in links if link.left in by_id and link.right in by_id]
    known.sort(key=lambda link: link.cosine)
    return tuple(
        Reason(by_id[link.left], by_id[link.right], link.cosine, _lines(link)) for link in known
    )


def _lines(link: Link) -> tuple[tuple[str, str], ...]:
    lines = (
        (_tr("Names"), _listed(link.names)),
        (_tr("Figures"), _listed(link.figures)),
        (_tr("Words"), _listed(link.words)),
        (_tr("Apart"), _days(link.days_apart)),
        (_tr("Weakest"), link.weakest),
    )
    return tuple((label, said) for label, said in lines if said)


def _listed(words: Sequence[str]) -> str:
    shown = ", ".join(words[:_MOST])
    more = len(words) - _MOST
    return shown if more <= 0 else _tr("{words} and {more} more").format(words=shown, more=more)


def _days(days: int | None) -> str:
    if days is None:
        return _tr("not both dated")
    return _tr("same day") if days == 0 else counted(days, _tr("day"), _tr("days"))


def _tr(words: str) -> str:
    return QCoreApplication.translate("WhyOneEvent", words)
