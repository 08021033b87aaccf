"""The claim grid: rows of what articles state, cells that say how each one states it."""

from __future__ import annotations

import pytest

from desktop.core.alignment.claims import align_claims
from desktop.core.alignment.statements import Statements
from desktop.core.model.comparisons import Cell, Claim, Relation
from tests.desktop.core.made_up import LEXICONS, event_of


def claims(**texts: str) -> tuple[Claim, ...]:
    articles, analyses = event_of(**texts)
    return align_claims(articles, analyses, Statements(articles, analyses, LEXICONS))


def cells(**texts: str) -> dict[str, Cell]:
    """Return the cells of the first row by outlet."""
    return {cell.article: cell for cell in claims(**texts)[0].cells}


BASE = "The harbor bridge in Visby will close in May."


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The harbor bridge in Visby will close in May.", Relation.SAME),
        ("In May the harbor bridge in Visby will close.", Relation.SAME),
        ("The harbor bridge in Visby may close in May.", Relation.OTHER_CERTAINTY),
        ("The harbor bridge in Visby will close in May, Aya Ito said.",
         Relation.OTHER_ATTRIBUTION),
    ],
)  # fmt: skip
def test_a_cell_says_how_an_article_states_the_claim(text: str, relation: Relation) -> None:
    found = cells(a=BASE, b=text)
    others = {found["a"].relation, found["b"].relation} - {Relation.SAME}
    assert others == ({relation} - {Relation.SAME})


def test_a_month_is_no_hedge() -> None:
    found = cells(a="The harbor bridge will close soon.", b="The harbor bridge will close in May.")
    assert Relation.OTHER_CERTAINTY not in {cell.relation for cell in found.values()}


def test_two_articles_on_two_things_share_no_row() -> None:
    assert claims(a=BASE, b="A storm broke forty windows of the school in Lund.") == ()


def test_the_statement_as_given_is_evidence_in_each_cell() -> None:
    other = "The harbor bridge in Visby will close in May, the council decided."
    found = cells(a=BASE, b=other)
    assert [place.span.of(BASE) for place in found["a"].evidence] == [BASE]
    assert [place.span.of(other) for place in found["b"].evidence] == [other]


def test_an_attributed_statement_names_who_said_it_and_own_voice_names_nobody() -> None:
    found = cells(a=BASE, b="Aya Ito said the harbor bridge in Visby will close in May.", c=BASE)
    assert found["a"].attribution is None
    assert found["b"].attribution == "Aya Ito"


@pytest.mark.parametrize(
    ("left", "right", "relation", "note"),
    [
        ("About 400 people in Visby marched to the harbor.",
         "About 600 people in Visby marched to the harbor.", Relation.OTHER_FIGURE, "in Visby"),
        ("About 400 people in Visby marched to the harbor.",
         "About 600 people in Lund marched to the harbor.", Relation.OTHER_SCOPE, "in "),
        ("About 400 people in Visby marched to the harbor.",
         "Some 400 people in Visby marched to the harbor.", Relation.SAME, ""),
    ],
)  # fmt: skip
def test_numbers_are_held_against_each_other_by_place(
    left: str, right: str, relation: Relation, note: str
) -> None:
    found = cells(a=left, b=right)
    (other,) = [c for c in found.values() if c.relation is relation][-1:]
    assert note in other.note


def test_a_claims_text_is_the_statement_without_its_attribution_kept_short() -> None:
    (claim, *_) = claims(
        a="Aya Ito said that the harbor bridge in Visby will close in May.",
        b="Aya Ito said that the harbor bridge in Visby will close in May.",
    )
    assert claim.text == "The harbor bridge in Visby will close in May"


def test_a_long_statement_is_cut_at_a_word() -> None:
    long = "The harbor bridge in Visby will close in May " + "and the ferry will sail " * 9 + "on."
    claim = claims(a=long, b=long)[0]
    assert claim.text.endswith(" …")
    assert len(claim.text) < 120
    assert long.startswith(claim.text.removesuffix(" …"))


def test_rows_that_differ_most_come_first_and_lone_ones_last() -> None:
    found = claims(
        a=f"{BASE}\n\nAbout 400 people in Visby marched to the tower.\n\nNils Berg left Lund.",
        b=f"{BASE}\n\nAbout 600 people in Visby marched to the tower.\n\nIt was late.",
    )
    assert "people in Visby marched" in found[0].text
    counts = [sum(bool(cell.evidence) for cell in claim.cells) for claim in found]
    assert counts == sorted(counts, reverse=True)
    assert "Nils Berg left Lund" in [claim.text for claim in found if claim.score == 1.0]


def test_an_article_gives_two_lone_claims_at_most() -> None:
    lone = "\n\n".join(
        f"The {ship} left Port {port} for Lund." for ship, port in
        [("Anna", "Ames"), ("Berta", "Bell"), ("Clara", "Cole"), ("Dora", "Dale")]
    )  # fmt: skip
    found = claims(a=lone, b="Cherry trees are in bloom, and the bees have come back.")
    assert len([claim for claim in found if claim.cells[0].evidence]) == 2


def test_folded_blocks_state_nothing() -> None:
    folded = f"Tower opens\n\nIt is white and old.\n\nRead more: {BASE}\n\nIt is late, and dark."
    rows = [claim for claim in claims(a=BASE, b=folded) if "bridge" in claim.text]
    assert all(not claim.cells[1].evidence for claim in rows)
    assert claims(a=BASE, b=folded.replace("Read more: ", ""))[0].cells[1].evidence
