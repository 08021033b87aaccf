"""The tables: what goes takes its own along, what is needed stays, and values come back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from db.engine import writing
from db.integrity import find_damage, seal_article
from db.tables import (
    AnalysisRow,
    ArticleRow,
    ArticleTagRow,
    Base,
    BatchArticleRow,
    ComparisonRow,
    CopyKeyRow,
    DecisionRow,
    DoubtRow,
    EventArticleRow,
    EventRow,
    FileOutcomeRow,
    FirstTextRow,
    ImportBatchRow,
    KeptFileRow,
    NoteRow,
    OutletAliasRow,
    OutletRow,
    ReceiptRow,
    RelationRow,
    SignatureRow,
    TagRow,
    TermArticleRow,
)
from tests.db.conftest import add_article

KINDS: list[type[Base]] = [
    OutletRow, ImportBatchRow, ArticleRow, BatchArticleRow, DoubtRow, FileOutcomeRow, AnalysisRow,
    EventRow, EventArticleRow, ComparisonRow, DecisionRow, SignatureRow, TermArticleRow, TagRow,
    ArticleTagRow, NoteRow, RelationRow, CopyKeyRow, ReceiptRow, FirstTextRow, KeptFileRow,
    OutletAliasRow,
]  # fmt: skip


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


OF_AN_ARTICLE = {
    "Article", "BatchArticle", "Doubt", "Analysis", "EventArticle", "Signature", "TermArticle",
    "ArticleTag", "Note", "Relation", "CopyKey", "Receipt", "FirstText",
}  # fmt: skip


@pytest.fixture
def filled(engine: sa.Engine) -> Iterator[Session]:
    """Give a session on a library of two articles with one row of every kind for the first."""
    first = add_article(engine, "Rain fell.", outlet="Daily Test")
    second = add_article(engine, "Snow fell.")
    with Session(writing(engine)) as session:
        article = session.get_one(ArticleRow, first)
        other = session.get_one(ArticleRow, second)
        session.add(EventRow(id="event", label="Rain", links=b"", created_at="now"))
        session.add(TagRow(id=1, key="weather", name="Weather"))
        session.add(FileOutcomeRow(id=1, batch_id="batch", path="a.txt", status="", articles=[]))
        session.flush()
        session.add_all(
            [
                EventArticleRow(article_id=article.id, event_id="event"),
                ComparisonRow(event_id="event", key="key", document=b"\x00\xff"),
                AnalysisRow(article_id=article.id, key="key", document=b"\x00\xff"),
                DoubtRow(article_id=article.id, code="x", message="y"),
                BatchArticleRow(batch_id="batch", article_id=article.id),
                SignatureRow(number=first, signature=b"\x00\xff"),
                TermArticleRow(term=7, number=first),
                ArticleTagRow(tag_id=1, article_id=article.id),
                NoteRow(id="note", article_id=article.id, text="?", made_at="", changed_at=""),
                RelationRow(
                    article_id=article.id,
                    other_id=other.id,
                    kind="reprint",
                    origin="found",
                    share=1.0,
                ),
                CopyKeyRow(key=7, number=first),
                ReceiptRow(article_id=article.id, document=b"\x00\xff"),
                FirstTextRow(article_id=article.id, text="Rain fel.", sha256=_digest(b"Rain fel.")),
                KeptFileRow(outcome_id=1, sha256=_digest(b"\x00\xff"), data=b"\x00\xff"),
                OutletAliasRow(key="dt", name="DT", outlet_id=article.outlet_id),
                DecisionRow(kind="x", label="", data={}, article_id=article.id, made_at="now"),
            ]
        )
        session.commit()
        yield session


def counts(session: Session) -> dict[str, int]:
    """Return how many rows each table has."""
    found: dict[str, int] = {}
    for kind in KINDS:
        number = session.scalar(sa.select(sa.func.count()).select_from(kind)) or 0
        found[kind.__name__.removesuffix("Row")] = number
    return found


def lost(session: Session, kind: type[Base]) -> dict[str, int]:
    """Delete one row and return how many rows of each table went with it."""
    before = counts(session)
    first = sa.select(kind).order_by(*sa.inspect(kind).primary_key).limit(1)
    session.delete(session.scalars(first).one())
    session.commit()
    after = counts(session)
    return {name: before[name] - after[name] for name in before if before[name] != after[name]}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (ArticleRow, OF_AN_ARTICLE),
        (EventRow, {"Event", "EventArticle", "Comparison"}),
        (DecisionRow, {"Decision"}),
        (EventArticleRow, {"EventArticle"}),
        (TagRow, {"Tag", "ArticleTag"}),
        (FileOutcomeRow, {"FileOutcome", "KeptFile"}),
    ],
    ids=["an article", "an event", "a decision", "a place in an event", "a tag", "an outcome"],
)
def test_what_goes_takes_its_own_along_and_nothing_else(
    engine: sa.Engine, filled: Session, kind: type[Base], expected: set[str]
) -> None:
    assert lost(filled, kind) == dict.fromkeys(expected, 1)
    filled.rollback()
    assert list(find_damage(engine)) == []


@pytest.mark.parametrize("kind", [OutletRow, ImportBatchRow], ids=["an outlet", "an import"])
def test_what_an_article_still_needs_cannot_go(filled: Session, kind: type[Base]) -> None:
    before = counts(filled)
    with pytest.raises(IntegrityError):
        lost(filled, kind)
    filled.rollback()
    assert counts(filled) == before


@pytest.mark.parametrize(
    "again",
    [
        EventArticleRow(article_id="article", event_id="other"),
        DoubtRow(article_id="article", code="x", message="z"),
        BatchArticleRow(batch_id="batch", article_id="article"),
    ],
    ids=["a second event", "the same doubt", "the same import"],
)
def test_an_article_has_one_of_each(filled: Session, again: Any) -> None:  # noqa: ANN401
    filled.add(EventRow(id="other", label="Other", links=b"", created_at="now"))
    filled.commit()
    filled.expunge_all()
    again.article_id = filled.scalars(sa.select(ArticleRow.id).order_by(ArticleRow.number)).first()
    filled.add(again)
    with pytest.raises(IntegrityError):
        filled.commit()


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=TEXTS,
    authors=st.none() | st.lists(TEXTS, min_size=1, max_size=3),
    origins=st.dictionaries(TEXTS, VALUES, max_size=3),
)
def test_any_text_and_any_origins_come_back_as_they_were_given(
    engine: sa.Engine, text: str, authors: list[str] | None, origins: dict[str, Any]
) -> None:
    with Session(writing(engine)) as session, session.begin():
        session.execute(sa.delete(ArticleRow))
    number = add_article(engine, text, authors=authors)
    with Session(writing(engine)) as session, session.begin():
        session.get_one(ArticleRow, number).provenance = origins
        seal_article(session, number)
    with Session(engine) as session:
        row = session.get_one(ArticleRow, number)
        assert (row.text, row.authors, row.provenance) == (text, authors, origins)
    assert list(find_damage(engine)) == []
