"""Power cuts: what a disk could hold at any moment of an import, built from a recording of it."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.kit.faults.made import (
    Expected,
    Program,
    Tally,
    acknowledged,
    at,
    judge,
    write_articles,
)

_SECTOR, _LOG_HEAD, _FRAME_HEAD = 512, 32, 24
_CALLS = (
    "open,openat,creat,write,pwrite64,ftruncate,fsync,fdatasync,"
    "rename,renameat,renameat2,unlink,unlinkat,lseek"
)
_ESCAPED = re.compile(r"\\x([0-9a-f]{2})")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_HANDLE = re.compile(r"(\d+)<([^>]*)>")


@dataclass(frozen=True)
class Step:
    """One thing that the import did: to a file or a name in the folder, or a line it wrote."""

    kind: str
    path: str = ""
    at: int = 0
    data: bytes = b""
    to: str = ""


@dataclass
class File:
    """A file's contents: what is on the disk for sure, and the writes on their way to it."""

    safe: bytearray = field(default_factory=bytearray)
    pending: list[Step] = field(default_factory=list[Step])


@dataclass(frozen=True)
class State:
    """What a disk could hold, and the lines that had been written by then."""

    files: dict[str, bytes]
    lines: str


def power(program: Program, rounds: int, articles: int, seed: int) -> Tally:
    """Judge so many states of the disk after a power cut."""
    tally, rng = Tally("power"), random.Random(seed)  # noqa: S311
    files = write_articles(program.room / "files", articles, seed)
    expected = Expected(program, files)
    folder = program.room / "recorded"
    folder.mkdir()
    steps = _record(program, folder, files)
    if steps:
        states, tally.note = _states(steps, rounds, rng), ", from a recording"
    else:
        states, tally.note = _snapshots(program, folder, files, rounds, rng), ", from copies"
    for state in states:
        place = program.room / "state"
        place.mkdir()
        for name, content in state.files.items():
            (place / name).write_bytes(content)
        told, library = acknowledged(state.lines), place / "library.db"
        if told:
            troubles = judge(program, library, told, expected)
        else:
            done = program.add(library, files[:1])
            troubles = [f"cannot begin: {done.errors.strip()[-160:]}"] if done.code else []
        tally.rounds += 1
        tally.acknowledged += len(told)
        tally.troubles += troubles[:1]
        shutil.rmtree(place)
    return tally


# The recording


def _record(program: Program, folder: Path, files: list[Path]) -> list[Step]:
    """Import under strace; nothing where that is not there or may not trace."""
    if shutil.which("strace") is None:
        return []
    log = program.room / "steps.log"
    strace = ["strace", "-f", "-qq", "-y", "-xx", "-s", "16777216", "-e", f"trace={_CALLS}"]
    reader, writer = os.pipe()
    pipe = f"pipe:[{os.fstat(writer).st_ino}]"
    words = [*strace, "-o", str(log), *program.words, "import", *map(str, files)]
    with subprocess.Popen(
        [*words, *at(folder / "library.db")],
        env=program.environment,
        stdout=writer,
        stderr=subprocess.PIPE,
    ) as process:
        os.close(writer)
        with os.fdopen(reader, "rb") as lines:
            lines.read()
        process.communicate()
    if process.returncode:
        shutil.rmtree(folder)
        folder.mkdir()
        return []
    return list(_steps(log, folder, pipe))


def _calls(log: Path) -> Iterator[tuple[str, str, str]]:
    """Give name, arguments and result of each call that succeeded, in the order of their ends."""
    begun: dict[str, str] = {}
    with log.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            process, _, call = line.strip().partition(" ")
            call = call.strip()
            if call.endswith("<unfinished ...>"):
                begun[process] = call.removesuffix("<unfinished ...>").rstrip()
                continue
            if call.startswith("<..."):
                call = begun.pop(process, "") + call.partition("resumed>")[2]
            name, _, rest = call.partition("(")
            arguments, _, result = rest.rpartition(" = ")
            if result and not result.startswith(("-", "?")):
                yield name, arguments.rstrip().removesuffix(")").rstrip(), result


def _steps(log: Path, folder: Path, pipe: str) -> Iterator[Step]:
    offsets: dict[tuple[str, str], int] = {}
    known = set[str]()
    for name, arguments, result in _calls(log):
        found = _HANDLE.match(arguments)
        handle, path = (found[1], _plain(found[2])) if found else ("", "")
        is_ours = path.startswith(f"{folder}/") and not path.endswith("-shm")
        inner = Path(path).name
        if name in ("open", "openat", "creat"):
            opened = _HANDLE.match(result)
            where = _plain(opened[2]) if opened else ""
            if opened and where.startswith(f"{folder}/") and not where.endswith("-shm"):
                offsets[opened[1], Path(where).name] = 0
                if Path(where).name not in known:
                    known.add(Path(where).name)
                    yield Step("name", Path(where).name)
        elif name in ("write", "pwrite64"):
            count = int(result.split()[0])
            data = b"".join(bytes.fromhex(t.replace("\\x", "")) for t in _TEXT.findall(arguments))
            if path == pipe:
                yield Step("line", data=data[:count])
            elif is_ours:
                place = offsets.get((handle, inner), 0)
                if name == "pwrite64":
                    place = int(arguments.rpartition(", ")[2])
                else:
                    offsets[handle, inner] = place + count
                yield Step("write", inner, place, data[:count])
        elif name == "lseek" and is_ours:
            offsets[handle, inner] = int(result.split()[0])
        elif name == "ftruncate" and is_ours:
            yield Step("cut", inner, int(arguments.rpartition(", ")[2]))
        elif name in ("fsync", "fdatasync"):
            if path == str(folder):
                yield Step("names")
            elif is_ours:
                yield Step("sync", inner)
        elif name.startswith(("rename", "unlink")):
            yield from _renamed(name, arguments, folder, known)


