"""The most telling differences of an event's articles, each a plain sentence with its places.

Findings describe wording and what stands where. They never say why, and never who is right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.core.framing.naming import find_namings
from desktop.core.framing.numbers import find_figure_groups
from desktop.core.framing.reporting import find_introductions
from desktop.core.framing.sources import Sources, joined, plural
from desktop.core.model.analyses import Voice
from desktop.core.model.comparisons import (
    Cell,
    Claim,
    Finding,
    FindingKind,
    Place,
    Relation,
    Utterance,
)

_MOST = 8
_PER_KIND: Mapping[FindingKind, int] = {
    FindingKind.FIGURES: 2,
    FindingKind.WORDING: 1,
    FindingKind.VERBS: 2,
    FindingKind.QUOTATION: 1,
    FindingKind.CLAIM: 2,
    FindingKind.NAMING: 1,
}
_ON = 0.5
_MARKS_SHOWN = 4
_LONGEST_QUOTE = 70


@dataclass(frozen=True, slots=True)
class Parts:
    """What the comparison has found so far and the findings are drawn from."""

    claims: Sequence[Claim]
    utterances: Sequence[Utterance]
    ranks: Sequence[Sequence[str]]


def find_findings(sources: Sources, parts: Parts) -> tuple[Finding, ...]:
    """Return up to eight findings, the most telling kinds first; few texts give few."""
    if len(sources.articles) < 2:
        return ()
    found = [
        *find_figure_groups(sources),
        *_wording(sources, parts.ranks),
        *find_introductions(sources),
        *_quotations(sources, parts.utterances),
        *_claims(sources, parts.claims),
        *find_namings(sources),
    ]
    counts: Counter[FindingKind] = Counter()
    kept: list[Finding] = []
    for finding in found:
        counts[finding.kind] += 1
        if counts[finding.kind] <= _PER_KIND[finding.kind]:
            kept.append(finding)
    return tuple(kept[:_MOST])


def _wording(sources: Sources, ranks: Sequence[Sequence[str]]) -> Iterable[Finding]:
    """Say how much loaded wording the first and the last of the ranks have in own voice."""
    if not ranks:
        return
    first, last = ranks[0][0], ranks[-1][-1]
    if len(ranks) == 1 or first == last:
        return
    high, low = sources.analysis(first).own.loaded, sources.analysis(last).own.loaded
    text = (
        f"{sources.name(first)} has {high.count} loaded {plural(high.count, 'wording')} in"
        f" {high.words} words of its own voice, {sources.name(last)} has {low.count} in"
        f" {low.words}."
    )
    ties = [group for group in ranks if len(group) > 1]
    if ties:
        text += f" {joined([sources.name(each) for each in ties[0]])} are a tie."
    places = [place for each in (first, last) for place in _loaded_places(sources, each)]
    if places:
        yield Finding(FindingKind.WORDING, "Loaded wording in own voice", text, 0.9, tuple(places))


def _loaded_places(sources: Sources, article: str) -> list[Place]:
    own = [
        loaded
        for loaded in sources.analysis(article).loaded
        if loaded.voice is Voice.OWN and loaded.weight >= _ON and not loaded.ignored
    ]
    strongest = sorted(own, key=lambda loaded: (-loaded.weight, loaded.span))[:_MARKS_SHOWN]
    return [Place(article, loaded.span) for loaded in sorted(strongest, key=lambda e: e.span)]


def _quotations(sources: Sources, utterances: Sequence[Utterance]) -> Iterable[Finding]:
    """Show the utterance that stands in most texts in different words, and its fullest version."""
    for utterance in sorted(utterances, key=lambda each: -_tells(sources, each)):
        wordings = _wordings(sources, utterance.versions)
        articles = list(dict.fromkeys(place.article for place in utterance.versions))
        if len(wordings) < 2 or len(articles) < 2:
            continue
        who = f"{utterance.speaker}’s words" if utterance.speaker else "The same words"
        text = (
            f"{who} “{_short(sources.text(utterance.fullest))}” stand in {len(articles)} of"
            f" {len(sources.articles)} texts in {len(wordings)} wordings."
            f" {sources.name(utterance.fullest.article)} has the fullest version."
        )
        if utterance.not_found:
            text += f" Not found in {joined([sources.name(e) for e in utterance.not_found])}."
        title = "One quotation, several versions"
        yield Finding(FindingKind.QUOTATION, title, text, utterance.score, utterance.versions)


def _tells(sources: Sources, utterance: Utterance) -> float:
    words = len(sources.text(utterance.fullest).split())
    articles = len({place.article for place in utterance.versions})
    return articles * min(words, 12) * len(_wordings(sources, utterance.versions))


def _wordings(sources: Sources, places: Iterable[Place]) -> set[str]:
    texts = (sources.text(place) for place in places)
    return {"".join(char for char in text.lower() if char.isalnum()) for text in texts}


def _claims(sources: Sources, claims: Sequence[Claim]) -> Iterable[Finding]:
    """Show a claim that some give in own voice and others attribute, then such as some lack."""
    for claim in claims:
        own = [cell for cell in claim.cells if cell.evidence and cell.attribution is None]
        said = [cell for cell in claim.cells if cell.evidence and cell.attribution is not None]
        if own and said and any(c.relation is Relation.OTHER_ATTRIBUTION for c in claim.cells):
            yield _attributed(sources, claim, own, said)
            break
    partial = [claim for claim in claims if 1 < _found(claim) < len(claim.cells)]
    for claim in sorted(partial, key=lambda each: (-_found(each), -each.score)):
        found = [cell for cell in claim.cells if cell.evidence]
        missing = [sources.name(cell.article) for cell in claim.cells if not cell.evidence]
        text = (
            f"“{_short(claim.text)}” stands in {len(found)} of {len(claim.cells)} texts."
            f" Not found in {joined(missing)}."
        )
        places = tuple(cell.evidence[0] for cell in found)
        yield Finding(FindingKind.CLAIM, "Stands in some texts only", text, claim.score, places)


def _attributed(
    sources: Sources, claim: Claim, own: Sequence[Cell], said: Sequence[Cell]
) -> Finding:
    whose = [f"{sources.name(cell.article)} attributes it to {cell.attribution}" for cell in said]
    text = (
        f"“{_short(claim.text)}”: {joined([sources.name(cell.article) for cell in own])}"
        f" {plural(len(own), 'says', 'say')} it in own voice, {joined(whose[:2])}."
    )
    places = tuple(cell.evidence[0] for cell in (*own, *said))
    title = "Own voice here, attributed there"
    return Finding(FindingKind.CLAIM, title, text, claim.score, places)


def _found(claim: Claim) -> int:
    return sum(bool(cell.evidence) for cell in claim.cells)


def _short(text: str) -> str:
    plain = " ".join(text.strip(" “”\"'‘’").split()).rstrip(".,")
    if len(plain) <= _LONGEST_QUOTE:
        return plain
    return plain[:_LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"
