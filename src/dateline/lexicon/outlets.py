"""Outlets by their domains and names, with their home country."""

from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from dateline.lexicon.tables import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Who publishes news.

    Attributes:
        name: as it calls itself in English.
        country: ISO 3166-1 alpha-2 code of its home.
        domains: what it publishes under.
        also: other names it goes by.
        agency: a wire service whose texts others carry.
    """

    name: str
    country: str
    domains: tuple[str, ...]
    also: tuple[str, ...] = ()
    agency: bool = False


@cache
def outlets() -> tuple[Outlet, ...]:
    """All of them, in the order of the table."""
    return tuple(
        Outlet(
            name=row["name"],
            country=row["country"],
            domains=tuple(row["domains"]),
            also=tuple(row.get("also", ())),
            agency=row.get("agency", False),
        )
        for row in table("outlets")["outlets"]
    )


@cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in outlets() for domain in outlet.domains}


@cache
def _by_name() -> dict[str, Outlet]:
    return {name.casefold(): outlet for outlet in outlets() for name in (outlet.name, *outlet.also)}


def outlet_at(address: str | None) -> Outlet | None:
    """The outlet of a URL or a bare domain ("https://edition.cnn.com/…", "cnn.com").

    The longest listed domain that the host ends with counts; None for a host not listed and for
    what is no address.
    """
    if not address:
        return None
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname
    except ValueError:  # an address such as "http://[" can't be taken apart
        return None
    labels = (host or "").rstrip(".").split(".")
    for start in range(len(labels) - 1):
        found = _by_domain().get(".".join(labels[start:]))
        if found is not None:
            return found
    return None


def outlet_named(name: str | None) -> Outlet | None:
    """The outlet of that name, in any case; a domain given as a name counts too."""
    if not name:
        return None
    return _by_name().get(name.strip().casefold()) or outlet_at(name.strip())


def home_country(outlet: str | None, url: str | None = None) -> str | None:
    """ISO 3166-1 alpha-2 code of an outlet's home, by its name or else its address; None unknown."""
    found = outlet_named(outlet) or outlet_at(url)
    return found.country if found else None
