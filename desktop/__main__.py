"""The program `crosslight`: opens the window, or hands a verb to the command line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from desktop.cli.verbs import VERBS
from desktop.ingest.watching import watch_network

_WORK_FLAG = "--work-process"  # `desktop.services.apart` starts a frozen program with it


def main() -> int:
    """Run the program on the arguments of this process and return its exit code."""
    if getattr(sys, "frozen", False) and _is_reader(sys.argv[1:]):
        from desktop.ingest.worker import main as read_files

        read_files()
        return 0
    if getattr(sys, "frozen", False) and sys.argv[1:2] == [_WORK_FLAG]:
        from desktop.services.work_process import main as do_jobs

        do_jobs()
        return 0
    return run(sys.argv[1:])


def run(arguments: list[str]) -> int:
    """Open the window for `gui`, paths or nothing, run `demo`, and pass on every other verb."""
    watch_network()
    first = arguments[0] if arguments else "gui"
    if first == "demo":
        from desktop.app import run_demo

        return run_demo(arguments[1:])
    if first == "gui":
        return _open_window(arguments[1:])
    if is_path(first):
        return _open_window(arguments)
    from desktop.cli.main import run_cli

    return run_cli(arguments)


def is_path(argument: str) -> bool:
    """Say whether a first argument names a file or folder; an option or a verb's name never does.

    >>> is_path("articles/one.txt"), is_path("import"), is_path("--help")
    (True, False, False)
    """
    if argument.startswith("-") or argument in VERBS:
        return False
    return "." in argument or os.sep in argument or Path(argument).exists()


def _is_reader(arguments: list[str]) -> bool:
    """Say whether a frozen program was started by itself to read files."""
    from desktop.ingest.process import WORKER_FLAG

    return arguments[:1] == [WORKER_FLAG]


def _open_window(paths: list[str]) -> int:
    from desktop.app import run_gui

    return run_gui(paths)


if __name__ == "__main__":
    raise SystemExit(main())
