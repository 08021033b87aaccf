"""What questions are drawn from: the parts of a comparison, and sentences by their places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from desktop.core.framing.actors import Mention
from desktop.core.framing.sources import Sources
from desktop.core.model.analyses import Quotation, Sentence
from desktop.core.model.comparisons import Claim, Utterance
from desktop.core.model.details import FigureDesk
from desktop.core.model.places import Place

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Matters:
    """The articles of an event and what the comparison has found so far."""

    sources: Sources
    claims: Sequence[Claim]
    utterances: Sequence[Utterance]
    mentions: Sequence[Mention]
    desk: FigureDesk
    alike: Callable[[Place, Place], bool]

    @property
    def ids(self) -> list[str]:
        """Return the articles in their order."""
        return [article.id for article in self.sources.articles]

    def names(self, articles: Iterable[str]) -> str:
        """Return the outlets of some articles as a list in words, in the order of the articles."""
        chosen = set(articles)
        return self.sources.names(each for each in self.ids if each in chosen)

    def ordered(self, articles: Iterable[str]) -> tuple[str, ...]:
        """Return some articles in their order, each one once."""
        chosen = set(articles)
        return tuple(each for each in self.ids if each in chosen)

    def rest(self, articles: Iterable[str]) -> tuple[str, ...]:
        """Return the articles that are not among these, in their order."""
        chosen = set(articles)
        return tuple(each for each in self.ids if each not in chosen)

    def sentence(self, place: Place) -> Sentence | None:
        """Return the sentence that a place begins in."""
        return self.sources.sentence(place)

    def said(self, article: str) -> list[Quotation]:
        """Return what an article gives to speakers, in scored blocks."""
        analysis = self.sources.analysis(article)
        return [
            quotation
            for quotation in analysis.quotations
            if quotation.is_said
            and quotation.sentence
            and analysis.sentence(quotation.sentence).scored
        ]

    def short(self, place: Place) -> str:
        """Return the words of a place, cut to what a question can hold."""
        return shortened(self.sources.text(place))


def shortened(text: str) -> str:
    """Return words without marks around them, cut at a word.

    >>> shortened("“The gate was shut.”")
    'The gate was shut'
    """
    plain = " ".join(text.strip(" “”\"'‘’").split()).rstrip(".,")
    if len(plain) <= _LONGEST:
        return plain
    return plain[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"
