from __future__ import annotations

from collections import Counter

import pytest

from desktop.core.model.analyses import Rung
from desktop.core.model.lexicons import Lexicons, VerbEntry
from desktop.core.model.spans import Span
from desktop.core.text.tokens import find_tokens
from desktop.core.voice.verbs import Cue, Passage, find_cues, index_verbs, is_shy
from desktop.services.lexicons import load_lexicons


def passage(text: str, *, quoted: bool = False) -> Passage:
    tokens = find_tokens(text)
    return Passage(1, 0, Span(0, max(1, len(text))), tokens, [quoted] * len(tokens))


def cues(text: str) -> list[Cue]:
    return list(find_cues(passage(text), index_verbs(load_lexicons())))


def lemmas(text: str) -> list[str]:
    return [cue.lemma for cue in cues(text)]


@pytest.mark.parametrize(
    ("text", "lemma", "form"),
    [
        ("She said it.", "say", "past"),
        ("She says it.", "say", "third"),
        ("They say it.", "say", "base"),
        ("Officials argue that it is late.", "argue", "base"),
        ("He left, adding that it is late.", "add", "ing"),
        ("She lashed out at them.", "lash out", "past"),
        ("She called on them to go.", "call on", "past"),
        ("She made clear that it is late.", "make clear", "past"),
        ("It is late, according to her.", "according to", "according"),
        ("It has reportedly closed.", "reportedly", "adverb"),
        ("It was a plea for help.", "plea", "noun"),
        ("Lee Warns Of Old Bridge", "warn", "third"),
    ],
)
def test_a_report_verb_has_lemma_and_form(text: str, lemma: str, form: str) -> None:
    assert [(cue.lemma, cue.form) for cue in cues(text)] == [(lemma, form)]


@pytest.mark.parametrize(
    "text",
    [
        "The report is long.",
        "His answer was short.",
        "A proposed ferry is late.",
        "They met in the United States on Monday.",
        "The states that vote are many.",
        "The city's demands are high.",
        "It is in question.",
        "",
    ],
)
def test_a_noun_or_an_adjective_of_the_same_form_is_no_verb(text: str) -> None:
    assert lemmas(text) == []


def test_a_noun_that_judges_is_a_noun_of_reporting() -> None:
    (cue,) = cues("They were asked about the US claims in recent days.")[-1:]
    assert (cue.lemma, cue.form) == ("claim", "noun")


def test_the_longest_form_wins() -> None:
    assert lemmas("She called for help.") == ["call for"]
    assert lemmas("She called it help.") == ["call"]


def test_a_form_of_be_before_a_participle_makes_it_passive() -> None:
    assert [cue.passive for cue in cues("It was reported, and she reported it.")] == [True, False]


def test_an_agent_after_a_participle_makes_it_passive() -> None:
    assert [cue.passive for cue in cues("The plan, described by Lee as bad, fell.")] == [True]


def test_words_inside_marks_are_not_looked_at() -> None:
    inside = passage("They say it.", quoted=True)
    assert list(find_cues(inside, index_verbs(load_lexicons()))) == []


def test_the_index_of_one_lexicon_is_built_once() -> None:
    lexicons = load_lexicons()
    assert index_verbs(lexicons) is index_verbs(lexicons)


def test_lexicons_with_other_verbs_have_another_index() -> None:
    entry = VerbEntry("hum", Rung.PLAIN, verdict=False, forms=("hum", "hummed"))
    lexicons = Lexicons("1", {}, {"hum": entry}, {}, {}, 1)
    assert list(index_verbs(lexicons)) == ["hum", "hummed"]


def test_a_verb_of_many_meanings_is_shy() -> None:
    assert is_shy("find")
    assert not is_shy("say")


def test_every_rung_of_the_ladder_has_verbs_and_every_verdict_a_reason() -> None:
    verbs = load_lexicons().verbs.values()
    assert {verb.rung for verb in verbs} == set(Rung)
    assert all(verb.reason for verb in verbs if verb.verdict)


def test_no_two_lemmas_share_a_form_of_one_word() -> None:
    forms = [form for verb in load_lexicons().verbs.values() for form in set(verb.forms)]
    assert [form for form, count in Counter(forms).items() if count > 1] == []
