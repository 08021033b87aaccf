"""The linked selection: one signal a change."""

from __future__ import annotations

from desktop.core.model.comparisons import Place
from desktop.core.model.spans import Span
from desktop.ui.selection import Selection
from tests.desktop.ui.emitted import emitted

ONE, OTHER = Place("a", Span(0, 4)), Place("b", Span(2, 9))


def test_what_is_chosen_keeps_its_order_and_is_told_once() -> None:
    selection = Selection()
    seen = emitted(selection.changed)
    selection.choose([OTHER, ONE])
    assert selection.places == (OTHER, ONE)
    assert len(seen) == 1


def test_the_same_choice_again_is_no_change() -> None:
    selection = Selection()
    selection.choose([ONE])
    seen = emitted(selection.changed)
    selection.choose((ONE,))
    assert seen == []


def test_another_order_is_another_choice() -> None:
    selection = Selection()
    selection.choose([ONE, OTHER])
    seen = emitted(selection.changed)
    selection.choose([OTHER, ONE])
    assert len(seen) == 1


def test_clearing_tells_only_where_something_was_chosen() -> None:
    selection = Selection()
    seen = emitted(selection.changed)
    selection.clear()
    assert seen == []
    selection.choose([ONE])
    selection.clear()
    assert (selection.places, len(seen)) == ((), 2)


def test_a_list_changed_afterwards_changes_no_choice() -> None:
    selection, places = Selection(), [ONE]
    selection.choose(places)
    places.append(OTHER)
    assert selection.places == (ONE,)
