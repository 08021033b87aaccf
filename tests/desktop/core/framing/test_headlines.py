"""A headline is looked up in the body: the sentence that carries it, or the nearest one."""

from __future__ import annotations

from desktop.core.model.details import HeadlineCheck
from tests.desktop.core.made_up import detailed, event_of

HEADLINE = "Harbor bridge in Porto closes for repairs"


def check_of(text: str) -> HeadlineCheck:
    (check,) = detailed(*event_of(Daily=text)).headlines
    return check


def test_a_carried_headline_has_its_sentence() -> None:
    body = "The weather was fine. The harbor bridge in Porto closes on Monday for repairs."
    text = f"{HEADLINE}\n\n{body}"
    check = check_of(text)

    assert check.carried_by is not None
    assert check.carried_by.span.of(text).startswith("The harbor bridge")
    assert check.said_by is None


def test_who_says_it_in_the_body_is_named() -> None:
    body = "Mayor Ana Costa said that the harbor bridge in Porto closes on Monday for repairs."

    assert check_of(f"{HEADLINE}\n\n{body}").said_by == "Ana Costa"


def test_what_the_body_lacks_is_not_carried_and_has_a_nearest_sentence() -> None:
    text = f"{HEADLINE}\n\nThe fair opened on Monday. The bridge was full of people in the sun."
    check = check_of(text)

    assert check.carried_by is None
    assert check.nearest is not None
    assert "bridge" in check.nearest.span.of(text)


def test_a_body_on_another_matter_has_no_nearest_sentence() -> None:
    check = check_of(f"{HEADLINE}\n\nA fair was opened. Many people went to see the dances.")

    assert (check.carried_by, check.said_by, check.nearest) == (None, None, None)


def test_two_sentences_together_carry_what_a_headline_draws_into_one() -> None:
    text = (
        "Costa closes harbor bridge in Porto: repairs wait for money from Lisbon\n\n"
        "The mayor closes the harbor bridge on Monday.\n\n"
        "The repairs wait for money from Lisbon, the council wrote."
    )
    carried = check_of(text).carried_by
    assert carried is not None
    assert "money from Lisbon" in carried.span.of(text)


def test_the_verb_that_only_reports_is_not_looked_up() -> None:
    text = (
        "Costa laments slow repairs of harbor bridge\n\n"
        "“The repairs of the bridge are slow,” Costa said."
    )
    carried = check_of(text).carried_by
    assert carried is not None
