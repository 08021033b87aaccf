"""What one version of an utterance keeps of the fullest one, cuts, and has in other words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from desktop.core.model.places import Place
from desktop.core.model.spans import Span
from desktop.core.model.utterances import Part, PartKind
from desktop.core.text.spellings import fold_spelling
from desktop.core.text.tokens import iter_tokens

_KINDS = {
    "equal": PartKind.KEPT,
    "delete": PartKind.CUT,
    "replace": PartKind.WORDED_OTHERWISE,
    "insert": PartKind.ADDED,
}


class Step(NamedTuple):
    """A stretch of the fullest version's words and that of a version's words it goes with."""

    kind: PartKind
    fullest: range
    here: range


class Words:
    """The words of a place, by which versions are held against one another."""

    __slots__ = ("keys", "place", "spans")

    def __init__(self, text: str, place: Place) -> None:
        tokens = [t for t in iter_tokens(text, place.span.start, place.span.end) if t.is_word]
        self.place = place
        self.keys = [fold_spelling(token.lower) for token in tokens]
        self.spans = [token.span for token in tokens]

    def part(self, words: range) -> Place | None:
        """Return where some of the words stand, None for none."""
        if not words:
            return None
        span = Span(self.spans[words.start].start, self.spans[words.stop - 1].end)
        return Place(self.place.article, span)


def find_steps(fullest: Words, here: Words) -> list[Step]:
    """Return how the words of two versions go together, in order.

    >>> whole, place = "We shall not wait any longer.", Place("a", Span(0, 29))
    >>> steps = find_steps(Words(whole, place), Words("We will wait", Place("b", Span(0, 12))))
    >>> [step.kind.value for step in steps]
    ['kept', 'worded otherwise', 'kept', 'cut']
    """
    matcher = SequenceMatcher(None, fullest.keys, here.keys, autojunk=False)
    return [
        Step(_KINDS[name], range(one, two), range(three, four))
        for name, one, two, three, four in matcher.get_opcodes()
    ]


def to_parts(fullest: Words, here: Words, steps: Iterable[Step]) -> tuple[Part, ...]:
    """Return steps as places of both texts."""
    return tuple(
        Part(step.kind, fullest.part(step.fullest), here.part(step.here)) for step in steps
    )


def without_kept(steps: Sequence[Step], kept: set[int]) -> list[Step]:
    """Return steps in which nothing is cut that another version of the article keeps."""
    left: list[Step] = []
    for step in steps:
        if step.kind is PartKind.CUT:
            left += [Step(step.kind, each, step.here) for each in _runs(step.fullest, kept)]
        else:
            left.append(step)
    return left


def _runs(words: range, taken: set[int]) -> Iterable[range]:
    start = words.start
    for at in (*words, words.stop):
        if at == words.stop or at in taken:
            if start < at:
                yield range(start, at)
            start = at + 1
