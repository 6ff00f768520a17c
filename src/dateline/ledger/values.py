"""What the ledger gives and is asked with: frozen rows and filters."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from dateline.model.claims import Claim, Position
from dateline.model.incidents import ReportHead
from dateline.model.vocab import EventType, Field, Polarity, SourceKind, Stage, Stance

Cell: TypeAlias = str | int | float | bool | None
"""A value of a result of :meth:`Ledger.sql`; days as ISO 8601 text, bytes as hex digits."""

Member: TypeAlias = tuple[str, str, bool]
"""Incident id, event mention id, whether the mention is a follow-up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appended:
    """What :meth:`Ledger.append` found new."""

    report_new: bool
    reading_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionFilter:
    """Which event mentions; all conditions that are not None must hold.

    Attributes:
        reports: report ids.
        types: event types.
        stages: how far it got.
        country: plain English name, exactly.
        admin1: plain English name, exactly.
        outlet: exactly as printed.
        published_from: first day of publication; reports without one are left out.
        published_to: last day of publication.
        day_from: the attack may have been on this day or later; undated ones are left out.
        day_to: the attack may have been on this day or earlier.
    """

    reports: frozenset[str] | None = None
    types: frozenset[EventType] | None = None
    stages: frozenset[Stage] | None = None
    country: str | None = None
    admin1: str | None = None
    outlet: str | None = None
    published_from: date | None = None
    published_to: date | None = None
    day_from: date | None = None
    day_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """Which claims; all conditions that are not None must hold.

    Attributes:
        events: event mention ids.
        reports: report ids.
        fields: fields of an event.
        stances: how the source holds it.
        source: name of the speaker, in any case and with or without accents.
        kind: kind of speaker (``OUTLET`` for the outlets' own accounts).
        side: country or group the speaker speaks for.
        published_from: first day of publication.
        published_to: last day of publication.
    """

    events: frozenset[str] | None = None
    reports: frozenset[str] | None = None
    fields: frozenset[Field] | None = None
    stances: frozenset[Stance] | None = None
    source: str | None = None
    kind: SourceKind | None = None
    side: str | None = None
    published_from: date | None = None
    published_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionFilter:
    """Which positions; all conditions that are not None must hold.

    Attributes:
        reports: report ids.
        polarities: which way.
        source: name of the speaker, in any case and with or without accents.
        kind: kind of speaker.
        side: country or group the speaker speaks for.
        published_from: first day of publication.
        published_to: last day of publication.
    """

    reports: frozenset[str] | None = None
    polarities: frozenset[Polarity] | None = None
    source: str | None = None
    kind: SourceKind | None = None
    side: str | None = None
    published_from: date | None = None
    published_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim and where it stands.

    Attributes:
        id: ``c_…``.
        event_id: the event mention it is about (``e_…``).
        event_key: the same, inside its report (``A``).
        report: the report it stands in.
        reader: who read it.
        claim: the claim.
    """

    id: str
    event_id: str
    event_key: str
    report: ReportHead
    reader: str
    claim: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionRow:
    """A position and where it stands (``id`` is ``p_…``)."""

    id: str
    report: ReportHead
    reader: str
    position: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A speaker across reports: all sources of one kind whose folded names are the same.

    Attributes:
        id: ``s_`` + hash of folded name and kind.
        name: the spelling most reports use, the first in order of characters among equals.
        kind: what kind of speaker.
        offices: all, as printed, sorted.
        sides: all, sorted.
        claims: how many claims.
        positions: how many positions.
        reports: in how many reports.
    """

    id: str
    name: str
    kind: SourceKind
    offices: tuple[str, ...]
    sides: tuple[str, ...]
    claims: int
    positions: int
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingHead:
    """One reading of a report, without what it found.

    Attributes:
        id: ``g_…``.
        report_id: what was read.
        reader: who read it.
        run_id: in which run.
        events: how many event mentions it found.
        current: whether the record rests on it.
    """

    id: str
    report_id: str
    reader: str
    run_id: str
    events: int
    current: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a snippet; ``found`` if it is one of the words searched for."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something that holds the words searched for.

    Attributes:
        report: the report that holds them.
        claim_id: the claim that holds them; None where the report's text or title does.
        event_id: the event mention of that claim.
        pieces: a stretch of the text around them.
    """

    report: ReportHead
    claim_id: str | None
    event_id: str | None
    pieces: tuple[Piece, ...]

    def marked(self, opening: str = "[", closing: str = "]") -> str:
        """The snippet as one string, what was found between ``opening`` and ``closing``."""
        return "".join(f"{opening}{p.text}{closing}" if p.found else p.text for p in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much the ledger holds; events, claims, positions and sources of current readings.

    Attributes:
        reports: texts.
        originals: reports that are not near copies of another.
        readings: current and superseded.
        events: event mentions.
        claims: claims.
        positions: positions.
        sources: speakers, each counted in every report that introduces it.
        decisions: settled by people, taken back ones included.
        runs: calls that wrote.
    """

    reports: int
    originals: int
    readings: int
    events: int
    claims: int
    positions: int
    sources: int
    decisions: int
    runs: int
