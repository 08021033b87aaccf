"""The demo: the samples compared without a display, as a table, a report and pictures."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from desktop.core.model.analyses import Rate
from desktop.services.analyses import analyze_articles
from desktop.services.comparisons import view_event
from desktop.services.events import group_library, list_events
from desktop.services.importing import import_files, summarize
from desktop.services.libraries import Library, create_library, sample_articles
from desktop.services.progress import Progress
from desktop.services.views import EventView
from desktop.ui.garbage import Collector
from desktop.ui.palettes import DARK, LIGHT
from desktop.ui.session import Session
from desktop.ui.style import apply_style
from desktop.ui.theme import theme
from desktop.ui.windows.appearance import Appearance
from desktop.ui.windows.desk import Desk
from desktop.ui.windows.main import ARTICLE, CHARTS, COMPARE, DIFF, LIBRARY, REPORT, MainWindow
from desktop.ui.words import no_rate

_FOLDER, _SIZE = Path("build/demo"), (1440, 900)
_PATIENCE_S = 120.0
_PICTURES = (
    ("library-light", LIBRARY, LIGHT),
    ("article-light", ARTICLE, LIGHT),
    ("compare-light", COMPARE, LIGHT),
    ("diff-light", DIFF, LIGHT),
    ("charts-light", CHARTS, LIGHT),
    ("report-light", REPORT, LIGHT),
    ("library-dark", LIBRARY, DARK),
    ("compare-dark", COMPARE, DARK),
)


def run(arguments: list[str], app: QApplication) -> int:
    """Run the demo into a folder and return the exit code."""
    parser = argparse.ArgumentParser(prog="crosslight demo", description=__doc__)
    parser.add_argument("--to", type=Path, default=_FOLDER, metavar="FOLDER", help="where to write")
    folder: Path = parser.parse_args(arguments).to.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(_say)
    collector = Collector(app)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".demo-") as place:
        path = Path(place) / "Samples.crosslight"
        library = create_library(path)
        view = _compare_samples(library)
        library.close()
        sys.stdout.write(to_table(view))
        written = list(_paint(app, folder, path, view.comparison.ranks[0][0]))
    sys.stdout.write("\nWritten:\n" + "".join(f"  {path}\n" for path in written))
    collector.close()
    return 0


def _compare_samples(library: Library) -> EventView:
    outcomes = [step.outcome for step in import_files(library, sample_articles())]
    summary = summarize(outcome for outcome in outcomes if outcome is not None)
    _take(analyze_articles(library))
    _take(group_library(library))
    events = list_events(library)
    sys.stdout.write(f"Samples: {summary.text}; {len(events)} event found.\n\n")
    return view_event(library, events[0].id)


def _say(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    # Without a display Qt repeats this for each window that has a smallest size.
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")


def _take(steps: Iterable[Progress]) -> None:
    for _step in steps:
        pass


def to_table(view: EventView) -> str:
    """Return an event's outlets as a table in plain text, and its findings below."""
    heads = ("Outlet", "Words", "Own voice, loaded", "per 100 (95 % range)", "Quoted", "per 100")
    rows: list[tuple[str, ...]] = [heads]
    for article, analysis in zip(view.articles, view.analyses, strict=True):
        own, quoted = analysis.own.loaded, analysis.quoted.loaded
        rows.append(
            (
                article.outlet or "Outlet not stated",
                f"{analysis.ledger.total}",
                f"{own.count} in {own.words} words",
                _rate(own),
                f"{quoted.count} in {quoted.words} words",
                _rate(quoted),
            )
        )
    widths = [max(len(row[nth]) for row in rows) for nth in range(len(heads))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    lines.insert(1, "  ".join("─" * width for width in widths))
    found = [f"  {n}. {f.title}: {f.text}" for n, f in enumerate(view.comparison.findings, start=1)]
    return "\n".join([view.label, "", *lines, "", "What differs:", *found]) + "\n"


def _rate(rate: Rate) -> str:
    if rate.value is None:
        return no_rate(rate)
    if rate.low is None or rate.high is None:
        return f"{rate.value:.1f}"
    return f"{rate.value:.1f} ({rate.low:.1f} to {rate.high:.1f})"


def _paint(app: QApplication, folder: Path, library: Path, article: str) -> Iterable[Path]:
    """Open a window on the library with an article, write the report and a picture of each view."""
    session = Session(library.with_name("window.ini"))
    appearance = Appearance(app, session, LIGHT)
    window = MainWindow()
    window.resize(*_SIZE)
    desk = Desk(window, session, appearance)
    window.show()
    desk.start(str(library), [], sample=False)
    wait_until(app, lambda: not desk.is_busy and desk.reading.shown is not None)
    window.library.list.choose([article])
    wait_until(app, lambda: not desk.is_busy and _is_shown(desk, article))
    window.show_page(REPORT)
    wait_until(app, lambda: not desk.is_busy and desk.pages.report.document is not None)
    yield from desk.paper.save(folder / "report.pdf")
    for name, page, look in _PICTURES:
        theme().use(look)
        apply_style(app)
        desk.pages.selection.clear()
        window.show_page(page)
        wait_until(app, lambda: not desk.is_busy)
        path = folder / f"{name}.png"
        window.grab().save(str(path))
        yield path
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _is_shown(desk: Desk, article: str) -> bool:
    shown = desk.reading.shown
    return shown is not None and shown.article.id == article


def wait_until(app: QApplication, is_done: Callable[[], bool]) -> None:
    """Let the window work until something holds in three looks running.

    Raises:
        TimeoutError: It did not hold within two minutes.
    """
    end, calm = time.monotonic() + _PATIENCE_S, 0
    while calm < 3:
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        calm = calm + 1 if is_done() else 0
        if time.monotonic() > end:
            raise TimeoutError
