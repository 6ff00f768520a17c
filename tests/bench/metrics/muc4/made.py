"""Templates and incidents made up for these tests."""

from collections.abc import Mapping

from dateline.bench.metrics.muc4.entities import ROLES, Entity, Incident
from dateline.bench.metrics.muc4.fills import Filler
from dateline.bench.metrics.muc4.notation import fillers
from dateline.bench.metrics.muc4.slots import KINDS
from dateline.bench.metrics.muc4.templates import Template, templates


def fills(slot: str, *lines: str) -> tuple[Filler, ...]:
    """The fillers that lines under a slot stand for."""
    return fillers(list(lines), KINDS[slot])


def template(*, number: str = "1", optional: bool = False, **slots: str | list[str]) -> Template:
    """A template; slots with underscores for hyphens, an ATTACK unless told otherwise."""
    given: Mapping[str, object] = {"inc-type": ["ATTACK"]} | {
        name.replace("_", "-"): value for name, value in slots.items()
    }
    (made,) = templates([{"template_id": number, "optional": optional, **given}])
    return made


def incident(kind: str = "attack", **roles: list[str]) -> Incident:
    """An incident; an entity is its mentions with bars between."""
    split: dict[str, tuple[Entity, ...]] = {
        role: tuple(tuple(entity.split("|")) for entity in roles.get(role, [])) for role in ROLES
    }
    return Incident(kind, split)