def _renamed(name: str, arguments: str, folder: Path, known: set[str]) -> Iterator[Step]:
    texts = [bytes.fromhex(t.replace("\\x", "")).decode() for t in _TEXT.findall(arguments)]
    paths = [Path(os.path.normpath(folder / text)) for text in texts]
    if paths and paths[-1].parent == folder and not paths[-1].name.endswith("-shm"):
        known.discard(paths[0].name)
        if name.startswith("unlink"):
            yield Step("unname", paths[0].name)
        else:
            known.add(paths[1].name)
            yield Step("rename", paths[0].name, to=paths[1].name)


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


# The disk


class Disk:
    """Follows the steps and knows what is on the disk for sure."""

    def __init__(self) -> None:
        self.names: dict[str, File] = {}
        self.safe_names: dict[str, File] = {}
        self.moves: list[Step] = []
        self.lines = b""

    def take(self, step: Step) -> None:
        """Follow one step."""
        if step.kind == "line":
            self.lines += step.data
        elif step.kind == "names":
            self.safe_names, self.moves = dict(self.names), []
        elif step.kind == "sync" and step.path in self.names:
            file = self.names[step.path]
            for write in file.pending:
                _write(file.safe, write)
            file.pending.clear()
            if any(step.path in (move.path, move.to) for move in self.moves):
                self.take(Step("names"))  # file systems write the name of a new file with it
        elif step.kind in ("name", "unname", "rename"):
            self.moves.append(step)
            _move(self.names, step, self.names)
        elif step.path in self.names:
            self.names[step.path].pending.append(step)

    def cut(self, rng: random.Random) -> State:
        """Return one thing that the disk could hold if the power went now."""
        names = dict(self.safe_names)
        for move in self.moves[: rng.randint(0, len(self.moves))]:
            _move(names, move, self.names)
        share, tears = rng.choice((0.0, 0.2, 0.5, 0.9, 1.0)), rng.random() < 0.5
        files = {name: _torn(file, share, rng, tears=tears) for name, file in names.items()}
        return State(files, self.lines.decode())


def _move(names: dict[str, File], step: Step, known: dict[str, File]) -> None:
    if step.kind == "name":
        names[step.path] = known.get(step.path) or File()
    elif step.kind == "unname":
        names.pop(step.path, None)
    elif step.path in names:
        names[step.to] = names.pop(step.path)


def _write(content: bytearray, step: Step) -> None:
    if step.kind == "cut":
        del content[step.at :]
    content.extend(bytes(max(0, step.at - len(content))))
    content[step.at : step.at + len(step.data)] = step.data


def _torn(file: File, share: float, rng: random.Random, *, tears: bool) -> bytes:
    """Return a file of whose writes on their way each has arrived, or parts of it, or nothing."""
    content = bytearray(file.safe)
    for step in file.pending:
        if not tears or step.kind == "cut":
            if rng.random() < share:
                _write(content, step)
            continue
        for start in range(0, len(step.data), _SECTOR):
            if rng.random() < share:
                part = step.data[start : start + _SECTOR]
                _write(content, Step("write", step.path, step.at + start, part))
    return bytes(content)


def _states(steps: list[Step], count: int, rng: random.Random) -> Iterator[State]:
    """Give states at moments spread over the import, half of them right after a line."""
    lines = [nth for nth, step in enumerate(steps, start=1) if step.kind == "line"]
    moments = sorted(
        min(rng.choice(lines) + rng.randint(0, 4), len(steps))
        if rng.random() < 0.5
        else rng.randint(1, len(steps))
        for _ in range(count)
    )
    disk, done = Disk(), 0
    for moment in moments:
        for step in steps[done:moment]:
            disk.take(step)
        done = moment
        yield disk.cut(rng)


# Without a recording


def _snapshots(
    program: Program, folder: Path, files: list[Path], count: int, rng: random.Random
) -> Iterator[State]:
    """Give copies of the folder as it is at random lines, torn behind the log's last commit."""
    for _ in range(count):
        library, wanted, lines = folder / "library.db", rng.randint(1, len(files) - 1), list[str]()
        with program.start("import", *files, *at(library)) as process:
            assert process.stdout is not None
            for line in process.stdout:
                lines.append(line)
                if len(lines) >= wanted:
                    break
            os.killpg(process.pid, signal.SIGSTOP)
            held = {
                path.name: path.read_bytes()
                for path in folder.iterdir()
                if not path.name.endswith("-shm")
            }
            os.killpg(process.pid, signal.SIGKILL)
        log = held.get("library.db-wal", b"")
        kept = _committed(log)
        tail = b"".join(
            log[start : start + _SECTOR] if rng.random() < 0.5 else bytes(_SECTOR)
            for start in range(kept, len(log), _SECTOR)
        )
        held["library.db-wal"] = log[:kept] + tail[: len(log) - kept]
        yield State(held, "".join(lines))
        shutil.rmtree(folder)
        folder.mkdir()


def _committed(log: bytes) -> int:
    """Return how far the last commit of a write-ahead log reaches."""
    if len(log) < _LOG_HEAD:
        return len(log)
    size = int.from_bytes(log[8:12], "big") + _FRAME_HEAD
    reach = _LOG_HEAD
    for start in range(_LOG_HEAD, len(log) - size + 1, size):
        if log[start + 8 : start + 16] != log[16:24]:
            break  # left over from before the log began anew
        if int.from_bytes(log[start + 4 : start + 8], "big"):
            reach = start + size
    return reach
