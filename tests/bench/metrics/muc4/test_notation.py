import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.bench.metrics.muc4.fills import (
    AnyOf,
    Between,
    Fill,
    Filler,
    Kind,
    Path,
    Ref,
    Span,
    Typed,
)
from dateline.bench.metrics.muc4.notation import MALFORMED, fillers, parse


@pytest.mark.parametrize(
    ("text", "fill"),
    [
        ('"two ferries"', '"TWO FERRIES"'),
        ('"A" / "B"', AnyOf(('"A"', '"B"'))),
        ('"A" / ("B" / "C")', AnyOf(('"A"', '"B"', '"C"'))),
        ('"MAYOR": "ANN LINDT"', Ref('"MAYOR"', '"ANN LINDT"')),
        ('"MAYOR" / "CHIEF": "A" / "B"', Ref(AnyOf(('"MAYOR"', '"CHIEF"')), AnyOf(('"A"', '"B"')))),
        ('"A: B - C / D"', '"A: B - C / D"'),
        (r'"THE \"BLUE\" HALL"', r'"THE \"BLUE\" HALL"'),
        ("-", "-"),
        ("", None),
        ('"A" /', AnyOf(('"A"', None))),
    ],
)
def test_strings(text: str, fill: Fill) -> None:
    assert parse(text, Kind.STRING) == fill


@pytest.mark.parametrize(
    ("text", "fill"),
    [
        ("state-sponsored violence", "STATE-SPONSORED VIOLENCE"),
        ("GUN: -", Ref("GUN", "-")),
        ('("GUN": "X") / (RIFLE: "Y")', AnyOf((Ref('"GUN"', '"X"'), Ref("RIFLE", '"Y"')))),
        ('(GUN: "X") / RIFLE: "Y"', AnyOf((Ref("GUN", '"X"'), Ref("RIFLE", '"Y"')))),
        ('GUN: "X" / (RIFLE: "Y")', AnyOf((Ref("GUN", '"X"'), Ref("RIFLE", '"Y"')))),
        ("GUN:", Ref("GUN", None)),
    ],
)
def test_set_fills(text: str, fill: Fill) -> None:
    assert parse(text, Kind.SET) == fill


@pytest.mark.parametrize(
    ("text", "fill"),
    [
        ("04 FEB 90", "1990-02-04"),
        ("4 FEBRUARY 1990", "1990-02-04"),
        ("31 NOV 89", "1989-11-31"),
        ("12 XYZ 89", "12 XYZ 89"),
        ("- 04 FEB 90", Span(None, "1990-02-04")),
        ("04 FEB 90 -", Span("1990-02-04", None)),
        ("04 FEB 90 - 06 FEB 90", Span("1990-02-04", "1990-02-06")),
        ("(- 4 FEB 90) / (3 FEB 90)", AnyOf((Span(None, "1990-02-04"), "1990-02-03"))),
        ("-", None),
    ],
)
def test_dates(text: str, fill: Fill) -> None:
    assert parse(text, Kind.DATE) == fill


@pytest.mark.parametrize(
    ("text", "fill"),
    [
        ("7", "7"),
        ("5 - 7", Span("5", "7")),
        ("6-", Span("6", None)),
        ('5 - 7: "GUARDS"', Ref("5-7", '"GUARDS"')),
        ('1 / PLURAL: "GUARDS"', Ref(AnyOf(("1", "PLURAL")), '"GUARDS"')),
    ],
)
def test_numbers(text: str, fill: Fill) -> None:
    assert parse(text, Kind.NUMBER) == fill


@pytest.mark.parametrize(
    ("text", "fill"),
    [
        ("NORLAND", "NORLAND"),
        ("NORLAND / SUDLAND", AnyOf(("NORLAND", "SUDLAND"))),
        ("NORLAND: BELMARK (CITY)", Path(("NORLAND", Typed("BELMARK", "CITY")))),
        ("NORLAND: BELMARK", Path(("NORLAND", "BELMARK"))),
        (
            "NORLAND: A / B (CITY / TOWN)",
            Path(("NORLAND", Typed(AnyOf(("A", "B")), AnyOf(("CITY", "TOWN"))))),
        ),
        (
            "NORLAND: EAST (REGION): A (CITY) - B (CITY)",
            Path(("NORLAND", Typed("EAST", "REGION"), Between(Typed("A", "CITY"), Typed("B", "CITY")))),
        ),
        (
            "NORLAND: A (CITY) / SUDLAND: B (CITY)",
            AnyOf((Path(("NORLAND", Typed("A", "CITY"))), Path(("SUDLAND", Typed("B", "CITY"))))),
        ),
        (
            "(NORLAND) / (NORLAND: A (CITY))",
            AnyOf(("NORLAND", Path(("NORLAND", Typed("A", "CITY"))))),
        ),
        ("NORLAND: A-B (AREA)", Path(("NORLAND", Between("A", Typed("B", "AREA"))))),
    ],
)  # fmt: skip
def test_places(text: str, fill: Fill) -> None:
    assert parse(text, Kind.PLACE) == fill


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"NOT CLOSED', Kind.STRING),
        ('"A" B', Kind.STRING),
        ('("A" / "B"', Kind.STRING),
        ('GUN: "X" / RIFLE: "Y"', Kind.SET),
        ('GUN: (RIFLE: "Y")', Kind.SET),
        ("BELMARK (CITY)", Kind.PLACE),
    ],
)
def test_what_is_against_the_notation(text: str, kind: Kind) -> None:
    assert parse(text, kind) == MALFORMED


@given(st.text(alphabet='AB "/:-()\\1', max_size=24), st.sampled_from(Kind))
def test_any_text_is_read_or_found_malformed(text: str, kind: Kind) -> None:
    read = parse(text, kind)
    assert read == parse(f"  {text} ", kind)
    if text.count("(") > 0 and '"' not in text and ")" not in text and text.startswith("("):
        assert read == MALFORMED


WORDS = st.sampled_from(["A", "B B", '"C"', '"D: E / F"'])
EITHER = st.lists(WORDS, min_size=1, max_size=3)


@given(EITHER, EITHER)
def test_what_is_written_is_read(values: list[str], referred: list[str]) -> None:
    value, to = (side[0] if len(side) == 1 else AnyOf(tuple(side)) for side in (values, referred))
    assert parse(f"{' / '.join(values)}: {' / '.join(referred)}", Kind.SET) == Ref(value, to)


def test_fillers_of_keys_and_responses() -> None:
    key = [{"raw": '? "A"', "optional": True}, {"raw": '"B"'}]
    assert fillers(key, Kind.STRING) == (Filler('"A"', optional=True), Filler('"B"'))
    assert fillers(['"A"', "-", "", "*"], Kind.STRING) == (Filler('"A"'),)
    assert fillers('"A"', Kind.STRING) == (Filler('"A"'),)
    nothing: tuple[object, ...] = ("*", "-", None, [])
    assert [fillers(given, Kind.SET) for given in nothing] == [()] * 4
