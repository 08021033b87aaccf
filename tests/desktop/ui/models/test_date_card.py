"""The lines of a date card: what is chosen, what agrees, what may be used instead."""

from __future__ import annotations

from desktop.core.model.articles import Published
from desktop.services.date_cards import DateCard, StatedField, StatedValue
from desktop.ui.models.date_card import CardLine, card_lines

CHOSEN = StatedValue(
    "2024-11-02", "file", ("JSON-LD", "meta tag date"), Published(2024, 11, 2), is_chosen=True
)
OTHER = StatedValue("2024-11-05", "file", ("line",), Published(2024, 11, 5), is_usable=True)
SAME = StatedValue("2024-11-02", "text", ("text",), Published(2024, 11, 2), agrees=True)


def lines(*fields: StatedField, can_write: bool = True) -> dict[str, CardLine]:
    made = card_lines(DateCard("a", fields, ()), can_write=can_write)
    return {line.label: line for line in reversed(made)}


def test_a_card_says_what_is_not_stated_and_that_file_dates_are_not_used() -> None:
    shown = lines()
    assert [shown[name].words for name in ("Published", "Updated", "Saved", "Outlet")] == [
        "Date not stated",
        "Not stated",
        "Not stated",
        "Not stated",
    ]
    assert (shown["Published"].edits, shown["Updated"].edits) == ("published", "")
    assert "never stand in" in shown["File"].note


def test_another_day_can_be_used_and_one_that_agrees_needs_not() -> None:
    shown = lines(StatedField("published", (CHOSEN, OTHER, SAME)))
    assert (shown["Published"].words, shown["Published"].origin) == ("2 Nov 2024", "from file")
    assert shown["Published"].note == "JSON-LD, meta tag date"
    other = shown["Also stated"]
    assert (other.words, other.field, other.value) == ("5 Nov 2024", "published", "2024-11-05")
    assert other.note == "a line of the page"
    assert (shown["Also says so"].field, shown["Also says so"].note) == ("", "")


def test_a_library_that_cannot_be_written_offers_nothing() -> None:
    shown = lines(StatedField("published", (CHOSEN, OTHER)), can_write=False)
    assert not any(line.field or line.edits for line in shown.values())


def test_a_date_that_lies_ahead_says_so_and_is_not_offered() -> None:
    ahead = StatedValue("2098-01-01", "file", ("JSON-LD",), Published(2098, 1, 1), lies_ahead=True)
    line = lines(StatedField("published", (ahead,)))["Also stated"]
    assert line.note == "JSON-LD. Not used: it lies ahead"
    assert line.field == ""


def test_file_dates_are_shown_with_their_minute_and_never_offered() -> None:
    moment = StatedValue(
        "2024-11-09T10:00", "file system", ("file",), Published(2024, 11, 9, 10, 0)
    )
    line = lines(StatedField("file", (moment,)))["File"]
    assert (line.words, line.field, line.origin) == ("9 Nov 2024, 10:00", "", "")


def test_fields_that_agree_everywhere_are_left_out_and_others_shown() -> None:
    title = StatedValue("Ferry stops", "file", ("headline",), is_chosen=True)
    again = StatedValue("ferry  STOPS", "file", ("title",), agrees=True)
    other = StatedValue("No ferry", "file", ("JSON-LD",), is_usable=True)
    assert "Headline" not in lines(StatedField("title", (title, again)))
    shown = lines(StatedField("title", (title, other)))
    assert shown["Headline"].words == "Ferry stops"
    assert shown["Also stated"].value == "No ferry"


def test_many_places_are_counted() -> None:
    many = StatedValue("A", "file", ("a", "b", "c", "d", "e"), is_chosen=True)
    assert lines(StatedField("outlet", (many,)))["Outlet"].note == "a, b, c, 2 more"
