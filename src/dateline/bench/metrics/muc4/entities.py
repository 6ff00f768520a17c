"""Templates reduced to what CEAF-REE and CEAF-RME see: the incident type and the entities of five roles.

An entity is the strings of one fill, its mentions. Of the key those are kept that stand in the text, in the order of where they first do; so Du et al. (2021)
made their files of MUC-4 from the key, and :func:`gold` gives the same for each of the 1,500 documents of their training and development parts.
"""

import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from dateline.bench.metrics.muc4.fills import Fill, Kind, Ref, leaves
from dateline.bench.metrics.muc4.notation import fillers

ROLES: Mapping[str, str] = {
    "PerpInd": "perp-ind-id",
    "PerpOrg": "perp-org-id",
    "Target": "phys-tgt-id",
    "Victim": "hum-tgt-name",
    "Weapon": "inc-instr-id",
}
"""Roles of Du et al. (2021) with the slots that fill them; a victim is one who has a name."""

DEFAULT_TYPE = "attack"
_HEADER = re.compile(r"(?s).*?--\s*(?:\[[^\]]*\]\s*)*")
_PARENTHESES = str.maketrans("[]", "()")
_PUNCTUATION = str.maketrans("", "", string.punctuation)
_ARTICLE = re.compile(r"\b(?:a|an|the)\b")

Entity: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """One template.

    Attributes:
        type: incident type in lower case; in a key ``a / b`` where either is right.
        roles: entities by role of :data:`ROLES`, none of them without a mention.
    """

    type: str
    roles: Mapping[str, tuple[Entity, ...]]

    @property
    def entities(self) -> tuple[tuple[str, Entity], ...]:
        """Every entity with its role."""
        return tuple((role, entity) for role in ROLES for entity in self.roles[role])

    def normalized(self) -> "Incident":
        """The same with every mention as it is compared."""
        return Incident(
            self.type,
            {
                role: tuple(tuple(map(normalized, entity)) for entity in entities)
                for role, entities in self.roles.items()
            },
        )


def normalized(mention: str) -> str:
    """In lower case, without punctuation, articles and blanks to spare."""
    return " ".join(_ARTICLE.sub(" ", mention.lower().translate(_PUNCTUATION)).split())


def gold(record: Mapping[str, Any]) -> tuple[Incident, ...]:
    """The incidents of a record of the key.

    Optional templates and fills count as any other, and of templates that come out alike one is kept.

    Args:
        record: with ``templates`` and the document's ``text``; where it has none, every string is kept, in the key's order.
    """
    text = report_text(record.get("text") or "")
    found: list[Incident] = []
    for row in record["templates"]:
        kinds = [kind for fill in _read(row, "inc-type", Kind.SET) for kind in leaves(fill)]
        made = Incident(
            " / ".join(kinds).lower() or DEFAULT_TYPE,
            {role: _standing(_entities(row, slot), text) for role, slot in ROLES.items()},
        )
        if made not in found:
            found.append(made)
    return tuple(found)


def response(rows: Sequence[Mapping[str, Any]]) -> tuple[Incident, ...]:
    """The incidents of a response's templates: the first type it names, and every string.

    Args:
        rows: what stands under ``templates``.
    """
    return tuple(
        Incident(
            next(
                (
                    kind.lower()
                    for fill in _read(row, "inc-type", Kind.SET)
                    for kind in leaves(fill)
                ),
                DEFAULT_TYPE,
            ),
            {role: _entities(row, slot) for role, slot in ROLES.items()},
        )
        for row in rows
    )


def report_text(text: str) -> str:
    """The text in which strings of the key are looked up: in lower case on one line, without its header and with round brackets for square ones.

    The header ends with the first ``--`` and the notes in square brackets that follow it.
    """
    line = " ".join(each for each in text.split("\n") if each.strip()).lower()
    return _HEADER.sub("", line, count=1).translate(_PARENTHESES)


def _read(row: Mapping[str, Any], slot: str, kind: Kind) -> tuple[Fill, ...]:
    return tuple(filler.fill for filler in fillers(row.get(slot), kind))


def _entities(row: Mapping[str, Any], slot: str) -> tuple[Entity, ...]:
    read = (_mentions(fill) for fill in _read(row, slot, Kind.STRING))
    return tuple(entity for entity in read if entity)


def _mentions(fill: Fill) -> Entity:
    value = fill.value if isinstance(fill, Ref) else fill
    bare = (_unquoted(leaf).lower() for leaf in leaves(value))
    return tuple(mention for mention in bare if mention not in {"", "-"})


def _unquoted(leaf: str) -> str:
    if len(leaf) > 1 and leaf[0] == leaf[-1] == '"':
        return leaf[1:-1].replace('\\"', '"').strip()
    return leaf.strip('"')


def _standing(entities: Sequence[Entity], text: str) -> tuple[Entity, ...]:
    """Mentions that stand in the text, by where they first do, and entities by their first mention."""
    if not text:
        return tuple(entities)
    kept = (sorted((m for m in entity if m in text), key=text.find) for entity in entities)
    return tuple(
        tuple(entity) for entity in sorted(filter(None, kept), key=lambda e: text.find(e[0]))
    )
