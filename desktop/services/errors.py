"""The one error that users read: what went wrong, and what they can do about it."""

from __future__ import annotations


class CrosslightError(Exception):
    """Something the user must know; shown as it stands.

    `message` says what went wrong and where, `remedy` what to do; `remedy` may be empty.
    """

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(f"{message} {remedy}".strip())
        self.message = message
        self.remedy = remedy


class LibraryDamagedError(CrosslightError):
    """The library's file is there and can be read, but it is no sound library."""
