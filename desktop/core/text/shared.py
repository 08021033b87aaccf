"""Runs of words that texts share word for word, and texts that are reprints of one another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Fewer words in a row than these are shared by chance, as names and standing phrases are.
RUN = 12

# A reprint has nearly all of the shorter text and half of the longer one. Of a text whose sentences
# stand in another order few runs go on from one sentence to the next: it is none.
_NEARLY_ALL = 0.85
_HALF = 0.5
_IN_ORDER = 0.6

# A word that is in no text: a run never crosses it.
BREAK = ""

_NEW = RUN // 2
_NO_GROUP = -1

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Run:
    """`length` words that stand in several texts; `starts` are pairs of text and word position."""

    starts: tuple[Place, ...]
    length: int


def find_reprints(texts: Sequence[Sequence[str]]) -> list[list[int]]:
    """Return groups of texts that are one text, by their positions, in order.

    Texts of the same words are one. Two others are where 85 % of the words of the shorter stand in
    runs of twelve words or more that the longer has too, in the same order, and these make up half
    of the longer.

    Args:
        texts: The words of each text, in the form that they are compared by.
    """
    same: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for position, words in enumerate(texts):
        plain = tuple(word for word in words if word)
        if plain:
            same[plain].append(position)
    leads = _Leads()
    # Longest first, so that the outcome does not depend on the order of the texts.
    for words in sorted(same, key=lambda words: (-len(words), words)):
        leads.place(words, same[words])
    return sorted(sorted(group) for group in leads.groups if len(group) > 1)


class _Leads:
    """Texts of which none is a reprint of another, each with the positions of its reprints."""

    def __init__(self) -> None:
        self.groups: list[list[int]] = []
        self._lengths: list[int] = []
        self._numbers: dict[str, int] = {}
        self._holders: defaultdict[int, list[int]] = defaultdict(list)

    def place(self, words: Sequence[str], positions: Sequence[int]) -> None:
        """Put a text to the lead that it reprints, or let it be a lead."""
        windows = _windows(_numbered(words, self._numbers))
        length = len(words)
        lead = self._lead_of(windows, length)
        if lead is None:
            lead = len(self.groups)
            self.groups.append([])
            self._lengths.append(length)
            for window in {window for window in windows if window is not None}:
                self._holders[window].append(lead)
        self.groups[lead].extend(positions)

    def _lead_of(self, windows: Sequence[int | None], length: int) -> int | None:
        hits = Counter(
            lead
            for window in windows
            if window is not None
            for lead in self._holders.get(window, ())
        )
        # Of a longer text than twice its length a text can be no reprint.
        near = [each for each in hits.items() if length >= _HALF * self._lengths[each[0]]]
        for lead, held in sorted(near, key=lambda each: (-each[1], each[0])):
            if held < _IN_ORDER * len(windows):
                return None
            if self._holds(lead, windows, length):
                return lead
        return None

    def _holds(self, lead: int, windows: Sequence[int | None], length: int) -> bool:
        held = [w is not None and lead in self._holders.get(w, ()) for w in windows]
        shared = len(covered(held))
        return shared >= _NEARLY_ALL * length and shared >= _HALF * self._lengths[lead]


def covered(held: Sequence[bool]) -> set[int]:
    """Return the positions of words that stand in a window of those held.

    Args:
        held: For each word whether the window that begins with it is meant.
    """
    found: set[int] = set()
    for at, is_held in enumerate(held):
        if is_held:
            found.update(range(at, at + RUN))
    return found


def shared_words(left: Sequence[str], right: Sequence[str]) -> tuple[set[int], set[int]]:
    """Return the positions of words in runs that two texts share, in the one and in the other.

    Here a run goes on over a break: what counts is which words follow one another.
    """
    numbers: dict[str, int] = {}
    places = [[at for at, word in enumerate(words) if word] for words in (left, right)]
    sides = [
        _windows(_numbered([words[at] for at in kept], numbers))
        for words, kept in zip((left, right), places, strict=True)
    ]
    both = set(sides[0]) & set(sides[1])
    one, other = (
        {kept[at] for at in covered([window in both for window in side])}
        for side, kept in zip(sides, places, strict=True)
    )
    return one, other


def find_runs(texts: Sequence[Sequence[str]]) -> list[Run]:
    """Return runs of twelve words or more that two texts share, those with the most words first.

    A run is as long as all its texts go together. One is left out where longer ones, or such of
    more texts, hold nearly all of its words in each of its texts already. The time grows with the
    words of all texts, and not with the number of pairs.
    """
    same: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for position, words in enumerate(texts):
        same[tuple(words)].append(position)
    # Two of the same words are enough to find what they share; the others go along.
    kept = sorted(position for positions in same.values() for position in positions[:2])
    numbers: dict[str, int] = {}
    search = _Search([_numbered(texts[position], numbers) for position in kept])
    along = {positions[0]: positions[2:] for positions in same.values()}
    runs = [
        Run(tuple(sorted(_all_starts(starts, kept, along))), length)
        for starts, length in search.runs()
    ]
    return sorted(runs, key=lambda run: (-run.length * len(run.starts), run.starts))


def _all_starts(
    starts: Iterable[Place], kept: Sequence[int], along: dict[int, list[int]]
) -> Iterable[Place]:
    """Yield the first place in each text, and in those that have the same words."""
    first: dict[int, int] = {}
    for text, at in sorted(starts):
        first.setdefault(kept[text], at)
    for text, at in first.items():
        yield text, at
        for other in along.get(text, ()):
            yield other, at


class _Search:
    """Finds runs by windows of words: those that stand in the same texts side by side are one."""

    def __init__(self, texts: Sequence[Sequence[int]]) -> None:
        self._texts = texts
        places: defaultdict[int, list[Place]] = defaultdict(list)
        windows = [_windows(words) for words in texts]
        for text, row in enumerate(windows):
            for at, window in enumerate(row):
                if window is not None:
                    places[window].append((text, at))
        shared = {w: held for w, held in places.items() if len({text for text, _ in held}) > 1}
        self._groups = list(shared.values())
        number = {window: n for n, window in enumerate(shared)}
        self._group_at = [
            [_NO_GROUP if w is None else number.get(w, _NO_GROUP) for w in row] for row in windows
        ]
        self._is_covered = [bytearray(len(words)) for words in texts]

    def runs(self) -> Iterable[tuple[list[Place], int]]:
        """Yield the places and the length of each run that shows something new."""
        chains = sorted(self._chains(), key=lambda chain: (-chain[1] * len(chain[0]), chain[0]))
        for starts, length in chains:
            if self._is_new(starts, length):
                whole, size = self._extend(starts, length)
                for text, at in whole:
                    self._is_covered[text][at : at + size] = b"\1" * size
                yield whole, size

    def _chains(self) -> Iterable[tuple[list[Place], int]]:
        """Yield windows that follow one another in all their places as one stretch."""
        seen: set[int] = set()
        for number, starts in enumerate(self._groups):
            if number in seen:
                continue
            text, at = starts[0]
            steps = 0
            while True:
                following = self._group(text, at + steps + 1)
                if following == _NO_GROUP or following in seen:
                    break
                moved = [(each, start + steps + 1) for each, start in starts]
                if self._groups[following] != moved:
                    break
                seen.add(following)
                steps += 1
            yield starts, RUN + steps

    def _group(self, text: int, at: int) -> int:
        row = self._group_at[text]
        return row[at] if at < len(row) else _NO_GROUP

    def _is_new(self, starts: Sequence[Place], length: int) -> bool:
        return any(
            length - sum(self._is_covered[text][at : at + length]) >= _NEW for text, at in starts
        )

    def _extend(self, starts: list[Place], length: int) -> tuple[list[Place], int]:
        before = after = 0
        while self._agree(starts, -before - 1):
            before += 1
        while self._agree(starts, length + after):
            after += 1
        return [(text, at - before) for text, at in starts], before + length + after

    def _agree(self, starts: Sequence[Place], by: int) -> bool:
        """Say whether the word at a distance from all starts is the same, and no break."""
        text, at = starts[0]
        word = self._word(text, at + by)
        return word > 0 and all(self._word(text, at + by) == word for text, at in starts)

    def _word(self, text: int, at: int) -> int:
        words = self._texts[text]
        return words[at] if 0 <= at < len(words) else 0


def _numbered(words: Sequence[str], numbers: dict[str, int]) -> list[int]:
    """Return a number for each word, 0 for a break; the same word has the same number."""
    # Numbers by first use, and not the words' own hashes: those differ from run to run.
    return [numbers.setdefault(word, len(numbers) + 1) if word else 0 for word in words]


def _windows(words: Sequence[int]) -> list[int | None]:
    """Return a number for the twelve words from each position on, None where a break is in them."""
    found: list[int | None] = []
    blocked = 0
    for at, word in enumerate(words):
        blocked = at + 1 if word == 0 else blocked
        start = at - RUN + 1
        if start >= 0:
            found.append(None if start < blocked else hash(tuple(words[start : at + 1])))
    return found
