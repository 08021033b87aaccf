"""Made-up articles to import, the program as it is called from outside, and what must hold."""

from __future__ import annotations

import hashlib
import io
import json
import os
import random
import signal
import subprocess
import sys
import traceback
from collections.abc import Iterable, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
CANNOT, KEPT = 3, ("imported", "duplicate", "needs-attention")
_NOUNS = "harbor bridge council ferry school market tower river quarry orchard mill station".split()
_DEEDS = "closed reopened flooded expanded moved burned collapsed opened struck voted".split()
_PLACES = "Norvale Anville Estmere Dunholt Karvik Lowmoor Pellan Ostrava Brightsea Inder".split()


@dataclass(frozen=True)
class Done:
    """What a command came to."""

    code: int
    lines: tuple[str, ...]
    errors: str

    @property
    def has_crashed(self) -> bool:
        """Say whether it ended by a signal or with a traceback."""
        return self.code < 0 or "Traceback" in self.errors


@dataclass
class Tally:
    """What a round of faults came to."""

    kind: str
    rounds: int = 0
    acknowledged: int = 0
    troubles: list[str] = field(default_factory=list[str])
    note: str = ""

    def line(self) -> str:
        """Return the summary."""
        verdict = "FAIL" if self.troubles else "PASS"
        told = (
            f"{self.rounds} rounds, {self.acknowledged} acknowledged, {len(self.troubles)} failed"
        )
        return f"{self.kind}: {told}{self.note}: {verdict}"


