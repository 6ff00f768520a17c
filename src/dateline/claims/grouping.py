"""From frames to events: which sentences of a report tell of one attack.

One event is one attack by one side in one first-level area within one wave (the coding guide's unit). A frame that names an area opens or
continues that area's event; one that names none goes on with the event told last, with the area its speaker speaks for, or opens an event whose area
is not told yet and that the next compatible area completes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.claims.answers import withheld
from dateline.claims.campaigns import with_attackers
from dateline.claims.drafts import (
    NEAR,
    RECENT,
    Draft,
    current_draft,
    draft_of_area,
    draft_pointed_at,
    join,
    open_draft,
)
from dateline.claims.frames import Found, Frame
from dateline.claims.modality import generic_reason, specific_triggers
from dateline.claims.opening import is_event, needed, opens, strength
from dateline.claims.regions import Area, areas_of, source_areas
from dateline.claims.responsibility import owner
from dateline.claims.timing import frame_interval
from dateline.model.claims import NotIncident
from dateline.model.places import Use
from dateline.model.spans import Span
from dateline.model.vocab import SourceKind


@dataclass(frozen=True, slots=True)
class Grouped:
    """Drafts in the order of the report, and what tells of no incident."""

    drafts: tuple[Draft, ...]
    not_incidents: tuple[NotIncident, ...]


def group(found: Found, frames: Sequence[Frame]) -> Grouped:
    """Frames gathered into drafts of events."""
    drafts: list[Draft] = []
    left_out: list[NotIncident] = []
    general: list[Frame] = []
    for frame in frames:
        if _trails(found, frame):
            continue
        specific = replace(frame, triggers=specific_triggers(found.text, frame))
        reason = generic_reason(frame) or _plural_reason(found, specific)
        if not frame.triggers and (reason or not (frame.effects or frame.counts)):
            if not _arms(found, frame, drafts) and not _answers(found, frame, drafts):
                _judge(found, frame, drafts)
                general.append(frame)
            continue
        if (
            frame.triggers
            and (reason or not specific.triggers)
            and not _goes_on(frame, drafts, specific)
        ):
            general_only = all(t.general for t in frame.triggers)
            told = "attacks in general" if general_only else "not said to have happened"
            left_out.append(_not_incident(found, frame, reason or told))
            general.append(frame)
            continue
        _place(found, specific, drafts)
    standing = [d for d in drafts if is_event(found, d)]
    named = tuple(with_attackers(found, standing, general))
    return Grouped(tuple(_dated_alike(named)), tuple(left_out))


def _dated_alike(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Where all dated attacks on one country fall in one night, those told with them in the next sentences were in that night too."""
    for draft in drafts:
        country = draft.area.country if draft.area is not None else None
        beside = [d for d in drafts if d.interval is not None and country in _countries(d)]
        nights = {d.interval for d in beside}
        night = next(iter(nights)) if len(nights) == 1 else None
        close = any(0 < draft.last - d.frames[0].sentence <= RECENT for d in beside)
        alike = all(None in {d.side, draft.side} or d.side == draft.side for d in beside)
        fits = (
            country is not None and draft.interval is None and night is not None and len(night) <= 2
        )
        yield replace(draft, interval=night) if fits and close and alike else draft


def _countries(draft: Draft) -> frozenset[str]:
    """The country of the draft's area; of a wave without one, those its first account names."""
    if draft.area is not None:
        return frozenset({draft.area.country} if draft.area.country is not None else ())
    first = draft.frames[0]
    places = [t.place for t in (*first.countries, *first.places) if t.place is not None]
    return frozenset(
        p.country_name for p in places if p.country_name and p.country_name != draft.side
    )


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
    at = current_draft(found, frame, drafts)
    if at is None or not frame.weapons or not words & _USED or frame.sentence - drafts[at].last > 2:
        return False
    drafts[at] = join(found, drafts[at], frame, drafts[at].area)
    return True


def _answers(found: Found, frame: Frame, drafts: list[Draft]) -> bool:
    """ "X claimed responsibility", "Y denied involvement", "Z would not comment": of the attack told just before."""
    said = found.said_in(frame)
    at = current_draft(found, frame, drafts)
    answers = owner(found.text, said) or withheld(found.text, said, frame.span)
    if at is None or not (answers or _accuses(found, frame)):
        return False
    drafts[at] = join(found, drafts[at], frame, drafts[at].area)
    return True


def _accuses(found: Found, frame: Frame) -> bool:
    """ "The army put the blame on the militia": one speaker names one attacker, and no other attack."""
    said = found.said_in(frame)
    sides = {actor.side for actor in frame.actors if actor.attacking}
    return said is not None and len(sides) == 1 and said.source.side not in sides


def _judge(found: Found, frame: Frame, drafts: list[Draft]) -> None:
    """A named speaker who lays blame right after an attack is told ("this shows the true face of X") names its attacker."""
    if frame.said is None or not drafts or not frame.actors:
        return
    source = found.spoken[frame.said].source
    at = max(range(len(drafts)), key=lambda n: (drafts[n].last, n))
    draft = drafts[at]
    blamed = {actor.side for actor in frame.actors}
    beside = frame.sentence - draft.last <= NEAR - 1 and source.kind is SourceKind.NAMED
    if beside and draft.side is not None and draft.side in blamed and source.side != draft.side:
        drafts[at] = replace(draft, frames=(*draft.frames, frame))


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
    said = found.said_in(frame)
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
    told = [d for d in drafts if d.area is None and frame.sentence - d.last <= RECENT]
    placed = False
    for area in areas if len(areas) == 1 or any(t.plural for t in frame.triggers) else areas[:1]:
        at = draft_of_area(area, frame, found, drafts)
        if at is not None:
            drafts[at] = join(found, drafts[at], frame, drafts[at].area or area)
            placed = True
        elif placed and told and len(areas) > 1:
            # one account of several areas was told before without naming them: its side and days hold for each
            drafts.append(replace(told[-1], area=area, frames=(frame,), last=frame.sentence))
    alone = not placed and len(areas) == 1 and current_draft(found, frame, drafts) is None
    if alone and not frame.countries and opens(found, frame):
        drafts.append(open_draft(found, frame, areas[0], drafts))
        return True
    return placed


def _add_to_area(found: Found, area: Area, part: Frame, drafts: list[Draft]) -> None:
    at = draft_of_area(area, part, found, drafts)
    if at is None and area.admin1 is None:
        at = current_draft(
            found, part, drafts
        )  # a district the gazetteer lacks, in the town told before
    if at is not None:
        drafts[at] = join(found, drafts[at], part, drafts[at].area or area)
    elif opens(found, part):
        drafts.append(open_draft(found, part, area, drafts))


def _without_area(found: Found, frame: Frame, drafts: list[Draft]) -> None:
    """Go on with the event told last, or open one whose area is not told yet."""
    at = current_draft(found, frame, drafts)
    if at is None:
        at = draft_pointed_at(found, frame, drafts)
    if at is None:
        if opens(found, frame) and strength(found, frame) >= needed(frame):
            drafts.append(open_draft(found, frame, None, drafts))
        return
    latest = drafts[at].last
    several = any(t.definite and t.plural for t in frame.triggers)
    for number, draft in enumerate(drafts):
        together = (
            several and 0 <= latest - draft.last <= NEAR - 1 and draft.side == drafts[at].side
        )
        if number == at or together:
            drafts[number] = join(found, draft, frame, draft.area)
