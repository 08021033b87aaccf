"""The reader process: it answers, and what happens in it cannot hurt the caller."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.drafts import ArticleDraft, FileFacts, Reading, Remark, from_plain, to_plain
from desktop.ingest.reading import FileReader

TEXTS = st.text(max_size=30)
REMARKS = st.builds(Remark, TEXTS, TEXTS)
FACTS = st.builds(FileFacts, TEXTS, TEXTS, st.lists(TEXTS).map(tuple), TEXTS, TEXTS, TEXTS)
DRAFTS = st.builds(ArticleDraft, TEXTS, TEXTS, FACTS, st.lists(REMARKS).map(tuple))
READINGS = st.builds(Reading, st.lists(DRAFTS, max_size=3).map(tuple), st.none() | REMARKS)


@settings(max_examples=50, deadline=None)
@given(READINGS)
def test_a_reading_survives_the_way_through_plain_values(reading: Reading) -> None:
    assert from_plain(to_plain(reading)) == reading


@pytest.mark.parametrize("answer", [None, [], {}, {"drafts": [{"text": 5}]}, {"drafts": "x"}])
def test_an_answer_of_another_shape_is_an_error(answer: object) -> None:
    with pytest.raises(ValueError, match="not a"):
        from_plain(answer)


def test_one_process_reads_many_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("First words.\r\n")
    (tmp_path / "b.bin").write_bytes(bytes(100))
    with FileReader() as reader:
        first, second = reader.read(tmp_path / "a.txt"), reader.read(tmp_path / "b.bin")
        third = reader.read(tmp_path / "missing.txt")
    assert [draft.text for draft in first.drafts] == ["First words.\n"]
    assert second.problem is not None
    assert third.problem == Remark(
        "missing", "There is no such file; check its name and its folder."
    )


def test_a_dead_process_is_started_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Some words.")
    with FileReader() as reader:
        reader.read(tmp_path / "a.txt")
        assert reader._process is not None
        reader._process.kill()
        reader._process.wait()
        assert reader.read(tmp_path / "a.txt").drafts[0].text == "Some words."


@pytest.mark.skipif(os.name == "nt", reason="processes cannot be stopped there")
def test_a_process_that_hangs_is_given_up_and_the_file_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Some words.")
    with FileReader(timeout_s=0.0) as reader:
        reader.start()
        assert reader._process is not None
        os.kill(reader._process.pid, signal.SIGSTOP)
        reading = reader.read(tmp_path / "a.txt")
    assert reading.problem is not None
    assert reading.problem.code == "reader-failed"


@pytest.mark.skipif(os.name == "nt", reason="no such file names there")
def test_a_file_name_that_is_no_text_is_read(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.txt"))
    path.write_text("Some words.")
    with FileReader() as reader:
        assert reader.read(path).drafts[0].text == "Some words."


def test_reading_plain_text_loads_no_page_reader() -> None:
    code = (
        "import sys, desktop.ingest.worker, desktop.ingest.plain;"
        "heavy = {'trafilatura', 'lxml', 'puremagic', 'charset_normalizer'};"
        "sys.exit(bool(heavy & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
