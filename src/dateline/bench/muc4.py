"""Readings as MUC-4 templates: the response format that the reference scorer of MUC-4 takes.

Only what both schemas hold is carried over: incident type and stage, instruments, perpetrators, physical targets with type and effect, human targets. The
tables are the project's reading of the MUC-4 fill rules (1992).
"""

from typing import Any

from dateline.model.claims import EventMention, Reading
from dateline.model.vocab import Effect, EventType, Field, Stage, Stance, TargetType, WeaponType

_TYPE = {
    EventType.IED: "BOMBING",
    EventType.SUICIDE: "BOMBING",
    EventType.ABDUCTION: "KIDNAPPING",
    EventType.PROPERTY: "ARSON",
}
_STAGE = {
    Stage.ACCOMPLISHED: "ACCOMPLISHED",
    Stage.ATTEMPTED: "ATTEMPTED",
    Stage.INTERCEPTED: "ATTEMPTED",
    Stage.THREATENED: "THREATENED",
    Stage.PLANNED: "THREATENED",
}
_INSTRUMENT = {
    WeaponType.MISSILE: "MISSILE",
    WeaponType.BOMB: "AERIAL BOMB",
    WeaponType.ARTILLERY: "PROJECTILE",
    WeaponType.MINE: "BOMB",
    WeaponType.SMALL_ARMS: "GUN",
    WeaponType.INCENDIARY: "FIRE",
}
_TARGET = {
    TargetType.REFINING: "ENERGY",
    TargetType.FUEL_STORAGE: "ENERGY",
    TargetType.PIPELINE: "ENERGY",
    TargetType.POWER_PLANT: "ENERGY",
    TargetType.POWER_GRID: "ENERGY",
    TargetType.GAS: "ENERGY",
    TargetType.ENERGY: "ENERGY",
    TargetType.COMMERCIAL: "COMMERCIAL",
    TargetType.RESIDENTIAL: "CIVILIAN RESIDENCE",
    TargetType.GOVERNMENT: "GOVERNMENT OFFICE OR RESIDENCE",
    TargetType.COMMUNICATIONS: "COMMUNICATIONS",
    TargetType.ROAD: "TRANSPORTATION ROUTE",
    TargetType.RAIL: "TRANSPORTATION ROUTE",
    TargetType.PORT: "TRANSPORTATION FACILITY",
    TargetType.AIRBASE: "TRANSPORTATION FACILITY",
    TargetType.VEHICLE: "TRANSPORT VEHICLE",
    TargetType.VESSEL: "TRANSPORT VEHICLE",
}
_EFFECT = {
    Effect.DESTROYED.value: "DESTROYED",
    Effect.DAMAGED.value: "SOME DAMAGE",
    Effect.FIRE.value: "SOME DAMAGE",
    Effect.NONE.value: "NO DAMAGE",
}


def as_response(record: dict[str, Any], reading: Reading) -> dict[str, Any]:
    """``{"docid", "templates"}`` of one reading; an absent slot is no fill."""
    name = str(record.get("docid") or record.get("id") or reading.report.name)
    templates = [_template(event) for event in reading.events if event.stage in _STAGE]
    return {"docid": name, "templates": templates}


def _template(event: EventMention) -> dict[str, list[str]]:
    slots: dict[str, list[str]] = {
        "inc-type": [_TYPE.get(event.type, "ATTACK")],
        "inc-stage": [_STAGE[event.stage]],
    }
    things = [t for t in event.targets if t.type is not TargetType.PEOPLE]
    people = [t for t in event.targets if t.type is TargetType.PEOPLE]
    slots["inc-instr-id"] = [_quoted(w.text) for w in event.weapons]
    slots["inc-instr-type"] = [
        f"{_INSTRUMENT[w.type]}: {_quoted(w.text)}" for w in event.weapons if w.type in _INSTRUMENT
    ]
    slots["perp-ind-id"] = [_quoted(a.text) for a in event.attackers if a.text.islower()]
    slots["perp-org-id"] = [_quoted(a.text) for a in event.attackers if not a.text.islower()]
    slots["phys-tgt-id"] = [_quoted(t.text) for t in things]
    slots["phys-tgt-type"] = [f"{_TARGET.get(t.type, 'OTHER')}: {_quoted(t.text)}" for t in things]
    effects = [
        _EFFECT[c.value]
        for c in event.claims
        if c.field is Field.EFFECT
        and c.stance is not Stance.DENIED
        and isinstance(c.value, str)
        and c.value in _EFFECT
    ]
    slots["phys-tgt-effect"] = (
        [f"{effects[0]}: {_quoted(t.text)}" for t in things] if effects else []
    )
    slots["hum-tgt-desc"] = [_quoted(t.text) for t in people]
    return {name: fills for name, fills in slots.items() if fills}


def _quoted(words: str) -> str:
    return '"' + " ".join(words.replace('"', "").split()).upper() + '"'
