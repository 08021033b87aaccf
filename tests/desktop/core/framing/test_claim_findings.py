"""Findings on claims: who answers for them, with which verb, how sure, who has them and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from desktop.core.alignment.statements import Statements
from desktop.core.framing.claim_findings import ClaimFindings
from desktop.core.framing.sources import Sources
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
from tests.desktop.core.made_up import LEXICONS, event_of

BRIDGE = "The harbor bridge in Visby closes on Monday for repairs of its rusty steel."
SAID = "The harbor bridge in Visby closes on Monday for repairs of its steel, Aya Ito said."
CLAIMED = "The harbor bridge in Visby closes on Monday for repairs of its steel, Ito claimed."
FERRY = "A ferry with forty passengers sank near Lund, and nobody was hurt in the cold water."
TEXT = "The harbor bridge in Visby closes on Monday for repairs"


def place_of(texts: Mapping[str, str], outlet: str, words: str) -> Place:
    start = texts[outlet].index(words)
    return Place(outlet, Span(start, start + len(words)))


def claim_of(
    texts: Mapping[str, str], says: Mapping[str, tuple[str, str | None]], score: float = 0.5
) -> Claim:
    """Return a row: each outlet's sentence and who gives it; outlets not named lack it."""
    cells = [
        Cell(each, Relation.SAME, says[each][1], "", (place_of(texts, each, says[each][0]),))
        if each in says
        else Cell(each, Relation.NOT_FOUND, None, "", ())
        for each in texts
    ]
    return Claim(TEXT, tuple(cells), score)


def findings(
    texts: Mapping[str, str], claims: Sequence[Claim], utterances: Sequence[Utterance] = ()
) -> ClaimFindings:
    articles, analyses = event_of(**texts)
    statements = Statements(articles, analyses, LEXICONS)
    return ClaimFindings(Sources(articles, analyses), claims, utterances, statements)


def words_of(texts: Mapping[str, str], places: Sequence[Place]) -> list[str]:
    return [place.span.of(texts[place.article]) for place in places]


def test_own_voice_here_and_attributed_there_is_told_with_who_says_so() -> None:
    texts = {"Daily": BRIDGE, "Post": SAID, "Star": FERRY}
    row = claim_of(texts, {"Daily": (BRIDGE, None), "Post": (SAID, "Aya Ito")})
    (finding,) = findings(texts, [row]).attributed()
    assert finding.text == (f"“{TEXT}”: Daily says it in own voice, Post attributes it to Aya Ito.")
    assert words_of(texts, finding.evidence) == [BRIDGE, SAID]
    assert finding.counter == ()


def test_another_sentence_that_tells_the_same_speaks_against_an_attribution() -> None:
    texts = {"Daily": f"{BRIDGE} {SAID}", "Post": SAID}
    row = claim_of(texts, {"Daily": (BRIDGE, None), "Post": (SAID, "Aya Ito")})
    own, said = row.cells
    second = Cell("Daily", own.relation, None, "", (*own.evidence, place_of(texts, "Daily", SAID)))
    (finding,) = findings(texts, [Claim(TEXT, (second, said), 0.5)]).attributed()
    assert words_of(texts, finding.counter) == [SAID]


@pytest.mark.parametrize(
    "own",
    [
        "Aya Ito wants the harbor bridge in Visby to close on Monday for repairs of its steel.",
        "The harbor bridge in Visby closes on Monday for repairs of its steel, officials said.",
    ],
    ids=["names the speaker", "reports somebody"],
)
def test_a_sentence_that_reports_or_tells_of_the_speaker_is_not_the_outlets_own(own: str) -> None:
    texts = {"Daily": own, "Post": SAID}
    row = claim_of(texts, {"Daily": (own, None), "Post": (SAID, "Aya Ito")})
    assert list(findings(texts, [row]).attributed()) == []


def test_a_headline_alone_carries_no_claim_in_own_voice() -> None:
    head = "Harbor bridge in Visby closes on Monday for repairs of its steel"
    texts = {"Daily": f"{head}\n\n{FERRY}\n\n{FERRY} It was late.", "Post": SAID}
    row = claim_of(texts, {"Daily": (head, None), "Post": (SAID, "Aya Ito")})
    assert list(findings(texts, [row]).attributed()) == []
    assert list(findings(texts, [row]).partial()) == []


def test_one_statement_with_other_verbs_names_the_rungs() -> None:
    texts = {"Daily": SAID, "Post": CLAIMED}
    row = claim_of(texts, {"Daily": (SAID, "Aya Ito"), "Post": (CLAIMED, "Aya Ito")})
    (finding,) = findings(texts, [row]).introduced()
    assert finding.kind is FindingKind.VERBS
    assert finding.text == (
        f"“{TEXT}” is introduced with “claim” (doubt or warning) in Post and “say” (plain speech)"
        " in Daily."
    )
    assert words_of(texts, finding.evidence) == ["said", "claimed"]


