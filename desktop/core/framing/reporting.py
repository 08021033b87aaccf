"""How the same speaker's words are introduced: verbs on different rungs of the ladder."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from desktop.core.framing.counter import milder_verbs
from desktop.core.framing.sources import Sources, is_one_name, joined
from desktop.core.model.analyses import ReportVerb, Rung, Voice
from desktop.core.model.comparisons import Finding, FindingKind, Place
from desktop.core.model.spans import Span
from desktop.core.text.spellings import fold_spelling, fullest

_RUNGS = tuple(Rung)
_LEAST_DISTANCE = 2
_HARSH = _RUNGS.index(Rung.REPROACH)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_POSSESSIVE = re.compile(r"['’]s$")
_MANY = re.compile(r"(?:[^s]ans|ats|ves|als|ists|ers|ors|ials)$")
# What somebody could say, or was told to consider, nobody said.
_MODAL = re.compile(
    r"\b(?:could|should|would|may|might|can|must)(?:\s+(?:\w+ly|not|also|even|still|be))*\s+$",
    re.IGNORECASE,
)
_MODAL_REACH = 40
_PRONOUN = re.compile(r"\b(?:he|she|they)\b", re.IGNORECASE)
_TAKES = re.compile(
    r"\s(?:with\s|(?:\w+\s)?(?:responsibility|credit|victory|asylum|damages|lives)\b)"
)

# Verbs of one speaker, by article.
_Spoken = Mapping[str, list[ReportVerb]]


def find_introductions(sources: Sources) -> Iterable[Finding]:
    """Compare, speaker by speaker, the highest verb that each article's own voice uses."""
    by_speaker, names = _by_speaker(sources)
    ordered = sorted(by_speaker.items(), key=lambda item: (-_spread(item[1]), item[0]))
    for key, spoken in ordered:
        if _spread(spoken) < _LEAST_DISTANCE or not is_one_name(names[key]):
            continue  # two departments, or a father and his son, are not introduced alike
        if _judges(sources, spoken):
            yield _describe(sources, fullest(names[key]), spoken)


def _by_speaker(sources: Sources) -> tuple[dict[str, _Spoken], dict[str, list[str]]]:
    spoken: defaultdict[str, dict[str, list[ReportVerb]]] = defaultdict(dict)
    names: defaultdict[str, list[str]] = defaultdict(list)
    for article, analysis in zip(sources.articles, sources.analyses, strict=True):
        giving = {each.verb.span for each in analysis.quotations if each.verb and each.is_said}
        for verb in analysis.verbs:
            if verb.span not in giving and _height(verb) < _HARSH:
                continue  # who "invited him to dinner" or "can consider" a thing says no words
            is_scored = analysis.sentence(verb.sentence).scored
            if not verb.speaker or verb.voice is Voice.QUOTED or not is_scored:
                continue
            if _TAKES.match(article.text, verb.span.end):
                continue  # who claims responsibility, or lashes out with a raid, says nothing
            if _MODAL.search(article.text[: verb.span.start][-_MODAL_REACH:]):
                continue
            if not verb.speaker.split()[-1][:1].isupper():
                continue  # "victims" here and there need not be the same people
            if " " not in verb.speaker and _MANY.search(verb.speaker):
                continue  # nor need "Republicans"
            if not _is_named_before(article.text, analysis.sentence(verb.sentence).span, verb):
                continue  # a description may be of somebody else
            key = fold_spelling(verb.speaker.split()[-1])
            names[key].append(verb.speaker)
            spoken[key].setdefault(article.id, []).append(verb)
    return dict(spoken), names


def _is_named_before(text: str, sentence: Span, verb: ReportVerb) -> bool:
    """Say whether the sentence has the speaker's surname, or a pronoun before the verb."""
    words = [word for word in _WORD.findall(sentence.of(text)) if not _POSSESSIVE.search(word)]
    surname = fold_spelling((verb.speaker or "").split()[-1])
    before = text[sentence.start : verb.span.start]
    return surname in map(fold_spelling, words) or _PRONOUN.search(before) is not None


def _judges(sources: Sources, spoken: _Spoken) -> bool:
    """Say whether the highest verb judges what was said: "accused" only tells what was done."""
    highest = {article: _highest(verbs) for article, verbs in spoken.items()}
    top = max(highest, key=lambda article: _height(highest[article]))
    verb = highest[top]
    loaded = sources.analysis(top).loaded
    is_marked = any(each.span.overlap(verb.span) and not each.ignored for each in loaded)
    return is_marked or verb.rung is Rung.ATTACK


def _spread(spoken: _Spoken) -> int:
    """Return how many rungs lie between the articles' highest verbs; one article has no spread."""
    heights = [_height(_highest(verbs)) for verbs in spoken.values()]
    return max(heights) - min(heights) if len(heights) > 1 else 0


def _describe(sources: Sources, name: str, spoken: _Spoken) -> Finding:
    highest = {article: _highest(verbs) for article, verbs in spoken.items()}
    top = max(highest, key=lambda article: _height(highest[article]))
    floor = min(_height(verb) for verb in highest.values())
    low = [article for article, verb in highest.items() if _height(verb) == floor]
    strong = highest[top]
    plain = list(dict.fromkeys(f"“{highest[article].lemma}”" for article in low))
    text = (
        f"{sources.name(top)} introduces {name} with “{strong.lemma}” ({strong.rung.value});"
        f" {sources.names(low)}"
        f" with {joined(plain[:3])} ({highest[low[0]].rung.value}) at most."
    )
    order = sorted(highest, key=lambda article: -_height(highest[article]))
    places = tuple(Place(article, highest[article].span) for article in order)
    counter = milder_verbs(top, strong, spoken[top])
    title = f"How {name} is introduced"
    return Finding(FindingKind.VERBS, title, text, 0.8, places, counter)


def _highest(verbs: Iterable[ReportVerb]) -> ReportVerb:
    return max(verbs, key=lambda verb: (_height(verb), -verb.span.start))


def _height(verb: ReportVerb) -> int:
    return _RUNGS.index(verb.rung)
