"""Whether an incident happened at all, by the accounts of its occurrence."""

from collections.abc import Collection, Sequence

from dateline.incidents.facts import FIRM, fold
from dateline.model.incidents import FieldRecord, Voice
from dateline.model.vocab import Stage

CONFIRMED, CLAIMED, UNCERTAIN, DENIED = "confirmed", "claimed", "uncertain", "denied"
STATUSES = (CONFIRMED, CLAIMED, UNCERTAIN, DENIED)
_AHEAD = frozenset({Stage.THREATENED, Stage.PLANNED})


def occurrence_status(
    occurrence: FieldRecord,
    stage: Stage,
    tellers: Collection[str],
    parties: tuple[Collection[str], str | None],
) -> str:
    """One word for whether it happened; who did it and with what effect are judged apart.

    ``denied``     nobody says it happened and someone denies it, or the stage is ``denied``
    ``uncertain``  some say so and some deny it; or all who say so hedge; or it is only threatened or planned
    ``confirmed``  nobody denies it, and two independent origins say so without a hedge, asserting or confirming;
                   or both the attacker's side and the side of the place hit say so
    ``claimed``    all else: one origin, or one side's own claim

    Args:
        occurrence: everything said of the occurrence.
        stage: the incident's.
        tellers: origins that tell of the attack, in reports that make no claim of its occurrence too.
        parties: the attackers' sides and the country of the place hit, folded.
    """
    given = [v for value in occurrence.values for v in value.voices]
    denials = [v for value in occurrence.values for v in value.denials]
    if stage is Stage.DENIED or (denials and not given):
        return DENIED
    spoken = {v.origin for v in given}
    silent = set(tellers) - spoken
    firm = {v.origin for v in given if v.claim.stance in FIRM and not v.claim.hedged} | silent
    plain = {v.origin for v in given if not v.claim.hedged} | silent
    if stage in _AHEAD or denials or not plain:
        return UNCERTAIN
    return CONFIRMED if len(firm) > 1 or _both_sides(given, parties) else CLAIMED


def _both_sides(given: Sequence[Voice], parties: tuple[Collection[str], str | None]) -> bool:
    attackers, country = parties
    speaking = {
        fold(v.claim.source.side) for v in given if v.claim.source.side and not v.claim.hedged
    }
    return (
        country is not None
        and country in speaking - set(attackers)
        and bool(speaking & set(attackers))
    )
