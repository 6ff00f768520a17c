"""Who attacks, where only the report's general statements say so.

"Ruritania's campaign of strikes on Grenmarkian refineries" tells of no incident, but it does name the attacker of the strike in Grenmark that
the same report tells of without naming one. The words stand as a claim of whoever says them. Where general statements name two sides, nothing is taken.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.claims.drafts import Draft, attacker_side
from dateline.claims.frames import Found, Frame
from dateline.model.mentions import StandMention
from dateline.model.vocab import Polarity, SourceKind

_DOING = frozenset({"is", "are", "was", "were", "has", "wants", "tries", "seeks", "continues"})


def with_attackers(
    found: Found, drafts: Sequence[Draft], general: Sequence[Frame]
) -> Iterator[Draft]:
    """The drafts, those without a side given the one that the general statements about their country name."""
    for draft in drafts:
        country = draft.area.country if draft.area is not None else None
        fitting = [f for f in general if country is not None and _is_against(f, country)]
        sides = {attacker_side(f) for f in fitting}
        if draft.side is not None or len(sides) != 1:
            yield _accused(found, draft, general)
        else:
            bare = tuple(_bare(f) for f in fitting)
            yield replace(draft, side=next(iter(sides)), frames=(*draft.frames, *bare))


def _is_against(frame: Frame, country: str) -> bool:
    """Whether it lays attacks on the country to another side."""
    side = attacker_side(frame)
    return side not in {None, country} and any(a.side == country for a in frame.actors)


def _bare(frame: Frame) -> Frame:
    """The frame cut down to who attacks."""
    return replace(
        frame,
        triggers=(),
        weapons=(),
        facilities=(),
        effects=(),
        counts=(),
        quantities=(),
        places=(),
        timexes=(),
    )


def _accused(found: Found, draft: Draft, general: Sequence[Frame]) -> Draft:
    """Right after the attack a named speaker condemns what one other side "is trying to" do."""
    country = draft.area.country if draft.area is not None else None
    for frame in general:
        if draft.side is not None or frame.said is None or not 0 < frame.sentence - draft.last <= 2:
            continue
        source = found.spoken[frame.said].source
        doing = [
            a.side for a in frame.actors if a.side != country and _does(found, frame, a.span.end)
        ]
        condemned = any(_condemns(frame, stand) for stand in found.mentions.stands)
        if (
            source.kind is SourceKind.NAMED
            and condemned
            and len(set(doing)) == 1
            and country is not None
        ):
            return replace(draft, side=doing[0], frames=(*draft.frames, _bare(frame)))
    return draft


def _does(found: Found, frame: Frame, offset: int) -> bool:
    following = [t.lower for t in found.text.tokens if offset <= t.span.start < frame.span.end][:1]
    return bool(following) and following[0] in _DOING


def _condemns(frame: Frame, stand: StandMention) -> bool:
    return stand.polarity is Polarity.CONDEMNS and not stand.cue and frame.span.contains(stand.span)
