"""`crosslight profile`: how outlets differ from the others in the events that they share."""

from __future__ import annotations

import json

import click

from desktop.cli import output
from desktop.cli.options import format_option, library_option, opened_library, to_text
from desktop.core.model.profiles import UNITS, ProfileRow


@click.command("profile")
@click.argument("outlet", required=False)
@library_option
@format_option("text", "json", "jsonl")
def profile_command(outlet: str | None, library: str | None, kind: str) -> None:
    """Say how an OUTLET, or each one, usually differs from the others in the same events.

    A profile describes wording in these events. It is no position, and it says nothing about what
    the outlet did not write about.
    """
    from desktop.services.profiles import profile_library, profile_record

    name = to_text(outlet) if outlet else None
    with opened_library(library) as opened:
        profiles = profile_library(opened, name)
    if kind == "json":
        output.write_line(json.dumps([profile_record(each) for each in profiles], indent=1))
    elif kind == "jsonl":
        for profile in profiles:
            output.write_json(profile_record(profile))
    else:
        for profile in profiles:
            events = "event" if profile.events == 1 else "events"
            output.write_line(f"{profile.outlet}  {profile.events} {events} shared")
            for row in profile.rows:
                what = f"  {row.measure.value}, {UNITS[row.measure]}"
                output.write_line(f"{what:50}  {_difference(row)}")


def _difference(row: ProfileRow) -> str:
    if row.mean is None or row.low is None or row.high is None:
        return row.reason
    where = "outside" if row.low > 0 or row.high < 0 else "inside"
    return (
        f"{row.mean:+.2f}  ({row.low:+.2f} to {row.high:+.2f})"
        f"  {len(row.events)} events, zero is {where}"
    )
