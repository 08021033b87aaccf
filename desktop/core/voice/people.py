"""People: who has a name in an article, and which words stand beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.core.text.names import ORGANIZATION_WORDS, TITLES, Run, find_runs, keys_of, to_names
from desktop.core.text.tokens import Token, word_set
from desktop.core.voice.verbs import Passage, is_finite_verb

_MALE = word_set("mr sir lord king prince pope congressman chairman spokesman father")
_FEMALE = word_set(
    "mrs ms miss dame lady queen princess congresswoman chairwoman spokeswoman sister"
)
ROLES = word_set(
    "president leader minister premier chancellor senator governor mayor secretary candidate "
    "nominee lawmaker politician congressman congresswoman representative attorney lawyer judge "
    "justice king queen pope general admiral colonel director chairman chairwoman chief "
    "executive ceo author writer professor official spokesman spokeswoman spokesperson "
    "commander diplomat ambassador commissioner coach founder owner"
)
ANY_PERSON = word_set(
    "leader candidate nominee politician republican democrat billionaire businessman "
    "businesswoman mogul magnate tycoon man woman front-runner frontrunner incumbent veteran "
    "hopeful star actor actress singer"
)
PERSON_HEADS = ROLES | ANY_PERSON
TITLED_ROLES = ROLES | TITLES
_KIN = word_set(
    "daughter son wife husband brother sister father mother cousin widow niece nephew grandson "
    "granddaughter son-in-law daughter-in-law"
)
# What stands before these is somebody else's role: "the president and Berg", "told Berg".
_JOINING = word_set("and or with to from by for against but than when while as that")
_NO_PERSON_AFTER = word_set("the a an in at near to into across outside inside around")
# No sentence that was written has more names, no text refers farther back by a role alone; texts
# that were not written to be read are cut short here.
MOST_RUNS = 40


@dataclass(slots=True)
class Person:
    """Someone with a name: the words that stood beside it, and where it was mentioned."""

    key: str
    roles: set[str] = field(default_factory=set[str])
    is_person: bool = False
    gender: str = ""
    may_be_person: bool = True
    is_place: bool = False
    is_titled: bool = False


class People:
    """The names of an article by sentence, and what is known of each of their owners."""

    def __init__(self, text: str, passages: Sequence[Passage]) -> None:
        self._passages = passages
        runs = find_runs(text, [p.span for p in passages], [p.tokens for p in passages])
        self._keys = keys_of(runs)
        self._runs: list[list[Run]] = [[] for _ in passages]
        self._order = {passage.number: place for place, passage in enumerate(passages)}
        self._people: dict[str, Person] = {}
        # The start by its number, for this is asked of every token.
        self._starts = [[token[0] for token in passage.tokens] for passage in passages]
        self._mentions = Counter(self._keys[run.words] for run in runs)
        for run in runs:
            self._runs[run.sentence].append(run)
            self._note(run)
        self._part_kin(runs)
        self.names = to_names(text, runs, self._keys)

    def _part_kin(self, runs: Sequence[Run]) -> None:
        """Give "Mr. Berg" a key of his own where "Nora Berg, his daughter" comes after him."""
        first: dict[str, Run] = {}
        for run in runs:
            key = self._keys[run.words]
            if len(run.words) > 1:
                first.setdefault(key, run)
        for run in runs:
            full = first.get(self._keys[run.words]) if len(run.words) == 1 else None
            if full is None or not run.titles or run.sentence >= full.sentence:
                continue
            if not _KIN.isdisjoint(self._people[self._keys[full.words]].roles):
                self._keys[run.words] = run.words[0]
                self._note(run)

    def _is_known(self, run: Run) -> bool:
        first = self._passages[run.sentence].span.start
        return run.start > first or self._people[self._keys[run.words]].is_person

    def _note(self, run: Run) -> None:
        key = self._keys[run.words]
        person = self._people.get(key)
        if person is None:
            person = self._people[key] = Person(key)
        tokens = self._passages[run.sentence].tokens
        starts = self._starts[run.sentence]
        place = bisect_left(starts, run.start)
        before = tokens[max(self._after_run_before(run), place - 5) : place]
        if not before or before[-1].lower not in _JOINING:
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
        owns = after < len(tokens) and tokens[after - 1].lower.endswith(("'s", "s'"))
        is_place = bool(before) and before[-1].lower in {"in", "at"} and not (known or owns)
        person.is_place |= is_place
        person.may_be_person &= _is_surname(run, before)
        person.is_titled |= known
        person.is_person |= known or _looks_like_person(run, before)
        if person.is_place and not person.is_titled:
            person.is_person = False

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

    def _runs_between(self, place: int, start: int, end: int) -> list[Run]:
        runs = self._runs[place]
        first = bisect_left(runs, start, key=lambda run: run.start)
        return runs[first : bisect_left(runs, end, first, key=lambda run: run.start)]

    def _people_of(self, place: int, before: int) -> list[str]:
        passage = self._passages[place]
        keys = [
            self._keys[run.words]
            for run in self._runs[place][:MOST_RUNS]
            if run.start < before and not self._is_quoted(passage, place, run)
        ]
        return [key for key in keys if self._people[key].is_person]

    def _subject_before(self, place: int) -> Sequence[str]:
        """Return who acts at the begin of the sentence before, as in "Ito brushed off ..."."""
        for run in self._runs[place - 1][:MOST_RUNS]:
            tokens, starts = self._passages[place - 1].tokens, self._starts[place - 1]
            at, after = bisect_left(starts, run.start), bisect_left(starts, run.end)
            before = before_titles(tokens, at - 1) if at else -1
            opens = before < 2 or tokens[before].text == ","
            acts = after < len(tokens) and is_finite_verb(tokens[after])
            if opens and acts and self._people[self._keys[run.words]].is_person:
                return [self._keys[run.words]]
        return []


def _looks_like_person(run: Run, before: Sequence[Token]) -> bool:
    if not 2 <= len(run.words) <= 4 or (before and before[-1].lower in {"the", "in", "at"}):
        return False
    return ORGANIZATION_WORDS.isdisjoint([word.lower() for word in run.words])


def fits(person: Person, head: str, hints: Sequence[str]) -> bool:
    """Say whether a role is a person's, by the words beside the name and by those of the phrase."""
    if not person.is_person:
        return False
    hinted = all(any(role.startswith(hint) for role in person.roles) for hint in hints)
    if head in ANY_PERSON and hints:
        return hinted and not person.roles.isdisjoint(TITLED_ROLES)
    return hinted and head in person.roles


def _is_surname(run: Run, before: Sequence[Token]) -> bool:
    """Say whether a lone word can be somebody's name here: "in Lund", "the Kremlin" are none."""
    word = run.words[0]
    if len(run.words) > 1 or word.isupper() or word.lower() in ORGANIZATION_WORDS:
        return False
    return not before or before[-1].lower not in _NO_PERSON_AFTER


def _title_before(before: Sequence[Token]) -> str:
    """Return the word directly before a name, which may be "Mrs." or "Mr."."""
    last = before[-2:] if before and before[-1].text == "." else before[-1:]
    return last[0].lower if last else ""


def before_titles(tokens: Sequence[Token], at: int) -> int:
    """Return the token left of the titles before a name: "Mr.", "US Secretary of State"."""
    while at:
        token = tokens[at]
        is_title_of = token.lower == "of" and tokens[at - 1].lower in TITLES
        if not (token.text == "." or token.lower in TITLES or is_title_of):
            break
        at -= 1
    return at
