"""Quotations and names of texts that are not in English: marks and capitals, and no report verb."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.analyses import QuotationKind
from desktop.core.text.blocks import find_blocks
from desktop.core.text.sentences import find_sentences
from desktop.core.text.tokens import split_tokens
from desktop.core.voice.foreign import find_foreign_voices
from desktop.core.voice.quotations import Voices
from tests.desktop.core.strategies import ANY_TEXT


def voices(text: str, language: str) -> Voices:
    blocks = find_blocks(text)
    sentences = find_sentences(text, blocks)
    tokens = split_tokens(text, [each.span for each in sentences])
    return find_foreign_voices(text, sentences, blocks, language, tokens)


def quoted(text: str, language: str) -> list[tuple[str, str | None]]:
    return [
        (each.span.of(text), each.speaker.name if each.speaker else None)
        for each in voices(text, language).quotations
    ]


def names(text: str, language: str) -> list[str]:
    return [name.text for name in voices(text, language).names]


@pytest.mark.parametrize(
    ("language", "text", "words", "speaker"),
    [
        (
            "fr",
            "« Il faut fermer le port », a dit Aya Ito.",
            "« Il faut fermer le port »",
            "Aya Ito",
        ),
        (
            "de",
            "„Wir warten nicht länger“, sagte Nils Berg.",
            "„Wir warten nicht länger“",
            "Nils Berg",
        ),
        (
            "de",
            "»Wir warten nicht länger«, sagte Nils Berg.",
            "»Wir warten nicht länger«",
            "Nils Berg",
        ),
        ("es", "Aya Ito dijo: “No podemos esperar más”.", "“No podemos esperar más”", "Aya Ito"),
        (
            "sv",
            'Nils Berg sade: "Vi kan inte vänta längre".',
            '"Vi kan inte vänta längre"',
            "Nils Berg",
        ),
        (
            "ru",
            "«Мы не можем больше ждать», — сказала Ая Ито.",
            "«Мы не можем больше ждать»",
            "Ая Ито",
        ),
        ("zh", "她说：“我们不能再等了，大坝太弱了。”", "“我们不能再等了，大坝太弱了。”", None),
        (
            "ja",
            "市長は「もう待てない、堤防が弱すぎる」と語った。",
            "「もう待てない、堤防が弱すぎる」",
            None,
        ),
    ],
)
def test_words_in_marks_of_any_kind_are_a_quotation_of_who_stands_beside(
    language: str, text: str, words: str, speaker: str | None
) -> None:
    assert quoted(text, language) == [(words, speaker)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le « plan bleu » a été annoncé hier."),
        ("de", "Der „blaue Plan“ wurde gestern vorgestellt."),
        ("es", "El “plan azul” fue anunciado ayer."),
        ("fr", "Le port « est fermé."),
        ("fr", "Un port « » fermé."),
    ],
)
def test_a_few_words_in_marks_that_nothing_joins_to_a_speaker_are_none(
    language: str, text: str
) -> None:
    assert quoted(text, language) == []


def test_a_short_quotation_is_known_by_the_comma_after_it() -> None:
    assert quoted("« Jamais », a répété Aya Ito devant le conseil.", "fr") == [
        ("« Jamais »", "Aya Ito")
    ]


def test_a_quotation_never_reaches_over_the_end_of_its_block() -> None:
    text = "Il a dit « nous ne pouvons pas attendre.\n\nElle a quitté le port » et la ville."
    assert quoted(text, "fr") == []


def test_kind_sentence_and_marks_are_those_of_a_direct_quotation() -> None:
    text = "Le port est fermé. « Il faut attendre encore », a dit Aya Ito."
    (quotation,) = voices(text, "fr").quotations
    assert quotation.kind is QuotationKind.DIRECT
    assert quotation.sentence == 2
    assert quotation.marked == (quotation.span,)
    assert quotation.verb is None


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "Selon Nils Berg, Mme Ito a quitté Visby.", ["Nils Berg", "Ito", "Visby"]),
        ("fr", "C’est fini. Il a vu Aya Ito et L’Isle.", ["Aya Ito", "L’Isle"]),
        ("es", "La alcaldesa, Aya Ito, vive en Visby.", ["Aya Ito", "Visby"]),
        ("pt", "O ministro Luiz da Silva chegou.", ["Luiz da Silva"]),
        ("de", "Die Frau sah am Montag Aya Ito und das Haus. Ito ging.", ["Aya Ito", "Ito"]),
        ("ru", "Мы видели, как Ая Ито уехала.", ["Ая Ито"]),
        ("de", "Es kostet 3 Millionen Euro, sagte Nils Berg.", ["Nils Berg"]),
        ("zh", "市长周一关闭了港口。", []),
    ],
)
def test_names_stand_without_openings_titles_and_german_nouns(
    language: str, text: str, found: list[str]
) -> None:
    assert names(text, language) == found


def test_a_surname_has_the_key_of_the_full_name() -> None:
    found = voices("Aya Ito a parlé. Mme Ito est partie.", "fr").names
    assert [name.key for name in found] == ["Aya Ito", "Aya Ito"]


def test_folded_blocks_have_neither_names_nor_quotations() -> None:
    text = (
        "Le port est fermé\n\nPar Nils Berg\n\nPhoto: « Le port de la ville », Nils Berg / AFP\n\n"
        "Aya Ito a fermé le port lundi après la tempête.\n\nElle est partie de la ville mardi."
    )
    blocks = find_blocks(text)
    folded = [block.span for block in blocks if not block.scored]
    found = voices(text, "fr")
    spans = [name.span for name in found.names] + [each.span for each in found.quotations]
    assert spans
    assert not any(area.overlap(span) for area in folded for span in spans)


@given(ANY_TEXT, st.sampled_from(["fr", "de", "zh", "ru", "und", "ar"]))
def test_quotations_of_any_text_stand_in_order_and_in_marks(text: str, language: str) -> None:
    found = voices(text, language)
    end = 0
    for quotation in found.quotations:
        assert quotation.span.start >= end
        assert len(quotation.span) > 2
        assert not text[quotation.span.start].isalnum()
        assert not text[quotation.span.end - 1].isalnum()
        end = quotation.span.end
    for name in found.names:
        assert name.span.of(text) == name.text
        assert name.key
