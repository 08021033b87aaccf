"""Speakers: from "he", "the president" or "Mr. Putin" to one name for each within an article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from desktop.core.model.analyses import Speaker
from desktop.core.model.spans import Span
from desktop.core.text.names import ORGANIZATION_WORDS, TITLES, Run
from desktop.core.text.tokens import Token, word_set
from desktop.core.voice.descriptions import (
    DETERMINERS,
    TAILS,
    first_cut,
    head_end,
    is_described,
)
from desktop.core.voice.people import (
    ANY_PERSON,
    MOST_RUNS,
    PERSON_HEADS,
    ROLES,
    People,
    Person,
    before_titles,
    fits,
)
from desktop.core.voice.verbs import Passage

_SINGULAR = frozenset({"he", "she", "i", "who"})
_HEADLINE_ROLES = ROLES | word_set(
    "police officials report study poll survey experts scientists lawyers sources ministers "
    "doctors prosecutors researchers documents memo"
)
_BEFORE_SECOND = TITLES | ORGANIZATION_WORDS | DETERMINERS
_MANY = word_set("people police men women crew")
_VOICES = word_set(
    "spokesman spokeswoman spokesperson spokesmen spokespeople spokespersons official officials "
    "representative representatives"
)
_NEAR_SENTENCES = 4
_FAR_SENTENCES = 60


class SpeakerResolver(People):
    """Resolves mentions in the order of the text; each answer helps with the pronouns after it."""

    def __init__(self, text: str, passages: Sequence[Passage]) -> None:
        self._text = text
        super().__init__(text, passages)
        self._last: Speaker | None = None
        self._last_person: Speaker | None = None
        self._last_place = -9

    def resolve(self, passage: Passage, first: int, last: int) -> Speaker:
        """Return the speaker that tokens `first` to `last` (exclusive) name."""
        tokens = passage.tokens[first:last]
        span = Span(tokens[0].start, tokens[-1].end)
        place = self._order[passage.number]
        name, is_person = self._name_of(place, tokens)
        speaker = Speaker(name, span)
        self._last, self._last_place = speaker, place
        if is_person:
            self._last_person = speaker
        return speaker

    def subject_of(self, passage: Passage, after: int = 0) -> Speaker | None:
        """Return the first name of a sentence: the one that a headline's colon gives words to.

        Args:
            passage: The sentence.
            after: The token from which on to look. A capital at the sentence's begin alone makes
                no name where others follow.
        """
        place = self._order[passage.number]
        found: Run | None = None
        start = passage.tokens[after].start if 0 < after < len(passage.tokens) else 0
        for run in self._runs[place][:MOST_RUNS]:
            if run.start < start or self._is_quoted(passage, place, run):
                continue
            if found is None or not self._is_known(found):
                found = run
            if self._is_known(found):
                break
        if found is None:
            return None
        return Speaker(self._keys[found.words], Span(found.start, found.end))

    def person_at(self, passage: Passage, end: int) -> Speaker | None:
        """Return the person whose name ends at a code point of a sentence."""
        for run in self._runs[self._order[passage.number]][:MOST_RUNS]:
            key = self._keys[run.words]
            if run.end == end and self._people[key].is_person:
                return Speaker(key, Span(run.start, run.end))
        return None

    def can_speak(self, passage: Passage, last: int) -> bool:
        """Say whether the phrase that ends with a token names who can speak, as in "Ito: ...".

        That is a role, or a name that the article has elsewhere too.
        """
        token = passage.tokens[last]
        if token.lower in _HEADLINE_ROLES:
            return True
        for run in self._runs[self._order[passage.number]][:MOST_RUNS]:
            if run.end == token.end:
                key = self._keys[run.words]
                person = self._people[key].is_person or run.words[-1].isupper()
                return person and self._mentions[key] > 1
        return False

    def _name_of(self, place: int, tokens: Sequence[Token]) -> tuple[str, bool]:
        only = tokens[0].lower
        if only in _SINGULAR and (len(tokens) == 1 or tokens[1].text == ","):
            return self._person_before(place, tokens[0])
        if len(tokens) == 1 and only in {"they", "we", "it"}:
            return self._group_before(place, tokens[0])
        named = self._named(place, tokens) or self._described(place, tokens)
        if named is not None:
            return named
        head = tokens[-1].lower if len(tokens) < 8 else ""
        if head in PERSON_HEADS:
            known = self._person_with_role(place, tokens)
            if known is not None:
                return known, True
        return self._words_of(tokens), False

    def _named(self, place: int, tokens: Sequence[Token]) -> tuple[str, bool] | None:
        """Read a phrase's own name: "Ukraine's President X", "X, a spokesman", "a spokesman, X"."""
        runs = self._runs_in(place, tokens)
        if not runs or is_described(tokens, runs[0].start):
            return None
        end = head_end(tokens, runs[0].start)
        inside = [run for run in runs if run.start < end]
        if inside and inside[-1].end >= end - 2:
            both = self._coordinated(tokens, inside)
            key = both or self._keys[inside[-1].words]
            return key, key in self._people and self._people[key].is_person
        if inside and inside[0].start <= tokens[0].start + 4 and not tokens[-1].text[0].isupper():
            return self._words_of(tokens), False
        if runs[-1].end >= tokens[-1].end and self._people[self._keys[runs[-1].words]].is_person:
            return self._keys[runs[-1].words], True
        return None

    def _runs_in(self, place: int, tokens: Sequence[Token]) -> Sequence[Run]:
        """Return the names of a phrase; "Sources" at the begin of a sentence is none."""
        runs = self._runs_between(place, tokens[0].start, tokens[-1].end)
        runs = [run for run in runs if not _is_title(run)]
        if len(runs) < 2 or runs[0].start > self._passages[place].span.start:
            return runs
        is_word = len(runs[0].words) == 1 and tokens[1].text.islower()
        key = self._keys[runs[0].words]
        is_once = self._mentions[key] == 1 and not self._people[key].is_person
        return runs[1:] if is_word and is_once else runs

    def _described(self, place: int, tokens: Sequence[Token]) -> tuple[str, bool] | None:
        """Read "a spokesman for Mr. Berg", who is not Mr. Berg, and "the mayor of Lund, Aya Ito".

        Whoever speaks for a body speaks as that body.
        """
        runs = self._runs_in(place, tokens)
        if not runs or not is_described(tokens, runs[0].start):
            return None
        starts = [token.start for token in tokens]
        for run in runs:
            person = self._people[self._keys[run.words]]
            at = bisect_left(starts, run.start) - 1
            at = before_titles(tokens, at)
            joined = tokens[at].lower in TAILS or tokens[at].lower in DETERMINERS
            if person.is_person and not joined and run.end >= tokens[-1].end - 1:
                return person.key, True
        end = first_cut(tokens)
        first = self._keys[runs[0].words]
        is_voice = tokens[end - 1].lower in _VOICES and tokens[end].lower in {"for", "of", "from"}
        is_whole = runs[0].end >= tokens[-1].end - 2
        if is_voice and is_whole and not self._people[first].is_person:
            return first, False
        return self._words_of(tokens[:end]), False

    def _coordinated(self, tokens: Sequence[Token], runs: Sequence[Run]) -> str | None:
        joined = any(t.lower == "and" and runs[0].start < t.start < runs[-1].start for t in tokens)
        if not joined or len(runs) < 2:
            return None
        last = bisect_left([token.start for token in tokens], runs[-1].start)
        joint = max(at for at, token in enumerate(tokens[:last]) if token.lower == "and")
        between = tokens[joint + 1 : before_titles(tokens, last - 1) + 1]
        # Not two: "Housing and Urban Ports Secretary Aya Ito".
        words = [t for t in between if t.text[0].isupper() and not t.text.isupper()]
        if any(token.lower not in _BEFORE_SECOND for token in words):
            return None
        return " and ".join(self._keys[run.words] for run in (runs[0], runs[-1]))

    def _words_of(self, tokens: Sequence[Token]) -> str:
        end = head_end(tokens, tokens[0].start) if len(tokens) > 6 else tokens[-1].end
        first = tokens[0]
        start = first.start
        if first.lower in {"the", "a", "an"} and len(tokens) > 1:
            start = tokens[1].start
        return self._text[start : max(end, tokens[0].end)] or first.text

    def _person_before(self, place: int, pronoun: Token) -> tuple[str, bool]:
        for candidate in self._candidates(place, pronoun.start):
            gender = self._people[candidate].gender
            if not gender or pronoun.lower not in {"he", "she"} or gender == pronoun.lower:
                return candidate, True
        last = self._last_person
        if last is not None and last.name.lower() not in _SINGULAR - {pronoun.lower}:
            return last.name, True
        lone = self._lone_before(place, pronoun.start) if pronoun.lower in {"he", "she"} else None
        return lone or pronoun.text, True

    def _lone_before(self, place: int, before: int) -> str | None:
        """Return the surname that a text without full names means by "she", if there is one.

        It stands where somebody acts, and nowhere as a place or with an article.
        """
        for back in range(place, max(-1, place - 1 - _NEAR_SENTENCES), -1):
            starts, tokens = self._starts[back], self._passages[back].tokens
            for run in self._runs[back][:MOST_RUNS]:
                after = bisect_left(starts, run.end)
                acts = after < len(tokens) and tokens[after].text.islower()
                key = self._keys[run.words]
                if run.start < before and acts and self._people[key].may_be_person:
                    return key
        return None

    def _candidates(self, place: int, before: int) -> list[str]:
        """Return people whom a pronoun may mean, the likeliest first."""
        found: list[str] = []
        last = self._last_person.name if self._last_person else ""
        fresh = last in self._people and place - self._last_place <= _NEAR_SENTENCES
        found.extend(self._people_of(place, before)[:1])
        if fresh and place - self._last_place > 1:
            found.extend(self._subject_before(place))
        if fresh:
            found.append(last)
        for back in range(place - 1, max(-1, place - 1 - _NEAR_SENTENCES), -1):
            found.extend(self._people_of(back, before))
        return found

    def _group_before(self, place: int, pronoun: Token) -> tuple[str, bool]:
        if place:
            previous = self._passages[place - 1]
            runs = self._runs[place - 1][:2]
            if len(runs) == 2 and runs[0].start <= previous.span.start + 40:
                both = self._coordinated(previous.tokens, runs)
                if both is not None:
                    return both, False
        last = self._last
        if last is not None and last is not self._last_person:
            words = last.name.lower().split()
            is_many = last.name.endswith("s") or "and" in words or words[-1] in _MANY
            if is_many or pronoun.lower != "they":
                return last.name, False
        return pronoun.text, False

    def _person_with_role(self, place: int, tokens: Sequence[Token]) -> str | None:
        head = tokens[-1].lower
        hints = [t.lower[:5] for t in tokens[:-1] if t.text[0].isupper() and len(t.text) > 3]
        hints = [hint for hint in hints if hint not in {"the", "a"}]
        spot = tokens[0].start
        # Whom a speaker names is hardly the one whom the outlet describes.
        for is_quoted in (False, True):
            key = self._fitting_before(place, spot, is_quoted, lambda p: fits(p, head, hints))
            if key is not None:
                return key
        for runs in self._runs[place : place + _NEAR_SENTENCES]:
            for run in runs[:MOST_RUNS]:
                person = self._people[self._keys[run.words]]
                known = hints or place == 0  # a headline goes before all names
                if run.start > spot and known and fits(person, head, hints):
                    return person.key
        last = self._last_person
        if last is not None and (head in ANY_PERSON or not hints):
            return last.name if head in ANY_PERSON or tokens[0].lower == "the" else None
        return None

    def _fitting_before(
        self, place: int, spot: int, is_quoted: bool, fitting: Callable[[Person], bool]
    ) -> str | None:
        """Return the last fitting person named before a spot, inside marks or outside."""
        for back in range(place, max(-1, place - _FAR_SENTENCES), -1):
            passage = self._passages[back]
            for run in self._runs[back][-1:-MOST_RUNS:-1]:
                person = self._people[self._keys[run.words]]
                if run.start >= spot or not fitting(person):
                    continue
                if self._is_quoted(passage, back, run) is is_quoted:
                    return person.key
        return None


def _is_title(run: Run) -> bool:
    return len(run.words) == 1 and run.words[0].lower() in TITLES
