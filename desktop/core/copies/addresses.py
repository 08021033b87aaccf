"""Web addresses: which of them lead to one page, and which pages are of one site."""

from __future__ import annotations

import hashlib
import re

_PARTS = re.compile(
    r"(?:[a-z][a-z0-9+.-]*:)?//(?:[^/?#@]*@)?([^/?#:]+)(?::\d+)?([^?#]*)(?:\?([^#]*))?",
    re.IGNORECASE,
)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")

# What is put behind an address to see where readers come from says nothing of the page.
_TRACKING = re.compile(
    r"(?:utm_|at_|pk_|mc_|hsa_|wt\.|ns_)\w*|(?:fb|g|dcl|ms|y|tw)clid|igshid|cmpid|cmp|ref|ref_?src"
    r"|ref_?url|referrer|src|smid|smtyp|partner|feature|ocid|icid|ito|xtor|share|shared"
    r"|campaign|rss|outputtype|amp|taid|guccounter|guce_\w+|_ga|spm",
    re.IGNORECASE,
)
_FRONT = re.compile(r"(?:(?:www\d*|m|mobile|amp)\.)+")
_AMP_PATH = re.compile(r"/amp(?=/|$)|(?:\.amp)(?=\.html?$|$)")
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)

# Under these endings a site's own name is one label further to the front.
_SECOND_LEVEL = frozenset("ac co com edu gen go gob gouv gov gv mil ne net nic or org".split())

# Here each name before the host, or each path, is another publisher's.
_SHARED_HOSTS = frozenset(
    "archive.is archive.org archive.ph archive.today blogspot.com facebook.com feedburner.com"
    " github.io google.com livejournal.com medium.com msn.com newsbreak.com over-blog.com"
    " smartnews.com substack.com t.co tumblr.com twitter.com typepad.com weebly.com wixsite.com"
    " wordpress.com x.com yahoo.com youtube.com".split()
)


def normal_address(url: str) -> str:
    """Return an address without what does not lead to another page; empty for a site's front page.

    Scheme, port, fragment, tracking and the way to a mobile page are left out.

    >>> normal_address("https://www.example.org/news/a?utm_source=x&id=7#top")
    'example.org/news/a?id=7'
    >>> normal_address("http://example.org/")
    ''
    """
    found = _PARTS.match(url.strip())
    if found is None:
        return ""
    host = _FRONT.sub("", found[1].lower().rstrip("."), count=1)
    path = _INDEX.sub("", _AMP_PATH.sub("", found[2] or "")).rstrip("/")
    given = [part for part in (found[3] or "").split("&") if part]
    kept = sorted(part for part in given if not _TRACKING.fullmatch(part.partition("=")[0]))
    query = f"?{'&'.join(kept)}" if kept else ""
    return f"{host}{path}{query}" if path or query else ""


def site_of(url: str) -> str:
    """Return the site that an address, or a host alone, belongs to; empty where that tells nothing.

    >>> site_of("https://uk.example.co.uk/a"), site_of("edition.example.com"), site_of("The Times")
    ('example.co.uk', 'example.com', '')
    """
    found = _PARTS.match(url.strip())
    host = found[1] if found else url.strip()
    if _HOST.fullmatch(host) is None:
        return ""
    labels = host.lower().rstrip(".").split(".")
    is_longer = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL
    site = ".".join(labels[-3 if is_longer else -2 :])
    return "" if site in _SHARED_HOSTS else site


def address_key(address: str) -> int:
    """Return a number for a normal address; it is below zero, which a run of words never is."""
    digest = hashlib.blake2b(address.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return -(int.from_bytes(digest, "big") >> 1) - 1
