"""Finding an article's copies when it comes in, by the few keys that copies have in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, CopyKeyRow, OutletAliasRow, OutletRow, RelationRow
from desktop.core.copies.addresses import address_key, normal_address, site_of
from desktop.core.copies.kinds import CopySide, judge_copies
from desktop.core.copies.overlap import Overlap, measure_overlap
from desktop.core.copies.signatures import (
    KEY_LIMIT,
    copy_keys,
    copy_words,
    may_be_copies,
    number_runs,
    word_runs,
)
from desktop.core.model.articles import Origin
from desktop.core.model.copies import CopyKind
from desktop.services.sessions import in_parts

FOUND, BY_USER, MERGED = "found", "user", "merged"

# A key that so many have is a standing phrase, or a text that everybody prints: the latest do.
_LATEST = 64
_MOST_LOOKED_AT, _MOST_COMPARED = 32, 8
# Less than three keys of so many: a standing phrase.
_LEAST_WEIGHT = 2.5 / _LATEST
# So many letters of texts are kept at hand while articles of one import are placed.
_MOST_LETTERS = 2_000_000
_FACTS = (
    sa.select(
        ArticleRow.number,
        ArticleRow.id,
        ArticleRow.text,
        ArticleRow.title,
        ArticleRow.url,
        ArticleRow.provenance,
        ArticleRow.outlet_id,
        OutletRow.key,
    )
    .outerjoin(OutletRow, OutletRow.id == ArticleRow.outlet_id)
    .where(ArticleRow.number.in_(sa.bindparam("wanted", expanding=True)))
)


_SIZES = (
    sa.select(CopyKeyRow.number, sa.func.count())
    .where(
        CopyKeyRow.number.in_(sa.bindparam("numbers", expanding=True)),
        CopyKeyRow.key.between(0, KEY_LIMIT - 1),
    )
    .group_by(CopyKeyRow.number)
)


@dataclass(frozen=True, slots=True)
class _Known:
    """An article with what decides whose copy it is; `credit` is where only its text names it."""

    number: int
    id: str
    text: str
    title: str
    address: str
    outlets: frozenset[str]
    site: str
    credit: str
    words: tuple[str, ...]
    runs: frozenset[tuple[str, ...]]


def place_copies(session: Session, numbers: Iterable[int]) -> None:
    """Find the copies of articles among those before them, and let later ones find them.

    Args:
        session: Of the library; the articles are written.
        numbers: Their numbers; those that have been placed before are left out.
    """
    shelf = _Shelf(session)
    for number in numbers:
        known = shelf.find(number)
        if known is not None:
            keys = _keys(known)
            near = _candidates(session, keys, number)
            _relate(shelf, known, _overlaps(shelf, known, near))
            rows = [{"key": key, "number": number} for key in keys]
            session.execute(sa.insert(CopyKeyRow), rows)


def place_again(session: Session, ids: Sequence[str]) -> None:
    """Find the copies of articles anew, whose text or outlet or address has changed.

    So are those of their partners of which no outlet is known: they are judged by the outlet of
    the same text. What the user said of two articles stays.
    """
    session.flush()
    before = _unnamed_partners(session, ids)
    _place_anew(session, ids)
    partners = before | _unnamed_partners(session, ids)
    if rest := sorted(partners.difference(ids)):
        _place_anew(session, rest)


def _place_anew(session: Session, ids: Sequence[str]) -> None:
    for some in in_parts(ids):
        query = sa.select(ArticleRow.number).where(ArticleRow.id.in_(some))
        numbers = list(session.scalars(query.order_by(ArticleRow.number)))
        session.execute(sa.delete(CopyKeyRow).where(CopyKeyRow.number.in_(numbers)))
        either = RelationRow.article_id.in_(some) | RelationRow.other_id.in_(some)
        is_found = (RelationRow.origin == FOUND) & ~RelationRow.denied
        session.execute(sa.delete(RelationRow).where(either, is_found))
        place_copies(session, numbers)


def _unnamed_partners(session: Session, ids: Sequence[str]) -> set[str]:
    """Return the articles without an outlet that articles are related to."""
    found = set[str]()
    for some in in_parts(ids):
        for own, partner in (
            (RelationRow.article_id, RelationRow.other_id),
            (RelationRow.other_id, RelationRow.article_id),
        ):
            query = sa.select(ArticleRow.id).join(RelationRow, partner == ArticleRow.id)
            unnamed = query.where(own.in_(some), ArticleRow.outlet_id.is_(None))
            found.update(session.scalars(unnamed))
    return found


def unplaced_numbers(session: Session, limit: int) -> list[int]:
    """Return the first articles whose copies have not been looked for."""
    is_placed = sa.exists().where(CopyKeyRow.number == ArticleRow.number)
    query = sa.select(ArticleRow.number).where(~is_placed).order_by(ArticleRow.number)
    return list(session.scalars(query.limit(limit)))


def count_unplaced(session: Session) -> int:
    """Return how many articles' copies have not been looked for."""
    is_placed = sa.exists().where(CopyKeyRow.number == ArticleRow.number)
    return session.scalar(sa.select(sa.func.count(ArticleRow.number)).where(~is_placed)) or 0


