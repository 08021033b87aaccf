"""Quotations of every mark and shape, and what stands in marks though nobody said it."""

from __future__ import annotations

import pytest
from hypothesis import given

from desktop.core.model.analyses import Quotation, QuotationKind, Voice
from desktop.core.model.voices import VoiceMap
from tests.desktop.core.made_up import analyzed
from tests.desktop.core.strategies import ANY_TEXT
from tests.desktop.core.voice.conftest import Reader

DIRECT, MIXED = QuotationKind.DIRECT, QuotationKind.MIXED
INDIRECT, SCARE = QuotationKind.INDIRECT, QuotationKind.SCARE


def said(text: str, quotation: Quotation) -> tuple[str, str | None]:
    """Return the words of a quotation and the name of its speaker."""
    return quotation.span.of(text), quotation.speaker.name if quotation.speaker else None


def all_said(read: Reader, text: str) -> list[tuple[str, str | None]]:
    return [said(text, quotation) for quotation in read(text).quotations]


@pytest.mark.parametrize(
    "words",
    [
        '"We open in May,"',
        "“We open in May,”",
        "„We open in May,“",
        "„We open in May,”",
        "”We open in May,”",
        "«We open in May,»",
        "»We open in May,«",
        "''We open in May,''",
        "``We open in May,''",
        "'We open in May,'",
        "‘We open in May,’",
        "‚We open in May,‘",
        "＂We open in May,＂",
    ],
)
def test_a_quotation_in_any_marks_has_its_speaker(read: Reader, words: str) -> None:
    text = f"{words} Aya Ito said."
    (quotation,) = read(text).quotations
    assert quotation.kind is DIRECT
    assert said(text, quotation) == (words, "Aya Ito")
    assert quotation.marked == (quotation.span,)


@pytest.mark.parametrize(
    "words",
    [
        "“Holm told me ‘never’ and left,”",
        "‘Holm told me “never” and left,’",
        "“Holm told me “never” and left,”",
        "\"Holm told me 'never' and left,\"",
        "«Holm told me „never“ and left,»",
        "“It’s the keepers’ own tower, isn’t it?”",
        "‘It’s the keepers’ own tower, isn’t it?’",
    ],
)
def test_marks_and_apostrophes_inside_marks_are_part_of_one_quotation(
    read: Reader, words: str
) -> None:
    text = f"{words} Aya Ito said."
    assert all_said(read, text) == [(words, "Aya Ito")]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("“We open,” Ito said, “and we stay open.”", ["“We open,”", "“and we stay open.”"]),
        ("“We open,” Ito said. “We stay open.”", ["“We open,”", "“We stay open.”"]),
        ("“We open. We stay,” Ito said. “It is ours.”", ["“We open. We stay,”", "“It is ours.”"]),
        ("Mrs. Ito said: “We open.” She added: “We stay.”", ["“We open.”", "“We stay.”"]),
        ("“We open!” “We stay!” Ito said.", ["“We open!”", "“We stay!”"]),
    ],
)
def test_a_speaker_who_is_named_once_has_all_parts(
    read: Reader, text: str, parts: list[str]
) -> None:
    assert all_said(read, text) == [(part, "Ito") for part in parts]


def test_a_quotation_over_three_paragraphs_has_one_speaker_and_closes_once(read: Reader) -> None:
    text = (
        "“We open the tower in May,” Aya Ito said. “It was closed for far too long.\n\n"
        "“The staircase is new, and the lamp is the old one.\n\n"
        "“Everybody on the island may come and see it.”\n\n"
        "The builder left for Visby on Monday."
    )
    found = all_said(read, text)
    assert [name for _, name in found] == ["Aya Ito"] * 4
    assert found[-1][0] == "“Everybody on the island may come and see it.”"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ito said: “We open in May.\n\nThe builder left.", "“We open in May."),
        ('Ito said: "We open in May.\n\nThe builder left.', '"We open in May.'),
        ("Ito said: «We open in May.\n\nThe builder left.", "«We open in May."),
    ],
)
def test_an_unclosed_mark_reaches_to_the_end_of_its_paragraph(
    read: Reader, text: str, words: str
) -> None:
    assert [words for words, _ in all_said(read, text)] == [words]


def test_an_unclosed_single_mark_is_an_apostrophe_and_quotes_nothing(read: Reader) -> None:
    assert read("The keepers ’lamp is old. It burns at night.").quotations == ()


