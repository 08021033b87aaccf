"""Lines that are no text of an article, told by their words in many languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ingest.page_blocks import Block
from desktop.ingest.page_lines import line_reason


def reason(text: str, *, linked: int = 0, tag: str = "p") -> str:
    block = Block(text, 0, tag, linked, int(linked > 0))
    block.letters = len(text)
    return line_reason(block)


@pytest.mark.parametrize(
    "line",
    ["Read more: Floods", "Related", "You may also like", "Mehr zum Thema", "Lesen Sie auch:",
     "Lire aussi :", "Lea también", "Leggi anche", "Leia também", "Lees ook", "Les også", "Läs mer",
     "Lue myös", "Czytaj także", "Čtěte také", "Читайте также", "Baca juga",
     "Διαβάστε επίσης", "関連記事"],
)  # fmt: skip
def test_announcements_of_other_texts_are_link_lists(line: str) -> None:
    assert reason(line) == "link list"


@pytest.mark.parametrize(
    "line",
    ["Subscribe to our newsletter", "Sign up for the morning mail", "Follow us", "Jetzt abonnieren",
     "Folgen Sie uns auf Mastodon", "Abonnez-vous", "Suscríbete", "Iscriviti", "Assine já",
     "Abonneer je", "Prenumerera nu", "Подпишитесь на канал"],
)  # fmt: skip
def test_appeals_are_no_text(line: str) -> None:
    assert reason(line, linked=5) == "newsletter appeal"


@pytest.mark.parametrize(
    "line", ["Share", "Advertisement", "Anzeige", "Teilen", "Publicité", "12 comments"]
)
def test_labels_of_buttons_are_controls(line: str) -> None:
    assert reason(line) == "page control"


@pytest.mark.parametrize(
    "line", ["Photo: Ann Lee", "© Ann Lee", "Foto: dpa", "Crédit : A. B.", "Bild: A", "Фото: ТАСС"]
)
def test_credits_of_pictures_are_captions(line: str) -> None:
    assert reason(line) == "caption"


@pytest.mark.parametrize(
    "line",
    ["By Ann Lee", "Von Petra Maier", "Por Ana Ruiz", "Published 3 November 2024",
     "3.11.2024, 10:15",
     "Stand: 03.11.2024 10:15 Uhr", "Reporting by Ann Lee; editing by Bob Ray", "5 min read"],
)  # fmt: skip
def test_bylines_and_dates_are_bylines(line: str) -> None:
    assert reason(line) == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "By noon the water had reached the school, and the mayor called for boats from the coast.",
        "Read the room, she told them.",
        "The storm of 3 November 2024 was the strongest that the town had seen in ten years.",
        "Share prices fell on Friday.",
        "Related families were housed together.",
        "Von dem Sturm blieb die Stadt nicht verschont, sagte die Bürgermeisterin am Freitag.",
        "Photographers stood in the rain.",
        f"Subscribers of the harbor's own paper were the first to hear of it{', they said' * 20}.",
    ],
)
def test_sentences_that_begin_like_such_lines_are_text(line: str) -> None:
    assert reason(line) == ""


@given(st.text(max_size=600), st.integers(0, 600))
def test_any_line_has_an_answer(text: str, linked: int) -> None:
    assert isinstance(reason(text, linked=linked), str)
