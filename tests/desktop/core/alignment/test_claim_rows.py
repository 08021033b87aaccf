"""A row of the claim grid: which statement names it, what each cell shows, what stands alone."""

from __future__ import annotations

from itertools import permutations

import pytest

from desktop.core.alignment.claims import align_claims
from desktop.core.alignment.statements import Statements
from desktop.core.model.comparisons import Cell, Claim, Relation
from tests.desktop.core.made_up import LEXICONS, event_of

PLAIN = "The harbor bridge in Visby will close in May."
MARCH = "About 400 people in Visby marched to the harbor."


def claims(**texts: str) -> tuple[Claim, ...]:
    articles, analyses = event_of(**texts)
    return align_claims(articles, analyses, Statements(articles, analyses, LEXICONS))


def row(**texts: str) -> tuple[Claim, dict[str, Cell]]:
    """Return the first row and its cells by outlet."""
    claim = claims(**texts)[0]
    return claim, {cell.article: cell for cell in claim.cells}


def said(cell: Cell, text: str) -> list[str]:
    return [place.span.of(text) for place in cell.evidence]


LONG = "The old harbor bridge in Visby will close in the month of May."


@pytest.mark.parametrize(
    "other",
    [
        "The shameful harbor bridge in Visby will close in May.",
        "Harbor bridge in Visby to close in May\n\nIt rained a lot.",
        "“The harbor bridge in Visby will close in May.”",
    ],
    ids=["loaded", "headline", "in marks"],
)
def test_a_row_is_named_by_its_plainest_statement_though_another_is_shorter(other: str) -> None:
    for texts in ({"a": other, "b": LONG}, {"a": LONG, "b": other}):
        claim, _ = row(**texts)
        assert claim.text == LONG.rstrip(".")


def test_of_plain_statements_the_shorter_one_names_the_row() -> None:
    assert row(a=LONG, b=PLAIN)[0].text == PLAIN.rstrip(".")


def test_headline_and_sentence_of_one_article_are_both_evidence() -> None:
    headed = f"Harbor bridge in Visby to close in May\n\nIt rained.\n\n{PLAIN}"
    _, cells = row(a=headed, b=PLAIN)
    assert set(said(cells["a"], headed)) == {"Harbor bridge in Visby to close in May", PLAIN}
    assert said(cells["b"], PLAIN) == [PLAIN]


def test_words_in_marks_that_nobody_is_named_for_have_an_unnamed_source() -> None:
    _, cells = row(a="“The bridge in Visby will close in May.”", b=PLAIN)
    assert (cells["a"].attribution, cells["a"].relation) == (
        "unnamed source",
        Relation.OTHER_ATTRIBUTION,
    )
    assert (cells["b"].attribution, cells["b"].relation) == (None, Relation.SAME)


SLEPT = "The storm took the roofs of farms, and some 600 people of Lund lost their homes by night."


@pytest.mark.parametrize("order", list(permutations("abc")))
def test_an_article_that_only_counts_the_same_joins_the_row_in_any_order(
    order: tuple[str, ...],
) -> None:
    texts = {"a": MARCH, "b": SLEPT, "c": MARCH}
    claim, cells = row(**{name: texts[name] for name in order})
    assert 0.0 < claim.score < row(a=MARCH, c=MARCH)[0].score
    assert [cells[name].relation for name in "abc"] == [
        Relation.SAME,
        Relation.OTHER_SCOPE,
        Relation.SAME,
    ]
    assert said(cells["b"], SLEPT) == [SLEPT]
    assert cells["b"].note == "600"


@pytest.mark.parametrize(
    "text",
    [
        SLEPT.replace("people", "boats"),
        SLEPT.replace("some 600", "the"),
        "It rained a lot.\n\nRead more: 600 people marched in Visby\n\nIt was dark.",
    ],
    ids=["other things", "no number", "folded"],
)
def test_what_counts_nothing_of_the_kind_does_not_join_the_row(text: str) -> None:
    _, cells = row(a=MARCH, b=text, c=MARCH)
    assert (cells["b"].relation, cells["b"].evidence) == (Relation.NOT_FOUND, ())


