"""How long a job will take: told from the rate of its last moments, and only once that is known."""

from __future__ import annotations

import math
from collections import deque

from PySide6.QtCore import QCoreApplication

_translate = QCoreApplication.translate
_WINDOW_S = 20.0
_LEAST_S = 2.0
_LEAST_DONE = 3
_MINUTE_S, _HOUR_MIN = 60, 60


class Pace:
    """Measures the rate of a job over its last moments; time in which it is paused is left out."""

    def __init__(self) -> None:
        self._marks: deque[tuple[float, int]] = deque()

    def note(self, moment_s: float, done: int) -> None:
        """Note how much is done at a moment of a clock that never goes back."""
        if self._marks and done < self._marks[-1][1]:
            self._marks.clear()  # a new part of the job counts from the beginning
        if self._marks and done == self._marks[-1][1]:
            return
        self._marks.append((moment_s, done))
        while len(self._marks) > 2 and moment_s - self._marks[1][0] > _WINDOW_S:
            self._marks.popleft()

    def forget(self) -> None:
        """Measure anew, as after a pause."""
        self._marks.clear()

    def left_s(self, moment_s: float, total: int) -> float | None:
        """Return the seconds that are left; None while too little is known."""
        if not self._marks:
            return None
        (first_s, first), (_last_s, last) = self._marks[0], self._marks[-1]
        took_s = moment_s - first_s
        if took_s < _LEAST_S or last - first < _LEAST_DONE or total <= last:
            return None
        return (total - last) * took_s / (last - first)


def left_in_words(seconds: float) -> str:
    """Return a time that is left, as exactly as it can be known.

    >>> [left_in_words(each) for each in (3, 44, 61)]
    ['about 5 s left', 'about 45 s left', 'about 2 min left']
    >>> left_in_words(4000)
    'about 1 h 10 min left'
    """
    if seconds <= _MINUTE_S - 5:
        fives = max(1, math.ceil(seconds / 5))
        return _translate("pace", "about {count} s left").format(count=5 * fives)
    minutes = math.ceil(seconds / _MINUTE_S)
    if minutes < _HOUR_MIN:
        return _translate("pace", "about {count} min left").format(count=minutes)
    hours, rest = divmod(10 * math.ceil(minutes / 10), _HOUR_MIN)
    words = _translate("pace", "about {hours} h {minutes} min left")
    if not rest:
        words = _translate("pace", "about {hours} h left")
    return words.format(hours=hours, minutes=rest)
