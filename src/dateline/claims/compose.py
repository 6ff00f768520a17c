"""Everything put together: mentions, times and places in, a reading out."""

from collections.abc import Sequence
from dataclasses import replace
from string import ascii_uppercase

from dateline.claims.arguments import attackers_of, places_of, targets_of, weapons_of
from dateline.claims.attribution import find_spoken
from dateline.claims.drafts import Draft
from dateline.claims.frames import Found, Frame, make_frames
from dateline.claims.grouping import group
from dateline.claims.kinds import event_type, harmed, stage
from dateline.claims.learned import find_spoken_by
from dateline.claims.positions import find_positions
from dateline.claims.responsibility import owner
from dateline.claims.spoken import Spoken, muted
from dateline.claims.stances import Parties
from dateline.claims.statements import claims_of, live_triggers, told_sides
from dateline.claims.timing import event_dating
from dateline.model.claims import Attribution, EventMention, Position, Reading, Source
from dateline.model.mentions import MarkerKind, Mentions, TriggerMention
from dateline.model.places import Level, Toponym
from dateline.model.reports import Report
from dateline.model.signals import Signals
from dateline.model.spans import Span
from dateline.model.texts import Text
from dateline.model.times import Timex
from dateline.model.vocab import SourceKind, Stage, Stance


def compose(  # noqa: PLR0913 -- one argument a thing found in the text
    report: Report,
    text: Text,
    mentions: Mentions,
    *,
    toponyms: Sequence[Toponym],
    timexes: Sequence[Timex],
    reader: str,
    voice: str | None = None,
    signals: Signals | None = None,
) -> Reading:
    """The reading of a report.

    An argument inside an attribution's content is that source's claim; outside any it is the outlet's own.

    Args:
        report: what was read; ``text`` was prepared from its characters.
        text: the same, made ready.
        mentions: what was found in it.
        toponyms: places found in it.
        timexes: times found in it.
        reader: name and version of the reader, kept with the reading.
        voice: the side whose own word the report is; None for news media.
        signals: what the encoder made of the text; None: read by rules alone.
    """
    spoken = (
        find_spoken(text, mentions, toponyms)
        if signals is None
        else find_spoken_by(text, mentions, toponyms, signals)
    )
    found = Found(
        text=text,
        mentions=mentions,
        toponyms=toponyms,
        timexes=timexes,
        spoken=tuple(muted(said) for said in spoken),
        voice=voice,
    )
    grouped = group(found, make_frames(found))
    countries = frozenset(
        t.place.country_name for t in toponyms if t.place is not None and t.place.country_name
    )
    events = tuple(
        _event(found, draft, key, countries)
        for draft, key in zip(grouped.drafts, _keys(len(grouped.drafts)), strict=True)
    )
    return _anchored(
        Reading(
            report=report,
            reader=reader,
            attributions=tuple(_attribution(found, said) for said in spoken),
            sources=_sources(spoken),
            events=events,
            positions=find_positions(replace(found, spoken=spoken), signals),
            not_incidents=grouped.not_incidents,
            warnings=_warnings(report, timexes),
        ),
        text,
    )


def _keys(count: int) -> list[str]:
    """A, B, …, Z, AA, AB, …."""
    letters = list(ascii_uppercase)
    return (
        (letters + [a + b for a in letters for b in letters])[:count]
        if count <= 702
        else [f"E{n}" for n in range(count)]
    )


def _event(found: Found, draft: Draft, key: str, countries: frozenset[str]) -> EventMention:
    sides = told_sides(draft)
    country, admin1 = _whereabouts(draft)
    trigger = _main_trigger(found, draft)
    span = found.text.to_source(trigger)
    return EventMention(
        key=key,
        trigger=span.of(found.text.source),
        trigger_span=span,
        type=event_type(draft.frames, sides, countries),
        stage=Stage.DENIED if _only_denied(found, draft) else stage(found.text, draft.frames),
        dating=event_dating(found, draft.frames, draft.interval),
        country=country,
        admin1=admin1,
        places=places_of(found, draft),
        attackers=attackers_of(found, draft),
        targets=targets_of(found, draft),
        weapons=weapons_of(found, draft),
        follow_up=_is_follow_up(draft.frames),
        score=_score(draft),
        claims=claims_of(
            found,
            draft,
            Parties(attacker=sides[0] if sides else None, victim=country, voice=found.voice),
        ),
    )


