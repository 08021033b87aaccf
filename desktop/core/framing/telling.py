"""Questions about how a text tells: unnamed sources, channels, whose words, what headlines say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from desktop.core.alignment.words import stem_of
from desktop.core.framing.grid import CHANNELS
from desktop.core.framing.matters import Matters
from desktop.core.framing.sources import is_one_name, plural
from desktop.core.model.analyses import Analysis, Category, Quotation, Sentence, Voice
from desktop.core.model.articles import Article, BlockKind
from desktop.core.model.details import Question, QuestionKind
from desktop.core.model.places import Place
from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap
from desktop.core.text.spellings import fold_spelling, fullest
from desktop.core.text.tokens import iter_tokens

_UNNAMED = re.compile(
    r"\b(?:(?:is|are|was|were)\s(?:widely\s)?(?:believed|thought|understood|said|reported|rumou?red|"
    r"alleged|assumed)\b|(?:has|have|had)\sbeen\s(?:estimated|reported|suggested|alleged)\b"
    r"|reportedly\b|allegedly\b|it\sis\s(?:believed|thought|understood|said)\b)"
    r"|\b(?:[A-Z]?[a-z]+\s)?(?:sources?|insiders?|experts|analysts|observers|critics|"
    r"people\sfamiliar\swith\sthe\smatter)\s"
    r"(?:said|say|says|told|indicated|claimed|believe|warned|noted|suggested|added|fear|think)\b",
    re.IGNORECASE,
)
_CHANNEL = re.compile(
    rf"\b(?:on\s(?:the\s)?(?:{CHANNELS})(?=\W|$)|in\san?\s(?:(?:{CHANNELS})\s)?"
    rf"(?:post|interview|video|speech|statement|letter|tweet|email)\b(?:\son\s(?:{CHANNELS})\b)?"
    r"|at\sa\s(?:news|press)\s(?:conference|briefing)\b)",
    re.IGNORECASE,
)
_LEAST_WORD = 6
_MOST_WORDS = 2
_HEADS = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BULLET})


def find_unnamed(matters: Matters) -> Iterable[Question]:
    """Ask which assertions have no named source; one question, with a place for each."""
    places: dict[str, list[Place]] = {}
    for place in find_unnamed_places(matters):
        places.setdefault(place.article, []).append(place)
    if not places or len(places) == len(matters.ids):
        return
    told = ", ".join(
        f"{matters.sources.name(article)} “{matters.short(found[0])}”"
        for article, found in places.items()
    )
    yield Question(
        QuestionKind.TREATMENT,
        f"Who stands behind the statements without a named source? {told}.",
        matters.ordered(places),
        matters.rest(places),
        tuple(place for found in places.values() for place in found),
    )


def find_unnamed_places(matters: Matters) -> Iterator[Place]:
    """Yield where the scored sentences report without a named source."""
    for article, analysis in _pairs(matters):
        for span in find_unnamed_spans(article.text, analysis):
            yield Place(article.id, span)


def find_unnamed_spans(text: str, analysis: Analysis) -> Iterator[Span]:
    """Yield where the scored sentences of one article report without a named source.

    Who speaks of "sources" in quotation marks is a speaker, and not the outlet.
    """
    voices = VoiceMap(analysis.quotations)
    for sentence in _own_sentences(analysis):
        for match in _UNNAMED.finditer(text, sentence.span.start, sentence.span.end):
            span = Span(*match.span())
            if voices.voice_of(span) is not Voice.QUOTED:
                yield span


def find_channels(matters: Matters) -> Iterable[Question]:
    """Ask where one speaker said something, if two articles name the occasion or the channel."""
    told: defaultdict[str, dict[str, Place]] = defaultdict(dict)
    quoted: defaultdict[str, set[str]] = defaultdict(set)
    names: defaultdict[str, list[str]] = defaultdict(list)
    for article, analysis in _pairs(matters):
        for quotation in matters.said(article.id):
            if quotation.speaker is None or not quotation.speaker.name.strip():
                continue
            key = fold_spelling(quotation.speaker.name.split()[-1])
            names[key].append(quotation.speaker.name)
            quoted[key].add(article.id)
            place = _channel_of(article, analysis, quotation)
            if place is not None:
                told[key].setdefault(article.id, place)
    asked = [
        key
        for key in told
        if len(told[key]) > 1 and quoted[key] - told[key].keys() and is_one_name(names[key])
    ]
    for key in sorted(asked, key=lambda key: (-len(told[key]), key))[:1]:
        yield _ask_where(matters, fullest(names[key]), told[key], quoted[key] - told[key].keys())


def _channel_of(article: Article, analysis: Analysis, quotation: Quotation) -> Place | None:
    """Return the words that say where a quotation was said, in the sentences that it stands in."""
    for sentence in analysis.sentences:
        if sentence.span.overlap(quotation.span):
            match = _CHANNEL.search(article.text, sentence.span.start, sentence.span.end)
            if match is not None:
                return Place(article.id, Span(*match.span()))
    return None


def _ask_where(
    matters: Matters, speaker: str, told: Mapping[str, Place], silent: Iterable[str]
) -> Question:
    places = [told[article] for article in matters.ordered(told)]
    absent = matters.ordered(silent)
    words = ", ".join(
        f"{matters.sources.name(place.article)} “{matters.short(place)}”" for place in places
    )
    text = (
        f"Where did {speaker} say it? {words}; {matters.names(absent)}"
        f" {plural(len(absent), 'quotes', 'quote')} without saying where."
    )
    present = matters.ordered(told)
    return Question(QuestionKind.TREATMENT, text, present, absent, tuple(places))


def find_whose_words(matters: Matters) -> Iterable[Question]:
    """Ask whose word it is that one article marks loaded in own voice and others attribute."""
    stems: defaultdict[str, list[tuple[Place, Voice]]] = defaultdict(list)
    loaded: set[str] = set()
    for article, analysis in _pairs(matters):
        voices = VoiceMap(analysis.quotations)
        marked = {
            each.span
            for each in analysis.loaded
            if not each.ignored and each.category is not Category.VERDICT_VERB
        }
        for sentence in analysis.sentences:
            if not sentence.scored:
                continue
            for token in iter_tokens(article.text, sentence.span.start, sentence.span.end):
                if len(token.text) < _LEAST_WORD or not token.text[0].islower():
                    continue
                voice = voices.voice_of(token.span)
                if voice is Voice.UNCLEAR:
                    continue  # whose word it is the text does not say
                stem = stem_of(token.lower)
                stems[stem].append((Place(article.id, token.span), voice))
                if token.span in marked and voice is Voice.OWN:
                    loaded.add(stem)
    ranked = sorted(loaded, key=lambda stem: (-len(_articles(stems[stem])), stem))
    asked = 0
    for stem in ranked:
        voices_of = {voice for _, voice in stems[stem]}
        if len(_articles(stems[stem])) > 1 and len(voices_of) > 1 and asked < _MOST_WORDS:
            asked += 1
            yield _ask_whose(matters, stems[stem])


def _articles(entries: Iterable[tuple[Place, Voice]]) -> set[str]:
    return {place.article for place, _ in entries}


def _ask_whose(matters: Matters, entries: list[tuple[Place, Voice]]) -> Question:
    having = _articles(entries)
    own = {place.article for place, voice in entries if voice is Voice.OWN}
    word = matters.sources.text(next(place for place, voice in entries if voice is Voice.OWN))
    others = having - own
    where = matters.names(others) if others else "elsewhere"
    text = (
        f"Whose word is “{word}”? {matters.names(own)} {plural(len(own), 'has', 'have')} it in own"
        f" voice, {where} in the words of others."
    )
    places = tuple(place for place, _ in entries)
    return Question(
        QuestionKind.TREATMENT, text, matters.ordered(having), matters.rest(having), places
    )


def find_bare_words(matters: Matters) -> Iterable[Question]:
    """Ask where words in marks come from that a headline or standfirst has and no body sentence."""
    for article, analysis in _pairs(matters):
        body = _body_text(article, analysis)
        for quotation in matters.said(article.id):
            block = analysis.blocks[analysis.sentence(quotation.sentence).block]
            if block.kind not in _HEADS:
                continue
            for mark in quotation.marked:
                words = re.sub(r"\W+", " ", mark.of(article.text).lower()).strip()
                if words and words not in body:
                    yield _ask_bare(matters, Place(article.id, mark))


def _ask_bare(matters: Matters, place: Place) -> Question:
    name = matters.sources.name(place.article)
    text = (
        f"Where do the words “{matters.short(place)}” come from? They stand in marks above the text"
        f" of {name}; no sentence below has them."
    )
    return Question(
        QuestionKind.TREATMENT, text, (place.article,), matters.rest((place.article,)), (place,)
    )


def find_headlines(matters: Matters) -> Iterable[Question]:
    """Ask what each headline puts first, where articles have different ones."""
    places: dict[str, Place] = {}
    for article, analysis in _pairs(matters):
        for sentence in analysis.sentences:
            if analysis.blocks[sentence.block].kind is BlockKind.HEADLINE:
                places.setdefault(article.id, Place(article.id, sentence.span))
    wordings = {matters.sources.text(place).lower() for place in places.values()}
    if len(places) < 2 or len(wordings) < 2:
        return
    yield Question(
        QuestionKind.TREATMENT,
        f"What does each headline of {matters.names(places)} put first?",
        matters.ordered(places),
        (),
        tuple(places.values()),
    )


def _pairs(matters: Matters) -> Iterator[tuple[Article, Analysis]]:
    return zip(matters.sources.articles, matters.sources.analyses, strict=True)


def _own_sentences(analysis: Analysis) -> list[Sentence]:
    return [each for each in analysis.sentences if each.scored]


def _body_text(article: Article, analysis: Analysis) -> str:
    body = [
        block.span.of(article.text) for block in analysis.blocks if block.kind is BlockKind.BODY
    ]
    return re.sub(r"\W+", " ", " ".join(body).lower())
