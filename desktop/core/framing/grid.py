"""Who, what, when, where, why and how of each article, each with the sentence that says so.

A cell holds the words that answer, in the order of the text. What was not found stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from desktop.core.framing.actors import ActorKind, Mention
from desktop.core.framing.sources import Sources
from desktop.core.framing.states import adjective_state, state_of
from desktop.core.framing.times import find_times, is_precise
from desktop.core.model.analyses import Analysis, Sentence, SentenceVoice
from desktop.core.model.articles import Article, BlockKind
from desktop.core.model.details import Answer, FiveW
from desktop.core.model.places import Place
from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap

_MOST = 3
_MOST_PLACES = 4
_MOST_ACTORS = 5
CHANNELS = (
    r"Telegram|Twitter|X|Facebook|Instagram|YouTube|TikTok|WhatsApp|Truth\s+Social|social\s+media|"
    r"television|TV|radio"
)
_WHERE = re.compile(
    rf"\b[Oo]n\s+(?:the\s+)?(?:{CHANNELS})\b"
    r"|\b(?:[Ii]n|[Aa]t|near|outside|inside|across|from|toward|towards|to|of|region\s+of)\s+"
    r"(?P<place>(?:the\s+)?(?:[a-z]+ern\s+)?(?:[A-Z][\w’'-]*\s?)+"
    r"(?:(?:region|province|district|city|county|oblast|border|capital|peninsula)\b)?"
    r"(?:of\s+(?:the\s+)?[A-Z][\w’'-]*)?)"
    rf"|\b[Ii]n\s+an?\s+(?:{CHANNELS})\s+(?:post|interview|video|address)\b"
)
_PREFERRED = re.compile(r"(?:in|at|near|outside|inside|across|on)\b", re.IGNORECASE)
_WHY = re.compile(
    r"\b(?:because(?:\s+of)?|due\s+to|owing\s+to|in\s+response\s+to|as\s+a\s+result\s+of|"
    r"over\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+)?(?=[a-z])|so\s+that|so\s+(?=[A-Z])|in\s+order\s+to|"
    r"amid|in\s+retaliation\s+for|in\s+protest\s+(?:at|against|of)|after\s+accusing|"
    r"for\s+(?:not|failing|allegedly|their|its|his|her|a\s+lack)|fearing|fears?\s+(?:that|of)|"
    r"citing|on\s+the\s+grounds|aimed\s+at|to\s+(?:prevent|avoid|force|pressure|persuade|motivate|"
    r"protest|deter|ensure|curb|combat|counter)|as\s+part\s+of|instead\s+of|"
    r"regarding|thanks\s+to|motivated\s+by|prompted\s+by|triggered\s+by|caused\s+by|for\s+fear)\b"
)
_HOW = re.compile(
    r"\b(?:by\s+[a-z]+ing|using|through\s+(?!(?:the\s+)?[A-Z])|via|by\s+means\s+of|with\s+the\s+help\s+of)\b"
)
_CLAUSE_END = re.compile(
    r"[;:“”\"]|[.,](?=\s|$)|\s(?:while|but|although|which|who|when|said|says)\s"
)
_LONGEST = 160


def build_grid(sources: Sources, mentions: Sequence[Mention]) -> tuple[FiveW, ...]:
    """Return the grid of all articles in their order.

    Args:
        sources: The articles and their analyses.
        mentions: The actors that the articles name.
    """
    return tuple(
        _row(article, analysis, [each for each in mentions if each.article == index])
        for index, (article, analysis) in enumerate(
            zip(sources.articles, sources.analyses, strict=True)
        )
    )


def _row(article: Article, analysis: Analysis, mentions: Sequence[Mention]) -> FiveW:
    told = [
        sentence
        for sentence in analysis.sentences
        if sentence.scored and sentence.voice is not SentenceVoice.QUOTED
    ]
    quoted = VoiceMap(analysis.quotations)

    def cell(found: Iterable[tuple[Span, Sentence]], most: int = _MOST) -> tuple[Answer, ...]:
        outside = (
            each
            for each in found
            if not any(a.covers(each[0]) for a in quoted.quoted_near(each[0]))
        )
        return _answers(article, outside, most)

    return FiveW(
        article=article.id,
        who=_answers(article, _who(analysis, mentions), _MOST_ACTORS),
        what=_answers(article, _what(analysis, told), _MOST),
        when=cell(_when(article.text, told)),
        where=cell(_where(article.text, told), _MOST_PLACES),
        why=cell(_clauses(article.text, told, _WHY)),
        how=cell(_clauses(article.text, told, _HOW)),
    )


def _answers(
    article: Article, found: Iterable[tuple[Span, Sentence]], most: int
) -> tuple[Answer, ...]:
    """Return the first answers that differ in their words, in text order."""
    kept: dict[str, Answer] = {}
    for span, sentence in found:
        words = re.sub(r"\W+", " ", span.of(article.text).lower()).strip()
        if words and words not in kept and len(kept) < most:
            kept[words] = Answer(Place(article.id, span), Place(article.id, sentence.span))
    return tuple(sorted(kept.values(), key=lambda answer: answer.place))


def _who(analysis: Analysis, mentions: Sequence[Mention]) -> Iterator[tuple[Span, Sentence]]:
    """Yield those who act or speak: the people named most, then other actors that speak.

    The place of each is the first mention outside headlines.
    """
    counts: dict[str, int] = {}
    for mention in mentions:
        counts[mention.key] = counts.get(mention.key, 0) + 1
    speaking = _speaking(analysis, mentions)
    acting = {
        mention.key: counts[mention.key] + 3 * speaking.get(mention.key, 0)
        for mention in mentions
        if mention.kind is ActorKind.PERSON or mention.key in speaking
    }
    for key in sorted(acting or counts, key=lambda each: -(acting or counts)[each]):
        own = [mention for mention in mentions if mention.key == key]
        body = [
            m for m in own if _is_body(analysis, analysis.sentence(m.sentence)) and not m.quoted
        ]
        first = (body or own)[0]
        yield first.span, analysis.sentence(first.sentence)


def _speaking(analysis: Analysis, mentions: Sequence[Mention]) -> dict[str, int]:
    """Return for each actor how many quotations its mentions introduce."""
    counts: dict[str, int] = {}
    for quotation in analysis.quotations:
        mark = quotation.speaker.span if quotation.speaker else None
        if mark is None:
            continue
        for mention in mentions:
            if mention.span.overlap(mark):
                counts[mention.key] = counts.get(mention.key, 0) + 1
                break
    return counts


def _is_body(analysis: Analysis, sentence: Sentence) -> bool:
    return analysis.blocks[sentence.block].kind is BlockKind.BODY


def _what(analysis: Analysis, told: Sequence[Sentence]) -> Iterator[tuple[Span, Sentence]]:
    """Yield the headline and the first sentences of the standfirst and of the body."""
    for kinds in ({BlockKind.HEADLINE}, {BlockKind.BODY}, {BlockKind.STANDFIRST}):
        first = next((s for s in told if analysis.blocks[s.block].kind in kinds), None)
        if first is not None:
            yield first.span, first


def _when(text: str, told: Sequence[Sentence]) -> Iterator[tuple[Span, Sentence]]:
    """Yield days, months and years in text order, and if there are none other times."""
    times = [(span, sentence) for sentence in told for span in find_times(text, sentence.span)]
    precise = [each for each in times if is_precise(each[0].of(text))]
    yield from precise or times


def _where(text: str, told: Sequence[Sentence]) -> Iterator[tuple[Span, Sentence]]:
    """Yield places and channels once each, those told with "in", "at" or "on" first."""
    found: dict[str, tuple[bool, int, Span, Sentence]] = {}
    for sentence in told:
        for match in _WHERE.finditer(text, sentence.span.start, sentence.span.end):
            words = match.group().rstrip().removesuffix("’s").removesuffix("'s")
            place = (match["place"] or words).strip().removesuffix("’s").removesuffix("'s")
            if match["place"] and _is_no_place(place):
                continue
            span = Span(match.start(), match.start() + len(words))
            entry = (_PREFERRED.match(words) is None, span.start, span, sentence)
            found[place] = min(found.get(place, entry), entry, key=lambda each: each[:2])
    for _, _, span, sentence in sorted(found.values(), key=lambda each: each[:2]):
        yield span, sentence


def _is_no_place(words: str) -> bool:
    """Say whether words after "in" are a time or an adjective: "in September", "in Russian"."""
    ends = (words.rsplit(maxsplit=1)[-1], " ".join(words.split()[-2:]))
    is_adjective = any(map(adjective_state, ends)) and not any(map(state_of, ends))
    return is_adjective or any(True for _ in find_times(f"in {words}", Span(0, len(words) + 3)))


def _clauses(
    text: str, told: Sequence[Sentence], cue: re.Pattern[str]
) -> Iterator[tuple[Span, Sentence]]:
    """Yield what a cue opens, up to the end of its clause."""
    for sentence in told:
        last = sentence.span.start
        for match in cue.finditer(text, sentence.span.start, sentence.span.end):
            if match.start() < last:
                continue
            stop = min(sentence.span.end, match.start() + _LONGEST)
            end = _CLAUSE_END.search(text, match.end() + 1, stop)
            last = end.start() if end else stop
            words = text[match.start() : last].rstrip(" .,")
            if len(words) > len(match.group()):
                yield Span(match.start(), match.start() + len(words)), sentence
