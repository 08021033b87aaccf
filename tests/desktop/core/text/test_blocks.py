from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.articles import SCORED_KINDS, BlockKind
from desktop.core.text.blocks import find_blocks

HEADLINE = "Council votes to close the old harbor bridge"
BODY = (
    "The city council voted on Tuesday to close the old harbor bridge for two years.",
    "Engineers had warned that its steel was too weak for the trams that cross it daily.",
    "Shop owners on both banks said they would ask a court to stop the plan.",
    "The mayor will present a ferry timetable next week, her office said on Wednesday.",
)


def kinds(*lines: str, title: str = "") -> dict[str, BlockKind]:
    text = "\n\n".join(lines)
    return {block.span.of(text): block.kind for block in find_blocks(text, title)}


def in_article(line: str, place: int = 2) -> BlockKind:
    body = [*BODY[:place], line, *BODY[place:]]
    return kinds(HEADLINE, *body)[line]


def below_headline(line: str) -> BlockKind:
    return kinds(HEADLINE, line, *BODY)[line]


def at_end(line: str) -> BlockKind:
    return kinds(HEADLINE, *BODY, line)[line]


def test_the_first_line_without_a_stop_is_the_headline_and_paragraphs_are_body() -> None:
    found = kinds(HEADLINE, *BODY)
    assert found[HEADLINE] is BlockKind.HEADLINE
    assert {found[line] for line in BODY} == {BlockKind.BODY}


@pytest.mark.parametrize(
    "text",
    [
        "A single sentence is no headline but body.",
        "A snippet without a stop and without anything beside it",
        "Subscribe",
        "One paragraph. It has three sentences. None is a headline.",
    ],
)
def test_a_text_without_structure_is_body(text: str) -> None:
    assert kinds(text) == {text: BlockKind.BODY}


def test_two_paragraphs_without_a_headline_are_body() -> None:
    assert set(kinds(*BODY[:2]).values()) == {BlockKind.BODY}


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t \r\n", "\u2028\u00a0"])
def test_a_text_of_blanks_has_no_block(text: str) -> None:
    assert find_blocks(text) == ()


def test_a_known_title_makes_a_headline_of_a_line_that_ends_with_a_stop() -> None:
    line = f"{HEADLINE}."
    assert kinds(line, *BODY, title=HEADLINE)[line] is BlockKind.HEADLINE


def test_a_first_paragraph_with_a_dateline_is_no_headline() -> None:
    line = "LISBON (AP) — The council voted to close the bridge"
    assert kinds(line, *BODY)[line] is BlockKind.BODY


def test_a_short_line_above_the_headline_is_set_apart() -> None:
    found = kinds("World news", HEADLINE, *BODY)
    assert found["World news"] is BlockKind.RESIDUE
    assert found[HEADLINE] is BlockKind.HEADLINE


def test_a_long_line_without_a_stop_below_the_headline_is_the_standfirst() -> None:
    line = "Shop owners on both banks of the river say that they were never asked"
    assert below_headline(line) is BlockKind.STANDFIRST


def test_a_paragraph_between_headline_and_date_is_the_standfirst() -> None:
    line = "Shop owners on both banks of the river say that they were never asked."
    found = kinds(HEADLINE, line, "Nov 2, 2024 - 07:00", *BODY)
    assert found[line] is BlockKind.STANDFIRST
    assert found["Nov 2, 2024 - 07:00"] is BlockKind.DATELINE


def test_list_items_are_bullets_and_scored() -> None:
    text = f"{HEADLINE}\n- The bridge closes in May.\n• Trams stop at once.\n{BODY[0]}\n{BODY[1]}"
    assert [block.kind for block in find_blocks(text)][1:3] == [BlockKind.BULLET] * 2


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Ann Lee", BlockKind.BYLINE),
        ("By ANN LEE and Tom Ode, Staff Writers", BlockKind.BYLINE),
        ("Author: Ann Lee", BlockKind.BYLINE),
        ("Published - March 02, 2023 06:37 pm IST - LISBON", BlockKind.DATELINE),
        ("Updated 3 May 2023 at 10:15 GMT", BlockKind.DATELINE),
        ("Thursday, February 23, 2006", BlockKind.DATELINE),
        ("Reuters", BlockKind.AGENCY_CREDIT),
        ("(AP)", BlockKind.AGENCY_CREDIT),
        ("Mayor Ann Lee (file photo)", BlockKind.CAPTION),
        ("The old bridge at night | Photo Credit: Tom Ode", BlockKind.CAPTION),
        ("Mayor Ann Lee in Lisbon. Tom Ode/Getty Images", BlockKind.CAPTION),
        ("Share this article on Facebook", BlockKind.RESIDUE),
        ("Advertisement", BlockKind.RESIDUE),
        ("5 min read", BlockKind.RESIDUE),
        ("JUST WATCHED Bridge opens Replay More Videos ... MUST WATCH", BlockKind.RESIDUE),
        ("We use cookies to improve your visit.", BlockKind.RESIDUE),
        ("date 2023-03-02 GIFT a SubscriptionGift", BlockKind.RESIDUE),
        ("https://example.org/bridge", BlockKind.RESIDUE),
        ("SEE ALSO: Ferry Workers Ready For Strike", BlockKind.RELATED),
        ("Read more: Trams to return in June", BlockKind.RELATED),
    ],
)
def test_a_line_shows_its_kind_by_its_own_words(line: str, kind: BlockKind) -> None:
    assert below_headline(line) is kind


