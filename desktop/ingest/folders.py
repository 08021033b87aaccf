"""Finds the files that were given, and those in given folders, and looks at none of them inside."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.ingest.drafts import Remark, UnreadableFileError
from desktop.ingest.readers import NOT_A_FILE, most_bytes, too_large, unopened

_NO_FILE = Remark("not-a-file", NOT_A_FILE)
_OUTSIDE = Remark(
    "link-leads-out",
    "The link leads out of the folder and is not followed; add the file it leads to by its name.",
)
_EMPTY = Remark("empty-folder", "The folder holds no files to read; add one that holds articles.")
_BROKEN = Remark("missing", "The link leads nowhere; add the article's own file.")
_CLOSED = Remark(
    "unreadable", "You may not look into this folder; change its permissions and add it again."
)


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read, or the reason it cannot be.

    `shown` is the path as it was given, or as it was given with the way below it. `root` is the
    folder that was given, or the one the file lies in.
    """

    path: Path
    shown: str
    root: Path
    problem: Remark | None = None


def find_files(paths: Iterable[Path]) -> Iterator[FoundFile]:
    """Give all files under the paths, in the order given; inside a folder in order of name.

    What Python keeps in folders named `__pycache__` is passed over. A link that was given
    itself is followed; one inside a folder only if it stays in there.
    """
    for path in paths:
        if is_kind(path, stat.S_ISDIR):
            is_empty = True
            for file in _walk(path):
                is_empty = False
                yield file
            if is_empty:
                yield FoundFile(path, str(path), path, _EMPTY)
        else:
            yield FoundFile(path, str(path), path.parent, _problem(path))


def is_kind(path: Path, kind: Callable[[int], bool]) -> bool:
    """Say whether a path leads to `kind`, such as `stat.S_ISREG`.

    What the system does not even look at, as with a name that is too long, is of no kind.
    """
    try:
        return kind(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def _walk(root: Path) -> Iterator[FoundFile]:
    inside = Path(os.path.realpath(root))
    closed: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=closed.append):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        # Linked folders are never entered; those that lead out are files of no kind to be told of.
        linked = [name for name in folders if _leads_out(Path(folder) / name, inside)]
        for name in sorted([*names, *linked]):
            path = Path(folder) / name
            problem = _OUTSIDE if _leads_out(path, inside) else _problem(path)
            yield FoundFile(path, str(path), root, problem)
    for error in closed:
        path = Path(error.filename)
        yield FoundFile(path, str(path), root, _CLOSED)


def _leads_out(path: Path, inside: Path) -> bool:
    return path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(inside)


def _problem(path: Path) -> Remark | None:
    try:
        state = path.stat()
    except FileNotFoundError as error:
        return _BROKEN if path.is_symlink() else _remark(unopened(error))
    except (OSError, ValueError) as error:
        return _remark(unopened(error if isinstance(error, OSError) else OSError()))
    if not stat.S_ISREG(state.st_mode):
        return _NO_FILE
    if state.st_size > (most := most_bytes(path.name)):
        return _remark(too_large(state.st_size, most))
    return None


def _remark(error: UnreadableFileError) -> Remark:
    return Remark(error.code, error.message)
