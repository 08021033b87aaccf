"""Details are made once for a view, from its comparison as the user revised it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from desktop.core.analysis.details import detail_comparison
from desktop.core.model.comparisons import Comparison
from desktop.services.event_details import make_details
from desktop.services.lexicons import load_lexicons
from desktop.services.reports import build_report
from tests.sample_event import sample_view


def test_the_details_are_those_of_the_comparison() -> None:
    view = sample_view()
    whole = (view.articles, view.analyses, load_lexicons(), view.comparison)
    assert make_details(view) == detail_comparison(*whole)


def test_asked_again_for_one_view_they_are_the_same() -> None:
    view = sample_view()
    made = make_details(view)
    assert make_details(view) is made
    assert build_report(view).details is made


def test_another_view_has_its_own() -> None:
    view = sample_view()
    whole = make_details(view)
    part = replace(view, articles=view.articles[:1], analyses=view.analyses[:1])
    alone = make_details(
        replace(part, comparison=Comparison(view.comparison.articles[:1], (), (), (), ()))
    )
    assert len(alone.five_w) == 1
    assert len(whole.five_w) == len(view.articles)


def test_a_view_that_was_read_again_has_its_details_made_again() -> None:
    view = sample_view()
    made = make_details(view)
    again = make_details(replace(view))
    assert again == made
    assert again is not made


def test_two_that_ask_at_once_get_one() -> None:
    view = replace(sample_view())
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(make_details, (view, view))
    assert first is second
