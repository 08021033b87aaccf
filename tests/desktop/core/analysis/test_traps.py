"""What a hasty reader of several reports gets wrong, each on sentences of its own.

The cases are general: marks, pronouns, names, figures, folded lines and silences that look like
something else. Each test is one mistake that the comparison does not make.
"""

from __future__ import annotations

from desktop.core.analysis.articles import analyze_article
from desktop.core.model.analyses import Analysis, Quotation, QuotationKind, Voice
from desktop.core.model.articles import BlockKind
from desktop.core.model.comparisons import Comparison, Relation
from desktop.core.model.details import Details, FigureRelation, QuestionKind
from desktop.core.model.spans import Span
from tests.desktop.core.made_up import (
    LEXICONS,
    analyzed,
    article_of,
    compared,
    detailed,
    event_of,
)

FILLER = (
    " The council of the town met in the hall by the river and went through the plans for the new"
    " harbor road, the school roof and the two bridges that the storm had damaged in the spring."
)


def speakers(text: str) -> list[str | None]:
    """Return who says the quotations of a text, in their order."""
    said = sorted(analyzed(text).quotations, key=lambda each: each.span)
    return [each.speaker.name if each.speaker else None for each in said]


def marked(text: str) -> list[str]:
    """Return the words in marks that are given to somebody."""
    spans = {span for each in _said(analyzed(text)) for span in each.marked}
    return [span.of(text) for span in sorted(spans)]


def _said(analysis: Analysis) -> list[Quotation]:
    return [each for each in analysis.quotations if each.kind is not QuotationKind.SCARE]


def comparison_of(**texts: str) -> Comparison:
    """Return the comparison of one text for each outlet."""
    return compared(*event_of(**texts))


def details_of(**texts: str) -> Details:
    """Return the details of the comparison of one text for each outlet."""
    return detailed(*event_of(**texts))


def loaded_words(text: str, voice: Voice | None = None) -> set[str]:
    """Return the loaded wordings of a text in scored blocks."""
    analysis = analyzed(text)
    return {
        each.span.of(text).lower()
        for each in analysis.loaded
        if analysis.sentence(each.sentence).scored and voice in {None, each.voice}
    }


def forms(found: Details, article: str) -> dict[str, set[str]]:
    """Return the forms of each actor in own voice in one article."""
    return {
        row.actor: {form.form for own in row.own if own.article == article for form in own.forms}
        for row in found.naming
    }


def figure_relations(found: Details) -> set[FigureRelation]:
    return {group.relation for group in found.figures.groups}


def folded(text: str, line: str) -> bool:
    """Say whether a line of a text is set apart from what is scored."""
    start = text.index(line)
    area = Span(start, start + len(line))
    return any(not block.scored and block.span.overlap(area) for block in analyzed(text).blocks)


# 1-3: marks and where a quotation ends


def test_straight_and_curly_marks_in_one_text_open_and_close_as_they_stand() -> None:
    text = 'Mayor Ana Costa said the road "needs to close.” She added: “We must act," and left.'

    assert marked(text) == ['"needs to close.”', '“We must act,"']


def test_an_apostrophe_opens_no_quotation() -> None:
    text = "Portugal's mayors don’t want the road. It's the town’s own plan, and they've said so."

    assert marked(text) == []


def test_a_quotation_without_a_speaker_of_its_own_goes_on_with_the_last_one() -> None:
    text = (
        '"The road is closed," Mayor Ana Costa said. "Nobody may use it before the bridge has been'
        ' mended."'
    )

    assert speakers(text)[-1] == "Ana Costa"


# 4: pronouns and titles


def test_a_pronoun_is_the_speaker_and_not_the_state_named_last() -> None:
    text = "Mayor Ana Costa met envoys of Norway on Monday. She said that the harbor was open."

    assert speakers(text)[-1] == "Ana Costa"


def test_the_president_is_the_person_who_bears_the_title_in_the_text() -> None:
    text = (
        "Chilean President Rosa Ibarra visited the port on Monday. The Chilean leader promised a"
        " new pier. The president left at noon."
    )

    assert forms(details_of(Daily=text), "Daily")["Rosa Ibarra"] >= {
        "The Chilean leader",
        "The president",
    }


# 5-7: variants of utterances


def test_an_ellipsis_is_a_cut_and_no_other_wording() -> None:
    full = "But instead of the help that we need so badly, Oslo is waiting and Bergen is waiting"
    texts = {
        "Daily": f'"{full}," Mayor Ana Costa said.',
        "Post": '"But instead … Oslo is waiting and Bergen is waiting," Mayor Ana Costa said.',
    }

    assert [len(each.versions) for each in comparison_of(**texts).utterances] == [2]
    questions = details_of(**texts).questions
    assert any("ellipsis of Post" in question.text for question in questions)


