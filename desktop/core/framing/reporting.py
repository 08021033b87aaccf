"""How the same speaker's words are introduced: verbs on different rungs of the ladder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from desktop.core.framing.sources import Sources, joined
from desktop.core.model.analyses import ReportVerb, Rung, Voice
from desktop.core.model.comparisons import Finding, FindingKind, Place
from desktop.core.text.spellings import fold_spelling

_RUNGS = tuple(Rung)
_LEAST_DISTANCE = 2

# Verbs of one speaker, by article.
_Spoken = Mapping[str, list[ReportVerb]]


def find_introductions(sources: Sources) -> Iterable[Finding]:
    """Compare, speaker by speaker, the highest verb that each article's own voice uses."""
    by_speaker, names = _by_speaker(sources)
    ordered = sorted(by_speaker.items(), key=lambda item: (-_spread(item[1]), item[0]))
    for key, spoken in ordered:
        if _spread(spoken) >= _LEAST_DISTANCE:
            yield _describe(sources, names[key], spoken)


def _by_speaker(sources: Sources) -> tuple[dict[str, _Spoken], dict[str, str]]:
    spoken: defaultdict[str, dict[str, list[ReportVerb]]] = defaultdict(dict)
    names: dict[str, str] = {}
    for article, analysis in zip(sources.articles, sources.analyses, strict=True):
        for verb in analysis.verbs:
            is_scored = analysis.sentence(verb.sentence).scored
            if not verb.speaker or verb.voice is Voice.QUOTED or not is_scored:
                continue
            key = fold_spelling(verb.speaker.split()[-1])
            names.setdefault(key, verb.speaker)
            spoken[key].setdefault(article.id, []).append(verb)
    return dict(spoken), names


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
        f" {joined([sources.name(article) for article in low])}"
        f" with {joined(plain[:3])} ({highest[low[0]].rung.value}) at most."
    )
    order = sorted(highest, key=lambda article: -_height(highest[article]))
    places = tuple(Place(article, highest[article].span) for article in order)
    return Finding(FindingKind.VERBS, f"How {name} is introduced", text, 0.8, places)


def _highest(verbs: Iterable[ReportVerb]) -> ReportVerb:
    return max(verbs, key=lambda verb: (_height(verb), -verb.span.start))


def _height(verb: ReportVerb) -> int:
    return _RUNGS.index(verb.rung)
