"""Stored results come back as they were, and damaged ones are errors, not results."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.analysis.articles import analyze_article
from desktop.core.model.analyses import Analysis, Figure
from desktop.core.model.articles import Article, Metadata, Origin, Published, Stated
from desktop.core.model.comparisons import Comparison
from desktop.core.model.corrections import Corrections
from desktop.core.model.spans import Span
from desktop.services.documents import from_document, shape_of, to_document
from desktop.services.ids import new_id
from desktop.services.lexicons import load_lexicons
from desktop.services.libraries import sample_articles
from desktop.services.metadata import to_published

SPANS = st.tuples(st.integers(0, 999), st.integers(1, 99)).map(lambda p: Span(p[0], sum(p)))


@given(st.frozensets(SPANS), st.frozensets(SPANS))
def test_corrections_survive(kept: frozenset[Span], ignored: frozenset[Span]) -> None:
    corrections = Corrections(kept=kept, ignored=ignored)
    assert from_document(to_document(corrections), Corrections) == corrections


@given(st.text(), st.none() | SPANS, st.floats(0, 1))
def test_generic_values_survive(value: str, evidence: Span | None, confidence: float) -> None:
    metadata = Metadata(
        title=Stated(value, Origin.TEXT, evidence, confidence),
        authors=Stated((value, value), Origin.USER),
        published=Stated(Published(2024, 11, 2, 7, 0), Origin.FILE),
    )
    assert from_document(to_document(metadata), Metadata) == metadata


def test_an_analysis_survives() -> None:
    for path in sample_articles():
        analysis = analyze_article(Article("a", path.read_text(encoding="utf-8")), load_lexicons())
        assert from_document(to_document(analysis), Analysis) == analysis


@pytest.mark.parametrize("document", [b"", b"rubbish", to_document(()), to_document(Span(1, 2))])
def test_what_is_no_analysis_is_an_error(document: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        from_document(document, Analysis)


def test_types_have_shapes_of_their_own() -> None:
    assert len({shape_of(kind) for kind in (Analysis, Comparison, Figure, Span)}) == 4
    assert shape_of(Analysis) == shape_of(Analysis)


def test_ids_are_uuids_of_version_seven_and_increase() -> None:
    ids = [new_id() for _ in range(5000)]
    assert ids == sorted(set(ids))
    assert {i[14] for i in ids} == {"7"}
    assert {i[19] for i in ids} <= set("89ab")


@given(
    st.dates(),
    st.none()
    | st.tuples(st.integers(0, 23), st.integers(0, 59), st.none() | st.integers(-840, 840)),
)
def test_a_publication_date_survives_as_iso(
    day: date, clock: tuple[int, int, int | None] | None
) -> None:
    hour, minute, offset = clock or (None, None, None)
    published = Published(day.year, day.month, day.day, hour, minute, offset)
    expected = published if 1000 <= day.year <= 2099 else None
    assert to_published(published.iso) == expected
