"""Profiles of a library's outlets: shared events only, too few said so, corrections kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from desktop.core.framing.profile import LEAST_EVENTS, profile_outlets
from desktop.core.model.profiles import ArticleMeasures, Measure
from desktop.services import profiles
from desktop.services.comparisons import view_event
from desktop.services.decisions import ignore_wording
from desktop.services.errors import CrosslightError
from desktop.services.event_decisions import make_event
from desktop.services.event_rows import event_articles
from desktop.services.events import list_events
from desktop.services.libraries import Library
from desktop.services.profiles import profile_library, profile_record
from desktop.services.views import EventView
from tests.desktop.services.conftest import run_import, run_jobs, write


def test_the_samples_are_one_event_and_that_is_too_little(analyzed: Library) -> None:
    profiles = profile_library(analyzed)
    assert [each.outlet for each in profiles] == [
        "Antiwar.com", "Business Insider", "Euromaidan Press", "RFE/RL", "The Hindu",
    ]  # fmt: skip
    for profile in profiles:
        assert profile.events == 1
        assert all(row.mean is None and row.reason.startswith("too little") for row in profile.rows)


def test_one_outlet_is_found_whatever_its_capitals(analyzed: Library) -> None:
    (profile,) = profile_library(analyzed, "antiwar.COM")
    assert profile.outlet == "Antiwar.com"


def test_an_outlet_that_shares_no_event_is_an_error(analyzed: Library) -> None:
    with pytest.raises(CrosslightError, match="shares no event"):
        profile_library(analyzed, "Daily")


def test_a_record_has_every_measure_with_its_unit_and_its_events(analyzed: Library) -> None:
    (profile,) = profile_library(analyzed, "Antiwar.com")
    record = profile_record(profile)
    assert record["least_events"] == LEAST_EVENTS
    measures = record["measures"]
    assert [row["measure"] for row in measures] == list(Measure)
    loaded = measures[0]
    (event,) = loaded["events"]
    assert event["value"] > event["others"]


def test_a_record_of_enough_events_has_mean_and_range() -> None:
    articles = [
        ArticleMeasures(str(event), outlet, {Measure.LOADED: value + event / 10})
        for event in range(LEAST_EVENTS)
        for outlet, value in (("Daily", 3.0), ("Post", 1.0))
    ]
    record = profile_record(profile_outlets(articles)[0])
    measures = record["measures"]
    assert measures[0]["mean"] == pytest.approx(2.0)
    assert measures[0]["low"] == pytest.approx(2.0)
    assert measures[0]["reason"] is None


def test_what_was_corrected_counts_in_the_profile(analyzed: Library) -> None:
    def value() -> float:
        (profile,) = profile_library(analyzed, "Antiwar.com")
        return profile.rows[0].events[0].value

    before = value()
    view: EventView = view_event(analyzed, list_events(analyzed)[0].id)
    at = next(n for n, each in enumerate(view.articles) if each.outlet == "Antiwar.com")
    first = next(each for each in view.analyses[at].loaded if each.voice == "own")
    ignore_wording(analyzed, view.articles[at].id, first.span)
    assert value() < before


AGENCY = """Storm tears roof from school in Anville

The storm that hit the coast of Norland on Friday tore the roof from a school, the mayor said.

Nobody was hurt in the night, but forty families had to leave their brutal and shameful houses.

The power came back before noon, and the ferries sailed again from the old harbor of Anville.
"""


def test_a_text_that_two_outlets_print_is_nobodys_own(library: Library, tmp_path: Path) -> None:
    write(tmp_path, "one.txt", AGENCY)
    write(tmp_path, "two.txt", AGENCY)
    write(tmp_path, "sources.csv", "file,outlet\none.txt,Daily\ntwo.txt,Post\n")
    outcomes = run_import(library, tmp_path)
    ids = [ref.id for outcome in outcomes for ref in outcome.articles]
    run_jobs(library)
    if not list_events(library):
        make_event(library, ids)
    assert profile_library(library) == ()


def test_for_one_outlet_only_its_events_are_read(
    analyzed: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"one.txt": AGENCY, "two.txt": AGENCY.replace("brutal and shameful", "old")}
    for name, text in files.items():
        write(tmp_path, name, text)
    write(tmp_path, "sources.csv", "file,outlet\none.txt,Daily\ntwo.txt,Post\n")
    outcomes = run_import(analyzed, *(tmp_path / name for name in files))
    made = make_event(analyzed, [ref.id for outcome in outcomes for ref in outcome.articles])
    (of_all,) = (each for each in profile_library(analyzed) if each.outlet == "Antiwar.com")
    read: list[str] = []

    def articles_of(session: Session, event_id: str) -> list[str]:
        read.append(event_id)
        return event_articles(session, event_id)

    monkeypatch.setattr(profiles, "event_articles", articles_of)
    assert profile_library(analyzed, "Antiwar.com") == (of_all,)
    assert len(read) == 1
    assert made not in read
