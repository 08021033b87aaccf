"""When the article was published and updated, as its page states it in data and in sight."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.ingest.dates import find_dates, is_future, same_day, to_iso
from desktop.ingest.drafts import Statement
from desktop.ingest.page_data import PageData, plain
from desktop.ingest.page_pieces import MOST_LINE, Piece, Shown

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time",
    "article:published", "article.published", "datepublished", "bt:pubdate", "parsely-pub-date",
    "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "publicationdate", "originalpublicationdate", "dc.date.issued", "dcterms.issued",
    "article_date_original", "cxenseparse:recs:publishtime", "article:publicationdate", "ptime",
    "displaydate", "rnews:datepublished", "published-date", "gentime", "citation_publication_date",
    "citation_date", "cxenseparse:publishtime", "article:created",
)  # fmt: skip
# Some sites give the day of the copy in these.
_WEAK = (
    "dcterms.created", "dc.date.created", "created", "datecreated", "dc.date", "dcterms.date",
    "date",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified",
    "bt:moddate", "last-modified", "lastmod", "dc.date.modified", "dcterms.modified", "updated",
    "revised",
)  # fmt: skip
_DATE_NAMES = frozenset(
    "date dates datum datetime time timestamp published publish publication publishdate pubdate "
    "posted postdate dateline fecha data dato datetxt meta byline updated entry-date datepublished "
    "pvm päiväys zeit when created info details".split()
)
_SURE_NAMES = frozenset({"published", "pubdate", "datepublished", "publishdate", "dateline"})
_UPDATE = re.compile(
    r"updat|aktualis|aktualiz|modif|mise? à jour|màj|actualiz|actualis|aggiorn|bijgewerkt|"
    r"uppdater|opdater|oppdater|päivitet|muokat|frissít|módos|güncell|обновл|оновл|изменен|"
    r"ενημέρω|revised|edited|letzte änderung|zuletzt|geändert|更新|수정|last changed|zmien",
    re.IGNORECASE,
)
_PUBLISH = re.compile(
    r"publi|posted|veröffentl|erschienen|erstellt|verfasst|geschrieben|eingestellt|vom\b|on\b|am\b|"
    r"le\b|geplaatst|gepubliceerd|julkaist|megjelen|yayın|опублик|дата|δημοσί|発行|公開|発表|입력|등록|created|"
    r"pubblicat|date|datum|stand\b|objav|zverejn|terbit|diterbitkan",
    re.IGNORECASE,
)
_FIRST = re.compile(r"publi|posted|veröffentl|erschienen|erstellt|objav|geplaatst", re.IGNORECASE)
_INSIDE = 12
_DATELINE = "dateline"
_SEEN = frozenset({_DATELINE, "line", "address"})
_ABOVE = 15
_TO_THE_MINUTE, _WIDEST_ZONE = len("2024-11-02T18:37"), 14 * 60
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]([01]?\d)[/-]([0-3]?\d)(?=[/_-]|$)")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_MOST_WORDS_BESIDE, _FEW_WORDS_BESIDE, _LEADING_WORDS = 12, 4, 2


@dataclass(frozen=True, slots=True)
class _Line:
    """A date that a page shows, the words before it, and how much they say for it."""

    iso: str
    text: str
    weight: int
    place: int

    @property
    def is_update(self) -> bool:
        """Say whether the words nearest before the date speak of a change."""
        changed = max((found.end() for found in _UPDATE.finditer(self.text)), default=-1)
        first = max((found.end() for found in _FIRST.finditer(self.text)), default=-1)
        return changed > first


def find_published(
    data: PageData, shown: Shown, language: str, changed: Sequence[Statement]
) -> tuple[str, list[Statement]]:
    """Return the date of publication, and all that the page states of it.

    A date that lies ahead is none, nor is one of a footer or a comment.

    Args:
        data: The structured statements.
        shown: What the page shows.
        language: The page's language, which may tell the order of figures.
        changed: When the article was changed; a page that shows this day shows no other.
    """
    stated = [each for each in _in_data(data, language) if each[0]]
    days = [each.value for each in changed] if stated else []
    days = [day for day in days if not any(same_day(day, iso) for iso, _where in stated)]
    seen = [
        each
        for each in _in_sight(shown, language)
        if not any(same_day(each[0], day) for day in days)
    ]
    stated += [each for each in seen if each[1] == _DATELINE]
    stated += [
        (to_iso(content, language), f"meta tag {name}") for content, name in data.meta(*_WEAK)
    ]
    stated.append((to_iso(plain(data.around.get("datePublished")), language), "JSON-LD"))
    stated += [each for each in seen if each[1] != _DATELINE]
    if address := _IN_ADDRESS.search(data.url):
        stated.append((to_iso("-".join(address.groups())), "address"))
    statements = [Statement("published", iso, where) for iso, where in stated if iso]
    known = [(iso, where) for iso, where in stated if iso and not is_future(iso)]
    return _chosen(known), statements


def _chosen(known: Sequence[tuple[str, str]]) -> str:
    """Return the first date, unless the page shows another and states it in more places.

    A moment in UTC may fall on the day before or after the one that the page shows.
    """
    if not known:
        return ""
    first = known[0][0]
    others = [iso for iso, where in known if where == _DATELINE and not same_day(iso, first)]
    if not others:
        return first
    own, other = _places(known, first), _places(known, others[0])
    is_local = first.endswith("+00:00") and _is_one_moment(first, others[0])
    return others[0] if is_local or len(other) > len(own) else first


def _is_one_moment(in_utc: str, shown: str) -> bool:
    """Say whether a time without a zone can be a moment in UTC, as some place on earth has it."""
    if len(shown) != _TO_THE_MINUTE:
        return False
    apart = datetime.fromisoformat(f"{shown}+00:00") - datetime.fromisoformat(in_utc)
    minutes = apart.total_seconds() / 60
    return abs(minutes) <= _WIDEST_ZONE and minutes % 15 == 0


def _places(known: Sequence[tuple[str, str]], day: str) -> set[str]:
    places = (where.partition(" ")[0] for iso, where in known if same_day(iso, day))
    return {"line" if place == _DATELINE else place for place in places}


def find_updated(data: PageData, shown: Shown, language: str) -> tuple[str, list[Statement]]:
    """Return when the article was changed last, and all that the page states of it."""
    stated = [(plain(node.get("dateModified")), "JSON-LD") for node in (data.article, data.around)]
    stated += [(content, f"meta tag {name}") for content, name in data.meta(*_UPDATED)]
    dates = [(to_iso(written, language), where) for written, where in stated]
    lines = _lines(shown.near, language)
    dates += [(line.iso, "line") for line in lines if line.is_update]
    known = [(iso, where) for iso, where in dates if iso and not is_future(iso)]
    statements = [Statement("updated", iso, where) for iso, where in known]
    return known[0][0] if known else "", statements


def _in_data(data: PageData, language: str) -> Iterator[tuple[str, str]]:
    for key in ("datePublished", "dateCreated"):
        yield to_iso(plain(data.article.get(key)), language), "JSON-LD"
    for content, name in data.meta(*_PUBLISHED):
        yield to_iso(content, language), f"meta tag {name}"


def _in_sight(shown: Shown, language: str) -> Iterator[tuple[str, str]]:
    """Give the dates that stand where a page shows when it was published, the surest first.

    The first that is marked as a date beside the headline or below it is the dateline.
    """
    lines = _of_publication(shown.near, language)
    lines.sort(key=lambda line: (-line.weight, line.place < shown.place))
    for nth, line in enumerate(lines):
        is_sure = nth == 0 and line.weight > 1 and line.place > shown.place - _ABOVE
        yield line.iso, _DATELINE if is_sure else "line"
    far = (piece for piece in shown.all if not piece.apart and _is_hinted(piece))
    others = [line.iso for line in _of_publication(far, language)]
    if others and all(same_day(iso, others[0]) for iso in others):
        yield others[0], "line"


def _of_publication(pieces: Iterable[Piece], language: str) -> list[_Line]:
    """Return the dates that no word before them calls a change, in their element or around it."""
    kept, changed = list[_Line](), dict[str, int]()
    for line in _lines(pieces, language):
        if line.is_update:
            changed[line.iso] = line.place
        elif line.text or not 0 <= line.place - changed.get(line.iso, -_INSIDE) < _INSIDE:
            kept.append(line)
    return kept


def _lines(pieces: Iterable[Piece], language: str) -> Iterator[_Line]:
    for piece in pieces:
        if piece.tag in {"h1", "html", "body"}:
            continue
        hinted, line = _is_hinted(piece), piece.text
        stated = piece.element.get("datetime") or piece.element.get("content", "")
        if stated and hinted and (iso := to_iso(stated, language)):
            yield _Line(iso, f"{line[:MOST_LINE]} {' '.join(sorted(piece.names))}", 3, piece.place)
        if len(line) > MOST_LINE:
            continue
        for part in dict.fromkeys((line, *piece.parts)):
            yield from _dates_in(part, piece.place, language, hinted=hinted)


def _dates_in(line: str, place: int, language: str, *, hinted: bool) -> Iterator[_Line]:
    for found in find_dates(line, language):
        before = len(_WORDS.findall(line[: found.start]))
        after = len(_WORDS.findall(line[found.end :]))
        most = _MOST_WORDS_BESIDE if hinted else _FEW_WORDS_BESIDE
        lead = line[max(0, found.start - 40) : found.start]
        made = _Line(found.iso, lead, 2 * hinted + bool(_PUBLISH.search(lead)), place)
        if made.is_update or before + after <= most or before <= _LEADING_WORDS:
            yield made


def _is_hinted(piece: Piece) -> bool:
    return piece.tag == "time" or not piece.names.isdisjoint(_DATE_NAMES)
