"""Minimal pairs: aligned sentences of two outlets with the same words but for one or two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice
from typing import NamedTuple

from desktop.core.alignment.statements import Statements
from desktop.core.framing.actors import Mention
from desktop.core.framing.sources import Sources
from desktop.core.model.analyses import Analysis, Voice
from desktop.core.model.comparisons import Utterance
from desktop.core.model.pairs import Change, MinimalPair, PairSide
from desktop.core.model.places import Place
from desktop.core.model.spans import Span
from desktop.core.text.spellings import fold_spelling
from desktop.core.text.tokens import Token, iter_tokens, word_set

MOST_CANDIDATES = 20_000
"""So many pairs of like sentences are looked at, the most alike first."""

_LEAST_SHARED = 5
_LEAST_SHARE = 0.6
_FEW = 2
_SHORT_RUN = 4
_ORDER = tuple(Change)
_SMALL = word_set("a an the that on of in at to for by and also has have had its their")
_CERTAINTY = word_set(
    "alleged allegedly apparent apparently believed certain certainly clear clearly "
    "confirmed could doubtful evidently expected likely may maybe might must no not never perhaps "
    "possible possibly probable probably purported reported reportedly seemingly shall should "
    "supposed supposedly surely suspected unclear unconfirmed unlikely will would"
)


SpansOf = Callable[[Analysis], list[Span]]


class _Row(NamedTuple):
    """The words of a place, and what makes two of them the same."""

    place: Place
    tokens: Sequence[Token]
    words: Sequence[str]
    kinds: frozenset[str]
    plain: str


def find_minimal_pairs(
    sources: Sources,
    statements: Statements,
    utterances: Iterable[Utterance],
    mentions: Iterable[Mention],
) -> tuple[MinimalPair, ...]:
    """Return the minimal pairs of an event, sorted by what changed, then by where they stand.

    Of texts that are the same word for word the first ones are shown.

    Args:
        sources: The articles.
        statements: Their sentences, aligned.
        utterances: The versions of what speakers say, which are held side by side as well.
        mentions: The mentions of actors, by which two forms are known to name one.
    """
    reader = _Reader(sources, mentions)
    seen: set[tuple[str, ...]] = set()
    found: list[MinimalPair] = []
    for left, right in _candidates(sources, statements, utterances):
        words = tuple(sorted((reader.plain(left), reader.plain(right))))
        if words not in seen:
            seen.add(words)
            pair = reader.compare(left, right)
            found += [pair] if pair else []
    return tuple(sorted(found, key=lambda pair: _rank(sources, pair)))


def _rank(sources: Sources, pair: MinimalPair) -> tuple[int, ...]:
    return (
        _ORDER.index(pair.change),
        sources.position(pair.left.place.article),
        pair.left.place.span.start,
        sources.position(pair.right.place.article),
        pair.right.place.span.start,
    )


def _candidates(
    sources: Sources, statements: Statements, utterances: Iterable[Utterance]
) -> Iterator[tuple[Place, Place]]:
    """Yield aligned places of two outlets, the earlier article's first."""
    for match in islice(statements.matches, MOST_CANDIDATES):
        left, right = statements.items[match.left].place, statements.items[match.right].place
        if _are_two_outlets(sources, left, right):
            yield left, right
    for utterance in utterances:
        known = [each for each in utterance.versions if sources.has(each.article)]
        versions = sorted(known, key=lambda e: (sources.position(e.article), e.span))
        for at, left in enumerate(versions):
            for right in versions[at + 1 :]:
                if _are_two_outlets(sources, left, right):
                    yield left, right


def _are_two_outlets(sources: Sources, left: Place, right: Place) -> bool:
    if not (sources.has(left.article) and sources.has(right.article)):
        return False
    one, other = sources.article(left.article), sources.article(right.article)
    return one.id != other.id and (not one.outlet or one.outlet != other.outlet)


