"""Words with a tone as they stand: negated, strengthened, conceded, set against each other."""

from __future__ import annotations

import pytest
from hypothesis import given

from desktop.core.text.tokens import find_tokens
from desktop.core.tone.readings import known_words, read_words
from desktop.core.tone.sentences import score_tone
from desktop.core.tone.words import rate_units, rate_words, tones_among, word_tones
from tests.desktop.core.made_up import LEXICONS, analyzed
from tests.desktop.core.strategies import ANY_TEXT


@given(ANY_TEXT)
def test_the_tones_of_a_texts_own_words_are_enough_to_rate_them(text: str) -> None:
    tokens, all_tones = find_tokens(text), word_tones(LEXICONS)
    reading = read_words(tokens, known_words(LEXICONS))
    few = tones_among({token.lower for token in tokens}, all_tones)
    assert len(few.plain) <= len(tokens)
    assert rate_units(reading, few) == rate_units(reading, all_tones)


def rated(text: str) -> dict[str, float]:
    tokens = find_tokens(text)
    return {tokens[place].lower: value for place, value in rate_words(tokens, LEXICONS)}


def tone(text: str) -> float:
    return score_tone(rated(text).values())


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("The plan is a success.", "The plan is a scandal."),
        ("The plan is a success.", "The plan is here."),
        ("The plan is here.", "The plan is a scandal."),
        ("They praised the plan.", "They condemned the plan."),
        ("The plan is no scandal.", "The plan is a scandal."),
        ("The plan is a success.", "The plan is hardly a success."),
        ("The plan is a scandal but a success.", "The plan is a success but a scandal."),
        ("It was a scandal; however, it was a success.", "It was a scandal."),
        ("Although it was a scandal, they praised it.", "It was a scandal, and they praised it."),
        ("They praised the successful plan.", "They praised the plan."),
    ],
)
def test_one_sentence_is_kinder_than_another(better: str, worse: str) -> None:
    assert tone(better) > tone(worse)


@pytest.mark.parametrize(
    "negation", ["not", "never", "no", "without", "hardly", "isn't", "wasn’t", "cannot", "lacks"]
)
def test_each_negation_turns_a_word_to_half_with_the_other_sign(negation: str) -> None:
    plain = rated("it was a success")["success"]
    assert rated(f"it {negation} a success")["success"] == pytest.approx(plain * -0.5)


@pytest.mark.parametrize(("between", "negated"), [(0, True), (2, True), (3, True), (4, False)])
def test_a_negation_reaches_four_words(between: int, negated: bool) -> None:
    value = rated(f"not {'ever ' * between}success")["success"]
    assert (value < 0) is negated


def test_a_negation_reaches_forward_only() -> None:
    assert rated("a success it was not")["success"] > 0


@pytest.mark.parametrize("turn", ["but", "however", "yet", "nevertheless"])
def test_a_turn_weakens_what_stands_before_and_strengthens_what_stands_after(turn: str) -> None:
    plain = rated("a success")["success"]
    assert rated(f"a success {turn} a scandal")["success"] < plain
    assert rated(f"a scandal {turn} a success")["success"] > plain


def test_a_sentence_that_opens_with_but_has_nothing_to_set_back() -> None:
    assert rated("But a success") == rated("And a success")


def test_a_concession_ends_with_its_clause() -> None:
    both = rated("despite the scandal, a success")
    assert both["success"] == rated("a success")["success"]
    assert both["scandal"] == pytest.approx(0.5 * rated("the scandal")["scandal"])


def test_an_adverb_of_degree_strengthens_the_next_word_alone() -> None:
    plain = rated("a good success")
    strong = rated("a very good success")
    assert strong["good"] > plain["good"]
    assert strong["success"] == plain["success"]


@pytest.mark.parametrize(
    "text", ["", "the ferry at nine", "12 % of 40", "Theresa Grim met Mr. Dire", "… 😀 –"]
)
def test_plain_words_names_and_marks_have_no_tone(text: str) -> None:
    assert rated(text) == {}
    assert tone(text) == 0.0


def test_praise_and_blame_of_one_strength_cancel_out() -> None:
    values = [0.4, -0.4]
    assert score_tone(values) == 0.0
    assert score_tone([*values, 0.1]) > 0


def test_more_of_the_same_moves_a_tone_further_and_never_to_the_end() -> None:
    tones = [score_tone([0.5] * count) for count in (1, 2, 4, 100)]
    assert tones == sorted(set(tones))
    assert tones[-1] < 1.0


@given(ANY_TEXT)
def test_values_of_any_text_are_words_in_order_within_their_bounds(text: str) -> None:
    tokens = find_tokens(text)
    found = rate_words(tokens, LEXICONS)

    assert [place for place, _ in found] == sorted({place for place, _ in found})
    assert all(0.05 <= abs(value) <= 1.0 for _, value in found)
    assert all(tokens[place].is_word for place, _ in found)


@given(ANY_TEXT)
def test_tone_words_of_an_analysis_explain_its_sentences(text: str) -> None:
    analysis = analyzed(text)
    for sentence in analysis.sentences:
        words = [word for word in analysis.tone_words if word.sentence == sentence.number]
        assert sentence.tone == pytest.approx(score_tone(word.polarity for word in words))
        assert all(sentence.span.covers(word.span) for word in words)


@pytest.mark.parametrize("hedge", ["may be", "could be", "allegedly was", "perhaps", "seems"])
def test_a_hedge_weakens_a_word_and_keeps_its_side(hedge: str) -> None:
    plain = rated("it was a scandal")["scandal"]
    assert rated(f"it {hedge} a scandal")["scandal"] == pytest.approx(plain * 0.7)


@pytest.mark.parametrize("name", ["Ito", "Aya Ito", "Governor Aya B. Ito", "Mr. Ito"])
def test_a_name_of_any_length_takes_one_place_in_the_reach_of_a_negation(name: str) -> None:
    assert rated(f"they never gave {name} such praise")["praise"] < 0
    assert rated(f"they never ever gave that {name} praise")["praise"] > 0


@pytest.mark.parametrize("text", ["they met Grim", "They met Joy Brave", "“Hope Berg” left"])
def test_a_name_that_is_a_judging_word_has_no_tone(text: str) -> None:
    assert rated(text) == {}


def test_a_judging_word_that_opens_a_sentence_or_stands_in_a_title_is_heard() -> None:
    assert rated("Disgraced Ito left")["disgraced"] < 0
    assert rated("Mayor Ito Praises the Brave Crew of Ostria")["brave"] > 0
