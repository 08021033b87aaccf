"""The tables of a library as typed rows."""

from __future__ import annotations

from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from db.places import PLACE

TITLE_KEY = "LOWER(SUBSTR(title, 1, 80))"
_LISTED = (
    ("place", "outlet_id", "importance", "language", "format"),
    ("outlet_id", "place"),
    ("importance", "place"),
    ("title_key",),
    ("own_rate",),
    ("own_tone",),
    ("words",),
)


class Base(DeclarativeBase):
    """The common base of all rows; constraints are named, so that migrations can find them."""

    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        dict[str, Any]: sa.JSON(none_as_null=True),
        list[str]: sa.JSON(none_as_null=True),
    }


def _article_key(*, primary: bool = False) -> Mapped[str]:
    link = sa.ForeignKey("article.id", ondelete="CASCADE")
    return mapped_column(sa.String(36), link, primary_key=primary)


class LibraryInfoRow(Base):
    """The one row that names a library; `grouped_key` says what the events were made from.

    `grouped_last` is the number of the last article that was grouped then.
    """

    __tablename__ = "library_info"

    id: Mapped[str] = mapped_column(sa.String(36), primary_key=True)
    name: Mapped[str]
    created_at: Mapped[str]
    grouped_key: Mapped[str | None]
    grouped_last: Mapped[int] = mapped_column(default=0, server_default=sa.text("0"))


class OutletRow(Base):
    """An outlet; `slot` counts from 0 in the order of entering and decides its color."""

    __tablename__ = "outlet"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    key: Mapped[str] = mapped_column(unique=True)
    slot: Mapped[int] = mapped_column(unique=True)


class OutletAliasRow(Base):
    """Another name, or a host, under which an outlet is known; `key` is compared, `name` shown."""

    __tablename__ = "outlet_alias"

    key: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    outlet_id: Mapped[int] = mapped_column(
        sa.ForeignKey("outlet.id", ondelete="CASCADE"), index=True
    )


class ImportBatchRow(Base):
    """Files that were given together."""

    __tablename__ = "import_batch"

    id: Mapped[str] = mapped_column(sa.String(36), primary_key=True)
    started_at: Mapped[str]


class ArticleRow(Base):
    """An article: its text, what is known of it, and the figures that lists show.

    `number` counts in the order of entering and is what the search index points at. `provenance`
    has an entry per known field: origin, start and end of the evidence, confidence. `rates` are
    the four rates with their ranges; the plain figures beside it are there to sort by. `seal` is a
    digest of all that an export gives, so that damage to any of it is found. `stated` has, by
    field, all that the file, its sidecar and the text state, also what was not chosen, and the
    dates of the file; `importance` is the user's, from 0 to 3. `place` is the article's in the
    order of dates (`db.places`), `title_key` the title's in that of letters.
    """

    __tablename__ = "article"
    # Lists and counts read indexes alone: the columns themselves stand behind the text. Nearly all
    # ask for articles outside the trash, so that comes first and leaves the order to what follows.
    __table_args__ = (
        *(
            sa.Index(f"ix_article_trashed_at_{columns[0]}", "trashed_at", *columns)
            for columns in _LISTED
        ),
        sa.Index("ix_article_id", "id", "trashed_at", "published", "outlet_id"),
        {"sqlite_autoincrement": True},
    )

    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(sa.String(36), unique=True)
    text: Mapped[str] = mapped_column(sa.Text)
    sha256: Mapped[str] = mapped_column(sa.String(64), index=True)
    seal: Mapped[str] = mapped_column(sa.String(64), default="")
    title: Mapped[str]
    outlet_id: Mapped[int | None] = mapped_column(sa.ForeignKey("outlet.id"), index=True)
    authors: Mapped[list[str] | None]
    published: Mapped[str | None]
    zone: Mapped[str | None]
    url: Mapped[str | None]
    language: Mapped[str | None]
    agency: Mapped[str | None]
    provenance: Mapped[dict[str, Any]]
    format: Mapped[str]
    source_name: Mapped[str]
    batch_id: Mapped[str] = mapped_column(
        sa.String(36), sa.ForeignKey("import_batch.id"), index=True
    )
    added_at: Mapped[str]
    trashed_at: Mapped[str | None]
    summary_key: Mapped[str | None]
    words: Mapped[int | None]
    own_rate: Mapped[float | None]
    quoted_rate: Mapped[float | None]
    own_tone: Mapped[float | None]
    quoted_tone: Mapped[float | None]
    rates: Mapped[dict[str, Any] | None]
    updated: Mapped[str | None]
    section: Mapped[str | None]
    importance: Mapped[int] = mapped_column(default=0, server_default=sa.text("0"))
    stated: Mapped[dict[str, Any] | None]
    place: Mapped[int] = mapped_column(
        sa.BigInteger, sa.Computed(PLACE), nullable=True, index=True, deferred=True
    )
    title_key: Mapped[str] = mapped_column(sa.Computed(TITLE_KEY), nullable=True, deferred=True)


