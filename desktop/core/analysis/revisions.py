"""A comparison as the user revised it: rows merged and split, relations stated, findings judged.

The comparison stays a pure result of texts, engine and lexicons; what was decided is laid over it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from desktop.core.alignment.restating import Restater
from desktop.core.alignment.statements import Statements
from desktop.core.analysis.claim_rows import ClaimRows, is_held
from desktop.core.analysis.comparisons import draw_findings
from desktop.core.analysis.one_source import count_once
from desktop.core.analysis.repeats import Repeats
from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Comparison, Finding, Place
from desktop.core.model.details import Contrast, Details, Question
from desktop.core.model.judgments import (
    Anchor,
    JudgedFinding,
    Judgment,
    JudgmentKind,
    Outcome,
    Revision,
    RuleGroup,
)
from desktop.core.model.lexicons import Lexicons

Outcomes = list[tuple[int, Outcome]]
_DETAILS = (f"{RuleGroup.QUESTION}/", f"{RuleGroup.CONTRAST}/")


def rule_of(entry: Finding | Question | Contrast) -> str:
    """Return the name of the rule that made an entry of a comparison.

    >>> from desktop.core.model.comparisons import FindingKind
    >>> rule_of(Finding(FindingKind.FIGURES, "", "", 1.0, ()))
    'finding/figures'
    """
    if isinstance(entry, Finding):
        return f"{RuleGroup.FINDING}/{entry.kind}"
    group = RuleGroup.QUESTION if isinstance(entry, Question) else RuleGroup.CONTRAST
    return f"{group}/{entry.kind}"


def places_of(entry: Finding | Question | Contrast) -> tuple[Place, ...]:
    """Return the places that an entry of a comparison stands on."""
    if isinstance(entry, Contrast):
        return tuple(side.place for side in entry.sides)
    return entry.evidence


def revise(
    comparison: Comparison,
    judgments: Sequence[Judgment],
    articles: Sequence[Article],
    analyses: Sequence[Analysis],
    lexicons: Lexicons,
) -> Revision:
    """Return a comparison with the user's judgments carried out, in the order they were made.

    Rows are merged and split first, then relations are stated, then findings are drawn from the
    rows as they are now, and judged. Where nothing was decided the comparison is the one given.

    Args:
        comparison: What was found.
        judgments: The judgments that stand.
        articles: The articles compared.
        analyses: Their analyses in the same order.
        lexicons: The word lists.
    """
    if not judgments:
        return Revision(comparison)
    rows = ClaimRows(comparison.claims, Restater(articles, analyses, lexicons))
    outcomes = _carry_out(rows, judgments)
    shaped = replace(comparison, claims=tuple(rows.claims))
    findings = comparison.findings
    if shaped != comparison:
        findings = _findings(shaped, articles, analyses, lexicons)
    judged = _judged(findings, judgments, rows.standing)
    kept = tuple(each for nth, each in enumerate(findings) if not _is_out(judged.get(nth)))
    outcomes += _found_outcomes(judgments, judged, rows)
    return Revision(
        comparison=replace(shaped, findings=kept),
        dismissed=_told(findings, judged, JudgmentKind.DISMISS),
        right=_told(findings, judged, JudgmentKind.RIGHT),
        outcomes=tuple(sorted(outcomes)),
    )


def _found_outcomes(
    judgments: Sequence[Judgment], judged: dict[int, Judgment], rows: ClaimRows
) -> Outcomes:
    """Return what came of judgments on findings, and on details as far as that can be known."""
    applied = {one.number for one in judged.values()}
    outcomes: Outcomes = []
    for one in judgments:
        if one.rule.startswith(f"{RuleGroup.FINDING}/"):
            outcomes.append((one.number, _outcome(one.number in applied)))
        elif one.rule.startswith(_DETAILS):
            # Details are made later: until then what still stands is held to apply.
            outcomes.append((one.number, _outcome(bool(rows.standing(one.subject)))))
    return outcomes


def revise_details(
    details: Details, judgments: Sequence[Judgment], articles: Sequence[Article]
) -> tuple[Details, tuple[tuple[int, Outcome], ...]]:
    """Return details without the questions and contrasts that were dismissed, and what came of it.

    Args:
        details: The details of a comparison.
        judgments: The judgments that stand; those on anything else are passed over.
        articles: The articles compared.
    """
    texts = {article.id: article.text for article in articles}

    def standing(anchors: Iterable[Anchor]) -> list[Anchor]:
        return [one for one in anchors if _words(texts, one.place) == one.words]

    questions = _judged(details.questions, judgments, standing)
    contrasts = _judged(details.contrasts, judgments, standing)
    applied = {one.number for one in (*questions.values(), *contrasts.values())}
    about = [one.number for one in judgments if one.rule.startswith(_DETAILS)]
    revised = replace(
        details,
        questions=tuple(
            each for nth, each in enumerate(details.questions) if not _is_out(questions.get(nth))
        ),
        contrasts=tuple(
            each for nth, each in enumerate(details.contrasts) if not _is_out(contrasts.get(nth))
        ),
    )
    return revised, tuple((number, _outcome(number in applied)) for number in about)


def _carry_out(rows: ClaimRows, judgments: Sequence[Judgment]) -> Outcomes:
    steps: tuple[tuple[JudgmentKind, Callable[[Judgment], Outcome]], ...] = (
        (JudgmentKind.MERGE, rows.merge),
        (JudgmentKind.SPLIT, rows.split),
    )
    shaping = dict(steps)
    outcomes = [(one.number, shaping[one.kind](one)) for one in judgments if one.kind in shaping]
    related = [one for one in judgments if one.kind is JudgmentKind.RELATION]
    outcomes += [(one.number, rows.relate(one)) for one in related]
    for one in judgments:
        if one.kind is JudgmentKind.RIGHT and one.rule.startswith(f"{RuleGroup.RELATION}/"):
            found = rows.find_cell(one)
            is_so = found is not None and found[1].relation is one.relation
            outcomes.append((one.number, _outcome(is_so)))
    return outcomes


def _findings(
    found: Comparison, articles: Sequence[Article], analyses: Sequence[Analysis], lexicons: Lexicons
) -> tuple[Finding, ...]:
    """Return the findings that rows as they are now give."""
    own = Repeats(articles, analyses, found.reprints).analyses
    once = count_once(articles, analyses, found.claims, found.utterances, found.reprints)
    return draw_findings(once, found.ranks, Statements(articles, own, lexicons))


def _outcome(is_applied: bool) -> Outcome:
    return Outcome.APPLIED if is_applied else Outcome.GONE


def _is_out(judgment: Judgment | None) -> bool:
    return judgment is not None and judgment.kind is JudgmentKind.DISMISS


def _judged(
    entries: Sequence[Finding] | Sequence[Question] | Sequence[Contrast],
    judgments: Sequence[Judgment],
    standing: Callable[[Iterable[Anchor]], list[Anchor]],
) -> dict[int, Judgment]:
    """Return the last judgment on each entry, by the entry's position."""
    found: dict[int, Judgment] = {}
    for judgment in judgments:
        if judgment.kind not in (JudgmentKind.RIGHT, JudgmentKind.DISMISS):
            continue
        anchors = standing(judgment.subject)
        shares = [
            sum(is_held(one, places_of(entry)) for one in anchors)
            if rule_of(entry) == judgment.rule
            else 0
            for entry in entries
        ]
        most = max(shares, default=0)
        # Half of its words make it the same observation, whatever else it says by now.
        if most and 2 * most >= len(judgment.subject):
            found[shares.index(most)] = judgment
    return found


def _told(
    findings: Sequence[Finding], judged: dict[int, Judgment], kind: JudgmentKind
) -> tuple[JudgedFinding, ...]:
    return tuple(
        JudgedFinding(findings[nth], one.number, one.reason)
        for nth, one in sorted(judged.items())
        if one.kind is kind
    )


def _words(texts: dict[str, str], place: Place) -> str:
    text = texts.get(place.article, "")
    return place.span.of(text) if place.span.end <= len(text) else ""
