"""The clear claims of an event that are no quotations, and how like their sentences are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from desktop.core.alignment.statements import Statements
from desktop.core.framing.sources import Sources
from desktop.core.model.articles import BlockKind
from desktop.core.model.comparisons import Cell, Claim, Place, Utterance

_CLEAR = 0.4
_LEAST_WORDS = 6
_LIKE = 0.3
_VERY_LIKE = 0.55
_MOST_HELD = 12  # in a large event a few of the others tell as much as hundreds


class ClearClaims:
    """Claims of two articles or more in words enough, clearest first; no quotation is one."""

    def __init__(
        self,
        sources: Sources,
        claims: Iterable[Claim],
        utterances: Iterable[Utterance],
        statements: Statements,
    ) -> None:
        self._sources = sources
        self._statements = statements
        quoted = [place for utterance in utterances for place in utterance.versions]
        self._claims = sorted(
            (
                claim
                for claim in claims
                if claim.score >= _CLEAR
                and len(found_cells(claim)) > 1
                and len(claim.text.split()) >= _LEAST_WORDS
                and not _is_quoted(claim, quoted)
            ),
            key=lambda claim: -claim.score,
        )

    def _is_like(self, cell: Cell, others: Iterable[Cell]) -> bool:
        """Say whether what a cell shows is clearly like what another article has of the claim."""
        return self._likeness(cell, others) >= _LIKE

    def _likeness(self, cell: Cell, others: Iterable[Cell]) -> float:
        """Return how like the sentence of a cell is to the nearest of other articles."""
        place, few = cell.evidence[0], islice(others, _MOST_HELD)
        return max(
            (self._statements.likeness(place, other.evidence[0]) for other in few), default=0.0
        )

    def _closest(self, claim: Claim) -> list[Cell]:
        """Return the cells whose sentences are all very much like the clearest of the row."""
        found = found_cells(claim)
        head = max(found[:_MOST_HELD], key=lambda cell: self._likeness(cell, found))
        rest = [cell for cell in found if self._likeness(cell, [head]) >= _VERY_LIKE]
        return [cell for cell in found if cell is head or cell in rest] if rest else []

    def _has_body(self, cell: Cell) -> bool:
        analysis = self._sources.analysis(cell.article)
        sentences = [self._sources.sentence(place) for place in cell.evidence]
        return any(
            each is not None and analysis.blocks[each.block].kind is BlockKind.BODY
            for each in sentences
        )

    def _names(self, cells: Iterable[Cell]) -> str:
        return self._sources.names(cell.article for cell in cells)


def found_cells(claim: Claim) -> list[Cell]:
    """Return the cells of the articles that have a claim."""
    return [cell for cell in claim.cells if cell.evidence]


def _is_quoted(claim: Claim, quoted: Sequence[Place]) -> bool:
    evidence = [place for cell in claim.cells for place in cell.evidence]
    return any(
        place.article == other.article and 2 * place.span.overlap(other.span) >= len(place.span)
        for place in evidence
        for other in quoted
    )
