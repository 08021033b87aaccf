"""Names of people, places and organizations, found by their capital letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.core.model.spans import Span
from desktop.core.text.sentences import SentenceSpan
from desktop.core.text.tokens import Token, find_tokens, word_set

TITLES = word_set(
    "mr mrs ms miss dr prof sir dame lord lady president vice-president vice prime minister "
    "premier chancellor secretary senator sen rep representative congressman congresswoman "
    "governor gov mayor judge justice chief king queen prince princess pope archbishop bishop "
    "cardinal rev reverend father sister gen general col colonel lt lieutenant maj major capt "
    "captain cmdr adm admiral sgt sergeant cpl officer ambassador chairman chairwoman "
    "chairperson director spokesman spokeswoman spokesperson leader speaker commissioner deputy "
    "first former attorney sheriff coach professor ceo foreign defense defence finance interior "
    "health treasury secretary-general director-general undersecretary press state"
)
PARTICLES = word_set("de del della der den van von bin ibn al el la le da di du dos ben ter")
ORGANIZATION_WORDS = word_set(
    "department ministry university college institute party house committee council commission "
    "court agency bureau office bank group company corp inc ltd llc association foundation "
    "union league times post news press journal tribune herald guardian network television "
    "radio army navy force forces police service services senate congress parliament assembly "
    "administration government campaign center centre school church board authority federation "
    "international national united states republic kingdom nations street avenue airport "
    "hospital research insider center team club act bill treaty pentagon kremlin north south "
    "east west new sea ocean river mountain island islands region county city province oblast "
    "facebook twitter google telegram"
)
_NO_NAMES = word_set(
    "i i'm i've i'll i'd monday tuesday wednesday thursday friday saturday sunday january "
    "february march april may june july august september october november december jan feb mar "
    "apr jun jul aug sep sept oct nov dec am pm mr mrs ms dr yes no ok it's he's she's we're "
    "we've they're you're that's there's don't can't didn't let's"
)
_STARTERS = word_set(
    "the a an he she it they we you this that these those there his her their its our my your "
    "in on at but and or so if when while as for from to with by after before until since "
    "because although though what who how why where which whether however meanwhile moreover "
    "instead not some many most all one another also still then now here let once under over "
    "about according among during despite even every few earlier later more much only other "
    "others such thus yet each both two three four five six seven eight nine ten last next "
    "additionally similarly responding speaking asked thousands hundreds dozens millions "
    "experts officials authorities everyone nobody nothing somebody anyone people police just "
    "well"
)
_SMALL = word_set(
    "a an the of in on at to for from with by and or but nor as if so is are was be than that over "
    "under up out off per via vs into after before amid its his her their not"
)
_ADJECTIVE = re.compile(
    r"(?:ian|ean|ish|ese|ern|[ir]can|german|french|dutch|swiss|greek|iraqi|israeli|afghan|stani)$"
)
_INITIAL = re.compile(r"[^\W\d_]$")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}$")


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of a name; `key` is one form for all mentions of it within the article."""

    span: Span
    text: str
    key: str


@dataclass(slots=True)
class Run:
    """Capitalized tokens in a row: `titles` go before the name, `words` are the name itself."""

    titles: tuple[str, ...]
    words: tuple[str, ...]
    start: int
    end: int
    sentence: int


def find_names(
    text: str,
    sentences: Sequence[SentenceSpan],
    tokens: Sequence[Sequence[Token]] | None = None,
) -> tuple[Name, ...]:
    """Return every mention of a name in the sentences, in order.

    A lone surname, or an acronym, has the key of the full name that stands elsewhere in the
    article. Titles ("President", "Mr.") and possessive endings are no part of a name.

    Args:
        text: The article's text.
        sentences: Its sentences.
        tokens: The tokens of each sentence, where they are already known.
    """
    runs = find_runs(text, [sentence.span for sentence in sentences], tokens)
    keys = _keys_of(runs)
    return tuple(
        Name(Span(run.start, run.end), text[run.start : run.end], keys[run.words]) for run in runs
    )


def find_runs(
    text: str, sentences: Sequence[Span], tokens: Sequence[Sequence[Token]] | None = None
) -> list[Run]:
    """Return the runs of capitalized words; words in a title-case line need a proof elsewhere.

    Args:
        text: The article's text.
        sentences: Its sentences.
        tokens: The tokens of each sentence, where they are already known.
    """
    split = tokens or [find_tokens(text, span.start, span.end) for span in sentences]
    common = {t.lower for row in split for t in row if t.text[0].islower()}
    plain: list[Run] = []
    titled: list[Run] = []
    for number, row in enumerate(split):
        target = titled if is_title_case(row) else plain
        target.extend(_runs_of(row, number, common))
    proven = {word for run in plain for word in run.words}
    plain.extend(run for run in titled if proven.issuperset(run.words))
    if not proven:
        plain = titled
    plain.sort(key=lambda run: run.start)
    return plain


