"""Counter-evidence: the places that speak most against a finding, beside those it stands on.

A reader who sees only what bears a finding out cannot judge it. Nothing here is invented: where no
place speaks against a finding there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.core.alignment.statements import Statements
from desktop.core.framing.sources import Sources
from desktop.core.model.analyses import ReportVerb
from desktop.core.model.comparisons import Cell, Claim, Utterance
from desktop.core.model.details import DeskFigure, Naming
from desktop.core.model.places import Place

MOST = 4
"""So many places are shown against a finding."""

_LEAST_LIKENESS = 0.03
_MOST_BASES = 12  # a claim of a large event stands in hundreds of texts


def nearest_places(
    statements: Statements, claim: Claim, articles: Iterable[str]
) -> tuple[tuple[float, Place], ...]:
    """Return the sentence of each article that comes nearest to a claim, with its likeness."""
    places = [place for cell in claim.cells for place in cell.evidence[:1]][:_MOST_BASES]
    bases = [base for base in map(statements.find, places) if base is not None]
    nearest: list[tuple[float, Place]] = []
    for article in articles:
        rated = [
            (max((statements.score(base, each) for base in bases), default=0.0), -each)
            for each in statements.of_article(article)
        ]
        likeness, each = max(rated, default=(0.0, 0))
        if likeness >= _LEAST_LIKENESS:
            nearest.append((likeness, statements.items[-each].place))
    return tuple(sorted(nearest, key=lambda row: (-row[0], row[1])))


def second_places(cells: Iterable[Cell]) -> tuple[Place, ...]:
    """Return the other sentences in which some articles tell what a claim says."""
    return tuple(place for cell in cells for place in cell.evidence[1:])[:MOST]


def other_values(figures: Iterable[DeskFigure], shown: Sequence[DeskFigure]) -> tuple[Place, ...]:
    """Return figures beside two that differ: other values, or the other's value in one text."""
    values = {figure.value for figure in shown}
    own = {(figure.place.article, figure.value) for figure in shown}
    texts = {figure.place.article for figure in shown}
    against = [
        figure.place
        for figure in figures
        if figure.value not in values
        or (figure.place.article in texts and (figure.place.article, figure.value) not in own)
    ]
    return tuple(against[:MOST])


def milder_verbs(article: str, shown: ReportVerb, verbs: Iterable[ReportVerb]) -> tuple[Place, ...]:
    """Return where an article introduces the same speaker with other verbs than the one shown."""
    others = [verb for verb in verbs if verb.lemma != shown.lemma]
    return tuple(Place(article, verb.span) for verb in others[:MOST])


def same_versions(
    sources: Sources, utterance: Utterance, shown: Iterable[Place]
) -> tuple[Place, ...]:
    """Return the versions of a quotation that have the words of the fullest one."""
    words = letters_of(sources.text(utterance.fullest))
    taken = set(shown)
    return tuple(
        place
        for place in utterance.versions
        if place not in taken and letters_of(sources.text(place)) == words
    )[:MOST]


def other_forms(naming: Naming, usual: dict[str, str]) -> tuple[Place, ...]:
    """Return where an article uses the form that it is not said to use."""
    forms = {form.lower() for form in usual.values()}
    return tuple(
        form.place
        for row in naming.own
        for form in row.forms
        if form.form.lower() in forms and form.form.lower() != usual.get(row.article, "").lower()
    )[:MOST]


def letters_of(text: str) -> str:
    """Return the letters and digits of a text in lower case, by which two wordings are one."""
    return "".join(char for char in text.lower() if char.isalnum())
