"""The claim grid: what the articles state, row by row, and how each one states it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.core.alignment.relations import (
    Account,
    counts_same,
    on_shared_words,
    relate,
    to_account,
)
from desktop.core.alignment.statements import Statement, Statements
from desktop.core.alignment.words import content_key
from desktop.core.model.analyses import Analysis, Figure, QuotationKind, SentenceVoice
from desktop.core.model.articles import Article, BlockKind
from desktop.core.model.comparisons import Cell, Claim, Place, Relation
from desktop.core.model.spans import Span
from desktop.core.text.tokens import iter_tokens

_OPENING = re.compile(r"^(?:that|to)\s+", re.IGNORECASE)
UNNAMED = "unnamed source"
_LONGEST_TEXT = 110
_DIFFERENCE: Mapping[Relation, float] = {
    Relation.OTHER_FIGURE: 4.0,
    Relation.OTHER_SCOPE: 4.0,
    Relation.OTHER_ATTRIBUTION: 2.0,
    Relation.OTHER_VERB: 2.0,
    Relation.OTHER_CERTAINTY: 1.5,
    Relation.MORE_SPECIFIC: 0.5,
    Relation.LESS_SPECIFIC: 0.5,
    Relation.NOT_FOUND: 0.25,
    Relation.SAME: 0.0,
}
_LONE_PER_ARTICLE = 2
_LONE_DETAILS = 2
_SAME_COUNT_LIKENESS = 0.05
_COUNTING = 2


@dataclass(frozen=True, slots=True)
class _Sources:
    articles: Sequence[Article]
    analyses: Sequence[Analysis]
    statements: Statements
    figures: Mapping[int, tuple[Figure, ...]]


def align_claims(
    articles: Sequence[Article], analyses: Sequence[Analysis], statements: Statements
) -> tuple[Claim, ...]:
    """Return the claims of two articles or more, most different first, then lone ones.

    A lone claim stands in one article only; each article gives its two most detailed ones.
    """
    sources = _Sources(articles, analyses, statements, _find_figures(analyses, statements))
    shared = [_to_claim(row, sources) for row in _rows(sources)]
    shared.sort(key=lambda claim: (-_difference(claim), -claim.score, claim.text))
    lone = [_to_claim([each], sources) for each in _lone_statements(sources)]
    return _whole([*shared, *lone])


def _whole(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims that are not part of another: sentences with counts may bring one into it.

    Of two that hold the same places the first stays.
    """
    held = [frozenset(place for cell in claim.cells for place in cell.evidence) for claim in claims]
    at: defaultdict[Place, list[int]] = defaultdict(list)
    for nth, places in enumerate(held):
        for place in places:
            at[place].append(nth)

    def is_part(nth: int) -> bool:
        rivals = at[next(iter(held[nth]))] if held[nth] else ()
        return any(
            held[nth] < held[each] or (held[nth] == held[each] and each < nth) for each in rivals
        )

    return tuple(claim for nth, claim in enumerate(claims) if not is_part(nth))


def _to_claim(row: Sequence[int], sources: _Sources) -> Claim:
    base = _base_of(row, sources)
    accounts = _accounts(row, sources)
    cells = tuple(
        _to_cell(index, row, base, accounts, sources) for index in range(len(sources.articles))
    )
    scores = [sources.statements.score(base, each) for each in row if each != base]
    score = sum(scores) / len(scores) if scores else 1.0
    return Claim(_text_of(base, sources), cells, round(min(score, 1.0), 4))


def _rows(sources: _Sources) -> list[list[int]]:
    """Return the rows, widest first, with sentences that count the same.

    A row takes such a sentence from a narrower row, never from a wider one. A row of which most
    went into a wider one is none.
    """
    statements = sources.statements
    rows: list[list[int]] = []
    settled: set[int] = set()
    for row in sorted(statements.rows(), key=lambda row: _width(row, sources)):
        if 2 * len(settled.intersection(row)) > len(row):
            continue
        settled.update(row)
        rows.append(_with_counts(row, settled, sources))
        settled.update(rows[-1])
    return rows


