"""Keep a library of today's version for the tests of later ones: `python -m tests.db.keep`."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from db.engine import SCHEMA_VERSION
from desktop.services import decisions
from desktop.services.analyses import analyze_articles, get_analysis
from desktop.services.articles import ArticleQuery, list_articles
from desktop.services.comparisons import view_event
from desktop.services.event_decisions import keep_in_event
from desktop.services.events import group_library, list_events
from desktop.services.exports import export_articles
from desktop.services.importing import import_files
from desktop.services.libraries import Library, open_library
from desktop.services.maintenance import backup_library

KEPT = Path(__file__).with_name("kept")
_SMALL_PAGE = 512

TEXTS = {
    "harbor-gazette.txt": """Harbor bridge closes after crack is found

By Ann Lee
Harbor Gazette
12 March 2024

The old harbor bridge in Norvale was closed on Tuesday after engineers found a crack in its main \
arch.

"Nobody was in danger at any moment," the mayor, Ida Brandt, said. "We closed it because we were \
careful."

The bridge carries 9,000 cars a day. The closure is a disaster for the shops on the east bank, \
traders complained.
""",
    "norvale-post.txt": """Mayor slammed as bridge shuts without warning

Norvale Post
March 13, 2024

Furious shopkeepers slammed Mayor Ida Brandt after the harbor bridge in Norvale was shut without \
warning on Tuesday.

Engineers found a crack in the main arch. Some 9,000 cars a day must now take the long way \
through the hills.

"We closed it because we were careful," Brandt claimed.
""",
    "zeitung.txt": """Risse in der Hafenbrücke: Norvale sperrt die Überfahrt

Die Hafenbrücke in Norvale ist seit Dienstag gesperrt. Fachleute fanden einen Riss im \
Hauptbogen, teilte die Stadt mit – „niemand war in Gefahr“, sagte Bürgermeisterin Ida Brandt.

Täglich fahren 9000 Autos über die Brücke. 🌉 Wie lange sie gesperrt bleibt, ist offen.
""",
    "weather.txt": """Ten dry days end with rain in the hills

Rain fell in the hills above Norvale on Friday after ten dry days, the weather service said.

Farmers had asked for water for their fields. The river rose by four centimeters.
""",
    "page.html": """<!DOCTYPE html><html lang="en">
<head><title>Bridge to stay shut for a month</title>
<meta property="og:site_name" content="East Bank Times"><meta name="author" content="Tom Okafor">
<meta property="article:published_time" content="2024-03-14T08:30:00+01:00">
<link rel="canonical" href="https://eastbank.example/bridge"></head>
<body><article><h1>Bridge to stay shut for a month</h1>
<p>The harbor bridge in Norvale will stay shut for at least a month, the city said on Thursday,
after a crack was found in the main arch of the bridge.</p>
<p>Engineers want to weld steel plates over the crack. The work will cost 400,000 crowns, Mayor
Ida Brandt told the council.</p>
<p>Traders on the east bank asked for help with their rents until the bridge is open again.</p>
</article></body></html>
""",
    "sources.csv": """file,outlet,author,published,url
weather.txt,Hill Radio,,2024-03-15,https://hillradio.example/rain
""",
}


def fill(library: Library, folder: Path) -> None:
    """Import the texts and decide something of most kinds about them."""
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    for _step in (
        *import_files(library, [folder]),
        *analyze_articles(library),
        *group_library(library),
    ):
        pass
    ids = {row.source_name: row.id for row in list_articles(library, ArticleQuery())}
    post, zeitung = ids["norvale-post.txt"], ids["zeitung.txt"]
    for event in list_events(library)[:1]:
        decisions.rename_event(library, event.id, "The bridge at Norvale")
        keep_in_event(library, event.id, [zeitung])
    decisions.ignore_wording(library, post, get_analysis(library, post).loaded[0].span)
    decisions.edit_field(library, zeitung, "outlet", "Norvaler Zeitung")
    decisions.edit_field(library, zeitung, "published", "2024-03-13T06:00+01:00")
    decisions.trash_articles(library, [ids["weather.txt"]])
    decisions.edit_field(library, ids["harbor-gazette.txt"], "authors", "Ann Lee; Bo Ray")
    decisions.undo(library)
    for event in list_events(library):
        view_event(library, event.id)


def keep(folder: Path) -> Path:
    """Write a library of this version and its export into a folder; return the library."""
    target = folder / f"schema-{SCHEMA_VERSION}.db"
    with tempfile.TemporaryDirectory(prefix="keep-") as name:
        room = Path(name)
        (room / "files").mkdir()
        library = open_library(room / "Kept.crosslight", create=True)
        try:
            fill(library, room / "files")
            backup_library(library, target)
            lines = [json.dumps(asdict(entry)) for entry in export_articles(library)]
        finally:
            library.close()
    with closing(sqlite3.connect(target)) as connection:
        connection.execute(f"PRAGMA page_size = {_SMALL_PAGE}")
        connection.execute("VACUUM")
    target.with_suffix(".jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return target


if __name__ == "__main__":
    keep(KEPT)
