"""What the system refuses a reader process: the network, other files, other programs, too much.

Each means is asked of the system by itself; one that it does not have is left out, and `confine`
says which are in force. All of them are for good: no code in the process, of whatever library,
takes one back.
"""

from __future__ import annotations

import os
import platform
import struct
import sys
import sysconfig
from collections.abc import Callable, Iterable
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import TypedDict

from desktop.ingest.call_filter import ARCHITECTURES, build_filter

try:
    import resource
except ImportError:  # Windows
    resource = None

# Two readers side by side and the program itself stay below 1.5 GB.
MEMORY_BYTES = 640_000_000
MOST_OPEN_FILES = 64
# What libraries and the time zones of Python lie in, where the system has it.
_SYSTEM_PLACES = (
    "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/nix/store", "/gnu/store",
    "/etc/ld.so.cache", "/etc/localtime", "/usr/share/zoneinfo", "/dev/null", "/dev/urandom",
)  # fmt: skip

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_SET_PARENT_DEATH_SIGNAL, _SET_NO_NEW_PRIVILEGES = 1, 38
_SIGKILL = 9
_SECCOMP_FILTER, _ALL_THREADS = 1, 1
_SECCOMP = {"x86_64": 317, "aarch64": 277}
_CREATE_RULESET, _ADD_RULE, _RESTRICT = 444, 445, 446
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
# How many kinds of access to files each version of Landlock can refuse; later ones as the last.
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}
_MOST_FILE_RIGHTS = 16
_NET_SINCE, _SCOPE_SINCE = 4, 6


class Means(StrEnum):
    """The means by which a system keeps a reader process in."""

    LIMITS = "limits"
    PARENT = "parent"
    NETWORK = "network"
    FILES = "files"
    CALLS = "calls"


class Attempt(TypedDict):
    """One thing tried: what it was, whether the system refused it, and the system's words."""

    what: str
    refused: bool
    answer: str


def confine() -> tuple[Means, ...]:
    """Shut this process in for good, and return the means that are in force.

    It is to be called from the only thread, once all that has to be opened is open.
    """
    found = [Means.LIMITS] if _limit() else []
    if sys.platform != "linux":
        return tuple(found)
    # A namespace takes the parent's signal away, and no filter goes in without the promise.
    steps: tuple[tuple[Means, Callable[[], bool]], ...] = (
        (Means.NETWORK, _leave_network),
        (Means.PARENT, lambda: _control(_SET_PARENT_DEATH_SIGNAL, _SIGKILL)),
    )
    found += [means for means, step in steps if _try(step)]
    if _try(lambda: _control(_SET_NO_NEW_PRIVILEGES, 1)):
        locks = ((Means.FILES, _shut_files), (Means.CALLS, _filter_calls))
        found += [means for means, step in locks if _try(step)]
    return tuple(found)


def find_readable() -> list[Path]:
    """Return what a confined process may still read: Python, its libraries, and this program."""
    package = Path(__file__).resolve().parents[1]
    bundle = getattr(sys, "_MEIPASS", "")
    libraries = sysconfig.get_paths()
    named = [libraries[kind] for kind in ("stdlib", "platstdlib", "purelib", "platlib")]
    # Where Debian and others put what they bring; never a folder of the user's own.
    named += [p for p in sys.path if Path(p).name in ("site-packages", "dist-packages")]
    named += [f"{sys.base_prefix}/lib", *_SYSTEM_PLACES, *([bundle] if bundle else [])]
    places = [package, package.parent / "resources", *map(Path, named)]
    return [place for place in dict.fromkeys(places) if place.exists()]


def _limit() -> bool:
    """Limit memory, files and processes; the time is limited anew for each file."""
    if resource is None:
        return False
    limits = {
        resource.RLIMIT_AS: MEMORY_BYTES,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: MOST_OPEN_FILES,
        resource.RLIMIT_NPROC: 0,
    }
    done = True
    for kind, value in limits.items():
        try:
            resource.setrlimit(kind, (value, value))
        except (ValueError, OSError):
            done = False
    return done


def _try(step: Callable[[], bool]) -> bool:
    try:
        return step()
    except (OSError, AttributeError, ValueError, KeyError, ImportError):
        return False


def _leave_network() -> bool:
    """Move into a network of this process's own, in which there is nobody."""
    return _call("unshare", _NEW_USER | _NEW_NETWORK) == 0


def _control(option: int, value: int) -> bool:
    return _call("prctl", option, value, 0, 0, 0) == 0


def _shut_files() -> bool:
    """Refuse all files and folders but those to be read, and the network again (Landlock)."""
    version = _call("syscall", _CREATE_RULESET, None, 0, 1)
    if version < 1:
        return False
    ruleset = _call("syscall", _CREATE_RULESET, *_ruleset(version), 0)
    if ruleset < 0:
        return False
    try:
        _allow(ruleset, find_readable())
        return _call("syscall", _RESTRICT, ruleset, 0) == 0
    finally:
        os.close(ruleset)


def _ruleset(version: int) -> tuple[bytes, int]:
    """Return all that a version can refuse, in as many bytes as it knows of."""
    files = (1 << _FILE_RIGHTS.get(version, _MOST_FILE_RIGHTS)) - 1
    numbers = [files]
    if version >= _NET_SINCE:
        numbers.append(0b11)
    if version >= _SCOPE_SINCE:
        numbers.append(0b11)
    data = struct.pack(f"={len(numbers)}Q", *numbers)
    return data, len(data)


def _allow(ruleset: int, places: Iterable[Path]) -> None:
    for place in places:
        with suppress(OSError):
            handle = os.open(place, os.O_PATH | os.O_CLOEXEC)
            try:
                rights = _READ_FILE | (_READ_FOLDER if place.is_dir() else 0)
                rule = struct.pack("=Qi", rights, handle)
                _call("syscall", _ADD_RULE, ruleset, 1, rule, 0)
            finally:
                os.close(handle)


def _filter_calls() -> bool:
    import ctypes  # noqa: PLC0415

    machine = platform.machine()
    if machine not in ARCHITECTURES or sys.maxsize < 1 << 32:
        return False
    code = build_filter(machine, os.getpid())
    kept = ctypes.create_string_buffer(code, len(code))
    program = struct.pack("@HP", len(code) // 8, ctypes.addressof(kept))
    return _call("syscall", _SECCOMP[machine], _SECCOMP_FILTER, _ALL_THREADS, program) == 0


def _call(name: str, *arguments: int | bytes | None) -> int:
    """Call a function of the C library; every number is passed at full width."""
    # Loaded here: a program without confined processes has no need of it.
    import ctypes  # noqa: PLC0415

    function = getattr(ctypes.CDLL(None, use_errno=True), name)
    wide = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    return int(function(*wide))
