"""Quotations and shared text as JSON: kinds, parts, signs, shares, and who prints one text."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from desktop.core.analysis.articles import analyze_article
from desktop.core.analysis.comparisons import compare_articles
from desktop.services.badges import to_badges
from desktop.services.language import compare_whole, read_articles
from desktop.services.lexicons import load_lexicons
from desktop.services.report_json import report_json
from desktop.services.views import EventView
from tests.desktop.core.made_up import article_of
from tests.sample_event import sample_view

STORY = (
    "KYIV (AP) — The ferry to Venn was stopped on Tuesday after two of its four engines failed in"
    " heavy weather near the northern pier. “We will not sail before it is safe,” said Ana Costa."
)


def printed(*texts: str) -> dict[str, Any]:
    articles = tuple(article_of(text, f"a{n}", f"Paper {n}") for n, text in enumerate(texts))
    analyses = tuple(analyze_article(each, load_lexicons(), redraws=0) for each in articles)
    badges = to_badges([(article.outlet, n) for n, article in enumerate(articles)])
    comparison = compare_articles(articles, analyses, load_lexicons())
    return report_json(EventView("e", "Ferry", articles, analyses, badges, comparison, ()))


def test_each_version_has_its_kind_and_parts_against_the_fullest() -> None:
    rows = report_json(sample_view())["quotations"]
    row = next(each for each in rows if "waiting" in each["versions"][0]["place"]["text"])

    assert row["speaker"] == "Volodymyr Zelenskyy"
    assert row["not_found"] == []
    kinds = {version["article"]: version["kind"] for version in row["versions"]}
    assert kinds == {
        "000": "cut",
        "001": "full",
        "002": "full",
        "003": "full",
        "004": "other wording",
    }
    assert kinds[row["fullest"]] == "full"
    parts = next(each for each in row["versions"] if each["article"] == "000")["parts"]
    assert ("cut", "as well", None) in [
        (part["kind"], part["fullest"]["text"], part["here"]) for part in parts if part["fullest"]
    ]


def test_a_report_without_marks_is_a_version_and_its_article_is_not_called_without_it() -> None:
    rows = report_json(sample_view())["quotations"]
    reported = [
        (row, version)
        for row in rows
        for version in row["versions"]
        if version["kind"] == "paraphrased"
    ]

    assert reported
    for row, version in reported:
        assert version["article"] not in row["not_found"]
        assert {part["kind"] for part in version["parts"]} <= {"kept"}


def test_a_passage_has_places_origin_and_what_was_added_or_cut() -> None:
    record = report_json(sample_view())
    (passage,) = record["wire"]

    assert [place["article"] for place in passage["places"]] == ["001", "003"]
    assert len({place["text"] for place in passage["places"]}) == 1
    assert (passage["origin"], passage["base"], passage["words"]) == ("AP", "001", 13)
    assert passage["signs"][0]["place"]["text"] == "AP"
    assert passage["signs"][0]["kind"] == "credit line"
    (change,) = passage["changes"]
    assert change["article"] == "003"
    assert {place["article"] for place in change["added"]} == {"003"}
    assert {place["article"] for place in change["cut"]} == {"001"}
    assert set(record["wire_shares"]) == {article["id"] for article in record["articles"]}
    assert record["reprints"] == []


def test_reprints_are_listed_and_their_share_is_all_of_the_text() -> None:
    record = printed(STORY, STORY, "The sun shone on the islands all day and no boat was late.")

    assert record["reprints"] == [["a0", "a1"]]
    shares = record["wire_shares"]
    assert (shares["a0"]["base"], shares["a1"]["base"], shares["a2"]["base"]) == (None, "a0", None)
    assert shares["a1"]["share"] == 1.0
    assert shares["a2"]["shared"] == 0
    assert record["wire"][0]["origin"] == "AP"
    assert [row["article"] for row in record["left_out"] if "counts once" in row["reason"]] == [
        "a1"
    ]


def test_one_article_has_no_shared_text_and_no_versions() -> None:
    record = printed(STORY)

    assert (record["wire"], record["quotations"], record["reprints"]) == ([], [], [])
    assert record["wire_shares"] == {}


def test_articles_without_a_library_give_the_same_keys() -> None:
    lines = [json.dumps({"id": each, "text": STORY}) for each in ("x", "y")]
    (record,) = compare_whole(read_articles(lines, "lines"))

    assert record["reprints"] == [["x", "y"]]
    assert {"wire", "wire_shares", "quotations"} <= record.keys()


def test_a_text_without_scored_words_has_no_share() -> None:
    view = sample_view()
    blank = replace(view.articles[0], text="")
    analysis = analyze_article(blank, load_lexicons(), redraws=0)
    articles, analyses = (blank, *view.articles[1:]), (analysis, *view.analyses[1:])
    comparison = compare_articles(articles, analyses, load_lexicons())
    record = report_json(replace(view, articles=articles, analyses=analyses, comparison=comparison))

    assert record["wire_shares"]["000"]["share"] is None
