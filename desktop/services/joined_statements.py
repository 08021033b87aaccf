"""What is stated of an article that has come in more than once, put together."""

from __future__ import annotations

from typing import Any, cast

Stated = dict[str, Any]


def join_statements(kept: Stated | None, more: Stated | None) -> Stated | None:
    """Return all that two files state of one article, by field; what both state stands once.

    >>> join_statements({"url": ["a"]}, {"url": ["a", "b"], "outlet": ["C"]})
    {'url': ['a', 'b'], 'outlet': ['C']}
    """
    if not kept or not more:
        return kept or more
    joined = dict(kept)
    for field, value in more.items():
        own = joined.get(field)
        if isinstance(own, list) and isinstance(value, list):
            entries = cast("list[object]", own)
            fresh = [each for each in cast("list[object]", value) if each not in entries]
            joined[field] = [*entries, *fresh]
        else:
            joined.setdefault(field, value)
    return joined
