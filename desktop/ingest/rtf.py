"""Reads rich text (RTF): the shown words, with notes and text boxes after them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import cast

from striprtf.striprtf import rtf_to_text  # pyright: ignore[reportUnknownVariableType]

from desktop.ingest.document_facts import Properties, facts_of_document
from desktop.ingest.drafts import ArticleDraft
from desktop.ingest.formats import Format
from desktop.ingest.packages import damaged
from desktop.ingest.plain import to_draft
from desktop.ingest.texts import Decoded

# Escaped braces, braces, data of a stated length, and the words that say what a group is.
_MARKS = re.compile(
    r"\\[{}\\]|[{}]|\\bin(?P<length>-?\d{1,12})[ ]?|\\\*"
    r"|\\(?P<word>[a-z]{1,32})(?P<number>-?\d{1,10})?[ ]?",
    re.IGNORECASE,
)
_DROPPED = frozenset("deleted v pict objdata info fldinst xe tc nonshppict listtext pntext".split())
_ASIDE = frozenset({"footnote", "shptxt", "dptxbxtext"})
_FIELDS = re.compile(r"\{\\(title|author|operator)\b ?((?:[^{}\\]|\\[^a-z])*)\}", re.IGNORECASE)
_MOMENT = re.compile(r"\{\\(creatim|revtim)\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_UNICODE = re.compile(r"\\u(-?\d{1,10})")
_SKIPPED = re.compile(r"\\uc(?!\d)")
_CODE_PAGE = re.compile(r"\\ansicpg(\d{1,5})")
_CHARSET = re.compile(r"\\fcharset(\d{1,3})")
# Character sets of the Macintosh that are not known here, and their like.
_LIKE = {
    "78": "128", "79": "136", "80": "129", "82": "177", "85": "134", "86": "238", "87": "204",
    "88": "222", "89": "238",
}  # fmt: skip
# A letter of two bytes may be written as an escape and a plain letter.
_LEAD = re.compile(r"(?<!\\'[0-9a-f]{2})((?:\\'[0-9a-f]{2})++)([@-\[\]-z|~])", re.IGNORECASE)
_BEYOND = re.compile("[\x80-\xff]")
_FONT = re.compile(r"\\f\d")
_MOST_FONTS = 2000
_MOST_INFO = 100_000


@dataclass(slots=True)
class _Group:
    start: int
    kind: str = ""
    has_words: bool = False


def read_rtf(data: bytes) -> tuple[ArticleDraft, ...]:
    """Return the one article of an RTF document.

    Raises:
        UnreadableFileError: It is damaged, or holds no words.
    """
    # Letters beyond ASCII are written as escapes; bytes as they stand are of the code page.
    written = data.decode("latin-1").lstrip("\ufeff\xef\xbb\xbf \r\n\t\0")
    page = _page(written[:5000])
    written = _BEYOND.sub(lambda found: f"\\'{ord(found.group()):02x}", written)
    sorter = _Sorter(written)
    shown = sorter.sort()
    text = _to_text(shown, page) + "".join(
        "\n" + _to_text(f"{_header(written)} {part}}}", page) for part in sorter.aside
    )
    lines = [line for raw in text.split("\n") if (line := _line(raw))]
    facts, statements = facts_of_document(_properties(sorter.info, page), lines)
    draft = to_draft(Decoded(""), "\n\n".join(lines) + "\n", Format.RICH_TEXT, facts)
    return (replace(draft, statements=statements),)


def _page(head: str) -> str:
    """Return the code page of a document's letters; old ones name it by the kind of machine."""
    if found := _CODE_PAGE.search(head):
        return found[1]
    machine = re.search(r"\\(mac|pca|pc)\b", head[:200])
    return {"mac": "10000", "pc": "437", "pca": "850"}[machine[1]] if machine else "1252"


def _line(raw: str) -> str:
    # The library ends each cell of a table with a bar.
    cells = [cell.strip() for cell in raw.split("|")] if raw.rstrip().endswith("|") else [raw]
    return "\t".join(cell for cell in cells if cell).strip()


def _header(written: str) -> str:
    return written[: found.end()] if (found := _CODE_PAGE.search(written[:5000])) else "{\\rtf1"


