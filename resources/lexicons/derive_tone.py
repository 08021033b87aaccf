"""Derives `tone.tsv` from the sentiment lexicon that the installed TextBlob carries (PDDL).

Run `python -m resources.lexicons.derive_tone` after a change of TextBlob's version.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).parent
_HEADER = "form\tpolarity\tsubjectivity\tintensity\tmodifier\n"
Numbers = tuple[float, float, float]


def derive_tone() -> str:
    """Return the table: each form averaged over senses, then over parts of speech.

    A form that is an adjective also gives its adverb in -ly, with the adjective's numbers.
    """
    parts: dict[str, dict[str | None, Numbers]] = {
        form: {part: _mean(numbers) for part, numbers in senses.items()}
        for form, senses in _senses().items()
    }
    overall = {form: _mean(by_part.values()) for form, by_part in parts.items()}
    modifiers = {form for form, by_part in parts.items() if "RB" in by_part}
    for form, by_part in parts.items():
        if "JJ" in by_part:
            adverb = _adverb(form)
            overall[adverb] = by_part["JJ"]
            modifiers.add(adverb)
    rows = (
        f"{form}\t{p!r}\t{s!r}\t{i!r}\t{int(form in modifiers)}\n"
        for form, (p, s, i) in sorted(overall.items())
        if " " not in form
    )
    return _HEADER + "".join(rows)


def _senses() -> dict[str, dict[str | None, list[Numbers]]]:
    data = files("textblob").joinpath("en", "en-sentiment.xml").read_bytes()
    senses: dict[str, dict[str | None, list[Numbers]]] = defaultdict(lambda: defaultdict(list))
    for word in ElementTree.fromstring(data).iterfind("word"):  # noqa: S314 -- a file we pinned
        numbers = (
            float(word.get("polarity", 0.0)),
            float(word.get("subjectivity", 0.0)),
            float(word.get("intensity", 1.0)),
        )
        if form := word.get("form"):
            senses[form][word.get("pos")].append(numbers)
    return senses


def _mean(numbers: Iterable[Numbers]) -> Numbers:
    rows = list(numbers)
    columns = zip(*rows, strict=True)
    polarity, subjectivity, intensity = (sum(column) / len(rows) for column in columns)
    return polarity, subjectivity, intensity


def _adverb(form: str) -> str:
    """Return the adverb as the pattern library builds it: "happily", "terribly"."""
    if form.endswith("y"):
        return form[:-1] + "ily"
    return form.removesuffix("le") + "ly"


if __name__ == "__main__":
    (HERE / "tone.tsv").write_text(derive_tone(), encoding="utf-8")
