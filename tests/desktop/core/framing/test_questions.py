"""Questions of treatment show what differs, name no motive, and are raised by what stands there."""

from __future__ import annotations

from hypothesis import given, settings

from desktop.core.model.details import Question, QuestionKind
from tests.desktop.core.made_up import detailed, event_of
from tests.desktop.core.strategies import ANY_TEXT


def questions(**texts: str) -> list[Question]:
    return list(detailed(*event_of(**texts)).questions)


def asked(start: str, **texts: str) -> Question:
    return next(each for each in questions(**texts) if each.text.startswith(start))


def none_asked(start: str, **texts: str) -> bool:
    return not any(each.text.startswith(start) for each in questions(**texts))


def test_one_article_raises_no_question() -> None:
    assert questions(Daily="Norway sent 40 boats. Police said the road is closed.") == []


def test_two_scopes_raise_one_question_of_counting() -> None:
    found = asked(
        "How many",
        Daily="Police said that 40 fishing boats sank near Bergen.",
        Post="Owners said that 90 fishing boats sank near Stavanger.",
    )

    assert "Daily: 40 in Bergen (Police)" in found.text
    assert found.present_in == ("Daily", "Post")
    assert found.absent_in == ()


def test_one_figure_everywhere_raises_none() -> None:
    text = "Police said 40 fishing boats sank near Bergen."

    assert none_asked("How many", Daily=text, Post=text)


def test_two_verbs_for_one_statement_are_asked_after() -> None:
    found = asked(
        "What does each verb",
        Daily="Mayor Ana Costa said that the harbor bridge is safe for trucks.",
        Post="Mayor Ana Costa claimed that the harbor bridge is safe for trucks.",
    )

    assert "Daily “say”, Post “claim”" in found.text


def test_one_verb_raises_none() -> None:
    text = "Mayor Ana Costa said that the harbor bridge is safe for trucks."

    assert none_asked("What does each verb", Daily=text, Post=text)


def test_own_voice_here_and_a_speaker_there_are_asked_after() -> None:
    found = asked(
        "Whose word is “",
        Daily="The harbor bridge is safe for heavy trucks and buses.",
        Post="Mayor Ana Costa said that the harbor bridge is safe for heavy trucks and buses.",
        Echo="The weather was fine and the fair opened.",
    )

    assert "Daily: own voice, Post: Ana Costa" in found.text
    assert found.absent_in == ("Echo",)


def test_an_act_without_an_agent_is_asked_after() -> None:
    found = asked(
        "Who acts",
        Daily="Norway deployed soldiers to the border.",
        Post="The deployment worries the region.",
        Echo="Soldiers were deployed near the border.",
    )

    assert "Daily names Norway" in found.text
    assert found.absent_in == ("Post", "Echo")


def test_an_agent_after_by_is_an_agent() -> None:
    assert none_asked(
        "Who acts",
        Daily="Norway deployed soldiers to the border.",
        Post="Soldiers were deployed by Norway near the border.",
        Echo="Norway deployed soldiers there.",
    )


def test_a_side_that_only_some_give_is_asked_after() -> None:
    found = asked(
        "Who gives the side of Norway",
        Daily="Norway said that the border is open. Norway sent boats.",
        Post="Norway sent boats to the border. Ships of Norway left.",
    )

    assert found.present_in == ("Daily",)
    assert found.absent_in == ("Post",)


def test_a_side_named_once_in_passing_is_not_asked_after() -> None:
    assert none_asked(
        "Who gives the side of Norway",
        Daily="Norway said that the border is open. Norway sent boats.",
        Post="The fair had cheese from Norway and music.",
    )


def test_statements_without_a_source_are_asked_after() -> None:
    found = asked(
        "Who stands behind",
        Daily="The bridge is believed to be unsafe.",
        Post="Mayor Ana Costa said that the bridge is unsafe.",
    )

    assert (found.present_in, found.absent_in) == (("Daily",), ("Post",))


def test_a_channel_that_one_leaves_out_is_asked_after() -> None:
    found = asked(
        "Where did Ana Costa say it",
        Daily="Mayor Ana Costa said on Facebook that the bridge is closed.",
        Post="In a post on Facebook, Mayor Ana Costa said that the bridge is closed.",
        Echo="Mayor Ana Costa said that the bridge is closed.",
    )

    assert found.absent_in == ("Echo",)


def test_marked_words_above_a_text_that_the_body_lacks_are_asked_after() -> None:
    lead = "\n\nMayor Ana Costa spoke about the harbor bridge in the town hall on Monday."
    found = asked(
        "Where do the words",
        Daily="Mayor says the bridge is a 'death trap' for everyone" + lead,
        Post="Mayor speaks about the bridge" + lead,
    )

    assert "death trap" in found.text


def test_marked_words_that_the_body_has_are_not() -> None:
    headline = "Mayor says the bridge is a 'death trap' for everyone"
    body = "\n\nMayor Ana Costa called the harbor bridge a “death trap” in the town hall."

    assert none_asked("Where do the words", Daily=headline + body, Post="The bridge is closed.")


def test_a_loaded_word_of_two_voices_is_asked_after() -> None:
    found = asked(
        "Whose word is “outrageous”",
        Daily="The mayor presented an outrageous plan for the harbor.",
        Post="“It is an outrageous plan,” Governor Rui Lopes said.",
    )

    assert "Daily has it in own voice, Post in the words of others" in found.text


@given(ANY_TEXT, ANY_TEXT)
@settings(max_examples=40, deadline=None)
def test_any_two_texts_raise_only_questions_with_evidence(one: str, other: str) -> None:
    texts = {"Daily": f"Norway said so. {one}", "Post": f"Norway left. Norway came. {other}"}
    for question in questions(**texts):
        assert question.evidence
        assert "?" in question.text
        assert (question.facts is not None) is (question.kind is QuestionKind.SILENCE)
        assert not set(question.present_in) & set(question.absent_in)
        for place in question.evidence:
            assert place.span.end <= len(texts[place.article])
