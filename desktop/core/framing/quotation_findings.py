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
from desktop.core.framing.sources import Sources, is_one_name
from desktop.core.framing.speakers import find_speakers
from desktop.core.model.analyses import Analysis, Voice
from desktop.core.model.comparisons import Finding, FindingKind, Place, Utterance
from desktop.core.model.speaking import SpeakerPart
from desktop.core.model.voices import VoiceMap
from desktop.core.text.names import ORGANIZATION_WORDS, TITLES
from desktop.core.text.spellings import fold_spelling, fullest
from desktop.core.text.tokens import iter_tokens

_LEAST_WORDS = 5
_LEAST_SAID = 50
_LEAST_GAP = 0.25
_LEAST_MARKED = 25
_MOST_COUNTED = 12
_LEAST_ALONE = 25
_LEAST_LETTERS = 4
_LEAST_FRAGMENT = 4
_LEAST_RUN = 4
_FEW = 2
_SAME = 0.8
_BRITISH = re.compile(r"(?<=\w{3})(?:is(?=e|ing|ation)|ys(?=e|ing))")


def find_versions(sources: Sources, utterances: Iterable[Utterance]) -> Iterator[Finding]:
    """Show utterances that stand in several wordings, those in most texts first."""
    rows = [_Row(sources, utterance) for utterance in utterances]
    telling = [
        row for row in rows if row.words >= _LEAST_WORDS and len(row.wordings) > 1 and row.is_of_one
    ]
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
        self.wordings = _wordings([_plain(sources.text(place)) for place in self._longest])
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
        if 3 * len(one & other) < 2 * min(len(one), len(other)):
            return False
        fullest = f" {_plain(self._sources.text(self._utterance.fullest))} "
        words = _plain(self._sources.text(place)).split()
        least = _LEAST_RUN - (len(words) < 2 * _LEAST_RUN)
        runs = (words[at : at + least] for at in range(len(words) - least + 1))
        is_part = set(words) <= set(fullest.split())
        return is_part or any(f" {' '.join(run)} " in fullest for run in runs)

    def _names(self) -> set[str]:
        return {
            quotation.speaker.name
            for place in self._longest
            for quotation in self._sources.analysis(place.article).quotations
            if quotation.speaker and quotation.span.overlap(place.span)
        }

    @property
    def is_of_one(self) -> bool:
        """Say whether the words are of one speaker, or so alike that somebody must be mistaken."""
        people = sorted(filter(_is_person, self._names()))
        if all(same_speaker(people[0], name) for name in people):
            return True
        texts = [set(_plain(self._sources.text(place)).split()) for place in self._longest]
        return all(len(texts[0] & each) >= _SAME * len(texts[0] | each) for each in texts)

    def _speaker(self) -> str | None:
        """Return who is quoted, None where the articles give the words to different speakers."""
        names = self._names()
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
            absent = sources.names(utterance.not_found)
            text += f" Not found in quotation marks in {absent}."
        title = "One quotation, several versions"
        counter = same_versions(sources, utterance, (utterance.fullest,))
        shown = [place for place in self._longest if place not in counter] or self._longest
        places = tuple(shown)
        return Finding(FindingKind.QUOTATION, title, text, utterance.score, places, counter)


def _wordings(texts: Iterable[str]) -> set[str]:
    """Return texts that differ in more than a word or two at their begin or end."""
    kept: set[str] = set()
    for text in sorted(texts, key=len, reverse=True):
        size = len(text.split())
        padded = f" {text} "
        if not any(padded in f" {other} " and len(other.split()) - size <= _FEW for other in kept):
            kept.add(text)
    return kept


def _plain(text: str) -> str:
    """Return the words of a text in lower case and one spelling, a blank between two."""
    words = [_folded(token.text) for token in iter_tokens(text) if token.text[0].isalnum()]
    return " ".join(_BRITISH.sub("iz", word) for word in words)


