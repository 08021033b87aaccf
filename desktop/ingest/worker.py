"""The process that reads files: a request in, a line of JSON out, and the system holds it in.

A request is a line of JSON. `{"name": …, "size": …}` is followed by the bytes of a file, which the
process itself never opens; `{"attempt": …}` asks it to try what it may not do.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, BinaryIO, cast

from desktop.ingest.answers import Answer, to_line
from desktop.ingest.confinement import Means, confine
from desktop.ingest.drafts import Reading, Remark
from desktop.ingest.readers import read_data
from desktop.ingest.watching import attempts, watch_network

try:
    import resource
except ImportError:  # Windows
    resource = None

CPU_SECONDS = 10
WALL_SECONDS = 16


def main() -> None:
    """Answer one request after another until the input ends."""
    # Whatever a library prints must not get between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    sys.dont_write_bytecode = True
    watch_network()
    means = confine()
    if _is_orphan():
        return
    requests = sys.stdin.buffer
    for line in requests:
        answer = _answer(cast("dict[str, Any]", json.loads(line)), requests, means)
        if answer is None:
            return
        answers.write(answer)
        answers.flush()


def _is_orphan() -> bool:
    """Say whether whoever started this process, whose id is its last argument, has gone since."""
    parent = sys.argv[-1]
    return parent.isdigit() and hasattr(os, "getppid") and os.getppid() != int(parent)


def _answer(request: dict[str, Any], requests: BinaryIO, means: tuple[Means, ...]) -> bytes | None:
    if "attempt" in request:
        from desktop.ingest.attempts import try_forbidden  # noqa: PLC0415

        found = try_forbidden(str(request["attempt"]))
        return json.dumps({"means": list(means), "attempts": found}).encode("ascii") + b"\n"
    size = int(request["size"])
    data = requests.read(size)
    if len(data) < size:  # the other side has gone
        return None
    _allow_time()
    before = attempts()
    try:
        reading = _read(data, str(request["name"]))
        return to_line(Answer(reading, attempts() - before))
    finally:
        _set_alarm(0)


def _read(data: bytes, name: str) -> Reading:
    try:
        return read_data(data, name)
    except Exception:  # noqa: BLE001
        # A fault in any parser means one unread file; the process goes on with the next.
        return Reading(problem=Remark("unreadable", "The file is damaged and cannot be read."))


def _allow_time() -> None:
    """Allow the next file its share of processor time on top of what is used up, and an end."""
    if resource is None:
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = int(usage.ru_utime + usage.ru_stime) + 1
    with suppress(ValueError, OSError):
        _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (used + CPU_SECONDS, hard))
    _set_alarm(WALL_SECONDS)


def _set_alarm(seconds: int) -> None:
    """Let the system end this process after a time, also when nobody is left to do so."""
    alarm: Callable[[int], int] | None = getattr(signal, "alarm", None)
    if alarm is not None:
        alarm(seconds)


if __name__ == "__main__":
    main()
