"""One flat row an incident: the columns that the tables share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.incidents.figures import bounds
from dateline.lexicon.event_types import event_types
from dateline.model.incidents import FieldRecord, Incident
from dateline.model.vocab import Effect, Field


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentColumns:
    """An incident as one row; ``None`` is not told, an empty tuple none.

    Attributes:
        id: ``i_…``.
        date_from: first day it may have happened.
        date_to: last day, included.
        type: ACLED sub-event type.
        acled_event_type: ACLED event type.
        acled_disorder_type: ACLED disorder type.
        plover_category: PLOVER category.
        plover_mode: PLOVER mode.
        muc4_type: MUC-4 incident type.
        stage: how far it got, by the strongest account.
        status: confirmed, claimed, uncertain or denied.
        country: of the place hit.
        admin1: first-level region.
        places: names as printed.
        sides: who attacked, by all accounts.
        attacker_verdict: how those accounts stand to each other.
        target_types: by all accounts.
        weapon_types: by all accounts.
        effects: by all accounts but denials.
        effect_verdict: how those stand to each other.
        killed_low: the least any account allows; None where none gives a figure.
        killed_high: the most any account allows; None where none gives a figure, or one has no upper end.
        killed_verdict: how the figures stand to each other.
        injured_low: as above.
        injured_high: as above.
        injured_verdict: as above.
        origins: independent origins that say it happened.
        reports: how many reports tell of the attack itself.
        follow_ups: how many mentions of its aftermath.
        report_ids: of those reports.
        mention_ids: of all mentions.
        wave: ``w_…``.
    """

    id: str
    date_from: date | None
    date_to: date | None
    type: str
    acled_event_type: str
    acled_disorder_type: str
    plover_category: str
    plover_mode: str | None
    muc4_type: str
    stage: str
    status: str
    country: str | None
    admin1: str | None
    places: tuple[str, ...]
    sides: tuple[str, ...]
    attacker_verdict: str
    target_types: tuple[str, ...]
    weapon_types: tuple[str, ...]
    effects: tuple[str, ...]
    effect_verdict: str
    killed_low: int | None
    killed_high: int | None
    killed_verdict: str
    injured_low: int | None
    injured_high: int | None
    injured_verdict: str
    origins: int
    reports: int
    follow_ups: int
    report_ids: tuple[str, ...]
    mention_ids: tuple[str, ...]
    wave: str | None


def incident_columns(incident: Incident) -> IncidentColumns:
    """The row of one incident."""
    records = {r.field: r for r in incident.fields}
    scheme = event_types()[incident.type]
    killed, injured = (figure_range(records.get(f)) for f in (Field.KILLED, Field.INJURED))
    reports = _sorted_once(m.report.id for m in incident.mentions)
    return IncidentColumns(
        id=incident.id,
        date_from=incident.interval.start if incident.interval else None,
        date_to=incident.interval.last if incident.interval else None,
        type=incident.type.value,
        acled_event_type=scheme.acled_event_type,
        acled_disorder_type=scheme.acled_disorder_type,
        plover_category=scheme.plover_category,
        plover_mode=scheme.plover_mode,
        muc4_type=scheme.muc4_type,
        stage=incident.stage.value,
        status=incident.status,
        country=incident.country,
        admin1=incident.admin1,
        places=incident.places,
        sides=incident.sides,
        attacker_verdict=_verdict(records.get(Field.ATTACKER)),
        target_types=incident.target_types,
        weapon_types=incident.weapon_types,
        effects=_effects(records.get(Field.EFFECT)),
        effect_verdict=_verdict(records.get(Field.EFFECT)),
        killed_low=killed[0],
        killed_high=killed[1],
        killed_verdict=_verdict(records.get(Field.KILLED)),
        injured_low=injured[0],
        injured_high=injured[1],
        injured_verdict=_verdict(records.get(Field.INJURED)),
        origins=incident.origins,
        reports=len(reports),
        follow_ups=len(incident.follow_ups),
        report_ids=reports,
        mention_ids=_sorted_once(m.id for m in (*incident.mentions, *incident.follow_ups)),
        wave=incident.wave,
    )


def figure_range(record: FieldRecord | None) -> tuple[int | None, int | None]:
    """Least and most by all accounts that give a figure; no account, no figure."""
    values = [v.value for v in record.values if v.voices] if record else []
    known = [b for b in map(bounds, values) if b is not None]
    if not known:
        return None, None
    tops = [high for _, high in known]
    low = min(low or 0 for low, _ in known)
    return low, None if None in tops else max(high for high in tops if high is not None)


def _verdict(record: FieldRecord | None) -> str:
    return record.verdict.value if record else "unknown"


def _effects(record: FieldRecord | None) -> tuple[str, ...]:
    given = {str(v.value) for v in record.values if v.voices} if record else set()
    return tuple(e.value for e in Effect if e.value in given)


def _sorted_once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))


def incident_of(incidents: Sequence[Incident]) -> dict[str, str]:
    """The incident of every mention, follow-ups included."""
    return {m.id: i.id for i in incidents for m in (*i.mentions, *i.follow_ups)}
