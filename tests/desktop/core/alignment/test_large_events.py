"""In a large event common words make no pair by themselves, and count in the pairs there are."""

from __future__ import annotations

import pytest

from desktop.core.alignment import statements
from desktop.core.alignment.statements import Statements
from desktop.core.model.places import Place
from desktop.core.model.spans import Span
from tests.desktop.core.made_up import LEXICONS, event_of

TEXTS = {
    f"Outlet{n}": f"The harbor bridge in Visby closes for {word} repairs. Ferries sail from Lund."
    for n, word in enumerate(("costly", "lengthy", "sudden", "needed"))
}


def aligned() -> Statements:
    articles, analyses = event_of(**TEXTS)
    return Statements(articles, analyses, LEXICONS)


def test_pairs_that_share_a_rarer_word_keep_their_likeness(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = {(each.left, each.right): each.score for each in aligned().matches}
    monkeypatch.setattr(statements, "_MOST_HOLDERS", 5)
    assert {(e.left, e.right): e.score for e in aligned().matches} == pytest.approx(whole)


def test_common_words_alone_make_no_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statements, "_MOST_HOLDERS", 1)
    assert aligned().matches == []


def test_a_place_is_found_in_its_statement_and_a_gap_in_none() -> None:
    found = aligned()
    text = TEXTS["Outlet1"]
    start = text.index("Ferries")
    at = found.find(Place("Outlet1", Span(start + 2, start + 5)))
    assert at is not None
    assert found.items[at].place.span.of(text) == "Ferries sail from Lund."
    assert found.find(Place("Outlet1", Span(start - 1, start))) is None
    assert found.find(Place("nowhere", Span(0, 1))) is None
    assert at in found.of_article("Outlet1")
