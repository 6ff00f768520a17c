"""The worked example of docs/reader.md is what the reader makes of it."""

from pathlib import Path

from dateline.model.claims import Claim, Reading
from dateline.model.places import Level, Place
from dateline.model.reports import Provenance, make_report
from dateline.model.vocab import EventType, Polarity, Stage
from dateline.pipeline.reading import read_report
from dateline.places.memory import MemoryGazetteer
from tests.claims.world import PUBLISHED

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reader.md"
UKRAINE = Place(id="u", name="Ukraine", level=Level.COUNTRY, country="UA", country_name="Ukraine")
RUSSIA = Place(id="r", name="Russia", level=Level.COUNTRY, country="RU", country_name="Russia")
SUMY = Place(
    id="s",
    name="Sumy",
    level=Level.TOWN,
    country="UA",
    country_name="Ukraine",
    admin1="Sumy",
    latitude=50.9,
    longitude=34.8,
    radius_km=10.0,
    population=250_000,
)
WORLD = MemoryGazetteer((UKRAINE, RUSSIA, SUMY), adjectives={"Russian": RUSSIA})


def example() -> Reading:
    block = PAGE.read_text(encoding="utf-8").split("```text\n")[1].split("```")[0]
    opening = f"date {PUBLISHED.isoformat()} "
    assert block.startswith(opening)
    text = block.removeprefix(opening).strip()
    where = Provenance(path="-", format="text")
    report = make_report(text, name="example", provenance=where, published=PUBLISHED)
    return read_report(report, gazetteer=WORLD)


def row(claim: Claim) -> list[str]:
    value = "yes" if claim.value is True else str(claim.value)
    value = "not told" if claim.value is None else value
    side = f" ({claim.source.side})" if claim.source.side else ""
    return [claim.field.value, value, claim.source.name + side, claim.stance.value, claim.text]


def test_the_table_of_claims_is_what_comes_out() -> None:
    page = PAGE.read_text(encoding="utf-8")
    table = page.split("| field | value |")[1].split("\n\n")[0].splitlines()[2:]
    (event,) = example().events
    assert [line.strip("| ").split(" | ") for line in table] == [row(c) for c in event.claims]


def test_the_event_and_the_rest_are_as_the_page_says() -> None:
    reading = example()
    (event,) = reading.events
    assert (event.type, event.stage) == (EventType.DRONE, Stage.ACCOMPLISHED)
    assert (event.country, event.admin1) == ("Ukraine", "Sumy")
    assert str(event.dating.interval.start if event.dating.interval else None) == "2024-05-07"
    assert [p.polarity for p in reading.positions] == [Polarity.JUSTIFIES]
    assert [n.reason for n in reading.not_incidents] == ["habitual or summed up"]
