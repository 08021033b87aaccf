"""Sessions: all or nothing, and every trouble of the database in plain words."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from db.tables import ImportBatchRow
from desktop.services.errors import CrosslightError, LibraryDamagedError
from desktop.services.libraries import Library
from desktop.services.sessions import explained, read_session, write_session


def operational(reason: str) -> OperationalError:
    return OperationalError("SELECT 1", {}, sqlite3.OperationalError(reason))


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("database is locked", "Another program is writing"),
        ("database or disk is full", "disk of the library “Desk” is full"),
        ("attempt to write a readonly database", "can only be read"),
        ("database disk image is malformed", "is damaged"),
        ("disk I/O error", "cannot be read or written: disk i/o error."),
        ("unable to open database file", "cannot be read or written"),
    ],
)
def test_every_trouble_has_a_message_and_a_remedy(reason: str, told: str) -> None:
    error = explained(operational(reason), "Desk")
    assert told in error.message
    assert error.remedy.endswith(".")
    assert str(error) == f"{error.message} {error.remedy}"


def test_damage_is_told_apart_from_other_troubles() -> None:
    assert isinstance(explained(operational("malformed"), "x"), LibraryDamagedError)
    assert not isinstance(explained(operational("locked"), "x"), LibraryDamagedError)


def test_a_fault_of_the_program_is_not_explained_away() -> None:
    error = IntegrityError("INSERT", {}, sqlite3.IntegrityError("UNIQUE constraint failed"))
    with pytest.raises(IntegrityError):
        explained(error, "x")


def test_a_step_that_fails_leaves_nothing_behind(library: Library) -> None:
    def fail() -> None:
        with write_session(library) as session:
            session.add(ImportBatchRow(id="half", started_at="now"))
            session.flush()
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    with read_session(library) as session:
        assert session.get(ImportBatchRow, "half") is None


def test_a_read_only_library_takes_no_step(library: Library) -> None:
    with (
        pytest.raises(CrosslightError, match="only be read"),
        write_session(replace(library, read_only=True)),
    ):
        pass
