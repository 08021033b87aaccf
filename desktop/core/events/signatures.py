"""An article's vector and moment in few bytes, so that a library need not read texts again."""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Sequence

from desktop.core.events.days import Moment
from desktop.core.events.vectors import Vector

_SCALE = 65535
_KEYS = 24

Signature = tuple[Vector, Moment]


def to_signature(vector: Vector, moment: Moment) -> bytes:
    """Return a vector and a moment as bytes; weights are kept to four digits."""
    terms = list(vector.weights)
    named = [n for n, term in enumerate(terms) if term in vector.names]
    numbers = array("H", (round(weight * _SCALE) for weight in vector.weights.values()))
    days = [moment.stated, moment.read, sorted(moment.weekdays)]
    plain = json.dumps([terms, numbers.tolist(), named, days], ensure_ascii=False)
    return zlib.compress(plain.encode("utf-8", "surrogatepass"), level=1)


def from_signature(signature: bytes) -> Signature:
    """Return the vector and the moment; of the names only those that are terms.

    Raises:
        ValueError: The bytes are damaged.
    """
    try:
        plain = zlib.decompress(signature).decode("utf-8", "surrogatepass")
        terms, numbers, named, (stated, read, weekdays) = json.loads(plain)
        weights = {term: number / _SCALE for term, number in zip(terms, numbers, strict=True)}
        names = frozenset(terms[n] for n in named)
    except (zlib.error, TypeError, IndexError) as error:
        raise ValueError("damaged signature") from error
    return Vector(weights, names), Moment(stated, read, frozenset(weekdays))


def signature_keys(vector: Vector) -> list[int]:
    """Return numbers for the strongest terms, the strongest first; one event shares some."""
    strongest: Sequence[tuple[str, float]] = sorted(
        vector.weights.items(), key=lambda item: (-item[1], item[0])
    )[:_KEYS]
    return list(dict.fromkeys(term_key(term) for term, _ in strongest))


def term_key(term: str) -> int:
    """Return a number that stands for a term; seldom do two terms share one."""
    return zlib.crc32(term.encode("utf-8", "surrogatepass"))
