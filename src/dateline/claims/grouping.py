"""From frames to events: which sentences of a report tell of one attack.

One event is one attack by one side in one first-level area within one wave (the coding guide's unit). A frame that names an area opens or
continues that area's event; one that names none goes on with the event told last, with the area its speaker speaks for, or opens an event whose area
is not told yet and that the next compatible area completes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.claims.frames import Found, Frame
from dateline.claims.modality import generic_reason, has_day, is_hypothetical, is_negated
from dateline.claims.regions import Area, areas_of, source_areas
from dateline.claims.timing import frame_interval
from dateline.model.claims import NotIncident
from dateline.model.mentions import EffectMention, MarkerKind, TriggerMention
from dateline.model.places import Use
from dateline.model.spans import Span
from dateline.model.times import Interval
from dateline.model.vocab import Effect, SourceKind, Stage

_RECENT = 6  # sentences within which an account without an area is completed by a later one
_SUBJECT = 25  # characters between an attacker and its verb
_NEAR = 4  # sentences within which an account goes on without naming its area
_ENOUGH = 3  # things told of an attack that make an event without an area
_SLACK = 1  # days by which two datings of one attack may miss each other ("overnight", time zones)


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


@dataclass(frozen=True, slots=True)
class Grouped:
    """Drafts in the order of the report, and what tells of no incident."""

    drafts: tuple[Draft, ...]
    not_incidents: tuple[NotIncident, ...]


def group(found: Found, frames: Sequence[Frame]) -> Grouped:
    """Frames gathered into drafts of events."""
    drafts: list[Draft] = []
    left_out: list[NotIncident] = []
    for frame in frames:
        if _trails(found, frame):
            continue
        specific = _specific(found, frame)
        reason = generic_reason(frame) or _plural_reason(found, specific)
        if not frame.triggers and (reason or not (frame.effects or frame.counts)):
            if not _arms(found, frame, drafts):
                _judge(found, frame, drafts)
            continue
        if (
            frame.triggers
            and (reason or not specific.triggers)
            and not _goes_on(frame, drafts, specific)
        ):
            left_out.append(_not_incident(found, frame, reason or "not said to have happened"))
            continue
        _place(found, specific, drafts)
    standing = [d for d in drafts if _is_event(found, d)]
    return Grouped(tuple(_dated_alike(standing)), tuple(left_out))


def _dated_alike(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Where all dated attacks on one country fall in one night, those told with them in the next sentences were in that night too."""
    for draft in drafts:
        country = draft.area.country if draft.area is not None else None
        beside = [
            d
            for d in drafts
            if d.interval is not None and d.area is not None and d.area.country == country
        ]
        nights = {d.interval for d in beside}
        night = next(iter(nights)) if len(nights) == 1 else None
        close = any(0 < draft.last - d.frames[0].sentence <= _RECENT for d in beside)
        alike = all(None in {d.side, draft.side} or d.side == draft.side for d in beside)
        fits = (
            country is not None and draft.interval is None and night is not None and len(night) <= 2
        )
        yield replace(draft, interval=night) if fits and close and alike else draft


def _trails(found: Found, frame: Frame) -> bool:
    """What the outlet adds behind "…, officials said, in the latest raid": it characterises, it tells of nothing new."""
    if frame.said is not None or frame.places or not frame.triggers:
        return False
    cues = [s.cue for s in found.spoken if s.cue is not None and frame.span.contains(s.cue)]
    return bool(cues) and all(t.span.start > min(c.start for c in cues) for t in frame.triggers)


def _plural_reason(found: Found, frame: Frame) -> str | None:
    """ "Following Russian attacks": attacks in the plural, with neither place nor day nor number."""
    if not frame.triggers or frame.places or frame.effects or frame.counts:
        return None
    plural = all(t.plural and not t.definite for t in frame.triggers)
    if plural and frame_interval(found, frame) is None and not source_areas(found, frame):
        return "attacks in the plural, with neither place nor day"
    return None


_USED = frozenset({"used", "launched", "fired", "involved", "employed", "deployed", "carried"})


def _arms(found: Found, frame: Frame, drafts: list[Draft]) -> bool:
    """ "A quadcopter is thought to have been used": says more of the attack told just before."""
    words = {t.lower for t in found.text.tokens_in(frame.span)}
    at = _current(found, frame, drafts)
    if at is None or not frame.weapons or not words & _USED or frame.sentence - drafts[at].last > 2:
        return False
    drafts[at] = _joined(found, drafts[at], frame, drafts[at].area)
    return True


