from __future__ import annotations

import pytest

from desktop.core.model.articles import Article, Metadata, Origin, Published, Stated
from desktop.core.model.spans import Span
from desktop.ui.models.metadata import FieldFacts, language_name, metadata_facts

NOTHING = Metadata()


def _names(*names: str) -> tuple[str, ...]:
    return names


def _facts(known: Metadata = NOTHING, text: str = "By Ada Berg") -> dict[str, FieldFacts]:
    found = metadata_facts(Article("a", text, known), 345)
    return {facts.label: facts for facts in found}


def test_fields_stand_in_one_order() -> None:
    assert list(_facts()) == ["Author", "Published", "Outlet", "Length", "Language"]


def test_what_nobody_stated_says_so_and_has_no_origin() -> None:
    facts = _facts()
    assert facts["Published"].missing == "Date not stated"
    assert {one.value for one in facts.values()} == {"", "345 words"}
    assert {one.origin for one in facts.values()} == {""}


@pytest.mark.parametrize(
    ("origin", "chip"),
    [
        (Origin.TEXT, "from text"),
        (Origin.FILE, "from file"),
        (Origin.SIDECAR, "from sidecar"),
        (Origin.USER, "added by you"),
    ],
)
def test_a_field_tells_who_stated_it(origin: Origin, chip: str) -> None:
    assert _facts(Metadata(outlet=Stated("RFE/RL", origin)))["Outlet"].origin == chip


def test_the_words_that_state_a_field_are_its_evidence() -> None:
    author = Stated(_names("Ada Berg", "Bo Li"), Origin.TEXT, Span(3, 11), 0.9)
    facts = _facts(Metadata(authors=author))["Author"]
    assert (facts.value, facts.words, facts.evidence) == (
        "Ada Berg; Bo Li",
        "Ada Berg",
        Span(3, 11),
    )


def test_long_evidence_is_cut_and_stands_on_one_line() -> None:
    text = "By\nAda " * 500
    author = Stated(_names("Ada"), Origin.TEXT, Span(0, len(text)), 0.5)
    facts = _facts(Metadata(authors=author), text)
    assert len(facts["Author"].words) <= 200
    assert "\n" not in facts["Author"].words


def test_a_date_is_edited_as_iso() -> None:
    date = Stated(Published(2024, 11, 2), Origin.USER)
    facts = _facts(Metadata(published=date))["Published"]
    assert (facts.value, facts.edit_text) == ("2 Nov 2024", "2024-11-02")


def test_length_cannot_be_edited() -> None:
    assert _facts()["Length"].name == ""


@pytest.mark.parametrize(
    ("code", "name"), [("en", "English"), ("de", "German"), ("", ""), ("xx", "xx")]
)
def test_a_language_is_named_in_words(code: str, name: str) -> None:
    assert language_name(code) == name
