"""The variants of one utterance: quotations of different articles that give the same words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from desktop.core.alignment.relations import same_speaker
from desktop.core.alignment.statements import Match
from desktop.core.alignment.words import key_of
from desktop.core.model.analyses import Analysis, Quotation, QuotationKind
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Place, Utterance
from desktop.core.model.spans import Span, trimmed
from desktop.core.text.spellings import fold_spelling, fullest
from desktop.core.text.tokens import iter_tokens

# Two quotations give one utterance where most of the shorter's words stand in the longer in
# order, where their four-letter sequences overlap, or where their stems do.
_GRAM = 4
_GRAM_OVERLAP = 0.70
_STEM_DICE = 0.60
_IN_ORDER = 0.60
_RUN = 5
_FEWEST_WORDS = 4
_FEWEST_STEMS = 3
_TELLING_LETTERS = 5
_FRAGMENT_SCORE = 0.5


@dataclass(frozen=True, slots=True)
class Version:
    """Quoted words of one article: `article` is its position, `place` has the marks if any.

    `words` are the keys of all words in order.
    """

    article: int
    place: Place
    speaker: str | None
    words: tuple[str, ...]
    grams: frozenset[str]


def find_quoted(articles: Sequence[Article], analyses: Sequence[Analysis]) -> list[Version]:
    """Return the stretches in marks of all quotations, in text order, each one once."""
    return [
        to_version(index, article, span, quotation)
        for index, (article, analysis) in enumerate(zip(articles, analyses, strict=True))
        for span, quotation in _marked(analysis)
    ]


def find_parts(articles: Sequence[Article], analyses: Sequence[Analysis]) -> list[Version]:
    """Return the same stretches cut at the ends of sentences: one utterance each."""
    return [
        to_version(index, article, part, quotation)
        for index, (article, analysis) in enumerate(zip(articles, analyses, strict=True))
        for span, quotation in _marked(analysis)
        for part in _cut(article.text, span, analysis)
    ]


def to_version(index: int, article: Article, span: Span, quotation: Quotation) -> Version:
    """Return what a stretch of quoted words is compared by."""
    words = [token for token in iter_tokens(article.text, span.start, span.end) if token.is_word]
    letters = "".join(token.lower for token in words)
    return Version(
        article=index,
        place=Place(article.id, span),
        speaker=quotation.speaker.name if quotation.speaker else None,
        words=tuple(key_of(token) for token in words),
        grams=frozenset(letters[at : at + _GRAM] for at in range(len(letters) - _GRAM + 1)),
    )


def match_quoted(wholes: Sequence[Version], parts: Sequence[Version]) -> list[Match]:
    """Return the pairs of quotations that give the same words, wholly or in a part, best first."""
    scores = {(match.left, match.right): match.score for match in match_versions(wholes)}
    whole_of = _wholes_of(wholes, parts)
    for match in match_versions(parts):
        pair = whole_of[match.left], whole_of[match.right]
        scores[pair] = max(scores.get(pair, 0.0), match.score)
    matches = [Match(left, right, score) for (left, right), score in scores.items()]
    return sorted(matches, key=lambda match: (-match.score, match.left, match.right))


def match_versions(versions: Sequence[Version]) -> list[Match]:
    """Return the pairs of two articles that give the same words, best first."""
    matches: list[Match] = []
    for left, right in _candidates(versions):
        score = score_version(versions[left], versions[right])
        if score:
            matches.append(Match(left, right, score))
    return sorted(matches, key=lambda match: (-match.score, match.left, match.right))


def _wholes_of(wholes: Sequence[Version], parts: Sequence[Version]) -> list[int]:
    """Return for each part the position of the quotation that it was cut from."""
    found: list[int] = []
    at = 0
    for part in parts:
        while wholes[at].place.article != part.place.article or not wholes[at].place.span.covers(
            part.place.span
        ):
            at += 1
        found.append(at)
    return found


def score_version(left: Version, right: Version) -> float:
    """Return how sure it is that two versions give one utterance, 0.0 where they do not."""
    short, long = sorted((left.words, right.words), key=len)
    if short == long:
        return 1.0
    if len(short) < _FEWEST_WORDS:
        return _score_fragment(left, right)
    matcher = SequenceMatcher(None, short, long, autojunk=False)
    blocks = matcher.get_matching_blocks()
    share = sum(block.size for block in blocks) / len(short)
    if max(block.size for block in blocks) >= _RUN and share >= _IN_ORDER:
        return share
    grams = len(left.grams & right.grams) / max(1, min(len(left.grams), len(right.grams)))
    dice = _dice(short, long)
    return max(grams, dice) if grams >= _GRAM_OVERLAP or dice >= _STEM_DICE else 0.0


def align_quotations(
    articles: Sequence[Article], analyses: Sequence[Analysis]
) -> tuple[Utterance, ...]:
    """Return the utterances that two articles or more quote, the most widely quoted first."""
    parts = find_parts(articles, analyses)
    ids = [article.id for article in articles]
    utterances = [
        _to_utterance([parts[each] for each in members], score, ids)
        for members, score in _join(match_versions(parts), parts)
    ]
    return tuple(sorted(utterances, key=lambda each: (len(each.not_found), each.versions)))


def _marked(analysis: Analysis) -> Iterable[tuple[Span, Quotation]]:
    seen: dict[Span, Quotation] = {}
    for quotation in analysis.quotations:
        if quotation.is_said and quotation.kind is not QuotationKind.INDIRECT:
            for span in quotation.marked or (quotation.span,):
                if span not in seen or quotation.speaker:
                    seen[span] = quotation
    return sorted(seen.items())


def _cut(text: str, span: Span, analysis: Analysis) -> Iterable[Span]:
    for sentence in analysis.sentences:
        if sentence.span.overlap(span):
            start = max(span.start, sentence.span.start)
            part = trimmed(text, start, min(span.end, sentence.span.end))
            if part is not None:
                yield part


def _candidates(versions: Sequence[Version]) -> list[tuple[int, int]]:
    """Return pairs of two articles that share two words in a row, or a fragment's first word."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for position, version in enumerate(versions):
        runs = {version.words[at : at + 2] for at in range(len(version.words) - 1)}
        for run in runs or {version.words}:
            holders[run].append(position)
    pairs: set[tuple[int, int]] = set()
    for positions in holders.values():
        for at, left in enumerate(positions):
            pairs.update((left, right) for right in positions[at + 1 :])
    words = [frozenset(version.words) for version in versions]
    for position, version in enumerate(versions):
        if 0 < len(version.words) < _FEWEST_WORDS:
            pairs.update(
                (min(position, other), max(position, other))
                for other, held in enumerate(words)
                if version.words[0] in held and other != position
            )
    return sorted(pair for pair in pairs if not _one_article(versions, pair))


