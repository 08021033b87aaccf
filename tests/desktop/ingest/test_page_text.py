"""The article of a page without what stands around and inside it, on pages made up for it."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.drafts import ArticleDraft, UnreadableFileError
from desktop.ingest.html import read_html
from desktop.ingest.receipts import choose, text_of

STORY = [
    "A storm hit the coast near Anville on Friday and tore the roof from a school, police said.",
    "Nobody was hurt, the mayor told reporters, but forty families had to leave their houses.",
    "The weather service called it the strongest storm in ten years and warned of floods inland.",
    "Schools in the town stay closed until Wednesday, and trains to the coast do not run.",
    "“We have seen nothing like it,” said Ada Brown, who has kept the harbor for thirty years.",
]
LEAD = "Forty families had to leave their houses after the strongest storm in ten years."
MENU = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("News", "Sport", "Weather"))


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def page(inside: str, *, before: str = "", after: str = "", head: str = "") -> ArticleDraft:
    body = (
        f"<nav><ul>{MENU}</ul></nav><main><h1>Storm hits Anville</h1>{before}"
        f'<div class="x1">{inside}</div>{after}</main><footer><p>Copyright 2024 Daily.</p></footer>'
    )
    data = f"<html><head><title>Storm hits Anville</title>{head}</head><body>{body}</body></html>"
    (draft,) = read_html(data.encode())
    return draft


def reason(draft: ArticleDraft, words: str) -> str:
    """Return why the paragraph with some words was dropped."""
    found = [each for each in draft.paragraphs if words in each.text]
    assert len(found) == 1, draft.paragraphs
    assert not found[0].kept
    return found[0].reason


def test_an_article_is_its_paragraphs_and_nothing_around_them() -> None:
    draft = page(paragraphs(STORY))
    assert draft.text == "\n\n".join(STORY)
    assert reason(draft, "Copyright") == "outside the article"
    assert reason(draft, "News · Sport · Weather")


@pytest.mark.parametrize(
    ("markup", "words", "expected"),
    [
        ('<p class="byline">By Ann Lee and Bob Ray</p>', "Ann Lee", "byline"),
        ("<p>Updated: 3 November 2024, 10:15</p>", "Updated", "byline"),
        ("<p>Von Petra Maier und Uwe Klein</p>", "Petra", "byline"),
        ('<figure><img><figcaption>The school.</figcaption></figure>', "The school", "caption"),
        ('<div><img src="x"><div>The school after the storm</div></div>', "The school", "caption"),
        ("<p>Foto: Ann Lee</p>", "Foto", "caption"),
        ('<p>Read more: <a href="/a">Floods in the valley</a></p>', "Floods", "link list"),
        ('<p><b>Lesen Sie auch:</b> <a href="/a">Hochwasser im Tal</a></p>', "Tal", "link list"),
        ('<ul><li><a href="/a">Floods hit the valley town</a></li></ul>', "Floods", "link list"),
        ('<div><h3><a href="/a">Floods hit</a></h3><p>Teaser.</p></div>', "Teaser", "link list"),
        ('<p>Subscribe to <a href="/n">our newsletter</a>.</p>', "Subscribe", "newsletter appeal"),
        ('<div class="newsletter"><p>All news by mail.</p></div>', "by mail", "newsletter appeal"),
        ('<div class="share-bar"><span>Tell your friends</span></div>', "friends", "share line"),
        ("<p>Teilen</p>", "Teilen", "page control"),
        ('<div class="cookie-banner"><p>We store things.</p></div>', "store", "consent notice"),
        ('<section id="comments"><p>What a storm it was!</p></section>', "What a", "comment"),
        ('<aside><p>Storms are given names since 1953.</p></aside>', "1953", "side box"),
        ('<p class="tags">Storm, Coast</p>', "Coast", "labels"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", [0, 2, 5])
def test_what_is_no_text_inside_an_article_is_dropped_with_a_reason(
    markup: str, words: str, expected: str, place: int
) -> None:
    parts = [f"<p>{line}</p>" for line in STORY]
    parts.insert(place, markup)
    draft = page("".join(parts))
    assert draft.text == "\n\n".join(STORY)
    assert reason(draft, words) == expected


def test_a_heading_between_paragraphs_is_text_and_one_over_links_is_not() -> None:
    inside = paragraphs(STORY[:2]) + "<h2>Trains stand still</h2>" + paragraphs(STORY[2:])
    after = f"<div><h2>More on this</h2><ul>{MENU}</ul></div>"
    draft = page(inside + after)
    assert "\n\nTrains stand still\n\n" in draft.text
    assert "More on this" not in draft.text


@pytest.mark.parametrize(
    "lead",
    [
        f'<p class="standfirst">{LEAD}</p>',
        f'<h2 class="subtitle">{LEAD}</h2>',
        f"<header><p>{LEAD}</p></header>",
        f'<div class="intro"><div>{LEAD}</div></div>',
    ],
)
def test_a_standfirst_outside_the_article_s_own_area_is_text(lead: str) -> None:
    assert page(paragraphs(STORY), before=lead).text == "\n\n".join([LEAD, *STORY])


def test_a_text_without_paragraphs_is_parted_at_line_breaks() -> None:
    assert page("<br><br>".join(STORY)).text == "\n\n".join(STORY)
    assert page("Anville<br>on the coast<br><br>" + "<br>".join(STORY)).text.endswith(STORY[-1])


def test_names_that_all_the_text_has_say_nothing() -> None:
    draft = page(f'<div class="widget"><div class="paywall ad">{paragraphs(STORY)}</div></div>')
    assert draft.text == "\n\n".join(STORY)


@pytest.mark.parametrize(
    "line", ["“It’s late” – she said… and left.", "Größe ÄÖß, Кот, 橋は古い。"]
)
def test_signs_that_were_encoded_twice_are_read_once(line: str) -> None:
    broken = "".join(
        sign.encode().decode("latin-1") if sign in "“”’–…ÄÖß古" else sign for sign in line
    )
    assert page(paragraphs([*STORY, broken])).text == "\n\n".join([*STORY, line])
    assert page(paragraphs([*STORY, "Ein Â und ein â\x80 sind da."])).text.endswith(
        "ein â sind da."
    )


def test_a_paragraph_that_stands_twice_is_kept_once() -> None:
    draft = page(paragraphs([*STORY, STORY[1]]))
    assert draft.text == "\n\n".join(STORY)
    assert draft.paragraphs[-2].reason == "stands twice"


def test_the_text_that_a_page_states_for_machines_is_a_witness_and_no_text() -> None:
    data = json.dumps({"@type": "NewsArticle", "articleBody": " ".join([*STORY, "trap"])})
    head = f'<script type="application/ld+json">{data}</script>'
    box = "<div><p>Our shop has umbrellas of all sizes, and boots that keep out the sea.</p></div>"
    draft = page(paragraphs(STORY) + box, head=head)
    assert draft.text == "\n\n".join(STORY)
    assert reason(draft, "umbrellas") == "not in the text that the page states"


def test_a_page_that_shows_a_part_of_what_it_states_is_doubtful() -> None:
    data = json.dumps({"@type": "NewsArticle", "articleBody": " ".join(STORY * 3)})
    draft = page(paragraphs(STORY[:1]), head=f'<script type="application/ld+json">{data}</script>')
    assert [doubt.code for doubt in draft.doubts] == ["shortened-page"]


@pytest.mark.parametrize("wall", ["Subscribe to continue reading", "Jetzt weiterlesen mit Plus"])
def test_a_page_that_asks_to_log_in_is_doubtful(wall: str) -> None:
    draft = page(paragraphs(STORY[:2]), after=f"<div><p>{wall}</p></div>")
    assert [doubt.code for doubt in draft.doubts] == ["shortened-page"]
    assert draft.text == "\n\n".join(STORY[:2])


def test_a_question_about_cookies_is_no_article() -> None:
    lines = [
        "We and our partners store cookies on your device to measure how the site is used.",
        "You can change your consent at any time in the privacy settings of this site.",
    ]
    with pytest.raises(UnreadableFileError, match="cookies") as refusal:
        read_html(f"<html><body><div>{paragraphs(lines)}</div></body></html>".encode())
    assert refusal.value.code == "no-article"


def test_a_list_of_links_is_no_article() -> None:
    links = "".join(
        f'<h3><a href="/{number}">The town council meets for the {number}th time</a></h3>'
        for number in range(60)
    )
    with pytest.raises(UnreadableFileError, match="list of links"):
        read_html(f"<html><body><main>{links}</main></body></html>".encode())


def test_of_several_articles_in_a_row_the_one_with_the_headline_is_read() -> None:
    other = [f"On another day {line[0].lower()}{line[1:]}" for line in STORY]
    body = (
        f"<main><article><h1>Storm hits Anville</h1>{paragraphs(STORY)}</article>"
        f"<article><h2>Older news</h2>{paragraphs(other)}</article></main>"
    )
    (draft,) = read_html(
        f"<html><head><title>Storm hits Anville</title></head><body>{body}</body></html>".encode()
    )
    assert draft.text == "\n\n".join(STORY)


@pytest.mark.parametrize(
    ("line", "kept"),
    [("市長は金曜日の朝、川にかかる古い橋を閉鎖したと住民が語った。橋は百年前に建てられた。", True),
     ("関連記事：古い橋", False)],
)  # fmt: skip
def test_a_script_without_blanks_is_weighed_by_its_signs(line: str, kept: bool) -> None:
    assert (line in page(paragraphs([line] * 1 + STORY)).text) is kept


MARKUP = st.sampled_from(
    ["<p>", "</p>", "<div class='related'>", "</div>", "<article>", "<a href=x>", "</a>", "<br>",
     "<br><br>", "<h1>", "<h2>", "<ul><li>", "</ul>", "<table><td>", "<figure><img>", "<nav>",
     "<b>", "<blockquote>", "<style>trap</style>", "<script>trap</script>", "<span hidden>trap",
     "</span>", "<template>trap</template>", "\x00", "\v", "é", "e\u0301", "\u200d", "市長。",
     "<div style='display:none'>trap</div>", "&amp;", "&#0;", *STORY[:3], "Words ", "By Ann Lee"]
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(MARKUP, max_size=40))
def test_of_any_page_the_kept_paragraphs_are_the_text_and_nothing_hidden(parts: list[str]) -> None:
    try:
        (draft,) = read_html("".join(parts).encode())
    except UnreadableFileError:
        return
    assert text_of(draft.paragraphs) == draft.text
    assert "trap" not in draft.text
    assert not any("trap" in each.text for each in draft.paragraphs)
    assert all(each.kept or each.reason for each in draft.paragraphs)
    everything = range(len(draft.paragraphs))
    assert text_of(choose(draft.paragraphs, restore=everything)).count(draft.paragraphs[0].text)


def test_the_receipt_of_a_huge_page_is_bounded() -> None:
    comments = "".join(
        f"<p>{number}: {'What a storm it was in our street. ' * 300}</p>" for number in range(300)
    )
    draft = page(paragraphs(STORY), after=f'<section id="comments">{comments}</section>')
    assert draft.text == "\n\n".join(STORY)
    assert sum(len(each.text) for each in draft.paragraphs if not each.kept) < 250_000


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 1500 + f"<p>{STORY[0]}</p>",
        "<ul><li>" * 700 + STORY[0],
        f"<div {' '.join(f'a{number}=x' for number in range(20_000))}><p>{STORY[0]}</p></div>",
        f"<div class='{'hidden-x ' * 50_000}'><p>{STORY[0]}</p></div>",
        f"<p>{'x<br>' * 20_000}</p><p>{STORY[0]}</p>",
        "<div><h2><a href=x>a</a></h2>" * 500 + f"<p>{STORY[0]}</p>",
    ],
    ids=["deep areas", "deep lists", "many attributes", "long name", "many lines", "deep cards"],
)
def test_a_page_made_to_take_long_is_read_in_no_time(markup: str) -> None:
    started = time.process_time()
    draft = page(f"{markup}{paragraphs(STORY[1:])}")
    assert time.process_time() - started < 3
    assert STORY[0] in draft.text or any(STORY[0] in each.text for each in draft.paragraphs)


def test_a_page_of_more_parts_than_articles_have_is_refused() -> None:
    with pytest.raises(UnreadableFileError) as refusal:
        read_html(b"<body>" + b"<b>x</b>" * 200_001)
    assert refusal.value.code == "too-complex"
