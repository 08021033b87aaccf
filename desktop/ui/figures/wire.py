"""The wire ledger as tables: shared passages with their origin, and each outlet's share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.core.model.places import Place
from desktop.core.model.wire import (
    AgencySign,
    Reprints,
    SignKind,
    WireLedger,
    WirePassage,
    WireShare,
)
from desktop.ui.figures.event_texts import EventTexts
from desktop.ui.paint.sheets import Column, Line, Part, RowKind, Sheet, SheetCell, SheetRow, Words
from desktop.ui.words import counted, in_marks, words_count

_LONGEST, _SHORT = 170, 60
_MOST_OUTLETS, _MOST_NUMBERED, _MOST_CHANGES = 6, 3, 2


def wire_sheet(ledger: WireLedger, texts: EventTexts, reprints: Reprints = ()) -> Sheet:
    """Return a row a passage; above them who prints one text and counts once."""
    columns = (
        Column(_tr("Words"), 0.0, 58.0),
        Column(_tr("Shared word for word"), 3.0, 180.0),
        Column(_tr("Printed by"), 1.4, 110.0),
        Column(_tr("Probable origin"), 1.2, 110.0),
        Column(_tr("Added or cut"), 2.4, 150.0),
    )
    rows = [*_reprint_rows(reprints, texts), *(_passage(each, texts) for each in ledger.passages)]
    return Sheet(columns, tuple(rows), wire_empty(len(texts.columns)), few_lines=3)


def wire_title() -> str:
    """Return the title of the passages, on the screen and on paper."""
    return _tr("Wire ledger")


def wire_subtitle() -> str:
    """Return what a passage is."""
    return _tr("Runs of twelve words or more, outside quotation marks.")


def shares_title() -> str:
    """Return the title of the shares, on the screen and on paper."""
    return _tr("Share of shared text")


def shares_subtitle() -> str:
    """Return what a share is."""
    return _tr("Of all scored words.")


def wire_empty(articles: int) -> str:
    """Return why there are no passages."""
    if articles < 2:
        return _tr("There is one article: shared text is looked for from two articles on.")
    return _tr(
        "No two texts share twelve words in a row outside quotation marks. The same words in "
        "marks are one speaker’s, and stand under Quotations."
    )


def share_sheet(ledger: WireLedger, texts: EventTexts) -> Sheet:
    """Return each outlet's share of shared words, the largest first; those without are left out."""
    columns = (
        Column(_tr("Outlet"), 1.5, 110.0),
        Column(_tr("Shared words"), 1.3, 120.0),
        Column(_tr("Held against"), 1.0, 84.0),
        Column(_tr("Only here"), 0.9, 70.0),
        Column(_tr("Not here"), 1.0, 84.0),
    )
    shares = sorted(
        (each for each in ledger.shares if each.shared and each.article in texts),
        key=lambda each: -each.shared / max(1, each.words),
    )
    same = [each for each in shares if each.base and not (each.added or each.cut)]
    if len(same) <= _MOST_CHANGES:
        same = []
    rows = [_share(each, texts) for each in shares if each not in same]
    if same:
        rows.append(_same(same, texts))
    return Sheet(columns, tuple(rows), _tr("No text stands in shared passages."))


def origin_words(passage: WirePassage) -> str:
    """Return where a passage is probably from, or that nothing says so."""
    if passage.origin is not None:
        return passage.origin
    agencies = sorted({sign.agency for sign in passage.signs})
    if agencies:
        return _tr("open: {agencies}").format(agencies=_tr(" or ").join(agencies))
    return _tr("none found")


def sign_words(kind: SignKind) -> str:
    """Return what says that a text is an agency's."""
    return {
        SignKind.OUTLET: _tr("the outlet is the agency"),
        SignKind.CREDIT: _tr("credit line"),
        SignKind.DATELINE: _tr("dateline"),
        SignKind.STATED: _tr("stated with the article"),
        SignKind.NAMED: _tr("named in the passage"),
    }[kind]


def _reprint_rows(reprints: Reprints, texts: EventTexts) -> Iterator[SheetRow]:
    for group in reprints:
        known = texts.ordered(group)
        if len(known) < 2:
            continue
        words = Words(_tr("One text, counted once"), "small-strong")
        places = tuple(place for article in known for place in texts.head(article))
        badges = tuple(texts.badge(article) for article in known[:_MOST_NUMBERED])
        cell = SheetCell(((words, *badges),), places, _said_reprints(known, texts))
        beside = counted(len(known), _tr("article prints it"), _tr("articles print it"))
        yield SheetRow((cell,), RowKind.HEAD, beside)


def _said_reprints(articles: Sequence[str], texts: EventTexts) -> str:
    names = ", ".join(texts.badge(article).name for article in articles)
    return _tr("One text, counted once: {outlets}").format(outlets=names)


