"""What the user's decisions hold each article to, as lists and explanations show it."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import EventRow
from desktop.services.event_bounds import read_standing
from desktop.services.event_rows import read_places
from desktop.services.libraries import Library
from desktop.services.sessions import in_parts, read_session


@dataclass(frozen=True, slots=True)
class Hold:
    """An article's standing decisions: `kept` in its event, and out of the events of these labels.

    `event` is the id of the event that it is kept in, empty where it is kept in none.
    """

    event: str
    out_of: tuple[str, ...]

    @property
    def kept(self) -> bool:
        """Say whether the article stays in its event whatever a grouping says."""
        return bool(self.event)


def list_holds(library: Library) -> dict[str, Hold]:
    """Return what was decided about articles, for those that something was decided about."""
    with read_session(library) as session:
        standing = read_standing(session)
        # Where one article was taken from others, the others are not held, though they are apart.
        parted = {
            one: others & standing.apart.get(one, set[str]())
            for one, others in standing.out.items()
        }
        parted = {one: others for one, others in parted.items() if others}
        named = {each for one, others in parted.items() for each in (one, *others)}
        places = read_places(session, named)
        around = {
            one: {places[other] for other in others & places.keys()} - {places.get(one)}
            for one, others in parted.items()
        }
        labels = _read_labels(session, sorted({e for events in around.values() for e in events}))
    held = sorted(standing.pins.keys() | parted.keys())
    return {
        one: Hold(
            standing.pins.get(one, ""),
            tuple(sorted(labels[event] for event in around.get(one, ()))),
        )
        for one in held
    }


def _read_labels(session: Session, events: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    query = sa.select(EventRow.id, EventRow.user_label, EventRow.label)
    for some in in_parts(events):
        for event, chosen, label in session.execute(query.where(EventRow.id.in_(some))):
            found[event] = chosen or label
    return found
