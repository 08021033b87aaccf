"""Groups do not depend on the order in which articles come, and strangers stay outside."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.events.grouping import group_articles
from desktop.core.model.articles import Article, Published
from tests.desktop.core.made_up import LEXICONS, article_of
from tests.desktop.core.strategies import ANY_TEXT

BRIDGE = (
    "The harbor bridge in Visby will close in May because engineers found cracks in its pillars. "
    "Mayor Aya Ito said that 400 commuters must take the ferry to Lund until the steel is replaced."
)
BRIDGE_TOO = (
    "Cracks in the pillars force Visby to close its harbor bridge. Commuters will take the ferry "
    "to Lund, Mayor Aya Ito told reporters, until engineers have replaced the steel."
)
BRIDGE_THREE = (
    "Visby commuters face a summer of ferry rides: engineers found cracks in the pillars of the "
    "harbor bridge, and its steel must be replaced, said Mayor Aya Ito. Some 400 cross it daily."
)
ORCHARD = (
    "Cherry growers on the southern coast lost half of their harvest to a late frost in April. "
    "The growers asked for a fund of $4.2 million, and Tomas Okoro said that bees had stayed away."
)
ORCHARD_TOO = (
    "A late frost in April destroyed cherry blossoms along the southern coast. Half of the harvest "
    "is lost, growers say, and Tomas Okoro wants a fund of $4.2 million to help them."
)
CHESS = (
    "A schoolgirl of eleven won the chess final in Turin after a game of seven hours. Her teacher, "
    "Lucia Conti, wept when the queen was sacrificed on the thirty-first move."
)
TEXTS = {"b1": BRIDGE, "b2": BRIDGE_TOO, "b3": BRIDGE_THREE, "o1": ORCHARD, "o2": ORCHARD_TOO,
         "c1": CHESS}  # fmt: skip
EVENTS = {frozenset({"b1", "b2", "b3"}), frozenset({"o1", "o2"}), frozenset({"c1"})}


def grouped(articles: list[Article]) -> set[frozenset[str]]:
    return {frozenset(group.articles) for group in group_articles(articles, LEXICONS)}


def articles(*ids: str) -> list[Article]:
    return [article_of(TEXTS[each], each) for each in ids]


@settings(max_examples=40)
@given(st.permutations(sorted(TEXTS)))
def test_the_order_of_articles_does_not_matter(order: list[str]) -> None:
    assert grouped(articles(*order)) == EVENTS


@settings(max_examples=40)
@given(st.permutations(sorted(TEXTS)))
def test_groups_and_their_articles_stand_in_the_order_given(order: list[str]) -> None:
    groups = group_articles(articles(*order), LEXICONS)
    firsts = [order.index(group.articles[0]) for group in groups]
    assert firsts == sorted(firsts)
    for group in groups:
        assert list(group.articles) == sorted(group.articles, key=order.index)


@pytest.mark.parametrize(
    ("left", "right"), [("b1", "b2"), ("b1", "b3"), ("b2", "b3"), ("o1", "o2")]
)
def test_the_first_two_articles_of_an_empty_library_find_each_other(left: str, right: str) -> None:
    assert grouped(articles(left, right)) == {frozenset({left, right})}


@pytest.mark.parametrize(
    ("left", "right"), [("b1", "o1"), ("b2", "c1"), ("o2", "c1"), ("b3", "o2")]
)
def test_the_first_two_articles_on_two_things_stay_apart(left: str, right: str) -> None:
    assert grouped(articles(left, right)) == {frozenset({left}), frozenset({right})}


@settings(max_examples=30)
@given(st.lists(st.sampled_from(sorted(TEXTS)), unique=True))
def test_taking_articles_away_moves_none_of_the_rest(kept: list[str]) -> None:
    expected = {event & set(kept) for event in EVENTS} - {frozenset()}
    assert grouped(articles(*kept)) == expected


def test_one_text_in_two_outlets_is_one_event() -> None:
    twice = [article_of(CHESS, "x", "Courier"), article_of(CHESS, "y", "Herald")]
    assert grouped([*articles("b1"), *twice]) == {frozenset({"b1"}), frozenset({"x", "y"})}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_and_emoji_do_not_part_an_event(end: str) -> None:
    changed = "😀 " + BRIDGE_TOO.replace(". ", f".{end}{end}")
    assert len(grouped([*articles("b1"), article_of(changed, "x")])) == 1


def test_the_date_parts_two_storms_of_one_kind() -> None:
    storm = (
        "A storm tore the roof off the school in Lund, and 40 children were sent home. Lessons "
        "will be held in the gymnasium of a sports club until the carpenters are done."
    )
    other = (
        "A storm felled trees in Lund. Soldiers cleared the road to the coast, where the ferry to "
        "Visby stayed in port for two days, and the railway stopped its trains."
    )

    def groups(*days: Published) -> int:
        pair = [article_of(storm, "a", day=days[0]), article_of(other, "b", day=days[1])]
        return len(grouped(pair))

    assert groups(Published(2022, 6, 4), Published(2022, 6, 5)) == 1
    assert groups(Published(2022, 6, 4), Published(2023, 2, 1)) == 2


@settings(max_examples=30)
@given(st.lists(ANY_TEXT, max_size=5))
def test_any_texts_fall_into_as_many_groups_in_the_other_order(texts: list[str]) -> None:
    given_ = [article_of(text, f"a{number}") for number, text in enumerate(texts)]
    turned = given_[::-1]
    assert sorted(each for group in grouped(given_) for each in group) == sorted(
        article.id for article in given_
    )
    assert len(grouped(given_)) == len(grouped(turned))


@pytest.mark.parametrize("names", [("b1", "b2"), ("b1", "b2", "b3"), ("o1", "o2")])
def test_a_group_gives_a_reason_for_each_pair(names: tuple[str, ...]) -> None:
    (group,) = group_articles(articles(*names), LEXICONS)
    pairs = {frozenset({link.left, link.right}) for link in group.links}
    assert len(group.links) == len(pairs) == len(names) * (len(names) - 1) // 2
    for link in group.links:
        assert 0.0 < link.cosine <= 1.0
        assert link.names
        assert link.words
        assert link.weakest.endswith(".")


def test_a_reason_names_only_what_both_articles_hold() -> None:
    (group,) = group_articles(articles("b1", "b3"), LEXICONS)
    (link,) = group.links
    assert "Aya Ito" in link.names
    assert link.figures == ("400",)
    for word in link.words:
        assert word in BRIDGE.lower()
        assert word in BRIDGE_THREE.lower()


def test_an_article_alone_needs_no_reason() -> None:
    (group,) = group_articles(articles("c1"), LEXICONS)
    assert group.links == ()
