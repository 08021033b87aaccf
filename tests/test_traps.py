"""The traps that readers of the five samples noted: each of them is stepped over, one test each.

The sample articles are called by the number that their files begin with.
"""

from __future__ import annotations

import re
from functools import cache

import pytest

from desktop.core.model.analyses import Analysis, Category, LoadedSpan, Quotation, Voice
from desktop.core.model.articles import Article, BlockKind, Origin
from desktop.core.model.comparisons import Utterance
from desktop.core.model.details import DeskFigure, Details, FigureRelation, Naming
from desktop.core.model.spans import Span
from desktop.core.text.metadata import find_metadata
from desktop.ingest.readers import read_file
from tests.desktop.core.made_up import detailed
from tests.sample_event import SEEDS, sample_view

A0, A1, A2, A3, A4 = range(5)
EVERYWHERE = range(5)


def article(at: int) -> Article:
    return sample_view().articles[at]


def analysis(at: int) -> Analysis:
    return sample_view().analyses[at]


@cache
def details() -> Details:
    view = sample_view()
    return detailed(view.articles, view.analyses)


def span_of(at: int, words: str, nth: int = 0) -> Span:
    """Return where words stand in a sample."""
    found = list(re.finditer(re.escape(words), article(at).text))[nth]
    return Span(found.start(), found.end())


def sentence_with(at: int, words: str, nth: int = 0) -> int:
    """Return the number of the sentence that holds the words."""
    span = span_of(at, words, nth)
    found = [s.number for s in analysis(at).sentences if s.span.overlap(span)]
    return found[0]


def quotation_with(at: int, words: str, nth: int = 0) -> Quotation:
    """Return the shortest quotation that holds the words."""
    span = span_of(at, words, nth)
    around = [q for q in analysis(at).quotations if q.span.overlap(span) == len(span)]
    return min(around, key=lambda q: len(q.span))


def speaker_of(at: int, words: str, nth: int = 0) -> str | None:
    speaker = quotation_with(at, words, nth).speaker
    return speaker.name if speaker else None


def loaded_in(at: int, words: str, nth: int = 0) -> list[LoadedSpan]:
    span = span_of(at, words, nth)
    return [each for each in analysis(at).loaded if each.span.overlap(span)]


def is_folded(at: int, words: str, nth: int = 0) -> bool:
    span = span_of(at, words, nth)
    return not any(b.scored and b.span.overlap(span) for b in analysis(at).blocks)


def naming_of(actor: str) -> Naming:
    found = [each for each in details().naming if each.actor == actor]
    assert len(found) == 1
    return found[0]


def forms_of(naming: Naming) -> set[str]:
    return {form.form for group in (*naming.own, *naming.quoted) for form in group.forms}


def utterance_with(words: str) -> list[Utterance]:
    """Return the groups of versions in which one holds the words."""
    texts = {each.id: each.text for each in sample_view().articles}
    return [
        each
        for each in sample_view().comparison.utterances
        if any(words in place.span.of(texts[place.article]) for place in each.versions)
    ]


def figures_at(at: int) -> list[DeskFigure]:
    return [f for f in details().figures.figures if f.place.article == article(at).id]


def marked(at: int) -> set[str]:
    return {span.of(article(at).text) for q in analysis(at).quotations for span in q.marked}


def test_1_marks_of_every_kind_pair_up() -> None:
    assert '"It depends on our partners."' in marked(A0)
    assert "'It depends on our partners'" in marked(A0)
    assert "'nothing'" in marked(A2)
    assert '“need to act."' in marked(A3)


def test_2_an_apostrophe_is_no_mark() -> None:
    for at in EVERYWHERE:
        assert not any(re.match(r"['’](?:ve|s)\b", words) for words in marked(at))
    assert quotation_with(A0, "We've not yet seen").span.of(article(A0).text).endswith('days,"')


@pytest.mark.parametrize(
    ("words", "name"),
    [("It depends on our partners.", "Volodymyr Zelenskyy"),
     ("Everyone is just waiting", "Volodymyr Zelenskyy"),
     ("And the world is still watching", "Volodymyr Zelenskyy")],
)  # fmt: skip
def test_3_words_without_a_speaker_of_their_own_have_that_of_the_words_before(
    words: str, name: str
) -> None:
    assert speaker_of(A0, words) == name


@pytest.mark.parametrize(
    ("at", "words", "name"),
    [(A2, "could be used to target North Korean troops", "Volodymyr Zelensky"),
     (A2, "Now we see every site", "Volodymyr Zelensky"),
     (A4, "North Korea has improved its artillery", "Volodymyr Zelenskyy"),
     (A4, "international action beyond", "Volodymyr Zelenskyy")],
)  # fmt: skip
def test_4_a_pronoun_or_a_title_means_the_right_person(at: int, words: str, name: str) -> None:
    around = [q for q in analysis(at).quotations if q.span.overlap(span_of(at, words))]
    assert {q.speaker.name for q in around if q.speaker} <= {name}


