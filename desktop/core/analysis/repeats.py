"""What reprints repeat word for word: compared once, and shown in each of them all the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop.core.alignment.quotations import find_parts
from desktop.core.model.analyses import Analysis, Sentence
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Cell, Claim, Relation, Utterance
from desktop.core.model.places import Place
from desktop.core.model.spans import Span
from desktop.core.model.wire import OneSource, Reprints
from desktop.core.text.tokens import split_tokens

_FEWEST_WORDS = 4

Words = tuple[str, ...]


class Repeats:
    """The sentences that reprints have from the article that stands for their text.

    `analyses` are those of the articles without what is repeated: comparing them finds each
    statement of a text once, however many articles print it.
    """

    def __init__(
        self, articles: Sequence[Article], analyses: Sequence[Analysis], reprints: Reprints
    ) -> None:
        self._articles, self._whole = articles, analyses
        self._position = {article.id: n for n, article in enumerate(articles)}
        self._once = OneSource(reprints)
        # By the lead's sentence: what repeats it, by article.
        self._copies: defaultdict[Place, dict[str, Place]] = defaultdict(dict)
        self.analyses = list(analyses)
        for group in reprints:
            lead = _sentences(*self._at(group[0]))
            for article in group[1:]:
                at = self._position[article]
                self.analyses[at] = self._without_repeated(group[0], lead, article)

    def fill_claims(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """Return claims with the cells of reprints as their lead has them, where they repeat it."""
        if not self._copies:
            return tuple(claims)
        return tuple(self._fill_claim(claim) for claim in claims)

    def fill_utterances(self, utterances: Iterable[Utterance]) -> tuple[Utterance, ...]:
        """Return utterances with the versions of reprints, and those that only reprints share."""
        if not self._copies:
            return tuple(utterances)
        parts, known = self._parts(), list(utterances)
        filled = [self._fill_utterance(each, parts) for each in (*known, *self._lone(known))]
        shared = [each for each in filled if len({place.article for place in each.versions}) > 1]
        return tuple(sorted(shared, key=lambda each: len(each.not_found)))

    def _at(self, article: str) -> tuple[Article, Analysis]:
        at = self._position[article]
        return self._articles[at], self._whole[at]

    def _without_repeated(
        self, lead: str, known: dict[Words, list[Sentence]], article: str
    ) -> Analysis:
        own, analysis = self._at(article)
        repeated: set[int] = set()
        for words, sentences in _sentences(own, analysis).items():
            for one, other in zip(known.get(words, ()), sentences, strict=False):
                self._copies[Place(lead, one.span)][article] = Place(article, other.span)
                repeated.add(other.number)
        return replace(
            analysis,
            sentences=tuple(
                replace(each, scored=False) if each.number in repeated else each
                for each in analysis.sentences
            ),
            quotations=tuple(q for q in analysis.quotations if q.sentence not in repeated),
        )

    def _fill_claim(self, claim: Claim) -> Claim:
        by_article = {cell.article: cell for cell in claim.cells}
        return replace(
            claim,
            cells=tuple(self._fill_cell(cell, by_article) for cell in claim.cells),
        )

    def _fill_cell(self, cell: Cell, by_article: dict[str, Cell]) -> Cell:
        lead = by_article.get(self._once.lead(cell.article))
        if cell.relation is not Relation.NOT_FOUND or lead is None or lead is cell:
            return cell
        copies = (self._copies.get(place, {}).get(cell.article) for place in lead.evidence)
        evidence = tuple(place for place in copies if place is not None)
        return replace(lead, article=cell.article, evidence=evidence) if evidence else cell

    def _parts(self) -> dict[str, list[Span]]:
        """Return the quoted stretches of the reprints."""
        found: defaultdict[str, list[Span]] = defaultdict(list)
        ids = {article for copies in self._copies.values() for article in copies}
        own = [self._at(article) for article in sorted(ids)]
        for part in find_parts([each for each, _ in own], [each for _, each in own]):
            found[part.place.article].append(part.place.span)
        return found

    def _lone(self, known: Iterable[Utterance]) -> Iterable[Utterance]:
        """Yield what a lead quotes and no other text has: its reprints quote it as well."""
        taken = {place for each in known for place in each.versions}
        ids = [article.id for article in self._articles]
        leads = sorted({place.article for place in self._copies}, key=self._position.__getitem__)
        own = [self._at(article) for article in leads]
        for part in find_parts([each for each, _ in own], [each for _, each in own]):
            if part.place not in taken and len(part.words) >= _FEWEST_WORDS:
                absent = tuple(each for each in ids if each != part.place.article)
                yield Utterance(part.speaker, (part.place,), part.place, absent, 1.0)

    def _fill_utterance(self, utterance: Utterance, parts: dict[str, list[Span]]) -> Utterance:
        added: list[Place] = []
        for version in utterance.versions:
            for sentence, copies in self._sentence_copies(version):
                by = version.span.start - sentence.span.start
                for article, copy in copies.items():
                    around = Span(copy.span.start + by, copy.span.start + by + len(version.span))
                    near = max(parts[article], key=around.overlap, default=None)
                    if near is not None and near.overlap(around):
                        added.append(Place(article, near))
        versions = tuple(dict.fromkeys((*utterance.versions, *added)))
        ordered = sorted(versions, key=lambda p: (self._position[p.article], p.span))
        quoting = {place.article for place in versions}
        absent = tuple(each for each in utterance.not_found if each not in quoting)
        return replace(utterance, versions=tuple(ordered), not_found=absent)

    def _sentence_copies(self, version: Place) -> Iterable[tuple[Place, dict[str, Place]]]:
        at = self._position[version.article]
        for sentence in self._whole[at].sentences:
            place = Place(version.article, sentence.span)
            if sentence.span.covers(version.span) and place in self._copies:
                yield place, self._copies[place]


def _sentences(article: Article, analysis: Analysis) -> dict[Words, list[Sentence]]:
    """Return the scored sentences of an article by their words."""
    scored = [sentence for sentence in analysis.sentences if sentence.scored]
    tokens = split_tokens(article.text, [sentence.span for sentence in scored])
    found: defaultdict[Words, list[Sentence]] = defaultdict(list)
    for sentence, held in zip(scored, tokens, strict=True):
        words = tuple(token.lower for token in held if token.is_word)
        if words:
            found[words].append(sentence)
    return found
