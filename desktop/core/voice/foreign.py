"""Quotations and names of a text that is not in English: what marks and capitals alone tell.

Report verbs are known in English only. Words in marks are a quotation where they are long enough to
be a sentence, or where a colon, a comma or a dash joins them to a speaker; the speaker is the name
that stands there. Reported speech without marks is not looked for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from desktop.core.model.analyses import Quotation, QuotationKind, Speaker
from desktop.core.model.articles import Block
from desktop.core.model.spans import Span
from desktop.core.text.function_words import CYRILLIC_WORDS, LATIN_WORDS
from desktop.core.text.names import Name, Run, find_runs, keys_of, to_names
from desktop.core.text.sentences import SentenceSpan
from desktop.core.text.tokens import Token, word_set
from desktop.core.voice.quotations import Voices

# What opens and what closes; a pair stands for both directions where a text turns it round.
_PAIRS = ("«»", "“”", "„“", "„”", "‹›", "‚‘", "「」", "『』", "《》", '""', "＂＂")
_LONGEST = 2000
_SENTENCE_WORDS = 4
_SENTENCE_LETTERS = 10  # where blanks do not part words
_UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})
_JOINED_BEFORE = re.compile(r"[:：,，]\s{0,2}$")
_JOINED_AFTER = re.compile(r"\s{0,2}(?:[,，]|[—–-]\s)")
_JOINED_INSIDE = re.compile(r"[,，!?！？]$")
_SPEAKER_REACH = 90
_NOUNS_ARE_CAPITAL = frozenset({"de", "lb"})
_SMALL = {**LATIN_WORDS, **CYRILLIC_WORDS}
_OPENING = frozenset('«“„"‘‚‹:([—–-')
_NO_NAMES = word_set(
    "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai "
    "juni juli august september oktober november dezember millionen milliarden million euro"
)
_TITLES = word_set(
    "m mme mlle mm monsieur madame herr herrn frau dr prof sr sra srta don doña señor señora "
    "senhor senhora dom signor signora sig pan pani pán paní hr fru meneer mevrouw г-н г-жа"
)


def find_foreign_voices(
    text: str,
    sentences: Sequence[SentenceSpan],
    blocks: Sequence[Block],
    language: str,
    tokens: Sequence[Sequence[Token]],
) -> Voices:
    """Return the quotations and names of the scored blocks of a text in another language.

    Args:
        text: The article's text.
        sentences: Its sentences.
        blocks: Its blocks.
        language: The code of its language.
        tokens: The tokens of each sentence.
    """
    names = _find_names(text, sentences, blocks, language, tokens)
    starts = [sentence.span.start for sentence in sentences]
    name_starts = [name.span.start for name in names]
    quotations: list[Quotation] = []
    for block in blocks:
        if not block.scored:
            continue
        for span in _find_marked(text, block.span):
            if not _is_quotation(text, span, block.span, language):
                continue
            number = max(1, bisect_right(starts, span.start))
            near = _near(names, name_starts, span)
            speaker = _speaker_of(text, span, block.span, near)
            quotations.append(
                Quotation(span, QuotationKind.DIRECT, (span,), speaker, sentence=number)
            )
    return Voices(tuple(quotations), (), names)


def _find_marked(text: str, area: Span) -> Iterator[Span]:
    """Yield the outermost stretches between two marks of a pair, one block at a time."""
    place = area.start
    marks = _MARKS.finditer(text, area.start, area.end)
    for mark in marks:
        if mark.start() < place:
            continue
        for closer in _closers(mark.group()):
            end = text.find(closer, mark.end(), min(area.end, mark.end() + _LONGEST))
            if end > mark.end():
                place = end + 1
                yield Span(mark.start(), place)
                break


_MARKS = re.compile("[{}]".format(re.escape("".join(sorted({m for p in _PAIRS for m in p})))))


def _closers(mark: str) -> str:
    straight = [pair[1] for pair in _PAIRS if pair[0] == mark]
    turned = [pair[0] for pair in _PAIRS if pair[1] == mark and pair[0] not in "„‚"]
    return "".join(dict.fromkeys((*straight, *turned)))


def _is_quotation(text: str, span: Span, area: Span, language: str) -> bool:
    inner = text[span.start + 1 : span.end - 1].strip()
    if not any(map(str.isalpha, inner)):
        return False
    if language in _UNSPACED:
        if sum(map(str.isalpha, inner)) >= _SENTENCE_LETTERS:
            return True
    elif len(inner.split()) >= _SENTENCE_WORDS:
        return True
    before = text[max(area.start, span.start - 3) : span.start]
    if _JOINED_BEFORE.search(before) or _JOINED_INSIDE.search(inner):
        return True
    return _JOINED_AFTER.match(text, span.end, area.end) is not None


def _near(names: Sequence[Name], starts: Sequence[int], span: Span) -> Sequence[Name]:
    first = bisect_right(starts, span.start - _SPEAKER_REACH)
    return names[first : bisect_right(starts, span.end + _SPEAKER_REACH)]


def _speaker_of(text: str, span: Span, area: Span, names: Sequence[Name]) -> Speaker | None:
    """Return the name that marks join to words: before a colon, else behind a comma or a dash."""
    before = [
        name for name in names if area.start <= name.span.start and name.span.end <= span.start
    ]
    if before and _JOINED_BEFORE.search(text, max(area.start, span.start - 3), span.start):
        between = text[before[-1].span.end : span.start]
        if not set(between) & set(".!?。"):
            return Speaker(before[-1].key, before[-1].span)
    behind = [name for name in names if span.end <= name.span.start < area.end]
    if behind and (
        _JOINED_AFTER.match(text, span.end, area.end)
        or _JOINED_INSIDE.search(text[span.start + 1 : span.end - 1].strip())
    ):
        between = text[span.end : behind[0].span.start]
        if not set(between) & set(".!?。\n"):
            return Speaker(behind[0].key, behind[0].span)
    return None


def _find_names(
    text: str,
    sentences: Sequence[SentenceSpan],
    blocks: Sequence[Block],
    language: str,
    tokens: Sequence[Sequence[Token]],
) -> tuple[Name, ...]:
    scored = [
        (sentence.span, row)
        for sentence, row in zip(sentences, tokens, strict=True)
        if blocks[sentence.block].scored
    ]
    found = find_runs(text, [span for span, _ in scored], [row for _, row in scored])
    small = frozenset(_SMALL.get(language, "").split()) | _NO_NAMES
    common = {token.lower for _, row in scored for token in row if token.text[0].islower()}
    firsts = {span.start for span, _ in scored}
    cuts_all = language in _NOUNS_ARE_CAPITAL
    runs: list[Run] = []
    for run in found:
        opens = run.start in firsts or _follows_mark(text, run.start)
        runs.extend(_parts(run, text, small, common, opens=opens, cuts_all=cuts_all))
    if cuts_all:
        runs = _proper(runs)
    return to_names(text, runs, keys_of(runs))


def _follows_mark(text: str, place: int) -> bool:
    return text[max(0, place - 3) : place].rstrip()[-1:] in _OPENING


def _parts(
    run: Run, text: str, small: frozenset[str], common: set[str], *, opens: bool, cuts_all: bool
) -> Iterator[Run]:
    """Cut a run at titles of its language, and at small words that only a beginning writes big."""
    words: list[str] = []
    start = end = place = run.start
    for number, word in enumerate(run.words):
        begin = text.index(word, place)
        place = begin + len(word)
        lower = re.split("['’]", word.lower(), maxsplit=1)[0]
        is_first = opens and number == 0
        is_small = lower in small and (is_first or cuts_all)
        is_elided = lower != word.lower() and not _has_capital(word)
        if lower in _TITLES or is_small or is_elided or (is_first and lower in common):
            if words:
                yield Run((), tuple(words), start, end, run.sentence)
            words = []
            continue
        start = start if words else begin
        end = place
        words.append(word)
    if words:
        yield Run((), tuple(words), start, end, run.sentence)


def _has_capital(word: str) -> bool:
    """Say whether a capital follows an apostrophe: "L'Isle" may be a name, "C'est" is none."""
    return any(map(str.isupper, word[1:]))


def _proper(runs: Sequence[Run]) -> list[Run]:
    """Return the names of a language that writes every noun with a capital: two words or more."""
    full = [run for run in runs if len(run.words) > 1]
    last = {run.words[-1] for run in full}
    return [run for run in runs if len(run.words) > 1 or not last.isdisjoint(run.words)]