def _judge(found: Found, frame: Frame, drafts: list[Draft]) -> None:
    """A named speaker who lays blame right after an attack is told ("this shows the true face of X") names its attacker."""
    if frame.said is None or not drafts or not frame.actors:
        return
    source = found.spoken[frame.said].source
    at = max(range(len(drafts)), key=lambda n: (drafts[n].last, n))
    draft = drafts[at]
    blamed = {actor.side for actor in frame.actors}
    beside = frame.sentence - draft.last <= _NEAR - 1 and source.kind is SourceKind.NAMED
    if beside and draft.side is not None and draft.side in blamed and source.side != draft.side:
        drafts[at] = replace(draft, frames=(*draft.frames, frame))


def _specific(found: Found, frame: Frame) -> Frame:
    """The frame without triggers that a modal or condition governs."""
    kept = tuple(
        t
        for t in frame.triggers
        if t.stage is not None or not is_hypothetical(found.text, frame, t)
    )
    return replace(frame, triggers=kept)


def _goes_on(frame: Frame, drafts: Sequence[Draft], specific: Frame) -> bool:
    """A generic frame may still add to an event if it points back to it by name of the place."""
    return (
        bool(drafts)
        and not specific.triggers
        and bool(frame.counts or frame.effects)
        and generic_reason(frame) is None
    )


def _not_incident(found: Found, frame: Frame, reason: str) -> NotIncident:
    span = found.text.to_source(Span(frame.triggers[0].span.start, frame.triggers[-1].span.end))
    return NotIncident(text=span.of(found.text.source), span=span, reason=reason)


def _place(found: Found, frame: Frame, drafts: list[Draft]) -> None:
    """Add the frame to the drafts it tells of, or open new ones."""
    areas = areas_of(found.text, frame) or areas_of(found.text, _introduced(found, frame))
    if areas:
        for area, part in areas:
            _add_to_area(found, area, part, drafts)
    elif not _speaks_for(found, frame, drafts):
        _without_area(found, frame, drafts)


def _introduced(found: Found, frame: Frame) -> Frame:
    """ "In X, the governor said …": the place before the speaker is where it happened."""
    said = found.spoken[frame.said] if frame.said is not None else None
    if (
        said is None
        or said.source_span is None
        or not (frame.triggers or frame.effects or frame.counts)
    ):
        return frame
    opening = found.text.tokens_in(frame.span)[0].lower
    places = tuple(
        t
        for t in found.toponyms
        if t.use is Use.LITERAL
        and frame.span.start <= t.span.start
        and t.span.end <= said.source_span.start
    )
    return (
        replace(frame, places=places)
        if opening in {"in", "at", "near", "across", "over"}
        else frame
    )


def _speaks_for(found: Found, frame: Frame, drafts: list[Draft]) -> bool:
    """What local officials say is of their own area; officials of several areas tell of one attack in each."""
    areas = source_areas(found, frame)
    if not areas or not (frame.triggers or frame.effects or frame.counts):
        return False
    told = [d for d in drafts if d.area is None and frame.sentence - d.last <= _RECENT]
    placed = False
    for area in areas if len(areas) == 1 or any(t.plural for t in frame.triggers) else areas[:1]:
        at = _find(area, frame, found, drafts)
        if at is not None:
            drafts[at] = _joined(found, drafts[at], frame, drafts[at].area or area)
            placed = True
        elif placed and told and len(areas) > 1:
            # one account of several areas was told before without naming them: its side and days hold for each
            drafts.append(replace(told[-1], area=area, frames=(frame,), last=frame.sentence))
    return placed


def _add_to_area(found: Found, area: Area, part: Frame, drafts: list[Draft]) -> None:
    at = _find(area, part, found, drafts)
    if at is None and area.admin1 is None:
        at = _current(
            found, part, drafts
        )  # a district the gazetteer lacks, in the town told before
    if at is not None:
        drafts[at] = _joined(found, drafts[at], part, drafts[at].area or area)
    elif _opens(found, part):
        drafts.append(_open(found, part, area, drafts))


def _find(area: Area, frame: Frame, found: Found, drafts: Sequence[Draft]) -> int | None:
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
            and frame.sentence - drafts[number].last <= _RECENT
            and _open_country(drafts[number], area)
        ):
            return number
    return None


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
    return gap <= _SLACK


def _current(found: Found, frame: Frame, drafts: Sequence[Draft]) -> int | None:
    """The event told last, within a few sentences, that fits the frame's side and days."""
    side, interval = attacker_side(frame), frame_interval(found, frame)
    near = [
        n
        for n, d in enumerate(drafts)
        if frame.sentence - d.last <= _NEAR and _compatible(d, side, interval)
    ]
    return max(near, key=lambda n: (drafts[n].last, n)) if near else None


def _pointed_at(found: Found, frame: Frame, drafts: Sequence[Draft]) -> int | None:
    """ "Thursday's strikes", "the attack", far on: the last event that fits, if the words point back."""
    for trigger in frame.triggers:
        index = found.text.token_at(trigger.span.start) or 0
        before = [t.lower for t in found.text.tokens[max(0, index - 3) : index]]
        if trigger.definite or "'s" in before:
            side, interval = attacker_side(frame), frame_interval(found, frame)
            fitting = [n for n, d in enumerate(drafts) if _compatible(d, side, interval)]
            return fitting[-1] if fitting else None
    return None


