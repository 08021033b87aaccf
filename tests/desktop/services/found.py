"""A small library to look for things in, and a search that looks at every article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from db.tables import (
    ArticleRow,
    ArticleTagRow,
    EventArticleRow,
    EventRow,
    ImportBatchRow,
    NoteRow,
    OutletRow,
    RelationRow,
    TagRow,
)
from desktop.core.text.search import folded_words
from desktop.services.libraries import Library
from desktop.services.queries import All, AnyOf, Days, Importance, Known, Node, Not, Term
from desktop.services.sessions import write_session

OUTLETS = ("Daily Lantern", "Harbor Post", "Évening Ledger")
TAGS = ("Storm", "Follow up")
EVENTS = {"e1": "Storm in Anville", "e2": "Harbor strike"}


@dataclass(frozen=True, slots=True)
class Made:
    """An article of the library, with all that a search can ask for."""

    id: str
    title: str
    text: str
    authors: tuple[str, ...] = ()
    outlet: str = ""
    day: str = ""
    event: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    importance: int = 0
    language: str = "en"
    format: str = "txt"
    own_rate: float | None = None
    trashed: bool = False
    reprint_of: str = ""


MADE = (
    Made("a1", "Storm over Anville", "The storm tore a roof. Nobody was hurt.", ("Ann Lee",),
         "Daily Lantern", "2024-11-02T18:37+01:00", "e1", ("Storm",), "", 2, own_rate=1.5),
    Made("a2", "Harbor strike", "Dockers walked out; a storm of protest followed.", (),
         "Harbor Post", "2024-11-02", "e2", (), "Look at the röof again", 1, own_rate=0.0),
    Made("a3", "No roof", "Zelenský spoke of the roof-less school.", ("José Márquez", "Ann Lee"),
         "Harbor Post", "2023-05-01", "e1", ("Storm", "Follow up"), "", 0, "uk", "html", 2.5),
    Made("a4", "Calm", "The sea was calm and not a storm in sight.", (), "", "", "", (), "", 3),
    Made("a5", "Storm over Anville", "The storm tore a roof. Nobody was hurt.", (),
         "Évening Ledger", "2024-11-03", "e1", (), "", 0, own_rate=1.5, reprint_of="a1"),
    Made("a6", "Forgotten storm", "The storm that nobody wrote of.", (), "Daily Lantern",
         "2022-01-01", trashed=True),
    Made("a7", "harbor: the bill", "The harbor post of 1999 had to pay.", ("Lee Storm",),
         "Daily Lantern", "2022-12-31", "e2", ("Follow up",), "storm note", 2, "", own_rate=0.5),
    Made("a8", "Roofs", "Roofs and roofers, not one roof.", (), "Évening Ledger", "", "", (),
         "", 1, "en", "html", 0.5),
)  # fmt: skip
WORDS = ("storm", "roof", "Anville", "harbor", "lee", "zelensky", "the", "nobody", "calm", "roo")


def fill(library: Library) -> None:
    """Store the articles with what belongs to them."""
    with write_session(library) as session:
        session.add(ImportBatchRow(id="batch", started_at="now"))
        for nth, name in enumerate(OUTLETS):
            session.add(OutletRow(id=nth + 1, name=name, key=name.casefold(), slot=nth))
        for nth, name in enumerate(TAGS):
            session.add(TagRow(id=nth + 1, key=name.casefold(), name=name))
        for key, label in EVENTS.items():
            session.add(EventRow(id=key, label=label, links=b"", created_at=key))
        session.flush()
        session.execute(sa.insert(ArticleRow), [_row(made) for made in MADE])
        for made in MADE:
            for tag in made.tags:
                session.add(ArticleTagRow(tag_id=TAGS.index(tag) + 1, article_id=made.id))
            if made.event:
                session.add(EventArticleRow(article_id=made.id, event_id=made.event))
            if made.note:
                note = NoteRow(id=made.id, article_id=made.id, text=made.note, made_at="")
                note.changed_at = ""
                session.add(note)
            if made.reprint_of:
                relation = RelationRow(article_id=made.id, other_id=made.reprint_of, share=1.0)
                relation.kind, relation.origin = "reprint", "found"
                session.add(relation)


def _row(made: Made) -> dict[str, object]:
    return {
        "id": made.id, "text": made.text, "sha256": made.id, "seal": "", "title": made.title,
        "outlet_id": OUTLETS.index(made.outlet) + 1 if made.outlet else None,
        "authors": list(made.authors) or None, "published": made.day or None, "zone": None,
        "url": None, "language": made.language or None, "agency": None, "provenance": {},
        "format": made.format, "source_name": f"{made.id}.txt", "batch_id": "batch",
        "added_at": "now", "trashed_at": "2024-12-01" if made.trashed else None,
        "importance": made.importance, "own_rate": made.own_rate, "own_tone": made.own_rate,
        "words": None if made.own_rate is None else 9,
        "summary_key": None if made.own_rate is None else "key",
    }  # fmt: skip


def is_found(made: Made, node: Node) -> bool:
    """Say whether an article is what a query asks for, by looking at all there is of it."""
    if isinstance(node, Not):
        return not is_found(made, node.node)
    if isinstance(node, All):
        return all(is_found(made, each) for each in node.nodes)
    if isinstance(node, AnyOf):
        return any(is_found(made, each) for each in node.nodes)
    if isinstance(node, Importance):
        return node.least <= made.importance <= node.most
    if isinstance(node, Days):
        day = made.day[:10].replace("-", "")
        first, last = node.first, node.last
        return bool(day) and day[: len(first)] >= first and (not last or day[: len(last)] <= last)
    return _has_term(made, node) if isinstance(node, Term) else _is_known(made, node)


def _has_term(made: Made, term: Term) -> bool:
    authors = " ".join(made.authors)
    places = {"": (made.title, made.text, authors), "title": (made.title,), "author": (authors,)}
    wanted = folded_words(term.text)
    return any(
        _stands_in(folded_words(place), wanted, is_prefix=term.is_prefix)
        for place in places[term.field]
    )


def _stands_in(words: Sequence[str], wanted: Sequence[str], *, is_prefix: bool) -> bool:
    for at in range(len(words) - len(wanted) + 1):
        here = list(words[at : at + len(wanted)])
        if is_prefix and here[-1].startswith(wanted[-1]):
            here[-1] = wanted[-1]
        if here == list(wanted):
            return True
    return False


def _is_known(made: Made, node: Known) -> bool:
    partners = {made.reprint_of} | {each.id for each in MADE if each.reprint_of == made.id}
    states = {
        "untagged": not made.tags, "undated": not made.day, "unanalyzed": made.own_rate is None,
        "reprint": bool(partners - {""}), "revision": False, "duplicate": False,
        "attention": not made.outlet or not made.day,
    }  # fmt: skip
    holdings = {
        "note": made.note, "tag": made.tags, "date": made.day, "outlet": made.outlet,
        "author": made.authors, "event": made.event,
    }  # fmt: skip
    if node.field == "is":
        return states[node.value]
    if node.field == "has":
        return bool(holdings[node.value])
    if node.field == "format":
        return made.format == node.value
    if node.field == "lang":
        return made.language == {"ukrainian": "uk", "english": "en"}.get(node.value, node.value)
    if node.field == "note":
        return bool(made.note) and _has(made.note, node.value)
    own, named = {
        "outlet": ([made.outlet], OUTLETS),
        "tag": (made.tags, TAGS),
        "event": ([EVENTS.get(made.event, "")], tuple(EVENTS.values())),
    }[node.field]
    exact = [name for name in named if folded_words(name) == folded_words(node.value)]
    meant = exact or [name for name in named if _has(name, node.value)]
    by_id = node.field == "event" and made.event == node.value
    return by_id or any(name in meant for name in own)


def _has(name: str, value: str) -> bool:
    return f" {' '.join(folded_words(value))}" in f" {' '.join(folded_words(name))}"
