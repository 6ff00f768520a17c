from pathlib import Path
from typing import Any

import pytest

from dateline.errors import UsageError
from dateline.ledger.urls import parse


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ("dateline.db", "dateline.db"),
        (Path("a b/dateline.db"), "a b/dateline.db"),
        ("sqlite:///data/dateline.db", "data/dateline.db"),
        ("sqlite:////var/dateline.db", "/var/dateline.db"),
        ("100%.db", "100%.db"),
    ],
)
def test_a_path_is_an_sqlite_file(given: Any, path: Any) -> None:
    address = parse(given)
    assert address.dialect == "sqlite"
    assert address.path == Path(path)
    assert address.shown == path


@pytest.mark.parametrize("given", ["sqlite://", "sqlite:///:memory:", ":memory:"])
def test_no_path_is_memory(given: Any) -> None:
    address = parse(given)
    assert address.in_memory
    assert address.shown == "sqlite://"


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg2"])
def test_postgresql_is_spoken_by_psycopg_3(scheme: Any) -> None:
    address = parse(f"{scheme}://ann@db.example:5433/news")
    assert address.dialect == "postgresql"
    assert address.path is None
    assert address.url.drivername == "postgresql+psycopg"
    assert address.shown == "postgresql://ann@db.example:5433/news"


@pytest.mark.parametrize(
    "given",
    ["postgresql://ann:s3cret@db/news", "postgresql://db/news?user=ann&password=s3cret&x=y"],
)
def test_a_password_is_never_shown(given: Any) -> None:
    address = parse(given)
    assert "s3cret" in address.secrets
    assert "s3cret" not in address.shown


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("mysql://host/db", "can't be kept at mysql://"),
        ("postgresql://ann:s3cret@db:port/news", "can't be read as a URL"),
        ("sqlite://dateline.db", "three strokes"),
    ],
)
def test_what_is_no_address_says_what_is(given: Any, says: Any) -> None:
    with pytest.raises(UsageError, match=says) as caught:
        parse(given)
    assert "s3cret" not in str(caught.value)
    assert caught.value.__cause__ is None
