"""What the privacy page says, found on this machine by real processes."""

from __future__ import annotations

import socket
import sys
from importlib import resources
from pathlib import Path

import pytest

from desktop.ingest import process
from desktop.ingest.confinement import Means
from desktop.services import privacy
from desktop.services.errors import CrosslightError
from desktop.services.privacy import (
    IsolationCheck,
    Trial,
    check_isolation,
    count_network,
    list_bundled,
)


def test_a_reader_tries_and_every_means_is_spoken_of() -> None:
    check = check_isolation()
    assert {state.means for state in check.means} == set(Means)
    assert len({state.words for state in check.means}) == len(Means)
    assert "read-file" in {trial.name for trial in check.trials}
    if sys.platform == "linux":
        assert next(s for s in check.means if s.means is Means.CALLS).in_force
        refused = {trial.name for trial in check.trials if trial.refused}
        assert {"connect", "write-file", "new-process", "other-program"} <= refused


def test_the_test_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(privacy.tempfile, "tempdir", str(tmp_path))
    check_isolation()
    assert list(tmp_path.iterdir()) == []


def test_a_test_that_cannot_be_run_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "worker_command", lambda: ["/no/such/program"])
    with pytest.raises(CrosslightError, match="could not be run"):
        check_isolation()


def test_one_trial_that_was_not_refused_is_enough_to_be_told() -> None:
    good = Trial("connect", "Connect", refused=True, answer="")
    bad = Trial("read-file", "Open", refused=False, answer="done")
    assert IsolationCheck((), (good,)).is_tight
    assert not IsolationCheck((), (good, bad)).is_tight


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell")
def test_sockets_to_a_network_are_counted_as_long_as_they_are_open() -> None:
    before = count_network().open_now
    assert before is not None
    with socket.socket() as listening, socket.socket(type=socket.SOCK_DGRAM) as other:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        other.bind(("127.0.0.1", 0))
        assert count_network().open_now == before + 2
        with socket.socket(socket.AF_UNIX):
            assert count_network().open_now == before + 2
    assert count_network().open_now == before


def test_a_system_that_does_not_tell_of_sockets_gives_no_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(privacy.sys, "platform", "darwin")
    assert count_network().open_now is None


def test_all_data_that_is_bundled_is_listed_once_with_its_license() -> None:
    bundled = list_bundled()
    assert all(entry.size > 0 and entry.license for entry in bundled)
    assert [entry.size for entry in bundled] == sorted((e.size for e in bundled), reverse=True)
    folders = [Path(str(resources.files(package))) for package in ("resources", "seeds")]
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    sizes = [path.stat().st_size for path in files if "__pycache__" not in path.parts]
    assert sum(entry.size for entry in bundled) == sum(sizes)


def test_fonts_and_lexicons_of_others_are_listed_under_their_own_licenses() -> None:
    licenses = {entry.name: entry.license for entry in list_bundled()}
    assert licenses["Font Inter"] == licenses["Font Source Serif"] == "SIL OFL 1.1"
    assert licenses["Icons, from Tabler"] == "MIT"
    assert licenses["Reference measure of tone, from TextBlob"].startswith("Public domain")
    assert "publishers" in licenses["Sample articles"]
