"""How each article names each actor, in its own voice and in quotation marks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from desktop.core.framing.actors import Mention
from desktop.core.framing.sources import Sources
from desktop.core.model.details import ArticleForms, NamedForm, Naming
from desktop.core.model.places import Place
from desktop.core.text.spellings import commonest


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
    """Return the label that most mentions of an actor have."""
    return commonest(mention.label for mention in mentions)


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
