"""The system calls that a reader process may make, as a filter for the kernel (seccomp).

What is not named is refused: sockets, other programs, new processes, tracing, and whatever a later
kernel adds. The numbers are those of Linux on x86-64 and on arm64; other machines have no filter.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

X86_64, ARM64 = 0xC000003E, 0xC00000B7
ARCHITECTURES = {"x86_64": X86_64, "aarch64": ARM64}

# By name: its number on x86-64 and on arm64. The most frequent stand first.
_CALLS = """
read 0 63, write 1 64, newfstatat 262 79, fstat 5 80, lseek 8 62, close 3 57, mmap 9 222,
munmap 11 215, brk 12 214, futex 202 98, getdents64 217 61, pread64 17 67, mprotect 10 226,
mremap 25 216, madvise 28 233, readv 19 65, writev 20 66, rt_sigaction 13 134,
rt_sigprocmask 14 135, rt_sigreturn 15 139, rt_sigsuspend 130 133, sigaltstack 131 132,
readlinkat 267 78, faccessat 269 48, faccessat2 439 439, statx 332 291, fstatfs 138 44,
getcwd 79 17, fcntl 72 25, dup 32 23, dup3 292 24, ppoll 271 73, pselect6 270 72,
getrandom 318 278, clock_gettime 228 113, clock_getres 229 114, clock_nanosleep 230 115,
nanosleep 35 101, gettimeofday 96 169, times 100 153, getrusage 98 165, setrlimit 160 164,
getrlimit 97 163, setitimer 38 103, getitimer 36 102, sysinfo 99 179, uname 63 160,
getpid 39 172, getppid 110 173, gettid 186 178, getuid 102 174, geteuid 107 175, getgid 104 176,
getegid 108 177, getpgid 121 155, sched_yield 24 124, sched_getaffinity 204 123, getcpu 309 168,
membarrier 324 283, set_robust_list 273 99, set_tid_address 218 96, rseq 334 293,
restart_syscall 219 128, fadvise64 221 223, mincore 27 232, exit 60 93, exit_group 231 94
"""
# These have no number on arm64, where their newer forms stand in for them.
_OLD_CALLS = (
    "stat 4, lstat 6, access 21, readlink 89, dup2 33, poll 7, select 23, pause 34, alarm 37, "
    "time 201, arch_prctl 158, getpgrp 111"
)

_READ_ONLY = ~(0o3 | 0o100 | 0o1000 | 0o2000 | 0o20000000)  # no writing, making, cutting, adding
_NEW_THREAD = 0x10000
_TERMINAL_OR_LENGTH = (0x5401, 0x5450, 0x5451, 0x541B)
_NAMING = (15, 16, 0x53564D41)  # of threads and of memory

_LOAD, _JUMP_EQUAL, _JUMP_OVER, _JUMP_SET, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER_AT, _ARCHITECTURE_AT, _ARGUMENTS_AT = 0, 4, 16
_ALLOW, _KILL, _FAIL = 0x7FFF0000, 0x80000000, 0x00050000
_EPERM, _ENOSYS = 1, 38
# From here on all machines count alike; a program asks for such calls and can do without.
_NEWER_CALLS = 424
_FOREIGN_CALLS = 0x40000000  # those of x32, on x86-64


@dataclass(frozen=True, slots=True)
class _Rule:
    """A call that is allowed if an argument is one of `values`, or has no bit, or all of a mask."""

    number: int
    argument: int = 0
    values: tuple[int, ...] = ()
    without: int = 0
    having: int = 0


def build_filter(machine: str, pid: int) -> bytes:
    """Return the filter for a process as the kernel takes it: eight bytes an instruction.

    Args:
        machine: What `platform.machine` says.
        pid: The process, which may send signals to itself and to no other.

    Raises:
        KeyError: The machine is of no kind whose calls are known.
    """
    kind = ARCHITECTURES[machine]
    code = [_load(_ARCHITECTURE_AT), *_unless_equal(kind, _KILL), _load(_NUMBER_AT)]
    if kind == X86_64:
        code += [_jump(_JUMP_OVER, _FOREIGN_CALLS, 0, 1), _give(_KILL)]
    for number in _plain_numbers(kind):
        code += [_jump(_JUMP_EQUAL, number, 0, 1), _give(_ALLOW)]
    for rule in _rules(kind, pid):
        code += _check(rule)
    code += [_jump(_JUMP_OVER, _NEWER_CALLS, 0, 1), _give(_FAIL | _ENOSYS), _give(_FAIL | _EPERM)]
    return b"".join(code)


def _plain_numbers(kind: int) -> Iterator[int]:
    column = 1 if kind == X86_64 else 2
    for entry in _CALLS.split(","):
        yield int(entry.split()[column])
    if kind == X86_64:
        for entry in _OLD_CALLS.split(","):
            yield int(entry.split()[1])


def _rules(kind: int, pid: int) -> Iterable[_Rule]:
    """Give the calls that depend on an argument; flags and ids stand in its lower half."""
    is_x86 = kind == X86_64
    forbidden = ~_READ_ONLY & 0xFFFFFFFF
    yield _Rule(257 if is_x86 else 56, argument=2, without=forbidden)  # openat
    if is_x86:
        yield _Rule(2, argument=1, without=forbidden)  # open
    yield _Rule(16 if is_x86 else 29, argument=1, values=_TERMINAL_OR_LENGTH)  # ioctl
    yield _Rule(302 if is_x86 else 261, values=(0, pid))  # prlimit64
    yield _Rule(62 if is_x86 else 129, values=(pid,))  # kill
    yield _Rule(234 if is_x86 else 131, values=(pid,))  # tgkill
    yield _Rule(157 if is_x86 else 167, values=_NAMING)  # prctl
    yield _Rule(56 if is_x86 else 220, having=_NEW_THREAD)  # clone


def _check(rule: _Rule) -> list[bytes]:
    body = [_load(_ARGUMENTS_AT + 8 * rule.argument)]
    if rule.without:
        body += [_jump(_JUMP_SET, rule.without, 1, 0), _give(_ALLOW)]
    if rule.having:
        body += [_jump(_JUMP_SET, rule.having, 0, 1), _give(_ALLOW)]
    for value in rule.values:
        body += [_jump(_JUMP_EQUAL, value, 0, 1), _give(_ALLOW)]
    body.append(_give(_FAIL | _EPERM))
    return [_jump(_JUMP_EQUAL, rule.number, 0, len(body)), *body]


def _load(offset: int) -> bytes:
    return struct.pack("=HBBI", _LOAD, 0, 0, offset)


def _jump(kind: int, value: int, then: int, otherwise: int) -> bytes:
    return struct.pack("=HBBI", kind, then, otherwise, value)


def _unless_equal(value: int, result: int) -> tuple[bytes, bytes]:
    return _jump(_JUMP_EQUAL, value, 1, 0), _give(result)


def _give(result: int) -> bytes:
    return struct.pack("=HBBI", _RETURN, 0, 0, result)
