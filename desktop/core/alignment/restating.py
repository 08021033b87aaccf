"""Rows of claims that the user put together: one sentence names them, the others relate to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.core.alignment.claims import UNNAMED, claim_text, details_of
from desktop.core.alignment.relations import Account, on_shared_words, relate, to_account
from desktop.core.alignment.statements import Statement
from desktop.core.alignment.words import content_words
from desktop.core.model.analyses import Analysis, Sentence
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Cell, Claim, Place, Relation
from desktop.core.model.lexicons import Lexicons

Cells = Mapping[str, Sequence[Place]]


@dataclass(frozen=True, slots=True)
class Restater:
    """Relates sentences of articles by the rules of the claim grid, whoever chose them."""

    articles: Sequence[Article]
    analyses: Sequence[Analysis]
    lexicons: Lexicons

    def sentence(self, place: Place) -> Sentence | None:
        """Return the scored sentence that shares most with a place; None where none does."""
        index = self._index(place.article)
        if index is None:
            return None
        scored = [each for each in self.analyses[index].sentences if each.scored]
        best = max(scored, key=lambda each: each.span.overlap(place.span), default=None)
        return best if best and best.span.overlap(place.span) else None

    def words(self, place: Place) -> str:
        """Return what stands at a place; nothing where its article does not reach so far."""
        index = self._index(place.article)
        text = "" if index is None else self.articles[index].text
        return place.span.of(text) if place.span.end <= len(text) else ""

    def text(self, base: Place) -> str:
        """Return how a row is named by a sentence."""
        index = self._position(base.article)
        return claim_text(self.articles[index].text, base.span, self.analyses[index])

    def claim(self, base: Place, cells: Cells, score: float) -> Claim:
        """Return the row of a sentence with all cells related to it, in the order of articles."""
        ids = (article.id for article in self.articles)
        return Claim(self.text(base), tuple(self.cell(base, each, cells) for each in ids), score)

    def cell(self, base: Place, article: str, cells: Cells) -> Cell:
        """Return what one article has of the row of a sentence."""
        places = tuple(cells.get(article, ()))
        if not places:
            return Cell(article, Relation.NOT_FOUND, None, "", ())
        shown = base if base in places else places[0]
        evidence = (shown, *(place for place in places if place != shown))
        account = self._shared(shown, cells)
        relation, note = relate(self._shared(base, cells), account)
        who = UNNAMED if account.attribution == "" else account.attribution
        return Cell(article, relation, who, note, evidence)

    def account(self, place: Place) -> Account:
        """Return what the sentence at a place says and on whose word."""
        index = self._position(place.article)
        article, analysis = self.articles[index], self.analyses[index]
        sentence = self.sentence(place) or analysis.sentences[0]
        words = content_words(article.text, sentence.span, self.lexicons)
        where = Place(article.id, sentence.span)
        item = Statement(index, sentence, where, words, 0.0)
        details = details_of(article.text, item)
        return to_account(article.text, analysis, sentence.number, frozenset(words), details)

    def _shared(self, place: Place, cells: Cells) -> Account:
        """Return a statement as what it shares with the row's other articles."""
        others: Iterable[Place] = (
            each for article, places in cells.items() if article != place.article for each in places
        )
        return on_shared_words(self.account(place), map(self.account, others))

    def _position(self, article: str) -> int:
        index = self._index(article)
        if index is None:
            raise KeyError(article)
        return index

    def _index(self, article: str) -> int | None:
        ids = [each.id for each in self.articles]
        return ids.index(article) if article in ids else None
