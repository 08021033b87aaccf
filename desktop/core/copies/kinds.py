"""Whether two articles are copies of one another, and of which kind."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.copies.overlap import Overlap
from desktop.core.model.copies import CopyKind

# Two reports of one event that quote the same speeches share up to a quarter of the shorter one's
# runs; an agency text that a desk has reworked keeps half of them and more.
COPIED = 0.4
# Fewer runs are one long sentence: a statement that both quote, or a standing phrase.
_LEAST_RUNS = 25
_WHOLE = 0.8
# One outlet's text under two addresses is one text up to a byline, a credit or a corrected word.
_SAME_TEXT = 0.95
# A text without an address was kept by hand: lines around it are missing or have come along.
_SAME_KEPT, _LINES_MORE = 0.85, 0.75
# At one address little in common is enough: that the page was written anew is what is looked for.
_SAME_PAGE = 0.1
_LEAST_NAME = 3


@dataclass(frozen=True, slots=True)
class CopySide:
    """What is known of one of two articles.

    `outlets` are the keys of the names that its outlet is known by, empty where it is unknown or
    where the text of the other article says the same; `sites` are the sites of its outlet and its
    address; `address` is normal and empty where there is none; `title` is in words without case.
    """

    outlets: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    address: str = ""
    title: tuple[str, ...] = ()


def judge_copies(left: CopySide, right: CopySide, overlap: Overlap) -> CopyKind | None:
    """Return how one article is a copy of the other; None where they are two articles.

    Copies share four tenths of the runs of words of the shorter one. Of one address a tenth is
    enough, or the title. Who printed them and where decides the kind.

    Args:
        left: What is known of the one.
        right: What is known of the other.
        overlap: What their texts share.
    """
    is_one_page = bool(left.address) and left.address == right.address
    if not (_is_copied(overlap) or (is_one_page and _is_one_page(left, right, overlap))):
        return None
    is_same = is_same_outlet(left, right)
    if is_same is False:
        return CopyKind.REPRINT
    if is_one_page:
        return CopyKind.DUPLICATE if overlap.alike == 1.0 else CopyKind.REVISION
    if is_same and left.address and right.address:
        return CopyKind.DUPLICATE if overlap.alike >= _SAME_TEXT else CopyKind.REVISION
    if overlap.alike >= _SAME_KEPT or _is_cut(left, right, overlap):
        return CopyKind.DUPLICATE
    # Another outlet's print has another outlet: of an unknown one it is another state of the text.
    return CopyKind.REVISION


def is_same_outlet(left: CopySide, right: CopySide) -> bool | None:
    """Say whether two articles are of one outlet; None where nothing tells of one of them.

    A site is called as its outlet is, but for blanks and an article in front.
    """
    known = [(one, other) for one, other in _told_of(left, right) if one and other]
    if any(not one.isdisjoint(other) for one, other in known):
        return True
    if not _names(left).isdisjoint(_names(right)):
        return True
    return False if known else None


def _told_of(left: CopySide, right: CopySide) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return (left.outlets, right.outlets), (left.sites, right.sites)


def _names(side: CopySide) -> frozenset[str]:
    """Return what outlet and sites are called in letters alone."""
    plain = {*side.outlets, *(site.partition(".")[0] for site in side.sites)}
    letters = ("".join(filter(str.isalnum, name)).removeprefix("the") for name in plain)
    return frozenset(name for name in letters if len(name) >= _LEAST_NAME)


def _is_copied(overlap: Overlap) -> bool:
    if overlap.runs < _LEAST_RUNS:
        return overlap.alike >= _WHOLE
    return overlap.of_shorter >= COPIED


def _is_one_page(left: CopySide, right: CopySide, overlap: Overlap) -> bool:
    is_named_alike = bool(left.title) and left.title == right.title
    return is_named_alike or overlap.of_shorter >= _SAME_PAGE


def _is_cut(left: CopySide, right: CopySide, overlap: Overlap) -> bool:
    """Say whether one text is the other one under its headline, less some lines."""
    is_inside = overlap.of_shorter >= _SAME_TEXT and overlap.alike >= _LINES_MORE
    return is_inside and left.title == right.title
