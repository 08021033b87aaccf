"""`crosslight privacy`: what leaves this machine, what holds readers in, and what was bundled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

import click

from desktop.cli import output
from desktop.cli.options import format_option
from desktop.services.privacy import (
    BundledData,
    IsolationCheck,
    NetworkCount,
    check_isolation,
    count_network,
    list_bundled,
)

NOT_REFUSED = 1


@click.command("privacy")
@format_option("text", "jsonl")
@click.pass_context
def privacy_command(context: click.Context, kind: str) -> None:
    """Say what the program tried on networks, and have a reader try what it may not do.

    Exit code 1: something that the reader tried was not refused.
    """
    check, network, bundled = check_isolation(), count_network(), list_bundled()
    if kind == "jsonl":
        output.write_json(
            {
                "network": asdict(network),
                "isolation": [asdict(each) for each in check.means],
                "trials": [asdict(each) for each in check.trials],
                "bundled": [asdict(each) for each in bundled],
            }
        )
    else:
        for line in _lines(check, network, bundled):
            output.write_line(line)
    if not check.is_tight:
        context.exit(NOT_REFUSED)


def _lines(
    check: IsolationCheck, network: NetworkCount, bundled: tuple[BundledData, ...]
) -> Iterator[str]:
    yield f"Attempts to reach a network since this start: {network.tried}"
    if network.open_now is not None:
        yield f"Sockets to a network that are open now: {network.open_now}"
    yield ""
    yield "What this system does while a file is read:"
    for state in check.means:
        yield f"  {'yes' if state.in_force else 'no ':3}  {state.words}"
    yield ""
    yield "What a reader tried just now:"
    for trial in check.trials:
        result = "refused" if trial.refused else "NOT REFUSED"
        yield f"  {trial.words}: {result} ({trial.answer})"
    yield ""
    yield "Data that came with the program:"
    for data in bundled:
        yield f"  {data.size / 1000:8.0f} kB  {data.name} ({data.license})"
