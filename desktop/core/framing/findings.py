"""The most telling differences of an event's articles, each a plain sentence with its places.

Findings describe wording and what stands where. They never say why, and never who is right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from desktop.core.alignment.statements import Statements
from desktop.core.framing.actors import Mention
from desktop.core.framing.claim_findings import ClaimFindings
from desktop.core.framing.desk import build_desk
from desktop.core.framing.minimal_pairs import find_minimal_pairs
from desktop.core.framing.naming import find_namings
from desktop.core.framing.naming_table import name_actors
from desktop.core.framing.numbers import find_figure_findings
from desktop.core.framing.quotation_findings import find_balances, find_lone_voices, find_versions
from desktop.core.framing.reporting import find_introductions
from desktop.core.framing.sources import Sources
from desktop.core.framing.wording_findings import (
    find_changed_words,
    find_headline_wordings,
    find_wordings,
)
from desktop.core.model.comparisons import Claim, Finding, Utterance

MOST = 10
"""So many findings an event has at most."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the comparison has found so far and the findings are drawn from."""

    claims: Sequence[Claim]
    utterances: Sequence[Utterance]
    ranks: Sequence[Sequence[str]]
    statements: Statements
    mentions: Sequence[Mention]


def find_findings(sources: Sources, parts: Parts) -> tuple[Finding, ...]:
    """Return up to ten findings, the most telling first; few texts give few.

    The first of every kind come before the second: ten sentences on one matter tell less.
    """
    if len(sources.articles) < 2:
        return ()
    rounds = [list(islice(found, most)) for most, found in _candidates(sources, parts)]
    deepest = max(map(len, rounds), default=0)
    ordered = [row[depth] for depth in range(deepest) for row in rounds if depth < len(row)]
    return tuple(_without_repeats(ordered))[:MOST]


def _candidates(sources: Sources, parts: Parts) -> Iterator[tuple[int, Iterable[Finding]]]:
    """Yield each kind of finding, the most telling kind first, with how many there may be."""
    statements, utterances = parts.statements, parts.utterances
    desk = build_desk(sources, statements.likeness)
    claims = ClaimFindings(sources, parts.claims, utterances, statements)
    pairs = find_minimal_pairs(sources, statements, utterances, parts.mentions)
    yield 2, find_figure_findings(sources, desk, statements.likeness)
    yield 2, find_changed_words(sources, pairs)
    yield 1, find_wordings(sources, parts.ranks)
    yield 2, claims.introduced()
    yield 2, claims.worded()
    yield 2, claims.attributed()
    yield 1, claims.hedged()
    yield 1, find_introductions(sources)
    yield 1, find_headline_wordings(sources)
    yield 2, find_versions(sources, utterances)
    yield 2, claims.partial()
    yield 2, find_lone_voices(sources, utterances)
    yield 2, claims.placed()
    yield 1, find_balances(sources)
    yield 2, _namings(sources, parts.mentions)


def _namings(sources: Sources, mentions: Sequence[Mention]) -> Iterable[Finding]:
    kinds = {mention.label: mention.kind for mention in mentions}
    return find_namings(sources, name_actors(sources, mentions), kinds)


def _without_repeats(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out findings that say of the same places what another one has said already."""
    seen: Counter[tuple[object, ...]] = Counter()
    for finding in findings:
        key = (finding.kind, *sorted(finding.evidence))
        seen[key] += 1
        if seen[key] == 1:
            yield finding
