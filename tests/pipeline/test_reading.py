from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import count

import pytest

from dateline.errors import ReportError, ResourceError, UsageError, Where
from dateline.ledger.store import Ledger
from dateline.model.claims import Reading
from dateline.model.reports import Report
from dateline.pipeline.adding import add_reports, new_run
from dateline.pipeline.reading import (
    CHUNK,
    STAGES,
    encoder_of,
    read_report,
    read_reports,
    reader_name,
)
from tests.encoder.fake import FakeEncoder, FakeSignals
from tests.pipeline.test_pipeline import ARVANY, told

SEES = {
    "trigger": [("struck", "attack", 0.9)],
    "cue": [("said", "cue", 0.9), ("added", "cue", 0.9)],
}


@pytest.fixture
def encoder() -> FakeEncoder:
    return FakeEncoder(layers=SEES)


def names(found: Iterator[tuple[Report | None, Reading | ReportError | None]]) -> list[str]:
    return [report.name if report is not None else "-" for report, _ in found]


def test_many_are_read_in_order_and_in_chunks(encoder: FakeEncoder) -> None:
    reports = [told(f"r{n}") for n in range(2 * CHUNK + 3)]
    found = list(read_reports(reports, gazetteer=ARVANY, encoder=encoder))
    assert [r.name for r, _ in found if r is not None] == [r.name for r in reports]
    assert encoder.calls == [CHUNK, CHUNK, 3]
    one_by_one = [read_report(r, gazetteer=ARVANY, encoder=encoder) for r in reports[:2]]
    assert [reading for _, reading in found[:2]] == one_by_one


def test_what_could_not_be_loaded_is_handed_on_and_what_is_known_skipped(
    encoder: FakeEncoder,
) -> None:
    broken = ReportError(Where("x.txt"), "broken.", "Mend it.")
    items: list[Report | ReportError] = [told("a"), broken, told("b")]
    found = list(
        read_reports(items, gazetteer=ARVANY, encoder=encoder, skip=lambda r: r.name == "b")
    )
    assert [reading if isinstance(reading, ReportError) else reading is None for _, reading in found] == [
        False, broken, True,
    ]  # fmt: skip


def test_only_the_report_at_fault_is_refused() -> None:
    encoder = FakeEncoder(layers=SEES, refuses="unreadable")
    reports = [told("a"), told("b", "Drones struck Arvany, unreadable."), told("c")]
    found = dict(read_reports(reports, gazetteer=ARVANY, encoder=encoder))
    assert isinstance(found[reports[1]], ReportError)
    assert "cannot encode this" in str(found[reports[1]])
    assert all(isinstance(found[r], Reading) for r in (reports[0], reports[2]))


