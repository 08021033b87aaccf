"""How one article's statement relates to another's: its figures, speaker, verb and certainty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop.core.alignment.words import content_key, stem_of
from desktop.core.model.analyses import (
    Analysis,
    Figure,
    Quotation,
    QuotationKind,
    ReportVerb,
    Voice,
)
from desktop.core.model.comparisons import Relation
from desktop.core.model.spans import Span
from desktop.core.text.spellings import fold_spelling
from desktop.core.text.tokens import iter_tokens

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_HEDGE_WORDS = (
    "alleged allegedly apparently believed could expected likely may might perhaps possibly"
    " probably reportedly seemingly suspected unconfirmed"
)
_HEDGES = frozenset(_HEDGE_WORDS.split())
_NEGATION = re.compile(r"(?:not|never|neither|nor|cannot|without|.*n['’]t)", re.IGNORECASE)
_NOT = "not"
_CLAUSE_END = re.compile(
    r"[,;:–—]\s|\b(?:and|but|while|which|who|that|because|if|although|though|after|before)\b",
    re.IGNORECASE,
)
_OF_SHARED = 3

# What befell those that are counted: the dead are not the hurt, though both are "people".
_FATES = (
    frozenset({"~death", "~kill", "~murder"}),
    frozenset({"~injure", "hospit"}),
    frozenset({"~arrest"}),
    frozenset({"miss"}),
)
_BODY_WORDS = (
    "administration agency authorities committee congress council department government house"
    " military ministry office officials parliament party pentagon police senate spokesman"
    " spokesperson spokeswoman state states sources union white"
)
_BODIES = frozenset(_BODY_WORDS.split())
_SMALL = frozenset({"a", "an", "and", "in", "of", "on", "or", "per", "the", "to"})
_REGIONS = frozenset(
    {"area", "city", "county", "district", "oblast", "province", "region", "state", "territory"}
)
_SPECIFIC = 3
_PERSONS = "persons"


@dataclass(frozen=True, slots=True)
class Account:
    """One article's statement with what bears on its relation to others.

    `hedges` are words that make it less than certain, each with the keys of its clause, `doubts`
    those of them that bear on what it shares with others;
    `details` are the keys of its names and figures; `words` those of all its content words, and
    `reported` those of them that stand in the quotation. `speakers` are those whose speaking a
    statement without a quotation tells of: "Berg criticized the council for its silence".
    """

    text: str
    figures: tuple[Figure, ...]
    quotation: Quotation | None
    verb: ReportVerb | None
    hedges: Mapping[str, frozenset[str]]
    details: frozenset[str]
    words: frozenset[str]
    reported: frozenset[str] = frozenset()
    doubts: frozenset[str] = frozenset()
    fates: Mapping[Figure, frozenset[int]] = field(default_factory=dict[Figure, frozenset[int]])
    speakers: tuple[str, ...] = ()

    @property
    def attribution(self) -> str | None:
        """Return who the statement is attributed to, None for the outlet's own voice."""
        if self.quotation is None:
            return self.speakers[0] if len(self.speakers) == 1 else None
        return self.quotation.speaker.name if self.quotation.speaker else ""

    @property
    def stated(self) -> frozenset[str]:
        """Return the details of what is stated: when somebody said it is none of them."""
        return self.details if self.quotation is None else self.details & self.reported


def to_account(
    text: str, analysis: Analysis, number: int, words: frozenset[str], details: frozenset[str]
) -> Account:
    """Return what the sentence of an article, by its number, says and on whose word."""
    sentence = analysis.sentence(number)
    quotation = _main_quotation(analysis, sentence.span)
    verbs = [verb for verb in analysis.verbs if verb.sentence == number]
    hedges = _find_hedges(text, sentence.span)
    figures = tuple(figure for figure in analysis.figures if figure.sentence == number)
    return Account(
        text=sentence.span.of(text),
        figures=figures,
        quotation=quotation,
        verb=quotation.verb if quotation and quotation.verb else _only(verbs),
        hedges=hedges,
        details=details,
        words=words,
        reported=words & _keys(text, quotation.span) if quotation else frozenset(),
        doubts=frozenset(hedges),
        fates={figure: _fates_of(text, sentence.span, figure) for figure in figures},
        speakers=() if quotation else _speakers_of(verbs),
    )


