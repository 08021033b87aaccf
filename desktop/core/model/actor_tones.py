"""The tone of an article towards an actor, in its own voice and in the words of speakers."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.model.analyses import Rate
from desktop.core.model.places import Place


@dataclass(frozen=True, slots=True)
class ActorTone:
    """The tone towards one actor in one article, -1.0 to 1.0.

    The count of a rate is the number of mentions of the actor, its words are those of the voice in
    the sentences that mention the actor. `evidence` are the mentions with the strongest tone, the
    first ones where none has any.
    """

    article: str
    actor: str
    own: Rate
    quoted: Rate
    evidence: tuple[Place, ...]
