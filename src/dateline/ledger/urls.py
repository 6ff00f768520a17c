"""Where a ledger is: a path or a database URL, told apart and checked."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from dateline.errors import UsageError

_FORMS = (
    "Give a path (dateline.db), sqlite:///path, or postgresql://user@host/database "
    "(special characters in a password as %40 and the like)."
)
_SECRETS = ("password", "sslpassword")
_DIALECTS = {"sqlite": "sqlite", "postgresql": "postgresql", "postgres": "postgresql"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a ledger is.

    Attributes:
        dialect: ``sqlite`` or ``postgresql``.
        url: for SQLAlchemy; holds the password.
        path: the file; None for a database in memory or on a server.
        shown: fit to show: no password in it.
        secrets: what must never be shown.
    """

    dialect: str
    url: URL
    path: Path | None
    shown: str
    secrets: tuple[str, ...] = ()

    @property
    def in_memory(self) -> bool:
        """Whether it is an SQLite database that ends with the process."""
        return self.dialect == "sqlite" and self.path is None


def parse(url: str | Path) -> Address:
    """The address ``url`` means. A plain path is an SQLite file; ``sqlite://`` is in memory.

    Raises:
        UsageError: if it is a URL of another kind of database or can't be read as one.
    """
    if isinstance(url, Path) or "://" not in url:
        return _file(Path(url))
    scheme = url.partition("://")[0]
    dialect = _DIALECTS.get(scheme.partition("+")[0].lower())
    if dialect is None:
        raise UsageError(f"a ledger can't be kept at {scheme}://… {_FORMS}")
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        # The original message may repeat parts of the password.
        raise UsageError(f"the address {scheme}://… can't be read as a URL. {_FORMS}") from None
    return _sqlite(parsed) if dialect == "sqlite" else _postgresql(parsed)


def _sqlite(parsed: URL) -> Address:
    name = parsed.database
    if parsed.host:
        raise UsageError(
            f"sqlite://{parsed.host}… names a host; a file needs three strokes, "
            f"sqlite:///relative.db, or four, sqlite:////absolute.db."
        )
    if not name or name == ":memory:":
        return Address(dialect="sqlite", url=URL.create("sqlite"), path=None, shown="sqlite://")
    return _file(Path(name))


def _file(path: Path) -> Address:
    if str(path) == ":memory:":
        return Address(dialect="sqlite", url=URL.create("sqlite"), path=None, shown="sqlite://")
    return Address(
        dialect="sqlite", url=URL.create("sqlite", database=str(path)), path=path, shown=str(path)
    )


def _postgresql(parsed: URL) -> Address:
    secrets = [str(parsed.password)] if parsed.password else []
    for name in _SECRETS:
        given = parsed.query.get(name, ())
        secrets += [given] if isinstance(given, str) else list(given)
    shown = parsed.difference_update_query(_SECRETS).set(drivername="postgresql")
    return Address(
        dialect="postgresql",
        url=parsed.set(drivername="postgresql+psycopg"),
        path=None,
        shown=shown.render_as_string(hide_password=True),
        secrets=tuple(secret for secret in secrets if secret),
    )
