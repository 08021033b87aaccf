"""The demo's table in a terminal: a row an outlet, every number with what it was counted in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from desktop.core.model.analyses import Rate
from desktop.core.model.articles import Stated
from desktop.services.views import EventView
from desktop.ui.windows import demo
from desktop.ui.windows.demo import to_table, wait_until
from tests.desktop.ui.made_event import made_event


def cells(view: EventView) -> list[list[str]]:
    """Return the rows of the table, the head included, cut where its rule has gaps."""
    lines = to_table(view).splitlines()[2:]
    rule = lines[1]
    starts = [0, *(n + 2 for n in range(len(rule)) if rule[n : n + 2] == "  ")]
    ends = [*(start - 2 for start in starts[1:]), None]
    rows = [lines[0], *lines[2 : 2 + len(view.articles)]]
    return [[row[a:b].strip() for a, b in zip(starts, ends, strict=True)] for row in rows]


def with_own(view: EventView, nth: int, rate: Rate) -> EventView:
    """Return an event in which an article's own voice has another rate."""
    analyses = list(view.analyses)
    own = replace(analyses[nth].own, loaded=rate)
    analyses[nth] = replace(analyses[nth], own=own)
    return replace(view, analyses=tuple(analyses))


def test_each_outlet_has_a_row_in_the_order_of_the_event() -> None:
    head, *rows = cells(made_event())
    assert head[0] == "Outlet"
    assert [row[0] for row in rows] == ["North Herald", "South Post", "East Wire"]
    assert [row[2:] for row in rows] == [
        ["2 in 60 words", "8.0 (2.0 to 14.0)", "1 in 50 words", "2.0 (0.5 to 60.0)"],
        ["0 in 70 words", "0.0 (0.0 to 0.0)", "0 in 12 words", "too little text"],
        ["1 in 66 words", "1.5 (0.2 to 3.0)", "0 in 0 words", "too little text"],
    ]


def test_a_rate_without_a_range_gets_none_and_figures_of_any_length_stand_in_line() -> None:
    view = with_own(made_event(), 1, Rate(100.0, 1_000_000, 1_000_000))
    rows = cells(view)
    assert rows[2][2:4] == ["1000000 in 1000000 words", "100.0"]
    assert [row[0] for row in rows[1:]] == ["North Herald", "South Post", "East Wire"]
    assert all(line == line.rstrip() for line in to_table(view).splitlines())


def test_an_outlet_that_is_not_stated_is_not_made_up() -> None:
    view = made_event()
    nobody = replace(view.articles[0].metadata, outlet=Stated())
    bare = replace(view.articles[0], metadata=nobody)
    assert cells(replace(view, articles=(bare, *view.articles[1:])))[1][0] == "Outlet not stated"


def test_the_findings_stand_below_and_are_numbered() -> None:
    view = made_event()
    below = to_table(view).split("What differs:\n")[1].splitlines()
    assert below == [
        f"  {nth}. {finding.title}: {finding.text}"
        for nth, finding in enumerate(view.comparison.findings, start=1)
    ]
    assert below


def test_a_window_that_never_comes_to_rest_is_given_up(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = iter([True, True, False, *[True] * 3])
    wait_until(qapp, lambda: next(looks))
    assert next(looks, None) is None
    monkeypatch.setattr(demo, "_PATIENCE_S", 0.0)
    with pytest.raises(TimeoutError):
        wait_until(qapp, lambda: False)
