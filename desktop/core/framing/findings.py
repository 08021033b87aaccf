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
from desktop.core.framing.sources import Sources, joined, names_speaker, plural
from desktop.core.model.analyses import Voice
from desktop.core.model.comparisons import (
    Cell,
    Claim,
    Finding,
    FindingKind,
    Place,
    Utterance,
)
from desktop.core.text.languages import is_english, language_name

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
_CLEAR = 0.2
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
        *_claims(sources, parts),
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
    text += _not_scored(sources)
    places = [place for each in (first, last) for place in _loaded_places(sources, each)]
    if places:
        yield Finding(FindingKind.WORDING, "Loaded wording in own voice", text, 0.9, tuple(places))


def _not_scored(sources: Sources) -> str:
    """Name the articles that no order holds because they are not in English."""
    return "".join(
        f" {sources.name(article.id)} is in {language_name(analysis.language)} and is not scored."
        for article, analysis in zip(sources.articles, sources.analyses, strict=True)
        if not is_english(analysis.language)
    )


def _loaded_places(sources: Sources, article: str) -> list[Place]:
    own = [
        loaded
        for loaded in sources.analysis(article).loaded
        if loaded.voice is Voice.OWN
        and loaded.weight >= _ON
        and not loaded.ignored
        and sources.analysis(article).sentence(loaded.sentence).scored
    ]
    strongest = sorted(own, key=lambda loaded: (-loaded.weight, loaded.span))[:_MARKS_SHOWN]
    return [Place(article, loaded.span) for loaded in sorted(strongest, key=lambda e: e.span)]


def _quotations(sources: Sources, utterances: Sequence[Utterance]) -> Iterable[Finding]:
    """Show the utterance that stands in most texts in different words, and its fullest version."""
    for utterance in sorted(utterances, key=lambda each: -_tells(sources, each)):
        fullest = _fullest(sources, utterance)
        wordings = _wordings(sources, fullest)
        if len(wordings) < 2:
            continue
        who = f"{utterance.speaker}’s words" if utterance.speaker else "The same words"
        text = (
            f"{who} “{_short(sources.text(utterance.fullest))}” stand in {len(fullest)} of"
            f" {len(sources.articles)} texts in {len(wordings)} wordings."
            f" {sources.name(utterance.fullest.article)} has the fullest version."
        )
        if utterance.not_found:
            text += f" Not found in {joined([sources.name(e) for e in utterance.not_found])}."
        title = "One quotation, several versions"
        yield Finding(FindingKind.QUOTATION, title, text, utterance.score, tuple(fullest))


def _fullest(sources: Sources, utterance: Utterance) -> list[Place]:
    """Return each article's longest version, in the order of the articles."""
    longest: dict[str, Place] = {}
    for place in utterance.versions:
        known = longest.get(place.article)
        if known is None or len(place.span) > len(known.span):
            longest[place.article] = place
    return [longest[article.id] for article in sources.articles if article.id in longest]


def _tells(sources: Sources, utterance: Utterance) -> float:
    fullest = _fullest(sources, utterance)
    words = len(sources.text(utterance.fullest).split())
    return len(fullest) * min(words, 12) * len(_wordings(sources, fullest))


def _wordings(sources: Sources, places: Iterable[Place]) -> set[str]:
    texts = (sources.text(place) for place in places)
    return {"".join(char for char in text.lower() if char.isalnum()) for text in texts}


def _claims(sources: Sources, parts: Parts) -> Iterable[Finding]:
    """Show a claim that some give in own voice and others attribute, then such as some lack.

    What is a quotation has its own finding.
    """
    quoted = [place for utterance in parts.utterances for place in utterance.versions]
    claims = [
        claim
        for claim in parts.claims
        if claim.score >= _CLEAR and _found(claim) > 1 and not _is_quoted(claim, quoted)
    ]
    for claim in sorted(claims, key=lambda each: -each.score):
        own = [cell for cell in claim.cells if _is_plain(cell, claim, sources)]
        said = [cell for cell in claim.cells if cell.attribution is not None]
        if own and said:
            yield _attributed(sources, claim, own, said)
            break
    partial = [claim for claim in claims if _found(claim) < len(claim.cells)]
    partial.sort(key=lambda each: -_found(each) * each.score)
    for claim in partial[: _PER_KIND[FindingKind.CLAIM]]:
        yield _partial(sources, claim)


def _is_plain(cell: Cell, claim: Claim, sources: Sources) -> bool:
    """Say whether an article gives a claim in a sentence that reports nobody at all.

    One that names the speaker to whom others give the claim tells of that speaker.
    """
    if cell.attribution is not None or not cell.evidence:
        return False
    analysis = sources.analysis(cell.article)
    if not is_english(analysis.language):
        return False  # reported speech is not known in it
    span = cell.evidence[0].span
    reports = [verb.span for verb in analysis.verbs] + [q.span for q in analysis.quotations]
    if any(report.overlap(span) for report in reports):
        return False
    return not names_speaker(sources.text(cell.evidence[0]), claim)


def _attributed(
    sources: Sources, claim: Claim, own: Sequence[Cell], said: Sequence[Cell]
) -> Finding:
    by_speaker: dict[str, list[str]] = {}
    for cell in said:
        by_speaker.setdefault(cell.attribution or "", []).append(sources.name(cell.article))
    whose = [
        f"{joined(names)} {plural(len(names), 'attributes', 'attribute')} it to {speaker}"
        for speaker, names in by_speaker.items()
    ]
    text = (
        f"“{_short(claim.text)}”: {joined([sources.name(cell.article) for cell in own])}"
        f" {plural(len(own), 'says', 'say')} it in own voice, {joined(whose)}."
    )
    places = tuple(cell.evidence[0] for cell in (*own, *said))
    title = "Own voice here, attributed there"
    return Finding(FindingKind.CLAIM, title, text, claim.score, places)


def _partial(sources: Sources, claim: Claim) -> Finding:
    found = [cell for cell in claim.cells if cell.evidence]
    rest = [sources.name(cell.article) for cell in claim.cells if not cell.evidence]
    text = (
        f"“{_short(claim.text)}” stands in {len(found)} of {len(claim.cells)} texts."
        f" Not found in {joined(rest)}."
    )
    places = tuple(cell.evidence[0] for cell in found)
    return Finding(FindingKind.CLAIM, "Stands in some texts only", text, claim.score, places)


def _is_quoted(claim: Claim, quoted: Iterable[Place]) -> bool:
    evidence = [place for cell in claim.cells for place in cell.evidence]
    return any(
        place.article == other.article and 2 * place.span.overlap(other.span) >= len(place.span)
        for place in evidence
        for other in quoted
    )


def _found(claim: Claim) -> int:
    return sum(bool(cell.evidence) for cell in claim.cells)


def _short(text: str) -> str:
    plain = " ".join(text.strip(" “”\"'‘’").split()).rstrip(".,")
    if len(plain) <= _LONGEST_QUOTE:
        return plain
    return plain[:_LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"
