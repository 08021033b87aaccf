"""Who acts in a text: people, states, bodies and groups, by the words that the text names them by.

A mention is a whole noun phrase: "the Biden administration", "his Western backers". Descriptions
of one actor are joined only where the words show it: a title with its bearer, a state with its
government, allies with the West where one article calls them Western.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from desktop.core.framing.states import WEST, adjective_state, is_seat, state_of
from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article
from desktop.core.model.lexicons import Identity
from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap
from desktop.core.text.names import ORGANIZATION_WORDS, TITLES, find_names
from desktop.core.text.sentences import SentenceSpan
from desktop.core.text.spellings import commonest, fold_spelling, fullest
from desktop.core.text.tokens import Token, find_tokens, word_set


class ActorKind(StrEnum):
    """What an actor is; a group has no name of its own."""

    PERSON = "person"
    STATE = "state"
    BODY = "body"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that names an actor; `key` is the same for all mentions of the actor."""

    article: int
    span: Span
    key: str
    label: str
    kind: ActorKind
    sentence: int
    quoted: bool


_FORCES = word_set(
    "troops soldiers forces army military servicemen fighters defenses defences navy marines"
)
_GOVERNMENT = word_set("government leaders leadership authorities regime cabinet")
_PARTNERS = word_set("allies partners backers supporters")
_WESTERN = word_set("powers leaders governments countries nations capitals states officials")
_OTHER_GROUPS = word_set(
    "officials diplomats sources experts analysts counterparts counterpart lawmakers prosecutors "
    "investigators police protesters demonstrators residents voters civilians migrants refugees "
    "workers students doctors scientists researchers teachers farmers families witnesses critics "
    "opponents activists campaigners aides lawyers rebels militants insurgents gunmen settlers "
    "administration politicians commanders ministers senators republicans democrats "
    "conservatives liberals regulators shareholders employees unions"
)
_NEEDS_OWNER = word_set("administration government regime cabinet leadership")
_ADJECTIVES = word_set("military army police")
_ALLIES = "group:allies"
_FORCES_OF = "forces:"
_NEAR = 1
_NAMED_AFTER = word_set(
    "sea gulf strait bay cape bank university republic battle church house museum treaty"
)
_RANKS = word_set("officer officers official general captain veteran veterans soldier spokesman")
_GROUPS = _FORCES | _GOVERNMENT | _PARTNERS | _WESTERN | _OTHER_GROUPS
_OFFICES = word_set(
    "president premier chancellor leader minister king queen pope mayor governor senator "
    "secretary chairman chairwoman chief commander"
)
_HEADS_OF_STATE = word_set("president premier chancellor leader king queen emir sultan")
_MODIFIERS = word_set(
    "defense defence intelligence military government security state special senior top former "
    "local federal national armed other foreign health riot police unnamed anonymous many some "
    "several public government's opposition prime diplomatic"
)
_DETERMINERS = word_set("the his her its their these those our this")
_CITY_AFTER = word_set("in at near around outside inside downtown")
_NO_BODY = word_set(
    "north south east west new sea ocean river mountain island islands region county city province "
    "oblast street avenue airport act bill treaty telegram facebook twitter google international "
    "national peninsula"
)
_BODY_WORDS = (ORGANIZATION_WORDS | {"pentagon", "agency"}) - _NO_BODY
_LONGEST = 6


def find_mentions(articles: Sequence[Article], analyses: Sequence[Analysis]) -> tuple[Mention, ...]:
    """Return the mentions of actors in the scored blocks of all articles, in text order."""
    return _find_mentions(tuple(map(Identity, articles)), tuple(map(Identity, analyses)))


# A comparison and its details look at the same articles, one after the other.
@lru_cache(maxsize=2)
def _find_mentions(
    articles: tuple[Identity[Article], ...], analyses: tuple[Identity[Analysis], ...]
) -> tuple[Mention, ...]:
    readers = [
        _Reader(index, article.value, analysis.value)
        for index, (article, analysis) in enumerate(zip(articles, analyses, strict=True))
    ]
    people = _People(readers)
    found = [mention for reader in readers for mention in reader.mentions(people)]
    return tuple(_with_allies(_with_forces(found)))


