"""What the user states of voices, speakers and wordings changes all that depends on them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.analysis.articles import analyze_article
from desktop.core.analysis.corrections import USER_ENTRY, with_corrections
from desktop.core.analysis.stated import is_same_passage
from desktop.core.model.analyses import (
    Analysis,
    Category,
    Quotation,
    QuotationKind,
    SentenceVoice,
    StatedVoice,
    Voice,
)
from desktop.core.model.articles import Article
from desktop.core.model.corrections import Corrections, MarkedWording
from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap
from tests.desktop.core.made_up import LEXICONS
from tests.desktop.core.strategies import ANY_TEXT

SAID = "“The dam is a shameful wreck and nobody dares to say so,” Ines Holt said on Monday."
PLAN = (
    "The council of the valley will meet on Friday to vote on the money for a new wall, which has "
    "been on the table since the flood of last year, and on a road to the mill by the river."
)
TEXT = "\n\n".join(
    (
        "Holt slams council over dam",
        SAID,
        PLAN,
        "Jon Berg claimed that the wall would be a disaster for the mill and for the village.",
        "The keeper of the mill stayed calm and went on with the work of the day as before.",
    )
)
ARTICLE = Article("a", TEXT)
ANALYSIS = analyze_article(ARTICLE, LEXICONS)
DIRECT = next(q for q in ANALYSIS.quotations if q.kind is QuotationKind.DIRECT)
REPORTED = next(q for q in ANALYSIS.quotations if q.kind is QuotationKind.INDIRECT)


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def stated(*voices: StatedVoice) -> Analysis:
    return with_corrections(ARTICLE, ANALYSIS, Corrections(voices=voices), LEXICONS)


def marked(*marks: MarkedWording, ignored: frozenset[Span] = frozenset()) -> Analysis:
    corrections = Corrections(marked=frozenset(marks), ignored=ignored)
    return with_corrections(ARTICLE, ANALYSIS, corrections, LEXICONS)


def quotation_at(analysis: Analysis, span: Span) -> Quotation:
    return next(q for q in analysis.quotations if q.span == span)


def test_a_quotation_taken_away_leaves_its_words_to_the_outlet() -> None:
    found = stated(StatedVoice(DIRECT.span, Voice.OWN))
    assert all(not q.span.overlap(DIRECT.span) for q in found.quotations)
    assert found.ledger.total == ANALYSIS.ledger.total
    assert found.ledger.quoted == 0
    assert found.ledger.own == ANALYSIS.ledger.own + ANALYSIS.ledger.quoted
    assert found.sentence(DIRECT.sentence).voice is SentenceVoice.OWN
    shameful = next(one for one in found.loaded if one.span.of(TEXT) == "shameful")
    assert shameful.voice is Voice.OWN
    assert found.own.loaded.count > ANALYSIS.own.loaded.count
    assert found.sentence(DIRECT.sentence).loadedness >= 0.5
    assert found.stated == (StatedVoice(DIRECT.span, Voice.OWN),)


def test_a_report_taken_away_is_the_outlets_own_and_its_wording_counts() -> None:
    found = stated(StatedVoice(REPORTED.span, Voice.OWN))
    assert found.ledger.indirect == 0
    disaster = next(one for one in found.loaded if one.span.of(TEXT) == "disaster")
    assert disaster.voice is Voice.OWN


def test_another_speaker_goes_with_the_quotation_and_its_verb() -> None:
    found = stated(StatedVoice(DIRECT.span, None, "Jon Berg"))
    quotation = quotation_at(found, DIRECT.span)
    assert quotation.speaker is not None
    assert quotation.speaker.name == "Jon Berg"
    assert quotation.kind is DIRECT.kind
    assert quotation.verb is not None
    verb = next(verb for verb in found.verbs if verb.span == quotation.verb.span)
    assert verb.speaker == quotation.verb.speaker == "Jon Berg"
    assert (found.ledger, found.own, found.quoted) == (
        ANALYSIS.ledger,
        with_corrections(
            ARTICLE, ANALYSIS, Corrections(set_apart=frozenset({Span(0, 1)})), LEXICONS
        ).own,
        ANALYSIS.quoted,
    )


def test_without_a_name_nobody_is_named() -> None:
    found = stated(StatedVoice(DIRECT.span, None, "  "))
    quotation = quotation_at(found, DIRECT.span)
    assert quotation.speaker is None
    assert quotation.verb is not None
    assert quotation.verb.speaker is None


def test_a_speaker_of_words_that_are_no_quotation_is_passed_over() -> None:
    found = stated(StatedVoice(span_of("stayed calm"), None, "Jon Berg"))
    assert found.quotations == ANALYSIS.quotations
    assert found.stated == ()


def test_a_passage_given_to_a_speaker_is_quoted() -> None:
    span = span_of("The keeper of the mill stayed calm")
    found = stated(StatedVoice(span, Voice.QUOTED, "Ada Moe"))
    quotation = quotation_at(found, span)
    assert (quotation.kind, quotation.marked) == (QuotationKind.DIRECT, (span,))
    assert quotation.speaker is not None
    assert quotation.speaker.name == "Ada Moe"
    assert found.sentence(quotation.sentence).span.covers(span)
    assert found.ledger.quoted == ANALYSIS.ledger.quoted + 7
    assert found.own.words == ANALYSIS.own.words - 7


def test_a_passage_can_be_reported_in_other_words() -> None:
    found = stated(StatedVoice(DIRECT.span, Voice.INDIRECT, "Ines Holt"))
    quotation = quotation_at(found, DIRECT.span)
    assert (quotation.kind, quotation.marked) == (QuotationKind.INDIRECT, ())
    assert quotation.verb is not None
    assert found.ledger.quoted == 0


def test_part_of_a_quotation_can_be_the_outlets_own() -> None:
    part = span_of("for the mill and for the village")
    found = stated(StatedVoice(part, Voice.OWN))
    (left,) = [q for q in found.quotations if q.span.overlap(REPORTED.span)]
    assert left.span == Span(REPORTED.span.start, part.start - 1)
    assert left.speaker == REPORTED.speaker
    middle = span_of("be a disaster")
    both = stated(StatedVoice(middle, Voice.OWN))
    parts = [q.span for q in both.quotations if q.span.overlap(REPORTED.span)]
    assert [span.end <= middle.start or span.start >= middle.end for span in parts] == [True, True]


def test_of_two_statements_on_the_same_words_the_later_one_holds() -> None:
    own, back = StatedVoice(DIRECT.span, Voice.OWN), StatedVoice(DIRECT.span, Voice.QUOTED, "I. H.")
    assert stated(own, back).ledger == ANALYSIS.ledger
    assert stated(own, back).quoted == ANALYSIS.quoted
    assert stated(back, own).ledger.quoted == 0


def test_a_report_verb_in_words_that_were_taken_back_is_the_outlets() -> None:
    whole = span_of("Jon Berg claimed that the wall would be a disaster for the mill")
    found = stated(StatedVoice(whole, Voice.QUOTED, "Ada Moe"))
    verb = next(verb for verb in found.verbs if verb.span.of(TEXT) == "claimed")
    assert verb.voice is Voice.QUOTED
    again = stated(StatedVoice(whole, Voice.QUOTED, "Ada Moe"), StatedVoice(whole, Voice.OWN))
    assert all(verb.voice is Voice.OWN for verb in again.verbs)


def test_a_scare_quote_stays_where_its_words_are_said_to_be_the_outlets() -> None:
    text = f"{TEXT}\n\nThe so-called “wall of hope” has been closed since the flood of last year."
    article = Article("b", text)
    analysis = analyze_article(article, LEXICONS)
    scare = next(q for q in analysis.quotations if q.kind is QuotationKind.SCARE)
    for voice, kept in ((Voice.OWN, True), (Voice.QUOTED, False)):
        corrections = Corrections(voices=(StatedVoice(scare.span, voice, "Ada Moe"),))
        found = with_corrections(article, analysis, corrections, LEXICONS)
        assert (scare in found.quotations) is kept


def test_a_marked_wording_counts_for_the_voice_it_stands_in() -> None:
    calm, wreck = span_of("stayed calm"), span_of("wreck")
    found = marked(
        MarkedWording(calm, Category.HYPERBOLE, 0.7), MarkedWording(wreck, Category.METAPHOR, 0.5)
    )
    voices = {one.span: one.voice for one in found.loaded if one.by_user}
    assert voices == {calm: Voice.OWN, wreck: Voice.QUOTED}
    assert found.own.loaded.count == ANALYSIS.own.loaded.count + 1
    assert found.quoted.loaded.count == ANALYSIS.quoted.loaded.count + 1
    one = next(one for one in found.loaded if one.span == calm)
    assert (one.entry, one.weight, one.category) == (USER_ENTRY, 0.7, Category.HYPERBOLE)
    before, after = ANALYSIS.sentence(one.sentence), found.sentence(one.sentence)
    assert before.loadedness < 0.5 <= after.loadedness


def test_a_mark_takes_the_place_of_what_was_found_there() -> None:
    found = marked(MarkedWording(span_of("a shameful wreck"), Category.HYPERBOLE, 0.9))
    words = [one.span.of(TEXT) for one in found.loaded]
    assert "a shameful wreck" in words
    assert "shameful" not in words
    assert found.quoted.loaded.count == ANALYSIS.quoted.loaded.count


def test_a_mark_that_is_ignored_does_not_count_and_one_outside_all_sentences_is_none() -> None:
    calm = span_of("stayed calm")
    mark = MarkedWording(calm, Category.HYPERBOLE, 0.7)
    found = marked(mark, ignored=frozenset({calm}))
    assert found.own.loaded.count == ANALYSIS.own.loaded.count
    assert found.sentences == ANALYSIS.sentences
    beyond = Span(len(TEXT) + 5, len(TEXT) + 9)
    assert marked(MarkedWording(beyond, Category.HYPERBOLE, 0.7)).loaded == ANALYSIS.loaded
    assert stated(StatedVoice(beyond, Voice.QUOTED)).quotations == ANALYSIS.quotations


def test_the_same_passage_shares_at_least_half_of_the_longer_one() -> None:
    assert is_same_passage(Span(4, 14), Span(4, 9))
    assert not is_same_passage(Span(4, 14), Span(4, 8))


PLACES = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 90)).map(
    lambda pair: Span(pair[0], min(len(TEXT), pair[0] + pair[1]))
)
VOICES = st.sampled_from([Voice.OWN, Voice.QUOTED, Voice.INDIRECT, None])
STATEMENTS = st.builds(StatedVoice, PLACES, VOICES, st.sampled_from(["", "Jon Berg", "Ada Moe"]))
MARKS = st.builds(
    MarkedWording, PLACES, st.sampled_from(list(Category)), st.sampled_from([0.5, 0.7, 1.0])
)


@settings(deadline=None, max_examples=60)
@given(st.lists(STATEMENTS, max_size=5), st.frozensets(MARKS, max_size=3))
def test_whatever_is_stated_every_word_has_one_voice(
    statements: list[StatedVoice], marks: frozenset[MarkedWording]
) -> None:
    corrections = Corrections(marked=marks, voices=tuple(statements))
    found = with_corrections(ARTICLE, ANALYSIS, corrections, LEXICONS)
    assert found == with_corrections(ARTICLE, ANALYSIS, corrections, LEXICONS)
    assert found.ledger.total == ANALYSIS.ledger.total
    assert found.own.words + found.quoted.words == found.ledger.total
    voices = VoiceMap(found.quotations)
    assert all(one.voice is voices.voice_of(one.span) for one in found.loaded if one.by_user)
    said = [one for one in statements if one.voice is not None]
    if said:
        has_words = any(map(str.isalnum, said[-1].span.of(TEXT)))
        assert voices.voice_of(said[-1].span) is said[-1].voice or not has_words
    for quotation in found.quotations:
        assert all(quotation.span.covers(span) for span in quotation.marked)
        assert 0 < quotation.sentence <= len(found.sentences)


@settings(deadline=None, max_examples=40)
@given(st.lists(STATEMENTS, max_size=3), st.frozensets(MARKS, max_size=2))
def test_a_correction_and_its_undo_leave_the_analysis_as_it_was(
    statements: list[StatedVoice], marks: frozenset[MarkedWording]
) -> None:
    before = Corrections(marked=marks, voices=tuple(statements))
    as_it_was = with_corrections(ARTICLE, ANALYSIS, before, LEXICONS)
    with_corrections(
        ARTICLE,
        ANALYSIS,
        Corrections(marked=marks, voices=(*statements, StatedVoice(DIRECT.span, Voice.OWN))),
        LEXICONS,
    )
    assert with_corrections(ARTICLE, ANALYSIS, before, LEXICONS) == as_it_was
    assert with_corrections(ARTICLE, ANALYSIS, Corrections(), LEXICONS) is ANALYSIS


@settings(deadline=None, max_examples=50)
@given(ANY_TEXT, st.data())
def test_any_text_takes_any_statement(text: str, data: st.DataObject) -> None:
    article = Article("a", text)
    analysis = analyze_article(article, LEXICONS, redraws=0)
    start = data.draw(st.integers(0, len(text) + 3))
    span = Span(start, start + data.draw(st.integers(1, 40)))
    corrections = Corrections(
        marked=frozenset({MarkedWording(span, Category.METAPHOR, 0.7)}),
        voices=(StatedVoice(span, data.draw(VOICES), "Ada Moe"),),
    )
    found = with_corrections(article, analysis, corrections, LEXICONS)
    assert found.ledger.total == analysis.ledger.total
    assert all(q.span.end <= len(text) for q in found.quotations)


def test_a_passage_of_unclear_voice_is_the_speakers_or_the_outlets_as_stated() -> None:
    text = "Mayor Jon Berg believes that the shameful wall is a disaster for the harbor."
    article = Article("a1", text)
    found = analyze_article(article, LEXICONS)
    (unclear,) = found.quotations
    assert found.ledger.unclear == 9
    assert {one.voice for one in found.loaded} == {Voice.UNCLEAR}
    for voice, part in ((Voice.OWN, "own"), (Voice.INDIRECT, "indirect")):
        given = Corrections(voices=(StatedVoice(unclear.span, voice, ""),))
        revised = with_corrections(article, found, given, LEXICONS)
        assert revised.ledger.unclear == 0
        assert getattr(revised.ledger, part) >= 9
    head = Corrections(voices=(StatedVoice(Span(text.index("a dis"), len(text)), Voice.OWN, ""),))
    left = with_corrections(article, found, head, LEXICONS).quotations
    assert [one.kind for one in left] == [QuotationKind.UNCLEAR]
