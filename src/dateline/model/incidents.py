"""Incidents: event mentions of one attack across reports, and what they agree on."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from dateline.model.claims import Claim, ClaimValue, EventMention
from dateline.model.times import Interval
from dateline.model.vocab import EventType, Field, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportHead:
    """A report without its text.

    Attributes:
        origin: id of the report this one is a near-identical copy of; its own id when original.
    """

    id: str
    name: str
    outlet: str | None
    title: str | None
    url: str | None
    published: date | None
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An event mention with the report it stands in.

    Attributes:
        id: ``e_`` + hash of report, reader and key.
        report: where it stands.
        reader: who read it.
        event: the mention itself.
    """

    id: str
    report: ReportHead
    reader: str
    event: EventMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What one feature says about a pair of mentions.

    Attributes:
        feature: name of the comparison ("dating", "place").
        level: the level reached ("same day", "apart", "unknown").
        weight: bits for (+) or against (-) the pair telling of one incident; 0 when unknown.
    """

    feature: str
    level: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchResult:
    """How well two mentions match, with the reasons.

    Attributes:
        left: mention id, the smaller of the two.
        right: mention id.
        weight: sum of the comparisons' weights and the prior, in bits.
        comparisons: the parts of that sum.
        barred: why they can't be one whatever the weight ("same report"); None if they can.
    """

    left: str
    right: str
    weight: float
    comparisons: tuple[Comparison, ...]
    barred: str | None = None


class DecisionKind(StrEnum):
    """What a person can settle."""

    MERGE = "merge"
    SPLIT = "split"
    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person settled; appended, never changed.

    Attributes:
        id: ``d_`` + hash of the rest.
        kind: what was settled.
        subjects: mention ids (merge, split: two; accept, reject, correct: one), or the id of the
            decision taken back (undo).
        field: for ``correct``.
        value: for ``correct``.
        reason: why, in the person's words.
        by: who.
        at: when, UTC.
    """

    id: str
    kind: DecisionKind
    subjects: tuple[str, ...]
    field: Field | None = None
    value: ClaimValue = None
    reason: str
    by: str
    at: datetime


class Verdict(StrEnum):
    """How the accounts of one field stand to each other."""

    AGREED = "agreed"
    SINGLE = "single source"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One claim with the report it stands in.

    Attributes:
        origin: what counts once for corroboration: the speaker, or for the outlet's own account
            the report's origin.
        admission: the speaker speaks against its own side's interest.
    """

    claim: Claim
    mention: str
    report: ReportHead
    origin: str
    admission: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldValue:
    """One value of a field, and all who give it or deny it.

    Attributes:
        value: as claimed.
        voices: who gives it.
        denials: who denies it.
        origins: how many independent origins give it.
    """

    value: ClaimValue
    voices: tuple[Voice, ...]
    denials: tuple[Voice, ...]
    origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRecord:
    """Everything said of one field of an incident.

    Attributes:
        field: which.
        verdict: computed from ``values``.
        values: side by side, most origins first.
        open: voices that say it is not known or decline to say.
    """

    field: Field
    verdict: Verdict
    values: tuple[FieldValue, ...]
    open: tuple[Voice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One attack by one side in one first-level area within one wave, as all reports tell it.

    Attributes:
        id: ``i_`` + hash of its first mention (earliest published, then by id): report, trigger and area.
        mentions: in order of publication.
        follow_ups: mentions of its aftermath; linked, never counted again.
        type: the type most origins give.
        stage: the strongest account's.
        interval: the days all dated mentions have in common, else the span they cover; None undated.
        country: plain English; None when not told.
        admin1: plain English; None when not told.
        places: names, each once.
        sides: who attacked, by all accounts.
        target_types: by all accounts.
        weapon_types: by all accounts.
        origins: independent origins that say it happened.
        status: ``confirmed``, ``claimed``, ``uncertain``, ``denied``: whether it happened at all.
        fields: every field's values side by side.
        wave: ``w_…`` shared by the incidents of one side's night; None undated.
    """

    id: str
    mentions: tuple[Mention, ...]
    follow_ups: tuple[Mention, ...]
    type: EventType
    stage: Stage
    interval: Interval | None
    country: str | None
    admin1: str | None
    places: tuple[str, ...]
    sides: tuple[str, ...]
    target_types: tuple[str, ...]
    weapon_types: tuple[str, ...]
    origins: int
    status: str
    fields: tuple[FieldRecord, ...]
    wave: str | None = None
