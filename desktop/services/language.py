"""Analysis without a library: articles come as JSON lines, and so do the answers.

Input lines are objects with `id` and `text`, and perhaps `outlet`, `title`, `published` and
`targets`. All offsets are code points of `text` exactly as given.

Each verb imports what it needs when it is used: the scorers of collections start it once for every
event, and the analysis is no part of grouping, nor the report one of the analysis.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from desktop.core.model.analyses import (
    Analysis,
    LoadedSpan,
    Quotation,
    Sentence,
    Target,
    Voice,
)
from desktop.core.model.articles import Article, Metadata, Origin, Published, Stated
from desktop.core.model.events import EventGroup
from desktop.core.model.lexicons import Lexicons
from desktop.core.model.spans import Span
from desktop.core.text.languages import is_english, language_name
from desktop.services.errors import CrosslightError
from desktop.services.lexicons import load_lexicons

Record = dict[str, Any]

_PUBLISHED = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})"
    r"(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?"
)


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article of the input and the spans whose tone is asked for, None where none are."""

    article: Article
    targets: tuple[Span, ...] | None = None


def read_articles(lines: Iterable[str], name: str) -> Iterator[ArticleLine]:
    """Read articles from JSON lines; blank lines are passed over.

    Args:
        lines: The lines, of any length.
        name: What to call the input in messages, usually its path.

    Raises:
        CrosslightError: A line is no JSON object with an `id` and a `text`; the message names it.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _read_line(line, f"{name}, line {number}")


def analyze_lines(lines: Iterable[ArticleLine]) -> Iterator[Record]:
    """Return the analysis of each article as a JSON object, one by one."""
    from desktop.core.analysis.articles import analyze_article
    from desktop.core.tone.targets import label_tone

    lexicons = load_lexicons()
    for line in lines:
        analysis = analyze_article(line.article, lexicons, redraws=0)
        record = analysis_record(line.article, analysis)
        if line.targets is not None:
            tones = _target_tones(line.article.text, line.targets, analysis, lexicons)
            record["target_tones"] = [round(tone, 4) for tone in tones]
            record["target_labels"] = [label_tone(tone) for tone in tones]
        yield record


def _target_tones(
    text: str, targets: Sequence[Span], analysis: Analysis, lexicons: Lexicons
) -> tuple[float, ...]:
    if not is_english(analysis.language):
        return (0.0,) * len(targets)
    from desktop.core.tone.targets import score_targets

    return score_targets(text, targets, lexicons)


def group_lines(lines: Iterable[ArticleLine]) -> Iterator[Record]:
    """Return for each article its id and the key of its event, in the order of the input."""
    from desktop.core.events.grouping import sort_by_event

    articles = [line.article for line in lines]
    groups = sort_by_event(articles, load_lexicons())
    keys = {
        article: f"event-{number}"
        for number, group in enumerate(groups, start=1)
        for article in group
    }
    for article in articles:
        yield {"id": article.id, "event": keys[article.id]}


def compare_lines(lines: Iterable[ArticleLine]) -> Iterator[Record]:
    """Return the claims and quotations that two or more of the articles share."""
    from desktop.core.analysis.articles import analyze_article
    from desktop.core.analysis.comparisons import align_articles

    lexicons = load_lexicons()
    articles = [line.article for line in lines]
    analyses = [analyze_article(article, lexicons, redraws=0) for article in articles]
    for shared in align_articles(articles, analyses, lexicons):
        members = [{"id": place.article, **_span_record(place.span)} for place in shared.places]
        yield {"kind": shared.kind, "members": members, "score": round(shared.score, 4)}


def compare_whole(lines: Iterable[ArticleLine]) -> Iterator[Record]:
    """Return the whole comparison of the articles as one object, as `docs/comparison.md` says.

    All of them are taken to be on one event; the reasons are given where grouping agrees.
    """
    from desktop.core.alignment.statements import Statements
    from desktop.core.analysis.articles import analyze_article
    from desktop.core.analysis.comparisons import compare_articles
    from desktop.core.analysis.details import detail_comparison
    from desktop.core.events.grouping import group_articles
    from desktop.services.badges import to_badges
    from desktop.services.report_json import report_json
    from desktop.services.views import EventView

    articles = tuple(line.article for line in lines)
    lexicons = load_lexicons()
    analyses = tuple(analyze_article(article, lexicons) for article in articles)
    groups = group_articles(articles, lexicons)
    group = groups[0] if len(groups) == 1 else EventGroup("", (), ())
    outlets = list(dict.fromkeys(article.outlet for article in articles))
    statements = Statements(articles, analyses, lexicons)
    comparison = compare_articles(articles, analyses, lexicons, statements)
    view = EventView(
        id="event",
        label=group.label,
        articles=articles,
        analyses=analyses,
        badges=to_badges([(a.outlet, outlets.index(a.outlet)) for a in articles]),
        comparison=comparison,
        links=group.links,
    )
    details = detail_comparison(articles, analyses, lexicons, comparison, statements)
    yield report_json(view, details)


def _read_line(line: str, place: str) -> ArticleLine:
    try:
        parsed: object = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _unreadable(f"{place}: no JSON: {error}") from error
    if not isinstance(parsed, dict):
        raise _unreadable(f"{place}: no JSON object")
    record = cast("Record", parsed)
    text, article_id = record.get("text"), record.get("id")
    if not isinstance(text, str) or not isinstance(article_id, str):
        raise _unreadable(f"{place}: an `id` and a `text`, both strings, are needed")
    article = Article(id=article_id, text=text, metadata=_read_metadata(record))
    return ArticleLine(article, _read_targets(record, len(text), place))


def _read_metadata(record: Mapping[str, Any]) -> Metadata:
    published = read_published(_string(record, "published"))
    return Metadata(
        title=_stated(_string(record, "title")),
        outlet=_stated(_string(record, "outlet")),
        published=Stated(published, Origin.FILE, confidence=1.0) if published else Stated(),
    )


def read_published(value: str) -> Published | None:
    """Read an ISO date, with time and zone if they are there; None for anything else.

    >>> read_published("2024-11-02T18:37+05:30").iso
    '2024-11-02T18:37+05:30'
    """
    match = _PUBLISHED.match(value)
    if match is None:
        return None
    year, month, day, hour, minute, zone = match.groups()
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return None
    if hour is None or int(hour) > 23 or int(minute) > 59:
        return Published(int(year), int(month), int(day))
    offset = None if zone is None else _offset_minutes(zone)
    return Published(int(year), int(month), int(day), int(hour), int(minute), offset)


def _offset_minutes(zone: str) -> int:
    if zone == "Z":
        return 0
    minutes = 60 * int(zone[1:3]) + int(zone[-2:])
    return -minutes if zone[0] == "-" else minutes


def _stated(value: str) -> Stated[str]:
    return Stated(value, Origin.FILE, confidence=1.0) if value else Stated()


def _string(record: Mapping[str, Any], key: str) -> str:
    value = record.get(key)
    return value.strip() if isinstance(value, str) else ""


def _read_targets(record: Mapping[str, Any], length: int, place: str) -> tuple[Span, ...] | None:
    targets = record.get("targets")
    if targets is None:
        return None
    try:
        spans = tuple(Span(int(target["start"]), int(target["end"])) for target in targets)
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise _unreadable(f"{place}: `targets` must be a list of spans") from error
    if any(span.end > length for span in spans):
        raise _unreadable(f"{place}: a span of `targets` ends after the text")
    return spans


def _unreadable(message: str) -> CrosslightError:
    remedy = 'Each line holds one JSON object: {"id": "...", "text": "..."}.'
    return CrosslightError(message, remedy)


def analysis_record(article: Article, analysis: Analysis) -> Record:
    """Return an analysis as the line that `analyze` answers with."""
    folded = [[block.span.start, block.span.end] for block in analysis.blocks if not block.scored]
    return {
        "id": article.id,
        "sentences": [_sentence_record(sentence) for sentence in analysis.sentences],
        "quotations": [
            _quotation_record(quotation)
            for quotation in sorted(analysis.quotations, key=lambda each: each.span)
            if quotation.is_said
        ],
        "loaded": [_loaded_record(loaded) for loaded in analysis.loaded if not loaded.ignored],
        "targets": [_target_record(target) for target in analysis.targets],
        "boilerplate": folded,
        **_language_record(analysis.language),
    }


def _language_record(language: str) -> Record:
    """Return the language of a text, and why one that is not in English has no scores."""
    if is_english(language):
        return {"language": language or None}
    reason = f"not scored: the text is in {language_name(language)}"
    return {"language": language, "not_scored": reason}


def _span_record(span: Span) -> Record:
    return {"start": span.start, "end": span.end}


def _sentence_record(sentence: Sentence) -> Record:
    span = sentence.span
    return {
        "start": span.start,
        "end": span.end,
        "tone": round(sentence.tone, 4),
        "loadedness": round(sentence.loadedness, 4),
        "voice": sentence.voice.value,
    }


def _quotation_record(quotation: Quotation) -> Record:
    speaker, verb = quotation.speaker, quotation.verb
    return {
        **_span_record(quotation.span),
        "kind": quotation.kind.value,
        "speaker": {**_span_record(speaker.span), "name": speaker.name}
        if speaker and speaker.span
        else None,
        "verb": {**_span_record(verb.span), "lemma": verb.lemma} if verb else None,
    }


def _loaded_record(loaded: LoadedSpan) -> Record:
    return {
        **_span_record(loaded.span),
        "weight": round(loaded.weight, 4),
        "category": loaded.category.value,
        "voice": "own" if loaded.voice is Voice.OWN else "quoted",
    }


def _target_record(target: Target) -> Record:
    mentions: Sequence[Span] = target.mentions
    return {
        "name": target.name,
        "mentions": [[span.start, span.end] for span in mentions],
        "tone": round(target.tone, 4),
    }
