"""A comparison says the same whatever order its articles stand in; they are only shown in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, cast

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.model.analyses import Analysis
from desktop.core.model.annotations import Annotation
from desktop.core.model.articles import Article, Published
from desktop.core.model.comparisons import Comparison, Finding
from desktop.core.model.details import Details, FigureDesk, Question
from desktop.core.model.pairs import MinimalPair
from tests.desktop.core.made_up import compared, detailed, event_of
from tests.sample_event import sample_view

_DAYS = (Published(2024, 5, 2), Published(2024, 5, 3), Published(2024, 5, 3, 9, 30))
_TEXTS = {
    "Daily": (
        "Storm cuts off Visby\n\n"
        "Mayor Petra Lindqvist claimed on Monday that the storm had cut the harbor road.\n\n"
        "“Nobody may drive there before the walls are tested again,” she told reporters. "
        "About 400 people in Visby were without power.\n\n"
        "Critics slammed the council for its reckless delay. The ferry was shut down."
    ),
    "Post": (
        "Harbor road near Visby is closed\n\n"
        "The storm cut the harbor road near Visby, police said.\n\n"
        "“Nobody may drive there until the walls are tested,” said Petra Lindkvist, the mayor. "
        "Some 600 people in Gotland were without power.\n\n"
        "The council shut down the ferry to Oskarshamn on Monday."
    ),
    "Star": (
        "Visby waits for its ferry\n\n"
        "A reckless delay of the council left the harbor road unsafe, Nils Berg warned.\n\n"
        "Mayor Petra Lindqvist said that the storm had cut the road. "
        "Reportedly 400 people in Visby were without power on Monday."
    ),
    "Echo": (
        "Cherry trees bloom early\n\n"
        "The storm spared the cherry trees of Visby, growers said. "
        "“We were lucky,” Aya Ito said."
    ),
}


@cache
def made_up_event() -> tuple[tuple[Article, ...], tuple[Analysis, ...]]:
    articles, analyses = event_of(**_TEXTS)
    dated = [
        replace(article, metadata=replace(article.metadata, published=published))
        for article, day in zip(articles, _DAYS, strict=False)
        for published in [replace(article.metadata.published, value=day)]
    ]
    return (*dated, *articles[len(dated) :]), tuple(analyses)


def in_any_order(value: object) -> object:
    """Return a value without what only shows the order of the articles."""
    if is_dataclass(value) and not isinstance(value, type):
        rows = {each.name: getattr(value, each.name) for each in fields(value)}
        return type(value).__name__, in_any_order({**rows, **_without_order(value)})
    if isinstance(value, Mapping):
        known = cast("Mapping[str, object]", value)
        return tuple((key, in_any_order(each)) for key, each in sorted(known.items()))
    if isinstance(value, (tuple, list)):
        return tuple(sorted(map(in_any_order, cast("Sequence[object]", value)), key=repr))
    return round(value, 6) if isinstance(value, float) else value


def _without_order(value: object) -> dict[str, Any]:
    """Return the fields that name articles in their order, each without it."""
    if isinstance(value, (Finding, Question)):
        return {"text": ""}
    if isinstance(value, Annotation):
        return {"evidence": ()}  # the first of many places are shown
    if isinstance(value, MinimalPair):
        return {"left": [value.left, value.right], "right": None}
    if isinstance(value, FigureDesk):
        groups = [
            (each.relation, [value.figures[n] for n in each.members]) for each in value.groups
        ]
        return {"groups": groups}
    return {}


def said(
    articles: Sequence[Article], analyses: Sequence[Analysis], order: Sequence[int]
) -> dict[str, object]:
    """Return each part of the comparison of articles in an order, as it is in any order."""
    here, known = [articles[n] for n in order], [analyses[n] for n in order]
    parts: tuple[Comparison, Details] = compared(here, known), detailed(here, known)
    found = {
        each.name: in_any_order(getattr(part, each.name)) for part in parts for each in fields(part)
    }
    found["ranks"] = [sorted(group) for group in parts[0].ranks]
    return found


@settings(max_examples=12, deadline=None)
@given(st.permutations(range(len(_TEXTS))))
def test_articles_in_another_order_are_said_the_same_of(order: list[int]) -> None:
    articles, analyses = made_up_event()
    first = said(articles, analyses, range(len(articles)))
    again = said(articles, analyses, order)
    assert [part for part in first if first[part] != again[part]] == []


def test_the_samples_in_another_order_have_the_same_rows_ranks_and_figures() -> None:
    view = sample_view()
    first = said(view.articles, view.analyses, range(5))
    again = said(view.articles, view.analyses, (3, 0, 4, 2, 1))
    for part in ("claims", "ranks", "orders", "figures", "naming", "five_w", "keyness", "wire"):
        assert first[part] == again[part], part