def test_4_they_are_the_two_who_held_talks() -> None:
    assert speaker_of(A3, "We strongly urge") == "Lloyd Austin and Antony Blinken"


def test_5_an_omission_in_a_quotation_is_a_cut_and_no_contradiction() -> None:
    (found,) = utterance_with("But instead … America")
    assert article(A1).id in {place.article for place in found.versions}
    assert not any("watching" in f.text for f in sample_view().comparison.findings
                   if f.kind.value == "claim")  # fmt: skip


def test_6_three_translations_are_one_utterance() -> None:
    (found,) = utterance_with("Everyone is just waiting")
    assert {place.article for place in found.versions} == {article(at).id for at in EVERYWHERE}


def test_7_two_posts_are_two_utterances() -> None:
    (found,) = utterance_with("America is watching")
    texts = {each.id: each.text for each in sample_view().articles}
    assert not any("world is still" in p.span.of(texts[p.article]) for p in found.versions)


def test_8_two_scopes_do_not_conflict() -> None:
    desk = details().figures
    assert not [group for group in desk.groups if group.relation is FigureRelation.DIFFERENT]
    values = {figure.value for figure in figures_at(A4)}
    assert {8000, 10000} <= values


def test_9_all_spellings_of_a_name_are_one_person() -> None:
    forms = forms_of(naming_of("Volodymyr Zelenskyy"))
    assert {"Zelenskyy", "Zelensky", "Zelenskiy", "Mr. Zelenskyy"} <= forms


def test_9_short_and_long_names_of_a_state_are_one() -> None:
    forms = forms_of(naming_of("United States"))
    assert {"US", "U.S.", "America", "The United States"} <= forms


def test_10_west_is_a_direction_here() -> None:
    span = span_of(A2, "moved West")
    mentions = [m for t in analysis(A2).targets for m in t.mentions]
    assert not any(mention.overlap(span) for mention in mentions)


@pytest.mark.parametrize("at", [A0, A2, A3])
def test_11_a_weekday_gives_no_date_of_publication(at: int) -> None:
    published = find_metadata(article(at).text, analysis(at).blocks).published
    assert (published.value, published.origin) == (None, Origin.UNKNOWN)


@pytest.mark.parametrize(
    ("at", "words"),
    [(A1, "China, Russia discuss Ukraine as West slams North Korean troops"),
     (A1, "Russia and North Korea sign partnership deal, vowing"),
     (A3, "SEE ALSO: U.S. Says 8,000")],
)  # fmt: skip
def test_12_headlines_of_other_articles_are_no_words_of_this_one(at: int, words: str) -> None:
    span = span_of(at, words)
    assert is_folded(at, words)
    # Marked for the reader who unfolds it, and counted nowhere.
    assert not any(analysis(at).sentence(e.sentence).scored for e in loaded_in(at, words))
    assert not any(q.span.overlap(span) for q in analysis(at).quotations)
    evidence = [
        place for claim in sample_view().comparison.claims
        for cell in claim.cells for place in cell.evidence
    ]  # fmt: skip
    assert not any(p.article == article(at).id and p.span.overlap(span) for p in evidence)


def test_13_a_repeated_headline_counts_once() -> None:
    headline = "Zelenskyy criticizes US, UK, Germany over long-range"
    assert not is_folded(A4, headline)
    assert is_folded(A4, headline, nth=1)


def test_13_a_standfirst_that_comes_again_is_one_claim() -> None:
    rows = [
        claim for claim in sample_view().comparison.claims
        for cell in claim.cells if cell.article == article(A1).id
        and any("stop “watching”" in p.span.of(article(A1).text) for p in cell.evidence)
    ]  # fmt: skip
    assert len(rows) == 1


@pytest.mark.parametrize(
    ("at", "words", "kind"),
    [(A4, "A little bit goes a long way", BlockKind.APPEAL),
     (A1, "GIFT a SubscriptionGift", BlockKind.RESIDUE),
     (A2, "Dave DeCamp is the news editor", BlockKind.BIO)],
)  # fmt: skip
def test_14_appeals_residue_and_bio_are_folded(at: int, words: str, kind: BlockKind) -> None:
    span = span_of(at, words)
    assert [b.kind for b in analysis(at).blocks if b.span.overlap(span)] == [kind]


def test_15_a_place_and_an_agency_are_no_author_and_no_outlet() -> None:
    found = find_metadata(article(A1).text, analysis(A1).blocks)
    assert found.agency.value == "AP"
    assert (found.authors.value, found.outlet.value) == (None, None)


def test_16_an_outlet_is_found_only_where_the_text_names_it() -> None:
    found = {
        at: find_metadata(article(at).text, analysis(at).blocks).outlet.value for at in EVERYWHERE
    }
    assert found[A2] == "Antiwar.com"
    assert found[A0] in {"Business Insider", None}
    assert {found[A1], found[A3], found[A4]} == {None}


@pytest.mark.parametrize(
    "word",
    ["strike", "weapons", "war", "missile", "nuclear weapons", "lethal weapons",
     "legitimate military targets", "prisoner-of-war", "mutual defense clause"],
)  # fmt: skip
def test_17_things_of_war_are_not_loaded(word: str) -> None:
    for at in EVERYWHERE:
        marked_words = {each.span.of(article(at).text).lower() for each in analysis(at).loaded}
        assert word not in marked_words