def _passage(passage: WirePassage, texts: EventTexts) -> SheetRow:
    places = texts.known(passage.places)
    words = in_marks(texts.words(places[0], _LONGEST)) if places else ""
    return SheetRow(
        (
            SheetCell(((Words(str(passage.words), "small-strong"),),), places[:1]),
            SheetCell(((Words(words, "evidence"),),), places),
            _printed_by(places, texts),
            _origin(passage, texts),
            _changes(passage, texts),
        )
    )


def _printed_by(places: Sequence[Place], texts: EventTexts) -> SheetCell:
    is_long = len(places) > _MOST_NUMBERED
    parts: list[Part] = [
        texts.badge(place.article) if is_long else texts.outlet(place)
        for place in places[:_MOST_OUTLETS]
    ]
    rest = len(places) - _MOST_OUTLETS
    if rest > 0:
        parts.append(Words(_tr("and {count} more").format(count=rest), "small", "text2"))
    said = ", ".join(texts.outlet(place).name for place in places)
    return SheetCell((tuple(parts),), tuple(places), said)


def _origin(passage: WirePassage, texts: EventTexts) -> SheetCell:
    words = origin_words(passage)
    if not passage.signs:
        return SheetCell(((Words(words, "small", "text3"),),), ())
    first: dict[tuple[str, SignKind], AgencySign] = {}
    for sign in passage.signs:
        if sign.article in texts:
            first.setdefault((sign.agency, sign.kind), sign)
    lines: list[Line] = [(Words(words, "small-strong"),)]
    for sign in list(first.values())[:_MOST_CHANGES]:
        label = f"{sign.agency}: {sign_words(sign.kind)}"
        lines.append((texts.badge(sign.article), Words(label, "small", "text2", is_ours=True)))
    places = tuple(sign.place for sign in passage.signs if sign.place is not None)
    return SheetCell(tuple(lines), texts.known(dict.fromkeys(places)))


def _changes(passage: WirePassage, texts: EventTexts) -> SheetCell:
    lines: list[Line] = []
    places: list[Place] = []
    changes = [each for each in passage.changes if each.article in texts]
    for change in changes:
        places += [*change.added, *change.cut]
    for change in changes[:_MOST_CHANGES]:
        words = [
            _tr("adds {words}").format(words=in_marks(texts.words(place, _SHORT)))
            for place in change.added[:1]
        ]
        words += [
            _tr("without {words}").format(words=in_marks(texts.words(place, _SHORT)))
            for place in change.cut[:1]
        ]
        lines.append((texts.badge(change.article), Words("; ".join(words), "small", "text2")))
    rest = len(changes) - _MOST_CHANGES
    if rest > 0:
        more = _tr("{texts} more differ").format(texts=rest)
        lines.append((Words(more, "small", "text2"),))
    if not lines:
        words = _tr("nothing around it")
        return SheetCell(((Words(words, "small", "text3"),),), ())
    base = texts.badge(passage.base)
    lines.append((Words(_tr("held against"), "small", "text3"), base))
    return SheetCell(tuple(lines), tuple(dict.fromkeys(places)))


def _share(share: WireShare, texts: EventTexts) -> SheetRow:
    badge = texts.badge(share.article)
    percent = round(100 * share.shared / max(1, share.words))
    counts = _tr("{shared} of {words}").format(
        shared=f"{share.shared:,}", words=words_count(share.words)
    )
    held = () if share.base is None else (texts.badge(share.base),)
    return SheetRow(
        (
            SheetCell(
                ((badge, texts.name(share.article, "small-medium", "text")),),
                texts.head(share.article),
                badge.name,
            ),
            SheetCell(((Words(counts), Words(f"{percent}\u2009%", "small", "text2")),)),
            SheetCell((held,) if held else ((Words("–", "small", "text3"),),)),
            _passages(share.added, share.base),
            _passages(share.cut, share.base),
        )
    )


def _same(shares: Sequence[WireShare], texts: EventTexts) -> SheetRow:
    """Return one row for all texts that neither add a sentence to their base nor lack one."""
    ids = [share.article for share in shares]
    badges = tuple(texts.badge(article) for article in ids[:_MOST_OUTLETS])
    told = _tr("{texts}: no sentence added, none cut").format(
        texts=counted(len(ids), _tr("text"), _tr("texts"))
    )
    names = ", ".join(texts.badge(article).name for article in ids)
    places = tuple(place for article in ids for place in texts.head(article))
    cell = SheetCell(((*badges, Words(told, "small", "text2")),), places, f"{told}: {names}")
    return SheetRow((cell,), RowKind.NOTE)


def _passages(places: Sequence[Place], base: str | None) -> SheetCell:
    if base is None:
        return SheetCell(((Words("–", "small", "text3"),),))
    said = counted(len(places), _tr("passage"), _tr("passages"))
    shown = Words(f"{len(places)}", "small", "text" if places else "text3")
    return SheetCell(((shown,),), tuple(places), said)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Voices", words)
