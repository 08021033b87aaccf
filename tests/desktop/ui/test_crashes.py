"""A fault of our own: it is written down, said once in plain words, and the window goes on."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from sqlalchemy.exc import DatabaseError

from db.engine import server_engine
from desktop.services.faults import DistantFaultError, describe_fault
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
    for words in (
        "ValueError",
        "KeyError",
        "ZeroDivisionError",
        "OSError: No space left on device",
    ):
        assert words in logged
    for words in ("first", "second"):
        assert f"{words}</b>" not in logged
        assert f"'{words}'" not in logged
    assert logged.count("Traceback (most recent call last)") == 4


def test_a_fault_with_much_to_say_is_cut_in_the_dialog_and_no_word_is_in_the_file(
    qtbot: QtBot, reporter: CrashReporter, dialogs: list[Told]
) -> None:
    words = "word " * 4000
    raise_to_hook(reporter, RuntimeError(words))
    qtbot.waitUntil(lambda: len(dialogs) == 1)
    assert dialogs[0].details == f"RuntimeError: {words}"[:2000]
    assert "word word" not in log_path().read_text("utf-8")


ARTICLE = "The mayor slammed the shameful plan on Friday."


def fail_with_text(how: str) -> None:
    """Fail as code does that has an article in its hands."""
    if how == "message":
        raise ValueError(ARTICLE)
    if how == "key":
        _ = dict[str, int]()[ARTICLE]
    if how == "cause":
        try:
            fail_with_text("message")
        except ValueError as error:
            raise RuntimeError(ARTICLE) from error
    if how == "context":
        try:
            fail_with_text("key")
        except KeyError:
            _ = int(ARTICLE)
    if how == "encoding":
        f"{ARTICLE} \ud800".encode()
    if how == "note":
        error = ValueError("x")
        error.add_note(ARTICLE)
        raise error
    if how == "group":
        raise ExceptionGroup(ARTICLE, [ValueError(ARTICLE)])
    if how == "database":
        engine = server_engine("sqlite://")
        with engine.connect() as connection:
            connection.execute(sa.text("INSERT INTO none VALUES (:text)"), {"text": ARTICLE})


@pytest.mark.parametrize(
    "how", ["message", "key", "cause", "context", "encoding", "note", "group", "database"]
)
def test_no_line_of_the_log_holds_the_text_of_an_article(
    reporter: CrashReporter, dialogs: list[Told], how: str
) -> None:
    with pytest.raises(BaseException) as caught:  # noqa: PT011
        fail_with_text(how)
    reporter.hook(caught.type, caught.value, caught.tb)
    QApplication.processEvents()
    logged = log_path().read_text("utf-8")
    assert "fail_with_text" in logged
    for words in ("mayor", "slammed", "Friday"):
        assert words not in logged
    assert len(dialogs) <= 1


def test_what_a_database_error_says_hides_what_was_to_be_stored() -> None:
    with pytest.raises(DatabaseError) as caught:
        fail_with_text("database")
    assert "mayor" not in str(caught.value)


@pytest.mark.skipif(os.name == "nt", reason="there are no such rights")
def test_the_log_is_for_its_owner_alone(
    reporter: CrashReporter, place: Path, dialogs: list[Told]
) -> None:
    raise_to_hook(reporter, ValueError("x"))
    QApplication.processEvents()
    assert len(dialogs) <= 1
    assert log_path().stat().st_mode & 0o777 == 0o600
    assert place.stat().st_mode & 0o777 == 0o700


def test_a_fault_of_another_process_is_told_with_its_place_there() -> None:
    with pytest.raises(ValueError, match="mayor") as caught:
        fail_with_text("message")
    there = describe_fault(caught.value)
    here = describe_fault(DistantFaultError(there))
    assert "fail_with_text" in here
    assert "DistantFaultError" in here
    assert "mayor" not in here


def test_an_error_that_leads_to_itself_is_described_all_the_same() -> None:
    first, second = ValueError("x"), KeyError("y")
    first.__cause__, second.__cause__ = second, first
    assert describe_fault(first).count("ValueError") == 5


def test_a_log_of_many_faults_does_not_fill_the_disk(
    reporter: CrashReporter, place: Path, dialogs: list[Told]
) -> None:
    handler = [h for h in _log().handlers if isinstance(h, RotatingFileHandler)][-1]
    assert handler.maxBytes == 1_000_000
    handler.maxBytes = 2000
    for _nth in range(90):
        raise_to_hook(reporter, RuntimeError("x"))
    files = {path.name: path.stat().st_size for path in place.iterdir()}
    assert len(files) == 4
    assert sum(files.values()) < 10_000
    assert "RuntimeError" in log_path().read_text("utf-8")
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
