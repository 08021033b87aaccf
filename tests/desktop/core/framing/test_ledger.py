"""Words by voice add up, and decide whose sentence it is."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.framing.ledger import parts_inside, sentence_ledger, sentence_voice, total_ledger
from desktop.core.model.analyses import Ledger, Quotation, QuotationKind, SentenceVoice
from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap
from desktop.core.text.tokens import count_words

TEXT = "“It is over,” said Ms. Ito, who promised a vote soon."


def quoted(start: int, end: int) -> Quotation:
    return Quotation(Span(start, end), QuotationKind.DIRECT, (Span(start, end),))


def test_marks_reported_words_and_the_rest_add_up() -> None:
    start = TEXT.index("a vote")
    reported = Quotation(Span(start, len(TEXT)), QuotationKind.INDIRECT)
    voices = VoiceMap([quoted(0, TEXT.index(" said")), reported])
    ledger = sentence_ledger(TEXT, Span(0, len(TEXT)), voices)
    assert ledger == Ledger(own=5, quoted=3, indirect=3, unclear=0)
    assert ledger.total == count_words(TEXT, [Span(0, len(TEXT))])


def test_marks_inside_reported_words_are_counted_once_as_quoted() -> None:
    text = "He said it was “far too late” now."
    marks = Span(text.index("“"), text.index("”") + 1)
    mixed = Quotation(Span(8, len(text)), QuotationKind.MIXED, (marks,))
    ledger = sentence_ledger(text, Span(0, len(text)), VoiceMap([mixed]))
    assert ledger == Ledger(own=2, quoted=3, indirect=3, unclear=0)


def test_unclear_words_are_counted_apart_and_once() -> None:
    text = "He believes she said it was late now."
    unclear = Quotation(Span(text.index("she"), len(text)), QuotationKind.UNCLEAR)
    inner = Quotation(Span(text.index("it"), len(text)), QuotationKind.INDIRECT)
    assert sentence_ledger(text, Span(0, len(text)), VoiceMap([unclear])) == Ledger(2, 0, 0, 6)
    both = sentence_ledger(text, Span(0, len(text)), VoiceMap([unclear, inner]))
    assert both == Ledger(own=2, quoted=0, indirect=4, unclear=2)
    assert sentence_voice(both) is SentenceVoice.MIXED


def test_scare_quotes_are_the_outlets_words() -> None:
    scare = Quotation(Span(0, 13), QuotationKind.SCARE, (Span(0, 13),))
    assert sentence_ledger(TEXT, Span(0, len(TEXT)), VoiceMap([scare])).quoted == 0


def test_nine_tenths_of_the_words_decide_whose_sentence_it_is() -> None:
    assert sentence_voice(Ledger(9, 1, 0, 0)) is SentenceVoice.OWN
    assert sentence_voice(Ledger(8, 2, 0, 0)) is SentenceVoice.MIXED
    assert sentence_voice(Ledger(0, 3, 8, 0)) is SentenceVoice.QUOTED
    assert sentence_voice(Ledger(0, 0, 0, 0)) is SentenceVoice.OWN


def test_ledgers_add_up_voice_by_voice() -> None:
    assert total_ledger([Ledger(1, 2, 3, 4), Ledger(1, 1, 1, 1)]) == Ledger(2, 3, 4, 5)


def test_parts_inside_are_cut_at_the_span() -> None:
    assert parts_inside([Span(0, 4), Span(6, 9)], Span(2, 7)) == (Span(2, 4), Span(6, 7))


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab 1“”.-"), min_size=1, max_size=60), st.data())
def test_the_parts_of_any_sentence_add_up_to_its_words(text: str, data: st.DataObject) -> None:
    cut = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=4)))
    kinds = (QuotationKind.DIRECT, QuotationKind.INDIRECT)
    spans = [Span(a, b) for a, b in pairwise(cut)]
    found = [
        Quotation(span, kind, (span,) if kind is QuotationKind.DIRECT else ())
        for span, kind in zip(spans, kinds, strict=False)
    ]
    sentence = Span(0, len(text))
    ledger = sentence_ledger(text, sentence, VoiceMap(found))
    assert ledger.total == count_words(text, [sentence])
    assert min(ledger.own, ledger.quoted, ledger.indirect) >= 0
