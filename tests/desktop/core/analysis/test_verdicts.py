"""What decisions say of a rule: right, to be corrected, wrong, or missed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.core.analysis.verdicts import Verdicts
from desktop.core.model.analyses import Category, StatedVoice, Voice
from desktop.core.model.comparisons import Relation
from desktop.core.model.corrections import Corrections, MarkedWording
from desktop.core.model.judgments import Judgment, JudgmentKind, RuleCount, RuleGroup
from desktop.core.model.spans import Span
from tests.desktop.core.made_up import analyzed

TEXT = (
    "The minister slammed the reckless plan on Friday.\n\n"
    "“This is a foolish dream,” said Ann Lee. The council will vote on Monday.\n"
)
FOUND = analyzed(TEXT)
NAMES = ("accepted", "edited", "rejected", "missed")


def words(part: str) -> Span:
    start = TEXT.index(part)
    return Span(start, start + len(part))


def counted(verdicts: Verdicts) -> dict[tuple[str, str], tuple[int, ...]]:
    return {
        (each.group.value, each.name): tuple(getattr(each, name) for name in NAMES)
        for each in verdicts.counts()
    }


def of_article(
    corrections: Corrections, wordings: tuple[Span, ...] = (), voices: tuple[Span, ...] = ()
) -> dict[tuple[str, str], tuple[int, ...]]:
    verdicts = Verdicts()
    verdicts.add_article(FOUND, corrections, wordings, voices)
    return counted(verdicts)


def loaded(part: str) -> tuple[Span, str]:
    found = next(each for each in FOUND.loaded if each.span.overlap(words(part)))
    return found.span, found.category.value


def test_what_was_shown_and_left_alone_says_nothing() -> None:
    assert of_article(Corrections()) == {}


def test_a_wording_that_is_ignored_was_wrong_and_one_confirmed_was_right() -> None:
    span, category = loaded("reckless")
    key = ("wording", category)
    assert of_article(Corrections(ignored=frozenset({span}))) == {key: (0, 0, 1, 0)}
    assert of_article(Corrections(), (span,)) == {key: (1, 0, 0, 0)}


def test_a_mark_says_missed_or_another_kind() -> None:
    span, category = loaded("reckless")
    other = next(each for each in Category if each.value != category)
    missed = MarkedWording(words("vote"), Category.HYPERBOLE, 0.7)
    marked = frozenset({MarkedWording(span, other, 0.7), missed})
    found = of_article(Corrections(marked=marked))
    assert found["wording", category] == (0, 1, 0, 0)
    assert found["wording", "hyperbole"] == (0, 0, 0, 1)


@pytest.mark.parametrize(
    ("stated", "voice", "speaker"),
    [
        (StatedVoice(words("“This is a foolish dream,”"), Voice.OWN, ""), (0, 0, 1, 0), None),
        (
            StatedVoice(words("“This is a foolish dream,”"), Voice.QUOTED, "Bo Hill"),
            (0, 1, 0, 0),
            None,
        ),
        (StatedVoice(words("“This is a foolish dream,”"), None, "Bo Hill"), None, (0, 1, 0, 0)),
        (StatedVoice(words("The council will vote"), Voice.INDIRECT, ""), (0, 0, 0, 1), None),
    ],
)
def test_a_stated_voice_counts_for_the_rule_that_found_the_passage(
    stated: StatedVoice, voice: tuple[int, ...] | None, speaker: tuple[int, ...] | None
) -> None:
    found = of_article(Corrections(voices=(stated,)))
    name = "indirect" if stated.voice is Voice.INDIRECT else "direct"
    assert found.get(("voice", name)) == voice
    assert found.get(("voice", "speaker")) == speaker


def test_a_passage_whose_voice_is_right_speaks_for_voice_and_speaker() -> None:
    found = of_article(Corrections(), voices=(words("“This is a foolish dream,”"),))
    assert found == {("voice", "direct"): (1, 0, 0, 0), ("voice", "speaker"): (1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("kind", "rule", "counts"),
    [
        (JudgmentKind.RIGHT, "finding/figures", (1, 0, 0, 0)),
        (JudgmentKind.DISMISS, "finding/figures", (0, 0, 1, 0)),
        (JudgmentKind.SPLIT, "relation/same", (0, 0, 1, 0)),
        (JudgmentKind.MERGE, "relation/rows", (0, 0, 0, 1)),
        (JudgmentKind.RELATION, "relation/other verb", (0, 1, 0, 0)),
        (JudgmentKind.RELATION, "relation/same", (1, 0, 0, 0)),
    ],
)
def test_each_judgment_counts_for_its_rule(
    kind: JudgmentKind, rule: str, counts: tuple[int, ...]
) -> None:
    relation = Relation.SAME if kind is JudgmentKind.RELATION else None
    verdicts = Verdicts()
    verdicts.add_judgments([Judgment(1, kind, rule, (), relation=relation)])
    group, _, name = rule.partition("/")
    assert counted(verdicts) == {(group, name): counts}


def test_what_is_true_and_of_no_interest_does_not_count_against_its_rule() -> None:
    judgment = Judgment(1, JudgmentKind.DISMISS, "finding/claim", (), is_wrong=False)
    verdicts = Verdicts()
    verdicts.add_judgments([judgment, replace(judgment, number=2, is_wrong=True)])
    assert verdicts.counts() == (RuleCount(RuleGroup.FINDING, "claim", 1, 0, 1, 0),)
