"""The slots of a MUC-4 template, their kinds, groups, references and hierarchies.

Source: MUC-4 task documentation and scoring guidelines (1992), as the project's notes tell them.
"""

from collections.abc import Mapping
from enum import Enum

from dateline.bench.metrics.muc4.fills import Kind


class Match(Enum):
    """How far a fill of the response agrees with one of the key: worth 1, 1/2 and 0."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


KINDS: Mapping[str, Kind] = {
    "inc-date": Kind.DATE,
    "inc-loc": Kind.PLACE,
    "inc-type": Kind.SET,
    "inc-stage": Kind.SET,
    "inc-instr-id": Kind.STRING,
    "inc-instr-type": Kind.SET,
    "perp-inc-cat": Kind.SET,
    "perp-ind-id": Kind.STRING,
    "perp-org-id": Kind.STRING,
    "perp-org-conf": Kind.SET,
    "phys-tgt-id": Kind.STRING,
    "phys-tgt-type": Kind.SET,
    "phys-tgt-num": Kind.NUMBER,
    "phys-tgt-nation": Kind.SET,
    "phys-tgt-effect": Kind.SET,
    "phys-tgt-total-num": Kind.NUMBER,
    "hum-tgt-name": Kind.STRING,
    "hum-tgt-desc": Kind.STRING,
    "hum-tgt-type": Kind.SET,
    "hum-tgt-num": Kind.NUMBER,
    "hum-tgt-nation": Kind.SET,
    "hum-tgt-effect": Kind.SET,
    "hum-tgt-total-num": Kind.NUMBER,
}
"""Slots 2 to 24 in the order of the template, each with the notation of its fills."""

SLOTS = tuple(KINDS)

GROUPS: Mapping[str, tuple[str, ...]] = {
    "INCIDENT": tuple(s for s in SLOTS if s.startswith("inc-")),
    "PERPETRATOR": tuple(s for s in SLOTS if s.startswith("perp-")),
    "PHYSICAL TARGET": tuple(s for s in SLOTS if s.startswith("phys-")),
    "HUMAN TARGET": tuple(s for s in SLOTS if s.startswith("hum-")),
}
"""What the reports of 1992 total together."""

SET_SLOTS = tuple(s for s in SLOTS if KINDS[s] is Kind.SET)
STRING_SLOTS = tuple(s for s in SLOTS if KINDS[s] is Kind.STRING)

IDENTIFYING = (
    "phys-tgt-id",
    "phys-tgt-type",
    "hum-tgt-name",
    "hum-tgt-desc",
    "hum-tgt-type",
    "perp-ind-id",
    "perp-org-id",
)
"""Slots of which one at least has to agree, beside the incident type, before two templates may be aligned."""

_BROADER: Mapping[str, Mapping[str, str]] = {
    "inc-type": dict.fromkeys(
        (
            "ARSON",
            "BOMBING",
            "KIDNAPPING",
            "HIJACKING",
            "ROBBERY",
            "FORCED WORK STOPPAGE",
        ),
        "ATTACK",
    ),
    "inc-instr-type": dict.fromkeys(("MACHINE GUN", "MORTAR", "HANDGUN", "RIFLE"), "GUN")
    | dict.fromkeys(("BOMB", "GRENADE", "MOLOTOV COCKTAIL"), "EXPLOSIVE")
    | dict.fromkeys(("VEHICLE BOMB", "DYNAMITE", "MINE", "AERIAL BOMB"), "BOMB")
    | dict.fromkeys(("MISSILE", "ROCKET"), "PROJECTILE"),
    "perp-org-conf": {"SUSPECTED OR ACCUSED BY AUTHORITIES": "SUSPECTED OR ACCUSED"},
    "phys-tgt-type": {"GOVERNMENT OFFICE OR RESIDENCE": "POLITICAL FIGURE OFFICE OR RESIDENCE"},
    "phys-tgt-effect": {"SOME DAMAGE": "DESTROYED"},
    "hum-tgt-type": {
        "GOVERNMENT OFFICIAL": "POLITICAL FIGURE",
        "FORMER GOVERNMENT OFFICIAL": "GOVERNMENT OFFICIAL",
        "FORMER ACTIVE MILITARY": "ACTIVE MILITARY",
    },
    "hum-tgt-effect": {"NO INJURY OR DEATH": "NO DEATH", "NO DEATH": "NO INJURY"},
}


def broader(slot: str, value: str) -> tuple[str, ...]:
    """Set fills above this one in the slot's hierarchy, nearest first: half right where the key has ``value``."""
    up = _BROADER.get(slot, {})
    found = []
    while value in up:
        value = up[value]
        found.append(value)
    return tuple(found)
