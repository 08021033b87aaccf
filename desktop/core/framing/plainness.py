"""Whether an article states a claim itself: in a body sentence that reports nobody at all."""

from __future__ import annotations

from desktop.core.framing.sources import Sources, names_speaker
from desktop.core.model.articles import BlockKind
from desktop.core.model.comparisons import Cell, Claim
from desktop.core.text.languages import is_english


def states_plainly(sources: Sources, cell: Cell, claim: Claim) -> bool:
    """Say whether a body sentence gives a claim as the outlet's own.

    One that names the speaker to whom others give the claim tells of that speaker. In another
    language than English reported speech is not known, and nothing is called plain.
    """
    if cell.attribution is not None or not cell.evidence:
        return False
    place = cell.evidence[0]
    sentence = sources.sentence(place)
    analysis = sources.analysis(cell.article)
    if sentence is None or not is_english(analysis.language):
        return False
    if analysis.blocks[sentence.block].kind is not BlockKind.BODY:
        return False
    reports = [verb.span for verb in analysis.verbs] + [q.span for q in analysis.quotations]
    if any(each.overlap(place.span) for each in reports):
        return False
    return not names_speaker(sources.text(place), claim)
