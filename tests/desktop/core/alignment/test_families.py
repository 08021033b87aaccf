"""Families of words: each word is in one, and each family has more than one."""

from __future__ import annotations

from collections import Counter

from desktop.core.alignment.families import family_words


def test_no_word_is_in_two_families() -> None:
    counts = Counter(word for word, _ in family_words())
    assert [word for word, count in counts.items() if count > 1] == []


def test_a_family_has_two_words_at_least_and_the_first_names_it() -> None:
    words = list(family_words())
    counts = Counter(name for _, name in words)
    assert [name for name, count in counts.items() if count < 2] == []
    assert set(counts) <= {word for word, _ in words}


def test_words_are_plain_and_in_lower_case() -> None:
    assert all(word.isascii() and word.isalpha() and word.islower() for word, _ in family_words())
