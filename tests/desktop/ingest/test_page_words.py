"""What the names of a page's parts say, and the text that pages state for machines."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ingest.page_witness import find_witness, squeeze
from desktop.ingest.page_words import Zone, zones_of
from desktop.ingest.pages import parse_page

BODY = "A storm hit the coast near Anville on Friday and tore the roof from a school. " * 5


@pytest.mark.parametrize(
    ("names", "zone"),
    [
        ("c-article__relatedLinks", Zone.RELATED),
        ("comments-area", Zone.COMMENTS),
        ("NewsletterBox", Zone.APPEAL),
        ("share_bar", Zone.SHARE),
        ("post-author", Zone.BYLINE),
        ("img-caption", Zone.CAPTION),
        ("adSlot ad", Zone.ADVERT),
        ("cookie-notice", Zone.CONSENT),
        ("visually-hidden", Zone.UNSHOWN),
        ("hidden", Zone.UNSHOWN),
        ("story-body", Zone.BODY),
        ("standfirst", Zone.SUMMARY),
        ("twitter-tweet", Zone.EMBED),
    ],
)
def test_names_say_what_a_part_is_for(names: str, zone: int) -> None:
    assert zones_of(names) & zone


@pytest.mark.parametrize(
    ("names", "zone"),
    [
        ("headline adventure", Zone.ADVERT),
        ("post category-related tag-comments", Zone.RELATED | Zone.COMMENTS),
        ("hidden md:block", Zone.UNSHOWN),
        ("overflow-hidden", Zone.UNSHOWN),
        ("navy", Zone.MENU),
    ],
)
def test_words_inside_of_words_and_subjects_of_articles_say_nothing(names: str, zone: int) -> None:
    assert not zones_of(names) & zone


@given(st.text(max_size=400))
def test_any_name_has_an_answer(names: str) -> None:
    assert zones_of(names) >= 0


def stated(value: object) -> str:
    script = f'<script type="application/ld+json">{json.dumps(value)}</script>'
    return find_witness(parse_page(f"<html><head>{script}</head><body><p>x</p></body></html>"))


@pytest.mark.parametrize(
    "value",
    [
        {"articleBody": BODY},
        {"@graph": [{"@type": "WebSite"}, {"articleBody": BODY}]},
        [[{"mainEntity": {"articleBody": f"<p>{BODY}</p>"}}]],
        {"articleBody": BODY.replace("school", "sch&#111;ol")},
    ],
)
def test_a_stated_text_is_found_wherever_it_stands(value: object) -> None:
    assert squeeze(stated(value)) == squeeze(BODY)


@pytest.mark.parametrize("value", [{"articleBody": "short"}, {"articleBody": 5}, {}, [], None, "x"])
def test_what_is_no_text_is_no_witness(value: object) -> None:
    assert stated(value) == ""


@pytest.mark.parametrize("content", ['{"articleBody": broken', '{"articleBody":' * 5000])
def test_broken_data_is_no_witness(content: str) -> None:
    script = f'<script type="application/ld+json">{content}</script>'
    assert find_witness(parse_page(f"<html><head>{script}</head></html>")) == ""
