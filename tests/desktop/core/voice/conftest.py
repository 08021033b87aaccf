"""What the tests of the voice analysis share: one article read with the shipped report verbs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.core.model.analyses import Quotation
from desktop.core.text.blocks import find_blocks
from desktop.core.text.sentences import find_sentences
from desktop.core.voice.quotations import Voices, find_voices
from desktop.services.lexicons import load_lexicons

Reader = Callable[[str], Voices]


@pytest.fixture(scope="session")
def read() -> Reader:
    def read_text(text: str) -> Voices:
        blocks = find_blocks(text)
        return find_voices(text, find_sentences(text, blocks), blocks, load_lexicons())

    return read_text


@pytest.fixture(scope="session")
def only(read: Reader) -> Callable[[str], Quotation]:
    """Return the one quotation of a text."""

    def only_one(text: str) -> Quotation:
        (quotation,) = read(text).quotations
        return quotation

    return only_one
