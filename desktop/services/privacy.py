"""What leaves this machine (nothing), what holds the readers of files in, and what was bundled."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from fnmatch import fnmatch
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from desktop.ingest.confinement import Means
from desktop.ingest.reading import FileReader
from desktop.ingest.watching import attempts, is_watching
from desktop.services.errors import CrosslightError

__all__ = [
    "BundledData",
    "IsolationCheck",
    "MeansState",
    "NetworkCount",
    "Trial",
    "check_isolation",
    "count_network",
    "list_bundled",
]

_OWN = "Apache-2.0"
# Every file belongs to the first entry that names it.
_BUNDLED = (
    ("Reference measure of tone, from TextBlob", "Public domain (PDDL)", "lexicons/tone.tsv"),
    ("How many news articles hold a word", _OWN, "lexicons/background_df*"),
    ("Weights of tone towards somebody, fitted to NewsMTSC", f"{_OWN}, data MIT",
     "lexicons/target_tone*"),
    ("Word lists of Crosslight", _OWN, "lexicons/*"),
    ("Font Inter", "SIL OFL 1.1", "fonts/*Inter*"),
    ("Font Source Serif", "SIL OFL 1.1", "fonts/*SourceSerif*"),
    ("Icons, from Tabler", "MIT", "icons/*"),
    ("Colors, help, templates and pictures", _OWN, "*"),
)  # fmt: skip
_SAMPLES = ("Sample articles", "belong to their publishers")
_SKIPPED = ("__pycache__", ".pyc")

_MEANS = {
    Means.CALLS: (
        "Refuses readers sockets, other programs, new processes and writing (seccomp)",
        "No filter of system calls (seccomp)",
    ),
    Means.FILES: (
        "Opens no file for readers but those of Python and Crosslight (Landlock)",
        "No way to shut files (Landlock)",
    ),
    Means.NETWORK: (
        "Keeps readers in a network of their own, in which there is nobody (namespace)",
        "No network of their own for readers (namespace)",
    ),
    Means.LIMITS: (
        "Limits memory, processor time, open files, processes and what is written",
        "No limits on memory, processor time, files and processes",
    ),
    Means.PARENT: (
        "Ends readers together with the program, also when that is killed",
        "Readers end by themselves a few seconds after a program that was killed",
    ),
}
_TRIALS = {
    "connect": "Connect to a network address",
    "read-file": "Open a file of yours",
    "write-file": "Write to a file of yours",
    "new-process": "Start another process",
    "other-program": "Become another program",
}


@dataclass(frozen=True, slots=True)
class NetworkCount:
    """What was seen of networks since the program began.

    `tried` counts attempts of the program and its readers; `open_now` is how many sockets to
    a network this process has open at the moment, None where the system does not tell.
    """

    tried: int
    is_watching: bool
    open_now: int | None


@dataclass(frozen=True, slots=True)
class MeansState:
    """A means by which the system holds readers in, in words, and whether it is in force."""

    means: Means
    words: str
    in_force: bool


@dataclass(frozen=True, slots=True)
class Trial:
    """Something that a reader tried, whether it was refused, and the system's own words."""

    name: str
    words: str
    refused: bool
    answer: str


@dataclass(frozen=True, slots=True)
class IsolationCheck:
    """What a reader found when it tried, from inside, what it may not do."""

    means: tuple[MeansState, ...]
    trials: tuple[Trial, ...]

    @property
    def is_tight(self) -> bool:
        """Whether everything that was tried was refused."""
        return all(trial.refused for trial in self.trials)


@dataclass(frozen=True, slots=True)
class BundledData:
    """Data that came with the program, its size in bytes and under which license it is."""

    name: str
    size: int
    license: str


def count_network() -> NetworkCount:
    """Return what was seen of networks since the program began."""
    return NetworkCount(attempts(), is_watching(), _open_sockets())


def check_isolation() -> IsolationCheck:
    """Have a reader try a connection, a file of the user's and more, which takes a moment.

    Raises:
        CrosslightError: The reader could not be started, or gave no answer.
    """
    try:
        # A file that every other program of this user can open.
        with tempfile.TemporaryDirectory(prefix="crosslight-") as folder:
            private = Path(folder) / "private.txt"
            private.write_text("private", encoding="utf-8")
            with FileReader() as reader:
                found = reader.test(private)
    except OSError as error:
        raise CrosslightError(
            "The test could not be run: no reader answered.", "Close some programs and try again."
        ) from error
    means = tuple(
        MeansState(each, words if each in found.means else absent, each in found.means)
        for each, (words, absent) in _MEANS.items()
    )
    trials = tuple(
        Trial(each["what"], _TRIALS[each["what"]], each["refused"], each["answer"])
        for each in found.attempts
        if each["what"] in _TRIALS
    )
    return IsolationCheck(means, trials)


def list_bundled() -> tuple[BundledData, ...]:
    """Return the data that came with the program, the largest first."""
    sizes = dict.fromkeys(range(len(_BUNDLED)), 0)
    for name, size in _files(resources.files("resources"), ""):
        sizes[next(nth for nth, entry in enumerate(_BUNDLED) if fnmatch(name, entry[2]))] += size
    found = [BundledData(_BUNDLED[nth][0], size, _BUNDLED[nth][1]) for nth, size in sizes.items()]
    samples = sum(size for _name, size in _files(resources.files("seeds"), ""))
    found.append(BundledData(_SAMPLES[0], samples, _SAMPLES[1]))
    return tuple(sorted(found, key=lambda entry: -entry.size))


def _files(folder: Traversable, above: str) -> Iterator[tuple[str, int]]:
    for entry in folder.iterdir():
        if entry.name.endswith(_SKIPPED):
            continue
        name = f"{above}{entry.name}"
        if entry.is_dir():
            yield from _files(entry, f"{name}/")
        elif isinstance(entry, Path):
            yield name, entry.stat().st_size
        else:
            yield name, len(entry.read_bytes())


def _open_sockets() -> int | None:
    """Return how many sockets of this process belong to a network, as the kernel counts them."""
    if sys.platform != "linux":
        return None
    own: set[str] = set()
    places = Path("/proc/self/fd")
    try:
        handles = list(places.iterdir())
        known = _network_sockets()
    except OSError:
        return None
    for handle in handles:
        with suppress(OSError):
            own.add(str(handle.readlink()))
    return len(own & known)


def _network_sockets() -> set[str]:
    """Return all sockets that belong to a network, named as the files of a process name them."""
    found: set[str] = set()
    for kind in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
        with suppress(FileNotFoundError):  # a system without that kind of network
            lines = Path(f"/proc/self/net/{kind}").read_text("ascii", "replace").splitlines()[1:]
            found |= {f"socket:[{fields[9]}]" for line in lines if (fields := line.split())[9:]}
    return found