def test_verbs_on_one_rung_are_no_finding() -> None:
    told = SAID.replace("said", "added")
    texts = {"Daily": SAID, "Post": told}
    row = claim_of(texts, {"Daily": (SAID, "Aya Ito"), "Post": (told, "Aya Ito")})
    assert list(findings(texts, [row]).introduced()) == []


def test_alleged_here_and_plain_fact_there_is_told_with_the_word() -> None:
    alleged = BRIDGE.replace("closes", "reportedly closes")
    texts = {"Daily": BRIDGE, "Post": alleged}
    row = claim_of(texts, {"Daily": (BRIDGE, None), "Post": (alleged, None)})
    (finding,) = findings(texts, [row]).hedged()
    assert finding.text.endswith("Post says “reportedly”, Daily gives it as plain fact.")
    assert words_of(texts, finding.evidence) == [alleged, BRIDGE]


def test_a_claim_of_some_texts_names_those_where_it_was_not_found() -> None:
    texts = {"Daily": BRIDGE, "Post": FERRY, "Star": BRIDGE}
    row = claim_of(texts, {"Daily": (BRIDGE, None), "Star": (BRIDGE, None)})
    (finding,) = findings(texts, [row]).partial()
    assert finding.text == f"“{TEXT}” stands in 2 of 3 texts. Not found in Post."
    assert words_of(texts, finding.evidence) == [BRIDGE, BRIDGE]


def test_a_text_with_nearly_the_same_sentence_is_not_said_to_lack_it() -> None:
    texts = {"Daily": BRIDGE, "Post": SAID, "Star": BRIDGE}
    row = claim_of(texts, {"Daily": (BRIDGE, None), "Star": (BRIDGE, None)})
    assert list(findings(texts, [row]).partial()) == []


@pytest.mark.parametrize(("score", "count"), [(0.51, 1), (0.49, 0)])
def test_a_claim_must_be_clear(score: float, count: int) -> None:
    texts = {"Daily": BRIDGE, "Post": FERRY, "Star": BRIDGE}
    row = claim_of(texts, {"Daily": (BRIDGE, None), "Star": (BRIDGE, None)}, score)
    assert len(list(findings(texts, [row]).partial())) == count


def test_a_claim_that_is_a_quotation_is_told_as_a_quotation_only() -> None:
    texts = {"Daily": BRIDGE, "Post": FERRY, "Star": BRIDGE}
    row = claim_of(texts, {"Daily": (BRIDGE, None), "Star": (BRIDGE, None)})
    places = (place_of(texts, "Daily", BRIDGE), place_of(texts, "Star", BRIDGE))
    said = Utterance("Aya Ito", places, places[0], ("Post",), 1.0)
    found: list[Finding] = list(findings(texts, [row], [said]).partial())
    assert found == []


def test_a_loaded_word_in_one_of_two_like_sentences_is_told() -> None:
    loud = BRIDGE.replace("repairs", "shameful repairs")
    texts = {"Daily": BRIDGE, "Post": loud}
    row = claim_of(texts, {"Daily": (BRIDGE, None), "Post": (loud, None)})
    (finding,) = findings(texts, [row]).worded()
    assert finding.text.endswith("Post has “shameful”, nothing is marked in the sentence of Daily.")
    assert words_of(texts, finding.evidence) == ["shameful", BRIDGE]


def test_a_claim_that_opens_one_text_and_ends_another_is_told_with_both_places() -> None:
    texts = {"Daily": f"{BRIDGE} {FERRY * 3}", "Post": f"{FERRY} {FERRY} {FERRY} {BRIDGE}"}
    row = claim_of(texts, {"Daily": (BRIDGE, None), "Post": (BRIDGE, None)})
    (finding,) = findings(texts, [row]).placed()
    assert finding.kind is FindingKind.PLACE
    assert "after 0\u2009% of the text of Daily" in finding.text
    assert [place.article for place in finding.evidence] == ["Daily", "Post"]


def test_words_that_stand_in_marks_elsewhere_are_nobodys_own_voice() -> None:
    quoted = f"“{BRIDGE}” Aya Ito said."
    texts = {"Daily": BRIDGE, "Post": quoted}
    row = claim_of(texts, {"Daily": (BRIDGE, None), "Post": (f"“{BRIDGE}”", "Aya Ito")})
    assert list(findings(texts, [row]).attributed()) == []


def test_who_says_we_is_not_the_outlet() -> None:
    own = BRIDGE.replace("The harbor bridge", "Our harbor bridge")
    texts = {"Daily": own, "Post": SAID}
    row = claim_of(texts, {"Daily": (own, None), "Post": (SAID, "Aya Ito")})
    assert list(findings(texts, [row]).attributed()) == []


def test_what_is_alleged_must_be_what_the_other_states() -> None:
    alleged = f"{BRIDGE.removesuffix('.')} after an alleged explosion."
    texts = {"Daily": BRIDGE, "Post": alleged}
    row = claim_of(texts, {"Daily": (BRIDGE, None), "Post": (alleged, None)})
    assert list(findings(texts, [row]).hedged()) == []
