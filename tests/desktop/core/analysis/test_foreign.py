"""A text in another language has quotations, names and figures, no score, and says why."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.alignment.statements import Statements
from desktop.core.analysis.articles import analyze_article
from desktop.core.analysis.corrections import with_corrections
from desktop.core.framing.actors import find_mentions
from desktop.core.framing.findings import Parts, find_findings
from desktop.core.framing.ranks import rank_articles
from desktop.core.framing.sources import Sources
from desktop.core.framing.voices import sentence_parts, voice_rows
from desktop.core.model.analyses import Category, SentenceVoice, StatedVoice, Voice
from desktop.core.model.articles import Article
from desktop.core.model.corrections import Corrections, MarkedWording
from desktop.core.model.spans import Span
from tests.desktop.core.made_up import LEXICONS, analyzed, article_of, compared, event_of

FRENCH = (
    "La mairesse ferme le port de Visby\n\n"
    "La mairesse de Visby, Aya Ito, a fermé lundi le port de la ville après la tempête, et "
    "personne ne sait quand il sera rouvert.\n\n"
    "« Nous ne pouvons pas attendre plus longtemps, la digue est trop faible », a dit Mme Ito "
    "devant le conseil. Environ 40 000 personnes sont touchées et les travaux coûteront 3,5 "
    "millions d’euros à la région, selon Nils Berg. Le plan terrible de 2019 est une honte."
)
LOADED = (
    "The shameful plan was a reckless gamble, and the ruthless council slammed it again. The "
    "harbor of the island was closed on Monday after the storm, and nobody knows when it will be "
    "open again. The dam was built by the region in 1975 and it has been repaired every year "
    "since, as the council had asked of the region. "
)
PLAIN = "The council of the island spoke of the plan for the region. " + LOADED.split(". ", 1)[1]


def test_it_has_quotations_names_and_figures() -> None:
    analysis = analyzed(FRENCH)
    assert analysis.language == "fr"
    (quotation,) = analysis.quotations
    assert quotation.speaker is not None
    assert quotation.speaker.name == "Aya Ito"
    assert {"Aya Ito", "Visby", "Nils Berg"} <= {target.name for target in analysis.targets}
    assert [(f.value, f.counts, f.unit) for f in analysis.figures] == [
        (40_000, "personnes", ""),
        (3_500_000, "", "euros"),
    ]


def test_it_has_no_wording_no_tone_and_no_rate_but_its_words_are_counted() -> None:
    analysis = analyzed(FRENCH)
    assert analysis.loaded == analysis.verbs == analysis.tone_words == ()
    assert {target.tone for target in analysis.targets} == {0.0}
    for sentence in analysis.sentences:
        assert (sentence.tone, sentence.loadedness) == (0.0, 0.0)
    assert SentenceVoice.MIXED in {sentence.voice for sentence in analysis.sentences}
    assert analysis.ledger.quoted > 5
    assert analysis.own.words > 50
    for rate in (analysis.own.loaded, analysis.own.tone, analysis.quoted.loaded):
        assert (rate.value, rate.low, rate.high, rate.language) == (None, None, None, "fr")


def test_an_english_text_has_rates_without_a_language() -> None:
    analysis = analyzed(LOADED)
    assert analysis.language == "en"
    assert analysis.own.loaded.value
    assert analysis.own.loaded.language == ""


def test_a_text_too_short_to_tell_is_read_as_english() -> None:
    analysis = analyzed("A shameful, reckless plan")
    assert analysis.language == ""
    assert analysis.loaded


def test_the_ledger_of_the_explanation_has_no_tone() -> None:
    analysis = analyzed(FRENCH)
    rows = voice_rows(sentence_parts(FRENCH, analysis), analysis)
    assert {row.tone for row in rows} == {None}
    assert sum(row.words for row in rows) == analysis.ledger.total


def test_corrections_hold_and_bring_no_rate() -> None:
    analysis = analyzed(FRENCH)
    article = Article("a", FRENCH)
    place = FRENCH.index("terrible")
    marked = MarkedWording(Span(place, place + 8), Category.CHARGED_ADJECTIVE, 0.8)
    start = FRENCH.index("Le plan terrible")
    stated = StatedVoice(Span(start, len(FRENCH)), Voice.QUOTED, "Nils Berg")
    corrections = Corrections(marked=frozenset({marked}), voices=(stated,))

    revised = with_corrections(article, analysis, corrections, LEXICONS)

    assert revised.language == "fr"
    assert [span.by_user for span in revised.loaded] == [True]
    assert revised.own.loaded.value is None
    assert revised.quoted.words > analysis.quoted.words
    assert [q.speaker.name for q in revised.quotations if q.speaker] == ["Aya Ito", "Nils Berg"]
    undone = with_corrections(article, analysis, Corrections(), LEXICONS)
    assert undone == analysis


def test_the_order_leaves_it_out_and_the_finding_says_so() -> None:
    articles, analyses = event_of(Daily=LOADED * 3, Jour=FRENCH, Post=PLAIN * 3)
    ranks = rank_articles(articles, analyses)
    assert [article for tie in ranks for article in tie] == ["Daily", "Post"]
    statements = Statements(articles, analyses, LEXICONS)
    mentions = find_mentions(articles, analyses)
    parts = Parts((), (), ranks, statements, mentions)
    found = find_findings(Sources(articles, analyses), parts)
    (wording,) = [finding for finding in found if "loaded" in finding.text]
    assert wording.text.endswith("Jour is in French and is not scored.")


def test_no_finding_says_that_it_states_a_thing_in_its_own_voice() -> None:
    english = (
        "About 40,000 people are hit in Visby, said Nils Berg, a spokesman of the region. Mayor "
        "Aya Ito closed the harbor of Visby on Monday, and the work will cost 3.5 million euros."
    )
    articles, analyses = event_of(Daily=english, Jour=FRENCH, Post=english)
    for finding in compared(articles, analyses).findings:
        assert "Jour says it in own voice" not in finding.text


@given(st.text(alphabet=st.sampled_from("лдаеит .,«»—\n7"), max_size=200))
def test_any_text_in_other_letters_has_an_analysis_without_scores(text: str) -> None:
    analysis = analyze_article(article_of(text), LEXICONS, redraws=0)
    if analysis.language:
        assert analysis.own.loaded.value is None
        assert replace(analysis, loaded=()) == analysis
