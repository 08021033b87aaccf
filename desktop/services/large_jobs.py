"""Jobs where they disturb least: small ones here, large ones in a process of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from desktop.ingest.folders import find_files
from desktop.ingest.reading import FileReader
from desktop.services.analyses import analyze_articles, count_unanalyzed
from desktop.services.apart import Apart
from desktop.services.events import group_library
from desktop.services.export_formats import ExportFormat
from desktop.services.exporting import ExportChoice, count_live, export_file
from desktop.services.jobs import import_as_job
from desktop.services.libraries import Library
from desktop.services.progress import Progress

# From here on the start of a process costs less than what the window would lose.
_MANY_FILES, _MANY_TO_ANALYZE, _MANY_TO_GROUP, _MANY_TO_EXPORT = 30, 12, 150, 150


class LargeJobs:
    """Does jobs on libraries; the process for large ones runs until `rest` or `close`."""

    def __init__(self) -> None:
        self._apart = Apart()

    def import_files(
        self,
        library: Library,
        job_id: str,
        paths: Sequence[Path],
        *,
        reader: FileReader | None = None,
    ) -> Iterator[Progress]:
        """Import files as a job that goes on after a restart.

        Raises:
            CrosslightError: As `import_files` of the service does.
        """
        if library.path is None or not _are_many(paths):
            return import_as_job(library, job_id, paths, reader=reader)
        if reader is not None:
            reader.close()
        arguments = {"id": job_id, "paths": [str(path) for path in paths]}
        return self._apart.run(library, "import", {**arguments, "notes_duplicates": True})

    def analyze(self, library: Library) -> Iterator[Progress]:
        """Analyze the articles that have no current analysis."""
        if library.path is None or count_unanalyzed(library) < _MANY_TO_ANALYZE:
            return analyze_articles(library)
        return self._apart.run(library, "analyze", {})

    def group(self, library: Library) -> Iterator[Progress]:
        """Group the articles into events."""
        if library.path is None or count_live(library) < _MANY_TO_GROUP:
            return group_library(library)
        return self._apart.run(library, "group", {})

    def export(
        self, library: Library, target: Path, form: ExportFormat, choice: ExportChoice
    ) -> Iterator[Progress]:
        """Write articles to a file.

        Raises:
            CrosslightError: As `export_file` does.
        """
        few = choice.ids is not None and len(choice.ids) < _MANY_TO_EXPORT
        if library.path is None or few or count_live(library) < _MANY_TO_EXPORT:
            return export_file(library, target, form, choice)
        arguments = {"target": str(target), "form": form.value, "choice": choice.to_plain()}
        return self._apart.run(library, "export", arguments)

    def close(self) -> None:
        """End the process; the next large job starts another."""
        self._apart.close()


def _are_many(paths: Sequence[Path]) -> bool:
    return sum(1 for _file in islice(find_files(paths), _MANY_FILES)) == _MANY_FILES
