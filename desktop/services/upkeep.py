"""What the program does for a library by itself: the trash after thirty days, backups by time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.services.backups import back_up_if_due
from desktop.services.errors import CrosslightError
from desktop.services.libraries import Library
from desktop.services.progress import Progress
from desktop.services.stepwise import Teller
from desktop.services.trash import purge_trash

LOOK_EVERY_S = 60.0


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What was done: how many articles were deleted for good, and the backup that was made."""

    purged: int = 0
    backup: Path | None = None


def keep_up(library: Library, now: datetime | None = None, teller: Teller | None = None) -> Upkeep:
    """Empty the trash of what is old enough, and back up where that is due.

    Raises:
        CrosslightError: There is no room for a backup.
        LibraryDamagedError: The library is damaged; nothing was deleted.
    """
    if library.read_only:
        return Upkeep()
    return Upkeep(purge_trash(library, now), back_up_if_due(library, now, teller))


def with_backups(
    library: Library, steps: Iterator[Progress], troubled: Callable[[CrosslightError], None]
) -> Iterator[Progress]:
    """Give the steps of a long job, and back the library up between them where that is due.

    `troubled` takes what keeps a backup from being made; the job goes on.
    """
    last = time.monotonic()
    for step in steps:
        yield step
        if step.busy or time.monotonic() - last < LOOK_EVERY_S:
            continue
        try:
            back_up_if_due(library)
        except CrosslightError as error:
            troubled(error)
        last = time.monotonic()
