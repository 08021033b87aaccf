"""`crosslight correct`: say what is wrong and what is right in one article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, NamedTuple

import click

from desktop.cli import output
from desktop.cli.correcting_text import text_command
from desktop.cli.deciding import tell_decision
from desktop.cli.options import format_option, library_option, opened_library, to_text
from desktop.cli.places import Place, offsets_of, place_options
from desktop.cli.stating import use_command
from desktop.core.analysis.passages import (
    Passage,
    blocks_at,
    chosen_passage,
    known_passages,
    markable,
    quoted_passage,
    whole_words,
    wordings_at,
)
from desktop.core.model.analyses import Analysis, Category, LoadedSpan, Voice
from desktop.core.model.articles import Block
from desktop.core.model.spans import Span
from desktop.core.text.languages import is_english, language_name
from desktop.services import decisions, statements
from desktop.services.analyses import get_analyzed
from desktop.services.libraries import Library
from desktop.services.statements import DEFAULT_WEIGHT, LEAST_WEIGHT, MOST_WEIGHT, in_short

_article = click.argument("article_id", metavar="ARTICLE")
_CATEGORIES = tuple(each.value for each in Category)
_VOICES = (Voice.OWN.value, Voice.QUOTED.value, Voice.INDIRECT.value)
_WORDING, _VOICE = "wording", "voice"
_SHOW = "`correct show` lists what is there."


class Chosen(NamedTuple):
    """Words that were named in an article of an open library."""

    library: Library
    article: str
    text: str
    analysis: Analysis
    span: Span

    @property
    def words(self) -> str:
        """Return the words as a message quotes them."""
        return in_short(self.span.of(self.text))

    def refuse(self, reason: str) -> click.UsageError:
        """Return the error for words that a command can do nothing with."""
        return click.UsageError(f"{self.words} at {offsets_of(self.span)} {reason}")


Work = Callable[..., Span]


def _on_words(work: Work) -> Callable[..., None]:
    """Make a command of what decides on chosen words and returns the place it decided on."""

    @_article
    @place_options
    @library_option
    @format_option("text", "jsonl")
    @wraps(work)
    def command(
        article_id: str,
        words: str | None,
        nth: int | None,
        offsets: Span | None,
        library: str | None,
        kind: str,
        **given: object,
    ) -> None:
        article, place = to_text(article_id), Place(words, nth, offsets)
        with opened_library(library, write=True) as opened:
            read = get_analyzed(opened, article)
            text, before = read.article.text, decisions.last_decision(opened)
            chosen = Chosen(opened, article, text, read.analysis, place.span_in(text))
            span = work(chosen, **given)
            about = {"article": article, "start": span.start, "end": span.end}
            told = f"{'':8}{offsets_of(span)}  {in_short(span.of(text))}"
            tell_decision(opened, before, kind, {**about, "words": span.of(text)}, [told])

    return command


@click.group("correct")
def correct_command() -> None:
    """Correct an article: its loaded wording, whose words are whose, its paragraphs and fields.

    Words are named with --words, and with --nth where they stand more than once, or by their place
    with --span. `undo` takes a correction back.
    """


@correct_command.command("show")
@_article
@library_option
@format_option("text", "jsonl")
def show_command(article_id: str, library: str | None, kind: str) -> None:
    """List the wordings, passages and paragraphs of an ARTICLE as they are now."""
    with opened_library(library) as opened:
        read = get_analyzed(opened, to_text(article_id))
    for record in _records(read.analysis, read.article.text):
        if kind == "jsonl":
            output.write_json(record)
        else:
            output.write_line(_line(record))


# Loaded wording


@correct_command.command("ignore")
@_on_words
def ignore_command(chosen: Chosen) -> Span:
    """Stop counting a loaded wording of an ARTICLE; it is still shown, struck through."""
    wording = _wording(chosen)
    if not wording.ignored:
        decisions.ignore_wording(chosen.library, chosen.article, wording.span)
    return wording.span


@correct_command.command("count")
@_on_words
def count_command(chosen: Chosen) -> Span:
    """Count a wording of an ARTICLE again that was ignored."""
    wording = _wording(chosen)
    if wording.ignored:
        decisions.count_wording(chosen.library, chosen.article, wording.span)
    return wording.span


@correct_command.command("mark", epilog=f"KIND is one of: {', '.join(_CATEGORIES)}.")
@_on_words
@click.argument("category", type=click.Choice(_CATEGORIES), metavar="KIND")
@click.option(
    "--weight",
    type=click.FloatRange(LEAST_WEIGHT, MOST_WEIGHT),
    default=DEFAULT_WEIGHT,
    show_default=True,
    help="How strong it is; it moves the score of the sentence.",
)
def mark_command(chosen: Chosen, category: str, weight: float) -> Span:
    """Count words of an ARTICLE as loaded that were missed."""
    span = _markable(chosen)
    statements.mark_wording(chosen.library, chosen.article, span, Category(category), weight)
    return span


@correct_command.command("unmark")
@_on_words
def unmark_command(chosen: Chosen) -> Span:
    """Take back that words of an ARTICLE were marked."""
    wording = _wording(chosen)
    if not wording.by_user:
        raise chosen.refuse("was not marked by you; `correct ignore` stops counting it.")
    statements.unmark_wording(chosen.library, chosen.article, wording.span)
    return wording.span


# Voices and speakers


@correct_command.command("voice")
@_on_words
@click.argument("voice", type=click.Choice(_VOICES))
@click.option("--speaker", metavar="NAME", help="Who says it; as now if left out, '' is nobody.")
def voice_command(chosen: Chosen, voice: str, speaker: str | None) -> Span:
    """State whose words a passage of an ARTICLE is: the outlet's own, quoted, or reported."""
    if voice == Voice.OWN and speaker:
        raise click.UsageError("What is the outlet’s own has no speaker: leave --speaker out.")
    passage = _passage(chosen)
    given = passage.speaker if speaker is None else to_text(speaker)
    if not passage.is_in(Voice(voice)):
        where = (chosen.library, chosen.article, passage.span)
        statements.fix_voice(*where, Voice(voice), given)
    elif voice != Voice.OWN:
        _give(chosen, passage, given)
    return passage.span


