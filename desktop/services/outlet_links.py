"""Names of outlets that pages themselves link: the site's address and the name it gives itself."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import DecisionRow, OutletAliasRow, OutletRow
from desktop.core.copies.addresses import site_of
from desktop.services.outlets import find_outlet, outlet_key

FORGET_ALIAS = "forget_alias"


def link_site(session: Session, outlet: OutletRow, url: str) -> None:
    """Make a page's site a name of its outlet, where the site is called as the outlet is.

    "businessinsider.com" is Business Insider beyond doubt; a site of another name may carry many
    outlets. What the user has taken away is not linked again.
    """
    site = site_of(url)
    if not site or not _is_called(site, outlet.name) or find_outlet(session, site) is not None:
        return
    key = outlet_key(site)
    if key != outlet.key and not _was_forgotten(session, key):
        session.add(OutletAliasRow(key=key, name=site, outlet_id=outlet.id))
        session.flush()


def _is_called(site: str, name: str) -> bool:
    letters = "".join(filter(str.isalnum, name.casefold()))
    label = site.partition(".")[0].replace("-", "")
    return len(label) > 2 and label in {letters, letters.removeprefix("the")}


def _was_forgotten(session: Session, key: str) -> bool:
    query = sa.select(DecisionRow.data).where(DecisionRow.kind == FORGET_ALIAS, ~DecisionRow.undone)
    return any(data["alias"]["key"] == key for data in session.scalars(query))
