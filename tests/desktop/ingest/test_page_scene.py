"""Where an article stands in its page, and what stands beside it."""

from __future__ import annotations

import time

import pytest

from desktop.ingest.page_article import find_reasons
from desktop.ingest.page_blocks import Block, Layout, find_layout
from desktop.ingest.page_main import find_main, is_headline, weigh
from desktop.ingest.page_scene import Scene
from desktop.ingest.page_witness import Hints, squeeze
from desktop.ingest.pages import parse_page

LINE = "Rada města uzavřela v pátek starý most poté, co byly v jednom pilíři nalezeny trhliny. "
OTHER = "Gradsko vijeće zatvorilo je u petak stari most nakon što su nađene pukotine u stupu. "
TITLE = squeeze("Starý most je uzavřen")


def scene(body: str, hints: Hints | None = None) -> Scene:
    layout = find_layout(parse_page(f"<html><body>{body}</body></html>"))
    given = hints or Hints(title=TITLE)
    weigh(layout, given.title)
    return Scene(layout, given, is_fragment=False)


def block(found: Scene, words: str) -> Block:
    return next(each for each in found.layout.blocks if words in each.text)


def main_tag(body: str, hints: Hints | None = None) -> str:
    found = scene(body, hints)
    return found.layout.areas[found.main].tag


@pytest.mark.parametrize("tag", ["article", "main", "section", "div"])
def test_the_smallest_area_with_most_of_the_text_is_the_article(tag: str) -> None:
    inside = "".join(f"<p>{LINE * 2}</p>" for _ in range(4))
    assert main_tag(f"<div><p>{OTHER}</p><{tag}>{inside}</{tag}></div>") == tag


def test_comments_are_no_article_however_long_they_are() -> None:
    comments = f'<section class="comments">{f"<p>{OTHER}</p>" * 20}</section>'
    assert main_tag(f"<article>{f'<p>{LINE}</p>' * 3}</article>{comments}") == "article"


def test_what_the_page_states_as_its_text_decides_between_two_areas() -> None:
    body = f"<section>{f'<p>{OTHER}</p>' * 3}</section><article>{f'<p>{LINE}</p>' * 4}</article>"
    witness = Hints(witness=squeeze(LINE * 4))
    assert main_tag(f"<div>{body}</div>") == "div"
    assert main_tag(f"<div>{body}</div>", witness) == "article"


def test_a_page_without_text_has_its_whole_as_article() -> None:
    layout = Layout()
    weigh(layout, "")
    assert find_reasons(layout, Hints()) == []
    empty = find_layout(parse_page("<body><p>x</p></body>"))
    weigh(empty, "")
    assert find_main(empty, Hints()) == 0


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("h1", "Anything", True),
        ("div", "Starý most je uzavřen", True),
        ("h2", "„Starý most – je uzavřen“", True),
        ("h2", "Starý most", False),
        ("p", "Starý most je uzavřen od pátku", False),
    ],
)
def test_a_headline_is_the_page_s_title_or_its_first_heading(
    tag: str, text: str, expected: bool
) -> None:
    assert is_headline(Block(text, 0, tag, letters=len(text)), TITLE) is expected


def test_text_flows_in_the_areas_that_hold_much_of_it() -> None:
    body = f"<main>{f'<p>{LINE}</p>' * 6}<ul><li>Most</ul><div><p>{OTHER}</p></div></main>"
    found = scene(body)
    assert found.in_flow(block(found, "Rada"))
    assert found.in_flow(block(found, "Most"))
    assert not found.in_flow(block(found, "Gradsko"))


def test_a_line_with_a_picture_belongs_to_it_and_a_paragraph_does_not() -> None:
    picture = '<div><img src="x"><div>Most v zimě</div></div>'
    found = scene(f"<main>{f'<p>{LINE}</p>' * 6}{picture}<p><img>{OTHER * 5}</p></main>")
    assert found.picture(block(found, "v zimě")) >= 0
    assert found.picture(block(found, "Gradsko")) == -1
    assert found.picture(block(found, "Rada")) == -1


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Jana Malá", True), ("Jana Malá, Ivo Horák", True), ("Text: Jana Malá", True),
     ("Jana Malá bydlí ve městě už dvanáct let", False), ("Redakce", False)],
)  # fmt: skip
def test_a_line_of_names_is_the_authors_line(line: str, expected: bool) -> None:
    names = tuple(squeeze(name) for name in ("Jana Malá", "Ivo Horák"))
    found = scene(f"<main><p>{line}</p>{f'<p>{LINE}</p>' * 3}</main>", Hints(authors=names))
    assert found.is_author(block(found, line)) is expected


@pytest.mark.parametrize(
    "markup",
    [
        "<sup><a href='#x'>1</a></sup>" * 20_000,
        "<sup><a href='#x'>" * 20_000,
        "<span class='tooltip'>" * 20_000,
        "<ul>" + "<li><a href='#'>Most je uzavřen</a>" * 20_000 + "</ul>",
        f"<p>{LINE}:</p>" + "<p><a href='#'>Most</a></p>" * 20_000,
    ],
    ids=["marks", "deep marks", "deep tips", "long list", "many links"],
)
def test_parts_made_to_take_long_are_read_in_no_time(markup: str) -> None:
    started = time.process_time()
    found = scene(f"<main><p>{LINE}</p>{markup}</main>")
    find_reasons(found.layout, found.hints)
    assert time.process_time() - started < 4
