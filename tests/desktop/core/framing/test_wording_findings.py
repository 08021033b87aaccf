"""Findings on wording: headlines, and one sentence in which a word was changed."""

from __future__ import annotations

from desktop.core.framing.sources import Sources
from desktop.core.framing.wording_findings import (
    find_changed_words,
    find_headline_wordings,
    find_wordings,
)
from desktop.core.model.comparisons import Finding, FindingKind
from tests.desktop.core.made_up import detailed, event_of

BODY = "The council of Visby met at noon, and the bridge was closed before the night. It was late."
LOUD = f"Council closes bridge in shameful farce\n\n{BODY}\n\n{BODY} Nobody came to see it."
PLAIN = f"Council closes bridge in Visby\n\n{BODY}\n\n{BODY} Nobody came to see it."


def headlines(**texts: str) -> list[Finding]:
    return list(find_headline_wordings(Sources(*event_of(**texts))))


def changed(**texts: str) -> list[Finding]:
    articles, analyses = event_of(**texts)
    pairs = detailed(articles, analyses).minimal_pairs
    return list(find_changed_words(Sources(articles, analyses), pairs))


def test_a_loaded_word_in_one_headline_and_none_in_another_is_told() -> None:
    (finding,) = headlines(Daily=LOUD, Post=PLAIN)
    assert finding.kind is FindingKind.HEADLINE
    assert finding.text.startswith("The headline has “")
    assert finding.text.endswith("” in Daily; none is marked in that of Post.")
    assert [place.article for place in finding.evidence] == ["Daily"]


def test_loaded_words_below_a_plain_headline_speak_against_it() -> None:
    (finding,) = headlines(Daily=LOUD, Post=f"{PLAIN} It was a brazen raid.")
    assert "Post" in {place.article for place in finding.counter}


def test_headlines_that_are_all_plain_or_all_loaded_are_no_finding() -> None:
    assert headlines(Daily=PLAIN, Post=PLAIN) == []
    assert headlines(Daily=LOUD, Post=LOUD) == []
    assert headlines(Daily=LOUD, Post=BODY) == []


def test_a_verb_of_another_rung_in_the_same_sentence_is_told() -> None:
    said = "Mayor Aya Ito said the harbor bridge will close on Monday."
    (finding,) = changed(Daily=said, Post=said.replace("said", "claimed"))
    assert finding.kind is FindingKind.VERBS
    assert finding.text == "One sentence, other words: Daily has “said”, Post has “claimed”."


def test_a_verb_of_the_same_rung_or_another_day_tells_no_difference() -> None:
    said = "Mayor Aya Ito said the harbor bridge will close on Monday."
    assert changed(Daily=said, Post=said.replace("said", "added")) == []
    assert changed(Daily=said, Post=said.replace("Monday", "Tuesday")) == []


def test_a_doubt_on_one_side_is_told_and_another_form_of_a_verb_is_not() -> None:
    plain = "The plan will end the ferry line of the old island in May, the council of Lund said."
    assert changed(Daily=plain, Post=plain.replace("will end", "would end")) == []
    (finding,) = changed(Daily=plain, Post=plain.replace("will end", "may end"))
    assert finding.kind is FindingKind.CERTAINTY


def test_marks_alone_make_no_finding_on_wording() -> None:
    marked = "The council has its “plan” and its “peace” for the old harbor since the spring."
    articles, analyses = event_of(Daily=marked, Post="The council has met in the old harbor.")
    ranks = [["Daily"], ["Post"]]
    assert list(find_wordings(Sources(articles, analyses), ranks)) == []
    articles, analyses = event_of(Daily=f"{marked} It is a brazen and shameful farce.", Post=BODY)
    (finding,) = find_wordings(Sources(articles, analyses), ranks)
    assert "“" not in finding.evidence[-1].span.of(articles[0].text)
