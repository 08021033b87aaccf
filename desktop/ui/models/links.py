"""Why articles are held to be on one event, in lines to be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.core.model.events import Link
from desktop.ui.figures.outlets import OutletColumn
from desktop.ui.words import counted

if TYPE_CHECKING:  # the module brings the database along, which first paint must not wait for
    from desktop.services.event_nearest import Nearest

_MOST, _MOST_LABEL = 8, 160


@dataclass(frozen=True, slots=True)
class Reason:
    """One pair of articles: their badges, and a label and what it says for each signal."""

    left: OutletColumn
    right: OutletColumn
    likeness: float
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Lone:
    """Why an article is not in the event nearest to it; `event` is its id, empty for no event."""

    title: str
    verdict: str
    lines: tuple[tuple[str, str], ...] = ()
    event: str = ""


def lone_reason(nearest: Nearest | None, *, is_in_event: bool) -> Lone:
    """Return in words what an article is most like, and what is missing to be one event."""
    title = _tr("Why not in another event") if is_in_event else _tr("Why in no event")
    if nearest is None:
        return Lone(title, _tr("No other article of this library shares a telling word with it."))
    label = nearest.label[:_MOST_LABEL]
    words = _tr("Nearest is “{event}”, {n}.") if nearest.event else _tr("Nearest is “{event}”.")
    count = counted(nearest.articles, _tr("article"), _tr("articles"))
    verdict = f"{words.format(event=label, n=count)} {_missing(nearest)}"
    other = ": ".join(part for part in (nearest.other.outlet, nearest.other.title) if part)
    return Lone(title, verdict, ((_tr("Most alike"), other), *_lines(nearest.link)), nearest.event)


def _missing(nearest: Nearest) -> str:
    if nearest.is_kept_out:
        return _tr("You keep the two apart.")
    if nearest.likeness >= nearest.needed:
        return _tr("They are alike enough: the next grouping may join them.")
    words = _tr("The likeness is {found}; from {needed} on they are one event.")
    return words.format(found=f"{nearest.likeness:.2f}", needed=f"{nearest.needed:.2f}")


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
