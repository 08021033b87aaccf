"""How fast the analysis is: `make bench`, or `python -m tests.bench --articles 1000`.

Articles are made up (`tests/bench/articles.py`). Times are CPU seconds, so that other programs on
the machine count little; the place of one more article is timed on the wall, too, with its commit.
Start-up and memory are those of a process of their own. The table shows each figure beside its
goal; nothing fails here. `--profile` lists where the time of the analysis goes, `--placed 100000`
measures a library as large as that, `--imported 100000` the import of so many files.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import json
import os
import pstats
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from statistics import median
from tempfile import TemporaryFile
from typing import NamedTuple

from desktop.core.analysis.articles import analyze_article
from desktop.core.events.grouping import group_articles
from desktop.core.model.articles import Article
from desktop.services.lexicons import load_lexicons
from tests.bench.articles import make_articles, make_text
from tests.bench.comparing import COMPARED, compare_event
from tests.bench.importing import PAGES, SIZES, Imported, import_pages, import_texts
from tests.bench.listing import LISTED, measure_lists
from tests.bench.placing import place_one

_LARGE = 5_000_000
_GROWTH = (50_000, 200_000, 800_000)
_LIBRARIES = (1_000, 4_000)
_ONE_ARTICLE_RUNS = 60
_STARTS = 5
_LEXICONS = (
    "import time; from desktop.services.lexicons import load_lexicons; began = time.process_time();"
    " load_lexicons(); print(time.process_time() - began)"
)
_GROUPED = {1_250: ("", ""), 2_500: ("", ""), 5_000: ("", ""), 10_000: ("60", "1,000")}
_GROUPING_RUN = (
    "import resource, sys, time; from desktop.core.events.grouping import group_articles;"
    " from desktop.services.lexicons import load_lexicons;"
    " from tests.bench.articles import make_articles; lists = load_lexicons();"
    " articles = make_articles(int(sys.argv[1])); began = time.process_time();"
    " group_articles(articles, lists);"
    " print(time.process_time() - began,"
    " resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
)
_LARGE_RUN = (
    "import gc, resource, sys, time; gc.set_threshold(100_000, 50, 1_000);"
    " from desktop.core.analysis.articles import analyze_article;"
    " from desktop.core.model.articles import Article;"
    " from desktop.services.lexicons import load_lexicons; lists = load_lexicons();"
    " article = Article('large', sys.stdin.read()); began = time.process_time();"
    " analyze_article(article, lists, redraws=0);"
    " print(time.process_time() - began,"
    " resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
)


class Figure(NamedTuple):
    """A line of the table: what was measured, the figure, and what it should be at most."""

    what: str
    took: float
    unit: str
    goal: str


def measure(count: int, placed: Sequence[int], imported: Sequence[int]) -> Iterator[Figure]:
    """Yield the figures one by one, for they take a while.

    Args:
        count: How many articles are analyzed and grouped.
        placed: The sizes of libraries that one more article is added to.
        imported: How many text files are imported.
    """
    lexicons = load_lexicons()
    articles = make_articles(count)
    characters = sum(len(article.text) for article in articles) / len(articles)
    yield Figure("characters of an article, on average", characters, "", "")
    scale = 1000 / count
    analyzed = scale * _cpu_s(lambda: [analyze_article(a, lexicons, redraws=0) for a in articles])
    yield Figure("1,000 articles analyzed", analyzed, "s", "")
    grouped = scale * _cpu_s(lambda: group_articles(articles, lexicons))
    yield Figure("1,000 articles grouped", grouped, "s", "")
    yield Figure("1,000 articles analyzed and grouped", analyzed + grouped, "s", "4 (8)")
    yield Figure("one article, with ranges", 1000 * _one_article_s(articles), "ms", "20")
    yield Figure("start of `analyze` on nothing", _start_s(), "s", "0.3")
    yield Figure("lexicons loaded", 1000 * min(_lexicons_s() for _ in range(_STARTS)), "ms", "20")
    yield from _compared()
    yield from _grouped()
    yield from _growth()
    for size in placed:
        wall, cpu = place_one(size)
        yield Figure(f"one more article among {size:,}: processor", 1000 * cpu, "ms", "50")
        yield Figure(f"one more article among {size:,}: on the wall", 1000 * wall, "ms", "50")
    yield from _imported(imported)
    yield from _listed()
    large_s, large_mb = _run([sys.executable, "-c", _LARGE_RUN], make_text(_LARGE))
    yield Figure("a text of 5 MB", large_s, "s", "12")
    yield Figure("a text of 5 MB, memory of its process", large_mb, "MB", "400")


def _listed() -> Iterator[Figure]:
    """Yield what lists, searches and counts take in a library that grows."""
    for size, what, took, goal in measure_lists():
        unit = "kB" if what.startswith("kilobytes") else "ms"
        yield Figure(f"{what}, {size:,} articles", took, unit, goal if size == LISTED[-1] else "")


def _imported(sizes: Sequence[int]) -> Iterator[Figure]:
    """Yield what importing files takes, in growing numbers: rate and size should stay the same."""
    for size in sizes:
        yield from _import_figures(f"{size:,} text files imported", import_texts(size), "100")
    for size in PAGES:
        yield from _import_figures(f"{size:,} web pages imported", import_pages(size), "15")


def _import_figures(what: str, found: Imported, least: str) -> Iterator[Figure]:
    yield Figure(what, found.rate, "a s", f">= {least}")
    yield Figure("memory of all processes", found.memory_mb, "MB", "400")
    yield Figure("longest time without a line", found.wait_s, "s", "20")
    yield Figure("the library's size for an article", found.size_kb, "kB", "")


def _compared() -> Iterator[Figure]:
    """Yield what comparing events of growing size takes."""
    for size, goals in COMPARED.items():
        parts = (f"the comparison of {size} articles", "the same with all details")
        for what, took, goal in zip(parts, compare_event(size), goals, strict=True):
            yield Figure(what, took, "s", goal)


def _grouped() -> Iterator[Figure]:
    """Yield what grouping libraries of growing size takes, each in a process of its own."""
    for size, goals in _GROUPED.items():
        took, memory = _run([sys.executable, "-c", _GROUPING_RUN, str(size)])
        yield Figure(f"{size:,} articles grouped from nothing", took, "s", goals[0])
        yield Figure("memory of that process", memory, "MB", goals[1])


def _cpu_s(work: Callable[[], object]) -> float:
    gc.collect()
    began = time.process_time()
    work()
    return time.process_time() - began


def _one_article_s(articles: Sequence[Article]) -> float:
    lexicons = load_lexicons()
    return median(
        _cpu_s(lambda article=article: analyze_article(article, lexicons))
        for article in articles[:_ONE_ARTICLE_RUNS]
    )


def _growth() -> Iterator[Figure]:
    """Yield what 1,000 characters take in texts of growing length: it should stay the same."""
    lexicons = load_lexicons()
    for length in _GROWTH:
        article = Article("long", make_text(length))
        took = _cpu_s(lambda article=article: analyze_article(article, lexicons, redraws=0))
        what = f"1,000 characters of a text of {length // 1000:,} kB"
        yield Figure(
            what, 1000 * took / (length / 1000), "ms", "as above" if length > 50_000 else ""
        )


def _start_s() -> float:
    command = [sys.executable, "-m", "desktop", "analyze", "-"]
    return min(_children_s(command) for _ in range(_STARTS))


def _children_s(command: Sequence[str]) -> float:
    """Return the CPU time of a process that reads nothing."""
    before = os.times()
    _run(command)
    after = os.times()
    return (after.children_user + after.children_system) - (
        before.children_user + before.children_system
    )


def _lexicons_s() -> float:
    return _run([sys.executable, "-c", _LEXICONS])[0]


def _run(command: Sequence[str], text: str = "") -> list[float]:
    """Run a command with a text as its input and return the numbers that it prints."""
    with TemporaryFile("w+", encoding="utf-8") as given, TemporaryFile("w+") as answer:
        given.write(text)
        given.seek(0)
        subprocess.run(command, stdin=given, stdout=answer, check=True)
        answer.seek(0)
        return [float(number) for number in answer.read().split()]


def profile(count: int, lines: int) -> None:
    """Print the functions that take most of the analysis' time, themselves and in all."""
    lexicons, articles = load_lexicons(), make_articles(count)
    watch = cProfile.Profile()
    watch.enable()
    for article in articles:
        analyze_article(article, lexicons, redraws=0)
    group_articles(articles, lexicons)
    watch.disable()
    for order in ("tottime", "cumulative"):
        pstats.Stats(watch, stream=sys.stdout).strip_dirs().sort_stats(order).print_stats(lines)


def main() -> int:
    """Measure and write a table, or profile."""
    gc.set_threshold(100_000, 50, 1_000)  # as the command does
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000, help="how many articles to make up")
    parser.add_argument("--profile", type=int, metavar="LINES", help="list where the time goes")
    parser.add_argument(
        "--placed", type=int, action="append", metavar="N", help="add one to a library of N"
    )
    parser.add_argument(
        "--imported", type=int, action="append", metavar="N", help="import N text files"
    )
    parser.add_argument("--json", action="store_true", help="write the figures as one JSON line")
    options = parser.parse_args()
    if options.profile:
        profile(options.articles, options.profile)
        return 0
    figures: list[Figure] = []
    if not options.json:
        sys.stdout.write(f"{'measured':44} {'took':>9}     {'goal':>8}\n")
    for figure in measure(
        options.articles, options.placed or _LIBRARIES, options.imported or SIZES
    ):
        figures.append(figure)
        if not options.json:
            line = f"{figure.what:44} {figure.took:9,.3g} {figure.unit:3} {figure.goal:>8}"
            sys.stdout.write(f"{line.rstrip()}\n")
            sys.stdout.flush()
    if options.json:
        sys.stdout.write(f"{json.dumps({each.what: each.took for each in figures})}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
