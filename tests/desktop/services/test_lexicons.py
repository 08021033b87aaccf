"""The word lists load once, fast, and bring the background only when asked."""

from __future__ import annotations

import gc
import subprocess
import sys
from time import process_time

from desktop.services.lexicons import load_lexicons

LOADS = """
import sys
from desktop.services.lexicons import load_lexicons
load_lexicons()
heavy = {"yaml", "textblob", "nltk", "sqlalchemy", "numpy", "PySide6"} & sys.modules.keys()
sys.exit(", ".join(sorted(heavy)) or None)
"""


def test_the_lists_are_loaded_once() -> None:
    assert load_lexicons() is load_lexicons()


def test_loading_takes_little_time() -> None:
    best = 1.0
    for _ in range(5):
        load_lexicons.cache_clear()
        start = process_time()
        load_lexicons()
        best = min(best, process_time() - start)
    assert best < 0.06  # 15 ms on an idle machine


def test_loading_imports_neither_the_sources_readers_nor_a_database() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADS], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_version_names_the_content() -> None:
    version = load_lexicons().version
    assert len(version) == 12
    assert int(version, 16) >= 0


def test_the_background_counts_articles_by_form() -> None:
    lexicons = load_lexicons()
    assert lexicons.background["the"] == lexicons.background_size
    assert lexicons.background.get("no such form", 1) == 1
    assert len(lexicons.background) == len(set(lexicons.background)) > 50_000


def test_every_form_leads_to_its_entry() -> None:
    loaded = load_lexicons().loaded
    assert {entry.id for entry in loaded["slammed"]} == {"emotive_verbs/slam"}
    assert len({entry.id for entries in loaded.values() for entry in entries}) > 1000


def test_the_tables_hold_numbers_for_every_form() -> None:
    lists = load_lexicons()
    assert lists.tone["very"].is_modifier
    assert not lists.tone["great"].is_modifier
    assert lists.tone["great"].polarity > 0 > lists.tone["terrible"].polarity
    assert all(-1.0 <= value <= 1.0 for value in lists.valence.values())
    assert any(subject != obj for subject, obj in lists.frames.values())


def test_loading_leaves_the_search_for_cycles_as_it_was() -> None:
    assert gc.isenabled()
    load_lexicons.cache_clear()
    load_lexicons()
    assert gc.isenabled()


def test_each_verb_with_a_verdict_says_why() -> None:
    verbs = load_lexicons().verbs.values()
    assert all(verb.reason.endswith(".") for verb in verbs if verb.verdict)
    assert "slammed" in load_lexicons().verbs["slam"].forms
