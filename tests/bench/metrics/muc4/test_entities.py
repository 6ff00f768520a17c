import pytest

from dateline.bench.metrics.muc4.entities import gold, normalized, report_text, response
from dateline.bench.metrics.muc4.notation import MALFORMED
from tests.bench.metrics.muc4.made import incident

TEXT = """   BELMARK, 3 MAY 91 (NORLAND PRESS) -- [TEXT] THE DOCK WORKERS' UNION
SAID ON -- MONDAY -- THAT [AS HEARD] "RED DAWN" MEN BURNED A FERRY.

   ANN LINDT AND THE WORKERS FLED."""


def test_the_text_loses_its_header_and_line_breaks() -> None:
    assert report_text(TEXT) == (
        "the dock workers' union said on -- monday -- that (as heard) "
        '"red dawn" men burned a ferry.    ann lindt and the workers fled.'
    )
    assert report_text("No header here.") == "no header here."


@pytest.mark.parametrize(
    ("mention", "plain"),
    [
        ('the "Red  Dawn" men', "red dawn men"),
        ("U.N.", "un"),
        ("an apple, a pear", "apple pear"),
        ("The", ""),
    ],
)
def test_mentions_are_compared_without_trimmings(mention: str, plain: str) -> None:
    assert normalized(mention) == plain


def test_the_keys_strings_stand_in_the_order_of_the_text() -> None:
    row = {
        "inc-type": [{"raw": "ARSON / ATTACK"}],
        "perp-ind-id": [{"raw": r'"MEN" / "\"RED DAWN\" MEN" / "GHOSTS"'}],
        "hum-tgt-name": [{"raw": '? "ANN LINDT"'}, {"raw": '"NOBODY HERE"'}],
        "hum-tgt-desc": [{"raw": '"WORKERS"'}],
        "phys-tgt-id": [{"raw": '"FERRY": "X"'}, {"raw": '"WORKERS\' UNION" / "UNION"'}],
        "inc-instr-id": "*",
    }
    (found,) = gold({"text": TEXT, "templates": [row, dict(row)]})
    assert found == incident(
        "arson / attack",
        PerpInd=['"red dawn" men|men'],
        Victim=["ann lindt"],
        Target=["workers' union|union", "ferry"],
    )


def test_without_a_text_every_string_is_kept() -> None:
    row = {"inc-type": ["ARSON"], "phys-tgt-id": ['"FERRY" / "A"'], "perp-org-id": ["-"]}
    assert gold({"templates": [row]}) == (incident("arson", Target=["ferry|a"]),)
    assert gold({"text": TEXT, "templates": []}) == ()


def test_a_response_has_one_type_and_all_its_strings() -> None:
    rows = [
        {"inc-type": ["BOMBING / ATTACK"], "inc-instr-id": ['"BOMB" / "CAR"', '"FUSE"', '""']},
        {"perp-org-id": ['"X1": "Y1"']},
    ]
    assert response(rows) == (
        incident("bombing", Weapon=["bomb|car", "fuse"]),
        incident("attack", PerpOrg=["x1"]),
    )


def test_a_malformed_fill_is_an_entity_too_and_a_wrong_one() -> None:
    ((entity,),) = (made.roles["Target"] for made in response([{"phys-tgt-id": ['"FERRY']}]))
    assert entity == (MALFORMED,)


def test_normalizing_reaches_every_mention() -> None:
    made = incident("arson", Target=["The Mill|a mill!"], Victim=["Ann"]).normalized()
    assert made == incident("arson", Target=["mill|mill"], Victim=["ann"])
