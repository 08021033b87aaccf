"""Files that were refused or are doubtful: listed with the reason, given back, tried again."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from typing_extensions import override

from desktop.ingest.drafts import ArticleDraft, Reading, Remark
from desktop.ingest.reading import FileRead, FileReader
from desktop.services import originals
from desktop.services.decisions import undo
from desktop.services.errors import CrosslightError
from desktop.services.kept_files import (
    get_unsettled,
    list_unsettled,
    load_original,
    retry_file,
    save_original,
)
from desktop.services.libraries import Library, open_library
from desktop.services.maintenance import check_library
from desktop.services.originals import is_doubtful, pack, unpack
from desktop.services.progress import FileStatus
from desktop.services.sessions import read_session
from tests.desktop.services.conftest import STORM, run_import

# Of no language and no encoding that anybody wrote in: read, and doubted.
DOUBTFUL = STORM.encode() + b" \xff\xfe\x81 " * 3
BROKEN = b'{"title": "Storm", "text": '


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


class BetterReader(FileReader):
    """Reads what this version cannot, as a later one might."""

    @override
    def read_data(self, name: str, data: bytes) -> Reading:
        return Reading((ArticleDraft(f"{name} holds {len(data)} bytes of news.", "json"),))


@pytest.fixture
def broken(library: Library, tmp_path: Path) -> Path:
    """Import a file that cannot be read."""
    path = put(tmp_path, "broken.json", BROKEN)
    (outcome,) = run_import(library, path)
    assert outcome.status is FileStatus.REJECTED
    return path


def test_files_are_listed_with_the_reason_the_latest_first(
    library: Library, broken: Path, tmp_path: Path
) -> None:
    good, missing = put(tmp_path, "good.txt", STORM.encode()), tmp_path / "missing.txt"
    run_import(library, good, missing)
    last, first = list_unsettled(library)
    assert (first.name, first.path, first.status) == ("broken.json", str(broken), "rejected")
    assert first.problem.message
    assert first.has_original
    assert (last.name, last.problem.code, last.has_original) == ("missing.txt", "missing", False)
    assert get_unsettled(library, first.id) == first


def test_a_doubtful_file_is_kept_with_its_article(library: Library, tmp_path: Path) -> None:
    path = put(tmp_path, "doubtful.txt", DOUBTFUL)
    (outcome,) = run_import(library, path)
    assert outcome.status is FileStatus.ATTENTION
    (file,) = list_unsettled(library)
    assert file.article_ids == (outcome.articles[0].id,)
    assert load_original(library, file.id) == DOUBTFUL


def test_the_file_is_given_back_as_it_came(library: Library, broken: Path, tmp_path: Path) -> None:
    broken.unlink()
    (file,) = list_unsettled(library)
    save_original(library, file.id, tmp_path / "back.json")
    assert (tmp_path / "back.json").read_bytes() == BROKEN


def test_a_file_of_no_readable_kind_is_listed_and_not_kept(
    library: Library, tmp_path: Path
) -> None:
    picture = put(tmp_path, "photo.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    run_import(library, picture, put(tmp_path, "empty.txt", b""))
    assert [file.has_original for file in list_unsettled(library)] == [False, False]
    (empty, photo) = list_unsettled(library)
    for file in (empty, photo):
        with pytest.raises(CrosslightError, match="holds no copy"):
            load_original(library, file.id)


def test_a_file_that_a_later_import_reads_is_settled(library: Library, broken: Path) -> None:
    broken.write_bytes(b'{"title": "Storm", "text": "A storm tore the roof from a school."}')
    (outcome,) = run_import(library, broken)
    assert outcome.status is FileStatus.IMPORTED
    assert list_unsettled(library) == ()


def test_a_file_that_fails_again_is_listed_once(library: Library, broken: Path) -> None:
    run_import(library, broken)
    run_import(library, broken)
    (file,) = list_unsettled(library)
    assert load_original(library, file.id) == BROKEN


@pytest.mark.usefixtures("broken")
def test_trying_again_with_the_same_version_changes_nothing(library: Library) -> None:
    before = list_unsettled(library)
    retry = retry_file(library, before[0].id)
    assert retry.outcome is None
    assert retry.message == before[0].problem.message
    assert list_unsettled(library) == before
    assert undo(library) is None


def test_a_doubt_that_stays_changes_nothing_either(library: Library, tmp_path: Path) -> None:
    run_import(library, put(tmp_path, "doubtful.txt", DOUBTFUL))
    (file,) = before = list_unsettled(library)
    assert retry_file(library, file.id).outcome is None
    assert list_unsettled(library) == before


def test_what_a_later_version_reads_is_added_and_can_be_undone(
    library: Library, broken: Path
) -> None:
    broken.unlink()
    (file,) = list_unsettled(library)
    retry = retry_file(library, file.id, BetterReader())
    assert retry.outcome is not None
    assert retry.outcome.status is FileStatus.IMPORTED
    assert retry.outcome.path == str(broken)
    assert retry.message == "The file was read: 1 article added."
    assert list_unsettled(library) == ()
    assert undo(library) == "Add 1 article"


@pytest.mark.usefixtures("broken")
def test_what_is_in_the_library_already_is_told_as_such(library: Library, tmp_path: Path) -> None:
    run_import(library, put(tmp_path, "same.txt", b"broken.json holds 27 bytes of news."))
    (file,) = list_unsettled(library)
    retry = retry_file(library, file.id, BetterReader())
    assert retry.message == "The file was read: 1 article, in the library already."
    assert list_unsettled(library) == ()


@pytest.mark.parametrize("action", [get_unsettled, load_original, retry_file])
def test_a_number_of_no_file_is_refused(library: Library, action: object) -> None:
    assert callable(action)
    with pytest.raises(CrosslightError, match="No file that needs attention has the number 5"):
        action(library, 5)


def test_a_file_that_was_read_well_is_none_of_them(library: Library, tmp_path: Path) -> None:
    run_import(library, put(tmp_path, "good.txt", STORM.encode()))
    with pytest.raises(CrosslightError, match="number 1"):
        get_unsettled(library, 1)


@pytest.mark.usefixtures("broken")
def test_a_kept_file_is_part_of_a_sound_library(library: Library) -> None:
    assert list_unsettled(library)
    assert check_library(library.url) == ()


@pytest.mark.usefixtures("broken")
def test_files_are_listed_and_saved_where_the_library_is_only_read(
    library: Library, tmp_path: Path
) -> None:
    place = library.url
    library.close()
    reopened = open_library(place, read_only=True)
    try:
        (file,) = list_unsettled(reopened)
        save_original(reopened, file.id, tmp_path / "back.json")
        with pytest.raises(CrosslightError):
            retry_file(reopened, file.id)
    finally:
        reopened.close()


def test_a_library_takes_no_more_than_it_has_room_for(
    library: Library, broken: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert broken.exists()
    (first,) = list_unsettled(library)
    with read_session(library) as session:
        used = originals.MOST_KEPT - originals.room_for_originals(session)
    monkeypatch.setattr(originals, "MOST_KEPT", used + 100)
    large = put(tmp_path, "large.json", b'{"text": "' + hashlib.shake_128(b"large").digest(5000))
    small = put(tmp_path, "small.json", b'{"text": "x')
    outcomes = run_import(library, large, small)
    assert [outcome.kept for outcome in outcomes] == [False, True]
    assert [file.has_original for file in list_unsettled(library)] == [True, False, True]
    assert list_unsettled(library)[-1] == first


@pytest.mark.parametrize(
    ("reading", "is_kept"),
    [
        (Reading(problem=Remark("reader-failed", "Words.")), True),
        (Reading(problem=Remark("took-too-long", "Words.")), True),
        (Reading(problem=Remark("encrypted", "Words.")), True),
        (Reading(problem=Remark("picture", "Words.")), False),
        (Reading(problem=Remark("no-reader", "Words.")), False),
        (Reading((ArticleDraft("x", "txt"),)), False),
        (Reading((ArticleDraft("x", "txt", doubts=(Remark("guess", "Words."),)),)), True),
        (Reading((ArticleDraft("x", "txt"),), remarks=(Remark("left-out", "Words."),)), True),
    ],
)
def test_kept_is_what_leaves_something_to_be_desired(reading: Reading, is_kept: bool) -> None:
    assert is_doubtful(reading) is is_kept
    original = pack(FileRead(reading, b"bytes " * 1000))
    assert (original is not None) is is_kept
    if original is not None:
        assert len(original.data) < 1000
        assert unpack(original.data) == b"bytes " * 1000
    assert pack(FileRead(reading)) is None


def test_bytes_that_were_damaged_are_refused() -> None:
    original = pack(FileRead(Reading(problem=Remark("reader-failed", "Words.")), b"bytes"))
    assert original is not None
    with pytest.raises(ValueError, match="damaged"):
        unpack(original.data[:-3])