def _speakers_of(verbs: Iterable[ReportVerb]) -> tuple[str, ...]:
    """Return who the outlet says has spoken, each once."""
    named = (verb.speaker for verb in verbs if verb.speaker and verb.voice is Voice.OWN)
    return tuple(dict.fromkeys(named))


def _only(verbs: Sequence[ReportVerb]) -> ReportVerb | None:
    """Return the verb of a sentence that has just one: several may report several things."""
    return verbs[0] if len(verbs) == 1 else None


def _find_hedges(text: str, span: Span) -> dict[str, frozenset[str]]:
    """Return the hedges of a sentence and its negation, as "not", with the keys of the clause."""
    found: dict[str, frozenset[str]] = {}
    for clause in _clauses(text, span):
        for word in _WORD.findall(clause.of(text)):
            is_hedge = word.lower() in _HEDGES and word != "May"  # the month
            hedge = _NOT if _NEGATION.fullmatch(word) else word.lower() if is_hedge else ""
            if hedge:
                found[hedge] = found.get(hedge, frozenset()) | _keys(text, clause)
    return found


def _fates_of(text: str, sentence: Span, figure: Figure) -> frozenset[int]:
    """Return which of the fates are told in the clause that a figure stands in."""
    told = [
        _keys(text, clause) for clause in _clauses(text, sentence) if clause.overlap(figure.span)
    ]
    return frozenset(at for at, words in enumerate(_FATES) if any(words & keys for keys in told))