class _Sorter:
    """Goes over a document once and sorts its groups: shown, set apart after the text, or not.

    A group is what its first control words say, as long as no words stand before them.
    """

    def __init__(self, written: str) -> None:
        self._written = written
        self._stack: list[_Group] = []
        self._kept_to, self._apart = 0, 0
        self._shown: list[str] = []
        self.aside: list[str] = []
        self.info = ""

    def sort(self) -> str:
        """Return the document without the groups that are not shown in its text."""
        at = 0
        while found := _MARKS.search(self._written, at):
            if self._stack and self._written[at : found.start()].strip():
                self._stack[-1].has_words = True
            at = found.end()
            if found.group() == "{":
                self._stack.append(_Group(found.start()))
            elif found.group() == "}":
                self._close(at)
            elif found["length"]:
                at = min(at + max(int(found["length"]), 0), len(self._written))
            elif found["word"]:
                self._name(found["word"].lower(), found["number"])
        # A group that is never closed still ends what was shown before it.
        open_groups = [group.start for group in self._stack if group.kind]
        end = open_groups[0] if open_groups else len(self._written)
        self._shown.append(self._written[self._kept_to : end])
        return "".join(self._shown)

    def _name(self, word: str, number: str | None) -> None:
        group = self._stack[-1] if self._stack else None
        if group is None or group.kind or group.has_words or number == "0":
            return
        if word in _DROPPED or word in _ASIDE:
            group.kind = word
            self._apart += 1

    def _close(self, at: int) -> None:
        group = self._stack.pop() if self._stack else None
        if group is None or not group.kind:
            return
        self._apart -= 1
        if self._apart == 0:
            self._shown.append(self._written[self._kept_to : group.start])
            self._kept_to = at
        inside = self._written[group.start : at]
        if group.kind in _ASIDE:
            self.aside.append(inside.replace(f"\\{group.kind}", "", 1))
        elif group.kind == "info":
            self.info = inside[:_MOST_INFO]


def _to_text(written: str, page: str) -> str:
    plain = _UNICODE.sub(_in_range, _SKIPPED.sub("\\\\uc1", written))
    # Links would be written out, and are looked for in a way that takes for ever.
    plain = plain.replace("\\fldinst{", "\\fldinst {").replace("\\pict", "\\pic ")
    plain = _LEAD.sub(_as_bytes, _CHARSET.sub(_known_charset, plain))
    if page != "1252" and set(_CHARSET.findall(plain)) <= {"0", "1"}:
        # Where no font says more, the letters are those of the document's code page.
        plain = _CHARSET.sub("", plain)
    # The library looks for the letters of each font in all that follows it.
    if len(_FONT.findall(_font_table(plain))) > _MOST_FONTS:
        plain = plain.replace("\\fonttbl", "\\info")
    encoding = "mac_roman" if page == "10000" else f"cp{page}"
    try:
        text = cast("str", rtf_to_text(plain, encoding, errors="replace"))
    except (LookupError, ValueError, OverflowError, TypeError) as error:
        raise damaged("The document") from error
    # Letters beyond the first plane are written as two halves.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _font_table(plain: str) -> str:
    """Return the list of fonts, to where the text begins or no longer than any real one."""
    at = plain.find("\\fonttbl")
    end = plain.find("}}", at)
    return plain[at : end if end >= 0 else None] if at >= 0 else ""


def _known_charset(found: re.Match[str]) -> str:
    return f"\\fcharset{_LIKE.get(found[1], found[1])}"


def _in_range(found: re.Match[str]) -> str:
    return found.group() if -0x8000 <= int(found[1]) <= 0xFFFF else "\\u65533"


def _as_bytes(found: re.Match[str]) -> str:
    count = found[1].count("\\'")
    is_lead = count % 2 and int(found[1][-2:], 16) > 0x80
    return f"{found[1]}\\'{ord(found[2]):02x}" if is_lead else found.group()


def _properties(info: str, page: str) -> Properties:
    fields: dict[str, str] = {}
    for found in _FIELDS.finditer(info):
        fields.setdefault(found[1].lower(), _to_text(f"{{\\rtf1\\ansicpg{page} {found[2]}}}", page))
    dates = tuple(f"{y}-{int(m):02d}-{int(d):02d}" for _, y, m, d in _MOMENT.findall(info))
    author = fields.get("author", "").strip()
    return Properties(
        title=fields.get("title", "").strip(), authors=(author,) if author else (), dates=dates
    )
