import pytest

from dateline.bench.metrics.muc4.judge import guidelines
from dateline.bench.metrics.muc4.notation import parse
from dateline.bench.metrics.muc4.slots import KINDS, Match, broader

F, P, N = Match.FULL, Match.PARTIAL, Match.NONE


def judged(slot: str, key: str, response: str) -> Match:
    return guidelines(slot, parse(key, KINDS[slot]), parse(response, KINDS[slot]))


@pytest.mark.parametrize(
    ("key", "response", "expected"),
    [
        ('"DOCK WORKERS"', '"DOCK WORKERS OF BELMARK"', F),
        ('"DOCK WORKERS"', '"TIRED DOCK WORKERS BELMARK"', F),
        ('"DOCK WORKERS"', '"TIRED OLD DOCK WORKERS BELMARK"', P),
        ('"TIRED DOCK WORKERS"', '"WORKERS"', P),
        ('"DOCK WORKERS"', '"SAILORS"', N),
        ('"DOCK WORKERS"', '"DOCK GUARDS"', N),
        ('"15 WORKERS"', '"17 WORKERS"', F),
        ('"15"', '"17"', N),
        ('"SAILORS" / "DOCK WORKERS"', '"WORKERS"', P),
        ('"SAILORS" / "DOCK WORKERS"', '"OLD SAILORS"', F),
        ('"MAYOR": "ANN LINDT"', '"LADY MAYOR": "ANN LINDT"', F),
        ('"MAYOR": "ANN LINDT"', '"LADY MAYOR": "BO BERG"', P),
        ('"MAYOR": "ANN LINDT"', '"LADY MAYOR"', P),
        ('"MAYOR"', '"LADY MAYOR": "BO BERG"', F),
        ('"SAILORS"', '"SAILORS BOLD" / "GUARDS"', N),
    ],
)
def test_strings(key: str, response: str, expected: Match) -> None:
    assert judged("hum-tgt-desc", key, response) is expected


@pytest.mark.parametrize(
    ("key", "response", "expected"),
    [
        ('DEATH: "A1"', 'DEATH: "B1"', P),
        ('DEATH: "A1"', 'INJURY: "B1"', N),
        ('DEATH: "A1"', "DEATH", N),
        ('(DEATH: "A1") / (INJURY: "C1")', 'INJURY: "B1"', P),
    ],
)
def test_set_fills(key: str, response: str, expected: Match) -> None:
    assert judged("hum-tgt-effect", key, response) is expected


@pytest.mark.parametrize(
    ("key", "response", "expected"),
    [
        ("- 10 FEB 90", "3 FEB 90", P),
        ("- 10 FEB 90", "2 FEB 90", N),
        ("- 10 FEB 90", "11 FEB 90", N),
        ("2 FEB 90 - 10 FEB 90", "2 FEB 90", P),
        ("2 FEB 90 - 10 FEB 90", "1 FEB 90", N),
        ("10 FEB 90", "- 10 FEB 90", P),
        ("2 FEB 90 - 10 FEB 90", "- 10 FEB 90", P),
        ("10 FEB 90", "9 FEB 90 - 10 FEB 90", N),
        ("10 FEB 90", "9 FEB 90", N),
        ("- 31 NOV 89", "30 NOV 89", N),
        ("2 FEB 90 -", "3 FEB 90", N),
    ],
)
def test_dates(key: str, response: str, expected: Match) -> None:
    assert judged("inc-date", key, response) is expected


@pytest.mark.parametrize(
    ("key", "response", "expected"),
    [
        ("NORLAND: BELMARK (CITY)", "NORLAND: ZELLMARK (CITY)", P),
        ("NORLAND: BELMARK (CITY)", "SUDLAND: BELMARK (CITY)", N),
        ("NORLAND", "NORLAND: BELMARK (CITY)", P),
    ],
)
def test_places(key: str, response: str, expected: Match) -> None:
    assert judged("inc-loc", key, response) is expected


@pytest.mark.parametrize(
    ("key", "response", "expected"),
    [
        ('7: "A1"', '7: "B1"', P),
        ('7: "A1"', '8: "B1"', N),
        ('5 - 7: "A1"', '7: "A1"', P),
        ('5 - 7: "A1"', '6: "A1"', N),
        ("5 - 7", "5", P),
        ("~10", "10", P),
        ("7", "PLURAL", N),
        ('PLURAL: "A1"', 'PLURAL: "B1"', P),
        ("7", "5 - 7", N),
    ],
)
def test_numbers(key: str, response: str, expected: Match) -> None:
    assert judged("phys-tgt-num", key, response) is expected


def test_hierarchies() -> None:
    assert broader("inc-instr-type", "DYNAMITE") == ("BOMB", "EXPLOSIVE")
    assert broader("inc-type", "ARSON") == ("ATTACK",)
    assert broader("hum-tgt-effect", "NO INJURY OR DEATH") == ("NO DEATH", "NO INJURY")
    assert broader("inc-stage", "ATTEMPTED") == broader("inc-type", "ATTACK") == ()
