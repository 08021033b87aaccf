"""A diff as the user revised it: sentences set apart are no pair, those of merged rows are one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop.core.alignment.diffs import pair_sentences
from desktop.core.analysis.claim_rows import is_held
from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Diff, Place
from desktop.core.model.judgments import Anchor, Judgment, JudgmentKind
from desktop.core.model.lexicons import Lexicons

Side = tuple[Article, Analysis]


def revise_diff(
    diff: Diff, judgments: Iterable[Judgment], left: Side, right: Side, lexicons: Lexicons
) -> Diff:
    """Return a diff as the user's judgments on claim rows change it.

    Sentences that were set apart are no pair. Those that rows merged by the user bring together
    are one, if neither has a partner yet.

    Args:
        diff: What was found.
        judgments: The judgments that stand; only rows merged and cells set apart bear on a diff.
        left: The left article and its analysis.
        right: The right article and its analysis.
        lexicons: The word lists.
    """
    texts = {article.id: article.text for article, _ in (left, right)}
    given = list(judgments)
    parted = _part(diff, given, left, right, texts)
    for judgment in given:
        if judgment.kind is JudgmentKind.MERGE:
            held = _standing((*judgment.subject, *judgment.others), texts)
            parted = _bring_together(parted, held, left, right, lexicons)
    return parted


def _bring_together(
    diff: Diff, held: Sequence[Anchor], left: Side, right: Side, lexicons: Lexicons
) -> Diff:
    """Return a diff with a pair of the first sentences on both sides that a merged row holds."""
    lefts = [n for n in diff.only_left if _holds(held, _places(left, (n,)))]
    rights = [n for n in diff.only_right if _holds(held, _places(right, (n,)))]
    if not lefts or not rights:
        return diff
    pair = pair_sentences((*left, lefts[0]), (*right, rights[0]), lexicons)
    return replace(
        diff,
        pairs=tuple(sorted((*diff.pairs, pair), key=lambda each: each.left)),
        only_left=tuple(n for n in diff.only_left if n != lefts[0]),
        only_right=tuple(n for n in diff.only_right if n != rights[0]),
    )


def _part(
    diff: Diff, judgments: Iterable[Judgment], left: Side, right: Side, texts: dict[str, str]
) -> Diff:
    splits = [
        (_standing(one.subject, texts), _standing(one.others, texts))
        for one in judgments
        if one.kind is JudgmentKind.SPLIT
    ]
    kept = tuple(
        pair
        for pair in diff.pairs
        if not _is_apart(_places(left, pair.left), _places(right, pair.right), splits)
    )
    if len(kept) == len(diff.pairs):
        return diff
    gone = [pair for pair in diff.pairs if pair not in kept]
    return replace(
        diff,
        pairs=kept,
        only_left=tuple(sorted({*diff.only_left, *(n for pair in gone for n in pair.left)})),
        only_right=tuple(sorted({*diff.only_right, *(n for pair in gone for n in pair.right)})),
    )


def _standing(anchors: Iterable[Anchor], texts: dict[str, str]) -> list[Anchor]:
    return [
        one for one in anchors if one.place.span.of(texts.get(one.place.article, "")) == one.words
    ]


def _places(side: Side, numbers: Iterable[int]) -> list[Place]:
    article, analysis = side
    return [Place(article.id, analysis.sentence(number).span) for number in numbers]


def _is_apart(
    left: Sequence[Place],
    right: Sequence[Place],
    splits: Iterable[tuple[Sequence[Anchor], Sequence[Anchor]]],
) -> bool:
    return any(
        (_holds(own, left) and _holds(rest, right)) or (_holds(own, right) and _holds(rest, left))
        for own, rest in splits
    )


def _holds(anchors: Iterable[Anchor], places: Sequence[Place]) -> bool:
    return any(is_held(anchor, places) for anchor in anchors)
