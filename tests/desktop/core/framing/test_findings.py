"""Findings describe wording in plain words, on evidence, and judge neither outlets nor truth."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.framing.findings import MOST
from desktop.core.model.comparisons import Comparison, Finding, FindingKind
from tests.desktop.core.made_up import compared, event_of
from tests.desktop.core.strategies import ANY_TEXT

COURIER = """Mayor slams council over harbor bridge

Mayor Aya Ito lashed out at the council on Monday over its shameful delay of the harbor bridge.

“The bridge is safe, and it must open to everybody before the summer,” Ito said.

Some 400 residents of Visby marched to the town hall, and 12 people were hurt in a brutal scuffle.

The council has failed its people again and again, in a disgraceful farce that knows no end and
that has cost the town its good name, its patience and a huge and senseless pile of money.
"""
HERALD = """Mayor asks council to open harbor bridge

Mayor Aya Ito said on Monday that the council should open the harbor bridge in Visby.

“The bridge is safe and it has to open for everybody before summer,” Ito said.

About 600 residents of Visby walked to the town hall, where they handed over a letter.

The council will meet on Thursday to hear the engineers, who have tested the steel since March and
who will publish their report in full before the vote, a spokesman of the town said on Tuesday.
"""
GAZETTE = """Council to vote on bridge in Visby

The council will vote on the harbor bridge on Thursday, a spokesman of the town said on Tuesday.

The police counted 400 residents of Visby at the town hall on Monday and no arrests were made.

Engineers have tested the steel since March. Their report will be published in full before the vote
and read to the council by Nils Berg, who built the tower in the harbor and has the plans of both.
"""
# What section 10 of the visual design keeps out of the program's own words.
BARRED = re.compile(
    r"\b(?:bias\w*|spin|propaganda|negative|positive|omit\w*|silen\w*|hid(?:e|es|den|ing)|wrong\w*|"
    r"false\w*|contradicts|contradiction|quotes?|plagiari\w*|unknown|n\. ?d\.|guess\w*|detected|"
    r"left out|leaves? out|missing|distort\w*|misattribut\w*|mislead\w*|clickbait|unproven|stolen|"
    r"equal\w*|roughly|secret\w*|leak\w*|copied|removed|cleaned|lie[sd]?|true|untrue|fail\w*|"
    r"admit\w*|shows? that|proves?)\b",
    re.IGNORECASE,
)
# Words in curly marks are the articles' own.
GIVEN = re.compile(r"“[^”]*”")


@cache
def comparison() -> Comparison:
    return compared(*event_of(Courier=COURIER, Herald=HERALD, Gazette=GAZETTE))


def own_words(finding: Finding) -> str:
    return GIVEN.sub("“”", f"{finding.title}. {finding.text}")


def by_kind(kind: FindingKind) -> list[Finding]:
    return [finding for finding in comparison().findings if finding.kind is kind]


def test_the_event_has_findings_of_several_kinds() -> None:
    kinds = {finding.kind for finding in comparison().findings}
    assert {FindingKind.FIGURES, FindingKind.VERBS, FindingKind.QUOTATION} <= kinds


@pytest.mark.parametrize("finding", comparison().findings, ids=lambda found: found.title)
def test_a_finding_is_plain_and_stands_on_evidence(finding: Finding) -> None:
    texts = {"Courier": COURIER, "Herald": HERALD, "Gazette": GAZETTE}
    assert BARRED.search(own_words(finding)) is None
    assert finding.text.endswith(".")
    assert finding.title == finding.title.strip() != ""
    assert 0.0 <= finding.sure <= 1.0
    assert finding.evidence
    for place in (*finding.evidence, *finding.counter):
        assert place.span.of(texts[place.article]).strip()


def test_numbers_of_one_kind_are_set_side_by_side_with_who_gives_them() -> None:
    (finding, *_) = by_kind(FindingKind.FIGURES)
    given_ = {(place.article, place.span.of({"Courier": COURIER, "Herald": HERALD,
                                            "Gazette": GAZETTE}[place.article]))
             for place in finding.evidence}  # fmt: skip
    assert {("Courier", "Some 400"), ("Herald", "About 600"), ("Gazette", "400")} <= given_


def test_the_same_speaker_is_introduced_by_verbs_of_different_rungs() -> None:
    (finding,) = by_kind(FindingKind.VERBS)
    assert finding.title == "How Aya Ito is introduced"
    assert "Courier introduces" in finding.text
    assert "“lash out” (attack)" in finding.text
    assert re.search(r"Herald with “(ask|say)” \(plain speech\) at most", finding.text)


def test_one_quotation_in_two_wordings_names_the_fullest_and_who_lacks_it() -> None:
    (finding,) = by_kind(FindingKind.QUOTATION)
    assert "stand in 2 of 3 texts in 2 wordings" in finding.text
    assert "Not found in quotation marks in Gazette." in finding.text
    assert {place.article for place in finding.evidence} == {"Courier", "Herald"}


def test_what_a_finding_is_about_is_never_shown_more_often_than_it_may() -> None:
    titles = Counter(finding.title for finding in comparison().findings)
    assert max(titles.values()) <= 2
    assert len(comparison().findings) <= MOST


def test_the_order_of_the_articles_does_not_change_what_is_found() -> None:
    turned = compared(*event_of(Gazette=GAZETTE, Herald=HERALD, Courier=COURIER))
    kinds = sorted(finding.kind for finding in comparison().findings)
    assert sorted(finding.kind for finding in turned.findings) == kinds


@pytest.mark.parametrize("texts", [{}, {"Courier": COURIER}, {"A": COURIER, "B": ""}])
def test_where_nothing_can_be_compared_nothing_is_found(texts: dict[str, str]) -> None:
    assert compared(*event_of(**texts)).findings == ()


def test_two_articles_with_the_same_words_differ_in_nothing() -> None:
    found = compared(*event_of(A=HERALD, B=HERALD)).findings
    assert [each.kind for each in found] == []


@given(st.lists(ANY_TEXT, min_size=2, max_size=3))
def test_findings_on_any_texts_are_plain_and_stand_on_evidence(texts: list[str]) -> None:
    event = {f"Outlet{number}": text for number, text in enumerate(texts)}
    for finding in compared(*event_of(**event)).findings:
        assert finding.evidence
        assert BARRED.search(own_words(finding)) is None
        for place in (*finding.evidence, *finding.counter):
            assert place.span.of(event[place.article]).strip()