def test_three_translations_of_one_passage_are_one_utterance() -> None:
    found = comparison_of(
        Daily='"Everyone is just waiting for the northern fleet to start attacking us," he said.',
        Post='"Everyone is simply waiting until the northern fleet starts attacking us," he said.',
        Echo='"Everyone is just waiting for the northern fleet to start attacking us as well,"'
        " he said.",
    )

    assert [len(each.versions) for each in found.utterances] == [3]


def test_a_like_phrase_of_another_post_is_another_utterance() -> None:
    found = comparison_of(
        Daily='"Oslo is watching, Bergen is watching and nobody sends a boat," Ana Costa said. "The'
        ' world merely waits," she wrote on X.',
        Post="Ana Costa urged the towns to stop “watching”. “Oslo is watching, Bergen is watching"
        " and nobody sends a boat,” she said.",
    )

    texts = [
        [place.span.start for place in each.versions if place.article == "Daily"]
        for each in found.utterances
    ]
    assert all(len(places) <= 1 for places in texts)


# 8: scopes


def test_two_numbers_for_two_scopes_are_no_different_figures() -> None:
    found = details_of(
        Daily="Officials said 800 Danish soldiers are in the Narva region.",
        Post="Officials said 1,000 Danish soldiers are in Estonia.",
    )

    assert figure_relations(found) == {FigureRelation.OTHER_SCOPE}


# 9-10: names


def test_spellings_of_one_name_and_names_of_one_state_are_one_actor() -> None:
    found = details_of(
        Daily="President Volodymyr Zelensky met leaders of the United States. The U.S. agreed.",
        Post="Mr. Zelenskyy thanked America. US officials left. President Zelenskyy stayed.",
    )

    assert forms(found, "Post")["Volodymyr Zelensky"] >= {"Mr. Zelenskyy"}
    assert "America" in forms(found, "Post")["United States"]


def test_a_capital_after_in_is_the_city() -> None:
    found = details_of(Daily="Moscow agreed. Envoys then met in Moscow on Monday.")
    (row,) = [row for row in found.naming if row.actor == "Russia"]

    assert [(form.form, form.count) for form in row.own[0].forms] == [("Moscow", 1)]


def test_a_direction_is_not_the_west() -> None:
    found = forms(
        details_of(Daily="The boats moved West on Monday, and the West said no."), "Daily"
    )

    assert found == {"West": {"the West"}}


# 11: dates


def test_a_weekday_makes_no_publication_date() -> None:
    article = article_of("The mayor spoke on Friday and the council met on Thursday." + FILLER)
    found = detailed([article], [analyze_article(article, LEXICONS, redraws=0)])

    assert found.clock.unknown == ("a",)
    assert found.clock.hours == ()


# 12-16: folded lines and metadata


BODY = (
    "\n\nMayor Ana Costa opened the harbor road in Porto on Monday. She thanked the workers for two"
    " long years of work.\n\n"
)


def test_a_related_headline_is_neither_loaded_nor_a_statement() -> None:
    line = "SEE ALSO: Mayor Slams Outrageous Bridge Disaster"
    text = "Mayor opens harbor road in Porto" + BODY + line + BODY

    assert folded(text, line)
    assert not {"slams", "outrageous", "disaster"} & loaded_words(text)


def test_a_repeated_headline_counts_once() -> None:
    headline = "Mayor opens the long awaited harbor road in Porto"
    text = f"{headline}\n\nNov 2, 2024 - 07:00\n{headline}{BODY}"
    kinds = [block.kind for block in analyzed(text).blocks]

    assert kinds.count(BlockKind.HEADLINE) == 1
    assert BlockKind.REPEATED_HEADLINE in kinds


def test_an_appeal_and_an_author_note_are_set_apart() -> None:
    appeal = (
        "Become a patron and support our independent reporting for as little as one cup of coffee a"
        " month."
    )
    text = "Mayor opens harbor road in Porto" + BODY + appeal

    assert folded(text, appeal)
    assert details_of(Daily=text).figures.figures[-1].counts != "cup"


def test_an_agency_and_a_dateline_are_no_actors() -> None:
    text = (
        "Mayor opens harbor road in Porto\n\nPublished - May 02, 2024 06:37 pm IST - PORTO\n\nAP"
        + BODY
    )
    found = forms(details_of(Daily=text), "Daily")

    assert "AP" not in found
    assert "PORTO" not in found


