"""Questions to the reader: silences with the facts that make them fair, treatment, the clock."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.core.model.articles import Published
from desktop.core.model.details import (
    ClockHour,
    Details,
    FairClock,
    FairFacts,
    Question,
    QuestionKind,
)
from desktop.core.model.places import Place
from desktop.ui.dates import date_label
from desktop.ui.figures.event_texts import EventTexts
from desktop.ui.paint.sheets import Column, Line, RowKind, Sheet, SheetCell, SheetRow, Sign, Words

MOST_BADGES, _MOST_PAIRS = 12, 4


def questions_sheet(details: Details, texts: EventTexts) -> Sheet:
    """Return silences, what is not asked and why, questions of treatment, and the fair clock."""
    silences = [each for each in details.questions if each.kind is QuestionKind.SILENCE]
    treatments = [each for each in details.questions if each.kind is QuestionKind.TREATMENT]
    rows = [
        *_asked(silences, texts, _tr("A detail that others have"), _fair_words(silences)),
        *_not_asked(details, texts),
        *_asked(treatments, texts, _tr("One matter, treated differently"), ""),
        *_clock(details, texts),
    ]
    return Sheet(
        (Column(_tr("Question"), 1.0, 200.0),),
        tuple(rows) if len(texts.columns) > 1 else (),
        _tr("Questions need a second text: they ask about what texts have and treat differently."),
        is_headless=True,
    )


def _fair_words(silences: Sequence[Question]) -> str:
    if silences:
        return _tr("Asked only where three facts make it fair")
    return _tr("None: room, time and topic could not all be shown")


def _asked(
    questions: Sequence[Question], texts: EventTexts, title: str, beside: str
) -> Iterator[SheetRow]:
    if questions or beside:
        yield _head(title, beside)
    for question in questions:
        # Asked of whoever lacks it; treatment is asked of the reader alone.
        about = question.absent_in if question.kind is QuestionKind.SILENCE else ()
        badges = tuple(texts.badge(each) for each in texts.ordered(about))
        asked = Words(question.text, "body-medium", is_ours=True)
        lines: list[Line] = [(*badges, asked)]
        places = texts.known(question.evidence)
        if places:
            lines.append(_found_in(places, texts))
        if question.facts is not None:
            lines += _facts(question.facts)
        yield SheetRow((SheetCell(tuple(lines), places),))


def _found_in(places: Sequence[Place], texts: EventTexts) -> Line:
    first = {(place.article, texts.outlet(place).sentence): place for place in places}
    shown = [texts.outlet(place) for place in list(first.values())[:MOST_BADGES]]
    more = len(first) - len(shown)
    rest = (Words(_tr("and {count} more").format(count=more), "small", "text2"),) if more else ()
    return Words(_tr("Found in"), "small", "text3"), *shown, *rest


def _facts(facts: FairFacts) -> list[Line]:
    """Return the three facts without which a silence is not asked after."""
    named = ((_tr("Room:"), facts.length), (_tr("Time:"), facts.time), (_tr("Topic:"), facts.topic))
    return [
        (
            Sign("circle-check"),
            Words(name, "small-strong"),
            Words(fact, "small", "text2", is_ours=True),
        )
        for name, fact in named
    ]


def _not_asked(details: Details, texts: EventTexts) -> Iterator[SheetRow]:
    """Say of which texts no silence is asked, and what would be needed."""
    undated = texts.ordered(details.clock.unknown)
    if not undated:
        return
    badges = tuple(texts.badge(article) for article in undated[:MOST_BADGES])
    more = len(undated) - len(badges)
    rest = (Words(_tr("and {count} more").format(count=more), "small", "text2"),) if more else ()
    if len(undated) == 1:
        words = _tr("Not asked what it lacks: the date of this text is not stated.")
    else:
        words = _tr("Not asked what they lack: the dates of these texts are not stated.")
    how = _tr("A date can be added in the article.")
    lines = (
        (Sign("clock", "warn_text"), Words(words, "small", "warn_text")),
        (*badges, *rest, Words(how, "small", "text2")),
    )
    places = tuple(place for article in undated for place in texts.head(article))
    yield SheetRow((SheetCell(lines, places),))


def _clock(details: Details, texts: EventTexts) -> Iterator[SheetRow]:
    clock = details.clock
    yield _head(_tr("What each had printed by the same hour"), "")
    for hour in clock.hours:
        if hour.article in texts:
            yield _hour(hour, texts)
    undated = texts.ordered(clock.unknown)
    if undated:
        words = _tr("Cannot be known of {count} of {all} texts: the date is not stated.")
        yield _unknown(words.format(count=len(undated), all=len(texts.columns)), undated, texts)
    for group in _undecided(clock, texts):
        yield _unknown(_which_first(group, texts), group, texts)


def _undecided(clock: FairClock, texts: EventTexts) -> list[list[str]]:
    """Return the texts of which it cannot be known which came first; many pairs in one group."""
    known = [pair for pair in clock.undecided if all(each in texts for each in pair)]
    if len(known) <= _MOST_PAIRS:
        return [texts.ordered(pair) for pair in known]
    return [texts.ordered(each for pair in known for each in pair)]


def _hour(hour: ClockHour, texts: EventTexts) -> SheetRow:
    published = texts.column(hour.article).article.metadata.published
    others = [each for each in texts.ordered(hour.printed) if each != hour.article]
    badges = tuple(texts.badge(article) for article in others[:MOST_BADGES])
    before = _tr("printed by then:") if others else _tr("no other text surely printed by then")
    line = (
        texts.badge(hour.article),
        Words(date_label(published.value), "small-strong"),
        Words(before, "small", "text2"),
        *badges,
    )
    span = published.evidence
    places = (Place(hour.article, span),) if span is not None else texts.head(hour.article)
    return SheetRow((SheetCell((line,), places),))


def _which_first(pair: Sequence[str], texts: EventTexts) -> str:
    dates = [texts.column(each).article.metadata.published.value for each in pair]
    if all(_has_hour(each) for each in dates):
        return _tr("Which came first cannot be known: a time zone is not stated.")
    return _tr("Which came first cannot be known: an hour is not stated.")


def _has_hour(published: Published | None) -> bool:
    return published is not None and published.hour is not None


def _unknown(words: str, articles: Sequence[str], texts: EventTexts) -> SheetRow:
    badges = tuple(texts.badge(article) for article in articles[:MOST_BADGES])
    more = len(articles) - len(badges)
    rest = (Words(_tr("and {count} more").format(count=more), "small", "text2"),) if more else ()
    places = tuple(place for article in articles for place in texts.head(article))
    return SheetRow((SheetCell(((*badges, *rest, Words(words, "small", "text2")),), places),))


def _head(title: str, beside: str) -> SheetRow:
    return SheetRow((SheetCell(((Words(title, "small-strong"),),)),), RowKind.HEAD, beside)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Details", words)