class BatchArticleRow(Base):
    """An article that an import added or brought back."""

    __tablename__ = "batch_article"

    batch_id: Mapped[str] = mapped_column(
        sa.String(36), sa.ForeignKey("import_batch.id", ondelete="CASCADE"), primary_key=True
    )
    article_id: Mapped[str] = _article_key(primary=True)


class DoubtRow(Base):
    """Why a stored article needs attention: a guessed encoding, a damaged part."""

    __tablename__ = "doubt"

    article_id: Mapped[str] = _article_key(primary=True)
    code: Mapped[str] = mapped_column(primary_key=True)
    message: Mapped[str]


class FileOutcomeRow(Base):
    """What became of one file of an import."""

    __tablename__ = "file_outcome"

    id: Mapped[int] = mapped_column(primary_key=True)
    batch_id: Mapped[str] = mapped_column(
        sa.String(36), sa.ForeignKey("import_batch.id", ondelete="CASCADE"), index=True
    )
    path: Mapped[str]
    status: Mapped[str] = mapped_column(index=True)
    articles: Mapped[list[str]]
    code: Mapped[str | None]
    message: Mapped[str | None]


class KeptFileRow(Base):
    """The file of an outcome that nothing, or something doubtful, was read from, as it came."""

    __tablename__ = "kept_file"

    outcome_id: Mapped[int] = mapped_column(
        sa.ForeignKey("file_outcome.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    sha256: Mapped[str] = mapped_column(sa.String(64))
    data: Mapped[bytes]


class ReceiptRow(Base):
    """The paragraphs of an article's page, kept and dropped, as a compressed document."""

    __tablename__ = "receipt"

    article_id: Mapped[str] = _article_key(primary=True)
    document: Mapped[bytes]


class FirstTextRow(Base):
    """The text of an article as it was read; kept where the user has corrected it since."""

    __tablename__ = "first_text"

    article_id: Mapped[str] = _article_key(primary=True)
    text: Mapped[str] = mapped_column(sa.Text)
    sha256: Mapped[str] = mapped_column(sa.String(64))


class RelationRow(Base):
    """That an article is a copy of an earlier one; `kind` is duplicate, reprint or revision.

    `origin` is "found" or "user"; a relation that the user took back stays, with `denied`.
    """

    __tablename__ = "relation"

    article_id: Mapped[str] = _article_key(primary=True)
    other_id: Mapped[str] = mapped_column(
        sa.String(36), sa.ForeignKey("article.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    kind: Mapped[str] = mapped_column(index=True)
    origin: Mapped[str]
    share: Mapped[float]
    denied: Mapped[bool] = mapped_column(default=False)


class CopyKeyRow(Base):
    """An article under one of the keys that copies of its text have in common."""

    __tablename__ = "copy_key"
    __table_args__ = ({"sqlite_with_rowid": False},)

    key: Mapped[int] = mapped_column(sa.BigInteger, primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(
        sa.ForeignKey("article.number", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
        index=True,
    )


class TagRow(Base):
    """A tag of the user; `key` is compared, `name` shown."""

    __tablename__ = "tag"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]


class ArticleTagRow(Base):
    """A tag on an article."""

    __tablename__ = "article_tag"

    tag_id: Mapped[int] = mapped_column(
        sa.ForeignKey("tag.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    article_id: Mapped[str] = mapped_column(
        sa.String(36), sa.ForeignKey("article.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class NoteRow(Base):
    """A note of the user on an article, on a span of its text, or on an event."""

    __tablename__ = "note"

    id: Mapped[str] = mapped_column(sa.String(36), primary_key=True)
    article_id: Mapped[str | None] = mapped_column(
        sa.String(36), sa.ForeignKey("article.id", ondelete="CASCADE"), index=True
    )
    event_id: Mapped[str | None] = mapped_column(sa.String(36), index=True)
    start: Mapped[int | None]
    end: Mapped[int | None]
    text: Mapped[str] = mapped_column(sa.Text)
    made_at: Mapped[str]
    changed_at: Mapped[str]


class SavedSearchRow(Base):
    """A search that the user keeps."""

    __tablename__ = "saved_search"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    query: Mapped[str]
    made_at: Mapped[str]


class WatchedFolderRow(Base):
    """A folder whose new files are imported while the program runs."""

    __tablename__ = "watched_folder"

    path: Mapped[str] = mapped_column(primary_key=True)
    added_at: Mapped[str]


class JobRow(Base):
    """Work that goes on after a restart; `data` says what is left of it."""

    __tablename__ = "job"

    id: Mapped[str] = mapped_column(sa.String(36), primary_key=True)
    kind: Mapped[str]
    label: Mapped[str]
    state: Mapped[str] = mapped_column(index=True)
    data: Mapped[dict[str, Any]]
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[str]
    changed_at: Mapped[str]


class AnalysisRow(Base):
    """One analysis as a compressed document; `key` names the engine and lexicons it is from."""

    __tablename__ = "analysis"

    article_id: Mapped[str] = _article_key(primary=True)
    key: Mapped[str]
    document: Mapped[bytes]


class EventRow(Base):
    """An event; `user_label` outlives regrouping. `links` are the reasons, compressed."""

    __tablename__ = "event"

    id: Mapped[str] = mapped_column(sa.String(36), primary_key=True)
    label: Mapped[str]
    user_label: Mapped[str | None]
    links: Mapped[bytes]
    created_at: Mapped[str]


class EventArticleRow(Base):
    """An article's place in its event; an article is in one event at most.

    `likeness` is how much it is like the one of the others that it is most like.
    """

    __tablename__ = "event_article"
    __table_args__ = (sa.Index("ix_event_article_event_id", "event_id", "article_id"),)

    article_id: Mapped[str] = _article_key(primary=True)
    event_id: Mapped[str] = mapped_column(
        sa.String(36), sa.ForeignKey("event.id", ondelete="CASCADE")
    )
    likeness: Mapped[float | None] = mapped_column(index=True)


class SignatureRow(Base):
    """What an article is grouped by, in few bytes; kept where a library has many articles."""

    __tablename__ = "signature"

    number: Mapped[int] = mapped_column(
        sa.ForeignKey("article.number", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    signature: Mapped[bytes]


class TermArticleRow(Base):
    """An article under one of its strongest terms, which stands there as a number."""

    __tablename__ = "term_article"
    __table_args__ = ({"sqlite_with_rowid": False},)

    term: Mapped[int] = mapped_column(sa.BigInteger, primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(
        sa.ForeignKey("article.number", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )


class ComparisonRow(Base):
    """One comparison as a compressed document; `key` names all that it was made from."""

    __tablename__ = "comparison"

    event_id: Mapped[str] = mapped_column(
        sa.String(36), sa.ForeignKey("event.id", ondelete="CASCADE"), primary_key=True
    )
    key: Mapped[str]
    document: Mapped[bytes]


class DecisionRow(Base):
    """What the user decided, in order; `undone` ones are the redo branch."""

    __tablename__ = "decision"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    label: Mapped[str]
    article_id: Mapped[str | None] = mapped_column(sa.String(36), index=True)
    data: Mapped[dict[str, Any]]
    made_at: Mapped[str]
    undone: Mapped[bool] = mapped_column(default=False)