def share_of(session: Session, article_id: str, other_id: str) -> float:
    """Return the share of the shorter text's runs of words that the other text has too."""
    query = sa.select(ArticleRow.text).where(ArticleRow.id.in_((article_id, other_id)))
    runs = [word_runs(copy_words(text)) for text in session.scalars(query)]
    return measure_overlap(runs[0], runs[1]).of_shorter if len(runs) == 2 else 0.0


def _keys(known: _Known) -> list[int]:
    # A text without words has a key as well: it has been looked at.
    keys = copy_keys(number_runs(known.words)) or [0]
    return [*keys, address_key(known.address)] if known.address else keys


def _candidates(session: Session, keys: Sequence[int], number: int) -> list[int]:
    """Return the articles that have most of the rare keys; one with many holders says little."""
    weights, held = defaultdict[int, float](float), defaultdict[int, set[int]](set)
    for key, holders in _holders(session, keys).items():
        for holder in holders:
            weights[holder] += 1 / len(holders)
            held[holder].add(key)
    weights.pop(number, None)
    near = [each for each, weight in weights.items() if weight >= _LEAST_WEIGHT]
    near.sort(key=lambda each: (-weights[each], each))
    sizes = _count_keys(session, near[:_MOST_LOOKED_AT])
    own = sum(map(_is_told, keys))
    likely = [
        each
        for each, size in sizes.items()
        if min(held[each]) < 0 or may_be_copies(sum(map(_is_told, held[each])), own, size)
    ]
    return likely[:_MOST_COMPARED]


def _holders(session: Session, keys: Sequence[int]) -> dict[int, list[int]]:
    """Return the latest articles that have each of some keys."""
    found: dict[int, list[int]] = {}
    wanted = {f"key_{nth}": key for nth, key in enumerate(keys)}
    for key, number in session.connection().execute(_latest_with_keys(len(keys), _LATEST), wanted):
        found.setdefault(key, []).append(number)
    return found


@cache
def _latest_with_keys(count: int, latest: int) -> sa.CompoundSelect[int, int]:
    """Return one query for the latest articles with each of so many keys."""
    parts = [
        sa.select(CopyKeyRow.key, CopyKeyRow.number)
        .where(CopyKeyRow.key == sa.bindparam(f"key_{nth}"))
        .order_by(CopyKeyRow.number.desc())
        .limit(latest)
        .subquery()
        for nth in range(count)
    ]
    return sa.union_all(*(sa.select(part.c.key, part.c.number) for part in parts))


def _is_told(key: int) -> bool:
    """Say whether a key is of a run that is a key in any text."""
    return 0 <= key < KEY_LIMIT


def _count_keys(session: Session, numbers: Sequence[int]) -> dict[int, int]:
    """Return how many such keys articles have, in the order of the articles."""
    found: dict[int, int] = dict(session.execute(_SIZES, {"numbers": list(numbers)}).all())
    return {number: found.get(number, 0) for number in numbers}