class _Reader:
    """The words of all places, read once, and what is known of stretches of each article."""

    def __init__(self, sources: Sources, mentions: Iterable[Mention]) -> None:
        self._sources = sources
        self._rows: dict[Place, _Row] = {}
        self._mentions: dict[tuple[int, int], list[Mention]] = {}
        for mention in mentions:
            self._mentions.setdefault((mention.article, mention.sentence), []).append(mention)

    def plain(self, place: Place) -> str:
        """Return the words of a place without marks and capitals."""
        return self._row(place).plain

    def compare(self, left: Place, right: Place) -> MinimalPair | None:
        """Return two places as a minimal pair, None where they differ in more or in nothing."""
        one, other = self._row(left), self._row(right)
        if len(one.kinds ^ other.kinds) > 2 * _SHORT_RUN:
            return None
        if not _can_be_minimal(one.words, other.words):
            return None
        codes = SequenceMatcher(None, one.words, other.words, autojunk=False).get_opcodes()
        changed = [code for code in codes if code[0] != "equal"]
        mine = [(code[1], code[2]) for code in changed]
        theirs = [(code[3], code[4]) for code in changed]
        if not _is_minimal(mine, theirs):
            return None
        words = {
            token.lower
            for row, runs in ((one, mine), (other, theirs))
            for first, last in runs
            for token in row.tokens[first:last]
        }
        if words <= _SMALL:
            return None
        sides = _side(one, mine), _side(other, theirs)
        if not all(side.changed for side in sides) and self._touch(sides, _verbs, every=True):
            return None  # "he said" behind the same words changes nothing in them
        return MinimalPair(self._change(sides, words), *sides)

    def _row(self, place: Place) -> _Row:
        row = self._rows.get(place)
        if row is None:
            text = self._sources.article(place.article).text
            span = place.span
            tokens = [each for each in iter_tokens(text, span.start, span.end) if each.is_word]
            words = [token.lower for token in tokens]
            kinds = frozenset(words)
            row = self._rows[place] = _Row(place, tokens, words, kinds, " ".join(words))
        return row

    def _change(self, sides: tuple[PairSide, PairSide], words: set[str]) -> Change:
        """Return what changed: the first kind that fits, from the plainest to see."""
        if any(word[0].isdigit() for word in words) or self._touch(sides, _figures, every=False):
            return Change.FIGURE
        if all(side.changed for side in sides) and self._touch(sides, _verbs, every=True):
            return Change.REPORT_VERB
        if self._is_one_name(sides):
            return Change.NAME_FORM
        if words & _CERTAINTY:
            return Change.CERTAINTY
        return Change.LOADED if self._touch(sides, _loaded, every=False) else Change.OTHER

    def _touch(self, sides: tuple[PairSide, PairSide], spans_of: SpansOf, *, every: bool) -> bool:
        """Say whether what changed holds such a span, on every side that has words more or one."""
        touched = [
            any(
                change.span.overlap(span)
                for change in side.changed
                for span in spans_of(self._sources.analysis(side.place.article))
            )
            for side in sides
            if side.changed
        ]
        return all(touched) if every else any(touched)

    def _is_one_name(self, sides: tuple[PairSide, PairSide]) -> bool:
        """Say whether the changed words of both sides name one actor, or spell one name."""
        if not all(side.changed for side in sides):
            return False
        texts = [" ".join(map(self._sources.text, side.changed)) for side in sides]
        if all(text[0].isupper() for text in texts):
            folded = {fold_spelling(text) for text in texts}
            if len(folded) == 1:
                return True
        keys = [self._actors(side) for side in sides]
        return bool(keys[0] & keys[1])

    def _actors(self, side: PairSide) -> set[str]:
        article = self._sources.position(side.place.article)
        sentence = self._sources.sentence(side.place)
        near = self._mentions.get((article, sentence.number if sentence else 0), ())
        return {
            mention.key
            for mention in near
            if all(mention.span.overlap(change.span) for change in side.changed)
        }


def _verbs(analysis: Analysis) -> list[Span]:
    return [each.span for each in analysis.verbs if each.voice is not Voice.QUOTED]


def _figures(analysis: Analysis) -> list[Span]:
    return [each.span for each in analysis.figures]


def _loaded(analysis: Analysis) -> list[Span]:
    return [
        each.span for each in analysis.loaded if not each.ignored and each.voice is not Voice.QUOTED
    ]


def _side(row: _Row, runs: Sequence[tuple[int, int]]) -> PairSide:
    changed = [
        Place(row.place.article, Span(row.tokens[first].start, row.tokens[last - 1].end))
        for first, last in runs
        if first < last
    ]
    return PairSide(row.place, tuple(changed))


def _can_be_minimal(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say, without aligning them, whether two rows of words can differ as little as is asked."""
    if abs(len(one) - len(other)) > _SHORT_RUN or one == other:
        return False
    longer = max(len(one), len(other))
    if min(len(one), len(other)) < _LEAST_SHARED:
        return False
    shared = sum((Counter(one) & Counter(other)).values())
    if shared < _LEAST_SHARED or shared < _LEAST_SHARE * longer:
        return False
    return longer - shared <= _SHORT_RUN


def _is_minimal(mine: Sequence[tuple[int, int]], theirs: Sequence[tuple[int, int]]) -> bool:
    """Say whether one or two words were changed, or one run of up to four."""
    sizes = [
        max(last - first, end - start)
        for (first, last), (start, end) in zip(mine, theirs, strict=True)
    ]
    return 0 < sum(sizes) <= _FEW or (len(sizes) == 1 and sizes[0] <= _SHORT_RUN)
