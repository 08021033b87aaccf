"""Starting the program: paint first, one window, and the demo."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import CANNOT_OPEN, Opening, Start, _asked, make_application, parse, run_gui
from desktop.services.libraries import default_library, sample_articles, sample_library_path
from desktop.ui.garbage import Collector
from desktop.ui.instance import SingleInstance, name_place
from desktop.ui.palettes import HIGH_DARK, LIGHT
from desktop.ui.session import Session
from desktop.ui.theme import theme
from tests.desktop.ui.emitted import emitted

ROOT = Path(__file__).parents[2]
PATIENCE_MS = 60_000
AT_FIRST_PAINT = """
import sys
from PySide6.QtCore import QTimer
from desktop.app import Opening, make_application, parse
app = make_application()
opening = Opening(app, parse(["--library", sys.argv[1]]))
opening.window.painted.disconnect()
def look():
    sys.stdout.write("\\n".join(sorted(sys.modules)))
    app.quit()
opening.window.painted.connect(look)
opening.window.show()
app.exec()
"""


def run_python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
        cwd=ROOT,
    )


@pytest.mark.slow
def test_the_first_picture_waits_for_nothing_heavy(tmp_path: Path) -> None:
    loaded = set(run_python(AT_FIRST_PAINT, str(tmp_path / "L.crosslight")).stdout.split())
    assert "desktop.ui.windows.main" in loaded
    heavy = {"sqlalchemy", "alembic", "textblob", "nltk", "numpy", "pydantic", "lxml"}
    assert not heavy & {name.partition(".")[0] for name in loaded}
    assert not {"desktop.services.libraries", "desktop.core.analysis"} & loaded


@pytest.mark.slow
def test_the_window_imports_no_page_that_was_not_looked_at() -> None:
    code = "import sys; import desktop.ui.windows.desk; print(*sorted(sys.modules))"
    loaded = set(run_python(code).stdout.split())
    assert "desktop.ui.panels.compare" in loaded
    pages = {"article", "charts", "details", "diff", "help", "report", "settings", "voices"}
    dialogs = {"decisions_dialog", "event_chooser", "profile_dialog", "why", "why_alone"}
    assert not {f"desktop.ui.panels.{name}" for name in pages | dialogs} & loaded
    shown_later = {"desktop.services.reports", "desktop.services.profiles"}
    assert not (shown_later | {"desktop.core.analysis.details"}) & loaded


def test_arguments_say_which_library_and_which_files() -> None:
    start = parse(["--library", "L.crosslight", "--theme", "high-contrast-dark", "a.txt"])
    assert start == Start("L.crosslight", False, HIGH_DARK, (Path("a.txt").absolute(),))
    assert parse(["--sample"]).sample


def test_a_start_is_named_after_the_library_that_it_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _asked(parse([])) == default_library()
    assert _asked(parse(["--library", default_library()])) == default_library()
    assert _asked(parse(["--sample"])) == str(sample_library_path())
    monkeypatch.setenv("CROSSLIGHT_LIBRARY", "/chosen.crosslight")
    monkeypatch.setenv("CROSSLIGHT_SAMPLE", "/samples.crosslight")
    assert _asked(parse([])) == default_library() == "/chosen.crosslight"
    assert _asked(parse(["--sample"])) == "/samples.crosslight"


def test_a_start_can_be_portable_and_safe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "crosslight"))
    assert parse(["--portable"]).library == str(tmp_path / "Library.crosslight")
    assert parse(["--portable", "--library", "L.db"]).library == "L.db"
    assert parse(["--safe-mode"]).is_safe
    assert not parse([]).is_safe


def test_a_wrong_argument_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(["--theme", "pink"])
    assert ended.value.code == 2
    assert "pink" in capsys.readouterr().err


def test_without_a_display_the_window_names_the_way_without_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    if sys.platform == "linux":
        assert run_gui([]) == CANNOT_OPEN
        assert "crosslight demo" in capsys.readouterr().err


@pytest.mark.slow
def test_a_window_opens_its_library_and_imports_the_paths_of_its_start(
    qtbot: QtBot, tmp_path: Path
) -> None:
    where = str(tmp_path / "L.crosslight")
    start = Start(where, False, LIGHT, (sample_articles()[0],))
    collector = Collector()
    opening = Opening(make_application(), start, Session(tmp_path / "window.ini"))
    qtbot.addWidget(opening.window)
    opening.window.show()
    opening.receive([sample_articles()[1]])

    def is_done() -> bool:
        desk = opening.desk
        return desk is not None and desk.shelves.counts.all == 2 and not desk.is_busy

    qtbot.waitUntil(is_done, timeout=PATIENCE_MS)
    opening.receive([sample_articles()[2]])
    assert opening.desk is not None
    desk = opening.desk
    qtbot.waitUntil(lambda: desk.shelves.counts.all == 3 and not desk.is_busy, timeout=PATIENCE_MS)
    opening.window.close()
    opening.close()
    collector.close()
    assert desk.workspace.library is None
    theme().use(LIGHT, 1.0)


@pytest.mark.slow
def test_a_second_start_of_the_program_hands_over_and_ends(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    assert qapp.thread() is not None
    library = str(tmp_path / "L.crosslight")
    first = SingleInstance(name_place(library))
    seen = emitted(first.paths_received)
    assert first.claim()
    command = [sys.executable, "-m", "desktop", "gui", "--library", library, "some.txt"]
    with subprocess.Popen(command, cwd=ROOT, env=dict(os.environ)) as second:
        qtbot.waitUntil(lambda: bool(seen), timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=PATIENCE_MS)
        assert second.returncode == 0
    assert seen == [[ROOT / "some.txt"]]
    first.close()


@pytest.mark.slow
@pytest.mark.usefixtures("qapp")
def test_a_second_start_that_nobody_answers_says_so(tmp_path: Path) -> None:
    library = str(tmp_path / "L.crosslight")
    first = SingleInstance(name_place(library))
    assert first.claim()
    first.stop_listening()
    command = [sys.executable, "-m", "desktop", "gui", "--library", library, "some.txt"]
    second = subprocess.run(
        command, capture_output=True, text=True, timeout=120, check=False, cwd=ROOT
    )
    first.close()
    assert second.returncode == CANNOT_OPEN
    assert "does not answer" in second.stderr


@pytest.mark.slow
def test_the_demo_prints_the_comparison_and_writes_a_picture_of_each_view(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "desktop", "demo", "--to", str(tmp_path / "demo")]
    environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=300, check=True, cwd=ROOT, env=environment
    )
    for outlet in ("Business Insider", "The Hindu", "Antiwar.com", "RFE/RL", "Euromaidan Press"):
        assert outlet in done.stdout
    pictures = {path.name for path in (tmp_path / "demo").glob("*.png")}
    views = ("library", "article", "compare", "diff", "charts", "report")
    assert {f"{view}-light.png" for view in views} <= pictures
    assert {"library-dark.png", "compare-dark.png"} <= pictures
    assert all(name in done.stdout for name in pictures)
    assert not done.stderr
