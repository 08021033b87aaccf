from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.analyses import Quotation, QuotationKind, Voice
from desktop.core.model.voices import VoiceMap
from desktop.core.voice.quotations import find_quotations, find_report_verbs
from tests.desktop.core.voice.conftest import Reader

DIRECT, MIXED = QuotationKind.DIRECT, QuotationKind.MIXED
INDIRECT, SCARE = QuotationKind.INDIRECT, QuotationKind.SCARE


def told(text: str, quotation: Quotation) -> tuple[str, str, str]:
    """Return content, speaker's mention and verb of a quotation, as the text has them."""
    speaker = (
        quotation.speaker.span.of(text) if quotation.speaker and quotation.speaker.span else ""
    )
    verb = quotation.verb.span.of(text) if quotation.verb else ""
    return quotation.span.of(text), speaker, verb


@pytest.mark.parametrize(
    ("text", "content", "speaker", "verb"),
    [
        ("“We will go,” Lee said.", "“We will go,”", "Lee", "said"),
        ("“We will go,” said Ann Lee.", "“We will go,”", "Ann Lee", "said"),
        ("'We will go,' said Ann Lee.", "'We will go,'", "Ann Lee", "said"),
        ("Ann Lee said: “We will go.”", "“We will go.”", "Ann Lee", "said"),
        ("Ann Lee said, “We will go.”", "“We will go.”", "Ann Lee", "said"),
        ("“Will we go?” asked the mayor.", "“Will we go?”", "the mayor", "asked"),
        ("“We will go,” the mayor of Lisbon told reporters.", "“We will go,”",
         "the mayor of Lisbon", "told"),
        ("Ann Lee, the mayor, wrote on X: “We will go.”", "“We will go.”",
         "Ann Lee, the mayor", "wrote"),
        ("On Friday, Mrs. Lee has repeatedly warned: “We will go.”", "“We will go.”",
         "Mrs. Lee", "warned"),
        ("“We will go,” Tom Ode, a spokesman for the city, said on Monday.", "“We will go,”",
         "Tom Ode, a spokesman for the city", "said"),
        ("“We will go,” according to Ann Lee.", "“We will go,”", "Ann Lee", "according to"),
    ],
)  # fmt: skip
def test_a_direct_quotation_has_its_speaker_and_verb(
    read: Reader, text: str, content: str, speaker: str, verb: str
) -> None:
    (quotation,) = read(text).quotations
    assert quotation.kind is DIRECT
    assert told(text, quotation) == (content, speaker, verb)


def test_a_quotation_that_its_speaker_interrupts_is_two(read: Reader) -> None:
    text = "“We will go,” Ann Lee said. “It is time.”"
    first, second = read(text).quotations
    assert told(text, first)[1:] == ("Ann Lee", "said")
    assert told(text, second) == ("“It is time.”", "Ann Lee", "said")


def test_a_quotation_over_sentences_is_one(read: Reader) -> None:
    text = "“We will go. It is time. Nobody can wait,” Ann Lee said."
    (quotation,) = read(text).quotations
    assert quotation.span.of(text).startswith("“We will go. It")
    assert quotation.sentence == 1


def test_a_quotation_over_paragraphs_keeps_its_speaker(read: Reader) -> None:
    text = (
        "Ann Lee said, “We will go to the harbor.\n\n“It is time that we go and see what is there.”"
    )
    first, second = read(text).quotations
    assert first.speaker is not None
    assert second.speaker is not None
    assert first.speaker.name == second.speaker.name == "Ann Lee"


def test_an_unclosed_quotation_ends_with_its_paragraph(read: Reader) -> None:
    text = "Ann Lee said: “We will go. It is time.\n\nThe harbor was closed on Monday."
    (quotation,) = read(text).quotations
    assert quotation.span.of(text) == "“We will go. It is time."


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lee said the deal was “a shame” for all.", "the deal was “a shame” for all"),
        ("Lee urged them to stop “watching” and to act.", "to stop “watching” and to act"),
        ("Lee said they would be “at war” if they “approve.”",
         "they would be “at war” if they “approve.”"),
    ],
)  # fmt: skip
def test_reported_words_that_hold_a_fragment_are_mixed(
    read: Reader, text: str, content: str
) -> None:
    (quotation,) = read(text).quotations
    assert quotation.kind is MIXED
    assert quotation.span.of(text) == content
    assert all(span.of(text)[0] == "“" for span in quotation.marked)


