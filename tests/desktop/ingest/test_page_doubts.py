"""What makes a page doubtful or no article, on pages made up in several languages."""

from __future__ import annotations

import json

import pytest

from desktop.ingest.drafts import FileFacts, UnreadableFileError
from desktop.ingest.page_doubts import find_doubts, refuse_other_pages
from desktop.ingest.page_text import PageText, find_page_text
from desktop.ingest.pages import parse_page

LINE = "The council of Anville closed the old bridge on Friday after cracks were found in it. "
STORY = f"<p>{LINE}</p><p>{LINE.replace('bridge', 'tunnel')}</p>"


def read(body: str, head: str = "") -> PageText:
    page = parse_page(f"<html><head>{head}</head><body>{body}</body></html>")
    return find_page_text(page, FileFacts(title="Bridge closed"))


def doubts(body: str, head: str = "") -> list[str]:
    return [doubt.code for doubt in find_doubts(read(body, head))]


def stated(text: str) -> str:
    return f'<script type="application/ld+json">{json.dumps({"articleBody": text})}</script>'


def links(number: int) -> str:
    items = "".join(
        f'<li><a href="/{place}">The council meets for the {place}th time</a></li>'
        for place in range(number)
    )
    return f"<ul>{items}</ul>"


@pytest.mark.parametrize(
    "wall",
    ["To continue reading, log in.", "Already a subscriber? Log in", "For subscribers only",
     "Jetzt weiterlesen", "Nur für Abonnenten", "Pour lire la suite, abonnez-vous",
     "Déjà abonné ?", "Para seguir leyendo, regístrate", "Per continuare a leggere",
     "Om verder te lezen", "För att läsa vidare", "Aby czytać dalej", "Чтобы читать дальше"],
)  # fmt: skip
def test_a_wall_before_the_rest_of_a_text_is_told(wall: str) -> None:
    assert doubts(f"<main>{STORY}</main><div><p>{wall}</p></div>") == ["shortened-page"]


def test_a_long_text_with_a_box_for_subscribers_is_whole() -> None:
    whole = "".join(f"<p>{LINE.replace('Friday', f'day {day}')}</p>" for day in range(30))
    assert doubts(f"<main>{whole}</main><div><p>For subscribers only</p></div>") == []


def test_a_long_sentence_about_reading_on_is_no_wall() -> None:
    line = f"Those who want to continue reading at night need light, she said. {LINE * 5}"
    assert doubts(f"<main>{STORY}<p>{line}</p></main>") == []


@pytest.mark.parametrize(("times", "expected"), [(1, []), (2, []), (12, ["shortened-page"])])
def test_a_page_that_shows_much_less_than_it_states_is_told(
    times: int, expected: list[str]
) -> None:
    text = "".join(LINE.replace("Friday", f"day {day}") for day in range(times * 2))
    assert doubts(f"<main>{STORY}</main>", stated(text)) == expected


@pytest.mark.parametrize(("number", "expected"), [(5, []), (60, ["little-text"])])
def test_few_words_among_many_links_are_told(number: int, expected: list[str]) -> None:
    assert doubts(f"<main><p>{LINE}</p></main><div>{links(number)}</div>") == expected


@pytest.mark.parametrize(
    "lines",
    [
        [
            "We store cookies to measure how our site is used by its readers.",
            "Change your consent.",
        ],
        ["Wir speichern Cookies, um die Nutzung zu messen.", "Ihre Einwilligung gilt ein Jahr."],
        ["Nous déposons des cookies et des traceurs.", "Vos données personnelles sont à vous."],
        ["Usamos cookies para medir el uso del sitio.", "Puede retirar su consentimiento."],
    ],
)
def test_a_question_about_cookies_is_refused_and_says_what_to_do(lines: list[str]) -> None:
    body = "".join(f"<p>{line}</p>" for line in lines)
    with pytest.raises(UnreadableFileError, match="save the page again") as refusal:
        refuse_other_pages(read(f"<div>{body}</div>"))
    assert refusal.value.code == "no-article"


def test_an_article_about_cookies_is_read() -> None:
    line = "The court ruled that a site may set no cookies before its readers have agreed to it."
    refuse_other_pages(read(f"<main><p>{line}</p>{STORY}</main>"))


def test_a_front_page_is_refused_and_an_article_with_many_links_is_not() -> None:
    with pytest.raises(UnreadableFileError, match="list of links"):
        refuse_other_pages(read(f"<main>{links(50)}</main>"))
    refuse_other_pages(read(f"<main>{STORY}</main><div>{links(50)}</div>"))
    refuse_other_pages(read("<main><p>The bridge is closed.</p></main>"))
