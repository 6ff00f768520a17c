from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.incidents.settle import settle
from dateline.model.incidents import DecisionKind, Mention, Verdict
from dateline.model.times import Interval
from dateline.model.vocab import EventType, Field, Stage, Stance, TargetType
from tests.factory import DAY, claim, dating, decision, event, head, mention, place, source
from tests.incidents.strategies import many_mentions

ONE = timedelta(days=1)


def test_one_incident_of_three_accounts() -> None:
    torv = source("Ilan Torv", side="Norland")
    a = mention(
        event(
            when=dating(DAY - ONE, DAY),
            places=[place()],
            targets=[TargetType.ENERGY],
            stage=Stage.ATTEMPTED,
            claims=[claim(), claim(Field.INJURED, 0, torv)],
        ),
        head("a", published=DAY),
    )
    b = mention(
        event(
            type=EventType.SHELLING,
            sides=["Sudland"],
            targets=[TargetType.FUEL_STORAGE],
            claims=[claim(by=torv)],
        ),
        head("b", published=DAY + ONE),
    )
    c = mention(event(when=None, places=["Dobrin"]), head("c", published=DAY + ONE))
    found = settle([c, b, a])
    assert found.mentions[0].report.name == "a"
    assert found.type is EventType.DRONE
    assert found.stage is Stage.ACCOMPLISHED
    assert found.interval == Interval.days(DAY)
    assert (found.country, found.admin1) == ("Norland", "Belmark")
    assert found.places == ("Arvany", "Dobrin")
    assert found.sides == ("Sudland",)
    assert set(found.target_types) == {"energy (unspecified)", "fuel storage"}
    assert (found.origins, found.status) == (3, "confirmed")
    verdicts = {r.field: r.verdict for r in found.fields}
    assert verdicts == {Field.OCCURRENCE: Verdict.AGREED, Field.INJURED: Verdict.SINGLE}


def test_days_that_never_coincide_are_covered() -> None:
    a, b = mention(event(when=DAY), "a"), mention(event(when=DAY + 3 * ONE), "b")
    assert settle([a, b]).interval == Interval.days(DAY, DAY + 3 * ONE)


def test_follow_ups_are_linked_and_not_counted() -> None:
    attack = mention(event(when=DAY), head("a", published=DAY))
    after = mention(event(when=DAY + 3 * ONE, follow_up=True, stage=Stage.ATTEMPTED), head("b"))
    found = settle([attack, after])
    assert (found.mentions, found.follow_ups) == ((attack,), (after,))
    assert (found.origins, found.interval) == (1, Interval.days(DAY))
    assert settle([after]).mentions == (after,)


def test_copies_vote_once() -> None:
    drone = [
        mention(event(), "a"),
        mention(event(), head("b", copy_of="a")),
    ]
    shelling = [mention(event(type=EventType.SHELLING), n) for n in ("c", "d")]
    assert settle([*drone, *shelling]).type is EventType.SHELLING
    assert settle(drone).origins == 1


def test_a_denied_side_did_not_attack() -> None:
    denied = claim(Field.ATTACKER, "Sudland", stance=Stance.DENIED)
    assert settle([mention(event(claims=[denied]))]).sides == ()


def test_a_person_corrects_a_value() -> None:
    told = mention(event(claims=[claim(Field.KILLED, 30), claim(Field.KILLED, 31)]))
    fix = decision(DecisionKind.CORRECT, told.id, field=Field.KILLED, value=3)
    fields = {r.field: r for r in settle([told], [fix]).fields}
    assert [v.value for v in fields[Field.KILLED].values] == [3]
    new = decision(DecisionKind.CORRECT, told.id, field=Field.INJURED, value=2)
    assert {r.field for r in settle([told], [new]).fields} == {Field.KILLED, Field.INJURED}
    gone = decision(DecisionKind.CORRECT, told.id, field=Field.KILLED, value=None)
    assert settle([told], [gone]).fields == ()


def test_the_id_is_that_of_the_first_mention() -> None:
    a, b = (
        mention(event(), head("a", published=DAY)),
        mention(event(), head("b", published=DAY + ONE)),
    )
    assert settle([a]).id == settle([a, b]).id == settle([b, a]).id != settle([b]).id


def test_no_mentions_are_no_incident() -> None:
    with pytest.raises(InputError, match="at least one mention"):
        settle([])


@pytest.mark.law
@given(many_mentions().filter(bool), st.randoms(use_true_random=False))
def test_laws(mentions: list[Mention], random: Random) -> None:
    found = settle(mentions)
    shuffled = list(mentions)
    random.shuffle(shuffled)
    assert settle(shuffled) == found
    assert sorted(m.id for m in (*found.mentions, *found.follow_ups)) == sorted(
        m.id for m in mentions
    )
    assert found.mentions
    assert 1 <= found.origins <= len({m.report.origin for m in mentions})
    dated = [m.event.dating.interval for m in found.mentions if m.event.dating.interval]
    assert (found.interval is None) is (not dated)
    if found.interval is not None:
        assert min(i.start for i in dated) <= found.interval.start
        assert found.interval.end <= max(i.end for i in dated)