def test_an_article_joins_the_row_with_the_sentence_that_is_most_like_it() -> None:
    nearer = "Some 600 people in the harbor queued for bread and milk on Monday."
    _, cells = row(a=MARCH, b=f"{SLEPT}\n\n{nearer}", c=MARCH)
    assert cells["b"].evidence[0].span.of(f"{SLEPT}\n\n{nearer}") == nearer


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_sentences_the_one_that_counts_the_same_is_held_against_the_row(
    turned: bool,
) -> None:
    nearer = "The people in Visby marched to the harbor."
    counting = "About 600 people in Visby went to the harbor."
    both = "\n\n".join((counting, nearer) if turned else (nearer, counting))
    _, cells = row(a=MARCH, b=both)
    assert (cells["b"].relation, cells["b"].note) == (Relation.OTHER_FIGURE, "600 in Visby")
    assert said(cells["b"], both) == [counting, nearer]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Aya Ito said that the harbor bridge in Visby will close in May.",
         "The harbor bridge in Visby will close in May"),
        ("“The harbor bridge in Visby will close in May,” Aya Ito said.",
         "The harbor bridge in Visby will close in May"),
        ("The  harbor bridge\u00a0in Visby will close in May.",
         "The harbor bridge in Visby will close in May"),
        ("The “harbor bridge” in Visby will close in May.",
         "The “harbor bridge” in Visby will close in May"),
    ],
    ids=["reported", "in marks", "blanks", "scare quotes"],
)  # fmt: skip
def test_a_row_is_named_by_what_is_said_with_a_capital_and_single_blanks(
    text: str, shown: str
) -> None:
    assert row(a=text, b=text)[0].text == shown


LONE = (
    "The Anna left Port Ames for Lund on Monday with Nils Berg.",
    "A keeper in Kiruna saw Maja Holm.",
    "The Berta went from Cole to Dale.",
)


def lone(**texts: str) -> list[str]:
    """Return the rows that stand in one article, with its name."""
    found = [claim for claim in claims(**texts) if claim.score == 1.0]
    return [
        f"{cell.article}: {claim.text}" for claim in found for cell in claim.cells if cell.evidence
    ]


def test_the_two_most_detailed_lone_statements_stand_in_the_order_of_the_text() -> None:
    text = "\n\n".join((LONE[1], LONE[2], LONE[0]))
    assert lone(a=text, b="Cherry trees are in bloom.") == [
        f"a: {LONE[1].rstrip('.')}",
        f"a: {LONE[0].rstrip('.')}",
    ]


def test_lone_statements_of_all_articles_stand_in_the_order_of_the_articles() -> None:
    found = lone(a=LONE[2], b=LONE[1], c=LONE[0])
    assert [each[0] for each in found] == ["a", "b", "c"]


@pytest.mark.parametrize(
    "text",
    [
        "A keeper saw Maja.",
        "The keeper slept until the storm had gone by.",
        "“A keeper in Kiruna saw Maja Holm.”",
        "It was late.\n\nRead more: Keeper in Kiruna saw Maja Holm\n\nNobody was there.",
    ],
    ids=["one name", "no name", "in marks", "folded"],
)
def test_a_lone_statement_needs_two_details_of_the_outlets_own(text: str) -> None:
    assert lone(a=text, b="Cherry trees are in bloom.") == []


def test_what_another_article_says_too_is_not_lone() -> None:
    assert lone(a=f"{PLAIN}\n\n{LONE[0]}", b=PLAIN) == [f"a: {LONE[0].rstrip('.')}"]


def test_rows_stand_by_how_much_they_differ_and_not_by_who_comes_first() -> None:
    cherry = "Cherry growers on the southern coast lost half of their harvest."
    count = "About 400 students in Lund marched to the tower."
    left = "\n\n".join((cherry, PLAIN, count))
    right = "\n\n".join((cherry, f"Aya Ito said t{PLAIN[1:]}", count.replace("400", "600")))
    for pair in ((left, right), (right, left)):
        texts = [claim.text for claim in claims(a=pair[0], b=pair[1])]
        assert "marched" in texts[0]
        assert "bridge" in texts[1]
        assert "Cherry" in texts[2]
