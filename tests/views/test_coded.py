import json
import runpy
from pathlib import Path

import pytest

from dateline.incidents.json_shapes import Json, Shape
from dateline.views.coded import coded
from tests.factory import event, report
from tests.views.ledgers import TEXT, empty, first, second, third


def _spans(shape: Json) -> list[tuple[Json, Json, Json]]:
    """Every (text, start, end) in a shape that has all three."""
    if isinstance(shape, list):
        return [s for each in shape for s in _spans(each)]
    if not isinstance(shape, dict):
        return []
    own = (
        [(shape["text"], shape["start"], shape["end"])] if {"text", "start"} <= shape.keys() else []
    )
    return own + [s for each in shape.values() for s in _spans(each)]


def test_the_guides_keys() -> None:
    shape = coded(first())
    assert (shape["id"], shape["published"], shape["text"]) == ("first", "2031-05-14", TEXT)
    (told,) = _rows(shape, "events")
    assert told["date"] == {
        "from": "2031-05-14",
        "to": "2031-05-14",
        "precision": "day",
        "basis": "relative",
        "text": "Drones",
        "start": 0,
        "end": 6,
    }
    said, injured = _rows(told, "claims")
    assert (said["source"], said["source_kind"], said["side"]) == ("Ilan Torv", "named", "Norland")
    assert (said["source_start"], said["source_end"], said["attribution"]) == (55, 64, 0)
    assert (injured["source"], injured["value"], injured["source_start"]) == ("outlet", 0, None)
    (held,) = _rows(shape, "positions")
    assert (held["source"], held["polarity"], held["said"]) == ("Ilan Torv", "condemns", None)


def test_sources_and_attributions() -> None:
    shape = coded(first())
    assert _rows(shape, "sources")[0]["office"] == "governor"
    (said,) = _rows(shape, "attributions")
    assert said["source"] == 0
    assert said["cue"] == {"text": "said", "start": 65, "end": 69}
    assert (said["via"], said["stance"]) == (["The Wire"], "asserted")
    content = _rows(said, "content")
    assert content[0]["text"] == "Drones struck a depot in Arvany on Wednesday"


def test_words_stand_where_they_are_said_to() -> None:
    shape = coded(first())
    cues = _spans(shape["attributions"])
    assert all(
        TEXT[start:end] == text
        for text, start, end in cues
        if isinstance(start, int) and isinstance(end, int)
    )


def test_nothing_found_is_empty_lists() -> None:
    shape = coded(empty(report()))
    assert all(shape[k] == [] for k in ("events", "positions", "not_incidents", "sources"))


def test_an_undated_event_has_no_date() -> None:
    assert _rows(coded(third()), "events")[0]["date"] is None


def test_keys_do_not_depend_on_what_was_found() -> None:
    one, other = coded(first()), coded(empty(report()))
    assert list(one) == list(other)
    assert json.loads(json.dumps(one)) == one
    assert event().key == "A"


def _rows(shape: Shape, key: str) -> list[Shape]:
    found = shape[key]
    assert isinstance(found, list)
    return [each for each in found if isinstance(each, dict)]


@pytest.mark.shared
def test_the_reference_scorer_takes_it(shared: Path) -> None:
    score = runpy.run_path(str(shared / "tools" / "score_records.py"))["score"]
    records = {str(c["id"]): c for c in map(coded, (first(), second(), third()))}
    result = score(records, json.loads(json.dumps(records)))
    assert result["record"]["f1"] == 1
    assert result["scores"]["events"]["tp"] == 3
    assert result["scores"]["claim + source + stance"]["tp"] == 3
    assert result["scores"]["date exact"]["tp"] == 2
    assert result["scores"]["positions"]["tp"] == 1
