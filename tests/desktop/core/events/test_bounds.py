"""The user's decisions hold while articles are grouped, and decide which event a group is."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.events.bounds import Bounds, Settled, Settling
from desktop.core.events.grouping import describe_group, group_articles
from desktop.core.model.articles import Article
from tests.desktop.core.events.test_grouping_order import TEXTS, articles
from tests.desktop.core.made_up import LEXICONS

ALL = articles(*sorted(TEXTS))
IDS = sorted(TEXTS)


def grouped(bounds: Bounds, given_: list[Article] = ALL) -> dict[tuple[str, ...], str]:
    return {each.articles: each.event for each in group_articles(given_, LEXICONS, bounds)}


def test_an_article_pinned_to_an_event_goes_where_most_of_the_event_goes() -> None:
    places = {"b1": "bridge", "b2": "bridge", "b3": "bridge", "o1": "orchard", "o2": "orchard"}
    found = grouped(Bounds({"c1": "bridge"}, places=places))
    assert found == {("b1", "b2", "b3", "c1"): "bridge", ("o1", "o2"): ""}


def test_a_pinned_article_does_not_hold_the_others_together() -> None:
    places = {"b1": "bridge", "b2": "bridge", "o1": "bridge"}
    found = grouped(Bounds({"c1": "bridge"}, places=places))
    assert found == {("b1", "b2", "b3", "c1"): "bridge", ("o1", "o2"): ""}


def test_articles_that_are_all_pinned_are_one_and_more_may_join() -> None:
    found = grouped(Bounds({"b1": "mine", "b2": "mine"}))
    assert found[("b1", "b2", "b3")] == "mine"
    found = grouped(Bounds({"b1": "mine", "c1": "mine"}))
    assert found[("b1", "c1")] == "mine"


def test_articles_kept_apart_are_never_in_one_group() -> None:
    found = grouped(Bounds(apart={"b1": frozenset({"b2", "b3"})}))
    assert set(found) == {("b1",), ("b2", "b3"), ("c1",), ("o1", "o2")}


def test_two_events_that_the_user_parted_stay_two_however_alike() -> None:
    found = grouped(Bounds({"b1": "one", "b2": "two"}))
    assert {event for event in found.values() if event} == {"one", "two"}
    assert sum(len(group) for group in found) == len(IDS)


def test_two_events_pinned_to_one_group_are_not_made_one() -> None:
    bounds = Bounds({"c1": "x", "o1": "y"}, places={"b1": "x", "b2": "x", "b3": "y"})
    assert grouped(bounds) == {("b1", "b2", "b3", "c1"): "x", ("o1",): "y", ("o2",): ""}


def test_decisions_about_articles_that_are_not_there_change_nothing() -> None:
    gone = Bounds({"z": "x"}, {"z": frozenset({"b1"})}, {"z": "x"})
    assert grouped(gone) == grouped(Bounds())


@settings(max_examples=40)
@given(
    st.dictionaries(st.sampled_from(IDS), st.sampled_from(["x", "y"])),
    st.dictionaries(st.sampled_from(IDS), st.sampled_from(["x", "y", "z"])),
)
def test_each_article_is_in_one_group_and_each_pin_holds(
    pins: dict[str, str], places: dict[str, str]
) -> None:
    settling = Settling(Bounds(pins, places=places), IDS)
    alone = [(each,) for each in IDS if each not in settling.aside]
    units = [tuple(unit) for unit in settling.units.values()]
    held = {each for unit in units for each in unit}
    settled: list[Settled] = settling.settle([*units, *(a for a in alone if a[0] not in held)])
    assert sorted(each for group in settled for each in group.members) == IDS
    events = [group.event for group in settled if group.event]
    assert len(events) == len(set(events))
    place = {each: group.event for group in settled for each in group.members}
    assert {each: place[each] for each in pins} == pins


def test_what_the_user_holds_together_has_a_label_and_reasons() -> None:
    group = describe_group(articles("b1", "c1"), LEXICONS)
    assert group.articles == ("b1", "c1")
    assert group.label
    assert [(link.left, link.right) for link in group.links] == [("b1", "c1")]
