"""Claim rows that the user merges, splits and corrects, one judgment after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop.core.alignment.relations import Account, describe_figure
from desktop.core.alignment.restating import Restater
from desktop.core.analysis.stated import is_same_passage
from desktop.core.model.comparisons import Cell, Claim, Place, Relation
from desktop.core.model.judgments import Anchor, Judgment, Outcome

_FIGURES = (Relation.OTHER_FIGURE, Relation.OTHER_SCOPE)
Places = dict[str, list[Place]]


def is_held(anchor: Anchor, places: Iterable[Place]) -> bool:
    """Say whether one of some places is the passage that a judgment is tied to."""
    where = anchor.place
    return any(
        place.article == where.article and is_same_passage(place.span, where.span)
        for place in places
    )


class ClaimRows:
    """The rows of a comparison; each method carries out one judgment and says what came of it."""

    def __init__(self, claims: Sequence[Claim], restater: Restater) -> None:
        self.claims = list(claims)
        self._restater = restater

    def standing(self, anchors: Iterable[Anchor]) -> list[Anchor]:
        """Return the anchors whose words still stand where they stood."""
        return [one for one in anchors if self._restater.words(one.place) == one.words]

    def merge(self, judgment: Judgment) -> Outcome:
        """Make two rows one, named as the first; a row that is gone is made of its sentences."""
        first, second = self.standing(judgment.subject), self.standing(judgment.others)
        one, other = self._row_of(first), self._row_of(second)
        if one is not None and one == other:
            return Outcome.AGREED
        kept = self._places(one, first)
        added = self._places(other, second)
        if not kept or not added:
            return Outcome.GONE
        merged = self._merged(one, kept, added)
        at = min((each for each in (one, other) if each is not None), default=len(self.claims))
        rest = [each for nth, each in enumerate(self.claims) if nth not in (one, other)]
        self.claims = [*rest[:at], merged, *rest[at:]]
        return Outcome.APPLIED

    def split(self, judgment: Judgment) -> Outcome:
        """Give a cell a row of its own, below the one that it stood in."""
        own, rest = self.standing(judgment.subject), self.standing(judgment.others)
        if not own or not rest:
            return Outcome.GONE
        outcome = Outcome.AGREED
        for at in range(len(self.claims) - 1, -1, -1):
            cell = self._cell_of(self.claims[at], own)
            if cell is not None and _held(self.claims[at], rest):
                self.claims[at : at + 1] = self._parted(self.claims[at], cell)
                outcome = Outcome.APPLIED
        return outcome

    def relate(self, judgment: Judgment) -> Outcome:
        """Give a cell the relation that was stated."""
        found = self.find_cell(judgment)
        if found is None or judgment.relation is None:
            return Outcome.GONE
        at, cell = found
        if cell.relation is judgment.relation:
            return Outcome.AGREED
        note = self._note(cell, judgment.relation)
        stated = replace(cell, relation=judgment.relation, note=note, by_user=True)
        self.claims[at] = _with_cell(self.claims[at], stated)
        return Outcome.APPLIED

    def find_cell(self, judgment: Judgment) -> tuple[int, Cell] | None:
        """Return the cell that a judgment is about and where its row is; it needs company there."""
        own, rest = self.standing(judgment.subject), self.standing(judgment.others)
        for at, claim in enumerate(self.claims):
            cell = self._cell_of(claim, own)
            if cell is not None and _held(claim, rest):
                return at, cell
        return None

    def _row_of(self, anchors: Sequence[Anchor]) -> int | None:
        """Return the row that has most of some sentences, the first of two alike."""
        counts = [_held(claim, anchors) for claim in self.claims]
        most = max(counts, default=0)
        return counts.index(most) if most else None

    def _places(self, at: int | None, anchors: Sequence[Anchor]) -> Places:
        if at is not None:
            return _places_of(self.claims[at])
        found: Places = {}
        for anchor in anchors:
            sentence = self._restater.sentence(anchor.place)
            if sentence is not None:
                place = Place(anchor.place.article, sentence.span)
                held = found.setdefault(place.article, [])
                held += [] if place in held else [place]
        return found

    def _merged(self, at: int | None, kept: Places, added: Places) -> Claim:
        both = {article: list(places) for article, places in kept.items()}
        for article, places in added.items():
            held = both.setdefault(article, [])
            held += [place for place in places if place not in held]
        if at is None:
            return self._restater.claim(next(iter(kept.values()))[0], both, 1.0)
        row = self.claims[at]
        base = self._base(row)
        cells = tuple(
            replace(cell, evidence=tuple(both[cell.article]))
            if cell.evidence
            else self._restater.cell(base, cell.article, both)
            for cell in row.cells
        )
        return replace(row, cells=cells)

    def _parted(self, claim: Claim, cell: Cell) -> tuple[Claim, Claim]:
        """Return a row without a cell, and the row of that cell."""
        empty = Cell(cell.article, Relation.NOT_FOUND, None, "", ())
        rest = _with_cell(claim, empty)
        base = self._base(claim)
        own = self._restater.claim(cell.evidence[0], {cell.article: cell.evidence}, 1.0)
        if base in cell.evidence:
            own = replace(own, text=claim.text)
            rest = self._restater.claim(_plainest(rest), _places_of(rest), claim.score)
        return rest, own

    def _base(self, claim: Claim) -> Place:
        """Return the sentence that a row is named by."""
        places = [place for cell in claim.cells for place in cell.evidence]
        named = (place for place in places if self._restater.text(place) == claim.text)
        return next(named, None) or _plainest(claim)

    def _cell_of(self, claim: Claim, anchors: Sequence[Anchor]) -> Cell | None:
        return next(
            (cell for cell in claim.cells if any(is_held(one, cell.evidence) for one in anchors)),
            None,
        )

    def _note(self, cell: Cell, relation: Relation) -> str:
        """Return what a cell shows beside its speaker under a relation that was stated."""
        if relation in _FIGURES and cell.relation in _FIGURES:
            return cell.note
        return _note_of(self._restater.account(cell.evidence[0]), relation)


def _note_of(account: Account, relation: Relation) -> str:
    """Return the words of a statement that a relation is about."""
    if relation in _FIGURES:
        return next((describe_figure(figure) for figure in account.figures), "")
    if relation is Relation.OTHER_VERB:
        return account.verb.lemma if account.verb else ""
    return next(iter(sorted(account.hedges)), "") if relation is Relation.OTHER_CERTAINTY else ""


def _held(claim: Claim, anchors: Iterable[Anchor]) -> int:
    places = [place for cell in claim.cells for place in cell.evidence]
    return sum(is_held(anchor, places) for anchor in anchors)


def _places_of(claim: Claim) -> Places:
    return {cell.article: list(cell.evidence) for cell in claim.cells if cell.evidence}


def _plainest(claim: Claim) -> Place:
    """Return the first sentence of a row that says just what the row says, else the first."""
    found = [cell for cell in claim.cells if cell.evidence]
    same = (cell for cell in found if cell.relation is Relation.SAME)
    return next(same, found[0]).evidence[0]


def _with_cell(claim: Claim, cell: Cell) -> Claim:
    cells = tuple(cell if each.article == cell.article else each for each in claim.cells)
    return replace(claim, cells=cells)
