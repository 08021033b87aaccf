"""Perspective balance: whose words an article gives, in which role, how many of them and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from desktop.core.framing.roles import find_role, office_of
from desktop.core.framing.sources import Sources
from desktop.core.framing.voice_parts import find_voice_parts
from desktop.core.model.analyses import Analysis, Quotation, QuotationKind
from desktop.core.model.articles import Article
from desktop.core.model.places import Place
from desktop.core.model.spans import Span, merged
from desktop.core.model.speaking import ArticleVoices, RolePart, SpeakerPart
from desktop.core.text.spellings import fold_spelling
from desktop.core.text.tokens import count_words

_THIRDS = 3
# Nobody said a scare quote, and of what is unclear the text does not settle that it was said.
_NOT_SAID = frozenset({QuotationKind.SCARE, QuotationKind.UNCLEAR})


def find_article_voices(sources: Sources) -> tuple[ArticleVoices, ...]:
    """Return the voices and the speakers of each article, in the order of the articles."""
    return tuple(
        _voices_of(article, analysis)
        for article, analysis in zip(sources.articles, sources.analyses, strict=True)
    )


def _voices_of(article: Article, analysis: Analysis) -> ArticleVoices:
    speakers = find_speakers(article, analysis)
    return ArticleVoices(
        article.id,
        find_voice_parts(article.text, analysis),
        speakers,
        tuple(_roles(speakers)),
    )


@dataclass(slots=True)
class _Said:
    """The stretches of text that one speaker has, those in marks among them."""

    name: str | None
    spans: list[Span] = field(default_factory=list[Span])
    marked: list[Span] = field(default_factory=list[Span])


def find_speakers(article: Article, analysis: Analysis) -> tuple[SpeakerPart, ...]:
    """Return who speaks in an article, who has most words first."""
    return tuple(_speakers(article, analysis))


def _speakers(article: Article, analysis: Analysis) -> Iterator[SpeakerPart]:
    said = _by_speaker(analysis)
    bounds = _thirds(analysis)
    rows = [(one, _words_in_thirds(article.text, one.spans, bounds)) for one in said]
    total = sum(sum(thirds) for _, thirds in rows)
    rows.sort(key=lambda row: (-sum(row[1]), min(row[0].spans)))
    for one, thirds in rows:
        words = sum(thirds)
        if not words:
            continue
        yield SpeakerPart(
            name=one.name,
            role=find_role(article.text, one.name) if one.name else None,
            words=words,
            marked=count_words(article.text, merged(one.marked)),
            share=round(words / total, 4),
            thirds=thirds,
            first=Place(article.id, min(one.spans)),
        )


def _by_speaker(analysis: Analysis) -> Sequence[_Said]:
    """Return what each speaker says; the fullest form of a name stands for all of its forms."""
    found: dict[str, _Said] = {}
    taken: list[Span] = []
    for quotation in sorted(_scored(analysis), key=lambda each: (each.span.start, -len(each.span))):
        name = quotation.speaker.name.strip() if quotation.speaker else ""
        key = _key_of(name, found)
        one = found.setdefault(key, _Said(name or None))
        if name and len(name.split()) > len((one.name or "").split()):
            one.name = name
        # What stands in a speaker's words is the speaker's: an inner quotation counts once.
        if not any(area.covers(quotation.span) for area in taken[-1:]):
            one.spans.append(quotation.span)
            one.marked.extend(quotation.marked)
            taken.append(quotation.span)
    return [one for one in found.values() if one.spans]


def _key_of(name: str, known: Iterable[str]) -> str:
    """Return the folded words of a name, or those of a fuller or shorter form known already."""
    words = tuple(map(fold_spelling, name.split()))
    if not words:
        return ""
    for key in known:
        other = tuple(key.split())
        if other and (words == other[:1] or words[:1] == other or _is_same_name(words, other)):
            return key
    return " ".join(words)


def _is_same_name(words: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether two names share the surname and, where both have one, the given name.

    "Ivan Berg and Nora Berg" are nobody's full name, and Ivan is not Nora.
    """
    if words[-1] != other[-1] or ("and" in words) != ("and" in other):
        return False
    return min(len(words), len(other)) == 1 or words[0][:3] == other[0][:3]


def _scored(analysis: Analysis) -> Iterable[Quotation]:
    return (
        each
        for each in analysis.quotations
        if each.kind not in _NOT_SAID and each.sentence and analysis.sentence(each.sentence).scored
    )


def _thirds(analysis: Analysis) -> tuple[Span, ...]:
    """Return the first, the middle and the last third of the scored text, by code points."""
    scored = [each.span for each in analysis.sentences if each.scored]
    if not scored:
        return ()
    start, end = scored[0].start, max(scored[-1].end, scored[0].start + _THIRDS)
    size = end - start
    cuts = [start + size * part // _THIRDS for part in range(_THIRDS + 1)]
    return tuple(Span(cuts[part], cuts[part + 1]) for part in range(_THIRDS))


def _words_in_thirds(
    text: str, spans: Iterable[Span], thirds: Sequence[Span]
) -> tuple[int, int, int]:
    """Return the words of some stretches by the third that each stretch begins in."""
    counts = [0] * _THIRDS
    for span in merged(spans):
        at = next((i for i, third in enumerate(thirds) if span.start < third.end), _THIRDS - 1)
        counts[at] += count_words(text, (span,))
    return counts[0], counts[1], counts[2]


def _roles(speakers: Iterable[SpeakerPart]) -> Iterator[RolePart]:
    by_role: defaultdict[str, list[SpeakerPart]] = defaultdict(list)
    for speaker in speakers:
        by_role[office_of(speaker.role) if speaker.role else ""].append(speaker)
    rows = [
        RolePart(
            role or None,
            sum(each.words for each in held),
            round(min(1.0, sum(each.share for each in held)), 4),
            _added(held),
        )
        for role, held in by_role.items()
    ]
    yield from sorted(rows, key=lambda row: (-row.words, row.role or ""))


def _added(held: Sequence[SpeakerPart]) -> tuple[int, int, int]:
    first, middle, last = (sum(each.thirds[at] for each in held) for at in range(_THIRDS))
    return first, middle, last
