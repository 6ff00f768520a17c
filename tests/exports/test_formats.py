from io import BytesIO
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.exports.formats import FORMATS, export, write
from dateline.exports.record import Record
from tests.exports.record import record


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_record_gives_the_same_bytes(name: str) -> None:
    first, second = BytesIO(), BytesIO()
    assert write(name, record(), first) == write(name, record(), second) > 0
    assert first.getvalue() == second.getvalue()


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_can_be_written_too(name: str) -> None:
    out = BytesIO()
    assert write(name, Record(), out) == 0


def test_export_writes_a_file(tmp_path: Path) -> None:
    path = tmp_path / "incidents.csv"
    assert export("csv", record(), path) == 3
    assert path.read_bytes().startswith(b"id,date_from,")


def test_an_unknown_format_names_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="csv, claims-csv"):
        export("xlsx", record(), tmp_path / "x")