@pytest.mark.parametrize(
    ("at", "words"),
    [(A3, "provocative and destabilizing"), (A4, "Only the desire to wage war")],
)
def test_18_loaded_words_in_marks_are_the_speakers(at: int, words: str) -> None:
    assert all(each.voice is Voice.QUOTED for each in loaded_in(at, words))
    assert quotation_with(at, words).speaker is not None


@pytest.mark.parametrize(("at", "words"), [(A0, "reportedly"), (A4, "perceived")])
def test_19_a_hedge_is_no_loaded_word(at: int, words: str) -> None:
    assert all(each.category is not Category.INTENSIFIER for each in loaded_in(at, words))
    assert not [each for each in loaded_in(at, words) if words == "reportedly"]


def test_20_a_name_in_marks_is_a_scare_quote_only_with_so_called() -> None:
    assert any("so-called" in e.span.of(article(A2).text) or e.category is Category.SCARE_QUOTE
               for e in loaded_in(A2, "so-called “Victory Plan,”"))  # fmt: skip
    assert not loaded_in(A0, '"Hwasongpho-19,"')


@pytest.mark.parametrize(
    ("at", "words", "name"),
    [(A1, "“at war”", "Vladimir Putin"), (A2, "'nothing'", "Volodymyr Zelensky"),
     (A0, '"every site"', "Volodymyr Zelenskyy"), (A3, "“need to act.\"", "Volodymyr Zelenskiy")],
)  # fmt: skip
def test_21_an_attributed_fragment_is_no_scare_quote(at: int, words: str, name: str) -> None:
    assert not [e for e in loaded_in(at, words) if e.category is Category.SCARE_QUOTE]
    assert speaker_of(at, words) == name


def test_22_a_nuclear_program_and_a_rocket_are_no_threat_of_nuclear_war() -> None:
    rows = [claim for claim in sample_view().comparison.claims if "nuclear" in claim.text]
    held = {cell.article for claim in rows for cell in claim.cells if cell.evidence}
    assert not held >= {article(A1).id, article(A2).id}
    assert article(A0).id not in held


def test_23_the_strike_on_kharkiv_is_not_one_of_those_that_are_asked_for() -> None:
    span = span_of(A3, "a Russian strike on Kharkiv")
    for claim in sample_view().comparison.claims:
        places = [p for c in claim.cells for p in c.evidence]
        if any(p.article == article(A3).id and p.span.overlap(span) for p in places):
            assert len({p.article for p in places}) == 1


def test_24_a_conversion_is_one_figure_and_a_name_none() -> None:
    found = {f.place.span.of(article(A0).text): f for f in figures_at(A0)}
    assert [words for words, f in found.items() if f.is_conversion] == ["620 miles"]
    assert not any("19" in words for words in found)
    coffee = span_of(A4, "one cup of coffee")
    assert not any(f.place.span.overlap(coffee) for f in figures_at(A4))


def test_25_the_same_words_have_each_their_speaker() -> None:
    said = {at: speaker_of(at, "legitimate military targets") for at in (A0, A3, A4)}
    assert said == {A0: "Lloyd Austin", A3: "Pentagon", A4: "Lloyd Austin"}


def test_26_a_presence_that_is_confirmed_confirms_no_number() -> None:
    rutte = sentence_with(A4, "confirmed the presence")
    spans = [s.span for s in analysis(A4).sentences if s.number == rutte]
    assert not [f for f in figures_at(A4) if any(f.place.span.overlap(s) for s in spans)]
    assert not any(f.source and "Rutte" in f.source for f in figures_at(A4))


def test_27_offsets_count_code_points() -> None:
    path = next(SEEDS.glob("000_*.txt"))
    assert (len(path.read_bytes()), len(article(A0).text)) == (2762, 2758)
    (draft,) = read_file(str(path)).drafts
    assert draft.text == article(A0).text.rstrip()


def test_28_what_is_not_found_is_asked_and_never_charged() -> None:
    charges = re.compile(r"\b(?:omit|conceal|hid|lie[sd]?|ignor|suppress|fail)\w*", re.IGNORECASE)
    texts = [q.text for q in details().questions]
    assert texts
    assert all(text.endswith("?") or "?" in text for text in texts)
    findings = [f.text for f in sample_view().comparison.findings]
    own_words = [re.sub(r"“[^”]*”", "", text) for text in (*texts, *findings)]
    assert not any(charges.search(text) for text in own_words)


@pytest.mark.parametrize(
    ("at", "words"),
    [(A4, "is believed"), (A0, "has been estimated"), (A0, "are expected")],
)
def test_29_a_source_without_a_name_stays_without(at: int, words: str) -> None:
    span = span_of(at, words)
    verbs = [v for v in analysis(at).verbs if v.span.overlap(span)]
    assert all(verb.speaker is None for verb in verbs)