class Program:
    """The program under test, with a home of its own."""

    def __init__(self, room: Path) -> None:
        self.room = room
        self.words = [sys.executable, "-m", "desktop"]
        self.environment = {**os.environ, **home_in(room)}

    def start(self, *words: object, before: Sequence[str] = ()) -> subprocess.Popen[str]:
        """Start a command in a group of its own, so that all of it can be killed."""
        return subprocess.Popen(
            [*before, *self.words, *map(str, words)],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(self, *words: object, before: Sequence[str] = ()) -> Done:
        """Run a command to its end in a process of its own."""
        with self.start(*words, before=before) as process:
            output, errors = process.communicate(timeout=300)
        return Done(process.returncode, tuple(output.splitlines()), errors)

    def ask(self, *words: object) -> Done:
        """Run a command that looks, in this process: a start of Python takes longer than it."""
        from desktop.cli.main import run_cli

        written = io.BytesIO()
        output, errors = io.TextIOWrapper(written, "utf-8"), io.StringIO()
        with redirect_stdout(output), redirect_stderr(errors):
            try:
                code = run_cli([*map(str, words)])
            except Exception:  # noqa: BLE001
                code = 1
                traceback.print_exc()
        output.flush()
        return Done(code, tuple(written.getvalue().decode().splitlines()), errors.getvalue())

    def add(self, library: Path, files: Iterable[Path], before: Sequence[str] = ()) -> Done:
        """Import files."""
        return self.run("import", *files, *at(library), before=before)

    def contents(self, library: Path) -> dict[str, str] | str:
        """Return a digest of each article by its id, or what is wrong with the export."""
        done = self.ask("export", *at(library))
        if done.code or done.has_crashed:
            return f"export ended with {done.code}: {done.errors.strip()[-160:]}"
        records = [json.loads(line) for line in done.lines]
        return {str(record["id"]): digest(record) for record in records}


def home_in(room: Path) -> dict[str, str]:
    """Return the settings of the system that give the program a home of its own."""
    home = room / "home"
    home.mkdir(parents=True, exist_ok=True)
    names = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    return {**dict.fromkeys(names, str(home)), "QT_QPA_PLATFORM": "offscreen"}


def at(library: Path) -> tuple[str, ...]:
    """Return the words that name a library and ask for JSON lines."""
    return ("--library", str(library), "--format", "jsonl")


def digest(record: Mapping[str, Any]) -> str:
    """Return one digest of all that a person sees of an article."""
    text = str(record["text"])
    if hashlib.sha256(text.encode()).hexdigest() != record["sha256"]:
        return "not the text that was stored"
    seen = [record["title"], record["outlet"], record["published"], text]
    return hashlib.sha256(json.dumps(seen).encode()).hexdigest()


def write_articles(folder: Path, count: int, seed: int) -> list[Path]:
    """Write made-up articles of several lengths as text, Markdown, pages and JSON lines."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(seed)  # noqa: S311
    paths: list[Path] = []
    for number in range(count):
        title, body = _story(rng, number)
        kind = ("txt", "md", "html", "jsonl")[number % 4]
        path = folder / f"{number:04}.{kind}"
        path.write_text(_written(kind, title, body), encoding="utf-8")
        paths.append(path)
    return paths


def _story(rng: random.Random, number: int) -> tuple[str, list[str]]:
    place, noun, deed = rng.choice(_PLACES), rng.choice(_NOUNS), rng.choice(_DEEDS)
    title = f"The {noun} of {place} {deed} on day {number}"
    sentences = (
        f"In {rng.choice(_PLACES)} the {rng.choice(_NOUNS)} {rng.choice(_DEEDS)}, and "
        f"{rng.randint(2, 9000)} people watched from the {rng.choice(_NOUNS)}."
        for _ in range(rng.choice((6, 20, 80)))
    )
    lead = f"The {noun} of {place} {deed}, the mayor said in report {number}."
    return title, [lead, *sentences]


def _written(kind: str, title: str, body: Sequence[str]) -> str:
    if kind == "html":
        paragraphs = "".join(f"<p>{sentence}</p>\n" for sentence in body)
        head = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>\n"
        return f"{head}{paragraphs}</article></body></html>\n"
    if kind == "jsonl":
        return (
            json.dumps({"title": title, "text": "\n\n".join(body), "outlet": "Daily Test"}) + "\n"
        )
    return f"{'# ' * (kind == 'md')}{title}\n\n" + "\n\n".join(body) + "\n"


def acknowledged(output: str) -> dict[str, tuple[str, ...]]:
    """Return the ids of the articles of each file whose complete line was written."""
    told: dict[str, tuple[str, ...]] = {}
    for line in output.split("\n")[:-1]:
        record = json.loads(line)
        ids = tuple(str(article["id"]) for article in record["articles"])
        told[record["path"]] = ids if record["status"] in KEPT else (record["status"],)
    return told


class Expected:
    """What an undisturbed import of the files gives."""

    def __init__(self, program: Program, files: Sequence[Path]) -> None:
        library = program.room / "undisturbed" / "library.db"
        done = program.add(library, files)
        contents = program.contents(library)
        if done.code or isinstance(contents, str):
            raise SystemExit(f"the undisturbed import fails: {done.errors} {contents}")
        told = acknowledged("\n".join(done.lines) + "\n")
        self.by_path = {path: {contents[each] for each in ids} for path, ids in told.items()}
        self.all = set(contents.values())
        self.size = library.stat().st_size


def judge(
    program: Program,
    library: Path,
    told: Mapping[str, tuple[str, ...]],
    expected: Expected,
    *,
    whole: bool = False,
) -> list[str]:
    """Return all that is wrong with a library: unsound, lost, half, altered or double."""
    troubles: list[str] = []
    checked = program.ask("check", "--library", library)
    if checked.code or checked.has_crashed:
        troubles.append(f"check says {checked.code}: {[*checked.lines, checked.errors][:2]}")
    contents = program.contents(library)
    if isinstance(contents, str):
        return [*troubles, contents]
    there = list(contents.values())
    if len(set(there)) < len(there):
        troubles.append("an article is there twice")
    if set(there) - expected.all:
        troubles.append("an article is not as it was given")
    for path, ids in told.items():
        if not expected.by_path[path] <= {contents.get(each) for each in ids}:
            troubles.append(f"{Path(path).name} was acknowledged and is not there")
    if whole and expected.all - set(there):
        troubles.append("articles are missing at the end")
    return troubles


def kill(process: subprocess.Popen[str]) -> None:
    """Kill a command with all that it has started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        process.kill()