def test_a_broken_resource_stops_everything(
    monkeypatch: pytest.MonkeyPatch, encoder: FakeEncoder
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ResourceError("no table")

    monkeypatch.setattr("dateline.pipeline.reading.compose", broken)
    with pytest.raises(ResourceError, match="no table"):
        list(read_reports([told("a")], gazetteer=ARVANY, encoder=encoder))


def test_readings_of_both_readers_are_kept_apart(encoder: FakeEncoder) -> None:
    with Ledger.open("sqlite://") as ledger:
        run = new_run("test", encoder)
        ledger.begin_run(run)
        first = [
            s.outcome for s in add_reports(ledger, [told("a")], run_id=run.id, gazetteer=ARVANY)
        ]
        again = [
            s.outcome
            for _ in range(2)
            for s in add_reports(
                ledger, [told("a")], run_id=run.id, gazetteer=ARVANY, encoder=encoder
            )
        ]
    assert run.reader == reader_name(encoder) != reader_name()
    assert reader_name(encoder).endswith("fake 1")
    assert (first, again) == (["added"], ["read again", "known"])


def test_readers_go_by_name() -> None:
    assert encoder_of("rules") is None
    with pytest.raises(UsageError, match="give one of learned, rules"):
        encoder_of("other")


def mixed(size: int) -> list[Report | ReportError]:
    """Reports, every fifth of them something that could not be loaded."""
    return [
        ReportError(Where(f"{n}.txt"), "broken.") if n % 5 == 3 else told(f"r{n}")
        for n in range(size)
    ]


def test_many_are_read_as_each_by_itself(encoder: FakeEncoder) -> None:
    items = mixed(3 * CHUNK - 1)

    def skip(report: Report) -> bool:
        return report.name.endswith("6")

    found = list(read_reports(items, gazetteer=ARVANY, encoder=encoder, skip=skip))
    assert found == [
        (None, item)
        if isinstance(item, ReportError)
        else (item, None if skip(item) else read_report(item, gazetteer=ARVANY, encoder=encoder))
        for item in items
    ]
    assert any(isinstance(reading, Reading) and reading.events for _, reading in found)


def test_what_is_skipped_or_broken_is_not_encoded(encoder: FakeEncoder) -> None:
    items = mixed(10)  # eight reports and two errors
    found = list(
        read_reports(items, gazetteer=ARVANY, encoder=encoder, skip=lambda r: r.name != "r4")
    )
    assert [reading is not None for _, reading in found] == [n in {3, 4, 8} for n in range(10)]
    assert encoder.calls == [1]


@pytest.mark.parametrize("at", [0, CHUNK - 1, CHUNK, 2 * CHUNK])
def test_a_fault_of_the_encoder_changes_no_other_reading(at: int, encoder: FakeEncoder) -> None:
    reports = [told(f"r{n}") for n in range(2 * CHUNK + 1)]
    reports[at] = told("bad", "Drones struck Arvany, unreadable.")
    faulty = FakeEncoder(layers=SEES, refuses="unreadable")
    found = list(read_reports(reports, gazetteer=ARVANY, encoder=faulty))
    assert [report for report, _ in found] == reports
    error = found[at][1]
    assert isinstance(error, ReportError)
    assert str(error) == (
        "in/all.jsonl:3: the reader failed on report 'bad' (ValueError: cannot encode this). "
        "That is a bug in Dateline: please report it, with this line. Other reports are not affected."
    )
    rest = [pair for n, pair in enumerate(found) if n != at]
    assert rest == [
        (r, read_report(r, gazetteer=ARVANY, encoder=encoder))
        for n, r in enumerate(reports)
        if n != at
    ]


def test_an_encoder_without_its_files_stops_everything() -> None:
    class Missing(FakeEncoder):
        def read(self, bodies: Sequence[str]) -> tuple[FakeSignals, ...]:
            raise ResourceError(f"no weights for {len(bodies)}")

    reading = read_reports([told("a"), told("b")], gazetteer=ARVANY, encoder=Missing())
    with pytest.raises(ResourceError, match="no weights"):
        next(reading)


def test_no_more_than_a_chunk_is_read_ahead(encoder: FakeEncoder) -> None:
    taken: list[str] = []

    def endless() -> Iterator[Report]:
        for n in count():
            taken.append(f"r{n}")
            yield told(taken[-1])

    reading = read_reports(endless(), gazetteer=ARVANY, encoder=encoder)
    first = [next(reading)[0] for _ in range(CHUNK + 1)]
    assert [r.name for r in first if r is not None] == taken[: CHUNK + 1]
    assert len(taken) == 3 * CHUNK


def test_nothing_gives_nothing(encoder: FakeEncoder) -> None:
    assert list(read_reports([], gazetteer=ARVANY, encoder=encoder)) == []
    assert encoder.calls == []


def test_the_encoder_is_a_stage_of_its_own(encoder: FakeEncoder) -> None:
    seen: list[str] = []

    @contextmanager
    def watch(stage: str) -> Iterator[None]:
        seen.append(stage)
        yield

    read_report(told("a"), gazetteer=ARVANY, encoder=encoder, watch=watch)
    assert tuple(seen) == STAGES


def test_the_same_report_twice_in_a_chunk_is_added_once(encoder: FakeEncoder) -> None:
    with Ledger.open("sqlite://") as ledger:
        run = new_run("test", encoder)
        ledger.begin_run(run)
        steps = [
            list(
                add_reports(
                    ledger,
                    [told("a"), *many, told("a")],
                    run_id=run.id,
                    gazetteer=ARVANY,
                    encoder=encoder,
                )
            )
            for many in ([], [told(f"r{n}") for n in range(2 * CHUNK)])
        ]
        assert ledger.reading(told("a").id).reader == reader_name(encoder)
    assert [s.outcome for s in steps[0]] == ["added", "known"]
    assert [s.outcome for s in steps[1]] == ["known", *["added"] * (2 * CHUNK), "known"]


def test_of_the_same_report_from_two_files_each_keeps_its_own(encoder: FakeEncoder) -> None:
    here = told("a")
    there = replace(here, name="b", provenance=replace(here.provenance, path="in/other.jsonl"))
    assert here.id == there.id
    found = list(read_reports([here, there], gazetteer=ARVANY, encoder=encoder))
    read = [reading.report for _, reading in found if isinstance(reading, Reading)]
    assert read == [here, there]


def test_what_was_read_ahead_is_given_before_a_fault_of_the_input_is_raised(
    encoder: FakeEncoder,
) -> None:
    def items() -> Iterator[Report]:
        yield from (told(f"r{n}") for n in range(CHUNK + 3))
        raise OSError("the disk is gone")

    reading = read_reports(items(), gazetteer=ARVANY, encoder=encoder)
    for number in range(CHUNK + 3):
        report, found = next(reading)
        assert report is not None
        assert report.name == f"r{number}"
        assert isinstance(found, Reading)
    with pytest.raises(OSError, match="the disk is gone"):
        next(reading)
