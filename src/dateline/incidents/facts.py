"""What a mention tells, in the form in which mentions are compared."""

import unicodedata

from dateline.model.claims import PlaceArgument
from dateline.model.incidents import Mention
from dateline.model.places import Level
from dateline.model.vocab import Field, SourceKind, Stance

FIRM = frozenset({Stance.ASSERTED, Stance.CONFIRMED})
"""Stances of a speaker who leaves no doubt."""
MUTE = frozenset({Stance.DENIED, Stance.UNKNOWN})
"""Stances that give no value: a denial carries the value denied."""
_FINE = frozenset({Level.TOWN, Level.DISTRICT})


def fold(words: str) -> str:
    """Letters and digits only, without accents and case, one space between words."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(kept.split())


def region(mention: Mention) -> str | None:
    """The first-level region, folded; None when not told."""
    return fold(mention.event.admin1) if mention.event.admin1 else None


def country(mention: Mention) -> str | None:
    """The country, folded; None when not told."""
    return fold(mention.event.country) if mention.event.country else None


def is_fine(argument: PlaceArgument, mention: Mention) -> bool:
    """Whether a place is finer than a region: by its level, or unresolved and not the region's name."""
    if argument.place is not None:
        return argument.place.level in _FINE
    return fold(argument.text) not in {region(mention), country(mention), ""}


def fine_places(mention: Mention) -> tuple[PlaceArgument, ...]:
    """The places of a mention that are finer than a region."""
    return tuple(p for p in mention.event.places if is_fine(p, mention))


def fine_names(mention: Mention) -> frozenset[str]:
    """Folded names of those places: as printed, and as the gazetteer has them."""
    return frozenset(
        fold(name)
        for p in fine_places(mention)
        for name in (p.text, p.place.name if p.place else "")
        if fold(name)
    )


def regions_of_places(mention: Mention) -> frozenset[str]:
    """The regions in which its places lie; more than one where a report sums up a wave."""
    return frozenset(
        p.place.admin1_code or p.place.admin1
        for p in mention.event.places
        if p.place is not None and p.place.admin1 is not None
    )


def told_sides(mention: Mention) -> frozenset[str]:
    """Everyone whom some account of the mention makes the attacker, folded; denials left out."""
    said = {
        c.value
        for c in mention.event.claims
        if c.field is Field.ATTACKER and isinstance(c.value, str) and c.stance not in MUTE
    }
    named = {a.side for a in mention.event.attackers if a.side is not None}
    return frozenset(fold(side) for side in said | named)


def undisputed_side(mention: Mention) -> str | None:
    """The one side that attacked by the outlet's own account, where no account differs or denies.

    Without a claim about the attacker the words naming one are the outlet's own.
    """
    sides = told_sides(mention)
    claims = [c for c in mention.event.claims if c.field is Field.ATTACKER]
    if len(sides) != 1 or any(c.stance is Stance.DENIED for c in claims):
        return None
    own = any(
        c.source.kind is SourceKind.OUTLET and c.stance in FIRM and not c.hedged for c in claims
    )
    return next(iter(sides)) if own or not claims else None
