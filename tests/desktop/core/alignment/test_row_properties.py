"""Rows of any articles: one statement each, none part of another, the same in any order."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.alignment.claims import align_claims
from desktop.core.alignment.statements import Statements
from desktop.core.model.comparisons import Claim, Relation
from desktop.core.model.places import Place
from tests.desktop.core.made_up import LEXICONS, event_of
from tests.desktop.core.strategies import ANY_TEXT

MOST_OF_ONE = 2
DESK = "The council of Visby met on Monday."
DAILY = f"""Visby closes harbor bridge

{DESK} The council of Visby closed the old harbor bridge.

About 400 people in Visby marched to the harbor on Sunday.

“Nobody may cross it before the steel is tested,” Aya Ito said."""
POST = f"""Council shuts old bridge in the harbor of Visby

{DESK} The council of Visby praised the teachers of the new school.

Some 900 people marched to the harbor of Gotland on Sunday, the police said.

Aya Ito warned that nobody may cross the bridge before its steel has been tested."""
STAR = f"""{DESK} The old harbor bridge has been closed by the council.

Perhaps 900 people marched to the harbor.

The pilots of the ferry asked for higher wages."""
FRENCH = """Le pont du port de Visby est fermé

Le conseil de Visby a fermé le vieux pont du port lundi, a dit Aya Ito.

Environ 400 personnes ont défilé dimanche dans le port."""
NEWS = {"daily": DAILY, "post": POST, "star": STAR, "jour": FRENCH}
PIECES = [*DAILY.split("\n\n"), *POST.split("\n\n"), *STAR.split("\n\n")]
ARTICLES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6, unique=True).map("\n\n".join)


def claims(**texts: str) -> tuple[Claim, ...]:
    articles, analyses = event_of(**texts)
    return align_claims(articles, analyses, Statements(articles, analyses, LEXICONS))


def places(claim: Claim) -> frozenset[Place]:
    return frozenset(place for cell in claim.cells for place in cell.evidence)


def by_article(found: tuple[Claim, ...]) -> list[tuple[str, frozenset[object]]]:
    """Return each row with its cells in no order."""
    return [(claim.text, frozenset(claim.cells)) for claim in found]


@pytest.mark.parametrize("order", list(permutations(NEWS)))
def test_rows_and_their_order_are_the_same_in_any_order_of_the_articles(
    order: tuple[str, ...],
) -> None:
    def shared(found: tuple[Claim, ...]) -> list[tuple[str, frozenset[object]]]:
        rows = tuple(c for c in found if sum(bool(cell.evidence) for cell in c.cells) > 1)
        return by_article(rows)

    found = claims(**{name: NEWS[name] for name in order})
    assert shared(found) == shared(claims(**NEWS))
    assert set(by_article(found)) == set(by_article(claims(**NEWS)))


@settings(max_examples=40)
@given(st.lists(ARTICLES, min_size=2, max_size=4))
def test_the_order_of_any_articles_changes_no_row(texts: list[str]) -> None:
    event = {f"o{number}": text for number, text in enumerate(texts)}
    turned = dict(reversed(event.items()))
    assert set(by_article(claims(**event))) == set(by_article(claims(**turned)))


@settings(max_examples=40)
@given(st.lists(st.one_of(ARTICLES, ANY_TEXT), min_size=1, max_size=4))
def test_no_row_is_part_of_another_and_an_article_repeats_itself_once_at_most(
    texts: list[str],
) -> None:
    found = claims(**{f"o{number}": text for number, text in enumerate(texts)})
    rows = [places(claim) for claim in found]
    assert not any(one < other for one in rows for other in rows)
    assert len(rows) == len(set(rows))
    for claim in found:
        assert all(len(cell.evidence) <= MOST_OF_ONE for cell in claim.cells)


def test_a_sentence_that_counts_the_same_makes_no_row_a_part_of_another() -> None:
    number = "000 PEOPLE:00:0:1"
    found = claims(o0=POST.split("\n\n")[2], o1=number, o2=f"{number}\n\n{number}")
    again = claims(o0=DAILY.split("\n\n")[2], o1=number, o2=f"{number}\n\n{number}")
    for rows in ([places(claim) for claim in each] for each in (found, again)):
        assert not any(one < other for one in rows for other in rows)


def test_one_statement_has_one_row_over_all_outlets() -> None:
    rows = [claim for claim in claims(**NEWS) if "bridge" in claim.text.lower()]
    closed = [claim for claim in rows if "close" in claim.text.lower() or "shut" in claim.text]
    assert len(closed) == 1
    assert {c.article for c in closed[0].cells if c.evidence} >= {"daily", "star"}


def test_an_actor_that_all_write_about_makes_no_row() -> None:
    for claim in claims(daily=DAILY, post=POST, star=STAR):
        texts = " ".join(place.span.of(NEWS[place.article]) for place in places(claim))
        assert not ("teachers" in texts and "closed" in texts)


def test_a_count_that_others_give_differently_is_in_their_row_and_has_one_of_its_own() -> None:
    row = next(c for c in claims(daily=DAILY, post=POST, star=STAR) if "marched" in c.text)
    relations = {cell.article: cell.relation for cell in row.cells}
    assert Relation.NOT_FOUND not in relations.values()
    assert {Relation.OTHER_FIGURE, Relation.OTHER_SCOPE} & set(relations.values())


def test_one_article_has_lone_statements_alone() -> None:
    assert all(len(claim.cells) == 1 for claim in claims(daily=DAILY))
    assert all(claim.cells[0].relation is Relation.SAME for claim in claims(daily=DAILY))


def test_fifty_reprints_are_one_row_for_each_statement() -> None:
    found = claims(**{f"o{number}": DAILY for number in range(50)})
    full = [claim for claim in found if all(cell.evidence for cell in claim.cells)]
    assert len(full) == len(found) >= 4
    assert all(cell.relation is Relation.SAME for claim in full for cell in claim.cells)


def test_articles_in_another_language_and_empty_ones_take_part_without_harm() -> None:
    found = claims(daily=DAILY, jour=FRENCH, nord=FRENCH, leer="", punkt="…")
    assert all(len(claim.cells) == 5 for claim in found)
    assert any(
        {cell.article for cell in claim.cells if cell.evidence} == {"jour", "nord"}
        for claim in found
    )
