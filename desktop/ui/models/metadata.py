"""The metadata of an article as fields to show and to edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.core.model.articles import Article, Origin, Stated
from desktop.core.model.spans import Span
from desktop.ui.dates import date_label
from desktop.ui.labels import origin_label
from desktop.ui.words import words_count

_MOST_WORDS = 200


@dataclass(frozen=True, slots=True)
class FieldFacts:
    """What a field shows.

    `name` is the field's key, empty for one that cannot be edited; `value` is empty where nothing
    is stated and `missing` then says so; `edit_text` is what an editor starts with and `hint` what
    it asks for; `words` are those of the text that state the value, at `evidence`.
    """

    name: str
    label: str
    value: str
    missing: str = ""
    origin: str = ""
    edit_text: str = ""
    hint: str = ""
    evidence: Span | None = None
    words: str = ""


def _tr(words: str) -> str:
    return QCoreApplication.translate("metadata", words)


def metadata_facts(article: Article, words: int) -> tuple[FieldFacts, ...]:
    """Return author, date, outlet, length and language; `words` is the length."""
    known = article.metadata
    authors = "; ".join(known.authors.value or ())
    published = known.published.value
    date = date_label(published) if published else ""
    return (
        _facts(article, ("authors", _tr("Author")), known.authors, authors, _tr("Not stated")),
        _facts(
            article,
            ("published", _tr("Published")),
            known.published,
            date,
            date_label(None),
            edit_text=published.iso if published else "",
        ),
        _facts(article, ("outlet", _tr("Outlet")), known.outlet, article.outlet, _tr("Not stated")),
        FieldFacts("", _tr("Length"), words_count(words)),
        _facts(
            article,
            ("language", _tr("Language")),
            known.language,
            language_name(known.language.value or ""),
            _tr("Not stated"),
            edit_text=known.language.value or "",
        ),
    )


def language_name(code: str) -> str:
    """Return a language in words: "en" is "English"; an unknown code stays as it is."""
    locale = QLocale(code)
    if not code or locale.language() is QLocale.Language.C:
        return code
    return QLocale.languageToString(locale.language())


def _facts(
    article: Article,
    names: tuple[str, str],
    stated: Stated[Any],
    value: str,
    missing: str,
    edit_text: str | None = None,
) -> FieldFacts:
    hints = {
        "published": _tr("2024-11-02T18:37"),
        "authors": _tr("One name; another"),
        "language": _tr("A code, such as en"),
    }
    # A language is measured on the whole text: there are no words to point at.
    measured = names[0] == "language" and stated.origin is Origin.TEXT
    words = stated.evidence.of(article.text) if stated.evidence else ""
    return FieldFacts(
        name=names[0],
        label=names[1],
        value=value,
        missing=missing,
        origin=origin_label(stated.origin) if value and not measured else "",
        edit_text=value if edit_text is None else edit_text,
        hint=hints.get(names[0], ""),
        evidence=stated.evidence if value else None,
        words=" ".join(words[:_MOST_WORDS].split()),
    )
