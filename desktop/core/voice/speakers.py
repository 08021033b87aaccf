"""Speakers: from "he", "the president" or "Mr. Putin" to one name for each within an article."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.core.model.analyses import Speaker
from desktop.core.model.spans import Span
from desktop.core.text.names import ORGANIZATION_WORDS, TITLES, Run, find_runs, keys_of, to_names
from desktop.core.text.tokens import Token, word_set
from desktop.core.voice.verbs import Passage

_MALE = word_set("mr sir lord king prince pope congressman chairman spokesman father")
_FEMALE = word_set(
    "mrs ms miss dame lady queen princess congresswoman chairwoman spokeswoman sister"
)
_SINGULAR = frozenset({"he", "she", "i", "who"})
_ROLES = word_set(
    "president leader minister premier chancellor senator governor mayor secretary candidate "
    "nominee lawmaker politician congressman congresswoman representative attorney lawyer judge "
    "justice king queen pope general admiral colonel director chairman chairwoman chief "
    "executive ceo author writer professor official spokesman spokeswoman spokesperson "
    "commander diplomat ambassador commissioner coach founder owner"
)
_ANY_PERSON = word_set(
    "leader candidate nominee politician republican democrat billionaire businessman "
    "businesswoman mogul magnate tycoon man woman front-runner frontrunner incumbent veteran "
    "hopeful star actor actress singer"
)
_PERSON_HEADS = _ROLES | _ANY_PERSON
_TITLED_ROLES = _ROLES | TITLES
_HEADLINE_ROLES = _ROLES | word_set(
    "police officials report study poll survey experts scientists lawyers sources ministers "
    "doctors prosecutors researchers documents memo"
)
_CUTS = word_set("of from in at for on with who which")
_NO_PERSON_AFTER = word_set("the a an in at near to into across outside inside around")
_NEAR_SENTENCES = 4
# No sentence that was written has more names, no text refers farther back by a role alone; texts
# that were not written to be read are cut short here.
_MOST_RUNS = 40
_FAR_SENTENCES = 60


@dataclass(slots=True)
class _Person:
    """Someone with a name: the words that stood beside it, and where it was mentioned."""

    key: str
    roles: set[str] = field(default_factory=set[str])
    is_person: bool = False
    gender: str = ""
    may_be_person: bool = True


class SpeakerResolver:
    """Resolves mentions in the order of the text; each answer helps with the pronouns after it."""

    def __init__(self, text: str, passages: Sequence[Passage]) -> None:
        self._text = text
        self._passages = passages
        runs = find_runs(text, [p.span for p in passages], [p.tokens for p in passages])
        self._keys = keys_of(runs)
        self.names = to_names(text, runs, self._keys)
        self._runs: list[list[Run]] = [[] for _ in passages]
        self._order = {passage.number: place for place, passage in enumerate(passages)}
        self._people: dict[str, _Person] = {}
        # The start by its number, for this is asked of every token.
        self._starts = [[token[0] for token in passage.tokens] for passage in passages]
        self._mentions = Counter(self._keys[run.words] for run in runs)
        for run in runs:
            self._runs[run.sentence].append(run)
            self._note(run)
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
        for run in self._runs[place][:_MOST_RUNS]:
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
        for run in self._runs[self._order[passage.number]][:_MOST_RUNS]:
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
        for run in self._runs[self._order[passage.number]][:_MOST_RUNS]:
            if run.end == token.end:
                key = self._keys[run.words]
                person = self._people[key].is_person or run.words[-1].isupper()
                return person and self._mentions[key] > 1
        return False

    def _is_known(self, run: Run) -> bool:
        first = self._passages[run.sentence].span.start
        return run.start > first or self._people[self._keys[run.words]].is_person

    def _note(self, run: Run) -> None:
        key = self._keys[run.words]
        person = self._people.get(key)
        if person is None:
            person = self._people[key] = _Person(key)
        tokens = self._passages[run.sentence].tokens
        starts = self._starts[run.sentence]
        place = bisect_left(starts, run.start)
        before = tokens[max(self._after_run_before(run), place - 5) : place]
        person.roles.update([token.lower.removesuffix("'s") for token in before])
        after = bisect_left(starts, run.end)
        if after + 1 < len(tokens) and tokens[after].text == ",":
            person.roles.update([token.lower for token in tokens[after + 1 : after + 9]])
        titles = {*run.titles, _title_before(before)}
        if titles & _MALE:
            person.gender = "he"
        if titles & _FEMALE:
            person.gender = "she"
        known = bool(titles & TITLES)
        person.may_be_person &= _is_surname(run, before)
        person.is_person |= known or _looks_like_person(run, before)

    def _after_run_before(self, run: Run) -> int:
        """Return where the words about a name begin: after the name before, if it is no owner."""
        runs = self._runs[run.sentence]
        if len(runs) < 2:
            return 0
        starts = self._starts[run.sentence]
        first = bisect_left(starts, runs[-2].end)
        owner = self._passages[run.sentence].tokens[first - 1]
        return first - 1 if owner.lower.endswith("'s") else first

    def _is_quoted(self, passage: Passage, place: int, run: Run) -> bool:
        return passage.quoted[bisect_left(self._starts[place], run.start)]

    def _name_of(self, place: int, tokens: Sequence[Token]) -> tuple[str, bool]:
        only = tokens[0].lower
        if len(tokens) == 1 and only in _SINGULAR:
            return self._person_before(place, tokens[0])
        if len(tokens) == 1 and only in {"they", "we", "it"}:
            return self._group_before(place, tokens[0])
        named = self._named(place, tokens)
        if named is not None:
            return named
        head = tokens[-1].lower if len(tokens) < 8 else ""
        if head in _PERSON_HEADS:
            known = self._person_with_role(place, tokens)
            if known is not None:
                return known, True
        return self._words_of(tokens), False

    def _named(self, place: int, tokens: Sequence[Token]) -> tuple[str, bool] | None:
        """Read a phrase's own name: "Ukraine's President X", "X, a spokesman", "a spokesman, X"."""
        runs = self._runs_between(place, tokens[0].start, tokens[-1].end)
        runs = [run for run in runs if not _is_title(run)]
        if not runs:
            return None
        end = _head_end(tokens, runs[0].start)
        inside = [run for run in runs if run.start < end]
        if inside and inside[-1].end >= end - 2:
            both = self._coordinated(tokens, inside, end)
            key = both or self._keys[inside[-1].words]
            return key, key in self._people and self._people[key].is_person
        if inside and inside[0].start <= tokens[0].start + 4 and not tokens[-1].text[0].isupper():
            return self._words_of(tokens), False
        if runs[-1].end >= tokens[-1].end and self._people[self._keys[runs[-1].words]].is_person:
            return self._keys[runs[-1].words], True
        return None

    def _runs_between(self, place: int, start: int, end: int) -> list[Run]:
        runs = self._runs[place]
        first = bisect_left(runs, start, key=lambda run: run.start)
        return runs[first : bisect_left(runs, end, first, key=lambda run: run.start)]

    def _coordinated(self, tokens: Sequence[Token], runs: Sequence[Run], end: int) -> str | None:
        joined = any(t.lower == "and" and runs[0].start < t.start < end for t in tokens)
        if not joined or len(runs) < 2:
            return None
        return " and ".join(self._keys[run.words] for run in (runs[0], runs[-1]))

    def _words_of(self, tokens: Sequence[Token]) -> str:
        end = _head_end(tokens, tokens[0].start) if len(tokens) > 6 else tokens[-1].end
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
            for run in self._runs[back][:_MOST_RUNS]:
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
        if fresh:
            found.append(last)
        for back in range(place - 1, max(-1, place - 1 - _NEAR_SENTENCES), -1):
            found.extend(self._people_of(back, before))
        return found

    def _people_of(self, place: int, before: int) -> list[str]:
        runs = self._runs[place][:_MOST_RUNS]
        keys = [self._keys[run.words] for run in runs if run.start < before]
        return [key for key in keys if self._people[key].is_person]

    def _group_before(self, place: int, pronoun: Token) -> tuple[str, bool]:
        if place:
            previous = self._passages[place - 1]
            runs = self._runs[place - 1][:2]
            if len(runs) == 2 and runs[0].start <= previous.span.start + 40:
                both = self._coordinated(previous.tokens, runs, runs[1].end)
                if both is not None:
                    return both, False
        if self._last is not None and self._last is not self._last_person:
            return self._last.name, False
        return pronoun.text, False

    def _person_with_role(self, place: int, tokens: Sequence[Token]) -> str | None:
        head = tokens[-1].lower
        hints = [t.lower[:5] for t in tokens[:-1] if t.text[0].isupper() and len(t.text) > 3]
        hints = [hint for hint in hints if hint not in {"the", "a"}]
        spot = tokens[0].start
        for back in range(place, max(-1, place - _FAR_SENTENCES), -1):
            for run in self._runs[back][-1:-_MOST_RUNS:-1]:
                if run.start >= spot:
                    continue
                person = self._people[self._keys[run.words]]
                if _fits(person, head, hints):
                    return person.key
        for runs in self._runs[place : place + _NEAR_SENTENCES]:
            for run in runs[:_MOST_RUNS]:
                person = self._people[self._keys[run.words]]
                known = hints or place == 0  # a headline goes before all names
                if run.start > spot and known and _fits(person, head, hints):
                    return person.key
        last = self._last_person
        if last is not None and (head in _ANY_PERSON or not hints):
            return last.name if head in _ANY_PERSON or tokens[0].lower == "the" else None
        return None


