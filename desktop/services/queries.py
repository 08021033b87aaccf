"""The language of searches: any text that a person types is a query; this reads it as a tree.

Words stand for themselves and all have to be there; "words in quotes" stand in a row, `word*` is
the beginning of one. AND, OR and NOT in capitals, `-word` and parentheses join them. A field and
its value, such as `outlet:hindu` or `date:2024-11..`, ask for what is known of an article. What is
no operator where it stands and no field that is known is a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

MOST_TERMS, MOST_LETTERS = 200, 4_000
_MOST_DEPTH = 40
_EARLIEST, _LATEST = 1000, 2100
AND, OR, NOT = "AND", "OR", "NOT"
_OPERATORS = frozenset((AND, OR, NOT))
_QUOTES = '"“”„‟«»'


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand in a row; `field` is "" for any place, "title" or "author".

    The last of them is the beginning of a word where `is_prefix`.
    """

    text: str
    is_prefix: bool = False
    field: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What has to be known of an article: one of FIELDS and its value.

    A value that is looked for in a name or a note may stand anywhere in it.
    """

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Days:
    """A range of days: digits of years, months or days, both ends in it, empty where it is open."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Importance:
    """A range of the importance that the user gave, both ends in it."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Not:
    """Articles for which something is not so."""

    node: Node


@dataclass(frozen=True, slots=True)
class All:
    """Articles for which all is so."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Articles for which something is so."""

    nodes: tuple[Node, ...]


Node: TypeAlias = Term | Known | Days | Importance | Not | All | AnyOf

NAMED = ("outlet", "event", "tag", "note")
STATES = ("untagged", "undated", "unanalyzed", "reprint", "revision", "duplicate", "attention")
HOLDINGS = ("note", "tag", "date", "outlet", "author", "event")
FIELDS = (*NAMED, "title", "author", "date", "lang", "format", "is", "has", "importance")
MOST_IMPORTANT = 3


def parse_query(text: str, *, is_unfinished: bool = False) -> Node | None:
    """Return what a text asks for, or None where it holds no word to look for.

    Args:
        text: Whatever a person typed.
        is_unfinished: It is being typed: the last word may go on.

    >>> parse_query("storm -calm")
    All(nodes=(Term(text='storm', is_prefix=False, field=''), Not(node=Term(text='calm', \
is_prefix=False, field=''))))
    >>> parse_query('"') is None
    True
    """
    plain = text[:MOST_LETTERS].encode("utf-8", "ignore").decode("utf-8").replace("\0", " ")
    node = _Reader(plain).read()
    goes_on = is_unfinished and bool(plain) and not plain[-1].isspace()
    return _go_on(node) if node is not None and goes_on else node


def write_query(node: Node | None) -> str:
    """Return a text that asks for the same.

    >>> write_query(parse_query("title:( storm or 'calm' )  x*"))
    "title:storm title:or title:'calm' x*"
    """
    if node is None:
        return ""
    if isinstance(node, AnyOf):
        return f" {OR} ".join(_inside(each) for each in node.nodes)
    if isinstance(node, All):
        return " ".join(_inside(each) for each in node.nodes)
    if isinstance(node, Not):
        return f"-{_inside(node.node)}"
    return _written(node)


def terms_of(node: Node | None) -> tuple[Term, ...]:
    """Return the words of a query that an article was found by: none under a NOT."""
    if isinstance(node, Term):
        return (node,)
    if isinstance(node, (All, AnyOf)):
        return tuple(dict.fromkeys(term for each in node.nodes for term in terms_of(each)))
    return ()


def is_word(text: str) -> bool:
    """Say whether a text holds anything that an index has words for."""
    return any(letter.isalnum() for letter in text)


def _inside(node: Node) -> str:
    return f"({write_query(node)})" if isinstance(node, (All, AnyOf)) else write_query(node)


def _written(node: Term | Known | Days | Importance) -> str:
    if isinstance(node, Days):
        first, last = (_with_marks(end) for end in (node.first, node.last))
        return f"date:{first}" if node.first == node.last else f"date:{first}..{last}"
    if isinstance(node, Importance):
        alone = node.least == node.most
        return f"importance:{node.least}" if alone else f"importance:{node.least}..{node.most}"
    if isinstance(node, Known):
        return f"{node.field}:{_quoted(node.value)}"
    field = f"{node.field}:" if node.field else ""
    return f"{field}{_quoted(node.text)}{'*' if node.is_prefix else ''}"


_BARE = re.compile(rf"(?!-)[^\s(){_QUOTES}:*]+")


def _quoted(text: str) -> str:
    bare = _BARE.fullmatch(text) and text not in _OPERATORS
    return text if bare else f'"{text}"'


def _with_marks(digits: str) -> str:
    return "-".join(part for part in (digits[:4], digits[4:6], digits[6:8]) if part)


