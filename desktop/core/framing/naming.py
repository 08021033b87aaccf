"""Findings on the names that the articles use for one actor."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desktop.core.framing.sources import Sources, joined
from desktop.core.model.comparisons import Finding, FindingKind, Place
from desktop.core.text.spellings import fold_spelling


@dataclass(slots=True)
class _Actor:
    """The forms of an actor's name by article, and where each form first stands."""

    forms: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    places: dict[tuple[str, str], Place] = field(default_factory=dict[tuple[str, str], Place])

    @property
    def mentions(self) -> int:
        return sum(sum(counts.values()) for counts in self.forms.values())

    def usual(self) -> Mapping[str, str]:
        """Return each article's most frequent form."""
        return {article: counts.most_common(1)[0][0] for article, counts in self.forms.items()}


def find_namings(sources: Sources) -> Iterable[Finding]:
    """Compare the usual form of each actor's name, the most often named actor first."""
    actors = _find_actors(sources)
    for actor in sorted(actors.values(), key=lambda each: -each.mentions):
        usual = actor.usual()
        by_form: defaultdict[str, list[str]] = defaultdict(list)
        for article, form in usual.items():
            by_form[form].append(article)
        if len(by_form) < 2:
            continue
        parts = [
            f"“{form}” in {joined([sources.name(article) for article in articles])}"
            for form, articles in by_form.items()
        ]
        text = f"One actor is named {joined(parts)}."
        places = tuple(actor.places[article, form] for article, form in usual.items())
        yield Finding(FindingKind.NAMING, "Names for the same actor", text, 0.7, places)


def _find_actors(sources: Sources) -> dict[str, _Actor]:
    actors: defaultdict[str, _Actor] = defaultdict(_Actor)
    for article, analysis in zip(sources.articles, sources.analyses, strict=True):
        scored = [block.span for block in analysis.blocks if block.scored]
        for target in analysis.targets:
            actor = actors[fold_spelling(target.name.split()[-1])]
            for span in target.mentions:
                if any(area.covers(span) for area in scored):
                    form = " ".join(span.of(article.text).split())
                    actor.forms[article.id][form] += 1
                    actor.places.setdefault((article.id, form), Place(article.id, span))
    return {key: actor for key, actor in actors.items() if len(actor.forms) > 1}