def _looks_like_person(run: Run, before: Sequence[Token]) -> bool:
    if not 2 <= len(run.words) <= 4 or (before and before[-1].lower in {"the", "in", "at"}):
        return False
    return ORGANIZATION_WORDS.isdisjoint([word.lower() for word in run.words])


def _fits(person: _Person, head: str, hints: Sequence[str]) -> bool:
    if not person.is_person:
        return False
    hinted = all(any(role.startswith(hint) for role in person.roles) for hint in hints)
    if head in _ANY_PERSON and hints:
        return hinted and not person.roles.isdisjoint(_TITLED_ROLES)
    return hinted and head in person.roles


def _is_surname(run: Run, before: Sequence[Token]) -> bool:
    """Say whether a lone word can be somebody's name here: "in Lund", "the Kremlin" are none."""
    word = run.words[0]
    if len(run.words) > 1 or word.isupper() or word.lower() in ORGANIZATION_WORDS:
        return False
    return not before or before[-1].lower not in _NO_PERSON_AFTER


def _is_title(run: Run) -> bool:
    return len(run.words) == 1 and run.words[0].lower() in TITLES


def _title_before(before: Sequence[Token]) -> str:
    """Return the word directly before a name, which may be "Mrs." or "Mr."."""
    last = before[-2:] if before and before[-1].text == "." else before[-1:]
    return last[0].lower if last else ""


def _head_end(tokens: Sequence[Token], name_start: int) -> int:
    """Return where the head of a phrase ends: before its apposition or its "of ...", "from ..."."""
    for position, token in enumerate(tokens):
        if position == 0 or token.start <= name_start:
            continue
        if token.text in {",", "("}:
            return tokens[position - 1].end
        if token.lower in _CUTS and not _is_title_of(tokens, position):
            return tokens[position - 1].end
    return tokens[-1].end


def _is_title_of(tokens: Sequence[Token], position: int) -> bool:
    return tokens[position].lower == "of" and tokens[position - 1].lower in TITLES | {
        "department", "house", "university", "ministry", "bank",
    }  # fmt: skip
