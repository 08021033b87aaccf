"""A voice map answers for every stretch, and a date is no more precise than it was stated."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.analyses import Ledger, Quotation, QuotationKind, Voice
from desktop.core.model.articles import SCORED_KINDS, Article, BlockKind, Published
from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap

DIRECT = Quotation(Span(10, 20), QuotationKind.DIRECT, (Span(10, 20),))
MIXED = Quotation(Span(30, 60), QuotationKind.MIXED, (Span(40, 50),))
INDIRECT = Quotation(Span(70, 80), QuotationKind.INDIRECT)
SCARE = Quotation(Span(90, 96), QuotationKind.SCARE, (Span(90, 96),))
UNCLEAR = Quotation(Span(75, 88), QuotationKind.UNCLEAR)
VOICES = VoiceMap([SCARE, UNCLEAR, INDIRECT, MIXED, DIRECT])


@pytest.mark.parametrize(
    ("span", "voice"),
    [
        (Span(0, 9), Voice.OWN),
        (Span(12, 15), Voice.QUOTED),
        (Span(31, 36), Voice.INDIRECT),
        (Span(41, 44), Voice.QUOTED),
        (Span(36, 44), Voice.QUOTED),
        (Span(34, 44), Voice.INDIRECT),
        (Span(72, 75), Voice.INDIRECT),
        (Span(76, 79), Voice.INDIRECT),
        (Span(81, 86), Voice.UNCLEAR),
        (Span(86, 89), Voice.UNCLEAR),
        (Span(91, 94), Voice.OWN),
        (Span(15, 25), Voice.QUOTED),
        (Span(16, 25), Voice.OWN),
        (Span(200, 210), Voice.OWN),
    ],
)
def test_a_span_has_the_voice_that_holds_at_least_half_of_it(span: Span, voice: Voice) -> None:
    assert VOICES.voice_of(span) is voice


def test_somebody_said_all_but_scare_quotes_and_what_is_unclear() -> None:
    kinds = (DIRECT, MIXED, INDIRECT, SCARE, UNCLEAR)
    assert [each.is_said for each in kinds] == [True, True, True, False, False]


def test_without_quotations_all_is_the_outlets_own_voice() -> None:
    assert VoiceMap([]).voice_of(Span(0, 5)) is Voice.OWN


@given(st.lists(st.integers(0, 60), max_size=8, unique=True), st.integers(0, 60))
def test_quotations_in_any_order_give_the_same_voices(cuts: list[int], start: int) -> None:
    spans = [Span(left, right) for left, right in pairwise(sorted(cuts))]
    kinds = (QuotationKind.DIRECT, QuotationKind.INDIRECT, QuotationKind.SCARE)
    quotations = [
        Quotation(span, kinds[n % 3], () if n % 3 == 1 else (span,)) for n, span in enumerate(spans)
    ]
    span = Span(start, start + 3)

    assert VoiceMap(quotations).voice_of(span) is VoiceMap(quotations[::-1]).voice_of(span)


@pytest.mark.parametrize(
    ("published", "iso"),
    [
        (Published(2024, 1, 9), "2024-01-09"),
        (Published(2024, 1, 9, 0, 5), "2024-01-09T00:05"),
        (Published(2024, 1, 9, 12, 0, 0, "UTC"), "2024-01-09T12:00+00:00"),
        (Published(2024, 1, 9, 12, 0, -210), "2024-01-09T12:00-03:30"),
        (Published(2024, 1, 9, 12, 0, 345, "NPT"), "2024-01-09T12:00+05:45"),
        (Published(2024, 1, 9, 12, 0, None, "ET"), "2024-01-09T12:00"),
        (Published(987, 1, 9), "0987-01-09"),
    ],
)
def test_a_date_is_written_no_more_precisely_than_it_was_stated(
    published: Published, iso: str
) -> None:
    assert published.iso == iso


def test_only_headline_standfirst_bullet_and_body_are_scored() -> None:
    scored = {BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BULLET, BlockKind.BODY}
    assert scored == SCORED_KINDS


def test_what_nobody_stated_is_an_empty_word() -> None:
    assert Article("a", "Text").outlet == Article("a", "Text").title == ""


def test_a_ledger_adds_up_its_four_voices() -> None:
    assert Ledger(own=1, quoted=20, indirect=300, unclear=4000).total == 4321