def _one_article(versions: Sequence[Version], pair: tuple[int, int]) -> bool:
    return versions[pair[0]].article == versions[pair[1]].article


def _score_fragment(left: Version, right: Version) -> float:
    """Return how sure it is that a fragment of a few words is part of a longer quotation."""
    if not (left.speaker and right.speaker and same_speaker(left.speaker, right.speaker)):
        return 0.0
    short, long = sorted((left.words, right.words), key=len)
    if len(long) < _FEWEST_WORDS and len(short) < 2:
        return 0.0  # one word in two short fragments can be of two utterances
    starts = range(len(long) - len(short) + 1)
    stands = any(long[at : at + len(short)] == short for at in starts)
    tells = any(len(word) >= _TELLING_LETTERS for word in short)
    return _FRAGMENT_SCORE if stands and tells else 0.0


def _dice(left: Sequence[str], right: Sequence[str]) -> float:
    one, other = ({word for word in words if len(word) > 2} for words in (left, right))
    if min(len(one), len(other)) < _FEWEST_STEMS:
        return 0.0
    return 2 * len(one & other) / (len(one) + len(other))


def _join(matches: Sequence[Match], versions: Sequence[Version]) -> list[tuple[list[int], float]]:
    """Join matches into groups; a fragment joins one group and never brings two together.

    The score of a group is that of its weakest match.
    """
    group_of: dict[int, list[int]] = {}
    short = {at for at, version in enumerate(versions) if len(version.words) < _FEWEST_WORDS}
    for match in matches:
        if not {match.left, match.right} & short:
            _merge(group_of, match.left, match.right)
    partners_of = _partners(matches, short)
    for fragment in sorted(short):
        partners = partners_of.get(fragment)
        if partners:
            sizes = Counter(id(group_of.get(each)) for each in partners if each in group_of)
            best = max(partners, key=lambda each: (sizes[id(group_of.get(each))], -each))
            _merge(group_of, fragment, best)
    weakest: dict[int, float] = {}
    for match in matches:
        left, right = group_of.get(match.left), group_of.get(match.right)
        if left is not None and left is right:
            weakest[id(left)] = min(match.score, weakest.get(id(left), match.score))
    groups = {id(group): group for group in group_of.values()}
    return [(sorted(group), weakest[each]) for each, group in groups.items()]


def _merge(group_of: dict[int, list[int]], left: int, right: int) -> None:
    one, other = group_of.setdefault(left, [left]), group_of.setdefault(right, [right])
    if one is not other:
        one.extend(other)
        group_of.update(dict.fromkeys(other, one))


def _partners(matches: Iterable[Match], short: Collection[int]) -> dict[int, list[int]]:
    """Return what each fragment matches, in the order of the matches."""
    found: dict[int, list[int]] = {}
    for match in matches:
        if match.left in short:
            found.setdefault(match.left, []).append(match.right)
        if match.right in short:
            found.setdefault(match.right, []).append(match.left)
    return found


def _to_utterance(versions: Sequence[Version], score: float, ids: Sequence[str]) -> Utterance:
    longest = max(versions, key=_fullness)
    quoting = {version.place.article for version in versions}
    return Utterance(
        speaker=_most_named(versions),
        versions=tuple(version.place for version in versions),
        fullest=longest.place,
        not_found=tuple(each for each in ids if each not in quoting),
        score=round(score, 4),
    )


def _fullness(version: Version) -> tuple[int, int, tuple[str, ...], int]:
    """Return what versions are ordered by: their words, and of the same the first article's."""
    return len(version.words), len(version.place.span), version.words, -version.article


def _most_named(versions: Sequence[Version]) -> str | None:
    """Return the speaker most versions name, in the fullest form; None where none does."""
    by_key: defaultdict[str, list[str]] = defaultdict(list)
    for version in versions:
        if version.speaker and version.speaker.strip():
            by_key[fold_spelling(version.speaker.split()[-1])].append(version.speaker)
    rows = [(len(names), fullest(names)) for names in by_key.values()]
    return max(rows, key=lambda row: (row[0], len(row[1].split()), row[1]))[1] if rows else None
