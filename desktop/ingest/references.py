"""Reads lists of references (RIS and BibTeX): each entry with an abstract is an article."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportMissingTypeStubs=false

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, cast

from desktop.ingest.dates import to_iso
from desktop.ingest.drafts import ArticleDraft, FileFacts, Reading, Statement, UnreadableFileError
from desktop.ingest.fragments import to_plain
from desktop.ingest.gathering import Gathering
from desktop.ingest.plain import to_draft
from desktop.ingest.sniffing import Format
from desktop.ingest.texts import Decoded, clean_line, decode

_NO_ABSTRACT = UnreadableFileError(
    "no-abstract",
    "No reference of the file has an abstract or a text; add the articles themselves.",
)
_RIS_TEXT = ("N2", "AB")
_RIS_TAGS = (
    "AB", "N2", "TI", "T1", "ST", "T2", "JF", "JO", "JA", "PB", "AU", "A1", "DA", "Y1", "PY", "UR",
    "LA",
)  # fmt: skip
_RIS_START = re.compile(r"^TY  -", re.MULTILINE)
_WEB_OF_SCIENCE = re.compile(r"^PT [A-Z]\s*$", re.MULTILINE)
_DATE_PARTS = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})(?:/.*)?")
_LATEX = re.compile(r"\\[a-zA-Z\"'`^~=.&%$#_{}]|[{}]|\$|---?|``|''")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MOST_FIELD = 5_000_000
_MOST_BRACES = 2_000


def read_ris(data: bytes) -> Reading:
    """Return the articles of a RIS file.

    Raises:
        UnreadableFileError: No reference has an abstract.
    """
    import rispy  # noqa: PLC0415

    decoded = decode(data)
    text = decoded.text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if _WEB_OF_SCIENCE.search(text[:5000]) and not _RIS_START.search(text):
        found = rispy.loads(text, implementation=rispy.WokParser, skip_unknown_tags=True)
        return _gather(decoded, (_from_wos(entry) for entry in found), Format.REFERENCES)
    if not re.search(r"^ER  -", text[-200:], re.MULTILINE):
        text += "\nER  - \n"
    mapping = {tag: tag for tag in (*rispy.TAG_KEY_MAPPING, *_RIS_TAGS)}
    entries = cast(
        "list[Mapping[str, Any]]",
        rispy.loads(
            text,
            mapping=mapping,
            list_tags=list(_RIS_TAGS),
            delimiter_tags_mapping={},
            skip_unknown_tags=True,
        ),
    )
    return _gather(decoded, (_from_ris(entry) for entry in entries), Format.REFERENCES)


def read_bibtex(data: bytes) -> Reading:
    """Return the articles of a BibTeX file.

    Raises:
        UnreadableFileError: No entry has an abstract.
    """
    from bibtexparser.entrypoint import parse_string  # noqa: PLC0415
    from bibtexparser.model import Entry  # noqa: PLC0415

    decoded = decode(data)
    # What it cannot read is counted below, and belongs into no log.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    library = parse_string(decoded.text.lstrip("\ufeff"))
    # Two entries with one key are two references all the same.
    blocks = (getattr(block, "ignore_error_block", None) or block for block in library.blocks)
    entries = (block for block in blocks if isinstance(block, Entry))
    return _gather(decoded, (_from_bibtex(entry) for entry in entries), Format.BIBTEX)


def _gather(decoded: Decoded, found: Iterable[tuple[str, FileFacts]], kind: Format) -> Reading:
    gathering = Gathering("reference", "references")
    if decoded.doubt:
        gathering.remark(decoded.doubt)
    for text, facts in found:
        if gathering.is_full():
            break
        try:
            draft = to_draft(Decoded(""), text, kind, facts)
        except UnreadableFileError:
            gathering.leave_out("had no abstract")
            continue
        gathering.add(_with_statements(draft))
    return gathering.reading(_NO_ABSTRACT)


def _with_statements(draft: ArticleDraft) -> ArticleDraft:
    facts = draft.facts
    stated = (
        ("title", facts.title), ("outlet", facts.outlet), ("authors", "; ".join(facts.authors)),
        ("published", facts.published), ("url", facts.url), ("language", facts.language),
    )  # fmt: skip
    statements = tuple(Statement(field, value, "reference") for field, value in stated if value)
    return replace(draft, statements=statements)


def _from_ris(entry: Mapping[str, Any]) -> tuple[str, FileFacts]:
    def first(*tags: str) -> str:
        lines = (clean_line(to_plain(str(line))) for tag in tags for line in entry.get(tag) or ())
        return next((line for line in lines if line), "")

    texts = ["\n".join(entry.get(tag) or ()) for tag in _RIS_TEXT]
    dates = [str(line) for tag in ("DA", "Y1", "PY") for line in entry.get(tag) or ()]
    facts = FileFacts(
        title=first("TI", "T1", "ST"),
        outlet=first("T2", "JF", "JO", "JA", "PB"),
        authors=tuple(
            name for tag in ("AU", "A1") for line in entry.get(tag) or () if (name := _turned(line))
        ),
        published=next((iso for date in dates if (iso := _ris_date(date))), ""),
        url=_address(first("UR")),
        language=_language(first("LA")),
    )
    return to_plain(max(texts, key=len)).strip(), facts


def _from_wos(entry: Mapping[str, Any]) -> tuple[str, FileFacts]:
    """Return a reference as Web of Science lists them, which looks like RIS with other names."""
    names = entry.get("author_full_name") or entry.get("authors") or ()
    facts = FileFacts(
        title=clean_line(_joined(entry.get("document_title"))),
        outlet=clean_line(_joined(entry.get("publication_name"))),
        authors=tuple(name for line in names if (name := _turned(str(line)))),
    )
    return _joined(entry.get("abstract")), facts


def _joined(value: object) -> str:
    if isinstance(value, list):
        return " ".join(str(line) for line in cast("list[object]", value))
    return value if isinstance(value, str) else ""


def _ris_date(written: str) -> str:
    found = _DATE_PARTS.fullmatch(written.strip())
    return to_iso(f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}") if found else to_iso(written)


def _turned(written: str) -> str:
    """Return a name that is written for sorting as it is said.

    >>> _turned("Lee, Ann B."), _turned("Reuters")
    ('Ann B. Lee', 'Reuters')
    """
    parts = [part.strip() for part in clean_line(written).split(",")]
    if len(parts) == 1:
        return parts[0]
    return " ".join(part for part in (*parts[1:2], parts[0], *parts[2:]) if part)


def _address(written: str) -> str:
    return written if written.startswith(("http://", "https://")) else ""


def _language(written: str) -> str:
    found = re.fullmatch(r"([A-Za-z]{2})(?:[-_][A-Za-z]{2,4})?", written)
    return found[1].lower() if found else ""


def _from_bibtex(entry: Any) -> tuple[str, FileFacts]:  # noqa: ANN401
    fields = {
        str(field.key).lower(): str(field.value)[:_MOST_FIELD] for field in reversed(entry.fields)
    }

    def first(*names: str) -> str:
        lines = (clean_line(_unwritten(fields[name])) for name in names if name in fields)
        return next((line for line in lines if line), "")

    facts = FileFacts(
        title=first("title"),
        outlet=first("journaltitle", "journal", "newspaper", "publisher", "organization"),
        authors=tuple(
            name
            for part in re.split(r"\s+and\s+", _unwritten(fields.get("author", "")))
            if (name := _turned(part)) and name != "others"
        ),
        published=to_iso(fields.get("date", "")) or _bibtex_date(fields),
        url=_address(fields.get("url", "").strip()),
        language=_language(fields.get("langid", "") or fields.get("language", "")),
    )
    paragraphs = re.split(r"\n[ \t]*\n", to_plain(_unwritten(fields.get("abstract", ""))))
    text = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
    return text, facts


def _bibtex_date(fields: Mapping[str, str]) -> str:
    year, month, day = (fields.get(name, "").strip() for name in ("year", "month", "day"))
    short = month[:3].lower()
    is_figure = month.isdecimal() and len(month) <= 2
    number = _MONTHS.index(short) + 1 if short in _MONTHS else int(month) if is_figure else 0
    if not (year.isdecimal() and day.isdecimal() and 1 <= number <= 12):
        return ""
    return to_iso(f"{year:0>4}-{number:02d}-{day:0>2}")


def _unwritten(value: str) -> str:
    """Return a field with the writing of LaTeX undone: accents, dashes, braces."""
    if not _LATEX.search(value):
        return value
    if value.count("{") > _MOST_BRACES:
        return value.replace("{", "").replace("}", "")
    from bibtexparser.middlewares import LatexDecodingMiddleware  # noqa: PLC0415
    from bibtexparser.model import Entry, Field  # noqa: PLC0415

    # A percent sign would hide the rest of its line.
    safe = re.sub(r"(?<!\\)%", r"\\%", value)
    entry = Entry("article", "key", [Field("value", safe)])
    decoder = LatexDecodingMiddleware(keep_math_mode=True)
    done = decoder.transform_entry(entry, cast("Any", None))
    return str(done.fields[0].value) if isinstance(done, Entry) else value
