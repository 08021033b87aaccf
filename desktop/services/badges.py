"""Two-letter badges for the outlets of an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutletBadge:
    """An outlet's letters, unique inside an event, and the slot that decides its color.

    `slot` is the order in which the outlet entered the library, or -1 where none is known.
    """

    name: str
    letters: str
    slot: int


def to_badges(outlets: Sequence[tuple[str, int]]) -> tuple[OutletBadge, ...]:
    """Return one badge for each outlet, given as name and slot; equal outlets share a badge.

    >>> [badge.letters for badge in to_badges([("The Hindu", 0), ("Antiwar.com", 1)])]
    ['TH', 'AN']
    """
    known: dict[tuple[str, int], OutletBadge] = {}
    taken: set[str] = set()
    for outlet in outlets:
        if outlet not in known:
            letters = next(choice for choice in _choices(outlet[0]) if choice not in taken)
            taken.add(letters)
            known[outlet] = OutletBadge(outlet[0], letters, outlet[1])
    return tuple(known[outlet] for outlet in outlets)


def _choices(name: str) -> Iterator[str]:
    words = [letters for word in name.split() if (letters := _letters(word))]
    whole = "".join(words)
    if len(words) > 1:
        yield (words[0][0] + words[1][0]).upper()
    if len(whole) > 1:
        yield whole[:2].upper()
    first = whole[:1].upper() or "?"
    yield from (f"{first}{digit}" for digit in range(1, 10))
    yield from (f"{first}{number}" for number in range(10, 10_000))


def _letters(word: str) -> str:
    return "".join(letter for letter in word if letter.isalnum())