def _width(row: Sequence[int], sources: _Sources) -> tuple[int, list[str]]:
    """Return what rows are ordered by: in how many articles they stand, then their words."""
    items = [sources.statements.items[each] for each in row]
    texts = [item.place.span.of(sources.articles[item.article].text) for item in items]
    return -len({item.article for item in items}), sorted(texts)


def _with_counts(row: list[int], settled: Collection[int], sources: _Sources) -> list[int]:
    """Give each article the sentence that counts what the row counts, if it has a free one.

    A different number alone keeps two sentences from looking alike, and tells the most. A sentence
    without it makes room only where two articles of the row count: else the row is not about it.
    """
    figures = sources.figures
    counted = [figure for each in row for figure in figures.get(each, ())]
    if not counted:
        return row
    items = sources.statements.items
    having = {items[each].article for each in row if each in figures}
    if len(having) < _COUNTING:
        having = {items[each].article for each in row}
    added: dict[int, tuple[float, int]] = {}
    for each, own in figures.items():
        article = items[each].article
        if article in having or each in settled or not _count_alike(own, counted):
            continue
        score = max(sources.statements.score(each, other) for other in row)
        if score >= _SAME_COUNT_LIKENESS:
            added[article] = max(added.get(article, (0.0, 0)), (score, each))
    kept = [each for each in row if items[each].article not in added]
    return sorted([*kept, *(each for _, each in added.values())])


def _count_alike(figures: Iterable[Figure], counted: Sequence[Figure]) -> bool:
    return any(counts_same(one, other) for one in figures for other in counted)


def _find_figures(
    analyses: Sequence[Analysis], statements: Statements
) -> dict[int, tuple[Figure, ...]]:
    """Return the figures with a value of the statements that have any."""
    found: dict[tuple[int, int], list[Figure]] = {}
    for index, analysis in enumerate(analyses):
        for figure in analysis.figures:
            if figure.value is not None:
                found.setdefault((index, figure.sentence), []).append(figure)
    return {
        each: tuple(found[item.article, item.sentence.number])
        for each, item in enumerate(statements.items)
        if (item.article, item.sentence.number) in found
    }


def _to_cell(
    index: int,
    row: Sequence[int],
    base: int,
    accounts: Mapping[int, Account],
    sources: _Sources,
) -> Cell:
    items = sources.statements.items
    own = [each for each in row if items[each].article == index]
    article = sources.articles[index].id
    if not own:
        return Cell(article, Relation.NOT_FOUND, None, "", ())
    nearest = base if base in own else _nearest(base, own, accounts, sources)
    evidence: list[Place] = [items[nearest].place]
    evidence += [items[each].place for each in own if each != nearest]
    relation, note = relate(accounts[base], accounts[nearest])
    attribution = accounts[nearest].attribution
    who = UNNAMED if attribution == "" else attribution
    return Cell(article, relation, who, note, tuple(evidence))


def _nearest(
    base: int, own: Sequence[int], accounts: Mapping[int, Account], sources: _Sources
) -> int:
    """Return the sentence that is most like the base; one that counts the same comes first."""

    def likeness(each: int) -> tuple[bool, float]:
        counts = any(
            counts_same(one, other)
            for one in accounts[base].figures
            for other in accounts[each].figures
        )
        return counts, sources.statements.score(base, each)

    return max(own, key=likeness)


def _base_of(row: Sequence[int], sources: _Sources) -> int:
    """Return the statement that the row is named by: nearest to the others, plainly worded."""
    statements = sources.statements

    def fitness(each: int) -> tuple[float, int, str]:
        item = statements.items[each]
        likeness = sum(statements.score(each, other) for other in row)
        told = item.place.span.of(sources.articles[item.article].text)
        return round(likeness * _plainness(item, sources), 6), -len(item.place.span), told

    return max(row, key=fitness)


