"""Passages that articles share word for word, their probable agency, what was added or cut."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from desktop.core.alignment.agencies import find_signs, probable_origin
from desktop.core.model.analyses import Analysis, Sentence
from desktop.core.model.articles import Article
from desktop.core.model.places import Place
from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap
from desktop.core.model.wire import (
    AgencySign,
    SignKind,
    WireChange,
    WireLedger,
    WirePassage,
    WireShare,
)
from desktop.core.text.shared import BREAK, RUN, Run, find_runs, shared_words
from desktop.core.text.shared import find_reprints as _find_reprints
from desktop.core.text.tokens import iter_tokens

# With less than this in shared passages an article does not print the text of another.
_PRINTS = 0.25
_HALF = 0.5
_IN_A_ROW = 3

Words = tuple[str, ...]


def find_reprints(
    articles: Sequence[Article], analyses: Sequence[Analysis]
) -> tuple[tuple[str, ...], ...]:
    """Return groups of articles that print one text, by their ids in order; they count once."""
    if len(articles) < 2:
        return ()
    texts = [
        _scored_words(article.text, analysis)[0]
        for article, analysis in zip(articles, analyses, strict=True)
    ]
    return tuple(tuple(articles[each].id for each in group) for group in _find_reprints(texts))


def find_wire(articles: Sequence[Article], analyses: Sequence[Analysis]) -> WireLedger:
    """Return the passages that articles share word for word, and each article's share of them.

    A passage has twelve words or more in a row that stand outside quotation marks in every one of
    its articles: the same words in marks are one person's speech, which anybody may print. What
    articles of one outlet alone share is no passage.
    """
    if len(articles) < 2:
        return WireLedger()
    return _Ledger(list(map(_Text, articles, analyses))).ledger()


def _scored_words(text: str, analysis: Analysis) -> tuple[list[str], list[Span]]:
    """Return the words of scored blocks in lower case and where they stand.

    A break stands where something that is not scored lies between two of them.
    """
    words: list[str] = []
    spans: list[Span] = []
    was_scored = True
    for block in analysis.blocks:
        if block.scored:
            if not was_scored and words:
                words.append(BREAK)
                spans.append(spans[-1])
            found = [t for t in iter_tokens(text, block.span.start, block.span.end) if t.is_word]
            words += [token.lower for token in found]
            spans += [token.span for token in found]
        was_scored = block.scored
    return words, spans


class _Text:
    """An article as its words."""

    def __init__(self, article: Article, analysis: Analysis) -> None:
        self.article, self.analysis = article, analysis
        self.words, self.spans = _scored_words(article.text, analysis)
        self.size = len(self.words) - self.words.count(BREAK)
        self.covered: set[int] = set()

    @cached_property
    def marked(self) -> frozenset[int]:
        """Return the positions of words in quotation marks."""
        starts = [span.start for span in self.spans]
        found: set[int] = set()
        for area in VoiceMap(self.analysis.quotations).quoted:
            found.update(range(bisect_left(starts, area.start), bisect_left(starts, area.end)))
        return frozenset(found)

    @cached_property
    def sentences(self) -> list[tuple[Sentence, range]]:
        """Return the scored sentences with the positions of their words."""
        starts = [span.start for span in self.spans]
        return [
            (each, range(bisect_left(starts, each.span.start), bisect_left(starts, each.span.end)))
            for each in self.analysis.sentences
            if each.scored
        ]

    def place(self, start: int, end: int) -> Place:
        """Return where the words from `start` up to `end` stand."""
        return Place(self.article.id, Span(self.spans[start].start, self.spans[end - 1].end))

    def touched(self, start: int, end: int) -> range:
        """Return the positions of all words of the sentences that a run touches."""
        rows = [row for _, row in self.sentences if row.start < end and row.stop > start]
        return range(min([start, *(r.start for r in rows)]), max([end, *(r.stop for r in rows)]))

    def unshared(self, positions: Iterable[int], shared: set[int]) -> list[int]:
        """Return the positions of words that are not shared."""
        return [each for each in positions if self.words[each] and each not in shared]

    def stretches(self, positions: Iterable[int]) -> tuple[Place, ...]:
        """Return words as places, those side by side as one."""
        places: list[Place] = []
        first = last = -1
        for each in (*sorted(positions), -1):
            if first >= 0 and each != last + 1:
                places.append(self.place(first, last + 1))
                first = -1
            first, last = (each if first < 0 else first), each
        return tuple(places)

    def unlike(self, shared: set[int]) -> tuple[Place, ...]:
        """Return the sentences of which less than half is shared, neighbors as one place."""
        places: list[Span] = []
        before = -1
        for sentence, row in self.sentences:
            alone = len(self.unshared(row, shared))
            if alone > _HALF * len(row):
                if places and sentence.number == before + 1:
                    places[-1] = Span(places[-1].start, sentence.span.end)
                else:
                    places.append(sentence.span)
                before = sentence.number
        return tuple(Place(self.article.id, span) for span in places)


@dataclass(frozen=True, slots=True)
class _Shared:
    """A run with the texts that have enough of it outside quotation marks."""

    starts: tuple[tuple[int, int], ...]
    length: int
    unmarked: int


class _Ledger:
    """Finds the passages of some texts, the families of texts that print one, and their bases."""

    def __init__(self, texts: Sequence[_Text]) -> None:
        self._texts = texts
        runs = find_runs([text.words for text in texts])
        self._runs = [shared for run in runs if (shared := self._outside_marks(run))]
        for run in self._runs:
            for text, at in run.starts:
                texts[text].covered.update(range(at, at + run.length))
        self._signs = {at: find_signs(texts[at].article, texts[at].analysis) for at in self._held}
        self._known: dict[tuple[int, int], tuple[set[int], set[int]]] = {}
        # Of many prints most have the same words around a passage.
        self._alike: dict[tuple[Words, Words], tuple[set[int], set[int]]] = {}

    @property
    def _held(self) -> list[int]:
        return sorted({text for run in self._runs for text, _ in run.starts})

    def ledger(self) -> WireLedger:
        """Return passages and shares."""
        ordered = sorted(self._runs, key=lambda run: (-run.length, run.starts))
        return WireLedger(tuple(map(self._passage, ordered)), tuple(self._shares()))

    def _outside_marks(self, run: Run) -> _Shared | None:
        counts = [
            (run.length - sum(each in self._texts[t].marked for each in range(at, at + run.length)))
            for t, at in run.starts
        ]
        kept = [(s, count) for s, count in zip(run.starts, counts, strict=True) if count >= RUN]
        if len(kept) < 2 or self._of_one_outlet(text for (text, _), _ in kept):
            return None
        return _Shared(tuple(s for s, _ in kept), run.length, min(count for _, count in kept))

    def _of_one_outlet(self, texts: Iterable[int]) -> bool:
        """Say whether all are of one outlet: what it prints in all its articles is its own."""
        outlets = {self._texts[text].article.outlet for text in texts}
        return len(outlets) == 1 and outlets != {""}

    def _passage(self, run: _Shared) -> WirePassage:
        signs = tuple(sign for text, at in run.starts for sign in self._signs_of(text, at, run))
        origin = probable_origin(signs)
        base, start = max(run.starts, key=lambda held: self._fitness(held[0], origin))
        changes = [
            self._change((text, at), (base, start), run.length)
            for text, at in run.starts
            if text != base
        ]
        return WirePassage(
            places=tuple(self._texts[t].place(at, at + run.length) for t, at in run.starts),
            words=run.length,
            unmarked=run.unmarked,
            origin=origin,
            signs=signs,
            base=self._texts[base].article.id,
            changes=tuple(each for each in changes if each.added or each.cut),
        )

    def _signs_of(self, text: int, at: int, run: _Shared) -> Iterable[AgencySign]:
        """Yield an article's signs; one that names an agency only where it stands in a passage."""
        touched = self._texts[text].touched(at, at + run.length)
        area = self._texts[text].place(touched.start, touched.stop).span
        for sign in self._signs[text]:
            is_here = sign.place is not None and area.covers(sign.place.span)
            if sign.kind is not SignKind.NAMED or is_here:
                yield sign

    def _fitness(self, text: int, origin: str | None) -> tuple[bool, bool, int, int]:
        """Order articles by how near they are to the origin.

        First comes the agency's own, then one that credits it, then the one with the most in
        shared passages; of equals, the first.
        """
        signs = [sign for sign in self._signs.get(text, ()) if sign.agency == origin]
        is_own = any(sign.kind is SignKind.OUTLET for sign in signs)
        credits_it = any(sign.kind is not SignKind.NAMED for sign in signs)
        return is_own, credits_it, len(self._texts[text].covered), -text

    def _change(self, here: tuple[int, int], base: tuple[int, int], length: int) -> WireChange:
        """Return what the sentences of a passage add to the base's, and what they lack of them."""
        (text, at), (other, start) = here, base
        own, bases = self._texts[text], self._texts[other]
        around, whole = own.touched(at, at + length), bases.touched(start, start + length)
        key = (
            tuple(own.words[around.start : around.stop]),
            tuple(bases.words[whole.start : whole.stop]),
        )
        if key not in self._alike:
            self._alike[key] = _common(*key)
        one, two = self._alike[key]
        added = own.unshared(around, {around.start + each for each in one})
        cut = bases.unshared(whole, {whole.start + each for each in two})
        return WireChange(own.article.id, own.stretches(added), bases.stretches(cut))

    def _shared_by(self, text: int, other: int) -> tuple[set[int], set[int]]:
        if (text, other) not in self._known:
            words = self._texts[text].words, self._texts[other].words
            self._known[text, other] = shared_words(*words)
        return self._known[text, other]

    def _shares(self) -> Iterable[WireShare]:
        base_of = self._bases()
        for at, text in enumerate(self._texts):
            base = base_of.get(at)
            if base is None or base == at:
                yield WireShare(text.article.id, text.size, len(text.covered))
                continue
            own, bases = self._shared_by(at, base)
            yield WireShare(
                text.article.id,
                text.size,
                len(text.covered),
                self._texts[base].article.id,
                text.unlike(own),
                self._texts[base].unlike(bases),
            )

    def _bases(self) -> dict[int, int]:
        """Return for each text that prints much of a shared one the text to hold it against."""
        prints = {
            at
            for at in self._held
            if len(self._texts[at].covered) >= _PRINTS * self._texts[at].size
        }
        family = {at: at for at in prints}

        def root(at: int) -> int:
            while family[at] != at:
                family[at] = at = family[family[at]]
            return at

        for run in self._runs:
            members = [text for text, _ in run.starts if text in prints]
            for each in members[1:]:
                family[root(each)] = root(members[0])
        members_of: defaultdict[int, list[int]] = defaultdict(list)
        for at in sorted(prints):
            members_of[root(at)].append(at)
        found: dict[int, int] = {}
        for members in members_of.values():
            signs = [sign for at in members for sign in self._signs[at] if _is_outright(sign)]
            origin = probable_origin(signs)
            base = max(members, key=lambda at: self._fitness(at, origin))
            found.update(dict.fromkeys(members, base))
        return found


def _common(left: Words, right: Words) -> tuple[set[int], set[int]]:
    """Return the positions of words that stand in the same order on both sides, three in a row."""
    if left == right:
        return set(range(len(left))), set(range(len(right)))
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= _IN_A_ROW]
    return (
        {block.a + each for block in blocks for each in range(block.size)},
        {block.b + each for block in blocks for each in range(block.size)},
    )


def _is_outright(sign: AgencySign) -> bool:
    return sign.kind is not SignKind.NAMED
