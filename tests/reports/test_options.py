from datetime import datetime
from typing import Any

import pytest

from dateline.errors import UsageError
from dateline.reports.load import READERS
from dateline.reports.options import DEFAULTS, FORMATS, LoadOptions


def test_every_format_has_a_reader() -> None:
    assert set(READERS) == set(FORMATS)


def test_defaults_are_the_documented_ones() -> None:
    assert (DEFAULTS.max_bytes, DEFAULTS.max_file_bytes) == (20 * 2**20, 2 * 2**30)
    assert dict(DEFAULTS.columns) == {}


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"format": "docx"}, "unknown format 'docx'; allowed: seed, text"),
        ({"columns": {"body": "x"}}, r"unknown fields \['body'\]; allowed: name, text"),
        ({"max_bytes": 0}, "at least 1"),
        ({"now": datetime(2024, 1, 1)}, "time zone"),  # noqa: DTZ001 -- the very mistake
    ],
)
def test_bad_options_are_refused(given: dict[str, Any], found: str) -> None:
    with pytest.raises(UsageError, match=found):
        LoadOptions(**given)
