"""``dateline doctor``."""

import importlib.metadata
import platform
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import date

import click
from rich.text import Text

from dateline import __version__
from dateline.cli import UNSOUND
from dateline.cli.options import json_option, ledger_option
from dateline.cli.output import console, print_json, table
from dateline.errors import DatelineError, ResourceError
from dateline.ledger.store import Ledger
from dateline.ledger.urls import parse
from dateline.lexicon.tables import lexicon_hash
from dateline.model.reports import Provenance, make_report
from dateline.pipeline.reading import read_report
from dateline.places.gazetteer import Gazetteer
from dateline.places.store import open_gazetteer
from dateline.settings import Settings

_OPTIONAL = {
    "psycopg": "PostgreSQL ledgers: pip install 'dateline[postgres]'",
    "pandas": "data frames: pip install 'dateline[pandas]'",
}
_PROBE = "A drone hit an oil depot in the Kharkiv region on Monday, regional officials said. No one was hurt."


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: whether it is sound, and what was found or what to do."""

    name: str
    ok: bool
    found: str


@click.command("doctor")
@ledger_option
@json_option
def command(settings: Settings, *, as_json: bool) -> None:
    """Check that everything Dateline needs is here and sound.

    Looks at the installation, the tables, the gazetteer (built on first use), the reader, the database and the ledger, and says what
    to do about what is amiss. The exit code is 5 if anything is. A ledger that is not there yet is not amiss.

    \b
    Examples:
      dateline doctor
      dateline doctor --ledger postgresql://localhost/desk
    """
    checks = tuple(_checks(settings))
    if as_json:
        print_json([asdict(check) for check in checks])
    else:
        rows = (
            (
                Text("ok" if c.ok else "AMISS", style="green" if c.ok else "bold red"),
                c.name,
                c.found,
            )
            for c in checks
        )
        console().print(table(("", "what", "found"), rows))
    if not all(check.ok for check in checks):
        raise click.exceptions.Exit(UNSOUND)


def _checks(settings: Settings) -> Iterator[Check]:
    yield Check(
        "dateline",
        ok=True,
        found=f"{__version__} on Python {platform.python_version()} ({sys.platform})",
    )
    yield _try("tables", lambda: f"lexicon {lexicon_hash()}")
    yield _try("gazetteer", lambda: _gazetteer(settings))
    yield _try("reader", lambda: _reader(open_gazetteer(settings.gazetteer)))
    yield _try("database", _database)
    yield _try("ledger", lambda: _ledger(settings))
    for name, use in _OPTIONAL.items():
        yield Check(f"optional: {name}", ok=True, found=_version(name) or f"not installed; {use}")


def _try(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name, ok=True, found=look())
    except (DatelineError, OSError) as error:
        return Check(name, ok=False, found=str(error))


def _gazetteer(settings: Settings) -> str:
    kyiv = open_gazetteer(settings.gazetteer).lookup("Kyiv")
    if not kyiv:
        raise ResourceError(
            "the gazetteer does not know Kyiv; delete its file and run doctor again"
        )
    return f"knows {kyiv[0].name}, {kyiv[0].country_name}"


def _reader(gazetteer: Gazetteer) -> str:
    report = make_report(
        _PROBE,
        name="probe",
        provenance=Provenance(path="-", format="api"),
        published=date(2024, 5, 1),
    )
    reading = read_report(report, gazetteer=gazetteer)
    if len(reading.events) != 1 or not reading.attributions:
        raise ResourceError(
            f"the reader found {len(reading.events)} events in a sentence that tells of one; reinstall dateline"
        )
    event = reading.events[0]
    return f"reads a probe: {event.type.value} in {event.admin1}, {len(event.claims)} claims"


def _database() -> str:
    with closing(sqlite3.connect(":memory:")) as connection:
        found = connection.execute("SELECT sqlite_compileoption_used('ENABLE_FTS5')").fetchone()
    if not found or not found[0]:
        raise ResourceError(
            "this Python's SQLite has no full text search (FTS5); use another Python, or a PostgreSQL ledger"
        )
    return f"SQLite {sqlite3.sqlite_version} with full text search"


def _ledger(settings: Settings) -> str:
    path = parse(settings.ledger).path
    if path is not None and not path.exists():
        return f"none at {path} yet; dateline add makes one"
    with Ledger.open(settings.ledger, create=False, read_only=True) as store:
        counts = asdict(store.counts())
        return f"{store.shown}: " + ", ".join(f"{count} {name}" for name, count in counts.items())


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None
