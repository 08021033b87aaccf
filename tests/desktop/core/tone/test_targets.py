"""Tone towards actors: the words nearest to a mention decide."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap
from desktop.core.text.names import Name
from desktop.core.text.sentences import SentenceSpan
from desktop.core.tone.sentences import score_sentences
from desktop.core.tone.targets import MOST_TARGETS, find_targets, label_tone, score_targets
from desktop.services.lexicons import load_lexicons

TEXT = "Ito won praise. Okafor lied, and the scandal grew. Ito spoke."


def spans_of(text: str, word: str) -> list[Span]:
    places = [place for place in range(len(text)) if text.startswith(word, place)]
    return [Span(place, place + len(word)) for place in places]


def test_the_tone_towards_a_name_comes_from_its_own_sentence() -> None:
    tones = score_targets(
        TEXT, [*spans_of(TEXT, "Ito"), *spans_of(TEXT, "Okafor")], load_lexicons()
    )
    assert [label_tone(tone) for tone in tones] == ["positive", "neutral", "negative"]


def test_a_far_word_says_less_than_a_near_one() -> None:
    near = score_targets("Ito praised it.", [Span(0, 3)], load_lexicons())[0]
    far = score_targets(f"Ito {'walked ' * 12}praised.", [Span(0, 3)], load_lexicons())[0]
    assert 0 < far < near


def test_targets_are_listed_by_the_number_of_their_mentions() -> None:
    sentences = [SentenceSpan(Span(0, 15), 0), SentenceSpan(Span(16, 50), 0)]
    sentences.append(SentenceSpan(Span(51, len(TEXT)), 0))
    names = [Name(span, "Ito", "Aya Ito") for span in spans_of(TEXT, "Ito")]
    names += [Name(span, "Okafor", "Okafor") for span in spans_of(TEXT, "Okafor")]
    tones = score_sentences(TEXT, sentences, VoiceMap([]), load_lexicons())
    found = find_targets(sentences, names, tones, load_lexicons())
    assert [target.name for target in found] == ["Aya Ito", "Okafor"]
    assert found[0].mentions == tuple(spans_of(TEXT, "Ito"))
    assert found[1].tone < 0 < found[0].tone


def test_no_more_than_the_most_named_are_kept() -> None:
    text = "word " * 50
    sentence = SentenceSpan(Span(0, len(text)), 0)
    names = [Name(Span(5 * i, 5 * i + 4), "word", f"name {i}") for i in range(50)]
    tones = score_sentences(text, [sentence], VoiceMap([]), load_lexicons())
    assert len(find_targets([sentence], names, tones, load_lexicons())) == MOST_TARGETS


def test_a_blank_text_has_a_neutral_tone_for_any_span() -> None:
    assert score_targets("   ", [Span(0, 2)], load_lexicons()) == (0.0,)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("good liar.;,\n "), min_size=1, max_size=80), st.data())
def test_any_span_of_any_text_gets_a_tone_within_the_bounds(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    (tone,) = score_targets(text, [span], load_lexicons())
    assert -1.0 <= tone <= 1.0
