"""Perspective balance: whose words, in which role, how many, and in which third of the text."""

from __future__ import annotations

from hypothesis import given

from desktop.core.framing.rates import MINIMUM_WORDS
from desktop.core.framing.sources import Sources
from desktop.core.framing.speakers import find_article_voices, find_speakers
from desktop.core.model.analyses import Voice
from desktop.core.model.speaking import ArticleVoices
from tests.desktop.core.made_up import analyzed, article_of, event_of
from tests.desktop.core.strategies import ANY_TEXT

TEXT = """“The bridge is safe and it must open to all,” Mayor Aya Ito said.

Nobody came to the harbor in the morning, and the boats lay still in the cold and gray water.

The council said it was late. The night was long, and the snow fell on the old roofs of the town.

“We have to test the steel,” said Nils Berg, an engineer. Ito left before noon with her husband.
"""


def voices(text: str) -> ArticleVoices:
    (found,) = find_article_voices(Sources(*event_of(Daily=text)))
    return found


def test_speakers_have_their_roles_words_and_thirds_the_most_heard_first() -> None:
    rows = [(e.name, e.role, e.words, e.marked, e.thirds) for e in voices(TEXT).speakers]
    assert rows[0] == ("Aya Ito", "Mayor", 10, 10, (10, 0, 0))
    assert ("Nils Berg", "engineer", 6, 6, (0, 0, 6)) in rows


def test_shares_add_up_to_all_that_speakers_say() -> None:
    found = voices(TEXT)
    assert abs(sum(each.share for each in found.speakers) - 1.0) < 0.01
    assert abs(sum(each.share for each in found.roles) - 1.0) < 0.01


def test_a_speaker_without_a_role_is_counted_as_role_unknown() -> None:
    roles = {each.role: each.words for each in voices(TEXT).roles}
    assert set(roles) == {"mayor", "engineer", None}


def test_a_surname_and_a_full_name_are_one_speaker_by_the_fullest_form() -> None:
    text = "“It is late,” Ito said. “We have to go now,” said Mayor Aya Ito. “Go,” Aya Ito said."
    (speaker,) = voices(text).speakers
    assert (speaker.name, speaker.marked) == ("Aya Ito", 9)


def test_the_ledger_adds_up_and_each_voice_has_its_own_rates() -> None:
    found = voices(TEXT)
    assert [part.voice for part in found.ledger] == list(Voice)
    assert sum(part.words for part in found.ledger) == analyzed(TEXT).ledger.total
    for part in found.ledger:
        assert part.loaded.words == part.words
        assert (part.loaded.value is None) is (part.words < MINIMUM_WORDS)


def test_an_article_that_quotes_nobody_has_no_speakers() -> None:
    found = voices("The bridge opened. Nobody came.")
    assert found.speakers == ()
    assert found.roles == ()


@given(ANY_TEXT)
def test_speakers_of_any_text_stand_in_it(text: str) -> None:
    for part in find_speakers(article_of(text), analyzed(text)):
        assert part.words > 0
        assert sum(part.thirds) == part.words
        assert part.marked <= part.words
        assert part.first.span.of(text).strip()


def test_a_father_and_his_daughter_are_two_speakers() -> None:
    text = "“It is late,” said Ivan Berg. “It is early,” said Nora Berg. “We left,” said Ivan Berg."
    rows = {(each.name, each.words) for each in find_speakers(article_of(text), analyzed(text))}
    assert rows == {("Ivan Berg", 5), ("Nora Berg", 3)}


def test_two_who_speak_together_are_neither_of_them() -> None:
    text = "“It is late,” said Nora Berg and Aya Ito. “It is early today,” said Aya Ito."
    names = {each.name for each in find_speakers(article_of(text), analyzed(text))}
    assert names == {"Nora Berg and Aya Ito", "Aya Ito"}
