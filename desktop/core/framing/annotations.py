"""Annotated articles: what the others add to a base article, word or attribute otherwise, or lack.

Each article of an event is a base once. A mark says how the others stand to a place, and never
which of them is right.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop.core.alignment.relations import same_speaker
from desktop.core.alignment.statements import Statements
from desktop.core.framing.clear_claims import found_cells
from desktop.core.framing.counter import letters_of
from desktop.core.framing.matters import Matters
from desktop.core.framing.plainness import states_plainly
from desktop.core.model.annotations import Annotation, AnnotationKind
from desktop.core.model.articles import BlockKind
from desktop.core.model.comparisons import Cell, Claim, Relation
from desktop.core.model.details import Contrast, ContrastKind, FigureRelation
from desktop.core.model.pairs import MinimalPair
from desktop.core.model.places import Place

MOST_PLACES = 6
"""So many places of others a mark shows as its evidence; it names all articles."""

_CLEAR = 0.2
_LEAST_OTHERS = 2
_LEAST_WORDS = 6
_WORDED = frozenset(
    {Relation.OTHER_VERB, Relation.OTHER_CERTAINTY, Relation.OTHER_FIGURE, Relation.OTHER_SCOPE}
)
_CONTRASTS = (ContrastKind.CERTAINTY, ContrastKind.AGENCY)
_KINDS = tuple(AnnotationKind)


@dataclass(frozen=True, slots=True)
class Marked:
    """What marks are drawn from beside the claims and quotations of the event."""

    contrasts: Sequence[Contrast]
    pairs: Sequence[MinimalPair]
    statements: Statements


def annotate_articles(matters: Matters, marked: Marked) -> tuple[Annotation, ...]:
    """Return the marks of all articles, article by article, in text order."""
    margin = _Margin(matters)
    for claim in matters.claims:
        if claim.score >= _CLEAR:
            _mark_claim(margin, claim)
    _mark_additions(margin)
    _mark_quotations(margin)
    _mark_contrasts(margin, marked.contrasts)
    _mark_figures(margin)
    for pair in marked.pairs:
        sides = ((pair.left, pair.right), (pair.right, pair.left))
        for mine, other in sides:
            place = mine.changed[0] if mine.changed else mine.place
            margin.add(
                AnnotationKind.WORD, pair.change, place, [(other.changed or (other.place,))[0]]
            )
    _mark_lone(margin, marked.statements)
    return margin.read()


class _Margin:
    """Collects marks: those at one place of one kind and matter are one mark."""

    def __init__(self, matters: Matters) -> None:
        self.matters = matters
        self._marks: dict[tuple[Place, AnnotationKind, str], dict[Place, None]] = {}
        self._others: dict[tuple[Place, AnnotationKind, str], dict[str, None]] = {}

    def add(
        self, kind: AnnotationKind, matter: str, place: Place, evidence: Iterable[Place]
    ) -> None:
        """Add places of other articles to the mark at a place of the base."""
        key = place, kind, matter
        shown = self._marks.setdefault(key, {})
        others = self._others.setdefault(key, {})
        for each in evidence:
            shown.setdefault(each)
            if each.article != place.article:
                others.setdefault(each.article)

    def miss(self, place: Place) -> None:
        """Add a place that none of the others mentions."""
        key = place, AnnotationKind.NO_MENTION, "not found"
        self._marks[key] = {place: None}
        self._others[key] = dict.fromkeys(self.matters.rest((place.article,)))

    def read(self) -> tuple[Annotation, ...]:
        """Return the marks in the order of the articles and of their texts."""
        position = self.matters.sources.position

        def order(key: tuple[Place, AnnotationKind, str]) -> tuple[int, int, int, int, str]:
            place, kind, matter = key
            span = place.span
            return position(place.article), span.start, span.end, _KINDS.index(kind), matter

        return tuple(self._mark(key) for key in sorted(self._marks, key=order))

    def _mark(self, key: tuple[Place, AnnotationKind, str]) -> Annotation:
        position = self.matters.sources.position
        evidence = sorted(self._marks[key], key=lambda each: (position(each.article), each.span))
        others = sorted(self._others[key], key=position)
        return Annotation(*key, tuple(others), tuple(evidence[:MOST_PLACES]))


def _mark_claim(margin: _Margin, claim: Claim) -> None:
    found = found_cells(claim)
    plain = {
        cell.article
        for cell in found
        if cell.attribution is None and states_plainly(margin.matters.sources, cell, claim)
    }
    alike: defaultdict[tuple[Relation, str | None, bool], list[Cell]] = defaultdict(list)
    for cell in found:
        alike[cell.relation, cell.attribution, cell.article in plain].append(cell)
    for mine in found:
        for others in alike.values():
            rest = [each for each in others if each.article != mine.article]
            if not rest:
                continue
            for kind, matter in _differences(mine, rest[0], plain):
                margin.add(kind, matter, mine.evidence[0], [each.evidence[0] for each in rest])


def _differences(mine: Cell, other: Cell, plain: set[str]) -> Iterator[tuple[AnnotationKind, str]]:
    """Yield in what another cell of a claim differs from the base's own one."""
    if _attribute_otherwise(mine, other, plain):
        yield AnnotationKind.ATTRIBUTE, "speaker"
    pair = {mine.relation, other.relation}
    for relation in _WORDED & pair:
        if pair == {relation, Relation.SAME}:
            yield AnnotationKind.WORD, relation.value
    is_more = other.relation is Relation.MORE_SPECIFIC
    is_less = mine.relation is Relation.LESS_SPECIFIC
    if (is_more and mine.relation is not Relation.MORE_SPECIFIC) or (
        is_less and other.relation is Relation.SAME
    ):
        yield AnnotationKind.ADD, "detail"