class _Shelf:
    """The articles of a library that were read last, as far as there is room for their texts."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._known: dict[int, _Known] = {}
        self._names: dict[int, list[str]] = {}
        self._letters = 0

    def find(self, number: int) -> _Known | None:
        """Return an article by its number."""
        return next(self.read([number]), None)

    def read(self, numbers: Sequence[int]) -> Iterator[_Known]:
        """Give articles by their numbers; the words of one after the other are looked at."""
        unread = [number for number in numbers if number not in self._known]
        rows: dict[int, Any] = {}
        if unread:
            found = self.session.execute(_FACTS, {"wanted": unread})
            rows = {row.number: row for row in found}
        for number in numbers:
            known = self._known.pop(number, None)
            if known is None and number in rows:
                row = rows.pop(number)
                known = _known(row, self._names_of(row.outlet_id))
                self._letters += len(known.text)
            if known is not None:
                self._keep(known)
                yield known

    def _keep(self, known: _Known) -> None:
        self._known[known.number] = known
        while self._letters > _MOST_LETTERS and len(self._known) > 1:
            self._letters -= len(self._known.pop(next(iter(self._known))).text)

    def _names_of(self, outlet: int | None) -> list[str]:
        """Return the other names of an outlet, hosts among them."""
        if outlet is None:
            return []
        names = self._names.get(outlet)
        if names is None:
            query = sa.select(OutletAliasRow.key).where(OutletAliasRow.outlet_id == outlet)
            names = self._names[outlet] = list(self.session.scalars(query))
        return names


def _known(row: Any, names: Sequence[str]) -> _Known:  # noqa: ANN401
    outlets = frozenset((row.key, *names)) if row.key else frozenset[str]()
    words = tuple(copy_words(row.text))
    return _Known(
        number=row.number,
        id=row.id,
        text=row.text,
        title=row.title,
        address=normal_address(row.url or ""),
        outlets=outlets,
        site=site_of(row.url or ""),
        credit=_credit(row.text, row.provenance.get("outlet")),
        words=words,
        runs=word_runs(words),
    )


def _credit(text: str, stated: Mapping[str, Any] | None) -> str:
    """Return the words of a text that alone name its outlet."""
    if stated is None or stated["origin"] != Origin.TEXT.value or not stated.get("evidence"):
        return ""
    start, end = stated["evidence"]
    return text[start:end]


def _side(known: _Known, other: _Known) -> CopySide:
    """Return what is known of an article, seen from another one.

    An outlet that only the text names, in words that the other text has too, tells the two no
    further apart than the texts themselves do.
    """
    tells_nothing = bool(known.credit) and known.credit in other.text
    outlets = frozenset[str]() if tells_nothing else known.outlets
    sites = frozenset({known.site, *map(site_of, outlets)} - {""})
    return CopySide(outlets, sites, known.address, tuple(copy_words(known.title)))


def _overlaps(shelf: _Shelf, known: _Known, numbers: Sequence[int]) -> list[tuple[_Known, Overlap]]:
    """Return articles with what an article shares with each; their words are not held."""
    found: list[tuple[_Known, Overlap]] = []
    for other in shelf.read(numbers):
        overlap = measure_overlap(known.runs, other.runs)
        found.append((replace(other, words=(), runs=frozenset()), overlap))
    return sorted(found, key=lambda each: -each[1].alike)


def _relate(shelf: _Shelf, known: _Known, overlaps: Iterable[tuple[_Known, Overlap]]) -> None:
    """Write down what an article is a copy of.

    One that nobody is known to have printed is of the outlet that the same text is of; so what it
    is the same text as is found first.
    """
    own = known
    for other, overlap in overlaps:
        placed = _placed(shelf, other)
        kind = judge_copies(_side(own, placed), _side(placed, own), overlap)
        if kind is None:
            continue
        if kind is CopyKind.DUPLICATE and not (own.outlets or own.site):
            own = replace(own, outlets=placed.outlets, site=placed.site)
        _write(shelf.session, known, other, kind, overlap.of_shorter)
    shelf.session.flush()


def _placed(shelf: _Shelf, known: _Known) -> _Known:
    """Return an article with the outlet of the same text, where its own is unknown."""
    if known.outlets or known.site:
        return known
    is_same = (RelationRow.kind == CopyKind.DUPLICATE.value) & ~RelationRow.denied
    numbers = [
        shelf.session.scalar(
            sa.select(ArticleRow.number)
            .join(RelationRow, partner == ArticleRow.id)
            .where(own == known.id, is_same, ArticleRow.outlet_id.is_not(None))
            .order_by(RelationRow.share.desc(), ArticleRow.number)
            .limit(1)
        )
        for own, partner in (
            (RelationRow.article_id, RelationRow.other_id),
            (RelationRow.other_id, RelationRow.article_id),
        )
    ]
    found = [number for number in numbers if number is not None][:1]
    same = shelf.find(found[0]) if found else None
    return replace(known, outlets=same.outlets, site=same.site) if same else known


def _write(session: Session, known: _Known, other: _Known, kind: CopyKind, share: float) -> None:
    later, earlier = (known, other) if known.number > other.number else (other, known)
    if session.get(RelationRow, (later.id, earlier.id)) is None:
        pair = {"article_id": later.id, "other_id": earlier.id}
        row = RelationRow(**pair, kind=kind.value, origin=FOUND, share=round(share, 4))
        session.add(row)
