import json
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import dateline
from dateline.api import Record, rows_of
from dateline.errors import LedgerError, LedgerReadOnly, LedgerUnreachable, UsageError
from dateline.model.claims import Reading
from dateline.model.incidents import Incident

TEXT = "Drones struck a fuel depot in the Poltava region on Wednesday, the governor, Ann Example, said. No one was hurt, she said."
OTHER = (
    "Missiles hit a school in the Sumy region on Wednesday, police said. Two people were killed."
)
HEAVY = ("sqlalchemy", "trafilatura", "feedparser", "pyarrow", "pandas", "datasketch", "click")


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(f"Date: 2021-05-12\nOutlet: Post\n\n{TEXT}", "utf-8")
    (folder / "b.txt").write_text(f"Date: 2021-05-12\nOutlet: Wire\n\n{OTHER}", "utf-8")
    (folder / "c.txt").touch()
    return folder


@pytest.fixture
def desk(tmp_path: Path, reports: Path) -> Path:
    path = tmp_path / "desk.db"
    with dateline.open(path) as record:
        record.add([reports])
    return path


def test_the_public_names_are_these() -> None:
    assert dateline.__all__ == sorted(dateline.__all__)
    assert dateline.__all__ == [
        "ClaimFilter",
        "DatelineError",
        "IncidentFilter",
        "LoadOptions",
        "PositionFilter",
        "Record",
        "__version__",
        "open",
        "read",
    ]
    for name in dateline.__all__:
        assert getattr(dateline, name) is not None
        assert name in dir(dateline)
    with pytest.raises(AttributeError, match="has no attribute 'predict'"):
        getattr(dateline, "predict")  # noqa: B009 -- mypy knows that there is none


def test_import_pulls_in_nothing_heavy() -> None:
    code = f"import sys, dateline; print([n for n in {HEAVY} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "published", ["2021-05-12", date(2021, 5, 12), datetime(2021, 5, 12, 9, tzinfo=UTC)]
)
def test_a_text_is_read(published: str | date) -> None:
    reading = dateline.read(TEXT, published=published, outlet="Post", title="Depot hit", url="x:y")
    assert isinstance(reading, Reading)
    assert reading.report.published == date(2021, 5, 12)
    (event,) = reading.events
    assert (event.country, event.admin1) == ("Ukraine", "Poltava")
    assert [c.span.of(TEXT) for c in event.claims] == [c.text for c in event.claims]


def test_without_a_date_relative_ones_stay_open() -> None:
    (event,) = dateline.read(TEXT).events
    assert event.dating.interval is None


@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_text_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="the text is empty"):
        dateline.read(text)


@pytest.mark.parametrize("published", ["yesterday", "2021-13-01", ""])
def test_what_is_no_date_is_refused(published: str) -> None:
    with pytest.raises(UsageError, match="give YYYY-MM-DD"):
        dateline.read(TEXT, published=published)


def test_adding_tells_what_became_of_each(desk: Path, reports: Path) -> None:
    with dateline.open(desk) as record:
        steps = record.add([str(reports)])
        assert [s.outcome for s in steps] == ["known", "known", "refused"]
        assert "c.txt" in str(steps[2].error)
        assert [head.name for head in record.reports()] in (["a", "b"], ["b", "a"])
        assert [run.command for run in record.ledger.runs()] == ["api", "api"]


def test_the_record_is_gone_through_as_frozen_values(desk: Path) -> None:
    with dateline.open(desk, read_only=True) as record:
        assert isinstance(record, Record)
        found = list(record.incidents())
        assert all(isinstance(i, Incident) for i in found)
        assert {i.admin1 for i in found} == {"Poltava", "Sumy"}
        assert record.incident(found[0].id[:12]) == found[0]
        assert {row.report.name for row in record.claims()} == {"a", "b"}
        assert list(record.positions()) == []
        assert "Ann Example" in {row.name for row in record.sources()}
        assert record.reading("a").report.text == TEXT
        assert {hit.report.name for hit in record.search("school")} == {"b"}


def test_conditions_narrow_what_is_given(desk: Path) -> None:
    with dateline.open(desk, read_only=True) as record:
        sumy = dateline.IncidentFilter(region="Sumy")
        assert [i.admin1 for i in record.incidents(sumy)] == ["Sumy"]
        ann = dateline.ClaimFilter(source="Ann Example")
        assert {row.claim.source.name for row in record.claims(ann)} == {"Ann Example"}
        assert list(record.positions(dateline.PositionFilter(source="Ann Example"))) == []
        rows = rows_of(record.ledger, sumy)
        assert {row.report.name for row in rows.claims} == {"b"}


def test_tables_are_arrow_and_pandas(desk: Path) -> None:
    with dateline.open(desk, read_only=True) as record:
        incidents, claims = record.table("incidents"), record.table("claims")
        assert record.table("positions").num_rows == 0
        assert len(list(record.claims())) == claims.num_rows
    assert incidents.num_rows == 2
    assert str(incidents.schema.field("date_from").type) == "date32[day]"
    frame = claims.to_pandas()
    killed = frame[frame["field"] == "killed"]
    assert killed["value_low"].tolist() == [2]
    assert set(frame["incident_id"]) == set(incidents.column("id").to_pylist())


def test_another_table_is_refused(desk: Path) -> None:
    with dateline.open(desk) as record, pytest.raises(UsageError, match="incidents, claims"):
        record.table("targets")


def test_exports_are_written(desk: Path, tmp_path: Path) -> None:
    to = tmp_path / "out.jsonl"
    with dateline.open(desk, read_only=True) as record:
        assert record.export("jsonl", to) == 2
        assert record.export("jsonl", to, dateline.IncidentFilter(region="Sumy")) == 1
        with pytest.raises(UsageError, match="no format"):
            record.export("doc", to)
    (line,) = to.read_text("utf-8").splitlines()
    assert json.loads(line)["admin1"] == "Sumy"


def test_a_ledger_opened_for_reading_takes_nothing(desk: Path, reports: Path) -> None:
    with dateline.open(desk, read_only=True) as record, pytest.raises(LedgerReadOnly):
        record.add([reports])


def test_a_ledger_that_is_not_there_is_not_made_for_reading(tmp_path: Path) -> None:
    with pytest.raises(LedgerUnreachable):
        dateline.open(tmp_path / "none.db", read_only=True)
    assert not (tmp_path / "none.db").exists()
    with pytest.raises(LedgerError):
        dateline.open(tmp_path / "none" / "deep.db")