def test_a_fragment_after_a_naming_verb_is_attributed(read: Reader) -> None:
    text = "Ann Lee described the plan as a “dangerous step” for the city."
    (quotation,) = read(text).quotations
    assert quotation.kind is DIRECT
    assert told(text, quotation) == ("“dangerous step”", "Ann Lee", "described")


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “Victory Plan” has little support.",
        "The “experts” on the panel were wrong.",
        "Lee backs the so-called “Victory Plan” of the council.",
    ],
)
def test_marks_around_words_that_nobody_said_are_scare_quotes(read: Reader, text: str) -> None:
    scare = [q for q in read(text).quotations if q.kind is SCARE]
    assert len(scare) == 1
    assert scare[0].speaker is None


def test_a_scare_quote_inside_indirect_speech_is_not_quoted_voice(read: Reader) -> None:
    text = "Ann Lee said that the so-called “Victory Plan” had failed."
    voices = VoiceMap(read(text).quotations)
    assert voices.quoted == ()


@pytest.mark.parametrize(
    ("text", "content", "speaker", "verb"),
    [
        ("Lee said that the bridge is old.", "the bridge is old", "Lee", "said"),
        ("Lee said the bridge is old.", "the bridge is old", "Lee", "said"),
        ("The bridge is old, Lee said.", "The bridge is old", "Lee", "said"),
        ("The bridge is old, said Ann Lee.", "The bridge is old", "Ann Lee", "said"),
        ("According to Lee, the bridge is old.", "the bridge is old", "Lee", "According to"),
        ("According to Ann Lee, a former judge, the bridge is old.", "the bridge is old",
         "Ann Lee", "According to"),
        ("The bridge is old, according to Lee.", "The bridge is old", "Lee", "according to"),
        ("Lee told the Harbor Times that the bridge is old.", "the bridge is old", "Lee", "told"),
        ("Lee told reporters the bridge was old.", "the bridge was old", "Lee", "told"),
        ("Lee called on the city to close the bridge.", "to close the bridge", "Lee",
         "called on"),
        ("Lee said on Thursday (May 3, 2021) that it is old.", "it is old", "Lee", "said"),
        ("Lee wrote in a letter that the bridge is old.", "the bridge is old", "Lee", "wrote"),
    ],
)  # fmt: skip
def test_indirect_speech_has_content_speaker_and_verb(
    read: Reader, text: str, content: str, speaker: str, verb: str
) -> None:
    (quotation,) = read(text).quotations
    assert quotation.kind is INDIRECT
    assert told(text, quotation) == (content, speaker, verb)


def test_two_reports_in_one_sentence_end_where_the_other_begins(read: Reader) -> None:
    text = "Ann Lee said the bridge is old, adding that the city would close it."
    first, second = read(text).quotations
    assert told(text, first) == ("the bridge is old", "Ann Lee", "said")
    assert told(text, second) == ("the city would close it", "Ann Lee", "adding")


def test_a_subordinate_report_ends_before_the_main_clause(read: Reader) -> None:
    text = "While Lee said she would wait, the council closed the bridge at once."
    assert [q.span.of(text) for q in read(text).quotations] == ["she would wait"]


@pytest.mark.parametrize(
    "text",
    [
        "The report is long and the claim is old.",
        "He called his mother and asked for bread.",
        "The states vote on Tuesday in the United States.",
        "They went to announce a plan.",
        "The bridge was closed on Monday.",
        "She added sugar to the tea.",
        "",
        "   ",
        "😀😀 \u200f\u202e שלום",
    ],
)
def test_narration_holds_no_quotation(read: Reader, text: str) -> None:
    assert read(text).quotations == ()


def test_a_fragment_between_two_report_verbs_is_the_last_speakers(read: Reader) -> None:
    text = (
        "The city has condemned the port's “old tricks” in a letter, spokesman Tom Ode said Friday."
    )
    quotation = read(text).quotations[-1]
    assert quotation.kind is MIXED
    assert quotation.speaker is not None
    assert quotation.speaker.name == "Tom Ode"
    assert quotation.marked[0].of(text) == "“old tricks”"


