"""The role of a speaker as a text words it: a title, an office, an apposition."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.core.text.names import TITLES
from desktop.core.text.tokens import word_set

_NO_ROLES = word_set(
    "mr mrs ms miss dr prof sir dame lord lady first state press st "
    "former foreign defense defence finance interior health treasury vice prime"
)
_SHORT = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general",
    "col": "colonel", "lt": "lieutenant", "maj": "major", "capt": "captain", "adm": "admiral",
    "sgt": "sergeant", "cpl": "corporal", "rev": "reverend", "cmdr": "commander",
    "cllr": "councillor", "spokeswoman": "spokesperson", "spokesman": "spokesperson",
    "chairwoman": "chair", "chairman": "chair", "chairperson": "chair", "mp": "member",
}  # fmt: skip
_OFFICES = (
    TITLES
    | word_set(
        "head boss founder owner manager member analyst expert economist historian scientist "
        "researcher lawyer lawyers activist campaigner author editor journalist reporter adviser "
        "advisor aide strategist candidate farmer teacher nurse doctor student resident neighbor "
        "neighbour witness survivor mother father sister brother son daughter wife husband widow "
        "victim fan player president-elect envoy diplomat prosecutor detective superintendent "
        "lawmaker legislator democrat republican pastor priest bishop rabbi imam chair counsel "
        "executive organizer organiser worker engineer pilot driver fisherman veteran soldier "
        "commander deputy mp counselor fellow columnist critic official source spokesperson "
        "co-founder vice-chair pollster physician surgeon negotiator "
        "economics sociologist psychologist biologist virologist epidemiologist principal dean "
        "chancellor rector curator actor actress singer attorney officer inspector colonel"
    )
) - _NO_ROLES
_OPENS = r"(?:(?:an?|the|his|her|their|its|one of the|another)\s)?"
_ABBREVIATIONS = r"Mr|Mrs|Ms|Dr|Prof|Sens?|Reps?|Gov|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Rev|St|Jr|Sr"
_PHRASE_WORD = rf"(?:(?:[A-Z]\.)+|(?:{_ABBREVIATIONS})\.(?=\s[A-Z])|(?:[\w’'&-]|\.(?=\w))+)"
_AFTER = re.compile(
    rf"(?:['’]s)?,\s(?:\d{{1,3}},\s)?(?:who\s(?:is|was|serves\sas)\s)?"
    rf"{_OPENS}((?:{_PHRASE_WORD}[^\S\n]?){{1,9}})(?=[,.;:)—–]|$)"
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LINKS = word_set("of for at to in with on from")
_LONGEST_PHRASE = 90
_LONGEST_TITLE = 5
_LONGEST_COMPOUND = 4
_MARK = re.compile(r"[,;:”\"!?)—–]$")
_OPENERS = word_set("but and so when while as after if though although yet also then in at on for")
_PARTS = word_set(
    "prime police foreign former vice acting deputy senior chief state city county press security "
    "executive managing general assistant associate "
    "defense defence finance interior health"
)
_DETERMINERS = re.compile(r"^(?:the|an?|his|her|their|its|one of)\s", re.IGNORECASE)


def find_role(text: str, name: str) -> str | None:
    """Return what a text calls somebody, None where it does not say.

    >>> find_role("Nora Berg, the mayor of Lund, spoke.", "Nora Berg")
    'mayor of Lund'
    >>> find_role("Defense Minister Aya Ito spoke.", "Aya Ito")
    'Defense Minister'
    """
    words = name.split()
    if not words or not words[-1][0].isupper():
        return _own_role(name)
    for form in dict.fromkeys((" ".join(words), words[-1])):
        for match in re.finditer(rf"(?<![\w-]){re.escape(form)}(?![\w-])", text):
            before = text[max(0, match.start() - _LONGEST_PHRASE) : match.start()]
            role = _title(before.rsplit("\n", 1)[-1])
            role = role or _apposition(text[match.end() : match.end() + _LONGEST_PHRASE])
            if role:
                return role
    return _own_role(name)


def office_of(role: str) -> str:
    """Return the office of a role in one word, by which roles are added up.

    >>> office_of("Ukrainian President"), office_of("spokeswoman for the port")
    ('president', 'spokesperson')
    """
    words = _head(role)
    plain = [word if word in _OFFICES else word.removesuffix("s") for word in words]
    last = next((word for word in reversed(plain) if _is_office(word)), plain[-1] if plain else "")
    return _SHORT.get(last, last)


def _head(role: str) -> list[str]:
    """Return the words of a role up to the first that only says of what: "mayor of Lund"."""
    words = [word.lower().rstrip(".") for word in _WORD.findall(role)]
    stop = next((at for at, word in enumerate(words) if word in _LINKS), len(words))
    return words[:stop]


def _is_role(phrase: str) -> bool:
    """Say whether a phrase names an office before it says of what."""
    head = _head(phrase)
    return any(map(_is_office, head))


def _title(before: str) -> str | None:
    """Return the titles in front of a name: capitalized words of which the last is a title."""
    found: list[str] = []
    words = before.split()
    while words and len(found) < _LONGEST_TITLE and _is_before_name(words[-1]):
        found.insert(0, words.pop())
    if found and (found[0].lower() in _OPENERS or found[0].endswith("ing")):
        found.pop(0)
    phrase = _DETERMINERS.sub("", " ".join(found))
    if not phrase or not _is_office(phrase.split()[-1]):
        return _preceding(before)
    return " ".join((*_of_what(words), phrase)) if phrase[0].islower() else phrase


def _of_what(words: Sequence[str]) -> Sequence[str]:
    """Return what stands between an article or an owner and a title: "its chief port" officer."""
    for at in range(len(words) - 1, max(-1, len(words) - 1 - _LONGEST_COMPOUND), -1):
        if _DETERMINERS.match(f"{words[at]} ") or words[at].endswith(("'s", "’s")):
            return words[at + 1 :]
        if not words[at].isalpha() or not words[at].islower():
            break
    return ()


def _is_before_name(word: str) -> bool:
    """Say whether a word belongs to a title; a mark behind it ends what stands before."""
    if _MARK.search(word) or (word.endswith(".") and _plain(word) not in _SHORT):
        return False
    return _is_office(word) or word[0].isupper() or _plain(word) in _PARTS


def _is_office(word: str) -> bool:
    return _plain(word) in _OFFICES or _plain(word) in _SHORT


def _preceding(before: str) -> str | None:
    """Return "mayor of Lund" of "the mayor of Lund, " in front of a name."""
    if not before.endswith(", "):
        return None
    match = re.search(
        r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er)\s((?:[\w’'-]+\s){0,3}?[\w’'-]+"
        r"(?:\s(?:of|for|at)\s(?:the\s)?(?:[A-Z][\w’'.&-]*\s?){1,4})?),\s$",
        before,
    )
    return match[1].strip() if match and _is_role(match[1]) else None


def _apposition(after: str) -> str | None:
    match = _AFTER.match(after)
    if match is None:
        return None
    head = match[1].split()
    end = next((at for at, word in enumerate(head) if at > 2 and _is_verb(word)), len(head))
    phrase = " ".join(head[:end])
    if not _is_role(phrase) or any(_is_verb(word) for word in head[:3]):
        return None
    is_clause = re.match(r"(?:\w+\s)?\w+ing\s(?:an?|the|his|her|its)\s", phrase)
    return None if is_clause else _DETERMINERS.sub("", phrase).rstrip(".")


def _is_verb(word: str) -> bool:
    return word.lower() in {"said", "says", "told", "who", "has", "had", "was", "is", "and", "but"}


def _own_role(name: str) -> str | None:
    """Return the role that a speaker without a name is called by: "police officials"."""
    words = [_plain(word) for word in name.split()]
    if not words:
        return None
    last = words[-1]
    is_office = last in _OFFICES or last.removesuffix("s") in _OFFICES
    return _DETERMINERS.sub("", name) if is_office else None


def _plain(word: str) -> str:
    return word.lower().rstrip(".")
