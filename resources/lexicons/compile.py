"""Compiles the word lists into `compiled.json`, the one file that the program loads.

Run `python -m resources.lexicons.compile` after a change of a list; a test compares the contents.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from resources.lexicons.forms import forms_of, phrase_forms

HERE = Path(__file__).parent
COMPILED = HERE / "compiled.json"
Record = dict[str, Any]
_WORD_KEYS = frozenset(("plainer", "weight", "reason", "heads", "unless", "after", "part"))
_GROUP_KEYS = _WORD_KEYS | {"words", "senses", "examples"}
WEIGHTS = (0.3, 0.5, 0.7, 0.9)
_PARTS = frozenset(("verb", "noun", "adjective", "adverb", "any"))


class LexiconError(ValueError):
    """A list says something that the compiler does not understand."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One phrase of a list with all that its file, group and own line say of it."""

    id: str
    words: tuple[str, ...]
    category: str
    said: Record

    def line(self, tail: tuple[str, ...], reason: int) -> str:
        """Return the phrase as compiled: its fields with tabs between, the reason as a number."""
        said, part = self.said, self.said["part"]
        fields = (
            self.id,
            " ".join((self.words[0], *tail)),
            self.category,
            str(said["weight"]),
            str(reason),
            said.get("plainer") or "",
            " ".join(sorted(said.get("heads", ()))),
            " ".join(sorted(said.get("unless", ()))),
            " ".join(sorted(said.get("after", ()))),
            "" if part == "any" else part,
        )
        return "\t".join(fields)


def read_wordings(path: Path) -> Iterator[Wording]:
    """Yield the phrases of one list.

    Raises:
        LexiconError: A key, a part of speech or a weight is unknown, or a reason is missing.
    """
    listed = _load(path)
    for group in listed["groups"]:
        senses: Record = group.get("senses", {})
        if lost := senses.keys() - group["words"].keys():
            message = f"{path.name}: senses without words: {sorted(lost)}"
            raise LexiconError(message)
        for phrase, told in group["words"].items():
            own: Record = {"plainer": told} if told is None or isinstance(told, str) else told
            own = senses.get(phrase, {}) | own
            said = {"part": listed.get("part", "any"), "weight": listed.get("weight")}
            said |= {key: value for key, value in group.items() if key in _WORD_KEYS}
            said |= own
            _check(path, phrase, group, said)
            yield Wording(f"{path.stem}/{phrase}", tuple(phrase.split()), listed["category"], said)


def read_examples(path: Path) -> Iterator[str]:
    """Yield the test sentences of one list; brackets stand around what is to be found."""
    for group in _load(path)["groups"]:
        yield from group.get("examples", ())


def wording_lists() -> tuple[Path, ...]:
    """Return the paths of the lists of loaded wording."""
    paths = sorted((HERE / "wording").glob("*.yaml"))
    return tuple(paths)


def compiled_text() -> str:
    """Return the compiled content of all lists as JSON, one record a line.

    A record of plain words and numbers is one string: to read lists of lists takes three times as
    long. The version names the content, so that the program need not compute it at each start.
    """
    wordings = [wording for path in wording_lists() for wording in read_wordings(path)]
    reasons = list(dict.fromkeys(wording.said["reason"] for wording in wordings))
    lines, forms = _entries(wordings, reasons)
    rows: dict[str, list[object]] = {
        "reasons": [*reasons],
        "loaded": [*lines],
        "forms": [f"{form} {','.join(map(str, places))}" for form, places in sorted(forms.items())],
        "verbs": [_verb_record(verb) for verb in _load(HERE / "report_verbs.yaml")],
        "tone": [*_tone_records()],
        "valence": [*_valence_records()],
        "frames": [*_frame_records()],
        "tone_weights": [*_weight_records()],
    }
    parts = [
        f'"{name}": [\n' + ",\n".join(json.dumps(r, ensure_ascii=False) for r in part) + "\n]"
        for name, part in rows.items()
    ]
    content = ",\n".join([f'"background_size": {_background_size()}', *parts])
    version = hashlib.sha256(content.encode("utf-8")).hexdigest()[:12]
    return f'{{\n"version": "{version}",\n{content}\n}}\n'


