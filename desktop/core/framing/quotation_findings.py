"""Findings on what speakers say: one quotation in several versions, and who is given words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop.core.alignment.relations import same_speaker
from desktop.core.framing.counter import MOST, same_versions
from desktop.core.framing.matters import shortened
from desktop.core.framing.roles import office_of
from desktop.core.framing.sources import Sources, joined
from desktop.core.framing.speakers import find_speakers
from desktop.core.model.analyses import Analysis, Voice
from desktop.core.model.comparisons import Finding, FindingKind, Place, Utterance
from desktop.core.model.speaking import SpeakerPart
from desktop.core.model.voices import VoiceMap
from desktop.core.text.names import ORGANIZATION_WORDS, TITLES
from desktop.core.text.spellings import fold_spelling
from desktop.core.text.tokens import iter_tokens

_LEAST_WORDS = 5
_LEAST_SAID = 50
_LEAST_GAP = 0.25
_LEAST_MARKED = 25
_MOST_COUNTED = 12
_LEAST_ALONE = 25
_LEAST_LETTERS = 4
_LEAST_FRAGMENT = 4


def find_versions(sources: Sources, utterances: Iterable[Utterance]) -> Iterator[Finding]:
    """Show utterances that stand in several wordings, those in most texts first."""
    rows = [_Row(sources, utterance) for utterance in utterances]
    telling = [row for row in rows if row.words >= _LEAST_WORDS and len(row.wordings) > 1]
    for row in sorted(telling, key=lambda each: -each.tells):
        yield row.describe()


class _Row:
    """One utterance, with each article's longest version."""

    def __init__(self, sources: Sources, utterance: Utterance) -> None:
        self._sources, self._utterance = sources, utterance
        longest: dict[str, Place] = {}
        for place in utterance.versions:
            known = longest.get(place.article)
            if known is None or len(place.span) > len(known.span):
                longest[place.article] = place
        longest = {each: p for each, p in longest.items() if self._has_its_words(p)}
        self._longest = [longest[each.id] for each in sources.articles if each.id in longest]
        self.wordings = {_letters(sources.text(place)) for place in self._longest}
        self.words = len(sources.text(utterance.fullest).split())

    def _has_its_words(self, place: Place) -> bool:
        """Say whether most words of a version stand in the fullest one, or the other way round.

        Two or three words in marks may stand in anything that was said.
        """
        if len(self._sources.text(place).split()) < _LEAST_FRAGMENT:
            return False
        one, other = (
            {
                token.lower
                for token in iter_tokens(self._sources.text(each))
                if len(token.text) >= _LEAST_LETTERS
            }
            for each in (place, self._utterance.fullest)
        )
        return 3 * len(one & other) >= 2 * min(len(one), len(other))

    def _speaker(self) -> str | None:
        """Return who is quoted, None where the articles give the words to different speakers."""
        names = {
            quotation.speaker.name
            for place in self._longest
            for quotation in self._sources.analysis(place.article).quotations
            if quotation.speaker and quotation.span.overlap(place.span)
        }
        named = self._utterance.speaker
        if not named or not named.split()[-1][0].isupper():
            return None  # "the statements" are nobody's name
        agrees = all(same_speaker(named, name) for name in names)
        return named if agrees else None

    @property
    def tells(self) -> float:
        return len(self._longest) * min(self.words, _MOST_COUNTED) * len(self.wordings)

    def describe(self) -> Finding:
        sources, utterance = self._sources, self._utterance
        speaker = self._speaker()
        who = f"{speaker}’s words" if speaker else "The same words"
        text = (
            f"{who} “{shortened(sources.text(utterance.fullest))}” stand in {len(self._longest)} of"
            f" {len(sources.articles)} texts in {len(self.wordings)} wordings."
            f" {sources.name(utterance.fullest.article)} has the fullest version."
        )
        if utterance.not_found:
            absent = joined([sources.name(each) for each in utterance.not_found])
            text += f" Not found in quotation marks in {absent}."
        title = "One quotation, several versions"
        counter = same_versions(sources, utterance, (utterance.fullest,))
        shown = [place for place in self._longest if place not in counter] or self._longest
        places = tuple(shown)
        return Finding(FindingKind.QUOTATION, title, text, utterance.score, places, counter)


def _letters(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())


@dataclass(frozen=True, slots=True)
class _Heard:
    """A speaker over the articles: the part of each that names the speaker."""

    name: str
    parts: dict[str, SpeakerPart]


