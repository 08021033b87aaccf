"""What outlives a run of the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray

from desktop.ui.session import SYSTEM, Session


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
