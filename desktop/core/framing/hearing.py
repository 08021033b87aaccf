"""Who is heard: actors that several articles name, and whose words only some of them give."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from desktop.core.framing.actors import ActorKind, Mention, person_key
from desktop.core.framing.matters import Matters
from desktop.core.framing.sources import plural
from desktop.core.framing.states import WEST, adjective_state
from desktop.core.model.analyses import Quotation
from desktop.core.model.details import Question, QuestionKind
from desktop.core.model.places import Place

_MOST = 3
_LEAST_MENTIONS = 2


def find_hearings(matters: Matters) -> Iterable[Question]:
    """Ask where a state is heard that every article names and only some of them let speak.

    A state speaks by its name, its seat, its officials or a person whose title names it.
    """
    named = _named(matters)
    heard = _heard(matters)
    ranked = sorted(heard, key=lambda state: (-sum(named[state].values()), state))
    asked = 0
    for state in ranked:
        naming = [each for each, count in named[state].items() if count >= _LEAST_MENTIONS]
        silent = [each for each in naming if each not in heard[state]]
        if not silent or asked == _MOST:
            continue
        asked += 1
        yield _ask(matters, state, heard[state], silent)


def _ask(
    matters: Matters, state: str, heard: Mapping[str, list[Place]], silent: list[str]
) -> Question:
    text = (
        f"Who gives the side of {state}? Words of it stand in {matters.names(heard)};"
        f" {matters.names(silent)} {plural(len(silent), 'names', 'name')} it, and none were found"
        " there."
    )
    evidence = [place for article in matters.ordered(heard) for place in heard[article]]
    return Question(
        QuestionKind.TREATMENT,
        text,
        matters.ordered(heard),
        matters.ordered(silent),
        tuple(evidence),
    )


def _named(matters: Matters) -> Mapping[str, Counter[str]]:
    """Return how often each article names each state outside quotation marks."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    ids = matters.ids
    for mention in matters.mentions:
        if mention.kind is ActorKind.STATE and not mention.quoted:
            counts[mention.label][ids[mention.article]] += 1
    return counts


def _heard(matters: Matters) -> dict[str, dict[str, list[Place]]]:
    """Return the places at which each article gives words to each state."""
    found: defaultdict[str, dict[str, list[Place]]] = defaultdict(dict)
    states = _states_of_people(matters)
    for index, article in enumerate(matters.ids):
        mentions = [each for each in matters.mentions if each.article == index]
        for quotation in matters.said(article):
            state = _state_of_speaker(matters, article, quotation, mentions, states)
            if state and state != WEST:
                found[state].setdefault(article, []).append(Place(article, quotation.span))
    return dict(found)


def _states_of_people(matters: Matters) -> dict[str, str]:
    """Return the state that a person's title names: "Russian President Vladimir Putin"."""
    states: dict[str, str] = {}
    for mention in matters.mentions:
        if mention.kind is ActorKind.PERSON:
            state = _leading_state(matters.sources.text(_place(matters, mention)))
            if state:
                states.setdefault(mention.key, state)
    return states


def _place(matters: Matters, mention: Mention) -> Place:
    return Place(matters.ids[mention.article], mention.span)


def _leading_state(words: str) -> str | None:
    parts = words.split()
    for size in (2, 1):
        if len(parts) > size:
            state = adjective_state(" ".join(parts[:size]))
            if state:
                return state
    return None


def _state_of_speaker(
    matters: Matters,
    article: str,
    quotation: Quotation,
    mentions: Iterable[Mention],
    states: Mapping[str, str],
) -> str | None:
    speaker = quotation.speaker
    if speaker is None:
        return None
    for mention in mentions:
        if speaker.span is not None and mention.span.overlap(speaker.span):
            if mention.kind is ActorKind.STATE:
                return mention.label
            words = mention.span.of(matters.sources.article(article).text)
            return states.get(mention.key) or _leading_state(words)
    if not speaker.name.strip():
        return None
    known = states.get(f"person:{person_key(speaker.name)}")
    return known or _leading_state(f"{speaker.name} ")
