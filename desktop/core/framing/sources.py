"""The articles of an event with their analyses, and the names that findings call them by."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from desktop.core.model.analyses import Analysis, Sentence, Voice
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Claim, Place
from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap
from desktop.core.model.wire import Reprints
from desktop.core.text.names import TITLES
from desktop.core.text.spellings import fold_spelling

_WORD = re.compile(r"[^\W_]+")
_TELLING = 3  # letters of a given name that its short form keeps
_MOST_NAMED, _FIRST_NAMED = 6, 4


@dataclass(frozen=True, slots=True)
class Sources:
    """Articles and their analyses in one order.

    `reprints` are groups of articles of one text, of which only the first stands here.
    """

    articles: Sequence[Article]
    analyses: Sequence[Analysis]
    reprints: Reprints = ()
    _positions: dict[str, int] = field(init=False, repr=False, compare=False)
    _outlets: Counter[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        positions: dict[str, int] = {}
        for position, article in enumerate(self.articles):
            positions.setdefault(article.id, position)
        object.__setattr__(self, "_positions", positions)
        object.__setattr__(self, "_outlets", Counter(each.outlet for each in self.articles))

    def article(self, article_id: str) -> Article:
        """Return an article."""
        return self.articles[self.position(article_id)]

    def analysis(self, article_id: str) -> Analysis:
        """Return the analysis of an article."""
        return self.analyses[self.position(article_id)]

    def text(self, place: Place) -> str:
        """Return the words of a place."""
        return place.span.of(self.article(place.article).text)

    def name(self, article_id: str) -> str:
        """Return the outlet of an article, or its number where none is stated.

        Two articles of one outlet are told apart by their numbers. Reprints are counted behind it.
        """
        position = self.position(article_id)
        outlet = self.articles[position].outlet
        copies = next((len(each) - 1 for each in self.reprints if each[0] == article_id), 0)
        notes = [f"{copies} {plural(copies, 'reprint')}"] if copies else []
        if outlet and self._outlets[outlet] > 1:
            notes.insert(0, f"text {position + 1}")
        name = outlet or f"Text {position + 1}"
        return f"{name} ({', '.join(notes)})" if notes else name

    def names(self, articles: Iterable[str]) -> str:
        """Return the outlets of articles as a list in words; of many the first ones are named."""
        named = [self.name(each) for each in articles]
        if len(named) > _MOST_NAMED:
            rest = len(named) - _FIRST_NAMED
            named = [*named[:_FIRST_NAMED], f"{rest} {plural(rest, 'other')}"]
        return joined(named)

    def sentence(self, place: Place) -> Sentence | None:
        """Return the sentence that a place begins in."""
        sentences = self.analysis(place.article).sentences
        at = bisect_right(sentences, place.span.start, key=lambda each: each.span.start) - 1
        return sentences[at] if at >= 0 and place.span.start < sentences[at].span.end else None

    def has(self, article_id: str) -> bool:
        """Say whether an article is among these: of reprints only the first is."""
        return article_id in self._positions

    def position(self, article_id: str) -> int:
        """Return the position of an article in the order."""
        return self._positions[article_id]


def find_unmarked(sources: Sources, place: Place, pattern: re.Pattern[str]) -> Place | None:
    """Return the first match of a pattern in a place that stands outside quotation marks.

    What a speaker says in marks is never charged to the outlet.
    """
    voices = VoiceMap(sources.analysis(place.article).quotations)
    text = sources.article(place.article).text
    for match in pattern.finditer(text, place.span.start, place.span.end):
        span = Span(*match.span())
        if voices.voice_of(span) is not Voice.QUOTED:
            return Place(place.article, span)
    return None


def names_speaker(text: str, claim: Claim) -> bool:
    """Say whether some words name one of those to whom a claim is attributed anywhere."""
    words = {fold_spelling(word) for word in _WORD.findall(text)}
    speakers = {cell.attribution.split()[-1] for cell in claim.cells if cell.attribution}
    return not words.isdisjoint(map(fold_spelling, speakers))


def is_one_name(names: Iterable[str]) -> bool:
    """Say whether forms that end in one word can be one name: a father and his son are two.

    >>> is_one_name(["Joe Biden", "President Joe Biden", "Biden"])
    True
    >>> is_one_name(["Joe Biden", "Hunter Biden"]), is_one_name(["US officials", "Thai officials"])
    (False, False)
    """
    first: set[str] = set()
    for name in names:
        words = [word for word in name.split() if word.lower().rstrip(".") not in TITLES]
        first.update(fold_spelling(word)[:_TELLING] for word in words[:-1][:1])
    return len(first) < 2


def joined(names: Sequence[str]) -> str:
    """Return names as a list in words.

    >>> joined(["A", "B", "C"])
    'A, B and C'
    """
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def plural(count: int, one: str, many: str = "") -> str:
    """Return the form of a word that goes with a count.

    >>> plural(1, "wording"), plural(2, "wording"), plural(2, "says", "say")
    ('wording', 'wordings', 'say')
    """
    return one if count == 1 else many or f"{one}s"
