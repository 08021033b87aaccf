"""The runs of words of a text as numbers, and the few of them that its copies are found by."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence
from heapq import nsmallest

# Shorter runs are shared by chance; longer ones break at each word that an editor changed.
RUN = 5

# Words of these scripts are not set apart by blanks: each letter counts as one.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
)
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")

_MASK = 2**64 - 1
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)
_MIXER = 0xFF51AFD7ED558CCD

# One run in so many is a key. A text that holds another then has the other's keys among its own,
# however long it is itself.
_ONE_IN = 32
KEY_LIMIT = _MASK // 2 // _ONE_IN
"""A run under this number is a key of each text that has it, but for the longest."""

_LEAST_KEYS, _MOST_KEYS = 10, 64
_FEW_KEYS, _LEAST_SHARED = 8, 0.2


def copy_words(text: str) -> list[str]:
    """Return the words of a text as copies are compared by: without case and marks.

    >>> copy_words("“Don’t,” said Özil.")
    ['don', 't', 'said', 'özil']
    """
    return _WORD.findall(text.casefold())


def word_runs(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """Return the runs of five words of a text; a shorter text is one run.

    >>> len(word_runs("a storm tore the roof off".split()))
    2
    """
    if len(words) < RUN:
        return frozenset([tuple(words)]) if words else frozenset()
    return frozenset(zip(*(words[nth:] for nth in range(RUN)), strict=False))


def number_runs(words: Sequence[str]) -> frozenset[int]:
    """Return a number for each run of five words; the same run has the same number anywhere."""
    if not words:
        return frozenset()
    known = {word: zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in set(words)}
    row = [known[word] for word in words]
    if len(row) < RUN:
        row += [0] * (RUN - len(row))
    a, b, c, d = _FACTORS
    five = zip(row, row[1:], row[2:], row[3:], row[4:], strict=False)
    sums = [(p * a + q * b + r * c + s * d + t) & _MASK for p, q, r, s, t in five]
    # Twice, so that each of the 63 bits depends on all of those given.
    mixed = [((number ^ (number >> 32)) * _MIXER) & _MASK for number in sums]
    return frozenset([(number ^ (number >> 29)) >> 1 for number in mixed])


def copy_keys(runs: Iterable[int]) -> list[int]:
    """Return the few runs by which copies of a text are found, in rising order.

    Which run is a key depends on nothing but the run, so that two texts have keys in common as
    they have runs in common. A short text has ten all the same, a long one 64 at most.
    """
    lowest = nsmallest(_MOST_KEYS, runs)
    return [run for rank, run in enumerate(lowest) if run < KEY_LIMIT or rank < _LEAST_KEYS]


def may_be_copies(shared: int, own: int, other: int) -> bool:
    """Say whether two texts can be copies, by how many keys they have and share.

    Copies share keys as they share runs. Of few keys, or of a text so long that it has not all of
    its keys, that cannot be told.

    Args:
        shared: The keys under `KEY_LIMIT` that both have.
        own: How many such keys the one has.
        other: How many the other one has.
    """
    fewer, more = sorted((own, other))
    return fewer < _FEW_KEYS or more >= _MOST_KEYS or shared >= _LEAST_SHARED * fewer