def _load(path: Path) -> Any:  # noqa: ANN401 -- whatever the list holds
    with path.open(encoding="utf-8") as file:
        return yaml.load(file, Loader=yaml.CSafeLoader)


def _check(path: Path, phrase: str, group: Record, said: Record) -> None:
    unknown = (group.keys() - _GROUP_KEYS) | (said.keys() - _WORD_KEYS)
    if unknown or said["part"] not in _PARTS:
        message = f"{path.name}: {phrase}: unknown {sorted(unknown) or said['part']}"
        raise LexiconError(message)
    words = [word for key in ("heads", "unless", "after") for word in said.get(key, ())]
    if strange := [word for word in words if not isinstance(word, str)]:
        message = f"{path.name}: {phrase}: {strange} are no words: quote them"
        raise LexiconError(message)
    if said["weight"] not in WEIGHTS or not said.get("reason", "").endswith("."):
        message = f"{path.name}: {phrase}: a reason and a weight of {WEIGHTS} are needed"
        raise LexiconError(message)


def _entries(
    wordings: Sequence[Wording], reasons: Sequence[str]
) -> tuple[list[str], dict[str, list[int]]]:
    """Return the lines of all phrases, and for each form of a first word the numbers of its lines.

    The forms of a verb phrase share a line, as only their first words differ.
    """
    lines: list[str] = []
    forms: dict[str, list[int]] = {}
    for wording in wordings:
        places: dict[tuple[str, ...], int] = {}
        for first, *tail in phrase_forms(wording.words, wording.said["part"]):
            rest = tuple(tail)
            if rest not in places:
                places[rest] = len(lines)
                lines.append(wording.line(rest, reasons.index(wording.said["reason"])))
            forms.setdefault(first, []).append(places[rest])
    return lines, forms


def _verb_record(verb: Record) -> list[object]:
    lemma = verb["lemma"]
    forms = verb.get("forms") or [
        " ".join(form) for form in phrase_forms(tuple(lemma.split()), "verb")
    ]
    return [lemma, verb["rung"], verb["verdict"], forms, verb.get("reason", "")]


def _tone_records() -> Iterator[str]:
    for line in (HERE / "tone.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        form, polarity, subjectivity, intensity, modifier = line.split("\t")
        numbers = map(float, (polarity, subjectivity, intensity))
        yield " ".join((form, *map(str, numbers), modifier))


def _valence_records() -> list[str]:
    """Return the words of the own tone list with their numbers, each word once."""
    values = {form: group["tone"] for group, form in _valence_forms()}
    return [f"{form} {float(value)}" for form, value in sorted(values.items())]


def _frame_records() -> list[str]:
    """Return the verbs of the own tone list: what each says of its subject and of its object."""
    frames = {
        form: (float(group["subject"]), float(group["object"]))
        for group, form in _valence_forms()
        if "subject" in group
    }
    return [f"{form} {subject} {obj}" for form, (subject, obj) in sorted(frames.items())]


def _valence_forms() -> Iterator[tuple[Record, str]]:
    for group in _load(HERE / "valence.yaml")["groups"]:
        for word in group["words"].split():
            for form in forms_of(word, group["part"]):
                yield group, form


def _weight_records() -> Iterator[str]:
    """Yield the weights of tone towards a target; forms of one word share a record."""
    for line in (HERE / "target_tone.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        kind, feature, against, favor = line.split("\t")
        yield "\t".join((kind, feature, str(float(against)), str(float(favor))))


def _background_size() -> int:
    with gzip.open(HERE / "background_df.tsv.gz", "rt", encoding="utf-8") as file:
        return int(file.readline().split("\t")[1])


if __name__ == "__main__":
    COMPILED.write_text(compiled_text(), encoding="utf-8")
