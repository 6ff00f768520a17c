"""What a report says: sources, attributions, event mentions, claims and positions.

All spans here count characters of the *report* (``Report.text``), so that they outlive the reading.
"""

from dataclasses import dataclass
from typing import TypeAlias

from dateline.model.places import Place
from dateline.model.reports import Report
from dateline.model.spans import Span
from dateline.model.times import UNDATED, Dating
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

Range: TypeAlias = tuple[int | None, int | None]
ClaimValue: TypeAlias = bool | int | str | Range | None
"""``True``/``False``, a number, ``(5, None)`` for "at least 5", a word of a vocabulary, or a figure as printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A speaker, as first introduced in the report.

    Attributes:
        name: without title ("Ann Vell"); the describing words of an anonymous one; ``outlet``.
        kind: what kind of speaker.
        office: title or role as printed ("regional governor of Veldt").
        side: country or group it speaks for, where the report lets one tell.
        span: the words that introduce it; None for the outlet.
    """

    name: str
    kind: SourceKind
    office: str | None = None
    side: str | None = None
    span: Span | None = None


OUTLET = Source(name="outlet", kind=SourceKind.OUTLET)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Source, cue, content (PARC 3.0, PolNeAR).

    Attributes:
        source: who speaks, resolved to its first introduction.
        source_span: the words that name the source here ("he", "the source").
        cue: the words that mark the speaking ("said", "according to").
        content: what is said; several stretches where the cue stands in the middle.
        stance: the stance the cue gives to what is said.
        hedged: whether the cue weakens it ("reportedly").
        quoted: whether the content is (partly) in quotation marks.
        via: to whom or where it was said, outermost last ("AFP", "social media").
    """

    source: Source
    source_span: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    stance: Stance
    hedged: bool = False
    quoted: bool = False
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One value of one field of one event mention, as said by one source in one span.

    Attributes:
        field: which field.
        value: the value; None with stance ``unknown``.
        text: the smallest stretch of words that carries it.
        span: where those words stand.
        source: who says so.
        stance: how the source holds it.
        hedged: weakened ("reportedly", "is believed to").
        attribution: index in :attr:`Reading.attributions`; None for the outlet's own account.
    """

    field: Field
    value: ClaimValue
    text: str
    span: Span
    source: Source
    stance: Stance
    hedged: bool = False
    attribution: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceArgument:
    """A name that says where an attack struck; ``place`` is None when the gazetteer lacks it."""

    text: str
    span: Span
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttackerArgument:
    """Words that name who attacked; ``side`` is a country or group."""

    text: str
    span: Span
    side: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetArgument:
    """What was hit or aimed at."""

    text: str
    span: Span
    type: TargetType


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponArgument:
    """What was used."""

    text: str
    span: Span
    type: WeaponType


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One report's account of one attack.

    Attributes:
        key: ``A``, ``B``, … in the order of the report.
        trigger: the words that tell of it.
        trigger_span: where they stand.
        type: ACLED sub-event type.
        stage: how far it got, by the strongest account.
        dating: when.
        country: plain English name of the country of the place hit; None when not told.
        admin1: plain English name of the first-level region; None when not told.
        places: names of where it struck, each once.
        attackers: words that name who attacked.
        targets: what was hit or aimed at.
        weapons: what was used.
        follow_up: the report tells of its aftermath (fire put out, repairs), not of a new attack.
        score: how sure the reader is, 0 to 1.
        claims: what is said of it, by whom.
    """

    key: str
    trigger: str
    trigger_span: Span
    type: EventType
    stage: Stage
    dating: Dating = UNDATED
    country: str | None = None
    admin1: str | None = None
    places: tuple[PlaceArgument, ...] = ()
    attackers: tuple[AttackerArgument, ...] = ()
    targets: tuple[TargetArgument, ...] = ()
    weapons: tuple[WeaponArgument, ...] = ()
    follow_up: bool = False
    score: float = 1.0
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What a speaker holds about an issue of the conflict.

    Attributes:
        source: who.
        issue: about what, in a few words of the report.
        polarity: which way.
        text: the words it rests on.
        span: where they stand.
        said: when it was said, if the report tells.
        attribution: index in :attr:`Reading.attributions`.
    """

    source: Source
    issue: str
    polarity: Polarity
    text: str
    span: Span
    said: Dating = UNDATED
    attribution: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotIncident:
    """Words that tell of attacks in general: habitual, summed up, hypothetical."""

    text: str
    span: Span
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one reader found in one report.

    Attributes:
        report: what was read.
        reader: name and version of the reader, with the hash of its tables ("rules 0.1.0 ab12…").
        attributions: in the order of the text.
        sources: each once, in the order of introduction; the outlet is not among them.
        events: keys ``A``, ``B``, ….
        positions: in the order of the text.
        not_incidents: in the order of the text.
        warnings: what the reader could not do and the user should know ("no publication date: …").
    """

    report: Report
    reader: str
    attributions: tuple[Attribution, ...] = ()
    sources: tuple[Source, ...] = ()
    events: tuple[EventMention, ...] = ()
    positions: tuple[Position, ...] = ()
    not_incidents: tuple[NotIncident, ...] = ()
    warnings: tuple[str, ...] = ()
