"""What is found in an article does not hang on its line ends, its marks or its place on the page.

Readers import one text from a mail, a page and a file: the same words must give the same figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.framing.ledger import total_ledger
from desktop.core.model.analyses import Analysis
from desktop.core.model.spans import Span
from tests.desktop.core.made_up import analyzed
from tests.desktop.core.strategies import LINE_ENDS

LINES = (
    "Island council slams keeper over northern lighthouse",
    "By Maja Holm",
    "June 4, 2022",
    "The council of the island slammed the keeper on Monday for a shameful night without light.",
    "“We will not wait for another storm,” Aya Ito said. “The lamp must burn.”",
    "Ito claimed that about 400 people in Visby had asked for a new keeper. Nils Berg did not.",
    "Oak and iron",
    "The so-called “keeper of the sea” said it wasn’t a disgrace but a failure of the machine.",
    "- The lamp burns again.",
    "Some 12 boats near Iceland’s coast were warned by radio, he added, and nobody was hurt.",
    "Read more: Ten shameful years",
)
TEXT = "\n".join(LINES)


def words(text: str, span: Span) -> str:
    plain = span.of(text).replace("“", '"').replace("”", '"').replace("’", "'")
    return " ".join(plain.split())


def parts(text: str, found: Analysis) -> Iterator[tuple[object, ...]]:
    """Yield all that an analysis found, by its words: straight marks, one blank for many."""
    for block in found.blocks:
        yield "block", words(text, block.span), block.kind, block.scored
    for each in found.sentences:
        yield "sentence", words(text, each.span), each.voice, each.block, each.tone, each.loadedness
    for said in found.quotations:
        speaker = said.speaker.name if said.speaker else None
        yield "quotation", words(text, said.span), said.kind, speaker, said.sentence
    for verb in found.verbs:
        yield "verb", words(text, verb.span), verb.lemma, verb.speaker, verb.voice
    for loaded in found.loaded:
        yield "loaded", words(text, loaded.span), loaded.entry, loaded.weight, loaded.voice
    for tone in found.tone_words:
        yield "tone", words(text, tone.span), tone.polarity, tone.voice, tone.sentence
    for target in found.targets:
        yield "target", target.name, len(target.mentions)
    for figure in found.figures:
        scope = figure.scope.replace("’", "'")
        yield "figure", words(text, figure.span), figure.value, figure.counts, scope
    yield "figures", found.ledger, found.own, found.quoted


def reading(text: str) -> list[tuple[object, ...]]:
    return list(parts(text, analyzed(text)))


@cache
def plain_reading() -> list[tuple[object, ...]]:
    return reading(TEXT)


def spans(found: Analysis) -> list[Span]:
    rows = (found.blocks, found.sentences, found.quotations, found.verbs, found.loaded)
    return [
        *(each.span for row in rows for each in row),
        *(each.span for row in (found.tone_words, found.figures) for each in row),
        *(mention for target in found.targets for mention in target.mentions),
        *(mark for said in found.quotations for mark in said.marked),
        *(said.speaker.span for said in found.quotations if said.speaker and said.speaker.span),
    ]


def test_the_article_has_something_of_everything() -> None:
    kinds = [each[0] for each in plain_reading()]
    least = {"block": 11, "sentence": 13, "quotation": 4, "verb": 4, "loaded": 5, "tone": 4}
    assert {kind: min(kinds.count(kind), count) for kind, count in least.items()} == least
    assert kinds.count("target") >= 4
    assert kinds.count("figure") >= 2


@pytest.mark.parametrize(
    "changes",
    [
        {"\n": "\r\n"},
        {"\n": "\r"},
        {"\n": "\u2028"},
        {"\n": "\n\n\n"},
        {"\n": "\n\t  "},
        {"\n": " \u00a0\n"},
        {"“": '"', "”": '"'},
        {"’": "'"},
    ],
    ids=["CRLF", "CR", "line separator", "blank lines", "indented", "blanks at ends",
         "straight marks", "straight apostrophes"],
)  # fmt: skip
def test_layout_and_marks_change_nothing_that_is_found(changes: dict[str, str]) -> None:
    changed = TEXT.translate(str.maketrans(changes))
    assert changed != TEXT
    assert reading(changed) == plain_reading()


@given(st.permutations(LINES), st.integers(0, len(LINES)), LINE_ENDS, LINE_ENDS)
def test_paragraphs_in_any_order_are_read_alike_with_any_line_ends(
    lines: list[str], kept: int, one: str, other: str
) -> None:
    # A blank line sets paragraphs off, so both texts have some.
    left, right = ((end + end).join(lines[:kept]) for end in (one, other))
    assert reading(left) == reading(right)


@given(st.integers(1, 40))
def test_blank_lines_above_move_every_span_by_as_many_code_points(count: int) -> None:
    moved = [span.shifted(count) for span in spans(analyzed(TEXT))]
    assert spans(analyzed("\n" * count + TEXT)) == moved


@pytest.mark.parametrize("letter", ["😀", "𐐨", "\U0001f1ea", "𐤀"])
@pytest.mark.parametrize("place", ["({}) a\n{}", "{1}\n({0}) a"], ids=["above", "below"])
def test_a_letter_beyond_the_bmp_is_one_code_point_for_every_span(letter: str, place: str) -> None:
    wide, narrow = place.format(letter, TEXT), place.format("x", TEXT)
    assert len(wide) == len(narrow)
    assert spans(analyzed(wide)) == spans(analyzed(narrow))


@pytest.mark.parametrize("mark", ["\u200f", "\u202b", "\u2067", "\u200b"])
def test_a_mark_that_is_not_seen_changes_nothing_in_other_lines(mark: str) -> None:
    kinds = {"quotation", "verb", "loaded", "target", "figure"}
    marked = reading(TEXT.replace(LINES[3], f"{mark}{LINES[3]}{mark}"))
    assert [e for e in marked if e[0] in kinds] == [e for e in plain_reading() if e[0] in kinds]


def test_a_text_put_behind_itself_has_every_wording_and_every_word_twice() -> None:
    body = "\n\n".join(LINES[3:6])
    double = f"{body}\n\n{body}"
    for kind in ("loaded", "verb", "figure", "quotation"):
        once = [each[:4] for each in reading(body) if each[0] == kind]
        assert [each[:4] for each in reading(double) if each[0] == kind] == once * 2
    one, two = analyzed(body), analyzed(double)
    assert two.ledger == total_ledger([one.ledger, one.ledger])
    assert two.own.loaded.count == 2 * one.own.loaded.count > 0