def _without_area(found: Found, frame: Frame, drafts: list[Draft]) -> None:
    """Go on with the event told last, or open one whose area is not told yet."""
    at = _current(found, frame, drafts)
    if at is None:
        at = _pointed_at(found, frame, drafts)
    if at is None:
        if _opens(found, frame) and _strength(found, frame) >= _needed(frame):
            drafts.append(_open(found, frame, None, drafts))
        return
    latest = drafts[at].last
    several = any(t.definite and t.plural for t in frame.triggers)
    for number, draft in enumerate(drafts):
        together = (
            several and 0 <= latest - draft.last <= _NEAR - 1 and draft.side == drafts[at].side
        )
        if number == at or together:
            drafts[number] = _joined(found, draft, frame, draft.area)


def _needed(frame: Frame) -> int:
    """A dated attack somewhere in a named country ("drones attacked two regions of X") needs less."""
    somewhere = bool(frame.countries) or bool(frame.places)
    return _ENOUGH - 1 if has_day(frame) and somewhere and frame.weapons else _ENOUGH


def _opens(found: Found, frame: Frame) -> bool:
    """Whether the frame by itself tells of a specific attack."""
    live = [t for t in frame.triggers if not is_negated(found.text, t)]
    if not live and not _harms(found, frame):
        return False
    return generic_reason(frame) is None and _strength(found, frame) >= 1


def _harms(found: Found, frame: Frame) -> bool:
    """Deaths, or damage to something, at a place, in a report that speaks of attacks; an accident is none."""
    if frame.has(MarkerKind.ACCIDENT) or not _at_war(found):
        return False
    deadly = any(c.value not in {0, None} for c in frame.counts)
    damage = any(
        e.value is not Effect.NONE and not e.negated and not _attributive(found, e)
        for e in frame.effects
    )
    armed = bool(frame.weapons) and bool(frame.facilities)
    return (bool(frame.places) and (deadly or (damage and bool(frame.facilities)))) or (
        damage and armed
    )


def _attributive(found: Found, effect: EffectMention) -> bool:
    """ "The destroyed tanks on show": says what a thing is like, not that something was done to it now."""
    index = found.text.token_at(effect.span.start) or 0
    before = found.text.tokens[index - 1].lower if index else ""
    if not found.text.tokens[index].lower.endswith("ed"):
        return False
    return before in {"of", "the", "a", "over", "with", "these", "those", "from", "for", "in"}


def _at_war(found: Found) -> bool:
    """Whether the report speaks of attacks at all: deaths alone are none."""
    accidents = sum(m.kind is MarkerKind.ACCIDENT for m in found.mentions.markers)
    return len(found.mentions.triggers) > accidents


def _strength(found: Found, frame: Frame) -> int:
    """How many independent things the frame tells of an attack: weapon, target, effect or count, attacker, day."""
    told_weapon = bool(frame.weapons) or any(
        t.weapon is not None or t.type is not None for t in frame.triggers
    )
    effect = any(e.value is not Effect.NONE and not e.negated for e in frame.effects) or any(
        c.value is not None for c in frame.counts
    )
    return sum(
        (
            told_weapon,
            bool(frame.facilities),
            effect,
            attacker_side(frame) is not None,
            frame_interval(found, frame) is not None,
        )
    )


def _open(found: Found, frame: Frame, area: Area | None, drafts: Sequence[Draft]) -> Draft:
    interval = frame_interval(found, frame)
    if interval is None and drafts and _is_further(found, frame):
        interval = drafts[-1].interval
    return Draft(
        area=area,
        frames=(frame,),
        side=attacker_side(frame),
        interval=interval,
        last=frame.sentence,
    )


def _is_further(found: Found, frame: Frame) -> bool:
    """ "Another drone attack", "also struck": one more of the night told before."""
    for trigger in frame.triggers:
        index = found.text.token_at(trigger.span.start) or 0
        if any(t.lower in _FURTHER for t in found.text.tokens[max(0, index - 3) : index]):
            return True
    return False


_FURTHER = frozenset(
    {"another", "also", "second", "simultaneous", "similar", "separate", "further"}
)


def _joined(found: Found, draft: Draft, frame: Frame, area: Area | None) -> Draft:
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


def _is_event(found: Found, draft: Draft) -> bool:
    """A draft stands if one of its frames opens an event and it has a place or enough else."""
    if not any(_opens(found, f) for f in draft.frames):
        return False
    if draft.area is not None:
        return True
    return any(_strength(found, f) >= _needed(f) for f in draft.frames)
