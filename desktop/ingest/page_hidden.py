"""What a page's style sheets hide, and what is put into a line without being read with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from desktop.ingest.page_words import Zone, zones_of
from desktop.ingest.pages import Element

_INLINE = frozenset(
    {"a", "abbr", "b", "dfn", "em", "font", "i", "label", "mark", "small", "span", "strong", "sup"}
)
_MOST_RULES = 1_000_000
_COMMENT = re.compile(r"/\*(?:.*?\*/|.*)", re.DOTALL)
_BRACES = re.compile(r"([{}])")
_SIMPLE = re.compile(r"[a-z][a-z0-9]*\.[\w-]+|[.#][\w-]+", re.IGNORECASE)
_HIDES = re.compile(r"\b(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_SHOWS = re.compile(r"\b(?:display|visibility)\s*:", re.IGNORECASE)
# Style sheets made of small classes write "hidden md:block" for what larger windows show.
_WIDER = re.compile(r"(?:^|\s)(?:\w+:|d-\w+-)(?:block|flex|grid|inline|table)")
_NAMED = ("class", "id")
_MOST_NAMES = 300
_NO_LETTERS = re.compile(r"[^a-z0-9]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_TIP = r"-(?:tool-?tip|info-?tip|toggle-?tip|pop-?over|hover-?card|roll-?over|fly-?out)s?-?"
_TIP_BOX = re.compile(
    _TIP + r"(?:[a-z0-9]+-){0,2}(?:text|content|inner|box|body|block|bubble|card|panel|message|"
    r"desc|description|definition|window|layer|popup|wrap)-"
)
_TIP_ALONE = re.compile(_TIP + r"$")
_MOST_HINT = 70
_NEW_WINDOW = re.compile(
    r"[\s,;([–-]*(?:(?:link|lien|enlace|seite|extern\w*|wird)\W+){0,2}"
    r"(?:opens?|opening|öffnet|s.ouvre|ouvre|(?:se )?abre|(?:si )?apre|opent|öppnas|åpnes|åpner|"
    r"åbner|avautuu|aukeaa|otwiera|otevře|otvorí|открывается|откроется|відкриється|açılır|"
    r"(?:in )?(?:einem )?neue[mns])\b.{0,30}\b(?:tab|window|fenster|onglet|fenêtre|pestaña|"
    r"ventana|scheda|finestra|aba|janela|guia|tabblad|venster|flik|fönster|fane|vindue?|"
    r"ikkunaan|ikkunassa|välilehteen|karcie|oknie|okně|okne|вкладке|окне|вкладці|вікні|"
    r"sekmede|pencerede)(?: \w+)?\W*",
    re.IGNORECASE,
)
_MOST_MARK = 6
_NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[*†‡§]{1,3})[\])]?")


def find_hiding(page: Element) -> frozenset[str]:
    """Return the simple selectors (".a", "#a", "p.a") that the page's own style sheets hide."""
    hiding: set[str] = set()
    left = _MOST_RULES
    for style in page.iter("style"):
        rules = style.text or ""
        above = style.getparent()
        if (above is not None and above.tag == "noscript") or not _is_for_screens(style):
            continue
        if len(rules) > left:
            break
        left -= len(rules)
        for selectors, declarations in _rules(_COMMENT.sub(" ", rules)):
            _take(hiding, selectors, declarations)
    return frozenset(hiding)


def is_hidden(element: Element, hiding: frozenset[str]) -> bool:
    """Say whether one of the selectors that hide is an element's."""
    if not hiding:
        return False
    if f"#{element.get('id', '')}" in hiding:
        return True
    tag = str(element.tag)
    names = element.get("class", "")[:_MOST_NAMES]
    if not any(f".{name}" in hiding or f"{tag}.{name}" in hiding for name in names.split()):
        return False
    return not _WIDER.search(names)


def is_inserted(element: Element, hiding: frozenset[str]) -> bool:
    """Say whether an element inside a line is a tool tip, a note's mark or not for the eye."""
    if element.tag not in _INLINE:
        return False
    if element.attrib:
        names = " ".join(element.get(name, "")[:_MOST_NAMES] for name in _NAMED).strip()
        if element.get("role") == "tooltip" or is_hidden(element, hiding):
            return True
        if names and (is_tip(names) or _is_lone_tip(element, names)):
            return True
    text = element.text or ""
    if len(text) <= _MOST_HINT and _NEW_WINDOW.fullmatch(text):
        return True
    return element.tag == "a" and _is_note_mark(element)


@lru_cache(maxsize=4096)
def is_tip(names: str) -> bool:
    """Say whether names are those of a box that shows over a word, or of words read aloud only.

    >>> is_tip("glossary__tooltip-content"), is_tip("tooltip-link"), is_tip("visually-hidden")
    (True, False, True)
    """
    if zones_of(names) & Zone.UNSHOWN:
        return True
    return any(_TIP_BOX.search(name) for name in _plain(names))


def _is_lone_tip(element: Element, names: str) -> bool:
    """Say whether a part of a word is named a tip; around the word itself the name is its own."""
    above = element.getparent()
    if above is None or above.tag not in _INLINE or element.get("title", ""):
        return False
    return any(_TIP_ALONE.search(name) for name in _plain(names))


def _plain(names: str) -> Iterator[str]:
    for name in names.split():
        yield f"-{_NO_LETTERS.sub('-', _CAMEL.sub('-', name).lower()).strip('-')}-"


def _is_note_mark(element: Element) -> bool:
    if "#" not in element.get("href", ""):
        return False
    above = element.getparent()
    below = next(element.iterdescendants(), None)
    is_raised = (above is not None and above.tag == "sup") or (
        below is not None and below.tag == "sup"
    )
    if not is_raised:
        return False
    parts = [element.text or ""]
    for part in islice(element.iterdescendants(), _MOST_MARK):
        parts += [part.text or "", part.tail or ""]
    return bool(_NOTE_MARK.fullmatch("".join("".join(parts).split())))


def _is_for_screens(style: Element) -> bool:
    media = style.get("media", "").strip().lower()
    return media in ("", "all", "screen")


def _rules(rules: str) -> Iterator[tuple[str, str]]:
    """Give the selectors and declarations of rules that hold in any window."""
    depth = 0
    head = selectors = ""
    for part in _BRACES.split(rules):
        if part == "{":
            depth += 1
            if depth == 1:
                selectors = head.rpartition(";")[2].strip()
        elif part == "}":
            if depth == 1 and not selectors.startswith("@"):
                yield selectors, head
            depth = max(0, depth - 1)
            head = ""
        else:
            head = part


def _take(hiding: set[str], selectors: str, declarations: str) -> None:
    hides = bool(_HIDES.search(declarations))
    if not hides and not _SHOWS.search(declarations):
        return
    named = {one.strip() for one in selectors.split(",") if _SIMPLE.fullmatch(one.strip())}
    if hides:
        hiding |= named
    else:
        hiding -= named
