"""Which paragraphs of a page are its article, rule by rule, in several languages."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.drafts import FileFacts
from desktop.ingest.page_text import PageText, find_page_text
from desktop.ingest.pages import parse_page

GERMAN = [
    "Der Rat von Anwil sperrte am Freitag die alte Brücke, nachdem Risse gefunden wurden.",
    "Die Brücke ist hundert Jahre alt und wurde zuletzt vor zwölf Jahren geprüft, hieß es.",
    "„Wir haben keine andere Wahl“, sagte die Bürgermeisterin am Abend vor der Presse.",
    "Wer über den Fluss will, muss nun einen Umweg von neun Kilometern in Kauf nehmen.",
]
FRENCH = [
    "Le conseil d'Anville a fermé vendredi le vieux pont après la découverte de fissures.",
    "Le pont a cent ans et n'avait pas été contrôlé depuis douze ans, selon la mairie.",
    "« Nous n'avons pas le choix », a déclaré la maire devant la presse dans la soirée.",
    "Les habitants doivent maintenant faire un détour de neuf kilomètres pour traverser.",
]
SPANISH = [
    "El consejo de Anvila cerró el viernes el viejo puente tras hallarse grietas en un pilar.",
    "El puente tiene cien años y no se revisaba desde hace doce, según el ayuntamiento.",
    "«No tenemos otra opción», dijo la alcaldesa ante la prensa por la tarde del viernes.",
    "Los vecinos deben dar ahora un rodeo de nueve kilómetros para cruzar al otro lado.",
]
JAPANESE = [
    "市議会は金曜日、柱に亀裂が見つかったため、町の古い橋を閉鎖することを決めたと発表した。",
    "橋は百年前に建てられ、最後の点検は十二年前だったと市の担当者が記者団に説明した。",
    "「ほかに選択肢はありませんでした」と市長は夕方の会見で集まった記者たちに語った。",
    "住民は川を渡るために九キロの回り道をしなければならず、不便を訴える声が出ている。",
]
STORIES = [GERMAN, FRENCH, SPANISH, JAPANESE]
TITLE = "Brücke in Anwil gesperrt"
LEAD = "Neun Kilometer Umweg: Die Brücke bleibt nach dem Fund von Rissen bis zum Herbst zu."

stories = pytest.mark.parametrize("story", STORIES, ids=["de", "fr", "es", "ja"])


def paragraphs(lines: Sequence[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def read(body: str, *, head: str = "", authors: tuple[str, ...] = ()) -> PageText:
    page = parse_page(f"<html><head>{head}</head><body>{body}</body></html>")
    return find_page_text(page, FileFacts(title=TITLE, authors=authors))


def kept(body: str, *, head: str = "", authors: tuple[str, ...] = ()) -> list[str]:
    found = read(body, head=head, authors=authors)
    return [each.text for each in found.paragraphs if each.kept]


def article(inside: str) -> str:
    return f"<main><h1>{TITLE}</h1><div>{inside}</div></main>"


@stories
def test_the_first_and_the_last_paragraph_are_kept(story: list[str]) -> None:
    assert kept(article(paragraphs(story))) == story


@stories
def test_text_before_a_box_and_after_it_is_one_article(story: list[str]) -> None:
    box = '<div class="newsletter-box"><p>Get all news by mail, each morning.</p></div>'
    assert kept(article(paragraphs(story[:3]) + box + paragraphs(story[3:]))) == story


@stories
def test_a_line_in_its_own_box_beside_much_text_is_kept(story: list[str]) -> None:
    inside = "".join(
        f'<div class="x{place}"><p>{line}</p></div>' for place, line in enumerate(story)
    )
    assert kept(article(inside)) == story


@stories
def test_a_list_in_the_text_is_text(story: list[str]) -> None:
    inside = paragraphs(story[:1]) + "<ul><li>" + "<li>".join(story[1:3]) + "</ul>"
    assert kept(article(inside + paragraphs(story[3:]))) == story


@pytest.mark.parametrize(
    "line",
    [
        'Our rules: <a href="/x">How we work and whom we ask.</a>',
        'Zum Nachlesen: <a href="/x">Der Beschluss des Rates in voller Länge.</a>',
        '<a href="/x">Alle Meldungen aus der Region</a>',
        '<a href="/x">Toutes les nouvelles de la région.</a>',
    ],
)
def test_a_label_with_a_link_is_no_text(line: str) -> None:
    assert kept(article(paragraphs([*GERMAN, line]))) == GERMAN


@pytest.mark.parametrize(
    "line",
    [
        'Der Rat sprach von <a href="/x">einem Fall, den es so noch nie gegeben habe</a>.',
        'Sie sagte: „Nein“ und <a href="/x">ging aus dem Saal, ohne sich umzusehen</a>.',
    ],
)
def test_a_sentence_with_a_long_link_is_text(line: str) -> None:
    plain = parse_page(f"<p>{line}</p>").text_content()
    assert kept(article(paragraphs([*GERMAN, line]))) == [*GERMAN, plain]


ANNOUNCED = "Den Beschluss des Rates und den Bericht der Prüfer finden Sie an diesen Stellen:"
LINKS = ["https://anwil.example/beschluss.pdf", "Der Bericht der Prüfer"]


@pytest.mark.parametrize(
    "links",
    [
        "".join(f'<p><a href="/x">{link}</a></p>' for link in LINKS),
        "<ul>" + "".join(f'<li><a href="/x">{link}</a></li>' for link in LINKS) + "</ul>",
    ],
)
def test_links_that_the_text_announces_are_text(links: str) -> None:
    inside = paragraphs([*GERMAN, ANNOUNCED])
    assert kept(article(inside + links)) == [*GERMAN, ANNOUNCED, *LINKS]
    assert kept(article(paragraphs(GERMAN) + links)) == GERMAN


@pytest.mark.parametrize(
    "after",
    [
        '<div class="related"><ul><li><a href="/x">Regen im Tal</a></li></ul></div>',
        '<div class="x2"><h3><a href="/x">Regen im Tal</a></h3></div>',
        '<p>Lesen Sie auch: <a href="/x">Regen im Tal</a></p>',
        '<p class="share">Teilen</p><p><a href="/x">Regen im Tal</a></p>',
    ],
)
def test_other_links_after_a_colon_are_no_text(after: str) -> None:
    told = [*GERMAN, ANNOUNCED]
    assert kept(article(paragraphs(told) + after)) == told


def test_a_list_is_of_one_kind() -> None:
    items = [
        '<a href="/x">Der Bericht</a> der Prüfer mit Bildern',
        '<a href="/x">Der Beschluss</a>',
        '<a href="/x">Eine Karte</a> des Umwegs über den Berg',
    ]
    plain = [parse_page(f"<p>{item}</p>").text_content() for item in items]
    text = paragraphs(GERMAN)
    assert kept(article(text + "<ul><li>" + "<li>".join(items) + "</ul>")) == [*GERMAN, *plain]
    mostly = [items[0], *[items[1]] * 3]
    shown = kept(article(text + "<ul><li>" + "<li>".join(mostly) + "</ul>"))
    assert shown == [*GERMAN, plain[0]]


def test_a_heading_over_nothing_is_no_text() -> None:
    found = read(article(paragraphs(GERMAN) + "<h2>Die Folgen</h2>"))
    assert found.paragraphs[-1].reason == "heading without text"


def test_the_line_with_the_authors_names_is_a_byline() -> None:
    authors = ("Petra Maier", "Uwe Klein")
    body = article(f"<p>Petra Maier, Uwe Klein</p>{paragraphs(GERMAN)}")
    assert kept(body, authors=authors) == GERMAN
    found = read(body, authors=authors)
    assert [each.reason for each in found.paragraphs if "Uwe" in each.text] == ["byline"]


def test_a_sentence_about_the_author_is_text() -> None:
    line = "Petra Maier lebt seit zwölf Jahren in der Stadt und kennt die Brücke gut."
    assert kept(article(paragraphs([*GERMAN, line])), authors=("Petra Maier",)) == [*GERMAN, line]


TEXT = f"<main>{paragraphs(GERMAN)}</main>"


@pytest.mark.parametrize("name", ["description", "og:description", "twitter:description"])
def test_a_line_that_the_page_calls_its_description_leads_the_text(name: str) -> None:
    head = f'<meta property="{name}" content="{LEAD}">'
    body = f'<h1>{TITLE}</h1><div class="top meta"><p>{LEAD}</p></div>{TEXT}'
    assert kept(body, head=head) == [LEAD, *GERMAN]


@pytest.mark.parametrize("names", ["menu", "comments", "cookie-banner", "site-footer"])
def test_a_line_of_a_menu_or_the_like_never_leads_the_text(names: str) -> None:
    head = f'<meta name="description" content="{LEAD}">'
    body = f'<h1>{TITLE}</h1><div class="{names}"><p>{LEAD}</p></div>{TEXT}'
    assert kept(body, head=head) == GERMAN


@pytest.mark.parametrize("line", ["Anwil", "Berlin.", "Wirtschaft", "12 Bilder"])
def test_a_short_line_before_the_text_is_none_of_it(line: str) -> None:
    assert kept(article(paragraphs([line, *GERMAN]))) == GERMAN


def test_a_short_sentence_before_the_text_is_text() -> None:
    assert kept(article(paragraphs(["Das war knapp!", *GERMAN]))) == ["Das war knapp!", *GERMAN]


@pytest.mark.parametrize(
    "frame",
    ['<div class="article-body widget">{}</div>', '<section class="promo">{}</section>',
     '<div class="share-tools"><article>{}</article></div>', '<form id="page-form">{}</form>',
     "<table><tr><td>{}</td></tr></table>", '<div class="sidebar-layout comments-open">{}</div>'],
)  # fmt: skip
@stories
def test_a_frame_of_headline_and_text_says_nothing_by_its_name(
    frame: str, story: list[str]
) -> None:
    assert kept(frame.format(f"<h1>{TITLE}</h1>{paragraphs(story)}")) == story


def test_small_print_in_cells_is_a_table_and_text_in_cells_is_text() -> None:
    cells = "<table><tr><td>Baujahr</td><td>1924</td></tr></table>"
    found = read(article(paragraphs(GERMAN) + cells))
    assert [each.reason for each in found.paragraphs if each.text == "Baujahr"] == ["table"]


def test_a_stated_text_does_not_outvote_most_of_what_is_shown() -> None:
    data = json.dumps({"articleBody": "Ein ganz anderer Text über etwas anderes. " * 9})
    head = f'<script type="application/ld+json">{data}</script>'
    assert kept(article(paragraphs(GERMAN)), head=head) == GERMAN


def test_a_page_of_one_short_line_is_that_line() -> None:
    assert kept('<div class="menu"><p>Die Brücke ist zu.</p></div>') == ["Die Brücke ist zu."]
    assert kept("") == []


BOXES = st.sampled_from(
    ['<div class="related"><a href="/x">Regen im Tal</a></div>', "<p>Anzeige</p>",
     '<figure><img><figcaption>Die Brücke.</figcaption></figure>', '<p class="byline">Von Uwe</p>',
     '<aside><p>Brücken werden seit 1951 alle sechs Jahre geprüft.</p></aside>',
     "<p>Foto: Petra Maier</p>", '<div role="tooltip">trap</div>', "<p>Teilen</p>"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(STORIES), st.lists(st.tuples(st.integers(0, 4), BOXES), max_size=5))
def test_boxes_anywhere_in_a_text_take_nothing_from_it(
    story: list[str], boxes: list[tuple[int, str]]
) -> None:
    parts = [f"<p>{line}</p>" for line in story]
    for place, box in boxes:
        parts.insert(place, box)
    assert kept(article("".join(parts))) == story
