import pytest

from dateline.incidents.settle import settle
from dateline.model.claims import Claim
from dateline.model.vocab import Field, SourceKind, Stage, Stance
from tests.factory import claim, event, mention, source

TORV = source("Ilan Torv", side="Norland")
SELL = source("Mara Sell", side="Sudland")
ARMY = source("the army", kind=SourceKind.ORGANISATION, side="Norland")


def _said(
    by: object = "outlet", stance: Stance = Stance.ASSERTED, *, hedged: bool = False
) -> Claim:
    return claim(Field.OCCURRENCE, value=True, by=by, stance=stance, hedged=hedged)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("claims", "stage", "expected"),
    [
        ([_said()], Stage.ACCOMPLISHED, "claimed"),
        ([_said(), _said(TORV)], Stage.ACCOMPLISHED, "confirmed"),
        ([_said(TORV), _said(ARMY, Stance.CONFIRMED)], Stage.ACCOMPLISHED, "confirmed"),
        ([_said(SELL, Stance.CLAIMED)], Stage.ACCOMPLISHED, "claimed"),
        ([_said(SELL, Stance.CLAIMED), _said(TORV)], Stage.ACCOMPLISHED, "confirmed"),
        ([_said(), _said(SELL, Stance.DENIED)], Stage.ACCOMPLISHED, "uncertain"),
        ([_said(hedged=True)], Stage.ACCOMPLISHED, "uncertain"),
        ([_said(), _said(TORV)], Stage.THREATENED, "uncertain"),
        ([_said(SELL, Stance.DENIED)], Stage.DENIED, "denied"),
        ([_said(SELL, Stance.DENIED)], Stage.ACCOMPLISHED, "denied"),
    ],
)
def test_status(claims: list[Claim], stage: Stage, expected: str) -> None:
    told = mention(event(stage=stage, sides=["Sudland"], claims=claims))
    assert settle([told]).status == expected


def test_two_outlets_that_tell_of_it_without_a_word_of_whether() -> None:
    two = [mention(event(), "a"), mention(event(), "b")]
    assert (settle(two).status, settle(two).origins) == ("confirmed", 2)
    assert settle(two[:1]).status == "claimed"
