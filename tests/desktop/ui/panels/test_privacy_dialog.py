"""The privacy page: what it shows of a test, and how one asks for another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ingest.confinement import Means
from desktop.services.privacy import (
    BundledData,
    IsolationCheck,
    MeansState,
    NetworkCount,
    Trial,
)
from desktop.ui.figures.privacy import network_facts, size_words
from desktop.ui.panels.privacy_dialog import PrivacyDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

CHECK = IsolationCheck(
    (
        MeansState(Means.CALLS, "Refuses sockets", in_force=True),
        MeansState(Means.FILES, "No way to shut files", in_force=False),
    ),
    (
        Trial("connect", "Connect to an address", refused=True, answer="not permitted"),
        Trial("read-file", "Open a file of yours", refused=False, answer="done"),
    ),
)
QUIET = NetworkCount(0, is_watching=True, open_now=0)
BUNDLED = (BundledData("Word lists", 1_200_000, "Apache-2.0"), BundledData("Icons", 19_447, "MIT"))


@pytest.fixture
def dialog(qtbot: QtBot) -> PrivacyDialog:
    made = PrivacyDialog(BUNDLED)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_page_shows_what_holds_and_what_does_not(dialog: PrivacyDialog) -> None:
    dialog.show_check(CHECK, QUIET)
    assert [(f.is_good, f.words) for f in dialog.means.facts] == [
        (True, "Refuses sockets"),
        (False, "No way to shut files"),
    ]
    assert [(f.is_good, f.note) for f in dialog.trials.facts] == [
        (True, "refused"),
        (False, "not refused"),
    ]
    spoken = {part.accessibleName() for part in dialog.findChildren(QWidget)}
    assert "Open a file of yours. not refused" in spoken
    assert "No way to shut files. Not on this system" in spoken


def test_the_data_are_a_table_with_sizes_and_licenses(dialog: PrivacyDialog) -> None:
    rows = [[cell.said for cell in row.cells] for row in dialog.data.shown_rows]
    assert rows == [["Word lists", "1.2 MB", "Apache-2.0"], ["Icons", "19 kB", "MIT"]]


def test_the_test_is_asked_for_once_at_a_time(qtbot: QtBot, dialog: PrivacyDialog) -> None:
    dialog.show_check(CHECK, QUIET)
    with qtbot.waitSignal(dialog.test_asked):
        dialog.test.click()
    assert not dialog.test.isEnabled()
    assert [fact.words for fact in dialog.trials.facts] == ["A reader is trying it now…"]
    dialog.show_check(CHECK, QUIET)
    assert dialog.test.isEnabled()


def test_a_test_that_could_not_be_run_is_explained(dialog: PrivacyDialog) -> None:
    dialog.start()
    dialog.show_trouble("The test could not be run.")
    (fact,) = dialog.trials.facts
    assert (fact.is_good, fact.words) == (False, "The test could not be run.")
    assert dialog.test.isEnabled()


@pytest.mark.parametrize(
    ("tried", "open_now", "words"),
    [
        (0, 0, ["0 attempts to reach", "0 sockets to"]),
        (1, 1, ["1 attempt to reach", "1 socket to"]),
        (3, None, ["3 attempts to reach"]),
    ],
)
def test_what_was_counted_is_told_in_words(
    tried: int, open_now: int | None, words: list[str]
) -> None:
    facts = network_facts(replace(QUIET, tried=tried, open_now=open_now))
    assert len(facts) == len(words)
    for fact, start in zip(facts, words, strict=True):
        assert fact.words.startswith(start)
        assert fact.is_good == start.startswith("0")


@pytest.mark.parametrize(
    ("size", "words"), [(0, "0 kB"), (600, "1 kB"), (999_499, "999 kB"), (1_000_000, "1.0 MB")]
)
def test_a_size_is_told_in_the_unit_that_suits_it(size: int, words: str) -> None:
    assert size_words(size) == words