def _whereabouts(draft: Draft) -> tuple[str | None, str | None]:
    """Country and first-level region; a country named in the frames where no area is told."""
    if draft.area is not None and draft.area.country is not None:
        return draft.area.country, draft.area.admin1
    for frame in draft.frames:
        for toponym in (*frame.places, *frame.countries):
            place = toponym.place
            if (
                place is not None
                and place.country_name is not None
                and place.level in {Level.COUNTRY, Level.AREA}
                and place.country_name != draft.side
            ):
                return place.country_name, None
    return None, None


def _main_trigger(found: Found, draft: Draft) -> Span:
    candidates: list[TriggerMention] = [t for f in draft.frames for t in live_triggers(found, f)]
    if candidates:
        return candidates[0].span
    first = draft.frames[0]
    spans = [
        *(t.span for t in first.triggers),
        *(c.span for c in first.counts),
        *(e.span for e in first.effects),
    ]
    return min(spans) if spans else first.span


def _only_denied(found: Found, draft: Draft) -> bool:
    """Whether all that tells of it is a denial."""
    telling = [f for f in draft.frames if f.triggers or f.effects]
    return bool(telling) and all(
        f.said is not None
        and found.spoken[f.said].stance is Stance.DENIED
        and owner(found.text, found.spoken[f.said]) is None
        for f in telling
    )


def _is_follow_up(frames: Sequence[Frame]) -> bool:
    """Told of in its aftermath from the first sentence on."""
    return frames[0].has(MarkerKind.FOLLOW_UP)


def _score(draft: Draft) -> float:
    """A plain measure of how much is told: area, side, day, harm; no probability."""
    told = (
        draft.area is not None,
        draft.side is not None,
        draft.interval is not None,
        harmed(draft.frames),
    )
    return round(0.4 + 0.15 * sum(told), 2)


def _attribution(found: Found, said: Spoken) -> Attribution:
    text = found.text
    return Attribution(
        source=said.source,
        source_span=text.to_source(said.source_span) if said.source_span is not None else None,
        cue=text.to_source(said.cue) if said.cue is not None else None,
        content=tuple(text.to_source(part) for part in said.content),
        stance=said.stance,
        hedged=said.hedged,
        quoted=said.quoted,
        via=said.via,
    )


def _sources(spoken: Sequence[Spoken]) -> tuple[Source, ...]:
    sources = dict.fromkeys(said.source for said in spoken)
    return tuple(sorted(sources, key=lambda s: (s.span.start if s.span else 0, s.name)))


def _warnings(report: Report, timexes: Sequence[Timex]) -> tuple[str, ...]:
    if report.published is not None:
        return ()
    open_ones = sum(1 for t in timexes if t.interval is None)
    return (f"no publication date: {open_ones} time expressions that hang on it stay open",)


def _anchored(reading: Reading, text: Text) -> Reading:
    """The sources' spans counted in characters of the report, wherever a source stands."""
    moved: dict[Source, Source] = {}

    def source(given: Source) -> Source:
        if given.kind is SourceKind.OUTLET or given.span is None:
            return given
        return moved.setdefault(given, replace(given, span=text.to_source(given.span)))

    def position(given: Position) -> Position:
        return replace(given, source=source(given.source))

    return replace(
        reading,
        attributions=tuple(replace(a, source=source(a.source)) for a in reading.attributions),
        sources=tuple(source(s) for s in reading.sources),
        events=tuple(
            replace(e, claims=tuple(replace(c, source=source(c.source)) for c in e.claims))
            for e in reading.events
        ),
        positions=tuple(position(p) for p in reading.positions),
    )
