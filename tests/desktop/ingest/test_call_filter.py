"""The filter of system calls, run as the kernel runs it: for both machines, on any."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.call_filter import ARM64, X86_64, build_filter

PID = 4321
ALLOW, KILL, EPERM, ENOSYS = 0x7FFF0000, 0x80000000, 0x00050001, 0x00050026
KINDS = {"x86_64": X86_64, "aarch64": ARM64}

READ_ONLY, WRITE_ONLY, READ_WRITE, CREATE, CUT = 0, 1, 2, 0o100, 0o1000
# A call by its numbers on x86-64 and on arm64 (None: there is none), with its arguments.
REFUSED: dict[str, tuple[int, int | None, tuple[int, ...]]] = {
    "socket": (41, 198, ()),
    "socketpair": (53, 199, ()),
    "connect": (42, 203, ()),
    "bind": (49, 200, ()),
    "listen": (50, 201, ()),
    "sendto": (44, 206, ()),
    "sendmsg": (46, 211, ()),
    "fork": (57, None, ()),
    "vfork": (58, None, ()),
    "clone of a process": (56, 220, (17,)),
    "execve": (59, 221, ()),
    "execveat": (322, 281, ()),
    "ptrace": (101, 117, ()),
    "process_vm_writev": (311, 271, ()),
    "open to write": (2, None, (0, WRITE_ONLY)),
    "openat to write": (257, 56, (0, 0, WRITE_ONLY)),
    "openat to read and write": (257, 56, (0, 0, READ_WRITE)),
    "openat to make": (257, 56, (0, 0, CREATE)),
    "openat to cut": (257, 56, (0, 0, CUT)),
    "openat without a name": (257, 56, (0, 0, 0o20200000)),
    "creat": (85, None, ()),
    "unlink": (87, None, ()),
    "unlinkat": (263, 35, ()),
    "rename": (82, None, ()),
    "renameat2": (316, 276, ()),
    "mkdirat": (258, 34, ()),
    "linkat": (265, 37, ()),
    "truncate": (76, 45, ()),
    "ftruncate": (77, 46, ()),
    "fchmodat": (268, 53, ()),
    "mount": (165, 40, ()),
    "unshare": (272, 97, ()),
    "bpf": (321, 280, ()),
    "memfd_create": (319, 279, ()),
    "kill of another": (62, 129, (1, 9)),
    "kill of all": (62, 129, (0xFFFFFFFF, 9)),
    "tgkill of another": (234, 131, (1, 1, 9)),
    "limits of another": (302, 261, (1,)),
    "prctl to let go of the parent": (157, 167, (1, 0)),
    "ioctl of a terminal's input": (16, 29, (0, 0x5412)),
}
MISSING = {"clone3": (435, 435), "io_uring_setup": (425, 425), "pidfd_open": (434, 434),
           "openat2": (437, 437), "of another year": (600, 600)}  # fmt: skip
ALLOWED: dict[str, tuple[int, int, tuple[int, ...]]] = {
    "read": (0, 63, ()),
    "write": (1, 64, ()),
    "openat to read": (257, 56, (0, 0, READ_ONLY)),
    "openat of a folder": (257, 56, (0, 0, 0o2200000)),
    "mmap": (9, 222, ()),
    "futex": (202, 98, ()),
    "getrandom": (318, 278, ()),
    "a thread": (56, 220, (0x3D0F00,)),
    "own limits": (302, 261, (0,)),
    "kill of itself": (62, 129, (PID, 6)),
    "tgkill of itself": (234, 131, (PID, PID, 6)),
    "exit_group": (231, 94, ()),
    "ioctl to ask for a terminal": (16, 29, (0, 0x5401)),
}


def decide(machine: str, number: int, arguments: tuple[int, ...] = (), kind: int = 0) -> int:
    """Return what the filter of a machine says to a call, as the kernel would come to it."""
    values = [*arguments, *[0] * (6 - len(arguments))]
    data = struct.pack("=IIQ6Q", number, kind or KINDS[machine], 0, *values)
    code = list(struct.iter_unpack("=HBBI", build_filter(machine, PID)))
    value, at = 0, 0
    while True:
        operation, then, otherwise, operand = code[at]
        at += 1
        if operation == 0x06:
            return operand
        if operation == 0x20:
            (value,) = struct.unpack_from("=I", data, operand)
            continue
        holds = {0x15: value == operand, 0x35: value >= operand, 0x45: bool(value & operand)}
        at += then if holds[operation] else otherwise


@pytest.mark.parametrize("what", REFUSED)
@pytest.mark.parametrize("column", [0, 1])
def test_what_no_reader_needs_is_refused(what: str, column: int) -> None:
    on_x86, on_arm, arguments = REFUSED[what]
    number = (on_x86, on_arm)[column]
    if number is not None:
        assert decide(list(KINDS)[column], number, arguments) == EPERM


@pytest.mark.parametrize("what", ALLOWED)
@pytest.mark.parametrize("column", [0, 1])
def test_what_every_reader_needs_is_allowed(what: str, column: int) -> None:
    on_x86, on_arm, arguments = ALLOWED[what]
    number = (on_x86, on_arm)[column]
    assert decide(list(KINDS)[column], number, arguments) == ALLOW


@pytest.mark.parametrize("what", MISSING)
@pytest.mark.parametrize("column", [0, 1])
def test_newer_calls_are_as_if_they_were_not_there(what: str, column: int) -> None:
    assert decide(list(KINDS)[column], MISSING[what][column]) == ENOSYS


@pytest.mark.parametrize("machine", KINDS)
def test_calls_by_the_numbers_of_another_machine_end_the_process(machine: str) -> None:
    old = 0x40000003  # 32-bit x86, where 0 to 2 mean something else
    assert decide(machine, 1, kind=old) == KILL
    assert decide("x86_64", 0x40000000) == KILL


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(list(KINDS)), st.integers(0, 2**32 - 1), st.integers(0, 2**64 - 1))
def test_every_call_comes_to_a_decision(machine: str, number: int, argument: int) -> None:
    arguments = (argument,) * 6
    assert decide(machine, number, arguments) in {ALLOW, KILL, EPERM, ENOSYS}


def test_a_machine_whose_calls_are_not_known_has_no_filter() -> None:
    with pytest.raises(KeyError):
        build_filter("riscv64", PID)
