"""The words around a wording decide whether it counts: its sense, its position, names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.core.model.lexicons import LoadedEntry
from desktop.core.text.tokens import Token

REACH = 3
_DETERMINERS = frozenset(
    "the a an his her their its my our your this that these those some any no every each another "
    "such two three four five several many few".split()
)
_PREPOSITIONS = frozenset(
    "of in on at for from with by about against into over under between without amid during "
    "after before via per inside outside beneath near".split()
)
_SUBJECTS = frozenset("i we you they he she it who".split())
_MODALS = frozenset(
    "will would can could may might must shall should do does did don't doesn't didn't won't "
    "wouldn't can't couldn't cannot shouldn't let let's".split()
)
# Nouns that are verbs as often: after "to", a modal or a subject they are no nouns.
_ALSO_VERBS = frozenset(
    "lie lies bully bullies fool fools purge purges plot plots scheme schemes smear smears troll "
    "trolls rant rants surrender surrenders harangue slaughter champion champions crusade hack "
    "hacks bluster shill shills plea outrage savage creep creeps crank freak leech loot dog "
    "bunk whitewash scam ruse con lynch".split()
)
_OPENING = frozenset("\"“‘'«:–—-([•*")
_HEADLINE_SHARE = 0.7
_SMALL_WORDS = 4


def is_headline_case(tokens: Sequence[Token]) -> bool:
    """Say whether capitals mean nothing here, because nearly every word has one.

    A headline has no full stop; a sentence that is full of names has one.
    """
    if tokens and tokens[-1].text == ".":
        return False
    initials = [
        token.text[0]
        for token in tokens
        if len(token.text) >= _SMALL_WORDS and token.text[0].isalpha()
    ]
    capitals = sum(map(str.isupper, initials))
    return len(initials) > 1 and capitals >= _HEADLINE_SHARE * len(initials)


def is_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether capitals make tokens `first` to `last` (inclusive) part of a name.

    A capital at the start of a sentence or of a quotation says nothing, nor do words in capitals
    throughout, which shout.
    """
    for place in range(first, last + 1):
        word = tokens[place].text
        if not word[0].isupper() or (word.isupper() and len(word) >= _SMALL_WORDS):
            continue
        if place > 0 and tokens[place - 1].text not in _OPENING:
            return True
    return False


def fits(entry: LoadedEntry, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether an entry's conditions hold for the phrase at tokens `first` to `last`."""
    if entry.part and not _is_part(entry.part, tokens, first, last):
        return False
    if not (entry.heads or entry.unless or entry.after):
        return True
    after = tokens[last + 1 : last + 1 + REACH]
    if entry.heads and not _holds(after, entry.heads):
        return False
    before = tokens[max(0, first - REACH) : first]
    if entry.after and not _holds(before, entry.after):
        return False
    unless = entry.unless
    return not unless or not (_holds(before, unless) or _holds(after, unless))


def _holds(tokens: Iterable[Token], words: frozenset[str]) -> bool:
    return any(token.lower in words or token.lower.removesuffix("'s") in words for token in tokens)


def _is_part(part: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    before = tokens[first - 1].lower if first else ""
    if part == "verb":
        return _is_verb(
            tokens, first, before, tokens[last + 1].lower if last + 1 < len(tokens) else ""
        )
    if part == "noun" and tokens[last].lower in _ALSO_VERBS:
        return _is_noun(tokens, first, before)
    return True


def _is_noun(tokens: Sequence[Token], place: int, before: str) -> bool:
    """Say whether a word that may be a verb is a noun: one thing needs an article near it."""
    if before in _MODALS or before in _SUBJECTS or before in ("to", "not"):
        return False
    if tokens[place].lower.endswith("s"):
        return True
    near = tokens[max(0, place - REACH) : place]
    return any(t.lower in _DETERMINERS or t.lower.endswith("'s") for t in near)


def _is_verb(tokens: Sequence[Token], place: int, before: str, after: str) -> bool:
    word = tokens[place].lower
    if before in _DETERMINERS or before.endswith("'s"):
        return False
    if word.endswith(("ed", "ing")):
        return True
    if before in _PREPOSITIONS or after == "of":
        return False
    if word.endswith("s") and not word.endswith("ss"):
        return True
    return (
        not before
        or before in _MODALS
        or before in _SUBJECTS
        or before in _BEFORE_VERBS
        or before.endswith(("s", "ly", "n't"))
        or word in _STRONG_PASTS
    )


_BEFORE_VERBS = frozenset(
    "to and or not that , now then rather never also still always again even just often only "
    "who".split()
)
# Past forms without -ed: the sentence need not mark them as verbs.
_STRONG_PASTS = frozenset(
    "tore ripped struck hit shot blew lost broke led spat spun sold stole swept threw drove ran "
    "rode wrung clung bent dug shook sank slunk sought upheld withheld caught fought "
    "bought thought stuck strode overthrew took gave kept".split()
)
