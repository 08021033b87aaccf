"""Findings word for word: whose words, how many texts, who has none of it, and how few suffice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from desktop.core.framing.findings import Parts, find_findings
from desktop.core.framing.sources import Sources
from desktop.core.model.analyses import Category, LoadedSpan, Voice
from desktop.core.model.comparisons import (
    Cell,
    Claim,
    Finding,
    FindingKind,
    Place,
    Relation,
    Utterance,
)
from desktop.core.model.spans import Span
from tests.desktop.core.made_up import event_of

PLAIN = "the ferry sails at noon and comes back at night"
FOUR = {"Daily": PLAIN, "Post": PLAIN, "Star": PLAIN, "Mail": PLAIN}


def whole(texts: Mapping[str, str], article: str) -> Place:
    return Place(article, Span(0, len(texts[article])))


def found(
    texts: Mapping[str, str],
    claims: Sequence[Claim] = (),
    utterances: Sequence[Utterance] = (),
    ranks: Sequence[Sequence[str]] = (),
) -> tuple[Finding, ...]:
    return find_findings(Sources(*event_of(**texts)), Parts(claims, utterances, ranks))


def claim(says: Mapping[str, str | None], text: str = PLAIN, score: float = 0.5) -> Claim:
    """Return a row: who gives it, None for own voice; outlets that are not named lack it."""
    cells = [
        Cell(each, Relation.SAME, says[each], "", (whole(FOUR, each),))
        if each in says
        else Cell(each, Relation.NOT_FOUND, None, "", ())
        for each in FOUR
    ]
    return Claim(text, tuple(cells), score)


def utterance(texts: Mapping[str, str], silent: Sequence[str], speaker: str | None) -> Utterance:
    places = tuple(whole(texts, each) for each in texts if each not in silent)
    fullest = max(places, key=lambda place: len(place.span))
    return Utterance(speaker, places, fullest, tuple(silent), 0.8)


def loaded(text: str, word: str, weight: float, voice: Voice = Voice.OWN) -> LoadedSpan:
    start = text.index(word)
    span = Span(start, start + len(word))
    return LoadedSpan(span, Category.METAPHOR, weight, voice, "A reason.", None, "id", 1)


@pytest.mark.parametrize(
    ("says", "text"),
    [
        ({"Daily": None, "Post": "Aya Ito"},
         "Daily says it in own voice, Post attributes it to Aya Ito."),
        ({"Daily": None, "Post": None, "Star": "Aya Ito", "Mail": "Aya Ito"},
         "Daily and Post say it in own voice, Star and Mail attribute it to Aya Ito."),
        ({"Daily": "Aya Ito", "Post": "us", "Star": None},
         "Star says it in own voice, Daily attributes it to Aya Ito and Post attributes it to us."),
    ],
    ids=["one each", "two each", "two speakers"],
)  # fmt: skip
def test_own_voice_here_and_attributed_there_is_told_with_who_says_so(
    says: dict[str, str | None], text: str
) -> None:
    finding = found(FOUR, [claim(says)])[0]
    assert finding.title == "Own voice here, attributed there"
    assert finding.text == f"“{PLAIN}”: {text}"
    own = [each for each in says if says[each] is None]
    assert [place.article for place in finding.evidence[: len(own)]] == own
    assert len(finding.evidence) == len(says)


def test_a_claim_of_some_texts_names_those_where_it_was_not_found() -> None:
    (finding,) = found(FOUR, [claim({"Post": None, "Mail": None})])
    assert finding.title == "Stands in some texts only"
    assert finding.text == f"“{PLAIN}” stands in 2 of 4 texts. Not found in Daily and Star."
    assert finding.evidence == (whole(FOUR, "Post"), whole(FOUR, "Mail"))


@pytest.mark.parametrize(
    ("says", "score", "count"),
    [
        ({"Post": None, "Mail": None}, 0.2, 1),
        ({"Post": None, "Mail": None}, 0.19, 0),
        ({"Post": None}, 1.0, 0),
        (dict.fromkeys(FOUR, None), 0.9, 0),
        (dict.fromkeys(FOUR, "Aya Ito"), 0.9, 0),
    ],
    ids=["clear", "unclear", "lone", "all own", "all attributed"],
)
def test_a_claim_must_be_clear_and_stand_in_two_texts_but_not_alike_in_all(
    says: dict[str, str | None], score: float, count: int
) -> None:
    assert len(found(FOUR, [claim(says, score=score)])) == count


def test_the_surest_difference_of_voice_comes_first_and_then_the_most_widely_found_claim() -> None:
    claims = [
        claim({"Daily": None, "Post": None}, "in two", 0.6),
        claim({"Daily": None, "Post": None, "Star": None}, "in three", 0.5),
        claim({"Daily": None, "Post": "Aya Ito"}, "less sure", 0.3),
        claim({"Daily": None, "Post": "Aya Ito"}, "surer", 0.4),
    ]
    first, second = found(FOUR, claims)
    assert first.text.startswith("“surer”: ")
    assert second.text.startswith("“in three” stands in 3 of 4 texts.")


@pytest.mark.parametrize(
    "text", ["Aya Ito said the ferry was late.", "Ito wants the ferry to sail at noon."]
)
def test_a_claim_in_a_sentence_that_tells_of_its_speaker_is_not_the_outlets_own(
    text: str,
) -> None:
    texts = {**FOUR, "Daily": text}
    evidence = (whole(texts, "Daily"),)
    row = claim({"Daily": None, "Post": "Aya Ito"})
    cells = (Cell("Daily", Relation.SAME, None, "", evidence), *row.cells[1:])
    assert [each.title for each in found(texts, [replace(row, cells=cells)])] == [
        "Stands in some texts only"
    ]


def test_a_claim_that_is_a_quotation_is_told_as_a_quotation_only() -> None:
    texts = {**FOUR, "Post": "the ferry sails at one and never comes back"}
    said = utterance(texts, ["Star", "Mail"], "Aya Ito")
    (finding,) = found(texts, [claim({"Daily": None, "Star": None})], [said])
    assert finding.kind is FindingKind.QUOTATION


def test_a_quotation_in_several_wordings_names_the_fullest_and_who_lacks_it() -> None:
    texts = {"Daily": "“we sail at noon,”", "Post": "“we will sail at noon”", "Star": "no ship"}
    (finding,) = found(texts, utterances=[utterance(texts, ["Star"], "Aya Ito")])
    assert finding.text == (
        "Aya Ito’s words “we will sail at noon” stand in 2 of 3 texts in 2 wordings."
        " Post has the fullest version. Not found in Star."
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


def test_of_two_quotations_the_one_in_more_texts_and_wordings_is_told() -> None:
    texts = {"Daily": "we sail at noon", "Post": "we will sail at noon", "Star": "we sail"}
    two = utterance({each: texts[each] for each in ("Daily", "Post")}, ["Star"], "Nils Berg")
    three = utterance(texts, [], "Aya Ito")
    (finding,) = found(texts, utterances=[two, three])
    assert finding.text.startswith("Aya Ito’s words")


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
    assert shown == "we sail at noon, again and again again and again again and again …"


LOUD = "a mean bad sad mad cad slams it and a friend"
WORDS = ("mean", "bad", "sad", "mad", "cad", "slams")


def loud_finding(spans: Sequence[LoadedSpan], ranks: Sequence[Sequence[str]]) -> list[Finding]:
    articles, analyses = event_of(Daily=LOUD, Post=PLAIN, Star=PLAIN)
    marked = [replace(analyses[0], loaded=tuple(spans)), *analyses[1:]]
    parts = Parts((), (), ranks)
    return [
        each
        for each in find_findings(Sources(articles, marked), parts)
        if each.kind is FindingKind.WORDING
    ]


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
        ["Some 400 residents came to the shameful hall.",
         *(f"{name} lashed out at the council." for name in PEOPLE), "Nobody heard Ito or Berg.",
         "Then Ito and Berg left."]
    ),
    "Post": " ".join(
        ["Some 500 residents came to the hall.", *(f"{name} said it was late." for name in PEOPLE)]
    ),
    "Star": "Some 600 residents came to the hall. The ferry sails at noon and comes back at night.",
    "Mail": PLAIN,
}  # fmt: skip
KINDS = [FindingKind.FIGURES, FindingKind.FIGURES, FindingKind.VERBS, FindingKind.VERBS]


def test_kinds_stand_in_one_order_and_none_fills_the_list() -> None:
    assert [each.kind for each in found(RICH)] == [*KINDS, FindingKind.NAMING]


def test_eight_findings_are_shown_at_most() -> None:
    claims = [claim({"Daily": None, "Post": None}, text) for text in ("one", "two", "three")]
    said = utterance({each: RICH[each] for each in ("Star", "Mail")}, ["Daily", "Post"], None)
    kinds = [each.kind for each in found(RICH, claims, [said], [["Daily"], ["Mail"]])]
    rest = [FindingKind.QUOTATION, FindingKind.CLAIM, FindingKind.CLAIM]
    assert kinds == [*KINDS[:2], FindingKind.WORDING, *KINDS[2:], *rest]
