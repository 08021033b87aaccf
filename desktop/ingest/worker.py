"""The process that reads files: a JSON line in, a JSON line out, and limits on all it may use."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress

from desktop.ingest.drafts import Reading, Remark, to_plain
from desktop.ingest.readers import read_file

try:
    import resource
except ImportError:  # Windows
    resource = None

MEMORY_BYTES = 1_200_000_000
CPU_SECONDS = 15


def main() -> None:
    """Answer one request after another until the input ends."""
    # Whatever a library prints must not get between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    sys.dont_write_bytecode = True
    _limit()
    for line in sys.stdin.buffer:
        _allow_cpu()
        answers.write(_answer(line))
        answers.flush()


def _answer(line: bytes) -> bytes:
    reading = _read(str(json.loads(line)["path"]))
    return json.dumps(to_plain(reading)).encode("ascii") + b"\n"


def _read(path: str) -> Reading:
    try:
        return read_file(path)
    except Exception:  # noqa: BLE001
        # A fault in any parser means one unread file; the process goes on with the next.
        return Reading(problem=Remark("unreadable", "The file is damaged and cannot be read."))


def _limit() -> None:
    if resource is None:
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    with suppress(ValueError, OSError):
        # Readers write nothing.
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _allow_cpu() -> None:
    """Allow the next file its share of processor time on top of what is used up."""
    if resource is None:
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = int(usage.ru_utime + usage.ru_stime) + 1
    with suppress(ValueError, OSError):
        _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (used + CPU_SECONDS, hard))


if __name__ == "__main__":
    main()
