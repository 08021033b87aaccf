"""Lines of a text, and what a single line says of itself: a date, a credit, a share button."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from desktop.core.model.articles import BlockKind
from desktop.core.text.dates import is_date_line

# Marks that take no room: soft hyphens, joiners, and those that say in which direction to read.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe0f\ufeff]+"
)
_TERMINAL = re.compile(r"[.!?…。！？:;,][\"'”’»)\]]*$|[.!?,][\"'”’»)\]]*\s*\[\d+\]$")
_LAST_WORDS = 70
_LONGEST_SHORT = 240
_LONGEST_CAPTION = 600

_NAME = r"[A-ZÀ-Þ][\w.'’-]+(?: (?:(?:[A-ZÀ-Þ][\w.'’-]*|de|la|van|der|von|bin|al|el|di|da)))*"
_NAMES = rf"{_NAME}(?:(?:,? and |, | & ){_NAME})*"

# Patterns that are matched without regard to case are matched with the line in lower case: that is
# twice as fast. The hint says where the slow search for a caption's end is worth it.
_CAPTION_HINT = re.compile(
    r"photo|image|credit|picture|getty|/|via |\(file|courtesy of|illustration|shutterstock|screen"
)
_AGENCY = re.compile(
    r"[(\[—–-]?\s*(?:with (?:inputs?|reporting|material) from\s+)?(?:the )?(?:ap"
    r"|associated press|reuters|afp|"
    r"agence france[- ]presse|pti|press trust of india|ani|ians|upi|tass|xinhua|dpa|efe|ansa|"
    r"kyodo(?: news)?|yonhap|bloomberg(?: news)?|press association|pa media|cp|"
    r"the canadian press|aap|interfax|agencies|agency|wire (?:services?|reports?)|"
    r"staff and agencies|news agencies)(?:\s*(?:,|/|and|&)\s*(?:ap|reuters|afp|dpa|agencies"
    r"|bloomberg))*"
    r"\s*[)\].]?",
)
_AFTER_NAMES = r"\s*(?:[;,.|•·/–—(-].*|(?i:for|in|at|of|staff|published|updated)\b.*)?"
_BYLINE = re.compile(
    r"(?i:authors?|written by|reported by|reporting by|words by|text by|story by|byline|by(?= ?:))"
    rf"\s*:?\s*{_NAMES}{_AFTER_NAMES}"
    rf"|(?:By|BY|by)\s+(?=[A-ZÀ-Þ]\S+ (?:[a-z]{{2,3}} ){{0,2}}[A-ZÀ-Þ]){_NAMES}{_AFTER_NAMES}"
    rf"|{_NAME}, (?i:(?:\w+ )?(?:staff (?:writer|reporter)|(?:\w+ )?correspondent|"
    r"contributing writer|staff))"
    r"|[—–-]? ?(?i:with assistance (?:by|from)|additional reporting (?:by|from)|editing by|"
    rf"writing by|compiled by):? {_NAMES}.*"
    rf"|{_NAMES} contributed (?:to this|reporting|from).*"
)
_CAPTION_END = re.compile(
    r"\(file(?:[ -](?:photo|picture|image|pic))?\)|\bphotos?(?: credits?)?(?: by)?\s*[:/]"
    r"|\bphotograph(?:er)?s?(?: by)?\s*:|\bimages?(?: credits?| source)?\s*:|\bcredits?\s*:"
    r"|\bpictures?\s*:|\bgetty images\b|(?:/|\bvia )\s?(?:ap|afp|getty|reuters|epa|tass"
    r"|shutterstock)\b"
    r"|\bap photo\b|\breuters/|\bfile photo\b|\bcourtesy of\b|\billustration(?: by|\s*:)"
    r"|\bshutterstock\b|\bscreen ?(?:shot|grab)\b",
)
_CAPTION_START = re.compile(
    r"(?:photo|image|picture|caption|credit|video|file photo|graphic|source)s?\s*:"
    r"|in this .{0,60}photo\b",
)
_RELATED_LABEL = re.compile(
    r"(?:see also|read (?:also|more|next|on)|also read|also see|"
    r"related(?: (?:stories|articles|story|article|content|links?|coverage|news|topics?|posts?))?|"
    r"more(?: on this(?: story)?| from .{2,40}| stories| coverage| news)|watch(?: now| also"
    r"| more)?|"
    r"don['’]t miss|recommended(?: for you)?|you (?:may|might) also like|must[- ]reads?|"
    r"up next|editors?['’]?s?['’]? picks?|top stories|keep reading|further reading|explore more|"
    r"most (?:read|popular|viewed)|trending(?: now)?|in case you missed it|in pictures|read)",
)
_RELATED_LINK = re.compile(
    r"(?:read|see|click|visit|find|get)\b.{0,40}\b(?:full|rest of|original|entire|complete"
    r"|more about)\b"
    r".{0,60}",
)
_RESIDUE = re.compile(
    r"advertis(?:e)?ments?|sponsored(?: content)?|ad(?: feedback)?|share(?: (?:this|on|via"
    r"|article|story)\b.*)?|"
    r"(?:tweet|print|e-?mail|save|bookmark|whatsapp|facebook|twitter|x|linkedin|reddit|pinterest|"
    r"telegram|copy link|link copied.*|close|menu|search|home|next|previous|live|new|video)"
    r"(?:[ |,•·/]+(?:tweet|print|e-?mail|save|whatsapp|facebook|twitter|x|linkedin|reddit"
    r"|pinterest|"
    r"telegram|copy link|share|more|close|next|previous))*|"
    r"(?:view |show |load |leave |post |add |see |join )?(?:a |all |more "
    r"|the )?(?:\d+ )?(?:comments?|"
    r"conversation)(?: \(?\d+\)?)?|"
    r"(?:sign|log) ?(?:in|up|out)\b.{0,60}|register(?: now)?|subscribe\b.{0,80}|skip to .{2,30}|"
    r"loading.{0,3}|\d+ ?min(?:ute)?s?(?: of)? read(?:ing)?"
    r"|(?:estimated )?read(?:ing)? time:? .{1,20}|"
    r"listen to (?:this )?(?:article|story).*|listen|follow us\b.*|"
    r"(?:just|must)[- ]watch(?:ed)?\b.*|"
    r"(?:copyright|©|\(c\) ?\d{4}).*|.{0,60}all rights reserved\.?.{0,60}|"
    r"click (?:here|to|on)\b.*|tap (?:here|to)\b.*|scroll (?:down|to)\b.*|back to top|"
    r"(?:we use|this (?:web)?site uses|our (?:web)?site uses|by (?:continuing"
    r"|using))\b.*cookies?\b.*|"
    r"(?:accept|reject|manage)(?: all)?(?: cookies| preferences)?|cookie (?:policy|settings"
    r"|preferences).*|"
    r"privacy policy.*|terms (?:of|and) (?:use|service|conditions).*|"
    r".{0,40}\bgift (?:a |this )?(?:subscription|article).*|date \d{4}-\d\d-\d\d\b.*|"
    r"(?:image|photo|slide) \d+ of \d+|(?:story|article) continues.*|continue reading.*|"
    r"(?:enlarge|expand|toggle|hide)(?: (?:this )?(?:image|caption|photo))?|play(?: video)?|"
    r"(?:https?\s?:|www\s?\.)\s?.*|#\w+(?:[ ,]+#\w+)*|tags?:.*|topics?:.*|filed under:?.*|"
    r"(?:this (?:article|story) (?:was )?(?:originally|first) (?:appeared|published)).*|"
    r"(?:[-–—_=*•·~#.]\s?){3,}|(?:abstract|full text)\.?",
)
_BULLET = re.compile(r"[-–—•●▪◦‣*·]\s+\S")
_DATELINE_START = re.compile(
    r"(?:\(?(?:CNN|AP|Reuters|AFP|UPI|Bloomberg)\)|[A-Z][A-Z .,'’-]{2,40}[,(—–-]|"
    r"[A-Z][\w .,'’-]{2,40}\((?:AP|Reuters|AFP|UPI|PTI|ANI|CNN)\))"
)
_APPEAL_CUES = (
    re.compile(
        r"\bsupport (?:of |from )?(?:us\b|our\b|readers|independent|quality)"
        r"|\bdepends? on (?:the )?"
        r"(?:support|readers|donations)",
    ),
    re.compile(
        r"\bdonat(?:e|ion)s?\b|\bcontribut(?:e|ion)s?\b|\bcup of coffee\b|\bchip in\b",
    ),
    re.compile(r"\bsubscri(?:be|ber|ption)s?\b|\bsign up\b|\bnewsletters?\b"),
    re.compile(
        r"\b(?:become|be) a (?:patron|member|supporter|subscriber)\b|\bjoin (?:our|us|the)\b"
        r"|\bpatreon\b",
    ),
    re.compile(
        r"\b(?:readers|people|supporters) like you\b|\bif you (?:like|enjoy|value|appreciate)\b"
        r"|\bthank you for reading\b",
    ),
    re.compile(r"\b(?:our|us|we)\b.{0,80}\b(?:journalis[mt]s?|reporting|newsroom|readers)\b"),
)
_ADDRESSED = re.compile(r"\byour?\b")
_ASKING = re.compile(r"(?:support|donate|subscribe|sign up|become|join|help)\b")
_BIO = re.compile(
    rf"(?:{_NAME}|The (?:author|writer))(?:,[^.]{{1,120}},)? is (?:an? |the |currently |also )*"
    r"(?:[\w’'&.,-]+ ){0,8}?(?:editor|reporter|correspondent|columnist|writer|journalist|"
    r"contributor|author|fellow|professor|analyst|commentator|blogger|producer|freelancer?|"
    r"member of|director|lecturer|researcher)\b"
)
_BIO_CONTACT = re.compile(
    r"\b(?:follow|e-?mail|contact|reach) (?:him|her|them|me|the author"
    r"|[A-Z]\w+)\b.{0,40}(?:\b(?:on|at)\b|@)"
    r"|\bcan be reached at\b|\b(?:on|at) (?:twitter|x|facebook):? ?@\w+|^@\w+$",
    re.IGNORECASE,
)


class Line(NamedTuple):
    """A line without the blanks at its ends; `apart` says that a blank line stands before it.

    `text` is for reading: each run of blanks is one plain blank, and no invisible mark is left.
    """

    start: int
    end: int
    text: str
    apart: bool

    @property
    def words(self) -> int:
        """Return how many blank-separated words hold a letter or digit."""
        return sum(any(map(str.isalnum, word)) for word in self.text.split())

    @property
    def ends_open(self) -> bool:
        """Say whether the line ends without a mark, as headlines do."""
        return _TERMINAL.search(self.text[-12:]) is None


def find_lines(text: str) -> list[Line]:
    """Return the lines that hold more than blanks; lines of hard-wrapped paragraphs are joined."""
    lines = list(_iter_lines(text))
    return _joined(lines) if _is_wrapped(lines) else lines


def _iter_lines(text: str) -> Iterator[Line]:
    last_end = place = 0
    for words in text.splitlines(keepends=True):
        bare = words.strip()
        if bare:
            start = place + len(words) - len(words.lstrip())
            apart = last_end == 0 or _breaks(text[last_end:start]) > 1
            last_end = start + len(bare)
            yield Line(start, last_end, plain_text(bare), apart)
        place += len(words)


def _breaks(between: str) -> int:
    """Return how many line ends blanks hold; those of plain text are counted first."""
    plain = between.count("\n")
    if plain > 1 or plain == len(between):
        return plain
    return sum(between.replace("\r\n", "\n").count(mark) for mark in "\n\r\u2028\u2029\x0c\x85")


def _is_wrapped(lines: list[Line]) -> bool:
    """Say whether paragraphs were broken into lines of about one length, as in plain-text mail."""
    pairs = [(left, right) for left, right in pairwise(lines) if not right.apart]
    runs_on = [left for left, right in pairs if left.ends_open and right.text[0].islower()]
    return len(runs_on) >= 3 and 3 * len(runs_on) >= len(pairs)


def _joined(lines: list[Line]) -> list[Line]:
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and not line.apart and _BULLET.match(line.text) is None:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [
        Line(parts[0].start, parts[-1].end, " ".join(p.text for p in parts), parts[0].apart)
        for parts in paragraphs
    ]


def plain_text(text: str) -> str:
    r"""Return a text with one plain blank for each run of blanks, and without invisible marks.

    A text of nothing but such marks stays as it is.

    >>> plain_text("By\u00a0Ann  Lee\u200b")
    'By Ann Lee'
    """
    if _is_plain(text):
        return text
    visible = text if text.isascii() else _INVISIBLE.sub("", text)
    return " ".join(visible.split()) or text


def _is_plain(text: str) -> bool:
    """Say whether a text is plain for sure, as nearly all are; to look for each mark is slow.

    Blanks but the plain one are no printable characters, and so are invisible marks but for two
    that Unicode has among the accents.
    """
    if not text.isprintable() or "  " in text or text.strip(" ") != text:
        return False
    return text.isascii() or ("\u034f" not in text and "\ufe0f" not in text)


def kind_of_line(line: Line) -> BlockKind | None:
    """Return the kind that a line shows by its own words, or None where it shows none."""
    text = line.text
    if len(text) <= _LONGEST_SHORT:
        return _kind_of_short_line(text, text.lower())
    if len(text) <= _LONGEST_CAPTION and _ends_as_caption(text.lower()):
        return BlockKind.CAPTION
    return None


def _kind_of_short_line(text: str, lower: str) -> BlockKind | None:
    if _BULLET.match(text):
        return BlockKind.BULLET
    if _RESIDUE.fullmatch(lower):
        return BlockKind.RESIDUE
    if is_related(text):
        return BlockKind.RELATED
    if _AGENCY.fullmatch(lower):
        return BlockKind.AGENCY_CREDIT
    if len(text) <= 160 and _BYLINE.fullmatch(text):
        return BlockKind.BYLINE
    if is_date_line(text):
        return BlockKind.DATELINE
    if _CAPTION_START.match(lower) or _ends_as_caption(lower):
        return BlockKind.CAPTION
    return None


def _ends_as_caption(lower: str) -> bool:
    tail = max(0, len(lower) - _LAST_WORDS)
    if _CAPTION_HINT.search(lower, tail) is None:
        return False
    return _CAPTION_END.search(lower, tail) is not None


def is_related(text: str) -> bool:
    """Say whether a line leads to other articles: "SEE ALSO: ...", "Read the full story ..."."""
    lower = text.lower()
    label = _RELATED_LABEL.match(lower)
    if label is not None:
        rest = lower[label.end() :].lstrip()
        if not rest or rest[0] in ":|»>›→":
            return True
    return _RELATED_LINK.fullmatch(lower) is not None


def is_appeal(text: str) -> bool:
    """Say whether a paragraph asks its reader for money, a subscription or membership."""
    lower = text.lower()
    addressed = "you" in lower and _ADDRESSED.search(lower) is not None
    if not addressed and _ASKING.match(lower) is None:
        return False
    return sum(cue.search(lower) is not None for cue in _APPEAL_CUES) >= 2


def is_bio(text: str) -> bool:
    """Say whether a paragraph introduces the article's author."""
    if len(text) > 500:
        return False
    return _BIO.match(text) is not None or _BIO_CONTACT.search(text) is not None


def opens_with_dateline(text: str) -> bool:
    """Say whether a paragraph opens with the place or agency of a report: "KYIV (AP) - ..."."""
    return _DATELINE_START.match(text) is not None


def looks_like_name(text: str) -> bool:
    """Say whether a short line is nothing but a name with its title: a picture's caption."""
    words = text.split()
    small = {"of", "the", "and", "de", "van", "von", "al", "bin", "for"}
    return 2 <= len(words) <= 9 and all(w[0].isupper() or w in small for w in words)
