"""The headline check: which body sentence carries what stands above a text, and who says it there.

"Not found in the body" is the result of a look-up, and the nearest sentence is shown with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from desktop.core.alignment.statements import Statement, Statements
from desktop.core.framing.sources import Sources
from desktop.core.model.analyses import Analysis, QuotationKind
from desktop.core.model.articles import BlockKind
from desktop.core.model.details import HeadlineCheck
from desktop.core.model.spans import Span

_ABOVE = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BULLET})
_CARRIED = 0.5
_IN_PART, _TOGETHER = 0.3, 0.6
_THIRD = 3


def check_headlines(sources: Sources, statements: Statements) -> tuple[HeadlineCheck, ...]:
    """Return a check of every sentence above the texts, in the order of the articles."""
    checks: list[HeadlineCheck] = []
    for index, analysis in enumerate(sources.analyses):
        own = [item for item in statements.items if item.article == index]
        kinds = {id(item): analysis.blocks[item.sentence.block].kind for item in own}
        body = [item for item in own if kinds[id(item)] is BlockKind.BODY]
        above = [item for item in own if kinds[id(item)] in _ABOVE and item.words]
        checks += _checks(above, body, statements, analysis)
    return tuple(checks)


def _checks(
    above: Sequence[Statement],
    body: Sequence[Statement],
    statements: Statements,
    analysis: Analysis,
) -> Iterable[HeadlineCheck]:
    for claim in above:
        keys = claim.words.keys() - claim.reporting or claim.words.keys()
        nearest = max(body, key=lambda item: _share(keys, (item,), statements), default=None)
        is_carried = nearest is not None and _is_carried(keys, nearest, body, statements)
        carried = nearest if is_carried else None
        has_words = nearest is not None and not keys.isdisjoint(nearest.words)
        yield HeadlineCheck(
            claim=claim.place,
            carried_by=carried.place if carried else None,
            said_by=_speaker(analysis, carried.place.span) if carried else None,
            nearest=nearest.place if nearest and has_words else None,
        )


def _is_carried(
    keys: Set[str], nearest: Statement, body: Iterable[Statement], statements: Statements
) -> bool:
    """Say whether a sentence has half of what a claim tells, or most of it together with another.

    A headline often draws two sentences into one: what is asked, and who stands in the way.
    """
    share = _share(keys, (nearest,), statements)
    if share >= _CARRIED:
        return True
    if share < _IN_PART:
        return False
    return any(_share(keys, (nearest, other), statements) >= _TOGETHER for other in body)


def _share(keys: Set[str], others: Iterable[Statement], statements: Statements) -> float:
    """Return how much of what a claim tells some sentences have, 0.0 to 1.0."""
    whole = sum(map(statements.weights.__getitem__, keys))
    known = {key for other in others for key in other.words}
    shared = sum(map(statements.weights.__getitem__, keys & known))
    return shared / whole if whole else 0.0


def _speaker(analysis: Analysis, span: Span) -> str | None:
    """Return who says a third or more of a sentence."""
    for quotation in analysis.quotations:
        is_said = quotation.kind is not QuotationKind.SCARE and quotation.speaker is not None
        if is_said and _THIRD * quotation.span.overlap(span) >= len(span):
            return quotation.speaker.name if quotation.speaker else None
    return None
