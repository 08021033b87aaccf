"""Code points and UTF-16 units: there and back for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from desktop.core.model.spans import Span
from desktop.ui.offsets import Offsets

# No surrogates: a text of ours is a text that can be encoded.
TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab \n“é中😀🏴\U0010ffff\u200d"), st.characters(codec="utf-8")
    ),
    max_size=60,
)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_a_position_counts_the_units_before_it(text: str) -> None:
    offsets = Offsets(text)
    for position in range(len(text) + 1):
        assert offsets.to_qt(position) == units(text[:position])


@given(TEXTS)
def test_there_and_back_is_where_it_was(text: str) -> None:
    offsets = Offsets(text)
    for position in range(len(text) + 1):
        assert offsets.from_qt(offsets.to_qt(position)) == position


@given(TEXTS)
def test_inside_a_pair_stands_the_sign_of_the_pair(text: str) -> None:
    offsets = Offsets(text)
    for position, sign in enumerate(text):
        if units(sign) == 2:
            assert offsets.from_qt(offsets.to_qt(position) + 1) == position


@given(TEXTS)
def test_positions_from_qt_never_go_back(text: str) -> None:
    offsets = Offsets(text)
    found = [offsets.from_qt(position) for position in range(units(text) + 1)]
    assert found == sorted(found)
    assert all(0 <= position <= len(text) for position in found)


@given(TEXTS.filter(bool), st.data())
def test_a_span_cuts_the_same_words_in_qt(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    at, length = Offsets(text).span_to_qt(Span(start, end))
    wide = text.encode("utf-16-le")
    assert wide[2 * at : 2 * (at + length)].decode("utf-16-le") == text[start:end]


@pytest.mark.parametrize("text", ["", "plain", "😀", "a😀b😀", "👩‍👩‍👧 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿"])
def test_a_document_of_qt_counts_alike(qapp: object, text: str) -> None:
    assert qapp is not None
    document = QTextDocument()
    document.setPlainText(text)
    # One more for the end of the last paragraph, which Qt counts as a sign.
    assert document.characterCount() == Offsets(text).to_qt(len(text)) + 1
