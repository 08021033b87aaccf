"""The copies of an article in words: versions, reprints, and the same text again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.core.model.articles import Published
from desktop.core.model.copies import CopyKind
from desktop.ui.words import counted

if TYPE_CHECKING:  # the module brings the database along, which first paint must not wait for
    from desktop.services.copies import Copies, Version

_translate = QCoreApplication.translate


class Choice(StrEnum):
    """What a user can say of two articles."""

    REVISION = "revision"
    REPRINT = "reprint"
    DUPLICATE = "duplicate"
    MERGED = "merged"
    SEPARATE = "separate"


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A copy of the article that is read; `kind` is None where nothing is known of the two.

    `is_later` says of a version whether it comes after the article.
    """

    id: str
    title: str
    outlet: str
    published: Published | None
    kind: CopyKind | None
    share: float
    by_user: bool
    is_later: bool

    @property
    def choice(self) -> Choice:
        """Return what holds of the two now."""
        return Choice(self.kind.value) if self.kind else Choice.SEPARATE

    @property
    def what(self) -> str:
        """Return what the copy is, seen from the article."""
        if self.kind is CopyKind.REVISION:
            later = _translate("copies", "Later version")
            return later if self.is_later else _translate("copies", "Earlier version")
        if self.kind is CopyKind.REPRINT:
            return _translate("copies", "Print of another outlet")
        if self.kind is CopyKind.DUPLICATE:
            return _translate("copies", "The same text")
        return _translate("copies", "Another article")


@dataclass(frozen=True, slots=True)
class ArticleCopies:
    """All copies of an article; `place` is its place among its versions, from 1 on, 0 of none."""

    article: str
    title: str
    rows: tuple[CopyRow, ...] = ()
    place: int = 0
    versions: int = 0

    @property
    def summary(self) -> str:
        """Return in one line what copies there are: "Version 2 of 3 · 1 duplicate"."""
        parts: list[str] = []
        if self.versions:
            words = _translate("copies", "Version {place} of {count}")
            parts.append(words.format(place=self.place, count=self.versions))
        counts = Counter(row.kind for row in self.rows)
        prints = [row.outlet for row in self.rows if row.kind is CopyKind.REPRINT and row.outlet]
        if counts[CopyKind.REPRINT] == 1 and prints:
            parts.append(_translate("copies", "Also printed by {outlet}").format(outlet=prints[0]))
        elif counts[CopyKind.REPRINT]:
            one, many = _translate("copies", "other outlet"), _translate("copies", "other outlets")
            number = counted(counts[CopyKind.REPRINT], one, many)
            parts.append(_translate("copies", "Also printed by {number}").format(number=number))
        if counts[CopyKind.DUPLICATE]:
            one, many = _translate("copies", "duplicate"), _translate("copies", "duplicates")
            parts.append(counted(counts[CopyKind.DUPLICATE], one, many))
        return " · ".join(parts)


def article_copies(
    article: str, title: str, copies: Sequence[Copies], versions: Sequence[Version]
) -> ArticleCopies:
    """Return the copies of an article with its versions first, in their order."""
    order = {version.id: nth for nth, version in enumerate(versions, start=1)}
    own = order.get(article, 0)
    rows: dict[str, CopyRow] = {}
    for pair in copies:
        is_own = pair.article.id == article
        side = pair.other if is_own else pair.article
        later = order.get(side.id, 0) > own
        facts = (side.id, side.title, side.outlet, side.published)
        rows[side.id] = CopyRow(*facts, pair.kind, pair.share, pair.by_user, later)
    for version in versions:
        if version.id != article and version.id not in rows:
            # A version of a version: the two were not compared, a chain of others joins them.
            facts = (version.id, version.title, version.outlet, version.published)
            later = order[version.id] > own
            rows[version.id] = CopyRow(*facts, CopyKind.REVISION, 0.0, False, later)
    listed = sorted(rows.values(), key=lambda row: (row.id not in order, order.get(row.id, 0)))
    return ArticleCopies(article, title, tuple(listed), own, len(versions))
