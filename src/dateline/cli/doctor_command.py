"""``dateline doctor``."""

import importlib.metadata
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import date

import click
from rich.text import Text

from dateline import __version__
from dateline.cli import REFUSED
from dateline.cli.options import json_option, ledger_option, settings_from
from dateline.cli.output import console, print_json, table
from dateline.errors import DatelineError
from dateline.ledger.store import Ledger
from dateline.lexicon.tables import lexicon_hash
from dateline.model.reports import Provenance, make_report
from dateline.pipeline import read_report
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
def command(ledger: str | None, *, as_json: bool) -> None:
    """Check that everything Dateline needs is here and sound.

    Looks at the installation, the tables, the gazetteer (built on first use), the reader and the ledger, and says what to do about
    what is amiss. Exits with 1 if anything is.
    """
    checks = tuple(_checks(settings_from(ledger)))
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
        raise click.exceptions.Exit(REFUSED)


def _checks(settings: Settings) -> Iterator[Check]:
    yield Check(
        "dateline",
        ok=True,
        found=f"{__version__} on Python {platform.python_version()} ({sys.platform})",
    )
    yield _try("tables", lambda: f"lexicon {lexicon_hash()}")
    yield _try("gazetteer", lambda: _gazetteer(settings))
    yield _try("reader", _reader)
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
        raise DatelineError(
            "the gazetteer does not know Kyiv; delete its file and run doctor again"
        )
    return f"knows {kyiv[0].name}, {kyiv[0].country_name}"


def _reader() -> str:
    report = make_report(
        _PROBE,
        name="probe",
        provenance=Provenance(path="-", format="api"),
        published=date(2024, 5, 1),
    )
    reading = read_report(report)
    if len(reading.events) != 1 or not reading.attributions:
        raise DatelineError(
            f"the reader found {len(reading.events)} events in a sentence that tells of one; reinstall dateline"
        )
    return f"reads a probe: {reading.events[0].type.value} in {reading.events[0].admin1}, {len(reading.events[0].claims)} claims"


def _ledger(settings: Settings) -> str:
    with Ledger.open(settings.ledger, create=False, read_only=True) as store:
        return ", ".join(f"{count} {name}" for name, count in store.counts().items())


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None
