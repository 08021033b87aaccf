"""Questions that the comparison puts to the reader, each with the places that raise it.

A question of treatment shows one matter counted, attributed, introduced, named or worded
differently; a silence is asked after only with its facts. Neither says why, or who is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import combinations

from desktop.core.alignment.relations import describe_figure
from desktop.core.framing.agency import find_agents
from desktop.core.framing.clear_claims import found_cells
from desktop.core.framing.hearing import find_hearings
from desktop.core.framing.matters import Matters, shortened
from desktop.core.framing.silences import find_silences
from desktop.core.framing.telling import (
    find_bare_words,
    find_channels,
    find_headlines,
    find_unnamed,
    find_whose_words,
)
from desktop.core.model.analyses import Figure, ReportVerb, Voice
from desktop.core.model.comparisons import Claim, Relation, Utterance
from desktop.core.model.details import DeskFigure, FigureRelation, Question, QuestionKind
from desktop.core.model.places import Place

_CLEAR = 0.2
_MOST_VERBS = 2
_MOST_ATTRIBUTED = 3
_MOST_CUT = 2
_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")


def find_questions(matters: Matters) -> tuple[Question, ...]:
    """Return all questions of an event; one article raises none."""
    if len(matters.sources.articles) < 2:
        return ()
    return (
        *find_silences(matters),
        *_counted(matters),
        *_introduced(matters),
        *_attributed(matters),
        *find_agents(matters),
        *find_hearings(matters),
        *_cut(matters),
        *find_whose_words(matters),
        *find_unnamed(matters),
        *find_channels(matters),
        *find_bare_words(matters),
        *find_headlines(matters),
    )


def _counted(matters: Matters) -> Iterable[Question]:
    """Ask what each figure counts, where and by whom, once for each kind of thing counted."""
    figures = matters.desk.figures
    kinds: dict[str, set[int]] = {}
    for group in matters.desk.groups:
        counts = figures[group.members[0]].counts
        members = [figures[each] for each in group.members]
        if (
            group.relation is not FigureRelation.SAME
            and counts
            and _is_one_matter(matters, members)
        ):
            kinds.setdefault(counts.split()[-1].lower(), set()).update(group.members)
    merged: list[set[int]] = []
    for members in kinds.values():
        homes = [each for each in merged if each & members]
        merged = [each for each in merged if each not in homes]
        merged.append(members.union(*homes))
    for members in merged:
        yield _ask_counted(matters, [figures[each] for each in sorted(members)])


def _is_one_matter(matters: Matters, figures: list[DeskFigure]) -> bool:
    """Say whether two articles give other values in sentences that say the same."""
    return any(
        one.value != other.value
        and one.place.article != other.place.article
        and matters.alike(one.place, other.place)
        for one, other in combinations(figures, 2)
    )


def _ask_counted(matters: Matters, figures: list[DeskFigure]) -> Question:
    given: dict[str, list[str]] = {}
    for figure in figures:
        source = f" ({figure.source})" if figure.source else ""
        given.setdefault(figure.place.article, []).append(f"{_described(figure)}{source}")
    parts = [
        f"{matters.sources.name(article)}: {', '.join(dict.fromkeys(words))}"
        for article, words in given.items()
    ]
    thing = figures[0].counts or figures[0].unit
    text = f"How many {thing}, counted where, and by whom? {'; '.join(parts)}."
    return Question(
        QuestionKind.TREATMENT,
        text,
        matters.ordered(given),
        (),
        tuple(figure.place for figure in figures),
    )


def _described(figure: DeskFigure) -> str:
    span, value = figure.place.span, figure.value
    return describe_figure(Figure(span, value, figure.unit, figure.counts, figure.scope, "", 0))


def _introduced(matters: Matters) -> Iterable[Question]:
    """Ask what a verb adds, where articles introduce one statement on different rungs."""
    asked = 0
    ranked = sorted(matters.claims, key=lambda claim: (-len(found_cells(claim)), -claim.score))
    for claim in ranked:
        verbs = _verbs_of(matters, claim)
        rungs = {verb.rung for _, verb in verbs.values()}
        lemmas = {verb.lemma for _, verb in verbs.values()}
        if asked == _MOST_VERBS or claim.score < _CLEAR or len(rungs) < 2 or len(lemmas) < 2:
            continue
        asked += 1
        told = ", ".join(
            f"{matters.sources.name(article)} “{verb.lemma}”"
            for article, (_, verb) in verbs.items()
        )
        text = (
            f"What does each verb add to “{shortened(claim.text)}”? It is introduced with: {told}."
        )
        places = [place for place, _ in verbs.values()]
        yield _treatment(matters, claim, text, places)


def _verbs_of(matters: Matters, claim: Claim) -> Mapping[str, tuple[Place, ReportVerb]]:
    """Return the verb by which each article's own voice introduces a claim."""
    verbs: dict[str, tuple[Place, ReportVerb]] = {}
    for cell in found_cells(claim):
        place = cell.evidence[0]
        verb = _verb_of(matters, cell.article, place)
        if verb is not None:
            verbs[cell.article] = (place, verb)
    return verbs


def _verb_of(matters: Matters, article: str, place: Place) -> ReportVerb | None:
    """Return the verb that introduces most of what a sentence says; None if it is no report."""
    said = [q for q in matters.said(article) if 3 * q.span.overlap(place.span) >= len(place.span)]
    main = max(said, key=lambda each: each.span.overlap(place.span), default=None)
    if main is None or main.verb is None or main.verb.voice is Voice.QUOTED:
        return None
    return main.verb


def _attributed(matters: Matters) -> Iterable[Question]:
    """Ask whose word a statement is, where speakers differ or only some name one."""
    asked = 0
    for claim in sorted(matters.claims, key=lambda claim: -claim.score):
        cells = found_cells(claim)
        differs = any(cell.relation is Relation.OTHER_ATTRIBUTION for cell in cells)
        if asked == _MOST_ATTRIBUTED or not differs or claim.score < _CLEAR or len(cells) < 2:
            continue
        asked += 1
        told = ", ".join(
            f"{matters.sources.name(cell.article)}: {cell.attribution or 'own voice'}"
            for cell in cells
        )
        text = f"Whose word is “{shortened(claim.text)}”? {told}."
        yield _treatment(matters, claim, text, [cell.evidence[0] for cell in cells])


def _treatment(matters: Matters, claim: Claim, text: str, places: Iterable[Place]) -> Question:
    having = [cell.article for cell in found_cells(claim)]
    return Question(
        QuestionKind.TREATMENT,
        text,
        matters.ordered(having),
        matters.rest(having),
        tuple(places),
    )


def _cut(matters: Matters) -> Iterable[Question]:
    """Ask what an ellipsis leaves out, where another article has the words in full."""
    asked = 0
    for utterance in matters.utterances:
        full = _in_full(matters, utterance)
        cut = next((place for place in utterance.versions if place not in full), None)
        if cut is None or not full or asked == _MOST_CUT:
            continue
        asked += 1
        longest = max(full, key=lambda place: len(place.span))
        text = (
            f"What does the ellipsis of {matters.sources.name(cut.article)} leave out?"
            f" {matters.sources.name(longest.article)} has “{matters.short(longest)}”."
        )
        yield Question(
            QuestionKind.TREATMENT,
            text,
            matters.ordered(place.article for place in full),
            matters.rest(place.article for place in full),
            (cut, *full),
        )


def _in_full(matters: Matters, utterance: Utterance) -> list[Place]:
    return [
        place for place in utterance.versions if not _ELLIPSIS.search(matters.sources.text(place))
    ]