def _go_on(node: Node) -> Node:
    """Return a query whose last word may go on, as it does while it is typed."""
    if isinstance(node, Term):
        return replace(node, is_prefix=True)
    if isinstance(node, Not):
        return Not(_go_on(node.node))
    if isinstance(node, (All, AnyOf)):
        return replace(node, nodes=(*node.nodes[:-1], _go_on(node.nodes[-1])))
    return node


@dataclass(frozen=True, slots=True)
class _Token:
    """A piece of a query: `kind` is "(", ")", "not", "phrase" or "word"."""

    kind: str
    text: str = ""
    field: str = ""
    is_prefix: bool = False


_FIELD = re.compile(r"([A-Za-z]+):(?=\S)")
_WORD = re.compile(rf"[^\s(){_QUOTES}]+")
_PHRASE = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}](\*?)")


_Read: TypeAlias = Callable[[], Node | None]


def _find_tokens(text: str) -> Iterator[_Token]:
    at = 0
    while at < len(text):
        letter = text[at]
        if letter.isspace():
            at += 1
        elif letter in "()":
            yield _Token(letter)
            at += 1
        elif letter == "-" and at + 1 < len(text) and not text[at + 1].isspace():
            yield _Token("not")
            at += 1
        else:
            token, at = _find_operand(text, at)
            if token is not None:
                yield token


def _find_operand(text: str, at: int) -> tuple[_Token | None, int]:
    """Return a word or a phrase with its field, if any, and where the next piece begins."""
    field = ""
    named = _FIELD.match(text, at)
    if named and named[1].lower() in FIELDS:
        field, after = named[1].lower(), named.end()
        if text[after] == "(" and field in ("title", "author", *NAMED):
            return _Token("(", field=field), after + 1
        if _PHRASE.match(text, after) or _WORD.match(text, after):
            at = after
        else:
            field = ""
    phrase = _PHRASE.match(text, at)
    if phrase:
        words = " ".join(phrase[1].split())
        return _Token("phrase", words, field, bool(phrase[2])), phrase.end()
    word = _WORD.match(text, at)
    if word is None:
        return None, at + 1  # a quotation mark that nothing closes
    plain = word[0].rstrip("*")
    return _Token("word", plain or word[0], field, plain != word[0]), word.end()


class _Reader:
    """Reads pieces from the left; what is out of place is a word, or is passed over."""

    def __init__(self, text: str) -> None:
        self._tokens = [*_find_tokens(text)]
        self._at = self._depth = self._terms = 0
        self._fields: list[str] = [""]

    def read(self) -> Node | None:
        """Return the whole."""
        found: list[Node] = []
        while self._at < len(self._tokens):
            node = self._read_any()
            if node is not None:
                found.append(node)
            if self._next == ")":
                self._at += 1  # one that nothing opened
        return _all(found)

    @property
    def _next(self) -> str:
        """Return the kind of the next piece, or the operator that it may be."""
        return self._kind(self._at)

    def _kind(self, at: int) -> str:
        if at >= len(self._tokens):
            return ""
        token = self._tokens[at]
        is_operator = token.kind == "word" and not token.field and token.text in _OPERATORS
        return token.text if is_operator and not token.is_prefix else token.kind

    def _read_any(self) -> Node | None:
        found = [self._read_all()]
        while self._next == OR and self._kind(self._at + 1) not in ("", ")"):
            self._at += 1
            found.append(self._read_all())
        nodes = [node for node in found if node is not None]
        return _any(nodes)

    def _read_all(self) -> Node | None:
        """Read what stands side by side, up to an OR, a closing parenthesis or the end."""
        found: list[Node] = []
        begun = self._at
        while self._next not in ("", ")"):
            ends = self._kind(self._at + 1) in ("", ")")
            if self._next == OR and self._at > begun and not ends:
                break
            if self._next == AND and self._at > begun and not ends:
                self._at += 1
                continue
            node = self._read_one()
            if node is not None:
                found.append(node)
        return _all(found)

    def _read_one(self) -> Node | None:
        token = self._tokens[self._at]
        ends = self._kind(self._at + 1) in ("", ")")
        self._at += 1
        is_not = token.kind == "not" or (self._kind(self._at - 1) == NOT and not ends)
        if is_not and self._depth < _MOST_DEPTH:
            return self._deeper(self._read_not)
        if token.kind == "(":
            return self._read_group(token)
        return None if token.kind == "not" else self._to_node(token)

    def _read_not(self) -> Node | None:
        if self._next in ("", ")"):
            return None
        node = self._read_one()
        return _negated(node) if node is not None else None

    def _read_group(self, token: _Token) -> Node | None:
        if self._depth >= _MOST_DEPTH:
            return None  # so deep that it is passed over
        self._fields.append(token.field or self._fields[-1])
        node = self._deeper(self._read_any)
        self._fields.pop()
        if self._next == ")":
            self._at += 1
        return node

    def _deeper(self, read: _Read) -> Node | None:
        self._depth += 1
        node = read()
        self._depth -= 1
        return node

    def _to_node(self, token: _Token) -> Node | None:
        self._terms += 1
        if self._terms > MOST_TERMS:
            return None
        field = token.field or self._fields[-1]
        known = _to_known(field, token.text) if field and is_word(token.text) else None
        if known is not None:
            return known
        if field in ("", "title", "author"):
            return _to_term(token.text, token.is_prefix, field)
        # A field without a value that it can have is words.
        return _to_term(f"{token.field}:{token.text}".lstrip(":"), token.is_prefix, "")