def test_an_outlet_that_the_text_does_not_name_stays_unknown() -> None:
    article = article_of("Mayor opens harbor road in Porto" + BODY)

    assert article.outlet == ""


# 17-21: wording


def test_plain_words_of_the_field_are_not_loaded() -> None:
    text = (
        "The weapons and missiles for the strike on legitimate military targets were counted. A"
        " prisoner-of-war told the court of the war."
    )

    assert loaded_words(text) == set()


def test_loaded_words_in_marks_belong_to_the_speaker() -> None:
    text = "“This is an outrageous and shameful attack on our town,” Mayor Ana Costa said."

    assert loaded_words(text, Voice.OWN) == set()


def test_a_hedge_makes_another_certainty() -> None:
    found = comparison_of(
        Daily="The harbor bridge reportedly collapsed under a truck in Porto.",
        Post="The harbor bridge collapsed under a truck in Porto.",
    )
    relations = {cell.relation for claim in found.claims for cell in claim.cells}

    assert Relation.OTHER_CERTAINTY in relations


def test_a_name_in_marks_is_no_scare_quote_but_a_so_called_one_is() -> None:
    named = "The rocket, called by the agency the “Brava-9,” was launched at noon."
    doubted = "The mayor keeps to his so-called “Plan of Hope,” which few support."
    scare = QuotationKind.SCARE

    assert scare not in {each.kind for each in analyzed(named).quotations}
    assert scare in {each.kind for each in analyzed(doubted).quotations}


def test_an_attributed_fragment_is_no_scare_quote() -> None:
    text = "Mayor Ana Costa warned that the town would be “at war” with the harbor company."

    assert marked(text) == ["“at war”"]


# 22-23: the same word for another thing


def test_a_word_shared_by_other_matters_makes_no_row() -> None:
    found = comparison_of(
        Daily="Norway has a large nuclear power program and sells its reactors abroad every year.",
        Post="The strike on the depot, critics fear, could lead to a nuclear war in the region.",
    )

    assert all(sum(bool(cell.evidence) for cell in claim.cells) < 2 for claim in found.claims)


# 24: figures that are one, or none


def test_a_conversion_is_one_figure_and_part_of_a_name_is_none() -> None:
    found = details_of(
        Daily="The rocket Brava-19 flew 1,000 km (around 620 miles) in 86 minutes.",
        Post="The rocket Brava-19 flew about 620 miles before it fell into the sea.",
    )
    desk = found.figures

    assert [figure.is_conversion for figure in desk.figures[:2]] == [False, True]
    assert all(figure.value != 19 for figure in desk.figures)
    assert FigureRelation.DIFFERENT not in figure_relations(found)


# 25-26: same words, other speaker; what "these" means


def test_the_same_words_of_another_speaker_are_another_attribution() -> None:
    found = comparison_of(
        Daily="Finance Minister Lena Berg said that the banks would be legitimate targets of the"
        " new tax law.",
        Post="The Bundesbank said that the banks would be legitimate targets of the new tax law.",
    )
    relations = {cell.relation for claim in found.claims for cell in claim.cells}

    assert Relation.OTHER_ATTRIBUTION in relations


def test_these_troops_are_not_counted_by_a_number_of_another_sentence() -> None:
    text = (
        "Sources said that 900 Danish soldiers were sent. General Lena Berg confirmed the presence"
        " of these troops in the port."
    )

    assert [figure.value for figure in details_of(Daily=text).figures.figures] == [900]


# 27: offsets


def test_every_place_counts_code_points_whatever_stands_before_it() -> None:
    text = "“Ünïcödé – 𝒜𝓃𝒶 …” Mayor Ana Costa said that 40 boats are in Norway."
    found = details_of(Daily=text)

    (figure,) = found.figures.figures
    assert figure.place.span.of(text) == "40"


# 28: silence is no denial


def test_a_silence_without_its_facts_is_not_asked_after() -> None:
    shared = "Mayor Ana Costa said on Monday that the harbor bridge in Porto must close for a year."
    found = details_of(Daily=shared + FILLER, Post=shared + FILLER, Echo=FILLER.strip())

    assert all(question.kind is not QuestionKind.SILENCE for question in found.questions)
    assert all("omit" not in question.text.lower() for question in found.questions)


# 29: sources without a name


def test_a_passive_report_has_no_speaker() -> None:
    text = "The bridge is believed to be around 90 feet long, and has been estimated to be older."
    (figure,) = details_of(Daily=text).figures.figures

    assert figure.source is None
