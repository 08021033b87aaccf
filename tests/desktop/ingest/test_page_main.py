"""What each part of a page is for, and which one holds its article, whatever it is called."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.page_blocks import Layout, find_layout
from desktop.ingest.page_main import AROUND, NOT_TEXT, find_main, is_headline, weigh
from desktop.ingest.page_witness import Hints, squeeze
from desktop.ingest.page_words import Zone
from desktop.ingest.pages import parse_page

TITLE = "Brücke in Anwil gesperrt"
LINE = "Der Rat von Anwil sperrte am Freitag die alte Brücke, nachdem Risse gefunden wurden. "
TEASER = "Ein Fest am Hafen zog am Sonntag viele Gäste aus der Umgebung nach Anwil an. "


def text(times: int = 3, line: str = LINE) -> str:
    return f"<p>{line * 2}</p>" * times


def weighed(body: str, title: str = TITLE) -> Layout:
    layout = find_layout(parse_page(f"<html><body>{body}</body></html>"))
    weigh(layout, squeeze(title))
    return layout


def zones(body: str, letters: str, title: str = TITLE) -> int:
    """Return what the paragraph that begins so stands in."""
    layout = weighed(body, title)
    block = next(block for block in layout.blocks if block.text.startswith(letters))
    return layout.areas[block.area].inside


def in_main(body: str, letters: str, hints: Hints | None = None) -> bool:
    layout = weighed(body)
    main = find_main(layout, hints or Hints(title=squeeze(TITLE)))
    block = next(block for block in layout.blocks if block.text.startswith(letters))
    return main in layout.chain(block.area)


@pytest.mark.parametrize("name", ["comments", "related", "newsletter", "share", "advert", "byline"])
def test_a_small_part_is_what_it_is_called(name: str) -> None:
    body = f"<div><h1>{TITLE}</h1>{text(6)}</div><div class='{name}'><p>{TEASER}</p></div>"
    assert zones(body, "Ein Fest") & NOT_TEXT
    assert not zones(body, "Der Rat") & NOT_TEXT


@pytest.mark.parametrize(
    "name",
    ["share", "advert", "newsletter", "labels", "aside", "box", "caption", "related", "menu"],
)
@pytest.mark.parametrize("tag", ["div", "section", "main"])
def test_a_name_on_the_frame_of_headline_and_text_says_nothing(name: str, tag: str) -> None:
    body = f"<{tag} class='{name}'><h1>{TITLE}</h1>{text()}</{tag}><div><p>{TEASER}</p></div>"
    assert not zones(body, "Der Rat") & NOT_TEXT


def test_the_names_of_the_whole_page_say_nothing() -> None:
    page = f"<html class='comments'><body class='menu'><h1>{TITLE}</h1>{text()}</body></html>"
    layout = find_layout(parse_page(page))
    weigh(layout, squeeze(TITLE))
    assert all(area.zones == Zone.NONE for area in layout.areas if area.tag in {"html", "body"})


def test_long_comments_are_comments_all_the_same() -> None:
    body = f"<div><h1>{TITLE}</h1>{text(2)}</div><div id='comments'>{text(9, TEASER)}</div>"
    assert zones(body, "Ein Fest") & Zone.COMMENTS
    assert in_main(body, "Der Rat")


@pytest.mark.parametrize(
    "named", ["<nav>{}</nav>", "<footer>{}</footer>", "<div class='related-articles'>{}</div>"]
)
def test_the_article_is_found_beside_longer_lists(named: str) -> None:
    body = f"<article><h1>{TITLE}</h1>{text(3)}</article>{named.format(text(4, TEASER))}"
    assert in_main(body, "Der Rat")
    assert not in_main(body, "Ein Fest")


def test_the_smallest_part_with_most_of_the_text_is_taken() -> None:
    inner = f"<div id='text'><h1>{TITLE}</h1>{text(5)}</div>"
    body = f"<div><div>{inner}</div><div><p>{TEASER}</p></div></div>"
    assert in_main(body, "Der Rat")
    assert not in_main(body, "Ein Fest")


def test_a_text_in_two_parts_is_held_by_the_part_around_them() -> None:
    body = f"<main><h1>{TITLE}</h1><div>{text(3)}</div><div>{text(3, TEASER)}</div></main>"
    assert in_main(body, "Der Rat")
    assert in_main(body, "Ein Fest")


def test_what_the_page_states_as_its_text_outweighs_longer_parts() -> None:
    body = f"<div><div>{text(3)}</div><div>{text(5, TEASER)}</div></div>"
    hints = Hints(witness=squeeze(LINE * 6))
    assert in_main(body, "Der Rat", hints)
    assert not in_main(f"<div><div>{text(1)}</div><div>{text(5, TEASER)}</div></div>", "Der Rat")


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (f"<h1>{TEASER}</h1>", True),
        (f"<h2>{TITLE}</h2>", True),
        (f"<p>{TITLE}</p>", True),
        (f"<p>{TITLE.upper()}!</p>", True),
        ("<h2>Brücke in Anwil</h2>", False),
        (f"<p>{TEASER}</p>", False),
        (f"<h2>{TEASER}</h2>", False),
    ],
)
def test_a_headline_is_known_by_its_rank_or_its_words(markup: str, expected: bool) -> None:
    (block,) = weighed(markup).blocks
    assert is_headline(block, squeeze(TITLE)) is expected


def test_links_and_words_without_marks_weigh_less() -> None:
    plain, linked = (
        weighed(f"<p>{line}</p>").blocks[0].weight
        for line in (LINE, f"{LINE[:50]}<a href='/'>{LINE[50:]}</a>")
    )
    bare = weighed(f"<p>{LINE.replace('.', '')}</p>").blocks[0].weight
    assert 0 < bare < plain
    assert linked < plain
    assert weighed(f"<p><a href='/'>{LINE}</a></p>").blocks[0].weight == 0


NAMES = st.sampled_from(
    "comments related share advert byline caption box article-body figure menu story x".split()
)
TAGS = st.sampled_from("div section article aside p blockquote figure table nav main h2 li".split())
BODIES = st.recursive(
    st.sampled_from([LINE, TEASER, TITLE, "", "Kurz", "市議会は橋を閉鎖した。" * 9]),
    lambda inner: st.tuples(TAGS, NAMES, st.lists(inner, max_size=4)).map(
        lambda made: f"<{made[0]} class='{made[1]}'>{''.join(made[2])}</{made[0]}>"
    ),
    max_leaves=14,
)


@settings(max_examples=100, deadline=None)
@given(BODIES, st.sampled_from(["", TITLE]))
def test_any_page_has_weights_and_zones_within_bounds(body: str, title: str) -> None:
    layout = weighed(body, title)
    whole = sum(block.weight for block in layout.blocks)
    for area in layout.areas:
        assert 0 <= area.weight <= whole * (1 + 1e-9)
        assert area.zones & ~area.inside == 0
        above = layout.areas[area.above].inside if area.above >= 0 else Zone.NONE
        assert area.inside & above & AROUND == above & AROUND
    assert 0 <= find_main(layout, Hints(title=squeeze(title))) < max(len(layout.areas), 1)