def test_a_headline_gives_the_words_after_its_colon_to_its_first_name(read: Reader) -> None:
    headline = "Lee proposes a ferry on the river: 'It depends on our partners'"
    text = f"{headline}\n\nAnn Lee met the council on Monday to speak about the harbor."
    quotation = read(text).quotations[-1]
    assert quotation.kind is DIRECT
    assert quotation.speaker is not None
    assert quotation.speaker.name == "Ann Lee"


def test_headlines_of_other_articles_hold_no_quotation(read: Reader) -> None:
    text = (
        "Council closes the bridge\n\nThe bridge was closed on Monday by the council.\n\n"
        "SEE ALSO: Lee Says ‘Nobody Knew’ Of The Plan\n\nIt is old, and it is weak."
    )
    assert read(text).quotations == ()


def test_report_verbs_know_lemma_rung_speaker_and_voice(read: Reader) -> None:
    text = "Ann Lee lashed out at the council. She said Tom Ode claimed it was late."
    verbs = read(text).verbs
    assert [(verb.lemma, verb.speaker) for verb in verbs] == [
        ("lash out", "Ann Lee"),
        ("say", "Ann Lee"),
        ("claim", "Tom Ode"),
    ]
    assert [verb.voice for verb in verbs] == [Voice.OWN, Voice.OWN, Voice.INDIRECT]
    assert [verb.sentence for verb in verbs] == [1, 2, 2]


def test_nouns_and_adverbs_of_reporting_are_listed_with_the_verbs(read: Reader) -> None:
    text = "She renewed her pleas for help. The two have reportedly met."
    assert [verb.lemma for verb in read(text).verbs] == ["plea", "reportedly"]


def test_verbs_inside_marks_are_left_out(read: Reader) -> None:
    verbs = read("“We urge them to go, and we claim nothing,” they said.").verbs
    assert [verb.lemma for verb in verbs] == ["say"]


PIECES = st.sampled_from(
    [
        "He said ",
        "“we ",
        "will go,” ",
        "Ann Lee ",
        "according to ",
        ". ",
        ", ",
        "that ",
        '"',
        "'",
        "\n\n",
        "said ",
        "told reporters ",
        "and ",
        "urged ",
        "to ",
        "😀",
        "é",
        "(",
        ") ",
        "so-called ",
        "on Friday ",
        "who ",
        ": ",
        "they ",
        "described it as ",
        "1,000 ",
        "\r\n",
        "‘",
        "’ ",
    ]
)


@given(st.lists(PIECES, max_size=40))
def test_quotations_of_any_text_have_spans_inside_it_in_order(
    read: Reader, pieces: list[str]
) -> None:
    text = "".join(pieces)
    found = read(text)
    assert list(found.quotations) == sorted(found.quotations, key=lambda q: q.span)
    for quotation in found.quotations:
        assert quotation.span.end <= len(text)
        assert all(quotation.span.covers(span) for span in quotation.marked)
        assert (quotation.kind is INDIRECT) == (not quotation.marked)
        assert quotation.kind is not SCARE or quotation.speaker is None
    for verb in found.verbs:
        assert verb.span.of(text).strip()


@given(st.text(max_size=200))
def test_any_text_can_be_read(read: Reader, text: str) -> None:
    assert all(quotation.span.end <= len(text) for quotation in read(text).quotations)


@pytest.mark.parametrize(
    "piece",
    ["said ", "he said ", "according to ", '"x" said ', 'He said "yes," and ', "A B is ", "to ",
     "said A, ", "the president said ", "they said. "],
)  # fmt: skip
def test_a_text_of_report_verbs_takes_linear_time(read: Reader, piece: str) -> None:
    read(piece * (30_000 // len(piece)))


def test_the_two_finders_give_the_parts_of_one_reading(read: Reader) -> None:
    from desktop.core.text.blocks import find_blocks
    from desktop.core.text.sentences import find_sentences
    from desktop.services.lexicons import load_lexicons

    text = "“We will go,” Ann Lee said."
    blocks = find_blocks(text)
    sentences = find_sentences(text, blocks)
    lexicons = load_lexicons()
    voices = read(text)
    assert find_quotations(text, sentences, blocks, lexicons) == voices.quotations
    assert find_report_verbs(text, sentences, blocks, lexicons) == voices.verbs
