"""Hypothesis strategies for readings: every value the model allows, the odd ones included."""

from datetime import UTC, date, timedelta, timezone

from hypothesis import strategies as st

from dateline.model.claims import (
    OUTLET,
    AttackerArgument,
    Attribution,
    Claim,
    EventMention,
    NotIncident,
    PlaceArgument,
    Position,
    Reading,
    Source,
    TargetArgument,
    WeaponArgument,
)
from dateline.model.incidents import Decision, DecisionKind
from dateline.model.places import Level, Place
from dateline.model.reports import Provenance, make_report
from dateline.model.spans import Span
from dateline.model.times import Basis, Dating, Interval, Precision
from dateline.model.vocab import (
    EventType,
    Field,
    Polarity,
    SourceKind,
    Stage,
    Stance,
    TargetType,
    WeaponType,
)

# Half of the words hold what databases choke on: U+0000, lone surrogates, the ledger's own escape.
words = st.one_of(
    st.text(max_size=12),
    st.text(st.sampled_from("a\x00\ud800\udfff\ufdd00'\"%\\\x02é\U0001f525"), max_size=6),
)
maybe_words = st.none() | words
spans = st.builds(
    lambda start, length: Span(start, start + length),
    st.integers(0, 2**31 - 200),
    st.integers(0, 100),
)
maybe_spans = st.none() | spans
intervals = st.builds(
    lambda first, length: Interval.days(first, min(date.max - timedelta(1), first + length)),
    st.dates(max_value=date.max - timedelta(500)),
    st.timedeltas(timedelta(0), timedelta(400)),
)
datings = st.builds(
    Dating,
    interval=st.none() | intervals,
    precision=st.none() | st.sampled_from(Precision),
    basis=st.sampled_from(Basis),
    span=maybe_spans,
)
numbers = st.integers(0, 10**20)
values = st.one_of(
    st.none(),
    st.booleans(),
    numbers,
    words,
    st.tuples(st.none() | numbers, st.none() | numbers),
)
zones = st.sampled_from(
    [UTC, timezone(timedelta(hours=5, minutes=45)), timezone(timedelta(hours=-3))]
)
moments = st.datetimes(timezones=zones)
degrees = st.none() | st.floats(-180, 180)
places = st.builds(
    Place,
    id=words,
    name=words,
    level=st.sampled_from(Level),
    country=maybe_words,
    country_name=maybe_words,
    admin1=maybe_words,
    admin1_code=maybe_words,
    latitude=degrees,
    longitude=degrees,
    radius_km=st.none() | st.floats(0, 5000),
    population=st.integers(0, 10**10),
)
sources = st.builds(
    Source,
    name=words,
    kind=st.sampled_from(SourceKind),
    office=maybe_words,
    side=maybe_words,
    span=maybe_spans,
)
reports = st.builds(
    make_report,
    words,
    name=words,
    provenance=st.builds(
        Provenance,
        path=words,
        member=maybe_words,
        line=st.none() | st.integers(1, 10**6),
        format=words,
    ),
    published=st.none() | st.dates(),
    published_at=st.none() | moments,
    outlet=maybe_words,
    url=maybe_words,
    title=maybe_words,
    language=maybe_words,
)


def _places(limit: int) -> st.SearchStrategy[tuple[PlaceArgument, ...]]:
    one = st.builds(PlaceArgument, text=words, span=spans, place=st.none() | places)
    return st.lists(one, max_size=limit).map(tuple)


@st.composite
def _claims(draw: st.DrawFn, speakers: tuple[Source, ...]) -> Claim:
    return Claim(
        field=draw(st.sampled_from(Field)),
        value=draw(values),
        text=draw(words),
        span=draw(spans),
        source=draw(st.sampled_from((OUTLET, *speakers))),
        stance=draw(st.sampled_from(Stance)),
        hedged=draw(st.booleans()),
        attribution=draw(st.none() | st.integers(0, 5)),
    )


@st.composite
def _events(draw: st.DrawFn, key: str, speakers: tuple[Source, ...]) -> EventMention:
    attackers = st.builds(AttackerArgument, text=words, span=spans, side=maybe_words)
    targets = st.builds(TargetArgument, text=words, span=spans, type=st.sampled_from(TargetType))
    weapons = st.builds(WeaponArgument, text=words, span=spans, type=st.sampled_from(WeaponType))
    return EventMention(
        key=key,
        trigger=draw(words),
        trigger_span=draw(spans),
        type=draw(st.sampled_from(EventType)),
        stage=draw(st.sampled_from(Stage)),
        dating=draw(datings),
        country=draw(maybe_words),
        admin1=draw(maybe_words),
        places=draw(_places(2)),
        attackers=tuple(draw(st.lists(attackers, max_size=2))),
        targets=tuple(draw(st.lists(targets, max_size=2))),
        weapons=tuple(draw(st.lists(weapons, max_size=2))),
        follow_up=draw(st.booleans()),
        score=draw(st.floats(0, 1)),
        claims=tuple(draw(st.lists(_claims(speakers), max_size=3))),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any reading; some of its speakers are not among its listed sources."""
    speakers = tuple(draw(st.lists(sources, max_size=3, unique=True)))
    listed = speakers[: draw(st.integers(0, len(speakers)))]
    anyone = st.sampled_from((OUTLET, *speakers))
    attributions = st.builds(
        Attribution,
        source=anyone,
        source_span=maybe_spans,
        cue=maybe_spans,
        content=st.lists(spans, max_size=3).map(tuple),
        stance=st.sampled_from(Stance),
        hedged=st.booleans(),
        quoted=st.booleans(),
        via=st.lists(words, max_size=2).map(tuple),
    )
    positions = st.builds(
        Position,
        source=anyone,
        issue=words,
        polarity=st.sampled_from(Polarity),
        text=words,
        span=spans,
        said=datings,
        attribution=st.none() | st.integers(0, 5),
    )
    keys = draw(st.lists(words, max_size=3, unique=True))
    return Reading(
        report=draw(reports),
        reader=draw(words),
        attributions=tuple(draw(st.lists(attributions, max_size=2))),
        sources=listed,
        events=tuple(draw(_events(key, speakers)) for key in keys),
        positions=tuple(draw(st.lists(positions, max_size=2))),
        not_incidents=tuple(
            draw(st.lists(st.builds(NotIncident, text=words, span=spans, reason=words), max_size=2))
        ),
        warnings=tuple(draw(st.lists(words, max_size=2))),
    )


decisions = st.builds(
    Decision,
    id=st.text("0123456789abcdef", min_size=16, max_size=16).map("d_{}".format),
    kind=st.sampled_from(DecisionKind),
    subjects=st.lists(words, max_size=2).map(tuple),
    field=st.none() | st.sampled_from(Field),
    value=values,
    reason=words,
    by=words,
    at=moments,
)
