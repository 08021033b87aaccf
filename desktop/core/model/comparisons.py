"""The comparison of an event's articles: claims, quotations, pairs for the diff, findings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.core.model.places import Place
from desktop.core.model.spans import Span


class Relation(StrEnum):
    """How an article's statement relates to the claim of its row."""

    SAME = "same"
    MORE_SPECIFIC = "more specific"
    LESS_SPECIFIC = "less specific"
    OTHER_FIGURE = "other figure"
    OTHER_SCOPE = "other scope"
    OTHER_ATTRIBUTION = "other attribution"
    OTHER_VERB = "other verb"
    OTHER_CERTAINTY = "other certainty"
    NOT_FOUND = "not found"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article has of a claim.

    `attribution` is None for the own voice, else the speaker as named; `note` is what the cell
    shows beside the attribution ("10,000 in Russia", "claimed"), often empty. `evidence` is empty
    only where nothing was found. `by_user` tells that the user stated the relation.
    """

    article: str
    relation: Relation
    attribution: str | None
    note: str
    evidence: tuple[Place, ...]
    by_user: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """A row of the claim grid: a statement, its cells in the order of the articles."""

    text: str
    cells: tuple[Cell, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Utterance:
    """The variants of one quotation over the articles; `not_found` are the articles without it."""

    speaker: str | None
    versions: tuple[Place, ...]
    fullest: Place
    not_found: tuple[str, ...]
    score: float


class FindingKind(StrEnum):
    """What a finding is about."""

    FIGURES = "figures"
    VERBS = "verbs"
    WORDING = "wording"
    QUOTATION = "quotation"
    CLAIM = "claim"
    NAMING = "naming"
    CERTAINTY = "certainty"
    HEADLINE = "headline"
    VOICES = "voices"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Finding:
    """One observation in plain words with its evidence; `sure` runs from 0.0 to 1.0.

    `counter` are the places that speak most against it; it is empty where there are none.
    """

    kind: FindingKind
    title: str
    text: str
    sure: float
    evidence: tuple[Place, ...]
    counter: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that the comparison of one event finds; articles stand in the order they were added.

    `ranks` are groups of article ids by loaded wording in own voice, highest first; articles of
    one group are a tie: redrawing the sentences reverses them more often than once in 20.
    `reprints` are groups of two articles or more that print one text: they count once, and the
    first of each group stands for all of it in ranks and findings.
    """

    articles: tuple[str, ...]
    claims: tuple[Claim, ...]
    utterances: tuple[Utterance, ...]
    findings: tuple[Finding, ...]
    ranks: tuple[tuple[str, ...], ...]
    reprints: tuple[tuple[str, ...], ...] = ()


class PairKind(StrEnum):
    """What an aligned pair of the diff is."""

    STATEMENT = "statement"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class DiffPair:
    """Sentences of two articles that say the same, with the words that differ.

    `left` and `right` are sentence numbers in text order. Where at least half of the words are
    shared, `changed_left` and `changed_right` are the words that differ; otherwise the sentence is
    reworded and `shared_left` and `shared_right` are the words in common. `note` names a
    difference in words ("other scope"), often empty.
    """

    kind: PairKind
    left: tuple[int, ...]
    right: tuple[int, ...]
    similarity: float
    changed_left: tuple[Span, ...]
    changed_right: tuple[Span, ...]
    shared_left: tuple[Span, ...]
    shared_right: tuple[Span, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Diff:
    """Two articles side by side: aligned pairs in the order of the left text, and the rest."""

    left: str
    right: str
    pairs: tuple[DiffPair, ...]
    only_left: tuple[int, ...]
    only_right: tuple[int, ...]