@correct_command.command("speaker")
@_on_words
@click.argument("name")
def speaker_command(chosen: Chosen, name: str) -> Span:
    """State who says a quotation of an ARTICLE, or report; the NAME '' says that nobody does."""
    passage = _quoted(chosen)
    _give(chosen, passage, to_text(name))
    return passage.span


@correct_command.command("reset")
@_on_words
def reset_command(chosen: Chosen) -> Span:
    """Give a passage of an ARTICLE the voice and the speaker again that were found."""
    passage = _passage(chosen)
    if passage.stated is None:
        passage = quoted_passage(chosen.text, chosen.analysis, chosen.span) or passage
    if passage.stated is None:
        return passage.span
    statements.reset_voice(chosen.library, chosen.article, passage.stated.span)
    return passage.stated.span


@correct_command.command("confirm")
@_on_words
@click.argument("what", type=click.Choice((_WORDING, _VOICE)))
def confirm_command(chosen: Chosen, what: str) -> Span:
    """Say that a wording of an ARTICLE is rightly marked, or a voice and its speaker right."""
    if what == _WORDING:
        wording = _wording(chosen)
        if wording.ignored or wording.by_user:
            state = "is ignored" if wording.ignored else "was marked"
            raise chosen.refuse(f"{state} by you: only what the program found can be confirmed.")
        statements.confirm_wording(chosen.library, chosen.article, wording.span)
        return wording.span
    passage = _quoted(chosen)
    if passage.stated is not None:
        raise chosen.refuse("was stated by you: only what the program found can be confirmed.")
    statements.confirm_voice(chosen.library, chosen.article, passage.span)
    return passage.span


# Paragraphs and fields


@correct_command.command("keep")
@_on_words
def keep_command(chosen: Chosen) -> Span:
    """Score a paragraph of an ARTICLE that is set apart."""
    block = _block(chosen)
    if not block.scored:
        decisions.keep_block(chosen.library, chosen.article, block.span)
    return block.span


@correct_command.command("set-apart")
@_on_words
def set_apart_command(chosen: Chosen) -> Span:
    """Set a paragraph of an ARTICLE apart, so that it is not scored."""
    block = _block(chosen)
    if block.scored:
        decisions.set_apart_block(chosen.library, chosen.article, block.span)
    return block.span


