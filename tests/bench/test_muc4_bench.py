import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dateline.bench.muc4_bench import as_dict, learned_reader, load, published, rule_reader, run
from dateline.cli.bench_muc4_command import muc4
from dateline.errors import ReportError
from dateline.model.signals import Encoder
from dateline.pipeline.reading import built_in_gazetteer

TEXT = "BELMARK, 3 MAY 91 -- [TEXT] MASKED MEN BURNED THE OLD MILL WITH TORCHES."
BURNED = {
    "template_id": "1",
    "inc-type": [{"raw": "ARSON"}],
    "inc-loc": [{"raw": "NORLAND: BELMARK (CITY)"}],
    "perp-ind-id": [{"raw": '"MASKED MEN"'}],
    "phys-tgt-id": [{"raw": '"OLD MILL" / "MILL"'}],
    "inc-instr-id": "*",
}
KEY: list[dict[str, Any]] = [
    {"docid": "D-1", "text": TEXT, "relevant": True, "templates": [BURNED]},
    {"docid": "D-2", "text": "QUIET DAYS IN BELMARK.", "relevant": False, "templates": []},
]
TOLD = {"inc-type": ["ARSON"], "phys-tgt-id": ['"MILL"'], "inc-loc": ["NORLAND"]}


def write(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return path


@pytest.fixture
def key(tmp_path: Path) -> Path:
    return write(tmp_path / "key.jsonl", *KEY)


@pytest.fixture
def system(tmp_path: Path) -> Path:
    return write(tmp_path / "system.jsonl", {"docid": "D-1", "templates": [TOLD]})


def test_responses_are_scored_by_every_measure(key: Path, system: Path) -> None:
    figures = as_dict(run(key, system=system))
    total = figures["official"]["ALL TEMPLATES"]
    # Of type, place, men and mill: one right, one half right (the country), one missed, and "MILL" right as an alternative.
    assert {n: total[n] for n in ("pos", "act", "cor", "par", "mis")} == {
        "pos": 4,
        "act": 3,
        "cor": 2,
        "par": 1,
        "mis": 1,
    }
    assert (total["recall"], total["precision"]) == (62, 83)
    assert figures["official"]["text filtering"]["non"] == 1
    # Type and mill of three and two; the same without the type.
    assert figures["ree"]["micro"]["r"] == pytest.approx(100 * 2 / 3)
    assert figures["ree"]["micro"]["p"] == 100
    assert figures["rme"]["φ-subset"]["micro"]["r"] == 50
    assert figures["rme"]["φ-3, mentions"]["micro"]["r"] == pytest.approx(100 / 3)
    assert (figures["documents"], figures["documents_missing"]) == (2, 1)


def test_only_what_is_asked_for_is_measured(key: Path, system: Path) -> None:
    done = run(key, system=system, measures=["ree"])
    assert (done.official, done.rme) == (None, {})
    figures = as_dict(done)
    assert "official" not in figures
    assert "rme" not in figures
    assert {row["measure"] for row in figures["published"]} == {"ree"}


def test_a_reader_sees_no_answers_and_its_document_keeps_its_name(key: Path) -> None:
    seen: list[dict[str, Any]] = []
    ticks: list[int] = []

    def reader(record: dict[str, Any]) -> dict[str, Any]:
        seen.append(record)
        return {"docid": "something else", "templates": [TOLD] if "MILL" in record["text"] else []}

    done = run(key, reader=reader, tick=lambda: ticks.append(1))
    assert [set(record) for record in seen] == [{"docid", "text"}] * 2
    assert done.predictions == (
        {"docid": "D-1", "templates": [TOLD]},
        {"docid": "D-2", "templates": []},
    )
    assert (len(ticks), done.missing, done.ignored) == (2, 0, 0)


def test_documents_and_fills_that_cannot_be_used_are_counted(key: Path, tmp_path: Path) -> None:
    broken = {"inc-type": ["ARSON"], "perp-ind-id": ['"MEN"'], "phys-tgt-id": ['"MILL']}
    odd = {"docid": "D-1", "templates": [broken]}
    done = run(
        key, system=write(tmp_path / "odd.jsonl", odd, {"docid": "D-9", "templates": [TOLD]})
    )
    assert (done.malformed, done.missing, done.ignored) == (1, 1, 1)
    assert done.official is not None
    assert done.official.total(slots=["phys-tgt-id"]).inc == 1


def test_the_rules_read_a_record(key: Path) -> None:
    record = {"docid": "D-7", "text": "Missiles destroyed a fuel depot in the Sumy region."}
    found = rule_reader(key)(record)
    assert found["docid"] == "D-7"
    assert found["templates"][0]["inc-stage"] == ["ACCOMPLISHED"]


class _NoEncoder:
    name = "none"

    def read(self, texts: Any) -> Any:
        raise AssertionError(texts)


def test_the_learned_reader_is_given_the_day_of_the_dateline(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    encoder: Encoder = _NoEncoder()
    given: list[tuple[object, ...]] = []

    def templates(*arguments: object) -> dict[str, Any]:
        given.append(arguments)
        return {"docid": "D", "templates": []}

    monkeypatch.setattr("dateline.bench.muc4_bench.assemble.templates", templates)
    record = {"docid": "D", "text": TEXT, "dateline_parts": {"date": "3 MAY 91"}}
    assert learned_reader(encoder)(record) == {"docid": "D", "templates": []}
    assert given == [(record, encoder, built_in_gazetteer(), date(1991, 5, 3))]


@pytest.mark.parametrize(
    "parts", [None, {}, {"date": None}, {"date": "NO DATE"}, {"date": "31 NOV 89"}]
)
def test_a_record_without_a_day_has_none(parts: object) -> None:
    assert published({"dateline_parts": parts}) is None
    assert published({}) is None


@pytest.mark.parametrize(
    ("record", "found"),
    [
        ({"templates": []}, "lacks a docid"),
        ({"docid": 5, "templates": []}, "lacks a docid"),
        ({"docid": "D"}, "lacks a docid or templates"),
        ({"docid": "D", "templates": [5]}, "no object"),
        ({"docid": "D", "templates": [{"inc-type": 5}]}, "'inc-type'"),
        ({"docid": "D", "templates": [{"perp-ind-id": [{"value": "x"}]}]}, "'perp-ind-id'"),
        ({"docid": "D-1", "templates": []}, "holds 'D-1' again"),
    ],
)
def test_a_record_that_is_no_response_is_named(
    tmp_path: Path, record: dict[str, Any], found: str
) -> None:
    path = write(tmp_path / "bad.jsonl", {"docid": "D-1", "templates": []}, record)
    with pytest.raises(ReportError, match=rf"bad\.jsonl:2: .*{found}"):
        load(path)


@pytest.mark.parametrize("text", [None, "", " \n", 5])
def test_a_reader_needs_texts(tmp_path: Path, text: object) -> None:
    path = write(tmp_path / "key.jsonl", {"docid": "D", "text": text, "templates": []})
    assert list(load(path)) == ["D"]
    with pytest.raises(ReportError, match="lacks a text"):
        run(path)


def call(*arguments: object) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(
        muc4, [*map(str, arguments)], catch_exceptions=False
    )


def test_the_command_prints_tables_with_published_figures(key: Path, system: Path) -> None:
    shown = call("--data", key, "--system", system)
    assert shown.exit_code == 0
    for told in ("ALL TEMPLATES", "text filtering", "CEAF-REE", "φ-3, mentions", "55.93", "54.3"):
        assert told in shown.output
    assert "2 documents, 1 missing, 0 ignored; 0 fills against the notation" in shown.output
    only = call("--data", key, "--system", system, "--measure", "ree").output
    assert "CEAF-REE" in only
    assert "text filtering" not in only
    assert "CEAF-RME" not in only


def test_the_command_prints_json_and_writes_predictions(key: Path, tmp_path: Path) -> None:
    to = tmp_path / "predicted.jsonl"
    figures = json.loads(
        call("--data", key, "--predictions", to, "--reader", "rules", "--json").output
    )
    assert figures["documents"] == 2
    written = list(load(to))
    assert written == ["D-1", "D-2"]
    again = json.loads(call("--data", key, "--system", to, "--json").output)
    assert again == figures


def test_a_response_is_scored_without_an_encoder(
    key: Path, system: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(reader: str) -> None:
        raise AssertionError(reader)

    monkeypatch.setattr("dateline.cli.bench_muc4_command.encoder_of", refused)
    assert call("--data", key, "--system", system, "--reader", "learned").exit_code == 0
