"""Two articles side by side: the sentences that say the same and the words that differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from desktop.core.alignment.relations import relate_figures, same_speaker
from desktop.core.alignment.statements import Match, Statements
from desktop.core.alignment.words import LEAST_RARITY, rarity_of
from desktop.core.model.analyses import Analysis, QuotationKind, Sentence
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Diff, DiffPair, PairKind
from desktop.core.model.lexicons import Lexicons
from desktop.core.model.spans import Span
from desktop.core.text.spellings import fold_spelling
from desktop.core.text.tokens import Token, iter_tokens

_MOSTLY_SHARED = 0.5
_MOSTLY_QUOTED = 0.5
_CROSSING_SCORE = 0.3

Numbers = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    article: Article
    analysis: Analysis

    def tokens(self, numbers: Numbers) -> list[Token]:
        """Return the words of some sentences, marks left out."""
        spans = [self.analysis.sentence(number).span for number in numbers]
        return [
            token
            for span in spans
            for token in iter_tokens(self.article.text, span.start, span.end)
            if token.is_word
        ]

    def speaker(self, number: int) -> str | None:
        """Return who is quoted in most of a sentence, "" if nobody is named, None if it is not."""
        sentence = self.analysis.sentence(number)
        for quotation in self.analysis.quotations:
            marked = sum(span.overlap(sentence.span) for span in quotation.marked)
            is_said = quotation.kind is not QuotationKind.SCARE
            if is_said and marked >= _MOSTLY_QUOTED * len(sentence.span):
                return quotation.speaker.name if quotation.speaker else ""
        return None


def diff_articles(
    left: Article,
    left_analysis: Analysis,
    right: Article,
    right_analysis: Analysis,
    lexicons: Lexicons,
) -> Diff:
    """Align two articles sentence by sentence; folded blocks take no part.

    Quotations of one speaker that follow each other on both sides make one pair.

    Returns:
        The pairs in the order of the left text, and the scored sentences that found no partner.
    """
    sides = _Side(left, left_analysis), _Side(right, right_analysis)
    statements = Statements((left, right), (left_analysis, right_analysis), lexicons)
    pairs = [
        (statements.items[m.left].sentence.number, statements.items[m.right].sentence.number, m)
        for m in _choose(statements)
    ]
    joined = _join_quotations(sorted(pairs, key=lambda pair: pair[0]), sides)
    found = [_to_pair(*entry, sides, lexicons) for entry in joined]
    return Diff(
        left=left.id,
        right=right.id,
        pairs=tuple(found),
        only_left=_rest(left_analysis, [number for pair in found for number in pair.left]),
        only_right=_rest(right_analysis, [number for pair in found for number in pair.right]),
    )


def pair_sentences(
    left: tuple[Article, Analysis, int], right: tuple[Article, Analysis, int], lexicons: Lexicons
) -> DiffPair:
    """Return the pair of two sentences that are known to say the same, however unlike they are.

    Args:
        left: The left article, its analysis and the number of the sentence in it.
        right: The same of the right article.
        lexicons: The word lists.
    """
    sides = _Side(*left[:2]), _Side(*right[:2])
    kind = _kind_of(left[2], right[2], sides)
    return _to_pair((left[2],), (right[2],), 0.0, kind, sides, lexicons)


def _choose(statements: Statements) -> list[Match]:
    """Take pairs one to one, best first; a pair that crosses better ones must be clear itself."""
    chosen: list[Match] = []
    taken: set[int] = set()
    for match in statements.matches:
        if match.left in taken or match.right in taken:
            continue
        if match.score < _CROSSING_SCORE and any(_crosses(match, other) for other in chosen):
            continue
        chosen.append(match)
        taken |= {match.left, match.right}
    return chosen


def _crosses(one: Match, other: Match) -> bool:
    return (one.left - other.left) * (one.right - other.right) < 0


def _join_quotations(
    pairs: Sequence[tuple[int, int, Match]], sides: tuple[_Side, _Side]
) -> list[tuple[Numbers, Numbers, float, PairKind]]:
    joined: list[tuple[Numbers, Numbers, float, PairKind]] = []
    for left, right, match in pairs:
        kind = _kind_of(left, right, sides)
        if joined and kind is PairKind.QUOTATION and _continues(joined[-1], left, right, sides):
            lefts, rights, score, _ = joined[-1]
            joined[-1] = (*lefts, left), (*rights, right), max(score, match.score), kind
        else:
            joined.append(((left,), (right,), match.score, kind))
    return joined


def _kind_of(left: int, right: int, sides: tuple[_Side, _Side]) -> PairKind:
    speakers = sides[0].speaker(left), sides[1].speaker(right)
    return PairKind.STATEMENT if None in speakers else PairKind.QUOTATION


def _continues(
    before: tuple[Numbers, Numbers, float, PairKind],
    left: int,
    right: int,
    sides: tuple[_Side, _Side],
) -> bool:
    lefts, rights, _, kind = before
    if kind is not PairKind.QUOTATION or left - lefts[-1] != 1 or right - rights[-1] != 1:
        return False
    said = (sides[0].speaker(lefts[-1]), sides[0].speaker(left))
    said_right = (sides[1].speaker(rights[-1]), sides[1].speaker(right))
    return all(one is not None and two is not None for one, two in (said, said_right)) and all(
        same_speaker(one or "", two or "") for one, two in (said, said_right)
    )


def _to_pair(
    left: Numbers,
    right: Numbers,
    score: float,
    kind: PairKind,
    sides: tuple[_Side, _Side],
    lexicons: Lexicons,
) -> DiffPair:
    tokens = sides[0].tokens(left), sides[1].tokens(right)
    words = [[_word_of(token) for token in side] for side in tokens]
    matcher = SequenceMatcher(None, words[0], words[1], autojunk=False)
    is_close = matcher.ratio() >= _MOSTLY_SHARED
    codes = matcher.get_opcodes()
    changed = [code for code in codes if code[0] != "equal"] if is_close else []
    shared = [] if is_close else [code for code in codes if code[0] == "equal"]
    return DiffPair(
        kind=kind,
        left=left,
        right=right,
        similarity=round(min(1.0, max(score, matcher.ratio())), 4),
        changed_left=_runs(tokens[0], [(code[1], code[2]) for code in changed]),
        changed_right=_runs(tokens[1], [(code[3], code[4]) for code in changed]),
        shared_left=_telling(tokens[0], [(code[1], code[2]) for code in shared], lexicons),
        shared_right=_telling(tokens[1], [(code[3], code[4]) for code in shared], lexicons),
        note=_note(left, right, sides),
    )


def _word_of(token: Token) -> str:
    """Return what makes two words the same: spellings of one name are one word."""
    return fold_spelling(token.lower) if token.text[0].isupper() else token.lower


def _runs(tokens: Sequence[Token], ranges: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """Return one span for each run of words; a run ends with its sentence."""
    spans: list[Span] = []
    for first, last in ranges:
        for at in range(first, last):
            token = tokens[at]
            follows = at > first and token.start - tokens[at - 1].end <= 1
            if follows and spans:
                spans[-1] = Span(spans[-1].start, token.end)
            else:
                spans.append(token.span)
    return tuple(spans)


def _telling(
    tokens: Sequence[Token], ranges: Sequence[tuple[int, int]], lexicons: Lexicons
) -> tuple[Span, ...]:
    """Return the runs that hold more than function words, without those at their ends."""
    kept: list[tuple[int, int]] = []
    for first, last in ranges:
        telling = [
            at for at in range(first, last) if rarity_of(tokens[at], lexicons) >= LEAST_RARITY
        ]
        if telling:
            kept.append((telling[0], telling[-1] + 1))
    return _runs(tokens, kept)


def _note(left: Numbers, right: Numbers, sides: tuple[_Side, _Side]) -> str:
    figures = [
        [figure for figure in side.analysis.figures if figure.sentence in numbers]
        for side, numbers in zip(sides, (left, right), strict=True)
    ]
    related = relate_figures(*figures)
    return related[0].value if related else ""


def _rest(analysis: Analysis, paired: Sequence[int]) -> Numbers:
    def is_left_over(sentence: Sentence) -> bool:
        return sentence.scored and sentence.number not in paired

    return tuple(each.number for each in analysis.sentences if is_left_over(each))
