"""The names that the articles use for one actor, as a table and as findings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.core.framing.actors import Mention
from desktop.core.framing.sources import Sources, joined
from desktop.core.model.comparisons import Finding, FindingKind, Place
from desktop.core.model.details import ArticleForms, NamedForm, Naming
from desktop.core.text.spellings import fold_spelling


def name_actors(sources: Sources, mentions: Iterable[Mention]) -> tuple[Naming, ...]:
    """Return how each article names each actor, the most often named first.

    Words inside quotation marks are a speaker's: they are counted apart.
    """
    by_actor: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_actor[mention.key].append(mention)
    ranked = sorted(by_actor.values(), key=lambda each: (-len(each), each[0].article, each[0].span))
    return tuple(
        Naming(
            actor=_label_of(each),
            own=_forms_of(sources, [mention for mention in each if not mention.quoted]),
            quoted=_forms_of(sources, [mention for mention in each if mention.quoted]),
        )
        for each in ranked
    )


def _label_of(mentions: Sequence[Mention]) -> str:
    """Return the label that most mentions of an actor have, the first of those on a tie."""
    counts = Counter(mention.label for mention in mentions)
    return counts.most_common(1)[0][0]


def _forms_of(sources: Sources, mentions: Sequence[Mention]) -> tuple[ArticleForms, ...]:
    rows: list[ArticleForms] = []
    for index, article in enumerate(sources.articles):
        counts: Counter[str] = Counter()
        first: dict[str, NamedForm] = {}
        for mention in mentions:
            if mention.article == index:
                form = " ".join(mention.span.of(article.text).split())
                key = form.lower()
                counts[key] += 1
                first.setdefault(key, NamedForm(form, 0, Place(article.id, mention.span)))
        if first:
            forms = (NamedForm(e.form, counts[key], e.place) for key, e in first.items())
            rows.append(ArticleForms(article.id, tuple(forms)))
    return tuple(rows)


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
