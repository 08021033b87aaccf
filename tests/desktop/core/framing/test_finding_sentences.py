"""Findings word for word: whose words, how many texts, who has none of it, and how few suffice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from desktop.core.alignment.statements import Statements
from desktop.core.framing.actors import find_mentions
from desktop.core.framing.findings import MOST, Parts, find_findings
from desktop.core.framing.sources import Sources
from desktop.core.model.analyses import Analysis, Category, LoadedSpan, Voice
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import (
    Finding,
    FindingKind,
    Place,
    Utterance,
)
from desktop.core.model.spans import Span
from tests.desktop.core.made_up import LEXICONS, event_of

PLAIN = "the ferry sails at noon and comes back at night"
FOUR = {"Daily": PLAIN, "Post": PLAIN, "Star": PLAIN, "Mail": PLAIN}


def whole(texts: Mapping[str, str], article: str) -> Place:
    return Place(article, Span(0, len(texts[article])))


def found(
    texts: Mapping[str, str],
    utterances: Sequence[Utterance] = (),
    ranks: Sequence[Sequence[str]] = (),
) -> tuple[Finding, ...]:
    return find_in(*event_of(**texts), utterances, ranks)


def find_in(
    articles: Sequence[Article],
    analyses: Sequence[Analysis],
    utterances: Sequence[Utterance] = (),
    ranks: Sequence[Sequence[str]] = (),
) -> tuple[Finding, ...]:
    statements = Statements(articles, analyses, LEXICONS)
    parts = Parts((), utterances, ranks, statements, find_mentions(articles, analyses))
    return find_findings(Sources(articles, analyses), parts)


def utterance(texts: Mapping[str, str], silent: Sequence[str], speaker: str | None) -> Utterance:
    places = tuple(whole(texts, each) for each in texts if each not in silent)
    fullest = max(places, key=lambda place: len(place.span))
    return Utterance(speaker, places, fullest, tuple(silent), 0.8)


def loaded(text: str, word: str, weight: float, voice: Voice = Voice.OWN) -> LoadedSpan:
    start = text.index(word)
    span = Span(start, start + len(word))
    return LoadedSpan(span, Category.METAPHOR, weight, voice, "A reason.", None, "id", 1)


def test_a_quotation_in_several_wordings_names_the_fullest_and_who_lacks_it() -> None:
    texts = {"Daily": "“we sail at noon,”", "Post": "“we will sail at noon”", "Star": "no ship"}
    (finding,) = found(texts, utterances=[utterance(texts, ["Star"], "Aya Ito")])
    assert finding.text == (
        "Aya Ito’s words “we will sail at noon” stand in 2 of 3 texts in 2 wordings."
        " Post has the fullest version. Not found in quotation marks in Star."
    )


def test_words_that_nobody_is_named_for_are_the_same_words() -> None:
    texts = {"Daily": "“we sail at noon”", "Post": "“we will sail at noon”"}
    (finding,) = found(texts, utterances=[utterance(texts, [], None)])
    assert finding.text == (
        "The same words “we will sail at noon” stand in 2 of 2 texts in 2 wordings."
        " Post has the fullest version."
    )


def test_other_marks_and_capitals_are_no_other_wording() -> None:
    texts = {"Daily": "“We sail, at noon!”", "Post": '"we sail at noon"'}
    assert found(texts, utterances=[utterance(texts, [], "Aya Ito")]) == ()


def test_of_two_quotations_the_one_in_more_texts_and_wordings_comes_first() -> None:
    texts = {
        "Daily": "we sail at noon",
        "Post": "we will sail at noon",
        "Star": "we sail at noon now",
    }
    two = utterance({each: texts[each] for each in ("Daily", "Post")}, ["Star"], "Nils Berg")
    three = utterance(texts, [], "Aya Ito")
    first, second = found(texts, utterances=[two, three])
    assert first.text.startswith("Aya Ito’s words")
    assert second.text.startswith("Nils Berg’s words")


def test_each_text_is_shown_with_its_longest_version_in_the_order_of_the_articles() -> None:
    texts = {"Daily": "at noon. we sail at noon", "Post": "we will sail at noon"}
    short, full = Place("Daily", Span(0, 7)), Place("Daily", Span(9, len(texts["Daily"])))
    post = whole(texts, "Post")
    tail = Place("Daily", Span(17, len(texts["Daily"])))
    said = Utterance("Aya Ito", (post, short, full, tail), post, (), 0.8)
    (finding,) = found(texts, utterances=[said])
    assert finding.evidence == (full, post)


def test_a_long_quotation_is_cut_at_a_word_and_says_so() -> None:
    long = "“we sail at noon, " + "again and again " * 4 + "until the autumn comes”"
    texts = {"Daily": long, "Post": "we sail at noon"}
    (finding,) = found(texts, utterances=[utterance(texts, [], "Aya Ito")])
    shown = finding.text.removeprefix("Aya Ito’s words “").split("”")[0]
    assert shown == "we sail at noon, again and again again and again again and again again and …"


LOUD = "a mean bad sad mad cad slams it and a friend"
WORDS = ("mean", "bad", "sad", "mad", "cad", "slams")


def loud_finding(spans: Sequence[LoadedSpan], ranks: Sequence[Sequence[str]]) -> list[Finding]:
    articles, analyses = event_of(Daily=LOUD, Post=PLAIN, Star=PLAIN)
    marked = [replace(analyses[0], loaded=tuple(spans)), *analyses[1:]]
    found = find_in(articles, marked, ranks=ranks)
    return [each for each in found if each.kind is FindingKind.WORDING]


def test_the_strongest_wordings_are_shown_in_text_order_four_at_most() -> None:
    weights = (0.6, 0.9, 0.5, 0.8, 0.7, 1.0)
    spans = [loaded(LOUD, word, weight) for word, weight in zip(WORDS, weights, strict=True)]
    (finding,) = loud_finding(spans, [["Daily"], ["Post", "Star"]])
    assert [place.span.of(LOUD) for place in finding.evidence] == ["bad", "mad", "cad", "slams"]


def test_wordings_that_do_not_count_are_no_evidence() -> None:
    counts = loaded(LOUD, "bad", 0.5)
    others = [
        loaded(LOUD, "mean", 0.49),
        loaded(LOUD, "mad", 0.9, Voice.QUOTED),
        loaded(LOUD, "cad", 0.9, Voice.INDIRECT),
        replace(loaded(LOUD, "sad", 0.9), ignored=True),
    ]
    (finding,) = loud_finding([*others, counts], [["Daily"], ["Post"]])
    assert finding.evidence == (Place("Daily", counts.span),)
    assert loud_finding(others, [["Daily"], ["Post"]]) == []


def test_first_and_last_of_the_ranks_are_told_with_their_counts_and_a_tie() -> None:
    texts = {"Daily": "The shameful plan passed at noon.", "Post": PLAIN, "Star": PLAIN}
    ranks = [["Daily"], ["Post", "Star"]]
    (finding,) = found(texts, ranks=ranks)
    assert finding.text == (
        "Daily has 1 loaded wording in 6 words of its own voice, Star has 0 in 10."
        " Post and Star are a tie."
    )


@pytest.mark.parametrize("ranks", [[], [["Daily"]], [["Daily", "Post", "Star"]]])
def test_where_the_ranks_do_not_part_the_texts_no_order_is_told(ranks: list[list[str]]) -> None:
    assert loud_finding([loaded(LOUD, "bad", 0.9)], ranks) == []


PEOPLE = ("Aya Ito", "Nils Berg", "Maja Holm")
RICH = {
    "Daily": " ".join(
        ["Some 400 residents of Visby came to the shameful hall.",
         *(f"{name} lashed out at the council." for name in PEOPLE)]
    ),
    "Post": " ".join(
        ["Some 500 residents of Visby came to the hall.",
         *(f"{name} said it was late." for name in PEOPLE)]
    ),
    "Star": "Some 600 residents of Lund came to the hall. The ferry sails at noon.",
    "Mail": PLAIN,
}  # fmt: skip


def test_the_first_of_every_kind_comes_before_the_second_of_any() -> None:
    kinds = [each.kind for each in found(RICH, ranks=[["Daily"], ["Mail"]])]
    assert kinds[:3] == [FindingKind.FIGURES, FindingKind.WORDING, FindingKind.VERBS]
    assert FindingKind.FIGURES in kinds[3:]


def test_no_more_than_ten_findings_are_shown() -> None:
    said = [
        utterance({"Star": f"we {verb} at noon", "Mail": f"we will {verb} at noon"}, [], None)
        for verb in ("sail", "leave", "eat")
    ]
    assert 0 < len(found(RICH, utterances=said, ranks=[["Daily"], ["Mail"]])) <= MOST


def test_where_a_wording_stands_in_the_last_text_too_it_speaks_against_the_order() -> None:
    texts = {"Daily": "The shameful plan was a disgrace.", "Post": "The brazen ferry left at noon."}
    finding = next(
        each
        for each in found(texts, ranks=[["Daily"], ["Post"]])
        if each.title == "Loaded wording in own voice"
    )
    assert {place.article for place in finding.evidence} == {"Daily"}
    assert [place.span.of(texts["Post"]) for place in finding.counter] == ["brazen"]
