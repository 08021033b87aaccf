"""The reasons for a link: what both articles hold, strongest first, and never too much of it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from desktop.core.events.days import Moment
from desktop.core.events.grouping import group_articles
from desktop.core.events.links import LinkReader
from desktop.core.events.vectors import Vector
from desktop.core.model.articles import Article, Published
from desktop.core.model.events import Link
from tests.desktop.core.made_up import LEXICONS, article_of

FLOOD = (
    "The river burst its banks in Torgau on Monday. Firefighters brought 300 residents of Torgau"
    " to a sports hall. Mayor Henrik Simon said the dike had broken at two places."
)


def link(
    left: str = "",
    right: str = "",
    *,
    words: Mapping[str, float] | None = None,
    names: frozenset[str] = frozenset(),
) -> Link:
    """Return the link of two texts that share the same weighted words."""
    vector = Vector(words or {}, names)
    articles = article_of(left, "left"), article_of(right, "right")
    return link_vectors(articles, (vector, vector))


def link_vectors(articles: tuple[Article, Article], vectors: tuple[Vector, Vector]) -> Link:
    """Return the link of two undated articles."""
    return LinkReader().link(articles, vectors, (Moment(), Moment()))


def test_words_stand_by_their_weight_and_those_of_one_weight_by_the_alphabet() -> None:
    found = link(words={"dike": 0.2, "sand": 0.4, "boat": 0.2, "flood": 0.3})
    assert found.words == ("sand", "flood", "boat", "dike")


def test_six_words_and_no_number_among_them_are_shown() -> None:
    found = link(words={"300": 0.9, **{f"word{letter}": 0.1 for letter in "abcdefgh"}})
    assert found.words == tuple(f"word{letter}" for letter in "abcdef")


def test_a_word_that_only_one_article_has_is_no_reason() -> None:
    one, other = Vector({"dike": 0.5, "sand": 0.5}, frozenset()), Vector({"sand": 0.5}, frozenset())
    found = link_vectors((article_of("", "a"), article_of("", "b")), (one, other))
    assert found.words == ("sand",)
    assert (found.left, found.right) == ("a", "b")


def test_a_name_in_one_article_that_is_a_plain_word_in_the_other_is_shown_as_a_word() -> None:
    name, word = Vector({"may": 0.5}, frozenset({"may"})), Vector({"may": 0.5}, frozenset())
    articles = article_of("They met May.", "a"), article_of("It may be.", "b")
    found = link_vectors(articles, (name, word))
    assert (found.names, found.words) == ((), ("may",))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met Henrik Simon. Simon left.", ("Henrik Simon",)),
        ("Torgau’s mayor, Henrik Simon, spoke.", ("Torgau", "Henrik Simon")),
        ("TORGAU and Henrik\u00a0Simon", ("TORGAU", "Henrik Simon")),
        ("henrik simon", ()),
    ],
)
def test_names_are_shown_in_full_and_once_as_the_first_article_writes_them(
    text: str, names: tuple[str, ...]
) -> None:
    keys = {"torgau": 0.9, "henrik": 0.5, "simon": 0.4}
    assert link(text, words=keys, names=frozenset(keys)).names == names


def test_eight_names_are_shown_at_most() -> None:
    towns = [f"Town{letter}" for letter in "abcdefghij"]
    keys = {town.lower(): 0.1 for town in towns}
    found = link(", ".join(towns), words=keys, names=frozenset(keys))
    assert found.names == tuple(towns[:8])


@pytest.mark.parametrize(
    ("left", "right", "figures"),
    [
        ("300 of 8,000", "8,000 and 300", ("300", "8,000")),
        ("300, then 300", "300", ("300",)),
        ("12 boats in 2024 and 1999", "12 boats in 2024 and 1999", ()),
        ("1850 boats", "1850 boats", ("1850 boats",)),
        ("300", "1,300 and 3000 and 300m", ()),
        ("8.2 metres", "8.2 metres.", ("8.2 metres",)),
        (" ".join(str(number) for number in range(300, 310)),
         " ".join(str(number) for number in range(300, 310)),
         ("300", "301", "302", "303", "304", "305")),
    ],
    ids=["as they come", "once", "days and years", "no year", "parts", "decimal", "six"],
)  # fmt: skip
def test_figures_are_those_of_both_texts_that_are_no_day_and_no_year(
    left: str, right: str, figures: tuple[str, ...]
) -> None:
    assert link(left, right).figures == figures


@pytest.mark.parametrize(
    ("weight", "shown"), [(0.351363, 0.1235), (1.0000001, 1.0), (1.1, 1.0), (0.0, 0.0)]
)
def test_likeness_is_rounded_and_never_above_one(weight: float, shown: float) -> None:
    assert link(words={"dike": weight}).cosine == shown


@pytest.mark.parametrize(
    ("left", "right", "figures"),
    [
        ("300 residents left", "all 300 residents", ("300 residents",)),
        ("300 residents left", "300 people left", ("300",)),
        ("300 were hurt", "300 were safe", ("300",)),
        ("300\u00a0boats", "300 boats. 300 men", ("300 boats",)),
    ],
)
def test_what_is_counted_is_shown_where_both_count_the_same(
    left: str, right: str, figures: tuple[str, ...]
) -> None:
    assert link(left, right).figures == figures


@pytest.mark.parametrize(("count", "links"), [(2, 1), (12, 66), (13, 12)])
def test_up_to_twelve_articles_give_each_pair_and_larger_events_the_nearest_only(
    count: int, links: int
) -> None:
    (group,) = group_articles([article_of(FLOOD, f"{n:02}") for n in range(count)], LEXICONS)
    assert len(group.links) == links
    assert all(each.left < each.right for each in group.links)


def test_in_a_large_event_an_article_is_linked_to_the_one_it_is_most_like() -> None:
    twin = f"{FLOOD} Sandbags, pumps and rubber boats came from Mainz by night."
    many = [article_of(FLOOD, f"{n:02}") for n in range(12)]
    pair = [article_of(f"{twin} {end}", name) for name, end in (("x", "Rain."), ("y", "Snow."))]
    (group,) = group_articles([*many, *pair], LEXICONS)
    assert [(each.left, each.right) for each in group.links if "x" in {each.left, each.right}] == [
        ("x", "y")
    ]


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        (Published(2024, 6, 3), Published(2024, 6, 3, 23, 59), 0),
        (Published(2024, 6, 5), Published(2024, 6, 3), 2),
        (Published(2024, 2, 28), Published(2024, 3, 1), 2),
        (Published(2023, 2, 28), Published(2023, 3, 1), 1),
        (Published(2023, 12, 31), Published(2024, 1, 1), 1),
        (Published(2024, 6, 3), None, None),
        (Published(2024, 6, 31), Published(2024, 6, 3), None),
    ],
)
def test_days_apart_are_those_of_the_calendar(
    left: Published, right: Published | None, apart: int | None
) -> None:
    pair = [article_of(FLOOD, "a", day=left), article_of(FLOOD, "b", day=right)]
    (group,) = group_articles(pair, LEXICONS)
    assert group.links[0].days_apart == apart
