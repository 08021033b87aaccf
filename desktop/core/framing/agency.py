"""Who acts: the same act with its agent in one article and without one in another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from desktop.core.alignment.words import stem_of
from desktop.core.framing.actors import ActorKind, Mention
from desktop.core.framing.matters import Matters
from desktop.core.model.details import Question, QuestionKind
from desktop.core.model.places import Place
from desktop.core.model.spans import Span

_MOST = 2
_LEAST_ARTICLES = 3
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|be|is|are|get|got)\s(?:\w+ly\s)?(?P<verb>[a-z]{4,}(?:ed|en))\b"
    r"(?!\s(?:to|by|that|in\sresponse\sby)\b)"
)
_PARTICIPLE = re.compile(
    r"\b(?!(?:has|is|was|does|his|its|this|as)\s)[a-z]+s\s(?P<verb>[a-z]{4,}ed)\s(?=in|to|on|at|near|along)\b"
)
_NOUN = re.compile(r"\b(?P<verb>[a-z]{4,}(?:ments?|tions?|sions?))\b")
_ACTIVE = re.compile(
    r"(?:['’]s)?\s(?:(?:has|have|had|is|are|was|were)\s(?:been\s|\w+ly\s)?)?"
    r"(?P<verb>[a-z]{4,}(?:ed|ing))\b(?!\s(?:to|by|that)\b)"
)
_OWNER = re.compile(r"['’]s?\s(?:[\w-]+\s){0,1}(?P<verb>[a-z]{4,}(?:ments?|tions?|sions?))\b")
_BY = re.compile(r"\s(?:[\w-]+\s){0,6}?by\s(?:the\s)?[A-Z]")
_SAYING = re.compile(r"^(?:say|said|report|announc|believ|expect|estimat|consider|regard|state)")
_NO_ACT = frozenset(
    stem_of(word)
    for word in (
        "situation nation question position mention addition condition section portion function"
        " station option nations government department statement document element moment comment"
        " parliament administration information relations population tradition reputation"
        " organization corporation institution location version vision mission commission"
        " television"
    ).split()
)


class Act(NamedTuple):
    """An act in one article; `agent` is the label of who does it, empty where nobody is named."""

    stem: str
    article: int
    span: Span
    agent: str


def find_agents(matters: Matters) -> Iterable[Question]:
    """Ask who acts, where at least one article names an agent and another one names none."""
    acts: defaultdict[str, list[Act]] = defaultdict(list)
    for act in find_acts(matters):
        acts[act.stem].append(act)
    asked = 0
    for entries in sorted(acts.values(), key=lambda each: -len({act.article for act in each})):
        named = {act.article for act in entries if act.agent}
        bare = {act.article for act in entries} - named
        if named and bare and len(named | bare) >= _LEAST_ARTICLES and asked < _MOST:
            asked += 1
            yield _ask(matters, entries, named, bare)


def _ask(matters: Matters, acts: list[Act], named: set[int], bare: set[int]) -> Question:
    ids = matters.ids
    first: dict[int, Act] = {}
    for act in acts:
        if bool(act.agent) is (act.article in named):
            first.setdefault(act.article, act)
    places = {at: Place(ids[at], act.span) for at, act in sorted(first.items())}
    agents = sorted({first[at].agent for at in named})
    shown = min(bare)
    text = (
        f"Who acts in “{matters.short(places[shown])}”? {matters.names(ids[at] for at in named)}"
        f" {'names' if len(named) == 1 else 'name'} {' and '.join(agents)};"
        f" in {matters.names(ids[at] for at in bare)} the act has no agent."
    )
    return Question(
        QuestionKind.TREATMENT,
        text,
        matters.ordered(ids[at] for at in named),
        matters.ordered(ids[at] for at in bare),
        tuple(places.values()),
    )


def find_acts(matters: Matters) -> Iterator[Act]:
    """Yield the acts of the scored sentences, outside quotation marks, with agent and without."""
    ends: defaultdict[tuple[int, int], dict[int, Mention]] = defaultdict(dict)
    for mention in matters.mentions:
        if not mention.quoted:
            ends[mention.article, mention.sentence][mention.span.end] = mention
    for index, (article, analysis) in enumerate(
        zip(matters.sources.articles, matters.sources.analyses, strict=True)
    ):
        aside = [span for quotation in matters.said(article.id) for span in quotation.marked]
        aside += [verb.span for verb in analysis.verbs]
        for sentence in analysis.sentences:
            if not sentence.scored:
                continue
            agents = ends.get((index, sentence.number), {})
            for act in _acts_of(article.text, sentence.span, index, agents):
                if not any(_is_taken(act.span, area) for area in aside):
                    yield act


def _is_taken(act: Span, area: Span) -> bool:
    """Say whether an act stands in marks, or its verb only reports speech."""
    return area.covers(act) or act.start <= area.start < act.end <= area.end


def _acts_of(text: str, area: Span, article: int, agents: Mapping[int, Mention]) -> Iterator[Act]:
    done: set[int] = set()
    for end, mention in agents.items():
        for pattern in (_OWNER, _ACTIVE):
            match = pattern.match(text, end, area.end)
            if match and _is_act(match["verb"]) and mention.kind is not ActorKind.GROUP:
                done.add(match.start("verb"))
                span = Span(mention.span.start, match.end("verb"))
                yield Act(_stem(match["verb"]), article, span, mention.label)
    for pattern in (_PASSIVE, _PARTICIPLE, _NOUN):
        for match in pattern.finditer(text, area.start, area.end):
            at = match.start("verb")
            if at in done or not _is_act(match["verb"]) or _BY.match(text, match.end(), area.end):
                continue
            done.add(at)
            yield Act(_stem(match["verb"]), article, Span(match.start(), match.end("verb")), "")


def _is_act(verb: str) -> bool:
    return _SAYING.match(verb) is None and stem_of(verb) not in _NO_ACT


def _stem(verb: str) -> str:
    """Return one key for a verb and its noun: "deployed" and "deployment"."""
    stem = stem_of(verb)
    for ending in ("ment", "at", "ion"):
        stem = stem.removesuffix(ending)
    return stem
