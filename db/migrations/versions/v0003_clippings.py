"""Years of clippings: copies, receipts, tags, notes, searches, folders and jobs are kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from db.places import PLACE
from db.search import create_index, drop_index
from db.tables import TITLE_KEY

revision = "0003"
down_revision = "0002"

_ID = sa.String(36)
_LISTED = (
    ("place", "outlet_id", "importance", "language", "format"),
    ("outlet_id", "place"),
    ("importance", "place"),
    ("title_key",),
    ("own_rate",),
    ("own_tone",),
    ("words",),
)
_SHARE: sa.Double[float] = sa.Double()


def upgrade() -> None:
    """Add what articles are asked for over years, and what is kept of the files they came from."""
    _extend_articles()
    _add_outlet_names()
    _add_files_kept()
    _add_copies()
    _add_tags_and_notes()
    _add_standing_work()
    _put_in_order()


def _extend_articles() -> None:
    op.add_column("article", sa.Column("updated", sa.String(), nullable=True))
    op.add_column("article", sa.Column("section", sa.String(), nullable=True))
    op.add_column(
        "article",
        sa.Column("importance", sa.Integer(), nullable=False, server_default=sa.text("0")),
    )
    op.add_column("article", sa.Column("stated", sa.JSON(none_as_null=True), nullable=True))


def _add_outlet_names() -> None:
    _create(
        "outlet_alias",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        _link("outlet_alias", "outlet_id", "outlet.id", sa.Integer()),
        keys=["key"],
    )
    _index("outlet_alias", "outlet_id")


def _add_files_kept() -> None:
    _create(
        "kept_file",
        _link("kept_file", "outcome_id", "file_outcome.id", sa.Integer()),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        keys=["outcome_id"],
    )
    _create(
        "receipt",
        _link("receipt", "article_id", "article.id", _ID),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        keys=["article_id"],
    )
    _create(
        "first_text",
        _link("first_text", "article_id", "article.id", _ID),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        keys=["article_id"],
    )


def _add_copies() -> None:
    _create(
        "relation",
        _link("relation", "article_id", "article.id", _ID),
        _link("relation", "other_id", "article.id", _ID),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("share", _SHARE, nullable=False),
        sa.Column("denied", sa.Boolean(), nullable=False),
        keys=["article_id", "other_id"],
    )
    _index("relation", "kind")
    _index("relation", "other_id")
    _create(
        "copy_key",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        _link("copy_key", "number", "article.number", sa.Integer()),
        keys=["key", "number"],
        sqlite_with_rowid=False,
    )
    _index("copy_key", "number")


def _add_tags_and_notes() -> None:
    _create(
        "tag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.UniqueConstraint("key", name=op.f("uq_tag_key")),
        keys=["id"],
    )
    _create(
        "article_tag",
        _link("article_tag", "tag_id", "tag.id", sa.Integer()),
        _link("article_tag", "article_id", "article.id", _ID),
        keys=["tag_id", "article_id"],
    )
    _index("article_tag", "article_id")
    _create(
        "note",
        sa.Column("id", _ID, nullable=False),
        _link("note", "article_id", "article.id", _ID, nullable=True),
        sa.Column("event_id", _ID, nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_at", sa.String(), nullable=False),
        sa.Column("changed_at", sa.String(), nullable=False),
        keys=["id"],
    )
    _index("note", "article_id")
    _index("note", "event_id")


def _add_standing_work() -> None:
    _create(
        "saved_search",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("query", sa.String(), nullable=False),
        sa.Column("made_at", sa.String(), nullable=False),
        keys=["id"],
    )
    _create(
        "watched_folder",
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("added_at", sa.String(), nullable=False),
        keys=["path"],
    )
    _create(
        "job",
        sa.Column("id", _ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("data", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.String(), nullable=False),
        sa.Column("changed_at", sa.String(), nullable=False),
        keys=["id"],
    )
    _index("job", "state")


def _put_in_order() -> None:
    """Let lists and counts be answered by indexes, and searches in the order of dates."""
    drop_index(op.get_bind())
    op.add_column("article", sa.Column("place", sa.BigInteger(), sa.Computed(PLACE)))
    op.add_column("article", sa.Column("title_key", sa.String(), sa.Computed(TITLE_KEY)))
    op.add_column("event_article", sa.Column("likeness", _SHARE, nullable=True))
    for table, column in (
        ("article", "trashed_at"),
        ("article", "published"),
        ("event_article", "event_id"),
    ):
        op.drop_index(op.f(f"ix_{table}_{column}"), table_name=table)
    for columns in _LISTED:
        name = op.f(f"ix_article_trashed_at_{columns[0]}")
        op.create_index(name, "article", ["trashed_at", *columns])
    _index("article", "id", "trashed_at", "published", "outlet_id")
    _index("article", "place")
    _index("event_article", "event_id", "article_id")
    _index("event_article", "likeness")
    _index("file_outcome", "status")
    create_index(op.get_bind())


def _create(table: str, *parts: Any, keys: Sequence[str], **options: Any) -> None:  # noqa: ANN401
    key = sa.PrimaryKeyConstraint(*keys, name=op.f(f"pk_{table}"))
    op.create_table(table, *parts, key, **options)


def _link(
    table: str, column: str, to: str, kind: sa.types.TypeEngine[Any], *, nullable: bool = False
) -> sa.Column[Any]:
    """Return a column that points at another table and goes with what it points at."""
    parent = to.partition(".")[0]
    name = op.f(f"fk_{table}_{column}_{parent}")
    link = sa.ForeignKey(to, name=name, ondelete="CASCADE")
    return sa.Column(column, kind, link, autoincrement=False, nullable=nullable)


def _index(table: str, column: str, *others: str) -> None:
    op.create_index(op.f(f"ix_{table}_{column}"), table, [column, *others])