def _attribute_otherwise(mine: Cell, other: Cell, plain: set[str]) -> bool:
    one, two = mine.attribution, other.attribution
    if one is None or two is None:
        own = mine if one is None else other
        return one is not two and own.article in plain
    return not same_speaker(one, two)


def _mark_additions(margin: _Margin) -> None:
    """Mark where claims of the others that a base lacks would stand in it."""
    matters = margin.matters
    least = min(_LEAST_OTHERS, len(matters.ids) - 1)
    anchors = _Anchors(matters)
    for claim in matters.claims:
        found = sorted(found_cells(claim), key=anchors.earliness)
        if claim.score < _CLEAR or len(found) < least:
            continue
        for cell in claim.cells:
            if not cell.evidence:
                place = anchors.place_for(cell.article, found)
                if place is not None:
                    margin.add(
                        AnnotationKind.ADD, "statement", place, [e.evidence[0] for e in found]
                    )


class _Anchors:
    """Where in a base something would stand that it lacks: after what precedes it elsewhere."""

    def __init__(self, matters: Matters) -> None:
        self._matters = matters
        self._rows: defaultdict[str, list[tuple[int, Claim]]] = defaultdict(list)
        for claim in matters.claims:
            for cell in claim.cells:
                if cell.evidence:
                    self._rows[cell.article].append((cell.evidence[0].span.start, claim))
        for rows in self._rows.values():
            rows.sort(key=lambda row: row[0])

    def earliness(self, cell: Cell) -> tuple[float, str]:
        """Return what cells are sorted by: how early in its text each stands, then its words."""
        text = self._matters.sources.article(cell.article).text
        span = cell.evidence[0].span
        return span.start / len(text), span.of(text)

    def place_for(self, base: str, found: Sequence[Cell]) -> Place | None:
        """Return the base's sentence with what the first of the others tells just before."""
        at = self._matters.sources.position(base)
        for cell in found:
            rows = self._rows[cell.article]
            before = bisect_left(rows, cell.evidence[0].span.start, key=lambda row: row[0])
            for _, claim in reversed(rows[:before]):
                if claim.cells[at].evidence:
                    return claim.cells[at].evidence[0]
        return self._opening(base)

    def _opening(self, base: str) -> Place | None:
        for sentence in self._matters.sources.analysis(base).sentences:
            if sentence.scored:
                return Place(base, sentence.span)
        return None


def _mark_quotations(margin: _Margin) -> None:
    """Mark versions of a quotation that stand in other words elsewhere."""
    sources = margin.matters.sources
    for utterance in margin.matters.utterances:
        worded = {place: letters_of(sources.text(place)) for place in utterance.versions}
        for mine in utterance.versions:
            others = [
                place
                for place in utterance.versions
                if place.article != mine.article and worded[place] != worded[mine]
            ]
            if others:
                margin.add(AnnotationKind.WORD, "quotation", mine, others)


def _mark_contrasts(margin: _Margin, contrasts: Iterable[Contrast]) -> None:
    for contrast in contrasts:
        if contrast.kind is ContrastKind.ANONYMOUS and len(contrast.sides) > 1:
            mine, *others = contrast.sides
            places = [side.place for side in others]
            margin.add(AnnotationKind.ATTRIBUTE, "named source", mine.place, places)
        if contrast.kind not in _CONTRASTS:
            continue
        for mine in contrast.sides:
            others = [
                side.place
                for side in contrast.sides
                if side.place.article != mine.place.article and side.label != mine.label
            ]
            if others:
                margin.add(AnnotationKind.WORD, contrast.kind.value, mine.place, others)


def _mark_figures(margin: _Margin) -> None:
    """Mark figures that the others give differently for the same thing, place and time."""
    desk = margin.matters.desk
    for group in desk.groups:
        if group.relation is not FigureRelation.DIFFERENT:
            continue
        members = [desk.figures[each] for each in group.members]
        for mine in members:
            others = [
                other.place
                for other in members
                if other.place.article != mine.place.article and other.value != mine.value
            ]
            if others:
                margin.add(AnnotationKind.WORD, Relation.OTHER_FIGURE.value, mine.place, others)


def _mark_lone(margin: _Margin, statements: Statements) -> None:
    """Mark body sentences that no sentence of another article is like."""
    if len(margin.matters.ids) < _LEAST_OTHERS:
        return
    matched = {each for match in statements.matches for each in (match.left, match.right)}
    analyses = margin.matters.sources.analyses
    for at, item in enumerate(statements.items):
        block = analyses[item.article].blocks[item.sentence.block]
        if at not in matched and block.kind is BlockKind.BODY and len(item.words) >= _LEAST_WORDS:
            margin.miss(item.place)
