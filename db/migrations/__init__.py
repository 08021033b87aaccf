"""The steps from each version of the tables to the next, run on opening a library."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa


def upgrade(connection: sa.Connection, to: str = "head") -> None:
    """Bring the tables of an open connection to a version, inside its transaction.

    Args:
        connection: The connection, in its transaction.
        to: The revision; the newest if it is left out.
    """
    # Alembic takes a tenth of a second to load and most openings do not need it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, to)
