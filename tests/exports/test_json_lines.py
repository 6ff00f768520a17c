import json
from io import BytesIO

from dateline.exports.json_lines import encode, write_json_lines
from dateline.incidents.json_shapes import incident_shape
from tests.exports.record import INCIDENTS, record


def test_a_line_holds_all_of_an_incident() -> None:
    out = BytesIO()
    assert write_json_lines(record(), out) == 3
    lines = out.getvalue().decode().splitlines()
    assert [json.loads(line) for line in lines] == [incident_shape(i) for i in INCIDENTS]


def test_a_lone_surrogate_is_escaped() -> None:
    assert json.loads(encode({"text": "a\ud800"})) == {"text": "a\ud800"}
    assert encode({"text": "Львів"}) == '{"text":"Львів"}'.encode()
