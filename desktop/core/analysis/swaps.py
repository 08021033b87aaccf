"""The swap test: two actors of an article change places, and no measure of our own may move."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from desktop.core.analysis.articles import analyze_article, analyze_blocks
from desktop.core.model.analyses import Analysis, Sentence, Target
from desktop.core.model.articles import Article, Block
from desktop.core.model.lexicons import Lexicons
from desktop.core.model.spans import Span
from desktop.core.text.languages import is_english
from desktop.core.tone.reference import score_reference

_LEAST = 1e-9


@dataclass(frozen=True, slots=True)
class Change:
    """One measure before and after the two names changed places."""

    before: float
    after: float

    @property
    def moved(self) -> bool:
        """Say whether the measure changed at all."""
        return abs(self.after - self.before) > _LEAST


@dataclass(frozen=True, slots=True)
class SentenceSwap:
    """A sentence that names one of the two, by number and span, and its measures.

    `tone` and `loadedness` are the program's own; `polarity` and `subjectivity` are those of the
    reference measure, TextBlob's, whose lexicon scores some words of nationality.
    """

    number: int
    span: Span
    swapped: Span
    tone: Change
    loadedness: Change
    polarity: Change
    subjectivity: Change

    @property
    def own_moved(self) -> bool:
        """Say whether a measure of the program's own changed."""
        return self.tone.moved or self.loadedness.moved

    @property
    def reference_moved(self) -> bool:
        """Say whether the reference measure changed."""
        return self.polarity.moved or self.subjectivity.moved


@dataclass(frozen=True, slots=True)
class SwapTest:
    """Two actors of an article, its text with them exchanged, and what that changed.

    `sentences` are those that name one of the two, in order. `towards` is the tone towards each in
    the article and, in the exchanged text, towards the one in its place. `lost` counts sentences
    that begin or end elsewhere in the exchanged text and cannot be compared. `exchanged` has each
    mention with the name that stands in its place.
    """

    first: str
    second: str
    text: str
    sentences: tuple[SentenceSwap, ...]
    towards: tuple[Change, Change]
    lost: int
    exchanged: tuple[tuple[Span, Span], ...] = ()

    @property
    def own_moved(self) -> tuple[SentenceSwap, ...]:
        """Return the sentences in which a measure of the program's own changed."""
        return tuple(sentence for sentence in self.sentences if sentence.own_moved)

    @property
    def reference_moved(self) -> tuple[SentenceSwap, ...]:
        """Return the sentences in which the reference measure changed."""
        return tuple(sentence for sentence in self.sentences if sentence.reference_moved)


def swap_actors(
    article: Article, lexicons: Lexicons, analysis: Analysis | None = None
) -> SwapTest | None:
    """Exchange the two most named actors of an article throughout and analyze it again.

    A mention by the full name becomes the other's full name, a shorter one the other's shorter
    one where there is one. Words made of a name ("Norlandic") and pronouns stay as they are.

    Args:
        article: The article.
        lexicons: The word lists.
        analysis: Its analysis, where it is known; corrections in it are not laid over.

    Returns:
        What changed, or None where the article names fewer than two actors.
    """
    found = analysis or analyze_article(article, lexicons, redraws=0)
    if len(found.targets) < 2:
        return None
    first, second = found.targets[:2]
    exchange = _Exchange(article.text, first, second)
    blocks = tuple(_moved_block(block, exchange) for block in found.blocks)
    swapped = replace(article, text=exchange.text)
    after = analyze_blocks(swapped, blocks, lexicons, redraws=0)
    pairs = list(_pairs(found, after, exchange))
    measure = _Measures(article.text, exchange.text, lexicons, is_english(found.language))
    return SwapTest(
        first.name,
        second.name,
        exchange.text,
        tuple(measure.compare(before, then) for before, then in pairs if then is not None),
        (_towards(first, after, exchange), _towards(second, after, exchange)),
        sum(then is None for _, then in pairs),
        tuple((mention, exchange.name_at(mention)) for mention in exchange.spans),
    )


