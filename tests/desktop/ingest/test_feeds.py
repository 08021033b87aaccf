"""Feeds of every kind give an article an entry, with its fullest text and what it states."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.drafts import FileFacts
from desktop.ingest.feeds import read_feed
from desktop.ingest.readers import read_data
from tests.desktop.ingest.made_files import FIRST, SECOND, TITLE, only, paragraphs, refusal

HTML = f"&lt;p&gt;{FIRST}&lt;/p&gt;&lt;script&gt;trap()&lt;/script&gt;&lt;p&gt;{SECOND}&lt;/p&gt;"
ITEM = (
    f"<item><title>{TITLE}</title><link>https://example.org/storm</link>"
    "<pubDate>Sat, 02 Nov 2024 10:00:00 +0530</pubDate><author>desk@example.org (Ann Lee)</author>"
    f"<category>Weather</category><description>{HTML}</description></item>"
)
RSS = (
    '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
    f"<title>The Daily Test</title><language>en-GB</language>{ITEM}</channel></rss>"
)
ENTRY = (
    f"<entry><title>{TITLE}</title><link href='https://example.org/storm'/><id>urn:x:1</id>"
    "<published>2024-11-02T10:00:00Z</published><updated>2024-11-03T08:00:00Z</updated>"
    "<author><name>Ann Lee</name></author><author><name>Bob Ray</name></author>"
    f"<content type='html'>{HTML}</content><summary>Short.</summary></entry>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Daily Test</title><id>urn:x</id>'
    f"{ENTRY}</feed>"
)
RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://purl.org/rss/1.0/">'
    "<channel><title>The Daily Test</title></channel>"
    f"<item><title>{TITLE}</title><link>https://example.org/storm</link><dc:creator>Ann Lee"
    f"</dc:creator><dc:date>2024-11-02T10:00:00Z</dc:date><description>{HTML}</description></item>"
    "</rdf:RDF>"
)
OLD = RSS.replace('version="2.0"', 'version="0.91"').replace(
    "?>",
    '?><!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss-0.91.dtd">',
)


@pytest.mark.parametrize("feed", [RSS, ATOM, RDF, OLD], ids=["RSS 2", "Atom", "RSS 1", "RSS 0.91"])
def test_an_entry_is_an_article(feed: str) -> None:
    reading = read_feed(feed.encode())
    draft = only(reading)
    assert paragraphs(draft) == [FIRST, SECOND]
    assert draft.format == "feed"
    assert (draft.facts.title, draft.facts.outlet) == (TITLE, "The Daily Test")
    assert draft.facts.url == "https://example.org/storm"
    assert draft.facts.published.startswith("2024-11-02T10:00")
    assert draft.facts.authors[0] == "Ann Lee"
    assert reading.remarks == ()


def test_an_entry_states_all_that_it_says() -> None:
    assert only(read_feed(RSS.encode())).facts == FileFacts(
        title=TITLE,
        outlet="The Daily Test",
        authors=("Ann Lee",),
        published="2024-11-02T10:00+05:30",
        url="https://example.org/storm",
        language="en",
        section="Weather",
    )
    draft = only(read_feed(ATOM.encode()))
    assert draft.facts.authors == ("Ann Lee", "Bob Ray")
    assert draft.facts.updated == "2024-11-03T08:00+00:00"
    assert {(one.field, one.value) for one in draft.statements} >= {
        ("published", "2024-11-02T10:00+00:00"),
        ("updated", "2024-11-03T08:00+00:00"),
        ("authors", "Ann Lee; Bob Ray"),
    }


def test_the_fullest_text_of_an_entry_is_taken() -> None:
    both = RSS.replace(
        f"<description>{HTML}</description>",
        f"<description>Short.</description><content:encoded><![CDATA[<p>{FIRST}</p>]]>"
        "</content:encoded>",
    )
    assert paragraphs(only(read_feed(both.encode()))) == [FIRST]


def test_an_entry_of_another_feed_is_of_that_ones_outlet() -> None:
    source = "<source><title>The Evening Test</title></source></entry>"
    feed = ATOM.replace("</entry>", source)
    assert only(read_feed(feed.encode())).facts.outlet == "The Evening Test"


def test_entries_without_a_text_are_left_out_and_counted() -> None:
    empty = "<item><title>Only a title</title></item>"
    reading = read_feed(RSS.replace(ITEM, ITEM + empty * 2).encode())
    assert len(reading.drafts) == 1
    assert [remark.message for remark in reading.remarks] == [
        "2 entries had no text and were left out."
    ]
    assert refusal(read_feed, RSS.replace(ITEM, empty).encode()).code == "no-article"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251", "koi8-r"])
def test_a_feed_is_read_in_the_encoding_that_it_declares(encoding: str) -> None:
    text = "Мэр закрыл старый мост через реку."
    feed = RSS.replace("utf-8", encoding).replace(HTML, text)
    reading = read_feed(feed.encode(encoding))
    assert paragraphs(only(reading)) == [text]
    assert reading.remarks == ()


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY x "ha ha"><!ENTITY y "&x;&x;&x;">]>',
        '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>',
        '<?xml-stylesheet type="text/xsl" href="http://127.0.0.1:9/x"?>',
    ],
)
def test_nothing_that_a_feed_defines_or_refers_to_reaches_a_text(head: str) -> None:
    feed = RSS.replace("?>", f"?>{head}", 1).replace("Weather", "&x;&y;")
    reading = read_data(feed.encode(), "a.xml")
    draft = only(reading)
    assert paragraphs(draft) == [FIRST, SECOND]
    assert "root:" not in repr(draft)
    assert "ha ha" not in repr(draft)


@pytest.mark.parametrize(
    "feed",
    [
        RSS.replace("The Daily", "Fish & chips, the Daily"),
        RSS.replace("<channel>", "<channel>\x01\x0b"),
        f"\n\n  {RSS}",
        RSS.removesuffix("</channel></rss>"),
        RSS.replace("</item>", ""),
    ],
)
def test_a_feed_that_is_not_well_formed_is_read(feed: str) -> None:
    assert FIRST in only(read_feed(feed.encode())).text


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(RSS)), st.binary(max_size=30), st.booleans())
def test_any_feed_is_read_or_refused(at: int, junk: bytes, cut: bool) -> None:
    data = RSS.encode()
    rest = b"" if cut else data[at + len(junk) :]
    reading = read_data(data[:at] + junk + rest, "a.xml")
    assert bool(reading.drafts) != bool(reading.problem)


@pytest.mark.parametrize(
    "reference",
    ["&#x110000;", "&#xD800;", "&#55357;", "&#1114112", f"&#{'9' * 5000};", f"&#x{'f' * 5000};"],
)
@pytest.mark.parametrize("feed", [RSS, ATOM], ids=["RSS 2", "Atom"])
def test_a_reference_to_no_character_spoils_no_feed(feed: str, reference: str) -> None:
    for told in (feed, feed.replace("</title>", "</title><broken>")):
        found = read_feed(told.replace(FIRST, f"{reference} {FIRST}").encode())
        assert paragraphs(only(found)) == [f"\ufffd {FIRST}", SECOND]


@pytest.mark.parametrize(
    ("reference", "letter"),
    [("&#233;", "é"), ("&#x5e02;", "市"), ("&#X1F30A;", "🌊"), (f"&#{'0' * 5000}233;", "é")],
)
def test_a_reference_to_a_character_is_that_character(reference: str, letter: str) -> None:
    found = read_feed(RSS.replace(FIRST, f"{reference} {FIRST}").encode())
    assert paragraphs(only(found))[0] == f"{letter} {FIRST}"
