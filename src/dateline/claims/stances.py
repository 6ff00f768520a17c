"""How a source holds a value: the stance of the cue, bent by who speaks of what.

The coding guide's settled cases: a party that names its enemy alleges; a side's own success or shoot-down is claimed; words of doubt make the
stance, "reportedly" and "believed to" the hedge.
"""

from dataclasses import dataclass

from dateline.claims.frames import Frame
from dateline.claims.spoken import Spoken
from dateline.model.claims import ClaimValue
from dateline.model.mentions import MarkerKind
from dateline.model.spans import Span
from dateline.model.vocab import Field, SourceKind, Stance

_REACH = 80  # characters before a value in which a hedge weakens it
_OWN_DEEDS = {
    Field.OCCURRENCE,
    Field.EFFECT,
    Field.TARGET,
    Field.KILLED,
    Field.INJURED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Who stands where in one event.

    Attributes:
        attacker: the side said to have attacked.
        victim: the country of the place hit.
        voice: the side whose own word the report is; None for news media.
    """

    attacker: str | None
    victim: str | None
    voice: str | None = None


def stance_of(
    field: Field, value: ClaimValue, said: Spoken | None, parties: Parties, *, doubted: bool
) -> Stance:
    """The stance of one value.

    Args:
        field: the field it is a value of.
        value: the value; for the attacker the side named.
        said: the attribution it stands in; None for the outlet's own words.
        parties: the sides of the event.
        doubted: a word of doubt stands beside it.
    """
    base = said.stance if said is not None else Stance.ASSERTED
    if base is Stance.UNKNOWN and value is not None:
        base = Stance.ASSERTED
    if base in {Stance.DENIED, Stance.UNKNOWN}:
        return base
    if doubted:
        return Stance.CLAIMED
    if said is None:
        return _of_side(field, value, parties.voice, parties) if parties.voice else base
    if base is not Stance.ASSERTED:
        return Stance.ASSERTED if base is Stance.ALLEGED and field is not Field.ATTACKER else base
    return _of_party(field, value, said, parties)


def _of_party(field: Field, value: ClaimValue, said: Spoken, parties: Parties) -> Stance:
    if said.source.kind is SourceKind.OUTLET:
        return Stance.ASSERTED
    return _of_side(field, value, said.source.side, parties)


def _of_side(field: Field, value: ClaimValue, side: str | None, parties: Parties) -> Stance:
    """The stance of who speaks for a side (None: for none that is known): its own deeds are claimed, the enemy's alleged.

    A third side that only speaks of who attacked asserts it; one that accuses has a cue that says so.
    """
    if field is Field.ATTACKER:
        if side is not None and side == value:
            return Stance.CLAIMED
        return Stance.ALLEGED if side in {None, parties.victim} else Stance.ASSERTED
    if field is Field.INTERCEPTED:
        return Stance.CLAIMED
    if (
        field in _OWN_DEEDS
        and side is not None
        and side == parties.attacker
        and side != parties.victim
    ):
        return Stance.CLAIMED
    return Stance.ASSERTED


def is_near(frame: Frame, span: Span, kind: MarkerKind) -> bool:
    """Whether a marker of the kind stands shortly before the value, or inside its words."""
    return any(
        m.kind is kind and (span.contains(m.span) or 0 <= span.start - m.span.end <= _REACH)
        for m in frame.markers
    )
