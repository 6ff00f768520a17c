from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

import pytest

from dateline.errors import LedgerError, ReportError, ResourceError, Where
from dateline.incidents.record import stamp
from dateline.ledger.store import Ledger
from dateline.model.claims import Reading
from dateline.model.reports import Provenance, Report, make_report
from dateline.model.runs import Run
from dateline.pipeline import adding, reading
from dateline.pipeline.adding import Step, Tally, add_reports, link
from dateline.pipeline.reading import STAGES, read_report, reader_name, try_report
from dateline.places.memory import MemoryGazetteer
from dateline.views.incidents import incidents
from tests.factory import place

ARVANY = MemoryGazetteer([place()])
LONG = (
    "Drones struck a fuel depot in Arvany on Wednesday and set fire to two of its tanks, the governor, Ilan Torv, said. "
    "No one was hurt, he added, and the fire was put out by the early afternoon after six hours of work by forty firemen."
)


def told(name: str, text: str = LONG, published: date | None = date(2021, 5, 12)) -> Report:
    provenance = Provenance(path="in/all.jsonl", line=3, format="jsonl")
    return make_report(
        text, name=name, provenance=provenance, published=published, outlet=f"{name} news"
    )


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open("sqlite://") as store:
        store.begin_run(
            Run(
                id="run",
                started_at=datetime(2031, 6, 1, tzinfo=UTC),
                code_version="0",
                lexicon_hash="0",
                reader="test",
            )
        )
        yield store


def add(ledger: Ledger, *items: Report | ReportError) -> list[Step]:
    return list(add_reports(ledger, items, run_id="run", gazetteer=ARVANY))


def test_a_report_is_read_stage_by_stage() -> None:
    seen: list[str] = []

    @contextmanager
    def watch(stage: str) -> Iterator[None]:
        seen.append(stage)
        yield

    reading = read_report(told("a"), gazetteer=ARVANY, watch=watch)
    assert tuple(seen) == tuple(stage for stage in STAGES if stage != "encoder")
    assert reading.reader == reader_name()
    assert [p.text for event in reading.events for p in event.places] == ["Arvany"]


def test_every_span_holds_its_words() -> None:
    reading = read_report(told("a"), gazetteer=ARVANY)
    claims = [claim for event in reading.events for claim in event.claims]
    assert claims
    assert [c.span.of(LONG) for c in claims] == [c.text for c in claims]


def test_the_same_report_is_added_once(ledger: Ledger) -> None:
    assert [s.outcome for s in add(ledger, told("a"), told("a"))] == ["added", "known"]
    assert [s.outcome for s in add(ledger, told("a"))] == ["known"]


def test_a_newer_reader_reads_again(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    add(ledger, told("a"))
    for module in (adding, reading):
        monkeypatch.setattr(module, "reader_name", lambda _encoder: "rules 99 new")
    (step,) = add(ledger, told("a"))
    assert step.outcome == "read again"
    assert len(ledger.readings_of(told("a").id)) == 2


def test_a_copy_names_what_it_copies(ledger: Ledger) -> None:
    first, second = add(ledger, told("a"), told("b", f"{LONG} Reporting by others."))
    assert first.copies == ()
    assert second.copies == (told("a").id,)


def test_an_undated_report_is_kept_with_a_warning(ledger: Ledger) -> None:
    (step,) = add(ledger, told("a", published=None))
    assert step.outcome == "added"
    assert any("no publication date" in warning for warning in step.warnings)


def test_what_could_not_be_loaded_is_passed_over(ledger: Ledger) -> None:
    error = ReportError(Where("x.txt"), "the file is empty.")
    steps = add(ledger, error, told("a"))
    assert [(s.outcome, s.error) for s in steps] == [("refused", error), ("added", None)]
    tally = Tally()
    for step in steps:
        tally.add(step)
    assert tally.counts == {"refused": 1, "added": 1}


def test_a_fault_of_the_reader_refuses_one_report(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(report: Report, **more: object) -> Reading:
        if report.name == "b":
            raise IndexError("deep inside")
        return read_report(report, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "read_report", faulty)
    steps = add(ledger, told("a"), told("b", "Other words."), told("c", "More words."))
    assert [s.outcome for s in steps] == ["added", "refused", "added"]
    error = steps[1].error
    assert isinstance(error, ReportError)
    assert str(error) == (
        "in/all.jsonl:3: the reader failed on report 'b' (IndexError: deep inside). "
        "That is a bug in Dateline: please report it, with this line. Other reports are not affected."
    )


def test_a_broken_gazetteer_stops_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> Reading:
        raise ResourceError("the gazetteer is broken")

    monkeypatch.setattr(reading, "read_report", broken)
    with pytest.raises(ResourceError):
        try_report(told("a"))


def test_a_failing_ledger_is_no_fault_of_the_report(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise LedgerError("the disk is full")

    monkeypatch.setattr(Ledger, "append", full)
    with pytest.raises(LedgerError):
        add(ledger, told("a"))


def test_links_are_kept_until_something_new_comes(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(ledger, told("a"))
    assert link(ledger) == len(incidents(ledger)) == 1
    _, mark = ledger.clusters()
    assert mark == stamp(ledger.watermark())
    monkeypatch.setattr(adding, "all_incidents", None)
    assert link(ledger) == 1
    monkeypatch.undo()
    add(ledger, told("c", "Missiles hit a school in Zell on Monday, police said."))
    assert link(ledger) == len(incidents(ledger)) == 2
