"""What articles are grouped by is kept, so that one more does not mean grouping all again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the signatures, the articles by term, and how far a library was grouped."""
    op.add_column(
        "library_info",
        sa.Column("grouped_last", sa.Integer(), nullable=False, server_default=sa.text("0")),
    )
    op.create_table(
        "signature",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["number"],
            ["article.number"],
            name=op.f("fk_signature_number_article"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_signature")),
    )
    op.create_table(
        "term_article",
        sa.Column("term", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["number"],
            ["article.number"],
            name=op.f("fk_term_article_number_article"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("term", "number", name=op.f("pk_term_article")),
        sqlite_with_rowid=False,
    )
