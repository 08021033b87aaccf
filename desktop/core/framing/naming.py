"""Findings on the names that the articles use for one actor in their own voice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from desktop.core.framing.actors import ActorKind
from desktop.core.framing.counter import other_forms
from desktop.core.framing.sources import Sources, joined
from desktop.core.model.comparisons import Finding, FindingKind
from desktop.core.model.details import NamedForm, Naming
from desktop.core.text.names import TITLES
from desktop.core.text.spellings import fold_spelling
from desktop.core.text.tokens import word_set

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SMALL = TITLES | word_set("the a an his her its their these those this that our of s us u.s")
_ENDING = re.compile(r"['’]s?$|(?<=\w{3})s$")
_MOST_FORMS = 4


def find_namings(
    sources: Sources, namings: Sequence[Naming], kinds: Mapping[str, ActorKind]
) -> Iterable[Finding]:
    """Compare the usual form of each actor's name, the most often named actor first.

    A surname here and the full name there, or a title more, is no difference: only other words for
    a group, or another spelling of a name, are.

    Args:
        sources: The articles.
        namings: How they name each actor.
        kinds: What each actor is, by its label.
    """
    # Spellings of a person's name first: they are surely one actor.
    for naming in sorted(namings, key=lambda each: kinds.get(each.actor) is not ActorKind.PERSON):
        kind = kinds.get(naming.actor)
        if kind is ActorKind.STATE:
            continue  # its name, its adjective and its capital are of one kind
        usual = {row.article: _usual(row.forms) for row in naming.own}
        by_form: defaultdict[str, list[str]] = defaultdict(list)
        for article, form in usual.items():
            plain = _surname(form.form) if kind is ActorKind.PERSON else _plain(form.form)
            if plain:
                by_form[plain].append(article)
        if len(by_form) < 2 or not _differ(list(by_form), kind):
            continue
        yield _describe(sources, naming, usual, by_form)


def _describe(
    sources: Sources,
    naming: Naming,
    usual: Mapping[str, NamedForm],
    by_form: Mapping[str, Sequence[str]],
) -> Finding:
    ordered = sorted(by_form.values(), key=lambda articles: -len(articles))[:_MOST_FORMS]
    parts = [
        f"“{_shown(usual[articles[0]].form)}” in {sources.names(articles)}" for articles in ordered
    ]
    places = tuple(usual[article].place for articles in ordered for article in articles)
    counter = other_forms(naming, {article: form.form for article, form in usual.items()})
    text = f"One actor is named {joined(parts)}."
    return Finding(FindingKind.NAMING, "Names for the same actor", text, 0.7, places, counter)


def _usual(forms: Sequence[NamedForm]) -> NamedForm:
    """Return the most frequent form, the first of those on a tie."""
    return max(forms, key=lambda form: form.count)


def _shown(form: str) -> str:
    return re.sub(r"^(?:the|a|an)\s", "", form, flags=re.IGNORECASE).removesuffix("'s")


def _plain(form: str) -> str:
    """Return what tells a form apart: its words without titles and endings of ownership."""
    words = [_ENDING.sub("", word.lower()) for word in _WORD.findall(form)]
    return " ".join(word for word in words if word not in _SMALL)


def _surname(form: str) -> str:
    """Return the last word of a person's name; a title alone tells no form of the name."""
    return _plain(form).rsplit(" ", 1)[-1]


def _differ(forms: Sequence[str], kind: ActorKind | None) -> bool:
    """Say whether two forms are neither one within the other nor, for a name, another name."""
    if kind is not ActorKind.GROUP and len({fold_spelling(form) for form in forms}) > 1:
        return False
    parts = [set(form.split()) for form in forms]
    heads = [form.rsplit(" ", 1)[-1] for form in forms]
    is_group = kind is ActorKind.GROUP  # the police of a town are not those of its country
    shared = [word for word in parts[0] if all(word in part for part in parts)]
    if is_group and not shared:
        return False  # "partners" here are not the "allies" there
    return any(
        not (one <= other or other <= one) and not (is_group and heads[at] == heads[more])
        for at, one in enumerate(parts)
        for more, other in enumerate(parts[at + 1 :], start=at + 1)
    )
