"""Each relation of a cell, shown by sentences: held against the one and against the other."""

from __future__ import annotations

from itertools import permutations

import pytest

from desktop.core.alignment.claims import align_claims
from desktop.core.alignment.statements import Statements
from desktop.core.model.comparisons import Cell, Relation
from tests.desktop.core.made_up import LEXICONS, event_of

SAME = Relation.SAME
MORE = Relation.MORE_SPECIFIC
LESS = Relation.LESS_SPECIFIC
FIGURE = Relation.OTHER_FIGURE
SCOPE = Relation.OTHER_SCOPE
SPEAKER = Relation.OTHER_ATTRIBUTION
VERB = Relation.OTHER_VERB
CERTAINTY = Relation.OTHER_CERTAINTY

CASES = [
    # same: another order, another word for the same act, another name of the speaker
    (
        "The council closed the old harbor bridge in Visby on Monday.",
        "On Monday the council in Visby closed the old harbor bridge.",
        SAME,
    ),
    (
        "Two men stole the silver from the castle museum in Kalmar.",
        "The silver was stolen by two men from the castle museum in Kalmar.",
        SAME,
    ),
    (
        "The farm fire near Lund killed the owner of the dairy.",
        "The owner of the dairy was killed in a farm fire near Lund.",
        SAME,
    ),
    (
        "Aya Ito said the ferry to Fårö will stop in autumn.",
        "The ferry to Fårö will stop in autumn, according to Aya Ito.",
        SAME,
    ),
    (
        "About 400 people marched to the harbor of Visby on Sunday.",
        "Some 400 people in Visby marched to the harbor on Sunday.",
        SAME,
    ),
    # more and less specific: names and numbers that the other one does not give
    (
        "The ferry will stop at three islands of the county in autumn.",
        "The ferry will stop at Fårö, Gotska Sandön and Öland, islands of the county, on May 12.",
        MORE,
    ),
    # other figure: one thing counted at one place
    (
        "About 400 people in Visby marched to the harbor on Sunday.",
        "About 900 people in Visby marched to the harbor on Sunday.",
        FIGURE,
    ),
    (
        "The storm destroyed 12 houses in Lund on Friday night.",
        "The storm destroyed twenty houses in Lund on Friday night.",
        FIGURE,
    ),
    # other scope: counted somewhere else, or of another whole
    (
        "About 400 people in Visby marched for the ferry on Sunday.",
        "About 900 people in Gotland marched for the ferry on Sunday.",
        SCOPE,
    ),
    # other attribution: own voice against a speaker, one speaker against another
    (
        "The council closed the old harbor bridge in Visby on Monday.",
        "Aya Ito said the council closed the old harbor bridge in Visby on Monday.",
        SPEAKER,
    ),
    (
        "Nils Berg said the ferry to the island will stop in autumn.",
        "Aya Ito said the ferry to the island will stop in autumn.",
        SPEAKER,
    ),
    # other verb: another rung for one speaker
    (
        "Aya Ito said the steel of the harbor bridge is safe.",
        "Aya Ito claimed the steel of the harbor bridge is safe.",
        VERB,
    ),
    (
        "Aya Ito said the council knew of the cracks in the bridge.",
        "Aya Ito admitted the council knew of the cracks in the bridge.",
        VERB,
    ),
    # other certainty: a hedge or a denial of the statement itself
    (
        "The council will close the old harbor bridge in Visby.",
        "The council may close the old harbor bridge in Visby.",
        CERTAINTY,
    ),
    (
        "The old harbor bridge in Visby is safe for heavy trucks.",
        "The old harbor bridge in Visby is not safe for heavy trucks.",
        CERTAINTY,
    ),
    (
        "The fire in the dairy near Lund was reportedly laid by the owner.",
        "The fire in the dairy near Lund was laid by the owner.",
        CERTAINTY,
    ),
    (
        "The pilots haven’t signed the new contract with the ferry line.",
        "The pilots have signed the new contract with the ferry line.",
        CERTAINTY,
    ),
]
TURNED = {MORE: LESS, LESS: MORE}


def cells(**texts: str) -> dict[str, Cell]:
    """Return the cells of the first row by outlet."""
    articles, analyses = event_of(**texts)
    claims = align_claims(articles, analyses, Statements(articles, analyses, LEXICONS))
    return {cell.article: cell for cell in claims[0].cells}


def relations(one: str, other: str) -> tuple[set[Relation], bool]:
    """Return the relations of the row of two statements, and whether both have a cell in it."""
    found = cells(a=one, b=other)
    return {cell.relation for cell in found.values()}, all(c.evidence for c in found.values())


@pytest.mark.parametrize(("base", "other", "relation"), CASES)
def test_each_relation_is_found_whichever_article_names_the_row(
    base: str, other: str, relation: Relation
) -> None:
    for pair in permutations((base, other)):
        found, is_row = relations(*pair)
        assert is_row
        assert found - {SAME} <= {relation, TURNED.get(relation, relation)}
        assert relation is SAME or found - {SAME}


@pytest.mark.parametrize(("base", "other", "relation"), CASES)
def test_the_order_of_the_articles_changes_no_cell(
    base: str, other: str, relation: Relation
) -> None:
    del relation
    texts = {"a": base, "b": other, "c": "Cherry trees are in bloom on the southern coast."}
    first = cells(**texts)
    assert first["c"].relation is Relation.NOT_FOUND
    for order in permutations(texts):
        assert cells(**{name: texts[name] for name in order}) == first


@pytest.mark.parametrize(
    ("base", "other"),
    [
        ("The bridge is closed, and the mayor may resign over the cracks in it.",
         "The bridge is closed."),
        ("The ferry sank off Visby, which the owner had not insured.", "The ferry sank off Visby."),
        ("If voters help the ferry, Visby may have a sailor on the council.",
         "If voters help the ferry, somebody old, a sailor, who may vote, is on Visby’s council."),
        ("Two people died in the fire of the dairy near Lund.",
         "In the fire of the dairy near Lund 84 people were taken to hospital."),
        ("Aya Ito said on May 3 in Visby’s town hall, Sweden, that the bridge is closed.",
         "Aya Ito said that the bridge is closed."),
    ],
    ids=["hedge elsewhere", "denial elsewhere", "hedges in both", "fates", "details of the saying"],
)  # fmt: skip
def test_what_stands_in_another_clause_is_no_difference(base: str, other: str) -> None:
    assert relations(base, other) == ({SAME}, True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Aya Ito said the ferry to the island will stop in autumn.",
         "Aya Ito said the school in Lund has too few teachers."),
        ("A storm broke the windows of the school.", "Two men stole the silver of the castle."),
    ],
    ids=["one speaker", "nothing"],
)  # fmt: skip
def test_a_speaker_alone_makes_no_row(one: str, other: str) -> None:
    articles, analyses = event_of(a=one, b=other)
    claims = align_claims(articles, analyses, Statements(articles, analyses, LEXICONS))
    assert all(sum(bool(cell.evidence) for cell in claim.cells) == 1 for claim in claims)
