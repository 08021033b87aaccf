"""What style sheets hide and what is put into a line: neither is text, whatever the page."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.html import read_html
from desktop.ingest.page_hidden import find_hiding, is_hidden, is_tip
from desktop.ingest.pages import parse_page

LINES = [
    "The council of Anville closed the old bridge on Friday after cracks were found in a pillar.",
    "Der Rat sperrte die alte Brücke am Freitag, nachdem Risse in einem Pfeiler gefunden wurden.",
    "Le conseil a fermé le vieux pont vendredi, après la découverte de fissures dans un pilier.",
]


def hiding(rules: str, attributes: str = "") -> frozenset[str]:
    page = f"<html><head><style {attributes}>{rules}</style></head><body><p>x</p></body></html>"
    return find_hiding(parse_page(page))


def text(inside: str, rules: str = "") -> str:
    """Return the text of a page that has one more part between two of its paragraphs."""
    head = f"<title>Bridge closed</title><style>{rules}</style>"
    body = f"<h1>Bridge closed</h1><p>{LINES[0]}</p>{inside}<p>{LINES[2]}</p>"
    page = f"<html><head>{head}</head><body><article>{body}</article></body></html>"
    return read_html(page.encode())[0].text


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (".a { display: none }", {".a"}),
        ("#a{DISPLAY:NONE!important}", {"#a"}),
        ("p.a, .b ,#c{color:red;visibility : hidden;}", {"p.a", ".b", "#c"}),
        ("/* .a{display:none} */ .b{display:none}", {".b"}),
        (".a{display:none} .a{display:block}", set[str]()),
        (".a{display:block} .a{display:none}", {".a"}),
        (".a{display:none} .a{color:red}", {".a"}),
        ("@import 'x.css'; .a{display:none}", {".a"}),
        ("@media print{.a{display:none}} .b{display:none}", {".b"}),
        ("@supports (x:y){@media all{.a{display:none}}} .b{display:none}", {".b"}),
        (".a .b{display:none} .a>.c{display:none} .d:hover{display:none}", set[str]()),
        ("div{display:none} *{display:none} [x]{display:none}", set[str]()),
        (".a{overflow:hidden;opacity:0}", set[str]()),
        (".a{display:none", set[str]()),
        ("}} .a{display:none}", {".a"}),
        ("/* never closed .a{display:none}", set[str]()),
        ("", set[str]()),
    ],
)
def test_rules_with_simple_selectors_that_hold_in_any_window_hide(
    rules: str, expected: set[str]
) -> None:
    assert hiding(rules) == expected


@pytest.mark.parametrize("attributes", ['media="print"', 'media="(max-width: 60em)"'])
def test_a_sheet_for_other_media_hides_nothing(attributes: str) -> None:
    assert hiding(".a{display:none}", 'media="Screen"') == {".a"}
    assert hiding(".a{display:none}", attributes) == frozenset()


def test_a_sheet_for_windows_without_scripts_hides_nothing() -> None:
    page = "<body><noscript><style>.a{display:none}</style></noscript><p>x</p></body>"
    assert find_hiding(parse_page(page)) == frozenset()


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<p class="x a">', True),
        ('<div id="b">', True),
        ('<span class="c">', True),
        ('<p class="c">', False),
        ('<p class="ab" id="a">', False),
        ('<p class="a md:block">', False),
        ('<p class="a d-lg-flex">', False),
        ("<p>", False),
    ],
)
def test_a_hidden_element_is_known_by_its_names(markup: str, expected: bool) -> None:
    element = next(parse_page(f"<main>{markup}x</main>").iter("p", "div", "span"))
    assert is_hidden(element, frozenset({".a", "#b", "span.c"})) is expected
    assert not is_hidden(element, frozenset())


@pytest.mark.parametrize(
    "names",
    ["tooltip-text", "tooltiptext", "c-tooltip__content", "glossaryTooltipBox", "popover-body",
     "hovercard", "roll-over-people-block", "flyout_panel", "sr-only", "visually-hidden",
     "screen-reader-text"],
)  # fmt: skip
def test_boxes_over_a_word_are_named_so(names: str) -> None:
    inside = f'<p>{LINES[1]} <a href="/x">Anville<span class="{names}">trap</span></a> too.</p>'
    assert text(inside) == f"{LINES[0]}\n\n{LINES[1]} Anville too.\n\n{LINES[2]}"


@pytest.mark.parametrize("names", ["tooltip-link", "has-tooltip", "tooltip", "popover-trigger"])
def test_words_that_have_such_a_box_are_text(names: str) -> None:
    inside = f'<p>{LINES[1]} <span class="{names}" title="trap">Anville</span> too.</p>'
    assert f"{LINES[1]} Anville too." in text(inside)
    assert not is_tip("has-tooltip")


@pytest.mark.parametrize(
    "part",
    [
        '<span role="tooltip">trap</span>',
        '<span class="gone">trap <b>deep</b></span>',
        '<em id="gone">trap</em>',
        '<span style="position:absolute;clip:rect(0 0 0 0);width:1px">trap</span>',
        '<span style="clip-path: inset(50%)">trap</span>',
        '<sup><a href="#n1">1</a></sup>',
        '<a href="/page#fn"><sup>[12]</sup></a>',
        '<sup class="n"><a href="#cite"><span>[</span>a<span>]</span></a></sup>',
        '<a href="/x" target="_blank"><span>(opens in a new tab)</span></a>',
        "<span>, opens new tab</span>",
        "<span>(öffnet im neuen Fenster)</span>",
        "<span>(externer Link, öffnet neues Fenster)</span>",
        "<span>Lien externe, ouvre un nouvel onglet</span>",
        "<span>(s’ouvre dans une nouvelle fenêtre)</span>",
        "<span>(se abre en una ventana nueva)</span>",
        "<span>(si apre in una nuova finestra)</span>",
        "<span>(abre em nova aba)</span>",
        "<span>(opent in nieuw venster)</span>",
        "<span>(öppnas i ny flik)</span>",
        "<span>(otwiera się w nowym oknie)</span>",
        "<span>(откроется в новой вкладке)</span>",
    ],
)
def test_what_is_put_into_a_line_is_no_text_and_takes_nothing_away(part: str) -> None:
    words, rest = LINES[1].split(", ")
    inside = f"<p>{words}{part}, {rest}</p>"
    assert text(inside, ".gone, #gone {display: none}") == "\n\n".join(LINES)


@pytest.mark.parametrize(
    "part",
    [
        '<a href="/x">opens the old window of the town hall to everybody who comes by</a>',
        "<span>The shop opens a new tab</span>",
        '<sup><a href="/x">The mayor</a></sup>',
        '<a href="#n1">1</a>',
        "<sup>2</sup>",
    ],
)
def test_like_words_of_a_sentence_are_text(part: str) -> None:
    words = parse_page(f"<p>{part}</p>").text_content()
    assert f"{LINES[1]} {words} is there." in text(f"<p>{LINES[1]} {part} is there.</p>")


@pytest.mark.parametrize("tag", ["div", "section", "ul", "blockquote"])
def test_a_part_that_a_sheet_hides_is_no_text_and_in_no_receipt(tag: str) -> None:
    inside = f'<{tag} class="more gone"><p>trap {LINES[1]}</p></{tag}>'
    page = f"<style>.gone{{display:none}}</style><main><p>{LINES[0]}</p>{inside}</main>"
    (draft,) = read_html(page.encode())
    assert draft.text == LINES[0]
    assert not any("trap" in each.text for each in draft.paragraphs)


def test_what_a_server_sends_late_is_read_where_it_stands() -> None:
    page = (
        '<body><main><template id="B:0"></template></main>'
        f'<div hidden id="S:0"><article><p>{LINES[0]}</p><p>{LINES[1]}</p></article></div>'
        f'<div hidden id="menu"><p>{LINES[2]}</p></div></body>'
    )
    (draft,) = read_html(page.encode())
    assert draft.text == "\n\n".join(LINES[:2])


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="{};:.#@/*, adisplyvbtnoe\n", max_size=200))
def test_any_sheet_is_read_and_hides_only_simple_selectors(rules: str) -> None:
    for selector in hiding(rules.replace("<", "")):
        assert selector.count(".") + selector.count("#") == 1
        assert not set(selector) & set(" {},;:")


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(["a", "b", "c"]), unique=True), st.permutations(["a", "b", "c"]))
def test_exactly_the_hidden_paragraphs_are_left_out(gone: list[str], order: list[str]) -> None:
    lines = dict(zip("abc", LINES, strict=True))
    rules = "".join(f".{name}{{display:none}}" for name in gone)
    shown = "".join(f'<p class="{name}">{lines[name]}</p>' for name in order)
    page = f"<style>{rules}</style><main><p>{'Words of the day. ' * 9}</p>{shown}</main>"
    (draft,) = read_html(page.encode())
    assert [line for line in LINES if line in draft.text] == [
        line for name, line in lines.items() if name not in gone
    ]


@pytest.mark.parametrize(
    "rules",
    ["{" * 300_000, "/*" * 200_000, "a" * 500_000, ".a{display:none}" * 30_000,
     ",".join([".a"] * 150_000) + "{display:none}", "@media x{" * 50_000],
    ids=["braces", "comments", "no rule", "many rules", "many selectors", "deep rules"],
)  # fmt: skip
def test_a_sheet_made_to_take_long_is_read_in_no_time(rules: str) -> None:
    started = time.process_time()
    hiding(rules)
    assert time.process_time() - started < 2
