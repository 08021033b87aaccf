"""A silence is asked after only where there was room and time for it, and the topic was there."""

from __future__ import annotations

from desktop.core.analysis.articles import analyze_article
from desktop.core.model.articles import Published
from desktop.core.model.details import Question, QuestionKind
from tests.desktop.core.made_up import LEXICONS, article_of, detailed

DETAIL = "Mayor Ana Costa said that the harbor bridge in Porto must stay closed for 14 months."
OPENING = "Mayor Ana Costa met Governor Rui Lopes in the town hall to speak about the floods."
NAMES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def filler(start: str, end: str) -> str:
    return " ".join(f"{start} {name} {end}" for name in NAMES)


# Each outlet in other words: texts of the same words would be reprints, and count once.
FIRST = filler("Next item", "of the plan was read out, and nobody wished to add to it at all.")
SECOND = filler("Then point", "came up, which most of those who sat there had heard in spring.")
FILLER = filler("Under part", "there was little talk, so that the clerk soon turned the page.")
EARLY = Published(2024, 5, 3)
LATE = Published(2024, 5, 6)


def silences(
    late_text: str,
    late: Published | None = LATE,
    second: str = f"{OPENING} {SECOND} {DETAIL}",
) -> list[Question]:
    articles = [
        article_of(f"{OPENING} {DETAIL} {FIRST}", "Daily", "Daily", day=EARLY),
        article_of(second, "Post", "Post", day=EARLY),
        article_of(late_text, "Echo", "Echo", day=late),
    ]
    analyses = [analyze_article(each, LEXICONS, redraws=0) for each in articles]
    questions = detailed(articles, analyses).questions
    return [each for each in questions if each.kind is QuestionKind.SILENCE]


def test_a_long_later_article_on_the_topic_is_asked() -> None:
    found = silences(f"{OPENING} {FILLER}")

    assert found
    for question in found:
        assert question.absent_in == ("Echo",)
        assert question.facts is not None
        assert "words" in question.facts.length
        assert question.facts.time == "Printed 2024-05-06, after Daily and Post."
        assert "Ana Costa" in question.facts.topic
        assert question.text.endswith("?")


def test_a_detail_of_one_text_and_its_reprint_is_no_detail_of_two() -> None:
    assert silences(f"{OPENING} {FILLER}", second=f"{OPENING} {DETAIL} {FIRST} So it is.") == []


def test_a_short_article_is_not_asked() -> None:
    assert silences(OPENING) == []


def test_an_article_printed_on_the_same_day_is_not_asked() -> None:
    assert silences(f"{OPENING} {FILLER}", EARLY) == []


def test_an_article_without_a_date_is_not_asked() -> None:
    assert silences(f"{OPENING} {FILLER}", None) == []


def test_an_article_on_another_topic_is_not_asked() -> None:
    assert silences(FILLER + " " + FILLER.lower()) == []


def test_the_evidence_stands_in_the_articles_that_have_the_detail() -> None:
    for question in silences(f"{OPENING} {FILLER}"):
        assert {place.article for place in question.evidence} == {"Daily", "Post"}