def _plainness(item: Statement, sources: _Sources) -> float:
    analysis = sources.analyses[item.article]
    is_loaded = any(loaded.sentence == item.sentence.number for loaded in analysis.loaded)
    is_body = analysis.blocks[item.sentence.block].kind is BlockKind.BODY
    is_quoted = item.sentence.voice is SentenceVoice.QUOTED
    return (0.5 if is_loaded else 1.0) * (1.0 if is_body else 0.8) * (0.8 if is_quoted else 1.0)


def _text_of(base: int, sources: _Sources) -> str:
    item = sources.statements.items[base]
    text, analysis = sources.articles[item.article].text, sources.analyses[item.article]
    return claim_text(text, item.place.span, analysis)


def claim_text(text: str, sentence: Span, analysis: Analysis) -> str:
    """Return a statement, without its attribution where it gives speech, kept short."""
    span = _content_of(sentence, analysis)
    words = " ".join(span.of(text).strip(" ,;:“”\"'").split())
    words = _OPENING.sub("", words)
    words = words[:1].upper() + words[1:]
    if len(words) <= _LONGEST_TEXT:
        return words.rstrip(".,")
    return words[:_LONGEST_TEXT].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"


def _content_of(sentence: Span, analysis: Analysis) -> Span:
    """Return what is said in a sentence of which half or more is given to a speaker."""
    for quotation in analysis.quotations:
        areas = quotation.marked if quotation.kind is QuotationKind.DIRECT else (quotation.span,)
        for area in areas:
            is_said = quotation.kind is not QuotationKind.SCARE
            if is_said and 2 * area.overlap(sentence) >= len(sentence):
                return Span(max(area.start, sentence.start), min(area.end, sentence.end))
    return sentence


def _accounts(row: Sequence[int], sources: _Sources) -> dict[int, Account]:
    """Return the statements of a row, each as what it shares with the other articles."""
    items = sources.statements.items
    whole = {each: _account(each, sources) for each in row}
    return {
        each: on_shared_words(
            account,
            (whole[other] for other in row if items[other].article != items[each].article),
        )
        for each, account in whole.items()
    }


def _account(each: int, sources: _Sources) -> Account:
    item = sources.statements.items[each]
    return to_account(
        sources.articles[item.article].text,
        sources.analyses[item.article],
        item.sentence.number,
        frozenset(item.words),
        details_of(sources.articles[item.article].text, item),
    )


def details_of(text: str, item: Statement) -> frozenset[str]:
    """Return the keys of the names and numbers of a statement."""
    span = item.place.span
    tokens = [token for token in iter_tokens(text, span.start, span.end) if token.is_word]
    return frozenset(
        content_key(token)
        for at, token in enumerate(tokens)
        if token.text[0].isdigit() or (at and token.text[0].isupper())
    ) & frozenset(item.words)


def _lone_statements(sources: _Sources) -> list[int]:
    """Return each article's most detailed statements that nothing in another one is like."""
    statements = sources.statements
    matched = {each for match in statements.matches for each in (match.left, match.right)}
    found: list[int] = []
    for index, article in enumerate(sources.articles):
        lone = [
            (len(details_of(article.text, item)), -each)
            for each, item in enumerate(statements.items)
            if item.article == index
            and each not in matched
            and item.sentence.voice is not SentenceVoice.QUOTED
        ]
        detailed = [entry for entry in sorted(lone, reverse=True) if entry[0] >= _LONE_DETAILS]
        found += sorted(-each for _, each in detailed[:_LONE_PER_ARTICLE])
    return found


def _difference(claim: Claim) -> float:
    found = sum(cell.relation is not Relation.NOT_FOUND for cell in claim.cells)
    weight = sum(_DIFFERENCE[cell.relation] for cell in claim.cells)
    return weight * found / len(claim.cells)
