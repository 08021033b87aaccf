"""What outlives a run of the window."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication

from desktop.ui.palettes import DARK, HIGH_DARK, LIGHT
from desktop.ui.session import SYSTEM, Session
from desktop.ui.theme import theme
from desktop.ui.windows.appearance import Appearance


def test_a_first_start_follows_the_system_at_actual_size(tmp_path: Path) -> None:
    session = Session(tmp_path / "window.ini")
    assert (session.look, session.zoom, session.library, session.page) == (
        SYSTEM,
        1.0,
        "",
        "library",
    )
    assert session.state("window").isEmpty()


def test_everything_kept_is_there_again(tmp_path: Path) -> None:
    session = Session(tmp_path / "window.ini")
    session.look, session.zoom = "dark", 1.25
    session.library, session.page = "sqlite:////a, b/ä.crosslight", "charts"
    session.keep_state("window", QByteArray(b"\0\1state"))
    session.sync()
    again = Session(tmp_path / "window.ini")
    assert (again.look, again.zoom) == ("dark", 1.25)
    assert (again.library, again.page) == ("sqlite:////a, b/ä.crosslight", "charts")
    assert again.state("window") == QByteArray(b"\0\1state")


def test_a_damaged_file_gives_the_first_values(tmp_path: Path) -> None:
    path = tmp_path / "window.ini"
    path.write_bytes(b"[General]\nzoom=large\nlook=@Invalid()\n\0\xff")
    session = Session(path)
    assert session.zoom == 1.0


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\0" * 200,
        b"\xff\xfe\x00garbage",
        b"[General",
        b"[General]\nzoom=nan\nlook=sepia\npage=nowhere\n",
        b"[state]\nwindow=@ByteArray(\n",
    ],
)
def test_whatever_is_in_the_file_the_window_can_begin(
    qapp: QApplication, tmp_path: Path, damage: bytes
) -> None:
    path = tmp_path / "window.ini"
    path.write_bytes(damage)
    session = Session(path)
    appearance = Appearance(qapp, session)
    assert appearance.look == SYSTEM
    assert 0.8 <= theme().zoom <= 2.0
    assert theme().palette.name in (LIGHT, DARK)
    assert session.state("window").size() < 8  # nothing that a window could take for its place
    theme().use(LIGHT, 1.0)
    qapp.setStyleSheet("")
    appearance.setParent(None)


def test_a_damaged_file_can_be_written_again(tmp_path: Path) -> None:
    path = tmp_path / "window.ini"
    path.write_bytes(b"\0\0[General\n=")
    session = Session(path)
    session.look = DARK
    session.sync()
    assert Session(path).look == DARK


def test_steps_of_zoom_stop_at_both_ends_and_are_remembered(
    qapp: QApplication, tmp_path: Path
) -> None:
    session = Session(tmp_path / "window.ini")
    appearance = Appearance(qapp, session, LIGHT)
    for _nth in range(12):
        appearance.zoom_by(1)
    assert (theme().zoom, session.zoom) == (2.0, 2.0)
    for _nth in range(20):
        appearance.zoom_by(-1)
    assert (theme().zoom, session.zoom) == (0.8, 0.8)
    appearance.zoom_by(0)
    assert (theme().zoom, session.zoom) == (1.0, 1.0)
    qapp.setStyleSheet("")
    appearance.setParent(None)


def test_a_look_that_was_chosen_is_used_and_remembered(qapp: QApplication, tmp_path: Path) -> None:
    session = Session(tmp_path / "window.ini")
    appearance = Appearance(qapp, session)
    appearance.choose(HIGH_DARK)
    assert (theme().palette.name, session.look) == (HIGH_DARK, HIGH_DARK)
    appearance.choose(SYSTEM)
    assert theme().palette.name in (LIGHT, DARK)
    theme().use(LIGHT, 1.0)
    qapp.setStyleSheet("")
    appearance.setParent(None)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such rights")
def test_nobody_else_may_read_which_library_is_kept(tmp_path: Path) -> None:
    session = Session(tmp_path / "own" / "window.ini")
    session.library = "postgresql://ann:secret@host/news"
    session.sync()
    session.look = "dark"
    session.sync()
    assert (tmp_path / "own" / "window.ini").stat().st_mode & 0o777 == 0o600
    assert Session(tmp_path / "own" / "window.ini").library == session.library


def test_a_session_that_restores_nothing_starts_anew_and_leaves_the_file_as_it_is(
    tmp_path: Path,
) -> None:
    path = tmp_path / "window.ini"
    last = Session(path)
    last.look, last.library = "dark", "sqlite:////a.crosslight"
    last.keep_state("window", QByteArray(b"state"))
    last.sync()
    before = path.read_bytes()
    safe = Session(path, restores=False)
    assert (safe.look, safe.zoom, safe.library) == (SYSTEM, 1.0, "")
    assert safe.state("window").isEmpty()
    safe.look, safe.library = "light", "sqlite:////b.crosslight"
    safe.keep_state("window", QByteArray(b"other"))
    assert (safe.look, safe.library) == ("light", "sqlite:////b.crosslight")
    safe.sync()
    assert path.read_bytes() == before
