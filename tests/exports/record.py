"""A small record that every format is tried on."""

from dataclasses import replace

from dateline.exports.incident_rows import incident_of
from dateline.exports.record import Record
from dateline.incidents.record import all_incidents
from dateline.ledger.values import ClaimRow, PositionRow
from dateline.model.places import Level
from dateline.model.vocab import Effect, Field, Stance, TargetType, WeaponType
from tests.factory import DAY, claim, dating, event, head, mention, place, position, source

TORV = source("Ilan Torv", side="Norland")
TOWN = mention(
    event(
        when=dating(DAY.replace(day=13), DAY),
        places=[place(at=(50.12345, 30.98765)), place("Belmark", level=Level.REGION)],
        sides=["Sudland"],
        targets=[TargetType.FUEL_STORAGE, TargetType.RAIL],
        weapons=[WeaponType.DRONE],
        claims=[
            claim(),
            claim(Field.KILLED, (2, 4), TORV),
            claim(Field.EFFECT, Effect.FIRE, TORV, text="=SUM(A1)"),
            claim(Field.ATTACKER, "Sudland", TORV, stance=Stance.DENIED),
        ],
    ),
    head("a"),
)
AGAIN = mention(event(claims=[claim(Field.KILLED, 5)]), head("b", outlet="@desk"))
REGION = mention(event(when=None, admin1="Zellmark", places=["Zellmark"]), head("c"))
NOWHERE = mention(event(when=DAY.replace(month=1), country=None, admin1=None), head("d"))

INCIDENTS = all_incidents([TOWN, AGAIN, REGION, NOWHERE])
CLAIMS = tuple(
    ClaimRow(
        id=f"c_{m.report.name}{n}",
        event_id=m.id,
        event_key=m.event.key,
        report=m.report,
        reader=m.reader,
        claim=c,
    )
    for m in (TOWN, AGAIN)
    for n, c in enumerate(m.event.claims)
)
POSITIONS = (PositionRow(id="p_1", report=TOWN.report, reader="test 1", position=position()),)


def record() -> Record:
    return Record(
        incidents=iter(INCIDENTS),
        claims=iter(CLAIMS),
        positions=iter(POSITIONS),
        incident_of=incident_of(INCIDENTS),
    )


def broken() -> Record:
    """One claim whose words hold a lone surrogate, as a broken page may."""
    row = CLAIMS[0]
    return Record(claims=[replace(row, claim=replace(row.claim, text="a\ud800"))])
