"""A line is read by what stands around it: the same words are one thing here, another there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.articles import SCORED_KINDS, BlockKind
from desktop.core.text.blocks import find_blocks
from tests.desktop.core.strategies import ANY_TEXT, LINE_ENDS

HEADLINE = "Island council to reopen the northern lighthouse"
BODY = (
    "The council of the island voted on Monday to open the lighthouse to visitors again.",
    "It was closed in spring after a storm had torn away a part of its iron staircase.",
    "A new staircase made of oak will be ready in August, the builder Nils Berg said.",
    "Tickets will cost as much as before, and children under twelve will pay nothing.",
)


def kinds(*lines: str, title: str = "") -> list[BlockKind]:
    return [block.kind for block in find_blocks("\n".join(lines), title)]


def kind_of(line: str, *, above: tuple[str, ...], below: tuple[str, ...]) -> BlockKind:
    return kinds(*above, line, *below)[len(above)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Words by Maja Holm", BlockKind.BYLINE),
        ("Maja Holm, Staff Writer", BlockKind.BYLINE),
        ("By Maja Holm | June 4, 2022 | 10:15", BlockKind.BYLINE),
        ("Reporting by Maja Holm; Editing by Nils Berg", BlockKind.BYLINE),
        ("Maja Holm contributed to this report from Visby.", BlockKind.BYLINE),
        ("June 4, 2022", BlockKind.DATELINE),
        ("Posted: 4 June 2022, 10:15 CET", BlockKind.DATELINE),
        ("First published on Saturday, 4 June 2022", BlockKind.DATELINE),
        ("Associated Press", BlockKind.AGENCY_CREDIT),
        ("With inputs from AFP", BlockKind.AGENCY_CREDIT),
        ("AP, Reuters", BlockKind.AGENCY_CREDIT),
        ("Photo: Maja Holm", BlockKind.CAPTION),
        ("In this undated photo the lighthouse is seen from the sea", BlockKind.CAPTION),
        ("The lighthouse in spring. Credit: Maja Holm", BlockKind.CAPTION),
        ("A keeper at work (file photo)", BlockKind.CAPTION),
        ("12 comments", BlockKind.RESIDUE),
        ("Facebook Twitter Email Print", BlockKind.RESIDUE),
        ("Sign up for our newsletter", BlockKind.RESIDUE),
        ("© 2022 Island Courier. All rights reserved.", BlockKind.RESIDUE),
        ("Story continues below", BlockKind.RESIDUE),
        ("www.example.org/lighthouse", BlockKind.RESIDUE),
        ("Also read: Ferry to run twice a day", BlockKind.RELATED),
        ("Related articles", BlockKind.RELATED),
        ("Don’t miss: The keeper’s diary", BlockKind.RELATED),
        ("Most read", BlockKind.RELATED),
    ],
)
def test_a_line_of_the_page_is_known_in_head_and_body_alike(line: str, kind: BlockKind) -> None:
    assert kind_of(line, above=(HEADLINE,), below=BODY) is kind
    assert kind_of(line, above=(HEADLINE, *BODY[:2]), below=BODY[2:]) is kind


@pytest.mark.parametrize(
    "line",
    [
        "By August the staircase will be ready, and visitors may come.",
        "The photo shows the old staircase, which lies in the sea now.",
        "Share prices of the ferry line fell when the storm came.",
        "Associated Press photographs of the storm hang in the museum.",
        "Related costs are paid by the council, not by the builder.",
        "In 2022, on June 4, the lighthouse was closed for the first time.",
        "Comments by the builder did not help, the council said.",
        "Watch the tide before you climb, the keeper tells all visitors.",
        "Print shops on the island sold postcards of the tower.",
    ],
)
def test_a_sentence_that_begins_like_a_line_of_the_page_stays_body(line: str) -> None:
    assert kind_of(line, above=(HEADLINE, *BODY[:2]), below=BODY[2:]) is BlockKind.BODY


@pytest.mark.parametrize(
    "headline",
    [
        "Will the lighthouse open in summer?",
        "“It is a wonder”: lighthouse to open again",
        "LIGHTHOUSE OPENS",
        "Lighthouse opens – at last",
        "Island’s lighthouse to open, council says",
        "At last!",
        "3 things to know about the lighthouse",
    ],
)
def test_headlines_ask_shout_quote_and_count(headline: str) -> None:
    assert kinds(headline, *BODY)[0] is BlockKind.HEADLINE


@pytest.mark.parametrize(
    "opening",
    [
        "Will it open? The council does not know, and the builder is on holiday until June.",
        "VISBY (AFP) – The council wants to open the lighthouse to visitors again",
        "The lighthouse will open.",
        "It was a storm that nobody on the island will forget, " * 6,
    ],
)
def test_an_opening_paragraph_is_no_headline(opening: str) -> None:
    assert kinds(opening, *BODY)[0] is BlockKind.BODY


def test_byline_and_date_above_the_headline_do_not_hide_it() -> None:
    assert kinds("June 4, 2022", "By Maja Holm", HEADLINE, *BODY)[:3] == [
        BlockKind.DATELINE,
        BlockKind.BYLINE,
        BlockKind.HEADLINE,
    ]


def test_the_title_known_from_outside_wins_over_the_kicker_rule() -> None:
    assert kinds("Lighthouse opens", HEADLINE, *BODY)[0] is BlockKind.RESIDUE
    found = kinds("Lighthouse opens", HEADLINE, *BODY, title="Lighthouse Opens")
    assert found[0] is BlockKind.HEADLINE


def test_a_title_that_is_not_in_the_text_changes_nothing() -> None:
    assert kinds(HEADLINE, *BODY, title="Another story") == kinds(HEADLINE, *BODY)


def test_a_headline_is_repeated_in_any_case_and_with_other_marks() -> None:
    found = kinds(HEADLINE, BODY[0], f"“{HEADLINE.upper()}”", *BODY[1:])
    assert found[2] is BlockKind.REPEATED_HEADLINE


def test_two_standfirsts_at_most_stand_below_a_headline() -> None:
    lines = [f"What the {each} of the island think of the plan" for each in ("old", "new", "few")]
    found = kinds(HEADLINE, *lines, *BODY)
    assert found[:3] == [BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.STANDFIRST]
    assert found[3] is not BlockKind.STANDFIRST


def test_a_name_alone_below_the_headline_is_a_caption_and_not_a_standfirst() -> None:
    found = kinds(HEADLINE, "June 4, 2022", "Council President Nils Berg", *BODY)
    assert found[2] is BlockKind.CAPTION


@pytest.mark.parametrize("mark", ["- ", "• ", "* ", "– "])
def test_bullets_of_any_mark_are_scored(mark: str) -> None:
    items = [f"{mark}The tower is open from May to September.", f"{mark}Dogs must wait outside."]
    blocks = find_blocks("\n".join((HEADLINE, *items, *BODY)))
    assert [(block.kind, block.scored) for block in blocks[1:3]] == [(BlockKind.BULLET, True)] * 2


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Maja Holm is a reporter at the Island Courier.", BlockKind.BIO),
        ("Maja Holm was a keeper of the lighthouse.", BlockKind.BODY),
        ("Your support keeps our newsroom free. Please donate or subscribe today.",
         BlockKind.APPEAL),
        ("Visitors who like the tower may donate to the keepers.", BlockKind.BODY),
    ],
)  # fmt: skip
def test_the_end_of_a_page_holds_bios_and_appeals(line: str, kind: BlockKind) -> None:
    assert kinds(HEADLINE, *BODY, line)[-1] is kind


def test_a_bio_is_known_above_an_appeal() -> None:
    lines = (
        "Maja Holm is a reporter at the Island Courier.",
        "Your support keeps our newsroom free. Please donate or subscribe today.",
    )
    assert kinds(HEADLINE, *BODY, *lines)[-2:] == [BlockKind.BIO, BlockKind.APPEAL]


def test_a_question_between_paragraphs_is_body_and_a_line_without_a_stop_a_subheading() -> None:
    found = kinds(HEADLINE, *BODY[:2], "What comes next?", "Oak and iron", *BODY[2:])
    assert found[3] is BlockKind.BODY
    assert found[4] is BlockKind.SUBHEADING


def test_a_line_after_a_colon_is_part_of_a_list_and_no_subheading() -> None:
    listed = kinds(HEADLINE, *BODY[:2], "The plan names one tool:", "A new crane", *BODY[2:])
    assert listed[4] is BlockKind.BODY


@pytest.mark.parametrize("line", ["“We waited so long”", "and then the sea", "(a poem)"])
def test_verse_and_words_in_marks_are_no_subheading(line: str) -> None:
    assert kind_of(line, above=(HEADLINE, *BODY[:2]), below=BODY[2:]) is BlockKind.BODY


@pytest.mark.parametrize(
    "text",
    [
        "Tower open.",
        "Tower open",
        "By Maja Holm",
        "Reuters",
        "June 4, 2022",
        "By Maja Holm\nJune 4, 2022\nReuters",
        "Advertisement\n\nShare",
        "😀",
        "???",
    ],
)
def test_where_nothing_else_stands_all_is_body(text: str) -> None:
    assert all(block.kind is BlockKind.BODY and block.scored for block in find_blocks(text))


@given(ANY_TEXT, st.text(max_size=20))
def test_blocks_of_any_text_part_its_lines_without_loss(text: str, title: str) -> None:
    blocks = find_blocks(text, title)

    kept = "".join(block.span.of(text) for block in blocks)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(block.span.of(text).strip() == block.span.of(text) for block in blocks)
    assert any(block.scored for block in blocks) == bool(text.strip())
    assert all(block.scored == (block.kind in SCORED_KINDS) for block in blocks)


@given(st.permutations([HEADLINE, *BODY, "By Maja Holm", "Oak and iron"]), LINE_ENDS)
def test_the_end_of_lines_does_not_change_their_kinds(lines: list[str], end: str) -> None:
    plain = [block.kind for block in find_blocks("\n\n".join(lines))]
    assert [block.kind for block in find_blocks((end + end).join(lines))] == plain
