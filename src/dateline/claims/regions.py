"""Areas: which first-level region each part of a frame tells of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.claims.frames import Found, Frame
from dateline.model.claims import Source
from dateline.model.homes import INSIDE
from dateline.model.mentions import CountMention
from dateline.model.places import Level, Place, Toponym
from dateline.model.texts import Text
from dateline.model.vocab import Field

_LIST = frozenset(
    {
        ",",
        "and",
        "or",
        "the",
        "regions",
        "region",
        "oblasts",
        "provinces",
        "cities",
        "towns",
        "of",
        "in",
        "both",
    }
)


@dataclass(frozen=True, slots=True)
class Area:
    """A first-level region, or a place that the gazetteer can't put into one.

    Attributes:
        country: plain English; None when not told.
        admin1: plain English; None when the place could not be resolved.
        name: the place's own words, for places without a region.
    """

    country: str | None
    admin1: str | None
    name: str

    def same(self, other: "Area") -> bool:
        """Whether both are one region; unresolved places are the same only by name."""
        if self.admin1 is not None and other.admin1 is not None:
            return self.admin1 == other.admin1 and self.country == other.country
        return self.name.lower() == other.name.lower()


def area_of(toponym: Toponym) -> Area | None:
    """The area of a place below country level; None for what is wider than a region."""
    place = toponym.place
    if place is None:
        return Area(None, None, toponym.text)
    if place.level in {Level.COUNTRY, Level.SEA, Level.AREA}:
        return None
    return Area(place.country_name, place.admin1, place.name)


def areas_of(text: Text, frame: Frame) -> tuple[tuple[Area, Frame], ...]:
    """Each area the frame names, with the part of the frame that concerns it.

    Coordinated areas ("in X and Y") share everything; areas told apart ("three over X, one over Y") get what stands nearest to them.
    """
    named: list[tuple[Area, list[Toponym]]] = []
    for toponym in frame.places:
        area = area_of(toponym)
        if area is None:
            continue
        known = next((row for row in named if row[0].same(area)), None)
        if known is None:
            named.append((area, [toponym]))
        else:
            known[1].append(toponym)
    resolved = [row for row in named if row[0].admin1 is not None]
    if resolved and len(resolved) < len(named):
        named = _unresolved_joined(resolved, [row for row in named if row[0].admin1 is None])
    if len(named) <= 1:
        return tuple((area, frame) for area, _ in named)
    every = [t for _, tops in named for t in tops]
    if _coordinated(text, every):
        return tuple((area, _placed(frame, tops)) for area, tops in named)
    return tuple((area, _part(text, frame, tops, every)) for area, tops in named)


def _unresolved_joined(
    resolved: list[tuple[Area, list[Toponym]]], others: list[tuple[Area, list[Toponym]]]
) -> list[tuple[Area, list[Toponym]]]:
    """A place the gazetteer lacks is taken to lie in the region named beside it in the sentence."""
    for _, toponyms in others:
        nearest = min(
            resolved,
            key=lambda row: min(abs(t.span.start - toponyms[0].span.start) for t in row[1]),
        )
        nearest[1].extend(toponyms)
    return resolved


def _coordinated(text: Text, toponyms: Sequence[Toponym]) -> bool:
    ordered = sorted(toponyms, key=lambda t: t.span)
    return all(
        all(
            token.lower in _LIST
            for token in text.tokens
            if a.wide.end <= token.span.start < b.wide.start
        )
        for a, b in pairwise(ordered)
    )


def _placed(frame: Frame, own: Sequence[Toponym]) -> Frame:
    return replace(frame, places=tuple(t for t in frame.places if t in own))


def _part(text: Text, frame: Frame, own: Sequence[Toponym], every: Sequence[Toponym]) -> Frame:
    """What stands nearest to the area's names; a name behind counts as nearer than one before, the more so over "and"."""

    def gap(toponym: Toponym, offset: int) -> int:
        if toponym.span.start >= offset:
            return toponym.span.start - offset
        between = text.body[toponym.span.end : offset]
        return (offset - toponym.span.end) * (6 if "," in between or " and " in between else 2)

    def near(offset: int) -> bool:
        return min(every, key=lambda t: gap(t, offset)) in own

    return replace(
        _placed(frame, own),
        counts=_one_a_field([c for c in frame.counts if near(c.span.start)], own),
        facilities=tuple(f for f in frame.facilities if near(f.span.start)),
        effects=tuple(e for e in frame.effects if near(e.span.start)),
        quantities=tuple(q for q in frame.quantities if near(q.span.start)),
    )


def _one_a_field(
    counts: Sequence[CountMention], own: Sequence[Toponym]
) -> tuple[CountMention, ...]:
    """Of a total and a part told beside one area, the part: what stands nearest to the area's name."""
    best: dict[tuple[Field, ...], CountMention] = {}
    for count in counts:
        gap = min(abs(t.span.start - count.span.end) for t in own)
        kept = best.get(count.fields)
        if kept is None or gap < min(abs(t.span.start - kept.span.end) for t in own):
            best[count.fields] = count
    return tuple(best.values())


def source_areas(found: Found, frame: Frame) -> tuple[Area, ...]:
    """The regions that a local official speaks for ("the governor of X", "officials in X and Y"), each once."""
    if frame.said is None:
        return ()
    source = found.spoken[frame.said].source
    areas = [
        Area(place.country_name, place.admin1, place.name) for place in _places_of(found, source)
    ]
    return tuple(
        {(area.country, area.admin1): area for area in areas if area.admin1 is not None}.values()
    )


def _places_of(found: Found, source: Source) -> list[Place]:
    """The places below country level in the words that introduce the source."""
    names = [n for n in found.mentions.names if source.span is not None and n.span == source.span]
    spans = [n.wide for n in names] or ([source.span] if source.span is not None else [])
    inside = [t.place for t in found.toponyms if any(s.contains(t.span) for s in spans)]
    return [place for place in inside if place is not None and place.level in INSIDE]
