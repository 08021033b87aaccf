"""Aligned places that differ in who answers for them, how certain they are, or who acts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from desktop.core.framing.agency import Act, find_acts
from desktop.core.framing.clear_claims import found_cells
from desktop.core.framing.matters import Matters, shortened
from desktop.core.framing.plainness import states_plainly
from desktop.core.framing.sources import find_unmarked
from desktop.core.framing.telling import find_unnamed_places
from desktop.core.model.comparisons import Cell, Claim
from desktop.core.model.details import Contrast, ContrastKind, Side
from desktop.core.model.places import Place
from desktop.core.text.spellings import commonest

_CLEAR = 0.2
_NO_AGENT = "no agent"
_OWN = "own voice"
_ALLEGED = re.compile(
    r"\b(?:alleged(?:ly)?|reportedly|purported(?:ly)?|supposed(?:ly)?|unconfirmed|rumou?red|"
    r"(?:is|are|was|were)\s(?:believed|thought|said|rumou?red))\b",
    re.IGNORECASE,
)
_CONFIRMED = re.compile(r"\b(?:confirm(?:s|ed)?|acknowledg(?:es|ed)|admit(?:s|ted)?)\b")


def find_contrasts(matters: Matters) -> tuple[Contrast, ...]:
    """Return all contrasts of an event, those of one kind together."""
    clear = [
        claim for claim in matters.claims if claim.score >= _CLEAR and len(found_cells(claim)) > 1
    ]
    return (
        *_gaps(matters, clear),
        *_unnamed(matters, clear),
        *_certainties(matters, clear),
        *_agencies(matters),
    )


def _gaps(matters: Matters, claims: Iterable[Claim]) -> Iterable[Contrast]:
    """Yield what one article says in own voice, in no report at all, and another attributes."""
    for claim in claims:
        cells = found_cells(claim)
        own = [cell for cell in cells if states_plainly(matters.sources, cell, claim)]
        said = [cell for cell in cells if cell.attribution is not None]
        if own and said:
            sides = [Side(cell.evidence[0], cell.attribution or _OWN) for cell in (*own, *said)]
            yield Contrast(ContrastKind.ATTRIBUTION_GAP, claim.text, tuple(sides))


def _unnamed(matters: Matters, claims: Iterable[Claim]) -> Iterable[Contrast]:
    """Yield places without a named source, with those who name one for the same statement."""
    rows = list(claims)
    for place in find_unnamed_places(matters):
        sides = [Side(place, matters.short(place))]
        for claim in rows:
            cells = found_cells(claim)
            if any(each.article == place.article and _holds(each, place) for each in cells):
                sides += [
                    Side(cell.evidence[0], cell.attribution)
                    for cell in cells
                    if cell.attribution and cell.article != place.article
                ]
                break
        yield Contrast(ContrastKind.ANONYMOUS, matters.short(place), tuple(sides))


def _holds(cell: Cell, place: Place) -> bool:
    return any(evidence.span.covers(place.span) for evidence in cell.evidence)


def _certainties(matters: Matters, claims: Iterable[Claim]) -> Iterable[Contrast]:
    for claim in claims:
        rungs = [(cell, certainty_of(matters, cell, claim)) for cell in found_cells(claim)]
        sides = [Side(cell.evidence[0], rung) for cell, rung in rungs if rung]
        if len({side.label for side in sides}) > 1:
            yield Contrast(ContrastKind.CERTAINTY, claim.text, tuple(sides))


def certainty_of(matters: Matters, cell: Cell, claim: Claim) -> str:
    """Return the rung of a statement: alleged, reported, confirmed or plain fact.

    Empty where a sentence in own voice reports something else as well: its rung is not sure.
    """
    sources, place = matters.sources, cell.evidence[0]
    if find_unmarked(sources, place, _ALLEGED):
        return "alleged"
    if cell.attribution is None:
        return "plain fact" if states_plainly(sources, cell, claim) else ""
    return "confirmed" if find_unmarked(sources, place, _CONFIRMED) else "reported"


def _agencies(matters: Matters) -> Iterable[Contrast]:
    """Yield acts that one article gives an agent and another none."""
    acts: defaultdict[str, list[Act]] = defaultdict(list)
    for act in find_acts(matters):
        acts[act.stem].append(act)
    ids = matters.ids
    for stem in sorted(acts):
        named = {act.article for act in acts[stem] if act.agent}
        bare = {act.article for act in acts[stem]} - named
        if not named or not bare:
            continue
        sides = [
            Side(Place(ids[act.article], act.span), act.agent or _NO_AGENT)
            for act in acts[stem]
            if act.agent or act.article in bare
        ]
        text = commonest(shortened(matters.sources.text(side.place)) for side in sides)
        yield Contrast(ContrastKind.AGENCY, text, tuple(sides))
