"""The articles of an event with their analyses, and the names that findings call them by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Claim, Place
from desktop.core.text.spellings import fold_spelling

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Sources:
    """Articles and their analyses in one order."""

    articles: Sequence[Article]
    analyses: Sequence[Analysis]

    def analysis(self, article_id: str) -> Analysis:
        """Return the analysis of an article."""
        return self.analyses[self._position(article_id)]

    def text(self, place: Place) -> str:
        """Return the words of a place."""
        return place.span.of(self.articles[self._position(place.article)].text)

    def name(self, article_id: str) -> str:
        """Return the outlet of an article, or its number where none is stated.

        Two articles of one outlet are told apart by their numbers.
        """
        position = self._position(article_id)
        outlet = self.articles[position].outlet
        same = [article for article in self.articles if article.outlet == outlet]
        if not outlet:
            return f"Text {position + 1}"
        return outlet if len(same) == 1 else f"{outlet} (text {position + 1})"

    def _position(self, article_id: str) -> int:
        return next(i for i, article in enumerate(self.articles) if article.id == article_id)


def names_speaker(text: str, claim: Claim) -> bool:
    """Say whether some words name one of those to whom a claim is attributed anywhere."""
    words = {fold_spelling(word) for word in _WORD.findall(text)}
    speakers = {cell.attribution.split()[-1] for cell in claim.cells if cell.attribution}
    return not words.isdisjoint(map(fold_spelling, speakers))


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
