"""The hash of a report names what its figures rest on, and a stored result is itself or refused."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.model.analyses import Analysis
from desktop.core.model.comparisons import Comparison
from desktop.services.documents import from_document, to_document
from desktop.services.report_json import report_json, write_json
from desktop.services.reports import build_report, settings_hash, text_hash
from desktop.services.views import EventView
from tests.sample_event import sample_view

Change = Callable[[EventView], EventView]


def with_first(view: EventView, analysis: Analysis) -> EventView:
    return replace(view, analyses=(analysis, *view.analyses[1:]))


def set_apart(view: EventView) -> EventView:
    analysis = view.analyses[0]
    blocks = (replace(analysis.blocks[0], scored=not analysis.blocks[0].scored),)
    return with_first(view, replace(analysis, blocks=blocks + analysis.blocks[1:]))


def ignore(view: EventView) -> EventView:
    analysis = view.analyses[0]
    loaded = (replace(analysis.loaded[0], ignored=True), *analysis.loaded[1:])
    return with_first(view, replace(analysis, loaded=loaded))


def change_a_text(view: EventView) -> EventView:
    article = view.articles[0]
    changed = replace(article, text=article.text.replace("a", "á", 1))
    return replace(view, articles=(changed, *view.articles[1:]))


def take_one_out(view: EventView) -> EventView:
    return replace(view, articles=view.articles[1:], analyses=view.analyses[1:])


def test_what_changes_a_figure_changes_the_hash_each_in_its_own_way() -> None:
    changes: list[Change] = [set_apart, ignore, change_a_text, take_one_out]
    hashes = [settings_hash(change(sample_view())) for change in changes]
    assert len({settings_hash(sample_view()), *hashes}) == 1 + len(changes)


def test_what_changes_no_figure_keeps_the_hash() -> None:
    view = sample_view()
    renamed = replace(view, id="other", label="Another label", badges=(), links=())
    assert settings_hash(renamed) == settings_hash(view) == build_report(view).settings
    assert report_json(view)["settings"] == settings_hash(view)
    assert re.fullmatch(r"[0-9a-f]{4}-[0-9a-f]{4}", settings_hash(view))


@given(st.text(st.characters(codec=None), max_size=30), st.text(max_size=30))
def test_a_text_has_a_hash_of_its_own_whatever_its_letters(left: str, right: str) -> None:
    assert (text_hash(left) == text_hash(right)) == (left == right)


def test_half_a_letter_does_not_keep_a_comparison_from_being_written() -> None:
    view = sample_view()
    article = view.articles[0]
    broken = replace(article, text="\ud800" + article.text[1:])
    written = write_json(replace(view, articles=(broken, *view.articles[1:])))
    assert written.endswith(b"}\n")
    assert json.loads(written)["articles"][0]["id"] == article.id


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=12) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=30,
)


@settings(max_examples=100)
@given(VALUES, st.sampled_from([Analysis, Comparison]))
def test_any_document_is_a_result_or_a_value_error(
    value: object, kind: type[Analysis] | type[Comparison]
) -> None:
    document = zlib.compress(json.dumps(value).encode())
    try:
        found = from_document(document, kind)
    except ValueError:
        return
    assert isinstance(found, kind)


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_a_flipped_letter_of_a_stored_result_is_found(place: int, flip: int) -> None:
    document = bytearray(to_document(sample_view().comparison))
    document[place % len(document)] ^= flip
    try:
        found = from_document(bytes(document), Comparison)
    except ValueError:
        return
    assert found == sample_view().comparison