def _all(nodes: Sequence[Node]) -> Node | None:
    """Return several as one; what is joined alike is joined at once."""
    flat = [each for node in nodes for each in (node.nodes if isinstance(node, All) else (node,))]
    return All(tuple(flat)) if len(flat) > 1 else next(iter(flat), None)


def _any(nodes: Sequence[Node]) -> Node | None:
    flat = [each for node in nodes for each in (node.nodes if isinstance(node, AnyOf) else (node,))]
    return AnyOf(tuple(flat)) if len(flat) > 1 else next(iter(flat), None)


def _negated(node: Node) -> Node:
    return node.node if isinstance(node, Not) else Not(node)


def _to_term(text: str, is_prefix: bool, field: str) -> Term | None:
    return Term(" ".join(text.split()), is_prefix, field) if is_word(text) else None


def _to_known(field: str, value: str) -> Node | None:
    """Return what a field and its value ask for, or None where it cannot have that value."""
    if field in NAMED:
        return Known(field, value)
    if field in ("lang", "format"):
        return Known(field, value.lower())
    if field == "is" and value.lower() in STATES:
        return Known(field, value.lower())
    if field == "has" and value.lower() in HOLDINGS:
        return Known(field, value.lower())
    if field == "date":
        return _to_days(value)
    return _to_importance(value) if field == "importance" else None


_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_ENDS = re.compile(r"(?P<sign>[<>]=?)(?P<end>.+)|(?P<first>.*)\.\.(?P<last>.*)|(?P<one>.+)")


def _to_days(value: str) -> Days | None:
    found = _ENDS.fullmatch(value)
    if found is None:
        return None
    if found["one"]:
        day = _to_digits(found["one"])
        return Days(day, day) if day else None
    if found["sign"]:
        return _beside(found["sign"], _to_digits(found["end"]))
    first, last = (_to_digits(end) for end in (found["first"], found["last"]))
    is_read = bool(first) == bool(found["first"]) and bool(last) == bool(found["last"])
    return Days(first, last) if is_read and (first or last) else None


def _beside(sign: str, digits: str) -> Days | None:
    """Return the days before or after one; with "=" those of it, too."""
    if not digits:
        return None
    if "=" in sign:
        return Days(digits, "") if ">" in sign else Days("", digits)
    step = 1 if ">" in sign else -1
    end = _next_to(digits, step)
    return Days(end, "") if step > 0 else Days("", end)


def _next_to(digits: str, step: int) -> str:
    """Return the year, month or day beside one."""
    year, month, day = int(digits[:4]), digits[4:6], digits[6:8]
    if not month:
        return f"{year + step:04}"
    if not day:
        months = year * 12 + int(month) - 1 + step
        return f"{months // 12:04}{months % 12 + 1:02}"
    beside = date(year, int(month), int(day)) + timedelta(step)
    return f"{beside:%Y%m%d}".rjust(8, "0")


def _to_digits(written: str) -> str:
    """Return the digits of a year, month or day that there is, or an empty string."""
    found = _DAY.fullmatch(written)
    if found is None:
        return ""
    year, month, day = found.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    if not _EARLIEST < int(year) < _LATEST:
        return ""
    return year + (month or "").rjust(2, "0") * bool(month) + (day or "").rjust(2, "0") * bool(day)


_RANGE = re.compile(r"(?P<sign>[<>]=?)?(?P<one>\d)|(?P<first>\d?)\.\.(?P<last>\d?)")


def _to_importance(value: str) -> Importance | None:
    found = _RANGE.fullmatch(value)
    if found is None:
        return None
    if found["one"]:
        level, sign = int(found["one"]), found["sign"] or "="
        least = level + (sign == ">") if ">" in sign else 0 if "<" in sign else level
        most = level - (sign == "<") if "<" in sign else MOST_IMPORTANT if ">" in sign else level
    else:
        least, most = int(found["first"] or 0), int(found["last"] or MOST_IMPORTANT)
    return Importance(least, most) if 0 <= least <= most <= MOST_IMPORTANT else None
