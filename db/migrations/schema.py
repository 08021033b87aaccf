"""Bringing a database to the version of the tables that this program knows."""

from __future__ import annotations

import sqlalchemy as sa

from db.engine import APPLICATION_ID, SCHEMA_VERSION, writing
from db.migrations import upgrade
from db.search import create_index
from db.tables import Base

_VERSIONS = sa.Table(
    "alembic_version",
    sa.MetaData(),
    sa.Column("version_num", sa.String(32), nullable=False),
    sa.PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


class ForeignDatabaseError(Exception):
    """The file is a database of another program."""


class NewerDatabaseError(Exception):
    """The library was made by a later version of the program; it can only be read."""


class OlderDatabaseError(Exception):
    """The library was made by an earlier version; it is brought forward on a copy first."""


def schema_version(engine: sa.Engine) -> int:
    """Return the version of an SQLite library's tables, 0 for an empty file.

    Raises:
        ForeignDatabaseError: It holds the tables of another program.
    """
    with engine.connect() as connection:
        version = _pragma(connection, "user_version")
        application = _pragma(connection, "application_id")
        tables = _pragma(connection, "schema_version")
    if application == APPLICATION_ID:
        return version
    if application == 0 and version == 0 and tables == 0:
        return 0
    raise ForeignDatabaseError


def prepare(engine: sa.Engine) -> None:
    """Create the tables of a file, or create or upgrade those of a server, in one transaction.

    Raises:
        ForeignDatabaseError: It holds the tables of another program.
        NewerDatabaseError: It was made by a later version.
        OlderDatabaseError: It is a file of an earlier version, which `migrate_on_copy` takes.
    """
    if engine.dialect.name != "sqlite":
        with engine.begin() as connection:
            upgrade(connection)
        return
    version = schema_version(engine)
    _refuse_others(version)
    if version == SCHEMA_VERSION:
        return
    with writing(engine).begin() as connection:
        # Another program may have done it while this one waited for the lock.
        version = _pragma(connection, "user_version")
        _refuse_others(version)
        if version == 0:
            create(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _refuse_others(version: int) -> None:
    if version > SCHEMA_VERSION:
        raise NewerDatabaseError
    if 0 < version < SCHEMA_VERSION:
        raise OlderDatabaseError


def create(connection: sa.Connection) -> None:
    """Make the tables of the newest version in an empty database, as all migrations would.

    A first start should not wait for Alembic and for every step that the tables ever took.
    """
    Base.metadata.create_all(connection, checkfirst=False)
    create_index(connection)
    _VERSIONS.create(connection, checkfirst=False)
    connection.execute(sa.insert(_VERSIONS).values(version_num=f"{SCHEMA_VERSION:04}"))


def _pragma(connection: sa.Connection, name: str) -> int:
    return int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())
