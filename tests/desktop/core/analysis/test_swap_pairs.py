"""Names exchanged in a sentence move the program's own tone and loadedness by nothing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Any

import pytest
from textblob import TextBlob  # pyright: ignore[reportMissingTypeStubs]

from desktop.core.analysis.articles import analyze_article
from desktop.core.model.analyses import Sentence, Voice
from desktop.core.tone.reference import score_reference
from tests.desktop.core.made_up import LEXICONS, analyzed, article_of

COUNTRIES = (
    "Norland", "Russia", "Ukraine", "Israel", "Iran", "France", "Mexico", "China", "Germany",
    "Nigeria",
)  # fmt: skip
LONG_COUNTRIES = ("North Korea", "South Sudan", "Saudi Arabia", "New Zealand", "Sri Lanka")
PEOPLES = ("Russians", "Ukrainians", "Americans", "Palestinians", "Israelis", "Turks")
PARTIES = ("Republicans", "Democrats", "Conservatives", "Liberals", "Independents", "Greens")
FAITHS = ("Muslims", "Christians", "Jews", "Hindus", "Buddhists")
PERSONS = ("Aya Ito", "Nils Berg", "Grace Hope", "Omar Haddad", "Olena Koval", "Juan Cruz")
SURNAMES = ("Ito", "Berg", "Koval", "Haddad", "Cruz", "Okafor")
TELLING_SURNAMES = ("Strong", "Moody", "Love", "Hope", "Wise")

OF_COUNTRIES = (
    "Officials of {a} condemned the brutal attack by {b} on the harbor.",
    "{a} has shamefully betrayed {b} and its brave people.",
    "The reckless regime of {a} threatens {b} again, a minister said.",
    "In a disastrous blunder, {a} slammed {b} over the scandal.",
    "{a} was not praised by {b}, but its troops fought well.",
    "Despite the outrage in {a}, the heroic army of {b} won the battle.",
    "{a}'s corrupt leaders lied to {b}, according to a report.",
    "“{a} is a bully and a liar,” said a spokesman for {b}.",
    "{a} claimed that {b} was to blame for the catastrophe.",
    "Nobody in {a} would ever trust the so-called friends of {b}.",
)
OF_GROUPS = (
    "{a} furiously attacked {b} over the botched plan.",
    "Sadly, {a} have never forgiven {b} for the disgraceful deal.",
    "It was {a} who hailed the triumph of {b} as a masterpiece.",
    "Very angry {a} shouted at {b}, and the police failed to help.",
    "{a} admitted that {b} were right about the shocking fraud.",
    "Extremists among {a} fear the peaceful {b} next door.",
)
OF_PERSONS = (
    "{a} accused {b} of lying to voters.",
    "Critics say {a} humiliated {b} in a vicious tirade.",
    "{a} is a hero, but {b} is a coward, voters say.",
    "Mayor {a} fired Governor {b} after a scathing report.",
    "{a}, who was embroiled in a scandal, lashed out at {b}.",
    "Supporters of {a} cheered as {b} finally conceded defeat.",
    "“I admire {a},” {b} gushed, although he had mocked the plan.",
    "According to {a}, the incompetent {b} may have ruined the city.",
    "The disgraced {a} begged {b} for help at nine.",
)
BEHIND_OTHERS = (
    "Then {a} accused Governor {b} of lying.",
    "A furious Mr. {a} blamed Ms. {b} for the scandal.",
    "The court cleared {a}, and voters cheered {b}.",
)
Case = tuple[str, str, str]
CASES: list[Case] = [
    (template, left, right)
    for templates, kinds in (
        (OF_COUNTRIES, (COUNTRIES, LONG_COUNTRIES)),
        (OF_GROUPS, (PEOPLES, PARTIES, FAITHS)),
        (OF_PERSONS, (PERSONS, SURNAMES)),
        (BEHIND_OTHERS, (TELLING_SURNAMES, PERSONS)),
    )
    for names in kinds
    for left, right in combinations(names, 2)
    for template in templates
]


Own = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Found:
    """What is compared of one sentence: of thousands of analyses nothing more is kept."""

    own: tuple[Own, ...]
    loaded: tuple[str, ...]
    words: tuple[tuple[float, Voice], ...]
    towards: dict[str, float]


def own(sentence: Sentence) -> Own:
    return sentence.tone, sentence.loadedness


def find(text: str) -> Found:
    analysis = analyze_article(article_of(text), LEXICONS, redraws=0)
    return Found(
        tuple(map(own, analysis.sentences)),
        tuple(span.entry for span in analysis.loaded),
        tuple((word.polarity, word.voice) for word in analysis.tone_words),
        {target.name: target.tone for target in analysis.targets},
    )


Pair = tuple[Case, Found, Found]


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    """Return each case with its sentence and the same one with the two names exchanged."""
    return [
        (
            case,
            find(case[0].format(a=case[1], b=case[2])),
            find(case[0].format(a=case[2], b=case[1])),
        )
        for case in CASES
    ]


def test_there_are_enough_pairs_of_all_kinds() -> None:
    assert len(CASES) >= 500
    assert len(set(CASES)) == len(CASES)


def test_exchanged_names_move_no_tone_and_no_loadedness(pairs: list[Pair]) -> None:
    moved = [(case, one.own, other.own) for case, one, other in pairs if one.own != other.own]
    assert moved == []


def test_exchanged_names_move_no_marked_wording(pairs: list[Pair]) -> None:
    assert [case for case, one, other in pairs if one.loaded != other.loaded] == []
    assert [case for case, one, other in pairs if one.words != other.words] == []


def test_the_sentences_are_not_all_plain(pairs: list[Pair]) -> None:
    assert sum(one.own[0][0] != 0.0 for _, one, _ in pairs) > 0.8 * len(pairs)
    assert sum(bool(one.loaded) for _, one, _ in pairs) > 0.4 * len(pairs)


def test_the_one_in_the_place_of_another_gets_its_tone(pairs: list[Pair]) -> None:
    counted = 0
    for case, one, other in pairs:
        _, left, right = case
        if {left, right} <= one.towards.keys() & other.towards.keys():
            assert one.towards[left] == pytest.approx(other.towards[right]), case
            assert one.towards[right] == pytest.approx(other.towards[left]), case
            counted += 1
    assert counted > 500


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("They met good {} friends.", "Russian", "Ukrainian"),
        ("They met good {} friends.", "British", "Irish"),
        ("A terrible day for {} voters.", "American", "Palestinian"),
    ],
)
def test_the_reference_measure_is_as_textblob_has_it_and_may_move(
    text: str, left: str, right: str
) -> None:
    for name in (left, right):
        blob: Any = TextBlob(text.format(name))
        found = score_reference(text.format(name), LEXICONS.tone)
        assert found == pytest.approx(tuple(blob.sentiment), abs=1e-9)
    first, second = (analyzed(text.format(name)).sentences[0] for name in (left, right))
    assert own(first) == own(second)


def test_the_reference_measure_knows_some_nationalities_and_not_others() -> None:
    text = "They met good {} friends."
    by_name = {name: score_reference(text.format(name), LEXICONS.tone)
               for name in ("Russian", "British", "Ukrainian", "Palestinian")}  # fmt: skip
    assert by_name["Russian"] == by_name["British"] != by_name["Ukrainian"]
    assert by_name["Ukrainian"] == by_name["Palestinian"]
