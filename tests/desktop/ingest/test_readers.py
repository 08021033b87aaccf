"""The readers: the article arrives, what stands around it does not, and facts are found."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.drafts import ArticleDraft, FileFacts, UnreadableFileError
from desktop.ingest.html import read_html
from desktop.ingest.mail import read_mail
from desktop.ingest.markdown import read_markdown, to_plain_text
from desktop.ingest.readers import read_file
from desktop.ingest.records import read_records

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<title>Storm hits coast - Daily Test</title>
<meta property="og:site_name" content="Daily Test">
<link rel="canonical" href="https://example.org/storm">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
 {"@type": "WebSite", "name": "Other"},
 {"@type": "NewsArticle", "headline": "Storm hits coast",
  "datePublished": "2024-11-02T10:00:00+02:00",
  "author": [{"name": "Ann Lee"}, {"name": "Bob Ray"}]}]}</script></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Storm hits coast</h1>
<p>A storm hit the coast on Friday and tore the roof from a school in Anville, the mayor said.
Nobody was hurt, she told reporters at the town hall.</p>
<p style="display: none">secret trap</p><p hidden>second trap</p>
<template><p>third trap</p></template>
<p>The storm was the strongest in ten years, the weather service said in a statement on Saturday
morning, and more rain is expected before the week is over.</p></article>
<script>var evil = "fourth trap";</script><style>.x { color: red }</style></body></html>"""


def only(drafts: tuple[ArticleDraft, ...]) -> ArticleDraft:
    assert len(drafts) == 1
    return drafts[0]


def test_the_samples_are_read_letter_for_letter() -> None:
    folder = Path(str(resources.files("seeds")))
    paths = sorted(folder.glob("*.txt"))
    assert len(paths) == 5
    for path in paths:
        assert only(read_file(str(path)).drafts).text == path.read_bytes().decode("utf-8")


def test_a_page_gives_its_article_and_nothing_hidden() -> None:
    draft = only(read_html(PAGE.encode()))
    assert "tore the roof" in draft.text
    assert "more rain is expected" in draft.text
    assert "trap" not in draft.text
    assert "color" not in draft.text
    assert draft.format == "html"


def test_a_page_states_its_facts_in_markup() -> None:
    assert only(read_html(PAGE.encode())).facts == FileFacts(
        title="Storm hits coast",
        outlet="Daily Test",
        authors=("Ann Lee", "Bob Ray"),
        published="2024-11-02T10:00+02:00",
        url="https://example.org/storm",
        language="en",
    )


def test_a_page_without_structured_data_states_facts_in_meta_tags_and_time() -> None:
    page = """<html><head><title>T</title><meta name="author" content="By Ann Lee"></head><body>
    <h1>Old bridge closed</h1><time datetime="2024-11-02">Saturday</time>
    <p>The old bridge is closed.</p></body></html>"""
    facts = only(read_html(page.encode())).facts
    assert (facts.title, facts.authors, facts.published) == (
        "Old bridge closed",
        ("Ann Lee",),
        "2024-11-02",
    )


def test_a_page_in_its_declared_encoding_is_no_guess() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>Слово и дело</p></body></html>'
    draft = only(read_html(page.encode("cp1251")))
    assert "Слово и дело" in draft.text
    assert draft.doubts == ()


@pytest.mark.parametrize("data", [b"<html></html>", b"<!-- x -->", b"<script>words here</script>"])
def test_a_page_without_an_article_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        read_html(data)


def test_a_page_keeps_the_joiners_that_its_letters_need() -> None:
    words = "ساکنان محله قدیمی می\u200cگویند نظر آن\u200cها باز هم شنیده نشد."
    page = (
        f"<html><body><article><h1>T</h1><p>{words}</p><p>{words * 4}</p></article></body></html>"
    )
    text = only(read_html(page.encode())).text
    assert text.split("\n\n")[-2:] == [words, words * 4]


def test_deep_pages_are_read_to_the_bottom() -> None:
    page = "<html><body>" + "<div>" * 1000 + "<p>The bottom of the page.</p>"
    assert "The bottom" in only(read_html(page.encode())).text


def test_markdown_becomes_plain_paragraphs_and_front_matter_facts() -> None:
    data = (
        b'---\ntitle: "Storm: the facts"\ndate: 2024-11-02\nauthors:\n  - Ann Lee\n  - Bob Ray\n'
        b"source: Daily Test\n---\n# Storm\n\nSome *loud*\nwords, [here](http://x.org).\n\n- one\n"
    )
    draft = only(read_markdown(data))
    assert draft.text == "Storm\n\nSome loud words, here.\n\n- one\n"
    assert draft.facts == FileFacts(
        title="Storm: the facts",
        outlet="Daily Test",
        authors=("Ann Lee", "Bob Ray"),
        published="2024-11-02",
    )


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_markdown_becomes_text_without_tokens(markdown: str) -> None:
    assert isinstance(to_plain_text(markdown), str)


def test_a_mail_gives_its_body_and_its_header_as_facts() -> None:
    data = (
        b"From: Ann Lee <ann@example.org>\r\nSubject: =?utf-8?q?Storm_hits_c=C3=B4te?=\r\n"
        b"Date: Sat, 02 Nov 2024 10:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        b"The storm came at night.\r\n"
    )
    draft = only(read_mail(data))
    assert draft.text == "The storm came at night.\n"
    assert draft.facts == FileFacts(
        title="Storm hits côte", authors=("Ann Lee",), published="2024-11-02T10:00+01:00"
    )


def test_records_come_as_lines_or_a_list_and_bad_ones_are_left_out() -> None:
    good = {"title": "T", "text": "Some words.", "outlet": "O", "published": "2024-11-02"}
    lines = "\n".join([json.dumps(good), "{broken", json.dumps({"title": "no text"})])
    reading = read_records(lines.encode())
    draft = only(reading.drafts)
    assert draft.facts == FileFacts(title="T", outlet="O", published="2024-11-02")
    assert [remark.code for remark in reading.remarks] == ["left-out"]
    other = {"text": "Other words."}
    assert len(read_records(json.dumps([good, good, other]).encode()).drafts) == 2


def test_a_record_with_a_number_of_any_length_is_read() -> None:
    data = '{"text": "Some words.", "views": ' + "9" * 6000 + "}"
    assert only(read_records(data.encode()).drafts).text == "Some words."


def test_records_without_any_text_are_refused() -> None:
    with pytest.raises(UnreadableFileError):
        read_records(b'{"title": "only"}')
    with pytest.raises(UnreadableFileError):
        read_records(b"[" * 100_000)
