"""Jobs in a process of their own: the same steps, the same end, and no harm when they are left."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.services.analyses import analyze_articles
from desktop.services.apart import Apart
from desktop.services.articles import ArticleQuery, count_articles, list_articles
from desktop.services.errors import CrosslightError
from desktop.services.events import is_grouped, list_events
from desktop.services.jobs import JobKind, begin_job, unfinished_jobs
from desktop.services.libraries import Library, sample_articles
from desktop.services.maintenance import check_library
from tests.desktop.services.conftest import STORM, write

pytestmark = pytest.mark.slow


@pytest.fixture
def apart() -> Iterator[Apart]:
    """Give what runs jobs in a process, which is ended at last."""
    made = Apart()
    yield made
    made.close()


def arguments(job: str, *paths: Path) -> dict[str, object]:
    return {"id": job, "paths": [str(path) for path in paths], "notes_duplicates": True}


def test_all_jobs_of_a_large_import_run_in_one_process(library: Library, apart: Apart) -> None:
    job = begin_job(library, JobKind.IMPORT, "Adding", sample_articles())
    steps = list(apart.run(library, "import", arguments(job, *sample_articles())))
    assert [step.outcome.status.value for step in steps if step.outcome] == ["imported"] * 5
    assert unfinished_jobs(library) == ()
    first = apart._worker
    assert [s.done for s in apart.run(library, "analyze", {}) if s.label][-1] == 5
    assert list(apart.run(library, "group", {}))[-1].label == "Storing events"
    assert apart._worker is first
    assert is_grouped(library)
    assert len(list_events(library)) == 1
    assert list(analyze_articles(library)) == []
    assert all(row.analyzed for row in list_articles(library, ArticleQuery()))


def test_an_import_left_half_way_is_closed_and_its_process_goes_on(
    library: Library, apart: Apart, tmp_path: Path
) -> None:
    for number in range(60):
        write(tmp_path / "files", f"{number}.txt", STORM.replace("Anville", f"Town {number}"))
    job = begin_job(library, JobKind.IMPORT, "Adding", [tmp_path / "files"])
    told = 0
    with closing(apart.run(library, "import", arguments(job, tmp_path / "files"))) as steps:
        for step in steps:
            told += step.outcome is not None
            if told >= 3 and not step.more:
                break
    assert count_articles(library).all == told
    assert [left.id for left in unfinished_jobs(library)] == [job]
    rest = [
        s for s in apart.run(library, "import", arguments(job, tmp_path / "files")) if s.outcome
    ]
    assert len(rest) + told == count_articles(library).all == 60


def test_what_goes_wrong_for_the_user_is_told_as_it_stands(
    samples: Library, apart: Apart, tmp_path: Path
) -> None:
    assert samples.path is not None
    gone = Library("Gone", "", tmp_path / "none" / "x.crosslight", False, samples.engine)
    with pytest.raises(CrosslightError, match="Gone"):
        list(apart.run(gone, "analyze", {}))
    assert list(apart.run(samples, "group", {}))[-1].done == 3


def test_a_fault_of_our_own_brings_its_trace_along(samples: Library, apart: Apart) -> None:
    with pytest.raises(RuntimeError, match="KeyError"):
        list(apart.run(samples, "import", {}))
    assert list(apart.run(samples, "group", {}))[-1].done == 3


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_a_process_that_is_killed_is_told_of_and_the_library_is_sound(
    samples: Library, apart: Apart
) -> None:
    steps = apart.run(samples, "analyze", {})
    while not next(steps).label:
        pass
    assert apart._worker is not None
    apart._worker._process.send_signal(signal.SIGKILL)
    with pytest.raises(CrosslightError, match="ended from outside"):
        list(steps)
    assert check_library(samples.path or "") == ()
    assert list(apart.run(samples, "analyze", {}))[-1].total <= 5


def test_a_step_that_takes_too_long_to_leave_ends_with_its_process(
    samples: Library, apart: Apart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.services.apart._ENDS_S", 0.0)
    monkeypatch.setattr("desktop.services.apart._BEAT_S", 0.0)
    steps = apart.run(samples, "group", {})
    assert next(steps).label == ""
    steps.close()
    assert apart._worker is None
    assert not is_grouped(samples)
    assert check_library(samples.path or "") == ()