@pytest.mark.parametrize(
    "line",
    [
        "By Thursday, the bridge was closed.",
        "Reuters first reported the vote of the council on Monday.",
        "She read more of the report on March 2, 2023 in the town hall.",
        "Watch out for trams, the police said.",
        "“It is a day of shame",
        "They share a border and a bridge, the minister said.",
    ],
)
def test_a_sentence_of_the_body_is_not_folded_for_a_word_in_it(line: str) -> None:
    assert in_article(line) is BlockKind.BODY


def test_a_short_line_between_paragraphs_is_a_subheading() -> None:
    assert in_article("A bridge of many names") is BlockKind.SUBHEADING


def test_the_headline_of_another_article_between_paragraphs_is_related() -> None:
    line = "Ferry workers and owners sign a deal as tram strike spreads north"
    assert in_article(line) is BlockKind.RELATED


def test_a_headline_and_a_subheading_in_a_row_are_both_folded() -> None:
    other = "Ferry workers and owners sign a deal as tram strike spreads north"
    found = kinds(HEADLINE, *BODY[:2], other, "The history of the bridge", *BODY[2:])
    assert found[other] is BlockKind.RELATED
    assert found["The history of the bridge"] is BlockKind.SUBHEADING


def test_a_list_without_stops_stays_body() -> None:
    items = ["Two ferries", "Four buses", "A tram on the north bank"]
    found = kinds(HEADLINE, BODY[0], BODY[1], *items, BODY[2], BODY[3])
    assert {found[item] for item in items} == {BlockKind.BODY}


def test_paragraphs_without_stops_are_no_subheadings_where_all_lack_them() -> None:
    lines = [line.rstrip(".") for line in BODY]
    assert {kinds(HEADLINE, *lines)[line] for line in lines[2:]} == {BlockKind.BODY}


def test_a_headline_that_comes_again_counts_once() -> None:
    text = "\n\n".join((HEADLINE, "Nov 2, 2024", HEADLINE, *BODY))
    assert [block.kind for block in find_blocks(text)][:3] == [
        BlockKind.HEADLINE,
        BlockKind.DATELINE,
        BlockKind.REPEATED_HEADLINE,
    ]


def test_links_below_their_label_are_related() -> None:
    found = kinds(HEADLINE, *BODY, "Related:", "Ferry fares to rise in June", "Trams are late")
    assert found["Ferry fares to rise in June"] is BlockKind.RELATED
    assert found["Trams are late"] is BlockKind.RELATED


def test_a_call_for_money_is_an_appeal() -> None:
    line = (
        "Our reporting is free because readers like you support our work. Become a member "
        "and help us to stay independent."
    )
    assert at_end(line) is BlockKind.APPEAL


def test_a_paragraph_about_donations_is_no_appeal() -> None:
    assert at_end("The club lives on donations and on the support of its members.") is (
        BlockKind.BODY
    )


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee is the news editor of Harbor Weekly, follow her on Twitter @annlee.",
        "Tom Ode, a professor of law, is a member of the Board of Contributors.",
        "The author is a writer in Lisbon.",
    ],
)
def test_the_last_line_on_its_author_is_a_bio(line: str) -> None:
    assert at_end(line) is BlockKind.BIO


def test_a_person_in_the_middle_of_the_body_is_no_bio() -> None:
    assert in_article("Ann Lee is a writer in Lisbon.") is BlockKind.BODY


def test_hard_wrapped_paragraphs_are_joined() -> None:
    text = (
        f"{HEADLINE}\n\nThe city council voted on Tuesday to close\nthe old harbor bridge for two\n"
        "years. Engineers had warned that its\nsteel was too weak for the trams.\n\n"
        "Shop owners said that they would ask\na court to stop the plan."
    )
    assert [block.kind for block in find_blocks(text)] == [
        BlockKind.HEADLINE,
        BlockKind.BODY,
        BlockKind.BODY,
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_any_line_end_ends_a_block(end: str) -> None:
    text = end.join((HEADLINE, *BODY))
    assert [block.span.of(text) for block in find_blocks(text)] == [HEADLINE, *BODY]


@given(st.text(), st.text(max_size=5))
def test_blocks_stand_in_order_and_hold_every_letter(text: str, title: str) -> None:
    blocks = find_blocks(text, title)
    end, rest = 0, ""
    for block in blocks:
        words = block.span.of(text)
        assert words == words.strip()
        assert block.scored == (block.kind in SCORED_KINDS)
        rest += text[end : block.span.start]
        end = block.span.end
    assert not (rest + text[end:]).strip()


@given(st.lists(st.sampled_from([HEADLINE, *BODY, "By Ann Lee", "AP", "Related:", ""]), min_size=1))
def test_a_text_that_is_not_blank_has_something_scored(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert any(block.scored for block in find_blocks(text)) == bool(text.strip())


def test_many_short_lines_take_linear_time() -> None:
    assert len(find_blocks("A\n" * 20_000)) == 20_000