@dataclass(frozen=True, slots=True)
class _Heard:
    """A speaker over the articles: the part of each that names the speaker."""

    parts: dict[str, SpeakerPart]

    @property
    def name(self) -> str:
        """Return the fullest form of the speaker's name."""
        return fullest([part.name for part in self.parts.values() if part.name])


def find_balances(sources: Sources) -> Iterator[Finding]:
    """Show speakers whose share of the speakers' words differs most between two articles."""
    totals: dict[str, int] = {}
    heard: dict[str, _Heard] = {}
    for article, analysis in zip(sources.articles, sources.analyses, strict=True):
        speakers = find_speakers(article, analysis)
        totals[article.id] = sum(part.words for part in speakers)
        for part in speakers:
            if part.name and part.name[0].isupper() and part.name.lower() not in ORGANIZATION_WORDS:
                key = _folded(part.name.split()[-1])
                heard.setdefault(key, _Heard({})).parts.setdefault(article.id, part)
    counted = [article for article, words in totals.items() if words >= _LEAST_SAID]
    shared = [
        each
        for each in heard.values()
        if len(each.parts.keys() & set(counted)) > 1
        and is_one_name(part.name or "" for part in each.parts.values())
    ]
    rows = [(_gap(each, counted), each) for each in shared]
    for gap, each in sorted(rows, key=lambda row: (-row[0], row[1].name)):
        if gap >= _LEAST_GAP and max(p.marked for p in each.parts.values()) >= _LEAST_MARKED:
            yield _balance(sources, each, counted)


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
        f"Of the words that speakers have in {sources.names(by_share[high])},"
        f" {high} % are {heard.name}’s; in {sources.names(by_share[low])},"
        f" {low} % are."
    )
    places = [heard.parts[each].first for each in by_share[high]]
    against = [part.first for article, part in heard.parts.items() if article not in by_share[high]]
    title = f"How much {heard.name} is given to say"
    return Finding(FindingKind.VOICES, title, text, 0.6, tuple(places), tuple(against[:MOST]))


def find_lone_voices(sources: Sources, utterances: Sequence[Utterance]) -> Iterator[Finding]:
    """Show speakers to whom one article gives much room, and whose name no other one has.

    Whose words another article gives, to "a spokesman", is heard there too.
    """
    shared = [place for each in utterances if len(each.versions) > 1 for place in each.versions]
    texts = {article.id: _words_of(article.text) for article in sources.articles}
    rows: list[tuple[int, str, SpeakerPart]] = []
    for article, analysis in zip(sources.articles, sources.analyses, strict=True):
        for part in find_speakers(article, analysis):
            if part.marked < _LEAST_ALONE or part.name is None or not _is_person(part.name):
                continue
            surname = _folded(part.name.split()[-1])
            if surname not in _own_words(article.text, analysis):
                continue  # whom only the quotation itself names did not say it
            if re.search(rf"(?<!\w){re.escape(part.name.split()[-1].lower())}(?!\w)", article.text):
                continue  # "Humane Design" is nobody where "design" is a word
            if any(surname in words for other, words in texts.items() if other != article.id):
                continue
            if not _is_shared(sources, part, shared):
                rows.append((part.marked, article.id, part))
    rows.sort(key=lambda row: (-row[0], sources.position(row[1]), row[2].first.span))
    for _, article, part in rows:
        yield _lone_voice(sources, article, part)


def _is_shared(sources: Sources, part: SpeakerPart, shared: Sequence[Place]) -> bool:
    """Say whether words of a speaker stand in another article as well."""
    said = [
        quotation.span
        for quotation in sources.analysis(part.first.article).quotations
        if quotation.speaker and same_speaker(part.name or "", quotation.speaker.name)
    ]
    return any(
        place.article == part.first.article and any(place.span.overlap(span) for span in said)
        for place in shared
    )


def _is_person(name: str) -> bool:
    words = name.split()
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
