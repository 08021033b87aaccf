"""Report verbs with a verdict and quotation marks of distance."""

from __future__ import annotations

from desktop.core.model.analyses import Category, Quotation, QuotationKind, ReportVerb, Rung, Voice
from desktop.core.model.spans import Span
from desktop.core.text.sentences import SentenceSpan
from desktop.core.wording.verdicts import find_scare_quotes, find_verdicts
from desktop.services.lexicons import load_lexicons


def verb(lemma: str, rung: Rung) -> ReportVerb:
    return ReportVerb(Span(3, 9), lemma, rung, "Ito", Voice.OWN, 2)


def test_a_verb_with_a_verdict_is_loaded_with_its_reason() -> None:
    (found,) = find_verdicts([verb("claim", Rung.DOUBT)], load_lexicons())
    assert found.category is Category.VERDICT_VERB
    assert found.reason.endswith(".")
    assert (found.span, found.sentence, found.entry) == (Span(3, 9), 2, "report_verbs/claim")


def test_plain_verbs_and_unknown_ones_are_not_loaded() -> None:
    verbs = [verb("say", Rung.PLAIN), verb("tell a tale", Rung.PLAIN)]
    assert list(find_verdicts(verbs, load_lexicons())) == []


def test_an_attack_weighs_more_than_a_doubt() -> None:
    verbs = [verb("claim", Rung.DOUBT), verb("slam", Rung.ATTACK)]
    doubt, attack = find_verdicts(verbs, load_lexicons())
    assert 0.5 <= doubt.weight < attack.weight


def test_only_scare_quotes_are_marks_of_distance() -> None:
    marks = (Span(11, 18),)
    quotations = [
        Quotation(Span(0, 5), QuotationKind.DIRECT, (Span(0, 5),)),
        Quotation(Span(11, 18), QuotationKind.SCARE, marks),
    ]
    sentences = [SentenceSpan(Span(0, 10), 0), SentenceSpan(Span(11, 30), 0)]
    text = "x" * 11 + "“their” plan for it"
    (found,) = find_scare_quotes(text, quotations, sentences)
    assert (found.span, found.voice, found.sentence) == (Span(11, 18), Voice.OWN, 2)