@pytest.mark.parametrize(
    ("text", "marked", "kind"),
    [
        ("Ito called the plan “a dream”.", "“a dream”", DIRECT),
        ("Ito described it as “a dream” of hers.", "“a dream”", DIRECT),
        ("Ito said the plan was “a dream” of the council.", "“a dream”", MIXED),
        ("The plan is “a dream,” according to Ito.", "“a dream,”", MIXED),
        ("According to Ito, the plan is “a dream” of the council.", "“a dream”", MIXED),
        ("The plan is “a dream” of the council, Ito said.", "“a dream”", MIXED),
        ("Ito urged them to “dream on” in the harbor.", "“dream on”", DIRECT),
    ],
)
def test_a_fragment_is_the_speakers_who_is_named_in_its_sentence(
    read: Reader, text: str, marked: str, kind: QuotationKind
) -> None:
    (quotation,) = read(text).quotations
    assert [span.of(text) for span in quotation.marked] == [marked]
    assert quotation.kind is kind
    assert quotation.speaker is not None
    assert quotation.speaker.name == "Ito"


def test_a_mixed_quotation_holds_all_its_fragments(read: Reader) -> None:
    text = "Ito said the tower was “old” but “not tired” and would open."
    (quotation,) = read(text).quotations
    assert quotation.kind is MIXED
    assert [span.of(text) for span in quotation.marked] == ["“old”", "“not tired”"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The “free” tickets cost more than the others.", "“free”"),
        ("The so-called ‘Oak Plan’ has few friends.", "‘Oak Plan’"),
        ("The council’s “experts” were never seen on the island.", "“experts”"),
        ("In May the “new” lamp went out.", "“new”"),
    ],
)
def test_marks_that_nobody_spoke_are_the_outlets_own(read: Reader, text: str, marked: str) -> None:
    (quotation,) = read(text).quotations
    assert (quotation.kind, quotation.speaker, quotation.verb) == (SCARE, None, None)
    assert quotation.span.of(text) == marked
    assert VoiceMap([quotation]).voice_of(quotation.span) is Voice.OWN


def test_long_words_in_marks_without_a_speaker_are_quoted_and_no_scare_quote(
    read: Reader,
) -> None:
    text = "“The tower stands where the old chapel of the island stood for ages.” It is white."
    (quotation,) = read(text).quotations
    assert (quotation.kind, quotation.speaker) == (DIRECT, None)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Ito: “We open the tower in May.”", "“We open the tower in May.”", "Ito"),
        ("Tower opens in May: ‘We waited,’ Ito says", "‘We waited,’", "Ito"),
        ("‘We waited so long’: Ito opens the tower", "‘We waited so long’", None),
    ],
)
def test_headlines_give_words_with_a_colon(
    read: Reader, text: str, words: str, name: str | None
) -> None:
    (quotation,) = [each for each in read(text).quotations if each.kind is DIRECT]
    assert said(text, quotation) == (words, name)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_line_ends_of_any_system_end_a_paragraph(read: Reader, end: str) -> None:
    text = f"Ito said: “We open in May.{end * 2}The “new” lamp went out.”"
    assert all_said(read, text)[0][0] == "“We open in May."


def test_letters_of_any_script_and_emoji_keep_their_offsets(read: Reader) -> None:
    text = "😀 שלום 👩‍🚀 e\u0301: “Wir öffnen im Mai – ﬁnally 😀,” Åsa Öberg said."
    quotation = read(text).quotations[-1]
    assert said(text, quotation) == ("“Wir öffnen im Mai – ﬁnally 😀,”", "Åsa Öberg")


@given(ANY_TEXT)
def test_quotations_of_any_text_hold_their_marks_and_their_speakers_in_it(
    read: Reader, text: str
) -> None:
    for quotation in read(text).quotations:
        assert quotation.span.of(text).strip()
        assert (quotation.kind is INDIRECT) == (not quotation.marked)
        for stretch in quotation.marked:
            assert quotation.span.covers(stretch)
            assert any(char in "\"“”„«»‹›‘’'‚`＂" for char in stretch.of(text))
        if quotation.speaker and quotation.speaker.span:
            assert quotation.speaker.span.of(text).strip()
        if quotation.verb:
            assert quotation.verb.span.of(text).strip()


@given(ANY_TEXT)
def test_marked_words_of_any_text_are_the_quoted_voice_unless_they_are_scare_quotes(
    text: str,
) -> None:
    analysis = analyzed(text)
    voices = VoiceMap(analysis.quotations)
    for quotation in analysis.quotations:
        for stretch in quotation.marked:
            if quotation.kind is not SCARE:
                assert voices.voice_of(stretch) is Voice.QUOTED
