"""Events in the making, and which of them an account belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.claims.frames import Found, Frame
from dateline.claims.regions import Area
from dateline.claims.timing import frame_interval
from dateline.model.mentions import TriggerMention
from dateline.model.spans import Span
from dateline.model.times import Interval
from dateline.model.vocab import Stage

RECENT = 6  # sentences within which an account without an area is completed by a later one
NEAR = 4  # sentences within which an account goes on without naming its area
_SLACK = 1  # days by which two datings of one attack may miss each other ("overnight", time zones)
_SUBJECT = 25  # characters between an attacker and its verb
_FURTHER = frozenset(
    {"another", "also", "second", "simultaneous", "similar", "separate", "further"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event in the making.

    Attributes:
        area: where; None while no area is told.
        frames: what is told of it, each frame cut to what concerns this area.
        side: who attacked, where told by the first account that tells.
        interval: when, by the first account that tells.
        last: index of the last sentence that told of it.
    """

    area: Area | None
    frames: tuple[Frame, ...]
    side: str | None
    interval: Interval | None
    last: int


def open_draft(found: Found, frame: Frame, area: Area | None, drafts: Sequence[Draft]) -> Draft:
    """A draft that the frame opens; one more attack of the night told before ("another drone attack") has its days."""
    interval = frame_interval(found, frame)
    if interval is None and drafts and is_further(found, frame):
        interval = drafts[-1].interval
    return Draft(
        area=area,
        frames=(frame,),
        side=attacker_side(frame),
        interval=interval,
        last=frame.sentence,
    )


def is_further(found: Found, frame: Frame) -> bool:
    """ "Another drone attack", "also struck": one more of the night told before."""
    for trigger in frame.triggers:
        index = found.text.token_at(trigger.span.start) or 0
        if any(t.lower in _FURTHER for t in found.text.tokens[max(0, index - 3) : index]):
            return True
    return False


def join(found: Found, draft: Draft, frame: Frame, area: Area | None) -> Draft:
    """The draft with one frame more, which tells its side and days where none told them before."""
    return Draft(
        area=area,
        frames=(*draft.frames, frame),
        side=draft.side or attacker_side(frame),
        interval=draft.interval or frame_interval(found, frame),
        last=frame.sentence,
    )


def attacker_side(frame: Frame) -> str | None:
    """The side the frame's own words make the attacker."""
    for actor in frame.actors:
        if actor.attacking or _is_subject(actor.span, frame.triggers):
            return actor.side
    return None


def _is_subject(span: Span, triggers: Sequence[TriggerMention]) -> bool:
    """ "Russia hit", "Ukraine launched": an actor shortly before a verb."""
    return any(
        t.verb and t.stage is not Stage.INTERCEPTED and 0 <= t.span.start - span.end <= _SUBJECT
        for t in triggers
    )


def draft_of_area(area: Area, frame: Frame, found: Found, drafts: Sequence[Draft]) -> int | None:
    """The draft of the same area, else the last one whose area is still open."""
    side, interval = attacker_side(frame), frame_interval(found, frame)
    fitting = [n for n, d in enumerate(drafts) if _compatible(d, side, interval)]
    for number in reversed(fitting):
        here = drafts[number].area
        if here is not None and here.same(area):
            return number
    if not (frame.triggers or frame.effects or frame.counts):
        return None
    for number in reversed(fitting):
        if (
            drafts[number].area is None
            and frame.sentence - drafts[number].last <= RECENT
            and _open_country(drafts[number], area)
            and not _is_wave(found, drafts[number])
        ):
            return number
    return None


def _is_wave(found: Found, draft: Draft) -> bool:
    """ "Missiles hit cities across the country": a whole wave, with figures for all of it, is no region's event."""
    words = [t.lower for t in found.text.tokens_in(draft.frames[0].span)]
    return "nationwide" in words or ("across" in words and bool(set(words) & _WIDE))


_WIDE = frozenset({"cities", "regions", "towns", "country", "provinces"})


def _open_country(draft: Draft, area: Area) -> bool:
    """An event told without an area is not completed by one in the attacker's own country."""
    return draft.side is None or area.country is None or draft.side != area.country


def _compatible(draft: Draft, side: str | None, interval: Interval | None) -> bool:
    if side is not None and draft.side is not None and side != draft.side:
        return False
    if interval is None or draft.interval is None:
        return True
    gap = max(
        (draft.interval.start - interval.last).days, (interval.start - draft.interval.last).days
    )
    sure = len(interval) == 1 and len(draft.interval) == 1
    return gap <= (0 if sure else _SLACK)


def current_draft(found: Found, frame: Frame, drafts: Sequence[Draft]) -> int | None:
    """The event told last, within a few sentences, that fits the frame's side and days."""
    side, interval = attacker_side(frame), frame_interval(found, frame)
    near = [
        n
        for n, d in enumerate(drafts)
        if frame.sentence - d.last <= NEAR and _compatible(d, side, interval)
    ]
    return max(near, key=lambda n: (drafts[n].last, n)) if near else None


def draft_pointed_at(found: Found, frame: Frame, drafts: Sequence[Draft]) -> int | None:
    """ "Thursday's strikes", "the attack", far on: the last event that fits, if the words point back."""
    for trigger in frame.triggers:
        index = found.text.token_at(trigger.span.start) or 0
        before = [t.lower for t in found.text.tokens[max(0, index - 3) : index]]
        if trigger.definite or "'s" in before:
            side, interval = attacker_side(frame), frame_interval(found, frame)
            fitting = [n for n, d in enumerate(drafts) if _compatible(d, side, interval)]
            return fitting[-1] if fitting else None
    return None
