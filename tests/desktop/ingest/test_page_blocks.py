"""The paragraphs of a page: what parts them, where they stand and how much of them is links."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.page_blocks import Block, Layout, find_layout
from desktop.ingest.page_words import Zone
from desktop.ingest.pages import parse_page

LONG = "Der Rat der Stadt sperrte die alte Brücke am Freitag wegen der Risse in einem Pfeiler."


def layout(markup: str) -> Layout:
    return find_layout(parse_page(f"<html><body>{markup}</body></html>"))


def lines(markup: str) -> list[str]:
    return [block.text for block in layout(markup).blocks]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
        ("One.<div>Two.</div>Three.", ["One.", "Two.", "Three."]),
        ("<p>One <b>and</b> <i>a\n half</i>.</p>", ["One and a half."]),
        ("<ul><li>Un<li>Deux</ul>", ["Un", "Deux"]),
        ("<dl><dt>Was<dd>Eine Brücke</dl>", ["Was", "Eine Brücke"]),
        ("<table><tr><td>a</td><th>b</th></tr></table>", ["a", "b"]),
        ("<blockquote>Dijo que sí.<p>Y no.</p></blockquote>", ["Dijo que sí.", "Y no."]),
        ("<p>One<br>and a half</p>", ["One and a half"]),
        ("<p>One.<br><br>Two.<br> <br>Three.</p>", ["One.", "Two.", "Three."]),
        (f"{LONG}<br>Dann kam Regen.", [LONG, "Dann kam Regen."]),
        (f"{LONG[:-1]},<br>dann kam Regen.", [f"{LONG[:-1]}, dann kam Regen."]),
        (f"„{LONG}“<br>Ada Brown", [f"„{LONG}“ Ada Brown"]),
        ("<p> \n </p><div><br></div>", []),
        ("<x-story><x-line>One</x-line> <x-line>line.</x-line></x-story>", ["One line."]),
        ("<p>Before<script>trap()</script> and after.</p>", ["Before and after."]),
        ("<p>Before<button>trap</button> and after.</p>", ["Before and after."]),
    ],
)
def test_elements_and_empty_lines_part_paragraphs(markup: str, expected: list[str]) -> None:
    assert lines(markup) == expected


def test_a_paragraph_knows_how_much_of_it_is_links() -> None:
    (block,) = layout('<p>See <a href="/a">the old bridge</a>.</p>').blocks
    assert (block.links, block.linked) == (1, len("theoldbridge"))
    assert block.link_share == pytest.approx(12 / 16)
    whole, none = layout('<p><a href="/a">Alles <b>hier</b></a></p><p>Nichts.</p>').blocks
    assert (whole.link_share, none.link_share) == (1.0, 0.0)


def test_links_of_a_run_are_shared_out_to_the_paragraphs_that_it_makes() -> None:
    blocks = layout(f'<p>{LONG}<br><br><a href="/a">{LONG}</a></p>').blocks
    assert [block.text for block in blocks] == [LONG, LONG]
    assert all(0.4 < block.link_share < 0.6 for block in blocks)


def test_an_area_stands_after_the_one_that_holds_it() -> None:
    found = layout("<main><section><p>One.</p></section><p>Two.</p></main>")
    first, second = found.blocks
    tags = [
        [found.areas[area].tag for area in found.chain(block.area)] for block in (first, second)
    ]
    assert tags == [["p", "section", "main", "body", "html"], ["p", "main", "body", "html"]]
    assert all(area.above < place for place, area in enumerate(found.areas))


@pytest.mark.parametrize(
    ("markup", "zone"),
    [
        ("<nav>Inicio</nav>", Zone.MENU),
        ("<footer>Impressum</footer>", Zone.FOOTER),
        ("<aside>Zum Thema</aside>", Zone.ASIDE),
        ("<form>Suche</form>", Zone.FORM),
        ("<address>Par Anne</address>", Zone.BYLINE),
        ("<figcaption>Le pont</figcaption>", Zone.CAPTION),
        ('<div class="share-bar">Partager</div>', Zone.SHARE),
        ('<div data-testid="article-body">Texte</div>', Zone.BODY),
        ('<div itemprop="author">Anne</div>', Zone.BYLINE),
        ('<div role="navigation">Menü</div>', Zone.MENU),
    ],
)
def test_the_name_of_an_area_says_what_it_is_for(markup: str, zone: int) -> None:
    found = layout(markup)
    assert found.areas[found.blocks[0].area].zones & zone


def test_pictures_are_counted_where_they_stand() -> None:
    found = layout('<figure><img src="x"><video></video></figure><p>One.<img></p>')
    pictures = {area.tag: area.pictures for area in found.areas}
    assert (pictures["figure"], pictures["p"], pictures["body"]) == (2, 1, 0)


@pytest.mark.parametrize(
    ("tag", "letters", "expected"),
    [("h2", 50, True), ("h2", 200, False), ("h1", 200, True), ("p", 50, False)],
)
def test_a_long_heading_is_a_paragraph_written_as_one(
    tag: str, letters: int, expected: bool
) -> None:
    assert Block("x" * letters, 0, tag, letters=letters).is_heading is expected


WORDS = st.text(alphabet="abcßéяあ،. ", min_size=1, max_size=12)
PIECES = st.one_of(
    WORDS,
    st.sampled_from(["<p>", "</p>", "<div>", "</div>", "<a href=x>", "</a>", "<b>", "</b>", "<br>",
                     "<li>", "<h2>", "</h2>", "<span>", "</span>", "<table>", "<td>", "</table>"]),
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=30))
def test_no_letter_of_a_page_is_lost_or_moved(pieces: list[str]) -> None:
    root = parse_page(f"<html><body>x{''.join(pieces)}</body></html>")
    found = find_layout(root)
    shown = "".join("".join(block.text for block in found.blocks).split())
    assert shown == "".join(root.text_content().split())
    assert all(0 <= block.link_share <= 1.1 for block in found.blocks)
    assert all(0 <= block.area < len(found.areas) for block in found.blocks)