def _clauses(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for match in _CLAUSE_END.finditer(text, span.start, span.end):
        if match.start() > start:
            yield Span(start, match.start())
        start = match.end()
    if start < span.end:
        yield Span(start, span.end)


def on_shared_words(account: Account, others: Iterable[Account]) -> Account:
    """Return a statement as what it shares with others.

    It is in own voice if what it reports is something else: "Choe was in Moscow and said that it
    would help" says of itself that Choe was in Moscow. A hedge in another clause is none of it.
    """
    shared = account.words & frozenset[str]().union(*(other.words for other in others))
    said = shared & account.reported
    is_report = account.quotation is None or 2 * len(said) >= len(shared)
    told = said if account.quotation and is_report else shared
    doubts = frozenset(
        hedge
        for hedge, keys in account.hedges.items()
        if told and _OF_SHARED * len(keys & told) >= len(told)
    )
    if is_report:
        return replace(account, doubts=doubts)
    return replace(account, doubts=doubts, quotation=None, verb=None, speakers=())


def _keys(text: str, span: Span) -> frozenset[str]:
    tokens = iter_tokens(text, span.start, span.end)
    return frozenset(content_key(token) for token in tokens if token.is_word)


def relate(base: Account, other: Account) -> tuple[Relation, str]:
    """Return how a statement relates to the base, and the note that its cell shows."""
    figures = relate_figures(base.figures, _of_one_fate(base, other))
    if figures is not None:
        return figures[0], describe_figure(figures[1])
    if _attribute_otherwise(base, other):
        return Relation.OTHER_ATTRIBUTION, ""
    if base.verb and other.verb and base.verb.rung is not other.verb.rung:
        return Relation.OTHER_VERB, other.verb.lemma
    if _doubt_otherwise(base, other):
        return Relation.OTHER_CERTAINTY, next(iter(sorted(other.doubts)), "")
    more, less = len(other.stated - base.stated), len(base.stated - other.stated)
    if more - less >= _SPECIFIC:
        return Relation.MORE_SPECIFIC, ""
    return (Relation.LESS_SPECIFIC if less - more >= _SPECIFIC else Relation.SAME), ""


def _of_one_fate(base: Account, other: Account) -> list[Figure]:
    """Return the figures of a statement without those that count others than the base does."""
    found: list[Figure] = []
    for figure in other.figures:
        own = other.fates.get(figure)
        rivals = [base.fates.get(each) for each in base.figures if counts_same(each, figure)]
        if not own or any(not each or each & own for each in rivals):
            found.append(figure)
    return found


def _doubt_otherwise(base: Account, other: Account) -> bool:
    """Say whether one hedges what both state and the other hedges nothing; or denies it."""
    for one, two in ((base, other), (other, base)):
        is_hedged = bool(one.doubts - {_NOT}) and not two.hedges.keys() - {_NOT}
        is_denied = _NOT in one.doubts and _NOT not in two.hedges
        if is_hedged or is_denied:
            return True
    return False


def relate_figures(
    base: Sequence[Figure], others: Sequence[Figure]
) -> tuple[Relation, Figure, Figure] | None:
    """Return the first two figures that count the same and differ, or None where none do.

    The relation is "other scope" unless both name the same place or whole: only then do two
    numbers stand against each other. The figure of `others` comes first.
    """
    for other in others:
        rivals = [figure for figure in base if counts_same(figure, other)]
        if not rivals or any(figure.value == other.value for figure in rivals):
            continue
        same = next((figure for figure in rivals if same_scope(figure, other)), None)
        relation = Relation.OTHER_FIGURE if same else Relation.OTHER_SCOPE
        return relation, other, same or rivals[0]
    return None


def counts_same(left: Figure, right: Figure) -> bool:
    """Say whether two figures have values and count the same kind of thing."""
    if left.value is None or right.value is None or left.unit != right.unit:
        return False
    one, other = _stems(left.counts), _stems(right.counts)
    return bool(one and other and (one & other)) and _stems_agree(one, other)


def same_scope(left: Figure, right: Figure) -> bool:
    """Say whether two figures name the same place or whole; one without a scope names none."""
    return _place_of(left.scope) == _place_of(right.scope)


def describe_figure(figure: Figure) -> str:
    """Return a figure with its scope, as a cell shows it.

    >>> describe_figure(Figure(Span(0, 6), 10000.0, "", "troops", "Russia", "about", 1))
    '10,000 in Russia'
    """
    value = format_value(figure)
    return f"{value} in {figure.scope}" if figure.scope else value


def format_value(figure: Figure) -> str:
    """Return a figure's number with its unit.

    >>> format_value(Figure(Span(0, 6), 8.5, "km", "range", "", "", 1))
    '8.5 km'
    """
    if figure.value is None:
        return figure.counts
    number = f"{figure.value:,.10g}" if figure.value % 1 else f"{figure.value:,.0f}"
    unit = "" if figure.unit == _PERSONS else figure.unit
    return f"{number}\u2009{unit}" if unit == "%" else f"{number} {unit}".strip()


def _main_quotation(analysis: Analysis, span: Span) -> Quotation | None:
    """Return the quotation that holds most of a sentence, if that is a third or more."""
    said = [q for q in analysis.quotations if q.kind is not QuotationKind.SCARE]
    best = max(said, key=lambda q: q.span.overlap(span), default=None)
    return best if best and 3 * best.span.overlap(span) >= len(span) else None


def _attribute_otherwise(base: Account, other: Account) -> bool:
    one, two = base.attribution, other.attribution
    if one is None or two is None:
        return one is not two
    return not same_speaker(one, two)


def same_speaker(left: str, right: str) -> bool:
    """Say whether two mentions can be one speaker: a shared word, none named, or two bodies.

    >>> same_speaker("Volodymyr Zelensky", "Mr. Zelenskyy")
    True
    >>> same_speaker("US officials", "the Biden administration")
    True
    >>> same_speaker("Lloyd Austin", "the Pentagon")
    False
    """
    one, two = (
        {fold_spelling(word) for word in _WORD.findall(name)} - _SMALL for name in (left, right)
    )
    if not one or not two or one & two:
        return True
    return not (_is_person(left) or _is_person(right))


def _is_person(name: str) -> bool:
    words = _WORD.findall(name)
    has_body = any(word.lower() in _BODIES for word in words)
    return not has_body and sum(word[0].isupper() and len(word) > 2 for word in words) >= 2


def _place_of(scope: str) -> frozenset[str]:
    """Return the last name of a scope that is more than "region": a part is not its whole."""
    names = [word for word in _WORD.findall(scope) if word[0].isupper()]
    telling = [word for word in names if word.lower() not in _REGIONS]
    return frozenset({fold_spelling(telling[-1])}) if telling else _stems(scope)


def _stems(phrase: str) -> frozenset[str]:
    return frozenset(stem_of(fold_spelling(word)) for word in _WORD.findall(phrase)) - _SMALL


def _stems_agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Soldiers are troops: what is left beside the shared words may differ in one word."""
    return min(len(one - other), len(other - one)) <= 1