@correct_command.command("field", epilog=f"FIELD is one of: {', '.join(decisions.EDITABLE)}.")
@_article
@click.argument("field", type=click.Choice(decisions.EDITABLE), metavar="FIELD")
@click.argument("value")
@library_option
@format_option("text", "jsonl")
def field_command(article_id: str, field: str, value: str, library: str | None, kind: str) -> None:
    """Set a field of an ARTICLE; the VALUE '' makes it unknown.

    Authors are separated by semicolons or commas; a date is written as 2024-11-02 or "2 November
    2024", with or without a time.
    """
    article = to_text(article_id)
    with opened_library(library, write=True) as opened:
        before = decisions.last_decision(opened)
        decisions.edit_field(opened, article, field, to_text(value))
        tell_decision(opened, before, kind, {"article": article, "field": field})


correct_command.add_command(text_command)
correct_command.add_command(use_command)


# What is meant by the words chosen


def _wording(chosen: Chosen) -> LoadedSpan:
    found = wordings_at(chosen.analysis, chosen.span)
    if len(found) == 1:
        return found[0]
    if not found:
        raise chosen.refuse(f"holds no loaded wording. {_SHOW}")
    listed = ", ".join(in_short(one.span.of(chosen.text)) for one in found)
    raise chosen.refuse(f"holds {len(found)} loaded wordings; name one of them: {listed}.")


def _markable(chosen: Chosen) -> Span:
    whole = whole_words(chosen.text, chosen.span)
    marked = [one for one in chosen.analysis.loaded if one.span == whole]
    if whole is not None and any(one.by_user for one in marked):
        return whole  # the kind or the weight may be another one
    span = markable(chosen.text, chosen.analysis, chosen.span)
    if span is not None:
        return span
    language = chosen.analysis.language
    if not is_english(language):
        raise chosen.refuse(f"is not scored: the text is in {language_name(language)}.")
    if marked:
        raise chosen.refuse("is marked already; `correct confirm` says that it is rightly.")
    raise chosen.refuse("cannot be marked: choose words inside one sentence that is scored.")


def _passage(chosen: Chosen) -> Passage:
    passage = chosen_passage(chosen.text, chosen.analysis, chosen.span)
    if passage is None:
        raise chosen.refuse("holds no words.")
    return passage


def _quoted(chosen: Chosen) -> Passage:
    passage = quoted_passage(chosen.text, chosen.analysis, chosen.span)
    if passage is None:
        raise chosen.refuse("is nobody’s quotation; `correct voice` makes it one.")
    return passage


def _give(chosen: Chosen, passage: Passage, name: str) -> None:
    if " ".join(name.split()) != passage.speaker:
        statements.fix_speaker(chosen.library, chosen.article, passage.span, name)


def _block(chosen: Chosen) -> Block:
    found = blocks_at(chosen.analysis, chosen.span)
    if len(found) != 1:
        count = "several paragraphs" if found else "no paragraph"
        raise chosen.refuse(f"stands in {count}: choose words inside one. {_SHOW}")
    return found[0]


# What there is to correct


def _records(analysis: Analysis, text: str) -> Iterator[dict[str, Any]]:
    for one in sorted(analysis.loaded, key=lambda each: each.span):
        yield {
            **_record("wording", one.span, text),
            "category": one.category.value,
            "weight": one.weight,
            "voice": one.voice.value,
            "ignored": one.ignored,
            "by_user": one.by_user,
        }
    for passage in known_passages(analysis):
        yield {
            **_record("passage", passage.span, text),
            "voice": passage.voice.value,
            "speaker": passage.speaker or None,
            "by_user": passage.stated is not None,
        }
    for block in analysis.blocks:
        yield {
            **_record("paragraph", block.span, text),
            "kind": block.kind.value,
            "scored": block.scored,
        }


def _record(what: str, span: Span, text: str) -> dict[str, Any]:
    return {"what": what, "start": span.start, "end": span.end, "words": span.of(text)}


def _line(record: dict[str, Any]) -> str:
    if record["what"] == "wording":
        state = f"{record['category']}, weight {record['weight']:.1f}, {record['voice']} voice"
    elif record["what"] == "passage":
        state = f"{record['voice']}, {record['speaker'] or 'nobody named'}"
    else:
        state = f"{record['kind']}, {'scored' if record['scored'] else 'set apart'}"
    flags = [", ignored" if record.get("ignored") else ""]
    flags.append(", by you" if record.get("by_user") else "")
    place = f"{record['start']}:{record['end']}"
    return f"{record['what']:9}  {place:>11}  {in_short(record['words'])}  {state}{''.join(flags)}"
