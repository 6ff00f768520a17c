from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from sqlalchemy.dialects import sqlite

from dateline.ledger.columns import Json, Moment, Signature, from_storable, to_storable
from tests.ledger import strategies

DIALECT = sqlite.dialect()


@pytest.mark.law
@given(strategies.words)
def test_any_string_comes_back_and_is_storable(characters: Any) -> None:
    stored = to_storable(characters)
    stored.encode("utf-8")
    assert "\x00" not in stored
    assert from_storable(stored) == characters


def test_ordinary_text_is_stored_as_it_is() -> None:
    assert to_storable("Zürich – 🔥 'quoted'") == "Zürich – 🔥 'quoted'"


def test_a_moment_keeps_its_offset() -> None:
    column = Moment()
    moment = datetime(2031, 5, 4, 23, 30, tzinfo=timezone(timedelta(hours=3)))
    stored = column.process_bind_param(moment, DIALECT)
    assert stored == "2031-05-04T23:30:00+03:00"
    back = column.process_result_value(stored, DIALECT)
    assert back is not None
    assert back.utcoffset() == timedelta(hours=3)
    assert back == moment.astimezone(UTC)


def test_json_is_readable_and_none_is_null() -> None:
    column = Json()
    assert column.process_bind_param({"b": "é", "a": [1, None]}, DIALECT) == (
        '{"a": [1, null], "b": "é"}'
    )
    assert column.process_bind_param(None, DIALECT) is None


def test_a_signature_is_eight_bytes_a_number() -> None:
    column = Signature()
    stored = column.process_bind_param((1, 2**64 - 1), DIALECT)
    assert stored is not None
    assert len(stored) == 16
    assert column.process_result_value(stored, DIALECT) == (1, 2**64 - 1)


@pytest.mark.parametrize("column", [Json(), Moment(), Signature()])
def test_null_is_none(column: Any) -> None:
    assert column.process_result_value(None, DIALECT) is None
    assert column.process_bind_param(None, DIALECT) is None
