"""Frames: the mentions of one sentence that one speaker answers for.

A sentence with "X, the governor said, while the ministry claimed Y" gives two frames; the outlet's own words give a third. What names a speaker
belongs to no frame, so that the seat of a ministry is not taken for the place of an attack.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from dateline.claims.answers import withheld
from dateline.claims.responsibility import deed_in, own_deed, owner
from dateline.claims.spoken import Spoken, framed, speaker_of, touching
from dateline.model.mentions import (
    ActorMention,
    CountMention,
    EffectMention,
    FacilityMention,
    MarkerKind,
    MarkerMention,
    Mentions,
    QuantityMention,
    TriggerMention,
    WeaponMention,
)
from dateline.model.places import Level, Toponym, Use
from dateline.model.spans import Span
from dateline.model.texts import Text, Token
from dateline.model.times import Timex

M = TypeVar(
    "M",
    TriggerMention,
    WeaponMention,
    FacilityMention,
    EffectMention,
    CountMention,
    QuantityMention,
    ActorMention,
    MarkerMention,
    Toponym,
    Timex,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What one speaker says in one sentence.

    Attributes:
        sentence: index of the sentence.
        span: the sentence.
        said: index of the attribution; None for the outlet's own words.
        places: names below country level, used literally.
        countries: names of countries, used literally.
    """

    sentence: int
    span: Span
    said: int | None
    triggers: tuple[TriggerMention, ...]
    weapons: tuple[WeaponMention, ...]
    facilities: tuple[FacilityMention, ...]
    effects: tuple[EffectMention, ...]
    counts: tuple[CountMention, ...]
    quantities: tuple[QuantityMention, ...]
    actors: tuple[ActorMention, ...]
    markers: tuple[MarkerMention, ...]
    timexes: tuple[Timex, ...]
    places: tuple[Toponym, ...]
    countries: tuple[Toponym, ...]

    def has(self, kind: MarkerKind) -> bool:
        """Whether a marker of the kind stands in it."""
        return any(m.kind is kind for m in self.markers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Everything found in a text, before it is put together.

    Attributes:
        voice: the side whose own word the report is; None for news media.
    """

    text: Text
    mentions: Mentions
    toponyms: Sequence[Toponym]
    timexes: Sequence[Timex]
    spoken: tuple[Spoken, ...]
    voice: str | None = None

    def said_in(self, frame: Frame) -> Spoken | None:
        """The attribution that answers for the frame; None for the outlet's own words."""
        return self.spoken[frame.said] if frame.said is not None else None


def make_frames(found: Found) -> tuple[Frame, ...]:
    """The frames of a text, in order; sentences without mentions give none."""
    frames: list[Frame] = []
    for number, sentence in enumerate(found.text.sentences):
        near = touching(found.spoken, sentence.span)
        for said in _speakers_in(found, sentence.span):
            frame = _frame(found, number, sentence.span, said, near)
            frames.extend(part for part in _clauses(found.text, frame) if _tells(found, part))
    return tuple(frames)


_SUBORDINATORS = frozenset({"as", "while", "after", "before"})
_AT_ONCE = frozenset({"as", "while", "and"})


def _clauses(text: Text, frame: Frame) -> tuple[Frame, ...]:
    """The frame cut where a second clause tells of a second attack ("X was hit as Y shelled Z"), else whole."""
    for token in text.tokens_in(frame.span):
        cut = token.span.start
        if token.lower not in _SUBORDINATORS and not _opens_clause(frame, token):
            continue
        before = [t for t in frame.triggers if t.span.end <= cut]
        after = [t for t in frame.triggers if t.span.start >= cut]
        if before and after and _two_attacks(frame, cut):
            first = _cut(frame, Span(frame.span.start, cut))
            second = _cut(frame, Span(cut, frame.span.end))
            if token.lower in _AT_ONCE:
                first, second = _dated_by(first, second), _dated_by(second, first)
            return first, *_clauses(text, second)
    return (frame,)


def _opens_clause(frame: Frame, token: Token) -> bool:
    """ "X hit A and Y shelled B": an "and" behind which a side or weapon is followed by its own verb and place."""
    if token.lower != "and":
        return False
    verb = next((t.span for t in frame.triggers if t.verb and t.span.start > token.span.end), None)
    if verb is None or not any(t.verb and t.span.end < token.span.start for t in frame.triggers):
        return False
    agents = [*(a.span for a in frame.actors), *(w.span for w in frame.weapons)]
    acts = any(token.span.end <= a.start and a.end <= verb.start for a in agents)
    at = [t.span.start for t in frame.places]
    return acts and any(a < token.span.start for a in at) and any(a > verb.start for a in at)


def _dated_by(frame: Frame, other: Frame) -> Frame:
    """What happens at once shares its day."""
    return frame if frame.timexes else replace(frame, timexes=other.timexes)


def _two_attacks(frame: Frame, cut: int) -> bool:
    """Both clauses name a place or a side of their own; else the second only says more of the first."""
    named = [*(t.span.start for t in frame.places), *(a.span.start for a in frame.actors)]
    return any(at < cut for at in named) and any(at >= cut for at in named)


def _cut(frame: Frame, span: Span) -> Frame:
    def inside(items: Sequence[M]) -> tuple[M, ...]:
        return tuple(item for item in items if span.start <= item.span.start < span.end)

    return replace(
        frame,
        span=span,
        triggers=inside(frame.triggers),
        weapons=inside(frame.weapons),
        facilities=inside(frame.facilities),
        effects=inside(frame.effects),
        counts=inside(frame.counts),
        quantities=inside(frame.quantities),
        actors=inside(frame.actors),
        markers=inside(frame.markers),
        timexes=inside(frame.timexes),
        places=inside(frame.places),
        countries=inside(frame.countries),
    )


def _tells(found: Found, frame: Frame) -> bool:
    """Whether anything in the frame can bear on an attack; of quoted speech, naming a side or a refusal is enough."""
    things = (frame.triggers, frame.effects, frame.counts, frame.facilities, frame.weapons)
    if any(things) or (frame.said is not None and frame.actors):
        return True
    return withheld(found.text, found.said_in(frame), frame.span) is not None


def _speakers_in(found: Found, span: Span) -> tuple[int | None, ...]:
    """Who speaks in the sentence, in the order of their words; the outlet last if anything is left to it."""
    inside = [
        n
        for n, said in enumerate(found.spoken)
        if any(part.overlaps(span) for part in said.content)
        or (said.cue is not None and span.contains(said.cue) and _answers(found.text, said))
    ]
    return (*inside, None)


def _answers(text: Text, said: Spoken) -> bool:
    """Whether it owns up to an attack, denies it, or will not speak of it."""
    return owner(text, said) is not None or withheld(text, said) is not None


def _frame(found: Found, number: int, span: Span, said: int | None, near: Sequence[int]) -> Frame:
    mentions, spoken = found.mentions, found.spoken
    opening = found.text.dateline.span.end if found.text.dateline is not None else 0

    def own(items: Sequence[M]) -> tuple[M, ...]:
        first = bisect_left(items, max(span.start, opening), key=_start)
        last = bisect_left(items, span.end, key=_start)
        return tuple(
            item
            for item in items[first:last]
            if speaker_of(spoken, item.span.start, near) == said
            and (said is not None or not framed(spoken, item.span.start, near))
        )

    literal = [
        t
        for t in own(tuple(found.toponyms))
        if t.use is Use.LITERAL and not _from_elsewhere(found.text, t)
    ]
    return Frame(
        sentence=number,
        span=span,
        said=said,
        triggers=own(mentions.triggers),
        weapons=own(mentions.weapons),
        facilities=own(mentions.facilities),
        effects=own(mentions.effects),
        counts=own(mentions.counts),
        quantities=own(mentions.quantities),
        actors=(*own(mentions.actors), *_owners(found, span, said)),
        markers=own(mentions.markers),
        timexes=own(tuple(found.timexes)),
        places=tuple(t for t in literal if not _is_country(t)),
        countries=tuple(t for t in literal if _is_country(t)),
    )


def _start(item: M) -> int:
    return item.span.start


def _owners(found: Found, span: Span, said: int | None) -> tuple[ActorMention, ...]:
    """The speaker itself, in the sentence where it claims or denies the attack, or tells of it as its own ("it had struck")."""
    if said is None:
        if found.voice is None:
            return ()
        own = deed_in(found.text, span, found.voice, found.mentions.triggers, quoted=True)
        return (own,) if own is not None else ()
    actor = owner(found.text, found.spoken[said])
    if actor is not None and span.contains(actor.span):
        return (actor,)
    own = own_deed(found.text, found.spoken[said], span, found.mentions.triggers)
    return (own,) if own is not None else ()


def _is_country(toponym: Toponym) -> bool:
    return toponym.place is not None and toponym.place.level in {Level.COUNTRY, Level.SEA}


def _from_elsewhere(text: Text, toponym: Toponym) -> bool:
    """ "From X", "border with X", "visit to X": a place that is not where it happened."""
    index = text.token_at(toponym.wide.start)
    if index is None or index == 0:
        return False
    before = [
        t.lower for t in text.tokens[max(0, index - 3) : index] if t.lower not in {"the", "nearby"}
    ]
    if not before:
        return False
    if before[-1] in {"from", "with"} or before[-2:] in (
        ["visit", "to"],
        ["talks", "in"],
        ["trip", "to"],
        ["envoy", "to"],
        ["ambassador", "to"],
    ):
        return True
    after = text.tokens_in(Span(toponym.wide.end, min(len(text.body), toponym.wide.end + 12)))
    return (
        bool(after)
        and after[0].lower == "'s"
        and len(after) > 1
        and after[1].lower in {"border", "nearest"}
    )
