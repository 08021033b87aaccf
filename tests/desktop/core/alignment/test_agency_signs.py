"""What says that a text is an agency's: only words that stand there, the surest kind first."""

from __future__ import annotations

from itertools import permutations

import pytest

from desktop.core.alignment.agencies import find_signs, probable_origin
from desktop.core.model.articles import Article, Metadata, Origin, Stated
from desktop.core.model.wire import AgencySign, SignKind
from tests.desktop.core.made_up import analyzed, article_of

BODY = "The ferry to Venn was stopped on Tuesday. Nobody was hurt, the port said in the evening."


def signs(text: str, outlet: str = "") -> list[tuple[str, SignKind]]:
    found = find_signs(article_of(text, "a", outlet), analyzed(text))
    return [(sign.agency, sign.kind) for sign in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"VENN (AP) — {BODY}", [("AP", SignKind.DATELINE)]),
        (f"(Reuters) - {BODY}", [("Reuters", SignKind.DATELINE)]),
        (f"Ferry stopped\n\nReuters\n\n{BODY}", [("Reuters", SignKind.CREDIT)]),
        (f"Ferry stopped\n\nBy Jane Doe, Associated Press\n\n{BODY}", [("AP", SignKind.CREDIT)]),
        (f"{BODY} The port told Reuters so.", [("Reuters", SignKind.NAMED)]),
        (f"{BODY} The news agency AFP reported it first.", [("AFP", SignKind.NAMED)]),
        (f"{BODY} AP news agency said that it rained.", [("AP", SignKind.NAMED)]),
        (f"{BODY} As reported by the dpa, it rained.", [("dpa", SignKind.NAMED)]),
    ],
)
def test_a_sign_is_of_the_kind_that_it_is_written_as(
    text: str, expected: list[tuple[str, SignKind]]
) -> None:
    assert signs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{BODY} The AP course at the school is full.",
        f"{BODY} He reads Reuters and Bloomberg every morning.",
        f"VENN (Tuesday) — {BODY}",
        f"{BODY} She sold her shares in Bloomberg.",
    ],
)
def test_a_name_alone_is_no_sign(text: str) -> None:
    assert signs(text) == []


@pytest.mark.parametrize("outlet", ["Reuters", "AP", "The Associated Press", "Kyodo News"])
def test_an_outlet_that_is_an_agency_is_the_surest_sign(outlet: str) -> None:
    found = signs(f"VENN (AFP) — {BODY}", outlet)

    assert found[0][1] is SignKind.OUTLET
    assert found[1:] == [("AFP", SignKind.DATELINE)]


@pytest.mark.parametrize("outlet", ["Reuters Fan Club", "The APP Store", "Daily AP Digest", ""])
def test_an_outlet_that_has_the_name_in_its_own_is_no_agency(outlet: str) -> None:
    assert signs(BODY, outlet) == []


def test_what_was_stated_with_the_article_counts_and_what_the_text_says_has_its_place() -> None:
    text = f"VENN (AP) — {BODY}"
    metadata = Metadata(agency=Stated("Reuters", Origin.USER, None, 1.0))
    found = find_signs(Article("a", text, metadata), analyzed(text))

    assert [(sign.agency, sign.kind) for sign in found] == [
        ("AP", SignKind.DATELINE),
        ("Reuters", SignKind.STATED),
    ]
    assert found[0].place is not None
    assert found[0].place.span.of(text) == "AP"
    assert found[1].place is None


def test_an_agency_that_no_list_has_can_be_stated() -> None:
    metadata = Metadata(agency=Stated("Venn Press Service", Origin.SIDECAR, None, 1.0))
    (sign,) = find_signs(Article("a", BODY, metadata), analyzed(BODY))

    assert sign.agency == "Venn Press Service"


def test_an_agency_that_is_named_twice_in_one_way_is_one_sign() -> None:
    text = f"Ferry stopped\n\nReuters\n\n{BODY}\n\nReuters"

    assert signs(text) == [("Reuters", SignKind.CREDIT)]


def test_every_place_of_a_named_agency_is_kept_for_the_passage_it_stands_in() -> None:
    text = f"{BODY} The port told Reuters so. Later a clerk told Reuters more."
    found = find_signs(article_of(text), analyzed(text))

    assert len({sign.place for sign in found}) == 2


OUTLET, CREDIT, NAMED = (
    AgencySign("AP", SignKind.OUTLET, "a"),
    AgencySign("Reuters", SignKind.CREDIT, "b"),
    AgencySign("AFP", SignKind.NAMED, "c"),
)


def test_the_surest_kind_decides_in_any_order() -> None:
    for order in permutations((OUTLET, CREDIT, NAMED)):
        assert probable_origin(order) == "AP"
    for order in permutations((CREDIT, NAMED)):
        assert probable_origin(order) == "Reuters"


def test_of_one_kind_the_agency_of_most_articles_is_taken_and_a_draw_is_open() -> None:
    more = [AgencySign("AP", SignKind.DATELINE, each) for each in "xy"]

    assert probable_origin([CREDIT, *more]) == "AP"
    assert probable_origin([CREDIT, more[0]]) is None
    assert probable_origin([]) is None


def test_one_article_that_says_it_in_two_ways_has_one_voice() -> None:
    twice = [AgencySign("AP", kind, "x") for kind in (SignKind.CREDIT, SignKind.DATELINE)]

    assert probable_origin([*twice, CREDIT]) is None
