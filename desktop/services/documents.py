"""Results as compact documents: frozen dataclasses to compressed JSON and back.

A dataclass becomes the list of its fields in order, so a document fits only the fields it was
made from: `shape_of` names them, and belongs into the key that a document is stored under.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import types
import zlib
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Decoder = Callable[[Any], Any]
_UNIONS = (Union, types.UnionType)


def to_document(value: object) -> bytes:
    """Return a value of dataclasses, tuples, frozensets, enums and plain values as a document."""
    plain = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(plain.encode("utf-8"), level=6)


def from_document(document: bytes, kind: type[T]) -> T:
    """Return the value that `to_document` was given.

    Raises:
        ValueError: The document is damaged or of another shape.
    """
    try:
        return cast("T", _decoder(kind)(json.loads(zlib.decompress(document))))
    except (zlib.error, TypeError, IndexError, KeyError) as error:
        raise ValueError("damaged document") from error


@cache
def shape_of(kind: type) -> str:
    """Return a short name for the fields of a dataclass and of all that it is made of."""
    seen: dict[str, str] = {}
    _describe(kind, seen)
    whole = json.dumps(seen, sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()[:12]


def _plain(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, Enum):
        return value.value
    if dataclasses.is_dataclass(value):
        return [_plain(getattr(value, name)) for name in _field_names(type(value))]
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in cast("tuple[Any, ...]", value)]
    if isinstance(value, frozenset):
        return sorted(_plain(item) for item in cast("frozenset[Any]", value))
    return value


@cache
def _field_names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(part.name for part in dataclasses.fields(kind))


@cache
def _decoder(kind: Any) -> Decoder:  # noqa: ANN401
    origin = get_origin(kind)
    if origin in _UNIONS:
        return _optional_decoder(kind)
    if origin in (tuple, frozenset):
        return _series_decoder(kind, origin)
    if dataclasses.is_dataclass(origin or kind):
        return _dataclass_decoder(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    return _same


def _same(value: object) -> object:
    return value


def _optional_decoder(kind: Any) -> Decoder:  # noqa: ANN401
    parts = [part for part in get_args(kind) if part is not types.NoneType]
    if len(parts) != 1:
        return _same
    decode = _decoder(parts[0])
    return lambda value: None if value is None else decode(value)


def _series_decoder(kind: Any, origin: type) -> Decoder:  # noqa: ANN401
    parts = get_args(kind)
    if origin is tuple and (len(parts) != 2 or parts[1] is not Ellipsis):
        each = [_decoder(part) for part in parts]
        return lambda value: tuple(decode(item) for decode, item in zip(each, value, strict=True))
    decode = _decoder(parts[0])
    if origin is tuple:
        return lambda value: tuple([decode(item) for item in value])
    return lambda value: frozenset([decode(item) for item in value])


def _dataclass_decoder(kind: Any) -> Decoder:  # noqa: ANN401
    build = get_origin(kind) or kind
    decoders = [_decoder(hint) for hint in _hints(kind)]

    def decode(value: list[Any]) -> object:
        return build(*[read(item) for read, item in zip(decoders, value, strict=True)])

    return decode


def _hints(kind: Any) -> list[Any]:  # noqa: ANN401
    """Return the fields' types, with the parameters of a generic dataclass put in."""
    build = get_origin(kind) or kind
    hints = get_type_hints(build)
    chosen = dict(zip(getattr(build, "__parameters__", ()), get_args(kind), strict=False))
    return [_substituted(hints[name], chosen) for name in _field_names(build)]


def _substituted(hint: Any, chosen: dict[Any, Any]) -> Any:  # noqa: ANN401
    if not chosen or not getattr(hint, "__parameters__", None):
        return chosen.get(hint, hint) if isinstance(hint, TypeVar) else hint
    return hint[tuple(chosen[part] for part in hint.__parameters__)]


def _describe(kind: Any, seen: dict[str, str]) -> None:  # noqa: ANN401
    for part in get_args(kind):
        _describe(part, seen)
    build = get_origin(kind) or kind
    if not dataclasses.is_dataclass(build) or str(kind) in seen:
        return
    hints = _hints(kind)
    names = _field_names(cast("type[Any]", build))
    seen[str(kind)] = ", ".join(f"{name}: {hint}" for name, hint in zip(names, hints, strict=True))
    for hint in hints:
        _describe(hint, seen)
