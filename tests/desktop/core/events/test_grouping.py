"""Articles about one thing in the world fall together, others stay alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.events.grouping import group_articles
from desktop.core.events.linkage import link_groups
from desktop.core.model.articles import Article, Metadata, Origin, Published, Stated
from desktop.services.lexicons import load_lexicons

SEEDS = Path(__file__).resolve().parents[4] / "seeds"

FLOOD = (
    "The river Elbe burst its banks in Torgau on Monday. Firefighters brought 300 residents of"
    " Torgau to a sports hall. Mayor Henrik Simon said the dike had broken at two places."
)
FLOOD_TOO = (
    "After two dikes broke, 300 people in Torgau spent the night in a sports hall. The Elbe stood"
    " at 8.2 metres, Mayor Henrik Simon told reporters. Firefighters filled sandbags."
)
VINEYARD = (
    "A winemaker in Tuscany has planted grapes on a slope that was thought too steep. The first"
    " harvest tastes of plums and smoke, Giulia Bianchi says, and will be sold in autumn."
)


def article(number: int, text: str, day: int | None = None) -> Article:
    if day is None:
        return Article(f"a{number}", text)
    published = Stated(Published(2024, 6, day), Origin.FILE, confidence=1.0)
    return Article(f"a{number}", text, Metadata(published=published))


def groups_of(articles: Sequence[Article]) -> list[tuple[str, ...]]:
    return [group.articles for group in group_articles(articles, load_lexicons())]


def read_seeds() -> list[Article]:
    return [Article(path.name, path.read_text("utf-8")) for path in sorted(SEEDS.glob("*.txt"))]


def test_two_articles_on_one_event_find_each_other_in_an_empty_library() -> None:
    found = groups_of([article(1, FLOOD), article(2, VINEYARD), article(3, FLOOD_TOO)])

    assert found == [("a1", "a3"), ("a2",)]


def test_the_sample_articles_are_one_event_and_an_unrelated_one_stays_out() -> None:
    seeds = read_seeds()

    found = groups_of([*seeds, article(1, VINEYARD)])

    assert found == [tuple(seed.id for seed in seeds), ("a1",)]


def test_the_same_people_and_countries_alone_make_no_event() -> None:
    seeds = read_seeds()
    refinery = (
        "Ukrainian drones struck an oil refinery in Russia's Saratov region overnight, the governor"
        " said on Friday. Three people were injured. Ukraine has repeatedly targeted Russian energy"
        " sites; Moscow says its air defences shot down 80 drones. President Volodymyr Zelenskyy"
        " did not comment."
    )

    assert groups_of([*seeds, article(1, refinery)])[1:] == [("a1",)]


def test_no_articles_give_no_groups() -> None:
    assert groups_of([]) == []


def test_an_article_without_words_is_a_group_of_its_own() -> None:
    assert groups_of([article(1, ""), article(2, " … "), article(3, FLOOD)]) == [
        ("a1",),
        ("a2",),
        ("a3",),
    ]


def test_an_article_given_twice_counts_once() -> None:
    assert groups_of([article(1, FLOOD), article(1, FLOOD)]) == [("a1",)]


def test_a_date_that_no_calendar_has_is_passed_over() -> None:
    assert groups_of([article(1, FLOOD, 31), article(2, FLOOD_TOO, 30)]) == [("a1", "a2")]


def test_the_reasons_name_what_two_articles_share() -> None:
    (group,) = group_articles([article(1, FLOOD, 3), article(2, FLOOD_TOO, 4)], load_lexicons())
    (link,) = group.links

    assert {"Torgau", "Elbe"} <= set(link.names)
    assert link.figures == ("300",)
    assert "firefighters" in link.words
    assert link.days_apart == 1
    assert 0 < link.cosine <= 1
    assert link.weakest.endswith(".")


def test_a_large_event_gives_each_article_one_reason_at_least() -> None:
    many = [article(number, FLOOD) for number in range(20)]

    (group,) = group_articles(many, load_lexicons())

    assert {name for link in group.links for name in (link.left, link.right)} == set(group.articles)
    assert len(group.links) < 40


def test_chains_of_likeness_do_not_join_what_is_unlike() -> None:
    alike = {(0, 1): 0.5, (1, 2): 0.45, (2, 3): 0.5}

    assert link_groups(4, alike, 0.2) == [[0, 1], [2, 3]]


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] < pair[1]),
        st.floats(0.01, 1.0),
    )
)
def test_every_position_is_in_one_group(alike: dict[tuple[int, int], float]) -> None:
    groups = link_groups(7, alike, 0.2)

    assert sorted(each for group in groups for each in group) == list(range(7))


@settings(max_examples=30)
@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_texts_can_be_grouped(texts: list[str]) -> None:
    articles = [article(number, text) for number, text in enumerate(texts)]

    found = [each for group in groups_of(articles) for each in group]

    assert sorted(found) == sorted(each.id for each in articles)