class _Exchange:
    """A text in which the mentions of two actors changed places, and where its parts went."""

    def __init__(self, text: str, first: Target, second: Target) -> None:
        forms = {first.name: _forms(text, second), second.name: _forms(text, first)}
        named = [(span, target.name) for target in (first, second) for span in target.mentions]
        mentions = sorted(named)
        parts: list[str] = []
        growths: list[int] = []
        done = 0
        for span, name in mentions:
            full, short = forms[name]
            said = full if span.of(text) == name else short
            parts += text[done : span.start], said
            growths.append(len(said) - len(span))
            done = span.end
        self.text = "".join((*parts, text[done:]))
        self.spans = [span for span, _ in mentions]
        self._ends = [span.end for span in self.spans]
        self._moves = [0, *accumulate(growths)]

    def place(self, offset: int) -> int:
        """Return where a code point outside of the mentions stands in the exchanged text."""
        return offset + self._moves[bisect_right(self._ends, offset)]

    def start_of(self, mention: Span) -> int:
        """Return where the name begins that stands in the place of a mention."""
        return mention.start + self._moves[bisect_left(self.spans, mention)]

    def name_at(self, mention: Span) -> Span:
        """Return the name that stands in the place of a mention."""
        at = bisect_left(self.spans, mention)
        return Span(mention.start + self._moves[at], mention.end + self._moves[at + 1])

    def moved(self, span: Span) -> Span:
        """Return where a span went that cuts no mention."""
        return Span(self.place(span.start), self.place(span.end))

    def names_one(self, span: Span) -> bool:
        """Say whether one of the two is named in a span."""
        at = bisect_right(self._ends, span.start)
        return at < len(self.spans) and self.spans[at].start < span.end


def _forms(text: str, target: Target) -> tuple[str, str]:
    """Return the full name of an actor and a shorter one that the text uses, if there is one."""
    said = {span.of(text) for span in target.mentions} - {target.name}
    return target.name, min(said, key=lambda form: (len(form), form), default=target.name)


def _moved_block(block: Block, exchange: _Exchange) -> Block:
    return replace(block, span=exchange.moved(block.span))


def _pairs(
    found: Analysis, after: Analysis, exchange: _Exchange
) -> Iterator[tuple[Sentence, Sentence | None]]:
    """Yield the sentences that name one of the two, each with itself in the exchanged text."""
    starts = [sentence.span.start for sentence in after.sentences]
    for sentence in found.sentences:
        if exchange.names_one(sentence.span):
            moved = exchange.moved(sentence.span)
            at = bisect_left(starts, moved.start)
            is_same = at < len(starts) and after.sentences[at].span == moved
            yield sentence, after.sentences[at] if is_same else None


@dataclass(frozen=True, slots=True)
class _Measures:
    """Takes all measures of a sentence before and after; another language has no tone."""

    before: str
    after: str
    lexicons: Lexicons
    has_tone: bool

    def compare(self, one: Sentence, other: Sentence) -> SentenceSwap:
        polarity, subjectivity = self._reference(one.span.of(self.before))
        then_polarity, then_subjectivity = self._reference(other.span.of(self.after))
        return SentenceSwap(
            one.number,
            one.span,
            other.span,
            Change(one.tone, other.tone),
            Change(one.loadedness, other.loadedness),
            Change(polarity, then_polarity),
            Change(subjectivity, then_subjectivity),
        )

    def _reference(self, sentence: str) -> tuple[float, float]:
        return score_reference(sentence, self.lexicons.tone) if self.has_tone else (0.0, 0.0)


def _towards(actor: Target, after: Analysis, exchange: _Exchange) -> Change:
    """Return the tone towards an actor, and then towards the one in its place."""
    starts = {exchange.start_of(span) for span in actor.mentions}
    for target in after.targets:
        if any(span.start in starts for span in target.mentions):
            return Change(actor.tone, target.tone)
    return Change(actor.tone, 0.0)
