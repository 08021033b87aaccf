"""Work beside, step by step: it tells how far it is, gives its result, and stops when asked."""

from __future__ import annotations

import threading

import pytest

from desktop.services.progress import Progress
from desktop.services.stepwise import StoppedError, Teller, in_steps
from tests.desktop.services.test_backups import finish


def test_the_result_comes_at_the_end_and_progress_before() -> None:
    told, looked = threading.Event(), threading.Event()

    def work(teller: Teller) -> str:
        teller.tell(3, 7)
        told.set()
        looked.wait(30)
        return "done"

    steps = in_steps("Working", work)
    told.wait(0)
    first = next(steps)
    while first.done == 0:
        first = next(steps)
    assert first == Progress(3, 7, "Working")
    looked.set()
    assert finish(steps) == "done"


def test_what_goes_wrong_is_raised_where_the_steps_are_taken() -> None:
    def work(_teller: Teller) -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        list(in_steps("Working", work))


def test_whoever_stops_waits_until_the_work_has_cleaned_up() -> None:
    began, cleaned = threading.Event(), threading.Event()

    def work(teller: Teller) -> None:
        began.set()
        try:
            while True:
                teller.tell(1, 2)
        except StoppedError:
            assert not teller.is_wanted()
            cleaned.set()
            raise

    steps = in_steps("Working", work)
    next(steps)
    assert began.is_set()
    steps.close()
    assert cleaned.is_set()
