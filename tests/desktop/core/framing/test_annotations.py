"""Annotated articles: each mark says how the others stand to a place, on their own places."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.framing.annotations import MOST_PLACES
from desktop.core.model.annotations import Annotation, AnnotationKind
from tests.desktop.core.made_up import detailed, event_of
from tests.desktop.core.strategies import ANY_TEXT

CLOSES = "The harbor bridge in Visby will close on Monday for repairs of its rusty steel."
SAID = "The harbor bridge in Visby will close on Monday for repairs of its steel, Aya Ito said."
HEARING = "Engineers from Lund will read their report to the council in a public hearing in March."
FERRY = "A ferry with forty passengers sank near Gotland, and nobody was hurt in the cold water."
TEXTS = {"Daily": f"{CLOSES} {FERRY}", "Post": f"{SAID} {HEARING}", "Star": f"{SAID} {HEARING}x"}


@cache
def marks(**texts: str) -> tuple[Annotation, ...]:
    return detailed(*event_of(**texts)).annotations


def of_kind(kind: AnnotationKind, outlet: str) -> list[Annotation]:
    return [each for each in marks(**TEXTS) if each.kind is kind and each.place.article == outlet]


def words(mark: Annotation) -> str:
    return mark.place.span.of(TEXTS[mark.place.article])


def test_a_statement_in_own_voice_is_marked_where_others_attribute_it() -> None:
    (mark,) = of_kind(AnnotationKind.ATTRIBUTE, "Daily")
    assert words(mark) == CLOSES
    assert mark.others == ("Post", "Star")
    assert {place.article for place in mark.evidence} == {"Post", "Star"}


def test_the_attributed_statement_is_marked_in_its_own_text_too() -> None:
    (mark,) = of_kind(AnnotationKind.ATTRIBUTE, "Post")
    assert words(mark) == SAID
    assert mark.others == ("Daily",)


def test_what_two_others_add_is_marked_after_what_stands_before_it_there() -> None:
    (mark,) = [m for m in of_kind(AnnotationKind.ADD, "Daily") if m.matter == "statement"]
    assert words(mark) == CLOSES
    assert {place.article for place in mark.evidence} == {"Post", "Star"}


def test_a_sentence_that_no_other_text_is_like_is_marked_as_not_mentioned() -> None:
    (mark,) = of_kind(AnnotationKind.NO_MENTION, "Daily")
    assert words(mark) == FERRY
    assert mark.others == ("Post", "Star")
    assert mark.evidence == (mark.place,)


def test_other_words_in_the_same_sentence_are_marked_at_the_words() -> None:
    texts = {"Daily": CLOSES, "Post": CLOSES.replace("rusty", "shameful")}
    found = [m for m in marks(**texts) if m.kind is AnnotationKind.WORD]
    assert [m.place.span.of(texts[m.place.article]) for m in found] == ["rusty", "shameful"]


def test_an_article_alone_has_no_marks() -> None:
    assert marks(Daily=TEXTS["Daily"]) == ()


def test_marks_stand_in_the_order_of_the_articles_and_of_their_texts() -> None:
    order = {outlet: at for at, outlet in enumerate(TEXTS)}
    keys = [(order[m.place.article], m.place.span.start) for m in marks(**TEXTS)]
    assert keys == sorted(keys)


@given(st.lists(ANY_TEXT, min_size=1, max_size=3))
def test_marks_of_any_texts_have_evidence_and_name_others_only(texts: list[str]) -> None:
    event = {f"Outlet{number}": text for number, text in enumerate(texts)}
    for mark in detailed(*event_of(**event)).annotations:
        assert mark.place.span.of(event[mark.place.article]).strip()
        assert 0 < len(mark.evidence) <= MOST_PLACES
        assert mark.others
        assert mark.place.article not in mark.others
