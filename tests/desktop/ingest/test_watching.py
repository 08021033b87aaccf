"""Attempts to reach a network are counted where they are made; those on this machine are none."""

from __future__ import annotations

import socket
import subprocess
import sys
from contextlib import suppress

import pytest

from desktop.ingest import watching


def count(code: str) -> int:
    """Run code in a program that counts, and return what it has counted."""
    whole = (
        "import socket\n"
        "from desktop.ingest.watching import attempts, watch_network\n"
        f"watch_network()\nwatch_network()\n"
        f"try:\n    {code}\n"
        "except OSError:\n    pass\n"
        "print(attempts())"
    )
    done = subprocess.run([sys.executable, "-c", whole], capture_output=True, check=True)
    return int(done.stdout)


@pytest.mark.parametrize(
    "code",
    [
        "socket.getaddrinfo('name.invalid', 80)",
        "socket.gethostbyname('name.invalid')",
        # An address for examples, which nobody has; a datagram of nothing goes nowhere.
        "socket.socket(type=socket.SOCK_DGRAM).sendto(b'', ('192.0.2.1', 9))",
        "socket.socket(type=socket.SOCK_DGRAM).connect(('192.0.2.1', 9))",
    ],
)
def test_what_tries_to_reach_a_network_is_counted_once(code: str) -> None:
    assert count(code) == 1


@pytest.mark.parametrize(
    "code",
    [
        "pass",
        "socket.socket()",
        "socket.getaddrinfo('localhost', 80)",
        "socket.socket().connect(('127.0.0.1', 9))",
        "socket.socket(socket.AF_INET6).connect(('::1', 9))",
        pytest.param(
            "socket.socket(socket.AF_UNIX).connect('/no/such/socket')",
            marks=pytest.mark.skipif(sys.platform == "win32", reason="no such sockets there"),
        ),
    ],
)
def test_what_stays_on_this_machine_is_not_counted(code: str) -> None:
    assert count(code) == 0


def test_what_a_reader_counted_is_added() -> None:
    before = watching.attempts()
    watching.add_attempts(2)
    assert watching.attempts() == before + 2


def test_nothing_is_counted_that_nobody_asked_for() -> None:
    code = "import desktop.ingest.watching as w; raise SystemExit(w.is_watching())"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_attempt_by_any_part_of_the_program_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "_counter", watching._Counter())
    watching.watch_network()
    with suppress(OSError):
        socket.getaddrinfo("name.invalid", 80)
    assert watching.is_watching()
    assert watching.attempts() == 1
