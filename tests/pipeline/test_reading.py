from collections.abc import Iterator

import pytest

from dateline.errors import ReportError, ResourceError, UsageError, Where
from dateline.ledger.store import Ledger
from dateline.model.claims import Reading
from dateline.model.reports import Report
from dateline.pipeline.adding import add_reports, new_run
from dateline.pipeline.reading import CHUNK, encoder_of, read_report, read_reports, reader_name
from tests.encoder.fake import FakeEncoder
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
