import hashlib
from typing import Any

import pytest

from dateline.ledger import schema
from dateline.ledger.rows import reading_rows, report_row
from dateline.model.claims import OUTLET, Source
from dateline.model.vocab import Field, SourceKind
from tests.ledger import factory


def test_a_report_row_holds_the_hash_of_its_text() -> None:
    report = factory.reading().report
    row = report_row(report, (1,))
    assert row["text_sha256"] == hashlib.sha256(report.text.encode()).hexdigest()
    assert row["provenance"] == {
        "path": "reports.jsonl",
        "member": None,
        "line": 1,
        "format": "jsonl",
    }


def test_all_tables_of_a_reading_have_rows() -> None:
    rows = reading_rows(factory.reading())
    assert {name: len(found) for name, found in rows.items()} == {
        "sources": 1,
        "attributions": 1,
        "events": 1,
        "event_arguments": 4,
        "claims": 3,
        "positions": 1,
        "not_incidents": 1,
    }
    assert set(rows) <= set(schema.metadata.tables)


def test_the_last_day_is_included() -> None:
    row = reading_rows(factory.reading())["events"][0]
    assert (row["date_from"].isoformat(), row["date_to"].isoformat()) == (
        "2031-05-03",
        "2031-05-04",
    )


def test_a_resolved_place_is_kept_with_its_id() -> None:
    row = reading_rows(factory.reading())["event_arguments"][0]
    assert (row["role"], row["value"], row["place_id"]) == ("place", "Vellmar", "dateline:1")


def test_a_speaker_nobody_listed_is_kept_apart() -> None:
    unlisted = Source(name="a fisherman", kind=SourceKind.ANONYMOUS)
    reading = factory.reading()
    claims = (factory.claim(Field.INJURED, value=3, source=unlisted),)
    event = type(reading.events[0])(
        key="A",
        trigger="hit",
        trigger_span=reading.events[0].trigger_span,
        type=reading.events[0].type,
        stage=reading.events[0].stage,
        claims=claims,
    )
    rows = reading_rows(type(reading)(report=reading.report, reader="x", events=(event,)))
    assert [(row["name"], row["listed"]) for row in rows["sources"]] == [("a fisherman", False)]
    assert rows["claims"][0]["source_n"] == 0


@pytest.mark.parametrize(
    ("value", "text", "low", "high"),
    [
        (None, None, None, None),
        (True, "true", None, None),
        (False, "false", None, None),
        (7, "7", 7, 7),
        ((5, None), "5+", 5, None),
        ((None, 30), "0-30", None, 30),
        ((5, 7), "5-7", 5, 7),
        ((None, None), None, None, None),
        ("fire", "fire", None, None),
        (10**30, "1" + "0" * 30, None, None),
    ],
)
def test_a_value_is_printed_and_bounded(value: Any, text: Any, low: Any, high: Any) -> None:
    reading = factory.reading()
    claim = factory.claim(Field.KILLED, value=value, source=OUTLET)
    first = reading.events[0]
    event = type(first)(
        key="A",
        trigger="hit",
        trigger_span=first.trigger_span,
        type=first.type,
        stage=first.stage,
        claims=(claim,),
    )
    row = reading_rows(type(reading)(report=reading.report, reader="x", events=(event,)))["claims"][
        0
    ]
    assert (row["value_text"], row["value_low"], row["value_high"]) == (text, low, high)
