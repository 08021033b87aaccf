"""Kills, full disks, damage and locks: each done so many times, each round judged."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from tests.kit.faults.made import (
    CANNOT,
    Expected,
    Program,
    Tally,
    acknowledged,
    at,
    judge,
    kill,
    write_articles,
)

Way = Callable[[Program, int, int, int], Tally]
_PAGE = 4096


def kills(program: Program, rounds: int, articles: int, seed: int) -> Tally:
    """Kill imports at random moments, on one library until it is complete, then on the next."""
    tally, rng = Tally("kills"), random.Random(seed)  # noqa: S311
    files = write_articles(program.room / "files", articles, seed)
    began = time.monotonic()
    expected = Expected(program, files)
    usual = time.monotonic() - began
    library = program.room / "killed" / "library.db"
    told: dict[str, tuple[str, ...]] = {}
    for _ in range(rounds):
        order = rng.sample(files, len(files))
        told |= _killed(program, library, order, rng, usual)
        troubles = judge(program, library, told, expected) if told else []
        is_last = len(told) == len(files) or rng.random() < 0.2
        if is_last:
            done = program.add(library, files)
            troubles += [f"going on ended with {done.code}"] if done.code else []
            troubles += judge(program, library, told, expected, whole=True)
        tally.rounds += 1
        tally.acknowledged += len(told)
        tally.troubles += troubles[:1]
        if is_last or troubles:
            shutil.rmtree(library.parent, ignore_errors=True)
            told = {}
    return tally


def _killed(
    program: Program, library: Path, files: list[Path], rng: random.Random, usual: float
) -> dict[str, tuple[str, ...]]:
    """Import until a random moment: while the program starts, or after so many lines."""
    wanted = rng.randint(0, len(files) - 1)
    lines: list[str] = []
    with program.start("import", *files, *at(library)) as process:
        assert process.stdout is not None
        if wanted == 0:
            time.sleep(rng.uniform(0, usual / 2))
        else:
            for line in process.stdout:
                lines.append(line)
                if len(lines) >= wanted:
                    break
            time.sleep(rng.choice((0, 0.001, 0.01)))
        kill(process)
        rest, _errors = process.communicate()
    return acknowledged("".join(lines) + rest)


def full(program: Program, rounds: int, articles: int, seed: int) -> Tally:
    """Let no file grow beyond a size, as on a full disk, then give the room back."""
    tally, rng = Tally("full"), random.Random(seed)  # noqa: S311
    files = write_articles(program.room / "files", articles, seed)
    expected = Expected(program, files)
    for number in range(rounds):
        library = program.room / f"full-{number}" / "library.db"
        share = (0.01, rng.uniform(0.05, 1), rng.uniform(1, 3))[number % 3]
        size = int(expected.size * share)  # of the log, too, which is larger than the library
        done = _limited(program, library, files, size)
        told = acknowledged("".join(f"{line}\n" for line in done[1]))
        troubles: list[str] = []
        if done[0] not in (0, CANNOT) or "Traceback" in done[2]:
            troubles.append(f"exit code {done[0]}: {done[2].strip()[-160:]}")
        if done[0] == CANNOT and not any(word in done[2] for word in ("disk", "space", "full")):
            troubles.append(f"no clear message: {done[2].strip()[-160:]}")
        troubles += judge(program, library, told, expected) if told else []
        program.add(library, files)
        troubles += judge(program, library, told, expected, whole=True)
        tally.rounds += 1
        tally.acknowledged += len(told)
        tally.troubles += troubles[:1]
        shutil.rmtree(library.parent, ignore_errors=True)
    return tally


def _limited(
    program: Program, library: Path, files: list[Path], size: int
) -> tuple[int, list[str], str]:
    def lower() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    with subprocess.Popen(
        [*program.words, "import", *map(str, files), *at(library)],
        env=program.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lower,  # noqa: PLW1509
    ) as process:
        output, errors = process.communicate(timeout=300)
    return process.returncode, output.splitlines(), errors


def damage(program: Program, rounds: int, articles: int, seed: int) -> Tally:
    """Change the file: `check` tells of it wherever an export changes, and salvage stays true."""
    tally, rng = Tally("damage"), random.Random(seed)  # noqa: S311
    files = write_articles(program.room / "files", articles, seed)
    expected = Expected(program, files)
    whole = program.room / "whole.db"
    program.ask("backup", "--library", program.room / "undisturbed/library.db", "--to", whole)
    before, missed = program.contents(whole), 0
    for number in range(rounds):
        room = program.room / f"damage-{number}"
        room.mkdir()
        library = room / "library.db"
        library.write_bytes(_damaged(whole.read_bytes(), rng))
        checked, after = program.ask("check", "--library", library), program.contents(library)
        saved = program.ask("salvage", "--from", library, "--to", room / "saved.db")
        troubles = [f"{what.errors}" for what in (checked, saved) if what.has_crashed]
        if after != before:
            tally.acknowledged += 1
            missed += checked.code != 1 or not checked.lines
        if not saved.code:
            troubles += _false(program, room / "saved.db", expected, saved.lines)
        tally.rounds += 1
        tally.troubles += troubles[:1]
        shutil.rmtree(room)
    if missed > tally.acknowledged * 0.05:
        tally.troubles.append(f"{missed} changes were not told of")
    tally.note = f", {tally.acknowledged - missed} of {tally.acknowledged} changes told of"
    return tally


def _damaged(content: bytes, rng: random.Random) -> bytes:
    data = bytearray(content)
    start = rng.randrange(len(data) // _PAGE) * _PAGE
    way = rng.choice(("bit", "letters", "blank page", "noise", "cut"))
    if way == "bit":
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    elif way == "letters":
        for _ in range(20):
            data[rng.randrange(len(data))] = rng.randrange(97, 123)
    elif way == "cut":
        del data[max(_PAGE, start) :]
    else:
        data[start : start + _PAGE] = bytes(_PAGE) if way == "blank page" else rng.randbytes(_PAGE)
    return bytes(data)


def _false(program: Program, saved: Path, expected: Expected, lines: tuple[str, ...]) -> list[str]:
    contents = program.contents(saved)
    if isinstance(contents, str):
        return [contents]
    doubtful = "".join(line for line in lines if "sound text" in line)
    wrong = set(contents.values()) - expected.all
    return ["what was salvaged is not what was stored"] if wrong and not doubtful else []


def locks(program: Program, rounds: int, articles: int, seed: int) -> Tally:
    """Import from two programs at once, freeze one of them, and read beside them."""
    tally, rng = Tally("locks"), random.Random(seed)  # noqa: S311
    files = write_articles(program.room / "files", articles, seed)
    expected = Expected(program, files)
    for number in range(rounds):
        library = program.room / f"locks-{number}" / "library.db"
        library.parent.mkdir()
        first = program.start("import", *files, *at(library))
        time.sleep(rng.uniform(0, 0.5))
        freezes = number % 2 == 1
        if freezes:
            os.kill(first.pid, signal.SIGSTOP)
        second = program.start("import", *reversed(files), *at(library))
        read = program.ask("check", "--library", library) if library.exists() else None
        ends = [_ended(second)]
        if freezes:
            os.kill(first.pid, signal.SIGCONT)
        ends.append(_ended(first))
        told: dict[str, tuple[str, ...]] = {}
        troubles = [f"a reader was told {read.errors}"] if read and read.has_crashed else []
        for code, output, errors in ends:
            told |= acknowledged(output)
            if code not in (0, CANNOT) or (code == CANNOT and not errors.strip()):
                troubles.append(f"exit code {code}: {errors.strip()[-160:]}")
        program.add(library, files)
        troubles += judge(program, library, told, expected, whole=True)
        tally.rounds += 1
        tally.acknowledged += len(told)
        tally.troubles += troubles[:1]
        shutil.rmtree(library.parent)
    return tally


def _ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    with process:
        output, errors = process.communicate(timeout=300)
    return process.returncode, output, errors
