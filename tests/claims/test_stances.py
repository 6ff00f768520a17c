import pytest

from dateline.claims.spoken import Spoken
from dateline.claims.stances import Parties, stance_of
from dateline.model.claims import ClaimValue, Source
from dateline.model.vocab import Field, SourceKind, Stance
from tests.claims.world import read_invented, told

PARTIES = Parties(attacker="Grenmark", victim="Ruritania")


def by(side: str | None, stance: Stance = Stance.ASSERTED) -> Spoken:
    source = Source(name="x", kind=SourceKind.ORGANISATION, side=side)
    return Spoken(source=source, source_span=None, cue=None, content=(), stance=stance)


@pytest.mark.parametrize(
    ("field", "value", "said", "doubted", "stance"),
    [
        (Field.ATTACKER, "Grenmark", by("Ruritania"), False, Stance.ALLEGED),
        (Field.ATTACKER, "Grenmark", by("Grenmark"), False, Stance.CLAIMED),
        (Field.ATTACKER, "Grenmark", by(None), False, Stance.ALLEGED),
        (Field.ATTACKER, "Grenmark", by("Thirdland"), False, Stance.ASSERTED),
        (Field.ATTACKER, "Grenmark", by("Thirdland", Stance.ALLEGED), False, Stance.ALLEGED),
        (Field.ATTACKER, "Grenmark", None, False, Stance.ASSERTED),
        (Field.INTERCEPTED, 9, by("Ruritania"), False, Stance.CLAIMED),
        (Field.INTERCEPTED, 9, by(None), False, Stance.CLAIMED),
        (Field.INTERCEPTED, 9, None, False, Stance.ASSERTED),
        (Field.EFFECT, "fire", by("Grenmark"), False, Stance.CLAIMED),
        (Field.EFFECT, "fire", by("Ruritania"), False, Stance.ASSERTED),
        (Field.KILLED, 2, by(None, Stance.CONFIRMED), False, Stance.CONFIRMED),
        (Field.KILLED, 2, by(None, Stance.CLAIMED), False, Stance.CLAIMED),
        (Field.KILLED, 2, by(None, Stance.DENIED), False, Stance.DENIED),
        (Field.KILLED, 2, by(None, Stance.DENIED), True, Stance.DENIED),
        (Field.KILLED, 2, by(None, Stance.ALLEGED), False, Stance.ASSERTED),
        (Field.ATTACKER, "Grenmark", by(None, Stance.ALLEGED), False, Stance.ALLEGED),
        (Field.KILLED, 2, None, True, Stance.CLAIMED),
        (Field.KILLED, None, by(None, Stance.UNKNOWN), False, Stance.UNKNOWN),
    ],
)
def test_the_settled_cases(
    field: Field, value: ClaimValue, said: Spoken | None, doubted: bool, stance: Stance
) -> None:
    assert stance_of(field, value, said, PARTIES, doubted=doubted) is stance


@pytest.mark.parametrize(
    ("words", "stance", "hedged"),
    [
        ("Drones hit Northford on Monday.", Stance.ASSERTED, False),
        ("Drones allegedly hit Northford on Monday.", Stance.CLAIMED, False),
        ("Drones reportedly hit Northford on Monday.", Stance.ASSERTED, True),
        ("Drones are believed to have hit Northford on Monday.", Stance.ASSERTED, True),
        ("An unverified video showed drones hitting Northford on Monday.", Stance.CLAIMED, False),
    ],
)
def test_words_of_doubt_make_the_stance_and_others_the_hedge(
    words: str, stance: Stance, hedged: bool
) -> None:
    (event,) = read_invented(words).events
    assert {(c.stance, c.hedged) for c in event.claims} == {(stance, hedged)}


def test_the_enemy_is_alleged_the_own_success_claimed() -> None:
    theirs = read_invented(
        "Grenmarkian missiles hit a school in Northford on Monday, the Ruritanian army said."
    )
    own = read_invented(
        "Grenmarkian missiles destroyed a depot in Northford on Monday, the Grenmarkian army said."
    )
    assert told(theirs, Field.ATTACKER) == {("Grenmark", "Ruritanian army", Stance.ALLEGED)}
    assert told(theirs, Field.TARGET) == {("school", "Ruritanian army", Stance.ASSERTED)}
    assert {c.stance for e in own.events for c in e.claims} == {Stance.CLAIMED}


MINISTRY = "Ministry of Defence of Ruritania"


@pytest.mark.parametrize(
    ("outlet", "field", "expected"),
    [
        ("The Northford Post", Field.ATTACKER, ("Grenmark", "outlet", Stance.ASSERTED)),
        (MINISTRY, Field.ATTACKER, ("Grenmark", "outlet", Stance.ALLEGED)),
        (MINISTRY, Field.OCCURRENCE, (True, "outlet", Stance.ASSERTED)),
        ("Armed Forces of Grenmark", Field.ATTACKER, ("Grenmark", "outlet", Stance.CLAIMED)),
        ("Armed Forces of Grenmark", Field.OCCURRENCE, (True, "outlet", Stance.CLAIMED)),
    ],
)
def test_a_party_speaks_as_a_party_in_its_own_report(
    outlet: str, field: Field, expected: tuple[object, str, Stance]
) -> None:
    words = "Grenmarkian drones hit the port of Northford on Monday."
    assert told(read_invented(words, outlet=outlet), field) == {expected}
