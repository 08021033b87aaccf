from __future__ import annotations

import pytest

from desktop.core.model.analyses import QuotationKind
from tests.desktop.core.voice.conftest import Reader


def reported(read: Reader, text: str) -> list[str]:
    return [
        quotation.span.of(text)
        for quotation in read(text).quotations
        if quotation.kind is QuotationKind.INDIRECT
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lee urged the city to close the bridge.", "to close the bridge"),
        ("Lee asked whether the bridge is safe.", "whether the bridge is safe"),
        ("Lee called for a new bridge.", "a new bridge"),
        ("Lee proposes a new bridge.", "a new bridge"),
        ("Lee argues the bridge could fall.", "the bridge could fall"),
        ("Lee told her the bridge could fall.", "the bridge could fall"),
        ("Lee said in May the bridge could fall.", "the bridge could fall"),
        ("Lee reported on Monday that it could fall.", "it could fall"),
        ("Lee pointed out that it could fall.", "it could fall"),
        ("In May, according to Lee, the bridge could fall.", "the bridge could fall"),
        ("The bridge could fall, Lee, the mayor, said on Friday.", "The bridge could fall"),
        ("The bridge could fall, she told reporters.", "The bridge could fall"),
        ("The plan came from Lee, who said it was late, and from Ode.", "it was late"),
        ("Although Lee said it was late, nobody came.", "it was late"),
        ("Noting that it was late, Lee went home.", "it was late"),
        ("Officials declined to say whether it was late.", "whether it was late"),
    ],
)
def test_content_begins_and_ends_with_what_is_reported(
    read: Reader, text: str, content: str
) -> None:
    assert reported(read, text) == [content]


@pytest.mark.parametrize(
    "text",
    [
        "Lee criticized the city for a lack of action.",
        "Lee lashed out at the city for not closing the bridge.",
        "Lee added sugar to the tea and stirred it.",
        "Lee found the old keys in the harbor.",
        "Lee refused to go.",
        "Lee spoke on Monday.",
        "Lee plans to announce a new bridge.",
        "The city states vote on Monday.",
        "Lee wants the city to close it.",
    ],
)
def test_what_a_verb_only_judges_or_does_is_no_reported_content(read: Reader, text: str) -> None:
    assert reported(read, text) == []


def test_a_report_inside_a_report_nests(read: Reader) -> None:
    text = "Lee said that Ode insists the bridge could fall."
    assert reported(read, text) == [
        "Ode insists the bridge could fall",
        "the bridge could fall",
    ]


def test_a_verb_after_and_has_content_of_its_own(read: Reader) -> None:
    text = "Lee said the bridge could fall, and warned that nobody was safe."
    assert reported(read, text) == ["the bridge could fall", "nobody was safe"]


def test_the_final_mark_is_left_out(read: Reader) -> None:
    assert reported(read, "Lee said it was late!") == ["it was late"]


def test_words_in_marks_after_a_colon_are_no_part_of_the_content(read: Reader) -> None:
    text = "Lee said the bridge could fall: “Nobody knows.”"
    assert reported(read, text) == ["the bridge could fall"]
