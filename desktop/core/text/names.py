"""Names of people, places and organizations, found by their capital letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

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
    "health treasury secretary-general director-general undersecretary press state pvt spc insp "
    "det supt cllr councillor councilor congressperson sens senators reps govs governors gens"
)
_DIRECTIONS = word_set("north south east west northeast northwest southeast southwest")
_MOTIONS = word_set(
    "move moves moved moving head heads headed heading go goes went going drive drove driving "
    "march marched marching turn turned turning push pushed pushing fly flew flying sail sailed "
    "sailing travel traveled travelled flee fled fleeing advance advanced advancing retreat "
    "retreated"
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
    "the a an he she it they we you i this that these those there his her their its our my your "
    "in on at but and or so if when while as for from to with by after before until since till "
    "because although though what who whom whose how why where which whether however meanwhile "
    "moreover instead not some many most all one another also still then now here let once under "
    "over about according among during despite even every few earlier later more much only other "
    "others such thus yet each both either neither nor two three four five six seven eight nine "
    "ten last next additionally similarly responding speaking asked thousands hundreds dozens "
    "millions experts officials authorities everyone nobody nothing somebody anyone everybody "
    "everything something anybody anything people police just well several no none any lots "
    "plenty half twice again already almost always away afterwards afterward thereafter "
    "nonetheless nevertheless furthermore further hence therefore otherwise besides indeed "
    "elsewhere abroad overall likewise never often seldom sometimes soon perhaps maybe quite "
    "rather too today tonight yesterday tomorrow nowadays lately recently early late back "
    "against across along alongside amid amidst around above below behind beneath beside between "
    "beyond except inside near off onto out outside per regarding concerning than through "
    "throughout toward towards unlike like unless up upon within without versus via following "
    "including given citing quoting addressing facing having being considering starting "
    "beginning is are was were has have had do does did can could should would might must shall "
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't can't couldn't "
    "shouldn't wouldn't whatever whenever wherever whoever whichever first second third finally "
    "please yes"
)
# Of these endings are adverbs that open a sentence; shorter words of them may be first names.
_ADVERB = re.compile(
    r"[a-z]{2,}(?:ally|ously|edly|ingly|ively|fully|lessly|ately|ently|antly|ably|ibly|arily|"
    r"orily|tly|sely|nely|cely|dly|ickly|ainly|enly|ernly|arly)$"
)
_SHORTEST_ADVERB = 7
_MONTH_NAMES = word_set("jan april may june august")
_BEFORE_MONTHS = word_set(
    "in of since by until till last next this early late mid from to through throughout during "
    "before after between every each on and or around for"
)
_SMALL = word_set(
    "a an the of in on at to for from with by and or but nor as if so is are was be than that over "
    "under up out off per via vs into after before amid its his her their not"
)
_HEADS_OF_NAMES = word_set("secretary department house university republic bank")
_NO_STARTS = PARTICLES | {"of", "&", "."}
_ADJECTIVES = (
    "ian", "ean", "ish", "ese", "ern", "ican", "rcan", "german", "french", "dutch", "swiss",
    "greek", "iraqi", "israeli", "afghan", "stani",
)  # fmt: skip
_TEXT = itemgetter(2)
_INITIAL = re.compile(r"[^\W\d_]$")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}$")


class Name(NamedTuple):
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
    return to_names(text, runs, keys_of(runs))


def to_names(
    text: str, runs: Sequence[Run], keys: Mapping[tuple[str, ...], str]
) -> tuple[Name, ...]:
    """Return runs as names, each with the key that `keys_of` gives it."""
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
    # A word in lower case is common if it stands as it is: no need to ask it of every token.
    common = set(map(_TEXT, chain.from_iterable(split)))
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
    capitals = others = 0
    most = len(tokens) // 10
    for token in tokens:
        first = token.text[0]
        if not first.isalpha() or token.lower in _SMALL:
            continue
        if first.isupper():
            capitals += 1
        else:
            others += 1
            if others > most:
                return False
    return capitals + others >= 4 and capitals >= 9 * others


def _runs_of(tokens: Sequence[Token], number: int, common: set[str]) -> Iterator[Run]:
    end = 0
    # The fields by their numbers, for this is asked of every token.
    for first in [at for at, token in enumerate(tokens) if token[2] != token[3]]:
        if first < end or not tokens[first].text[0].isupper():
            continue
        if not _begins(tokens, first, common):
            continue
        end = _end_of_row(tokens, first)
        row = tokens[first:end]
        follows = end < len(tokens) and tokens[end].text[0].islower()
        if not (follows and row[-1].lower.endswith(_ADJECTIVES)):
            yield from _cut(row, number)


def _begins(tokens: Sequence[Token], position: int, common: set[str]) -> bool:
    """Say whether a name may begin with a word that has a capital."""
    if tokens[position].lower in _MONTH_NAMES and _is_month_name(tokens, position):
        return True
    is_direction = position > 0 and tokens[position].lower in _DIRECTIONS
    if is_direction and tokens[position - 1].lower in _MOTIONS:
        return False  # "moved West to the coast"
    return _is_name_word(tokens[position], is_first=True) and not _opens_sentence(
        position, tokens, common
    )


def _end_of_row(tokens: Sequence[Token], first: int) -> int:
    """Return where the capitalized words in a row end that begin at a token."""
    end = first + 1
    while end < len(tokens) and (
        _is_name_word(tokens[end], is_first=False)
        or (tokens[end].lower in _MONTH_NAMES and _is_month_name(tokens, end))
        or _goes_on(tokens, end, tokens[end - 1].lower)
    ):
        end += 1
    return end


def _is_name_word(token: Token, *, is_first: bool) -> bool:
    text = token.text
    if not text[0].isupper() or token.lower in _NO_NAMES:
        return False
    if not is_first or "-" not in text:
        return True
    hyphen = text.rfind("-")
    return not (0 < hyphen < len(text) - 1 and text[hyphen + 1].islower())


def _is_month_name(tokens: Sequence[Token], position: int) -> bool:
    """Say whether the name of a month is a person's: "Theresa May", "Jan Berg", "Mrs. May"."""
    token = tokens[position]
    if token.text.isupper() or not token.text[0].isupper():
        return False
    follows = tokens[position + 1] if position + 1 < len(tokens) else None
    if follows is not None and (follows.text[0].isdigit() or token.lower + follows.text == "jan."):
        return False
    before = tokens[position - 1] if position else None
    if before is not None and before.text[0].isdigit():
        return False
    if before is not None and before.text == "." and position > 1:
        return tokens[position - 2].lower in TITLES
    if before is not None and before.text[0].isupper() and before.lower not in _STARTERS:
        if token.lower == "may" and follows is not None and follows.text[0].isupper():
            return False  # "Ukraine May Get Them" is a headline
        return before.lower not in _NO_NAMES and before.lower not in _BEFORE_MONTHS
    if follows is None or not _is_name_word(follows, is_first=False):
        return False
    if before is None or not before.text[0].isalnum():
        return token.lower != "may"
    return before.lower not in _BEFORE_MONTHS


