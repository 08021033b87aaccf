"""Jobs that outlive the program: an import reads at the next start what was left of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services import decisions, jobs
from desktop.services.articles import count_articles
from desktop.services.errors import CrosslightError
from desktop.services.jobs import (
    JobKind,
    JobState,
    begin_job,
    end_job,
    import_as_job,
    pause_job,
    resume_job,
    unfinished_jobs,
)
from desktop.services.libraries import Library, open_library
from desktop.services.maintenance import check_library
from desktop.services.progress import Progress
from tests.desktop.services.conftest import STORM, write


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Return a folder of a hundred articles."""
    folder = tmp_path / "files"
    for number in range(100):
        write(folder, f"{number:03}.txt", STORM.replace("Anville", f"Town {number}"))
    return folder


def begin(library: Library, *paths: Path) -> str:
    return begin_job(library, JobKind.IMPORT, "Adding articles", paths)


def until_told(steps: Iterator[Progress], files: int) -> None:
    """Take steps until so many files are told of."""
    told = 0
    for step in steps:
        told += step.outcome is not None
        if told >= files and not step.more:
            return


def test_an_import_that_was_left_is_there_at_the_next_start_and_does_the_rest(
    library: Library, files: Path
) -> None:
    job = begin(library, files)
    until_told(import_as_job(library, job, [files]), 5)
    before = count_articles(library).all
    assert 5 <= before < 100
    (left,) = unfinished_jobs(library)
    assert (left.id, left.kind, left.label) == (job, JobKind.IMPORT, "Adding articles")
    assert (left.paths, left.goes_on) == ((files,), True)
    rest = [step for step in import_as_job(library, left.id, left.paths) if step.outcome]
    assert len(rest) == 100 - before
    assert count_articles(library).all == 100
    assert unfinished_jobs(library) == ()
    assert decisions.undo(library) == "Add 100 articles"


def test_a_job_that_came_to_its_end_or_was_given_up_is_forgotten(
    library: Library, files: Path
) -> None:
    job = begin(library, files)
    assert len([step for step in import_as_job(library, job, [files]) if step.outcome]) == 100
    assert unfinished_jobs(library) == ()
    other = begin(library, files)
    end_job(library, other)
    end_job(library, "nobody")
    assert unfinished_jobs(library) == ()


def test_a_paused_job_waits_for_the_user_after_a_restart_too(library: Library) -> None:
    job = begin(library, Path("somewhere"))
    pause_job(library, job)
    (left,) = unfinished_jobs(library)
    assert (left.state, left.goes_on) == (JobState.PAUSED, False)
    pause_job(library, job, paused=False)
    assert unfinished_jobs(library)[0].goes_on


def test_a_job_that_ends_the_program_each_time_is_no_longer_begun_by_itself(
    library: Library, files: Path
) -> None:
    job = begin(library, files)
    for _start in range(2):
        assert unfinished_jobs(library)[0].goes_on
        resume_job(library, job)
    assert not unfinished_jobs(library)[0].goes_on
    resume_job(library, job)
    until_told(import_as_job(library, job, [files]), 1)
    assert unfinished_jobs(library)[0].goes_on


def test_jobs_keep_their_order_and_what_they_need(library: Library, tmp_path: Path) -> None:
    first = begin(library, tmp_path / "a")
    second = begin_job(
        library, JobKind.EXPORT, "Exporting", [tmp_path / "b"], details={"format": "csv"}
    )
    found = unfinished_jobs(library)
    assert [job.id for job in found] == [first, second]
    assert found[1].data["format"] == "csv"


def test_a_path_is_kept_whole_and_absolute_also_where_it_is_no_text(
    library: Library, tmp_path: Path
) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"))
    begin(library, odd, Path("below"))
    assert unfinished_jobs(library)[0].paths == (odd, Path("below").absolute())


def test_what_a_later_version_left_is_passed_over(library: Library, tmp_path: Path) -> None:
    job = begin(library, tmp_path)
    with jobs.write_session(library) as session:
        row = session.get(jobs.JobRow, job)
        assert row is not None
        row.kind = "translate"
    assert unfinished_jobs(library) == ()


def test_an_import_that_fails_is_kept_for_later(
    library: Library, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = begin(library, files)

    def refuse(*_arguments: object, **_named: object) -> Iterator[Progress]:
        raise CrosslightError("The disk is full.", "Free some space.")

    monkeypatch.setattr(jobs, "import_files", refuse)
    with pytest.raises(CrosslightError):
        list(import_as_job(library, job, [files]))
    assert [left.id for left in unfinished_jobs(library)] == [job]


_IMPORTS = """
import sys
from pathlib import Path
from desktop.services.jobs import JobKind, begin_job, import_as_job
from desktop.services.libraries import open_library
library, files = open_library(sys.argv[1], create=True), [Path(sys.argv[2])]
job = begin_job(library, JobKind.IMPORT, "Adding", files)
for step in import_as_job(library, job, files):
    if step.outcome and not step.more:
        print(step.done, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_an_import_goes_on_after_its_program_was_killed(tmp_path: Path, files: Path) -> None:
    place = tmp_path / "Killed.crosslight"
    with subprocess.Popen(
        [sys.executable, "-c", _IMPORTS, str(place), str(files)], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        told = int([process.stdout.readline() for _ in range(3)][-1])
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert check_library(place) == ()
    opened = open_library(place)
    try:
        assert told <= count_articles(opened).all < 100
        (left,) = unfinished_jobs(opened)
        for _step in import_as_job(opened, left.id, left.paths):
            pass
        assert count_articles(opened).all == 100
        assert decisions.undo(opened) == "Add 100 articles"
    finally:
        opened.close()
