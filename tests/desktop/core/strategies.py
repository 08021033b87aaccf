"""Texts that hypothesis draws from: everything that has ever moved an offset."""

from __future__ import annotations

from hypothesis import strategies as st

LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r", "\u2028", "\n\n", "\r\n\r\n"])

_WORDS = (
    "Mayor Aya Ito|said |“We will go,” |said that |according to |the harbor |claimed |“so-called” |"
    "8,000 people |$4.2 million |By Ann Lee|Read more: Trams|Nov 2, 2024|Reuters|U.S. |not |very |"
    "good |but |shameful |slammed |12 %|3–4"
)
_SIGNS = (
    "“|”|'|’|‘|\"|«|»|. |, |: |• |… |— |\n|\n\n|\r\n|\r\n\r\n|\t|\u00a0|\u2028|\ufeff|"
    "😀|👩\u200d🚀|e\u0301|שלום |مرحبا |\u202e|\u200f|ﬁ|İ|ß"
)
_PIECES = (*_WORDS.split("|"), *_SIGNS.split("|"))

ANY_TEXT = st.one_of(
    st.text(max_size=160),
    st.lists(st.sampled_from(_PIECES), max_size=30).map("".join),
    st.lists(st.sampled_from(_PIECES), max_size=30).map(" ".join),
)
"""Random letters of any script, and news in pieces: emoji, right-to-left, CRLF, marks."""