def is_title_case(tokens: Sequence[Token]) -> bool:
    """Say whether nearly all words of a line have a capital, as in some headlines."""
    content = [t for t in tokens if t.text[0].isalpha() and t.lower not in _SMALL]
    return len(content) >= 4 and 10 * sum(t.text[0].isupper() for t in content) >= 9 * len(content)


def _runs_of(tokens: Sequence[Token], number: int, common: set[str]) -> Iterator[Run]:
    row: list[Token] = []
    for position, token in enumerate(tokens):
        if (
            _is_name_word(token, row)
            and not (not row and _opens_sentence(position, tokens, common))
        ) or (row and _goes_on(tokens, position, row)):
            row.append(token)
        elif row:
            if not (token.text[0].islower() and _ADJECTIVE.search(row[-1].lower)):
                yield from _cut(row, number)
            row = []
    if row:
        yield from _cut(row, number)


def _is_name_word(token: Token, row: Sequence[Token]) -> bool:
    if not token.text[0].isupper() or token.lower in _NO_NAMES:
        return False
    hyphen = token.text.rfind("-")
    compound = 0 < hyphen < len(token.text) - 1 and token.text[hyphen + 1].islower()
    return bool(row) or not compound


def _opens_sentence(position: int, tokens: Sequence[Token], common: set[str]) -> bool:
    """Say whether a word has its capital only because a sentence, or words in marks, begin."""
    token = tokens[position]
    if token.lower in {"the", "a", "an"}:
        return True
    if position and (tokens[position - 1].text[0].isalnum() or tokens[position - 1].text == "."):
        return False
    if token.lower in _STARTERS:
        return True
    alone = position + 1 >= len(tokens) or not tokens[position + 1].text[0].isupper()
    return alone and token.lower in common


def _goes_on(tokens: Sequence[Token], position: int, row: Sequence[Token]) -> bool:
    token = tokens[position]
    follows = tokens[position + 1] if position + 1 < len(tokens) else None
    if follows is None or not _is_name_word(follows, row):
        return False
    if token.text == ".":
        last = row[-1].lower
        return last in TITLES or _INITIAL.match(last) is not None
    joins = token.lower in PARTICLES or token.text == "&"
    return joins or (
        token.lower == "of"
        and row[-1].lower in {"secretary", "department", "house", "university", "republic", "bank"}
    )


def _cut(row: Sequence[Token], number: int) -> Iterator[Run]:
    """Cut a run at possessive endings and after titles: "Ukraine's President Zelenskyy" is two."""
    part: list[Token] = []
    for token in row:
        part.append(token)
        if token.lower.endswith(("'s", "s'")):
            yield from _named(part, number)
            part = []
    if part:
        yield from _named(part, number)


def _named(part: Sequence[Token], number: int) -> Iterator[Run]:
    last_title = -1
    for position, token in enumerate(part):
        known = token.lower in TITLES or (token.text == "." and last_title == position - 1)
        follows = position + 1 < len(part)
        if known and follows:
            last_title = position
    name = part[last_title + 1 :]
    while name and (name[0].text == "." or name[0].lower in PARTICLES | {"of", "&"}):
        name = name[1:]
    if not name:
        return
    titles = tuple(t.lower for t in part[: last_title + 1] if t.text != ".")
    words = tuple(_bare(t) for t in name)
    end = name[-1].end - (len(name[-1].text) - len(words[-1]))
    yield Run(titles, words, name[0].start, end, number)


def _bare(token: Token) -> str:
    word = token.text
    if len(word) > 3 and token.lower.endswith("'s"):
        return word[:-2]
    return word[:-1] if word.endswith(("'", "’")) and len(word) > 1 else word


def keys_of(runs: Sequence[Run]) -> dict[tuple[str, ...], str]:
    """Return for each name, as its words, the one form that stands for all its mentions."""
    return _keys_of(runs)


def _keys_of(runs: Sequence[Run]) -> dict[tuple[str, ...], str]:
    by_last: dict[str, tuple[str, ...]] = {}
    by_initials: dict[str, tuple[str, ...]] = {}
    for run in runs:
        if len(run.words) < 2:
            continue
        last = run.words[-1].lower()
        if last not in by_last or len(run.words) > len(by_last[last]):
            by_last[last] = run.words
        initials = "".join(word[0] for word in run.words if word[0].isupper())
        by_initials.setdefault(initials.lower(), run.words)
    keys: dict[tuple[str, ...], str] = {}
    for run in runs:
        words = run.words
        if len(words) == 1:
            bare = words[0].replace(".", "").lower()
            full = by_last.get(bare)
            if full is not None and full[-1].lower() in ORGANIZATION_WORDS:
                full = None
            if full is None and _ACRONYM.match(words[0]):
                full = by_initials.get(bare)
            words = full or words
        keys[run.words] = " ".join(words).replace(" .", ".")
    return keys
