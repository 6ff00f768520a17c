"""A small invented world, so that the tests of reading need no gazetteer file, and short ways into its stages."""

from datetime import date
from typing import Protocol

from dateline.claims.attribution import find_spoken
from dateline.claims.frames import Found, Frame, make_frames
from dateline.claims.spoken import Spoken
from dateline.mentions.find import find_mentions
from dateline.model.claims import EventMention, Reading
from dateline.model.places import Level, Place
from dateline.model.reports import Provenance, make_report
from dateline.model.vocab import Field, Stance
from dateline.pipeline.reading import read_report
from dateline.places.find import find_toponyms
from dateline.places.memory import MemoryGazetteer
from dateline.text.prepare import prepare
from dateline.times.find import find_timexes

PUBLISHED = date(2024, 5, 8)  # a Wednesday


def _place(name: str, level: Level, country: str, admin1: str | None = None) -> Place:
    code = {"Ruritania": "RU", "Grenmark": "GK"}[country]
    return Place(
        id=f"test:{name}:{level}",
        name=name,
        level=level,
        country=code,
        country_name=country,
        admin1=admin1,
        latitude=50.0,
        longitude=30.0,
        radius_km=10.0,
        population=50_000,
    )


RURITANIA = _place("Ruritania", Level.COUNTRY, "Ruritania")
GRENMARK = _place("Grenmark", Level.COUNTRY, "Grenmark")
WORLD = MemoryGazetteer(
    (
        RURITANIA,
        GRENMARK,
        _place("Veldt", Level.REGION, "Ruritania", "Veldt"),
        _place("Oston", Level.REGION, "Ruritania", "Oston"),
        _place("Northford", Level.TOWN, "Ruritania", "Veldt"),
        _place("Marwick", Level.TOWN, "Grenmark", "Marwick"),
    ),
    adjectives={"Ruritanian": RURITANIA, "Grenmarkian": GRENMARK, "Grenmarkians": GRENMARK},
)


class Read(Protocol):
    """Reads an invented report, published on Wednesday 8 May 2024 unless told otherwise."""

    def __call__(self, text: str, published: date | None = PUBLISHED) -> Reading: ...


def read_invented(
    text: str, published: date | None = PUBLISHED, outlet: str | None = None
) -> Reading:
    report = make_report(
        text,
        name="invented",
        provenance=Provenance(path="-", format="api"),
        published=published,
        outlet=outlet,
    )
    return read_report(report, gazetteer=WORLD)


def find_all(words: str) -> Found:
    """Everything that stands before grouping: text, mentions, places, times and attributions."""
    text = prepare(words)
    toponyms = find_toponyms(text, WORLD)
    mentions = find_mentions(text, toponyms)
    return Found(
        text=text,
        mentions=mentions,
        toponyms=toponyms,
        timexes=find_timexes(text, PUBLISHED),
        spoken=find_spoken(text, mentions, toponyms),
    )


def frames_of(words: str) -> tuple[Found, tuple[Frame, ...]]:
    found = find_all(words)
    return found, make_frames(found)


def only(words: str) -> EventMention:
    """The one event of an invented report."""
    (event,) = read_invented(words).events
    return event


def areas(words: str) -> list[str | None]:
    """First-level area of each event."""
    return [event.admin1 for event in read_invented(words).events]


def told(reading: Reading, field: Field) -> set[tuple[object, str, Stance]]:
    """(value, speaker, stance) of every claim of a field."""
    return {
        (c.value, c.source.name, c.stance)
        for e in reading.events
        for c in e.claims
        if c.field is field
    }


def said_in(words: str) -> list[tuple[str, Stance, str]]:
    """(speaker, stance, first stretch of content) of every attribution."""
    found = find_all(words)
    return [
        (s.source.name, s.stance, s.content[0].of(found.text.body) if s.content else "")
        for s in found.spoken
    ]


def spoken_in(words: str) -> tuple[Spoken, ...]:
    return find_all(words).spoken
