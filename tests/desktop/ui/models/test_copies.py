"""Copies in words, seen from the article that is read."""

from __future__ import annotations

import pytest

from desktop.core.model.articles import Published
from desktop.core.model.copies import CopyKind
from desktop.services.copies import Copies, CopySideShown, Version
from desktop.ui.models.copies import ArticleCopies, Choice, CopyRow, article_copies

DAY = Published(2024, 11, 2)


def side(name: str, outlet: str = "Norland Wire") -> CopySideShown:
    return CopySideShown(name, f"Storm {name}", outlet, DAY)


def pair(one: str, other: str, kind: CopyKind, outlet: str = "Norland Wire") -> Copies:
    return Copies(side(one), side(other, outlet), kind, 0.8, by_user=False, denied=False)


def version(name: str, *, is_shown: bool = False) -> Version:
    return Version(name, f"Storm {name}", "Norland Wire", DAY, None, "2024", 90, is_shown)


def test_versions_stand_first_in_their_order_and_say_which_is_later() -> None:
    found = article_copies(
        "b",
        "Storm b",
        [
            pair("b", "x", CopyKind.REPRINT, "Anville Post"),
            pair("c", "b", CopyKind.REVISION),
            pair("b", "a", CopyKind.REVISION),
        ],
        [version("a"), version("b", is_shown=True), version("c")],
    )
    assert [row.id for row in found.rows] == ["a", "c", "x"]
    assert [row.what for row in found.rows] == [
        "Earlier version",
        "Later version",
        "Print of another outlet",
    ]
    assert (found.place, found.versions) == (2, 3)
    assert found.summary == "Version 2 of 3 · Also printed by Anville Post"


def test_a_version_that_only_a_chain_leads_to_is_listed_without_a_share() -> None:
    versions = [version("a", is_shown=True), version("b"), version("c")]
    found = article_copies("a", "Storm a", [pair("b", "a", CopyKind.REVISION)], versions)
    assert [(row.id, row.share) for row in found.rows] == [("b", 0.8), ("c", 0.0)]
    assert all(row.is_later for row in found.rows)


@pytest.mark.parametrize(
    ("kinds", "summary"),
    [
        ((), ""),
        ((CopyKind.REPRINT,), "Also printed by Anville Post"),
        ((CopyKind.REPRINT, CopyKind.REPRINT), "Also printed by 2 other outlets"),
        ((CopyKind.DUPLICATE,), "1 duplicate"),
        ((CopyKind.DUPLICATE, CopyKind.DUPLICATE), "2 duplicates"),
        (
            (CopyKind.REPRINT, CopyKind.DUPLICATE),
            "Also printed by Anville Post · 1 duplicate",
        ),
    ],
)
def test_the_bar_says_in_a_line_what_there_is(kinds: tuple[CopyKind, ...], summary: str) -> None:
    pairs = [pair("a", f"x{nth}", kind, "Anville Post") for nth, kind in enumerate(kinds)]
    assert article_copies("a", "Storm", pairs, ()).summary == summary


def test_a_print_of_an_outlet_without_a_name_is_counted() -> None:
    found = article_copies("a", "Storm", [pair("a", "x", CopyKind.REPRINT, "")], ())
    assert found.summary == "Also printed by 1 other outlet"


def test_seen_from_either_side_the_other_one_is_named() -> None:
    for article, other in (("a", "b"), ("b", "a")):
        (row,) = article_copies(article, "", [pair("a", "b", CopyKind.DUPLICATE)], ()).rows
        assert (row.id, row.title, row.what) == (other, f"Storm {other}", "The same text")
        assert row.choice is Choice.DUPLICATE


def test_of_two_articles_of_which_nothing_is_known_nothing_is_said() -> None:
    row = CopyRow("b", "Ferry", "", None, None, 0.0, by_user=False, is_later=False)
    assert (row.what, row.choice) == ("Another article", Choice.SEPARATE)
    assert ArticleCopies("a", "Storm", (row,)).summary == ""
