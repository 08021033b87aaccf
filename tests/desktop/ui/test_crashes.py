"""A fault of our own: it is written down, said once in plain words, and the window goes on."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.ui.crashes import CrashReporter, log_path, report_crashes


@dataclass(frozen=True)
class Told:
    """What a dialog said before it was closed."""

    text: str
    more: str
    details: str
    form: Qt.TextFormat


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the log lie in a folder of its own, which is not there yet, and return the folder."""
    folder = tmp_path / "state" / "log"

    def find(_name: str, *, appauthor: bool) -> str:
        assert not appauthor
        return str(folder)

    monkeypatch.setattr("platformdirs.user_log_dir", find)
    return folder


@pytest.fixture
def reporter(qapp: QApplication, place: Path) -> Iterator[CrashReporter]:
    assert qapp.thread().isCurrentThread()
    assert not place.exists()
    hooks, handlers = (sys.excepthook, threading.excepthook), list(_log().handlers)
    made = report_crashes()
    yield made
    made.close()
    sys.excepthook, threading.excepthook = hooks
    for handler in set(_log().handlers) - set(handlers):
        _log().removeHandler(handler)
        handler.close()


@pytest.fixture
def dialogs(qapp: QApplication) -> Iterator[list[Told]]:
    """Press Enter in each dialog that comes up; return what they said."""
    told: list[Told] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            words = box.text(), box.informativeText(), box.detailedText()
            told.append(Told(*words, box.textFormat()))
            QTest.keyClick(box, Qt.Key.Key_Return)

    timer = QTimer(qapp)
    timer.timeout.connect(look)
    timer.start(0)
    yield told
    timer.stop()
    timer.deleteLater()


def _log() -> logging.Logger:
    return logging.getLogger("crosslight")


def raise_to_hook(reporter: CrashReporter, error: BaseException) -> None:
    """Let an error reach the hook as Python does with one that nobody catches."""
    with pytest.raises(type(error)) as caught:
        raise error
    reporter.hook(caught.type, caught.value, caught.tb)


def in_thread(fail: Callable[[], object]) -> None:
    thread = threading.Thread(target=fail, name="short")
    thread.start()
    thread.join()


def test_the_first_fault_is_said_in_a_dialog_and_all_are_written_down(
    qtbot: QtBot, reporter: CrashReporter, dialogs: list[Told]
) -> None:
    raise_to_hook(reporter, ValueError("<b>first</b> & נפל 🌊"))
    qtbot.waitUntil(lambda: len(dialogs) == 1)
    (told,) = dialogs
    assert "Something went wrong" in told.text
    assert "Your library is safe" in told.more
    assert str(log_path()) in told.more
    assert told.details == "ValueError: <b>first</b> & נפל 🌊"
    assert told.form is Qt.TextFormat.PlainText
    raise_to_hook(reporter, KeyError("second"))
    in_thread(lambda: 1 / 0)
    raise_to_hook(reporter, OSError(28, "No space left"))
    qtbot.waitUntil(lambda: "No space left" in log_path().read_text("utf-8"))
    QApplication.processEvents()
    assert len(dialogs) == 1
    logged = log_path().read_text("utf-8")
    for words in ("<b>first</b> & נפל 🌊", "KeyError: 'second'", "ZeroDivisionError"):
        assert words in logged
    assert logged.count("Traceback (most recent call last)") == 4


def test_a_fault_with_much_to_say_is_cut_in_the_dialog_and_whole_in_the_file(
    qtbot: QtBot, reporter: CrashReporter, dialogs: list[Told]
) -> None:
    words = "word " * 4000
    raise_to_hook(reporter, RuntimeError(words))
    qtbot.waitUntil(lambda: len(dialogs) == 1)
    assert dialogs[0].details == f"RuntimeError: {words}"[:2000]
    assert words.strip() in log_path().read_text("utf-8")


def test_a_log_of_many_faults_does_not_fill_the_disk(
    reporter: CrashReporter, place: Path, dialogs: list[Told]
) -> None:
    for nth in range(9):
        raise_to_hook(reporter, RuntimeError(f"{nth} " + "x" * 600_000))
    files = {path.name: path.stat().st_size for path in place.iterdir()}
    assert len(files) == 4
    assert sum(files.values()) < 5_000_000
    assert "RuntimeError: 8 x" in log_path().read_text("utf-8")
    QApplication.processEvents()
    assert len(dialogs) <= 1


def test_ctrl_c_in_the_terminal_ends_the_program_and_is_no_fault(
    qapp: QApplication, reporter: CrashReporter, dialogs: list[Told]
) -> None:
    QTimer.singleShot(0, reporter, lambda: raise_to_hook(reporter, KeyboardInterrupt()))
    QTimer.singleShot(10_000, reporter, lambda: qapp.exit(1))
    assert qapp.exec() == 0
    assert dialogs == []
    assert not log_path().exists()


def test_without_a_place_for_the_log_faults_are_told_all_the_same(
    qtbot: QtBot, place: Path, request: pytest.FixtureRequest, dialogs: list[Told]
) -> None:
    # A file stands where the folder should.
    place.parent.parent.mkdir(exist_ok=True)
    place.parent.write_text("in the way", "utf-8")
    reporter: CrashReporter = request.getfixturevalue("reporter")
    raise_to_hook(reporter, ValueError("no log"))
    qtbot.waitUntil(lambda: len(dialogs) == 1)
    assert dialogs[0].details == "ValueError: no log"
    assert place.parent.read_text("utf-8") == "in the way"


def test_when_the_window_has_gone_faults_are_python_s_again(reporter: CrashReporter) -> None:
    assert sys.excepthook == reporter.hook
    reporter.close()
    assert sys.excepthook is sys.__excepthook__
    assert threading.excepthook is threading.__excepthook__
