"""Voices, speakers, tone by actor and orders in the JSON of a comparison."""

from __future__ import annotations

from functools import cache
from typing import Any

from desktop.core.model.analyses import Rate
from desktop.services.report_json import report_json
from desktop.services.speaking_json import rate_json
from tests.sample_event import sample_view


@cache
def report() -> dict[str, Any]:
    return report_json(sample_view())


def test_a_rate_is_rounded_and_names_its_language_where_one_rules_it_out() -> None:
    assert rate_json(Rate(1.23456, 2, 60, 0.5, 2.00009)) == {
        "value": 1.2346, "count": 2, "words": 60, "low": 0.5, "high": 2.0001,
    }  # fmt: skip
    assert rate_json(Rate(None, 2, 60, language="fr"))["language"] == "fr"


def test_the_ledger_has_four_voices_whose_words_add_up_to_the_articles() -> None:
    for article in report()["articles"]:
        ledger = report()["voices"][article["id"]]["ledger"]
        assert list(ledger) == ["own", "direct", "indirect", "unclear"]
        assert sum(part["words"] for part in ledger.values()) == article["words"]
        assert all({"words", "tone", "loaded"} == part.keys() for part in ledger.values())


def test_speakers_have_role_words_shares_and_a_first_place() -> None:
    speakers = report()["voices"]["000"]["speakers"]
    first = speakers[0]
    assert (first["name"], first["role"]) == ("Volodymyr Zelenskyy", "Ukrainian President")
    assert sum(first["thirds"]) == first["words"]
    assert any(speaker["role"] is None for speaker in speakers)
    assert 0.0 <= first["first"] < 0.1


def test_roles_are_offices_and_the_unknown_one_is_null() -> None:
    roles = report()["voices"]["000"]["roles"]
    assert roles[0]["role"] == "president"
    assert None in [role["role"] for role in roles]


def test_tone_towards_an_actor_has_both_voices_and_evidence() -> None:
    rows = report()["tone"]["002"]
    zelensky = next(row for row in rows if row["actor"].startswith("Volodymyr"))
    assert zelensky["own"]["value"] < 0
    assert zelensky["quoted"]["count"] == 0
    assert all(row["evidence"] for row in rows)


def test_ranks_name_who_enters_a_tie_when_quotations_count() -> None:
    loaded = report()["ranks"]["loaded wording"]
    assert loaded["without_quotations"][0] == ["002"]
    assert sorted(each for tie in loaded["with_quotations"] for each in tie) == [
        "000", "001", "002", "003", "004",
    ]  # fmt: skip
    for crossing in loaded["crossings"]:
        assert crossing["others"]


def test_findings_show_what_speaks_against_them() -> None:
    findings = report()["findings"]
    assert 3 <= len(findings) <= 10
    assert all(finding["evidence"] for finding in findings)
    assert any(finding["counter"] for finding in findings)


def test_what_is_left_out_is_said_of_articles_without_a_date() -> None:
    left_out = report()["left_out"]
    undated = {each["article"] for each in left_out if each["part"] == "clock"}
    assert undated == {
        article["id"] for article in report()["articles"] if article["published"] is None
    }
