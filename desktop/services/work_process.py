"""The process that does large jobs: a request in, its steps out, each when it is asked for."""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Generator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import IO, Any

from db.engine import sqlite_engine
from desktop.ingest.watching import attempts, watch_network
from desktop.services.analyses import analyze_articles
from desktop.services.apart import CLOSE, END, FAULT, NEXT, STEP, TROUBLE, send
from desktop.services.documents import to_document
from desktop.services.errors import CrosslightError
from desktop.services.events import group_library
from desktop.services.export_formats import ExportFormat
from desktop.services.exporting import ExportChoice, export_file
from desktop.services.faults import describe_fault
from desktop.services.jobs import import_as_job
from desktop.services.library import SQLITE_URL, Library
from desktop.services.progress import Progress

_NICER = 5


def main() -> None:
    """Do one job after another until the program that asks has gone."""
    watch_network()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # What a library prints must not get between the answers.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with suppress(AttributeError, OSError):
        os.nice(_NICER)  # the window goes first
    gc.set_threshold(100_000, 50, 1_000)
    orders = sys.stdin.buffer
    while line := orders.readline():
        request = json.loads(line)
        path = Path(request["library"])
        # Written to for the program that holds the right to: no second lock is taken.
        library = Library(
            request["name"],
            f"{SQLITE_URL}{path}",
            path,
            read_only=request["read_only"],
            engine=sqlite_engine(path, read_only=request["read_only"]),
        )
        try:
            _serve(_steps(library, request["job"], request["arguments"]), orders, answers)
        finally:
            library.close()


def _serve(steps: Generator[Progress], orders: IO[bytes], answers: IO[bytes]) -> None:
    """Take the steps of a job, each when it is asked for; tell how it ended.

    The end tells how often something tried to reach a network.
    """
    before = attempts()
    try:
        with closing(steps):
            while (order := orders.read(1)) == NEXT:
                step = next(steps, None)
                if step is None:
                    break
                send(answers, STEP, to_document(step))
            else:
                if order != CLOSE:
                    os._exit(0)  # whoever asked has gone: nothing is to be done for anybody
    except CrosslightError as error:
        send(answers, TROUBLE, json.dumps([error.message, error.remedy]).encode("ascii"))
    except Exception as error:  # noqa: BLE001
        send(answers, FAULT, describe_fault(error).encode("utf-8", "replace"))
    else:
        send(answers, END, str(attempts() - before).encode("ascii"))


def _steps(library: Library, job: str, arguments: Mapping[str, Any]) -> Generator[Progress]:
    if job == "import":
        paths = [Path(path) for path in arguments["paths"]]
        yield from import_as_job(
            library, arguments["id"], paths, notes_duplicates=arguments["notes_duplicates"]
        )
    elif job == "export":
        target, form = Path(arguments["target"]), ExportFormat(arguments["form"])
        yield from export_file(library, target, form, ExportChoice.from_plain(arguments["choice"]))
    elif job == "analyze":
        yield from analyze_articles(library)
    else:
        yield from group_library(library)


if __name__ == "__main__":
    main()
