"""Profiles: differences inside shared events, a range over events, and too few events."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.framing.profile import LEAST_EVENTS, measure_article, profile_outlets
from desktop.core.model.profiles import ArticleMeasures, Measure, OutletProfile, ProfileRow
from tests.desktop.core.made_up import analyzed, article_of

LONG = "The ferry left the harbor at noon with forty people and came back to the town. " * 6


def article(event: str, outlet: str, value: float) -> ArticleMeasures:
    return ArticleMeasures(event, outlet, {Measure.LOADED: value})


def events(*pairs: tuple[float, float]) -> list[ArticleMeasures]:
    """Return events of two outlets, with the value of each."""
    return [
        each
        for number, (daily, post) in enumerate(pairs)
        for each in (article(str(number), "Daily", daily), article(str(number), "Post", post))
    ]


def loaded(profile: OutletProfile) -> ProfileRow:
    return next(row for row in profile.rows if row.measure is Measure.LOADED)


def test_the_mean_is_that_of_the_differences_inside_events() -> None:
    daily, post = profile_outlets(events(*[(3.0, 1.0), (9.0, 8.0)] * 3))
    assert loaded(daily).mean == pytest.approx(1.5)
    assert loaded(post).mean == pytest.approx(-1.5)
    assert daily.events == 6


def test_a_topic_that_one_outlet_alone_writes_about_does_not_count() -> None:
    alone = [article("own", "Daily", 90.0), article("none", "", 50.0)]
    (daily, _) = profile_outlets([*events(*[(3.0, 1.0)] * 6), *alone])
    assert loaded(daily).mean == pytest.approx(2.0)
    assert daily.events == 6


def test_several_articles_of_one_outlet_count_as_their_mean() -> None:
    more = [article(str(number), "Daily", 5.0) for number in range(6)]
    (daily, _) = profile_outlets([*events(*[(3.0, 1.0)] * 6), *more])
    assert loaded(daily).mean == pytest.approx(3.0)


def test_under_the_stated_number_of_events_there_is_no_mean() -> None:
    (daily, _) = profile_outlets(events(*[(3.0, 1.0)] * (LEAST_EVENTS - 1)))
    row = loaded(daily)
    assert (row.mean, row.low, row.high) == (None, None, None)
    assert row.reason == f"too little: {LEAST_EVENTS - 1} events, {LEAST_EVENTS} needed"
    assert len(row.events) == LEAST_EVENTS - 1


def test_a_measure_that_an_article_has_too_little_text_for_is_left_out() -> None:
    assert measure_article(article_of("It was late."), analyzed("It was late.")) == {}
    found = measure_article(article_of(LONG), analyzed(LONG))
    assert found[Measure.LOADED] == 0.0
    assert found[Measure.QUOTED] == 0.0
    assert Measure.VERDICTS not in found


def test_verdicts_and_unnamed_sources_are_counted_in_own_voice() -> None:
    text = (
        f"{LONG} Mayor Aya Ito said it was late. Ito claimed the ferry was full. Ito said she left."
        " Nils Berg said so. Berg added that it rained. Sources said it was cold."
    )
    found = measure_article(article_of(text), analyzed(text))
    assert 0.0 < found[Measure.VERDICTS] < 50.0
    assert found[Measure.UNNAMED] >= 1.0


_VALUES = st.lists(
    st.tuples(st.floats(0, 50), st.floats(0, 50)), min_size=LEAST_EVENTS, max_size=12
)


@given(_VALUES)
def test_the_range_lies_between_the_least_and_the_largest_difference(
    values: list[tuple[float, float]],
) -> None:
    (daily, post) = profile_outlets(events(*values))
    row, other = loaded(daily), loaded(post)
    assert row.mean is not None
    assert row.low is not None
    assert row.high is not None
    assert other.mean == pytest.approx(-row.mean)
    differences = [one - two for one, two in values]
    assert min(differences) - 0.01 <= row.low <= row.high <= max(differences) + 0.01