def _opens_sentence(position: int, tokens: Sequence[Token], common: set[str]) -> bool:
    """Say whether a word has its capital only because a sentence, or words in marks, begin."""
    token = tokens[position]
    if token.lower in {"the", "a", "an"}:
        return not _is_initial(tokens, position)
    if position and (tokens[position - 1].text[0].isalnum() or tokens[position - 1].text == "."):
        return False
    if token.lower in _STARTERS or _is_adverb(token.lower):
        return True
    alone = position + 1 >= len(tokens) or not tokens[position + 1].text[0].isupper()
    return alone and token.lower in common


def _is_adverb(lower: str) -> bool:
    return len(lower) >= _SHORTEST_ADVERB and lower[-2:] == "ly" and bool(_ADVERB.match(lower))


def _is_initial(tokens: Sequence[Token], position: int) -> bool:
    """Say whether a letter stands for the first word of a name: "A. B. Okoro"."""
    if len(tokens[position].text) > 1 or position + 2 >= len(tokens):
        return False
    return tokens[position + 1].text == "." and tokens[position + 2].text[0].isupper()


def _goes_on(tokens: Sequence[Token], position: int, last: str) -> bool:
    """Say whether a token joins the word of a name before it, `last`, to one after it."""
    token = tokens[position]
    if token.text == ".":
        joins = last in TITLES or _INITIAL.match(last) is not None
    elif token.lower == "of":
        joins = last in _HEADS_OF_NAMES
    else:
        joins = token.lower in PARTICLES or token.text == "&"
    follows = position + 1
    while joins and follows < len(tokens) and tokens[follows].text in PARTICLES:
        follows += 1
    return joins and follows < len(tokens) and _is_name_word(tokens[follows], is_first=False)


def _cut(row: Sequence[Token], number: int) -> Iterator[Run]:
    """Cut a run at possessive endings and after titles: "Ukraine's President Zelenskyy" is two."""
    start = 0
    for end, token in enumerate(row, start=1):
        if end == len(row) or token.lower.endswith(("'s", "s'")):
            name = _named(row[start:end], number)
            if name is not None:
                yield name
            start = end


def _named(part: Sequence[Token], number: int) -> Run | None:
    """Read one name with its titles; None where nothing but titles and particles stands."""
    titles_end = _end_of_titles(part) if len(part) > 1 else 0
    first = titles_end
    while first < len(part) and part[first].text in _NO_STARTS:
        first += 1
    if first == len(part):
        return None
    titles = tuple(token.lower for token in part[:titles_end] if token.text != ".")
    words = tuple(map(_bare, part[first:]))
    last = part[-1]
    return Run(titles, words, part[first].start, last.start + len(words[-1]), number)


def _end_of_titles(part: Sequence[Token]) -> int:
    end = 0
    for position in range(len(part) - 1):
        token = part[position]
        if token.lower in TITLES or (token.text == "." and end == position):
            end = position + 1
    return end


def _bare(token: Token) -> str:
    word = token.text
    if "'" not in token.lower:
        return word
    if len(word) > 3 and token.lower.endswith("'s"):
        return word[:-2]
    return word[:-1] if word.endswith(("'", "’")) and len(word) > 1 else word


def keys_of(runs: Sequence[Run]) -> dict[tuple[str, ...], str]:
    """Return for each name, as its words, the one form that stands for all its mentions."""
    by_last: dict[str, tuple[str, ...]] = {}
    by_initials: dict[str, tuple[str, ...]] = {}
    names = dict.fromkeys(run.words for run in runs)
    for words in names:
        if len(words) < 2:
            continue
        last = words[-1].lower()
        if last not in by_last or len(words) > len(by_last[last]):
            by_last[last] = words
        initials = "".join(word[0] for word in words if word[0].isupper())
        by_initials.setdefault(initials.lower(), words)
    keys: dict[tuple[str, ...], str] = {}
    for name in names:
        words = name
        if len(words) == 1:
            bare = words[0].replace(".", "").lower()
            full = by_last.get(bare)
            if full is not None and full[-1].lower() in ORGANIZATION_WORDS:
                full = None
            if full is None and _ACRONYM.match(words[0]):
                full = by_initials.get(bare)
            words = full or words
        keys[name] = " ".join(words).replace(" .", ".")
    return keys