def find_balances(sources: Sources) -> Iterator[Finding]:
    """Show speakers whose share of the speakers' words differs most between two articles."""
    totals: dict[str, int] = {}
    heard: dict[str, _Heard] = {}
    for article, analysis in zip(sources.articles, sources.analyses, strict=True):
        speakers = find_speakers(article, analysis)
        totals[article.id] = sum(part.words for part in speakers)
        for part in speakers:
            if part.name and part.name[0].isupper():
                key = _folded(part.name.split()[-1])
                heard.setdefault(key, _Heard(part.name, {})).parts.setdefault(article.id, part)
    counted = [article for article, words in totals.items() if words >= _LEAST_SAID]
    shared = [
        each
        for each in heard.values()
        if len(each.parts.keys() & set(counted)) > 1 and _is_one(each.parts.values())
    ]
    rows = [(_gap(each, counted), each) for each in shared]
    for gap, each in sorted(rows, key=lambda row: (-row[0], row[1].name)):
        if gap >= _LEAST_GAP and max(p.marked for p in each.parts.values()) >= _LEAST_MARKED:
            yield _balance(sources, each, counted)


def _is_one(parts: Iterable[SpeakerPart]) -> bool:
    """Say whether no two forms of a name have different given names: a father and his son."""
    given = {_folded(words[0])[:3] for part in parts if len(words := (part.name or "").split()) > 1}
    return len(given) < 2


def _gap(heard: _Heard, counted: Sequence[str]) -> float:
    shares = [heard.parts[article].share for article in counted if article in heard.parts]
    return max(shares) - min(shares)


def _balance(sources: Sources, heard: _Heard, counted: Sequence[str]) -> Finding:
    by_share: defaultdict[int, list[str]] = defaultdict(list)
    for article in counted:
        if article in heard.parts:
            by_share[round(100 * heard.parts[article].share)].append(article)
    high, low = max(by_share), min(by_share)
    text = (
        f"Of the words that speakers have in {joined([sources.name(e) for e in by_share[high]])},"
        f" {high} % are {heard.name}’s; in {joined([sources.name(e) for e in by_share[low]])},"
        f" {low} % are."
    )
    places = [heard.parts[each].first for each in by_share[high]]
    against = [part.first for article, part in heard.parts.items() if article not in by_share[high]]
    title = f"How much {heard.name} is given to say"
    return Finding(FindingKind.VOICES, title, text, 0.6, tuple(places), tuple(against[:MOST]))


def find_lone_voices(sources: Sources) -> Iterator[Finding]:
    """Show speakers to whom one article gives much room, and whose name no other one has."""
    texts = {article.id: _words_of(article.text) for article in sources.articles}
    rows: list[tuple[int, str, SpeakerPart]] = []
    for article, analysis in zip(sources.articles, sources.analyses, strict=True):
        for part in find_speakers(article, analysis):
            if part.marked < _LEAST_ALONE or part.name is None or not _is_person(part):
                continue
            surname = _folded(part.name.split()[-1])
            if surname not in _own_words(article.text, analysis):
                continue  # whom only the quotation itself names did not say it
            if not any(surname in words for other, words in texts.items() if other != article.id):
                rows.append((part.marked, article.id, part))
    rows.sort(key=lambda row: (-row[0], sources.position(row[1]), row[2].first.span))
    for _, article, part in rows:
        yield _lone_voice(sources, article, part)


def _is_person(part: SpeakerPart) -> bool:
    words = (part.name or "").split()
    is_named = (
        len(words) > 1
        and "and" not in words
        and all(word[0].isupper() for word in (words[0], words[-1]))
    )
    small = {re.sub(r"['’-].*", "", word.lower()) for word in words}
    return is_named and small.isdisjoint(ORGANIZATION_WORDS) and office_of(words[-1]) not in TITLES


def _lone_voice(sources: Sources, article: str, part: SpeakerPart) -> Finding:
    role = f" ({part.role})" if part.role else ""
    text = (
        f"{sources.name(article)} alone gives words to {part.name}{role}; no other text has the"
        " name."
    )
    office = office_of(part.role) if part.role else None
    against = [
        other.first
        for each, analysis in zip(sources.articles, sources.analyses, strict=True)
        if each.id != article and office
        for other in find_speakers(each, analysis)
        if other.role and office_of(other.role) == office
    ]
    title = "Heard in one text only"
    places, counter = (part.first,), tuple(against[:MOST])
    return Finding(FindingKind.VOICES, title, text, 0.7, places, counter)


def _words_of(text: str) -> frozenset[str]:
    return frozenset(_folded(token.text) for token in iter_tokens(text) if token.text[0].isupper())


def _own_words(text: str, analysis: Analysis) -> frozenset[str]:
    """Return the capitalized words of a text outside quotation marks."""
    voices = VoiceMap(analysis.quotations)
    tokens = (token for token in iter_tokens(text) if token.text[0].isupper())
    return frozenset(
        _folded(token.text) for token in tokens if voices.voice_of(token.span) is not Voice.QUOTED
    )


def _folded(word: str) -> str:
    return fold_spelling(word.replace("’", "'"))