def _with_forces(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Read "these troops" as the forces just named; left out where two could be meant."""
    recent: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.key != _FORCES_OF:
            if mention.key.startswith(_FORCES_OF):
                recent.setdefault(mention.article, []).append(mention)
            yield mention
            continue
        near = [
            known
            for known in recent.get(mention.article, ())
            if mention.sentence - known.sentence <= _NEAR
        ]
        if near and len({known.key for known in near}) == 1:
            yield replace(mention, key=near[-1].key, label=near[-1].label)


def _with_allies(mentions: Iterable[Mention]) -> list[Mention]:
    """Join the West and the allies, where a text speaks of Western allies."""
    found = list(mentions)
    labels = [mention.label for mention in found if mention.key == _ALLIES]
    western = [label for label in labels if label.lower().startswith("western")]
    if not western:
        return found
    label, kind = commonest(western), ActorKind.GROUP
    return [
        replace(mention, key=_ALLIES, label=label, kind=kind)
        if mention.key in {_ALLIES, f"state:{WEST}"}
        else mention
        for mention in found
    ]


class _People:
    """The people of an event: those whose name bears a title somewhere, or speaks."""

    def __init__(self, readers: Iterable[_Reader]) -> None:
        self._forms: defaultdict[str, list[str]] = defaultdict(list)
        self._first: defaultdict[str, set[str]] = defaultdict(set)
        self._offices: dict[tuple[int, str, str], set[str]] = {}
        for reader in readers:
            for name, titles, state in reader.titled_names():
                key = person_key(name)
                self._forms[key].append(name)
                if " " in name:
                    self._first[fold_spelling(name.split()[0])].add(key)
                for title in titles & _OFFICES:
                    self._offices.setdefault((reader.index, title, state), set()).add(key)
        self._full = {key: fullest(forms) for key, forms in self._forms.items()}

    def key_of(self, name: str) -> str | None:
        """Return the key of a person, by the surname or by a first name alone; None for others.

        A first name that two people have is neither's.
        """
        key = person_key(name)
        if key in self._forms:
            return key
        named = self._first.get(fold_spelling(name), set[str]())
        return next(iter(named)) if len(named) == 1 else None

    def full(self, key: str) -> str:
        """Return the fullest form of a person's name, in the usual spelling."""
        return self._full[key]

    def holder(self, article: int, office: str, state: str) -> str | None:
        """Return the key of the one person whom an article gives an office: "the president"."""
        offices = _HEADS_OF_STATE if office == "leader" else {office}
        keys = {
            key
            for (where, title, whose), holders in self._offices.items()
            for key in holders
            if where == article and title in offices and (not state or whose in {state, ""})
        }
        return keys.pop() if len(keys) == 1 else None


def person_key(name: str) -> str:
    """Return what the mentions of one person share: the folded surname."""
    return fold_spelling(name.rsplit(maxsplit=1)[-1])


@dataclass(frozen=True, slots=True)
class _Head:
    """What a noun phrase is about: its tokens from `start` to `end`, and the name if it is one."""

    start: int
    end: int
    name: str = ""


class _Reader:
    """One article's tokens and names, read for mentions."""

    def __init__(self, index: int, article: Article, analysis: Analysis) -> None:
        self.index = index
        self._text = article.text
        self._analysis = analysis
        self._voices = VoiceMap(analysis.quotations)
        spans = [SentenceSpan(each.span, each.block) for each in analysis.sentences]
        self._names = {
            name.span.start: (name.span.end, name.key) for name in find_names(article.text, spans)
        }
        self._speakers = {
            person_key(quotation.speaker.name)
            for quotation in analysis.quotations
            if quotation.speaker and quotation.speaker.name.strip()
        }

    def titled_names(self) -> Iterator[tuple[str, frozenset[str], str]]:
        """Yield names that people bear, with the titles before them and the state these name."""
        for _, tokens in self._rows():
            for head in self._heads(tokens):
                if not head.name or _is_thing(head.name):
                    continue
                first = _walk_left(tokens, head.start, _is_before_person)
                before = [token.lower for token in tokens[first : head.start]]
                titles = TITLES.intersection(before)
                if titles or self._speaks(head.name):
                    yield head.name, titles, _state_in(tokens[first : head.start])

    def _speaks(self, name: str) -> bool:
        return len(name.split()) > 1 and person_key(name) in self._speakers

    def mentions(self, people: _People) -> Iterator[Mention]:
        """Yield the mentions of actors in the article's scored sentences."""
        for number, tokens in self._rows():
            if self._analysis.sentence(number).scored:
                yield from self._mentions_of(tokens, number, people)

    def _rows(self) -> Iterator[tuple[int, Sequence[Token]]]:
        for sentence in self._analysis.sentences:
            yield sentence.number, find_tokens(self._text, sentence.span.start, sentence.span.end)

    def _heads(self, tokens: Sequence[Token]) -> list[_Head]:
        heads: list[_Head] = []
        done = 0
        for at, token in enumerate(tokens):
            if at < done:
                continue
            if token.start in self._names:
                end, name = self._names[token.start]
                done = at + 1
                while done < len(tokens) and tokens[done].start < end:
                    done += 1
                heads.append(_Head(at, done, name))
            elif token.lower in _GROUPS or token.lower in _OFFICES or _is_state(token):
                heads.append(_Head(at, at + 1))
        return heads

    def _mentions_of(
        self, tokens: Sequence[Token], number: int, people: _People
    ) -> Iterable[Mention]:
        found: list[Mention] = []
        taken = len(tokens)
        for head in reversed(self._heads(tokens)):
            if head.end > taken:
                continue
            actor = self._read_head(tokens, head, people)
            if actor is None:
                continue
            first, key, label, kind = actor
            taken = first
            end = tokens[head.end - 1].end
            if head.name:
                end = self._names[tokens[head.start].start][0]
            span = Span(tokens[first].start, end)
            inside = any(area.covers(span) for area in self._voices.quoted_near(span))
            found.append(Mention(self.index, span, key, label, kind, number, inside))
        return reversed(found)

    def _read_head(self, tokens: Sequence[Token], head: _Head, people: _People) -> _Actor | None:
        word = tokens[head.start].lower
        if head.name and state_of(head.name) is None:
            key = people.key_of(head.name)
            if key is not None:
                first = _walk_left(tokens, head.start, _is_before_person)
                return first, f"person:{key}", people.full(key), ActorKind.PERSON
        if not head.name and word in _OFFICES:
            return self._read_office(tokens, head, people)
        if word in _GROUPS and head.end == head.start + 1:
            return _read_group(tokens, head)
        return _read_state(tokens, head) or _read_body(tokens, head)

    def _read_office(self, tokens: Sequence[Token], head: _Head, people: _People) -> _Actor | None:
        """Read "the president" as the one person whom the article gives the title."""
        first = _walk_left(tokens, head.start, _is_before_group)
        state = _state_in(tokens[first : head.start])
        if first and tokens[first - 1].lower == "the":
            first -= 1
        elif not state or first:
            return None
        key = people.holder(self.index, tokens[head.start].lower, state)
        return None if key is None else (first, f"person:{key}", people.full(key), ActorKind.PERSON)


_Actor = tuple[int, str, str, ActorKind]
"""The first token of a phrase, the actor's key and label, and what it is."""


def _read_state(tokens: Sequence[Token], head: _Head) -> _Actor | None:
    """Read a state by its name; "in Moscow" is the city, "moved west" the direction."""
    words = " ".join(token.text for token in tokens[head.start : head.end])
    state = state_of(words)
    before = tokens[head.start - 1].lower if head.start else ""
    if state is None or (is_seat(words) and before in _CITY_AFTER):
        return None
    if (state == WEST and before != "the") or _is_part_of_name(tokens, head.start):
        return None
    first = head.start - 1 if before == "the" else head.start
    return first, f"state:{state}", state, ActorKind.STATE


def _is_part_of_name(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a name goes on from the words before it: "Sea of Japan"."""
    return at > 1 and tokens[at - 1].lower == "of" and tokens[at - 2].lower in _NAMED_AFTER


def _read_body(tokens: Sequence[Token], head: _Head) -> _Actor | None:
    words = [token.lower for token in tokens[head.start : head.end]]
    if not head.name or _BODY_WORDS.isdisjoint(words):
        return None
    first = _walk_left(tokens, head.start, _is_owner)
    if first and tokens[first - 1].lower == "the":
        first -= 1
    return first, f"body:{fold_spelling(head.name)}", head.name, ActorKind.BODY


def _read_group(tokens: Sequence[Token], head: _Head) -> _Actor | None:
    """Read a group by its noun and the state that its adjectives name: "North Korean troops"."""
    noun = tokens[head.start].lower
    first = _walk_left(tokens, head.start, _is_before_group)
    whose = _state_in(tokens[first : head.start])
    if noun in _NEEDS_OWNER and first and tokens[first - 1].text[0].isupper() and not whose:
        first -= 1
    if not _is_group(tokens, head.start, first, whose):
        return None
    bare = first
    if first and tokens[first - 1].lower in _DETERMINERS:
        first -= 1
    words = " ".join(token.text for token in tokens[bare : head.end])
    key, label, kind = _group_actor(noun, whose, words)
    return first, key, label, kind


def _is_group(tokens: Sequence[Token], at: int, first: int, whose: str) -> bool:
    """Say whether a noun names a group here: some do only with an owner, or before no noun."""
    noun = tokens[at].lower
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    before = tokens[first - 1].lower if first else ""
    if noun in _ADJECTIVES and after.endswith("s") and after not in {"is", "was", "has"}:
        return False
    if noun in _FORCES:
        is_told = first == at and before in {"these", "those", "the"}
        return (bool(whose) or is_told) and after not in _RANKS
    if noun in _NEEDS_OWNER:
        return bool(whose) or first < at
    return bool(whose) or noun not in _WESTERN - _OTHER_GROUPS


def _group_actor(noun: str, whose: str, words: str) -> tuple[str, str, ActorKind]:
    if noun in _PARTNERS:
        return _ALLIES, words, ActorKind.GROUP
    if whose == WEST:
        return f"state:{WEST}", WEST, ActorKind.STATE
    if noun in _GOVERNMENT and whose:
        return f"state:{whose}", whose, ActorKind.STATE
    if noun in _FORCES:
        return f"{_FORCES_OF}{whose}", words, ActorKind.GROUP
    kind = words if noun in _NEEDS_OWNER else noun
    return f"group:{whose} {kind}".lower(), words, ActorKind.GROUP


def _is_state(token: Token) -> bool:
    """Say whether a word names a state; "us" and "Us" are those who speak."""
    is_name = token.text[0].isupper() and token.text != "Us"
    return is_name and state_of(token.text) is not None


def _is_thing(name: str) -> bool:
    words = {word.lower() for word in name.split()}
    return state_of(name) is not None or not words.isdisjoint(_BODY_WORDS)


def _walk_left(
    tokens: Sequence[Token], start: int, allowed: Callable[[Sequence[Token], int], bool]
) -> int:
    """Return the first of the tokens before `start` that belong to its phrase."""
    first = start
    while first and start - first < _LONGEST and allowed(tokens, first - 1):
        first -= 1
    while first < start and not tokens[first].is_word:
        first += 1
    return first


def _is_before_person(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.text == ".":
        return bool(at) and tokens[at - 1].lower in TITLES
    if token.lower == "of":
        return bool(at) and tokens[at - 1].lower in _OFFICES
    is_title = token.lower in TITLES and token.text[0].isupper()
    return is_title or _is_owner(tokens, at)


def _is_before_group(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].lower in _MODIFIERS or _is_owner(tokens, at)


def _is_owner(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a token is, or ends, an adjective or the name of a state: "South Korean"."""
    text = tokens[at].text
    if not text[0].isupper():
        return False
    if adjective_state(text) or text.lower().endswith(("'s", "’s")):
        return True
    before = tokens[at - 1].text if at else ""
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return bool(adjective_state(f"{before} {text}") or adjective_state(f"{text} {after}"))


def _state_in(tokens: Sequence[Token]) -> str:
    """Return the state that the words before a noun name, or an empty string."""
    for at in range(len(tokens)):
        pair = " ".join(token.text for token in tokens[at : at + 2])
        state = adjective_state(pair) or adjective_state(tokens[at].text)
        if state:
            return state
    return ""
